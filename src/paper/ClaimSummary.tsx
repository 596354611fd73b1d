import type { ReactNode } from 'react';
import type { Finding, PreparedClaim } from '../engine/prepared-claim';
import type { Outcome } from '../engine/verdict';
import { concerning, keepingBack, overrideInWords } from '../engine/prepare-claim';
import { formatDate } from '../engine/dated';
import type { InShort } from '../formats/written';
import './claim-summary.css';

export type Fact = { readonly label: string; readonly value: string };
export type ChecklistEntry = { readonly label: string; readonly askedBy: string; readonly ticked: boolean };

type ClaimSummaryProps = {
  claim: PreparedClaim;
  form: InShort;
  payer: string;
  example: string;
  facts: readonly Fact[];
  checklist: readonly ChecklistEntry[];
  containsPatientInformation: boolean;
  initials: string;
  statusWords: string;
  tables: readonly string[];
  lines: ReactNode;
  opened: ReactNode;
  estimate: ReactNode;
  working: ReactNode;
  /** Which refill code the record supports; null where nothing of it was told. */
  refillCodes: ReactNode;
};

/** The claim summary: one black-on-white page, shown only on paper. */
export function ClaimSummary(props: ClaimSummaryProps) {
  return (
    <article className="claim-summary">
      <SummaryHead {...props} />
      <FormItems {...props} />
      {props.opened}
      <div className="paper-columns">
        <AsEntered {...props} />
        <WorkingAndRecord {...props} />
      </div>
      <ToFix {...props} />
      <footer>
        <p>
          Checked by <span className="paper-line">{props.initials}</span> on <span className="paper-line" />
        </p>
        <p>Not legal or coding advice. Confirm plan rules with the payer.</p>
      </footer>
    </article>
  );
}

function SummaryHead({ claim, payer, example, containsPatientInformation, statusWords }: ClaimSummaryProps) {
  const { dateOfService, preparedOn } = claim.encounter;
  const keptBack = keepingBack(claim.findings).length > 0 ? `${statusWords}: do not send` : statusWords;
  return (
    <>
      <header>
        <div>
          <h1>Baclofen claim summary</h1>
          <p>
            {payer}, service of {formatDate(dateOfService)}, prepared {formatDate(preparedOn)}
          </p>
        </div>
        <p className="paper-status">{claim.status === 'on-hold' ? 'HOLD: do not send' : keptBack}</p>
      </header>
      {example || containsPatientInformation ? (
        <p className="paper-mark">
          {example ? `${example}. An example, not a real claim. ` : ''}
          {containsPatientInformation ? 'Contains patient information.' : ''}
        </p>
      ) : null}
    </>
  );
}

function FormItems({ claim: { formItems }, form, lines, estimate }: ClaimSummaryProps) {
  return (
    <section>
      <h2>Claim form items ({formItems.form === 'institutional' ? 'UB-04' : 'CMS-1500'})</h2>
      <dl className="paper-items">
        {form.fields.map(({ item, label, text, says = '' }) => (
          <Item key={`${item} ${label}`} number={item} label={label} value={text || says} />
        ))}
      </dl>
      {lines}
      {form.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {estimate}
    </section>
  );
}

function AsEntered({ facts, refillCodes }: ClaimSummaryProps) {
  return (
    <section>
      <h2>As entered</h2>
      <dl className="paper-facts">
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {refillCodes}
    </section>
  );
}

function WorkingAndRecord({ working, checklist, tables }: ClaimSummaryProps) {
  return (
    <section>
      <h2>Working</h2>
      {working}
      <h2>In the patient’s record</h2>
      <ul className="paper-checklist">
        {checklist.map(({ label, askedBy, ticked }) => (
          <li key={label}>
            <Box ticked={ticked} /> {label} <span className="asked-by">({askedBy})</span>
          </li>
        ))}
      </ul>
      <p className="paper-tables">
        <strong>Tables used.</strong> {tables.join('; ')}.
      </p>
    </section>
  );
}

function ToFix({ claim }: ClaimSummaryProps) {
  const open = concerning(claim.findings);
  return (
    <section>
      <h2>To fix and to check</h2>
      {open.length === 0 ? <p>Nothing is left to fix or to check.</p> : null}
      <ul className="paper-findings">
        {open.map((finding) => (
          <PaperFinding key={finding.rule.id} {...finding} />
        ))}
      </ul>
    </section>
  );
}

function PaperFinding({ rule: { title, rows }, verdict, checkedByBiller, override }: Finding) {
  const { because, fix, outcome, certain } = verdict;
  return (
    <li>
      <Box ticked={checkedByBiller} />{' '}
      <strong>
        {title}
        {certain ? ' (certain to come back)' : marks[outcome]}.
      </strong>{' '}
      {because} {outcome === 'needs-review' || override ? '' : fix}{' '}
      {override ? <strong>Overridden: {overrideInWords(override)} </strong> : null}
      <span className="rows">[{rows.join(', ')}]</span>
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

function Item({ number, label, value }: { number: string; label: string; value: string }) {
  return (
    <div>
      <dt>
        <span className="item-number">{number}</span> {label}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}

const Box = ({ ticked }: { ticked: boolean }) => <span className="paper-box">{ticked ? '☑' : '☐'}</span>;
