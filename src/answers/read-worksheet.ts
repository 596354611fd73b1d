import type { IsoDate } from '../engine/dated';
import type { Ndc11 } from '../engine/ndc';
import type { Encounter, PayerConfirmation, PriorAuthorization } from '../engine/encounter';
import type { PayerProfile } from '../engine/payer-profile';
import { isNone, type Mass, type Strength } from '../engine/quantity';
import { answerReader, declaredReader, type AnswerReader, type Problem, type Report } from './answer-reader';
import { isBrainInjury } from '../rules/diagnoses';
import { kindOf340bDecides } from '../rules/modifiers';
import { attendanceDecides } from '../rules/payment-status';
import type { RecordFacts } from '../rules/documentation';
import { namedProfiles } from '../rules/payers';
import { productOf } from '../rules/products';
import { readDay } from './claim-readers';
import { labelOf } from './field-names';
import { readAmount, readDiagnoses, readStrength, type Amount, type Reading } from './read-answers';
import { isUndecided, standingDecisions } from './decisions';
import { expiryScanned, readNdcAnswer } from './read-drug-code';
import { readOverrides } from './read-overrides';
import { containerOf, readRefill, type DrugTold, type RefillReading } from './read-refill';
import { worksheetAnswers } from './worksheet-answers';
import type { WorksheetText } from './worksheet-text';

export type WorksheetReading = {
  /** Null while any answer is missing or has a problem. */
  readonly encounter: Encounter | null;
  readonly problems: readonly Problem[];
  /** What an override that is partly filled lacks; the encounter stands without it. */
  readonly overrideProblems: readonly Problem[];
  /** The nurse's entry as far as it can be read; null while the dose is entered instead. */
  readonly refill: RefillReading | null;
};

/**
 * The worksheet read as a whole, with the clinic's own payer profiles: facts, or every problem with its field. Never
 * throws.
 */
export function readWorksheet(
  worksheet: WorksheetText,
  today: IsoDate,
  profiles: readonly PayerProfile[] = [],
): WorksheetReading {
  const problems: Problem[] = [];
  const { encounter, refill } = readEncounter(worksheet, today, profiles, (field, message) =>
    problems.push({ field, message }),
  );
  return { encounter, problems, overrideProblems: readOverrides(worksheet.overrides, today).problems, refill };
}

/** Reads every answer that the other answers call for; `profiles` are the clinic's own. */
export function readEncounter(
  worksheet: WorksheetText,
  today: IsoDate,
  profiles: readonly PayerProfile[],
  report: Report,
): Pick<WorksheetReading, 'encounter' | 'refill'> {
  const reader = answerReader(report);
  const { optional, required } = declaredReader(reader, worksheetAnswers, worksheet, '', today);

  // Read ahead, because the refill is held against it; what is wrong with it is reported in its own place.
  const serviceReading = readDay(worksheet.dateOfService, '', today);
  const refill =
    worksheet.entry === 'refill'
      ? readRefill(worksheet, 'value' in serviceReading ? serviceReading.value : null, reader.refuse, today)
      : null;
  const drug = refill ? refill.drug : readDose(worksheet, reader);
  const wasted = hasWaste(worksheet, refill);
  const wasteReason = wasted ? optional('wasteReason') : null;
  const wasteDate = wasted ? optional('wasteDate') : null;
  const wasteTime = wasted ? optional('wasteTime') : null;
  const dateOfService = required('dateOfService', 'Enter the date of service');
  const diagnoses = optional('diagnoses') ?? [];
  const askedCode = optional('askedCode');
  const otherDrugs = worksheet.drugSource === 'compounded' ? optional('otherDrugs') : null;
  if (worksheet.payer === '') reader.refuse('payer', 'Choose the payer type');
  const profile = worksheet.payer === '' ? null : chosenProfile(worksheet, profiles);
  if (worksheet.payer !== '' && worksheet.profile !== '' && !profile)
    reader.refuse('profile', 'The payer profile that was chosen is not there for this payer type: choose one, or none');
  const lastFillOn = profile?.minimumDaysBetweenFills && isPumpFill(worksheet) ? optional('lastFillOn') : null;
  const unitsInPeriod = profile?.unitsPerPeriod && isPumpFill(worksheet) ? optional('unitsInPeriod') : null;
  if (worksheet.setting === '') reader.refuse('setting', 'Choose the setting');
  const placeOfService =
    worksheet.setting === 'other' ? required('placeOfService', 'Enter the two digits of the place of service') : null;
  const payerConfirmation = readConfirmation();
  const priorAuthorization = readPriorAuthorization();
  const chargePerUnit = optional('chargePerUnit');
  // They decide nothing about the claim, but they must fit.
  optional('patientReference');
  optional('account');
  optional('initials');

  if (!reader.isSound() || !drug || !dateOfService || worksheet.payer === '' || worksheet.setting === '')
    return { encounter: null, refill };
  const encounter: Encounter = {
    ...drug,
    preparedOn: today,
    wasteReason,
    wasteDate,
    wasteTime,
    dateOfService,
    purpose: worksheet.purpose,
    route: worksheet.route,
    drugSource: worksheet.drugSource,
    otherDrugs,
    diagnoses,
    payerConfirmation,
    askedCode,
    askedModifiers: worksheet.askedModifiers,
    payer: worksheet.payer,
    profile,
    setting: worksheet.setting,
    placeOfService,
    attendance: (attendanceDecides(worksheet) && worksheet.attendance) || null,
    lastFillOn: lastFillOn ?? (isPumpFill(worksheet) ? (drug.pumpFill?.lastFill?.on ?? null) : null),
    unitsInPeriod,
    companions: worksheet.companions,
    ...readRefillAnswers(worksheet),
    bought340b: worksheet.bought340b,
    hospital340b: worksheet.hospital340b || null,
    offCampus: worksheet.offCampus,
    custody: worksheet.custody,
    notice: worksheet.notice,
    kd: worksheet.kd,
    linePerNdc: worksheet.linePerNdc,
    priorAuthorization,
    records: worksheet.records,
    chargePerUnit,
    checked: [],
    overrides: [],
  };
  if (isUndecided(worksheet)) return { encounter, refill };
  const { ticks, overrides } = standingDecisions(worksheet, encounter);
  return {
    encounter: { ...encounter, checked: ticks.keys, overrides: readOverrides(overrides, today).overrides },
    refill,
  };

  /** All three parts or none: a confirmation without its reference lifts nothing (row 1.12). */
  function readConfirmation(): PayerConfirmation | null {
    if (!needsConfirmation(worksheet)) return null;
    const who = optional('confirmedBy');
    const on = optional('confirmedOn');
    const number = optional('confirmationReference');
    if (on && on > today) reader.refuse('confirmedOn', 'Date of the confirmation must not be after today');
    // Also for a drug that is no compound: a word on another code must not count for this one.
    return who && on && number ? { who, on, reference: number, code: worksheet.confirmedCode || null } : null;
  }

  function readPriorAuthorization(): PriorAuthorization {
    const { priorAuthorization: status } = worksheet;
    if (!isApproval(status)) return { status };
    const firstDay = optional('firstDay');
    const lastDay = optional('lastDay');
    const askedOn = status === 'approved-after-service' ? optional('askedOn') : null;
    if (askedOn && askedOn > today) reader.refuse('askedOn', 'Date it was asked for must not be after today');
    if (firstDay && lastDay && lastDay < firstDay)
      reader.refuse('lastDay', 'Last valid date must not be before the first valid date');
    return {
      status,
      number: optional('priorAuthorizationNumber'),
      firstDay,
      lastDay,
      unitsApproved: optional('unitsApproved'),
      unitsUsed: optional('unitsUsed'),
      askedOn,
    };
  }
}

/** The profiles of a payer type: the clinic's own first, then those that were read. */
export const profilesFor = (payer: WorksheetText['payer'], own: readonly PayerProfile[]): readonly PayerProfile[] =>
  [...own, ...namedProfiles].filter((each) => each.payer === payer);

/** The profile chosen, where it is one of the payer type; null: none. */
export const chosenProfile = (
  { payer, profile }: Pick<WorksheetText, 'payer' | 'profile'>,
  own: readonly PayerProfile[],
): PayerProfile | null => (profile === '' ? null : (profilesFor(payer, own).find(({ id }) => id === profile) ?? null));

/** What was answered about the refill; nothing where the drug went into no pump. */
export const readRefillAnswers = (worksheet: WorksheetText): Pick<Encounter, 'reprogrammed' | 'skillNeeded'> => {
  const { reprogrammed, skillNeeded } = worksheet;
  if (!isPumpFill(worksheet)) return { reprogrammed: null, skillNeeded: null };
  return { reprogrammed: reprogrammed || null, skillNeeded: skillNeeded === '' ? null : skillNeeded === 'yes' };
};

const isPumpFill = ({ purpose }: WorksheetText): boolean => purpose === 'pump-fill';

/** The biller's amounts: mg, mcg, or mL where the strength is known. */
function readDose(worksheet: WorksheetText, reader: AnswerReader): DrugTold | null {
  const { doseGiven, doseWasted, labeledAmount } = worksheet;
  const { optional } = declaredReader(reader, worksheetAnswers, worksheet, '');
  const typedStrength = optional('strength');
  const ofNdc = strengthOfNdc(worksheet);
  const strength = typedStrength ?? ofNdc?.strength ?? null;
  const given = reader.required(
    'doseGiven',
    doseGiven,
    amountReader(worksheet.doseGivenUnit, strength),
    'Enter the dose given',
  );
  const wasted = reader.required(
    'doseWasted',
    doseWasted,
    amountReader(worksheet.doseWastedUnit, strength),
    'Enter the dose wasted, or 0 if there was none',
  );
  if (given && wasted && isNone(given.mass) && isNone(wasted.mass))
    reader.refuse('doseGiven', 'Dose given must be more than 0');
  const labeled = reader.optional('labeledAmount', labeledAmount, amountReader(worksheet.labeledAmountUnit, strength));
  if (labeled && isNone(labeled.mass))
    reader.refuse('labeledAmount', 'Labeled amount opened must be more than 0, or left blank');
  const ndc = optional('ndc');
  if (!given || !wasted) return null;
  return {
    given: given.mass,
    wasted: wasted.mass,
    givenVolume: given.volume,
    wastedVolume: wasted.volume,
    givenParts: given.parts,
    strength,
    strengthFromNdc: ofNdc !== null,
    concentration: strength,
    mixed: false,
    labeled: labeled && labeled.mass,
    container: worksheet.container,
    ndcs: ndc ? [ndc] : [],
    opened: [],
    expiryScanned: expiryScanned(worksheet.ndc),
    pumpFill: null,
  };
}

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

/** Whether preauthorization was given, so that its number, dates and units are asked for. */
export const isApproval = (
  status: WorksheetText['priorAuthorization'],
): status is 'approved' | 'approved-after-service' => status === 'approved' || status === 'approved-after-service';

const amountReader =
  (unit: WorksheetText['doseGivenUnit'], strength: Strength | null) => (typed: string, label: string) =>
    readAmount(typed, unit, strength, label);

/** Whether the payer has to confirm the code: intravenous and intramuscular (row 1.12), and any compound (row 1.9). */
export const needsConfirmation = ({ route, drugSource }: Pick<WorksheetText, 'route' | 'drugSource'>): boolean =>
  drugSource === 'compounded' || route === 'intravenous' || route === 'intramuscular';

/**
 * Whether the sheet still holds a code that the payer named for a compound, while the drug is none: it confirms no
 * other code.
 */
export const confirmsOtherCode = (worksheet: Pick<WorksheetText, 'route' | 'drugSource' | 'confirmedCode'>): boolean =>
  needsConfirmation(worksheet) && worksheet.drugSource !== 'compounded' && worksheet.confirmedCode !== '';

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

/** Whether waste is told: in the amounts, or in what was read of a refill. */
export function hasWaste(worksheet: WorksheetText, refill: RefillReading | null): boolean {
  if (worksheet.entry === 'refill') return isWaste(refill?.wasted ?? null);
  const reading = readAmounts(worksheet).doseWasted;
  return reading !== null && 'value' in reading && !isNone(reading.value.mass);
}

/**
 * What decides which documentation is asked for; container and waste are told in the amounts, or in what was read of a
 * refill.
 */
export function recordFacts(worksheet: WorksheetText, refill: RefillReading | null): RecordFacts {
  const codes = readDiagnoses(worksheet.diagnoses);
  const told = { purpose: worksheet.purpose, brainInjury: 'value' in codes && codes.value.some(isBrainInjury) };
  if (worksheet.entry === 'refill') return { ...told, ...recordFactsOf(refill) };
  return { ...told, container: worksheet.container, hasWaste: hasWaste(worksheet, null) };
}

/** What a refill tells of its documentation; drug that was left counts as waste until it is said what became of it. */
export const recordFactsOf = (refill: RefillReading | null): Pick<RecordFacts, 'container' | 'hasWaste'> => ({
  container: containerOf(refill?.opened ?? []),
  hasWaste: isWaste(refill?.left ?? null),
});
