import { containerOf, type DrugOfDay, type OpenedContainers } from '../engine/encounter';
import { isNone, massIn, noMass, sumOfMasses, timesVolume, type Strength } from '../engine/quantity';
import { declaredReader, type AnswerReader } from './answer-reader';
import { readAmount, type Amount } from './read-answers';
import { filledRows, readContainers } from './read-containers';
import { onlyStrength, type DrugTold } from './read-refill';
import { asksChargeBeside, asksUnitsBeside, givenAs, isOutOfSame } from './what-is-asked';
import { besideAnswers } from './worksheet-answers';
import type { BesideText, WorksheetText } from './worksheet-text';

/**
 * The second drug of the day, null where none was told. What is wrong with it is reported at its fields; `first` are
 * the containers that it may share.
 */
export function readDrugBeside(
  worksheet: WorksheetText,
  first: DrugTold | null,
  reader: AnswerReader,
): DrugOfDay | null {
  const { drugBeside } = worksheet;
  if (drugBeside.use === '') return null;
  const sameContainers = isOutOfSame(worksheet);
  const opened = sameContainers ? [] : readOpened(drugBeside, reader);
  const strength = sameContainers ? (first?.strength ?? null) : onlyStrength(opened);
  const amounts = readAmounts(drugBeside, sameContainers, strength, reader);
  const { optional } = declaredReader(reader, besideAnswers, drugBeside, 'drugBeside.');
  const chargePerUnit = asksChargeBeside(worksheet) ? optional('chargePerUnit') : null;
  const asksUnits = asksUnitsBeside(worksheet);
  const [unitsApproved, unitsUsed] = asksUnits ? [optional('unitsApproved'), optional('unitsUsed')] : [null, null];
  if (!amounts) return null;
  const { dose, waste } = amounts;
  return {
    ...givenAs[drugBeside.use],
    ...(sameContainers && first ? sharedOf(first) : ownOf(opened)),
    given: dose.mass,
    wasted: waste.mass,
    givenVolume: dose.volume,
    wastedVolume: waste.volume,
    givenParts: dose.parts,
    strength,
    strengthFromNdc: false,
    concentration: strength,
    expiryScanned: null,
    pumpFill: null,
    drugSource: drugBeside.drugSource,
    chargePerUnit,
    sameContainers,
    unitsApproved,
    unitsUsed,
  };
}

const readOpened = ({ containers }: BesideText, reader: AnswerReader): readonly OpenedContainers[] =>
  filledRows(containers).length > 0 ? readContainers(containers, reader, 'drugBeside.containers') : [];

type Told = Pick<DrugOfDay, 'labeled' | 'container' | 'ndcs' | 'opened' | 'mixed'>;

/** Without labels of its own: the containers count once, with the first drug. */
const sharedOf = ({ container, ndcs, opened, mixed }: DrugTold): Told => ({
  container,
  ndcs,
  opened,
  mixed,
  labeled: null,
});

const ownOf = (opened: readonly OpenedContainers[]): Told => ({
  container: containerOf(opened),
  ndcs: [...new Set(opened.flatMap(({ ndc }) => ndc ?? []))],
  opened,
  mixed: false,
  labeled:
    opened.length > 0
      ? sumOfMasses(opened.map(({ volume, count, strength }) => massIn(timesVolume(volume, count), strength)))
      : null,
});

const noWaste: Amount = { mass: noMass, volume: null, parts: [] };

/** What was given and wasted of it; null while either is missing. */
function readAmounts(
  { doseGiven, doseGivenUnit, doseWasted, doseWastedUnit }: BesideText,
  sameContainers: boolean,
  strength: Strength | null,
  { required, refuse }: AnswerReader,
): { readonly dose: Amount; readonly waste: Amount } | null {
  const reads = (unit: BesideText['doseGivenUnit']) => (typed: string, label: string) => {
    const reading = readAmount(typed, unit, strength, label);
    return 'problem' in reading && reading.problem.startsWith('Enter the strength')
      ? { problem: `${label} must be in mg or mcg, or its container entered below` }
      : reading;
  };
  const dose = required('drugBeside.doseGiven', doseGiven, reads(doseGivenUnit), 'Enter the second dose given');
  if (dose && isNone(dose.mass)) refuse('drugBeside.doseGiven', 'Second dose given must be more than 0');
  const waste = sameContainers
    ? noWaste
    : required(
        'drugBeside.doseWasted',
        doseWasted,
        reads(doseWastedUnit),
        'Enter the second dose wasted, or 0 if there was none',
      );
  return dose && waste && { dose, waste };
}
