import { describe, expect, it } from 'vitest';
import { day, daysAfter } from './dated';
import type { PumpFill } from './encounter';
import { pumpOutlook, type PumpOutlook } from './pump-outlook';
import { mcg, mcgPerMl, ml } from './quantity';

const filledOn = day('2026-11-23');
const fill = (milliliters: number, perMl: number): PumpFill => ({
  reservoir: ml(40),
  expectedResidual: null,
  lastFill: null,
  aspirated: null,
  tolerance: null,
  instilled: ml(milliliters),
  diluent: null,
  concentration: mcgPerMl(perMl),
  concentrationBefore: null,
  bridgeBolus: null,
  dailyDose: null,
  dailyDoseBefore: null,
  alarmVolume: ml(2),
  leadDays: 0,
  stabilityDays: 180,
  programmerAlarmDate: null,
});
const outlook = (milliliters: number, perMl: number, dose: number, change: Partial<PumpFill> = {}) =>
  pumpOutlook({ ...fill(milliliters, perMl), dailyDose: mcg(dose), ...change }, filledOn);

/**
 * Days to a 2 mL alarm for 100, 200, 300, 400, 600, 800 and 1000 mcg a day; a star where 180 days of stability rule.
 */
const table: readonly (readonly [milliliters: number, perMl: number, ...days: string[]])[] = [
  [20, 500, '90.0', '45.0', '30.0', '22.5', '15.0', '11.2', '9.0'],
  [20, 1000, '180.0', '90.0', '60.0', '45.0', '30.0', '22.5', '18.0'],
  [20, 2000, '360.0*', '180.0', '120.0', '90.0', '60.0', '45.0', '36.0'],
  [40, 500, '190.0*', '95.0', '63.3', '47.5', '31.7', '23.8', '19.0'],
  [40, 1000, '380.0*', '190.0*', '126.7', '95.0', '63.3', '47.5', '38.0'],
  [40, 2000, '760.0*', '380.0*', '253.3*', '190.0*', '126.7', '95.0', '76.0'],
];
const doses = [100, 200, 300, 400, 600, 800, 1000];

describe('days to the alarm', () => {
  it.each(
    table.flatMap(([milliliters, perMl, ...cells]) =>
      cells.map((cell, place) => [milliliters, perMl, doses[place] ?? 0, cell] as const),
    ),
  )('%i mL of %i mcg/mL at %i mcg a day: %s', (milliliters, perMl, dose, cell) => {
    const found = outlook(milliliters, perMl, dose);
    expect(found.computedAlarm).toBe(daysAfter(filledOn, Math.floor(Number(cell.replace('*', '')))));
    expect(found.latestRefill?.decidedBy).toBe(cell.endsWith('*') ? 'stability' : 'alarm');
  });

  it.each([
    ['20 mL, 2000, 400', () => outlook(20, 2000, 400), '0.2', 90, '2027-02-21', 100, '2027-02-21', 'alarm'],
    [
      '40 mL, 2000, 400: stability rules',
      () => outlook(40, 2000, 400),
      '0.2',
      190,
      '2027-06-01',
      200,
      '2027-05-22',
      'stability',
    ],
    ['20 mL, 500, 150', () => outlook(20, 500, 150), '0.3', 60, '2027-01-22', 66, '2027-01-22', 'alarm'],
    ['40 mL, 1000, 650', () => outlook(40, 1000, 650), '0.65', 58, '2027-01-20', 61, '2027-01-20', 'alarm'],
    [
      'five lead days',
      () => outlook(20, 2000, 400, { leadDays: 5 }),
      '0.2',
      90,
      '2027-02-21',
      100,
      '2027-02-16',
      'alarm',
    ],
    [
      'an alarm at 4 mL',
      () => outlook(20, 2000, 400, { alarmVolume: ml(4) }),
      '0.2',
      80,
      '2027-02-11',
      100,
      '2027-02-11',
      'alarm',
    ],
    [
      'a programmer that says earlier decides',
      () => outlook(20, 2000, 400, { programmerAlarmDate: day('2027-02-19') }),
      '0.2',
      90,
      '2027-02-19',
      100,
      '2027-02-19',
      'alarm',
    ],
    [
      'a programmer that says later does not',
      () => outlook(20, 2000, 400, { programmerAlarmDate: day('2028-02-21') }),
      '0.2',
      90,
      '2027-02-21',
      100,
      '2027-02-21',
      'alarm',
    ],
    [
      'less in the pump than the alarm volume',
      () => outlook(1, 2000, 400),
      '0.2',
      0,
      '2026-11-23',
      5,
      '2026-11-23',
      'alarm',
    ],
  ])('%s', (_what, made, flow, daysToAlarm, alarmDate, daysToEmpty, latest, decidedBy) => {
    const found = made();
    expect(found).toMatchObject({ alarmDate, latestRefill: { date: latest, decidedBy } });
    const told = found.how.map(({ says }) => says).join(' ');
    expect(told).toContain(`= ${flow} mL a day.`);
    expect(told).toContain(daysToAlarm === 0 ? 'due at once' : `= ${daysToAlarm} days to the alarm`);
    expect(told).toContain(`empty after ${daysToEmpty} days`);
  });

  const before = {
    lastFill: { volume: ml(40), on: day('2026-08-31') },
    dailyDoseBefore: mcg(400),
    concentrationBefore: mcgPerMl(2000),
  };
  it('expects 23.2 mL of 40 mL after 84 days at 0.2 mL a day; the programmer’s number goes first', () => {
    const { expected, how } = outlook(20, 2000, 400, before);
    expect(expected).toEqual({ uL: 23_200 });
    expect(how[0]?.says).toContain('40 mL on 08/31/2026 − 84 days × 400 mcg ÷ 2000 mcg/mL = 23.2 mL expected');
    expect(outlook(20, 2000, 400, { ...before, expectedResidual: ml(3) }).expected).toEqual(ml(3));
    const empty = outlook(20, 2000, 400, { ...before, lastFill: { volume: ml(40), on: day('2025-01-01') } });
    expect(empty.expected).toEqual(ml(0));
    expect(empty.how[0]?.says).toContain('= nothing expected');
    expect(outlook(20, 2000, 400, { ...before, dailyDoseBefore: null }).expected).toBeNull();
  });

  it('takes the programmer’s alarm where no daily dose is told', () => {
    expect(
      outlook(20, 2000, 400, { dailyDose: null, leadDays: 5, programmerAlarmDate: day('2027-02-19') }),
    ).toMatchObject({
      computedAlarm: null,
      programmerLater: null,
      latestRefill: { date: '2027-02-14', decidedBy: 'alarm' },
    });
  });

  it('sets no date without lead days, and none beyond the calendar', () => {
    expect(outlook(20, 2000, 400, { leadDays: null }).latestRefill).toBeNull();
    expect(outlook(40, 2000, 400, { dailyDose: { ng: 1 } })).toMatchObject({ alarmDate: null, latestRefill: null });
    expect(outlook(40, 2000, 400, { dailyDose: null })).toMatchObject({ alarmDate: null, latestRefill: null });
  });

  const at = (change: Partial<PumpFill>) => outlook(20, 2000, 400, { leadDays: 5, ...change });
  it.each<[what: string, made: () => ReturnType<typeof outlook>, later: number | null, says: string]>([
    [
      'earlier',
      () => at({ programmerAlarmDate: day('2027-02-20') }),
      -1,
      'The programmer says 02/20/2027, 1 day earlier than computed; the earlier day is taken here.',
    ],
    [
      'the same day',
      () => at({ programmerAlarmDate: day('2027-02-21') }),
      0,
      'The programmer says 02/21/2027, the same day; the earlier day is taken here.',
    ],
    [
      'later',
      () => at({ programmerAlarmDate: day('2027-02-23') }),
      2,
      'The programmer says 02/23/2027, 2 days later than computed; the earlier day is taken here.',
    ],
    [
      'nothing computed',
      () => at({ programmerAlarmDate: day('2027-02-23'), dailyDose: null }),
      null,
      'The programmer says 02/23/2027, with nothing to compare it with; the earlier day is taken here.',
    ],
  ])('the programmer beside the arithmetic: %s', (_what, made, later, says) => {
    const found = made();
    expect(found.programmerLater).toBe(later);
    expect(
      found.how
        .filter((step) => step.says.startsWith('The programmer'))
        .map((step) => `${step.says} (${step.rows.join(', ')})`),
    ).toEqual([`${says} (products 3)`]);
  });

  it.each<[what: string, made: () => ReturnType<typeof outlook>, latest: PumpOutlook['latestRefill'], says: string]>([
    [
      'lead days before the alarm',
      () => at({}),
      { date: day('2027-02-16'), decidedBy: 'alarm' },
      'Latest refill: the earlier of 5 days before the alarm and the end of stability, so 02/16/2027 (the alarm ' +
        'decides).',
    ],
    [
      'no lead days',
      () => at({ leadDays: 0 }),
      { date: day('2027-02-21'), decidedBy: 'alarm' },
      'Latest refill: the earlier of 0 days before the alarm and the end of stability, so 02/21/2027 (the alarm ' +
        'decides).',
    ],
    [
      'stability ends before',
      () => at({ stabilityDays: 84 }),
      { date: day('2027-02-15'), decidedBy: 'stability' },
      'Latest refill: the earlier of 5 days before the alarm and the end of stability, so 02/15/2027 (stability ' +
        'decides).',
    ],
    [
      'both on one day',
      () => at({ stabilityDays: 85 }),
      { date: day('2027-02-16'), decidedBy: 'alarm' },
      'Latest refill: the earlier of 5 days before the alarm and the end of stability, so 02/16/2027 (the alarm ' +
        'decides).',
    ],
    [
      'stability without an end in the calendar',
      () => at({ stabilityDays: 99_999_999 }),
      { date: day('2027-02-16'), decidedBy: 'alarm' },
      'Latest refill: the earlier of 5 days before the alarm and the end of stability, so 02/16/2027 (the alarm ' +
        'decides).',
    ],
  ])('the latest refill: %s', (_what, made, latest, says) => {
    const found = made();
    expect(found.latestRefill).toEqual(latest);
    expect(found.how.at(-1)).toEqual({ says, rows: ['products 3'] });
  });

  it('what was not told makes no step', () => {
    const told = (change: Partial<PumpFill>) => at(change).how.map(({ says, rows }) => `${says} (${rows.join(', ')})`);
    const stability = '180 days of stability in the pump end on 05/22/2027. (products 3 stability)';
    expect(told({ dailyDose: null, leadDays: null })).toEqual([stability]);
    expect(told({ dailyDose: null, stabilityDays: 99_999_999 })).toEqual([]);
    expect(
      told({ dailyDose: null, lastFill: { volume: ml(40), on: day('2026-08-31') }, dailyDoseBefore: mcg(400) }),
    ).toEqual([stability]);
    expect(
      told({
        dailyDose: null,
        lastFill: { volume: ml(40), on: day('2026-08-31') },
        concentrationBefore: mcgPerMl(2000),
      }),
    ).toEqual([stability]);
    expect(told({ dailyDose: null, dailyDoseBefore: mcg(400), concentrationBefore: mcgPerMl(2000) })).toEqual([
      stability,
    ]);
    expect(told({ ...before, dailyDose: null })).toEqual([
      '40 mL on 08/31/2026 − 84 days × 400 mcg ÷ 2000 mcg/mL = 23.2 mL expected at a constant flow. ' +
        'With a varying dose use the programmer’s number. (products 3)',
      stability,
    ]);
    expect(
      told({ ...before, dailyDose: null, lastFill: { volume: { uL: 16_800 }, on: day('2026-08-31') } })[0],
    ).toContain('= 0 mL expected');
  });

  it('less in the pump than the alarm volume, just as much, and an alarm beyond the calendar', () => {
    const told = (change: Partial<PumpFill>) =>
      at({ leadDays: null, stabilityDays: 99_999_999, ...change }).how.map(
        ({ says, rows }) => `${says} (${rows.join(', ')})`,
      );
    expect(told({ instilled: ml(2) })).toEqual([
      '400 mcg a day ÷ 2000 mcg/mL = 0.2 mL a day. (products 3)',
      '2 mL is not above the alarm volume of 2 mL, so the alarm is due at once: 11/23/2026. (products 3)',
      'At this rate the pump would be empty after 10 days: no day to plan by. (products 3)',
    ]);
    expect(told({ dailyDose: { ng: 1 } })[1]).toBe(
      '(20 mL − 2 mL alarm volume) × 2000 mcg/mL ÷ 0.001 mcg a day = 36000000 days to the alarm. (products 3)',
    );
  });

  it('shows its working, with how far the programmer is away', () => {
    const { how } = outlook(20, 2000, 400, { leadDays: 5, programmerAlarmDate: day('2027-02-19') });
    expect(how.map(({ says }) => says)).toEqual([
      '400 mcg a day ÷ 2000 mcg/mL = 0.2 mL a day.',
      '(20 mL − 2 mL alarm volume) × 2000 mcg/mL ÷ 400 mcg a day = 90 days to the alarm: 02/21/2027.',
      'At this rate the pump would be empty after 100 days: no day to plan by.',
      'The programmer says 02/19/2027, 2 days earlier than computed; the earlier day is taken here.',
      '180 days of stability in the pump end on 05/22/2027.',
      'Latest refill: the earlier of 5 days before the alarm and the end of stability, so 02/14/2027 (the alarm ' +
        'decides).',
    ]);
  });
});
