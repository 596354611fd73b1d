import { describe, expect, it } from 'vitest';
import { drugInstilled, type Mixture } from './mixture';
import { massIn, mcgPerMl, mg, ml, sumOfMasses } from './quantity';

const mixture = (
  opened: number,
  strength: number,
  diluent: number,
  concentration: number,
  instilled: number,
): Mixture => ({
  instilled: ml(instilled),
  concentration: mcgPerMl(concentration),
  labeled: massIn(ml(opened), mcgPerMl(strength)),
  opened: [{ strength: mcgPerMl(strength), volume: ml(opened) }],
  diluent: ml(diluent),
});

describe('the drug in what was instilled of a mixture', () => {
  it.each([
    ['two 5 mL ampules of 2000 and 10 mL of diluent: all of it', mixture(10, 2000, 10, 1000, 20), mg(20)],
    ['one 20 mL ampule of 2000, half of it used', mixture(20, 2000, 10, 1000, 20), mg(20)],
    ['a third, whose concentration is rounded', mixture(20, 2000, 40, 667, 60), mg(40)],
    ['part of a mixture', mixture(20, 2000, 20, 1000, 30), mg(30)],
    ['part of a mixture whose concentration is rounded: the exact share', mixture(40, 2000, 8, 1667, 18), mg(30)],
    ['the same, rounded down', mixture(20, 2000, 10, 1333, 15), mg(20)],
  ])('%s', (_what, input, mass) => {
    expect(drugInstilled(input)).toEqual({ mass });
  });

  it('two strengths mixed: 20 mL of 500 and 20 mL of 2000 are 1250 mcg/mL', () => {
    const opened = [
      { strength: mcgPerMl(500), volume: ml(20) },
      { strength: mcgPerMl(2000), volume: ml(20) },
    ];
    const mixed: Mixture = {
      instilled: ml(40),
      concentration: mcgPerMl(1250),
      opened,
      labeled: mg(50),
      diluent: ml(0),
    };
    expect(drugInstilled(mixed)).toEqual({ mass: mg(50) });
    expect(drugInstilled({ ...mixed, instilled: ml(30) })).toEqual({ mass: { ng: 37_500_000 } });
    expect(drugInstilled({ ...mixed, instilled: ml(30), concentration: mcgPerMl(1500) })).toEqual({ mass: mg(45) });
    for (const [milliliters, perMl] of [
      [40, 1000],
      [39, 500],
      [30, 1600],
      [30, 400],
    ] as const) {
      expect(drugInstilled({ ...mixed, instilled: ml(milliliters), concentration: mcgPerMl(perMl) })).toMatchObject({
        of: 'concentration',
      });
    }
  });

  it('a hundredth of a milliliter short of everything is not everything', () => {
    const mass = drugInstilled({ ...mixture(5, 2000, 13, 556, 1), instilled: { uL: 17_990 } });
    expect(mass).toEqual({ mass: { ng: 9_994_444 } });
  });

  it.each<[what: string, mixture: Mixture, of: 'concentration' | 'diluent', problem: string]>([
    [
      'more drug than was opened',
      mixture(10, 2000, 30, 1000, 30),
      'concentration',
      'Final concentration of 1000 mcg/mL cannot be made in 30 mL from what was opened and the diluent',
    ],
    [
      'all of it, at another concentration',
      mixture(20, 2000, 20, 900, 40),
      'concentration',
      'Final concentration of 900 mcg/mL cannot be made in 40 mL from what was opened and the diluent',
    ],
    [
      'too little diluent',
      mixture(20, 2000, 5, 1000, 20),
      'concentration',
      'Final concentration of 1000 mcg/mL cannot be made in 20 mL from what was opened and the diluent',
    ],
    [
      'no diluent: a whole mcg/mL beside the label is no rounding',
      mixture(20, 2000, 0, 1999, 20),
      'concentration',
      'Final concentration of 1999 mcg/mL cannot be made in 20 mL from what was opened',
    ],
    [
      'too much diluent',
      mixture(20, 2000, 40, 1500, 20),
      'diluent',
      'Diluent of 40 mL is too much to make 1500 mcg/mL from what was opened',
    ],
    [
      'nothing opened',
      { ...mixture(20, 2000, 20, 1000, 20), opened: [], labeled: mg(0) },
      'concentration',
      'Final concentration of 1000 mcg/mL cannot be made in 20 mL from what was opened and the diluent',
    ],
  ])('contradictions are told: %s', (_what, input, of, problem) => {
    expect(drugInstilled(input)).toEqual({ of, problem });
  });

  const of = (strength: number, uL: number) => ({ strength: mcgPerMl(strength), volume: { uL } });
  const several = (opened: Mixture['opened'], diluent: number, concentration: number, instilled: number): Mixture => ({
    instilled: ml(instilled),
    concentration: mcgPerMl(concentration),
    opened,
    labeled: sumOfMasses(opened.map(({ volume, strength }) => massIn(volume, strength))),
    diluent: ml(diluent),
  });
  it.each<[what: string, mixture: Mixture, ng: number]>([
    [
      'never more than was opened: 15 mL at a rounded 667 are 10.005 mg of 10 mg',
      several([of(2000, 4_500), of(500, 2_000)], 20, 667, 15),
      10_000_000,
    ],
    [
      'half a mcg/mL above what the containers can make is rounding',
      several([of(2000, 9_990), of(500, 20)], 40, 1000, 20),
      19_990_000,
    ],
    [
      'half a mcg/mL below what they must make is rounding',
      several([of(501, 10_000), of(2000, 20_000)], 0, 1250, 20),
      25_000_000,
    ],
    [
      'the weakest first, however they were entered',
      several([of(500, 20_000), of(2000, 20_000)], 0, 1000, 30),
      30_000_000,
    ],
    ['the weakest first, entered last', several([of(2000, 20_000), of(500, 20_000)], 0, 1000, 30), 30_000_000],
    [
      'the strongest first, however they were entered',
      several([of(500, 20_000), of(2000, 20_000)], 0, 1500, 30),
      45_000_000,
    ],
    ['the strongest first, entered last', several([of(2000, 20_000), of(500, 20_000)], 0, 1500, 30), 45_000_000],
    [
      'two strengths leave the diluent open: 40 mL told, 20 mL used',
      several([of(2000, 10_000), of(500, 10_000)], 40, 625, 40),
      25_000_000,
    ],
  ])('several strengths: %s', (_what, input, ng) => {
    expect(drugInstilled(input)).toEqual({ mass: { ng } });
  });
});
