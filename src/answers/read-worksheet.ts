import type { IsoDate } from '../engine/dated';
import { companionsAmong, type Encounter, type PayerConfirmation, type PriorAuthorization } from '../engine/encounter';
import type { PayerProfile } from '../engine/payer-profile';
import { isNone, type Strength } from '../engine/quantity';
import {
  answerReader,
  declaredReader,
  type AnswerReader,
  type DeclaredReader,
  type Problem,
  type Report,
} from './answer-reader';
import { attendanceDecides } from '../rules/asked-for';
import { readDay } from './claim-readers';
import { readAmount, type Amount } from './read-answers';
import { readDrugBeside } from './read-drug-beside';
import { isUndecided, standingDecisions } from './decisions';
import { expiryOfNdc, readNdcAnswer } from './read-drug-code';
import { readOverrides } from './read-overrides';
import { readRefill, type DrugTold, type RefillReading } from './read-refill';
import { readServices } from './read-services';
import { hasWaste, strengthOfNdc } from './told-amounts';
import { chosenProfile, fillsPump, isApproval, needsConfirmation } from './what-is-asked';
import { worksheetAnswers } from './worksheet-answers';
import type { WorksheetText } from './worksheet-text';

/** The worksheet's answers, each read by its name. */
type Asked = DeclaredReader<typeof worksheetAnswers>;

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

/**
 * Reads every answer that the other answers call for; `profiles` are the clinic's own. Whoever reads many worksheets of
 * one day may hand in `answers` that remember what they read.
 */
export function readEncounter(
  worksheet: WorksheetText,
  today: IsoDate,
  profiles: readonly PayerProfile[],
  report: Report,
  answers = worksheetAnswers,
): Pick<WorksheetReading, 'encounter' | 'refill'> {
  const reader = answerReader(report);
  const asked = declaredReader(reader, answers, worksheet, '', today);
  const { refill, drug, drugBeside, waste } = readDrugs(worksheet, reader, report, today);
  const serviceAndCode = readService(worksheet, asked);
  const payer = readPayer(worksheet, profiles, reader.refuse);
  const before = readFillsBefore(worksheet, payer?.profile ?? null, drug?.pumpFill ?? null, asked);
  const place = readPlace(worksheet, asked, reader.refuse);
  const payerConfirmation = readConfirmation(worksheet, asked, reader.refuse, today);
  const priorAuthorization = readPriorAuthorization(worksheet.priorAuthorization, asked, reader.refuse, today);
  const chargePerUnit = asked.optional('chargePerUnit');
  readReferences(asked);
  const services = readServices(worksheet, reader);
  if (!reader.isSound() || !drug || !serviceAndCode || !payer || !place) return { encounter: null, refill };
  const encounter = encounterOf(
    worksheet.entry,
    drug,
    { preparedOn: today, drugBeside, waste, service: serviceAndCode, payerConfirmation, payer, place, before },
    { chosen: chosenOf(worksheet, services), priorAuthorization, records: worksheet.records, chargePerUnit },
  );
  return { encounter: withDecisions(encounter, worksheet, today), refill };
}

/** The drug of the day, by the entry in use, and a second one. */
function readDrugs(worksheet: WorksheetText, reader: AnswerReader, report: Report, today: IsoDate) {
  const refill = worksheet.entry === 'refill' ? readRefillOfDay(worksheet, reader.refuse, today) : null;
  const drug = refill ? refill.drug : readDose(worksheet, reader);
  const drugBeside = readDrugBeside(worksheet, drug, reader);
  return {
    refill,
    drug,
    drugBeside,
    waste: isWasteTold(worksheet) && hasWaste(worksheet, refill) ? readWaste(worksheet, report, today) : noWaste,
  };
}

const nothingDecided: Pick<Encounter, 'checked' | 'overrides'> = { checked: [], overrides: [] };

type FactsOfDay = Pick<Encounter, 'preparedOn' | 'drugBeside' | 'payerConfirmation'> & {
  readonly waste: Waste;
  readonly service: NonNullable<ReturnType<typeof readService>>;
  readonly payer: NonNullable<ReturnType<typeof readPayer>>;
  readonly place: NonNullable<ReturnType<typeof readPlace>>;
  readonly before: ReturnType<typeof readFillsBefore>;
};
type OtherFacts = Pick<Encounter, 'priorAuthorization' | 'records' | 'chargePerUnit'> & {
  readonly chosen: ReturnType<typeof chosenOf>;
};

/** The facts of the drug in the order in which either entry tells them to a record of decisions. */
const drugFacts = {
  dose: ['concentration', 'mixed', 'labeled'],
  refill: ['labeled', 'concentration', 'mixed'],
} as const;
/** Facts that are not told yet, all of them in their order. */
const blankOf = (entry: WorksheetText['entry']) =>
  Object.fromEntries(
    `given wasted givenVolume wastedVolume givenParts strength strengthFromNdc ${drugFacts[entry].join(' ')}
    container ndcs opened
    expiryScanned pumpFill preparedOn drugBeside wasteReason wasteDate wasteTime dateOfService purpose route
    drugSource otherDrugs diagnoses payerConfirmation askedCode payer profile otherPayer setting placeOfService
    attendance lastFillOn unitsInPeriod askedModifiers services companions reprogrammed skillNeeded bought340b
    hospital340b offCampus custody notice kd linePerNdc priorAuthorization records chargePerUnit checked overrides`
      .split(/\s+/)
      .map((name) => [name, undefined]),
  ) as unknown as Draft;
const blanks = { dose: blankOf('dose'), refill: blankOf('refill') };
type Draft = { -readonly [Fact in keyof Encounter]: Encounter[Fact] };

/**
 * All facts in one object. They are set one by one in a copy of a blank one: to spread a dozen parts into an object
 * takes longer than all the rest of reading.
 */
function encounterOf(
  entry: WorksheetText['entry'],
  drug: DrugTold,
  { preparedOn, drugBeside, waste, service, payerConfirmation, payer, place, before }: FactsOfDay,
  others: OtherFacts,
): Encounter {
  const draft = { ...blanks[entry] };
  setDrug(draft, drug);
  draft.preparedOn = preparedOn;
  draft.drugBeside = drugBeside;
  draft.wasteReason = waste.wasteReason;
  draft.wasteDate = waste.wasteDate;
  draft.wasteTime = waste.wasteTime;
  draft.dateOfService = service.dateOfService;
  draft.purpose = service.purpose;
  draft.route = service.route;
  draft.drugSource = service.drugSource;
  draft.otherDrugs = service.otherDrugs;
  draft.diagnoses = service.diagnoses;
  draft.payerConfirmation = payerConfirmation;
  draft.askedCode = service.askedCode;
  draft.payer = payer.payer;
  draft.profile = payer.profile;
  draft.otherPayer = payer.otherPayer;
  draft.setting = place.setting;
  draft.placeOfService = place.placeOfService;
  draft.attendance = place.attendance;
  draft.lastFillOn = before.lastFillOn;
  draft.unitsInPeriod = before.unitsInPeriod;
  setOthers(draft, others);
  return draft;
}

function setDrug(draft: Draft, drug: DrugTold): void {
  draft.given = drug.given;
  draft.wasted = drug.wasted;
  draft.givenVolume = drug.givenVolume;
  draft.wastedVolume = drug.wastedVolume;
  draft.givenParts = drug.givenParts;
  draft.strength = drug.strength;
  draft.strengthFromNdc = drug.strengthFromNdc;
  draft.concentration = drug.concentration;
  draft.mixed = drug.mixed;
  draft.labeled = drug.labeled;
  draft.container = drug.container;
  draft.ndcs = drug.ndcs;
  draft.opened = drug.opened;
  draft.expiryScanned = drug.expiryScanned;
  draft.pumpFill = drug.pumpFill;
}

function setOthers(draft: Draft, { chosen, priorAuthorization, records, chargePerUnit }: OtherFacts): void {
  draft.askedModifiers = chosen.askedModifiers;
  draft.services = chosen.services;
  draft.companions = chosen.companions;
  draft.reprogrammed = chosen.reprogrammed;
  draft.skillNeeded = chosen.skillNeeded;
  draft.bought340b = chosen.bought340b;
  draft.hospital340b = chosen.hospital340b;
  draft.offCampus = chosen.offCampus;
  draft.custody = chosen.custody;
  draft.notice = chosen.notice;
  draft.kd = chosen.kd;
  draft.linePerNdc = chosen.linePerNdc;
  draft.priorAuthorization = priorAuthorization;
  draft.records = records;
  draft.chargePerUnit = chargePerUnit;
  draft.checked = nothingDecided.checked;
  draft.overrides = nothingDecided.overrides;
}

/** The encounter with the ticks and overrides of the record that still stand for it. */
function withDecisions(encounter: Encounter, worksheet: WorksheetText, today: IsoDate): Encounter {
  if (isUndecided(worksheet)) return encounter;
  const { ticks, overrides } = standingDecisions(worksheet, encounter);
  return { ...encounter, checked: ticks.keys, overrides: readOverrides(overrides, today).overrides };
}

/** The refill, held against the day of service; what is wrong with that day is reported in its own place. */
function readRefillOfDay(worksheet: WorksheetText, report: Report, today: IsoDate): RefillReading {
  const day = readDay(worksheet.dateOfService, '', today);
  return readRefill(worksheet, 'value' in day ? day.value : null, report, today);
}

type Waste = Pick<Encounter, 'wasteReason' | 'wasteDate' | 'wasteTime'>;
const isWasteTold = ({ wasteReason, wasteDate, wasteTime }: WorksheetText): boolean =>
  wasteReason !== '' || wasteDate !== '' || wasteTime !== '';
const noWaste: Waste = { wasteReason: null, wasteDate: null, wasteTime: null };

/**
 * Why and when drug was thrown away. No line hangs on it: what of it cannot be read is told at its field, and the claim
 * stands without it.
 */
function readWaste(worksheet: WorksheetText, report: Report, today: IsoDate): Waste {
  const { optional } = declaredReader(answerReader(report), worksheetAnswers, worksheet, '', today);
  return { wasteReason: optional('wasteReason'), wasteDate: optional('wasteDate'), wasteTime: optional('wasteTime') };
}

/** The day, what was given for what and how, and the code that the charge slip has; null while there is no day. */
function readService(
  { purpose, route, drugSource }: WorksheetText,
  { optional, required }: Asked,
): Pick<
  Encounter,
  'dateOfService' | 'purpose' | 'route' | 'drugSource' | 'otherDrugs' | 'diagnoses' | 'askedCode'
> | null {
  const dateOfService = required('dateOfService', 'Enter the date of service');
  const diagnoses = optional('diagnoses') ?? [];
  const askedCode = optional('askedCode');
  const otherDrugs = drugSource === 'compounded' ? optional('otherDrugs') : null;
  return dateOfService && { dateOfService, purpose, route, drugSource, otherDrugs, diagnoses, askedCode };
}

/** Who pays, and what is known of what this payer wants; null while the payer type is not chosen. */
function readPayer(
  worksheet: WorksheetText,
  profiles: readonly PayerProfile[],
  refuse: Report,
): Pick<Encounter, 'payer' | 'profile' | 'otherPayer'> | null {
  const { payer } = worksheet;
  if (payer === '') {
    refuse('payer', 'Choose the payer type');
    return null;
  }
  const profile = chosenProfile(worksheet, profiles);
  if (worksheet.profile !== '' && !profile)
    refuse('profile', 'The payer profile that was chosen is not there for this payer type: choose one, or none');
  return { payer, profile, otherPayer: otherPayerOf(worksheet) };
}

/** Who else pays, as it stands with those who take part; what is wrong there is told there. */
const otherPayerOf = ({ sending }: WorksheetText): Encounter['otherPayer'] =>
  sending.order === 'S'
    ? { pays: 'before', kind: sending.otherIndicator, payments: sending.payments }
    : { pays: 'after', behind: sending.behind || null };

/** What was filled and billed before, where the payer limits it; the nurse's entry tells the last fill anyway. */
function readFillsBefore(
  worksheet: WorksheetText,
  profile: PayerProfile | null,
  pumpFill: Encounter['pumpFill'],
  { optional }: Asked,
): Pick<Encounter, 'lastFillOn' | 'unitsInPeriod'> {
  if (!fillsPump(worksheet)) return { lastFillOn: null, unitsInPeriod: null };
  const lastFillOn = profile?.minimumDaysBetweenFills ? optional('lastFillOn') : null;
  const unitsInPeriod = profile?.unitsPerPeriod ? optional('unitsInPeriod') : null;
  return { lastFillOn: lastFillOn ?? pumpFill?.lastFill?.on ?? null, unitsInPeriod };
}

/** Where it was given, and who was there; null while the setting is not chosen. */
function readPlace(
  worksheet: WorksheetText,
  { required }: Asked,
  refuse: Report,
): Pick<Encounter, 'setting' | 'placeOfService' | 'attendance'> | null {
  const { setting } = worksheet;
  if (setting === '') {
    refuse('setting', 'Choose the setting');
    return null;
  }
  const placeOfService =
    setting === 'other' ? required('placeOfService', 'Enter the two digits of the place of service') : null;
  return { setting, placeOfService, attendance: (attendanceDecides(worksheet) && worksheet.attendance) || null };
}

/** All three parts or none: a confirmation without its reference lifts nothing (row 1.12). */
function readConfirmation(
  worksheet: WorksheetText,
  { optional }: Asked,
  refuse: Report,
  today: IsoDate,
): PayerConfirmation | null {
  if (!needsConfirmation(worksheet)) return null;
  const who = optional('confirmedBy');
  const on = optional('confirmedOn');
  const number = optional('confirmationReference');
  if (on && on > today) refuse('confirmedOn', 'Date of the confirmation must not be after today');
  // Also for a drug that is no compound: a word on another code must not count for this one.
  return who && on && number ? { who, on, reference: number, code: worksheet.confirmedCode || null } : null;
}

/** The preauthorization: its number, dates and units where it was given. */
function readPriorAuthorization(
  status: WorksheetText['priorAuthorization'],
  { optional }: Asked,
  refuse: Report,
  today: IsoDate,
): PriorAuthorization {
  if (!isApproval(status)) return { status };
  const firstDay = optional('firstDay');
  const lastDay = optional('lastDay');
  const askedOn = status === 'approved-after-service' ? optional('askedOn') : null;
  if (askedOn && askedOn > today) refuse('askedOn', 'Date it was asked for must not be after today');
  if (firstDay && lastDay && lastDay < firstDay)
    refuse('lastDay', 'Last valid date must not be before the first valid date');
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

/** They decide nothing about the claim, but they must fit. */
function readReferences({ optional }: Asked): void {
  optional('patientReference');
  optional('account');
  optional('initials');
}

const noCompanions: Encounter['companions'] = [];

/** What is chosen, not typed, beside the services as they were read: nothing in it can be wrong. */
const chosenOf = (
  worksheet: WorksheetText,
  services: Encounter['services'],
): Pick<
  Encounter,
  | 'askedModifiers'
  | 'services'
  | 'companions'
  | 'reprogrammed'
  | 'skillNeeded'
  | 'bought340b'
  | 'hospital340b'
  | 'offCampus'
  | 'custody'
  | 'notice'
  | 'kd'
  | 'linePerNdc'
> => ({
  askedModifiers: worksheet.askedModifiers,
  services,
  companions: services.length === 0 ? noCompanions : companionsAmong(services),
  ...readRefillAnswers(worksheet),
  bought340b: worksheet.bought340b,
  hospital340b: worksheet.hospital340b || null,
  offCampus: worksheet.offCampus,
  custody: worksheet.custody,
  notice: worksheet.notice,
  kd: worksheet.kd,
  linePerNdc: worksheet.linePerNdc,
});

/** What was answered about the refill; nothing where the drug went into no pump. */
export const readRefillAnswers = (worksheet: WorksheetText): Pick<Encounter, 'reprogrammed' | 'skillNeeded'> => {
  const { reprogrammed, skillNeeded } = worksheet;
  if (!fillsPump(worksheet)) return { reprogrammed: null, skillNeeded: null };
  return { reprogrammed: reprogrammed || null, skillNeeded: skillNeeded === '' ? null : skillNeeded === 'yes' };
};

/** The biller's amounts and their container. */
function readDose(worksheet: WorksheetText, reader: AnswerReader): DrugTold | null {
  const { optional } = declaredReader(reader, worksheetAnswers, worksheet, '');
  const typedStrength = optional('strength');
  const ofNdc = strengthOfNdc(worksheet);
  const strength = typedStrength ?? ofNdc?.strength ?? null;
  const { given, wasted, labeled } = readDoseAmounts(worksheet, strength, reader);
  const ndc = reader.optional('ndc', worksheet.ndc, readNdcAnswer);
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
    expiryScanned: expiryOfNdc(worksheet),
    pumpFill: null,
  };
}

/** What was given, wasted and opened: mg, mcg, or mL where the strength is known. */
function readDoseAmounts(
  worksheet: WorksheetText,
  strength: Strength | null,
  { required, optional, refuse }: AnswerReader,
): Record<'given' | 'wasted' | 'labeled', Amount | null> {
  const { doseGiven, doseGivenUnit, doseWasted, doseWastedUnit, labeledAmount, labeledAmountUnit } = worksheet;
  const given = required('doseGiven', doseGiven, amountReader(doseGivenUnit, strength), 'Enter the dose given');
  const wasted = required(
    'doseWasted',
    doseWasted,
    amountReader(doseWastedUnit, strength),
    'Enter the dose wasted, or 0 if there was none',
  );
  if (given && wasted && isNone(given.mass) && isNone(wasted.mass))
    refuse('doseGiven', 'Dose given must be more than 0');
  const labeled = optional('labeledAmount', labeledAmount, amountReader(labeledAmountUnit, strength));
  if (labeled && isNone(labeled.mass))
    refuse('labeledAmount', 'Labeled amount opened must be more than 0, or left blank');
  return { given, wasted, labeled };
}

const amountReader =
  (unit: WorksheetText['doseGivenUnit'], strength: Strength | null) => (typed: string, label: string) =>
    readAmount(typed, unit, strength, label);
