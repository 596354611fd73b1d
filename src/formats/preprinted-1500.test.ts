import { describe, expect, it } from 'vitest';
import { noOffset } from '../engine/clinic-file';
import { ofManyLines, prepared, withWaste } from './claims.fixture';
import { cms1500, type Cms1500, type FormSheet } from './cms-1500';
import { reasonAgainstPlace } from './cms-1500-widths';
import { emptyPayment } from '../engine/payment-text';
import { partiesOf, type Sending } from './parties';
import { office as ofClinic, hospital, parent, physician, sending } from './parties.fixture';
import { moved, placedOn, testSheet, type Placed } from './preprinted-1500';
import type { FormField } from './written';

const formOf = (
  encounter: typeof withWaste,
  sent: Partial<Sending> = {},
  ...again: [] | [{ code: '7'; original: string }]
): Cms1500 => {
  const result = cms1500(prepared(encounter), partiesOf(office, { ...sending, ...sent }), ...again);
  if ('refused' in result) throw new Error(result.refused[0]?.says);
  return result.written;
};
const placesOf = (form: Cms1500, sheet = 0): readonly Placed[] => {
  const result = placedOn(form, form.sheets[sheet]!);
  if ('refused' in result) throw new Error(result.refused[0]?.says);
  return result.written;
};
const at = (placed: readonly Placed[], item: string) => placed.filter((each) => each.item === item);

/** The clinic with everybody and everything that a form can name. */
const office = {
  ...ofClinic,
  providers: [{ ...ofClinic.providers[0]!, phone: '7015550123' }, physician],
  referrers: [{ ...physician, id: 'poe', name: 'Poe', first: 'Pat', npi: '1122333341' }],
  facilities: [hospital],
};

/** A child of the subscriber, hurt in an automobile, treated in a hospital’s rooms. */
const child: Partial<Sending> = {
  ...parent,
  groupNumber: 'GRP100',
  planName: 'Example Plan Gold',
  payerStreet: '4 Example Street',
  payerCity: 'Bismarck',
  payerState: 'ND',
  payerZip: '58501',
  sex: 'M',
  patientPhone: '7015550177',
  relatedTo: 'AA',
  accidentState: 'ND',
  injuryDate: '04/30/2026',
  rendering: physician.id,
  referring: 'poe',
  facility: hospital.id,
  patientPaid: '20',
  signedBy: 'SOF',
  signedOn: '05/21/2026',
};

/** Where everything of it stands, by the row form grid: line and column, both counted from 1. */
const grid: readonly (readonly [item: string, text: string, line: number, column: number])[] = [
  ['carrier 1', 'Example Plan', 2, 41],
  ['carrier 2', '4 Example Street', 4, 41],
  ['carrier 3', 'Bismarck ND 58501', 5, 41],
  ['1', 'X', 8, 31],
  ['1a', 'MEMBER1', 8, 50],
  ['2', 'Sample, Sam', 10, 1],
  ['3 date', '01', 10, 31],
  ['3 date', '02', 10, 34],
  ['3 date', '1960', 10, 37],
  ['3 sex', 'X', 10, 42],
  ['4', 'Parent, Pam, R', 10, 50],
  ['5', '2 Example Street', 12, 1],
  ['5 city', 'Fargo', 14, 1],
  ['5 state', 'ND', 14, 26],
  ['5 ZIP', '58102', 16, 1],
  ['5 phone', '701', 16, 15],
  ['5 phone', '5550177', 16, 19],
  ['6', 'X', 12, 42],
  ['7', '3 Example Street', 12, 50],
  ['7 city', 'Moorhead', 14, 50],
  ['7 state', 'MN', 14, 74],
  ['7 ZIP', '56560', 16, 50],
  ['10a', 'X', 20, 41],
  ['10b', 'X', 22, 35],
  ['10b state', 'ND', 22, 45],
  ['10c', 'X', 24, 41],
  ['11', 'GRP100', 18, 50],
  ['11a date', '03', 20, 53],
  ['11a date', '04', 20, 56],
  ['11a date', '1985', 20, 59],
  ['11a sex', 'X', 20, 75],
  ['11c', 'Example Plan Gold', 24, 50],
  ['11d', 'X', 26, 57],
  ['12', 'SOF', 29, 7],
  ['13', 'SOF', 29, 55],
  ['15 qual.', '439', 32, 31],
  ['15 date', '04', 32, 37],
  ['15 date', '30', 32, 40],
  ['15 date', '26', 32, 43],
  ['17 qual.', 'DN', 34, 1],
  ['17', 'Pat Poe', 34, 4],
  ['17b', '1122333341', 34, 33],
  ['20', 'X', 36, 57],
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
  ['24J', '1245319599', 44, 68],
  ['24A shaded', 'N466794015702 ML7.5', 45, 1],
  ['24D mod.', 'JW', 46, 33],
  ['24F', '362', 46, 52],
  ['24F', '93', 46, 56],
  ['24G', '1', 46, 59],
  ['24J', '1245319599', 46, 68],
  ['25', '123456789', 56, 1],
  ['25 kind', 'X', 56, 19],
  ['26', 'WS-0001', 56, 23],
  ['27', 'X', 56, 38],
  ['28', '1451', 56, 53],
  ['28', '72', 56, 58],
  ['29', '20', 56, 65],
  ['29', '00', 56, 68],
  ['31', 'SOF', 60, 1],
  ['31 date', '05', 61, 6],
  ['31 date', '21', 61, 9],
  ['31 date', '26', 61, 12],
  ['32', 'Sample Hospital', 58, 23],
  ['32 street', '9 Example Street', 59, 23],
  ['32 city', 'Fargo ND 58102-0009', 60, 23],
  ['32a', '1122333341', 61, 23],
  ['33 phone', '701', 57, 66],
  ['33 phone', '5550123', 57, 70],
  ['33', 'Example Pump Clinic', 58, 50],
  ['33 street', '1 Example Street', 59, 50],
  ['33 city', 'Fargo ND 58102-0001', 60, 50],
  ['33a', '1234567893', 61, 50],
];

describe('places on a pre-printed form (row form grid)', () => {
  const placed = placesOf(
    formOf({ ...withWaste, diagnoses: ['G80.1', 'M62.838', 'G11.4', 'G82.20', 'G35.A'] }, child, {
      code: '7',
      original: 'ICN 99',
    }),
  );

  it.each(grid)('item %s, “%s”: line %i, column %i', (item, text, line, column) => {
    const [x, y] = [21 + 7.2 * (column - 1), 26 + 12 * (line - 1)];
    const near = at(placed, item).filter((each) => Math.abs(each.x - x) < 0.001 && Math.abs(each.y - y) < 0.001);
    expect(near).toEqual([expect.objectContaining({ text, pitch: 10 })]);
  });

  it('has nothing else: of the second line the days, the place, the code and the pointer besides', () => {
    expect(placed).toHaveLength(grid.length + 6 + 3);
  });

  it.each<[what: string, encounter: typeof withWaste, sent: Partial<Sending>, rows: typeof grid]>([
    [
      'another plan that paid before',
      { ...withWaste, chargePerUnit: { tenthsOfCent: 200_000 } },
      {
        order: 'S',
        otherPayerName: 'First Plan',
        otherPayerId: 'PLAN0',
        otherIndicator: 'CI',
        otherMemberId: 'M0',
        otherGroup: 'GRP0',
        otherPaidOn: '06/10/2026',
        payments: [
          { ...emptyPayment, line: '1', code: 'J0475', paid: '600' },
          { ...emptyPayment, line: '2', code: 'J0475', paid: '200' },
        ],
      },
      [
        ['9', 'Sample, Sam', 18, 1],
        ['9a', 'GRP0', 20, 1],
        ['9d', 'First Plan', 26, 1],
        ['11d', 'X', 26, 52],
      ],
    ],
    [
      'workers’ compensation',
      { ...withWaste, payer: 'workers-compensation' },
      {
        filingIndicator: 'WC',
        relationship: '20',
        insuredLast: 'Example Works',
        insuredStreet: '3 Example Street',
        insuredCity: 'Fargo',
        insuredState: 'ND',
        insuredZip: '58102',
        injuryDate: '04/30/2026',
        injuryClaimNumber: 'WC77',
      },
      [
        ['1', 'X', 8, 45],
        ['4', 'Example Works', 10, 50],
        ['6', 'X', 12, 47],
        ['10a', 'X', 20, 35],
        ['11b', 'Y4 WC77', 22, 50],
      ],
    ],
  ])('%s', (_what, encounter, sent, rows) => {
    const others = placesOf(formOf(encounter, sent));
    for (const [item, text, line, column] of rows)
      expect(at(others, item)).toMatchObject([{ text, x: 21 + 7.2 * (column - 1), y: 26 + 12 * (line - 1) }]);
  });

  it('the six lines stand 24 points apart, and each sheet starts at the first again', () => {
    const form = formOf(ofManyLines(13));
    const linesOf = (sheet: number) => at(placesOf(form, sheet), '24D').map(({ y }) => y);
    expect(linesOf(0)).toEqual([542, 566, 590, 614, 638, 662]);
    expect(linesOf(1)).toEqual(linesOf(0));
    expect(linesOf(2)).toEqual([542]);
  });

  const field = (item: string, text: string): FormField => ({ item, label: '', text });

  it.each([
    ['carrier 1', 31],
    ['1a', 29],
    ['2', 28],
    ['4', 29],
    ['5', 28],
    ['5 city', 24],
    ['5 state', 3],
    ['5 ZIP', 12],
    ['7 city', 23],
    ['7 state', 4],
    ['9a', 28],
    ['9d', 28],
    ['11c', 29],
    ['17', 24],
    ['17b', 10],
    ['19', 71],
    ['21A', 8],
    ['22 code', 11],
    ['22 ref.', 18],
    ['23', 29],
    ['24D', 6],
    ['24E', 4],
    ['24G', 3],
    ['25', 15],
    ['26', 14],
    ['32', 26],
    ['33', 29],
    ['33b', 17],
  ])('item %s takes %i characters, and is refused with more', (item, width) => {
    expect(reasonAgainstPlace(field(item, 'x'.repeat(width)))).toBeUndefined();
    expect(reasonAgainstPlace(field(item, 'x'.repeat(width + 1)))).toBe(
      `Item ${item} has ${width} places on the form. “${'x'.repeat(width + 1)}” takes ${width + 1}.`,
    );
  });

  it.each([
    ['24F', '1234567.00', 'Item 24F has 6 places on the form. “1234567” takes 7.'],
    ['24D mod.', 'KD JW PO TB GA', 'Item 24D mod. has 4 places on the form. “KD JW PO TB GA” takes 5.'],
    ['28', '12345678.00', 'Item 28 has 7 places on the form. “12345678” takes 8.'],
    ['29', '1234567.00', 'Item 29 has 6 places on the form. “1234567” takes 7.'],
    ['2', 'Sampłe, Sam', 'Item 2 holds “ł”, which the form has not: write it otherwise.'],
    ['23', 'A^1', 'Item 23 holds “^”, which the form has not: write it otherwise.'],
  ])('item %s, %s', (item, text, says) => {
    expect(reasonAgainstPlace(field(item, text))).toBe(says);
  });

  it('nothing of a form is placed while anything of it is missing, wrong or too wide', () => {
    const form = formOf(withWaste, { accountNumber: 'WS-0001-0002-00', birthDate: '' });
    expect(placedOn(form, form.sheets[0]!)).toEqual({
      refused: [
        { field: 'birthDate', says: 'Enter the date of birth' },
        { says: 'Item 26 has 14 places on the form. “WS-0001-0002-00” takes 15.' },
      ],
    });
  });

  const filled = (...fields: readonly FormField[]) =>
    placedOn({ ...formOf(withWaste), above: [{ name: '', fields }], below: [] }, noLines);
  const noLines: FormSheet = { lines: [], total: field('28', ''), paid: field('29', '') };

  it('item 19 is written narrower where its 48 columns are too few, and then ends before item 20', () => {
    const [wide, narrow] = [48, 49].map((length) => filled(field('19', 'x'.repeat(length))));
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

  it('names every place above its last lines, where the claim will have it', () => {
    const places = new Set(sheet.placed.map(({ x, y }) => `${x} ${y}`));
    const form = formOf(
      {
        ...ofManyLines(6),
        diagnoses: ['G80.1', 'G80.2', 'G35.A', 'G35.D', 'G11.4'],
        chargePerUnit: { tenthsOfCent: 10_000 },
      },
      child,
      { code: '7', original: 'ICN 99' },
    );
    // Dollars end where they end: their start is that of their length. The last lines have the marks of the height.
    const fixed = placesOf(form).filter(({ item, y }) => !['24F', '28', '29'].includes(item) && y <= 26 + 12 * 57);
    expect(fixed.length).toBeGreaterThan(100);
    for (const { item, x, y } of fixed) expect(places, item).toContain(`${x} ${y}`);
    expect(at(sheet.placed, '21L')).toMatchObject([{ text: '21L', x: 21 + 7.2 * 41, y: 494 }]);
  });

  it('has every box, and nothing under the marks of the height', () => {
    const boxes = sheet.placed.filter(({ text }) => text === 'X');
    expect(boxes).toHaveLength(7 + 2 + 4 + 3 * 2 + 2 + 2 + 2 + 2 + 2);
    const top = Math.min(...sheet.heights.map(({ y }) => y));
    expect(Math.max(...sheet.placed.map(({ y }) => y + 12))).toBeLessThanOrEqual(top + 1);
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
      expect(x >= 21 && x + 7.2 * text.length < 612 && y > 25 && y < 780, text).toBe(true);
  });
});
