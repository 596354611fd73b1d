import { describe, expect, it } from 'vitest';
import { noOffset } from '../engine/clinic-file';
import { ofManyLines, prepared, withWaste } from './claims.fixture';
import { cms1500, type Cms1500 } from './cms-1500';
import { moved, placedOn, testSheet, type Placed } from './preprinted-1500';
import type { FormField } from './written';

const formOf = (encounter: typeof withWaste, ...again: [] | [{ code: '7'; original: string }]): Cms1500 => {
  const result = cms1500(prepared(encounter), ...again);
  if ('refused' in result) throw new Error(result.refused[0]?.says);
  return result.written;
};
const placesOf = (form: Cms1500, sheet = 0): readonly Placed[] => {
  const result = placedOn(form, form.sheets[sheet]!);
  if ('refused' in result) throw new Error(result.refused[0]?.says);
  return result.written;
};
const at = (placed: readonly Placed[], item: string) => placed.filter((each) => each.item === item);

/** What the form filler has that the row form grid tells of: line and column, both counted from 1. */
const grid: readonly (readonly [item: string, text: string, line: number, column: number])[] = [
  ['21 ind.', '0', 37, 42],
  ['21A', 'G801', 38, 3],
  ['21B', 'M62838', 38, 16],
  ['21C', 'G114', 38, 29],
  ['21D', 'G8220', 38, 42],
  ['21E', 'G35A', 39, 3],
  ['22 code', '7', 38, 50],
  ['22 ref.', 'ICN 99', 38, 62],
  ['23', 'AUTH12345', 40, 50],
  ['24A shaded', 'N466794015702 ML12.5', 43, 1],
  ['24A from', '05', 44, 1],
  ['24A from', '20', 44, 4],
  ['24A from', '26', 44, 7],
  ['24A to', '05', 44, 10],
  ['24A to', '20', 44, 13],
  ['24A to', '26', 44, 16],
  ['24B', '11', 44, 19],
  ['24D', 'J0475', 44, 25],
  ['24E', 'ACDE', 44, 45],
  ['24F', '1088', 44, 51],
  ['24F', '79', 44, 56],
  ['24G', '3', 44, 59],
  ['24A shaded', 'N466794015702 ML7.5', 45, 1],
  ['24D mod.', 'JW', 46, 33],
  ['24F', '362', 46, 52],
  ['24F', '93', 46, 56],
  ['24G', '1', 46, 59],
  ['28', '1451', 56, 53],
  ['28', '72', 56, 58],
];

describe('places on a pre-printed form (row form grid)', () => {
  const placed = placesOf(
    formOf(
      { ...withWaste, diagnoses: ['G80.1', 'M62.838', 'G11.4', 'G82.20', 'G35.A'] },
      { code: '7', original: 'ICN 99' },
    ),
  );

  it.each(grid)('item %s, “%s”: line %i, column %i', (item, text, line, column) => {
    const [x, y] = [21 + 7.2 * (column - 1), 26 + 12 * (line - 1)];
    const near = at(placed, item).filter((each) => Math.abs(each.x - x) < 0.001 && Math.abs(each.y - y) < 0.001);
    expect(near).toEqual([expect.objectContaining({ text, pitch: 10 })]);
  });

  it('the six lines stand 24 points apart, and each sheet starts at the first again', () => {
    const form = formOf(ofManyLines(13));
    const linesOf = (sheet: number) => at(placesOf(form, sheet), '24D').map(({ y }) => y);
    expect(linesOf(0)).toEqual([542, 566, 590, 614, 638, 662]);
    expect(linesOf(1)).toEqual(linesOf(0));
    expect(linesOf(2)).toEqual([542]);
  });

  const filled = (fields: readonly FormField[], line: readonly FormField[] = [], total = '') =>
    placedOn({ fields }, { lines: [{ lineNumber: 1, fields: line }], total: field('28', total) });
  const field = (item: string, text: string): FormField => ({ item, label: '', text });

  it.each([
    ['22 code', 11],
    ['22 ref.', 18],
    ['23', 29],
    ['19', 71],
    ['21A', 8],
  ])('item %s takes %i characters, and is refused with more', (item, width) => {
    expect(filled([field(item, 'x'.repeat(width))])).toHaveProperty('written');
    expect(filled([field(item, 'x'.repeat(width + 1))])).toEqual({
      refused: [
        { says: `Item ${item} has ${width} places on the form. “${'x'.repeat(width + 1)}” takes ${width + 1}.` },
      ],
    });
  });

  it('of a line and its total the same, each told', () => {
    const line = [field('24F', '1234567.00'), field('24G', '1234'), field('24D mod.', 'KD JW PO TB GA')];
    expect(filled([], line, '12345678.00')).toEqual({
      refused: [
        { says: 'Item 24F has 6 places on the form. “1234567” takes 7.' },
        { says: 'Item 24G has 3 places on the form. “1234” takes 4.' },
        { says: 'Item 24D mod. has 4 places on the form. “KD JW PO TB GA” takes 5.' },
        { says: 'Item 28 has 7 places on the form. “12345678” takes 8.' },
      ],
    });
  });

  it('item 19 is written narrower where its 48 columns are too few, and then ends before item 20', () => {
    const [wide, narrow] = [48, 49].map((length) => filled([field('19', 'x'.repeat(length))]));
    expect(wide).toMatchObject({ written: [{ pitch: 10, x: 21, y: 446 }] });
    expect(narrow).toMatchObject({ written: [{ pitch: 15, x: 21, y: 446 }] });
    // Item 20 begins at column 50.
    expect(21 + (71 * 72) / 15).toBeLessThan(21 + 7.2 * 49);
  });
});

describe('a printer that has to be told', () => {
  const text: Placed = { item: '28', text: '1', x: 100, y: 610, pitch: 10 };

  it.each([
    [noOffset, 100, 610],
    [{ ...noOffset, rightTenthsMm: 254, downTenthsMm: -127 }, 172, 574],
    // 500 points below item 1, which stands at 110: one percent is 5.
    [{ ...noOffset, heightPerMille: 990 }, 100, 605],
    [{ rightTenthsMm: 0, downTenthsMm: 254, heightPerMille: 1010 }, 100, 687],
  ])('%j', (offset, x, y) => {
    expect(moved(text, offset)).toEqual({ ...text, x, y });
  });

  it('the height leaves item 1 where the offset puts it', () => {
    const [first] = testSheet().placed;
    expect(first).toMatchObject({ item: '1', text: 'X', x: 21, y: 110 });
    expect(moved(first!, { ...noOffset, heightPerMille: 1050 })).toEqual(first);
  });
});

describe('the test sheet', () => {
  const sheet = testSheet();

  it('names every place, where the claim will have it', () => {
    const places = new Set(sheet.placed.map(({ x, y }) => `${x} ${y}`));
    const form = formOf(
      {
        ...ofManyLines(6),
        diagnoses: ['G80.1', 'G80.2', 'G35.A', 'G35.D', 'G11.4'],
        chargePerUnit: { tenthsOfCent: 10_000 },
      },
      { code: '7', original: 'ICN 99' },
    );
    // Dollars end where they end: their start is that of their length.
    const fixed = placesOf(form).filter(({ item }) => item !== '24F' && item !== '28');
    for (const { item, x, y } of fixed) expect(places, item).toContain(`${x} ${y}`);
    expect(at(sheet.placed, '21L')).toMatchObject([{ text: '21L', x: 21 + 7.2 * 41, y: 494 }]);
  });

  it('marks every half percent of the height where the last line then is', () => {
    expect(sheet.heights.map(({ text }) => text)).toEqual([
      '97',
      '97.5',
      '98',
      '98.5',
      '99',
      '99.5',
      '100',
      '100.5',
      '101',
      '101.5',
      '102',
      '102.5',
      '103',
    ]);
    const last = { item: '33a', text: '', x: 0, y: 26 + 12 * 60, pitch: 10 } as const;
    for (const { text, y } of sheet.heights)
      expect(y).toBeCloseTo(moved(last, { ...noOffset, heightPerMille: Number(text) * 10 }).y, 6);
  });

  it('stays on the page', () => {
    for (const { x, y, text } of [...sheet.placed, ...sheet.heights])
      expect(x >= 21 && x + 7.2 * text.length < 612 && y > 100 && y < 780, text).toBe(true);
  });
});
