import {
  admissionSources,
  admissionTypes,
  causes,
  filingIndicators,
  mspTypes,
  paperworkTypes,
  paperworkWays,
  patientStatuses,
  payerOrders,
  payersBehind,
  procedureRevenues,
  relationships,
  sexes,
} from '../engine/party-codes';
import { usualAlarmVolumeMl, usualStabilityDays } from '../rules/pump-defaults';
import { choice, choiceOrNone, choicesOf, codes, flag, group, rows, several, text } from './answer';
import {
  attendanceLabels,
  besideLabels,
  besideSourceLabels,
  containerLabels,
  custodyLabels,
  drugSourceLabels,
  entryLabels,
  habitModifierLabels,
  hospital340bLabels,
  leftoverLabels,
  noticeLabels,
  offCampusLabels,
  paperLabels,
  payerLabels,
  priorAuthorizationLabels,
  purposeLabels,
  reprogrammingLabels,
  reservoirLabels,
  routeLabels,
  sentAsLabels,
  settingLabels,
  unlistedCodeLabels,
  yesOrNoLabels,
} from './choice-labels';
import { readDay, readOtherDrugs, readPlaceOfService } from './claim-readers';
import {
  claimYears,
  readBedsideVolume,
  readCode,
  readCount,
  readDailyDose,
  readDate,
  readDiagnoses,
  readDrugStrength,
  readExpiry,
  readMoney,
  readReference,
  readStrength,
  readText,
  readTime,
  readUnits,
} from './read-answers';
import { amountUnits } from './read-amounts';

/*
 * Every answer of the claim record, in the order of the form. What it is called, how it begins, what it can be and how
 * its text is read is said here and nowhere else; an answer that cannot be read without others is read in `read-*.ts`.
 */

const unit = codes(...amountUnits);
const reference = (longest: number) => (typed: string, label: string) => readReference(typed, label, longest);
const line = (longest: number) => (typed: string, label: string) => readText(typed, label, longest);
const days = (from: number) => (typed: string, label: string) =>
  readCount(typed, label, { from, through: 3650, of: 'days' });
const count = (typed: string, label: string) => readCount(typed, label, { from: 1, through: 99 });

export const containerAnswers = {
  /** An NDC on file, 'label' for figures read off a label, or '' while nothing is chosen. */
  product: text('Product'),
  /** Codes are read where the claim is made: the form is there before what reads them. */
  ndc: text('NDC or barcode'),
  count: text('Count', count),
  lot: text('Lot', reference(20)),
  expiry: text('Expiry', readExpiry),
  strength: text('Strength, in mcg/mL', readDrugStrength),
  volume: text('Volume of one, in mL', readBedsideVolume),
  container: choice('Container', containerLabels, 'single-dose'),
  /** Its code is that of a carton: by the packing level scanned, or in a crosswalk that was opened. */
  ofCarton: flag(null),
  /** Its code was scanned without the separators that tell lot and expiry apart. */
  lostSeparator: flag(null),
};

export const refillAnswers = {
  containers: rows(containerAnswers, 1),
  reservoir: choiceOrNone('Reservoir size', reservoirLabels),
  reservoirOther: text('Other size, in mL', readBedsideVolume),
  expected: text('Expected, in mL', readBedsideVolume),
  lastFilled: text('Filled last time, in mL', readBedsideVolume),
  lastFilledOn: text('Date of the last fill', readDay),
  aspirated: text('Aspirated, in mL', readBedsideVolume),
  tolerance: text('Clinic’s tolerance, in mL', readBedsideVolume),
  diluted: flag('Diluted, or different strengths mixed'),
  diluent: text('Diluent, in mL', readBedsideVolume),
  concentration: text('Final concentration, in mcg/mL', readStrength),
  instilled: text('Instilled, in mL'),
  leftover: choiceOrNone('What became of it', leftoverLabels),
  /** The amount left for which that was said, in nanograms: another amount wants its own answer. */
  leftoverOf: text('Amount that was left'),
  thrownAway: text('Thrown away'),
  thrownAwayUnit: choice('Unit of thrown away', unit, 'mL'),
  correction: text('What became of the rest', line(120)),
  dailyDose: text('Daily dose, in mcg/day', readDailyDose),
  dailyDoseBefore: text('Daily dose before, in mcg/day', readDailyDose),
  concentrationBefore: text('Concentration before, in mcg/mL', readDrugStrength),
  bridgeBolus: choiceOrNone('Bridge bolus programmed', yesOrNoLabels),
  alarmVolume: text('Alarm volume, in mL', readBedsideVolume, usualAlarmVolumeMl),
  leadDays: text('Lead days', days(0)),
  stabilityDays: text('Stability limit, in days', days(1), usualStabilityDays),
  programmerAlarmDate: text('Programmer’s alarm date', readDay),
  pumpModel: text('Pump maker and model', line(60)),
  bedside: several('At the bedside'),
  paper: choice('On paper', paperLabels, 'both'),
};

/** A second drug or fill of the day; nothing of it counts until it is said what it was. */
export const besideAnswers = {
  use: choiceOrNone('Another drug of this day', besideLabels),
  sameContainers: flag('Drawn out of the containers of the first'),
  doseGiven: text('Second dose given'),
  doseGivenUnit: choice('Unit of second dose given', unit, 'mg'),
  doseWasted: text('Second dose wasted'),
  doseWastedUnit: choice('Unit of second dose wasted', unit, 'mg'),
  containers: rows(containerAnswers, 1),
  drugSource: choice('Second drug', besideSourceLabels, 'bought'),
  chargePerUnit: text('Charge per unit of the second drug, in dollars', readMoney),
  unitsApproved: text('Units approved of the second drug', readUnits),
  unitsUsed: text('Units of the second drug already used', readUnits),
};

/** A procedure or supply of the day. */
export const serviceAnswers = {
  code: text('Code billed'),
  units: text('Units', null, '1'),
  charge: text('Charge of one, in $'),
  modifiers: text('Modifiers'),
  /** Letters of the diagnoses as item 21 has them; '' points to those of the claim. */
  pointers: text('Diagnoses, by letter'),
};

export const overrideAnswers = {
  /** The key of the finding that it is about. */
  finding: text(null),
  who: text('Who decided', reference(60)),
  /** “t” is no day here: it becomes one when the field is left. */
  on: text('Date of the decision', (typed, label) => readDate(typed, label, claimYears)),
  why: text('Reason to send it all the same', reference(120)),
};

/** What the payer before this one did with a line of the claim, by the line’s key; '' in older records. */
const paymentAnswers = {
  of: text(null),
  line: text(null),
  code: text(null),
  allowed: text(null),
  paid: text(null),
  co45: text(null),
  co253: text(null),
  pr1: text(null),
  pr2: text(null),
  pr3: text(null),
  otherAmount: text(null),
  otherGroup: text(null),
  otherReason: text(null),
};

/** Labels and readers are those of the forms and files that need it (`formats/party-specs.ts`). */
export const sendingAnswers = {
  /** The patient's reference when the patient was last typed here: under another one, this is another patient. */
  typedFor: text(null),
  /** Who bills, treats, supervises, refers, orders and attends, and where: entries of the clinic's lists, by id. */
  billing: text(null),
  rendering: text(null),
  supervising: text(null),
  referring: text(null),
  ordering: text(null),
  attending: text(null),
  facility: text(null),
  patientLast: text(null),
  patientFirst: text(null),
  patientMiddle: text(null),
  birthDate: text(null),
  sex: choiceOrNone(null, sexes),
  patientStreet: text(null),
  patientCity: text(null),
  patientState: text(null),
  patientZip: text(null),
  patientPhone: text(null),
  relationship: choice(null, relationships, '18'),
  insuredLast: text(null),
  insuredFirst: text(null),
  insuredMiddle: text(null),
  insuredBirthDate: text(null),
  insuredSex: choiceOrNone(null, sexes),
  insuredStreet: text(null),
  insuredCity: text(null),
  insuredState: text(null),
  insuredZip: text(null),
  payerName: text(null),
  payerId: text(null),
  payerStreet: text(null),
  payerCity: text(null),
  payerState: text(null),
  payerZip: text(null),
  memberId: text(null),
  groupNumber: text(null),
  planName: text(null),
  accountNumber: text(null),
  patientPaid: text(null),
  signedBy: text(null),
  signedOn: text(null),
  order: choice(null, payerOrders, 'P'),
  behind: choiceOrNone(null, payersBehind),
  behindName: text(null),
  behindPolicy: text(null),
  behindPlan: text(null),
  referralNumber: text(null),
  paperworkType: choiceOrNone(null, paperworkTypes),
  paperworkBy: choiceOrNone(null, paperworkWays),
  paperworkNumber: text(null),
  /** '' is the usual one of the payer type. */
  filingIndicator: text(null),
  mspType: choiceOrNone(null, mspTypes),
  acceptsAssignment: choice(null, codes('A', 'C'), 'A'),
  benefitsAssigned: choice(null, codes('Y', 'N', 'W'), 'Y'),
  release: choice(null, codes('Y', 'I'), 'Y'),
  otherPayerName: text(null),
  otherPayerId: text(null),
  otherIndicator: choiceOrNone(null, filingIndicators),
  otherMemberId: text(null),
  otherGroup: text(null),
  otherPlan: text(null),
  otherRelationship: choice(null, relationships, '18'),
  otherLast: text(null),
  otherFirst: text(null),
  otherMiddle: text(null),
  otherBirthDate: text(null),
  otherSex: choiceOrNone(null, sexes),
  otherStreet: text(null),
  otherCity: text(null),
  otherState: text(null),
  otherZip: text(null),
  otherPaidOn: text(null),
  otherClaimNumber: text(null),
  payments: rows(paymentAnswers, 0),
  relatedTo: choiceOrNone(null, causes),
  injuryDate: text(null),
  injuryClaimNumber: text(null),
  accidentState: text(null),
  admissionType: choice(null, admissionTypes, '3'),
  admissionSource: choice(null, admissionSources, '1'),
  patientStatus: choice(null, patientStatuses, '01'),
  reasonForVisit: text(null),
  procedureRevenue: choiceOrNone(null, procedureRevenues),
};

/** What became of the claim after it left: told by hand. */
export const courseAnswers = {
  sentOn: text('Date sent', readDay),
  sentAs: choiceOrNone('Sent as', sentAsLabels),
  cameBackOn: text('Date of the remittance', readDay),
  allowed: text('Allowed, in dollars', readMoney),
  paid: text('Paid, in dollars', readMoney),
  patientOwes: text('Patient owes, in dollars', readMoney),
  settledOn: text('Settled on', readDay),
};

/** What a payer answered to this claim: in which payment, and the claim and its lines as segments of an 835. */
const remittanceAnswers = {
  payer: text(null),
  payerId: text(null),
  trace: text(null),
  paidOn: text(null),
  producedOn: text(null),
  claim: several(null),
  lines: rows({ segments: several(null) }, 0),
};

/** The remittance that this record was filled in from: as which claim, of which kept one, and which answer it was. */
const madeFromAnswers = {
  as: choiceOrNone(null, codes('next-payer', 'corrected', 'new')),
  /** The `recordId` of the kept claim that was answered. */
  claim: text(null),
  payer: text(null),
  answeredOn: text(null),
  payersNumber: text(null),
};

/** A letter to the payer about one line of an answer, as it was kept. */
const letterAnswers = {
  /** Which line of which answer it is about, and which step it takes. */
  about: text(null),
  keptOn: text(null),
  /** Its text in pieces, no longer than a record takes; joined, they are the text to the letter. */
  pieces: several(null),
};

/** What was sent of a claim that was changed after: its lines and their charge in words. */
const wasSentAnswers = {
  sentOn: text(null),
  dateOfService: text(null),
  lines: several(null),
  charge: text(null),
};

/** What stands in these answers because the kept claims or the clinic told it: typed over, it is the user’s own. */
export const filledInAnswers = {
  profile: text(null),
  chargePerUnit: text(null),
  lastFillOn: text(null),
  unitsInPeriod: text(null),
  unitsUsed: text(null),
  /** Of the second drug. */
  unitsUsedBeside: text(null),
  lastFilled: text(null),
  lastFilledOn: text(null),
  concentrationBefore: text(null),
  dailyDoseBefore: text(null),
};

export const ticksAnswers = { patient: several(null), facts: text(null), keys: several(null) };

/** Only what is nearly always so is chosen beforehand; the day, payer and setting decide too much for that. */
export const worksheetAnswers = {
  entry: choice('How the dose is entered', entryLabels, 'dose'),
  refill: group(refillAnswers),
  doseGiven: text('Dose given'),
  doseGivenUnit: choice('Unit of dose given', unit, 'mg'),
  doseWasted: text('Dose wasted'),
  doseWastedUnit: choice('Unit of dose wasted', unit, 'mg'),
  strength: text('Strength, in mcg/mL', readStrength),
  wasteReason: text('Reason for the waste', line(120)),
  wasteDate: text('Date of the waste', readDay),
  wasteTime: text('Time of the waste', readTime),
  dateOfService: text('Date of service', readDay),
  purpose: choice('Purpose', purposeLabels, 'pump-fill'),
  route: choice('Route', routeLabels, 'intrathecal-pump'),
  confirmedCode: choiceOrNone('Code that the payer named', unlistedCodeLabels),
  confirmedBy: text('Who at the payer confirmed it', reference(60)),
  confirmedOn: text('Date of the confirmation', readDay),
  confirmationReference: text('Reference number of the confirmation', reference(60)),
  container: choice('Container', containerLabels, 'single-dose'),
  labeledAmount: text('Labeled amount opened'),
  labeledAmountUnit: choice('Unit of labeled amount opened', unit, 'mg'),
  drugSource: choice('Drug', drugSourceLabels, 'bought'),
  /** What a compound holds besides baclofen. */
  otherDrugs: text('Other drugs in the compound', readOtherDrugs),
  ndc: text('NDC of the container'),
  /** The expiry that was scanned with it. */
  ndcExpiry: text(null),
  drugBeside: group(besideAnswers),
  diagnoses: text('Diagnosis codes', readDiagnoses),
  askedCode: text('Code on the charge slip', readCode),
  askedModifiers: several('Modifiers on the charge slip', choicesOf(habitModifierLabels)),
  services: rows(serviceAnswers, 0, 'Billed for the same day'),
  reprogrammed: choiceOrNone('Was the pump reprogrammed?', reprogrammingLabels),
  skillNeeded: choiceOrNone('Was a physician’s skill needed?', yesOrNoLabels),
  payer: choiceOrNone('Payer type', payerLabels),
  /** Id of a payer profile, '' while only the payer type is told. */
  profile: text('Payer profile'),
  setting: choiceOrNone('Setting', settingLabels),
  /** Of the setting `other`. */
  placeOfService: text('Place of service', readPlaceOfService),
  attendance: choiceOrNone('Who was there', attendanceLabels),
  lastFillOn: text('Date of the last fill', readDay),
  unitsInPeriod: text('Units billed before', readUnits),
  kd: flag('Put KD on the drug line'),
  linePerNdc: flag('One line for each NDC'),
  bought340b: flag('The drug was bought under the 340B program'),
  hospital340b: choiceOrNone('Kind of 340B hospital', hospital340bLabels),
  offCampus: choice('Hospital department off campus', offCampusLabels, 'no'),
  custody: choice('Patient in custody', custodyLabels, 'no'),
  notice: choice('What the patient was told about non-coverage', noticeLabels, 'none'),
  priorAuthorization: choice('Preauthorization status', priorAuthorizationLabels, 'not-checked'),
  priorAuthorizationNumber: text('Preauthorization number', reference(50)),
  firstDay: text('First valid date', readDay),
  lastDay: text('Last valid date', readDay),
  unitsApproved: text('Units approved', readUnits),
  unitsUsed: text('Units already used', readUnits),
  askedOn: text('Date it was asked for', readDay),
  records: several('In the patient’s record'),
  patientReference: text('Patient reference', line(60)),
  account: text('Account', line(60)),
  initials: text('Initials', line(10)),
  chargePerUnit: text('Charge per unit, in dollars', readMoney),
  sending: group(sendingAnswers),
  /** Item 22 and CLM05-3: a first claim, one that replaces an earlier one, or one that voids it. */
  frequency: choice(null, codes('1', '7', '8'), '1'),
  /** The payer's number of the earlier claim. */
  originalReference: text(null),
  /** What the remittance of this claim says. */
  remittanceCode: text(null),
  course: group(courseAnswers),
  /** Every answer that came back, corrections and what was taken back among them. */
  remittances: rows(remittanceAnswers, 0),
  /** Letters to the payer: one for each line and step. */
  letters: rows(letterAnswers, 0),
  filledIn: group(filledInAnswers),
  ticks: group(ticksAnswers),
  overrides: rows(overrideAnswers, 0),
  /** Which claim of the clinic's file this is; '' while it was never kept. */
  recordId: text(null),
  /** When it was last kept, as an instant in UTC; '' while it was never kept. */
  keptAt: text(null),
  /** A refill that the nurse kept for the biller. */
  toBill: flag(null),
  /** One for each day on which it was sent and after which it was changed. */
  wasSent: rows(wasSentAnswers, 0),
  /** The `recordId` of the kept claim that this one corrects. */
  corrects: text(null),
  madeFrom: group(madeFromAnswers),
  /** The worked example that was loaded, '' for the user's own claim. */
  example: text(null),
};
