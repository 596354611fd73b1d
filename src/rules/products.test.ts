import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { CrosswalkRow, OpenedTables } from '../engine/published-tables';
import { mcgPerMl, mg, ml } from '../engine/quantity';
import { ndc } from './encounter.fixture';
import { brandOf, openedContainers, productIn, productName, productOf, seenSays } from './products';

const rowOf = (text: string, change: Partial<CrosswalkRow> = {}): CrosswalkRow => ({
  ndc: ndc(text),
  hcpcs: 'J0475',
  name: 'New baclofen',
  labeler: 'Somebody',
  volume: ml(20),
  labeled: mg(40),
  strength: mcgPerMl(2000),
  containersPerNdc: 1,
  ...change,
});
const quarter = (from: string, through: string, ...rows: CrosswalkRow[]) => ({
  from: day(from),
  through: day(through),
  file: 'crosswalk.csv',
  rows,
});
const [fresh, other] = ['12345-6789-01', '12345-6789-02'];
const tables: OpenedTables = {
  paymentLimits: [],
  crosswalks: [
    quarter('2027-01-01', '2027-03-31', rowOf(fresh, { labeled: mg(20) }), rowOf('66794-157-02')),
    quarter('2027-04-01', '2027-06-30', rowOf(other), rowOf(fresh)),
  ],
};

describe('a container by its NDC', () => {
  it('on file it is what the page has of it, whatever was opened', () => {
    expect(productIn(tables, ndc('66794-157-02'), day('2027-01-01'))).toBe(productOf(ndc('66794-157-02')));
    expect(productOf(null)).toBeUndefined();
    expect(productIn(tables, null, day('2027-01-01'))).toBeUndefined();
  });

  it.each([
    ['the crosswalk of the day', '2027-02-01', 20],
    ['that of the next quarter', '2027-04-01', 40],
    ['the newest where none is of the day', '2027-09-01', 40],
    ['and before the first', '2026-12-31', 40],
  ])('that only opened crosswalks name, is as %s tells it', (_what, date, milligrams) =>
    expect(productIn(tables, ndc(fresh), day(date))).toEqual({
      ...rowOf(fresh, { labeled: mg(milligrams) }),
      containerType: 'container',
      singleDose: null,
      elsewhere: null,
      opened: true,
    }),
  );

  it('that nothing names is not made up', () => {
    expect(productIn(tables, ndc('99999-9999-99'), day('2027-01-01'))).toBeUndefined();
  });

  it('those that only opened crosswalks name are offered once, as the newest tells them', () => {
    expect(openedContainers(tables)).toEqual([rowOf(fresh), rowOf(other)]);
    expect(openedContainers({ paymentLimits: [], crosswalks: [] })).toEqual([]);
  });
});

describe('what a container is called, and where it was last seen', () => {
  it.each([
    ['66794-157-02', 'Gablofen', 'Gablofen 2000 mcg/mL, 20 mL vial', 'It is in the CMS crosswalk of October 2026.'],
    [
      '67457-562-20',
      'Mylan baclofen',
      'Mylan baclofen 500 mcg/mL, 20 mL vial',
      'It is not in the newest CMS crosswalk read. It was last in that of July 2026.',
    ],
  ])('%s', (text, brand, name, seen) => {
    const product = productOf(ndc(text))!;
    expect([brandOf(product), productName(product), seenSays(product)]).toEqual([brand, name, seen]);
  });

  it('one that was opened here is said to be only there', () => {
    const product = productIn(tables, ndc(fresh), day('2027-02-01'))!;
    expect(productName(product)).toBe('New baclofen 2000 mcg/mL, 20 mL container');
    expect(seenSays(product)).toBe('It is only in a CMS crosswalk that was opened here.');
  });
});
