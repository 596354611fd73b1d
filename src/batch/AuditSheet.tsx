import { formatDate } from '../engine/dated';
import type { Allowed } from './audit-checks';
import { byClaim, type FinishedAudit, type FoundInClaim } from './audit';
import { AuditSums } from './AuditSums';
import type { AuditRecord } from './audit-record';
import { actionTitles } from './audit-remedy';
import { causeTitles, sumsBy } from './audit-sums';
import {
  byInWords,
  counted,
  countsInWords,
  firstInWords,
  headlineOf,
  howManyFirst,
  inText,
  lateInWords,
  nearestInWords,
  openInWords,
  pricesInWords,
  riskInWords,
  sumsInWords,
  unreadInWords,
} from './audit-words';

/** As many causes as the page takes beside the ten claims. */
const mostCauses = 6;

/** One page for the compliance file: what was found, what it is worth, what is done first, and how it was made. */
export function AuditSheet({ audit, record }: { audit: FinishedAudit; record: AuditRecord }) {
  const { findings, forPersons, unread, total, unpriced } = audit;
  const whole = { total, unpriced, findings: findings.length };
  const causes = sumsBy(findings, 'cause');
  const left = causes.length - mostCauses;
  return (
    <article className="printed-sheet audit-sheet">
      <header>
        <h1>Audit of baclofen claims</h1>
        <p>Made on {formatDate(record.madeOn)}.</p>
      </header>
      <h3>{headlineOf(audit)}</h3>
      <p>{[...countsInWords(audit), unreadInWords(unread), openInWords(forPersons)].join(' ')}</p>
      <p>{[...lateInWords(findings, record.madeOn), nearestInWords(findings, record.madeOn)].join(' ')}</p>
      {findings.length > 0 ? (
        <>
          <AuditSums sums={causes.slice(0, mostCauses)} by="cause" total={whole} />
          <p className="section-note">
            {left > 0 ? `${counted(left, 'more cause')} in the findings. ` : ''}
            By payer: {sumsInWords(sumsBy(findings, 'payer'))}. By month: {sumsInWords(sumsBy(findings, 'month'))}. By
            initials: {sumsInWords(sumsBy(findings, 'biller'))}.
          </p>
          <First findings={findings} madeOn={record.madeOn} />
        </>
      ) : null}
      <Limits record={record} />
      <Run record={record} />
      <p className="audit-signed">
        <span>Audited by</span> <span>Signature</span> <span>Date</span>
      </p>
    </article>
  );
}

type FirstProps = Pick<FinishedAudit, 'findings'> & Pick<AuditRecord, 'madeOn'>;

function First({ findings, madeOn }: FirstProps) {
  const claims = byClaim(findings);
  return (
    <table className="sums-table audit-ten">
      <caption>To do first. {firstInWords(claims)}</caption>
      <thead>
        <tr>
          <th scope="col">Rows, patient, claim, day</th>
          <th scope="col">Billed</th>
          <th scope="col">Due</th>
          <th scope="col">Cause</th>
          <th scope="col">Money</th>
          <th scope="col">What, by when</th>
        </tr>
      </thead>
      <tbody>
        {claims.slice(0, howManyFirst).map((claim) => (
          <FirstRow key={claim.findings[0]?.lines.join()} claim={claim} madeOn={madeOn} />
        ))}
      </tbody>
    </table>
  );
}

/** "$187.00 to return: the part of what was paid": each kind of money, and of what it is told. */
function moneyInWords({ findings, risk, unpriced }: FoundInClaim): string {
  if (unpriced === findings.length) return 'not known';
  const prices = pricesInWords(findings);
  return `${riskInWords(risk)}${prices && `: ${prices}`}${unpriced > 0 ? `, and ${unpriced} not known` : ''}`;
}

type FirstRowProps = Pick<AuditRecord, 'madeOn'> & { claim: FoundInClaim };

function FirstRow({ claim, madeOn }: FirstRowProps) {
  const { findings } = claim;
  const [first] = findings;
  if (!first) return null;
  const { lines, patient, claimNumber, day, billed, due } = first;
  const about = [lines.join(', '), patient, claimNumber && `claim ${claimNumber}`, formatDate(day)];
  return (
    <tr>
      <th scope="row">{about.filter((each) => each !== '').join('; ')}</th>
      <td>{billed}</td>
      <td>{due || 'no line'}</td>
      <td>
        {causeTitles[first.cause]}
        {findings.length > 1 ? `, and ${findings.length - 1} more` : ''}
      </td>
      <td>{moneyInWords(claim)}</td>
      <td>
        {[
          ...new Set(findings.map(({ remedy }) => `${actionTitles[remedy.action]}. ${byInWords(remedy, madeOn)}.`)),
        ].join(' ')}
      </td>
    </tr>
  );
}

/** The checks that the columns allowed in part or not at all: what they lack stands in the record. */
function Limits({ record: { checks } }: { record: AuditRecord }) {
  const told = (far: Allowed) => checks.flatMap(({ title, allowed }) => (allowed === far ? inText(title) : []));
  const [part, none] = [told('part'), told('none')];
  if (part.length + none.length === 0) return null;
  return (
    <p className="section-note">
      {part.length > 0 ? `Checked in part: ${part.join('; ')}. ` : ''}
      {none.length > 0 ? `Not checked: ${none.join('; ')}. ` : ''}
      What was missing stands in the record of the run.
    </p>
  );
}

/** By what the whole record of the run is known; the days of its tables and its other hashes stand there. */
const Run = ({ record: { file, ruleBook } }: { record: AuditRecord }) => (
  <p className="section-note">
    File: {file.name}, {file.bytes.toLocaleString('en-US')} bytes, SHA-256 {file.sha256}. Rule book: SHA-256 {ruleBook}.
    The record of the run holds the days of all tables, and the SHA-256 of columns, profiles, fees and opened tables.
  </p>
);
