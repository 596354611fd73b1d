import type { Encounter } from '../engine/encounter';
import type { TicksText, WorksheetText } from './worksheet-text';

/** Who the patient is, as far as the record tells: each text tells one patient from the next. */
const patientOf = ({ patientReference, account, sending }: WorksheetText): string[] =>
  [patientReference, account, sending.subscriberLast, sending.subscriberFirst, sending.memberId, sending.birthDate, sending.accountNumber].map((text) => text.trim());

/** What the claim is about besides the patient: without the record's own ticks and what is only looked up or printed. */
const factsOf = ({ preparedOn: _day, checked: _ticks, records: _seen, chargePerUnit: _charge, profile, ...facts }: Encounter): string => JSON.stringify({ ...facts, profile: profile?.id ?? null });

/** Whether nothing that was told of the patient then is told otherwise now; a patient who was not told of at all is only the same for the very same facts. */
function isSamePatient({ patient, facts }: TicksText, now: readonly string[], encounter: Encounter): boolean {
  if (patient.some((text, place) => text !== '' && text !== now[place])) return false;
  const wasNamed = patient.some((text) => text !== '');
  return wasNamed || now.every((text) => text === '') || facts === factsOf(encounter);
}

/**
 * The findings whose tick still stands. A tick is of one patient: it falls when another is named, but not when more is told of
 * the same one. That it also falls with its own reason, payer and day is in its key.
 */
export const standingTicks = (record: WorksheetText, encounter: Encounter): readonly string[] =>
  record.ticks.keys.length > 0 && isSamePatient(record.ticks, patientOf(record), encounter) ? record.ticks.keys : [];

/** The record's ticks with one set or taken off; those that no longer stand go. */
export function withTick(record: WorksheetText, encounter: Encounter, key: string, checked: boolean): TicksText {
  const others = standingTicks(record, encounter).filter((each) => each !== key);
  return { patient: patientOf(record), facts: factsOf(encounter), keys: checked ? [...others, key] : others };
}

/** The ticks that stand, with all that is told of the patient by now; undefined where that is no more than before. */
export function settledTicks(record: WorksheetText, encounter: Encounter): TicksText | undefined {
  const [now, keys] = [patientOf(record), standingTicks(record, encounter)];
  const isNew = keys.length > 0 && now.some((text, place) => text !== record.ticks.patient[place]);
  return isNew ? { patient: now, facts: factsOf(encounter), keys: [...keys] } : undefined;
}
