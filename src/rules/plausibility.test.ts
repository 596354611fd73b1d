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
  pumpFill,
  supplied,
  trial,
  trialFacts,
  under,
} from './encounter.fixture';
import { plausibilityRules } from './plausibility';
import { holdToTable } from './rule-table.fixture';

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
          /largest was taken\.$/,
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
