import { daysAfter, formatDate, type IsoDate } from '../engine/dated';
import type { PumpFill } from '../engine/encounter';
import {
  formatMcg,
  formatMl,
  formatStrength,
  isMore,
  isMoreVolume,
  isSameStrength,
  mcg,
  volumeLeft,
  type Volume,
} from '../engine/quantity';
import type { PumpOutlook } from '../engine/pump-outlook';
import { citations, type RowId } from './citations';
import { cite } from './cite';

/** Daily doses outside of these are not wrong, but more often a slip of the unit: row `label dose`. */
const usualDailyDose = { from: mcg(24), to: mcg(2000) };

/** The boxed warning, in this product's words, and where it was read. */
export const withdrawalWarning = citations['label withdrawal'];

/** Everything that the nurse's entry rests on besides the rules of the claim. */
export const pumpSources = cite(
  'products 3',
  'products 3 alarm',
  'products 3 stability',
  'products 3 tolerance',
  'products 3 overfill',
  'label dose',
  'bridge bolus',
  'label withdrawal',
  'products 4',
  'barcode',
  '2.31',
  '2.32',
);

/** Something about the pump that a nurse should look at again. It is no finding on the claim and no dosing advice. */
export type PumpCheck = {
  readonly title: string;
  readonly outcome: 'look' | 'fine' | 'not-told';
  readonly says: string;
  readonly row: RowId;
};

/**
 * The cross-checks of a refill, each with its answer, also where nothing was told; `typedDose` tells a daily dose that
 * could not be read from none.
 */
export const pumpChecks = (
  fill: PumpFill,
  outlook: PumpOutlook,
  filledOn: IsoDate,
  typedDose: string,
): readonly PumpCheck[] => [
  difference(fill, outlook.expected),
  dailyDose(fill, typedDose),
  ...(isConcentrationChanged(fill) ? [bridgeBolus(fill)] : []),
  ...(fill.programmerAlarmDate ? [alarmDate(outlook, fill.programmerAlarmDate)] : []),
  ...refillInTime(fill, outlook, filledOn),
];

/** Aspirated less expected, against the clinic's own tolerance; no published one was found. */
function difference({ aspirated, tolerance, reservoir }: PumpFill, expected: Volume | null): PumpCheck {
  if (aspirated && isMoreVolume(aspirated, reservoir)) {
    return {
      title: compared.title,
      outcome: 'look',
      says: `${formatMl(aspirated)} aspirated is more than the ${formatMl(reservoir)} reservoir holds.`,
      row: 'products 3 overfill',
    };
  }
  if (!aspirated || !expected) {
    return { ...compared, outcome: 'not-told', says: 'Not compared: enter both volumes.' };
  }
  const less = isMoreVolume(expected, aspirated);
  const apart = less ? volumeLeft(expected, aspirated) : volumeLeft(aspirated, expected);
  const found =
    apart.uL === 0
      ? 'As much was aspirated as expected'
      : `${formatMl(apart)} ${less ? 'less' : 'more'} was aspirated than expected`;
  const may = less ? ' Less than expected may mean that the pump infuses too fast.' : '';
  return { ...compared, ...againstTolerance(found, apart, tolerance, may) };
}

const compared = { title: 'Expected and aspirated', row: 'products 3 tolerance' } as const;

function againstTolerance(
  found: string,
  apart: Volume,
  tolerance: Volume | null,
  may: string,
): Pick<PumpCheck, 'outcome' | 'says'> {
  if (!tolerance)
    return {
      outcome: 'not-told',
      says: `${found}. This is not judged: no tolerance of the clinic is entered, and no published one was found.`,
    };
  if (!isMoreVolume(apart, tolerance))
    return { outcome: 'fine', says: `${found}, within the clinic’s ${formatMl(tolerance)}.` };
  return {
    outcome: 'look',
    says: `${found}. That is beyond the clinic’s tolerance of ${formatMl(tolerance)}.${may}`,
  };
}

function dailyDose({ dailyDose: dose }: PumpFill, typed: string): PumpCheck {
  const title = 'Daily dose';
  const row = 'label dose';
  const span = `${formatMcg(usualDailyDose.from)} to ${formatMcg(usualDailyDose.to)} a day`;
  if (!dose) {
    const lacks = typed.trim() === '' ? 'No daily dose is entered' : 'The daily dose could not be read';
    return { title, outcome: 'not-told', says: `${lacks}, so no alarm date is computed.`, row };
  }
  if (isMore(usualDailyDose.from, dose) || isMore(dose, usualDailyDose.to)) {
    return {
      title,
      outcome: 'look',
      says: `Check the unit: ${formatMcg(dose)} a day is outside ${span}. Is it in mcg, and for a day, not an hour?`,
      row,
    };
  }
  return {
    title,
    outcome: 'fine',
    says: `${formatMcg(dose)} a day is within ${span}. This is no limit of the label.`,
    row,
  };
}

export const isConcentrationChanged = ({ concentration, concentrationBefore }: PumpFill): boolean =>
  concentrationBefore !== null && !isSameStrength(concentration, concentrationBefore);

function bridgeBolus({ concentration, concentrationBefore, bridgeBolus: programmed }: PumpFill): PumpCheck {
  const title = 'Change of concentration';
  const change =
    `The pump held ${concentrationBefore ? formatStrength(concentrationBefore) : ''} before and holds ` +
    `${formatStrength(concentration)} now`;
  if (programmed === null)
    return { title, outcome: 'look', says: `${change}. Was a bridge bolus programmed?`, row: 'bridge bolus' };
  if (!programmed)
    return {
      title,
      outcome: 'look',
      says: `${change}. No bridge bolus was programmed: confirm this with the prescriber.`,
      row: 'bridge bolus',
    };
  return { title, outcome: 'fine', says: `${change}. A bridge bolus was programmed.`, row: 'bridge bolus' };
}

/** Days to the alarm are cut off to whole ones, so a day either way says nothing. */
function alarmDate({ programmerLater, computedAlarm }: PumpOutlook, programmer: IsoDate): PumpCheck {
  const title = 'Alarm date';
  const row = 'products 3';
  if (programmerLater === null || !computedAlarm)
    return {
      title,
      outcome: 'not-told',
      says: `The programmer says ${formatDate(programmer)}. Not compared: no day could be computed.`,
      row,
    };
  if (Math.abs(programmerLater) <= 1)
    return {
      title,
      outcome: 'fine',
      says: `The programmer says ${formatDate(programmer)}. Computed is ${formatDate(computedAlarm)}.`,
      row,
    };
  const apart = `${Math.abs(programmerLater)} days ${programmerLater > 0 ? 'later' : 'earlier'}`;
  return {
    title,
    outcome: 'look',
    says:
      `The programmer says ${formatDate(programmer)}. That is ${apart} than the ${formatDate(computedAlarm)} ` +
      'computed. Read it again, and check volume, concentration and daily dose. ' +
      'A varying dose explains a difference. The earlier day is taken here.',
    row,
  };
}

/** A word only where the date is missing or cannot be: the date itself stands beside the checks. */
function refillInTime(
  { instilled, alarmVolume }: PumpFill,
  { alarmDate: alarm, latestRefill }: PumpOutlook,
  filledOn: IsoDate,
): readonly PumpCheck[] {
  if (!isMoreVolume(instilled, alarmVolume)) {
    const isNotBelow = `is not below the ${formatMl(instilled)} instilled`;
    return nextRefill('look', `The alarm volume of ${formatMl(alarmVolume)} ${isNotBelow}.`);
  }
  if (!alarm) return [];
  if (!latestRefill) {
    return nextRefill('not-told', 'No latest refill date is told: the clinic’s lead days are not entered.');
  }
  const nextDay = daysAfter(filledOn, 1) ?? filledOn;
  if (latestRefill.date >= nextDay) return [];
  const notAfter = `The latest refill date, ${formatDate(latestRefill.date)}, is not after this fill.`;
  return nextRefill('look', `${notAfter} Check daily dose, volume and lead days.`);
}

const nextRefill = (outcome: PumpCheck['outcome'], says: string): readonly PumpCheck[] => [
  { title: 'Next refill', outcome, says, row: 'products 3' },
];
