import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { type PayerProfile, unknownProfile } from '../engine/payer-profile';
import { mg, noMass, unitsOf } from '../engine/quantity';
import { commercial, findingOf, intravenous, own, pumpFill, trialFacts, under, verdictOf } from './encounter.fixture';
import { payerRules } from './payer-limits';
import { namedProfiles } from './payers';
import { held, holdToTable } from './rule-table.fixture';

describe('what a payer’s profile says', () => {
  holdToTable(payerRules, {
    'payer/profile': [
      '2b plans, 2.4, 9.5, 2b own profile',
      ['not-applicable', commercial, /No profile/],
      ['needs-review', under('texas-medicaid'), /Whether baclofen is one of them was not found/, 'profile, tick'],
      [
        'fail',
        own({ jz: 'not-required', payer: 'medicare-part-b' }, { payer: 'medicare-part-b' }),
        /JZ is left off\. Medicare requires it/,
        'profile',
      ],
      [
        'fail',
        own({ jw: 'not-accepted', payer: 'medicare-part-b' }, { payer: 'medicare-part-b' }),
        /JW is left off/,
        'profile',
      ],
      [
        'needs-review',
        own({ verifiedOn: day('2026-01-02'), verifiedBy: 'AB', reviewBy: day('2026-05-19') }),
        /to be reviewed by 05\/19\/2026/,
        'profile',
      ],
      [
        'pass',
        own({ verifiedOn: day('2026-01-02'), verifiedBy: 'AB', reviewBy: day('2026-05-20') }),
        /verified on 01\/02\/2026 by AB/,
      ],
      ['needs-review', own({ verifiedBy: 'AB' }), /does not say when/, 'profile, tick'],
      ['needs-review', own({ verifiedOn: day('2026-05-21'), verifiedBy: 'AB' }), /after today/, 'profile'],
      [
        'fail',
        own({ payer: 'medicaid', ndc: 'not-required' }, { payer: 'medicaid' }),
        /Medicaid requires it/,
        'profile',
      ],
      [
        'fail',
        own({ payer: 'medicare-part-b', jz: 'required', jzFrom: day('2099-01-01') }, { payer: 'medicare-part-b' }),
        /JZ is left off/,
        'profile',
      ],
      [
        'pass',
        own(
          {
            payer: 'medicare-part-b',
            jz: 'required',
            jzFrom: day('2026-05-20'),
            verifiedOn: day('2026-05-20'),
            verifiedBy: 'AB',
          },
          { payer: 'medicare-part-b' },
        ),
        /verified on/,
      ],
      ['needs-review', own({ verifiedOn: day('2026-01-02') }), /does not say by whom/, 'profile, tick'],
      [
        'needs-review',
        { ...intravenous, profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), jz: 'required' } },
        /does not say when/,
        'profile, tick',
      ],
    ],
    'payer/fill-interval': [
      '2b own profile, 7.6, 8',
      ['not-applicable', commercial, /on file/],
      ['not-applicable', own({ minimumDaysBetweenFills: 30 }, trialFacts), /on file/],
      ['needs-review', own({ minimumDaysBetweenFills: 30 }), /date of the last fill is missing/, 'lastFillOn'],
      [
        'needs-review',
        own({ minimumDaysBetweenFills: 30 }, { lastFillOn: day('2026-05-21') }),
        /after the date of service/,
        'lastFillOn',
      ],
      ['pass', own({ minimumDaysBetweenFills: 30 }, { lastFillOn: day('2026-04-20') }), /30 days have passed since/],
      [
        'fail',
        own({ minimumDaysBetweenFills: 30, feePerUnit: { tenthsOfCent: 180_500 } }, { lastFillOn: day('2026-04-21') }),
        /29 days have passed.*All 4 units are at risk, worth \$722\.00 at the plan’s fee/,
        'lastFillOn, tick',
      ],
    ],
    'payer/units-per-fill': [
      '2b own profile, 8',
      ['not-applicable', commercial, /on file/],
      ['pass', own({ unitsPerFill: unitsOf(4) }), /4 units: within the 4/],
      [
        'fail',
        own({ unitsPerFill: unitsOf(3) }, { chargePerUnit: { tenthsOfCent: 200_000 } }),
        /pays 3 in one fill\. 1 unit is at risk, worth \$200\.00 at the charge entered/,
        'doseGiven, tick',
      ],
      [
        'not-applicable',
        {
          ...pumpFill,
          payer: 'self-pay',
          profile: { ...unknownProfile('own-x', 'x', 'self-pay'), unitsPerFill: unitsOf(1) },
        },
        /on file/,
      ],
    ],
    'payer/units-per-period': [
      '2b own profile, 8',
      ['not-applicable', commercial, /on file/],
      [
        'needs-review',
        own({ unitsPerPeriod: unitsOf(10), periodDays: 90 }),
        /earlier claims are missing/,
        'unitsInPeriod',
      ],
      ['pass', own({ unitsPerPeriod: unitsOf(10), periodDays: 90 }, { unitsInPeriod: unitsOf(6) }), /make 10: within/],
      [
        'fail',
        own({ unitsPerPeriod: unitsOf(10), periodDays: 90 }, { unitsInPeriod: unitsOf(7) }),
        /make 11\. The profile .*Of this claim, 1 unit is at risk\.$/,
        'unitsInPeriod, tick',
      ],
      [
        'fail',
        own({ unitsPerPeriod: unitsOf(10), periodDays: 90 }, { unitsInPeriod: unitsOf(70) }),
        /Of this claim, 4 units are at risk/,
        'unitsInPeriod, tick',
      ],
    ],
  });
});

describe('what to do is no more certain than what was read', () => {
  it.each(namedProfiles.map(({ id }) => id))(
    '%s: the published policy, its date or that it had none, and the notes',
    (id) => {
      const { because } = verdictOf(under(id), 'payer/profile');
      expect(because).toContain('these rules come from the plan’s published policy.');
      expect(because).toMatch(
        /that was read (had no date|is (of|the copy in force on) (the review of )?(\d\d\/)?\d\d\/\d{4})\.$/,
      );
    },
  );
});

const may20 = day('2026-05-20');
const verified = { verifiedOn: day('2026-01-02'), verifiedBy: 'AB' } as const;
const partB = (profile: Partial<PayerProfile>, change: Partial<Encounter> = {}): Encounter =>
  own({ payer: 'medicare-part-b', ...verified, ...profile }, { payer: 'medicare-part-b', ...change });
const notChecked = 'no code yet: what was not checked can come back in any way';
const returned = 'modifier missing; returned as unprocessable';
const trustOwn = 'Prairie Health was verified on 01/02/2026 by AB.';

describe('how far a profile can be trusted (2b own profile)', () => {
  const leftOff = (modifier: string) =>
    `The profile Prairie Health says that ${modifier} is left off. Medicare requires it on the date of service for a ` +
    'drug that is paid on its own.';
  held('payer/profile', [
    ['verified', own(verified), 'pass', trustOwn],
    [
      'verified today, with a reference, to be reviewed from tomorrow on',
      own({ ...verified, verifiedOn: may20, verifiedReference: 'R-7', reviewBy: may20 }),
      'pass',
      'Prairie Health was verified on 05/20/2026 by AB, reference R-7. It is to be reviewed by 05/20/2026.',
    ],
    [
      'to be reviewed, and never verified',
      own({ reviewBy: day('2026-05-19') }),
      'needs-review',
      'The profile Prairie Health was to be reviewed by 05/19/2026. What it says may be out of date.',
      'Verify it with the payer. Then enter the new dates in the profile.',
      notChecked,
      'profile',
    ],
    [
      'Medicaid without an NDC',
      own({ ...verified, payer: 'medicaid', ndc: 'not-required' }, { payer: 'medicaid' }),
      'fail',
      'The profile Prairie Health says that no NDC is needed. Medicaid requires it with the drug line.',
      'Correct the profile.',
      'NDC missing or invalid',
      'profile',
    ],
    [
      'Medicaid with one',
      own({ ...verified, payer: 'medicaid', ndc: 'required' }, { payer: 'medicaid' }),
      'pass',
      trustOwn,
    ],
    ['another payer without an NDC', own({ ...verified, ndc: 'not-required' }), 'pass', trustOwn],
    [
      'Medicare without JZ',
      partB({ jz: 'not-required' }),
      'fail',
      leftOff('JZ'),
      'Correct the profile.',
      returned,
      'profile',
    ],
    ['another payer without JZ', own({ ...verified, jz: 'not-required' }), 'pass', trustOwn],
    [
      'without JZ on the day it had to be used',
      partB({ jz: 'not-required' }, { dateOfService: day('2023-07-01') }),
      'fail',
      leftOff('JZ'),
      'Correct the profile.',
      returned,
      'profile',
    ],
    ['and the day before', partB({ jz: 'not-required' }, { dateOfService: day('2023-06-30') }), 'pass', trustOwn],
    [
      'without JW on the first day for all',
      partB({ jw: 'not-required' }, { dateOfService: day('2017-01-01') }),
      'fail',
      leftOff('JW'),
      'Correct the profile.',
      returned,
      'profile',
    ],
    ['and the day before that', partB({ jw: 'not-required' }, { dateOfService: day('2016-12-31') }), 'pass', trustOwn],
    [
      'a word on JW says nothing of JZ before its day',
      partB({ jw: 'required' }, { dateOfService: day('2023-06-30') }),
      'pass',
      trustOwn,
    ],
    [
      'packaged drug carries neither',
      partB({ jz: 'not-required' }, { ...trialFacts, setting: 'hospital-outpatient' }),
      'pass',
      trustOwn,
    ],
    [
      'nor is it asked where no drug is billed',
      partB({ jz: 'not-required' }, { drugSource: 'supplied' }),
      'pass',
      trustOwn,
    ],
  ]);

  it('what came with the page tells its policy, what was not read, and the notes', () => {
    const texas = under('texas-medicaid');
    expect(findingOf(texas, 'payer/profile')).toEqual([
      'needs-review',
      [
        'Texas Medicaid: these rules come from the plan’s published policy. Policies change.',
        'What was not read follows Medicare’s way.',
        ...(texas.profile?.notes ?? []),
      ].join(' '),
      'Verify them with the payer. Put what it says into a profile of your own.',
      notChecked,
      'profile, tick',
    ]);
  });
});

describe('what a profile limits (2b own profile)', () => {
  const tooOften = 'more, or more often, than the plan pays for';
  const every30 = { minimumDaysBetweenFills: 30 };
  const exception =
    'Ask the plan for an exception before the claim goes out. Put the reason for the early fill into the record.';
  held('payer/fill-interval', [
    [
      'no last fill',
      own(every30),
      'needs-review',
      'The profile Prairie Health wants 30 days between fills. ' +
        'The date of the last fill is missing, so the days were not counted.',
      'Enter the date of the last fill.',
      tooOften,
      'lastFillOn',
    ],
    [
      'as many days as the plan wants',
      own(every30, { lastFillOn: day('2026-04-20') }),
      'pass',
      '30 days have passed since the last fill of 04/20/2026. The profile wants 30 days.',
    ],
    [
      'one less',
      own(every30, { lastFillOn: day('2026-04-21') }),
      'fail',
      '29 days have passed since the last fill of 04/21/2026. The profile Prairie Health wants 30 days. ' +
        'All 4 units are at risk.',
      exception,
      tooOften,
      'lastFillOn, tick',
    ],
    [
      'the day before, of one unit',
      own(every30, { lastFillOn: day('2026-05-19'), given: mg(10) }),
      'fail',
      '1 day has passed since the last fill of 05/19/2026. The profile Prairie Health wants 30 days. ' +
        'The 1 unit is at risk.',
      exception,
      tooOften,
      'lastFillOn, tick',
    ],
    [
      'the same day',
      own(every30, { lastFillOn: may20 }),
      'fail',
      '0 days have passed since the last fill of 05/20/2026. The profile Prairie Health wants 30 days. ' +
        'All 4 units are at risk.',
      exception,
      tooOften,
      'lastFillOn, tick',
    ],
    [
      'another injection of J0475 is no fill',
      own(every30, { purpose: 'other-injection', route: 'intrathecal-lumbar-puncture' }),
      'not-applicable',
      'No least time between fills of this payer is on file.',
    ],
    [
      'nor is one of which nothing was given',
      own(every30, { given: noMass, wasted: mg(15) }),
      'not-applicable',
      'No least time between fills of this payer is on file.',
    ],
  ]);

  const noPeriod = 'No limit of this payer for a period is on file.';
  held('payer/units-per-period', [
    [
      'earlier claims not told',
      own({ unitsPerPeriod: unitsOf(10), periodDays: 90 }),
      'needs-review',
      'The profile Prairie Health pays 10 units in 90 days. ' +
        'The units of earlier claims are missing, so the sum was not checked.',
      'Enter the units billed in the 90 days before the service, or 0.',
      tooOften,
      'unitsInPeriod',
    ],
    [
      'one too many',
      own({ unitsPerPeriod: unitsOf(10), periodDays: 90 }, { unitsInPeriod: unitsOf(7) }),
      'fail',
      '7 billed before and 4 now make 11. The profile Prairie Health pays 10 in 90 days. ' +
        'Of this claim, 1 unit is at risk.',
      'Check the numbers. If they are right, ask the plan for more units before the claim goes out.',
      tooOften,
      'unitsInPeriod, tick',
    ],
    ['a limit without a period', own({ unitsPerPeriod: unitsOf(1) }), 'not-applicable', noPeriod],
    ['a period without a limit', own({ periodDays: 90 }), 'not-applicable', noPeriod],
  ]);
});
