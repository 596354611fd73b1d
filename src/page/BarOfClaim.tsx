import type { PreparedClaim } from '../engine/prepared-claim';
import { claimInShort, leftInWords } from '../results/ClaimPanel';
import { findingInShort, worstOf } from '../results/words';

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
      {claimInShort(claim)}
      {worst ? <span className="reason">{findingInShort(worst)}</span> : null}
    </>
  );
}
