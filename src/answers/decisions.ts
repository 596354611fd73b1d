import { formatDate } from '../engine/dated';
import { companionsAmong, type BilledService, type Encounter } from '../engine/encounter';
import type { OverrideText, TicksText, WorksheetText } from './worksheet-text';

/** Who the patient is, as far as the record tells: each text tells one patient from the next. */
const patientOf = ({ patientReference, account, sending }: WorksheetText): string[] =>
  [
    patientReference,
    account,
    sending.patientLast,
    sending.patientFirst,
    sending.memberId,
    sending.birthDate,
    sending.accountNumber,
  ].map((text) => text.trim());

/**
 * What the claim is about besides the patient: without the record's own ticks and what is only looked up or printed.
 */
const factsOf = ({
  preparedOn: _day,
  checked: _ticks,
  overrides: _overrides,
  records: _seen,
  chargePerUnit: _charge,
  otherPayer: _other,
  services,
  profile,
  drugBeside,
  ...facts
}: Encounter): string =>
  JSON.stringify({
    ...facts,
    profile: profile?.id ?? null,
    ...(drugBeside ? { drugBeside: { ...drugBeside, chargePerUnit: null } } : {}),
    ...(services.every(isPlain) ? {} : { services: services.map(uncharged) }),
  });

/** Told by its code alone, which stands among the other facts already. */
const isPlain = ({ code, modifiers, units, pointers }: BilledService): boolean =>
  companionsAmong([{ code }]).length > 0 && modifiers.length === 0 && units.units === 1 && pointers === null;
const uncharged = ({ chargePerUnit: _charge, ...service }: BilledService) => service;

const isNamed = (patient: readonly string[]): boolean => patient.some((text) => text !== '');

/**
 * Whether nothing that was told of the patient then is told otherwise now; one who is named at last is only the same
 * for the very same facts.
 */
function isSamePatient({ patient, facts }: TicksText, now: readonly string[], encounter: Encounter): boolean {
  if (patient.some((text, place) => text !== '' && text !== now[place])) return false;
  return isNamed(patient) || !isNamed(now) || facts === factsOf(encounter);
}

/** What a person decided about the findings of a record: ticks, and overrides of what would certainly come back. */
export type Decisions = Pick<WorksheetText, 'ticks' | 'overrides'>;

export const isUndecided = ({ ticks, overrides }: Decisions): boolean =>
  ticks.keys.length === 0 && overrides.length === 0;

/**
 * The decisions that still stand. They are of one patient: they fall when another is named, but not when more is told
 * of the same one. That each also falls with its own reason, payer and day is in its key. An override of nobody falls
 * with every other fact as well.
 */
export function standingDecisions(record: WorksheetText, encounter: Encounter): Decisions {
  const { ticks, overrides } = record;
  if (isUndecided(record)) return record;
  if (!isSamePatient(ticks, patientOf(record), encounter)) return { ticks: { ...ticks, keys: [] }, overrides: [] };
  return overrides.length === 0 || isNamed(ticks.patient) || ticks.facts === factsOf(encounter)
    ? record
    : { ticks, overrides: [] };
}

/** The decisions that stand, as of all that is told of the patient by now. */
function settled(record: WorksheetText, encounter: Encounter): Decisions {
  const { ticks, overrides } = standingDecisions(record, encounter);
  return { ticks: { patient: patientOf(record), facts: factsOf(encounter), keys: ticks.keys }, overrides };
}

/** The same where it is more than the record has; undefined where it is not. */
export function decisionsToSettle(record: WorksheetText, encounter: Encounter): Decisions | undefined {
  if (isUndecided(record) || patientOf(record).every((text, place) => text === record.ticks.patient[place]))
    return undefined;
  return settled(record, encounter);
}

/** The record's decisions with the findings of these keys ticked, or no longer. */
export function withTicks(
  record: WorksheetText,
  encounter: Encounter,
  keys: readonly string[],
  checked: boolean,
): Decisions {
  const { ticks, overrides } = settled(record, encounter);
  const others = ticks.keys.filter((each) => !keys.includes(each));
  return { ticks: { ...ticks, keys: checked ? [...others, ...keys] : others }, overrides };
}

/**
 * The record's decisions with something typed of the override of one finding, which is as of today unless another day
 * is told.
 */
export function withOverride(
  record: WorksheetText,
  encounter: Encounter,
  finding: string,
  change: Partial<OverrideText>,
): Decisions {
  const { ticks, overrides } = settled(record, encounter);
  const all = overrides.some((each) => each.finding === finding)
    ? overrides
    : [...overrides, { finding, who: '', on: formatDate(encounter.preparedOn), why: '' }];
  return { ticks, overrides: all.map((each) => (each.finding === finding ? { ...each, ...change } : each)) };
}
