import { asciiLower } from '../engine/ascii';
import { daysBetween, formatDate, isoDate, type Span } from '../engine/dated';
import { refuse } from './refusal';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const longestSpan = 366;
// CMS pays by such limits since 2005.
const dayWords = String.raw`([a-z]+)\.?\s+(\d{1,2})(?:,\s*|\s+)(20\d{2})`;
const effective = new RegExp(String.raw`effective\s+${dayWords}\s+(?:through|thru|to|-)\s+${dayWords}\b`, 'gi');

/** The days of the file: “Effective January 1, 2026 through March 31, 2026”, in any cell above the headings. */
export function effectiveSpan(above: readonly (readonly string[])[]): Span {
  const told = above.flat().flatMap((cell) => [...cell.matchAll(effective)]);
  const [match, other] = told.filter((each, place) => told.findIndex(([words]) => words === each[0]) === place);
  if (other) return refuse('names more than one span of days above its headings.');
  if (!match) return refuse('does not say for which days it is: no “Effective … through …” stands above its headings.');
  const read = (month = '', date = '', year = '') =>
    isoDate(Number(year), months.indexOf(asciiLower(month)) + 1, Number(date));
  const [from, through] = [read(match[1], match[2], match[3]), read(match[4], match[5], match[6])];
  if (!from || !through) return refuse('names a day that is not in the calendar.');
  if (from > through) return refuse(`ends before it begins: ${formatDate(from)} to ${formatDate(through)}.`);
  if (daysBetween(from, through) >= longestSpan)
    return refuse(
      `covers more than a year, ${formatDate(from)} to ${formatDate(through)}; the files of CMS cover a quarter.`,
    );
  return { from, through };
}
