import { endOfMonth, isoDate, type IsoDate } from '../engine/dated';
import {
  asMgPerMl,
  decimalsKept,
  formatMl,
  isMore,
  isMoreVolume,
  isNone,
  massFromDigits,
  massIn,
  massLimit,
  mg,
  ml,
  moneyFromDigits,
  strengthFromDigits,
  unitsOf,
  volumeFromDigits,
  type BillingUnits,
  type Mass,
  type Money,
  type Strength,
  type Volume,
} from '../engine/quantity';
import { marketedStrengths } from '../rules/products';
import type { AmountUnit } from './worksheet-text';

/** What an answer says, or what is wrong with it in one plain sentence. Never a guess, and never thrown. */
export type Reading<T> = { readonly value: T } | { readonly problem: string };
const problem = (text: string) => ({ problem: text });

/** A pasted line break, made visible: a text field would drop it and turn "36⏎40" into 3640. */
const lineBreakMark = '⏎';
export const markLineBreaks = (pasted: string): string =>
  pasted.trim().replace(/\s*(?:\r\n|[\n\r\u2028\u2029\u0085\v\f])+\s*/g, ` ${lineBreakMark} `);

/** Invisible characters that pasting brings along and that carry no meaning. */
const trimmed = (text: string): string => text.replace(/[\u200B-\u200F\u2060\uFEFF]/g, '').trim();

const lower = (label: string) => `${label.charAt(0).toLowerCase()}${label.slice(1)}`;

/** What is wrong with a number before its value matters, most telling first. */
function notPlainDigits(text: string, label: string, examples = '36 or 36.5'): string | undefined {
  const example = `like ${examples}`;
  if (text.includes(lineBreakMark) || /[\n\r\u2028\u2029]/.test(text)) return `${label} must be one number, but several lines were pasted`;
  if (/[<>]/.test(text)) return `${label} holds markup; enter only the number`;
  if (/[^\x00-\x7F]/.test(text.replace(/[µμ−–]/g, '')) && /\p{Nd}/u.test(text.replace(/[0-9]/g, ''))) {
    return `Write ${lower(label)} with the digits 0 to 9`;
  }
  if (/^[-−–]/.test(text)) return `${label} cannot be negative`;
  if (text.includes(',')) return `Write ${lower(label)} without commas and with a point for decimals, ${example}`;
  if (/\d\s*\.\s*\d*\s*\.|^\.\d*\./.test(text)) return `${label} has more than one decimal point`;
  if (/\d\s*e\s*[+-]?\d/i.test(text)) return `Write ${lower(label)} out in full, like 1000, not with an e`;
  if (!/^(\d+\.?\d*|\.\d+)$/.test(text)) return `${label} must be a number, ${example}`;
  return undefined;
}

function splitUnit(text: string): { digits: string; unit: string | null } {
  const match = /^([^\p{L}µμ]*?)\s*([\p{L}µμ][\p{L}µμ/]*)$/u.exec(text.replace(/\s*\/\s*/g, '/').replace(/(?<=\p{L})\.$/u, ''));
  return match && /\d/.test(match[1] ?? '') ? { digits: match[1] ?? '', unit: match[2] ?? null } : { digits: text, unit: null };
}

const unitsRead: Readonly<Record<string, AmountUnit>> = { mg: 'mg', mcg: 'mcg', ug: 'mcg', µg: 'mcg', μg: 'mcg', ml: 'mL', cc: 'mL' };

/** A mass of drug, and the volume that it was typed as, if it was. */
export type Amount = { readonly mass: Mass; readonly volume: Volume | null };

/** An amount of drug: mg or mcg, or mL where the strength is known. A unit typed in the field wins over the one chosen. */
export function readAmount(typed: string, chosen: AmountUnit, strength: Strength | null, label: string): Reading<Amount> {
  const { digits, unit } = splitUnit(trimmed(typed));
  const read = unit === null ? chosen : unitsRead[unit.toLowerCase()];
  if (read === undefined && notPlainDigits(digits, label) === undefined) return problem(`${label} must be in mg, mcg or mL`);
  const wrong = notPlainDigits(read === undefined ? trimmed(typed) : digits, label);
  if (wrong !== undefined || read === undefined) return problem(wrong ?? `${label} must be in mg, mcg or mL`);
  if (digits.replace(/^0+|\..*/g, '').length > 9) return tooLarge(label);
  if (decimalsIn(digits) > decimalsKept[read]) return problem(`${label} in ${read} can have at most ${decimalsKept[read]} decimals`);
  const amount = amountOf(digits, read, strength);
  if (amount === undefined) return problem(`Enter the strength in mcg/mL, so that ${lower(label)} can be in mL`);
  return isMore(amount.mass, massLimit) ? tooLarge(label) : { value: amount };
}

const tooLarge = (label: string) => problem(`${label} must be 100,000 mg or less`);
const decimalsIn = (digits: string): number => (/\.(\d*)$/.exec(digits)?.[1] ?? '').replace(/0+$/, '').length;

function amountOf(digits: string, unit: AmountUnit, strength: Strength | null): Amount | undefined {
  if (unit !== 'mL') {
    const mass = massFromDigits(digits, unit);
    return mass && { mass, volume: null };
  }
  const volume = volumeFromDigits(digits);
  return volume && strength ? { mass: massIn(volume, strength), volume } : undefined;
}

/** The unit typed behind an amount, if any. */
export function unitTyped(typed: string): AmountUnit | undefined {
  const { unit } = splitUnit(trimmed(typed));
  return unit === null ? undefined : unitsRead[unit.toLowerCase()];
}

/** A strength in whole mcg/mL; "2 mg/mL" is read as 2000. */
export function readStrength(typed: string, label: string): Reading<Strength> {
  const name = withoutUnit(label);
  const { digits, unit } = splitUnit(trimmed(typed));
  const perMl = unit === null ? 'mcg/ml' : unit.toLowerCase().replace(/^[uµμ]g/, 'mcg');
  if (unit !== null && perMl !== 'mcg/ml' && perMl !== 'mg/ml') return problem(`${name} must be in mcg/mL, like 2000`);
  const wrong = notPlainDigits(digits, name, '500 or 2000');
  if (wrong) return problem(wrong);
  const strength = strengthFromDigits(digits, perMl === 'mg/ml' ? 'mg/mL' : 'mcg/mL');
  if (!strength) return problem(`${name} must be a whole number of mcg/mL, like 500 or 2000`);
  if (strength.mcgPerMl === 0) return problem(`${name} must be more than 0`);
  return strength.mcgPerMl > 100_000 ? problem(`${name} must be 100,000 mcg/mL or less`) : { value: strength };
}

/** A strength of baclofen. "2" on a label is mg/mL: a thousandfold slip that no marketed strength excuses (row products 6). */
export function readDrugStrength(typed: string, label: string): Reading<Strength> {
  const reading = readStrength(typed, label);
  if ('problem' in reading || marketedStrengths.includes(reading.value.mcgPerMl)) return reading;
  const meant = asMgPerMl(reading.value).mcgPerMl;
  if (!marketedStrengths.includes(meant)) return reading;
  const { mcgPerMl: read } = reading.value;
  return problem(`${withoutUnit(label)} ${read} mcg/mL is no baclofen strength: if the label says ${read} mg/mL, enter ${meant}`);
}

/** A volume in mL; "18.5 mL" and "18.5" alike. */
export function readVolume(typed: string, label: string, most: Volume): Reading<Volume> {
  const name = withoutUnit(label);
  const { digits, unit } = splitUnit(trimmed(typed));
  if (unit !== null && unitsRead[unit.toLowerCase()] !== 'mL' && notPlainDigits(digits, name) === undefined) return problem(`${name} must be in mL, like 18.5`);
  const wrong = notPlainDigits(unit === null ? trimmed(typed) : digits, name, '18 or 18.5');
  if (wrong) return problem(wrong);
  if (decimalsIn(digits) > decimalsKept.mL) return problem(`${name} in mL can have at most ${decimalsKept.mL} decimals`);
  const volume = digits.replace(/^0+|\..*/g, '').length > 9 ? undefined : volumeFromDigits(digits);
  return volume && !isMoreVolume(volume, most) ? { value: volume } : problem(`${name} must be ${formatMl(most)} or less`);
}

/** More than any reservoir or container holds; above it something else was typed. */
const mostVolume = ml(100);
export const readBedsideVolume = (typed: string, label: string): Reading<Volume> => readVolume(typed, label, mostVolume);

/** A dose of a day, in mcg or mg; anything an hour is refused, not converted. */
export function readDailyDose(typed: string, label: string): Reading<Mass> {
  const name = withoutUnit(label);
  const text = trimmed(typed);
  if (/(\/|per|an?)\s*h(ou)?r?\b/i.test(text)) return problem(`${name} must be of a day, not of an hour`);
  const reading = readAmount(text.replace(/\s*(\/|per|a)\s*d(ay)?\s*$/i, ''), 'mcg', null, name);
  if ('problem' in reading) return reading.problem.startsWith('Enter the strength') ? problem(`${name} must be in mcg, like 400`) : reading;
  if (isNone(reading.value.mass)) return problem(`${name} must be more than 0`);
  return isMore(reading.value.mass, mg(100)) ? problem(`${name} must be 100,000 mcg or less`) : { value: reading.value.mass };
}

/** A whole number from one to another. */
export function readCount(typed: string, label: string, { from, through }: { from: number; through: number }): Reading<number> {
  const name = withoutUnit(label);
  const text = trimmed(typed).replace(/\s*days?$/i, '');
  const wrong = notPlainDigits(text, name, '2');
  if (wrong) return problem(wrong);
  if (text.includes('.')) return problem(`${name} must be a whole number, like 2`);
  const count = Number(text);
  if (count < from) return problem(`${name} must be ${from} or more`);
  return count > through ? problem(`${name} must be ${through} or less`) : { value: count };
}

/** The last day of an expiry: a date, or month and year as labels print it. */
export function readExpiry(typed: string, label: string): Reading<IsoDate> {
  const text = trimmed(typed);
  const us = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{1,2})$/.exec(text);
  const [year, month] = us ? [Number(us[2]), Number(us[1])] : iso ? [Number(iso[1]), Number(iso[2])] : [];
  if (year === undefined || month === undefined) {
    const reading = readDate(text, label, expiryYears);
    return 'problem' in reading ? problem(reading.problem.replace('like 11/23/2026', 'like 11/2027 or 11/23/2027')) : reading;
  }
  const last = month >= 1 && month <= 12 ? endOfMonth(year, month) : undefined;
  if (!last) return problem(`${label} has no such month`);
  return readDate(last, label, expiryYears);
}
const expiryYears = { from: 2000, through: 2099 };

const withoutUnit = (label: string): string => label.replace(/, in .*/, '');

/** A whole count of units, such as a preauthorization names. */
export function readUnits(typed: string, label: string): Reading<BillingUnits> {
  const text = trimmed(typed);
  const wrong = notPlainDigits(text, label, '8');
  if (wrong) return problem(wrong);
  if (text.includes('.')) return problem(`${label} must be a whole number, like 8`);
  return text.replace(/^0+/, '').length > 6 ? problem(`${label} must be 999,999 or less`) : { value: unitsOf(Number(text)) };
}

/** Dollars and cents. */
export function readMoney(typed: string, label: string): Reading<Money> {
  const text = trimmed(typed).replace(/^\$\s*/, '');
  const name = withoutUnit(label);
  const wrong = notPlainDigits(text, name, '181 or 181.50');
  if (wrong) return problem(wrong);
  if (decimalsIn(text) > decimalsKept.dollars) return problem(`${name} can have at most 2 decimals`);
  if (text.replace(/^0+|\..*/g, '').length > 6) return problem(`${name} must be less than $1,000,000`);
  const money = moneyFromDigits(text);
  return money ? { value: money } : problem(`${name} must be a number, like 181 or 181.50`);
}

/** MM/DD/YYYY, MM-DD-YYYY, MMDDYYYY or YYYY-MM-DD; a real day between the two years. */
export function readDate(typed: string, label: string, years: { from: number; through: number }): Reading<IsoDate> {
  const text = trimmed(typed);
  if (text.includes(lineBreakMark)) return problem(`${label} must be one date, but several lines were pasted`);
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(text)) return problem(`Write ${lower(label)} with a four-digit year, like 11/23/2026`);
  const us = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const [year, month, day] = us ? [us[3], us[1], us[2]] : iso ? [iso[1], iso[2], iso[3]] : [];
  if (year === undefined) return problem(`${label} must be a date, like 11/23/2026`);
  const date = isoDate(Number(year), Number(month), Number(day));
  if (date === undefined) return problem(`${label} is not a day of the calendar: check month and day`);
  if (Number(year) < years.from) return problem(`${label} must be in ${years.from} or later`);
  if (Number(year) > years.through) return problem(`${label} must be in ${years.through} or earlier`);
  return { value: date };
}

/** A time of day as `HH:MM`. */
export function readTime(typed: string, label: string): Reading<string> {
  const match = /^(\d{1,2})[:.]?(\d{2})\s*(?:([ap])\.?m\.?)?$/i.exec(trimmed(typed).replace(/^(\d{1,2})(?=\s*[ap]\.?m)/i, '$1:00'));
  const half = match?.[3]?.toLowerCase();
  const hour = Number(match?.[1] ?? NaN);
  const inHalf = half === undefined ? hour <= 23 : hour >= 1 && hour <= 12;
  if (!match || !inHalf || Number(match[2]) > 59) return problem(`${label} must be like 14:30 or 2:30 pm`);
  const hours = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return { value: `${String(hours).padStart(2, '0')}:${match[2]}` };
}

/** ICD-10-CM codes, separated by commas or spaces; twelve fit into item 21. */
export function readDiagnoses(typed: string): Reading<readonly string[]> {
  const codes = trimmed(typed).toUpperCase().split(/[\s,;⏎]+/).filter((code) => code !== '');
  const odd = codes.find((code) => !/^[A-Z]\d[0-9A-Z](\.?[0-9A-Z]{1,4})?$/.test(code));
  const drug = codes.find((code) => /^J0(428|475|476)$/.test(code));
  if (drug !== undefined) return problem(`${drug} is a drug code, not a diagnosis`);
  if (odd !== undefined) return problem(`“${odd.slice(0, 12)}” is not written like a diagnosis code, such as G80.1`);
  // A code that is typed twice is one diagnosis.
  const once = [...new Set(codes.map((code) => (code.length > 3 && !code.includes('.') ? `${code.slice(0, 3)}.${code.slice(3)}` : code)))];
  return once.length > 12 ? problem('At most 12 diagnosis codes fit on a claim') : { value: once };
}

/** A HCPCS or CPT code as a charge slip writes it. */
export function readCode(typed: string, label: string): Reading<string> {
  const code = trimmed(typed).toUpperCase();
  return /^[A-Z0-9]\d{3}[A-Z0-9]$/.test(code) ? { value: code } : problem(`${label} must be five characters, like J0475`);
}

/** A number or name that somebody else gave out: it must hold at least one letter or digit. */
export function readReference(typed: string, label: string, longest: number): Reading<string> {
  const reading = readText(typed, label, longest);
  if ('problem' in reading || /[\p{L}\p{N}]/u.test(reading.value)) return reading;
  return problem(`${label} must hold letters or digits`);
}

/** Free text for the paper, on one line. */
export function readText(typed: string, label: string, longest: number): Reading<string> {
  const text = trimmed(typed).replaceAll(lineBreakMark, ' ').replace(/\s+/g, ' ');
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text)) return problem(`${label} holds a character that cannot be seen: type it again`);
  return text.length > longest ? problem(`${label} must be ${longest} characters or fewer`) : { value: text };
}

/** "today" of the user's own calendar. */
export const localDay = (now: Date): IsoDate | undefined => isoDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
