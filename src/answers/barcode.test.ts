import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBarcode, type DrugBarcode } from './barcode';
import { day } from '../engine/dated';

const gs = '\u001D';
/** GTINs whose check digits were worked out by hand: NDC 66794-157-02 and 70121-2504-2. */
const gablofen = { gtin: '00366794157024', digits: '6679415702' };
const lioresal = { gtin: '00370121250425', digits: '7012125042' };

const told = (labelDigits: string, lot: string | null, expiry: string | null, change: Partial<DrugBarcode> = {}) => ({
  barcode: {
    labelDigits,
    isCase: false,
    lot,
    expiry: expiry && day(expiry),
    expiryUnread: null,
    lostSeparator: false,
    ...change,
  },
});

describe('what a scanner types', () => {
  it.each([
    ['UPC-A', '366794157024', gablofen.digits, null, null],
    ['EAN-13', '0366794157024', gablofen.digits, null, null],
    ['GTIN-14', gablofen.gtin, gablofen.digits, null, null],
    ['GS1, item, expiry and lot', `01${gablofen.gtin}1728033110AB1`, gablofen.digits, 'AB1', '2028-03-31'],
    ['GS1 with its symbology prefix', `]d201${lioresal.gtin}1728033110AB1`, lioresal.digits, 'AB1', '2028-03-31'],
    ['GS1, lot before expiry', `01${lioresal.gtin}10AB1${gs}17280331`, lioresal.digits, 'AB1', '2028-03-31'],
    [
      'GS1 with a serial number',
      `01${gablofen.gtin}21S77${gs}17280331${gs}10AB1`,
      gablofen.digits,
      'AB1',
      '2028-03-31',
    ],
    ['GS1 with day 00: the end of the month', `01${gablofen.gtin}1728020010AB1`, gablofen.digits, 'AB1', '2028-02-29'],
    ['GS1 without lot', `01${gablofen.gtin}17280331`, gablofen.digits, null, '2028-03-31'],
    ['GS1 in brackets', `(01)${gablofen.gtin}(17)280331(10)AB-1`, gablofen.digits, 'AB-1', '2028-03-31'],
    [
      'a lot that only looks odd is kept behind an expiry',
      `01${gablofen.gtin}1728033110AB17280331`,
      gablofen.digits,
      'AB17280331',
      '2028-03-31',
    ],
    ['as it is printed below the bars', '3 66794 15702 4', gablofen.digits, null, null],
    [
      'GS1 in brackets, with blanks for the eye',
      `(01) 0 03 66794 15702 4 (17) 280331 (10) AB1`,
      gablofen.digits,
      'AB1',
      '2028-03-31',
    ],
    ['GS1 in brackets, lot with brackets of its own', `(01)${gablofen.gtin}(10)A(1)B`, gablofen.digits, 'A(1)B', null],
    [
      'GS1 in brackets, a field of the maker',
      `(01)${gablofen.gtin}(8008)26010112(10)AB1`,
      gablofen.digits,
      'AB1',
      null,
    ],
    [
      'lot with brackets, not in brackets',
      `01${gablofen.gtin}1728033110A(12)B${gs}21S`,
      gablofen.digits,
      'A(12)B',
      '2028-03-31',
    ],
    [
      'data of a company behind a separator',
      `01${gablofen.gtin}10AB1${gs}91X${gs}17280331`,
      gablofen.digits,
      'AB1',
      '2028-03-31',
    ],
    ['a national drug number besides', `01${gablofen.gtin}71566794015702${gs}10AB1`, gablofen.digits, 'AB1', null],
  ])('%s', (_what, scanned, labelDigits, lot, expiry) => {
    expect(readBarcode(scanned)).toEqual(told(labelDigits, lot, expiry));
  });

  it.each([
    ['lot, item, expiry', `]d210AB12${gs}01${gablofen.gtin}17280331`],
    ['the same without prefix', `10AB12${gs}01${gablofen.gtin}17280331`],
    ['expiry, item, lot', `]d21728033101${gablofen.gtin}10AB12`],
    ['the same without prefix', `1728033101${gablofen.gtin}10AB12`],
    ['expiry, lot, item', `1728033110AB12${gs}01${gablofen.gtin}`],
    ['brackets: lot, expiry, item', `(10)AB12(17)280331(01)${gablofen.gtin}`],
    ['brackets: expiry, lot, item', `(17)280331(10)AB12(01)${gablofen.gtin}`],
    ['serial number first', `]d221SER9${gs}01${gablofen.gtin}1728033110AB12`],
    ['a production date between', `11260331${gs}01${gablofen.gtin}10AB12${gs}17280331`],
    ['a count and a variant between', `01${gablofen.gtin}302${gs}20171728033110AB12`],
  ])('element strings in any order: %s', (_what, scanned) => {
    expect(readBarcode(scanned)).toEqual(told(gablofen.digits, 'AB12', '2028-03-31'));
  });

  it.each([
    '\u001D',
    '~',
    '^',
    '|',
    '<GS>',
    '{GS}',
    '[GS]',
    '(GS)',
    '<gs>',
    '\\x1d',
    '\\u001d',
    '␝',
    '^]',
    '{FNC1}',
    '&#29;',
    '#',
    '`',
    '\u001D\u001D',
    '~~',
    ' ',
    ' ⏎ ',
  ])('the separator sent as %j, in front, between and behind', (sent) => {
    const scanned = [`01${gablofen.gtin}21SER9`, '1728033110AB1', '30002', '240X'].join(sent);
    for (const each of [scanned, `${sent}${scanned}`, `${scanned}${sent}`, `]C1${sent}${scanned}\r\n`])
      expect(readBarcode(each)).toEqual(told(gablofen.digits, 'AB1', '2028-03-31'));
  });

  it.each([']d2', ']C1', ']Q3', ']e0', '~]d2', ']d2~', '\u001D'])('in front of the code: %j', (prefix) => {
    expect(readBarcode(`${prefix}01${gablofen.gtin}1728033110AB1`)).toEqual(told(gablofen.digits, 'AB1', '2028-03-31'));
  });

  it.each([
    // Everything that follows a field of variable length may be more of it.
    ['lot or lot and serial number', `01${gablofen.gtin}1728033110AB121SER9`, null, '2028-03-31', true],
    ['lot or lot and expiry', `01${gablofen.gtin}10AB117260131`, null, null, true],
    ['lot or lot and variant', `01${gablofen.gtin}1728033110A2212`, null, '2028-03-31', true],
    ['lot or lot and count', `01${gablofen.gtin}1728033110LOT301`, null, '2028-03-31', true],
    ['a lot with no other reading', `01${gablofen.gtin}1728033110AB1`, 'AB1', '2028-03-31', false],
    ['digits with no other reading', `01${gablofen.gtin}1728033110123456`, '123456', '2028-03-31', false],
    ['a short serial number may hold what follows', `01${gablofen.gtin}21SER917280331`, null, null, true],
    [
      'a serial number of 13 cannot hold an expiry too',
      `01${gablofen.gtin}2112345678901231728033110AB1`,
      'AB1',
      '2028-03-31',
      false,
    ],
    [
      'a serial number of 12 may hold the expiry, never the lot',
      `01${gablofen.gtin}21ABCDEFGHIJKL1728033110AB1`,
      'AB1',
      null,
      true,
    ],
    ['a serial number before the item', `21SER901${gablofen.gtin}17280331`, null, '2028-03-31', false],
    // A blank, or a line break, where no separator belongs proves nothing of those that do.
    ['a blank behind the item', `01${gablofen.gtin} 1728033110AB121SER9`, null, '2028-03-31', true],
    ['a line break behind the item', `01${gablofen.gtin}\r\n1728033110AB121SER9`, null, '2028-03-31', true],
    ['blanks between all that is fixed', `01${gablofen.gtin} 17280331 10AB121SER9`, null, '2028-03-31', true],
    ['a blank, and a lot or lot and expiry', `01${gablofen.gtin} 10AB117280331`, null, null, true],
    ['a blank, and a serial number or more', `01${gablofen.gtin} 215106E417270100`, null, null, true],
    [
      'a long serial number swallows nothing it should not',
      `01${gablofen.gtin}21SERIAL00000000017172803311012345`,
      null,
      null,
      true,
    ],
  ])('separators that were lost: %s', (_what, scanned, lot, expiry, lostSeparator) => {
    expect(readBarcode(scanned)).toEqual(told(gablofen.digits, lot, expiry, { lostSeparator }));
  });

  it.each([
    ['0', '00366794157024', false],
    ['1', '10366794157021', true],
    ['3', '30366794157025', true],
    ['5', '50366794157029', true],
    ['8', '80366794157020', true],
    ['9', '90366794157027', true],
  ])('packing level %s', (_level, gtin, isCase) => {
    expect(readBarcode(gtin)).toEqual(told(gablofen.digits, null, null, { isCase }));
    expect(readBarcode(`(01)${gtin}(10)AB1`)).toEqual(told(gablofen.digits, 'AB1', null, { isCase }));
  });

  it('an expiry that is no day is handed on as it was scanned', () => {
    expect(readBarcode(`01${gablofen.gtin}1728133110AB1`)).toEqual(
      told(gablofen.digits, 'AB1', null, { expiryUnread: '281331' }),
    );
  });

  it.each([
    ['a book', '9781234567897', 'no-drug'],
    ['groceries', '036000291452', 'no-drug'],
    ['a wrong check digit', '366794157025', 'check-digit'],
    ['a cut-off GS1 code', '0100366794157', 'check-digit'],
    ['a bracketed item that is too long', `(01)${gablofen.gtin}9999`, 'unreadable'],
    ['a GS1 code with letters in the item', '01003667941570XX17280331', 'unreadable'],
    ['a GS1 code with a wrong check digit', '01003667941570251728033110AB1', 'check-digit'],
    ['the second barcode of a label, of lot and expiry alone', '1728033110AB1', 'no-item'],
    ['the same with its prefix', ']C11728033110AB1', 'no-item'],
    ['the same in brackets', '(17)280331(10)AB1', 'no-item'],
    ['two scans in one field', `01${gablofen.gtin}1728033110AB101${gablofen.gtin}1728033110AB1`, 'unreadable'],
    [
      'two scans of other lots in one field',
      `01${gablofen.gtin}1728033110AB101${gablofen.gtin}1728033110CD2`,
      'unreadable',
    ],
    ['two scans of other products in one field', `01${gablofen.gtin}10A01${lioresal.gtin}10B${gs}21S`, 'unreadable'],
    ['two lots in brackets', `(01)${gablofen.gtin}(10)A(10)B`, 'unreadable'],
    ['two items', `01${gablofen.gtin}01${lioresal.gtin}`, 'unreadable'],
    ['an expiry that is cut off', `01${gablofen.gtin}10AB1${gs}172803`, 'unreadable'],
    ['a lot that is too long', `01${gablofen.gtin}10${'A'.repeat(21)}`, 'unreadable'],
    ['more than any label holds', `01${gablofen.gtin}10${'A'.repeat(190)}`, 'unreadable'],
    ['a letter that no GS1 code holds', `01${gablofen.gtin}10Ä1`, 'unreadable'],
  ])('%s: %s is %s', (_what, scanned, problem) => {
    expect(readBarcode(scanned)).toEqual({ problem });
  });

  it.each([
    '66794-157-02',
    '66794015702',
    '6679415702',
    '00409650901',
    '0409-6509-01',
    '00409 6509 01',
    '66794 157 02',
    '10019-123-45',
    '',
    'Gablofen',
    '10 vials',
    '240 mg',
  ])('%j is no barcode', (typed) => {
    expect(readBarcode(typed)).toBeNull();
  });
});

/** Any fields of a drug label, in any order: item, and whatever else stands on it. */
const text20 = fc.stringMatching(/^[A-Z0-9a-z/-]{1,20}$/);
const numberOf = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const fields = fc
  .record(
    {
      '01': fc.constantFrom(gablofen.gtin, lioresal.gtin),
      '10': text20,
      '17': fc
        .tuple(fc.integer({ min: 20, max: 60 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
        .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('')),
      '11': numberOf(6),
      '20': numberOf(2),
      '21': text20,
      '22': text20,
      '30': fc.stringMatching(/^\d{1,8}$/),
      '240': fc.stringMatching(/^[A-Z0-9]{1,30}$/),
      '410': numberOf(13),
      '7003': numberOf(10),
      '715': text20,
    },
    { requiredKeys: ['01'] },
  )
  .chain((held) => fc.shuffledSubarray(Object.entries(held), { minLength: Object.keys(held).length }));
const dataOf = (held: [string, string | undefined][], wanted: string) =>
  held.find(([id]) => id === wanted)?.[1] ?? null;
const labelDigitsOf = (held: [string, string | undefined][]) => dataOf(held, '01')?.slice(3, 13);
const expiryOf = (held: [string, string | undefined][]) =>
  dataOf(held, '17')?.replace(/^(..)(..)(..)$/, '20$1-$2-$3') ?? null;
const predefined = ['01', '11', '17', '20', '410'];

it('an item number that begins by chance within a location is no second item', () => {
  expect(readBarcode('10A\u001D4100110385042811010036679415702417200101')).toMatchObject({
    barcode: { labelDigits: '6679415702', lot: 'A', expiry: '2020-01-01' },
  });
});

describe('any element strings in any order', () => {
  it('read back exactly where separators end the fields of variable length', () => {
    fc.assert(
      fc.property(fields, fc.constantFrom(gs, '~', '<GS>'), (held, separator) => {
        const code = held
          .map(
            ([id, data], place) =>
              `${id}${data}${predefined.includes(id) || place === held.length - 1 ? '' : separator}`,
          )
          .join('');
        const inBrackets = held.map(([id, data]) => `(${id})${data}`).join('');
        // Where no separator had to be written, the code is one of those that may have lost it.
        const scans = code.includes(separator) ? [code, inBrackets] : [inBrackets];
        for (const scanned of scans.filter(({ length }) => length <= 200)) {
          expect(readBarcode(scanned)).toMatchObject({
            barcode: {
              labelDigits: labelDigitsOf(held),
              lot: dataOf(held, '10'),
              expiry: expiryOf(held),
              lostSeparator: false,
            },
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('give the true lot and expiry, or none, where every separator was lost', () => {
    fc.assert(
      fc.property(fields, (held) => {
        const reading = readBarcode(held.map(([id, data]) => `${id}${data}`).join(''));
        if (!reading || !('barcode' in reading)) return;
        const { labelDigits, lot, expiry, expiryUnread, lostSeparator } = reading.barcode;
        expect([labelDigits, expiryUnread]).toEqual([labelDigitsOf(held), null]);
        expect([dataOf(held, '10'), null]).toContain(lot);
        expect([expiryOf(held), null]).toContain(expiry);
        // What is missing is said to be.
        expect(lostSeparator || (lot === dataOf(held, '10') && expiry === expiryOf(held))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throw and are read at once, whatever they are', () => {
    const anything = fc.oneof(
      fc.string({ maxLength: 250 }),
      fc.stringMatching(/^01\d{10,190}$/),
      fc.stringMatching(/^\(01\).{0,40}$/),
      fc.stringMatching(/^(10|21|22|30|240|\d){1,66}$/),
    );
    const started = performance.now();
    fc.assert(
      fc.property(anything, (text) => void readBarcode(text)),
      { numRuns: 10_000 },
    );
    for (const hard of [
      `10${'21'.repeat(99)}`,
      '1'.repeat(200),
      `01${gablofen.gtin}${'2110'.repeat(46)}`,
      '('.repeat(200),
      `(01)${'(1'.repeat(98)}`,
    ])
      readBarcode(hard);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
