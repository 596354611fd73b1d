import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, daysAfter, formatDate, formatDay } from './dated';
import { readDate, readExpiry, relativeDay } from './typed-date';

const today = day('2026-11-27');
const years = { from: 1994, through: 2099 };

describe('dates with one reading', () => {
  it.each([
    ['11/27/2026', '2026-11-27'],
    ['1/2/26', '2026-01-02'],
    ['11-27-2026', '2026-11-27'],
    ['11 / 27 / 2026', '2026-11-27'],
    ['11 /27 /2026', '2026-11-27'],
    ['11/ 27/ 2026', '2026-11-27'],
    ['11  27  2026', '2026-11-27'],
    ['11 27 2026', '2026-11-27'],
    ['11272026', '2026-11-27'],
    ['030126', '2026-03-01'],
    ['20260301', '2026-03-01'],
    ['12102010', '2010-12-10'],
    ['2026-11-27', '2026-11-27'],
    ['2026/03/01', '2026-03-01'],
    ['2026.03.01', '2026-03-01'],
    ['Mar 1 2026', '2026-03-01'],
    ['March 1, 2026', '2026-03-01'],
    ['MARCH 1ST, 2026', '2026-03-01'],
    ['1 Mar 2026', '2026-03-01'],
    ['1-Mar-26', '2026-03-01'],
    ['01MAR2026', '2026-03-01'],
    ['2026-Mar-01', '2026-03-01'],
    ['Sept. 3, 2026', '2026-09-03'],
    ['31.12.2026', '2026-12-31'],
    ['12.31.2026', '2026-12-31'],
    ['3.3.2026', '2026-03-03'],
    ['Fri Nov 27, 2026', '2026-11-27'],
    ['Friday, November 27, 2026', '2026-11-27'],
    ['Fri., Nov. 27, 2026', '2026-11-27'],
  ])('%j', (typed, date) => expect(readDate(typed, 'Date', years)).toEqual({ value: date }));

  it('however a date is written out, it is the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), (days) => {
        const date = daysAfter(day('2000-01-01'), days)!;
        const compact = date.replaceAll('-', '');
        for (const typed of [
          date,
          formatDate(date),
          formatDay(date),
          compact,
          compact.slice(4) + compact.slice(0, 4),
          formatDay(date).slice(4),
        ]) {
          expect(readDate(typed, 'Date', years)).toEqual({ value: date });
        }
      }),
    );
  });
});

describe('dates that are refused', () => {
  it.each([
    ['01.02.2026', '01.02.2026 can be January 2 or February 1: write 01/02/2026 for January 2'],
    ['3.1.2026', '3.1.2026 can be March 1 or January 3: write 03/01/2026 for March 1'],
    ['01.02/2026', '01.02/2026 can be January 2 or February 1: write 01/02/2026 for January 2'],
    ['01/02.2026', '01/02.2026 can be January 2 or February 1: write 01/02/2026 for January 2'],
    ['1.2.26', '1.2.26 can be January 2 or February 1: write 01/02/2026 for January 2'],
    ['Thu Nov 27, 2026', 'Date is a Friday, not a Thursday: check the date'],
    ['31/12/2026', 'Date is not a day of the calendar: check month and day'],
    ['32.13.2026', 'Date is not a day of the calendar: check month and day'],
    ['Feb 30 2026', 'Date is not a day of the calendar: check month and day'],
    ['260301', 'Date is not a day of the calendar: check month and day'],
    ['11/27', 'Date must be a date, like 11/23/2026'],
    ['11/27/202', 'Date must be a date, like 11/23/2026'],
    ['1127202', 'Date must be a date, like 11/23/2026'],
    ['12026-11-27', 'Date must be a date, like 11/23/2026'],
    ['2026-11-271', 'Date must be a date, like 11/23/2026'],
    ['1 Fri Nov 27 2026', 'Date must be a date, like 11/23/2026'],
    ['-11/27/2026', 'Date must be a date, like 11/23/2026'],
    ['Marc 3 2026', 'Date must be a date, like 11/23/2026'],
    ['constructor', 'Date must be a date, like 11/23/2026'],
    ['1１/27/2026', 'Date must be a date, like 11/23/2026'],
    ['t', 'Date must be a date, like 11/23/2026'],
    ['11/27/2026 ⏎ 11/28/2026', 'Date must be one date, but several lines were pasted'],
    ['11/27/2026\n11/28/2026', 'Date must be one date, but several lines were pasted'],
  ])('%j: %s', (typed, problem) => expect(readDate(typed, 'Date', years)).toEqual({ problem }));

  it('a two-digit year where either century can be meant', () => {
    expect(readDate('05/31/60', 'Date of birth', { from: 1900, through: 2099, wholeYear: true })).toEqual({
      problem: 'Write date of birth with a four-digit year, like 11/23/2026',
    });
    expect(readDate('May 31 1960', 'Date of birth', { from: 1900, through: 2099, wholeYear: true })).toEqual({
      value: '1960-05-31',
    });
  });
});

describe('the years in which a date may lie', () => {
  it.each([
    ['01/01/1994', { value: '1994-01-01' }],
    ['12/31/2099', { value: '2099-12-31' }],
    ['12/31/1993', { problem: 'Date must be in 1994 or later' }],
    ['01/01/2100', { problem: 'Date must be in 2099 or earlier' }],
    ['01.02.1993', { problem: 'Date must be in 1994 or later' }],
    ['01.02.1994', { problem: '01.02.1994 can be January 2 or February 1: write 01/02/1994 for January 2' }],
    ['01.02.2099', { problem: '01.02.2099 can be January 2 or February 1: write 01/02/2099 for January 2' }],
    ['01.02.2100', { problem: 'Date must be in 2099 or earlier' }],
    ['Thu Nov 27, 1992', { problem: 'Date must be in 1994 or later' }],
  ])('%s', (typed, reading) => expect(readDate(typed, 'Date', years)).toEqual(reading));

  it('of two digits, the year that was read is told', () =>
    expect(readDate('1/1/45', 'Date', { from: 1994, through: 2040, today })).toEqual({
      problem: 'Date must be in 2040 or earlier, and 01/01/2045 was read',
    }));
});

describe('two-digit years', () => {
  it.each([
    ['1/1/45', { value: '2045-01-01' }],
    ['1/1/00', { value: '2000-01-01' }],
    ['1/1/99', { value: '1999-01-01' }],
    ['1/1/94', { value: '1994-01-01' }],
    ['1/1/46', { problem: 'Date must be in 1994 or later, and 01/01/1946 was read' }],
  ])('%s beside today', (typed, reading) => expect(readDate(typed, 'Date', { ...years, today })).toEqual(reading));

  it('are of this century where no day is known', () =>
    expect(readDate('1/1/46', 'Date', years)).toEqual({ value: '2046-01-01' }));
});

describe('days told from today', () => {
  it.each([
    ['t', '2026-11-27'],
    ['T', '2026-11-27'],
    ['today', '2026-11-27'],
    ['t-1', '2026-11-26'],
    ['t+2', '2026-11-29'],
    ['T - 1', '2026-11-26'],
    ['t−1', '2026-11-26'],
    ['yesterday', '2026-11-26'],
    ['t-27', '2026-10-31'],
    ['t1', undefined],
    ['at', undefined],
    ['t--1', undefined],
    ['t-99999', undefined],
    ['11/27/2026', undefined],
    ['', undefined],
    ['t'.repeat(100_000), undefined],
  ])('%j', (typed, date) => {
    expect(relativeDay(typed, today)).toBe(date);
  });

  it('are read as dates, and lie within the years as well', () => {
    expect(readDate('t - 1', 'Date', { ...years, today })).toEqual({ value: '2026-11-26' });
    expect(readDate('t-1', 'Date', { from: 2027, through: 2099, today })).toEqual({
      problem: 'Date must be in 2027 or later',
    });
  });
});

describe('expiry: month and year mean the last day of the month', () => {
  it.each([
    ['3/28', '2028-03-31'],
    ['03/28', '2028-03-31'],
    ['03-28', '2028-03-31'],
    ['MAR 2028', '2028-03-31'],
    ['Mar-28', '2028-03-31'],
    ['MAR28', '2028-03-31'],
    ['2028 MAR', '2028-03-31'],
    ['2028/03', '2028-03-31'],
    ['2028-03', '2028-03-31'],
    ['03 2028', '2028-03-31'],
    ['202803', '2028-03-31'],
    ['280331', '2028-03-31'],
    ['280300', '2028-03-31'],
    ['31 MAR 2028', '2028-03-31'],
    ['03/15/2028', '2028-03-15'],
    ['02/2028', '2028-02-29'],
    ['01/2028', '2028-01-31'],
    ['12/2028', '2028-12-31'],
    ['3/05', '2005-03-31'],
    ['03/03', '2003-03-31'],
    ['2028MAR', '2028-03-31'],
    ['1 MAR 2028', '2028-03-01'],
    ['2028 MAR 3', '2028-03-03'],
    ['28MAR28', '2028-03-28'],
    ['113045', '2045-11-30'],
    ['113005', '2005-11-30'],
  ])('%j', (typed, date) => expect(readExpiry(typed, 'Expiry')).toEqual({ value: date }));

  it.each([
    ['030128', '030128 can be 01/28/2003 or 03/01/2028: write the one that the label means, with slashes'],
    ['032028', '032028 can be 03/20/2028 or 03/31/2028: write the one that the label means, with slashes'],
    ['03/05', '03/05 can be March 2005 or May 2003: write the year with four digits'],
    ['13/28', 'Expiry has no such month'],
    ['28/03', 'Expiry has no such month'],
    ['999999', 'Expiry is not a day of the calendar: check month and day'],
    ['12/1999', 'Expiry must be in 2000 or later'],
    ['28MAR31', '28MAR31 can be of 2031 or of 2028: write the year with four digits'],
    ['28-Mar-31', '28-Mar-31 can be of 2031 or of 2028: write the year with four digits'],
    ['00/2028', 'Expiry has no such month'],
    ['13/2028', 'Expiry has no such month'],
    ['03/20281', 'Expiry must be a date, like 11/2027 or 11/23/2027'],
    ['12028/03', 'Expiry must be a date, like 11/2027 or 11/23/2027'],
    ['2028/035', 'Expiry must be a date, like 11/2027 or 11/23/2027'],
    ['103/28', 'Expiry must be a date, like 11/2027 or 11/23/2027'],
    ['0228031', 'Expiry must be a date, like 11/2027 or 11/23/2027'],
    ['128MAR31', 'Expiry must be a date, like 11/2027 or 11/23/2027'],
    ['28ABC31', 'Expiry must be a date, like 11/2027 or 11/23/2027'],
    ['MAR 20281', 'Expiry must be a date, like 11/2027 or 11/23/2027'],
    ['12028 MAR', 'Expiry must be a date, like 11/2027 or 11/23/2027'],
    ['28 MAR', 'Expiry must be a date, like 11/2027 or 11/23/2027'],
    ['03/28 ⏎ 04/28', 'Expiry must be one date, but several lines were pasted'],
  ])('%j: %s', (typed, problem) => expect(readExpiry(typed, 'Expiry')).toEqual({ problem }));
});

it.each([
  ['2026-11-27', 'Fri Nov 27, 2026'],
  ['2028-02-29', 'Tue Feb 29, 2028'],
  ['2000-01-01', 'Sat Jan 1, 2000'],
])('%s is said as %s', (date, said) => expect(formatDay(day(date))).toBe(said));
