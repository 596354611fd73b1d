import { useCallback, useEffect, useMemo, useState } from 'react';
import { readKeptRecord, keptRecord } from '../answers/kept-record';
import type { WorksheetText } from '../answers/worksheet-text';
import type { IsoDate } from '../engine/dated';
import type { WorksheetForm } from '../fields/form';
import { idNow, isChangedElsewhere, isKept, withClaim } from '../records/clinic-records';
import { newId } from '../records/new-id';
import type { ClaimRecord } from './use-claim-record';
import type { ClinicOfPage } from './use-clinic';
import { settleDays } from './use-today';

export type Keeping = {
  readonly keep: () => void;
  /** What came of the last time, to be said. */
  readonly said: string;
  readonly isKept: (record: WorksheetText) => boolean;
};

/** Puts the claim in the form among those that the clinic keeps. */
export function useKeeping(form: WorksheetForm, { isOwn }: ClaimRecord, clinic: ClinicOfPage, today: IsoDate): Keeping {
  const { getValues, setValue } = form;
  const { records, onRecordsChange } = clinic;
  const [said, setSaid] = useState('');
  const keep = useCallback(() => {
    if (!isOwn()) return setSaid('There is nothing of your own to keep yet.');
    settleDays(form, today);
    const typed = getValues();
    const reading = readKeptRecord(keptRecord(typed));
    if ('refused' in reading) return setSaid(`It was not kept. ${reading.refused.reason}.`);
    const apart = isChangedElsewhere(records, typed);
    const own = apart ? { ...typed, recordId: '' } : typed;
    const { records: next, kept } = withClaim(records, own, new Date().toISOString(), newId());
    onRecordsChange(() => next);
    setValue('recordId', kept.recordId);
    setValue('keptAt', kept.keptAt);
    setSaid(
      apart
        ? 'Kept as a claim of its own: the one that it was has been changed elsewhere. Both are among the claims.'
        : 'Kept among the claims of the clinic.',
    );
  }, [form, getValues, isOwn, onRecordsChange, records, setValue, today]);
  useEffect(() => {
    const id = idNow(records, getValues());
    if (id !== getValues('recordId')) setValue('recordId', id);
  }, [getValues, records, setValue]);
  const isKeptHere = useCallback((record: WorksheetText) => isKept(records, record), [records]);
  return useMemo(() => ({ keep, said, isKept: isKeptHere }), [keep, said, isKeptHere]);
}
