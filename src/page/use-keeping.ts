import { useCallback, useEffect, useMemo, useState } from 'react';
import { labelOf, type FieldName } from '../answers/field-names';
import type { RecordFault } from '../answers/kept-record';
import type { WorksheetText } from '../answers/worksheet-text';
import type { IsoDate } from '../engine/dated';
import type { WorksheetForm } from '../fields/form';
import { idNow, isChangedElsewhere, isKept, withClaim, type ClinicRecords } from '../records/clinic-records';
import { newId } from '../fields/new-id';
import { correctedClaim, sentAndChanged, withWhatWasSent } from '../records/sent-claim';
import { asKept } from '../records/to-bill';
import type { AskedOfSent } from './asked-of-claim';
import { claimPart } from './load-later';
import type { ClaimRecord } from './use-claim-record';
import type { ClinicOfPage } from './use-clinic';
import { settleDays } from './use-today';

export type Keeping = AskedOfSent & {
  /** Keeps it; asks first where it was sent and is another by now. */
  readonly keep: () => void;
  /**
   * Keeps it, or tells why not; blank where it was kept. One that was sent and is another by now becomes a corrected
   * claim, so that nothing is lost.
   */
  readonly keepAllOfIt: () => string;
  /** The same, and it is no longer to bill. */
  readonly keepAsBilled: () => void;
  /** Asks nothing any more. */
  readonly forget: () => void;
  /** Why nothing was kept the last time, until something is changed. */
  readonly said: string;
  /** How a record that was kept stands to what is kept of it. */
  readonly standingOf: (record: WorksheetText) => Standing;
};

type Standing = 'kept' | 'changed' | 'changed-after-sent' | 'deleted';

/** Puts the claim in the form among those that the clinic keeps. */
export function useKeeping(form: WorksheetForm, { isOwn }: ClaimRecord, clinic: ClinicOfPage, today: IsoDate): Keeping {
  const { getValues } = form;
  const { records } = clinic;
  const { said, keepAs } = useKept(form, { isOwn }, clinic, today);
  useIdNow(form, records);
  const standingOf = useCallback<Keeping['standingOf']>((record) => standingIn(records, record), [records]);
  const [isAsking, setAsking] = useState(false);
  const mustAsk = useCallback(() => standingOf(getValues()) === 'changed-after-sent', [getValues, standingOf]);
  const whatWasSent = useWhatWasSent(clinic, today);
  return useMemo(
    () => ({
      keep: () => (mustAsk() ? setAsking(true) : void keepAs(asKept)),
      keepAllOfIt: () => keepAs(mustAsk() ? correctedClaim : asKept),
      keepAsBilled: () => void keepAs((record) => ({ ...record, toBill: false })),
      isAsking: isAsking && mustAsk(),
      answer: (what) => {
        setAsking(false);
        if (what !== 'stay') keepAs(what === 'correct' ? correctedClaim : whatWasSent);
      },
      forget: () => setAsking(false),
      said,
      standingOf,
    }),
    [isAsking, whatWasSent, keepAs, mustAsk, said, standingOf],
  );
}

/** Keeps the claim in the form as what `made` makes of it. */
function useKept(form: WorksheetForm, { isOwn }: Pick<ClaimRecord, 'isOwn'>, clinic: ClinicOfPage, today: IsoDate) {
  const { getValues, setValue } = form;
  const { records, onRecordsChange } = clinic;
  const [said, setSaid] = useSaid(form);
  const keepAs = useCallback(
    (made: (record: WorksheetText) => WorksheetText): string => {
      const refuse = (because: string) => (setSaid(because), because);
      // What keeps a record has run by the time that somebody has answered anything.
      const keeper = claimPart.loaded();
      if (!keeper || !isOwn()) return refuse('There is nothing of your own to keep yet.');
      settleDays(form, today);
      const typed = made(getValues());
      const reading = keeper.readKeptRecord(keeper.keptRecord(typed));
      if ('refused' in reading) return refuse(notKept(reading.refused));
      const apart = isChangedElsewhere(records, typed);
      const recordId = apart || typed.recordId === '' ? newId() : typed.recordId;
      const own = { ...structuredClone(typed), recordId };
      const keptAt = new Date().toISOString();
      onRecordsChange((now) => withClaim(now, own, keptAt, recordId).records);
      for (const name of madeOnKeeping) setValue(name, structuredClone(own[name]));
      setValue('keptAt', keptAt);
      setSaid(apart ? keptApart : '');
      return '';
    },
    [form, getValues, isOwn, onRecordsChange, records, setSaid, setValue, today],
  );
  return { said, keepAs };
}

/** What keeping a claim says of it, and nobody types. */
const madeOnKeeping = [
  'recordId',
  'toBill',
  'course',
  'remittanceCode',
  'remittances',
  'letters',
  'frequency',
  'corrects',
  'wasSent',
] as const satisfies readonly (keyof WorksheetText)[];

/** A changed record with what was sent of it, as the kept claim tells it. */
function useWhatWasSent({ records: { claims }, file }: ClinicOfPage, today: IsoDate) {
  return useCallback(
    (typed: WorksheetText): WorksheetText => {
      const sent = sentAndChanged(claims, typed);
      const makeRow = claimPart.loaded()?.keptRowMaker(file, today);
      // Who changed a claim has seen it, and what makes claims has run for that.
      return sent && makeRow ? withWhatWasSent(typed, makeRow(sent)) : typed;
    },
    [claims, file, today],
  );
}

function standingIn(records: ClinicRecords, record: WorksheetText): Standing {
  if (isKept(records, record)) return 'kept';
  if (sentAndChanged(records.claims, record)) return 'changed-after-sent';
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
