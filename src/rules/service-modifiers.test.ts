import { describe, expect, it } from 'vitest';
import type { Encounter } from '../engine/encounter';
import { unitsOf } from '../engine/quantity';
import { beside, pumpFill, verdictOf } from './encounter.fixture';

const with76 = { code: '95991', modifiers: ['76'] } as const;

describe('two alike lines beside the drug (row 4 76)', () => {
  it.each<[what: string, encounter: Encounter, outcome: string, says: RegExp]>([
    ['one of each', { ...pumpFill, ...beside('62370', '99213') }, 'pass', /^No two lines beside the drug are alike/],
    [
      'the same twice',
      { ...pumpFill, ...beside('62370', '62370') },
      'fail',
      /^Lines 1 and 2 are both 62370\. The payer/,
    ],
    [
      'the same twice, in other units',
      { ...pumpFill, ...beside('62370', { units: unitsOf(2) }) },
      'fail',
      /^Lines 1 and 2 are both 62370\./,
    ],
    ['the second with 76', { ...pumpFill, ...beside({ code: '95991' }, with76) }, 'pass', /alike/],
    [
      'three times, two of them with 76, in another order of modifiers',
      {
        ...pumpFill,
        ...beside({ code: '95991' }, { ...with76, modifiers: ['76', 'GA'] }, { ...with76, modifiers: ['GA', '76'] }),
      },
      'fail',
      /^Lines 2 and 3 are both 95991-76-GA\./,
    ],
    ['a patient who pays', { ...pumpFill, payer: 'self-pay', ...beside('62370', '62370') }, 'not-applicable', /./],
    ['one service', { ...pumpFill, ...beside('62370') }, 'not-applicable', /No two lines/],
  ])('%s', (_what, encounter, outcome, says) => {
    const verdict = verdictOf(encounter, 'companions/alike');
    expect(verdict.outcome).toBe(outcome);
    expect(verdict.because).toMatch(says);
  });

  it('says what to do', () => {
    expect(verdictOf({ ...pumpFill, ...beside('62370', '62370') }, 'companions/alike').fix).toBe(
      'Drop the second one, or put the units on one line. Only a service that was done again takes 76, or 77 of ' +
        'another physician.',
    );
  });
});

describe('JW or JZ on a line that is no drug', () => {
  it.each<[what: string, encounter: Encounter, outcome: string, says: RegExp]>([
    ['none', { ...pumpFill, ...beside('62370') }, 'pass', /^JW and JZ stand on drug lines alone/],
    ['JZ on the refill', { ...pumpFill, ...beside({ modifiers: ['JZ'] }) }, 'fail', /^62370 has JZ\./],
    [
      'JW on the kit, of a plan',
      { ...pumpFill, payer: 'commercial', ...beside({ code: 'A4220', modifiers: ['JW'] }) },
      'fail',
      /^A4220 has JW\./,
    ],
    ['JZ on another drug', { ...pumpFill, ...beside({ code: 'J2278', modifiers: ['JZ'] }) }, 'pass', /drug lines/],
    ['no service', pumpFill, 'not-applicable', /Nothing is billed/],
  ])('%s', (_what, encounter, outcome, says) => {
    const verdict = verdictOf(encounter, 'companions/waste-modifier');
    expect(verdict.outcome).toBe(outcome);
    expect(verdict.because).toMatch(says);
  });
});

describe('a fifth modifier on a line beside the drug', () => {
  const four = { modifiers: ['59', 'GA', 'XU', 'KX'] } as const;
  it.each<[what: string, encounter: Encounter, outcome: string, says: RegExp]>([
    ['four that were typed', { ...pumpFill, ...beside(four) }, 'pass', /fits/],
    ['QJ as the fifth', { ...pumpFill, custody: 'met', ...beside(four) }, 'fail', /^QJ does not fit on line 1, 62370/],
    [
      'PO as the fifth',
      { ...pumpFill, setting: 'hospital-outpatient', offCampus: 'excepted', ...beside(four) },
      'fail',
      /^PO does not fit on line 1, 62370/,
    ],
    ['QJ as the fourth', { ...pumpFill, custody: 'met', ...beside({ modifiers: ['59'] }) }, 'pass', /fits/],
    ['no service', { ...pumpFill, custody: 'met' }, 'not-applicable', /Nothing is billed/],
  ])('%s', (_what, encounter, outcome, says) => {
    const verdict = verdictOf(encounter, 'companions/four');
    expect(verdict.outcome).toBe(outcome);
    expect(verdict.because).toMatch(says);
  });
});
