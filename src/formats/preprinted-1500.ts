import { inTenths, type PrintOffset } from '../engine/clinic-file';
import { letters, linesOnASheet, type Cms1500, type FormLine, type FormSheet } from './cms-1500';
import { unlessRefused, type FormField, type Reason, type Written } from './written';

/**
 * A text of a pre-printed form: where its upper left corner stands, in points from the upper left corner of a Letter
 * page, and how many of its characters take an inch.
 */
export type Placed = {
  readonly item: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly pitch: Pitch;
};
type Pitch = 10 | 15;

/** The page in points. */
export const letterPage = { width: 612, height: 792 } as const;

/** The form is made for 10 characters and 6 lines an inch: 7.2 and 12 points (row form grid). In tenths of a point. */
const raster = { left: 210, top: 260, column: 72, line: 120 } as const;
/** Upper left corner of a place on the raster; lines and columns are counted from 1. */
export const cornerOf = (line: number, column: number) => ({
  x: (raster.left + raster.column * (column - 1)) / 10,
  y: (raster.top + raster.line * (line - 1)) / 10,
});

/** Where an item stands (row form grid), and how many characters it takes (row form widths, where it has one). */
type Place = { readonly line: number; readonly column: number; readonly width: number };

const place = (line: number, column: number, width: number): Place => ({ line, column, width });

const upperPlaces: Readonly<Record<string, Place>> = {
  '19': place(36, 1, 48),
  '21 ind.': place(37, 42, 1),
  '22 code': place(38, 50, 11),
  '22 ref.': place(38, 62, 18),
  '23': place(40, 50, 29),
  ...Object.fromEntries(
    [...letters].map((letter, at) => [`21${letter}`, place(38 + Math.floor(at / 4), 3 + 13 * (at % 4), 8)]),
  ),
};

/** Places of the first service line; every further one stands two lines lower, its shaded half one line higher. */
const firstLine = 44;
const linePitch = 2;
const linePlaces: Readonly<Record<string, Place>> = {
  '24A shaded': place(43, 1, 61),
  '24D shaded': place(43, 25, 37),
  '24B': place(44, 19, 2),
  '24D': place(44, 25, 6),
  '24E': place(44, 45, 4),
  '24G': place(44, 59, 3),
};
/** Texts in parts, each of two characters: the days, and the modifiers. */
const partColumns: Readonly<Record<string, readonly number[]>> = {
  '24A from': [1, 4, 7],
  '24A to': [10, 13, 16],
  '24D mod.': [33, 36, 39, 42],
};
/**
 * Money: dollars end before the divider, cents have their own column (rows form grid and form 24F). `width` is that of
 * the dollars.
 */
const money = {
  '24F': { line: firstLine, dollarsEnd: 54, cents: 56, width: 6 },
  '28': { line: 56, dollarsEnd: 56, cents: 58, width: 7 },
} as const;

/** Item 19 takes 71 characters (row form widths), more than its 48 columns: a longer text is written at 15 an inch. */
const narrow = { item: '19', width: 71 } as const;

/**
 * Everything of one sheet that has a place on the form, in form order; blank items have none. Refused, with the item,
 * where a text is wider than its place: nothing is cut.
 */
export function placedOn({ fields }: Pick<Cms1500, 'fields'>, { lines, total }: FormSheet): Written<readonly Placed[]> {
  const written = [
    ...fields.map((field) => placedField(field, upperPlaces[field.item], 0)),
    ...lines.flatMap(placedLine),
    placedMoney(total, 0),
  ];
  return unlessRefused(
    written.flatMap((each) => ('refused' in each ? each.refused : [])),
    () => written.flatMap((each) => ('written' in each ? each.written : [])),
  );
}

const placedLine = (line: FormLine, row: number): readonly Written<readonly Placed[]>[] =>
  line.fields.map((field) => {
    const down = row * linePitch;
    if (field.item === '24F') return placedMoney(field, down);
    const columns = partColumns[field.item];
    return columns ? placedParts(field, columns, down) : placedField(field, linePlaces[field.item], down);
  });

/** What has no place is not printed. */
function placedField({ item, text }: FormField, at: Place | undefined, down: number): Written<readonly Placed[]> {
  if (!at || text === '') return { written: [] };
  const isNarrow = item === narrow.item && text.length > at.width;
  const width = isNarrow ? narrow.width : at.width;
  return unlessRefused(tooWide(item, text, width), () => [
    { item, text, ...cornerOf(at.line + down, at.column), pitch: isNarrow ? 15 : 10 },
  ]);
}

function placedParts({ item, text }: FormField, columns: readonly number[], down: number): Written<readonly Placed[]> {
  const parts = text === '' ? [] : text.split(' ');
  const tooMany =
    parts.length > columns.length
      ? [{ says: `Item ${item} has ${columns.length} places on the form. “${text}” takes ${parts.length}.` }]
      : [];
  return unlessRefused([...tooMany, ...parts.flatMap((part) => tooWide(item, part, 2))], () =>
    parts.flatMap((part, at) => ({ item, text: part, ...cornerOf(firstLine + down, columns[at] ?? 1), pitch: 10 })),
  );
}

function placedMoney({ item, text }: FormField, down: number): Written<readonly Placed[]> {
  const at = item === '28' ? money['28'] : money['24F'];
  const [dollars = '', cents = ''] = text.split('.');
  if (text === '') return { written: [] };
  return unlessRefused(tooWide(item, dollars, at.width), () => [
    { item, text: dollars, ...cornerOf(at.line + down, at.dollarsEnd - dollars.length + 1), pitch: 10 },
    { item, text: cents, ...cornerOf(at.line + down, at.cents), pitch: 10 },
  ]);
}

const tooWide = (item: string, text: string, width: number): readonly Reason[] =>
  text.length > width
    ? [{ says: `Item ${item} has ${width} places on the form. “${text}” takes ${text.length}.` }]
    : [];

/** Item 1, Medicare: its box fixes the offset, and the height is counted from it (row form grid). */
const anchor = { item: '1', text: 'X', ...cornerOf(8, 1), pitch: 10 } as const satisfies Placed;
/** The last line of the form, that of items 31 to 33 (row form grid). */
const lastLine = 61;

/** Where a text goes on a printer that has to move and stretch it so. */
export function moved(placed: Placed, { rightTenthsMm, downTenthsMm, heightPerMille }: PrintOffset): Placed {
  const stretched = anchor.y + ((placed.y - anchor.y) * heightPerMille) / 1000;
  return { ...placed, x: placed.x + inPoints(rightTenthsMm), y: stretched + inPoints(downTenthsMm) };
}

const inPoints = (tenthsMm: number): number => (tenthsMm * 72) / 254;

/** The places under their item numbers, and what shows how far a form is moved and stretched. */
export type TestSheet = {
  readonly placed: readonly Placed[];
  /** Percent of the height, each where the last line of the form is at that height. */
  readonly heights: readonly Placed[];
  /** Where both rulers start. */
  readonly zero: { readonly x: number; readonly y: number };
};

/** Every place of the form under its item number, to hold against an empty form before the first claim is printed. */
export function testSheet(): TestSheet {
  const named = (item: string, text: string): FormField => ({ item, label: '', text });
  const items = [...Object.keys(partColumns), ...Object.keys(linePlaces), '24F'];
  const line = items.map((item) => named(item, sampleTexts[item] ?? item));
  const result = placedOn(
    { fields: Object.keys(upperPlaces).map((item) => named(item, sampleTexts[item] ?? item)) },
    {
      lines: Array.from({ length: linesOnASheet }, (_, row) => ({ lineNumber: row + 1, fields: line })),
      total: named('28', sampleTexts['24F'] ?? ''),
    },
  );
  return { placed: [anchor, ...('written' in result ? result.written : [])], heights: heightMarks(), zero: anchor };
}

/** Every half percent from 97 to 103, side by side, each at its own height. */
function heightMarks(): readonly Placed[] {
  const { x, y } = cornerOf(lastLine, 1);
  return Array.from({ length: 13 }, (_, at) => {
    const heightPerMille = 970 + 5 * at;
    const mark: Placed = { item: 'height', text: inTenths(heightPerMille), x: x + at * 43.2, y, pitch: 10 };
    return moved(mark, { rightTenthsMm: 0, downTenthsMm: 0, heightPerMille });
  });
}

const sampleTexts: Readonly<Record<string, string>> = {
  '21 ind.': '0',
  '24A from': 'MM DD YY',
  '24A to': 'MM DD YY',
  '24B': 'B',
  '24D': '24D',
  '24D mod.': 'M1 M2 M3 M4',
  '24E': '24E',
  '24F': '123.45',
  '24G': '24G',
};
