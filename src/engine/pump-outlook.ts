import { daysAfter, daysBetween, formatDate, formatDays, type IsoDate } from './dated';
import type { PumpFill } from './encounter';
import {
  formatMcg,
  formatMl,
  formatRatio,
  formatStrength,
  isMoreVolume,
  massIn,
  ml,
  timesMass,
  volumeLeft,
  volumeRounded,
  wholeUnitsIn,
  type Mass,
  type Volume,
} from './quantity';
import type { Step } from './citation';

/** When a filled pump runs low, at a constant flow. A cross-check of the programmer, never dosing advice. */
export type PumpOutlook = {
  /** As computed; null without a daily dose, and beyond the calendar. */
  readonly computedAlarm: IsoDate | null;
  /** Days that the programmer's alarm lies after the computed one; null where there is nothing to compare. */
  readonly programmerLater: number | null;
  /** The earlier of the computed alarm and the programmer's. */
  readonly alarmDate: IsoDate | null;
  /** The last day of stability in the pump; null beyond the calendar. */
  readonly stabilityEnd: IsoDate | null;
  /** Null while the clinic's lead days are not told. */
  readonly latestRefill: { readonly date: IsoDate; readonly decidedBy: 'alarm' | 'stability' } | null;
  /** What should have been left of the fill before: the programmer's number, else what the arithmetic says. */
  readonly expected: Volume | null;
  readonly how: readonly Step[];
};

/** The dates and volumes that follow from the record (row `products 3`). */
export function pumpOutlook(fill: PumpFill, filledOn: IsoDate): PumpOutlook {
  const { dailyDose, leadDays, stabilityDays, programmerAlarmDate, expectedResidual } = fill;
  const residual = residualByArithmetic(fill, filledOn);
  const alarm = dailyDose && alarmByArithmetic(fill, dailyDose, filledOn);
  const computedAlarm = alarm ? alarm.date : null;
  const programmerLater = programmerAlarmDate && computedAlarm ? daysBetween(computedAlarm, programmerAlarmDate) : null;
  const alarmDate =
    programmerAlarmDate && (programmerLater === null || programmerLater < 0) ? programmerAlarmDate : computedAlarm;
  const stabilityEnd = daysAfter(filledOn, stabilityDays) ?? null;
  const latestRefill = alarmDate ? latest(alarmDate, stabilityEnd, leadDays) : null;
  return {
    computedAlarm,
    programmerLater,
    alarmDate,
    stabilityEnd,
    latestRefill,
    expected: expectedResidual ?? (residual && residual.volume),
    how: [
      ...(residual ? [residual.how] : []),
      ...(alarm ? alarm.how : []),
      ...(programmerAlarmDate
        ? [{ says: programmerSays(programmerAlarmDate, programmerLater), rows: ['products 3'] }]
        : []),
      ...(stabilityEnd ? [{ says: stabilitySays(stabilityEnd, stabilityDays), rows: ['products 3 stability'] }] : []),
      ...(latestRefill ? [{ says: refillSays(latestRefill, leadDays ?? 0), rows: ['products 3'] }] : []),
    ],
  };
}

function alarmByArithmetic(
  { instilled, concentration, alarmVolume }: PumpFill,
  dailyDose: Mass,
  filledOn: IsoDate,
): { readonly date: IsoDate | null; readonly how: readonly Step[] } {
  const wholeDays = (volume: Volume) => wholeUnitsIn(massIn(volume, concentration), dailyDose).units;
  const daysToAlarm = wholeDays(volumeLeft(instilled, alarmVolume));
  const date = daysAfter(filledOn, daysToAlarm) ?? null;
  const dose = `${formatMcg(dailyDose)} a day`;
  const rows = ['products 3'];
  const toAlarm = isMoreVolume(instilled, alarmVolume)
    ? `(${formatMl(instilled)} − ${formatMl(alarmVolume)} alarm volume) × ${formatStrength(concentration)} ÷ ` +
      `${dose} = ${formatDays(daysToAlarm)} to the alarm`
    : `${formatMl(instilled)} is not above the alarm volume of ${formatMl(alarmVolume)}, so the alarm is due at once`;
  return {
    date,
    how: [
      {
        says:
          `${dose} ÷ ${formatStrength(concentration)} = ${formatRatio(dailyDose, massIn(ml(1), concentration))} mL ` +
          'a day.',
        rows,
      },
      { says: `${toAlarm}${date ? `: ${formatDate(date)}` : ''}.`, rows },
      {
        says: `At this rate the pump would be empty after ${formatDays(wholeDays(instilled))}: no day to plan by.`,
        rows,
      },
    ],
  };
}

/**
 * What should be left of the fill before this one, at a constant flow of the dose and concentration of then (row
 * `products 3`); to the nearest microliter. Null where one of them was not told.
 */
function residualByArithmetic(fill: PumpFill, on: IsoDate): { readonly volume: Volume; readonly how: Step } | null {
  const { lastFill, dailyDoseBefore, concentrationBefore } = fill;
  if (!lastFill || !dailyDoseBefore || !concentrationBefore) return null;
  const elapsed = daysBetween(lastFill.on, on);
  const delivered = volumeRounded(timesMass(dailyDoseBefore, elapsed), concentrationBefore);
  const volume = volumeLeft(lastFill.volume, delivered);
  const left = isMoreVolume(delivered, lastFill.volume) ? 'nothing' : formatMl(volume);
  return {
    volume,
    how: {
      says:
        `${formatMl(lastFill.volume)} on ${formatDate(lastFill.on)} − ${formatDays(elapsed)} × ` +
        `${formatMcg(dailyDoseBefore)} ÷ ${formatStrength(concentrationBefore)} = ${left} expected at a constant ` +
        'flow. With a varying dose use the programmer’s number.',
      rows: ['products 3'],
    },
  };
}

function latest(
  alarmDate: IsoDate,
  stabilityDate: IsoDate | null,
  leadDays: number | null,
): PumpOutlook['latestRefill'] {
  if (leadDays === null) return null;
  const beforeAlarm = daysAfter(alarmDate, -leadDays) ?? null;
  if (beforeAlarm && (!stabilityDate || beforeAlarm <= stabilityDate)) return { date: beforeAlarm, decidedBy: 'alarm' };
  return stabilityDate && { date: stabilityDate, decidedBy: 'stability' };
}

function refillSays({ date, decidedBy }: NonNullable<PumpOutlook['latestRefill']>, leadDays: number): string {
  const earlier = `the earlier of ${formatDays(leadDays)} before the alarm and the end of stability`;
  const decides = decidedBy === 'alarm' ? 'the alarm decides' : 'stability decides';
  return `Latest refill: ${earlier}, so ${formatDate(date)} (${decides}).`;
}

const stabilitySays = (end: IsoDate, days: number): string =>
  `${formatDays(days)} of stability in the pump end on ${formatDate(end)}.`;

function programmerSays(programmer: IsoDate, later: number | null): string {
  const compared =
    later === null
      ? 'with nothing to compare it with'
      : later === 0
        ? 'the same day'
        : `${formatDays(Math.abs(later))} ${later > 0 ? 'later' : 'earlier'} than computed`;
  return `The programmer says ${formatDate(programmer)}, ${compared}; the earlier day is taken here.`;
}
