/*
 * The codes of those who take part in a claim, as 837P, 837I and the paper forms have them, each with its words
 * (whole claim, sections 2, 3 and 5). A code that is in no list here is not written.
 */

/** PAT01 and, of the other payer, SBR02: who the patient is to the subscriber (whole claim, section 3). */
export const relationships = {
  '18': 'Self',
  '01': 'Spouse',
  '19': 'Child',
  '53': 'Life partner',
  '20': 'Employee',
  '39': 'Organ donor',
  '40': 'Cadaver donor',
  '21': 'Unknown',
  G8: 'Other',
} as const;
export type Relationship = keyof typeof relationships;

/** SBR09: what kind of payer it is (rows form 837 details and form 837 payers). */
export const filingIndicators = {
  MB: 'Medicare Part B',
  MA: 'Medicare Part A',
  '16': 'Medicare Advantage (HMO Medicare risk)',
  MC: 'Medicaid',
  CI: 'Commercial',
  BL: 'Blue Cross Blue Shield',
  HM: 'HMO',
  '12': 'PPO',
  '14': 'EPO',
  CH: 'TRICARE',
  VA: 'Veterans Affairs',
  OF: 'Other federal program',
  WC: 'Workers’ compensation',
  AM: 'Automobile medical',
  LM: 'Liability medical',
  ZZ: 'Other',
} as const;
export type FilingIndicator = keyof typeof filingIndicators;

/** SBR05: why Medicare pays second; only where it does, and never in an 837I. */
export const mspTypes = {
  '12': 'Working aged, or spouse of one: plan of an employer of 20 or more',
  '13': 'End-stage renal disease, within the time that the plan pays first',
  '14': 'No-fault insurance, automobile included',
  '15': 'Workers’ compensation',
  '16': 'Public Health Service or other federal agency',
  '41': 'Black lung',
  '42': 'Veterans Affairs',
  '43': 'Disabled, under 65: plan of an employer of 100 or more',
  '47': 'Liability insurance',
} as const;
export type MspType = keyof typeof mspTypes;

/** Whether this payer pays first, or after another. */
export const payerOrders = { P: 'This payer pays first', S: 'Another payer has paid before it' } as const;
export type PayerOrder = keyof typeof payerOrders;

/** Who pays of this claim after the payer that it goes to first, as far as it was told. */
export const payersBehind = {
  none: 'Nobody else',
  medigap: 'Medigap (a supplement of Medicare)',
  qmb: 'Medicaid, of a patient in the QMB program',
  medicaid: 'Medicaid, without QMB',
  plan: 'Another plan',
} as const;
export type PayerBehind = keyof typeof payersBehind;

/** PWK01: what is sent apart from the claim, of the many codes of the guide those that a refill may need. */
export const paperworkTypes = {
  M1: 'Medical record',
  B3: 'Physician’s order',
  NN: 'Nursing notes',
  B4: 'Referral form',
  CT: 'Certification',
  EB: 'Remittance of another payer',
  OZ: 'Other support of the claim',
} as const;
export type PaperworkType = keyof typeof paperworkTypes;
/** PWK02: how it gets there. */
export const paperworkWays = {
  BM: 'By mail',
  FX: 'By fax',
  EL: 'Electronically',
  FT: 'By file transfer',
  EM: 'By e-mail',
  AA: 'Only when the payer asks for it',
} as const;
export type PaperworkWay = keyof typeof paperworkWays;

/** CLM11 and items 10a to 10c: what the condition comes from. */
export const causes = { EM: 'Employment', AA: 'Automobile accident', OA: 'Another accident' } as const;
export type Cause = keyof typeof causes;

export const sexes = { F: 'Female', M: 'Male', U: 'Unknown' } as const;
export type Sex = keyof typeof sexes;

/** REF01 of a billing provider’s tax number: EIN or Social Security number. */
export const taxIdKinds = { EI: 'EIN', SY: 'Social Security number' } as const;
export type TaxIdKind = keyof typeof taxIdKinds;

/** NM102 of a provider. */
export const providerKinds = { organization: 'Organization', person: 'Person' } as const;
export type ProviderKind = keyof typeof providerKinds;

/** CAS01: for whose account an amount was not paid. */
export const adjustmentGroups = {
  CO: 'CO: contractual obligation',
  PR: 'PR: patient responsibility',
  OA: 'OA: other adjustment',
  PI: 'PI: payer initiated',
  CR: 'CR: correction or reversal',
} as const;
export type AdjustmentGroup = keyof typeof adjustmentGroups;

/** CL101, form locator 14: priority of the visit. */
export const admissionTypes = {
  '1': 'Emergency',
  '2': 'Urgent',
  '3': 'Elective',
  '5': 'Trauma',
  '9': 'Not available',
} as const;
/** CL102, form locator 15: where the patient came from. */
export const admissionSources = {
  '1': 'Not from a health care facility',
  '2': 'Clinic or physician’s office',
  '4': 'Transfer from a hospital',
  '5': 'Transfer from a nursing facility',
  '6': 'Transfer from another health care facility',
  '8': 'Court or law enforcement',
  '9': 'Not available',
} as const;
/** CL103, form locator 17: where the patient went. */
export const patientStatuses = {
  '01': 'Home',
  '02': 'Another hospital',
  '03': 'Skilled nursing facility',
  '04': 'Custodial or supportive care',
  '06': 'Home health service',
  '07': 'Left against advice',
  '20': 'Died',
  '30': 'Still a patient',
} as const;
/** SV201, form locator 42 of what is done with the patient: the department that does it, as the clinic has it. */
export const procedureRevenues = {
  '0360': 'Operating room',
  '0361': 'Operating room, minor surgery',
  '0510': 'Clinic',
  '0761': 'Treatment room',
} as const;
