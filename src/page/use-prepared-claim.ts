import { startTransition, use, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { WorksheetText } from '../answers/worksheet-text';
import type { IsoDate } from '../engine/dated';
import { useWorksheetForm } from '../fields/form';
import { TellingContext, type Told } from '../fields/told';
import type { OverrideFieldsOf } from '../results/Findings';
import type { ClinicRecords } from '../records/clinic-records';
import { claimPart, type ClaimPart } from './load-later';
import type { ClaimReading } from './prepared-claim';
import { recollect, withRecords } from './use-recollection';

/** Answers with a field that is drawn from the claim: it may not lag behind what is typed into it. */
const drawnFromClaim = /^overrides\b/;

/**
 * The record in the form, followed at every keystroke. What was typed is painted first and what follows from it after
 * that, so this lags behind the form for some milliseconds; another record is followed at once, and `catchUp` reads it
 * at once.
 */
export function useFollowedRecord(): { readonly worksheet: WorksheetText; readonly catchUp: () => void } {
  const { getValues, subscribe } = useWorksheetForm();
  const [worksheet, setWorksheet] = useState<WorksheetText>(() => getValues());
  const catchUp = useCallback(() => setWorksheet(structuredClone(getValues())), [getValues]);
  useEffect(() => {
    const follow = ({ name, values }: { name?: string; values: WorksheetText }) => {
      if (name === undefined || drawnFromClaim.test(name)) setWorksheet(values);
      else startTransition(() => setWorksheet(values));
    };
    return subscribe({ formState: { values: true }, callback: follow });
  }, [subscribe]);
  return { worksheet, catchUp };
}

const notRead: ClaimReading = {
  claim: null,
  problems: [],
  overrideProblems: [],
  refill: null,
  told: { said: {}, problems: {}, points: {} },
};

/** What follows from a record; nothing until what reads it has run. */
export function usePreparedClaim(worksheet: WorksheetText, records: ClinicRecords, today: IsoDate) {
  const { part, failed } = useClaimPart();
  const { clinic } = records;
  const reading = useMemo(() => part?.readClaim(worksheet, clinic, today) ?? notRead, [part, worksheet, clinic, today]);
  const overrideFieldsOf = useCallback<OverrideFieldsOf>(
    (checkKey) => part?.overrideFields(worksheet, reading, checkKey, today) ?? [],
    [part, worksheet, reading, today],
  );
  const told = useMemo(
    () =>
      part ? withRecords(reading.told, part, worksheet, recollect(part, worksheet, records, today)) : reading.told,
    [part, reading, worksheet, records, today],
  );
  useTelling(told);
  return { ...reading, overrideFieldsOf, part, failed };
}

/** What makes the claim, once it has run; what was typed until then is read when it has. */
function useClaimPart(): { readonly part: ClaimPart | undefined; readonly failed: boolean } {
  const [part, setPart] = useState(claimPart.loaded);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    claimPart.load().then(
      (come) => startTransition(() => setPart(come)),
      () => setFailed(true),
    );
  }, []);
  return { part, failed };
}

/** Tells the answers what was found of them, before the page is painted. */
function useTelling(told: Told): void {
  const { tell } = use(TellingContext);
  useLayoutEffect(() => tell(told), [tell, told]);
}

/** Whether nothing that makes a claim has been answered yet: then the page teaches instead of asking. */
export function isUntouched({ entry, doseGiven, doseWasted, refill, payer, setting }: WorksheetText): boolean {
  const drug =
    entry === 'dose'
      ? doseGiven + doseWasted
      : refill.containers.map(({ product, ndc }) => product + ndc).join('') + refill.instilled;
  return drug + payer + setting === '';
}
