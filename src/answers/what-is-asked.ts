import { containerOf, type Encounter } from '../engine/encounter';
import type { Ndc11 } from '../engine/ndc';
import type { PayerProfile } from '../engine/payer-profile';
import { isNone, mcgPerMl, type Mass, type Strength } from '../engine/quantity';
import { kindOf340bDecides } from '../rules/asked-for';
import { isBrainInjury } from '../rules/diagnoses';
import type { RecordFacts } from '../rules/documentation-items';
import { namedProfiles } from '../rules/payers';
import { productOf } from '../rules/products';
import { readDay } from './claim-readers';
import { labelOf } from './field-names';
import { readAmount, readDiagnoses, readStrength, type Amount, type Reading } from './read-answers';
import { readNdcAnswer } from './read-drug-code';
import type { RefillReading } from './read-refill';
import type { BesideText, WorksheetText } from './worksheet-text';

/*
 * What an answer makes necessary to ask next. The form needs it while it is typed in, before there is anything to read
 * a whole claim with.
 */

/**
 * Whether a diagnosis is still to be entered: lines can be made without one, but a payer would certainly send them
 * back, unless somebody decided to send them all the same.
 */
export const isDiagnosisMissing = ({ diagnoses, payer, overrides }: WorksheetText): boolean =>
  diagnoses.trim() === '' && payer !== 'self-pay' && overrides.length === 0;

/** The profiles of a payer type: the clinic's own first, then those that were read. */
export const profilesFor = (payer: WorksheetText['payer'], own: readonly PayerProfile[]): readonly PayerProfile[] =>
  [...own, ...namedProfiles].filter((each) => each.payer === payer);

/** The profile chosen, where it is one of the payer type; null: none. */
export const chosenProfile = (
  { payer, profile }: Pick<WorksheetText, 'payer' | 'profile'>,
  own: readonly PayerProfile[],
): PayerProfile | null => (profile === '' ? null : (profilesFor(payer, own).find(({ id }) => id === profile) ?? null));

/**
 * Where no strength is typed, that of the NDC’s container on file; a compound has another strength than what it was
 * made from.
 */
export function strengthOfNdc({ strength, ndc, drugSource }: Pick<WorksheetText, 'strength' | 'ndc' | 'drugSource'>): {
  readonly strength: Strength;
  readonly ndc: Ndc11;
} | null {
  const reading =
    drugSource !== 'compounded' && strength.trim() === '' && ndc.trim() !== '' ? readNdcAnswer(ndc, '') : null;
  return (reading && 'value' in reading && productOf(reading.value)) || null;
}

/** Whether an amount in milliliters hangs on the strength. */
export const asksStrength = ({ doseGivenUnit, doseWastedUnit, labeledAmountUnit }: WorksheetText): boolean =>
  [doseGivenUnit, doseWastedUnit, labeledAmountUnit].includes('mL');

/** Whether preauthorization was given, so that its number, dates and units are asked for. */
export const isApproval = (
  status: WorksheetText['priorAuthorization'],
): status is 'approved' | 'approved-after-service' => status === 'approved' || status === 'approved-after-service';

/** Whether the payer has to confirm the code: intravenous and intramuscular (row 1.12), and any compound (row 1.9). */
export const needsConfirmation = ({ route, drugSource }: Pick<WorksheetText, 'route' | 'drugSource'>): boolean =>
  drugSource === 'compounded' || route === 'intravenous' || route === 'intramuscular';

/**
 * Whether the sheet still holds a code that the payer named for a compound, while the drug is none: it confirms no
 * other code.
 */
export const confirmsOtherCode = (worksheet: Pick<WorksheetText, 'route' | 'drugSource' | 'confirmedCode'>): boolean =>
  needsConfirmation(worksheet) && worksheet.drugSource !== 'compounded' && worksheet.confirmedCode !== '';

/** What a second drug of the day was given for, and how: by lumbar puncture no pump is filled. */
export const givenAs = {
  fill: { purpose: 'pump-fill', route: 'intrathecal-pump' },
  trial: { purpose: 'screening-trial', route: 'intrathecal-lumbar-puncture' },
} as const satisfies Record<Exclude<BesideText['use'], ''>, Pick<Encounter, 'purpose' | 'route'>>;

/** The purpose of the second drug of the day; null where there is none. */
export const purposeBeside = ({
  drugBeside: { use },
}: Pick<WorksheetText, 'drugBeside'>): Encounter['purpose'] | null => (use === '' ? null : givenAs[use].purpose);

/** Whether any drug of the day went into a pump. */
export const fillsPump = (worksheet: Pick<WorksheetText, 'purpose' | 'drugBeside'>): boolean =>
  worksheet.purpose === 'pump-fill' || purposeBeside(worksheet) === 'pump-fill';

/**
 * Whether it can be said that both came out of the same containers: the nurse’s entry accounts for its own, where the
 * amounts are written as a sum.
 */
export const asksSameContainers = ({ entry }: Pick<WorksheetText, 'entry'>): boolean => entry === 'dose';

/** Whether the second drug is told to have come out of the containers of the first. */
export const isOutOfSame = (worksheet: Pick<WorksheetText, 'entry' | 'drugBeside'>): boolean =>
  worksheet.drugBeside.sameContainers && asksSameContainers(worksheet);

/** Whether its containers and its waste are asked for: those of the first drug tell both where they are the same. */
export const asksContainersBeside = (worksheet: Pick<WorksheetText, 'entry' | 'drugBeside'>): boolean =>
  worksheet.drugBeside.use !== '' && !isOutOfSame(worksheet);

/** Whether it has a charge of its own: drug of another purpose has another code. */
export const asksChargeBeside = (worksheet: Pick<WorksheetText, 'purpose' | 'drugBeside'>): boolean => {
  const purpose = purposeBeside(worksheet);
  return purpose !== null && purpose !== worksheet.purpose;
};

/** Whether the kind of 340B hospital decides the modifier, as far as the worksheet can be read. */
export function asksHospital340b(worksheet: WorksheetText): boolean {
  const { payer, setting, bought340b, offCampus } = worksheet;
  const date = readDay(worksheet.dateOfService, '');
  return (
    payer !== '' &&
    setting !== '' &&
    'value' in date &&
    kindOf340bDecides({ payer, setting, bought340b, offCampus, dateOfService: date.value })
  );
}

/** The amounts alone, for what the form says back and asks next, whatever else is still missing. */
export function readAmounts(
  worksheet: WorksheetText,
): { readonly strength: Strength | null } & Record<
  'doseGiven' | 'doseWasted' | 'labeledAmount',
  Reading<Amount> | null
> {
  const strengthReading =
    worksheet.strength.trim() === '' ? null : readStrength(worksheet.strength, labelOf('strength'));
  const strength =
    strengthReading && 'value' in strengthReading
      ? strengthReading.value
      : (strengthOfNdc(worksheet)?.strength ?? null);
  const amount = (field: 'doseGiven' | 'doseWasted' | 'labeledAmount') =>
    worksheet[field].trim() === ''
      ? null
      : readAmount(worksheet[field], worksheet[`${field}Unit`], strength, labelOf(field));
  return {
    strength,
    doseGiven: amount('doseGiven'),
    doseWasted: amount('doseWasted'),
    labeledAmount: amount('labeledAmount'),
  };
}

const isWaste = (wasted: Mass | null): boolean => wasted !== null && !isNone(wasted);

/** Whether waste is told: in the amounts, in what was read of a refill, or of a second drug. */
export const hasWaste = (worksheet: WorksheetText, refill: RefillReading | null): boolean =>
  wastesFirst(worksheet, refill) || wastesBeside(worksheet);

/** Any strength: only whether it is none is asked. */
const anyStrength = mcgPerMl(1);
function wastesBeside(worksheet: Pick<WorksheetText, 'entry' | 'drugBeside'>): boolean {
  const { doseWasted, doseWastedUnit } = worksheet.drugBeside;
  if (!asksContainersBeside(worksheet) || doseWasted.trim() === '') return false;
  const reading = readAmount(doseWasted, doseWastedUnit, anyStrength, '');
  return 'value' in reading && !isNone(reading.value.mass);
}

function wastesFirst(worksheet: WorksheetText, refill: RefillReading | null): boolean {
  if (worksheet.entry === 'refill') return isWaste(refill?.wasted ?? null);
  const reading = readAmounts(worksheet).doseWasted;
  return reading !== null && 'value' in reading && !isNone(reading.value.mass);
}

/**
 * What decides which documentation is asked for; container and waste are told in the amounts, or in what was read of a
 * refill.
 */
export function recordFacts(worksheet: WorksheetText, refill: RefillReading | null): RecordFacts {
  const told = { purpose: worksheet.purpose, brainInjury: isOfBrainInjury(worksheet) };
  if (worksheet.entry === 'refill') return { ...told, ...recordFactsOf(refill) };
  return { ...told, container: worksheet.container, hasWaste: wastesFirst(worksheet, null) };
}

function isOfBrainInjury({ diagnoses }: WorksheetText): boolean {
  const codes = readDiagnoses(diagnoses);
  return 'value' in codes && codes.value.some(isBrainInjury);
}

/** The same of a second drug of the day; null where there is none. */
export function recordFactsBeside(worksheet: WorksheetText): RecordFacts | null {
  const purpose = purposeBeside(worksheet);
  if (purpose === null) return null;
  const { containers } = worksheet.drugBeside;
  return {
    purpose,
    brainInjury: isOfBrainInjury(worksheet),
    container: containers.some(({ container }) => container === 'multi-dose') ? 'multi-dose' : 'single-dose',
    hasWaste: wastesBeside(worksheet),
  };
}

/** What a refill tells of its documentation; drug that was left counts as waste until it is said what became of it. */
export const recordFactsOf = (refill: RefillReading | null): Pick<RecordFacts, 'container' | 'hasWaste'> => ({
  container: containerOf(refill?.opened ?? []),
  hasWaste: isWaste(refill?.left ?? null),
});

/** Whether containers of several NDCs were opened, so that the lines of each are a question (row 2.21). */
export const hasSeveralNdcs = (refill: RefillReading | null): boolean =>
  new Set(refill?.opened.flatMap(({ ndc }) => ndc ?? [])).size > 1;
