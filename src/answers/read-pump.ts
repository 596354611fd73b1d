import { formatDate, type IsoDate } from '../engine/dated';
import type { PumpFill } from '../engine/encounter';
import { isNoVolume, ml, type Strength, type Volume } from '../engine/quantity';
import { declaredReader, type AnswerReader, type DeclaredReader, type Report } from './answer-reader';
import { refillAnswers } from './worksheet-answers';
import type { RefillText } from './worksheet-text';

/** What the volumes of the refill already told; null where they could not be read. */
export type FillVolumes = {
  readonly reservoir: Volume | null;
  readonly instilled: Volume | null;
  readonly diluent: Volume | null;
  readonly concentration: Strength | null;
};

/**
 * The pump around the fill: what was in it, what was drawn out, how it was programmed. Null while a number that it
 * needs is missing.
 */
export function readPump(
  refill: RefillText,
  volumes: FillVolumes,
  dateOfService: IsoDate | null,
  reader: AnswerReader,
  today?: IsoDate,
): PumpFill | null {
  const { reservoir, instilled, diluent, concentration } = volumes;
  const asked = declaredReader(reader, refillAnswers, refill, 'refill.', today);
  const { concentrationBefore, ...residual } = readBefore(refill, dateOfService, asked, reader.refuse);
  const programming = readProgramming(refill, dateOfService, asked, reader.refuse);
  if (!reservoir || !instilled || !concentration || !programming) return null;
  return { reservoir, ...residual, instilled, diluent, concentration, concentrationBefore, ...programming };
}

type Asked = DeclaredReader<typeof refillAnswers>;

/** What was in the pump before, and what was drawn out of it. */
function readBefore(
  refill: RefillText,
  dateOfService: IsoDate | null,
  { optional }: Asked,
  refuse: Report,
): Pick<PumpFill, 'expectedResidual' | 'lastFill' | 'aspirated' | 'tolerance' | 'concentrationBefore'> {
  const expectedResidual = optional('expected');
  const volume = optional('lastFilled');
  const on = optional('lastFilledOn');
  if (on && dateOfService && on >= dateOfService) {
    refuse(
      'refill.lastFilledOn',
      `Date of the last fill must be before the date of service, ${formatDate(dateOfService)}`,
    );
  }
  const aspirated = optional('aspirated');
  const tolerance = optional('tolerance');
  const concentrationBefore = optional('concentrationBefore');
  if (volume && refill.lastFilledOn.trim() === '') refuse('refill.lastFilledOn', 'Enter the date of the last fill too');
  if (on && refill.lastFilled.trim() === '') refuse('refill.lastFilled', 'Enter the milliliters of the last fill too');
  return { expectedResidual, lastFill: volume && on && { volume, on }, aspirated, tolerance, concentrationBefore };
}

type Programming = Pick<
  PumpFill,
  'bridgeBolus' | 'dailyDose' | 'dailyDoseBefore' | 'alarmVolume' | 'leadDays' | 'stabilityDays' | 'programmerAlarmDate'
>;

/** How the pump was programmed; null while alarm volume or stability limit is missing. */
function readProgramming(
  refill: RefillText,
  dateOfService: IsoDate | null,
  { optional, required }: Asked,
  refuse: Report,
): Programming | null {
  const dailyDoseBefore = optional('dailyDoseBefore');
  const dailyDose = optional('dailyDose');
  const alarmVolume = required('alarmVolume', 'Enter the alarm volume, like 2.0');
  const leadDays = optional('leadDays');
  const stabilityDays = required('stabilityDays', 'Enter the stability limit in days, like 180');
  const programmerAlarmDate = optional('programmerAlarmDate');
  if (programmerAlarmDate && dateOfService && programmerAlarmDate < dateOfService) {
    refuse(
      'refill.programmerAlarmDate',
      `Programmer’s alarm date must not be before the date of service, ${formatDate(dateOfService)}`,
    );
  }
  if (!alarmVolume || stabilityDays === null) return null;
  const bridgeBolus = refill.bridgeBolus === '' ? null : refill.bridgeBolus === 'yes';
  return { bridgeBolus, dailyDose, dailyDoseBefore, alarmVolume, leadDays, stabilityDays, programmerAlarmDate };
}

export function readReservoir(refill: RefillText, reader: AnswerReader): Volume | null {
  const { reservoir } = refill;
  if (reservoir === '') {
    reader.refuse('refill.reservoir', 'Choose the size of the reservoir');
    return null;
  }
  if (reservoir !== 'other') return ml(Number(reservoir));
  const size = declaredReader(reader, refillAnswers, refill, 'refill.').required(
    'reservoirOther',
    'Enter the size of the reservoir in mL',
  );
  if (size && isNoVolume(size)) reader.refuse('refill.reservoirOther', 'Other size must be more than 0');
  return size;
}
