import type { PreparedClaim } from '../engine/prepared-claim';
import { claimInShort, leftInWords } from '../results/ClaimPanel';
import { Shape } from '../results/Findings';
import { reasonInShort, shapeOf, worstOf } from '../results/words';
import type { StandsBesides } from './stands-besides';

/** The claim and what is left to do, as they are spoken. */
export function spokenOf(claim: PreparedClaim, besides: StandsBesides | null): string {
  const left = leftInWords(claim);
  return `${claimInShort(claim, besides?.stands.words)}${left ? `. ${left}` : ''}`;
}

/** Lines and, where something is wrong, its reason; what stands before the claim’s own status is told instead of it. */
export function BarOfClaim({ claim, besides }: { claim: PreparedClaim; besides: StandsBesides | null }) {
  const worst = worstOf(claim);
  const reason = besides ? besides.says : worst ? reasonInShort(claim, worst) : '';
  return (
    <>
      <span className="in-a-line">
        <Shape outcome={shapeOf[besides?.stands.as ?? claim.status]} /> {claimInShort(claim, besides?.stands.words)}
      </span>
      {reason === '' ? null : <span className="reason">{reason}</span>}
    </>
  );
}
