import { asciiUpper } from '../engine/ascii';
import { decimalsKept, moneyFromDigits, unitsOf, type BillingUnits, type Money } from '../engine/quantity';
import { bounded, lineBreakMark, problem, trimmed, ungrouped, withoutUnit, type Reading } from '../engine/typed';
import { decimalsIn, notPlainDigits, wholeDigitsIn } from './read-amounts';

export { markLineBreaks, mostTyped, type Reading } from '../engine/typed';
export { readDate, readExpiry, relativeDay } from '../engine/typed-date';
export {
  readAmount,
  readBedsideVolume,
  readDailyDose,
  readDrugStrength,
  readInstilled,
  readStrength,
  readVolume,
  unitTyped,
  withoutUnits,
  type Amount,
} from './read-amounts';

/** What is counted, and the words that may stand behind its number. Cartons and boxes are not containers. */
const counted = {
  containers: /\s*(?:containers?|vials?|ampules?|ampoules?|amps?|syringes?)\.?$/i,
  days: /\s*days?\.?$/i,
  percent: /\s*(?:%|per ?cent|pct)\.?$/i,
  units: /\s*(?:units?|un|u)\.?$/i,
} as const;

/** The digits of a whole number: "8", "8 units", "8.0", "1,250". */
const wholeDigits = (typed: string, of: keyof typeof counted): string =>
  ungrouped(trimmed(typed).replace(counted[of], '')).replace(/(\d)\.0*$/, '$1');

/** A whole number from one to another. */
export const readCount = bounded(
  (
    typed: string,
    label: string,
    { from, through, of = 'containers' }: { from: number; through: number; of?: 'containers' | 'days' | 'percent' },
  ): Reading<number> => {
    const name = withoutUnit(label);
    const text = wholeDigits(typed, of);
    const wrong = notPlainDigits(text, name, '2');
    if (wrong) return problem(wrong);
    if (text.includes('.')) return problem(`${name} must be a whole number, like 2`);
    const count = Number(text);
    if (count < from) return problem(`${name} must be ${from} or more`);
    return count > through ? problem(`${name} must be ${through} or less`) : { value: count };
  },
);

/** Whole percents of an amount: "20" and "20 %" alike. */
export const readPercent = (typed: string, label: string): Reading<number> =>
  readCount(typed, label, { from: 0, through: 100, of: 'percent' });

/** A whole count of units, such as a preauthorization names. */
export const readUnits = bounded((typed: string, label: string): Reading<BillingUnits> => {
  const text = wholeDigits(typed, 'units');
  const wrong = notPlainDigits(text, label, '8');
  if (wrong) return problem(wrong);
  if (text.includes('.')) return problem(`${label} must be a whole number, like 8`);
  return wholeDigitsIn(text) > 6 ? problem(`${label} must be 999,999 or less`) : { value: unitsOf(Number(text)) };
});

/** Dollars and cents. */
export const readMoney = bounded((typed: string, label: string): Reading<Money> => {
  const name = withoutUnit(label);
  const text = ungrouped(
    trimmed(typed)
      .replace(/^\$\s*/, '')
      .replace(/\s*(?:dollars?|usd|\$)$/i, ''),
  );
  const wrong = notPlainDigits(text, name, '181 or 181.50');
  if (wrong) return problem(wrong);
  if (decimalsIn(text) > decimalsKept.dollars) return problem(`${name} can have at most 2 decimals`);
  if (wholeDigitsIn(text) > 6) return problem(`${name} must be less than $1,000,000`);
  const money = moneyFromDigits(text);
  return money ? { value: money } : problem(`${name} must be a number, like 181 or 181.50`);
});

/** Years that a date on the worksheet may lie in: from the first year of J0475 (row 1.2). */
export const claimYears = { from: 1994, through: 2099 };

/** A time of day as `HH:MM`. */
export const readTime = bounded((typed: string, label: string): Reading<string> => {
  const match = /^(\d{1,2})[:.]?(\d{2})\s*(?:([ap])\.?m\.?)?$/i.exec(
    trimmed(typed).replace(/^(\d{1,2})(?=\s*[ap]\.?m)/i, '$1:00'),
  );
  const half = match?.[3]?.toLowerCase();
  const hour = Number(match?.[1] ?? NaN);
  const inHalf = half === undefined ? hour <= 23 : hour >= 1 && hour <= 12;
  if (!match || !inHalf || Number(match[2]) > 59) return problem(`${label} must be like 14:30 or 2:30 pm`);
  const hours = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return { value: `${String(hours).padStart(2, '0')}:${match[2]}` };
});

/** ICD-10-CM codes, separated by commas or spaces; twelve fit into item 21. */
export const readDiagnoses = (typed: string, label = 'Diagnosis codes'): Reading<readonly string[]> =>
  diagnosesOf(typed, label);

const diagnosesOf = bounded((typed: string): Reading<readonly string[]> => {
  const codes = asciiUpper(trimmed(typed))
    .split(/[\s,;⏎]+/)
    .filter((code) => code !== '');
  const odd = codes.find((code) => !/^[A-Z]\d[0-9A-Z](\.?[0-9A-Z]{1,4})?$/.test(code));
  const drug = codes.find((code) => /^J0(428|475|476)$/.test(code));
  if (drug !== undefined) return problem(`${drug} is a drug code, not a diagnosis`);
  if (odd !== undefined) return problem(`“${odd.slice(0, 12)}” is not written like a diagnosis code, such as G80.1`);
  // A code that is typed twice is one diagnosis.
  const once = [
    ...new Set(
      codes.map((code) => (code.length > 3 && !code.includes('.') ? `${code.slice(0, 3)}.${code.slice(3)}` : code)),
    ),
  ];
  return once.length > 12 ? problem('At most 12 diagnosis codes fit on a claim') : { value: once };
});

/** A HCPCS or CPT code as a charge slip writes it. */
export const readCode = bounded((typed: string, label: string): Reading<string> => {
  const code = asciiUpper(trimmed(typed));
  return /^[A-Z0-9]\d{3}[A-Z0-9]$/.test(code)
    ? { value: code }
    : problem(`${label} must be five characters, like J0475`);
});

/** A number or name that somebody else gave out: it must hold at least one letter or digit. */
export const readReference = bounded((typed: string, label: string, longest: number): Reading<string> => {
  const reading = readText(typed, label, longest);
  if ('problem' in reading || /[\p{L}\p{N}]/u.test(reading.value)) return reading;
  return problem(`${label} must hold letters or digits`);
});

/** Free text for the paper, on one line. */
export const readText = bounded((typed: string, label: string, longest: number): Reading<string> => {
  const text = trimmed(typed).replaceAll(lineBreakMark, ' ').replace(/\s+/g, ' ');
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text))
    return problem(`${label} holds a character that cannot be seen: type it again`);
  return text.length > longest ? problem(`${label} must be ${longest} characters or fewer`) : { value: text };
});
