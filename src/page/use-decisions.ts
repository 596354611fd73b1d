import { useCallback, useEffect, useMemo } from 'react';
import { decisionsToSettle, withOverride, withTicks, type Decisions } from '../answers/decisions';
import { fieldOf } from '../answers/field-names';
import type { WorksheetText } from '../answers/worksheet-text';
import type { IsoDate } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import type { PayerProfile } from '../engine/payer-profile';
import { goToField } from '../fields/fields';
import type { WorksheetForm } from '../fields/form';
import type { FindingActions } from '../results/Findings';
import { focusOn } from './focus-on';
import { claimPart } from './load-later';

type Decide = (change: (record: WorksheetText, encounter: Encounter) => Decisions | undefined) => void;

/** What can be done about a finding: go to its answer, tick it, switch on what it asks for, override it. */
export function useDecisions(form: WorksheetForm, today: IsoDate, profiles: readonly PayerProfile[]): FindingActions {
  const { getValues, setValue } = form;
  const decide = useCallback<Decide>(
    (change) => {
      // Before it has run there is nothing to decide about.
      const record = getValues();
      const encounter = claimPart.loaded()?.readWorksheet(record, today, profiles).encounter;
      const decisions = encounter && change(record, encounter);
      if (!decisions) return;
      if (decisions.overrides !== record.overrides) setValue('overrides', decisions.overrides);
      setValue('ticks', decisions.ticks);
    },
    [profiles, getValues, setValue, today],
  );
  useDecisionsSettled(form, decide);
  return useMemo<FindingActions>(
    () => ({
      onGoTo: (fact, row, item) => goToField(fieldOf(fact, getValues('entry'), row), item),
      onSwitchOn: (name) => {
        setValue(name, true);
        // The button is gone then: the claim that it changed is where the focus goes.
        focusOn('answer-title');
      },
      onChecked: (keys, checked) => decide((record, encounter) => withTicks(record, encounter, keys, checked)),
      onRecorded: (items, seen) => {
        const others = getValues('records').filter((each) => !items.includes(each));
        setValue('records', seen ? [...others, ...items] : others);
      },
      onOverride: (finding, change) => decide((record, encounter) => withOverride(record, encounter, finding, change)),
    }),
    [decide, getValues, setValue],
  );
}

/** What is told of the patient when a field is left belongs to the decisions that stand. */
function useDecisionsSettled({ getValues, setValue }: WorksheetForm, decide: Decide): void {
  useEffect(() => {
    const settle = () => {
      decide(decisionsToSettle);
      // So does the reference that is told after the patient of an 837P was typed.
      const { patientReference, sending } = getValues();
      if (sending.typedFor === '' && sending.patientLast !== '') setValue('sending.typedFor', patientReference.trim());
    };
    document.addEventListener('focusout', settle);
    return () => document.removeEventListener('focusout', settle);
  }, [decide, getValues, setValue]);
}
