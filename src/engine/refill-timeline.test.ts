import { describe, expect, it } from 'vitest';
import { pumpRecord } from '../rules/encounter.fixture';
import { day, type Span } from './dated';
import type { PriorAuthorization, PumpFill } from './encounter';
import { pumpOutlook } from './pump-outlook';
import { mcg } from './quantity';
import { refillTimeline } from './refill-timeline';

const on = day('2026-05-20');
/** 20 mL of 2000 mcg/mL at 400 mcg a day: 90 days to the alarm, on 08/18/2026. */
const timeline = (facts: Partial<PumpFill> = {}, authorization: PriorAuthorization | null = null) =>
  refillTimeline(pumpOutlook({ ...pumpRecord, leadDays: 5, ...facts }, on), on, authorization);
const approved = (first: string | null, last: string | null): PriorAuthorization => ({
  status: 'approved',
  number: null,
  firstDay: first === null ? null : day(first),
  lastDay: last === null ? null : day(last),
  unitsApproved: null,
  unitsUsed: null,
  askedOn: null,
});
const inShort = ({ from, through }: Span) => `${from} ${through}`;

describe('the days of a refill', () => {
  it('stand in the order in which they come', () => {
    expect(timeline().milestones).toEqual([
      { name: 'service', day: '2026-05-20' },
      { name: 'latest-refill', day: '2026-08-13' },
      { name: 'alarm', day: '2026-08-18' },
      { name: 'stability', day: '2026-11-16' },
    ]);
    expect(timeline({ stabilityDays: 30 }).milestones.map(({ name }) => name)).toEqual([
      'service',
      'latest-refill',
      'stability',
      'alarm',
    ]);
    expect(timeline({ dailyDose: null }).milestones.map(({ name }) => name)).toEqual(['service', 'stability']);
  });

  it('have room around them, and a tick at the first of every so many months', () => {
    expect(inShort(timeline().drawn)).toBe('2026-05-11 2026-11-25');
    expect(timeline().ticks).toEqual(['2026-07-01', '2026-10-01']);
    expect(timeline({ stabilityDays: 60, dailyDose: null }).ticks).toEqual(['2026-06-01', '2026-07-01']);
  });

  it.each([
    [20, 4],
    [200, 4],
    [4_000, 4],
    [90_000, 4],
    [2_900_000, 4],
  ])('of %i days have at most %i ticks', (stabilityDays, most) => {
    const { ticks } = timeline({ stabilityDays });
    expect(ticks.length).toBeLessThanOrEqual(most);
    expect(ticks.length).toBeGreaterThan(0);
  });

  it('are told past the calendar too', () => {
    expect(timeline({ stabilityDays: 99_999_999, dailyDose: mcg(1) }).milestones.at(0)?.name).toBe('service');
  });
});

describe('the authorization below them', () => {
  it.each<[string, PriorAuthorization, string | null, string[], string]>([
    [
      'ends before the next refill',
      approved('2026-01-01', '2026-06-30'),
      '2026-05-11 2026-06-30',
      ['2026-07-01 2026-08-13'],
      'Gap: the preauthorization ends on 06/30/2026. The latest refill on 08/13/2026 is not covered.',
    ],
    [
      'ends on the day of the next refill',
      approved('2026-01-01', '2026-08-13'),
      '2026-05-11 2026-08-13',
      [],
      'The preauthorization lasts until 08/13/2026. The latest refill on 08/13/2026 is covered.',
    ],
    [
      'ends a day earlier',
      approved('2026-05-20', '2026-08-12'),
      '2026-05-20 2026-08-12',
      ['2026-08-13 2026-08-13'],
      'Gap: the preauthorization ends on 08/12/2026. The latest refill on 08/13/2026 is not covered.',
    ],
    [
      'begins after the service',
      approved('2026-05-21', '2026-12-31'),
      '2026-05-21 2026-11-25',
      ['2026-05-20 2026-05-20'],
      'The preauthorization begins on 05/21/2026, after this service.',
    ],
    [
      'ended before the service',
      approved('2026-01-01', '2026-05-01'),
      null,
      ['2026-05-20 2026-08-13'],
      'The preauthorization ended on 05/01/2026, before this service.',
    ],
    [
      'has no last day',
      approved(null, null),
      null,
      [],
      'The preauthorization has no last valid date entered, so it is not compared.',
    ],
    [
      'is pending',
      { status: 'pending' },
      null,
      ['2026-05-20 2026-08-13'],
      'The preauthorization is still pending: no day is covered.',
    ],
    [
      'was denied',
      { status: 'denied' },
      null,
      ['2026-05-20 2026-08-13'],
      'The preauthorization was denied: no day is covered.',
    ],
  ])('%s', (_, authorization, authorized, gaps, says) => {
    const found = timeline({}, authorization).authorization;
    expect(found?.authorized && inShort(found.authorized)).toBe(authorized);
    expect(found?.gaps.map(inShort)).toEqual(gaps);
    expect(found?.says).toBe(says);
  });

  it('is compared with what is known of the next refill: the alarm, or the end of stability', () => {
    const says = (facts: Partial<PumpFill>) => timeline(facts, approved(null, '2026-06-30')).authorization?.says;
    expect(says({ leadDays: null })).toContain('The alarm on 08/18/2026 is not covered.');
    expect(says({ dailyDose: null })).toContain('The end of stability on 11/16/2026 is not covered.');
    // A latest refill that is not after this one is no next refill.
    expect(says({ leadDays: 200 })).toContain('The alarm on 08/18/2026 is not covered.');
  });

  it('is none where nothing was entered of it, or none is needed', () => {
    expect(timeline({}, { status: 'not-checked' }).authorization).toBeNull();
    expect(timeline({}, { status: 'not-required' }).authorization).toBeNull();
    expect(timeline().authorization).toBeNull();
  });
});
