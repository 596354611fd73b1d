import type {
  Attendance,
  Container,
  Custody,
  DrugSource,
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
import { companionWords } from '../rules/companion-words';
import { payerTypeNames } from '../rules/payers';

export const purposeLabels = {
  'pump-fill': 'Pump fill or refill',
  'screening-trial': 'Screening trial',
  'other-injection': 'Other injection',
} as const satisfies Record<Purpose, string>;

/** What a second drug of the day was given for; each has one purpose and one route. */
export const besideLabels = {
  fill: 'A second fill of the pump',
  trial: 'A screening trial by lumbar puncture',
} as const;

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

/** A compound is entered as the first drug: it is billed as a whole. */
export const besideSourceLabels = {
  bought: drugSourceLabels.bought,
  supplied: drugSourceLabels.supplied,
} as const;

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
export const companionChoices = companionCodes.map((code) => ({
  value: code,
  label: `${code}: ${companionWords[code]}`,
}));

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

/** Which entry tells the dose: the biller's amounts, or the nurse's record of a refill. */
export const entryLabels = {
  dose: 'I have the dose',
  refill: 'I am recording a pump refill',
} as const;

export const reservoirLabels = { '20': '20 mL', '40': '40 mL', other: 'Other' } as const;
export const leftoverLabels = {
  discarded: 'All of it was thrown away',
  other: 'Less of it, or none, was thrown away',
} as const;
export const yesOrNoLabels = { yes: 'Yes', no: 'No' } as const;
export const paperLabels = { both: 'Claim and refill note', claim: 'Claim summary', note: 'Refill note' } as const;

/** How a claim left, as the clinic tells it. */
export const sentAsLabels = {
  '837P': '837P file',
  '837I': '837I file',
  'CMS-1500': 'CMS-1500',
  'UB-04': 'UB-04',
  system: 'Typed into the billing system',
} as const;
