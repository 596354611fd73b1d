import { describe, expect, it } from 'vitest';
import { balanceOf, leftToPatient, paymentsOf } from '../engine/first-payer';
import { linesOf } from '../engine/claim-lines';
import { formatMoney } from '../engine/quantity';
import { answersOf, type Answer } from './answers';
import { kept, keptWhole } from './kept.fixture';
import { controlNumberOf, type Candidate } from './match-claims';
import { claimToNextPayer, whatChanged, withPayersNumber } from './next-claim';
import { fileOf, fileRead, headOf, partOf, transactionOf } from './remittance.fixture';
import { vectors } from './vectors.fixture';

const answerIn = (text: string): Answer => {
  const [answer] = answersOf([fileRead(text)]);
  if (!answer) throw new Error('No answer');
  return answer;
};
const claimOf = ({ claim }: Candidate) => {
  if (!claim) throw new Error('No claim');
  return claim;
};
const toNext = (candidate: Candidate, text: string, others: readonly Candidate[] = []) =>
  claimToNextPayer(
    candidate.record,
    claimOf(candidate),
    answerIn(text),
    [candidate, ...others].map(({ record }) => record),
  );
const inFile = (text: string): string =>
  fileOf([transactionOf([...headOf('569.09'), ...text.split('~').filter(Boolean)])]);

describe('the claim to the next payer', () => {
  it.each<[string, others: readonly string[], own: string]>([
    ['WS-1', [], 'WS-1-2'],
    ['WS-1', ['ws-1-2 ', 'WS-1-4'], 'WS-1-3'],
    ['A23456789012345678', [], 'A23456789012345678-2'],
    ['A234567890123456789', [], 'A23456789012345678-2'],
    ['A234567890123456789', ['A23456789012345678-2'], 'A23456789012345678-3'],
    [
      'A2345678901234567890',
      Array.from({ length: 8 }, (_, at) => `A23456789012345678-${at + 2}`),
      'A2345678901234567-10',
    ],
    [' ', [], 'PT-1-2'],
  ])('has an account number of its own: behind %s, beside %j', (accountNumber, others, own) => {
    const beside = others.map((number, place) => kept(place + 2, {}, { accountNumber: number }));
    const filled = toNext(kept(1, {}, { accountNumber }), inFile(vectors[2]), beside);
    expect('record' in filled && filled.record.sending.accountNumber).toBe(own);
  });

  it('behind a claim without any number has none, and takes no answer to the first one', () => {
    const first = kept(1, { patientReference: '', account: '' }, { accountNumber: '' });
    const filled = toNext(first, inFile(vectors[2]));
    expect('record' in filled && filled.record.sending.accountNumber).toBe('');
    const next = kept(
      2,
      { account: 'WS-1', madeFrom: { ...first.record.madeFrom, as: 'next-payer' } },
      { accountNumber: '' },
    );
    expect(controlNumberOf(next.record)).toBe('');
    expect(controlNumberOf(kept(2, { account: 'WS-1' }, { accountNumber: '' }).record)).toBe('WS-1');
  });

  it('has each line’s amounts, balanced, and the payer that answered as the one before', () => {
    const own = kept(1, {}, { payerName: 'SAMPLE MEDICARE', payerId: '12345', memberId: 'M1', groupNumber: 'G' });
    const filled = toNext(own, inFile(vectors[2]));
    if ('refused' in filled) throw new Error(filled.refused.join(' '));
    const { sending, ...record } = filled.record;
    expect(sending).toMatchObject({
      order: 'S',
      payerName: '',
      payerId: '',
      memberId: '',
      otherPayerName: 'SAMPLE MEDICARE',
      otherPayerId: '12345',
      otherIndicator: 'MB',
      otherMemberId: 'M1',
      otherGroup: 'G',
      otherPaidOn: '12/31/2026',
      otherClaimNumber: 'A2',
      patientLast: 'Onesample1',
      accountNumber: 'WS-1-2',
    });
    expect(sending.payments.map((row) => [row.line, row.code, row.paid, row.co45, row.co253, row.pr2])).toEqual([
      ['1', 'J0475', '426.81', '355.60', '8.71', '108.88'],
      ['2', 'J0475-JW', '142.28', '118.53', '2.90', '36.29'],
    ]);
    expect(record).toMatchObject({
      payer: '',
      profile: '',
      recordId: '',
      frequency: '1',
      doseGiven: '25',
      remittanceCode: '',
      remittances: [],
      madeFrom: {
        as: 'next-payer',
        claim: 'id-1',
        payer: 'SAMPLE MEDICARE',
        answeredOn: '12/30/2026',
        payersNumber: 'A2',
      },
    });
    const claim = claimOf(own);
    expect(sending.payments.map((row, place) => balanceOf(row, linesOf(claim)[place]?.charge ?? null).off)).toEqual([
      null,
      null,
    ]);
    expect(formatMoney(leftToPatient(paymentsOf(sending.payments, claim)))).toBe('$145.17');
  });

  it('takes one further amount of a line, and 0 where the payer paid nothing', () => {
    const filled = toNext(keptWhole(1), vectors[14].replace('CLP*14', 'CLP*1'));
    expect('record' in filled && filled.record.sending.payments).toMatchObject([
      { paid: '0.00', otherAmount: '1200.00', otherGroup: 'CO', otherReason: '197' },
    ]);
  });

  const line = (...cas: readonly string[]): string => partOf('CLP*1*1*1200*0', 'SVC*HC:J0475:JZ*1200*0**4', ...cas);
  it.each<[string, Candidate, string, readonly string[]]>([
    [
      'a line that was not answered',
      kept(1),
      line('CAS*CO*45*1200'),
      [
        'Line 1, J0475, is not in the remittance.',
        'Line 2, J0475, is not in the remittance.',
        'J0475 of the remittance is not one line of the claim.',
      ],
    ],
    [
      'an amount of the claim as a whole',
      keptWhole(1),
      partOf('CLP*1*1*1200*0', 'CAS*CO*45*1200', 'SVC*HC:J0475:JZ*1200*1200**4'),
      ['The remittance adjusts the claim as a whole. Share that out to the lines by hand.'],
    ],
    [
      'two further amounts',
      keptWhole(1),
      line('CAS*CO*197*600**59*600'),
      ['J0475: CO-197, CO-59 are more than the one further amount that a line takes.'],
    ],
    [
      'an amount below nothing',
      keptWhole(1),
      line('CAS*CO*45*1300**144*-100'),
      ['J0475: CO-144 is -$100.00. Such a claim takes none below 0.'],
    ],
    ['an unknown group', keptWhole(1), line('CAS*QQ*1*1200'), ['J0475: the group of QQ-1 is unknown.']],
    [
      'what does not add up',
      keptWhole(1),
      vectors[6],
      [
        'Line 1, J0475-JZ: charge less adjustments come to $580.69, and $569.08 was paid. ' +
          'That is $11.61 out of balance. Do not post it. A 253 (sequestration) may have been lost.',
      ],
    ],
    [
      'another charge than that of the claim',
      keptWhole(1),
      partOf('CLP*1*1*1000*0', 'SVC*HC:J0475:JZ*1000*0**4', 'CAS*CO*45*1000'),
      ['Line 1, J0475-JZ: paid and adjusted are 1000.00, 200.00 less than the charge of 1200.00.'],
    ],
  ])('is refused with %s', (_, candidate, text, refused) => {
    expect(toNext(candidate, text)).toEqual({ refused });
  });
});

describe('the corrected claim', () => {
  it('has the payer’s number, and nothing else is touched', () => {
    const { record } = kept(1);
    expect(withPayersNumber(record, answerIn(vectors[1]))).toEqual({ ...record, originalReference: 'A1' });
  });

  it.each<[string, Candidate, readonly string[]]>([
    ['nothing', kept(1), []],
    [
      'the dose',
      keptWhole(1),
      [
        'Line 1: J0475, 3 units, $900.00, NDC 66794015702 → J0475-JZ, 4 units, $1,200.00, NDC 66794015702',
        'Line 2: J0475-JW, 1 unit, $300.00, NDC 66794015702 → none',
      ],
    ],
    [
      'diagnosis and day',
      kept(1, { diagnoses: 'G80.0', dateOfService: '03/11/2026' }),
      ['Date of service: 03/10/2026 → 03/11/2026', 'Diagnoses: G80.1 → G80.0'],
    ],
    [
      'the authorization',
      kept(1, { payer: 'commercial', priorAuthorization: 'approved', priorAuthorizationNumber: 'AB12' }),
      ['Preauthorization: none → AB12'],
    ],
    [
      'a charge',
      kept(1, { chargePerUnit: '310' }),
      [
        'Line 1: J0475, 3 units, $900.00, NDC 66794015702 → J0475, 3 units, $930.00, NDC 66794015702',
        'Line 2: J0475-JW, 1 unit, $300.00, NDC 66794015702 → J0475-JW, 1 unit, $310.00, NDC 66794015702',
      ],
    ],
  ])('marks what changed: %s', (_, now, expected) => {
    expect(whatChanged(claimOf(kept(1)), claimOf(now))).toEqual(expected);
  });
});
