import { findingKey } from '../engine/finding-groups';
import type { ReactNode } from 'react';
import type { Finding, PreparedClaim } from '../engine/prepared-claim';
import type { Outcome } from '../engine/verdict';
import { concerning, isOpen, keepingBack, overrideInWords } from '../engine/prepare-claim';
import { formatDate } from '../engine/dated';
import type { InShort } from '../formats/written';
import { meaningOf, statusWords } from '../results/words';
import { Box, Sheets, Signature, SourceNumbers, Steps, Told } from './parts';
import './paper.css';

export type Fact = { readonly label: string; readonly value: string };
export type ChecklistEntry = { readonly label: string; readonly askedBy: string; readonly ticked: boolean };

type ClaimSummaryProps = {
  claim: PreparedClaim;
  form: InShort;
  payer: string;
  example: string;
  patientReference: string;
  facts: readonly Fact[];
  checklist: readonly ChecklistEntry[];
  containsPatientInformation: boolean;
  initials: string;
  tables: readonly string[];
  lines: ReactNode;
  opened: ReactNode;
  estimate: ReactNode;
  /** Which refill code the record supports; null where nothing of it was told. */
  refillCodes: ReactNode;
};

/** The claim summary, black on white, shown only on paper: what to send and to do first, then what it follows from. */
export function ClaimSummary(props: ClaimSummaryProps) {
  const { claim } = props;
  const rows = [
    ...concerning(claim.findings).flatMap(({ rule }) => rule.rows),
    ...claim.how.flatMap(({ rows }) => rows),
  ];
  return (
    <Sheets rows={rows}>
      <SummaryHead {...props} />
      <FormItems {...props} />
      {props.opened}
      <ToFix {...props} />
      <Signature of="Checked by" initials={props.initials} />
      <AsEntered {...props} />
      <section className="paper-together">
        <h2>Working</h2>
        <Steps how={claim.how} />
      </section>
      <Record {...props} />
      <p className="paper-note">
        <strong>Tables used.</strong> {props.tables.join('; ')}.
      </p>
      <p className="paper-note">Not legal or coding advice. Confirm plan rules with the payer.</p>
    </Sheets>
  );
}

function SummaryHead({ claim, payer, example, patientReference, containsPatientInformation }: ClaimSummaryProps) {
  const { dateOfService, preparedOn } = claim.encounter;
  return (
    <>
      <header>
        <h1>Baclofen claim summary</h1>
        <p className="paper-whose">
          <strong>{payer}</strong>, service of <strong>{formatDate(dateOfService)}</strong>, prepared{' '}
          {formatDate(preparedOn)}
        </p>
        <p>
          Patient reference <Told value={patientReference} />
        </p>
      </header>
      {example || containsPatientInformation ? (
        <p className="paper-mark">
          {example ? `${example}. An example, not a real claim. ` : ''}
          {containsPatientInformation ? 'Contains patient information.' : ''}
        </p>
      ) : null}
      <div className="paper-status">
        <p>{statusOf(claim)}</p>
        {reasonsOf(claim).map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
      </div>
    </>
  );
}

function statusOf({ status, findings }: PreparedClaim): string {
  if (status === 'on-hold') return 'HOLD: do not send';
  const overridden = findings.filter(({ override }) => override !== null).length;
  const decided = overridden > 0 ? `, ${overridden} overridden` : '';
  return `${statusWords[status]}${decided}${keepingBack(findings).length > 0 ? ': do not send' : ''}`;
}

/** Why the claim has its status: what keeps it back, else what is to fix, else what is to check. */
function reasonsOf({ status, findings }: PreparedClaim): readonly string[] {
  const open = concerning(findings).filter(isOpen);
  const against = keepingBack(findings);
  if (against.length > 0) return against.map(inASentence);
  const toFix = open.filter(({ verdict }) => verdict.outcome === 'fail');
  const meaning = meaningOf({ status, findings });
  if (toFix.length > 0) return [meaning, ...toFix.map(inASentence)];
  return [open.length > 0 ? `${meaning} To check: ${open.map(({ rule }) => rule.title).join('; ')}.` : meaning];
}

const inASentence = ({ rule, verdict }: Finding): string => `${rule.title}: ${verdict.because}`;

function FormItems({ claim: { formItems }, form, lines, estimate }: ClaimSummaryProps) {
  return (
    <section>
      <h2>The claim, by item of the {formItems.form === 'institutional' ? 'UB-04' : 'CMS-1500'}</h2>
      <dl className={`paper-items ${formItems.form}`}>
        {form.fields.map(({ item, label, text, says = '' }) => (
          <div key={`${item} ${label}`}>
            <dt>
              <span className="item-number">{item}</span> {label}
            </dt>
            <dd>{text || <span className="paper-blank">{says}</span>}</dd>
          </div>
        ))}
      </dl>
      {lines}
      {form.notes.map((note) => (
        <p key={note} className="paper-note">
          {note}
        </p>
      ))}
      {estimate}
    </section>
  );
}

function ToFix({ claim }: ClaimSummaryProps) {
  const all = concerning(claim.findings);
  const open = all.filter(isOpen);
  return (
    <section>
      <h2>To fix and to check</h2>
      {open.length === 0 ? <p>Nothing is left to fix or to check.</p> : null}
      <Findings findings={open} />
      {open.length < all.length ? <h3>Checked or decided</h3> : null}
      <Findings findings={all.filter((finding) => !isOpen(finding))} />
    </section>
  );
}

const Findings = ({ findings }: { findings: readonly Finding[] }) =>
  findings.length > 0 ? (
    <ul className="paper-findings">
      {findings.map((finding, place) => (
        <PaperFinding key={findingKey(findings, place)} {...finding} />
      ))}
    </ul>
  ) : null;

function PaperFinding({ rule: { title, rows }, verdict, checkedByBiller, override }: Finding) {
  const { because, fix, outcome, certain } = verdict;
  return (
    <li>
      <Box ticked={checkedByBiller || override !== null} />{' '}
      <strong>
        {title}
        {certain ? ' (certain to come back)' : marks[outcome]}.
      </strong>{' '}
      {because}{' '}
      {fix && !checkedByBiller && !override ? (
        <>
          <strong>Do:</strong> {fix}{' '}
        </>
      ) : null}
      {override ? <strong>Overridden: {overrideInWords(override)} </strong> : null}
      <SourceNumbers rows={rows} />
    </li>
  );
}

const marks = {
  'on-hold': ' (hold)',
  fail: ' (fix)',
  'needs-review': ' (check)',
  pass: '',
  'not-applicable': '',
} as const satisfies Record<Outcome, string>;

function AsEntered({ facts, refillCodes }: ClaimSummaryProps) {
  return (
    <section className="paper-headed">
      <div>
        <h2>As entered</h2>
      </div>
      <dl className="paper-facts">
        {facts.map(({ label, value }, place) => (
          <div key={`${label} ${place}`}>
            <dt>{label}</dt>
            <dd>{value === 'not entered' ? <span className="paper-blank">{value}</span> : value}</dd>
          </div>
        ))}
      </dl>
      {refillCodes}
    </section>
  );
}

function Record({ checklist }: ClaimSummaryProps) {
  return (
    <section className="paper-together">
      <h2>In the patient’s record</h2>
      <ul className="paper-checklist">
        {checklist.map(({ label, askedBy, ticked }) => (
          <li key={label}>
            <Box ticked={ticked} /> {label} <span className="asked-by">({askedBy})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
