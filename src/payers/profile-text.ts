import { formatDate, type IsoDate } from '../engine/dated';
import type { PayerProfile } from '../engine/payer-profile';
import { readDate, readText, type Reading } from '../worksheet/read-answers';
import { years } from './json-values';
import { labelInWords, nameKey, nameTaken, profileJson, profileKeys, profileLabels, profileSchema, type ProfileKey } from './profile-schema';

/** A profile as it stands in the form; blank is "not known: ask the payer". */
export type ProfileText = Record<ProfileKey, string>;
export type ProfileProblems = Partial<Record<ProfileKey, string>>;

const kinds = {
  name: 'text',
  payer: 'choice',
  jw: 'choice',
  jwFrom: 'date',
  jz: 'choice',
  jzFrom: 'date',
  jzProfessionalOnly: 'yes-or-no',
  smallestPackageOnly: 'yes-or-no',
  kd: 'yes-or-no',
  lines: 'choice',
  modifierOrder: 'modifiers',
  ndc: 'choice',
  ndcLayout: 'choice',
  ndcDecimals: 'number',
  authorizationDrug: 'choice',
  authorizationPump: 'choice',
  authorizationTrial: 'choice',
  authorizationNumberFormat: 'text',
  retroactiveDays: 'number',
  minimumDaysBetweenFills: 'number',
  unitsPerFill: 'number',
  unitsPerPeriod: 'number',
  periodDays: 'number',
  largestTrialDoseMcg: 'number',
  refillKit: 'choice',
  filingDays: 'number',
  feePerUnit: 'dollars',
  verifiedOn: 'date',
  verifiedBy: 'text',
  verifiedReference: 'text',
  reviewBy: 'date',
} as const satisfies Record<ProfileKey, string>;

type Kind = (typeof kinds)[ProfileKey];
type KeyOf<K extends Kind> = { [Key in ProfileKey]: (typeof kinds)[Key] extends K ? Key : never }[ProfileKey];
export type ChoiceKey = KeyOf<'choice' | 'yes-or-no'>;
export type TypedKey = Exclude<ProfileKey, ChoiceKey>;

/** Answers of digits, which bring up the number keys where there is no keyboard. */
export const isDigits = (key: TypedKey): boolean => ['date', 'number', 'dollars'].includes(kinds[key]);

export const profileText = (profile: PayerProfile): ProfileText => {
  const json = profileJson(profile);
  const texts = profileKeys.map((key) => [key, json[key] === null ? '' : textOf(kinds[key], json[key])] as const);
  return Object.fromEntries(texts) as ProfileText;
};

function textOf(kind: Kind, value: unknown): string {
  if (kind === 'date') return formatDate(value as IsoDate);
  if (kind === 'yes-or-no') return value === true ? 'yes' : 'no';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

export const blankProfileText = Object.fromEntries(profileKeys.map((key) => [key, ''])) as ProfileText;

/** To begin another payer's profile with: what somebody verified of one is not verified of the next. */
export const copiedText = (profile: PayerProfile): ProfileText => ({
  ...profileText({ ...profile, verifiedOn: null, verifiedBy: null, verifiedReference: null, reviewBy: null }),
  name: `${profile.name} (copy)`,
});

/** What the form tells, or what is wrong with it beside each field. `otherNames` are those of the other profiles. */
export function readProfileText(text: ProfileText, otherNames: readonly string[]): { readonly profile: PayerProfile } | { readonly problems: ProfileProblems } {
  const reading = profileSchema.safeParse(Object.fromEntries(profileKeys.map((key) => [key, jsonOf(kinds[key], text[key])])));
  if (!reading.success) {
    const problems = reading.error.issues.map(({ path: [key], message }) => [key, problemOf(key as ProfileKey, text, message)] as const);
    return { problems: Object.fromEntries(problems) };
  }
  const taken = otherNames.some((name) => nameKey(name) === nameKey(reading.data.name));
  return taken ? { problems: { name: problemOf('name', text, nameTaken) } } : { profile: reading.data };
}

/** What cannot be read goes on as it was typed, for the schema to refuse. */
function jsonOf(kind: Kind, typed: string): unknown {
  const line = oneLine(typed);
  if (line === '') return null;
  if (kind === 'date') return valueOf(readDate(line, '', years)) ?? line;
  if (kind === 'number') return wholeOf(line) ?? line;
  if (kind === 'dollars') return line.replace(/^\$\s*/, '');
  if (kind === 'yes-or-no') return line === 'yes';
  return kind === 'modifiers' ? line.toUpperCase().split(/[\s,;]+/).filter((each) => each !== '') : line;
}

const oneLine = (typed: string): string => valueOf(readText(typed, '', Infinity)) ?? typed;
const valueOf = <T>(reading: Reading<T>): T | undefined => ('value' in reading ? reading.value : undefined);

function wholeOf(line: string): number | undefined {
  const digits = /^(\d+)\s*(?:days?|units?|mcg|decimals?)?$/i.exec(line)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const unanswered: ProfileProblems = { name: 'Enter the name of the payer', payer: 'Choose a payer type' };

function problemOf(key: ProfileKey, text: ProfileText, message: string): string {
  const label = labelInWords(profileLabels[key]);
  const line = oneLine(text[key]);
  const asDate = kinds[key] === 'date' ? readDate(line, label, years) : null;
  if (asDate && 'problem' in asDate) return asDate.problem;
  return (line === '' ? unanswered[key] : undefined) ?? `${label} ${message}`;
}
