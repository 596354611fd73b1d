import { asciiLower } from '../engine/ascii';
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
  strengthOf,
  sumOfMasses,
  sumOfVolumes,
  volumeFromDigits,
  type Mass,
  type Strength,
  type Volume,
} from '../engine/quantity';
import {
  bounded,
  hasLineBreak,
  inSentence,
  problem,
  tooLong,
  trimmed,
  ungrouped,
  withoutUnit,
  type Reading,
} from '../engine/typed';
import { marketedStrengths } from '../rules/products';

export const amountUnits = ['mg', 'mcg', 'mL'] as const;
export type AmountUnit = (typeof amountUnits)[number];

/** What is wrong with a number before its value matters, most telling first. */
export function notPlainDigits(text: string, label: string, examples = '36 or 36.5'): string | undefined {
  if (/^(\d+\.?\d*|\.\d+)$/.test(text)) return undefined;
  const example = `like ${examples}`;
  if (hasLineBreak(text)) return `${label} must be one number, but several lines were pasted`;
  if (/[<>]/.test(text)) return `${label} holds markup; enter only the number`;
  if (/[^\x00-\x7F]/.test(text.replace(/[µμ−–]/g, '')) && /\p{Nd}/u.test(text.replace(/[0-9]/g, ''))) {
    return `Write ${inSentence(label)} with the digits 0 to 9`;
  }
  if (/^[-−–]/.test(text)) return `${label} cannot be negative`;
  if (text.includes(',')) return `Write ${inSentence(label)} without commas and with a point for decimals, ${example}`;
  if (/\d\s*\.\s*\d*\s*\.|^\.\d*\./.test(text)) return `${label} has more than one decimal point`;
  if (/\d\s*e\s*[+-]?\d/i.test(text)) return `Write ${inSentence(label)} out in full, like 1000, not with an e`;
  return `${label} must be a number, ${example}`;
}

export const decimalsIn = (digits: string): number => (/\.(\d*)$/.exec(digits)?.[1] ?? '').replace(/0+$/, '').length;
export const wholeDigitsIn = (digits: string): number => digits.replace(/^0+|\..*/g, '').length;

/** A microgram in other words than mcg. */
export const microgramSpellings = ['ug', 'µg', 'μg', 'microgram', '㎍'] as const;
const spellings: Readonly<Record<AmountUnit, readonly string[]>> = {
  mg: ['mg', 'milligram', '㎎'],
  mcg: ['mcg', ...microgramSpellings],
  mL: ['ml', 'cc', 'milliliter', 'millilitre', '㎖', '㏄'],
};
const unitsRead: ReadonlyMap<string, AmountUnit> = new Map(
  (Object.keys(spellings) as AmountUnit[]).flatMap((unit) =>
    spellings[unit].flatMap((word) => [[word, unit] as const, [`${word}s`, unit] as const]),
  ),
);

/** The unit that a word means, in one or several, with points or an apostrophe or without: "mgs", "c.c.", "cc's". */
const unitOf = (word: string): AmountUnit | undefined =>
  unitsRead.get(word) ?? unitsRead.get(asciiLower(word).replace(/[.'’]/g, ''));

type Split = { readonly digits: string; readonly unit: string | null };

/** What stands before the first letter, and the word behind it. */
function splitUnit(text: string): Split {
  const match = /^([^\p{L}㎎㎍㎖㏄]*)([\p{L}㎎㎍㎖㏄][\p{L}㎎㎍㎖㏄.'’/ ]*)$/u.exec(text);
  const [digits = '', unit = ''] = match?.slice(1) ?? [];
  return /\d/.test(digits) ? { digits: digits.trim(), unit: unit.trim() } : { digits: text, unit: null };
}

/** A mass of drug; the volume that it was typed as, if it was; and its parts, where it was typed as a sum. */
export type Amount = { readonly mass: Mass; readonly volume: Volume | null; readonly parts: readonly Mass[] };

/** The parts of a sum. The sign in "1e+9" adds nothing. */
const partsOf = (text: string): readonly string[] =>
  /\d\s*e\s*\+/i.test(text) ? [text] : text.split('+').map((part) => part.trim());

/** The units typed behind an amount or its parts. */
function unitsTyped(text: string): ReadonlySet<AmountUnit> {
  return new Set(partsOf(text).flatMap((part) => unitOf(splitUnit(part).unit ?? '') ?? []));
}

/** The unit typed behind an amount, if it has only one. */
export function unitTyped(typed: string): AmountUnit | undefined {
  const [unit, other] = tooLong(typed, '') ? [] : unitsTyped(trimmed(typed));
  return other ? undefined : unit;
}

/** The same amount without the units typed behind it or its parts. */
export const withoutUnits = (typed: string): string =>
  partsOf(trimmed(typed))
    .map((part) => splitUnit(part).digits)
    .join(' + ');

/** The parts of an amount with the unit of each: its own, else that of the others, else the one chosen. */
function splitParts(text: string, chosen: AmountUnit, label: string): Reading<readonly Split[]> {
  if (/^[\d.]+$/.test(text)) return { value: [{ digits: text, unit: chosen }] };
  const parts = partsOf(text);
  if (parts.length > 1 && parts.includes('')) return problem(`${label} must be a number, like 36 or 36.5`);
  const split = parts.map(splitUnit);
  const [unit = chosen, other] = unitsTyped(text);
  const isBare = split.map((part) => part.unit === null);
  // "5 + 5 mg" has one reading; "20 + 500 mcg" and "20 mg + 500" have two, a thousandfold apart.
  if (
    !other &&
    isBare.includes(true) &&
    isBare.includes(false) &&
    (isBare.at(-1) || unit === 'mcg' || (chosen === 'mL') !== (unit === 'mL'))
  ) {
    return problem(`${label} has a part without a unit: write one behind every part, like 20 mg + 500 mcg`);
  }
  if (other && split.some((part) => part.unit === null))
    return problem(`${label} has more than one unit: write a unit behind every part, like 5 mg + 500 mcg`);
  return { value: split.map((part) => ({ ...part, unit: part.unit ?? unit })) };
}

const amountOf = bounded(
  (typed: string, label: string, chosen: AmountUnit, strength: Strength | null): Reading<Amount> => {
    const split = splitParts(trimmed(typed), chosen, label);
    if ('problem' in split) return split;
    const parts: Amount[] = [];
    for (const each of split.value) {
      const part = partAmount(each, label, strength);
      if ('problem' in part) return part;
      parts.push(part.value);
    }
    const [only] = parts;
    if (only && parts.length === 1) return { value: only };
    const masses = parts.map(({ mass }) => mass);
    const volumes = parts.flatMap(({ volume }) => volume ?? []);
    const mass = sumOfMasses(masses);
    return isMore(mass, massLimit)
      ? tooLarge(label)
      : { value: { mass, volume: volumes.length === parts.length ? sumOfVolumes(volumes) : null, parts: masses } };
  },
);

/**
 * An amount of drug, or a sum of several: mg or mcg, or mL where the strength is known. A unit typed in the field wins
 * over the one chosen.
 */
export const readAmount = (
  typed: string,
  chosen: AmountUnit,
  strength: Strength | null,
  label: string,
): Reading<Amount> => amountOf(typed, label, chosen, strength);

function partAmount({ digits, unit }: Split, label: string, strength: Strength | null): Reading<Amount> {
  const read = unitOf(unit ?? '');
  const wrong = notPlainDigits(digits, label);
  if (wrong !== undefined || read === undefined) return problem(wrong ?? `${label} must be in mg, mcg or mL`);
  if (wholeDigitsIn(digits) > 9) return tooLarge(label);
  if (decimalsIn(digits) > decimalsKept[read])
    return problem(`${label} in ${read} can have at most ${decimalsKept[read]} decimals`);
  const volume = read === 'mL' ? (volumeFromDigits(digits) ?? null) : null;
  if (read === 'mL' && !strength)
    return problem(`Enter the strength in mcg/mL, so that ${inSentence(label)} can be in mL`);
  const mass = read === 'mL' ? volume && strength && massIn(volume, strength) : massFromDigits(digits, read);
  return !mass || isMore(mass, massLimit) ? tooLarge(label) : { value: { mass, volume, parts: [] } };
}

const tooLarge = (label: string) => problem(`${label} must be 100,000 mg or less`);

/**
 * A strength in whole mcg/mL; "2 mg/mL" is read as 2000, "10 mg/20 mL" as 500, and "2,000" as the strength on the
 * market that it can only be.
 */
export const readStrength = bounded((typed: string, label: string): Reading<Strength> => {
  const name = withoutUnit(label);
  const text = trimmed(typed);
  const told = splitStrength(text);
  if (!told)
    return problem(
      (isOneLine(text) ? undefined : notPlainDigits(text, name)) ?? `${name} must be in mcg/mL, like 2000`,
    );
  const { digits, unit, volume } = told;
  const plain = ungrouped(digits);
  const wrong = notPlainDigits(plain, name, strengthExamples) ?? notPlainDigits(volume, name, strengthExamples);
  if (wrong) return problem(wrong);
  if (wholeDigitsIn(plain) > 9) return problem(`${name} must be 100,000 mcg/mL or less`);
  const strength = strengthIn(plain, unit, volume);
  const withDecimals = plain === digits ? undefined : strengthIn(digits.replace(',', '.'), unit, volume);
  if (plain !== digits && (!isMarketed(strength) || isMarketed(withDecimals)))
    return problem(notPlainDigits(digits, name, strengthExamples) ?? '');
  if (!strength) return problem(`${name} must be a whole number of mcg/mL, like 500 or 2000`);
  if (strength.mcgPerMl === 0) return problem(`${name} must be more than 0`);
  return strength.mcgPerMl > 100_000 ? problem(`${name} must be 100,000 mcg/mL or less`) : { value: strength };
});

const strengthExamples = '500 or 2000';
const isOneLine = (text: string): boolean => !hasLineBreak(text) && !/[<>]/.test(text);
const isMarketed = (strength: Strength | undefined): boolean =>
  strength !== undefined && marketedStrengths.includes(strength.mcgPerMl);

/**
 * Mass over volume as it was written; a bare number is of mcg/mL. Undefined where a unit is missing or is none of a
 * strength.
 */
function splitStrength(
  text: string,
): { readonly digits: string; readonly unit: 'mg' | 'mcg'; readonly volume: string } | undefined {
  const [, over, under] = /^(.*?)(?:\s*\/\s*|\s+(?:per|in)\s+)(.*)$/is.exec(text) ?? [];
  const mass = splitUnit(over !== undefined && /[\p{L}㎎㎍㎖㏄]/u.test(text) ? over : text);
  if (over === undefined || under === undefined || mass.digits === text)
    return mass.unit === null ? { digits: text, unit: 'mcg', volume: '1' } : undefined;
  const volume = /\d/.test(under) ? splitUnit(under) : { digits: '1', unit: under.trim() };
  const unit = unitOf(mass.unit ?? '');
  return (unit === 'mg' || unit === 'mcg') && unitOf(volume.unit ?? '') === 'mL'
    ? { digits: mass.digits, unit, volume: volume.digits }
    : undefined;
}

function strengthIn(digits: string, unit: 'mg' | 'mcg', volumeDigits: string): Strength | undefined {
  const mass = massFromDigits(digits, unit);
  const volume = volumeFromDigits(volumeDigits);
  return mass && volume && strengthOf(mass, volume);
}

/**
 * A strength of baclofen. "2" on a label is mg/mL: a thousandfold slip that no marketed strength excuses (row products
 * 6).
 */
export const readDrugStrength = bounded((typed: string, label: string): Reading<Strength> => {
  const reading = readStrength(typed, label);
  if ('problem' in reading || isMarketed(reading.value)) return reading;
  const meant = asMgPerMl(reading.value);
  if (!isMarketed(meant)) return reading;
  const { mcgPerMl: read } = reading.value;
  return problem(
    `${withoutUnit(label)} ${read} mcg/mL is no baclofen strength: ` +
      `if the label says ${read} mg/mL, enter ${meant.mcgPerMl}`,
  );
});

/** A volume in mL; "18.5 mL" and "18.5" alike. */
export const readVolume = bounded((typed: string, label: string, most: Volume): Reading<Volume> => {
  const text = trimmed(typed);
  const { digits, unit } = splitUnit(text);
  return partVolume({ digits: unit === null ? text : digits, unit: unit ?? 'mL' }, withoutUnit(label), most);
});

function partVolume({ digits, unit }: Split, name: string, most: Volume): Reading<Volume> {
  const wrong = notPlainDigits(digits, name, '18 or 18.5');
  if (wrong) return problem(wrong);
  if (unitOf(unit ?? '') !== 'mL') return problem(`${name} must be in mL, like 18.5`);
  if (decimalsIn(digits) > decimalsKept.mL)
    return problem(`${name} in mL can have at most ${decimalsKept.mL} decimals`);
  const volume = wholeDigitsIn(digits) > 9 ? undefined : volumeFromDigits(digits);
  return volume && !isMoreVolume(volume, most)
    ? { value: volume }
    : problem(`${name} must be ${formatMl(most)} or less`);
}

/** More than any reservoir or container holds; above it something else was typed. */
const mostVolume = ml(100);
export const readBedsideVolume = (typed: string, label: string): Reading<Volume> =>
  readVolume(typed, label, mostVolume);

/** What went into the pump: milliliters and their parts, or the mass that was ordered. */
export type Instilled = { readonly volume: Volume; readonly parts: readonly Volume[] } | { readonly amount: Amount };

/** Milliliters instilled, or a sum of them; also mg or mcg, as a trial is ordered. */
export const readInstilled = bounded((typed: string, label: string): Reading<Instilled> => {
  const name = withoutUnit(label);
  const text = trimmed(typed);
  const units = unitsTyped(text);
  if (units.size > 0 && !units.has('mL')) {
    const amount = readAmount(text, 'mg', null, name);
    return 'problem' in amount ? amount : { value: { amount: amount.value } };
  }
  if (units.size > 1) return problem(`${name} must be all in mL, or all in mg and mcg`);
  const split = splitParts(text, 'mL', name);
  if ('problem' in split) return split;
  const parts: Volume[] = [];
  for (const each of split.value) {
    const part = partVolume(each, name, mostVolume);
    if ('problem' in part) return part;
    parts.push(part.value);
  }
  const volume = sumOfVolumes(parts);
  return isMoreVolume(volume, mostVolume)
    ? problem(`${name} must be ${formatMl(mostVolume)} or less`)
    : { value: { volume, parts: parts.length > 1 ? parts : [] } };
});

const hours = String.raw`(?:h|hrs?|hours?)\.?`;
const ofADay = new RegExp(
  String.raw`(?:\s*(?:\/|\b(?:per|an?|each|every|in)\b)\s*(?:d|days?|24\s*${hours})|\s*\bdaily)\.?$`,
  'i',
);
const ofHours = new RegExp(String.raw`(?:\/|\b(?:per|an?|each|every|in)\b)\s*\d*\s*${hours}(?![a-z])|\bhourly\b`, 'i');

/** A dose of a day, in mcg or mg; anything of an hour is refused, not converted. */
export const readDailyDose = bounded((typed: string, label: string): Reading<Mass> => {
  const name = withoutUnit(label);
  const text = trimmed(typed).replace(ofADay, '');
  if (ofHours.test(text)) return problem(`${name} must be of a day, not of an hour`);
  const { digits, unit } = splitUnit(text);
  if (unitOf(unit ?? '') === 'mL') return problem(`${name} must be in mcg, like 400`);
  const reading = partAmount({ digits: ungrouped(digits), unit: unit ?? 'mcg' }, name, null);
  if ('problem' in reading) return reading;
  if (isNone(reading.value.mass)) return problem(`${name} must be more than 0`);
  return isMore(reading.value.mass, mg(100))
    ? problem(`${name} must be 100,000 mcg or less`)
    : { value: reading.value.mass };
});
