import { describe, expect, it } from 'vitest';
import { drugInstilled, type Mixture } from './mixture';
import { massIn, mcgPerMl, mg, ml } from './quantity';

const mixture = (opened: number, strength: number, diluent: number, concentration: number, instilled: number): Mixture => ({
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
    const opened = [{ strength: mcgPerMl(500), volume: ml(20) }, { strength: mcgPerMl(2000), volume: ml(20) }];
    const mixed: Mixture = { instilled: ml(40), concentration: mcgPerMl(1250), opened, labeled: mg(50), diluent: ml(0) };
    expect(drugInstilled(mixed)).toEqual({ mass: mg(50) });
    expect(drugInstilled({ ...mixed, instilled: ml(30) })).toEqual({ mass: { ng: 37_500_000 } });
    expect(drugInstilled({ ...mixed, instilled: ml(30), concentration: mcgPerMl(1500) })).toEqual({ mass: mg(45) });
    for (const [milliliters, perMl] of [[40, 1000], [39, 500], [30, 1600], [30, 400]] as const) {
      expect(drugInstilled({ ...mixed, instilled: ml(milliliters), concentration: mcgPerMl(perMl) })).toMatchObject({ of: 'concentration' });
    }
  });

  it('a hundredth of a milliliter short of everything is not everything', () => {
    const mass = drugInstilled({ ...mixture(5, 2000, 13, 556, 1), instilled: { uL: 17_990 } });
    expect(mass).toEqual({ mass: { ng: 9_994_444 } });
  });

  it.each([
    ['more drug than was opened', mixture(10, 2000, 30, 1000, 30), 'concentration'],
    ['all of it, at another concentration', mixture(20, 2000, 20, 900, 40), 'concentration'],
    ['too little diluent', mixture(20, 2000, 5, 1000, 20), 'concentration'],
    ['too much diluent', mixture(20, 2000, 40, 1500, 20), 'diluent'],
  ])('contradictions are told: %s', (_what, input, of) => {
    expect(drugInstilled(input)).toMatchObject({ of });
  });
});
