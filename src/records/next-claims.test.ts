import { describe, expect, it } from 'vitest';
import type { WorksheetText } from '../answers/worksheet-text';
import { fileOf, fileRead, headOf, transactionOf } from '../remittance/remittance.fixture';
import { answeredRows, foundAnswers, type AnsweredRow } from './answered-rows';
import { keptClaim, rowsOf, today } from './day.fixture';
import { nextClaimsOf } from './next-claims';

const answered = (change: Partial<WorksheetText>, ...claim: readonly string[]): AnsweredRow => {
  const file = fileRead(fileOf([transactionOf([...headOf('400'), ...claim])]));
  const own = keptClaim(1, { chargePerUnit: '200', payer: 'medicare-part-b', remittanceCode: 'CO-16', ...change });
  const [row] = answeredRows(foundAnswers([file], rowsOf(own), new Map()), today);
  if (!row) throw new Error('No answer');
  return row;
};
const head = (status: string, paid: string, filing = 'MB'): string => `CLP*WS-1*${status}*800*${paid}**${filing}*ICN1`;
const denied = (cas: string, ...more: readonly string[]): readonly string[] => [
  'SVC*HC:J0475*600*0**0**3',
  `CAS*${cas}*600`,
  ...more,
  'SVC*HC:J0475:JW*200*0**0**1',
  `CAS*${cas}*200`,
  ...more,
];
const paid = [
  'SVC*HC:J0475*600*300**3',
  'CAS*CO*45*225',
  'CAS*PR*2*75',
  'SVC*HC:J0475:JW*200*100**1',
  'CAS*CO*45*75',
  'CAS*PR*2*25',
];
const told = (row: AnsweredRow) => {
  const { claims, refused } = nextClaimsOf(row, []);
  return [...claims.map(({ as, says }) => [as, ...says].join(': ')), ...refused];
};

describe('the claims that an answer leads to', () => {
  const noSeven = 'No corrected claim: No text was found by which Part B takes a corrected claim (7).';
  it.each<[string, AnsweredRow, readonly string[]]>([
    ['paid, with coinsurance', answered({}, head('1', '400'), ...paid), ['next-payer']],
    ['sent on already', answered({}, head('19', '400'), ...paid), []],
    ['taken back', answered({}, 'CLP*WS-1*22*-800*-400**MB*ICN1'), []],
    [
      'Medicare’s unprocessable',
      answered({}, head('1', '0'), 'MOA***MA130', ...denied('CO*16', 'LQ*HE*M119')),
      ['new', `${noSeven} Instead: send a new claim.`],
    ],
    [
      'one unprocessable line beside a paid one',
      answered({}, head('1', '300'), ...paid.slice(0, 3), ...denied('CO*16', 'LQ*HE*MA130').slice(3)),
      [
        'next-payer',
        'new: Line 1, J0475 came back otherwise. Leave it off the new claim, or it comes back as a duplicate.',
        `${noSeven} Instead: send a new claim.`,
      ],
    ],
    [
      'denied by Medicare Part B',
      answered({}, head('1', '0'), ...denied('CO*4', 'LQ*HE*N519')),
      [`${noSeven} Instead: ask for a reopening.`],
    ],
    ['denied by a plan', answered({ payer: 'commercial' }, head('1', '0', '12'), ...denied('CO*4')), ['corrected']],
    [
      'denied by a plan without its number',
      answered({ payer: 'commercial' }, 'CLP*WS-1*1*800*0**12', ...denied('CO*4')),
      ['corrected: The remittance has no payer’s number of this claim. Ask for it.'],
    ],
    [
      'denied by the payer behind it',
      answered({}, head('2', '0', '12'), ...denied('CO*4')),
      [
        'No claim is made from this: another payer answered than the one that this claim is for. ' +
          'Keep the claim that was sent to it, and match the answer to that one.',
      ],
    ],
  ])('%s', (_, row, expected) => expect(told(row)).toEqual(expected));

  it('each names what it comes from, and begins as a record of its own', () => {
    const filled = (row: AnsweredRow, as: string) => {
      const one = nextClaimsOf(row, []).claims.find((each) => each.as === as);
      const record = one?.fill(row.own!.record);
      if (!record || 'refused' in record) throw new Error('Refused');
      const { recordId, corrects, frequency, originalReference, remittanceCode, payer, madeFrom } = record.record;
      return { recordId, corrects, frequency, originalReference, remittanceCode, payer, madeFrom };
    };
    const from = { claim: 'id-1', payer: 'SAMPLE MEDICARE', answeredOn: '12/30/2026', payersNumber: 'ICN1' };
    const fresh = { recordId: '', remittanceCode: '', originalReference: '', frequency: '1' };
    expect(filled(answered({}, head('1', '400'), ...paid), 'next-payer')).toEqual({
      ...fresh,
      corrects: '',
      payer: '',
      madeFrom: { ...from, as: 'next-payer' },
    });
    expect(filled(answered({}, head('1', '0'), 'MOA***MA130', ...denied('CO*16', 'LQ*HE*M119')), 'new')).toEqual({
      ...fresh,
      corrects: 'id-1',
      payer: 'medicare-part-b',
      madeFrom: { ...from, as: 'new' },
    });
    expect(filled(answered({ payer: 'commercial' }, head('1', '0', '12'), ...denied('CO*4')), 'corrected')).toEqual({
      ...fresh,
      frequency: '7',
      originalReference: 'ICN1',
      corrects: 'id-1',
      payer: 'commercial',
      madeFrom: { ...from, as: 'corrected' },
    });
  });
});
