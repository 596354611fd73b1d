import { citations, type RowId } from '../rules/citations';
import { confidenceWords, type Confidence } from '../engine/citation';
import { aYearAfter, daysAfter, daysBetween, formatDate, formatDays, type IsoDate } from '../engine/dated';
import type { PreparedClaim } from '../engine/prepared-claim';
import type { Way } from '../rules/denial-on-claim';

/** By when something must be there: its last day and the days left, where they can be told, and who says so. */
export type Deadline = {
  readonly last: IsoDate | null;
  /** Below nothing where the day has passed; null where it is not known. */
  readonly left: number | null;
  readonly says: string;
  readonly rows: readonly [RowId, ...RowId[]];
};

/** Whether its day is known and has passed. */
export const isOver = (deadline: Deadline | null): boolean => (deadline?.left ?? 0) < 0;

/** In which order they are worked: known days, the soonest first, then those that nobody knows, then what is over. */
export function compareDeadlines(one: Deadline | null, other: Deadline | null): number {
  const rank = (each: Deadline | null): number => (isOver(each) ? 2 : each?.last ? 0 : 1);
  const apart = rank(one) - rank(other);
  return apart !== 0 || rank(one) > 0 ? apart : (one?.left ?? 0) - (other?.left ?? 0);
}

/** Of those whose day is known and not over, the one that runs out first; null where there is none. */
export const firstOpen = (deadlines: readonly (Deadline | null)[]): Deadline | null =>
  deadlines.flatMap((each) => (each?.last && !isOver(each) ? each : [])).toSorted(compareDeadlines)[0] ?? null;

/** How well the row is known that a deadline rests on. */
export const confidenceOf = ({ rows: [row] }: Deadline): readonly Confidence[] => citations[row].confidence;

/** Who says so, and how well it is known: "8 filing: official text, read". */
export const sourceOf = (deadline: Deadline): string =>
  `${deadline.rows.join(', ')}: ${confidenceOf(deadline)
    .map((each) => confidenceWords[each])
    .join('; ')}`;

/** The days that a deadline is counted from; null where the file does not tell them. */
export type Dates = {
  readonly service: IsoDate | null;
  /** Of the notice: when the remittance was made, else when it was paid. */
  readonly notice: IsoDate | null;
  readonly today: IsoDate;
};

/** What has a deadline. */
export type Timed = 'new-claim' | 'corrected-claim' | 'adjustment-claim' | 'reopening' | 'appeal' | 'next-appeal';

/** A notice counts as received five days after its date (42 CFR 405.942, 405.962, 405.1002). */
const presumedDays = 5;
const redeterminationDays = 120;
const reconsiderationDays = 180;
const advantageDays = 65;

type Counted = { readonly from: IsoDate | null; readonly last: IsoDate | null; readonly since: string };
const fromService = ({ service }: Dates): Counted => ({
  from: service,
  last: service && aYearAfter(service),
  since: 'One year from the service',
});
const fromNotice = ({ notice }: Dates, days: number, since: string): Counted => ({
  from: notice,
  last: notice && (daysAfter(notice, days) ?? null),
  since,
});

/** By when it must be there, by the way in which this payer takes it; null where nothing of it runs out. */
export function deadlineOf(timed: Timed, way: Way['id'], dates: Dates, own: PreparedClaim | null): Deadline | null {
  const byProfile = (otherwise: Deadline) => (timed === 'new-claim' ? filingOf(dates, own, otherwise) : otherwise);
  switch (way) {
    case 'returned':
      return counted(fromService(dates), dates, 'An exception of 42 CFR 424.44(b) may fit.', '8 filing');
    case 'medicare':
    case 'facility':
    case 'clinic':
      return medicareDeadline(timed, way, dates);
    case 'advantage':
      if (timed !== 'appeal' && timed !== 'next-appeal') return byProfile(byContract('8 advantage'));
      return counted(
        fromNotice(dates, advantageDays, `${advantageDays} days from the notice`),
        dates,
        'Ask the plan for good cause.',
        '8 advantage',
        ' With a contract, its limit counts.',
      );
    case 'medicaid':
      return byProfile(unknown('The state sets the limit. Ask it, and note who said so.', '8 Medicaid'));
    case 'commercial':
      return byProfile(byContract(timed === 'new-claim' ? '8 filing plans' : '8 plan appeals'));
    case 'other':
    case 'self-pay':
      return byProfile(unknown('Ask the payer by when, and note who said so.', '8 steps'));
  }
}

function medicareDeadline(timed: Timed, way: Way['id'], dates: Dates): Deadline | null {
  switch (timed) {
    case 'new-claim':
      return counted(fromService(dates), dates, 'An exception of 42 CFR 424.44(b) may fit.', '8 filing');
    case 'reopening':
    case 'corrected-claim':
      return counted(
        { from: dates.notice, last: dates.notice && aYearAfter(dates.notice), since: 'One year from the notice' },
        dates,
        'With good cause it is open for 4 years.',
        '8 reopening limits',
      );
    case 'adjustment-claim':
      return counted(
        fromService(dates),
        dates,
        'Ask for a reopening: the type of bill ends in Q.',
        way === 'clinic' ? '8 adjustment clinic' : '8 adjustment',
      );
    case 'appeal':
      return received(dates, redeterminationDays, '8 redetermination');
    case 'next-appeal':
      return received(dates, reconsiderationDays, '8 later appeals');
  }
}

const received = (dates: Dates, days: number, row: RowId): Deadline =>
  counted(
    fromNotice(dates, days + presumedDays, `${days} days, and ${presumedDays} for the mail, from the notice`),
    dates,
    'Good cause can give more time.',
    row,
    ' It must be there by then.',
  );

/** The filing days of the payer’s profile; where it has none, what is known otherwise. */
function filingOf(dates: Dates, own: PreparedClaim | null, otherwise: Deadline): Deadline {
  const days = own?.encounter.profile?.filingDays ?? null;
  if (days === null) return otherwise;
  const last = dates.service && (daysAfter(dates.service, days) ?? null);
  const since = `${formatDays(days)} from the service, by the profile of the payer`;
  return counted({ from: dates.service, last, since }, dates, 'Ask the plan for an exception.', '2b own profile');
}

const byContract = (row: RowId): Deadline => unknown('The contract sets the time. Read it, and note the day.', row);
const unknown = (says: string, row: RowId): Deadline => ({ last: null, left: null, says, rows: [row] });

function counted({ from, last, since }: Counted, { today }: Dates, late: string, row: RowId, more = ''): Deadline {
  if (from === null || last === null) return unknown(`${since}. The file does not tell that day: look for it.`, row);
  const left = daysBetween(today, last);
  const says =
    left < 0
      ? `${since}: it was open up to ${formatDate(last)}, ${formatDays(-left)} ago. ${late}`
      : `${since}: open up to ${formatDate(last)}, ${formatDays(left)} left.${more}`;
  return { last, left, says, rows: [row] };
}
