import { inTenths, type PrintOffset } from '../engine/clinic-file';
import type { Cms1500, FormSheet } from './cms-1500';
import type { FormLine } from './cms-1500-lines';
import {
  boxPlaces,
  lineMoneyPlaces,
  linePartPlaces,
  linePitch,
  linePlaces,
  linesOnASheet,
  moneyPlaces,
  narrow,
  partPlaces,
  textPlaces,
} from './cms-1500-places';
import type { PartyReason } from './parties';
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

/**
 * Everything of one sheet that has a place on the form, in form order; blank items have none. Refused where anything is
 * missing, wrong or wider than its item: nothing is cut.
 */
export const placedOn = (form: Cms1500, sheet: FormSheet): Written<readonly Placed[], Reason | PartyReason> =>
  unlessRefused<readonly Placed[], Reason | PartyReason>(form.against, () => placedItems(form, sheet));

const placedItems = (
  { above, below }: Pick<Cms1500, 'above' | 'below'>,
  { lines, total, paid }: FormSheet,
): readonly Placed[] => [
  ...above.flatMap(({ fields }) => fields.flatMap((field) => placedField(field, 0))),
  ...lines.flatMap(placedLine),
  ...[...below, total, paid].flatMap((field) => placedField(field, 0)),
];

const placedLine = ({ fields }: FormLine, row: number): readonly Placed[] =>
  fields.flatMap((field) => placedField(field, row * linePitch));

/** An item in its place, so many lines lower; what has no place is not printed. */
function placedField({ item, text }: FormField, down: number): readonly Placed[] {
  if (text === '') return [];
  const put = (words: string, line: number, column: number): Placed => ({
    item,
    text: words,
    ...cornerOf(line + down, column),
    pitch: 10,
  });
  const boxes = boxPlaces[item];
  if (boxes) return Object.hasOwn(boxes.columns, text) ? [put('X', boxes.line, boxes.columns[text] ?? 1)] : [];
  const parts = partPlaces[item] ?? linePartPlaces[item];
  if (parts) return text.split(' ').map((part, at) => put(part, parts.line, parts.columns[at] ?? 1));
  const money = moneyPlaces[item] ?? lineMoneyPlaces[item];
  if (money) {
    const [dollars = '', cents = ''] = text.split('.');
    return [put(dollars, money.line, money.dollarsEnd - dollars.length + 1), put(cents, money.line, money.cents)];
  }
  const at = textPlaces[item] ?? linePlaces[item];
  if (!at) return [];
  const isNarrow = item === narrow.item && text.length > at.width;
  return [{ ...put(text, at.line, at.column), pitch: isNarrow ? 15 : 10 }];
}

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

/** Below it the marks of the height stand. */
const lastNamed = 58;

/**
 * Every place of the form under its item number, but for the last lines, to hold against an empty form before the first
 * claim is printed.
 */
export function testSheet(): TestSheet {
  const named = (item: string): FormField => ({ item, label: '', text: sampleTexts[item] ?? item });
  const fields = Object.entries({ ...textPlaces, ...partPlaces }).flatMap(([item, { line }]) =>
    line > lastNamed ? [] : [named(item)],
  );
  const line = [linePartPlaces, linePlaces, lineMoneyPlaces].flatMap(Object.keys).map(named);
  const placed = placedItems(
    { above: [{ name: '', fields }], below: [] },
    {
      lines: Array.from({ length: linesOnASheet }, (_, row) => ({ lineNumber: row + 1, fields: line })),
      total: named('28'),
      paid: named('29'),
    },
  );
  return { placed: [anchor, ...placed, ...everyBox()], heights: heightMarks(), zero: anchor };
}

/** All boxes but the one that the offset is set by. */
const everyBox = (): readonly Placed[] =>
  Object.entries(boxPlaces).flatMap(([item, { line, columns }]) =>
    Object.values(columns).flatMap((column): Placed[] =>
      item === '1' && column === 1 ? [] : [{ item, text: 'X', ...cornerOf(line, column), pitch: 10 }],
    ),
  );

/** Every half percent from 97 to 103, side by side, each at its own height. */
function heightMarks(): readonly Placed[] {
  const { x, y } = cornerOf(lastLine, 1);
  return Array.from({ length: 13 }, (_, at) => {
    const heightPerMille = 970 + 5 * at;
    const mark: Placed = { item: 'height', text: inTenths(heightPerMille), x: x + at * 43.2, y, pitch: 10 };
    return moved(mark, { rightTenthsMm: 0, downTenthsMm: 0, heightPerMille });
  });
}

/** What stands for an item whose own number is wider than its place, or stands in parts. */
const sampleTexts: Readonly<Record<string, string>> = {
  '3 date': 'MM DD YYYY',
  '5 state': 'ST',
  '5 phone': 'TEL 1234567',
  '7 phone': 'TEL 1234567',
  '7 state': 'ST',
  '10b state': 'ST',
  '11a date': 'MM DD YYYY',
  '15 qual.': 'Q',
  '15 date': 'MM DD YY',
  '17 qual.': 'Q',
  '21 ind.': '0',
  '24A from': 'MM DD YY',
  '24A to': 'MM DD YY',
  '24B': 'B',
  '24D mod.': 'M1 M2 M3 M4',
  '24F': '123.45',
  '28': '123.45',
  '29': '123.45',
  '33 phone': 'TEL 1234567',
};
