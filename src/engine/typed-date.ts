import { asciiLower } from './ascii';
import {
  daysAfter,
  endOfMonth,
  formatDate,
  formatMonthAndDay,
  isoDate,
  monthNames,
  weekdayNames,
  weekdayOf,
  type IsoDate,
} from './dated';
import { bounded, hasLineBreak, inSentence, mostTyped, problem, trimmed, type Reading } from './typed';

/** What a date may be. */
export type DateLimits = {
  /** The years in which it may lie. */
  readonly from: number;
  readonly through: number;
  /**
   * Where it is given, "t-1" and "yesterday" are read, and a two-digit year is the one from 80 years before to 19
   * after.
   */
  readonly today?: IsoDate | undefined;
  /** Two digits are too few for a year: of a birth, either century can be meant. */
  readonly wholeYear?: boolean;
  /** How it can be written, for whoever wrote it otherwise. */
  readonly example?: string;
};

/** One way to read a date: its year as it was written, and its weekday if one was. */
type Written = {
  readonly year: string;
  readonly month: number;
  readonly day: number;
  readonly weekday?: string | undefined;
};

/**
 * A day as people and systems write it: month before day with slashes, hyphens, spaces or nothing between, year before
 * month, or with the month's name. With points, day and month have two readings: only a day that both agree on is read.
 */
export const readDate = bounded((typed: string, label: string, limits: DateLimits): Reading<IsoDate> => {
  const { today, wholeYear = false, example = '11/23/2026' } = limits;
  const text = trimmed(typed);
  if (hasLineBreak(text)) return problem(`${label} must be one date, but several lines were pasted`);
  const relative = today && relativeDay(text, today);
  if (relative) return within(relative, label, limits);
  const written = waysToRead(evenly(text));
  if (written.length === 0) return problem(`${label} must be a date, like ${example}`);
  const short = written.some(({ year }) => year.length === 2);
  if (short && wholeYear) return problem(`Write ${inSentence(label)} with a four-digit year, like ${example}`);
  const days = written.flatMap(({ year, month, day }) => isoDate(wholeYearOf(year, today), month, day) ?? []);
  const [first, other] = [...new Set(days)].filter((date) => isWithin(date, limits));
  if (first && other) {
    return problem(
      `${text} can be ${formatMonthAndDay(first)} or ${formatMonthAndDay(other)}: ` +
        `write ${formatDate(first)} for ${formatMonthAndDay(first)}`,
    );
  }
  const weekday = written[0]?.weekday;
  if (first && weekday && weekday !== weekdayOf(first))
    return problem(`${label} is a ${weekdayOf(first)}, not a ${weekday}: check the date`);
  const day = first ?? days[0];
  return day
    ? within(day, label, limits, short)
    : problem(`${label} is not a day of the calendar: check month and day`);
});

const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));
const isWithin = (date: IsoDate, { from, through }: DateLimits): boolean =>
  yearOf(date) >= from && yearOf(date) <= through;

/**
 * The day, unless it lies outside of the years; `short` where its year was two digits, so that the other two are told.
 */
function within(day: IsoDate, label: string, { from, through }: DateLimits, short = false): Reading<IsoDate> {
  const readAs = short ? `, and ${formatDate(day)} was read` : '';
  if (yearOf(day) < from) return problem(`${label} must be in ${from} or later${readAs}`);
  return yearOf(day) > through ? problem(`${label} must be in ${through} or earlier${readAs}`) : { value: day };
}

/** The day that "t", "today", "t-1", "T + 2" or "yesterday" names; undefined for anything else. */
export function relativeDay(typed: string, today: IsoDate): IsoDate | undefined {
  if (typed.length > mostTyped) return undefined;
  const text = evenly(trimmed(typed));
  if (text === 'yesterday') return daysAfter(today, -1);
  const [told, sign, days = '0'] = /^(?:t|today)(?:([+-])(\d{1,4}))?$/.exec(text) ?? [];
  return told === undefined ? undefined : daysAfter(today, sign === '-' ? -Number(days) : Number(days));
}

/** In small letters, with one kind of hyphen, one space at a time and none around what separates. */
const evenly = (text: string): string =>
  asciiLower(text)
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?([/.,+-]) ?/g, '$1');

/** The year of two digits is the one near today, or else of this century; four are the year itself. */
function wholeYearOf(year: string, today: IsoDate | undefined): number {
  if (year.length !== 2) return Number(year);
  if (!today) return 2000 + Number(year);
  const latest = yearOf(today) + 19;
  return latest - ((latest - Number(year)) % 100);
}

function waysToRead(text: string): readonly Written[] {
  if (/^\d+$/.test(text)) return inDigits(text);
  return /[a-z]/.test(text) ? inWords(text) : inNumbers(text);
}

/** Digits alone: month, day and year, as claim forms write them; eight of them may also begin with the year. */
function inDigits(text: string): readonly Written[] {
  if (text.length !== 6 && text.length !== 8) return [];
  const monthFirst = { year: text.slice(4), month: Number(text.slice(0, 2)), day: Number(text.slice(2, 4)) };
  const yearFirst = { year: text.slice(0, 4), month: Number(text.slice(4, 6)), day: Number(text.slice(6)) };
  return text.length === 6 ? [monthFirst] : [monthFirst, yearFirst];
}

function inNumbers(text: string): readonly Written[] {
  const [, whole, , second, third] = /^(\d{4})([/. -])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? [];
  if (whole !== undefined) return [{ year: whole, month: Number(second), day: Number(third) }];
  const [, one, mark, two, mark2, year] = /^(\d{1,2})([/. -])(\d{1,2})([/. -])(\d{2}|\d{4})$/.exec(text) ?? [];
  if (year === undefined) return [];
  const monthFirst = { year, month: Number(one), day: Number(two) };
  return mark === '.' || mark2 === '.' ? [monthFirst, { year, month: Number(two), day: Number(one) }] : [monthFirst];
}

const between = '[ .,/-]{0,2}';
const ofMonth = '(\\d{1,2})(?:st|nd|rd|th)?';
const shapes: readonly (readonly [RegExp, 'month' | 'day' | 'year', 'month' | 'day', 'month' | 'day' | 'year'])[] = [
  [new RegExp(`^([a-z]+)${between}${ofMonth}[ .,/-]{1,2}(\\d{4}|\\d{2})$`), 'month', 'day', 'year'],
  [new RegExp(`^${ofMonth}${between}([a-z]+)${between}(\\d{4}|\\d{2})$`), 'day', 'month', 'year'],
  [new RegExp(`^(\\d{4})${between}([a-z]+)${between}(\\d{1,2})$`), 'year', 'month', 'day'],
];

/** With the month's name, and perhaps a weekday before it. */
function inWords(text: string): readonly Written[] {
  const [, word = '', behind = ''] = /^([a-z]+)[ .,]{1,2}(.+)$/.exec(text) ?? [];
  const weekday = weekdayNames.find((name) => isNameOf(word, name));
  const bare = weekday ? behind : text;
  for (const [shape, ...order] of shapes) {
    const found = shape.exec(bare);
    const part = (name: (typeof order)[number]): string => found?.[order.indexOf(name) + 1] ?? '';
    const month = monthOf(part('month'));
    if (month > 0) return [{ year: part('year'), month, day: Number(part('day')), weekday }];
  }
  return [];
}

/** A name written out, or its first three letters. */
const isNameOf = (word: string, name: string): boolean =>
  word === asciiLower(name) || (word.length === 3 && asciiLower(name).startsWith(word));

/** 1 to 12 for the name of a month; 0 for any other word. */
const monthOf = (word: string): number =>
  monthNames.findIndex((name) => isNameOf(word === 'sept' ? 'sep' : word, name)) + 1;

const expiryLimits = { from: 2000, through: 2099, example: '11/2027 or 11/23/2027' } as const;

/** The last day of an expiry: a date, or month and year as labels print them, which mean the last day of the month. */
export const readExpiry = bounded((typed: string, label: string): Reading<IsoDate> => {
  const text = trimmed(typed);
  const told = evenly(text);
  if (/^\d{6}$/.test(told)) return expiryOfSixDigits(told, label);
  const written = hasLineBreak(text) ? undefined : monthAndYear(told);
  const [, first, month, last] = /^(\d{2})[ -]?([a-z]{3,9})[ -]?(\d{2})$/.exec(told) ?? [];
  if (first !== undefined && first !== last && monthOf(month ?? '') > 0)
    return problem(`${text} can be of 20${last} or of 20${first}: write the year with four digits`);
  if (!written) return readDate(text, label, expiryLimits);
  const [end, other] = written.map(monthEnd);
  if (!end) return problem(`${label} has no such month`);
  return other && other !== end
    ? problem(`${text} can be ${formatMonth(end)} or ${formatMonth(other)}: write the year with four digits`)
    : within(end, label, expiryLimits);
});

const formatMonth = (date: IsoDate): string => `${monthNames[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;

type YearAndMonth = readonly [year: number, month: number];
const monthEnd = ([year, month]: YearAndMonth): IsoDate | undefined =>
  month >= 1 && month <= 12 ? endOfMonth(year, month) : undefined;

/**
 * Month and year without a day, in each way in which they can be read; undefined where they are not written like that.
 */
function monthAndYear(text: string): readonly [YearAndMonth, ...YearAndMonth[]] | undefined {
  const [, first, whole] = /^(\d{1,2})[/. -](\d{4})$/.exec(text) ?? [];
  if (whole !== undefined) return [[Number(whole), Number(first)]];
  const [, year, second] = /^(\d{4})[/. -](\d{1,2})$/.exec(text) ?? [];
  if (year !== undefined) return [[Number(year), Number(second)]];
  const [, one, short] = /^(\d{1,2})[/. -](\d{2})$/.exec(text) ?? [];
  if (one !== undefined) {
    const monthFirst: YearAndMonth = [2000 + Number(short), Number(one)];
    return one.length === 2 ? [monthFirst, [2000 + Number(one), Number(short)]] : [monthFirst];
  }
  const named = /^([a-z]+)[ .,/-]{0,2}(\d{4}|\d{2})$/.exec(text) ?? /^(\d{4})[ .,/-]{0,2}([a-z]+)$/.exec(text);
  const [a = '', b = ''] = named?.slice(1) ?? [];
  const [word, ofYear] = /[a-z]/.test(a) ? [a, b] : [b, a];
  const month = monthOf(word);
  return month > 0 ? [[Number(ofYear.length === 2 ? `20${ofYear}` : ofYear), month]] : undefined;
}

/**
 * YYMMDD as GS1 codes hold it, MMDDYY as claim forms write a date, MMYYYY or YYYYMM: read where only one of them is a
 * day.
 */
function expiryOfSixDigits(text: string, label: string): Reading<IsoDate> {
  const [one = '', two = '', three = ''] = [text.slice(0, 2), text.slice(2, 4), text.slice(4)];
  const days = [
    three === '00'
      ? monthEnd([Number(`20${one}`), Number(two)])
      : isoDate(Number(`20${one}`), Number(two), Number(three)),
    isoDate(Number(`20${three}`), Number(one), Number(two)),
    two === '20' ? monthEnd([Number(two + three), Number(one)]) : undefined,
    one === '20' ? monthEnd([Number(one + two), Number(three)]) : undefined,
  ];
  const [first, other] = [...new Set(days.flatMap((each) => each ?? []))];
  if (first && other)
    return problem(
      `${text} can be ${formatDate(first)} or ${formatDate(other)}: write the one that the label means, with slashes`,
    );
  return first
    ? within(first, label, expiryLimits)
    : problem(`${label} is not a day of the calendar: check month and day`);
}
