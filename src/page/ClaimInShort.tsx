import { useEffect, useState } from 'react';
import type { PreparedClaim } from '../engine/prepared-claim';
import { isOpen } from '../engine/prepare-claim';
import { claimInShort, leftInWords } from '../results/ClaimPanel';
import { firstSentence } from '../results/words';
import { showAnswer } from './focus-on';

/** How long typing must rest before a screen reader is told what follows, in milliseconds. */
const restMs = 1000;

type ClaimInShortProps = { claim: PreparedClaim | null; untouched: boolean; canUndo: boolean };

/** The claim in a breath: told to a screen reader once typing rests, and in the bar at the foot of a narrow screen. */
export function ClaimInShort({ claim, untouched, canUndo }: ClaimInShortProps) {
  const left = claim ? leftInWords(claim) : '';
  const inShort = claim ? `${claimInShort(claim)}${left ? `. ${left}` : ''}` : untouched ? '' : 'No claim yet';
  return (
    <>
      <SpokenOnceResting>
        {`${canUndo ? 'The last claim was put away; Undo brings it back. ' : ''}${inShort}`}
      </SpokenOnceResting>
      <button type="button" className={`answer-bar${claim ? ` ${claim.status}` : ''}`} onClick={showAnswer}>
        {claim ? <BarOf claim={claim} /> : 'No claim yet: see what is missing'}
      </button>
    </>
  );
}

function SpokenOnceResting({ children: words }: { children: string }) {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(words), restMs);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p className="ds-u-visibility--screen-reader" role="status">
      {spoken}
    </p>
  );
}

/** Lines and, where something is wrong, its reason. */
function BarOf({ claim }: { claim: PreparedClaim }) {
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
