import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { PumpFill } from '../engine/encounter';
import { pumpOutlook } from '../engine/pump-outlook';
import { mcg, mcgPerMl, ml } from '../engine/quantity';
import { pumpChecks } from './pump-checks';

const filledOn = day('2026-11-23');
const fill: PumpFill = {
  reservoir: ml(20),
  expectedResidual: null,
  lastFill: null,
  aspirated: null,
  tolerance: null,
  instilled: ml(20),
  diluent: null,
  concentration: mcgPerMl(2000),
  concentrationBefore: null,
  bridgeBolus: null,
  dailyDose: mcg(400),
  dailyDoseBefore: null,
  alarmVolume: ml(2),
  leadDays: 5,
  stabilityDays: 180,
  programmerAlarmDate: null,
};
const check = (title: string, change: Partial<PumpFill>, typedDose = '') => {
  const told = { ...fill, ...change };
  return pumpChecks(told, pumpOutlook(told, filledOn), filledOn, typedDose).find((each) => each.title === title);
};
const before = {
  lastFill: { volume: ml(40), on: day('2026-08-31') },
  dailyDoseBefore: mcg(400),
  concentrationBefore: mcgPerMl(2000),
};

describe('cross-checks of a refill', () => {
  it('tell a daily dose that was not entered from one that could not be read', () => {
    expect(check('Daily dose', { dailyDose: null })?.says).toBe(
      'No daily dose is entered, so no alarm date is computed.',
    );
    expect(check('Daily dose', { dailyDose: null }, '4oo')?.says).toBe(
      'The daily dose could not be read, so no alarm date is computed.',
    );
  });
  it.each([
    ['Expected and aspirated', {}, 'not-told', /enter both volumes/],
    [
      'Expected and aspirated',
      { expectedResidual: ml(2), aspirated: ml(3) },
      'not-told',
      /1 mL more.*no tolerance of the clinic is entered, and no published one was found/,
    ],
    [
      'Expected and aspirated',
      { expectedResidual: ml(2), aspirated: ml(2), tolerance: ml(0) },
      'fine',
      /As much was aspirated as expected/,
    ],
    [
      'Expected and aspirated',
      { expectedResidual: ml(3), aspirated: ml(1), tolerance: ml(2) },
      'fine',
      /2 mL less.*within the clinic’s 2 mL/,
    ],
    [
      'Expected and aspirated',
      { expectedResidual: ml(4), aspirated: ml(1), tolerance: ml(2) },
      'look',
      /3 mL less.*may mean that the pump infuses too fast/,
    ],
    [
      'Expected and aspirated',
      { expectedResidual: ml(1), aspirated: ml(4), tolerance: ml(2) },
      'look',
      /3 mL more.*tolerance of 2 mL\.$/,
    ],
    [
      'Expected and aspirated',
      { ...before, reservoir: ml(40), aspirated: { uL: 23_200 }, tolerance: ml(1) },
      'fine',
      /As much/,
    ],
    ['Daily dose', { dailyDose: null }, 'not-told', /no alarm date is computed/],
    ['Daily dose', { dailyDose: mcg(23) }, 'look', /Check the unit: 23 mcg/],
    ['Daily dose', { dailyDose: mcg(24) }, 'fine', /within/],
    ['Daily dose', { dailyDose: mcg(2000) }, 'fine', /within/],
    ['Daily dose', { dailyDose: mcg(2001) }, 'look', /Check the unit/],
    [
      'Change of concentration',
      { concentrationBefore: mcgPerMl(500) },
      'look',
      /500 mcg\/mL before and holds 2000 mcg\/mL now\. Was a bridge bolus programmed\?/,
    ],
    [
      'Change of concentration',
      { concentrationBefore: mcgPerMl(500), bridgeBolus: false },
      'look',
      /confirm this with the prescriber/,
    ],
    ['Change of concentration', { concentrationBefore: mcgPerMl(500), bridgeBolus: true }, 'fine', /was programmed\.$/],
    ['Expected and aspirated', { aspirated: ml(21) }, 'look', /21 mL aspirated is more than the 20 mL reservoir holds/],
    ['Alarm date', { programmerAlarmDate: day('2027-02-22') }, 'fine', /Computed is 02\/21\/2027/],
    ['Alarm date', { programmerAlarmDate: day('2028-02-21') }, 'look', /365 days later than the 02\/21\/2027 computed/],
    ['Alarm date', { programmerAlarmDate: day('2027-02-19') }, 'look', /2 days earlier/],
    [
      'Alarm date',
      { programmerAlarmDate: day('2027-02-19'), dailyDose: { ng: 1 } },
      'not-told',
      /no day could be computed/,
    ],
    ['Next refill', { leadDays: null }, 'not-told', /lead days are not entered/],
    ['Next refill', { alarmVolume: ml(20) }, 'look', /alarm volume of 20 mL is not below the 20 mL instilled/],
    ['Next refill', { leadDays: 90 }, 'look', /is not after this fill/],
  ] as const)('%s %j: %s', (title, change, outcome, says) => {
    expect(check(title, change)).toMatchObject({ outcome, says: expect.stringMatching(says) });
  });

  it('a concentration that stayed, or is not told, asks nothing, and a refill date that stands needs no word', () => {
    expect(check('Change of concentration', {})).toBeUndefined();
    expect(check('Change of concentration', { concentrationBefore: mcgPerMl(2000) })).toBeUndefined();
    expect(check('Next refill', { dailyDose: null })).toBeUndefined();
    expect(check('Next refill', {})).toBeUndefined();
  });
});
