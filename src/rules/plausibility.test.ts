import { describe } from 'vitest';
import { matching } from '../engine/matching.fixture';
import { mcg, mcgPerMl, mg, noMass } from '../engine/quantity';
import {
  compound,
  containers,
  fill,
  namedCode,
  ndc,
  opened,
  own,
  pumpFill,
  pumpRecord,
  supplied,
  trial,
  trialFacts,
  under,
} from './encounter.fixture';
import { plausibilityRules } from './plausibility';
import { held, holdToTable } from './rule-table.fixture';

describe('amounts that cannot be', () => {
  holdToTable(plausibilityRules, {
    'amounts/unit-slip': [
      'products 6, 1.11, 3.3, 3.3 hundredfold',
      ['not-applicable', namedCode('J7999'), /not billed by its amount/],
      ['pass', pumpFill, /No sign/],
      ['fail', fill(mg(36_000), mg(4_000)), /It looks as if mcg was entered as mg\./, 'doseGiven, certain'],
      ['fail', fill(mcg(36), mg(4)), /It looks as if mg was entered as mcg\./, 'doseGiven, tick'],
      ['fail', { ...trial, given: mg(50) }, /50 mcg would fit/, 'doseGiven, certain'],
      ['fail', fill(mg(36), mg(4_000)), /4 mg would fit/, 'doseWasted, tick'],
      ['fail', fill(mg(36), mcg(4)), /4 mg would fit/, 'doseWasted, tick'],
      ['pass', fill(mg(90), noMass), /No sign/],
      ['pass', { ...fill(mg(40), mg(10)), ndcs: [ndc('66794-157-02')] }, /No sign/],
      ['not-applicable', supplied, /no drug line/],
    ],
    'amounts/reservoir': [
      '3.3, 2.32, 2.31',
      ['not-applicable', { ...namedCode('J7999'), concentration: null }, /may have any strength, and none is entered/],
      ['needs-review', { ...namedCode('J7999'), given: mg(400) }, /40 mL reservoir at 4000 mcg\/mL/, 'doseGiven, tick'],
      [
        'pass',
        fill(mg(80), noMass),
        matching(
          /fits into a 40 mL reservoir at 2000 mcg\/mL\. /,
          /The size of the pump is not entered, nor one strength, so the /,
          /largest on file was taken\.$/,
        ),
      ],
      ['needs-review', fill(mg(90), noMass), /more than a full 40 mL reservoir/, 'doseGiven, tick'],
      [
        'needs-review',
        { ...fill(mg(40), noMass), strength: mcgPerMl(500) },
        /at 500 mcg\/mL holds: 20 mg\. The size of the pump is not entered, so/,
        'doseGiven, tick',
      ],
      ['not-applicable', trial, /Not a pump fill/],
    ],
    'amounts/trial-dose': [
      '6d, label trial, products 6, 3.3',
      ['pass', { ...trial, given: mcg(100) }, /not above the usual largest/],
      ['needs-review', { ...trial, given: mcg(150) }, /more than the usual largest/, 'doseGiven, tick'],
      ['needs-review', { ...trial, given: mg(36), wasted: mg(4) }, /200 times too many/, 'purpose, tick'],
      ['not-applicable', pumpFill, /trial code/],
      [
        'fail',
        under('aetna', { ...trialFacts, given: mcg(125) }),
        /more than the 100 mcg that Aetna takes/,
        'doseGiven, tick',
      ],
      [
        'fail',
        under('aetna', { ...trialFacts, given: mcg(150), strength: mcgPerMl(500) }),
        /more than the 100 mcg that Aetna takes/,
        'doseGiven, tick',
      ],
      ['not-applicable', supplied, /no drug line/],
      ['pass', under('aetna', { ...trialFacts, given: mcg(100) }), /not above/],
    ],
    'amounts/strength': [
      'products, products 6',
      ['not-applicable', { ...compound, strength: mcgPerMl(4000) }, /may have any strength/],
      ['pass', { ...pumpFill, strength: mcgPerMl(2000) }, /marketed strength/],
      ['needs-review', { ...pumpFill, strength: mcgPerMl(2) }, /2 mg\/mL is 2000 mcg\/mL/, 'strength'],
      ['needs-review', { ...pumpFill, strength: mcgPerMl(4000) }, /no marketed strength/, 'strength, tick'],
      ['not-applicable', pumpFill, /No strength/],
      [
        'needs-review',
        { ...opened(containers({}), containers({ strength: mcgPerMl(750) })), strength: null },
        /750 mcg\/mL is no marketed strength/,
        'strength, tick',
      ],
    ],
  });
});

const units = 'units missing or not fitting';
const dose = 'dose not supported';
const noSign = 'No sign was found that mg and mcg changed places.';
const checkUnit = 'Check the unit beside the amount.';
const asMg = 'It looks as if mcg was entered as mg.';
const asMcg = 'It looks as if mg was entered as mcg.';
const reservoirs = 'a hundred times a full 40 mL reservoir (80 mg) or more.';

describe('mg and mcg changed places (products 6, 3.3)', () => {
  const ng = (amount: number) => ({ ng: amount });
  held('amounts/unit-slip', [
    ['a full reservoir', fill(mg(80), noMass), 'pass', noSign],
    ['a fill of 1 mg', fill(mg(1), noMass), 'pass', noSign],
    ['more than a reservoir, but a thousandth is too little', fill(mg(900), noMass), 'pass', noSign],
    ['too little, but a thousandfold is too much', fill(mcg(999), noMass), 'pass', noSign],
    [
      'a fill of mcg',
      fill(mcg(36), noMass),
      'fail',
      `36 mcg is less than any usual pump fill. 36 mg would fit. ${asMcg}`,
      `${checkUnit} If this was a screening trial, change the purpose.`,
      units,
      'doseGiven, tick',
    ],
    [
      'a fill a thousandfold',
      fill(mg(7_990), noMass),
      'fail',
      `7,990 mg is more than any usual pump fill. 7.99 mg would fit. ${asMg}`,
      checkUnit,
      units,
      'doseGiven, tick',
    ],
    [
      'a trial in mg',
      { ...trial, given: ng(9_950_000) },
      'fail',
      `9.95 mg is more than any usual trial dose. 9.95 mcg would fit. ${asMg}`,
      checkUnit,
      units,
      'doseGiven, tick',
    ],
    [
      'a trial a thousandth',
      { ...trial, given: ng(99) },
      'fail',
      `0.099 mcg is less than any usual trial dose. 99 mcg would fit. ${asMcg}`,
      checkUnit,
      units,
      'doseGiven, tick',
    ],
    [
      'a trial a hundredfold of the usual: certain',
      { ...trial, given: mg(10) },
      'fail',
      '200 units are 10 mg, a hundred times the usual largest trial dose (100 mcg) or more. ' +
        `10 mg is more than any usual trial dose. 10 mcg would fit. ${asMg}`,
      checkUnit,
      units,
      'doseGiven, certain',
    ],
    [
      'a fill of a hundred reservoirs: certain',
      fill(mg(8_000), noMass),
      'fail',
      `800 units are 8,000 mg, ${reservoirs} 8,000 mg is more than any usual pump fill. 8 mg would fit. ${asMg}`,
      checkUnit,
      units,
      'doseGiven, certain',
    ],
    [
      'more than that, and no dose in either unit',
      fill(mg(90_000), noMass),
      'fail',
      `9000 units are 90,000 mg, ${reservoirs}`,
      'Check the amounts and the units beside them.',
      units,
      'doseGiven, certain',
    ],
    [
      'waste that is billed counts',
      fill(mg(36), mg(9_000)),
      'fail',
      `903 units are 9,030 mg, ${reservoirs}`,
      'Check the amounts and the units beside them.',
      units,
      'doseGiven, certain',
    ],
    [
      'where no payer looks, nothing is certain',
      { ...fill(mg(36_000), noMass), payer: 'self-pay' },
      'fail',
      `36,000 mg is more than any usual pump fill. 36 mg would fit. ${asMg}`,
      checkUnit,
      units,
      'doseGiven, tick',
    ],
    [
      'waste in mcg',
      fill(mg(36), mcg(4)),
      'fail',
      `36 mg given and 4 mcg wasted fill no set of containers on file for this drug. 4 mg would fit. ${asMcg}`,
      checkUnit,
      units,
      'doseWasted, tick',
    ],
    [
      'waste in mg',
      fill(mg(36), mg(4_000)),
      'fail',
      `36 mg given and 4,000 mg wasted fill no set of containers on file for this drug. 4 mg would fit. ${asMg}`,
      checkUnit,
      units,
      'doseWasted, tick',
    ],
    ['waste in mcg, where the labels are told', fill(mg(36), mcg(4), mg(40)), 'pass', noSign],
    ['waste alone', fill(noMass, mcg(40)), 'not-applicable', 'There is no drug line.'],
    [
      'for another injection no dose is usual',
      { ...fill(mg(900), noMass), purpose: 'other-injection', route: 'intravenous' },
      'pass',
      noSign,
    ],
  ]);
});

describe('the dose and the size of a pump (3.3)', () => {
  const untold = 'The size of the pump is not entered, so the largest on file was taken.';
  const look = 'Check the amount and its unit. Count as dose given only what went into the reservoir.';
  held('amounts/reservoir', [
    [
      'just full',
      { ...fill(mg(20), noMass), strength: mcgPerMl(500) },
      'pass',
      `20 mg fits into a 40 mL reservoir at 500 mcg/mL. ${untold}`,
    ],
    [
      'above that',
      { ...fill({ ng: 20_000_001 }, noMass), strength: mcgPerMl(500) },
      'needs-review',
      `20.000001 mg is more than a full 40 mL reservoir at 500 mcg/mL holds: 20 mg. ${untold}`,
      look,
      dose,
      'doseGiven, tick',
    ],
    [
      'no strength told',
      fill(mg(81), noMass),
      'needs-review',
      '81 mg is more than a full 40 mL reservoir at 2000 mcg/mL holds: 80 mg. ' +
        'The size of the pump is not entered, nor one strength, so the largest on file was taken.',
      look,
      dose,
      'doseGiven, tick',
    ],
    [
      'diluted',
      { ...fill(mg(30), noMass), concentration: mcgPerMl(500) },
      'needs-review',
      `30 mg is more than a full 40 mL reservoir at 500 mcg/mL holds: 20 mg. ${untold}`,
      look,
      dose,
      'doseGiven, tick',
    ],
    [
      'a refill with its record',
      { ...pumpFill, pumpFill: pumpRecord },
      'pass',
      '20 mL instilled fits into the 20 mL reservoir.',
    ],
    [
      'a compound without a strength, with its record',
      { ...namedCode('J7999'), concentration: null, pumpFill: pumpRecord },
      'pass',
      '20 mL instilled fits into the 20 mL reservoir.',
    ],
    ['no pump fill', trial, 'not-applicable', 'Not a pump fill.'],
    ['no line', supplied, 'not-applicable', 'There is no drug line.'],
  ]);
});

describe('the size of a trial dose (6d)', () => {
  const steps = 'Check the dose. Steps of a trial on other days go on a claim of their own.';
  held('amounts/trial-dose', [
    ['the usual largest', { ...trial, given: mcg(100) }, 'pass', '100 mcg is not above the usual largest trial dose.'],
    [
      'above it',
      { ...trial, given: mcg(101) },
      'needs-review',
      '101 mcg is more than the usual largest trial dose of 100 mcg.',
      steps,
      dose,
      'doseGiven, tick',
    ],
    [
      'of the size of a fill',
      { ...trial, given: mg(1) },
      'needs-review',
      '1 mg is more than the usual largest trial dose of 100 mcg. It has the size of a pump fill. ' +
        'J0476 would then give units 200 times too many.',
      'If this was a pump fill, change the purpose.',
      dose,
      'purpose, tick',
    ],
    [
      'just below that',
      { ...trial, given: { ng: 999_999 } },
      'needs-review',
      '999.999 mcg is more than the usual largest trial dose of 100 mcg.',
      steps,
      dose,
      'doseGiven, tick',
    ],
    [
      'as much as the plan takes',
      under('aetna', { ...trialFacts, given: mcg(100) }),
      'pass',
      '100 mcg is not above the usual largest trial dose.',
    ],
    [
      'more than the plan takes',
      under('aetna', { ...trialFacts, given: mcg(101) }),
      'fail',
      '101 mcg is more than the 100 mcg that Aetna takes as a trial dose.',
      'Check the dose. If it is right, ask the plan before the claim goes out.',
      dose,
      'doseGiven, tick',
    ],
    ['a fill under such a plan', under('aetna'), 'not-applicable', 'Not billed with the trial code.'],
    [
      'a plan that does not say',
      own({}, { ...trialFacts, given: mcg(101) }),
      'needs-review',
      '101 mcg is more than the usual largest trial dose of 100 mcg.',
      steps,
      dose,
      'doseGiven, tick',
    ],
  ]);
});

describe('the strength (products 6)', () => {
  const onFile = 'Those on file are 50, 500, 1000, 2000 mcg/mL.';
  const check = 'Check the container. If the drug was diluted, enter the labeled amount opened as well.';
  held('amounts/strength', [
    ['marketed', { ...pumpFill, strength: mcgPerMl(500) }, 'pass', '500 mcg/mL is a marketed strength.'],
    [
      'mg/mL read as mcg/mL',
      { ...pumpFill, strength: mcgPerMl(2) },
      'needs-review',
      `2 mcg/mL is no marketed strength on file. ${onFile} 2 mg/mL is 2000 mcg/mL.`,
      'If the container says 2 mg/mL, enter 2000.',
      units,
      'strength',
    ],
    [
      'neither',
      { ...pumpFill, strength: mcgPerMl(3) },
      'needs-review',
      `3 mcg/mL is no marketed strength on file. ${onFile}`,
      check,
      units,
      'strength, tick',
    ],
  ]);
});
