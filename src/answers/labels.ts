import type {
  Attendance,
  Container,
  Custody,
  DrugSource,
  FactName,
  HabitModifier,
  Hospital340b,
  Notice,
  OffCampus,
  PriorAuthorizationStatus,
  Purpose,
  Reprogramming,
  Route,
  Setting,
  UnlistedCode,
} from '../engine/encounter';
import { companionCodes } from '../engine/encounter';
import { companionWords } from '../rules/companions';
import { payerTypeNames } from '../rules/payers';
import type { ContainerText, OverrideText, RefillText, WorksheetText } from './worksheet-text';

/** What each answer is called, beside its field, in the problem list and on paper alike. */
const fieldLabels = {
  entry: 'How the dose is entered',
  doseGiven: 'Dose given',
  doseGivenUnit: 'Unit of dose given',
  doseWasted: 'Dose wasted',
  doseWastedUnit: 'Unit of dose wasted',
  strength: 'Strength, in mcg/mL',
  wasteReason: 'Reason for the waste',
  wasteDate: 'Date of the waste',
  wasteTime: 'Time of the waste',
  dateOfService: 'Date of service',
  purpose: 'Purpose',
  route: 'Route',
  confirmedCode: 'Code that the payer named',
  confirmedBy: 'Who at the payer confirmed it',
  confirmedOn: 'Date of the confirmation',
  confirmationReference: 'Reference number of the confirmation',
  container: 'Container',
  labeledAmount: 'Labeled amount opened',
  labeledAmountUnit: 'Unit of labeled amount opened',
  drugSource: 'Drug',
  otherDrugs: 'Other drugs in the compound',
  ndc: 'NDC of the container',
  diagnoses: 'Diagnosis codes',
  askedCode: 'Code on the charge slip',
  askedModifiers: 'Modifiers on the charge slip',
  companions: 'Billed for the same day',
  reprogrammed: 'Was the pump reprogrammed?',
  skillNeeded: 'Was a physician’s skill needed?',
  payer: 'Payer type',
  profile: 'Payer profile',
  setting: 'Setting',
  placeOfService: 'Place of service',
  attendance: 'Who was there',
  lastFillOn: 'Date of the last fill',
  unitsInPeriod: 'Units billed before',
  kd: 'Put KD on the drug line',
  linePerNdc: 'One line for each NDC',
  bought340b: 'The drug was bought under the 340B program',
  hospital340b: 'Kind of 340B hospital',
  offCampus: 'Hospital department off campus',
  custody: 'Patient in custody',
  notice: 'What the patient was told about non-coverage',
  priorAuthorization: 'Preauthorization status',
  priorAuthorizationNumber: 'Preauthorization number',
  firstDay: 'First valid date',
  lastDay: 'Last valid date',
  unitsApproved: 'Units approved',
  unitsUsed: 'Units already used',
  askedOn: 'Date it was asked for',
  records: 'In the patient’s record',
  patientReference: 'Patient reference',
  account: 'Account',
  initials: 'Initials',
  chargePerUnit: 'Charge per unit, in dollars',
} as const satisfies Partial<Record<Exclude<keyof WorksheetText, 'refill'>, string>>;

const refillLabels = {
  reservoir: 'Reservoir size',
  reservoirOther: 'Other size, in mL',
  expected: 'Expected, in mL',
  lastFilled: 'Filled last time, in mL',
  lastFilledOn: 'Date of the last fill',
  aspirated: 'Aspirated, in mL',
  tolerance: 'Clinic’s tolerance, in mL',
  diluted: 'Diluted, or different strengths mixed',
  diluent: 'Diluent, in mL',
  concentration: 'Final concentration, in mcg/mL',
  instilled: 'Instilled, in mL',
  leftover: 'What became of it',
  leftoverOf: 'Amount that was left',
  thrownAway: 'Thrown away',
  thrownAwayUnit: 'Unit of thrown away',
  correction: 'What became of the rest',
  dailyDose: 'Daily dose, in mcg/day',
  dailyDoseBefore: 'Daily dose before, in mcg/day',
  concentrationBefore: 'Concentration before, in mcg/mL',
  bridgeBolus: 'Bridge bolus programmed',
  alarmVolume: 'Alarm volume, in mL',
  leadDays: 'Lead days',
  stabilityDays: 'Stability limit, in days',
  programmerAlarmDate: 'Programmer’s alarm date',
  pumpModel: 'Pump maker and model',
  bedside: 'At the bedside',
  paper: 'On paper',
} as const satisfies Record<Exclude<keyof RefillText, 'containers'>, string>;

const containerFieldLabels = {
  product: 'Product',
  ndc: 'NDC or barcode',
  count: 'Count',
  lot: 'Lot',
  expiry: 'Expiry',
  strength: 'Strength, in mcg/mL',
  volume: 'Volume of one, in mL',
  container: 'Container',
} as const satisfies Record<Exclude<keyof ContainerText, 'ofCarton' | 'lostSeparator'>, string>;

export const overrideLabels = {
  who: 'Who decided',
  on: 'Date of the decision',
  why: 'Reason to send it all the same',
} as const satisfies Record<Exclude<keyof OverrideText, 'finding'>, string>;

/** Where an answer stands in the form: a name of the worksheet, of the refill, of one row of its containers, or of an override. */
export type FieldName =
  | WorksheetField
  | `refill.${keyof typeof refillLabels}`
  | `refill.containers.${number}.${ContainerField}`
  | `overrides.${number}.${keyof typeof overrideLabels}`;
export type ContainerField = keyof typeof containerFieldLabels;

export type WorksheetField = keyof typeof fieldLabels;
export const worksheetFields = Object.keys(fieldLabels) as WorksheetField[];

const labelsUnder: readonly (readonly [start: string, labels: Readonly<Record<string, string>>])[] = [
  ['refill.containers.', containerFieldLabels],
  ['refill.', refillLabels],
  ['overrides.', overrideLabels],
  ['', fieldLabels],
];

/** What an answer is called beside its field. */
export function labelOf(name: FieldName): string {
  const last = name.split('.').at(-1) ?? name;
  const labels = labelsUnder.find(([start]) => name.startsWith(start))?.[1];
  return labels?.[last] ?? last;
}

export const purposeLabels = {
  'pump-fill': 'Pump fill or refill',
  'screening-trial': 'Screening trial',
  'other-injection': 'Other injection',
} as const satisfies Record<Purpose, string>;

export const routeLabels = {
  'intrathecal-pump': 'Intrathecal, through an implanted pump',
  'intrathecal-lumbar-puncture': 'Intrathecal, by lumbar puncture',
  intravenous: 'Intravenous',
  intramuscular: 'Intramuscular',
  other: 'Other',
} as const satisfies Record<Route, string>;

export const containerLabels = {
  'single-dose': 'Single-dose',
  'multi-dose': 'Multi-dose',
} as const satisfies Record<Container, string>;

export const drugSourceLabels = {
  bought: 'Bought by the practice',
  supplied: 'Supplied by a pharmacy or free of charge',
  compounded: 'Compounded',
} as const satisfies Record<DrugSource, string>;

export const unlistedCodeLabels = {
  J7999: 'J7999: compounded drug',
  J7799: 'J7799: other drug through equipment (DME)',
  J3490: 'J3490: unclassified drug',
} as const satisfies Record<UnlistedCode, string>;

export const payerLabels = payerTypeNames;

/** The practice's own places first, then those of others, then what is told by its digits. */
export const settingLabels = {
  office: 'Office',
  'independent-clinic': 'Independent clinic',
  home: 'Patient’s home',
  'assisted-living': 'Assisted living',
  'custodial-care': 'Custodial care',
  'nursing-facility': 'Nursing facility or SNF, no Part A stay',
  'skilled-nursing-facility': 'Skilled nursing facility (SNF), Part A stay',
  'emergency-room': 'Emergency room',
  'hospital-outpatient': 'Hospital outpatient',
  asc: 'Ambulatory surgical center',
  'critical-access-hospital': 'Critical access hospital',
  rhc: 'Rural health clinic',
  fqhc: 'Federally qualified health center',
  inpatient: 'Inpatient',
  'dme-supplier': 'Medical equipment supplier',
  other: 'Other, by its two digits',
} as const satisfies Record<Setting, string>;

export const attendanceLabels = {
  physician: 'The physician',
  'nurse-alone': 'A nurse alone',
} as const satisfies Record<Attendance, string>;

export const priorAuthorizationLabels = {
  'not-checked': 'Not checked',
  'not-required': 'Not required',
  pending: 'Requested and pending',
  approved: 'Approved',
  denied: 'Denied',
  'approved-after-service': 'Approved only after the service',
} as const satisfies Record<PriorAuthorizationStatus, string>;

export const habitModifierLabels = {
  '50': '50',
  '52': '52',
  LT: 'LT',
  RT: 'RT',
  QJ: 'QJ',
} as const satisfies Record<HabitModifier, string>;

/** In the order of the codes, which an object with numbers for keys would not keep. */
export const companionChoices = companionCodes.map((code) => ({ value: code, label: `${code}: ${companionWords[code]}` }));

export const reprogrammingLabels = {
  changed: 'Yes',
  'volume-only': 'Only the new volume',
  none: 'No',
} as const satisfies Record<Reprogramming, string>;

export const hospital340bLabels = {
  jg: 'Disproportionate share, rural referral center, or sole community and not rural: JG',
  tb: 'Rural sole community, children’s or cancer hospital: TB',
} as const satisfies Record<Hospital340b, string>;

export const offCampusLabels = {
  no: 'No',
  excepted: 'Yes, excepted: PO',
  'non-excepted': 'Yes, not excepted: PN',
} as const satisfies Record<OffCampus, string>;

export const custodyLabels = {
  no: 'No',
  met: 'Yes, and 42 CFR 411.4(b) is met',
  'not-met': 'Yes, but 411.4(b) is not met',
  'not-known': 'Yes; whether 411.4(b) is met is not known',
} as const satisfies Record<Custody, string>;

export const noticeLabels = {
  none: 'Nothing: it is expected to be paid',
  GA: 'Signed notice (ABN), denial for need expected: GA',
  GX: 'Voluntary notice: GX',
  GY: 'Excluded by law: GY',
  'GX GY': 'Excluded by law, voluntary notice: GX GY',
  GZ: 'Denial for need expected, no notice: GZ',
} as const satisfies Record<Notice, string>;

export const choicesOf = <Value extends string>(labels: Record<Value, string>): { value: Value; label: string }[] =>
  (Object.keys(labels) as Value[]).map((value) => ({ value, label: labels[value] }));

export const entryLabels = {
  dose: 'I have the dose',
  refill: 'I am recording a pump refill',
} as const satisfies Record<WorksheetText['entry'], string>;

export const reservoirLabels = { '20': '20 mL', '40': '40 mL', other: 'Other' } as const;
export const leftoverLabels = { discarded: 'All of it was thrown away', other: 'Less of it, or none, was thrown away' } as const;
export const yesOrNoLabels = { yes: 'Yes', no: 'No' } as const;
export const paperLabels = { both: 'Claim and refill note', claim: 'Claim summary', note: 'Refill note' } as const;

/** Where on the form a fact is told by the nurse's entry; `row` is that of the containers opened. */
function refillFieldOf(fact: FactName, row: number): FieldName | undefined {
  switch (fact) {
    case 'doseGiven':
      return 'refill.instilled';
    case 'doseWasted':
      return 'refill.leftover';
    case 'strength':
    case 'container':
    case 'labeledAmount':
      return `refill.containers.${row}.product`;
    case 'ndc':
      return `refill.containers.${row}.ndc`;
    case 'expiry':
      return `refill.containers.${row}.expiry`;
    default:
      return undefined;
  }
}

/** The answer that tells a fact, in the entry in use. Only the nurse's entry tells an expiry. */
export const fieldOf = (fact: FactName, entry: WorksheetText['entry'], row = 0): FieldName =>
  (entry === 'refill' ? refillFieldOf(fact, row) : undefined) ?? (fact === 'expiry' ? 'ndc' : fact);
