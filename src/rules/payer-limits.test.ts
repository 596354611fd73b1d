import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { unknownProfile } from '../engine/payer-profile';
import { unitsOf } from '../engine/quantity';
import { commercial, intravenous, own, pumpFill, trialFacts, under, verdictOf } from './encounter.fixture';
import { payerRules } from './payer-limits';
import { namedProfiles } from './payers';
import { holdToTable } from './rule-table.fixture';

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
