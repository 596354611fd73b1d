import { letters, linesOnASheet, type Cms1500, type FormSheet } from './cms-1500';
import type { FormField } from './written';

/**
 * A text of a pre-printed form: where its upper left corner stands, in points from the upper left corner of a Letter
 * page.
 */
export type Placed = { readonly item: string; readonly text: string; readonly x: number; readonly y: number };

/** The page, and the size of the text, in points (row form grid). */
export const letterPage = { width: 612, height: 792, textSize: 8 } as const;

/**
 * Rows of item 24 are 25 points apart, the shaded half 12 above the other; the day’s month, day and year 21 apart (row
 * form grid).
 */
const firstLine = 542;
const lineHeight = 25;
const shadedAbove = 12;
const datePitch = 21;
const modifierPitch = 22;

const columns: Readonly<Record<string, number>> = {
  '24A from': 21,
  '24A to': 84,
  '24A shaded': 21,
  '24B': 149,
  '24D': 194,
  '24D shaded': 194,
  '24D mod.': 246,
  '24E': 335,
  '24F': 373,
  '24G': 437,
};

/** Everything of one sheet that has a place on the form, in form order; blank items have none. */
export function placedOn({ fields }: Cms1500, { lines, total }: FormSheet): readonly Placed[] {
  return [
    ...fields.flatMap(placedField),
    ...lines.flatMap((line, row) => line.fields.flatMap((field) => placedInLine(field, firstLine + row * lineHeight))),
    ...placedAt(total, 383, 686, moneyOnForm),
  ];
}

/** The version of the ICD has no place that was read; it is written by hand. */
function placedField(field: FormField): readonly Placed[] {
  const letter = /^21([A-L])$/.exec(field.item)?.[1];
  if (letter) {
    const place = letters.indexOf(letter);
    return placedAt(field, 37 + 94 * (place % 4), 471 + 12 * Math.floor(place / 4));
  }
  const [x, y] = corners[field.item] ?? [];
  return x === undefined || y === undefined ? [] : placedAt(field, x, y);
}

const corners: Readonly<Record<string, readonly [x: number, y: number]>> = {
  '19': [22, 446],
  '22 code': [374, 471],
  '22 ref.': [456, 471],
  '23': [374, 493],
};

function placedInLine(field: FormField, y: number): readonly Placed[] {
  const x = columns[field.item];
  if (x === undefined) return [];
  switch (field.item) {
    case '24A from':
    case '24A to':
      return inParts(field, x, y, datePitch);
    case '24D mod.':
      return inParts(field, x, y, modifierPitch);
    case '24F':
      return placedAt(field, x, y, moneyOnForm);
    default:
      return placedAt(field, x, field.item.endsWith('shaded') ? y - shadedAbove : y);
  }
}

const placedAt = (
  { item, text }: FormField,
  x: number,
  y: number,
  write = (plain: string) => plain,
): readonly Placed[] => (text === '' ? [] : [{ item, text: write(text), x, y }]);

const inParts = ({ item, text }: FormField, x: number, y: number, pitch: number): readonly Placed[] =>
  text === '' ? [] : text.split(' ').map((part, place) => ({ item, text: part, x: x + pitch * place, y }));

/** "725 86": dollars and cents, without the point that the form has printed (row form 24F). */
const moneyOnForm = (dollars: string): string => dollars.replace('.', ' ');

/** Every place of the form under its item number, to hold against an empty form before the first claim is printed. */
export function testSheet(): readonly Placed[] {
  const named = (item: string, text: string): FormField => ({ item, label: '', text });
  const line = Object.keys(columns).map((item) => named(item, sampleTexts[item] ?? item));
  return placedOn(
    {
      layout: '',
      notes: [],
      sheets: [],
      fields: [...Object.keys(corners), ...[...letters].map((letter) => `21${letter}`)].map((item) =>
        named(item, item),
      ),
    },
    {
      lines: Array.from({ length: linesOnASheet }, (_, row) => ({ lineNumber: row + 1, fields: line })),
      total: named('28', '28'),
    },
  );
}

const sampleTexts: Readonly<Record<string, string>> = {
  '24A from': 'MM DD YY',
  '24A to': 'MM DD YY',
  '24A shaded': 'shaded 24A',
  '24D shaded': 'shaded 24D',
  '24D mod.': 'M1 M2 M3 M4',
};
