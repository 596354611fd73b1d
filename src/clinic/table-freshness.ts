import type { PreparedClaim } from '../engine/prepared-claim';
import type { TableUsed } from '../engine/claim';
import { covers, daysAfter, firstsOfMonths, formatDate, spansOf, type IsoDate, type Span } from '../engine/dated';
import type { OpenedTables, TableOnFile } from '../engine/published-tables';

/** One table as it is drawn: the days that it speaks for, and how they stand to the claim. */
export type TableStrip = {
  readonly title: string;
  /** Of the table that came with the page, and of files that were opened. */
  readonly builtIn: readonly Span[];
  readonly opened: readonly Span[];
  /** Whether this claim rests on it, and it does not speak for its day. */
  readonly outOfDate: boolean;
  /** Whether it speaks for the day, and for what the claim asks of it. */
  readonly isCovered: boolean;
  readonly says: string;
};

export type TableStrips = {
  readonly drawn: Span;
  /** Firsts of years. */
  readonly ticks: readonly IsoDate[];
  /** What is out of date for this claim comes first. */
  readonly strips: readonly TableStrip[];
};

export type ClaimOnTables = Pick<PreparedClaim, 'code' | 'encounter' | 'tablesUsed'>;

const mostTicks = 6;

/** How old each table is, on one scale; `day` is the date of service, or today without a claim. */
export function tableStrips(
  onFile: readonly TableOnFile[],
  tables: OpenedTables,
  claim: ClaimOnTables | null,
  day: IsoDate,
): TableStrips {
  const strips = onFile.map((table) => stripOf(table, tables, claim, day));
  const spans = strips.flatMap(({ builtIn, opened }) => [...builtIn, ...opened]);
  const from = [day, ...spans.map((span) => span.from)].reduce((one, other) => (other < one ? other : one));
  const through = [day, ...spans.map((span) => span.through)].reduce((one, other) => (other > one ? other : one));
  const drawn = { from, through: daysAfter(through, 90) ?? through };
  return {
    drawn,
    ticks: firstsOfMonths(drawn, mostTicks).filter((tick) => tick.slice(5, 7) === '01'),
    strips: [...strips.filter(({ outOfDate }) => outOfDate), ...strips.filter(({ outOfDate }) => !outOfDate)],
  };
}

function stripOf(table: TableOnFile, tables: OpenedTables, claim: ClaimOnTables | null, day: IsoDate): TableStrip {
  const opened = openedOf(table, tables);
  const used = claim ? usedBy(claim, table) : undefined;
  const outOfDate = used !== undefined && used.standing !== 'in-force';
  const which = claim ? 'the date of service' : 'today';
  const speaksForDay = [...table.spans, ...opened].some((span) => covers(span, day));
  return {
    title: table.title,
    builtIn: table.spans,
    opened,
    outOfDate,
    isCovered: speaksForDay && !outOfDate,
    says: outOfDate
      ? `Out of date for this claim: ${why(used)}.`
      : `${speaksForDay ? 'Covers' : 'Does not cover'} ${which}.`,
  };
}

const why = ({ standing, from, through }: TableUsed): string =>
  ({
    'ended-before': `it ends on ${formatDate(through)}`,
    'starts-after': `it begins on ${formatDate(from)}`,
    'no-row': 'nothing is on file for its code or setting',
    'in-force': '',
  })[standing];

/** The table of this kind that a claim rests on; a rate only of its own code. */
const usedBy = (
  { tablesUsed, code }: ClaimOnTables,
  { title, usedAs, openedAs }: TableOnFile,
): TableUsed | undefined =>
  openedAs === undefined || openedAs === 'crosswalk' || openedAs === code?.hcpcs
    ? tablesUsed.find((used) => used.title === (usedAs ?? title))
    : undefined;

function openedOf({ openedAs }: TableOnFile, { paymentLimits, crosswalks }: OpenedTables): readonly Span[] {
  if (openedAs === undefined) return [];
  return spansOf(openedAs === 'crosswalk' ? crosswalks : paymentLimits.filter((limits) => limits[openedAs] !== null));
}
