/** A calendar day, `YYYY-MM-DD`; days compare as text. */
export type IsoDate = string & { readonly isoDate: true };

/** What a publisher said for a span of days. `through` is the last day the publication speaks of. */
export type Dated<T> = {
  readonly from: IsoDate;
  readonly through: IsoDate;
  readonly value: T;
  /** The row of the rules on file that it was read for. */
  readonly row: string;
};

/** Days from a first to a last one, both included. */
export type Span = { readonly from: IsoDate; readonly through: IsoDate };

/** Whether the entry found speaks of the day asked for, or is only the nearest one on file. */
export type Standing = 'in-force' | 'ended-before' | 'starts-after';

/** How a span of days stands to a day. */
export function standingOf({ from, through }: Span, day: IsoDate): Standing {
  if (day < from) return 'starts-after';
  return day <= through ? 'in-force' : 'ended-before';
}

/** Whether a day lies in a span, both ends included. */
export const covers = ({ from, through }: Span, day: IsoDate): boolean => from <= day && day <= through;

/** How far along a span a day lies, from 0 to 1, for drawing alone; a day outside it at its end. */
export const placeIn = ({ from, through }: Span, day: IsoDate): number =>
  Math.min(1, Math.max(0, daysBetween(from, day) / Math.max(1, daysBetween(from, through))));

/** The days of several entries, oldest first, those that follow each other without a gap as one. */
export function spansOf(entries: readonly Span[]): readonly Span[] {
  return entries.reduce<readonly Span[]>((spans, { from, through }) => {
    const last = spans.at(-1);
    return last && daysAfter(last.through, 1) === from
      ? [...spans.slice(0, -1), { from: last.from, through }]
      : [...spans, { from, through }];
  }, []);
}

/** Entries as `asOf` looks them up: oldest first. Throws where there is none: a table without a line must not ship. */
export function oldestFirst<T>(entries: readonly Dated<T>[]): readonly [Dated<T>, ...Dated<T>[]] {
  const [first, ...others] = entries.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  if (!first) throw new Error('A table without a line');
  return [first, ...others];
}

/** The entry for a day: the newest that has begun by then, else the oldest on file. Entries stand oldest first. */
export function asOf<T>(
  table: readonly [Dated<T>, ...Dated<T>[]],
  day: IsoDate,
): { readonly entry: Dated<T>; readonly standing: Standing } {
  const entry = table.findLast(({ from }) => from <= day) ?? table[0];
  return { entry, standing: standingOf(entry, day) };
}

/** A real day of the calendar, or undefined (February 30, month 13). */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? (date.toISOString().slice(0, 10) as IsoDate) : undefined;
}

/** The day of a clock, in its own calendar. */
export const localDay = (now: Date): IsoDate | undefined =>
  isoDate(now.getFullYear(), now.getMonth() + 1, now.getDate());

/** A day written in the rule tables. Throws on a day that does not exist: a mistake in a table must not ship. */
export function day(text: string): IsoDate {
  const [year, month, dayOfMonth] = text.split('-').map(Number);
  const date = isoDate(year ?? 0, month ?? 0, dayOfMonth ?? 0);
  if (date !== text) throw new Error(`Not a calendar day: ${text}`);
  return date;
}

/** The same day of another year; that of a February 29 is the end of February. */
const inYear = (date: IsoDate, year: number): IsoDate => {
  const same = `${String(year).padStart(4, '0')}${date.slice(4)}` as IsoDate;
  return same.endsWith('-02-29') ? (`${same.slice(0, 8)}28` as IsoDate) : same;
};
/** The same day of the next year; the year of a February 29 ends with the next February. */
export const aYearAfter = (date: IsoDate): IsoDate => inYear(date, Number(date.slice(0, 4)) + 1);
/** The same day of the year before; that of a February 29 is the end of February. For days after the year 0. */
export const aYearBefore = (date: IsoDate): IsoDate => inYear(date, Number(date.slice(0, 4)) - 1);

/** The last day of a month, as which a label's month and year count. */
export const endOfMonth = (year: number, month: number): IsoDate | undefined =>
  [31, 30, 29, 28].map((last) => isoDate(year, month, last)).find((found) => found !== undefined);

/** The day so many days later; earlier for a negative number. Undefined past the year 9999. */
export function daysAfter(date: IsoDate, days: number): IsoDate | undefined {
  const [year = 0, month = 0, dayOfMonth = 0] = date.split('-').map(Number);
  const later = new Date(Date.UTC(year, month - 1, dayOfMonth + days));
  const laterYear = later.getUTCFullYear();
  return laterYear >= 0 && laterYear <= 9999
    ? isoDate(laterYear, later.getUTCMonth() + 1, later.getUTCDate())
    : undefined;
}

/** Whole days from one day to another; negative when the second is the earlier one. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

const monthSteps = [1, 3, 6, ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000].map((years) => years * 12)];

/** The firsts of the months of a span: of all, or of every third, sixth, twelfth … so that they are at most so many. */
export function firstsOfMonths({ from, through }: Span, most: number): readonly IsoDate[] {
  const monthOf = (date: IsoDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const [first, last] = [monthOf(from), monthOf(through)];
  const step = monthSteps.find((each) => (last - first) / each < most) ?? 60_000;
  const firsts: IsoDate[] = [];
  for (let month = Math.ceil(first / step) * step; month <= last; month += step) {
    const date = isoDate(Math.floor(month / 12), (month % 12) + 1, 1);
    if (date && date >= from) firsts.push(date);
  }
  return firsts;
}

/** "1 day", "12 days". */
export const formatDays = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

/** "11/23/2026", as US claim forms and their readers write it. */
export const formatDate = (date: IsoDate): string => `${date.slice(5, 7)}/${date.slice(8, 10)}/${date.slice(0, 4)}`;

/** "10/01/2026 to 12/31/2026". */
export const formatSpan = ({ from, through }: Span): string => `${formatDate(from)} to ${formatDate(through)}`;

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
export const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

export const weekdayOf = (date: IsoDate): (typeof weekdayNames)[number] =>
  weekdayNames[new Date(date).getUTCDay()] ?? 'Sunday';

/** "March 5". */
export const formatMonthAndDay = (date: IsoDate): string =>
  `${monthNames[Number(date.slice(5, 7)) - 1]} ${Number(date.slice(8))}`;

/** "Fri Nov 27, 2026": a date said back so that a wrong month or year is seen. */
export const formatDay = (date: IsoDate): string =>
  `${weekdayOf(date).slice(0, 3)} ${monthNames[Number(date.slice(5, 7)) - 1]?.slice(0, 3)} ` +
  `${Number(date.slice(8))}, ${date.slice(0, 4)}`;
