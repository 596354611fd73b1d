import { daysAfter, daysBetween, formatDate, type IsoDate } from './dated';
import type { PumpFill } from './encounter';
import { formatMcg, formatMl, formatRatio, formatStrength, massIn, ml, timesMass, volumeLeft, volumeRounded, wholeUnitsIn, type Mass, type Volume } from './quantity';
import type { Step } from './rule';

/** When a filled pump runs low, at a constant flow. A cross-check of the programmer, never dosing advice. */
export type PumpOutlook = {
  /** mL a day, as text: it need not end. */
  readonly flow: string;
  readonly daysToAlarm: number;
  /** As computed; null beyond the calendar. */
  readonly computedAlarm: IsoDate | null;
  /** The earlier of the computed day and the programmer's. */
  readonly alarmDate: IsoDate | null;
  /** Days that the programmer's alarm lies after the computed one; null where there is nothing to compare. */
  readonly programmerLater: number | null;
  readonly daysToEmpty: number;
  readonly stabilityDate: IsoDate | null;
  /** Null while the clinic's lead days are not told. */
  readonly latestRefill: { readonly date: IsoDate; readonly decidedBy: 'alarm' | 'stability' } | null;
  readonly how: readonly Step[];
};

/** The dates that follow from volume, concentration and daily dose (row `products 3`). `dailyDose` must be more than nothing. */
export function pumpOutlook(fill: PumpFill, dailyDose: Mass, filledOn: IsoDate): PumpOutlook {
  const { instilled, concentration, alarmVolume, leadDays, stabilityDays, programmerAlarmDate } = fill;
  const wholeDays = (volume: Volume) => wholeUnitsIn(massIn(volume, concentration), dailyDose).units;
  const flow = formatRatio(dailyDose, massIn(ml(1), concentration));
  const daysToAlarm = wholeDays(volumeLeft(instilled, alarmVolume));
  const daysToEmpty = wholeDays(instilled);
  const computedAlarm = daysAfter(filledOn, daysToAlarm) ?? null;
  const programmerLater = programmerAlarmDate && computedAlarm ? daysBetween(computedAlarm, programmerAlarmDate) : null;
  const alarmDate = programmerAlarmDate && (programmerLater === null || programmerLater < 0) ? programmerAlarmDate : computedAlarm;
  const stabilityDate = daysAfter(filledOn, stabilityDays) ?? null;
  const latestRefill = latest(alarmDate, stabilityDate, leadDays);

  const rows = ['products 3'];
  const dose = `${formatMcg(dailyDose)} a day`;
  const how: Step[] = [
    { says: `${dose} ÷ ${formatStrength(concentration)} = ${flow} mL a day.`, rows },
    {
      says: `(${formatMl(instilled)} − ${formatMl(alarmVolume)} alarm volume) × ${formatStrength(concentration)} ÷ ${dose} = ${days(daysToAlarm)} to the alarm${computedAlarm ? `: ${formatDate(computedAlarm)}` : ''}.`,
      rows,
    },
    ...(programmerAlarmDate ? [{ says: programmerSays(programmerAlarmDate, programmerLater), rows }] : []),
    { says: `At this rate the pump would be empty after ${days(daysToEmpty)}: no day to plan by.`, rows },
    ...(stabilityDate ? [{ says: `${days(stabilityDays)} of stability in the pump end on ${formatDate(stabilityDate)}.`, rows: ['products 3 stability'] }] : []),
    ...(latestRefill
      ? [{ says: `Latest refill: the earlier of ${days(leadDays ?? 0)} before the alarm and the end of stability, so ${formatDate(latestRefill.date)} (${latestRefill.decidedBy === 'alarm' ? 'the alarm decides' : 'stability decides'}).`, rows }]
      : []),
  ];
  return { flow, daysToAlarm, computedAlarm, alarmDate, programmerLater, daysToEmpty, stabilityDate, latestRefill, how };
}

/**
 * What should be left of the fill before this one, at a constant flow of the dose and concentration of then (row
 * `products 3`); to the nearest microliter. Null where one of them was not told.
 */
export function residualByArithmetic(fill: PumpFill, on: IsoDate): { readonly volume: Volume; readonly how: Step } | null {
  const { lastFill, dailyDoseBefore, concentrationBefore } = fill;
  if (!lastFill || !dailyDoseBefore || !concentrationBefore) return null;
  const elapsed = daysBetween(lastFill.on, on);
  const volume = volumeLeft(lastFill.volume, volumeRounded(timesMass(dailyDoseBefore, elapsed), concentrationBefore));
  return {
    volume,
    how: {
      says: `${formatMl(lastFill.volume)} on ${formatDate(lastFill.on)} − ${days(elapsed)} × ${formatMcg(dailyDoseBefore)} ÷ ${formatStrength(concentrationBefore)} = ${formatMl(volume)} expected at a constant flow. With a varying dose use the programmer’s number.`,
      rows: ['products 3'],
    },
  };
}

function latest(alarmDate: IsoDate | null, stabilityDate: IsoDate | null, leadDays: number | null): PumpOutlook['latestRefill'] {
  if (leadDays === null) return null;
  const beforeAlarm = alarmDate && (daysAfter(alarmDate, -leadDays) ?? null);
  if (beforeAlarm && (!stabilityDate || beforeAlarm <= stabilityDate)) return { date: beforeAlarm, decidedBy: 'alarm' };
  return stabilityDate && { date: stabilityDate, decidedBy: 'stability' };
}

function programmerSays(programmer: IsoDate, later: number | null): string {
  const compared =
    later === null ? 'with nothing to compare it with' : later === 0 ? 'the same day' : `${days(Math.abs(later))} ${later > 0 ? 'later' : 'earlier'} than computed`;
  return `The programmer says ${formatDate(programmer)}, ${compared}; the earlier day is taken here.`;
}

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;
