import { formatDate } from '../engine/dated';
import { byClaim, type FinishedAudit, type FoundInClaim } from './audit';
import { AuditSums } from './AuditSums';
import type { AuditRecord } from './audit-record';
import { actionTitles } from './audit-remedy';
import { causeTitles, sumsBy } from './audit-sums';
import {
  byInWords,
  countsInWords,
  firstInWords,
  headlineOf,
  howManyFirst,
  lateInWords,
  nearestInWords,
  openInWords,
  pricesInWords,
  riskInWords,
  unreadInWords,
} from './audit-words';

/** As many rows as the page takes beside the ten claims. */
const mostSums = 10;

/** One page for the compliance file: what was found, what it is worth, what is done first, and how it was made. */
export function AuditSheet({ audit, record }: { audit: FinishedAudit; record: AuditRecord }) {
  const { findings, forPersons, unread, total, unpriced } = audit;
  const whole = { total, unpriced, findings: findings.length };
  const causes = sumsBy(findings, 'cause');
  const payers = sumsBy(findings, 'payer');
  const isRoom = causes.length + payers.length <= mostSums;
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
          <AuditSums sums={causes} by="cause" total={whole} />
          {isRoom ? <AuditSums sums={payers} by="payer" total={whole} /> : null}
          <First findings={findings} madeOn={record.madeOn} />
        </>
      ) : null}
      <Run record={record} />
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

const Run = ({ record: { file, ruleBook, mapping, profiles, openedTables, tables } }: { record: AuditRecord }) => (
  <p className="section-note">
    File: {file.name}, {file.bytes.toLocaleString('en-US')} bytes, SHA-256 {file.sha256}. Rule book: SHA-256 {ruleBook}.
    Columns: SHA-256 {mapping}. Profiles and fees: SHA-256 {profiles}. Opened tables: SHA-256 {openedTables}. Newest
    tables:{' '}
    {tables
      .flatMap(({ title, spans }) => spans.slice(-1).map(({ through }) => `${title} to ${formatDate(through)}`))
      .join('; ')}
    . All dates stand in the record of the run.
  </p>
);
