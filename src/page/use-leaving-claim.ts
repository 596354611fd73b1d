import { useCallback, useMemo, useState } from 'react';
import type { WorksheetText } from '../answers/worksheet-text';
import type { WorksheetForm } from '../fields/form';
import type { AskedOfClaim, AskedOnLeaving, Way } from './asked-of-claim';
import { focusOnForm } from './focus-on';
import type { ClaimRecord } from './use-claim-record';
import type { ClinicOfPage } from './use-clinic';
import type { Keeping } from './use-keeping';
import { lacksReference } from './use-whose';

/** Goes on to the other claim; told whether the one in the form was kept for that. */
type GoOn = (justKept: boolean) => void;

export type LeavingClaim = AskedOnLeaving & {
  /** Goes on at once where nothing of the claim in the form would be lost; else asks first. */
  readonly before: (way: Way, go: GoOn) => void;
  /** Opens a claim; of the very claim that was just kept, what stands in the form is the newest. */
  readonly opening: (open: WorksheetText) => GoOn;
  /** The ways to another claim, each of which asks first. */
  readonly record: ClaimRecord;
  readonly forget: () => void;
};

/**
 * Asks what becomes of a claim in the form that is not kept as it stands, before another takes its place. Who keeps no
 * claims is not asked: there *Undo* brings the last one back.
 */
export function useLeavingClaim(
  { getValues }: WorksheetForm,
  record: ClaimRecord,
  keeping: Keeping,
  clinic: ClinicOfPage,
): LeavingClaim {
  const { asked, ask, answer, forget } = useQuestion(keeping.keepAllOfIt);
  const { isOwn, open, newClaim, load } = record;
  const { claims } = clinic.records;
  const before = useCallback<LeavingClaim['before']>(
    (way, go) => {
      const standing = keeping.standingOf(getValues());
      const keepsClaims = claims.length > 0 || getValues('recordId') !== '';
      if (!keepsClaims || standing === 'kept' || !isOwn()) go(false);
      else ask({ way, ...questionOf(getValues(), standing), problem: '', go });
    },
    [ask, claims, getValues, isOwn, keeping],
  );
  const opening = useCallback<LeavingClaim['opening']>(
    (claim) => (justKept) => (justKept && claim.recordId === getValues('recordId') ? focusOnForm() : open(claim)),
    [getValues, open],
  );
  const guarded = useMemo<ClaimRecord>(
    () => ({
      ...record,
      newClaim: () => before('begin', newClaim),
      load: (example) => before('begin', () => load(example)),
      open: (claim) => before('open', opening(claim)),
    }),
    [before, load, newClaim, opening, record],
  );
  return useMemo(
    () => ({ asked, answer, before, opening, record: guarded, forget }),
    [asked, answer, before, opening, guarded, forget],
  );
}

/** The question that stands, and what follows from its answer. */
function useQuestion(keep: Keeping['keepAllOfIt']) {
  const [asked, ask] = useState<(AskedOfClaim & { readonly go: GoOn }) | null>(null);
  const answer = useCallback<LeavingClaim['answer']>(
    (what) => {
      const problem = what === 'keep' ? keep() : '';
      ask(asked && problem !== '' ? { ...asked, problem } : null);
      // The dialog gives the focus back to what opened it; the other claim is gone to after that.
      if (asked && problem === '' && what !== 'stay') setTimeout(() => asked.go(what === 'keep'));
    },
    [asked, keep],
  );
  const forget = useCallback(() => ask(null), []);
  return { asked, ask, answer, forget };
}

/** "The claim of PT-1, 11/20/2026, in the form was changed since it was kept." */
function questionOf(
  worksheet: WorksheetText,
  standing: ReturnType<Keeping['standingOf']>,
): Pick<AskedOfClaim, 'question' | 'lacksReference' | 'isCorrection'> {
  const { patientReference, dateOfService, recordId } = worksheet;
  const whose = patientReference.trim() || 'a patient without a reference';
  const day = dateOfService.trim();
  const claim = `The claim of ${whose}${day === '' ? '' : `, ${day},`}`;
  const how = recordId === '' ? 'is not kept yet' : standingWords[standing];
  return {
    question: `${claim} in the form ${how}.`,
    lacksReference: lacksReference(worksheet),
    isCorrection: standing === 'changed-after-sent',
  };
}

const standingWords = {
  kept: 'is kept',
  changed: 'was changed since it was kept',
  'changed-after-sent': 'was changed since it was sent',
  deleted: 'was deleted from the clinic’s claims',
} as const;
