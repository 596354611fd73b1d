import { formatDate, formatDays, type IsoDate } from '../engine/dated';
import type { LinePlan, ModifierStance, NdcLayout, Need, PayerProfile, RefillKitStance } from '../engine/payer-profile';
import { formatMcg, formatMoney, formatUnits } from '../engine/quantity';
import { payerLabels } from '../answers/choice-labels';
import { labelInWords, profileLabels, type ProfileKey } from './profile-schema';

export const stanceWords = {
  required: 'Required: put it on',
  accepted: 'Taken: put it on',
  'not-required': 'Not required: leave it off',
  'not-accepted': 'Not taken: leave it off',
} as const satisfies Record<ModifierStance, string>;

export const needWords = { required: 'Required', 'not-required': 'Not required' } as const satisfies Record<Need, string>;
export const linePlanWords = { one: 'One line for the drug', 'per-ndc': 'One line for each NDC' } as const satisfies Record<LinePlan, string>;
export const ndcLayoutWords = { nucc: 'As the NUCC manual shows', medicare: 'As Medicare shows', 'medi-cal': 'As Medi-Cal shows' } as const satisfies Record<NdcLayout, string>;
export const refillKitWords = { paid: 'Paid', 'not-paid': 'Not paid' } as const satisfies Record<RefillKitStance, string>;
export const yesOrNoWords = { yes: 'Yes', no: 'No' } as const;

export const askThePayer = 'ask the payer';

type WordsOf = (profile: PayerProfile) => string | null;

const told = <T>(fact: T | null, words: (fact: T) => string): string | null => (fact === null ? null : words(fact));
const date = (fact: IsoDate | null) => told(fact, formatDate);
const days = (fact: number | null) => told(fact, formatDays);
const need = (fact: Need | null) => told(fact, (each) => needWords[each]);
const yesOrNo = (fact: boolean | null) => told(fact, (each) => (each ? yesOrNoWords.yes : yesOrNoWords.no));
const stance = (fact: ModifierStance | null) => told(fact, (each) => stanceWords[each]);

const words = {
  payer: ({ payer }) => payerLabels[payer],
  jw: ({ jw }) => stance(jw),
  jwFrom: ({ jwFrom }) => date(jwFrom),
  jz: ({ jz }) => stance(jz),
  jzFrom: ({ jzFrom }) => date(jzFrom),
  jzProfessionalOnly: ({ jzProfessionalOnly }) => yesOrNo(jzProfessionalOnly),
  smallestPackageOnly: ({ smallestPackageOnly }) => yesOrNo(smallestPackageOnly),
  kd: ({ kd }) => yesOrNo(kd),
  lines: ({ lines }) => told(lines, (each) => linePlanWords[each]),
  modifierOrder: ({ modifierOrder }) => told(modifierOrder, (each) => each.join(', ')),
  ndc: ({ ndc }) => need(ndc),
  ndcLayout: ({ ndcLayout }) => told(ndcLayout, (each) => ndcLayoutWords[each]),
  ndcDecimals: ({ ndcDecimals }) => told(ndcDecimals, String),
  authorizationDrug: ({ authorizationDrug }) => need(authorizationDrug),
  authorizationPump: ({ authorizationPump }) => need(authorizationPump),
  authorizationTrial: ({ authorizationTrial }) => need(authorizationTrial),
  authorizationNumberFormat: ({ authorizationNumberFormat }) => authorizationNumberFormat,
  retroactiveDays: ({ retroactiveDays }) => days(retroactiveDays),
  minimumDaysBetweenFills: ({ minimumDaysBetweenFills }) => days(minimumDaysBetweenFills),
  unitsPerFill: ({ unitsPerFill }) => told(unitsPerFill, formatUnits),
  unitsPerPeriod: ({ unitsPerPeriod }) => told(unitsPerPeriod, formatUnits),
  periodDays: ({ periodDays }) => days(periodDays),
  largestTrialDoseMcg: ({ largestTrialDose }) => told(largestTrialDose, formatMcg),
  refillKit: ({ refillKit }) => told(refillKit, (each) => refillKitWords[each]),
  filingDays: ({ filingDays }) => days(filingDays),
  feePerUnit: ({ feePerUnit }) => told(feePerUnit, formatMoney),
} satisfies Partial<Record<ProfileKey, WordsOf>>;

/** Told by the clinic, not by the payer. */
const verification = {
  verifiedOn: ({ verifiedOn }) => date(verifiedOn),
  verifiedBy: ({ verifiedBy }) => verifiedBy,
  verifiedReference: ({ verifiedReference }) => verifiedReference,
  reviewBy: ({ reviewBy }) => date(reviewBy),
} satisfies Partial<Record<ProfileKey, WordsOf>>;

const wordsOf = (facts: Partial<Record<ProfileKey, WordsOf>>, profile: PayerProfile) =>
  Object.entries(facts).map(([key, words]) => ({ label: labelInWords(profileLabels[key as ProfileKey]), value: words(profile) }));

/** Every fact of a profile but its name, in words. */
export const profileWords = (profile: PayerProfile): { label: string; value: string }[] => [
  ...wordsOf(words, profile).map(({ label, value }) => ({ label, value: value ?? askThePayer })),
  ...wordsOf(verification, profile).map(({ label, value }) => ({ label, value: value ?? 'not recorded' })),
];

/** What a profile does tell. */
export const knownWords = (profile: PayerProfile): { label: string; value: string }[] =>
  wordsOf({ ...words, ...verification }, profile).flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));

/** What is not known and would decide something: not the start of a rule that is not known itself, for one. */
export function worthAsking(profile: PayerProfile): string[] {
  const idle = new Set<ProfileKey>(['periodDays', 'jzProfessionalOnly', 'smallestPackageOnly']);
  if (profile.jw !== 'required' && profile.jw !== 'accepted') idle.add('jwFrom');
  if (profile.jz !== 'required' && profile.jz !== 'accepted') idle.add('jzFrom');
  if (profile.ndc === 'not-required') idle.add('ndcLayout').add('ndcDecimals');
  if (profile.authorizationDrug === 'not-required') idle.add('authorizationNumberFormat').add('retroactiveDays');
  const asked: Partial<Record<ProfileKey, WordsOf>> = Object.fromEntries(Object.entries(words).filter(([key]) => !idle.has(key as ProfileKey)));
  return wordsOf(asked, profile).flatMap(({ label, value }) => (value === null ? [label] : []));
}
