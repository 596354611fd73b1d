import type { Payer } from '../engine/payer-profile';
import { usualAlarmVolumeMl, usualStabilityDays } from '../rules/pump-defaults';
import type { Attendance, CompanionCode, Container, Custody, DrugSource, HabitModifier, Hospital340b, Notice, OffCampus, PriorAuthorizationStatus, Purpose, Reprogramming, Route, Setting, UnlistedCode } from '../engine/encounter';

export const amountUnits = ['mg', 'mcg', 'mL'] as const;
export type AmountUnit = (typeof amountUnits)[number];

/** Which entry tells the dose: the biller's amounts, or the nurse's record of a refill. */
export const entries = ['dose', 'refill'] as const;
export const reservoirs = ['20', '40', 'other'] as const;
export const leftovers = ['discarded', 'other'] as const;
export const yesOrNo = ['yes', 'no'] as const;
export const papers = ['both', 'claim', 'note'] as const;

/** One row of containers opened. `product` is an NDC on file, 'label' for figures read off a label, or '' while nothing is chosen. */
export type ContainerText = {
  product: string;
  /** NDC or barcode. */
  ndc: string;
  count: string;
  lot: string;
  expiry: string;
  strength: string;
  volume: string;
  container: Container;
  /** Its code is that of a carton: by the packing level scanned, or in a crosswalk that was opened. */
  ofCarton: boolean;
  /** Its code was scanned without the separators that tell lot and expiry apart. */
  lostSeparator: boolean;
};

/** The refill as the nurse typed it. The last of the containers is always an empty row, to go on with. */
export type RefillText = {
  containers: ContainerText[];
  reservoir: (typeof reservoirs)[number] | '';
  reservoirOther: string;
  expected: string;
  lastFilled: string;
  lastFilledOn: string;
  aspirated: string;
  tolerance: string;
  diluted: boolean;
  diluent: string;
  concentration: string;
  instilled: string;
  leftover: (typeof leftovers)[number] | '';
  /** The amount left for which that was said, in nanograms: another amount wants its own answer. */
  leftoverOf: string;
  thrownAway: string;
  thrownAwayUnit: AmountUnit;
  correction: string;
  dailyDose: string;
  dailyDoseBefore: string;
  concentrationBefore: string;
  bridgeBolus: (typeof yesOrNo)[number] | '';
  alarmVolume: string;
  leadDays: string;
  stabilityDays: string;
  programmerAlarmDate: string;
  pumpModel: string;
  bedside: string[];
  paper: (typeof papers)[number];
};

/** What is typed to send a claim that would certainly come back; `finding` is the key of the finding that it is about. */
export type OverrideText = { finding: string; who: string; on: string; why: string };

/** The patient and the payer as an 837P names them, and what else a file says of this one claim. */
export type SendingText = {
  /** The patient's reference when the patient was last typed here: under another one, this is another patient. */
  typedFor: string;
  subscriberLast: string;
  subscriberFirst: string;
  memberId: string;
  groupNumber: string;
  birthDate: string;
  sex: 'F' | 'M' | 'U' | '';
  subscriberStreet: string;
  subscriberCity: string;
  subscriberState: string;
  subscriberZip: string;
  payerName: string;
  payerId: string;
  accountNumber: string;
  /** Claim filing indicator; '' is the usual one of the payer type. */
  filingIndicator: string;
  acceptsAssignment: 'A' | 'C';
  benefitsAssigned: 'Y' | 'N' | 'W';
  release: 'Y' | 'I';
};

/** Findings that the biller has checked outside, and the patient and facts for which that was done. */
export type TicksText = { patient: string[]; facts: string; keys: string[] };

/**
 * The claim record: everything of one patient's claim, in one value. Every typed answer stands in it as its text, every choice as
 * its value, '' where none was made; so do the ticks, and what files and forms need of the patient and of an earlier claim.
 */
export type WorksheetText = {
  entry: (typeof entries)[number];
  refill: RefillText;
  doseGiven: string;
  doseGivenUnit: AmountUnit;
  doseWasted: string;
  doseWastedUnit: AmountUnit;
  strength: string;
  wasteReason: string;
  wasteDate: string;
  wasteTime: string;
  dateOfService: string;
  purpose: Purpose;
  route: Route;
  confirmedCode: UnlistedCode | '';
  confirmedBy: string;
  confirmedOn: string;
  confirmationReference: string;
  container: Container;
  labeledAmount: string;
  labeledAmountUnit: AmountUnit;
  drugSource: DrugSource;
  /** What a compound holds besides baclofen. */
  otherDrugs: string;
  ndc: string;
  diagnoses: string;
  askedCode: string;
  askedModifiers: HabitModifier[];
  companions: CompanionCode[];
  reprogrammed: Reprogramming | '';
  skillNeeded: (typeof yesOrNo)[number] | '';
  payer: Payer | '';
  /** Id of a payer profile, '' while only the payer type is told. */
  profile: string;
  setting: Setting | '';
  /** Two digits, of the setting `other`. */
  placeOfService: string;
  attendance: Attendance | '';
  lastFillOn: string;
  unitsInPeriod: string;
  kd: boolean;
  linePerNdc: boolean;
  bought340b: boolean;
  hospital340b: Hospital340b | '';
  offCampus: OffCampus;
  custody: Custody;
  notice: Notice;
  priorAuthorization: PriorAuthorizationStatus;
  priorAuthorizationNumber: string;
  firstDay: string;
  lastDay: string;
  unitsApproved: string;
  unitsUsed: string;
  askedOn: string;
  records: string[];
  patientReference: string;
  account: string;
  initials: string;
  chargePerUnit: string;
  sending: SendingText;
  /** Item 22 and CLM05-3: a first claim, one that replaces an earlier one, or one that voids it. */
  frequency: '1' | '7' | '8';
  /** The payer's number of the earlier claim. */
  originalReference: string;
  /** What the remittance of this claim says. */
  remittanceCode: string;
  ticks: TicksText;
  overrides: OverrideText[];
  /** The worked example that was loaded, '' for the user's own claim. */
  example: string;
};

export const emptyContainer: ContainerText = { product: '', ndc: '', count: '', lot: '', expiry: '', strength: '', volume: '', container: 'single-dose', ofCarton: false, lostSeparator: false };

const emptyRefill: RefillText = {
  containers: [emptyContainer],
  reservoir: '',
  reservoirOther: '',
  expected: '',
  lastFilled: '',
  lastFilledOn: '',
  aspirated: '',
  tolerance: '',
  diluted: false,
  diluent: '',
  concentration: '',
  instilled: '',
  leftover: '',
  leftoverOf: '',
  thrownAway: '',
  thrownAwayUnit: 'mL',
  correction: '',
  dailyDose: '',
  dailyDoseBefore: '',
  concentrationBefore: '',
  bridgeBolus: '',
  alarmVolume: usualAlarmVolumeMl,
  leadDays: '',
  stabilityDays: usualStabilityDays,
  programmerAlarmDate: '',
  pumpModel: '',
  bedside: [],
  paper: 'both',
};

const emptySending: SendingText = {
  typedFor: '',
  subscriberLast: '',
  subscriberFirst: '',
  memberId: '',
  groupNumber: '',
  birthDate: '',
  sex: '',
  subscriberStreet: '',
  subscriberCity: '',
  subscriberState: '',
  subscriberZip: '',
  payerName: '',
  payerId: '',
  accountNumber: '',
  filingIndicator: '',
  acceptsAssignment: 'A',
  benefitsAssigned: 'Y',
  release: 'Y',
};

/** A new claim record. Only what is nearly always so is chosen beforehand; the day, payer and setting decide too much for that. */
export const emptyWorksheet: WorksheetText = {
  entry: 'dose',
  refill: emptyRefill,
  doseGiven: '',
  doseGivenUnit: 'mg',
  doseWasted: '',
  doseWastedUnit: 'mg',
  strength: '',
  wasteReason: '',
  wasteDate: '',
  wasteTime: '',
  dateOfService: '',
  purpose: 'pump-fill',
  route: 'intrathecal-pump',
  confirmedCode: '',
  confirmedBy: '',
  confirmedOn: '',
  confirmationReference: '',
  container: 'single-dose',
  labeledAmount: '',
  labeledAmountUnit: 'mg',
  drugSource: 'bought',
  otherDrugs: '',
  ndc: '',
  diagnoses: '',
  askedCode: '',
  askedModifiers: [],
  companions: [],
  reprogrammed: '',
  skillNeeded: '',
  payer: '',
  profile: '',
  setting: '',
  placeOfService: '',
  attendance: '',
  lastFillOn: '',
  unitsInPeriod: '',
  kd: false,
  linePerNdc: false,
  bought340b: false,
  hospital340b: '',
  offCampus: 'no',
  custody: 'no',
  notice: 'none',
  priorAuthorization: 'not-checked',
  priorAuthorizationNumber: '',
  firstDay: '',
  lastDay: '',
  unitsApproved: '',
  unitsUsed: '',
  askedOn: '',
  records: [],
  patientReference: '',
  account: '',
  initials: '',
  chargePerUnit: '',
  sending: emptySending,
  frequency: '1',
  originalReference: '',
  remittanceCode: '',
  ticks: { patient: [], facts: '', keys: [] },
  overrides: [],
  example: '',
};
