import { useEffect, useState } from 'react';
import type { PreparedClaim } from '../engine/prepared-claim';
import { showAnswer } from './focus-on';
import { KeepButton } from './KeepButton';
import type { ClaimPart } from './load-later';
import type { StandsBesides } from './stands-besides';

/** How long typing must rest before a screen reader is told what follows, in milliseconds. */
const restMs = 1000;

type ClaimInShortProps = {
  /** What shows a claim, once it has run. */
  part: ClaimPart | undefined;
  claim: PreparedClaim | null;
  /** What goes before its own status. */
  besides: StandsBesides | null;
  /** Whose it is and how it stands to what is kept of it; blank while it was never kept. */
  standing: string;
  untouched: boolean;
  canUndo: boolean;
  onKeep: () => void;
};

/** The claim in a breath: told to a screen reader once typing rests, and in the bar at the foot of a narrow screen. */
export function ClaimInShort(props: ClaimInShortProps) {
  const { part, claim, besides, standing, untouched, canUndo, onKeep } = props;
  const inShort = part && claim ? part.spokenOf(claim, besides) : untouched ? '' : 'No claim yet';
  return (
    <>
      <SpokenOnceResting>
        {`${canUndo ? 'The last claim was put away; Undo brings it back. ' : ''}${inShort}`}
      </SpokenOnceResting>
      <button
        type="button"
        className={['answer-bar', besides?.stands.as ?? claim?.status, standing && 'standing']
          .filter(Boolean)
          .join(' ')}
        onClick={showAnswer}
      >
        {standing === '' ? null : <span className="claim-standing">{standing}</span>}
        {part && claim ? <part.BarOfClaim claim={claim} besides={besides} /> : 'No claim yet: see what is missing'}
      </button>
      {untouched ? null : <KeepButton className="bar-keep" onKeep={onKeep} />}
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
