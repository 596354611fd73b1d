import { formatDate, type IsoDate } from '../engine/dated';
import type { PumpFill } from '../engine/encounter';
import { isNoVolume, ml, type Strength, type Volume } from '../engine/quantity';
import type { AnswerReader } from './answer-reader';
import { readBedsideVolume, readCount, readDailyDose, readDate, readDrugStrength } from './read-answers';
import type { RefillText } from './worksheet-text';

/** What the volumes of the refill already told; null where they could not be read. */
export type FillVolumes = {
  readonly reservoir: Volume | null;
  readonly instilled: Volume | null;
  readonly diluent: Volume | null;
  readonly concentration: Strength | null;
};

/** The pump around the fill: what was in it, what was drawn out, how it was programmed. Null while a number that it needs is missing. */
export function readPump(refill: RefillText, volumes: FillVolumes, dateOfService: IsoDate | null, reader: AnswerReader, today?: IsoDate): PumpFill | null {
  const { reservoir, instilled, diluent, concentration } = volumes;
  const days = (from: number) => (typed: string, label: string) => readCount(typed, label, { from, through: 3650, of: 'days' });
  const date = (typed: string, label: string) => readDate(typed, label, { from: 1994, through: 2099, today });
  const expectedResidual = reader.optional('refill.expected', refill.expected, readBedsideVolume);
  const lastFilled = reader.optional('refill.lastFilled', refill.lastFilled, readBedsideVolume);
  const lastFilledOn = reader.optional('refill.lastFilledOn', refill.lastFilledOn, date);
  if (lastFilledOn && dateOfService && lastFilledOn >= dateOfService) {
    reader.refuse('refill.lastFilledOn', `Date of the last fill must be before the date of service, ${formatDate(dateOfService)}`);
  }
  const aspirated = reader.optional('refill.aspirated', refill.aspirated, readBedsideVolume);
  const tolerance = reader.optional('refill.tolerance', refill.tolerance, readBedsideVolume);
  const concentrationBefore = reader.optional('refill.concentrationBefore', refill.concentrationBefore, readDrugStrength);
  if (lastFilled && refill.lastFilledOn.trim() === '') reader.refuse('refill.lastFilledOn', 'Enter the date of the last fill too');
  if (lastFilledOn && refill.lastFilled.trim() === '') reader.refuse('refill.lastFilled', 'Enter the milliliters of the last fill too');
  const dailyDoseBefore = reader.optional('refill.dailyDoseBefore', refill.dailyDoseBefore, readDailyDose);
  const dailyDose = reader.optional('refill.dailyDose', refill.dailyDose, readDailyDose);
  const alarmVolume = reader.required('refill.alarmVolume', refill.alarmVolume, readBedsideVolume, 'Enter the alarm volume, like 2.0');
  const leadDays = reader.optional('refill.leadDays', refill.leadDays, days(0));
  const stabilityDays = reader.required('refill.stabilityDays', refill.stabilityDays, days(1), 'Enter the stability limit in days, like 180');
  const programmerAlarmDate = reader.optional('refill.programmerAlarmDate', refill.programmerAlarmDate, date);
  if (programmerAlarmDate && dateOfService && programmerAlarmDate < dateOfService) {
    reader.refuse('refill.programmerAlarmDate', `Programmer’s alarm date must not be before the date of service, ${formatDate(dateOfService)}`);
  }
  if (!reservoir || !instilled || !concentration || !alarmVolume || stabilityDays === null) return null;
  const bridgeBolus = refill.bridgeBolus === '' ? null : refill.bridgeBolus === 'yes';
  return {
    reservoir, expectedResidual, lastFill: lastFilled && lastFilledOn && { volume: lastFilled, on: lastFilledOn }, aspirated, tolerance, instilled, diluent, concentration, concentrationBefore, bridgeBolus, dailyDose,
    dailyDoseBefore, alarmVolume, leadDays, stabilityDays, programmerAlarmDate,
  };
}

export function readReservoir({ reservoir, reservoirOther }: RefillText, reader: AnswerReader): Volume | null {
  if (reservoir === '') {
    reader.refuse('refill.reservoir', 'Choose the size of the reservoir');
    return null;
  }
  if (reservoir !== 'other') return ml(Number(reservoir));
  const size = reader.required('refill.reservoirOther', reservoirOther, readBedsideVolume, 'Enter the size of the reservoir in mL');
  if (size && isNoVolume(size)) reader.refuse('refill.reservoirOther', 'Other size must be more than 0');
  return size;
}
