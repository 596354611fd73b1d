import type { PreparedClaim } from '../engine/prepared-claim';
import { claimInShort, leftInWords } from '../results/ClaimPanel';
import { Shape } from '../results/Findings';
import { reasonInShort, shapeOf, worstOf } from '../results/words';

/** The claim and what is left to do, as they are spoken. */
export function spokenOf(claim: PreparedClaim): string {
  const left = leftInWords(claim);
  return `${claimInShort(claim)}${left ? `. ${left}` : ''}`;
}

/** Lines and, where something is wrong, its reason. */
export function BarOfClaim({ claim }: { claim: PreparedClaim }) {
  const worst = worstOf(claim);
  return (
    <>
      <span className="in-a-line">
        <Shape outcome={shapeOf[claim.status]} /> {claimInShort(claim)}
      </span>
      {worst ? <span className="reason">{reasonInShort(claim, worst)}</span> : null}
    </>
  );
}
