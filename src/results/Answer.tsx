import type { PreparedClaim } from '../engine/prepared-claim';
import type { PaymentEstimate, RefillSupport } from '../engine/claim';
import { isOpen, keepingBack } from '../engine/prepare-claim';
import { formatMoney } from '../engine/quantity';
import { Estimate } from './Estimate';
import { Findings, Shape, type FindingActions, type OverrideFieldsOf } from './Findings';
import { lineInShort, linesAsText } from './lines-as-text';
import { RefillCodes } from './RefillCodes';
import { ServiceLines } from './ServiceLines';
import { Sources } from './Sources';
import { Unfolding } from './Unfolding';
import { useCopy } from './use-copy';
import { statusMeaning, statusWords } from './words';
import { Working } from './Working';
import './answer.css';

const shapeOf = { 'on-hold': 'on-hold', 'fix-first': 'fail', review: 'needs-review', ready: 'pass' } as const;

/** The claim as it stands: status, lines, why, what to fix, where it comes from. */
export function Answer({
  claim,
  refillSupport,
  actions,
  overrideFieldsOf,
  onHandOver,
}: {
  claim: PreparedClaim;
  refillSupport: RefillSupport | null;
  actions: FindingActions;
  overrideFieldsOf: OverrideFieldsOf;
  onHandOver: () => void;
}) {
  return (
    <>
      <div className={`status ${claim.status}`}>
        <h2 id="answer-title" tabIndex={-1}>
          <Shape outcome={shapeOf[claim.status]} /> {statusWords[claim.status]}
        </h2>
        <p>{statusSentence(claim)}</p>
      </div>
      <ServiceLines claim={claim} />
      <CopyLines claim={claim} onHandOver={onHandOver} />
      <h3>Why</h3>
      <Working how={claim.how} />
      <Unfolding summary={estimateInShort(claim.estimate)}>{() => <Estimate estimate={claim.estimate} />}</Unfolding>
      <RefillSupportUnfolding support={refillSupport} />
      <h3>To fix and to check</h3>
      <Findings findings={claim.findings} actions={actions} overrideFieldsOf={overrideFieldsOf} />
      <Sources claim={claim} />
    </>
  );
}

function RefillSupportUnfolding({ support }: { support: RefillSupport | null }) {
  if (!support) return null;
  return (
    <Unfolding summary={`Refill code that the record supports: ${support.inShort}`}>
      {() => <RefillCodes support={support} />}
    </Unfolding>
  );
}

/** "Estimated payment: $714.25". */
const estimateInShort = ({ total }: PaymentEstimate): string =>
  `Estimated payment, if nothing is denied: ${total ? formatMoney(total.paid) : 'not known'}`;

/** "3 to check. The lines stand; …" */
function statusSentence({ findings, status }: PreparedClaim): string {
  const open = findings.filter(isOpen);
  const counted = [
    { outcome: 'on-hold', words: 'on hold' },
    { outcome: 'fail', words: 'to fix' },
    { outcome: 'needs-review', words: 'to check' },
  ].flatMap(({ outcome, words }) => {
    const count = open.filter(({ verdict }) => verdict.outcome === outcome).length;
    return count > 0 ? `${count} ${words}` : [];
  });
  const byYou = findings.filter(({ checkedByBiller }) => checkedByBiller).length;
  if (byYou > 0) counted.push(`${byYou} checked by you`);
  const overridden = findings.filter(({ override }) => override !== null).length;
  if (overridden > 0) counted.push(`${overridden} overridden`);
  const meaning =
    status === 'review' && open.every(({ verdict: { outcome } }) => outcome === 'pass' || outcome === 'not-applicable')
      ? 'The lines stand as somebody decided.'
      : statusMeaning[status];
  return `${counted.length > 0 ? `${counted.join(', ')}. ` : ''}${meaning}`;
}

/** "Review: J0475-JZ × 4", for the bar at the foot of a narrow screen and for a screen reader. */
export const claimInShort = ({ status, lines }: PreparedClaim): string =>
  `${statusWords[status]}: ${lines.length > 0 ? lines.map(lineInShort).join(', ') : 'no drug line'}`;

function CopyLines({ claim, onHandOver }: { claim: PreparedClaim; onHandOver: () => void }) {
  const { copy, isCopied, refused } = useCopy();
  if (claim.lines.length === 0) return null;
  if (claim.status === 'on-hold') return <p className="copy">A claim on hold is not copied.</p>;
  const reasons = keepingBack(claim.findings);
  if (reasons.length > 0) {
    return (
      <p className="copy">
        A claim that would certainly come back is not copied.{' '}
        {reasons.map(({ rule, verdict }) => `${rule.title}: ${verdict.because}`).join(' ')}
      </p>
    );
  }
  const text = linesAsText(claim.lines);
  return (
    <p className="copy">
      <button type="button" className="ds-c-button ds-c-button--small" onClick={() => copy('lines', text)}>
        Copy lines
      </button>{' '}
      <button type="button" className="link" aria-haspopup="dialog" onClick={onHandOver}>
        To a form or file
      </button>
      <span role="status">
        {isCopied('lines', text) ? ' Copied, tab-separated.' : ''}
        {refused === 'lines' ? ' The browser did not allow copying. Select the table and copy it.' : ''}
      </span>
    </p>
  );
}
