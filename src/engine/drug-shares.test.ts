import { describe, expect, it } from 'vitest';
import { drugShares, isDiscarded, isGiven } from './drug-shares';
import type { OpenedContainers } from './encounter';
import type { Ndc11 } from './ndc';
import {
  formatMass,
  formatMl,
  massFromDigits,
  massIn,
  mcgPerMl,
  mg,
  sumOfMasses,
  timesVolume,
  type Mass,
} from './quantity';
import { unitsOfService } from './units-of-service';

const mass = (digits: string): Mass => massFromDigits(digits, 'mg') ?? { ng: NaN };
/** "A 40", "B 2 × 20 at 500": NDC, containers, milligrams of each, strength (else 2000). */
function row(text: string): OpenedContainers {
  const [, ndc = '', count = '1', milligrams = '', perMl = '2000'] =
    /^(\S) (?:(\d+) × )?([\d.]+)(?: at (\d+))?$/.exec(text) ?? [];
  const strength = mcgPerMl(Number(perMl));
  return {
    ndc: ndc === '-' ? null : (ndc as Ndc11),
    name: null,
    strength,
    volume: { uL: mass(milligrams).ng / Number(perMl) },
    count: Number(count),
    container: 'single-dose',
    lot: null,
    expiry: null,
  };
}
type Told = {
  readonly opened?: string;
  readonly ndcs?: readonly Ndc11[];
  readonly perMl?: number;
  readonly mixed?: boolean;
  readonly labels?: string;
};
function shares(given: string, wasted: string, { opened = '', ndcs = [], perMl, mixed = false, labels }: Told) {
  const rows = opened === '' ? [] : opened.split(', ').map(row);
  const labeled = labels
    ? mass(labels)
    : rows.length > 0
      ? sumOfMasses(rows.map((each) => massIn(timesVolume(each.volume, each.count), each.strength)))
      : null;
  const amounts = { given: mass(given), wasted: mass(wasted), labeled };
  const fill = { ...amounts, opened: rows, ndcs, strength: perMl ? mcgPerMl(perMl) : null, mixed };
  return drugShares(unitsOfService(amounts, mg(10)), { fills: [fill], ndcDecimals: 3 });
}

describe('what falls to each NDC: drug, milliliters and units, given + wasted (row 2.21)', () => {
  it.each<[what: string, given: string, wasted: string, told: Told, ...shares: string[]]>([
    ['one NDC has all of it', '25', '15', { opened: 'A 40' }, 'A: 25 mg + 15 mg, 12.5 mL + 7.5 mL, 3 + 1 units'],
    [
      'emptied in the order entered: the waste is of the last',
      '50',
      '10',
      { opened: 'A 40, B 20' },
      'A: 40 mg + 0 mg, 20 mL + 0 mL, 4 + 0 units',
      'B: 10 mg + 10 mg, 5 mL + 5 mL, 1 + 1 units',
    ],
    [
      'the other order',
      '50',
      '10',
      { opened: 'B 20, A 40' },
      'B: 20 mg + 0 mg, 10 mL + 0 mL, 2 + 0 units',
      'A: 30 mg + 10 mg, 15 mL + 5 mL, 3 + 1 units',
    ],
    [
      'waste of two NDCs',
      '30',
      '50',
      { opened: 'A 40, B 40' },
      'A: 30 mg + 10 mg, 15 mL + 5 mL, 3 + 1 units',
      'B: 0 mg + 40 mg, 0 mL + 20 mL, 0 + 4 units',
    ],
    [
      'a unit that two NDCs fill goes to the one in which it begins',
      '40',
      '0',
      { opened: 'A 15, B 25' },
      'A: 15 mg + 0 mg, 7.5 mL + 0 mL, 2 + 0 units',
      'B: 25 mg + 0 mg, 12.5 mL + 0 mL, 2 + 0 units',
    ],
    [
      'an NDC in which no unit begins',
      '17',
      '0',
      { opened: 'A 15, B 2' },
      'A: 15 mg + 0 mg, 7.5 mL + 0 mL, 2 + 0 units',
      'B: 2 mg + 0 mg, 1 mL + 0 mL, 0 + 0 units',
    ],
    [
      'waste beyond the last whole unit has none',
      '20',
      '22',
      { opened: 'A 40, B 2' },
      'A: 20 mg + 20 mg, 10 mL + 10 mL, 2 + 2 units',
      'B: 0 mg + 2 mg, 0 mL + 1 mL, 0 + 0 units',
    ],
    [
      'rounded once, for both together',
      '55',
      '5',
      { opened: 'A 35, B 25' },
      'A: 35 mg + 0 mg, 17.5 mL + 0 mL, 4 + 0 units',
      'B: 20 mg + 5 mg, 10 mL + 2.5 mL, 2 + 0 units',
    ],
    [
      'not all accounted for: the rest of the last is neither',
      '50',
      '5',
      { opened: 'A 40, B 20' },
      'A: 40 mg + 0 mg, 20 mL + 0 mL, 4 + 0 units',
      'B: 10 mg + 5 mg, 5 mL + 2.5 mL, 1 + 0 units',
    ],
    [
      'rows of one NDC and strength are one',
      '50',
      '30',
      { opened: 'A 20, B 40, A 20' },
      'A: 40 mg + 0 mg, 20 mL + 0 mL, 4 + 0 units',
      'B: 10 mg + 30 mg, 5 mL + 15 mL, 1 + 3 units',
    ],
    [
      'several containers of a row',
      '50',
      '10',
      { opened: 'A 2 × 20, B 20' },
      'A: 40 mg + 0 mg, 20 mL + 0 mL, 4 + 0 units',
      'B: 10 mg + 10 mg, 5 mL + 5 mL, 1 + 1 units',
    ],
    [
      'one NDC told in two strengths is two',
      '50',
      '0',
      { opened: 'A 40, A 10 at 500' },
      'A: 40 mg + 0 mg, 20 mL + 0 mL, 4 + 0 units',
      'A: 10 mg + 0 mg, 20 mL + 0 mL, 1 + 0 units',
    ],
    [
      'two NDCs of one strength are two, and so is one that was not told',
      '60',
      '0',
      { opened: 'A 40, B 10, - 10' },
      'A: 40 mg + 0 mg, 20 mL + 0 mL, 4 + 0 units',
      'B: 10 mg + 0 mg, 5 mL + 0 mL, 1 + 0 units',
      '-: 10 mg + 0 mg, 5 mL + 0 mL, 1 + 0 units',
    ],
    [
      'mixed: each has its share of dose and waste',
      '30',
      '30',
      { opened: 'A 40, B 20', mixed: true },
      'A: 20 mg + 20 mg, 10 mL + 10 mL, 2 + 2 units',
      'B: 10 mg + 10 mg, 5 mL + 5 mL, 1 + 1 units',
    ],
    [
      'mixed, two strengths',
      '25',
      '25',
      { opened: 'A 40, B 10 at 500', mixed: true },
      'A: 20 mg + 20 mg, 10 mL + 10 mL, 2 + 2 units',
      'B: 5 mg + 5 mg, 10 mL + 10 mL, 1 + 0 units',
    ],
    [
      'only NDC and strength told',
      '25',
      '15',
      { ndcs: ['A' as Ndc11], perMl: 2000 },
      'A: 25 mg + 15 mg, 12.5 mL + 7.5 mL, 3 + 1 units',
    ],
    [
      'only the first NDC counts where no containers are told',
      '40',
      '0',
      { ndcs: ['A' as Ndc11, 'B' as Ndc11], perMl: 2000 },
      'A: 40 mg + 0 mg, 20 mL + 0 mL, 4 + 0 units',
    ],
    ['no NDC told', '40', '0', { perMl: 2000 }, '-: 40 mg + 0 mg, 20 mL + 0 mL, 4 + 0 units'],
    [
      'no strength told: no milliliters',
      '25',
      '15',
      { ndcs: ['A' as Ndc11] },
      'A: 25 mg + 15 mg, no mL + no mL, 3 + 1 units',
    ],
    ['overfill counts up to the label', '42', '0', { opened: 'A 40' }, 'A: 40 mg + 0 mg, 20 mL + 0 mL, 4 + 0 units'],
  ])('%s: %s mg given, %s mg wasted', (_what, given, wasted, told, ...expected) => {
    const found = shares(given, wasted, told).map(
      (share) =>
        `${share.ndc ?? '-'}: ${formatMass(share.given)} + ${formatMass(share.discarded)}, ` +
        `${share.givenVolume ? formatMl(share.givenVolume) : 'no mL'} + ` +
        `${share.discardedVolume ? formatMl(share.discardedVolume) : 'no mL'}, ${share.givenUnits.units} + ` +
        `${share.discardedUnits.units} units`,
    );
    expect(found).toEqual(expected);
  });

  it('milliliters that were rounded say from what; those that were not, and those not told, say nothing', () => {
    const from = (given: string, wasted: string, told: Told) =>
      shares(given, wasted, told).map((share) => [share.givenRoundedFrom, share.discardedRoundedFrom]);
    expect(from('34.2511', '5.7489', { opened: 'A 40' })).toEqual([['17.12555 mL', '2.87445 mL']]);
    expect(from('34.25', '5.75', { opened: 'A 40' })).toEqual([[null, null]]);
    expect(from('34.2511', '5.7489', { ndcs: ['A' as Ndc11] })).toEqual([[null, null]]);
  });
});

it(
  'an NDC is named on a line for what it gave to it, also while its milliliters are not told; ' +
    'not for a quantity that rounds to nothing (row 9.4)',
  () => {
    const named = (given: string, wasted: string, told: Told) =>
      shares(given, wasted, told).map((share) => [isGiven(share), isDiscarded(share)]);
    expect(named('25', '15', { opened: 'A 40' })).toEqual([[true, true]]);
    expect(named('50', '10', { opened: 'A 40, B 20' })).toEqual([
      [true, false],
      [true, true],
    ]);
    expect(named('20', '40', { opened: 'A 40, B 20' })).toEqual([
      [true, true],
      [false, true],
    ]);
    expect(named('40', '0', { ndcs: ['A' as Ndc11] })).toEqual([[true, false]]);
    expect(named('25', '15', { ndcs: ['A' as Ndc11] })).toEqual([[true, true]]);
    expect(named('0.0002', '39.9998', { opened: 'A 40' })).toEqual([[false, true]]);
    expect(named('39.9998', '0.0002', { opened: 'A 40' })).toEqual([[true, false]]);
  },
);
