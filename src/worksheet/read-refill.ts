import { formatDate, type IsoDate } from '../engine/dated';
import type { Encounter, OpenedContainers, PumpFill } from '../engine/encounter';
import { drugInstilled } from '../engine/mixture';
import {
  asMgPerMl,
  formatMass,
  formatMl,
  formatStrength,
  isMore,
  isMoreVolume,
  isNone,
  isNoVolume,
  isSameStrength,
  massIn,
  ml,
  noMass,
  noVolume,
  plus,
  remainder,
  sumOfMasses,
  sumOfVolumes,
  timesVolume,
  volumeHolding,
  type Mass,
  type Strength,
  type Volume,
} from '../engine/quantity';
import { brandOf, marketedStrengths, productOf } from '../rules/products';
import { answerReader, type AnswerReader, type Report } from './answer-reader';
import type { FieldName } from './labels';
import { readAmount, readCount, readDailyDose, readDate, readDrugCode, readExpiry, readReference, readStrength, readText, readVolume } from './read-answers';
import type { ContainerText, RefillText, WorksheetText } from './worksheet-text';

/** The facts about the drug that either entry tells. */
export type DrugTold = Pick<
  Encounter,
  'given' | 'wasted' | 'givenVolume' | 'wastedVolume' | 'strength' | 'labeled' | 'container' | 'ndcs' | 'opened' | 'pumpFill'
>;

/** The nurse's record as far as it can be read; `drug` once nothing in it is missing or wrong. */
export type RefillReading = {
  readonly opened: readonly OpenedContainers[];
  readonly labeled: Mass;
  /** Opened less instilled; null until both are known. */
  readonly left: Mass | null;
  readonly given: Mass | null;
  readonly wasted: Mass | null;
  readonly pumpFill: PumpFill | null;
  /** The day of the refill. */
  readonly on: IsoDate | null;
  readonly drug: DrugTold | null;
};

/** More than any reservoir or container holds; above it something else was typed. */
const mostVolume = ml(100);

export const isEmptyRow = ({ product, ndc }: ContainerText): boolean => product === '' && ndc.trim() === '';

/** Whether the drug was mixed, so that a final concentration is needed: diluted, or of several strengths. */
export const isMixed = (refill: RefillText, opened: readonly OpenedContainers[]): boolean => refill.diluted || strengthsOf(opened).length > 1;

const strengthsOf = (opened: readonly OpenedContainers[]): Strength[] =>
  opened.reduce<Strength[]>((found, { strength }) => (found.some((each) => isSameStrength(each, strength)) ? found : [...found, strength]), []);

/** Reads the refill entry: containers, volumes, what was left, and the pump's programming. Never throws. */
export function readRefill({ refill, purpose }: Pick<WorksheetText, 'refill' | 'purpose'>, dateOfService: IsoDate | null, report: Report): RefillReading {
  const reader = answerReader(report);
  const opened = readContainers(refill.containers, reader);
  const labeled = sumOfMasses(opened.map(massOfRow));
  const openedVolume = sumOfVolumes(opened.map(({ volume, count }) => timesVolume(volume, count)));
  const strengths = strengthsOf(opened);
  const mixed = isMixed(refill, opened);
  const intoPump = purpose === 'pump-fill';

  const reservoir = intoPump ? readReservoir(refill, reader) : null;
  const diluent = refill.diluted ? reader.required('refill.diluent', refill.diluent, volume, 'Enter the milliliters of diluent') : null;
  const concentration = mixed
    ? reader.required('refill.concentration', refill.concentration, readStrength, 'Enter the final concentration of what was instilled')
    : (strengths[0] ?? null);
  const strongest = strengths.toSorted((a, b) => b.mcgPerMl - a.mcgPerMl)[0];
  if (mixed && concentration && strongest && (refill.diluted ? concentration.mcgPerMl >= strongest.mcgPerMl : concentration.mcgPerMl > strongest.mcgPerMl)) {
    reader.refuse('refill.concentration', `Final concentration must be ${refill.diluted ? 'below' : 'no more than'} the strength opened, ${formatStrength(strongest)}`);
  }
  const instilled = reader.required('refill.instilled', refill.instilled, volume, `Enter the milliliters ${intoPump ? 'instilled' : 'given'}`);
  const given = readGiven();
  const left = given && opened.length > 0 ? remainder(labeled, given) : null;
  const wasted = left && readWasted(refill, left, mixed ? null : (strengths[0] ?? null), reader);
  const pumpFill = intoPump ? readPump() : null;
  reader.optional('refill.pumpModel', refill.pumpModel, (typed, label) => readText(typed, label, 60));

  const told = reader.isSound() && opened.length > 0 && given && wasted && instilled && (pumpFill || !intoPump);
  return { opened, labeled, left, given, wasted: wasted?.mass ?? null, pumpFill, on: dateOfService, drug: told ? drugTold(given, wasted, instilled) : null };

  function drugTold(givenMass: Mass, waste: Waste, givenVolume: Volume): DrugTold {
    return {
      given: givenMass,
      wasted: waste.mass,
      givenVolume: isNoVolume(givenVolume) ? null : givenVolume,
      wastedVolume: waste.volume,
      strength: strengths.length === 1 ? (strengths[0] ?? null) : null,
      labeled,
      container: opened.some(({ container }) => container === 'multi-dose') ? 'multi-dose' : 'single-dose',
      ndcs: [...new Set(opened.flatMap(({ ndc }) => ndc ?? []))],
      opened,
      pumpFill,
    };
  }

  function readGiven(): Mass | null {
    if (!instilled || opened.length === 0 || opened.length < rowsFilled(refill.containers)) return null;
    const what = intoPump ? 'Instilled' : 'Given';
    if (reservoir && isMoreVolume(instilled, reservoir)) {
      reader.refuse('refill.instilled', `${what} ${formatMl(instilled)} is more than the ${formatMl(reservoir)} reservoir holds`);
      return null;
    }
    const ready = sumOfVolumes([openedVolume, diluent ?? noVolume]);
    if (isMoreVolume(instilled, ready)) {
      reader.refuse('refill.instilled', `${what} ${formatMl(instilled)} is more than the ${formatMl(ready)} opened${diluent ? ' and diluted' : ''}`);
      return null;
    }
    if (!concentration) return null;
    if (!mixed) return massIn(instilled, concentration);
    const mixture = drugInstilled({ instilled, concentration, labeled, openedVolume, diluent: diluent ?? noVolume, strength: strengths.length === 1 ? (strengths[0] ?? null) : null });
    if ('problem' in mixture) reader.refuse(mixture.of === 'diluent' ? 'refill.diluent' : 'refill.concentration', mixture.problem);
    return 'mass' in mixture ? mixture.mass : null;
  }

  function readPump(): PumpFill | null {
    const days = (from: number) => (typed: string, label: string) => readCount(typed, label, { from, through: 3650 });
    const expectedResidual = reader.optional('refill.expected', refill.expected, volume);
    const lastFilled = reader.optional('refill.lastFilled', refill.lastFilled, volume);
    const lastFilledOn = reader.optional('refill.lastFilledOn', refill.lastFilledOn, date);
    if (lastFilledOn && dateOfService && lastFilledOn >= dateOfService) {
      reader.refuse('refill.lastFilledOn', `Date of the last fill must be before the date of service, ${formatDate(dateOfService)}`);
    }
    const aspirated = reader.optional('refill.aspirated', refill.aspirated, volume);
    const tolerance = reader.optional('refill.tolerance', refill.tolerance, volume);
    const concentrationBefore = reader.optional('refill.concentrationBefore', refill.concentrationBefore, readStrength);
    const dailyDoseBefore = reader.optional('refill.dailyDoseBefore', refill.dailyDoseBefore, readDailyDose);
    const dailyDose = reader.optional('refill.dailyDose', refill.dailyDose, readDailyDose);
    const alarmVolume = reader.required('refill.alarmVolume', refill.alarmVolume, volume, 'Enter the alarm volume, like 2.0');
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
}

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
const volume = (typed: string, label: string) => readVolume(typed, label, mostVolume);
const massOfRow = (row: OpenedContainers): Mass => massIn(timesVolume(row.volume, row.count), row.strength);
const date = (typed: string, label: string) => readDate(typed, label, { from: 1994, through: 2099 });
const rowsFilled = (rows: readonly ContainerText[]): number => rows.filter((row) => !isEmptyRow(row)).length;

/** The rows that can be read; an empty row is no row. */
function readContainers(rows: readonly ContainerText[], reader: AnswerReader): readonly OpenedContainers[] {
  const filled = rows.flatMap((row, place) => (isEmptyRow(row) ? [] : { row, place }));
  if (filled.length === 0) reader.refuse('refill.containers.0.product', 'Choose the product that was opened, or scan it');
  return filled.flatMap(({ row, place }) => readContainer(row, place, filled.length > 1, reader) ?? []);
}

function readContainer(row: ContainerText, place: number, several: boolean, reader: AnswerReader): OpenedContainers | null {
  const field = <Name extends keyof ContainerText>(name: Name): FieldName => `refill.containers.${place}.${name}`;
  const inRow = answerReader((name, message) => reader.refuse(name, several ? `Container ${place + 1}: ${lowerFirst(message)}` : message));
  const code = row.ndc.trim() === '' ? null : inRow.optional(field('ndc'), row.ndc, readDrugCode);
  const product = productOf(code?.ndc ?? null);
  const strength = product?.strength ?? readLabelStrength();
  const volumeOfOne = product?.volume ?? inRow.required(field('volume'), row.volume, volume, 'Enter the milliliters in one container, from its label');
  if (volumeOfOne && isNoVolume(volumeOfOne)) inRow.refuse(field('volume'), 'Volume of one must be more than 0');
  const count = inRow.required(field('count'), row.count, (typed, label) => readCount(typed, label, { from: 1, through: 99 }), 'Enter how many containers were opened');
  const lot = inRow.optional(field('lot'), row.lot, (typed, label) => readReference(typed, label, 20)) ?? code?.lot ?? null;
  const expiry = inRow.optional(field('expiry'), row.expiry, readExpiry) ?? code?.expiry ?? null;
  if (!inRow.isSound() || !strength || !volumeOfOne || count === null) return null;
  return {
    ndc: code?.ndc ?? null,
    name: product ? brandOf(product) : null,
    strength,
    volume: volumeOfOne,
    count,
    container: product ? 'single-dose' : row.container,
    lot,
    expiry,
  };

  /** "2" on a label is mg/mL: a thousandfold slip that no marketed strength excuses (row products 6). */
  function readLabelStrength(): Strength | null {
    if (row.ndc.trim() !== '' && !code) return null;
    const read = inRow.required(field('strength'), row.strength, readStrength, 'Enter the strength in mcg/mL, from the label');
    const meant = read && asMgPerMl(read);
    if (!read || !meant || marketedStrengths.includes(read.mcgPerMl) || !marketedStrengths.includes(meant.mcgPerMl)) return read;
    inRow.refuse(field('strength'), `Strength ${read.mcgPerMl} mcg/mL is no baclofen strength: if the label says ${read.mcgPerMl} mg/mL, enter ${meant.mcgPerMl}`);
    return null;
  }
}

function readReservoir({ reservoir, reservoirOther }: RefillText, reader: AnswerReader): Volume | null {
  if (reservoir === '') {
    reader.refuse('refill.reservoir', 'Choose the size of the reservoir');
    return null;
  }
  if (reservoir !== 'other') return ml(Number(reservoir));
  const size = reader.required('refill.reservoirOther', reservoirOther, volume, 'Enter the size of the reservoir in mL');
  if (size && isNoVolume(size)) reader.refuse('refill.reservoirOther', 'Other size must be more than 0');
  return size;
}

type Waste = { readonly mass: Mass; readonly volume: Volume | null };

/** What was thrown away of what was left: all of it, confirmed, or another amount with its reason (rows 2.2, 2.22). */
function readWasted(refill: RefillText, left: Mass, strength: Strength | null, reader: AnswerReader): Waste | null {
  if (isNone(left)) return { mass: noMass, volume: null };
  if (refill.leftover === '') {
    reader.refuse('refill.leftover', 'Say what became of the drug left in the containers');
    return null;
  }
  if (refill.leftover === 'discarded') return { mass: left, volume: strength && (volumeHolding(left, strength) ?? null) };
  const inMl = (typed: string, label: string) => {
    const reading = readAmount(typed, refill.thrownAwayUnit, strength, label);
    return 'problem' in reading && reading.problem.startsWith('Enter the strength') ? { problem: `${label} must be in mg: the drug was mixed` } : reading;
  };
  const amount = reader.required('refill.thrownAway', refill.thrownAway, inMl, 'Enter what was thrown away, or 0');
  reader.required('refill.correction', refill.correction, (typed, label) => readText(typed, label, 120), 'Enter why it differs from what was left');
  if (amount && isMore(amount.mass, left)) {
    reader.refuse('refill.thrownAway', `Thrown away ${formatMass(amount.mass)} is more than the ${formatMass(left)} that was left`);
    return null;
  }
  return amount && { mass: amount.mass, volume: amount.volume };
}

/** Opened drug that is neither given nor thrown away: it holds JZ (row 2.22). */
export const unexplainedIn = ({ labeled, given, wasted }: RefillReading): Mass | null => given && wasted && remainder(labeled, plus(given, wasted));

/** Whether containers of several NDCs were opened, so that the lines of each are a question (row 2.21). */
export const hasSeveralNdcs = (worksheet: WorksheetText): boolean =>
  worksheet.entry === 'refill' && new Set(readRefill(worksheet, null, () => {}).opened.map(({ ndc }) => ndc)).size > 1;
