import { describe, expect, it } from 'vitest';
import {
  asOf,
  aYearAfter,
  aYearBefore,
  covers,
  day,
  daysAfter,
  daysBetween,
  endOfMonth,
  firstsOfMonths,
  formatDate,
  formatDay,
  formatDays,
  formatMonthAndDay,
  formatSpan,
  isoDate,
  localDay,
  monthNames,
  placeIn,
  spansOf,
  standingOf,
  weekdayOf,
  type Dated,
  type Span,
} from './dated';

const span = (from: string, through: string): Span => ({ from: day(from), through: day(through) });
const quarter = span('2026-10-01', '2026-12-31');

describe('a quarter and a day', () => {
  it.each([
    ['2026-09-30', 'starts-after', false],
    ['2026-10-01', 'in-force', true],
    ['2026-11-27', 'in-force', true],
    ['2026-12-31', 'in-force', true],
    ['2027-01-01', 'ended-before', false],
  ])('10/01/2026 to 12/31/2026, on %s: %s', (on, standing, covered) => {
    expect(standingOf(quarter, day(on))).toBe(standing);
    expect(covers(quarter, day(on))).toBe(covered);
  });

  it.each([
    [
      'quarters that follow each other are one span',
      [
        ['2026-01-01', '2026-03-31'],
        ['2026-04-01', '2026-06-30'],
      ],
      ['01/01/2026 to 06/30/2026'],
    ],
    [
      'three of them too',
      [
        ['2026-01-01', '2026-03-31'],
        ['2026-04-01', '2026-06-30'],
        ['2026-07-01', '2026-09-30'],
      ],
      ['01/01/2026 to 09/30/2026'],
    ],
    [
      'a quarter that was not read is a gap',
      [
        ['2026-01-01', '2026-03-31'],
        ['2026-07-01', '2026-09-30'],
        ['2026-10-01', '2026-12-31'],
      ],
      ['01/01/2026 to 03/31/2026', '07/01/2026 to 12/31/2026'],
    ],
    [
      'a gap of one day is a gap',
      [
        ['2026-01-01', '2026-03-30'],
        ['2026-04-01', '2026-06-30'],
      ],
      ['01/01/2026 to 03/30/2026', '04/01/2026 to 06/30/2026'],
    ],
    ['nothing read', [], []],
  ])('%s', (_what, entries, spans) => {
    expect(spansOf(entries.map(([from = '', through = '']) => span(from, through))).map(formatSpan)).toEqual(spans);
  });

  const read: readonly [Dated<string>, ...Dated<string>[]] = [
    { ...span('2026-01-01', '2026-03-31'), value: 'winter', row: '10' },
    { ...span('2026-07-01', '2026-09-30'), value: 'summer', row: '10' },
  ];
  it.each([
    ['2025-12-31', 'winter', 'starts-after'],
    ['2026-01-01', 'winter', 'in-force'],
    ['2026-03-31', 'winter', 'in-force'],
    ['2026-05-01', 'winter', 'ended-before'],
    ['2026-07-01', 'summer', 'in-force'],
    ['2027-01-01', 'summer', 'ended-before'],
  ])('the table asked on %s answers with %s, %s', (on, value, standing) => {
    const found = asOf(read, day(on));
    expect([found.entry.value, found.standing]).toEqual([value, standing]);
  });
});

describe('days of the calendar', () => {
  it.each([
    [2026, 11, 27, '2026-11-27'],
    [2024, 2, 29, '2024-02-29'],
    [2000, 2, 29, '2000-02-29'],
    [2026, 2, 29, undefined],
    [1900, 2, 29, undefined],
    [2026, 4, 31, undefined],
    [2026, 13, 1, undefined],
    [2026, 0, 1, undefined],
    [2026, 1, 0, undefined],
    [2026, 1, 32, undefined],
    [2026, 1, 366, undefined],
    [99, 1, 2, '0099-01-02'],
  ])('%i, month %i, day %i: %s', (year, month, dayOfMonth, date) => {
    expect(isoDate(year, month, dayOfMonth)).toBe(date);
  });

  it.each(['2026-02-30', '2026-2-3', '2026-13-01', '', 'today', '2026-01-01T00:00', '2026', '2026-01'])(
    'a table with the day %j does not ship',
    (text) => {
      expect(() => day(text)).toThrow(`Not a calendar day: ${text}`);
    },
  );

  it('a clock’s day is that of its own calendar, early and late', () => {
    expect(
      [new Date(2026, 10, 27, 0, 1), new Date(2026, 10, 27, 23, 59), new Date(2026, 0, 1), new Date(2026, 11, 31)].map(
        localDay,
      ),
    ).toEqual(['2026-11-27', '2026-11-27', '2026-01-01', '2026-12-31']);
  });

  it.each([
    ['2026-11-27', '2027-11-27'],
    ['2024-02-29', '2025-02-28'],
    ['2023-02-28', '2024-02-28'],
    ['2024-02-28', '2025-02-28'],
    ['2024-01-29', '2025-01-29'],
  ])('a year after %s is %s', (date, later) => {
    expect(aYearAfter(day(date))).toBe(later);
  });
  it.each([
    ['2026-11-20', '2025-11-20'],
    ['2024-02-29', '2023-02-28'],
    ['2025-02-28', '2024-02-28'],
    ['2026-01-01', '2025-01-01'],
  ])('a year before %s is %s', (date, before) => {
    expect(aYearBefore(day(date))).toBe(before);
  });
  it('a year after a day of a year below 1000 still has four digits', () => {
    expect(aYearAfter(isoDate(998, 5, 1) ?? day('2026-05-01'))).toBe('0999-05-01');
  });

  it.each([
    [2026, 1, '2026-01-31'],
    [2026, 4, '2026-04-30'],
    [2024, 2, '2024-02-29'],
    [2026, 2, '2026-02-28'],
    [2026, 13, undefined],
  ])('%i, month %i ends on %s', (year, month, last) => {
    expect(endOfMonth(year, month)).toBe(last);
  });

  it.each([
    ['2026-11-27', 0, '2026-11-27'],
    ['2026-11-27', 1, '2026-11-28'],
    ['2026-11-30', 1, '2026-12-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-11-27', 180, '2027-05-26'],
    ['9999-12-30', 1, '9999-12-31'],
    ['9999-12-31', 1, undefined],
    ['2026-11-27', 99_999_999_999, undefined],
    ['2026-11-27', -740_200, '0000-04-22'],
    ['2026-11-27', -740_500, undefined],
  ])('%s and %i days: %s', (date, days, later) => {
    expect(daysAfter(day(date), days)).toBe(later);
  });

  it.each([
    ['2026-11-27', '2026-11-27', 0],
    ['2026-11-27', '2026-11-28', 1],
    ['2026-11-28', '2026-11-27', -1],
    ['2026-02-28', '2026-03-01', 1],
    ['2024-02-28', '2024-03-01', 2],
    // Clocks change in between.
    ['2026-03-01', '2026-04-01', 31],
  ])('from %s to %s: %i', (from, to, days) => {
    expect(daysBetween(day(from), day(to))).toBe(days);
  });
});

describe('days as a person reads them', () => {
  it.each([
    [0, '0 days'],
    [1, '1 day'],
    [12, '12 days'],
  ])('%i', (count, text) => {
    expect(formatDays(count)).toBe(text);
  });

  it.each([
    ['2026-11-27', '11/27/2026', 'Fri Nov 27, 2026', 'November 27'],
    ['2026-03-05', '03/05/2026', 'Thu Mar 5, 2026', 'March 5'],
    ['2026-01-01', '01/01/2026', 'Thu Jan 1, 2026', 'January 1'],
  ])('%s', (date, slashes, words, inTheYear) => {
    expect([formatDate(day(date)), formatDay(day(date)), formatMonthAndDay(day(date))]).toEqual([
      slashes,
      words,
      inTheYear,
    ]);
  });

  it('every weekday and every month has its name', () => {
    const week = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'];
    expect(week.map((date) => weekdayOf(day(date)))).toEqual([
      'Sunday',
      'Monday',
      'Tuesday',
      'Wednesday',
      'Thursday',
      'Friday',
      'Saturday',
    ]);
    expect(monthNames.join(' ')).toBe(
      'January February March April May June July August September October November December',
    );
  });
});

describe('a span as it is drawn', () => {
  it.each([
    ['2026-10-01', 0],
    ['2026-12-31', 1],
    ['2026-09-01', 0],
    ['2027-01-01', 1],
    ['2026-11-01', 31 / 91],
  ])('%s lies at %d of a quarter', (date, place) => expect(placeIn(quarter, day(date))).toBe(place));

  it('a span of one day is a place too', () =>
    expect(placeIn(span('2026-10-01', '2026-10-01'), day('2026-10-01'))).toBe(0));

  it.each([
    ['2026-10-01', '2026-12-31', 24, '2026-10-01 2026-11-01 2026-12-01'],
    ['2026-10-02', '2027-02-01', 24, '2026-11-01 2026-12-01 2027-01-01 2027-02-01'],
    ['2026-02-01', '2027-02-01', 12, '2026-04-01 2026-07-01 2026-10-01 2027-01-01'],
    ['2026-02-01', '2029-02-01', 4, '2027-01-01 2028-01-01 2029-01-01'],
    ['2026-10-02', '2026-10-31', 24, ''],
  ])('%s to %s has at most %i ticks: %s', (from, through, most, ticks) =>
    expect(firstsOfMonths(span(from, through), most).join(' ')).toBe(ticks),
  );
});
