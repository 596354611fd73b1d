import { describe, expect, it } from 'vitest';
import { formatMass, massFromDigits, mcg, mg, noMass, type Mass } from './quantity';
import { unitsOfService } from './units-of-service';

const mass = (digits: string): Mass => massFromDigits(digits, 'mg') ?? { ng: NaN };

/**
 * Given, wasted and labels in mg ("-": labels not told), units of the dose and of the waste, and every sentence with
 * its rows.
 */
type Row = readonly [what: string, given: string, wasted: string, labels: string, units: string, ...says: string[]];

const wholeDose: readonly Row[] = [
  [
    'a whole container',
    '40',
    '0',
    '40',
    '4 + 0',
    '40 mg given ÷ 10 mg per unit = 4. (3.1)',
    'There is no waste to bill, so there is no JW line. (2.10)',
  ],
  [
    'one whole unit left',
    '25',
    '15',
    '40',
    '3 + 1',
    '25 mg given ÷ 10 mg per unit = 2.5, rounded up to 3. (2.11, 3.1)',
    '25 mg given + 15 mg wasted = 40 mg, which holds 4 whole units. ' +
      'The line of the dose bills 3, so 1 is left as waste. (2.12, 2.13)',
  ],
  [
    'several whole units left',
    '10',
    '30',
    '40',
    '1 + 3',
    '10 mg given ÷ 10 mg per unit = 1. (3.1)',
    '10 mg given + 30 mg wasted = 40 mg, which holds 4 whole units. ' +
      'The line of the dose bills 1, so 3 are left as waste. (2.12, 2.13)',
  ],
  [
    'labels not told: given and wasted stand for them',
    '20',
    '20',
    '-',
    '2 + 2',
    '20 mg given ÷ 10 mg per unit = 2. (3.1)',
    '20 mg given + 20 mg wasted = 40 mg, which holds 4 whole units. ' +
      'The line of the dose bills 2, so 2 are left as waste. (2.12, 2.13)',
  ],
];

const wasteWithoutUnit: readonly Row[] = [
  [
    'less than a unit left of several (2.16)',
    '36',
    '4',
    '40',
    '4 + 0',
    '36 mg given ÷ 10 mg per unit = 3.6, rounded up to 4. (2.11, 3.1)',
    '36 mg given + 4 mg wasted = 40 mg, which holds 4 whole units. ' +
      'The line of the dose bills 4 units, so no whole unit is left for a JW line. ' +
      'The 4 mg was still discarded and belongs in the record. (2.16, 2.12)',
  ],
  [
    'one unit holds dose and waste together (2.14)',
    '7',
    '3',
    '10',
    '1 + 0',
    '7 mg given ÷ 10 mg per unit = 0.7, rounded up to 1. (2.11, 3.1)',
    '7 mg given + 3 mg wasted = 10 mg, which holds 1 whole unit. ' +
      'The line of the dose bills 1 unit, so no whole unit is left for a JW line. ' +
      'The 3 mg was still discarded and belongs in the record. (2.14, 2.12)',
  ],
  [
    'less than one unit in all (2.14)',
    '3',
    '2',
    '5',
    '1 + 0',
    '3 mg given ÷ 10 mg per unit = 0.3, rounded up to 1. (2.11, 3.1)',
    '3 mg given + 2 mg wasted = 5 mg, which holds no whole unit. ' +
      'The line of the dose bills 1 unit, so no whole unit is left for a JW line. ' +
      'The 2 mg was still discarded and belongs in the record. (2.14, 2.12)',
  ],
  [
    'a nanogram more than one unit is no longer 2.14',
    '10',
    '0.000001',
    '-',
    '1 + 0',
    '10 mg given ÷ 10 mg per unit = 1. (3.1)',
    '10 mg given + 0.001 mcg wasted = 10.000001 mg, which holds 1 whole unit. ' +
      'The line of the dose bills 1 unit, so no whole unit is left for a JW line. ' +
      'The 0.001 mcg was still discarded and belongs in the record. (2.16, 2.12)',
  ],
];

const againstLabels: readonly Row[] = [
  [
    'overfill',
    '42',
    '0',
    '40',
    '4 + 0',
    '42 mg was given, but the labels add up to 40 mg. Only the labeled amount counts. Overfill is never billed. (2.6)',
    '40 mg given ÷ 10 mg per unit = 4. (3.1)',
    'There is no waste to bill, so there is no JW line. (2.10)',
  ],
  [
    'more wasted than the labels leave',
    '38',
    '5',
    '40',
    '4 + 0',
    '5 mg was entered as wasted, but the labels leave only 2 mg after the dose. No more than that counts. (2.2, 2.3)',
    '38 mg given ÷ 10 mg per unit = 3.8, rounded up to 4. (2.11, 3.1)',
    '38 mg given + 2 mg wasted = 40 mg, which holds 4 whole units. ' +
      'The line of the dose bills 4 units, so no whole unit is left for a JW line. ' +
      'The 2 mg was still discarded and belongs in the record. (2.16, 2.12)',
  ],
  [
    'overfill given and wasted',
    '41',
    '3',
    '40',
    '4 + 0',
    '41 mg was given, but the labels add up to 40 mg. Only the labeled amount counts. Overfill is never billed. (2.6)',
    '3 mg was entered as wasted, but the labels leave only 0 mg after the dose. No more than that counts. (2.2, 2.3)',
    '40 mg given ÷ 10 mg per unit = 4. (3.1)',
    'There is no waste to bill, so there is no JW line. (2.10)',
  ],
  [
    'waste not recorded',
    '25',
    '0',
    '40',
    '3 + 0',
    '25 mg given ÷ 10 mg per unit = 2.5, rounded up to 3. (2.11, 3.1)',
    'There is no waste to bill, so there is no JW line. (2.10)',
    '40 mg was opened. 15 mg of it is neither given nor recorded as wasted, so it is not billed. (2.22)',
  ],
  [
    'part of the waste recorded',
    '25',
    '10',
    '40',
    '3 + 0',
    '25 mg given ÷ 10 mg per unit = 2.5, rounded up to 3. (2.11, 3.1)',
    '25 mg given + 10 mg wasted = 35 mg, which holds 3 whole units. ' +
      'The line of the dose bills 3 units, so no whole unit is left for a JW line. ' +
      'The 10 mg was still discarded and belongs in the record. (2.16, 2.12)',
    '40 mg was opened. 5 mg of it is neither given nor recorded as wasted, so it is not billed. (2.22)',
  ],
];

const nothingGiven: readonly Row[] = [
  [
    'waste alone (2.17)',
    '0',
    '15',
    '40',
    '0 + 1',
    'Nothing was given, and 15 mg was wasted. Waste alone makes no line. (2.17)',
  ],
  ['nothing at all', '0', '0', '-', '0 + 0', 'Nothing was given, so there is no line. (2.17)'],
];

describe('units of the dose and of the waste, J0475 (10 mg a unit)', () => {
  it.each([...wholeDose, ...wasteWithoutUnit, ...againstLabels, ...nothingGiven])(
    '%s: %s mg given, %s mg wasted, labels %s: %s units',
    (_what, given, wasted, labels, units, ...says) => {
      const found = unitsOfService(
        { given: mass(given), wasted: mass(wasted), labeled: labels === '-' ? null : mass(labels) },
        mg(10),
      );
      expect(`${found.administeredUnits.units} + ${found.discardedUnits.units}`).toBe(units);
      expect(found.how.map((step) => `${step.says} (${step.rows.join(', ')})`)).toEqual(says);
    },
  );

  it.each([
    ['42', '0', '40', '40 mg opened: 40 mg given, 0 mg wasted, 0 mg unexplained'],
    ['38', '5', '40', '40 mg opened: 38 mg given, 2 mg wasted, 0 mg unexplained'],
    ['25', '10', '40', '40 mg opened: 25 mg given, 10 mg wasted, 5 mg unexplained'],
    ['25', '15', '-', '40 mg opened: 25 mg given, 15 mg wasted, 0 mg unexplained'],
  ])('what counts of %s mg given, %s mg wasted, labels %s', (given, wasted, labels, counts) => {
    const found = unitsOfService(
      { given: mass(given), wasted: mass(wasted), labeled: labels === '-' ? null : mass(labels) },
      mg(10),
    );
    const [opened, ...parts] = [found.labeled, found.administered, found.discarded, found.unexplained].map(formatMass);
    expect(`${opened} opened: ${parts[0]} given, ${parts[1]} wasted, ${parts[2]} unexplained`).toBe(counts);
  });
});

it('a trial by J0476: 75 of two ampules of 50 mcg are 2 units, and the 25 mcg left are none', () => {
  const { how, ...found } = unitsOfService({ given: mcg(75), wasted: mcg(25), labeled: mcg(100) }, mcg(50));
  expect(found).toEqual({
    hcpcsDosage: mcg(50),
    labeled: mcg(100),
    administered: mcg(75),
    discarded: mcg(25),
    unexplained: noMass,
    administeredUnits: { units: 2 },
    discardedUnits: { units: 0 },
  });
  expect(how.map(({ says }) => says)).toEqual([
    '75 mcg given ÷ 50 mcg per unit = 1.5, rounded up to 2.',
    '75 mcg given + 25 mcg wasted = 100 mcg, which holds 2 whole units. ' +
      'The line of the dose bills 2 units, so no whole unit is left for a JW line. ' +
      'The 25 mcg was still discarded and belongs in the record.',
  ]);
});
