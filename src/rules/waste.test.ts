import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { unknownProfile, type PayerProfile } from '../engine/payer-profile';
import { mg, noMass } from '../engine/quantity';
import { fill, own, pumpFill, verdictOf } from './encounter.fixture';
import { held, holdToTable } from './rule-table.fixture';
import { wasteRules } from './waste';

const supplied: Encounter = { ...pumpFill, drugSource: 'supplied' };
const records = 'records asked for and not sent, or not complete';
const under = (profile: Partial<PayerProfile>): Partial<Encounter> => ({
  payer: 'commercial',
  profile: { ...unknownProfile('own-Prairie', 'Prairie Health', 'commercial'), ...profile },
});

describe('drug that is not accounted for (2.22, 2.1)', () => {
  const fix = 'Find in the record what became of it. Then correct the dose, the waste or the labeled amount.';
  const five = '40 mg was opened. 5 mg of it is neither given nor recorded as wasted.';
  held('amounts/unexplained-remainder', [
    ['all of it given or wasted', fill(mg(25), mg(15), mg(40)), 'pass', 'Given and wasted add up to what was opened.'],
    [
      'no labels told',
      fill(mg(25), mg(10)),
      'not-applicable',
      'No labeled amount was entered. So given and wasted count as all that was opened.',
    ],
    [
      'JZ would be on the line',
      fill(mg(35), noMass, mg(40)),
      'on-hold',
      `${five} JZ would say that there is no waste, so the claim waits.`,
      fix,
      records,
      'doseWasted',
    ],
    [
      'less than a unit of waste beside it',
      fill(mg(31), mg(4), mg(40)),
      'on-hold',
      `${five} JZ would say that there is no waste, so the claim waits.`,
      fix,
      records,
      'doseWasted',
    ],
    [
      'JW is on the line',
      fill(mg(20), mg(15), mg(40)),
      'needs-review',
      `${five} It is not billed.`,
      fix,
      records,
      'doseWasted, tick',
    ],
    [
      'a unit of waste that the payer takes no JW for',
      { ...fill(mg(20), mg(15), mg(40)), ...under({ jw: 'not-accepted', jz: 'required' }) },
      'needs-review',
      `${five} It is not billed.`,
      fix,
      records,
      'doseWasted, tick',
    ],
    [
      'a payer that takes no JZ',
      { ...fill(mg(35), noMass, mg(40)), ...under({ jw: 'required', jz: 'not-accepted' }) },
      'needs-review',
      `${five} It is not billed.`,
      fix,
      records,
      'doseWasted, tick',
    ],
    [
      'before JZ',
      { ...fill(mg(35), noMass, mg(40)), dateOfService: day('2022-05-20') },
      'needs-review',
      `${five} It is not billed.`,
      fix,
      records,
      'doseWasted, tick',
    ],
    [
      'multi-dose',
      { ...fill(mg(35), noMass, mg(40)), container: 'multi-dose' },
      'not-applicable',
      'What stays in a multi-dose container is not waste of this claim.',
    ],
    [
      'self-pay',
      { ...fill(mg(35), noMass, mg(40)), payer: 'self-pay' },
      'not-applicable',
      'No payer asks what became of the rest.',
    ],
    ['no drug line', { ...supplied, labeled: mg(40) }, 'not-applicable', 'There is no drug line.'],
  ]);
});

describe('a dose was given (2.17)', () => {
  held('amounts/waste-alone', [
    ['given', pumpFill, 'pass', '40 mg was given.'],
    [
      'wasted alone',
      fill(noMass, mg(15)),
      'fail',
      'Nothing was given, so no line is made. First Coast and Blue Cross NC do not pay for waste alone.',
      'If drug was given after all, enter the dose. Otherwise do not bill the drug.',
      'nothing is paid for a line that should not be there',
      'doseGiven',
    ],
    ['no code', supplied, 'not-applicable', 'No code was selected.'],
  ]);
});

describe('waste on the day of service (2.5)', () => {
  const waste = fill(mg(25), mg(15));
  const next =
    'The drug was discarded on 05/21/2026. The service was on 05/20/2026. ' +
    'Under Medicare’s law only waste of the date of service is paid.';
  const fix = 'Check both dates. If both are right, do not bill the waste. Ask the payer how to bill the rest.';
  held('amounts/waste-day', [
    [
      'the same day',
      { ...waste, wasteDate: day('2026-05-20') },
      'pass',
      'The drug was discarded on the date of service.',
    ],
    ['the next day', { ...waste, wasteDate: day('2026-05-21') }, 'on-hold', next, fix, records, 'wasteDate'],
    [
      'the day before',
      { ...waste, wasteDate: day('2026-05-19') },
      'on-hold',
      next.replace('05/21', '05/19'),
      fix,
      records,
      'wasteDate',
    ],
    [
      'another payer',
      { ...waste, wasteDate: day('2026-05-21'), payer: 'commercial' },
      'on-hold',
      `${next} What this payer does was not read.`,
      fix,
      records,
      'wasteDate',
    ],
    ['no date told', waste, 'not-applicable', 'No date of waste was entered.'],
    [
      'nothing wasted',
      { ...pumpFill, wasteDate: day('2026-05-21') },
      'not-applicable',
      'No date of waste was entered.',
    ],
    [
      'a payer that takes no JW',
      { ...waste, wasteDate: day('2026-05-21'), ...under({ jw: 'not-accepted' }) },
      'not-applicable',
      'No waste is billed here.',
    ],
    [
      'multi-dose',
      { ...waste, wasteDate: day('2026-05-21'), container: 'multi-dose' },
      'not-applicable',
      'No waste is billed here.',
    ],
    [
      'no line',
      { ...waste, wasteDate: day('2026-05-21'), drugSource: 'supplied' },
      'not-applicable',
      'No waste is billed here.',
    ],
  ]);
});

describe('waste', () => {
  holdToTable(wasteRules, {
    'amounts/waste-alone': [
      '2.17',
      ['pass', pumpFill, /40 mg was given/],
      ['fail', fill(noMass, mg(15)), /First Coast and Blue Cross NC do not pay for waste alone/, 'doseGiven'],
      ['not-applicable', supplied, /No code/],
    ],
    'amounts/unexplained-remainder': [
      '2.22, 2.1',
      ['pass', fill(mg(36), mg(4), mg(40)), /add up/],
      [
        'on-hold',
        fill(mg(36), noMass, mg(40)),
        /^40 mg was opened\. 4 mg of it is neither given nor recorded/,
        'doseWasted',
      ],
      [
        'needs-review',
        fill(mg(25), mg(20), mg(60)),
        /15 mg of it is neither given nor recorded as wasted\. It is not billed/,
        'doseWasted, tick',
      ],
      [
        'needs-review',
        { ...fill(mg(36), noMass, mg(40)), dateOfService: day('2023-06-30') },
        /not billed/,
        'doseWasted, tick',
      ],
      ['not-applicable', { ...fill(mg(25), noMass, mg(40)), container: 'multi-dose' }, /multi-dose/],
      [
        'needs-review',
        own({ jw: 'not-required' }, { given: mg(15), wasted: mg(15), labeled: mg(40) }),
        /10 mg of it is neither given nor recorded as wasted\. It is not billed/,
        'doseWasted, tick',
      ],
    ],
    'amounts/waste-day': [
      '2.5',
      ['pass', { ...fill(mg(36), mg(4)), wasteDate: day('2026-05-20') }, /on the date of service/],
      ['on-hold', { ...fill(mg(36), mg(4)), wasteDate: day('2026-05-21') }, /05\/21\/2026/, 'wasteDate'],
      [
        'not-applicable',
        { ...fill(mg(36), mg(4)), wasteDate: day('2026-05-21'), payer: 'self-pay' },
        /No waste is billed/,
      ],
      ['not-applicable', fill(mg(36), mg(4)), /No date/],
    ],
  });
});

describe('what to do is no more certain than what was read', () => {
  it.each([
    ['medicare-part-b', /Under Medicare’s law only waste of the date of service is paid\.$/],
    ['commercial', /What this payer does was not read\.$/],
  ] as const)('waste of another day, %s', (payer, says) =>
    expect(
      verdictOf({ ...fill(mg(25), mg(15)), payer, wasteDate: day('2026-05-21') }, 'amounts/waste-day').because,
    ).toMatch(says),
  );
});
