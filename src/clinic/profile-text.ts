import { asciiUpper } from '../engine/ascii';
import { formatDate, type IsoDate } from '../engine/dated';
import type { PayerProfile } from '../engine/payer-profile';
import { tooLong, ungrouped } from '../engine/typed';
import { readDate, readText, type Reading } from '../answers/read-answers';
import { years } from './json-values';
import { profileAnswers, profileKeys, type Kind, type ProfileKey } from './profile-answers';
import { labelInWords, nameKey, nameTaken, profileJson, profileSchema } from './profile-schema';

/** A profile as it stands in the form; blank is "not known: ask the payer". */
export type ProfileText = Record<ProfileKey, string>;
export type ProfileProblems = Partial<Record<ProfileKey, string>>;

/** Answers of digits, which bring up the number keys where there is no keyboard. */
export const isDigits = (key: ProfileKey): boolean =>
  ['date', 'days', 'units', 'mcg', 'decimals', 'dollars'].includes(profileAnswers[key].kind);

export const profileText = (profile: PayerProfile): ProfileText => {
  const json = profileJson(profile);
  const texts = profileKeys.map(
    (key) => [key, json[key] === null ? '' : textOf(profileAnswers[key].kind, json[key])] as const,
  );
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
export function readProfileText(
  text: ProfileText,
  otherNames: readonly string[],
): { readonly profile: PayerProfile } | { readonly problems: ProfileProblems } {
  const reading = profileSchema.safeParse(
    Object.fromEntries(profileKeys.map((key) => [key, jsonOf(profileAnswers[key].kind, text[key])])),
  );
  if (!reading.success) {
    const problems = reading.error.issues.map(
      ({ path: [key], message }) => [key, problemOf(key as ProfileKey, text, message)] as const,
    );
    return { problems: Object.fromEntries(problems) };
  }
  const taken = otherNames.some((name) => nameKey(name) === nameKey(reading.data.name));
  return taken ? { problems: { name: problemOf('name', text, nameTaken) } } : { profile: reading.data };
}

/** What cannot be read goes on as it was typed, for the schema to refuse. */
function jsonOf(kind: Kind, typed: string): unknown {
  if (tooLong(typed, '')) return typed;
  const line = oneLine(typed);
  if (line === '') return null;
  if (kind === 'date') return valueOf(readDate(line, '', years)) ?? line;
  if (kind === 'days' || kind === 'units' || kind === 'mcg' || kind === 'decimals') return wholeOf(line, kind) ?? line;
  if (kind === 'dollars') return ungrouped(line.replace(/^\$\s*/, '').replace(/\s*dollars?$/i, ''));
  if (kind === 'yes-or-no') return line === 'yes';
  return kind === 'modifiers'
    ? asciiUpper(line)
        .split(/[\s,;]+/)
        .filter((each) => each !== '')
    : line;
}

const oneLine = (typed: string): string => valueOf(readText(typed, '', Infinity)) ?? typed;
const valueOf = <T>(reading: Reading<T>): T | undefined => ('value' in reading ? reading.value : undefined);

const wordsBehind = {
  days: /\s*days?$/i,
  units: /\s*(?:units?|un|u)$/i,
  mcg: /\s*(?:mcgs?|[uµμ]g|micrograms?)$/i,
  decimals: /\s*decimals?$/i,
} as const;

/** "8", "8 units", "8.0", "1,250 mcg": a whole number with the unit of its field, or without. */
function wholeOf(line: string, kind: keyof typeof wordsBehind): number | undefined {
  const digits = /^(\d+)(?:\.0*)?$/.exec(ungrouped(line.replace(wordsBehind[kind], '')))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function problemOf(key: ProfileKey, text: ProfileText, message: string): string {
  const label = labelInWords(profileAnswers[key].label);
  const long = tooLong(text[key], label);
  if (long) return long.problem;
  const line = oneLine(text[key]);
  const asDate = profileAnswers[key].kind === 'date' ? readDate(line, label, years) : null;
  if (asDate && 'problem' in asDate) return asDate.problem;
  return (line === '' ? profileAnswers[key].missing : undefined) ?? `${label} ${message}`;
}
