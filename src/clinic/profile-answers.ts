import { usualOrder } from '../rules/modifiers';
import * as z from 'zod/mini';
import { formatDate, formatDays, type IsoDate } from '../engine/dated';
import {
  payers,
  type LinePlan,
  type ModifierStance,
  type NdcLayout,
  type Need,
  type PayerProfile,
  type RefillKitStance,
} from '../engine/payer-profile';
import {
  formatMcg,
  formatMoney,
  formatUnits,
  mcg,
  ndcDecimalsMost,
  unitsOf,
  type BillingUnits,
  type Mass,
  type Money,
} from '../engine/quantity';
import { choicesOf, type Choice } from '../answers/answer';
import { payerLabels } from '../answers/choice-labels';
import {
  calendarDay,
  decimalText,
  dollars,
  dollarsText,
  lineOfText,
  oneOf,
  orUnknown,
  readAs,
  wholeNumber,
} from './json-values';

/** How an answer is typed, so how its text is read. */
export type Kind =
  'text' | 'choice' | 'yes-or-no' | 'date' | 'days' | 'units' | 'mcg' | 'decimals' | 'dollars' | 'modifiers';

/** The facts of a profile by their keys in JSON; the unit of a mass stands in its key. */
type Facts = Omit<PayerProfile, 'id' | 'notes' | 'rows' | 'largestTrialDose'> & {
  readonly largestTrialDoseMcg: PayerProfile['largestTrialDose'];
};
export type ProfileKey = keyof Facts;

type Asked = {
  readonly hint?: string;
  /** What is said where it is blank and must not be. */
  readonly missing?: string;
  /** It says nothing without this other answer. */
  readonly needs?: ProfileKey;
  /** Whether it would decide something while it is not known; always, where this is not told. */
  readonly decides?: (profile: PayerProfile) => boolean;
};

/** One answer of a profile as it is declared, once: its label, its JSON, how it is typed and how it is said. */
export type ProfileAnswer = Asked & {
  readonly label: string;
  readonly kind: Kind;
  readonly choices?: readonly Choice[];
  readonly schema: z.ZodMiniType;
  // Methods, because each is only ever given the fact of its own answer.
  say(fact: unknown): string;
  json(fact: unknown): unknown;
};

const asItIs = (fact: unknown) => fact;

const text = (label: string, most: number, asked: Asked = {}) => ({
  ...asked,
  label,
  kind: 'text' as const,
  schema: orUnknown(lineOfText(most)),
  say: (fact: string) => fact,
  json: asItIs,
});

const choice = <Value extends string>(label: string, words: Readonly<Record<Value, string>>, asked: Asked = {}) => ({
  ...asked,
  label,
  kind: 'choice' as const,
  choices: choicesOf(words),
  schema: orUnknown(oneOf(Object.keys(words) as Value[])),
  say: (fact: Value) => words[fact],
  json: asItIs,
});

const yesOrNoWords = { yes: 'Yes', no: 'No' } as const;

const yesOrNo = (label: string, asked: Asked = {}) => ({
  ...asked,
  label,
  kind: 'yes-or-no' as const,
  choices: choicesOf(yesOrNoWords),
  schema: orUnknown(readAs((value) => (typeof value === 'boolean' ? value : undefined), 'must be true or false')),
  say: (fact: boolean) => (fact ? yesOrNoWords.yes : yesOrNoWords.no),
  json: asItIs,
});

const date = (label: string, asked: Asked = {}) => ({
  ...asked,
  label,
  kind: 'date' as const,
  schema: orUnknown(calendarDay),
  say: (fact: IsoDate) => formatDate(fact),
  json: asItIs,
});

const days = (label: string, from: number, asked: Asked = {}) => ({
  ...asked,
  label,
  kind: 'days' as const,
  // JSON has a -0, and nothing else here has.
  schema: orUnknown(wholeNumber(from, 3_650, Math.abs)),
  say: formatDays,
  json: asItIs,
});

const units = (label: string, asked: Asked = {}) => ({
  ...asked,
  label,
  kind: 'units' as const,
  schema: orUnknown(wholeNumber(1, 9_999, unitsOf)),
  say: (fact: BillingUnits) => formatUnits(fact),
  json: (fact: BillingUnits) => fact.units,
});

const modifierOrder = readAs(
  (value) => (isModifierOrder(value) ? value : undefined),
  `must be modifiers out of ${usualOrder.join(', ')}, each once`,
);

function isModifierOrder(value: unknown): value is readonly string[] {
  if (!Array.isArray(value) || value.length === 0 || new Set(value).size < value.length) return false;
  return value.every((each) => usualOrder.includes(each));
}

const stanceWords = {
  required: 'Required: put it on',
  accepted: 'Taken: put it on',
  'not-required': 'Not required: leave it off',
  'not-accepted': 'Not taken: leave it off',
} as const satisfies Record<ModifierStance, string>;
const isPutOn = (stance: ModifierStance | null): boolean => stance === 'required' || stance === 'accepted';

const needWords = { required: 'Required', 'not-required': 'Not required' } as const satisfies Record<Need, string>;
const linePlanWords = {
  one: 'One line for the drug',
  'per-ndc': 'One line for each NDC',
} as const satisfies Record<LinePlan, string>;
const ndcLayoutWords = {
  nucc: 'As the NUCC manual shows',
  medicare: 'As Medicare shows',
  'medi-cal': 'As Medi-Cal shows',
} as const satisfies Record<NdcLayout, string>;
const refillKitWords = { paid: 'Paid', 'not-paid': 'Not paid' } as const satisfies Record<RefillKitStance, string>;

const asksNdc = ({ ndc }: PayerProfile): boolean => ndc !== 'not-required';
const asksAuthorization = ({ authorizationDrug }: PayerProfile): boolean => authorizationDrug !== 'not-required';
const never = (): boolean => false;

const ofPayer = {
  name: { ...text('Name of the payer', 60), schema: lineOfText(60), missing: 'Enter the name of the payer' },
  payer: { ...choice('Payer type', payerLabels), schema: oneOf(payers), missing: 'Choose a payer type' },
};

const ofWaste = {
  jw: choice('JW', stanceWords),
  jwFrom: date('JW from', { hint: 'First date of service.', needs: 'jw', decides: ({ jw }) => isPutOn(jw) }),
  jz: choice('JZ', stanceWords),
  jzFrom: date('JZ from', { hint: 'First date of service.', needs: 'jz', decides: ({ jz }) => isPutOn(jz) }),
  jzProfessionalOnly: yesOrNo('JZ on professional claims only', { needs: 'jz', decides: never }),
  smallestPackageOnly: yesOrNo('Waste paid from the smallest package only', { decides: never }),
};

const ofLines = {
  kd: yesOrNo('KD on pump fills'),
  lines: choice('Lines for one drug and day', linePlanWords),
  modifierOrder: {
    label: 'Order of modifiers',
    hint: `Like KD, JW, JZ, TB. Out of ${usualOrder.join(', ')}.`,
    kind: 'modifiers' as const,
    schema: orUnknown(modifierOrder),
    say: (fact: readonly string[]) => fact.join(', '),
    json: asItIs,
  },
};

const ofNdc = {
  ndc: choice('NDC', needWords),
  ndcLayout: choice('Place of the NDC on the paper claim', ndcLayoutWords, { decides: asksNdc }),
  ndcDecimals: {
    label: 'Decimals of the NDC quantity',
    hint: '0 to 3, of a milliliter. Left blank, three are written.',
    kind: 'decimals' as const,
    schema: orUnknown(wholeNumber(0, ndcDecimalsMost, Math.abs)),
    say: (fact: number) => String(fact),
    json: asItIs,
    decides: asksNdc,
  },
};

const ofAuthorization = {
  authorizationDrug: choice('Preauthorization of the drug', needWords),
  authorizationPump: choice('Preauthorization of the pump', needWords),
  authorizationTrial: choice('Preauthorization of the trial', needWords),
  authorizationNumberFormat: text('Format of the preauthorization number', 50, {
    hint: 'A for a letter, 9 for a digit, * for either; anything else stands for itself. Like AA999999.',
    decides: asksAuthorization,
  }),
  retroactiveDays: days('Days to ask after the service', 0, {
    hint: '0 if it cannot be asked for after the service.',
    decides: asksAuthorization,
  }),
};

const ofLimits = {
  minimumDaysBetweenFills: days('Minimum days between fills', 1),
  unitsPerFill: units('Units per fill', { hint: 'Of J0475, 10 mg each.' }),
  unitsPerPeriod: units('Units per period', { hint: 'Of J0475, all fills of the period.', needs: 'periodDays' }),
  periodDays: days('Days in the period', 1, { hint: 'Like 90 or 365.', needs: 'unitsPerPeriod', decides: never }),
  largestTrialDoseMcg: {
    label: 'Largest trial dose, in mcg',
    hint: 'Like 100.',
    kind: 'mcg' as const,
    schema: orUnknown(wholeNumber(1, 9_999, mcg)),
    say: (fact: Mass) => formatMcg(fact),
    json: (fact: Mass) => Number(decimalText(fact.ng, 3)),
  },
};

const ofMoney = {
  refillKit: choice('A4220 beside a refill', refillKitWords),
  filingDays: days('Days to file the claim', 1, { hint: 'After the date of service.' }),
  answerDays: days('Days until the payer answers', 1, { hint: 'After the claim was sent, as a rule.', decides: never }),
  appealsAddress: text('Address for appeals', 200, {
    hint: 'Street, city, state and ZIP: where letters to this payer go.',
    decides: never,
  }),
  feePerUnit: {
    label: 'Fee per unit of J0475, in dollars',
    hint: 'Like 181.50.',
    kind: 'dollars' as const,
    schema: orUnknown(dollars),
    say: (fact: Money) => formatMoney(fact),
    json: dollarsText,
  },
};

/** Told by the clinic, not by the payer. */
const ofVerification = {
  verifiedOn: date('Verified on', { hint: 'Month, day and year.' }),
  verifiedBy: text('Verified by', 120, { hint: 'Who asked the payer.' }),
  verifiedReference: text('Reference of the verification', 120, { hint: 'Number of the call, letter or page.' }),
  reviewBy: date('Review by', { hint: 'From the day after, claims say that it is due.' }),
};

/** Every answer of a profile by its key in JSON, in the order in which they are asked for and written. */
export const declared = {
  ...ofPayer,
  ...ofWaste,
  ...ofLines,
  ...ofNdc,
  ...ofAuthorization,
  ...ofLimits,
  ...ofMoney,
  ...ofVerification,
} satisfies { [Key in ProfileKey]: { readonly say: (fact: NonNullable<Facts[Key]>) => string } };

export const profileAnswers: Readonly<Record<ProfileKey, ProfileAnswer>> = declared;
const keysOf = (answers: Partial<Record<ProfileKey, unknown>>) => Object.keys(answers) as ProfileKey[];
export const profileKeys = keysOf(declared);
export const verificationKeys = keysOf(ofVerification);
export const profileLabels = Object.fromEntries(profileKeys.map((key) => [key, declared[key].label]));

/** What is asked of a payer, in the order in which a claim meets it. */
export const profileParts: readonly { readonly legend: string; readonly keys: readonly ProfileKey[] }[] = [
  { legend: 'Payer', keys: keysOf(ofPayer) },
  { legend: 'JW and JZ', keys: keysOf(ofWaste) },
  { legend: 'Lines and modifiers', keys: keysOf(ofLines) },
  { legend: 'NDC', keys: keysOf(ofNdc) },
  { legend: 'Preauthorization', keys: keysOf(ofAuthorization) },
  { legend: 'Limits', keys: keysOf(ofLimits) },
  { legend: 'Money and time', keys: keysOf(ofMoney) },
  { legend: 'Verified', keys: verificationKeys },
];

/** What a profile tells under a key; null is not known. */
export const factOf = (profile: PayerProfile, key: ProfileKey): unknown =>
  profile[key === 'largestTrialDoseMcg' ? 'largestTrialDose' : key];
