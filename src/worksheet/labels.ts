import type {
  Container,
  DrugSource,
  HabitModifier,
  Payer,
  PriorAuthorizationStatus,
  Purpose,
  Route,
  Setting,
} from '../engine/encounter';
import type { WorksheetText } from './worksheet-text';

/** What each answer is called, beside its field, in the problem list and on paper alike. */
export const fieldLabels = {
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
  confirmedBy: 'Who at the payer confirmed it',
  confirmedOn: 'Date of the confirmation',
  confirmationReference: 'Reference number of the confirmation',
  container: 'Container',
  labeledAmount: 'Labeled amount opened',
  labeledAmountUnit: 'Unit of labeled amount opened',
  drugSource: 'Drug',
  ndc: 'NDC of the container',
  diagnoses: 'Diagnosis codes',
  askedCode: 'Code on the charge slip',
  askedModifiers: 'Modifiers on the charge slip',
  payer: 'Payer type',
  setting: 'Setting',
  kd: 'Put KD on the drug line',
  priorAuthorization: 'Preauthorization status',
  priorAuthorizationNumber: 'Preauthorization number',
  firstDay: 'First valid date',
  lastDay: 'Last valid date',
  unitsApproved: 'Units approved',
  unitsUsed: 'Units already used',
  records: 'In the patient’s record',
  patientReference: 'Patient reference',
  account: 'Account',
  initials: 'Initials',
  chargePerUnit: 'Charge per unit, in dollars',
} as const satisfies Partial<Record<keyof WorksheetText, string>>;

export type FieldName = keyof typeof fieldLabels;

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

export const payerLabels = {
  'medicare-part-b': 'Medicare Part B',
  'medicare-advantage': 'Medicare Advantage',
  medicaid: 'Medicaid',
  commercial: 'Commercial',
  'other-government': 'Other government',
  'workers-compensation': 'Workers’ compensation',
  'self-pay': 'Self-pay',
} as const satisfies Record<Payer, string>;

export const settingLabels = {
  office: 'Office',
  'hospital-outpatient': 'Hospital outpatient',
  asc: 'Ambulatory surgical center',
  'critical-access-hospital': 'Critical access hospital',
  rhc: 'Rural health clinic',
  fqhc: 'Federally qualified health center',
  inpatient: 'Inpatient',
} as const satisfies Record<Setting, string>;

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

export const choicesOf = <Value extends string>(labels: Record<Value, string>): { value: Value; label: string }[] =>
  (Object.keys(labels) as Value[]).map((value) => ({ value, label: labels[value] }));
