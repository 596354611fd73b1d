import { useCallback, useMemo, useState } from 'react';
import type { WorksheetText } from '../answers/worksheet-text';
import type { WorksheetForm } from '../fields/form';

export type Whose = {
  /** Keeps at once where it is told whose claim it is; else asks that first. */
  readonly before: (keep: () => void) => void;
  readonly isAsking: boolean;
  readonly answer: (what: 'keep' | 'stay') => void;
  /** Asks nothing any more. */
  readonly forget: () => void;
};

/** Whether a claim is kept for the first time and nobody told whose it is: once kept so, it is not asked again. */
export const lacksReference = ({
  patientReference,
  recordId,
}: Pick<WorksheetText, 'patientReference' | 'recordId'>): boolean => patientReference.trim() === '' && recordId === '';

/**
 * Asks whose claim it is when it is kept, and not before: a claim that is never kept needs no reference. `isOwn` tells
 * whether there is anything to keep.
 */
export function useWhose({ getValues }: WorksheetForm, isOwn: () => boolean): Whose {
  const [waiting, setWaiting] = useState<{ readonly keep: () => void } | null>(null);
  const before = useCallback<Whose['before']>(
    (keep) => (isOwn() && lacksReference(getValues()) ? setWaiting({ keep }) : keep()),
    [getValues, isOwn],
  );
  const answer = useCallback<Whose['answer']>(
    (what) => {
      setWaiting(null);
      if (what === 'keep') waiting?.keep();
    },
    [waiting],
  );
  const forget = useCallback(() => setWaiting(null), []);
  return useMemo(() => ({ before, isAsking: waiting !== null, answer, forget }), [answer, before, forget, waiting]);
}
