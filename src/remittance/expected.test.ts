import { describe, expect, it } from 'vitest';
import { linesOf } from '../engine/claim-lines';
import { formatMoney, type Money } from '../engine/quantity';
import { compare } from './expected';
import { kept, keptWhole } from './kept.fixture';
import { matchLines } from './match-lines';
import type { Candidate } from './match-claims';
import { judgedOf, ofEarlierPayers, ofPatient, outcomeOf, stillOpen, writtenOff } from './outcome';
import { fileRead, partOf } from './remittance.fixture';
import { vectors } from './vectors.fixture';

const claimsOf = (text: string) => fileRead(text).remittances.flatMap(({ claims }) => claims);

describe('what each made-up remittance comes to', () => {
  it.each<[keyof typeof vectors, readonly string[], readonly string[]]>([
    [1, ['paid'], ['145.17 485.75 0 0']],
    [2, ['paid', 'paid'], ['108.88 364.31 0 0', '36.29 121.43 0 0']],
    [3, ['denied'], ['0 0 0 1200']],
    [4, ['denied'], ['0 0 0 3000']],
    [5, ['denied'], ['1200 0 0 0']],
    [6, ['held', 'held'], ['145.17 474.14 0 0', '0 0 0 0']],
    [7, ['taken-back', 'paid'], ['-145.17 -485.75 0 0', '108.88 364.31 0 0']],
    [8, ['held'], ['0 0 0 0']],
    [9, ['paid'], ['0 118.53 0 0']],
    [10, ['paid'], ['0 45.17 1054.83 0']],
    [11, ['paid'], ['145.17 485.75 0 0']],
    [12, ['paid', 'paid', 'paid'], ['5 0 0 0', '0 0 0 0', '0 20 0 0']],
    [13, ['paid'], ['145.17 485.75 0 0']],
    [14, ['denied'], ['0 0 0 1200']],
  ])('%i: patient, written off, earlier payers, open', (number, outcomes, sums) => {
    const judged = claimsOf(vectors[number]).flatMap(judgedOf);
    expect(judged.map(outcomeOf)).toEqual(outcomes);
    const digits = (amount: Money) => String(amount.tenthsOfCent / 1_000);
    expect(
      judged.map(({ adjustments }) =>
        [ofPatient, writtenOff, ofEarlierPayers, stillOpen].map((sum) => digits(sum(adjustments))).join(' '),
      ),
    ).toEqual(sums);
  });

  it.each([
    ['all of it on the deductible', 'SVC*HC:J0475*100*0~CAS*PR*1*100', 'patient'],
    ['paid with a cut', 'SVC*HC:J0475*100*60~CAS*CO*45*20**59*20', 'short'],
    ['a group of its own', 'SVC*HC:J0475*100*0~CAS*PI*45*100', 'nothing'],
    ['a raise', 'SVC*HC:J0475*100*120~CAS*CO*144*-20', 'paid'],
  ])('%s', (_, segments, outcome) => {
    expect(
      claimsOf(partOf('CLP*1*1*100*0', segments))
        .flatMap(({ lines }) => lines)
        .map(outcomeOf),
    ).toEqual([outcome]);
  });
});

describe('expected against paid', () => {
  const compared = ({ claim }: Candidate, text: string) => {
    const [remitted] = claimsOf(text);
    if (!claim || !remitted) throw new Error('No claim');
    return matchLines(remitted.lines, linesOf(claim)).matches.map((match) => {
      const { expected, difference, isExplained, says } = compare(match, claim);
      const words = (amount: Money | null) => (amount ? formatMoney(amount) : 'not known');
      return [words(expected), words(difference), isExplained ? 'explained' : 'not explained', ...says].join(' | ');
    });
  };
  const line = (paid: string, ...cas: readonly string[]) =>
    partOf('CLP*1*1*1200*0', `SVC*HC:J0475:JZ*1200*${paid}**4`, ...cas);

  it.each<[string, Candidate, string, readonly string[]]>([
    ['vector 1', keptWhole(1), vectors[1], ['$569.08 | $0.00 | explained | As expected.']],
    [
      'vector 2: each line for itself',
      kept(1),
      vectors[2],
      ['$426.81 | $0.00 | explained | As expected.', '$142.28 | $0.00 | explained | As expected.'],
    ],
    [
      'a cent of rounding',
      keptWhole(1),
      line('569.09', 'CAS*CO*45*474.14**253*11.60', 'CAS*PR*2*145.17'),
      ['$569.08 | $0.01 | explained | As expected.'],
    ],
    [
      'the deductible',
      keptWhole(1),
      line('490.68', 'CAS*CO*45*474.14**253*10.01', 'CAS*PR*1*100**2*125.17'),
      ['$569.08 | -$78.40 | explained | $100.00 went to the deductible, which no estimate holds.'],
    ],
    [
      'another rate',
      keptWhole(1),
      line('548.8', 'CAS*CO*45*500**253*11.2', 'CAS*PR*2*140'),
      [
        '$569.08 | -$20.28 | not explained | $700.00 was allowed, $25.86 less than $725.86 by Medicare’s ' +
          'payment rate. Ask the payer by which rate.',
      ],
    ],
    [
      'no sequestration and no coinsurance',
      keptWhole(1),
      line('725.86', 'CAS*CO*45*474.14'),
      [
        '$569.08 | $156.78 | not explained | ' +
          'The remittance has no coinsurance (PR 2), and $145.17 was worked out. | ' +
          'The remittance has no sequestration (253), and $11.61 was worked out.',
      ],
    ],
    [
      'denied',
      keptWhole(1),
      line('0', 'CAS*CO*197*1200'),
      ['$569.08 | -$569.08 | explained | Denied: its codes say why.'],
    ],
    [
      'cut by a code of its own',
      keptWhole(1),
      line('519.08', 'CAS*CO*45*474.14**253*11.61**59*50', 'CAS*PR*2*145.17', 'AMT*B6*725.86'),
      ['$569.08 | -$50.00 | explained | CO-59 cuts $50.00: see its words.'],
    ],
    [
      'a second payer',
      keptWhole(1, { payer: 'medicaid' }),
      vectors[10],
      ['not known | not known | not explained | No price of this payer is on file, so it is not compared.'],
    ],
    ['out of balance', keptWhole(1), vectors[6], ['not known | not known | not explained | It is not compared.']],
  ])('%s', (_, candidate, text, expected) => {
    expect(compared(candidate, text)).toEqual(expected);
  });
});
