import { useCallback, useEffect, useMemo, useState } from 'react';
import { labelOf, type FieldName } from '../answers/field-names';
import { readKeptRecord, keptRecord, type RecordFault } from '../answers/kept-record';
import type { WorksheetText } from '../answers/worksheet-text';
import type { IsoDate } from '../engine/dated';
import type { WorksheetForm } from '../fields/form';
import { idNow, isChangedElsewhere, isKept, withClaim, type ClinicRecords } from '../records/clinic-records';
import { newId } from '../fields/new-id';
import { asKept } from '../records/to-bill';
import type { ClaimRecord } from './use-claim-record';
import type { ClinicOfPage } from './use-clinic';
import { settleDays } from './use-today';

export type Keeping = {
  /** Keeps it, or tells why not; blank where it was kept. */
  readonly keep: () => string;
  /** The same, and it is no longer to bill. */
  readonly keepAsBilled: () => string;
  /** Why nothing was kept the last time, until something is changed. */
  readonly said: string;
  /** How a record that was kept stands to what is kept of it. */
  readonly standingOf: (record: WorksheetText) => 'kept' | 'changed' | 'deleted';
};

/** Puts the claim in the form among those that the clinic keeps. */
export function useKeeping(form: WorksheetForm, { isOwn }: ClaimRecord, clinic: ClinicOfPage, today: IsoDate): Keeping {
  const { getValues, setValue } = form;
  const { records, onRecordsChange } = clinic;
  const [said, setSaid] = useSaid(form);
  const keepAs = useCallback(
    (asKept: (record: WorksheetText) => WorksheetText): string => {
      const refuse = (because: string) => (setSaid(because), because);
      if (!isOwn()) return refuse('There is nothing of your own to keep yet.');
      settleDays(form, today);
      const typed = asKept(getValues());
      const reading = readKeptRecord(keptRecord(typed));
      if ('refused' in reading) return refuse(notKept(reading.refused));
      const apart = isChangedElsewhere(records, typed);
      const recordId = apart || typed.recordId === '' ? newId() : typed.recordId;
      const own = { ...structuredClone(typed), recordId };
      const keptAt = new Date().toISOString();
      onRecordsChange((now) => withClaim(now, own, keptAt, recordId).records);
      setValue('toBill', own.toBill);
      setValue('recordId', recordId);
      setValue('keptAt', keptAt);
      setSaid(apart ? keptApart : '');
      return '';
    },
    [form, getValues, isOwn, onRecordsChange, records, setSaid, setValue, today],
  );
  useIdNow(form, records);
  const standingOf = useCallback<Keeping['standingOf']>((record) => standingIn(records, record), [records]);
  return useMemo(
    () => ({
      keep: () => keepAs(asKept),
      keepAsBilled: () => keepAs((record) => ({ ...record, toBill: false })),
      said,
      standingOf,
    }),
    [keepAs, said, standingOf],
  );
}

function standingIn(records: ClinicRecords, record: WorksheetText): ReturnType<Keeping['standingOf']> {
  if (isKept(records, record)) return 'kept';
  return records.claims.some(({ recordId }) => recordId === record.recordId) ? 'changed' : 'deleted';
}

/** "It was not kept: patient reference must have at most 200 characters." */
const notKept = ({ path, reason }: RecordFault): string =>
  `It was not kept: “${labelOf(path.join('.') as FieldName)}” ${reason}.`;

const keptApart =
  'Kept as a claim of its own: the one that it was has been changed elsewhere. Both are among the claims.';

/** A claim that was changed on both sides may stand under another id by now. */
function useIdNow({ getValues, setValue }: WorksheetForm, records: ClinicRecords): void {
  useEffect(() => {
    const id = idNow(records, getValues());
    if (id !== getValues('recordId')) setValue('recordId', id);
  }, [getValues, records, setValue]);
}

/** What is said of the claim in the form until anything in it is changed. */
function useSaid({ subscribe }: WorksheetForm) {
  const [said, setSaid] = useState('');
  useEffect(() => subscribe({ formState: { values: true }, callback: () => setSaid('') }), [subscribe]);
  return [said, setSaid] as const;
}
