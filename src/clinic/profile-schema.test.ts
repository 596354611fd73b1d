import { describe, expect, it } from 'vitest';
import { payers } from '../engine/payer-profile';
import { unknownProfile } from '../engine/payer-profile';
import { profileJson, profileSchema } from './profile-schema';

const least = { name: 'Prairie Health', payer: 'commercial' };
const reading = (json: object) => profileSchema.safeParse(json);
const messageFor = (json: object) =>
  reading(json).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];

describe('a profile as JSON', () => {
  it('needs a name and a payer; all else may be absent or null', () => {
    const unknown = unknownProfile('own-Prairie Health', 'Prairie Health', 'commercial');
    expect(reading(least).data).toEqual(unknown);
    expect(reading(profileJson(unknown)).data).toEqual(unknown);
    expect(messageFor({})).toEqual(['name is missing', 'payer is missing']);
    expect(messageFor({ name: null, payer: null })).toEqual(['name is missing', 'payer is missing']);
  });

  it('becomes quantities, days and an id made from the name', () => {
    const json = {
      ...least,
      jw: 'required',
      jwFrom: '2024-02-29',
      kd: false,
      unitsPerFill: 8,
      unitsPerPeriod: 16,
      periodDays: 90,
      largestTrialDoseMcg: 100,
      feePerUnit: '181.466',
    };
    expect(reading(json).data).toEqual({
      ...unknownProfile('own-Prairie Health', 'Prairie Health', 'commercial'),
      jw: 'required',
      jwFrom: '2024-02-29',
      kd: false,
      unitsPerFill: { units: 8 },
      unitsPerPeriod: { units: 16 },
      periodDays: 90,
      largestTrialDose: { ng: 100_000 },
      feePerUnit: { tenthsOfCent: 181_466 },
    });
  });

  it('takes every payer type', () => {
    expect(payers.filter((payer) => !reading({ ...least, payer }).success)).toEqual([]);
  });

  const days = { retroactiveDays: 0, minimumDaysBetweenFills: 1, filingDays: 1, answerDays: 1 };
  it.each([
    ...Object.entries(days).flatMap(([key, from]) => [
      [
        key,
        [from, 3650],
        [from - 1, 3651, 30.5, '30', -1, Number.NaN, Infinity, true, [30]],
        `must be a whole number from ${from} to 3650`,
      ] as const,
    ]),
    ['unitsPerFill', [1, 9999], [0, 10000, 8.5, '8', -8], 'must be a whole number from 1 to 9999'],
    ['largestTrialDoseMcg', [1, 9999], [0, 10000, 0.5, '100'], 'must be a whole number from 1 to 9999'],
    [
      'name',
      ['x', 'x'.repeat(60)],
      ['', 'x'.repeat(61), 'a\nb', 'a\u202Eb', 'a\u2066b', 'a\u0000', '\uD800', 'a\u2028b', ' a', 'a ', 7],
      /^must be 1 to 60 characters/,
    ],
    ['verifiedBy', ['x', 'x'.repeat(120)], ['', 'x'.repeat(121), 'a\tb', 7], /^must be 1 to 120 characters/],
    ['verifiedReference', ['x', 'x'.repeat(120)], ['', 'x'.repeat(121), 'a\rb', {}], /^must be 1 to 120 characters/],
    ['authorizationNumberFormat', ['A', 'A'.repeat(50)], ['', 'A'.repeat(51), 9], /^must be 1 to 50 characters/],
    [
      'feePerUnit',
      ['0', '0.001', '181.5', '181.50', '181.466', '999999.999'],
      ['', '1000000', '181.4661', '1,000', '-1', '1e3', '$1', '.5', '5.', ' 5'],
      /^must be less than \$1,000,000/,
    ],
    ['feePerUnit', ['181.5'], [181.5, 0], 'must stand in double quotes'],
    [
      'verifiedOn',
      ['1990-01-01', '2099-12-31', '2024-02-29'],
      ['1989-12-31', '2100-01-01', '2023-02-29', '2026-13-01', '2026-1-1', '11/23/2026', '2026-11-23T00:00', 20261123],
      /^must be a day of the calendar/,
    ],
    ['reviewBy', ['2027-01-31'], ['2027-01-32'], /^must be a day of the calendar/],
    ['kd', [true, false], ['yes', 1, 0], 'must be true or false'],
    [
      'modifierOrder',
      [['KD'], ['GZ', 'GY', 'GX', 'GA', 'QJ', 'TB', 'JZ', 'JW', 'KD']],
      [[], ['JW', 'JW'], ['jw'], ['JW', 'XX'], 'JW', [null], { 0: 'JW' }],
      /^must be modifiers out of KD/,
    ],
    [
      'jw',
      ['required', 'accepted', 'not-required', 'not-accepted'],
      ['Required', '', true],
      'must be one of required, accepted, not-required, not-accepted',
    ],
    ['jz', ['required', 'accepted', 'not-required', 'not-accepted'], ['no'], /^must be one of required/],
    ['lines', ['one', 'per-ndc'], ['two'], 'must be one of one, per-ndc'],
    ['ndc', ['required', 'not-required'], ['accepted'], 'must be one of required, not-required'],
    ['ndcDecimals', [0, 1, 2, 3], [-1, 4, 2.5, '2', true], 'must be a whole number from 0 to 3'],
    ['ndcLayout', ['nucc', 'medicare', 'medi-cal'], ['ub-04'], /^must be one of nucc/],
    ['authorizationDrug', ['required', 'not-required'], ['accepted'], /^must be one of/],
    ['authorizationPump', ['required', 'not-required'], [false], /^must be one of/],
    ['authorizationTrial', ['required', 'not-required'], ['toString'], /^must be one of/],
    ['refillKit', ['paid', 'not-paid'], ['required'], /^must be one of paid/],
    ['payer', ['medicaid'], ['Medicaid', '', 'constructor'], /^must be one of medicare-part-b/],
  ] as const)('%s at each side of its bounds', (key, taken, refused, must) => {
    const issues = (value: unknown) => reading({ ...least, [key]: value }).error?.issues ?? [];
    expect(taken.filter((value) => issues(value).length > 0)).toEqual([]);
    for (const value of refused) {
      expect([JSON.stringify(value), issues(value).map(({ path }) => path)]).toEqual([JSON.stringify(value), [[key]]]);
      expect(issues(value)[0]?.message).toMatch(must);
    }
  });

  it.each([['unitsPerPeriod', 'periodDays', [1, 9999], [0, 10000], [1, 3650], [0, 3651]]] as const)(
    '%s and %s go together, each within its bounds',
    (unitsKey, daysKey, unitsTaken, unitsRefused, daysTaken, daysRefused) => {
      const both = (units: unknown, days: unknown) => messageFor({ ...least, [unitsKey]: units, [daysKey]: days });
      for (const units of unitsTaken) for (const days of daysTaken) expect(both(units, days)).toEqual([]);
      for (const units of unitsRefused)
        expect(both(units, 30)).toEqual(['unitsPerPeriod must be a whole number from 1 to 9999']);
      for (const days of daysRefused)
        expect(both(8, days)).toEqual(['periodDays must be a whole number from 1 to 3650']);
      expect(both(8, null)).toEqual(['unitsPerPeriod needs “Days in the period” to be filled in too']);
      expect(both(null, 30)).toEqual(['periodDays needs “Units per period” to be filled in too']);
    },
  );

  it('takes the start of JW and JZ only with JW and JZ', () => {
    expect(messageFor({ ...least, jwFrom: '2026-01-01' })).toEqual(['jwFrom needs “JW” to be filled in too']);
    expect(messageFor({ ...least, jzFrom: '2026-01-01', jw: 'required' })).toEqual([
      'jzFrom needs “JZ” to be filled in too',
    ]);
    expect(
      messageFor({ ...least, jwFrom: '2026-01-01', jw: 'required', jzFrom: '2026-01-01', jz: 'accepted' }),
    ).toEqual([]);
  });

  it('has no negative zero', () => {
    expect(reading({ ...least, retroactiveDays: -0 }).data?.retroactiveDays).toBe(0);
    expect(reading({ ...least, ndcDecimals: -0 }).data?.ndcDecimals).toBe(0);
  });
});
