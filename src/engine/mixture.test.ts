import { describe, expect, it } from 'vitest';
import { drugInstilled, type Mixture } from './mixture';
import { massIn, mcgPerMl, mg, ml } from './quantity';

const mixture = (opened: number, strength: number, diluent: number, concentration: number, instilled: number): Mixture => ({
  instilled: ml(instilled),
  concentration: mcgPerMl(concentration),
  labeled: massIn(ml(opened), mcgPerMl(strength)),
  openedVolume: ml(opened),
  diluent: ml(diluent),
  strength: mcgPerMl(strength),
});

describe('the drug in what was instilled of a mixture', () => {
  it.each([
    ['two 5 mL ampules of 2000 and 10 mL of diluent: all of it', mixture(10, 2000, 10, 1000, 20), mg(20)],
    ['one 20 mL ampule of 2000, half of it used', mixture(20, 2000, 10, 1000, 20), mg(20)],
    ['a third, whose concentration is rounded', mixture(20, 2000, 40, 667, 60), mg(40)],
    ['part of a mixture', mixture(20, 2000, 20, 1000, 30), mg(30)],
  ])('%s', (_what, input, mass) => {
    expect(drugInstilled(input)).toEqual({ mass });
  });

  it('two strengths mixed: 20 mL of 500 and 20 mL of 2000 are 1250 mcg/mL', () => {
    const mixed: Mixture = { ...mixture(40, 1250, 0, 1250, 40), strength: null };
    expect(drugInstilled(mixed)).toEqual({ mass: mg(50) });
    expect(drugInstilled({ ...mixed, instilled: ml(30) })).toEqual({ mass: { ng: 37_500_000 } });
    expect(drugInstilled({ ...mixed, concentration: mcgPerMl(1000) })).toMatchObject({ of: 'concentration', problem: expect.stringContaining('1250 mcg/mL') });
  });

  it.each([
    ['more drug than was opened', mixture(10, 2000, 30, 1000, 30), 'concentration'],
    ['all of it, at another concentration', mixture(20, 2000, 20, 900, 40), 'concentration'],
    ['too little diluent', mixture(20, 2000, 5, 1000, 20), 'diluent'],
    ['too much diluent', mixture(20, 2000, 40, 1500, 20), 'diluent'],
  ])('contradictions are told: %s', (_what, input, of) => {
    expect(drugInstilled(input)).toMatchObject({ of });
  });
});
