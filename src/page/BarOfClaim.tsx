import type { PreparedClaim } from '../engine/prepared-claim';
import { isOpen } from '../engine/prepare-claim';
import { claimInShort, leftInWords } from '../results/ClaimPanel';
import { firstSentence } from '../results/words';

/** The claim and what is left to do, as they are spoken. */
export function spokenOf(claim: PreparedClaim): string {
  const left = leftInWords(claim);
  return `${claimInShort(claim)}${left ? `. ${left}` : ''}`;
}

/** Lines and, where something is wrong, its reason. */
export function BarOfClaim({ claim }: { claim: PreparedClaim }) {
  const worst = claim.status === 'fix-first' || claim.status === 'on-hold' ? claim.findings.find(isOpen) : undefined;
  return (
    <>
      {claimInShort(claim)}
      {worst ? (
        <span className="reason">
          {worst.rule.title}: {firstSentence(worst.verdict.because)}
        </span>
      ) : null}
    </>
  );
}
