import { unitsInShort } from '../results/lines-as-text';
import { use, useEffect, useRef, type RefObject } from 'react';
import type { Office } from '../engine/clinic-file';
import { formatDate } from '../engine/dated';
import { formatMoney } from '../engine/quantity';
import { TodayContext } from '../fields/form';
import { sourceOf } from '../remittance/deadlines';
import { fileFormOf, whyNotInFile } from './batch';
import { lettersIn } from '../remittance/kept-letters';
import { paidInWords } from './came-back';
import type { KeptClaim } from './clinic-records';
import { withCourse } from './course';
import { CourseForm } from './CourseForm';
import { inFewWords, rowStatusWords, type DayRow, type RowWork } from './day-rows';
import { RowActions } from './DayTableRow';
import type { Warning } from './duplicates';
import { wasSentSays } from './sent-claim';
import type { ToDo } from './worklist';

type ClaimDetailsProps = {
  row: DayRow;
  /** Whether it is looked at for why it goes into no file. */
  forWhyNot: boolean;
  warnings: readonly Warning[];
  work: RowWork;
  onChange: (record: KeptClaim) => void;
  onBack: () => void;
};

/** One kept claim by itself: what is told of it, why it goes into no file, and what became of it. */
export function ClaimDetails({ row, forWhyNot, warnings, work, onChange, onBack }: ClaimDetailsProps) {
  const { heading, whyNot } = useHeadings(forWhyNot);
  const remove = (each: DayRow) => {
    onBack();
    work.onDelete(each);
  };
  return (
    <div className="day day-details">
      <button type="button" className="ds-c-button ds-c-button--small" onClick={onBack}>
        Back to all claims
      </button>
      <h3 ref={heading} tabIndex={-1}>
        The claim of {inFewWords(row)}
      </h3>
      <Facts row={row} />
      {row.status === 'denied' || row.status === 'short' ? (
        <p className="warning">
          It came back, and not all of it is paid.{' '}
          <button type="button" className="link" onClick={() => work.onWhy(row)}>
            A claim came back: what to do
          </button>
        </p>
      ) : null}
      <Warnings warnings={warnings} onLook={work.onLook} />
      {wasSentSays(row.record).map((says) => (
        <p key={says} className="warning">
          {says}
        </p>
      ))}
      <ToBill row={row} onChange={onChange} />
      <NextToDo row={row} onChange={onChange} />
      <KeptLetters row={row} />
      <WhyNot row={row} office={work.office} heading={whyNot} />
      <CourseForm record={row.record} onChange={onChange} />
      <CourseKept row={row} />
      <h4>What to do with it</h4>
      <RowActions row={row} name={inFewWords(row)} work={{ ...work, onDelete: remove }} />
    </div>
  );
}

/** Where the focus goes when a claim is looked at. */
function useHeadings(forWhyNot: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  const whyNot = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (forWhyNot && whyNot.current) return whyNot.current.focus();
    // From the top of the drawer on, so that the way back does not lie under its bar.
    heading.current?.closest('dialog')?.scrollTo(0, 0);
    return heading.current?.focus({ preventScroll: true });
  }, [forWhyNot]);
  return { heading, whyNot };
}

function Facts({ row }: { row: DayRow }) {
  const { claim } = row.reading;
  const facts = [
    ['Day of service', row.on ? formatDate(row.on) : row.record.dateOfService.trim() || 'not entered'],
    ['Payer', row.payer || 'not entered'],
    ['Lines', row.lines.join(', ') || 'none'],
    ['Units', claim ? unitsInShort(claim) : 'not known'],
    ['Charge', row.charge],
    ['Status', [rowStatusWords[row.status], row.reason].filter(Boolean).join('. ')],
  ] as const;
  return (
    <dl className="day-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Warnings({ warnings, onLook }: Pick<ClaimDetailsProps, 'warnings'> & Pick<RowWork, 'onLook'>) {
  return warnings.map(({ kind, says, other }) => (
    <p key={kind + says} className="warning">
      {says}{' '}
      <button type="button" className="link" onClick={() => onLook(other)}>
        Look at the other claim
      </button>
    </p>
  ));
}

/** A refill that the nurse kept: the biller takes it off the list here, or by telling the day on which it was sent. */
function ToBill({ row, onChange }: Pick<ClaimDetailsProps, 'row' | 'onChange'>) {
  if (!row.toBill) return null;
  return (
    <p className="warning">
      To bill: this refill was recorded, and nobody has billed it yet.{' '}
      <button type="button" className="link" onClick={() => onChange({ ...row.record, toBill: false })}>
        It is billed
      </button>
    </p>
  );
}

/** What is to be done about it, who says by when, and that nothing more is. */
function NextToDo({ row: { record, course, toDo }, onChange }: Pick<ClaimDetailsProps, 'row' | 'onChange'>) {
  const today = use(TodayContext);
  const settle = (settledOn: string) => onChange(withCourse(record, { settledOn }));
  if (!toDo)
    return course.settledOn ? (
      <p>
        Settled on {formatDate(course.settledOn)}.{' '}
        <button type="button" className="link" onClick={() => settle('')}>
          Undo: it is not settled
        </button>
      </p>
    ) : null;
  return (
    <section aria-labelledby="to-do-title">
      <h4 id="to-do-title">To do</h4>
      <ToDoSays toDo={toDo} />
      {toDo.kind === 'send' ? null : (
        <button type="button" className="ds-c-button ds-c-button--small" onClick={() => settle(formatDate(today))}>
          Settled: nothing more to do
        </button>
      )}
    </section>
  );
}

const ToDoSays = ({ toDo: { says, deadline, atStake } }: { toDo: ToDo }) => (
  <p>
    <strong>{says}</strong> {deadline?.says} At stake: {atStake ? formatMoney(atStake) : 'not known'}.{' '}
    {deadline ? <span className="rows">[{sourceOf(deadline)}]</span> : null}
  </p>
);

/** Letters to the payer that its record keeps, whether its remittance is opened or not. */
const KeptLetters = ({ row: { record } }: { row: DayRow }) =>
  lettersIn(record).map(({ about, name, keptOn, text }) => (
    <details key={about}>
      <summary>
        Letter kept on {keptOn}: {name}
      </summary>
      <p className="kept-letter">{text}</p>
    </details>
  ));

/** That what became of the claim stands in its record, as it is typed. */
function CourseKept({ row: { course } }: { row: DayRow }) {
  const kept = [
    ...(course.sentOn ? [`sent on ${formatDate(course.sentOn)}`] : []),
    ...(course.cameBackOn ? [`came back on ${formatDate(course.cameBackOn)}`] : []),
    ...[paidInWords(course)].filter(Boolean),
  ];
  return (
    <p role="status" className="section-note">
      {kept.length === 0
        ? ''
        : `Kept in the record of this claim: ${kept.join(', ')}. Save the clinic’s file to have it there too.`}
    </p>
  );
}

type WhyNotProps = { row: DayRow; office: Office; heading: RefObject<HTMLHeadingElement | null> };

function WhyNot({ row, office, heading }: WhyNotProps) {
  const why = whyNotInFile(row, office);
  if (why.length === 0) return null;
  return (
    <>
      <h4 ref={heading} tabIndex={-1}>
        Why it goes into no {fileFormOf(row) ?? '837P'}
      </h4>
      <ul>
        {why.map((says) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
    </>
  );
}
