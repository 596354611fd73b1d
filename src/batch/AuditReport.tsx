import { useState } from 'react';
import { createPortal } from 'react-dom';
import { Choices } from '../controls/Choices';
import { saveFile } from '../fields/save-file';
import { usePrintedSheet } from '../fields/use-printed-sheet';
import { formatDate } from '../engine/dated';
import { formatMoney } from '../engine/quantity';
import { byClaim, type FinishedAudit } from './audit';
import { AuditChart } from './AuditChart';
import { AuditFindings, AuditForPersons } from './AuditFindings';
import { AuditSheet } from './AuditSheet';
import { AuditSums } from './AuditSums';
import { ways, wayTitles } from './audit-chart';
import { recordText, tableInWords, type AuditRecord } from './audit-record';
import { groupings, groupingTitles, sumsBy, type AuditGrouping } from './audit-sums';
import {
  counted,
  countsInWords,
  findingsCsv,
  firstInWords,
  headlineOf,
  lateInWords,
  linesInWords,
  nearestInWords,
  openByPayer,
  openKindInWords,
  unreadByProblem,
  unreadInWords,
} from './audit-words';
import './audit.css';

type AuditReportProps = { audit: FinishedAudit; record: AuditRecord };

/** What an audit found: the ten to look at first, what all is worth, and how it was made. */
export function AuditReport({ audit, record }: AuditReportProps) {
  const { findings, forPersons, unread } = audit;
  return (
    <div className="audit">
      <Result audit={audit} record={record} />
      {findings.length > 0 ? (
        <>
          <section aria-labelledby="audit-first">
            <h3 id="audit-first">Claims with findings, most money first</h3>
            <p>
              {firstInWords(byClaim(findings))} {nearestInWords(findings, record.madeOn)}
            </p>
            <AuditFindings findings={findings} madeOn={record.madeOn} />
          </section>
          <Grouped audit={audit} />
        </>
      ) : null}
      {forPersons.length > 0 ? (
        <section aria-labelledby="audit-persons">
          <h3 id="audit-persons">For a person to decide: {counted(forPersons.length, 'claim')}</h3>
          <p>
            No money is worked out for what is open. An answer of a payer settles all its claims of a kind: write it
            into a payer profile, and make the claims again.
          </p>
          <ul>
            {openByPayer(forPersons).map((kind) => (
              <li key={`${kind.payer} ${kind.kind}`}>{openKindInWords(kind)}</li>
            ))}
          </ul>
          <AuditForPersons forPersons={forPersons} />
        </section>
      ) : null}
      <Unread unread={unread} />
      <Record record={record} />
    </div>
  );
}

const Result = ({ audit, record }: AuditReportProps) => (
  <section aria-labelledby="audit-result">
    <h3 id="audit-result">{headlineOf(audit)}</h3>
    {audit.findings.length > 0 ? <Totals audit={audit} madeOn={record.madeOn} /> : null}
    {audit.unread.length > 0 ? <p>{unreadInWords(audit.unread)}</p> : null}
    <ul>
      {countsInWords(audit).map((says) => (
        <li key={says}>{says}</li>
      ))}
    </ul>
    <Files audit={audit} record={record} />
  </section>
);

type TotalsProps = Pick<AuditReportProps, 'audit'> & Pick<AuditRecord, 'madeOn'>;

/** Money of all findings; where there is none, there are no sums that could be taken for an all-clear. */
const Totals = ({ audit: { findings, total, unpriced, counts }, madeOn }: TotalsProps) => (
  <>
    <p>Of all {counted(counts.withFindings, 'claim')} with findings:</p>
    <dl className="audit-totals">
      {ways.map((way) => (
        <div key={way}>
          <dt>{wayTitles[way]}</dt>
          <dd>{formatMoney(total[way])}</dd>
        </div>
      ))}
    </dl>
    {unpriced > 0 ? <p>The money of {counted(unpriced, 'finding')} is not known and stands in none of these.</p> : null}
    {lateInWords(findings, madeOn).map((says) => (
      <p key={says}>{says}</p>
    ))}
    <HowCounted />
  </>
);

const HowCounted = () => (
  <p className="section-note">
    To return: the part of what was paid for more than was due. To collect: due, and not billed or not paid. At stake:
    what was paid and is due, but may be denied or taken back as it was billed. To collect, and the others where the
    rows tell no payment, are estimates at the limit of the day or the plan’s fee; of other payers, at Medicare’s limit.
    Each amount is rounded to the cent once.
  </p>
);

/** The files and the one page; each name tells nothing of what is in it. */
function Files({ audit, record }: AuditReportProps) {
  const { printing, print } = usePrintedSheet();
  const small = 'ds-c-button ds-c-button--small';
  return (
    <p className="audit-files">
      <button type="button" className={`${small} ds-c-button--solid`} onClick={print}>
        Print one page
      </button>
      <button
        type="button"
        className={small}
        onClick={() => saveFile('audit-findings.csv', 'text/csv', findingsCsv(audit))}
      >
        Download findings and what is open (CSV)
      </button>
      <button
        type="button"
        className={small}
        onClick={() => saveFile('audit-record.json', 'application/json', recordText(record))}
      >
        Download record of the run (JSON)
      </button>
      {printing ? createPortal(<AuditSheet audit={audit} record={record} />, document.body) : null}
    </p>
  );
}

/** By payer, month, cause or biller: a chart and the table with the same figures. */
function Grouped({ audit: { findings, total, unpriced } }: { audit: FinishedAudit }) {
  const [by, setBy] = useState<AuditGrouping>('cause');
  const sums = sumsBy(findings, by);
  return (
    <section aria-labelledby="audit-sums">
      <h3 id="audit-sums">Where the money is</h3>
      <Choices
        type="radio"
        className="inline-choices"
        id="audit-by"
        name="audit-by"
        label="Put together by"
        choices={groupings.map((value) => ({ value, label: groupingTitles[value], checked: value === by }))}
        onChange={({ target }) => setBy(target.value as AuditGrouping)}
      />
      <div className="audit-columns">
        <AuditChart sums={sums} by={groupingTitles[by].toLowerCase()} />
        <AuditSums sums={sums} by={by} total={{ total, unpriced, findings: findings.length }} />
      </div>
    </section>
  );
}

const mostUnread = 50;

function Unread({ unread }: Pick<FinishedAudit, 'unread'>) {
  if (unread.length === 0) return null;
  const kinds = unreadByProblem(unread);
  return (
    <section aria-labelledby="audit-unread">
      <h3 id="audit-unread">Not audited: {counted(unread.length, 'row')}</h3>
      <ul>
        {kinds.slice(0, mostUnread).map(({ problem, lines }) => (
          <li key={problem}>
            {counted(lines.length, 'row')}: {problem} {linesInWords(lines)}.
          </li>
        ))}
      </ul>
      <p>Such a row may belong to a claim that was audited without it: look at it first.</p>
      {kinds.length > mostUnread ? <p>The {mostUnread} most frequent causes stand here.</p> : null}
    </section>
  );
}

/** How to make it again, and all that must be the same for that. */
function Record({ record }: Pick<AuditReportProps, 'record'>) {
  const { file, madeOn, ruleBook, mapping, profiles, openedTables, tables, opened } = record;
  return (
    <section aria-labelledby="audit-record">
      <h3 id="audit-record">Record of this run</h3>
      <p>Made again on the same day, with all of these the same, it gives the same result.</p>
      <dl className="audit-facts">
        <RecordFact term="File" says={`${file.name}, ${file.bytes.toLocaleString('en-US')} bytes`} />
        <RecordFact term="SHA-256 of the file" says={file.sha256} />
        <RecordFact term="Made on" says={formatDate(madeOn)} />
        <RecordFact term="SHA-256 of the rules" says={ruleBook} />
        <RecordFact term="SHA-256 of the columns" says={mapping} />
        <RecordFact term="SHA-256 of the profiles and fees" says={profiles} />
        <RecordFact term="SHA-256 of the opened tables" says={openedTables} />
      </dl>
      <details>
        <summary>Tables and their days</summary>
        <ul>
          {tables.map((table) => (
            <li key={table.title}>{tableInWords(table)}</li>
          ))}
          {opened.map(({ title, file: name, from, through }) => (
            <li key={`${title} ${from}`}>
              {tableInWords({ title, spans: [{ from, through }] })}, opened from {name}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

const RecordFact = ({ term, says }: { term: string; says: string }) => (
  <div>
    <dt>{term}</dt>
    <dd>{says}</dd>
  </div>
);
