import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { matching } from '../engine/matching.fixture';
import { prepareClaim } from '../engine/prepare-claim';
import { mcgPerMl, mg, ml, noMass } from '../engine/quantity';
import { containerRules, expiryRules } from './containers';
import {
  compound,
  containers,
  fill,
  fixOf,
  intravenous,
  namedCode,
  ndc,
  opened,
  pumpFill,
  under,
  verdictOf,
} from './encounter.fixture';
import { ruleBook } from './index';
import { holdToTable, holdToWords } from './rule-table.fixture';

describe('containers: amounts, sizes, packages and expiry', () => {
  holdToTable([...expiryRules, ...containerRules], {
    'records/expiry': [
      '11, products 4',
      ['pass', opened(containers({ expiry: day('2026-05-20') })), /within its expiry on 05\/20\/2026/],
      [
        'needs-review',
        opened(containers({ expiry: day('2026-05-20') }), containers({ lot: 'L2' })),
        /1 of 2 rows of containers has an expiry/,
        'expiry, tick',
      ],
      [
        'on-hold',
        opened(containers({ expiry: day('2026-05-19'), lot: 'L1' })),
        /^1 × Gablofen, NDC 66794015702, lot L1, expired on 05\/19\/2026\. The service was on 05\/20\/2026\.$/,
        'expiry',
      ],
      ['pass', { ...pumpFill, expiryScanned: day('2026-05-20') }, /scanned was within its expiry on 05\/20\/2026/],
      [
        'on-hold',
        { ...pumpFill, expiryScanned: day('2026-05-19') },
        /scanned expired on 05\/19\/2026\. The service was on 05\/20\/2026/,
        'expiry',
      ],
      ['not-applicable', opened(containers({})), /No expiry/],
    ],
    'amounts/marketed-containers': [
      'products, 2.2, 2.22',
      ['pass', fill(mg(36), mg(4)), /on the market hold 40 mg together/],
      ['needs-review', fill(mg(36), noMass), /The next amount that they make is 40 mg/, 'doseWasted'],
      ['needs-review', { ...fill(mg(30), noMass), strength: mcgPerMl(1000) }, /of this strength/, 'doseWasted'],
      [
        'needs-review',
        fill(mg(45), noMass, mg(45)),
        /The labeled amount is 45 mg\. No set of containers on file for J0475 holds just that/,
        'labeledAmount, tick',
      ],
      ['needs-review', fill(mg(40_000), noMass), /hundreds/, 'doseWasted'],
      [
        'needs-review',
        { ...fill(mg(30), noMass), ndcs: [ndc('66794-157-02')] },
        /of NDC 66794015702 holds just that\. The next amount that they make is 40 mg/,
        'doseWasted',
      ],
      ['not-applicable', intravenous, /No container/],
      ['pass', opened(containers({})), /of a size on file/],
      [
        'needs-review',
        opened(containers({ ndc: null, volume: ml(40) })),
        /No container of 40 mL at 2000 mcg\/mL is on file/,
        'labeledAmount, tick',
      ],
    ],
    'amounts/within-label': [
      '2.3, 2.6, 2.2',
      ['not-applicable', { ...namedCode('J7999'), labeled: mg(50) }, /not billed by its amount/],
      ['pass', fill(mg(36), mg(4), mg(40)), /within the labeled amount/],
      ['needs-review', fill(mg(42), noMass, mg(40)), /2 mg is overfill/, 'labeledAmount, tick'],
      ['fail', fill(mg(36), mg(6), mg(40)), /2 mg more than the labels hold/, 'labeledAmount'],
      ['not-applicable', pumpFill, /No labeled amount/],
    ],
    'amounts/smallest-package': [
      '2.20, products, 2b Blue Cross NC, 2b Horizon',
      ['pass', { ...fill(mg(25), mg(15)), strength: mcgPerMl(1000) }, /No smaller set/],
      [
        'needs-review',
        { ...fill(mg(25), mg(15)), strength: mcgPerMl(2000) },
        matching(
          /^3 × 5 mL ampule of Lioresal Intrathecal 2000 mcg\/mL \(30 mg\) would have been enough\. /,
          /1 unit less would have been wasted, worth \$178\.05 at Medicare’s payment rate\.$/,
        ),
        'labeledAmount, tick',
      ],
      [
        'needs-review',
        {
          ...opened(containers({ ndc: ndc('70121-2503-1') })),
          given: mg(25),
          wasted: mg(15),
          payer: 'commercial',
          chargePerUnit: { tenthsOfCent: 200_000 },
        },
        /1 unit less would have been wasted, worth \$200\.00 at the charge entered/,
        'labeledAmount, tick',
      ],
      [
        'needs-review',
        { ...fill(mg(10), mg(30)), strength: mcgPerMl(2000), ndcs: [ndc('66794-157-02')] },
        /1 × 5 mL ampule of Lioresal Intrathecal.*3 units less/,
        'labeledAmount, tick',
      ],
      [
        'needs-review',
        fill(mg(25), mg(15)),
        matching(
          /^Smaller containers on file hold 30 mg\. That would have been enough\. /,
          /1 unit less would have been wasted, worth \$178\.05 at Medicare’s payment rate\.$/,
        ),
        'strength, tick',
      ],
      [
        'needs-review',
        {
          ...opened(containers({}), containers({ strength: mcgPerMl(500) })),
          given: mg(25),
          wasted: mg(25),
          strength: null,
        },
        /several strengths/,
        'tick',
      ],
      [
        'needs-review',
        { ...opened(containers({ count: 3 })), given: mg(41), wasted: mg(79) },
        /1 × 20 mL vial of Gablofen 2000 mcg\/mL and 1 × 5 mL ampule .*7 units less/,
        'labeledAmount, tick',
      ],
      [
        'needs-review',
        {
          ...opened(containers({ ndc: ndc('66794-156-02'), strength: mcgPerMl(1000) })),
          given: mg(10),
          wasted: mg(10),
          mixed: true,
          concentration: mcgPerMl(500),
        },
        /1 × 20 mL .* 500 mcg\/mL \(10 mg\).*1 unit less/,
        'labeledAmount, tick',
      ],
      ['not-applicable', pumpFill, /No whole unit/],
      [
        'needs-review',
        under('blue-cross-north-carolina', { given: mg(25), wasted: mg(15) }),
        /does not pay waste from a larger container than the dose needs/,
        'strength, tick',
      ],
    ],
    'amounts/multi-dose': [
      '1.6, 2.3',
      [
        'needs-review',
        { ...fill(mg(25), mg(15)), container: 'multi-dose' },
        /Waste from it is not paid/,
        'container, tick',
      ],
      ['not-applicable', pumpFill, /single-dose/],
      ['not-applicable', { ...compound, container: 'multi-dose' }, /^The drug is compounded/],
    ],
  });
});

describe('what to do is no more certain than what was read', () => {
  const readPayers =
    'CGS, Noridian, Blue Cross NC and Horizon do not pay waste from a larger container than the dose needs. ' +
    'Other payers were not read.';
  const mix: Encounter = {
    ...opened(containers({}), containers({ strength: mcgPerMl(500) })),
    given: mg(25),
    wasted: mg(25),
    strength: null,
  };

  it('who pays waste from the smallest container alone is named, and that a mix of strengths is not', () => {
    expect(fixOf({ ...fill(mg(25), mg(15)), strength: mcgPerMl(2000) }, 'amounts/smallest-package')).toBe(
      `If you could not get the smaller container, write that into the record. ${readPayers}`,
    );
    expect(fixOf(mix, 'amounts/smallest-package')).toBe(
      `Check by hand. ${readPayers} None of them names a mix of strengths.`,
    );
  });

  it('a set of three kinds of containers is told in two sentences', () => {
    const { because } = verdictOf(
      { ...fill(mg(61), mg(99)), strength: mcgPerMl(2000), ndcs: [ndc('66794-156-02')] },
      'amounts/smallest-package',
    );
    expect(because).toMatch(
      matching(
        /^70 mg would have been enough: 1 × 20 mL .* 2000 mcg\/mL\. /,
        /With that go 1 × 20 mL vial of Gablofen 1000 mcg\/mL and 1 × 5 mL ampule .*\. /,
        /9 units less would have been wasted/,
      ),
    );
  });

  it('an expired drug is on hold, and no tick settles it', () => {
    const expired: Encounter = { ...pumpFill, expiryScanned: day('2026-05-19') };
    const { findings } = prepareClaim(expired, ruleBook);
    expect(prepareClaim({ ...expired, checked: findings.map(({ checkKey }) => checkKey) }, ruleBook).status).toBe(
      'on-hold',
    );
  });
});

describe('an amount that no containers hold', () => {
  const odd = { ...fill(mg(15), noMass) };
  holdToWords([
    [
      'of an NDC',
      { ...odd, ndcs: [ndc('66794-156-01')], strength: mcgPerMl(1000) },
      'amounts/marketed-containers',
      'needs-review',
      /No set of containers of NDC 66794015601 holds just that\./,
    ],
    [
      'of a strength',
      { ...odd, strength: mcgPerMl(1000) },
      'amounts/marketed-containers',
      'needs-review',
      /No set of containers on file for J0475 of this strength holds just that\./,
    ],
  ]);
});
