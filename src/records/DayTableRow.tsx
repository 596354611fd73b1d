// A table that is laid out as a grid loses its own roles in some browsers.
/* oxlint-disable jsx-a11y/no-redundant-roles */
/* oxlint-disable jsx-a11y/no-interactive-element-to-noninteractive-role */
import { unitsInShort } from '../results/lines-as-text';
import { memo } from 'react';
import { formatDate } from '../engine/dated';
import { formatMoney } from '../engine/quantity';
import { sentAsLabels } from '../answers/choice-labels';
import { fileFormOf, whyNotInFile } from './batch';
import { paidInWords } from './came-back';
import { inFewWords, rowStatusWords, type DayRow, type RowWork } from './day-rows';
import type { Warning } from './duplicates';
import { byWhen, isSoon } from './worklist';

export const rowButtonId = (id: string): string => `day-row-${id}`;

type DayTableRowProps = {
  row: DayRow;
  /** Its place in the table as it is sorted, and how far it stands from the row drawn before it, in CSS pixels. */
  place: number;
  gap: number;
  measure: (element: HTMLElement | null) => void;
  warnings: readonly Warning[] | undefined;
  isChosen: boolean;
  onChoose: (id: string, isChosen: boolean) => void;
  onFocused: (id: string | null) => void;
  work: RowWork;
};

/** One claim of the day. */
export const DayTableRow = memo(function DayTableRow(props: DayTableRowProps) {
  const { row, place, gap, measure, isChosen, onFocused, work } = props;
  const name = inFewWords(row);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only notes where the focus is
    <tbody
      role="rowgroup"
      ref={measure}
      data-index={place}
      style={{ marginBlockStart: gap }}
      onFocus={() => onFocused(row.id)}
      onBlur={() => onFocused(null)}
    >
      <tr role="row" aria-rowindex={place + 2} aria-selected={isChosen}>
        <ChooseCells {...props} name={name} />
        <Facts row={row} />
        <StatusCell {...props} />
        <CourseCells {...props} name={name} />
        <ToDoCells row={row} />
        <td role="cell">
          <RowActions row={row} name={name} work={work} />
        </td>
      </tr>
    </tbody>
  );
});

/** Chooses the claim, and names it; the name leads to what is told of it. */
function ChooseCells({ row, name, isChosen, onChoose, work }: DayTableRowProps & { name: string }) {
  return (
    <>
      <td role="cell">
        <input
          type="checkbox"
          className="day-choose"
          data-control="choose"
          autoComplete="off"
          aria-label={`Choose ${name}`}
          checked={isChosen}
          onChange={({ target }) => onChoose(row.id, target.checked)}
        />
      </td>
      <th scope="row" role="rowheader" data-heading="Patient">
        <button
          id={rowButtonId(row.id)}
          type="button"
          className="link"
          data-control="look"
          aria-label={`Look at ${name}`}
          onClick={() => work.onLook(row.id)}
        >
          {row.reference || 'No reference'}
        </button>
      </th>
    </>
  );
}

function Facts({ row }: { row: DayRow }) {
  const { claim } = row.reading;
  return (
    <>
      <td role="cell" data-heading="Day">
        {row.on ? formatDate(row.on) : row.record.dateOfService.trim() || 'not entered'}
      </td>
      <td role="cell" data-heading="Payer">
        {row.payer || 'not entered'}
      </td>
      <td role="cell" data-heading="Lines">
        {row.lines.length > 0
          ? row.lines.map((line) => (
              <span key={line} className="day-line">
                {line}
              </span>
            ))
          : 'none'}
      </td>
      <td role="cell" data-heading="Units" className="day-number">
        {claim ? unitsInShort(claim) : 'not known'}
      </td>
      <td role="cell" data-heading="Charge" className="day-number">
        {row.charge}
      </td>
    </>
  );
}

/** The status with its worst reason, what is to be known of other claims, and why it goes into no file. */
function StatusCell({ row, warnings = [], work }: Pick<DayTableRowProps, 'row' | 'warnings' | 'work'>) {
  return (
    <td role="cell" data-heading="Status" className="day-beside">
      <strong className={`day-status ${row.status}`}>{rowStatusWords[row.status]}</strong>
      {row.toBill ? <strong className="day-status review">To bill</strong> : null}{' '}
      <span className="day-reason">{row.reason}</span>
      {row.status === 'denied' || row.status === 'short' ? (
        <button
          type="button"
          className="link"
          data-control="why"
          aria-label={`What the remittance means: ${inFewWords(row)}`}
          onClick={() => work.onWhy(row)}
        >
          A claim came back
        </button>
      ) : null}
      {warnings.map(({ kind, says }) => (
        <span key={kind + says} className="day-warning">
          {says}
        </span>
      ))}
      <NotForFile row={row} work={work} />
    </td>
  );
}

/** Why a claim that may leave goes into no file; it takes a third of what there is to do for a row. */
export function whyNotToSay(row: DayRow, office: RowWork['office']): readonly string[] {
  const mayLeave = row.status === 'review' || row.status === 'ready';
  return mayLeave && row.course.sentOn === null ? whyNotInFile(row, office) : [];
}

/** The same with the way to all of it. */
function NotForFile({ row, work }: Pick<DayTableRowProps, 'row' | 'work'>) {
  const [first, ...others] = whyNotToSay(row, work.office);
  if (!first) return null;
  const words = `Not for an ${fileFormOf(row) ?? '837P'}`;
  return (
    <span className="day-reason">
      <button
        type="button"
        className="link"
        data-control="why-not"
        aria-label={`${words}: why, of ${inFewWords(row)}`}
        onClick={() => work.onLook(row.id, 'why-not')}
      >
        {words}
      </button>
      {`: ${first}${others.length > 0 ? ` And ${others.length} more.` : ''}`}
    </span>
  );
}

/** When it was sent and came back, with the way to tell it. */
function CourseCells({ row, name, work }: DayTableRowProps & { name: string }) {
  const { course, record } = row;
  const { sentAs } = record.course;
  const sent = course.sentOn ? formatDate(course.sentOn) : record.course.sentOn.trim();
  const back = course.cameBackOn ? formatDate(course.cameBackOn) : record.course.cameBackOn.trim();
  const paid = paidInWords(course);
  return (
    <>
      <td role="cell" data-heading="Sent" className="day-beside day-sent">
        {sent || (course.cameBackOn ? 'not told' : 'no')}
        {sentAs ? <span className="day-reason">{sentAsLabels[sentAs]}</span> : null}
        {record.wasSent.length > 0 ? <span className="day-reason">Changed since. Its name tells how.</span> : null}
      </td>
      <td role="cell" data-heading="Came back" className="day-beside day-back">
        {sent === '' && back === '' ? (
          'no'
        ) : (
          <button
            type="button"
            className="link"
            data-control="back"
            aria-label={`${back || 'Not back yet'}: tell what came back of ${name}`}
            onClick={() => work.onLook(row.id)}
          >
            {back || 'not yet'}
          </button>
        )}
        {paid === '' ? null : <span className="day-reason">{paid}</span>}
        {record.remittanceCode.trim() ? <span className="day-reason">{record.remittanceCode.trim()}</span> : null}
      </td>
    </>
  );
}

/** What is to be done, by when, and the money that hangs on it. */
function ToDoCells({ row: { toDo } }: { row: DayRow }) {
  const by = toDo ? byWhen(toDo) : '';
  return (
    <>
      <td role="cell" data-heading="To do" className="day-to-do">
        {toDo ? (
          <>
            {toDo.says} {by === '' ? null : <span className={`day-by ${isSoon(toDo) ? 'soon' : ''}`}>{by}</span>}
          </>
        ) : (
          'nothing'
        )}
      </td>
      <td role="cell" data-heading="At stake" className="day-at-stake day-number">
        {toDo ? (toDo.atStake ? formatMoney(toDo.atStake) : 'not known') : 'nothing'}
      </td>
    </>
  );
}

type RowActionsProps = { row: DayRow; name: string; work: Omit<RowWork, 'onLook' | 'onWhy'> };

/** What is done with one claim. */
export function RowActions({ row, name, work }: RowActionsProps) {
  const actions = [
    ['open', 'Open', work.onOpen],
    ['again', 'Same patient again', work.onAgain],
    ['delete', 'Delete', work.onDelete],
  ] as const;
  return (
    <span className="day-actions">
      {actions.map(([control, words, act]) => (
        <button
          key={control}
          type="button"
          className="link"
          data-control={control}
          aria-label={`${words}: ${name}`}
          onClick={() => act(row)}
        >
          {words}
        </button>
      ))}
    </span>
  );
}
