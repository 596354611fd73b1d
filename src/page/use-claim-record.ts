import { useCallback, useEffect, useMemo, useState } from 'react';
import type { UseFormReset } from 'react-hook-form';
import { examples, type Example } from '../answers/examples';
import { emptyWorksheet, type WorksheetText } from '../answers/worksheet-text';
import type { IsoDate } from '../engine/dated';
import { firstAnswer } from '../answers/field-names';
import { fieldId } from '../fields/fields';
import type { WorksheetForm } from '../fields/form';
import { focusOnForm } from './focus-on';

type RecordInForm = { form: WorksheetForm; reset: UseFormReset<WorksheetText>; today: IsoDate; onBegin: () => void };

export type ClaimRecord = {
  /** Whether the last claim can be brought back. */
  readonly canUndo: boolean;
  readonly undo: () => void;
  readonly newClaim: () => void;
  readonly load: (example: Example) => void;
  /** Another record, such as one that the clinic keeps. */
  readonly open: (record: WorksheetText) => void;
  /** Whether anybody typed in it. */
  readonly isOwn: () => boolean;
  readonly forget: () => void;
  /** All that it holds, as a value, and the way back from it. */
  readonly hold: () => HeldRecord;
  readonly bringBack: (held: HeldRecord) => void;
};

/** The record in the form, and the one that can be brought back. */
export type HeldRecord = { readonly record: WorksheetText; readonly before: WorksheetText | null };

/**
 * One claim record after the other: another takes the place of this one, which can be brought back if anything was
 * typed in it.
 */
export function useClaimRecord({ form: { getValues, subscribe }, reset, today, onBegin }: RecordInForm): ClaimRecord {
  const [before, setBefore] = useRecordBefore(subscribe);
  const begin = useCallback(
    (record: WorksheetText) => {
      const last = isOwnRecord(getValues(), today) ? structuredClone(getValues()) : null;
      // An untouched page has nothing to bring back, so that what was there before it stays.
      setBefore((earlier) => last ?? earlier);
      reset(record);
      onBegin();
      focusOnForm();
    },
    [getValues, onBegin, reset, setBefore, today],
  );
  const newClaim = useCallback(() => {
    const entry = getValues('entry');
    begin({ ...emptyWorksheet, entry });
    goToTop(entry);
  }, [begin, getValues]);
  const load = useCallback(({ worksheet }: Example) => begin(worksheet(today)), [begin, today]);
  const open = useCallback((record: WorksheetText) => begin(structuredClone(record)), [begin]);
  const undo = useCallback(() => {
    if (!before) return;
    begin(before);
    setBefore((last) => (last === before ? null : last));
  }, [before, begin, setBefore]);
  const isOwn = useCallback(() => isOwnRecord(getValues(), today), [getValues, today]);
  const forget = useCallback(() => {
    reset(emptyWorksheet);
    setBefore(null);
  }, [reset, setBefore]);
  const hold = useCallback(() => ({ record: structuredClone(getValues()), before }), [before, getValues]);
  const bringBack = useCallback((held: HeldRecord) => (reset(held.record), setBefore(held.before)), [reset, setBefore]);
  return useMemo(
    () => ({ canUndo: before !== null, undo, newClaim, load, open, isOwn, forget, hold, bringBack }),
    [before, undo, newClaim, load, open, isOwn, forget, hold, bringBack],
  );
}

/** Another claim begins as the page does: with what refines it folded. */
function foldAll(): void {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('#worksheet details[open]')) fold.open = false;
}

/** Folds the form, and goes to its first answer with the header in view: what was put away is brought back there. */
function goToTop(entry: WorksheetText['entry']): void {
  foldAll();
  window.scrollTo(0, 0);
  document.getElementById(fieldId(firstAnswer(entry)))?.focus({ preventScroll: true });
}

/** The record before this one, for as long as nothing was changed in this one. */
function useRecordBefore(subscribe: WorksheetForm['subscribe']) {
  const [before, setBefore] = useState<WorksheetText | null>(null);
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ name }) => {
          if (name !== undefined) setBefore(null);
        },
      }),
    [subscribe],
  );
  return [before, setBefore] as const;
}

/** Whether anybody typed in a record: it is neither empty nor an example as it was loaded. */
function isOwnRecord(record: WorksheetText, today: IsoDate): boolean {
  const text = JSON.stringify(record);
  return [{ ...emptyWorksheet, entry: record.entry }, ...examples.map((example) => example.worksheet(today))].every(
    (untyped) => JSON.stringify(untyped) !== text,
  );
}
