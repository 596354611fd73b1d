import { startTransition, use, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { Problem } from '../answers/answer-reader';
import { standingDecisions } from '../answers/decisions';
import { askedNames } from '../answers/answer';
import { readDay } from '../answers/claim-readers';
import { overrideAnswers } from '../answers/worksheet-answers';
import { readWorksheet } from '../answers/read-worksheet';
import { faultsOf } from '../answers/faults';
import { understoodOf, unreadOf } from '../answers/understood';
import type { WorksheetText } from '../answers/worksheet-text';
import { formatDay, type IsoDate } from '../engine/dated';
import { prepareClaim } from '../engine/prepare-claim';
import type { ClinicFile } from '../engine/clinic-file';
import { useWorksheetForm } from '../fields/form';
import { TellingContext, type Told } from '../fields/told';
import type { OverrideField, OverrideFieldsOf } from '../results/Findings';
import { ruleBookWith } from '../rules';

/**
 * The record in the form, followed at every keystroke. What was typed is painted first and what follows from it after
 * that, so this lags behind the form for some milliseconds; `catchUp` reads it at once.
 */
export function useFollowedRecord(): { readonly worksheet: WorksheetText; readonly catchUp: () => void } {
  const { getValues, subscribe } = useWorksheetForm();
  const [worksheet, setWorksheet] = useState<WorksheetText>(() => getValues());
  const catchUp = useCallback(() => setWorksheet(structuredClone(getValues())), [getValues]);
  useEffect(() => {
    const follow = ({ values }: { values: WorksheetText }) => startTransition(() => setWorksheet(values));
    return subscribe({ formState: { values: true }, callback: follow });
  }, [subscribe]);
  return { worksheet, catchUp };
}

/** What follows from a record: the claim, or why there is none; and what was understood of each answer. */
export function usePreparedClaim(worksheet: WorksheetText, clinic: ClinicFile, today: IsoDate) {
  const book = useMemo(() => ruleBookWith(clinic.tables), [clinic]);
  const { claim, problems, overrideProblems, refill } = useMemo(() => {
    const reading = readWorksheet(worksheet, today, clinic.profiles);
    return { ...reading, claim: reading.encounter && prepareClaim(reading.encounter, book) };
  }, [worksheet, today, clinic, book]);
  const overrideFieldsOf = useCallback<OverrideFieldsOf>(
    (checkKey) => {
      const { overrides } = claim ? standingDecisions(worksheet, claim.encounter) : worksheet;
      return overrideFields(overrides, checkKey, overrideProblems, today);
    },
    [worksheet, claim, overrideProblems, today],
  );
  const told = useMemo(() => {
    const faults = claim ? faultsOf(claim.findings, worksheet.entry) : null;
    return {
      said: understoodOf(worksheet, refill, today),
      problems: { ...faults?.problems, ...unreadOf(worksheet, problems) },
      points: faults?.points ?? {},
    };
  }, [claim, worksheet, problems, refill, today]);
  useTelling(told);
  return { claim, problems, refill, overrideFieldsOf };
}

/** Tells the answers what was found of them, before the page is painted. */
function useTelling(told: Told): void {
  const { tell } = use(TellingContext);
  useLayoutEffect(() => tell(told), [tell, told]);
}

const overrideNames = askedNames(overrideAnswers);

/** The three answers of an override as they stand in the record, each with what is wrong with it. */
function overrideFields(
  overrides: WorksheetText['overrides'],
  checkKey: string,
  problems: readonly Problem[],
  today: IsoDate,
): readonly OverrideField[] {
  const place = overrides.findIndex(({ finding }) => finding === checkKey);
  return overrideNames.map((name) => {
    const value = overrides[place]?.[name] ?? '';
    // What is still missing is asked for above the fields; only what cannot be read is told beside its own.
    const problem =
      value.trim() === '' ? undefined : problems.find(({ field }) => field === `overrides.${place}.${name}`)?.message;
    const day = name === 'on' ? readDay(value, '', today) : null;
    return {
      name,
      label: overrideAnswers[name].label,
      value,
      problem,
      said: day && 'value' in day ? formatDay(day.value) : undefined,
    };
  });
}

/** Whether nothing that makes a claim has been answered yet: then the page teaches instead of asking. */
export function isUntouched({ entry, doseGiven, doseWasted, refill, payer, setting }: WorksheetText): boolean {
  const drug =
    entry === 'dose'
      ? doseGiven + doseWasted
      : refill.containers.map(({ product, ndc }) => product + ndc).join('') + refill.instilled;
  return drug + payer + setting === '';
}
