import { useEffect } from 'react';
import type { FieldName } from '../answers/field-names';
import type { WorksheetText } from '../answers/worksheet-text';
import type { IsoDate } from '../engine/dated';
import type { WorksheetForm } from '../fields/form';
import type { Told } from '../fields/told';
import type { ClinicRecords } from '../records/clinic-records';
import type { Recollection } from '../records/filled-in';
import { claimPart, type ClaimPart } from './load-later';

/** What the clinic's fees and the kept claims tell of a claim. */
export const recollect = (
  part: ClaimPart,
  worksheet: WorksheetText,
  { claims, clinic }: ClinicRecords,
  today: IsoDate,
): Recollection => part.recollectionOf(worksheet, claims, clinic.profiles, part.keptReader(clinic, today), clinic.fees);

/** What is told of the answers, and behind it what the records say of them. */
export function withRecords(told: Told, part: ClaimPart, worksheet: WorksheetText, recollection: Recollection): Told {
  const { others } = recollection;
  const said = Object.entries(part.saidOfRecords(worksheet, recollection)).map(([name, words]) => {
    const understood = told.said[name as FieldName];
    return [name, `${understood === undefined ? '' : `${understood}. `}${words}.`];
  });
  return {
    ...told,
    said: { ...told.said, ...Object.fromEntries(said) },
    problems: others ? { patientReference: others, ...told.problems } : told.problems,
  };
}

/**
 * Fills in what the clinic's fees and the kept claims of the patient tell once dose, patient, day, payer or
 * authorization is left, so that each control shows what is computed with. The record holds what was filled in, so that
 * another patient, day or payer takes it along, also after the record was put away and brought back; what was typed
 * stays.
 */
export function useFilledIn({ getValues, setValue }: WorksheetForm, records: ClinicRecords, today: IsoDate) {
  useEffect(() => {
    if (records.claims.length === 0 && records.clinic.fees.length === 0) return undefined;
    const fill = ({ target, relatedTarget }: FocusEvent) => {
      const part = claimPart.loaded();
      const name = target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.name : '';
      if (!part?.settlingAnswers.some((each) => each === name)) return;
      const entered = relatedTarget instanceof HTMLInputElement ? relatedTarget.name : '';
      const changes = part.answersToFill(getValues(), recollect(part, getValues(), records, today).answers, entered);
      for (const [answer, text] of Object.entries(changes)) setValue(answer as keyof typeof changes, text);
    };
    document.addEventListener('focusout', fill);
    return () => document.removeEventListener('focusout', fill);
  }, [getValues, records, setValue, today]);
}
