/*
 * Where each item of a CMS-1500 (02/12) stands, by line and column of the form’s own raster, both counted from 1 (row
 * form grid), and how many characters it takes (row form widths, else row form grid).
 */

/** A text that runs from its column to the right. */
export type Place = { readonly line: number; readonly column: number; readonly width: number };
/** A text in parts, each with its own column and width. */
type Parts = { readonly line: number; readonly columns: readonly number[]; readonly widths: readonly number[] };
/** Boxes, one of which is crossed: the word of each, and its column. */
type Boxes = { readonly line: number; readonly columns: Readonly<Record<string, number>> };
/** Money: dollars end at a column, of so many digits at most; cents stand apart (rows form grid and form 24F). */
type MoneyPlace = {
  readonly line: number;
  readonly dollarsEnd: number;
  readonly cents: number;
  readonly width: number;
};

/** Item 24 has six lines (row form 24), each two lines of the raster below the one before. */
export const linesOnASheet = 6;
export const linePitch = 2;
/** The unshaded half of the first service line. */
export const firstLine = 44;
/** Item 21 names its diagnoses by letters (row form 21). */
export const letters = 'ABCDEFGHIJKL';

const place = (line: number, column: number, width: number): Place => ({ line, column, width });
const date = (line: number, columns: readonly number[], yearDigits: 2 | 4): Parts => ({
  line,
  columns,
  widths: [2, 2, yearDigits],
});
const yesOrNo = (line: number, YES: number, NO: number): Boxes => ({ line, columns: { YES, NO } });

export const textPlaces: Readonly<Record<string, Place>> = {
  'carrier 1': place(2, 41, 31),
  'carrier 2': place(4, 41, 31),
  'carrier 3': place(5, 41, 31),
  '1a': place(8, 50, 29),
  '2': place(10, 1, 28),
  '4': place(10, 50, 29),
  '5': place(12, 1, 28),
  '5 city': place(14, 1, 24),
  '5 state': place(14, 26, 3),
  '5 ZIP': place(16, 1, 12),
  '7': place(12, 50, 29),
  '7 city': place(14, 50, 23),
  '7 state': place(14, 74, 4),
  '7 ZIP': place(16, 50, 12),
  '9': place(18, 1, 28),
  '9a': place(20, 1, 28),
  '9d': place(26, 1, 28),
  '10b state': place(22, 45, 2),
  '11': place(18, 50, 29),
  '11b': place(22, 50, 29),
  '11c': place(24, 50, 29),
  '12': place(29, 7, 17),
  '13': place(29, 55, 17),
  '15 qual.': place(32, 31, 3),
  '17 qual.': place(34, 1, 2),
  '17': place(34, 4, 24),
  '17b': place(34, 33, 10),
  '19': place(36, 1, 48),
  '21 ind.': place(37, 42, 1),
  ...Object.fromEntries(
    [...letters].map((letter, at) => [`21${letter}`, place(38 + Math.floor(at / 4), 3 + 13 * (at % 4), 8)]),
  ),
  '22 code': place(38, 50, 11),
  '22 ref.': place(38, 62, 18),
  '23': place(40, 50, 29),
  '25': place(56, 1, 15),
  '26': place(56, 23, 14),
  '31': place(60, 1, 20),
  '32': place(58, 23, 26),
  '32 street': place(59, 23, 26),
  '32 city': place(60, 23, 26),
  '32a': place(61, 23, 10),
  '33': place(58, 50, 29),
  '33 street': place(59, 50, 29),
  '33 city': place(60, 50, 29),
  '33a': place(61, 50, 10),
  '33b': place(61, 63, 17),
};

export const partPlaces: Readonly<Record<string, Parts>> = {
  '3 date': date(10, [31, 34, 37], 4),
  '5 phone': { line: 16, columns: [15, 19], widths: [3, 7] },
  '7 phone': { line: 16, columns: [65, 69], widths: [3, 7] },
  '11a date': date(20, [53, 56, 59], 4),
  '15 date': date(32, [37, 40, 43], 2),
  '31 date': date(61, [6, 9, 12], 2),
  '33 phone': { line: 57, columns: [66, 70], widths: [3, 7] },
};

export const boxPlaces: Readonly<Record<string, Boxes>> = {
  '1': {
    line: 8,
    columns: { Medicare: 1, Medicaid: 8, TRICARE: 15, CHAMPVA: 24, Group: 31, FECA: 39, Other: 45 },
  },
  '3 sex': { line: 10, columns: { M: 42, F: 47 } },
  '6': { line: 12, columns: { Self: 33, Spouse: 38, Child: 42, Other: 47 } },
  '10a': yesOrNo(20, 35, 41),
  '10b': yesOrNo(22, 35, 41),
  '10c': yesOrNo(24, 35, 41),
  '11a sex': { line: 20, columns: { M: 68, F: 75 } },
  '11d': yesOrNo(26, 52, 57),
  '20': yesOrNo(36, 52, 57),
  '25 kind': { line: 56, columns: { SSN: 17, EIN: 19 } },
  '27': yesOrNo(56, 38, 43),
};

export const moneyPlaces: Readonly<Record<string, MoneyPlace>> = {
  '28': { line: 56, dollarsEnd: 56, cents: 58, width: 7 },
  '29': { line: 56, dollarsEnd: 66, cents: 68, width: 6 },
};

/** Of the first service line; every further one stands lower. */
export const linePlaces: Readonly<Record<string, Place>> = {
  '24A shaded': place(43, 1, 61),
  '24D shaded': place(43, 25, 37),
  '24B': place(firstLine, 19, 2),
  '24D': place(firstLine, 25, 6),
  '24E': place(firstLine, 45, 4),
  '24G': place(firstLine, 59, 3),
  '24J': place(firstLine, 68, 10),
};
export const linePartPlaces: Readonly<Record<string, Parts>> = {
  '24A from': date(firstLine, [1, 4, 7], 2),
  '24A to': date(firstLine, [10, 13, 16], 2),
  '24D mod.': { line: firstLine, columns: [33, 36, 39, 42], widths: [2, 2, 2, 2] },
};
export const lineMoneyPlaces: Readonly<Record<string, MoneyPlace>> = {
  '24F': { line: firstLine, dollarsEnd: 54, cents: 56, width: 6 },
};

/** Item 19 takes 71 characters (row form widths), more than its 48 columns: a longer text is written at 15 an inch. */
export const narrow = { item: '19', width: 71 } as const;
