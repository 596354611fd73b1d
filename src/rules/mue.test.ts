import { describe } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { matching } from '../engine/matching.fixture';
import { mcg, mg, noMass } from '../engine/quantity';
import {
  commercial,
  containers,
  fill,
  intravenous,
  namedCode,
  ndc,
  opened,
  pumpFill,
  trial,
} from './encounter.fixture';
import { mueRules } from './mue';
import { holdToTable, holdToWords } from './rule-table.fixture';

describe('units in a day, and a supplier of equipment', () => {
  holdToTable(mueRules, {
    'units/mue': [
      '3.2, 3.2 related, 3.2 between, 3.4, 3.4 whole day, 4 ABN units, 3.6, 3.7',
      [
        'pass',
        { ...fill(mg(80), noMass), dateOfService: day('2024-07-01') },
        matching(
          /^8 units are billed\. Medicare’s daily maximum \(MUE\) is 8 units of J0475, /,
          /from 07\/01\/2024 to 09\/30\/2024\.$/,
        ),
      ],
      ['pass', { ...fill(mg(80), noMass), dateOfService: day('2026-10-01') }, /from 10\/01\/2026 to 12\/31\/2026\.$/],
      [
        'pass',
        { ...fill(mg(65), mg(15)), dateOfService: day('2024-09-30') },
        /^8 units are billed, the 1 with JW counted\./,
      ],
      ['pass', { ...trial, dateOfService: day('2026-12-31') }, /^1 unit is billed\. .* 2 units of J0476/],
      [
        'needs-review',
        { ...fill(mg(80), noMass), dateOfService: day('2024-10-01') },
        matching(
          /The table for 10\/01\/2024 was not read, so this is not checked\. /,
          /The table of 07\/01\/2024 to 09\/30\/2024 has 8 units\. /,
          /The table of 10\/01\/2026 to 12\/31\/2026 has 8 units\.$/,
        ),
        'tick',
      ],
      [
        'needs-review',
        { ...pumpFill, dateOfService: day('2027-01-01') },
        /not checked\. The table of 10\/01\/2026 to 12\/31\/2026 has 8 units\.$/,
        'tick',
      ],
      [
        'needs-review',
        { ...fill(mg(81), noMass), dateOfService: day('2024-07-01') },
        matching(
          /^9 units are billed\. .* is 8 units of J0475.*/,
          /The whole day counts \(MAI 3\), so all 9 units may be denied, /,
          /worth \$1,598\.19 at Medicare’s payment rate\.$/,
        ),
        'doseGiven, tick',
      ],
      [
        'needs-review',
        { ...fill(mg(81), noMass), dateOfService: day('2026-11-20'), preparedOn: day('2026-11-27'), notice: 'GA' },
        matching(
          /^9 units are billed\. Medicare’s daily maximum \(MUE\) is 8 units of J0475, from 10\/01\/2026 to /,
          /12\/31\/2026\. The whole day counts \(MAI 3\), so all 9 units may be denied, worth \$1,682\.96 at /,
          /Medicare’s payment rate\. A notice \(ABN\) is not known to move this to the patient\.$/,
        ),
        'doseGiven, tick',
      ],
      [
        'needs-review',
        fill(mg(81), noMass),
        matching(
          /^9 units are billed\. The table of 07\/01\/2024 to 09\/30\/2024 has 8 units\. /,
          /The table of 10\/01\/2026 to 12\/31\/2026 has 8 units\. The one for 05\/20\/2026 was not read\. /,
          /If it has 8 as well, the whole day counts/,
        ),
        'doseGiven, tick',
      ],
      [
        'needs-review',
        { ...trial, given: mcg(150), setting: 'hospital-outpatient' },
        /^3 units are billed/,
        'doseGiven, tick',
      ],
      [
        'needs-review',
        { ...namedCode('J7999'), dateOfService: day('2026-11-20') },
        matching(
          /^1 unit is billed\. No row of J7999 was noted for this quarter, so this is not checked\. /,
          /The table of 07\/01\/2024 to 09\/30\/2024 has 2 units\.$/,
        ),
        'tick',
      ],
      [
        'needs-review',
        { ...namedCode('J7799'), dateOfService: day('2026-09-30') },
        /The table for 09\/30\/2026 was not read/,
        'tick',
      ],
      ['needs-review', intravenous, /No daily maximum \(MUE\) for J0428 is in the tables read\. Not checked\./, 'tick'],
      ['not-applicable', { ...pumpFill, setting: 'rhc' }, /not paid on its own line/],
      [
        'needs-review',
        { ...trial, given: mcg(150), dateOfService: day('2024-07-01') },
        /^3 units are billed/,
        'doseGiven, tick',
      ],
      ['not-applicable', { ...pumpFill, payer: 'self-pay' }, /self-pay/],
    ],
    'payment/dme': [
      '2b DME, 8',
      [
        'needs-review',
        { ...namedCode('J7799'), setting: 'dme-supplier' },
        matching(
          /^No daily limit \(MUE\) of J7799 for an equipment supplier was read\. /,
          /Medicare takes neither J0475 nor J0476 from one\.$/,
        ),
        'setting, tick',
      ],
      [
        'needs-review',
        { ...namedCode('J3490'), setting: 'dme-supplier' },
        /^J3490 has no row in the table of daily limits/,
        'setting, tick',
      ],
      [
        'fail',
        { ...trial, setting: 'dme-supplier' },
        /^In each table read, a supplier’s daily limit \(MUE\) of J0476 is 0\. The one for 05\/20\/2026 was not read\./,
        'setting, certain',
      ],
      [
        'fail',
        { ...trial, setting: 'dme-supplier', dateOfService: day('2026-11-20') },
        /^For a medical equipment supplier the daily limit \(MUE\) of J0476 is 0\./,
        'setting, certain',
      ],
      ['not-applicable', pumpFill, /not billed by/],
      [
        'needs-review',
        { ...namedCode('J7999'), payer: 'commercial', setting: 'dme-supplier' },
        /neither J0475 nor J0476 from one\. Nothing was read of J7999\. This payer may decide otherwise\.$/,
        'setting, tick',
      ],
      ['not-applicable', { ...pumpFill, setting: 'dme-supplier', payer: 'self-pay' }, /self-pay/],
      [
        'fail',
        { ...pumpFill, setting: 'dme-supplier' },
        /^In each table read, a supplier’s daily limit \(MUE\) of J0475 is 0\. The one for 05\/20\/2026 was not read\./,
        'setting, certain',
      ],
      ['needs-review', { ...commercial, setting: 'dme-supplier' }, /may decide otherwise/, 'setting, tick'],
      [
        'needs-review',
        { ...intravenous, setting: 'dme-supplier' },
        /^J0428 has no row in the table of daily limits \(MUE\)/,
        'setting, tick',
      ],
    ],
  });
});

describe('what is said where only some lines, payers or days are meant', () => {
  const over: Encounter = { ...fill(mg(81), noMass), dateOfService: day('2024-07-01') };
  holdToWords([
    [
      'one line',
      over,
      'units/mue',
      'needs-review',
      /If they are right, do not split the units to get under the limit\. Then appeal/,
      /one line|JW/,
    ],
    [
      'a JW line',
      { ...fill(mg(81), mg(19)), dateOfService: day('2024-07-01') },
      'units/mue',
      'needs-review',
      /under the limit\. The JW line stays on its own\./,
    ],
    ['GX', { ...over, notice: 'GX' }, 'units/mue', 'needs-review', /A notice \(ABN\) is not known to move this/],
    [
      'GZ',
      { ...over, notice: 'GZ' },
      'units/mue',
      'needs-review',
      /No notice was given, so the patient may not be billed\./,
      /not known to move/,
    ],
    ['GY', { ...over, notice: 'GY' }, 'units/mue', 'needs-review', /may be denied/, /notice/i],
    [
      'a notice, another payer',
      { ...over, payer: 'commercial', notice: 'GA' },
      'units/mue',
      'needs-review',
      /may be denied/,
      /notice/i,
    ],
  ]);
});

describe('whose limit it is, and every unit of waste (rows 3.2, 3.6)', () => {
  const summer2024 = { dateOfService: day('2024-07-01') } as const;
  const ofTwo: Encounter = {
    ...opened(containers({}), containers({ ndc: ndc('66794-157-01') })),
    ...summer2024,
    given: mg(48),
    wasted: mg(32),
    mixed: true,
    linePerNdc: true,
  };
  holdToWords([
    [
      'of a plan, the table is Medicare’s',
      { ...commercial, ...summer2024 },
      'units/mue',
      'pass',
      /07\/01\/2024 to 09\/30\/2024\. This payer’s own limit was not read\.$/,
    ],
    ['of Medicare, it is its own', { ...pumpFill, ...summer2024 }, 'units/mue', 'pass', /09\/30\/2024\.$/],
    [
      'of a plan, a day whose table was not read',
      commercial,
      'units/mue',
      'needs-review',
      /has 8 units\. This payer’s own limit was not read\. Look the code up/,
    ],
    [
      'of a plan, above Medicare’s maximum',
      { ...commercial, ...fill(mg(90), noMass), payer: 'commercial', ...summer2024 },
      'units/mue',
      'needs-review',
      matching(
        /This payer’s own limit was not read\. If it is 8 as well, /,
        /the whole day counts \(MAI 3\), so all 9 units may be denied\./,
      ),
    ],
    [
      'of a plan, above the nearest of Medicare’s tables',
      { ...fill(mg(90), noMass), payer: 'commercial' },
      'units/mue',
      'needs-review',
      /12\/31\/2026 has 8 units\. This payer’s own limit was not read\. If it is 8 as well, the whole day counts/,
    ],
    [
      'two lines with JW are counted together',
      ofTwo,
      'units/mue',
      'pass',
      /^8 units are billed, the 3 with JW counted\./,
    ],
    [
      'of a plan, that a stay has no price for the drug is Medicare’s way',
      { ...commercial, setting: 'inpatient' },
      'units/mue',
      'not-applicable',
      /^The drug is not paid on its own line by Medicare’s way\.$/,
    ],
  ]);
});
