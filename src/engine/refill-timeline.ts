import { daysAfter, daysBetween, firstsOfMonths, formatDate, type IsoDate, type Span } from './dated';
import type { PriorAuthorization } from './encounter';
import type { PumpOutlook } from './pump-outlook';

export type MilestoneName = 'service' | 'latest-refill' | 'alarm' | 'stability';

/** The days of a refill, and whether its authorization lasts until the next one. */
export type RefillTimeline = {
  /** What is drawn: the days below with some room around them. */
  readonly drawn: Span;
  /** Firsts of months, or of every so many. */
  readonly ticks: readonly IsoDate[];
  /** Earliest first. */
  readonly milestones: readonly { readonly name: MilestoneName; readonly day: IsoDate }[];
  /** Null where none is needed, or nothing was entered of it. */
  readonly authorization: AuthorizedDays | null;
};

export type AuthorizedDays = {
  /** Days authorized, as far as they are drawn; null where there are none, or nobody told the last one. */
  readonly authorized: Span | null;
  /** Days from this service to the next refill that are not authorized. */
  readonly gaps: readonly Span[];
  readonly says: string;
};

const milestoneWords = {
  service: 'service',
  'latest-refill': 'latest refill',
  alarm: 'alarm',
  stability: 'end of stability',
} as const satisfies Record<MilestoneName, string>;

/** More of them have no place for their names. */
const mostTicks = 4;

/** The days that a refill is planned by (row `products 3`), beside those that were authorized (row 7.6). */
export function refillTimeline(
  { latestRefill, alarmDate, stabilityEnd }: PumpOutlook,
  on: IsoDate,
  authorization: PriorAuthorization | null,
): RefillTimeline {
  const told: readonly (readonly [MilestoneName, IsoDate | null | undefined])[] = [
    ['service', on],
    ['latest-refill', latestRefill?.date],
    ['alarm', alarmDate],
    ['stability', stabilityEnd],
  ];
  const milestones = told.flatMap(([name, day]) => (day ? [{ name, day }] : []));
  const next = milestones.find(({ day }) => day > on) ?? { name: 'service', day: on };
  const sorted = milestones.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  const drawn = withRoom({ from: sorted[0]?.day ?? on, through: sorted.at(-1)?.day ?? on });
  return {
    drawn,
    ticks: firstsOfMonths(drawn, mostTicks),
    milestones: sorted,
    authorization: authorization && authorizedDays(authorization, on, next, drawn),
  };
}

/** A twentieth more on both sides, at least three days. */
function withRoom({ from, through }: Span): Span {
  const room = Math.max(3, Math.ceil(daysBetween(from, through) / 20));
  return { from: daysAfter(from, -room) ?? from, through: daysAfter(through, room) ?? through };
}

function authorizedDays(
  authorization: PriorAuthorization,
  on: IsoDate,
  next: RefillTimeline['milestones'][number],
  drawn: Span,
): AuthorizedDays | null {
  const needed: Span = { from: on, through: next.day };
  if (!('firstDay' in authorization)) {
    const { status } = authorization;
    if (status === 'not-checked' || status === 'not-required') return null;
    const is = status === 'pending' ? 'is still pending' : 'was denied';
    return { authorized: null, gaps: [needed], says: `The preauthorization ${is}: no day is covered.` };
  }
  const { firstDay, lastDay } = authorization;
  const authorized = lastDay && within({ from: firstDay ?? drawn.from, through: lastDay }, drawn);
  return { authorized, gaps: gapsIn(needed, firstDay, lastDay), says: coverage(firstDay, lastDay, on, next) };
}

const within = ({ from, through }: Span, drawn: Span): Span | null => {
  const part = {
    from: from < drawn.from ? drawn.from : from,
    through: through > drawn.through ? drawn.through : through,
  };
  return part.from <= part.through ? part : null;
};

/** The days needed that lie before the first authorized one, or after the last. */
function gapsIn(needed: Span, firstDay: IsoDate | null, lastDay: IsoDate | null): readonly Span[] {
  const before = firstDay && firstDay > needed.from ? daysAfter(firstDay, -1) : undefined;
  const after = lastDay && lastDay < needed.through ? daysAfter(lastDay, 1) : undefined;
  return [
    ...(before ? [{ from: needed.from, through: before < needed.through ? before : needed.through }] : []),
    ...(after ? [{ from: after > needed.from ? after : needed.from, through: needed.through }] : []),
  ];
}

function coverage(
  firstDay: IsoDate | null,
  lastDay: IsoDate | null,
  on: IsoDate,
  { name, day: next }: RefillTimeline['milestones'][number],
): string {
  const words = `The ${milestoneWords[name]} on ${formatDate(next)}`;
  if (firstDay && firstDay > on) return `The preauthorization begins on ${formatDate(firstDay)}, after this service.`;
  if (!lastDay) return 'The preauthorization has no last valid date entered, so it is not compared.';
  if (lastDay < on) return `The preauthorization ended on ${formatDate(lastDay)}, before this service.`;
  if (lastDay < next) return `Gap: the preauthorization ends on ${formatDate(lastDay)}. ${words} is not covered.`;
  return `The preauthorization lasts until ${formatDate(lastDay)}. ${words} is covered.`;
}
