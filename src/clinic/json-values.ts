import * as z from 'zod/mini';
import { isoDate, type IsoDate } from '../engine/dated';
import { scaledByDigits, type Money } from '../engine/quantity';

// Compiling checks with `new Function` is what the page's content security policy forbids.
z.config({ jitless: true });

/**
 * One JSON value read as a fact. Every message goes on from the name of what it is about, so that the same words stand
 * beside a field ("Units per fill must be…") and in the refusal of a file ("“units per fill” of “Prairie Health” must
 * be…").
 */
export function readAs<T>(read: (value: unknown) => T | undefined, must: string | ((value: unknown) => string)) {
  return z.pipe(
    z.unknown(),
    z.transform((value, context): T => {
      const fact = read(value);
      if (fact !== undefined) return fact;
      const wrong = typeof must === 'string' ? must : must(value);
      context.issues.push({
        code: 'custom',
        input: value,
        message: value === undefined || value === null ? 'is missing' : wrong,
      });
      return z.NEVER;
    }),
  );
}

/** Absent and null alike are "not known". */
export const orUnknown = <T extends z.ZodMiniType>(schema: T) =>
  z.pipe(
    z.nullish(schema),
    z.transform((fact) => fact ?? null),
  );

export const oneOf = <T extends string>(values: readonly T[]) =>
  readAs((value) => values.find((each) => each === value), `must be one of ${values.join(', ')}`);

/**
 * A mark for every control, format (among them bidi overrides) and separator character and every lone surrogate: what
 * no reader would see.
 */
export const withHiddenShown = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\uFFFD');

export const lineOfText = (most: number) =>
  readAs(
    (value) =>
      typeof value === 'string' &&
      value !== '' &&
      value.length <= most &&
      value.trim() === value &&
      withHiddenShown(value) === value
        ? value
        : undefined,
    `must be 1 to ${most} characters on one line, without hidden characters and without spaces at its ends`,
  );

export const wholeNumber = <T>(from: number, through: number, make: (whole: number) => T) =>
  readAs(
    (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= from && value <= through
        ? make(value)
        : undefined,
    `must be a whole number from ${from} to ${through}`,
  );

/** Years in which a day of a profile or a table can lie. */
export const years = { from: 1990, through: 2099 } as const;

export const calendarDay = readAs(
  readDay,
  `must be a day of the calendar from ${years.from} to ${years.through}, like 2026-11-23`,
);

function readDay(value: unknown): IsoDate | undefined {
  const parts = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  const year = Number(parts?.[1]);
  return year >= years.from && year <= years.through
    ? isoDate(year, Number(parts?.[2]), Number(parts?.[3]))
    : undefined;
}

/** A decimal as text, so that no digit of it passes through a float; `make` gets its digits. */
export const decimal = <T>(decimals: number, make: (digits: string) => T | undefined, must: string) =>
  readAs(
    (value) => {
      const digits = typeof value === 'string' ? /^\d{1,9}(?:\.(\d+))?$/.exec(value) : null;
      return digits && (digits[1] ?? '').length <= decimals ? make(digits[0]) : undefined;
    },
    (value) => (typeof value === 'number' ? 'must stand in double quotes' : must),
  );

export const dollars = decimal(
  3,
  (digits): Money | undefined => {
    const tenthsOfCent = scaledByDigits(digits, 3);
    return tenthsOfCent !== undefined && tenthsOfCent < 1_000_000_000 ? { tenthsOfCent } : undefined;
  },
  'must be less than $1,000,000 with at most 3 decimals, like 181.50 or 181.466',
);

/** The inverse of `scaledByDigits`: "0.05" from 50000 with six decimals; at least `shown` decimals are written. */
export function decimalText(scaled: number, decimals: number, shown = 0): string {
  const digits = String(scaled).padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '').padEnd(shown, '0');
  return `${digits.slice(0, -decimals)}${fraction === '' ? '' : `.${fraction}`}`;
}
export const dollarsText = ({ tenthsOfCent }: Money): string => decimalText(tenthsOfCent, 3, 2);

export const mustBeList = 'must be a list in square brackets';
export const mustBeObject = 'must stand in braces';

/** Refuses the second entry of a list that has the same key, at the value `at` of it. */
export const eachOnce = <T>(keyOf: (entry: T) => string, at: string, message: string) =>
  z.check<T[]>(({ value, issues }) => {
    const seen = new Set<string>();
    for (const [place, entry] of value.entries()) {
      const key = keyOf(entry);
      if (seen.has(key)) issues.push({ code: 'custom', input: entry, path: [place, at], message });
      seen.add(key);
    }
  });
