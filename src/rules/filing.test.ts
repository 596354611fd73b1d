import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { matching } from '../engine/matching.fixture';
import { unknownProfile } from '../engine/payer-profile';
import { mg, noMass } from '../engine/quantity';
import { beside, commercial, fill, fixOf, outpatient, own, pumpFill, trial, verdictOf } from './encounter.fixture';
import { filingRules } from './filing';
import { holdToTable } from './rule-table.fixture';

describe('filing the claim', () => {
  holdToTable(filingRules, {
    'claim/filing-limit': [
      '8 filing, 8 filing exceptions, 8 filing near, 8 filing plans',
      [
        'needs-review',
        { ...commercial, payer: 'medicaid', preparedOn: day('2026-08-19') },
        /91 days have passed since the service\.$/,
        'profile, tick',
      ],
      ['pass', pumpFill, /^Medicare must receive the claim by 05\/20\/2027\. 365 days are left\.$/],
      ['pass', { ...pumpFill, dateOfService: day('2025-06-20') }, /by 06\/20\/2026\. 31 days are left\.$/],
      [
        'needs-review',
        { ...pumpFill, dateOfService: day('2025-06-19') },
        /by 06\/19\/2026\. 30 days are left\.$/,
        'dateOfService, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, dateOfService: day('2025-05-21') },
        /by 05\/21\/2026\. 1 day is left\.$/,
        'dateOfService, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, dateOfService: day('2025-05-20') },
        /^Medicare must receive the claim by 05\/20\/2026\. That is today\.$/,
        'dateOfService, tick',
      ],
      [
        'fail',
        { ...pumpFill, dateOfService: day('2025-05-19') },
        matching(
          /^Medicare had to receive the claim by 05\/19\/2026, /,
          /one calendar year after the service\. That was 1 day ago\.$/,
        ),
        'dateOfService',
      ],
      [
        'needs-review',
        { ...pumpFill, dateOfService: day('2024-02-29'), preparedOn: day('2025-02-28') },
        /by 02\/28\/2025\. That is today\.$/,
        'dateOfService, tick',
      ],
      [
        'fail',
        { ...pumpFill, dateOfService: day('2024-02-29'), preparedOn: day('2025-03-01') },
        /by 02\/28\/2025/,
        'dateOfService',
      ],
      [
        'needs-review',
        { ...commercial, preparedOn: day('2026-08-18') },
        /not on file\. 90 days have passed since the service\.$/,
        'profile, tick',
      ],
      [
        'needs-review',
        { ...commercial, preparedOn: day('2026-08-19') },
        /91 days have passed since the service\. Commercial plans are said to have limits of 90 to 180 days\.$/,
        'profile, tick',
      ],
      [
        'fail',
        {
          ...pumpFill,
          dateOfService: day('2025-05-19'),
          profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), filingDays: 1000 },
        },
        /one calendar year after the service/,
        'dateOfService',
      ],
      [
        'pass',
        { ...pumpFill, profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), filingDays: 1000 } },
        /^Medicare must receive/,
      ],
      [
        'pass',
        { ...pumpFill, profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), filingDays: 200 } },
        /^The profile x allows 200 days/,
      ],
      [
        'pass',
        own({ filingDays: 95 }, { preparedOn: day('2026-07-23') }),
        /allows 95 days from the service, to 08\/23\/2026\. 31 days are left/,
      ],
      [
        'needs-review',
        own({ filingDays: 95 }, { preparedOn: day('2026-08-23') }),
        /allows 95 days from the service, to 08\/23\/2026\. That is today/,
        'dateOfService, tick',
      ],
      [
        'fail',
        own({ filingDays: 95 }, { preparedOn: day('2026-08-24') }),
        /to 08\/23\/2026\. They ended 1 day ago/,
        'dateOfService, tick',
      ],
      ['not-applicable', { ...pumpFill, payer: 'self-pay' }, /No claim/],
    ],
    'claim/self-pay': [
      '8 self-pay',
      ['not-applicable', pumpFill, /A payer is billed/],
      [
        'needs-review',
        { ...pumpFill, payer: 'self-pay' },
        /^If the patient has Medicare, you must file the claim for a covered service, unless you have opted out\.$/,
        'payer, tick',
      ],
      [
        'needs-review',
        { ...outpatient, payer: 'self-pay' },
        /^If the patient has Medicare, the hospital should bill Medicare first\. The text read is for physicians\.$/,
        'payer, tick',
      ],
    ],
    'claim/date-of-service': [
      '8 future',
      ['pass', pumpFill, /not after today/],
      ['fail', { ...pumpFill, dateOfService: day('2026-05-21') }, /after today/, 'dateOfService, certain'],
    ],
    'claim/line-charge': [
      'form line',
      ['not-applicable', pumpFill, /No charge/],
      ['not-applicable', { ...pumpFill, payer: 'self-pay', chargePerUnit: { tenthsOfCent: 0 } }, /No claim goes/],
      ['pass', { ...pumpFill, chargePerUnit: { tenthsOfCent: 10 } }, /above \$0\.00/],
      ['fail', { ...pumpFill, chargePerUnit: { tenthsOfCent: 0 } }, /is \$0\.00/, 'chargePerUnit, certain'],
      [
        'fail',
        { ...pumpFill, chargePerUnit: { tenthsOfCent: 10 }, ...beside({ chargePerUnit: { tenthsOfCent: 0 } }) },
        /is \$0\.00/,
        'serviceCharge, certain',
      ],
      [
        'needs-review',
        { ...pumpFill, chargePerUnit: { tenthsOfCent: 10 }, ...beside('62370', 'A4220') },
        /^The charge of 62370 is not entered, so the claim has no total\.$/,
        'serviceCharge',
      ],
      [
        'needs-review',
        { ...pumpFill, ...beside({ chargePerUnit: { tenthsOfCent: 3_500_000 } }) },
        /^The charge of J0475 is not entered/,
        'chargePerUnit',
      ],
    ],
    'claim/total-charge': [
      '3.8',
      ['not-applicable', pumpFill, /No charge/],
      ['not-applicable', { ...pumpFill, chargePerUnit: { tenthsOfCent: 24_999_990 } }, /fit on one claim/],
      ['not-applicable', { ...trial, chargePerUnit: { tenthsOfCent: 99_999_990 } }, /fit on one claim/],
      [
        'needs-review',
        { ...trial, chargePerUnit: { tenthsOfCent: 99_999_990 }, ...beside({ chargePerUnit: { tenthsOfCent: 10 } }) },
        /^The charges come to \$100,000\.00\./,
        'chargePerUnit, tick',
      ],
      ['not-applicable', { ...fill(mg(30), noMass), chargePerUnit: { tenthsOfCent: 33_333_330 } }, /fit on one claim/],
      [
        'needs-review',
        { ...trial, chargePerUnit: { tenthsOfCent: 100_000_000 } },
        /^The charges come to \$100,000\.00\. First Coast takes at most \$99,999\.99/,
        'chargePerUnit, tick',
      ],
      [
        'not-applicable',
        { ...commercial, chargePerUnit: { tenthsOfCent: 25_000_010 } },
        /read for Medicare Part B alone/,
      ],
      [
        'needs-review',
        { ...pumpFill, chargePerUnit: { tenthsOfCent: 25_000_010 } },
        /^The charges come to \$100,000\.04\. First Coast takes at most \$99,999\.99 on one Part B claim\.$/,
        'chargePerUnit, tick',
      ],
      ...(['hospital-outpatient', 'critical-access-hospital', 'inpatient'] as const).map(
        (setting) =>
          [
            'not-applicable',
            { ...pumpFill, setting, chargePerUnit: { tenthsOfCent: 25_000_010 } },
            /read for a practice’s claim/,
          ] as const,
      ),
    ],
  });
});

describe('what to do is no more certain than what was read', () => {
  it('a returned claim is not said to count as unfiled by a plan', () => {
    expect(fixOf(own({ filingDays: 95 }, { preparedOn: day('2026-08-23') }), 'claim/filing-limit')).toContain(
      'A returned claim may not count as filed',
    );
    expect(fixOf({ ...pumpFill, dateOfService: day('2025-05-21') }, 'claim/filing-limit')).toContain(
      'A claim that is returned was never filed',
    );
  });

  it('past Medicare’s year the exceptions are told, and that there is no appeal without one', () => {
    const fix = fixOf({ ...pumpFill, dateOfService: day('2025-05-19') }, 'claim/filing-limit');
    for (const part of [
      '42 CFR 424.44(b)',
      'error by Medicare or its contractor',
      'granted back in time',
      'Medicaid then took its money back',
      'Medicare Advantage or PACE plan',
      'Without an exception, a late claim cannot be appealed.',
    ])
      expect(fix).toContain(part);
  });

  it('a service after today draws 110, and a patient who pays no code', () => {
    expect(verdictOf({ ...pumpFill, dateOfService: day('2026-05-21') }, 'claim/date-of-service').denial?.carc).toEqual([
      '110',
    ]);
    expect(verdictOf({ ...pumpFill, payer: 'self-pay' }, 'claim/self-pay').denial?.carc).toEqual([]);
  });
});
