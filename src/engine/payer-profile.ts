import type { IsoDate } from './dated';
import type { BillingUnits, Mass, Money } from './quantity';

export const payers = [
  'medicare-part-b',
  'medicare-advantage',
  'medicaid',
  'commercial',
  'other-government',
  'workers-compensation',
  'self-pay',
] as const;
export type Payer = (typeof payers)[number];

/**
 * What a payer does with JW or JZ. Required and accepted: it goes on the line. Not required: the payer takes the claim
 * without it, so it is left off. Not accepted: it is left off, and so is the line that only exists for it.
 */
export const modifierStances = ['required', 'accepted', 'not-required', 'not-accepted'] as const;
export type ModifierStance = (typeof modifierStances)[number];

export const needs = ['required', 'not-required'] as const;
export type Need = (typeof needs)[number];

/** How many lines of the dose a payer takes for one drug and day (row 2.21). */
export const linePlans = ['one', 'per-ndc'] as const;
export type LinePlan = (typeof linePlans)[number];

/** Where a payer wants NDC and quantity on the paper claim; published layouts disagree (row 9.3). */
export const ndcLayouts = ['nucc', 'medicare', 'medi-cal'] as const;
export type NdcLayout = (typeof ndcLayouts)[number];

export const refillKitStances = ['paid', 'not-paid'] as const;
export type RefillKitStance = (typeof refillKitStances)[number];

/**
 * What one payer wants, as data that a clinic can keep. Null is "not known: ask the payer", which is never the same as
 * "no". Built-in profiles name the rows that they rest on; a clinic's own name who verified it.
 */
export type PayerProfile = {
  /** Stable for a built-in profile; the name for a clinic's own. */
  readonly id: string;
  readonly name: string;
  readonly payer: Payer;
  readonly jw: ModifierStance | null;
  readonly jwFrom: IsoDate | null;
  readonly jz: ModifierStance | null;
  readonly jzFrom: IsoDate | null;
  /** What is said of JZ holds for professional claims alone; a facility claim is asked about. */
  readonly jzProfessionalOnly: boolean | null;
  /** Waste is paid only as far as the smallest, or most fitting, package leaves it (row 2.20). */
  readonly smallestPackageOnly: boolean | null;
  /** KD on pump fills with the marketed drug (row 4 KD). */
  readonly kd: boolean | null;
  readonly lines: LinePlan | null;
  /** Modifiers in the order in which they stand on a line; those not named follow in the usual order. */
  readonly modifierOrder: readonly string[] | null;
  readonly ndc: Need | null;
  readonly ndcLayout: NdcLayout | null;
  /** Decimals of a milliliter that the NDC quantity may have, 0 to 3; three are written where it is not told. */
  readonly ndcDecimals: number | null;
  readonly authorizationDrug: Need | null;
  readonly authorizationPump: Need | null;
  readonly authorizationTrial: Need | null;
  /** `A` a letter, `9` a digit, `*` either; anything else stands for itself. */
  readonly authorizationNumberFormat: string | null;
  /** Days after the service within which preauthorization may still be asked for. */
  readonly retroactiveDays: number | null;
  readonly minimumDaysBetweenFills: number | null;
  /** Units of J0475 that one fill may bill. */
  readonly unitsPerFill: BillingUnits | null;
  /** Units of J0475 that `periodDays` days may bill together. */
  readonly unitsPerPeriod: BillingUnits | null;
  readonly periodDays: number | null;
  readonly largestTrialDose: Mass | null;
  /** A4220 beside a refill. */
  readonly refillKit: RefillKitStance | null;
  /** Days after the service within which the claim must be there. */
  readonly filingDays: number | null;
  /** Days after the claim was sent by which the payer usually answers, as the clinic knows it. */
  readonly answerDays: number | null;
  /** Where an appeal or another letter goes, in one line. */
  readonly appealsAddress: string | null;
  /** What the payer pays for one unit of J0475, by contract or fee schedule. */
  readonly feePerUnit: Money | null;
  readonly verifiedOn: IsoDate | null;
  readonly verifiedBy: string | null;
  readonly verifiedReference: string | null;
  /** From the day after, the profile itself is a finding. */
  readonly reviewBy: IsoDate | null;
  /** What else was read of a built-in profile, in the product's words. */
  readonly notes: readonly string[];
  /** Rows of the rules on file that it rests on; empty for a clinic's own. */
  readonly rows: readonly string[];
};

/** Whether it is of a policy that was read, and not a clinic's own. */
export const wasRead = ({ rows }: PayerProfile): boolean => rows.length > 0;

/** A profile of which nothing is known yet. */
export const unknownProfile = (id: string, name: string, payer: Payer): PayerProfile => ({
  id,
  name,
  payer,
  jw: null,
  jwFrom: null,
  jz: null,
  jzFrom: null,
  jzProfessionalOnly: null,
  smallestPackageOnly: null,
  kd: null,
  lines: null,
  modifierOrder: null,
  ndc: null,
  ndcLayout: null,
  ndcDecimals: null,
  authorizationDrug: null,
  authorizationPump: null,
  authorizationTrial: null,
  authorizationNumberFormat: null,
  retroactiveDays: null,
  minimumDaysBetweenFills: null,
  unitsPerFill: null,
  unitsPerPeriod: null,
  periodDays: null,
  largestTrialDose: null,
  refillKit: null,
  filingDays: null,
  answerDays: null,
  appealsAddress: null,
  feePerUnit: null,
  verifiedOn: null,
  verifiedBy: null,
  verifiedReference: null,
  reviewBy: null,
  notes: [],
  rows: [],
});
