import { describe, expect, it } from 'vitest';
import { day, type IsoDate } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { matching } from '../engine/matching.fixture';
import type { PayerProfile } from '../engine/payer-profile';
import { mg, unitsOf } from '../engine/quantity';
import { beside, commercial, own, pumpFill, trialFacts, verdictOf } from './encounter.fixture';
import { priorAuthorizationRules } from './prior-authorization';
import { held, holdToTable } from './rule-table.fixture';

const approval = {
  status: 'approved',
  number: 'A-1 2',
  firstDay: day('2026-05-01'),
  lastDay: day('2026-05-31'),
  unitsApproved: unitsOf(8),
  unitsUsed: unitsOf(4),
  askedOn: null,
} as const;
const approved = (change: Partial<Omit<typeof approval, 'status'>> | Record<string, unknown> = {}): Encounter => ({
  ...commercial,
  priorAuthorization: { ...approval, ...change },
});
/** Medicare Part B under a profile that wants preauthorization. */
const partB = (change: Partial<Encounter>): Encounter =>
  own({ payer: 'medicare-part-b', authorizationDrug: 'required' }, { payer: 'medicare-part-b', ...change });
const late = (profile: Partial<PayerProfile>, askedOn: IsoDate | null) =>
  own(profile, { priorAuthorization: { ...approval, status: 'approved-after-service', askedOn } });

describe('preauthorization', () => {
  holdToTable(priorAuthorizationRules, {
    'preauthorization/status': [
      '7.3, 7.5, 7.6, 8',
      ['needs-review', commercial, /Nobody has checked/, 'priorAuthorization'],
      ['pass', { ...commercial, priorAuthorization: { status: 'not-required' } }, /the plan wants no preauthorization/],
      ['fail', { ...commercial, priorAuthorization: { status: 'pending' } }, /not answered/, 'priorAuthorization'],
      [
        'fail',
        { ...commercial, priorAuthorization: { status: 'denied' } },
        /^Preauthorization was asked for and denied\.$/,
        'priorAuthorization',
      ],
      ['pass', approved(), /is approved/],
      [
        'needs-review',
        { ...commercial, priorAuthorization: { ...approval, status: 'approved-after-service' } },
        /only after the service/,
        'priorAuthorization, tick',
      ],
      ['not-applicable', pumpFill, /Medicare Part B does not preauthorize/],
      [
        'needs-review',
        { ...pumpFill, priorAuthorization: { status: 'denied' } },
        /an answer about preauthorization is entered/,
        'payer',
      ],
      ['not-applicable', { ...pumpFill, payer: 'self-pay' }, /self-pay/],
      [
        'fail',
        own({ authorizationDrug: 'required', retroactiveDays: 2 }, { preparedOn: day('2026-05-22') }),
        /takes a request until today/,
        'priorAuthorization',
      ],
      [
        'fail',
        own({ authorizationDrug: 'required', retroactiveDays: 5 }, { preparedOn: day('2026-05-22') }),
        /needs preauthorization, and none is entered\. The plan still takes a request for 3 days/,
        'priorAuthorization',
      ],
      [
        'fail',
        own({ authorizationDrug: 'required', retroactiveDays: 1 }, { preparedOn: day('2026-05-22') }),
        /has passed/,
        'priorAuthorization',
      ],
      [
        'needs-review',
        partB({}),
        matching(
          /^The profile Prairie Health says that the drug needs preauthorization, and none is entered\. /,
          /Medicare Part B is said to want none\.$/,
        ),
        'profile, tick',
      ],
      [
        'needs-review',
        partB({ priorAuthorization: { status: 'not-required' } }),
        /needs one\. Medicare Part B is said to want none\.$/,
        'profile, tick',
      ],
      ['pass', own({ authorizationDrug: 'not-required' }), /the drug needs no preauthorization/],
      [
        'fail',
        own({ authorizationTrial: 'required', authorizationPump: 'required' }, trialFacts),
        /the trial needs preauthorization.*A pump that may follow needs it as well/,
        'priorAuthorization',
      ],
      [
        'fail',
        own({ authorizationDrug: 'required' }, { priorAuthorization: { status: 'not-required' } }),
        /Entered: no preauthorization is required\. The profile/,
        'priorAuthorization',
      ],
      ['needs-review', late({ retroactiveDays: 5 }, null), /day on which it was asked for is missing/, 'askedOn'],
      ['pass', late({ retroactiveDays: 5 }, day('2026-05-25')), /5 days after the service/],
      ['fail', late({ retroactiveDays: 5 }, day('2026-05-26')), /6 days after the service/, 'askedOn'],
      [
        'needs-review',
        own({ authorizationDrug: 'not-required' }, { priorAuthorization: { status: 'pending' } }),
        /says that the drug needs none/,
        'priorAuthorization',
      ],
      [
        'fail',
        own({ authorizationDrug: 'not-required', authorizationPump: 'required' }, { ...beside('62362') }),
        /the drug or the pump needs preauthorization/,
        'priorAuthorization',
      ],
    ],
    'preauthorization/number': [
      '7.1, 7.2',
      ['pass', approved(), /Item 23 and REF G1 take A12, without/],
      ['pass', { ...approved(), setting: 'hospital-outpatient' }, /^FL 63 and REF G1 take A12, without/],
      ['fail', approved({ number: null }), /number is missing/, 'priorAuthorizationNumber'],
      ['not-applicable', commercial, /no approval/],
      [
        'pass',
        own({ authorizationNumberFormat: 'A-99' }, { priorAuthorization: { ...approval, number: 'b 12' } }),
        /take b12/,
      ],
      [
        'needs-review',
        own({ authorizationNumberFormat: 'A999' }, { priorAuthorization: approval }),
        /is not of the form A999/,
        'priorAuthorizationNumber, tick',
      ],
      ['fail', approved({ number: '--' }), /number is missing/, 'priorAuthorizationNumber'],
    ],
    'preauthorization/dates': [
      '8, 7.6',
      ['pass', approved(), /lies within/],
      ['fail', { ...approved(), dateOfService: day('2026-04-30') }, /before the first valid date/, 'firstDay'],
      ['fail', { ...approved(), dateOfService: day('2026-06-01') }, /after the last valid date/, 'lastDay'],
      ['needs-review', approved({ firstDay: null, lastDay: null }), /Both valid dates are missing/, 'firstDay'],
      ['needs-review', approved({ lastDay: null }), /last valid date is missing/, 'lastDay'],
      ['not-applicable', commercial, /no approval/],
    ],
    'preauthorization/units': [
      '8',
      ['pass', approved(), /Left of the 8 approved: 4/],
      ['fail', approved({ unitsUsed: unitsOf(5) }), /Not covered: 1 unit(?!.*JW)/, 'unitsApproved'],
      ['needs-review', approved({ unitsApproved: null }), /units approved are missing/, 'unitsApproved, tick'],
      ['needs-review', approved({ unitsUsed: null }), /already used are not entered/, 'unitsUsed'],
      [
        'fail',
        { ...approved({ unitsUsed: unitsOf(5) }), given: mg(25), wasted: mg(15) },
        /Not covered: 1 unit.* 1 unit of waste \(JW\) is counted\. Plans differ on whether JW counts\.$/,
        'unitsApproved, tick',
      ],
      ['pass', { ...approved(), given: mg(15), wasted: mg(25) }, /2 units of waste \(JW\) are counted\. Plans differ/],
      ['not-applicable', commercial, /no approval/],
    ],
  });
});

describe('what a profile wants preauthorized (7.5, 7.6)', () => {
  const missing = 'preauthorization missing';
  const profileSays = 'The profile Prairie Health says that';
  const get = 'Get the preauthorization before the claim goes out, or enter the approval.';
  const drug = 'the drug needs preauthorization, and none is entered.';
  const required = { authorizationDrug: 'required' } as const;
  const answered = (status: 'pending' | 'not-required') => ({ priorAuthorization: { status } });
  held('preauthorization/status', [
    ['the drug', own(required), 'fail', `${profileSays} ${drug}`, get, missing, 'priorAuthorization'],
    [
      'two days may still be asked',
      own({ ...required, retroactiveDays: 2 }),
      'fail',
      `${profileSays} ${drug} The plan still takes a request for 2 days.`,
      get,
      missing,
      'priorAuthorization',
    ],
    [
      'before the service nothing is late',
      own({ ...required, retroactiveDays: 2 }, { preparedOn: day('2026-05-19') }),
      'fail',
      `${profileSays} ${drug}`,
      get,
      missing,
      'priorAuthorization',
    ],
    [
      'a pump to come is told beside a trial alone',
      own({ ...required, authorizationPump: 'required' }),
      'fail',
      `${profileSays} ${drug}`,
      get,
      missing,
      'priorAuthorization',
    ],
    [
      'the pump on the day of its implant',
      own({ authorizationPump: 'required' }, { ...beside('62362') }),
      'fail',
      `${profileSays} the drug or the pump needs preauthorization, and none is entered.`,
      get,
      missing,
      'priorAuthorization',
    ],
    [
      'neither the drug nor the pump',
      own({ authorizationDrug: 'not-required', authorizationPump: 'not-required' }, { ...beside('62362') }),
      'pass',
      `${profileSays} the drug or the pump needs no preauthorization.`,
    ],
    [
      'the pump is free, and of the drug nothing is said',
      own({ authorizationPump: 'not-required' }, { ...beside('62362') }),
      'needs-review',
      'Nobody has checked yet whether this plan wants preauthorization for the drug or the pump.',
      'Ask the plan before the claim goes out, and enter the answer.',
      missing,
      'priorAuthorization',
    ],
    [
      'not required, as the answer says',
      own({}, answered('not-required')),
      'pass',
      'Entered: the plan wants no preauthorization.',
    ],
    [
      'required, against the answer',
      own(required, answered('not-required')),
      'fail',
      'Entered: no preauthorization is required. The profile Prairie Health says that the drug needs one.',
      'Ask the plan, then correct the answer or the profile.',
      missing,
      'priorAuthorization',
    ],
    [
      'not answered yet',
      own(required, answered('pending')),
      'fail',
      'Preauthorization was asked for and is not answered yet.',
      'Wait for the answer and enter it before the claim goes out.',
      missing,
      'priorAuthorization',
    ],
    [
      'Medicare, an answer of not required',
      { ...pumpFill, ...answered('not-required') },
      'not-applicable',
      'Medicare Part B does not preauthorize this drug, as a pump maker says.',
    ],
    ['no drug line', { ...commercial, drugSource: 'supplied' }, 'not-applicable', 'There is no drug line.'],
  ]);
});

describe('asked for only after the service (7.6)', () => {
  const late5 = { retroactiveDays: 5 };
  held('preauthorization/status', [
    [
      'before it after all',
      late(late5, day('2026-05-19')),
      'pass',
      'It was asked for on 05/19/2026, before the service.',
    ],
    [
      'on the day',
      late(late5, day('2026-05-20')),
      'pass',
      'It was asked for on 05/20/2026, 0 days after the service. The plan takes a request up to 5 days after it.',
    ],
    [
      'no day told',
      late(late5, null),
      'needs-review',
      'Preauthorization was approved only after the service. The plan takes a request up to 5 days after it. ' +
        'The day on which it was asked for is missing.',
      'Enter the day on which it was asked for.',
      'preauthorization not in time',
      'askedOn',
    ],
  ]);
});

describe('the form of a number (7.1)', () => {
  const fits = (format: string, number: string) =>
    verdictOf(
      own({ authorizationNumberFormat: format }, { priorAuthorization: { ...approval, number } }),
      'preauthorization/number',
    ).outcome === 'pass';
  it.each([
    ['A9*', 'b1x', true],
    ['A9*', 'b12', true],
    ['A9*', 'é12', true],
    ['A9*', 'b1', false],
    ['A9*', 'b123', false],
    ['A9*', '112', false],
    ['A9*', 'bb2', false],
    ['A9*', 'b1_', false],
    ['X9', 'x1', true],
    ['X9', 'y1', false],
    ['A-99', 'b 12', true],
  ])('%s, %s: %s', (format, number, yes) => expect(fits(format, number)).toBe(yes));
});
