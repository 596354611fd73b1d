import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drugShares } from './drug-shares';
import type { OpenedContainers } from './encounter';
import { ndc11 } from './ndc';
import {
  formatMl,
  massFromDigits,
  massIn,
  mcgPerMl,
  mg,
  ml,
  noMass,
  noVolume,
  remainder,
  sumOfMasses,
  timesVolume,
  unitsOf,
  volumeRounded,
  volumesRounded,
  type Mass,
} from './quantity';
import { unitsOfService } from './units-of-service';

const mgOf = (digits: string): Mass => massFromDigits(digits, 'mg') ?? noMass;
const strength = mcgPerMl(2000);
const vial = (ndc: string, change: Partial<OpenedContainers> = {}): OpenedContainers => ({
  ndc: ndc11(ndc),
  name: null,
  strength,
  volume: ml(20),
  count: 1,
  container: 'single-dose',
  lot: null,
  expiry: null,
  ...change,
});

type Told = { given: Mass; wasted: Mass; opened: readonly OpenedContainers[]; mixed?: boolean; decimals?: number };
function sharesOf({ given, wasted, opened, mixed = false, decimals = 3 }: Told) {
  const labeled = sumOfMasses(opened.map((row) => massIn(timesVolume(row.volume, row.count), row.strength)));
  const fill = { given, wasted, labeled, opened, ndcs: [], strength: null, mixed };
  return drugShares(unitsOfService(fill, mg(10)), { fills: [fill], ndcDecimals: decimals });
}
const words = (told: Told) =>
  sharesOf(told).map(({ givenVolume, givenRoundedFrom, discardedVolume, discardedRoundedFrom }) =>
    [givenVolume, discardedVolume]
      .map((volume, place) =>
        [volume && formatMl(volume), [givenRoundedFrom, discardedRoundedFrom][place]].filter(Boolean).join(' from '),
      )
      .join(', '),
  );

describe('milliliters beside an NDC, with as many decimals as the payer takes', () => {
  it.each<[given: string, wasted: string, decimals: number, words: string]>([
    ['34.2511', '5.7489', 3, '17.126 mL from 17.12555 mL, 2.874 mL from 2.87445 mL'],
    ['34.25', '5.75', 3, '17.125 mL, 2.875 mL'],
    ['34.25', '5.75', 2, '17.13 mL from 17.125 mL, 2.87 mL from 2.875 mL'],
    ['34.24', '5.76', 2, '17.12 mL, 2.88 mL'],
    ['34.248', '5.752', 2, '17.12 mL from 17.124 mL, 2.88 mL from 2.876 mL'],
    ['34.25', '5.75', 1, '17.1 mL from 17.125 mL, 2.9 mL from 2.875 mL'],
    ['34.3', '5.7', 1, '17.2 mL from 17.15 mL, 2.8 mL from 2.85 mL'],
    ['34.25', '5.75', 0, '17 mL from 17.125 mL, 3 mL from 2.875 mL'],
    ['35', '5', 0, '18 mL from 17.5 mL, 2 mL from 2.5 mL'],
    ['40', '0', 0, '20 mL, 0 mL'],
    ['0.8', '39.2', 0, '0 mL from 0.4 mL, 20 mL from 19.6 mL'],
    ['34.251101', '5.748899', 3, '17.126 mL from 17.1255505 mL, 2.874 mL from 2.8744495 mL'],
    ['34.25', '0', 2, '17.13 mL from 17.125 mL, 0 mL'],
  ])('%s mg given, %s mg wasted of 20 mL at 2000, %i decimals', (given, wasted, decimals, expected) => {
    expect(words({ given: mgOf(given), wasted: mgOf(wasted), opened: [vial('66794015702')], decimals })).toEqual([
      expected,
    ]);
  });

  it('a volume whose decimals do not end is told as about', () => {
    expect(
      words({ given: mgOf('20'), wasted: mgOf('10'), opened: [vial('66794015702', { strength: mcgPerMl(1500) })] }),
    ).toEqual(['13.333 mL from about 13.3333 mL, 6.667 mL from about 6.6666 mL']);
  });

  it('rounds a half up, at every number of decimals', () => {
    expect([0, 1, 2, 3].map((decimals) => volumeRounded(mg(1), mcgPerMl(2000), decimals).uL)).toEqual([
      1000, 500, 500, 500,
    ]);
    expect(volumeRounded({ ng: 3 }, mcgPerMl(2)).uL).toBe(2);
    expect(volumeRounded({ ng: 5 }, mcgPerMl(2)).uL).toBe(3);
    expect(volumeRounded({ ng: 99_999_999_999 }, mcgPerMl(3), 3).uL).toBe(33_333_333_333);
  });

  it('one part alone rounds as it does with nothing beside it, and to the volume nearest to it', () => {
    const amounts = fc.tuple(
      fc.integer({ min: 0, max: 100_000_000_000 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer({ min: 0, max: 3 }),
    );
    fc.assert(
      fc.property(amounts, ([ng, perMl, decimals]) => {
        const part = { mass: { ng }, strength: mcgPerMl(perMl) };
        const [alone] = volumesRounded([part], decimals);
        expect(volumesRounded([part, { ...part, mass: noMass }], decimals)).toEqual([alone, noVolume]);
        const step = 10 ** (3 - decimals);
        const rounded = BigInt(alone?.uL ?? -1);
        expect(rounded % BigInt(step)).toBe(0n);
        const over = 2n * (rounded * BigInt(perMl) - BigInt(ng));
        expect(over > -BigInt(perMl * step) && over <= BigInt(perMl * step)).toBe(true);
      }),
    );
  });

  it('shares of a mixture add up to the rounded total, each within one place of its own', () => {
    const two = [vial('66794015702'), vial('70121250301')];
    expect(words({ given: mgOf('34.25'), wasted: mgOf('45.75'), opened: two, mixed: true, decimals: 2 })).toEqual([
      '8.56 mL from 8.5625 mL, 11.44 mL from 11.4375 mL',
      '8.57 mL from 8.5625 mL, 11.43 mL from 11.4375 mL',
    ]);
    const rows = fc.array(
      fc.record({
        ndc: fc.constantFrom('1', '2', '3', '4'),
        perMl: fc.constantFrom(50, 500, 1000, 1500, 2000),
        uL: fc.integer({ min: 1, max: 40 }).map((half) => half * 500),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(
        rows,
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 0, max: 3 }),
        fc.boolean(),
        fc.boolean(),
        (told, part, decimals, mixed, whole) => {
          const opened = told.map(({ ndc, perMl, uL }) =>
            vial(`${ndc}${perMl}`.padStart(11, '0'), { strength: mcgPerMl(perMl), volume: { uL } }),
          );
          const labeled = sumOfMasses(opened.map((row) => massIn(row.volume, row.strength)));
          const given: Mass = { ng: Math.max(1, Math.floor((labeled.ng * part) / 100_000)) };
          const wasted = whole ? remainder(labeled, given) : noMass;
          const shares = sharesOf({ given, wasted, opened, mixed, decimals });
          const step = 10 ** (3 - decimals);
          for (const share of shares) {
            const row = opened.find(({ ndc }) => ndc === share.ndc)!;
            const exact = share.given.ng / row.strength.mcgPerMl;
            expect(Math.abs((share.givenVolume?.uL ?? NaN) - exact)).toBeLessThanOrEqual(step);
            expect((share.givenVolume?.uL ?? NaN) % step).toBe(0);
            expect((share.discardedVolume?.uL ?? NaN) % step).toBe(0);
            expect(share.givenRoundedFrom === null).toBe(
              (share.givenVolume?.uL ?? NaN) * row.strength.mcgPerMl === share.given.ng,
            );
          }
          if (wasted.ng > 0) return;
          const exact = shares.reduce(
            (sum, { ndc, given: mass }) =>
              sum + mass.ng / (opened.find((row) => row.ndc === ndc)?.strength.mcgPerMl ?? NaN),
            0,
          );
          const total = shares.reduce((sum, { givenVolume }) => sum + (givenVolume?.uL ?? NaN), 0);
          expect(Math.abs(total - exact)).toBeLessThanOrEqual(step / 2 + 0.001);
        },
      ),
    );
  });

  it('nothing given has no milliliters, and no units', () => {
    expect(
      sharesOf({ given: mg(20), wasted: noMass, opened: [vial('66794015702'), vial('70121250301')] }).map(
        ({ givenVolume, givenUnits }) => [givenVolume?.uL, givenUnits],
      ),
    ).toEqual([
      [10_000, unitsOf(2)],
      [0, unitsOf(0)],
    ]);
  });
});
