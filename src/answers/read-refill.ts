import type { IsoDate } from '../engine/dated';
import { containerOf, type Encounter, type OpenedContainers, type PumpFill } from '../engine/encounter';
import { drugInstilled } from '../engine/mixture';
import {
  compareStrengths,
  formatMass,
  formatMl,
  formatStrength,
  isMore,
  isMoreVolume,
  isNone,
  isNoVolume,
  isSameStrength,
  massIn,
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
import { answerReader, declaredReader, type AnswerReader, type DeclaredReader, type Report } from './answer-reader';
import { readAmount, readInstilled, unitTyped, type Amount, type Reading } from './read-answers';
import { filledRows, readContainers } from './read-containers';
import { readPump, readReservoir } from './read-pump';
import { refillAnswers } from './worksheet-answers';
import type { RefillText, WorksheetText } from './worksheet-text';

/** The facts about the drug that either entry tells. */
export type DrugTold = Pick<
  Encounter,
  | 'given'
  | 'wasted'
  | 'givenVolume'
  | 'wastedVolume'
  | 'givenParts'
  | 'strength'
  | 'strengthFromNdc'
  | 'concentration'
  | 'mixed'
  | 'labeled'
  | 'container'
  | 'ndcs'
  | 'opened'
  | 'expiryScanned'
  | 'pumpFill'
>;

/** The nurse's record as far as it can be read; `drug` once nothing in it is missing or wrong. */
export type RefillReading = {
  readonly opened: readonly OpenedContainers[];
  readonly labeled: Mass;
  /** Opened less instilled; null until both are known. */
  readonly left: Mass | null;
  readonly instilled: Volume | null;
  /**
   * Milliliters that instilled is the sum of, and masses that what was thrown away is; empty where it was told as one
   * amount.
   */
  readonly instilledParts: readonly Volume[];
  readonly wastedParts: readonly Mass[];
  readonly diluent: Volume | null;
  readonly given: Mass | null;
  readonly wasted: Mass | null;
  readonly pumpFill: PumpFill | null;
  /** The day of the refill. */
  readonly on: IsoDate | null;
  readonly drug: DrugTold | null;
};

/** Whether the drug was mixed, so that a final concentration is needed: diluted, or of several strengths. */
export const isMixed = ({ diluted }: Pick<RefillText, 'diluted'>, opened: readonly OpenedContainers[]): boolean =>
  diluted || strengthsOf(opened).length > 1;

const strengthsOf = (opened: readonly OpenedContainers[]): Strength[] =>
  opened.reduce<Strength[]>(
    (found, { strength }) => (found.some((each) => isSameStrength(each, strength)) ? found : [...found, strength]),
    [],
  );

/** The strength of all that was opened; null where there are several, or none. */
export function onlyStrength(opened: readonly OpenedContainers[]): Strength | null {
  const [first, ...others] = strengthsOf(opened);
  return first && others.length === 0 ? first : null;
}

/** Reads the refill entry: containers, volumes, what was left, and the pump's programming. Never throws. */
export function readRefill(
  { refill, purpose }: Pick<WorksheetText, 'refill' | 'purpose'>,
  dateOfService: IsoDate | null,
  report: Report,
  today?: IsoDate,
): RefillReading {
  const reader = answerReader(report);
  const asked = declaredReader(reader, refillAnswers, refill, 'refill.', today);
  const opened = readContainers(refill.containers, reader);
  const labeled = sumOfMasses(opened.map(massOfRow));
  const intoPump = purpose === 'pump-fill';
  const reservoir = intoPump ? readReservoir(refill, reader) : null;
  const solution = readSolution(refill, opened, asked, reader.refuse);
  const told = readVolume(refill, solution.concentration, reader);
  const instilled = told && told.volume;
  const isOpenedRead = opened.length > 0 && opened.length >= filledRows(refill.containers).length;
  const given = instilled && isOpenedRead ? readGiven(instilled, reservoir, opened, solution, reader.refuse) : null;
  const left = given && remainder(labeled, given);
  const wasted = left && readWasted(refill, left, solution.mixed ? null : (opened[0]?.strength ?? null), reader);
  const { diluent, concentration } = solution;
  const pumpFill = intoPump
    ? readPump(refill, { reservoir, instilled, diluent, concentration }, dateOfService, reader, today)
    : null;
  asked.optional('pumpModel');

  const isTold = reader.isSound() && given && wasted && told && (pumpFill || !intoPump);
  return {
    opened,
    labeled,
    left,
    instilled,
    instilledParts: told?.parts ?? [],
    wastedParts: wasted?.parts ?? [],
    diluent,
    given,
    wasted: wasted?.mass ?? null,
    pumpFill,
    on: dateOfService,
    drug: isTold ? drugTold({ given, wasted, told, opened, labeled, solution, pumpFill }) : null,
  };
}

/** The facts about the drug of a refill in which nothing is missing or wrong. */
function drugTold({ given, wasted, told, opened, labeled, solution, pumpFill }: SoundRefill): DrugTold {
  const { mixed, concentration } = solution;
  return {
    given,
    wasted: wasted.mass,
    givenVolume: isNoVolume(told.volume) ? null : told.volume,
    wastedVolume: wasted.volume,
    // A part of a mixture is a share that is rounded by itself: only the whole is exact.
    givenParts: told.ofMasses ?? (mixed || !concentration ? [] : told.parts.map((part) => massIn(part, concentration))),
    strength: onlyStrength(opened),
    strengthFromNdc: false,
    labeled,
    concentration,
    mixed,
    container: containerOf(opened),
    ndcs: [...new Set(opened.flatMap(({ ndc }) => ndc ?? []))],
    opened,
    expiryScanned: null,
    pumpFill,
  };
}

type SoundRefill = {
  readonly given: Mass;
  readonly wasted: Amount;
  readonly told: InstilledVolume;
  readonly opened: readonly OpenedContainers[];
  readonly labeled: Mass;
  readonly solution: Solution;
  readonly pumpFill: PumpFill | null;
};

/** What was drawn up: drug as it was opened, or mixed, and how much is in a milliliter of it. */
type Solution = {
  readonly mixed: boolean;
  readonly diluent: Volume | null;
  readonly concentration: Strength | null;
};

function readSolution(
  refill: RefillText,
  opened: readonly OpenedContainers[],
  { required }: DeclaredReader<typeof refillAnswers>,
  refuse: Report,
): Solution {
  const mixed = isMixed(refill, opened);
  const diluent = refill.diluted ? required('diluent', 'Enter the milliliters of diluent') : null;
  if (!mixed) return { mixed, diluent, concentration: opened[0]?.strength ?? null };
  const concentration = required('concentration', 'Enter the final concentration of what was instilled');
  const strongest = strengthsOf(opened).toSorted(compareStrengths).at(-1);
  if (
    concentration &&
    strongest &&
    (refill.diluted ? concentration.mcgPerMl >= strongest.mcgPerMl : concentration.mcgPerMl > strongest.mcgPerMl)
  ) {
    refuse(
      'refill.concentration',
      `Final concentration must be ${refill.diluted ? 'below' : 'no more than'} the strength opened, ` +
        `${formatStrength(strongest)}`,
    );
  }
  return { mixed, diluent, concentration };
}

const readVolume = (
  { instilled }: RefillText,
  concentration: Strength | null,
  { required }: AnswerReader,
): InstilledVolume | null =>
  required('refill.instilled', instilled, instilledReader(concentration), 'Enter the milliliters instilled');

/** The drug in what was instilled, where that much fits the reservoir and was there to instill. */
function readGiven(
  instilled: Volume,
  reservoir: Volume | null,
  opened: readonly OpenedContainers[],
  solution: Solution,
  refuse: Report,
): Mass | null {
  if (reservoir && isMoreVolume(instilled, reservoir)) {
    refuse(
      'refill.instilled',
      `Instilled ${formatMl(instilled)} is more than the ${formatMl(reservoir)} reservoir holds`,
    );
    return null;
  }
  const { mixed, diluent, concentration } = solution;
  const ready = sumOfVolumes([...opened.map(volumeOfRow), diluent ?? noVolume]);
  // Of undiluted drug of one strength it is overfill, or a container is missing: a finding says so, as in the dose
  // entry.
  if (mixed && isMoreVolume(instilled, ready)) {
    refuse(
      'refill.instilled',
      `Instilled ${formatMl(instilled)} is more than the ${formatMl(ready)} opened${diluent ? ' and diluted' : ''}`,
    );
    return null;
  }
  if (!concentration) return null;
  return mixed
    ? readShare(instilled, concentration, diluent ?? noVolume, opened, refuse)
    : massIn(instilled, concentration);
}

/** The share of all that was opened that was instilled of its mixture. */
function readShare(
  instilled: Volume,
  concentration: Strength,
  diluent: Volume,
  opened: readonly OpenedContainers[],
  refuse: Report,
): Mass | null {
  const mixture = drugInstilled({
    instilled,
    concentration,
    labeled: sumOfMasses(opened.map(massOfRow)),
    opened: opened.map((row) => ({ strength: row.strength, volume: volumeOfRow(row) })),
    diluent,
  });
  if ('mass' in mixture) return mixture.mass;
  refuse(mixture.of === 'diluent' ? 'refill.diluent' : 'refill.concentration', mixture.problem);
  return null;
}

const volumeOfRow = (row: OpenedContainers): Volume => timesVolume(row.volume, row.count);
const massOfRow = (row: OpenedContainers): Mass => massIn(volumeOfRow(row), row.strength);

/**
 * What was instilled, in mL, with its parts; typed in mg or mcg, as a trial is ordered, it is the volume that holds
 * them.
 */
type InstilledVolume = {
  readonly volume: Volume;
  readonly parts: readonly Volume[];
  readonly ofMasses: readonly Mass[] | null;
};

const instilledReader =
  (concentration: Strength | null) =>
  (typed: string, label: string): Reading<InstilledVolume> => {
    const reading = readInstilled(typed, label);
    if ('problem' in reading) return reading;
    if ('volume' in reading.value) return { value: { ...reading.value, ofMasses: null } };
    const { mass, parts } = reading.value.amount;
    if (!concentration)
      return { problem: `Instilled must be in mL until the ${unitTyped(typed) ?? 'mg'} in a mL are known` };
    const volume = volumeHolding(mass, concentration);
    return volume
      ? { value: { volume, parts: [], ofMasses: parts } }
      : {
          problem:
            `Instilled ${formatMass(mass)} is no whole number of microliters at ${formatStrength(concentration)}: ` +
            'enter mL',
        };
  };

/** Whether what was said of the rest stands for this amount: “all of it” only for the amount that it was said of. */
export const isAnswered = (
  { leftover, leftoverOf }: Pick<RefillText, 'leftover' | 'leftoverOf'>,
  left: Mass,
): boolean => leftover === 'other' || leftoverOf === String(left.ng);

/** What was thrown away of what was left: all of it, confirmed, or another amount with its reason (rows 2.2, 2.22). */
function readWasted(refill: RefillText, left: Mass, strength: Strength | null, reader: AnswerReader): Amount | null {
  if (isNone(left)) return { mass: noMass, volume: null, parts: [] };
  if (refill.leftover === '' || !isAnswered(refill, left)) {
    reader.refuse(
      'refill.leftover',
      refill.leftover === ''
        ? 'Say what became of the drug left in the containers'
        : `Say again what became of it: ${formatMass(left)} is left now`,
    );
    return null;
  }
  if (refill.leftover === 'discarded')
    return { mass: left, volume: strength && (volumeHolding(left, strength) ?? null), parts: [] };
  const inMl = (typed: string, label: string) => {
    const reading = readAmount(typed, refill.thrownAwayUnit, strength, label);
    return 'problem' in reading && reading.problem.startsWith('Enter the strength')
      ? { problem: `${label} must be in mg: the drug was mixed` }
      : reading;
  };
  const amount = reader.required('refill.thrownAway', refill.thrownAway, inMl, 'Enter what was thrown away, or 0');
  declaredReader(reader, refillAnswers, refill, 'refill.').required(
    'correction',
    'Enter what became of the rest, or that it is not known',
  );
  if (amount && isMore(amount.mass, left)) {
    reader.refuse(
      'refill.thrownAway',
      `Thrown away ${formatMass(amount.mass)} is more than the ${formatMass(left)} that was left`,
    );
    return null;
  }
  return amount;
}

/** Opened drug that is neither given nor thrown away: it holds JZ (row 2.22). Null where all is accounted for. */
export function unexplainedIn({ labeled, given, wasted }: RefillReading): Mass | null {
  const unexplained = given && wasted && remainder(labeled, plus(given, wasted));
  return unexplained && !isNone(unexplained) ? unexplained : null;
}
