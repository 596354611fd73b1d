import { describe, expect, it } from 'vitest';
import { linesOf } from '../engine/claim-lines';
import { inWords } from '../engine/typed';
import { answersOf, isPaidTwice, paidTogether, standingAnswers, withAnswers } from './answers';
import { kept, keptWhole } from './kept.fixture';
import { claimMatcher, type Candidate } from './match-claims';
import { matchLines } from './match-lines';
import { procedureWords, type RemittedClaim } from './remittance';
import { fileOf, fileRead, headOf, partOf, transactionOf } from './remittance.fixture';
import { vectors } from './vectors.fixture';

const claimIn = (...segments: readonly string[]): RemittedClaim => {
  const claim = fileRead(partOf(...segments)).remittances[0]?.claims[0];
  if (!claim) throw new Error('No claim');
  return claim;
};
const linesMatched = ({ claim }: Candidate, ...segments: readonly string[]) => {
  if (!claim) throw new Error('No claim');
  const { matches, unanswered } = matchLines(claimIn('CLP*1*1*1*1', ...segments).lines, linesOf(claim));
  return [
    ...matches.map(({ line, of, certain, says }) =>
      [
        `${procedureWords(line.procedure)} → ${inWords(of.map(({ lineNumber }) => String(lineNumber))) || 'none'}`,
        ...(certain ? [] : ['?']),
        ...(says === null ? [] : [says]),
      ].join(' '),
    ),
    ...unanswered.map(({ lineNumber }) => `${lineNumber} is not answered`),
  ];
};
const dropped = 'By code, charge and units: the payer changed or dropped modifiers.';

describe('lines: 1 is J0475 ×3 at $900, 2 is J0475-JW ×1 at $300', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['as they were sent', ['SVC*HC:J0475*900*1**3', 'SVC*HC:J0475:JW*300*1**1'], ['J0475 → 1', 'J0475-JW → 2']],
    ['in another order', ['SVC*HC:J0475:JW*300*1**1', 'SVC*HC:J0475*900*1**3'], ['J0475-JW → 2', 'J0475 → 1']],
    [
      'without JW: two lines stay two',
      ['SVC*HC:J0475*900*1**3', 'SVC*HC:J0475*300*1**1'],
      ['J0475 → 1', `J0475 → 2 ${dropped}`],
    ],
    [
      'without JW, the waste first',
      ['SVC*HC:J0475*300*1**1', 'SVC*HC:J0475*900*1**3'],
      [`J0475 → 2 ${dropped}`, 'J0475 → 1'],
    ],
    ['with the code that was sent beside it', ['SVC*HC:J0476*900*1**3*HC:J0475'], ['J0476 → 1', '2 is not answered']],
    [
      'denied, with the units that were sent',
      ['SVC*HC:J0475*900*0**0**3', 'SVC*HC:J0475:JW*300*0**0**1'],
      ['J0475 → 1', 'J0475-JW → 2'],
    ],
    ['put together', ['SVC*HC:J0475*1200*1**4'], ['J0475 → 1 and 2 The payer put these lines together.']],
    [
      'fewer units than were sent',
      ['SVC*HC:J0475*900*1**2'],
      ['J0475 → 1 By code, modifiers and charge: the units differ.', '2 is not answered'],
    ],
    [
      'JZ, which is on no line',
      ['SVC*HC:J0475:JZ*300*1**1'],
      ['J0475-JZ → none ? No line of the claim fits it. Choose one.', '1 is not answered', '2 is not answered'],
    ],
    [
      'another code',
      ['SVC*HC:62370*75*1'],
      ['62370 → none ? No line of the claim fits it. Choose one.', '1 is not answered', '2 is not answered'],
    ],
  ])('%s', (_, segments, expected) => {
    expect(linesMatched(kept(1), ...segments)).toEqual(expected);
  });

  it('two lines that are alike but for a dropped JW are taken in their order, and asked about', () => {
    const half = kept(1, { doseGiven: '20', doseWasted: '20' });
    expect(linesMatched(half, 'SVC*HC:J0475*600*1**2', 'SVC*HC:J0475*600*1**2')).toEqual([
      'J0475 → 1',
      `J0475 → 2 ${dropped}`,
    ]);
    expect(linesMatched(half, 'SVC*HC:J0475:TB*600*1**2')).toEqual([`J0475-TB → 1 ? ${dropped}`, '2 is not answered']);
  });

  it('the only line of its code is asked about where charge and units differ', () => {
    expect(linesMatched(keptWhole(1), 'SVC*HC:J0475*100*1**7')).toEqual(['J0475 → 1 ? By its code alone. Check it.']);
  });
});

describe('which kept claim a claim of the remittance answers', () => {
  const told = (candidates: readonly Candidate[], ...segments: readonly string[]) => {
    const { certain, among, says } = claimMatcher(candidates)(claimIn(...segments));
    return [certain, among.map(({ id }) => id).join(' '), says];
  };
  const day = 'DTM*232*20260310';
  const patient = 'NM1*QC*1*ONESAMPLE1*PAT****MI*M1';
  const lines = ['SVC*HC:J0475*900*1**3', 'SVC*HC:J0475*300*1**1'];
  const corrected = kept(1, { recordId: 'id-1b', frequency: '7', originalReference: 'ICN1', chargePerUnit: '310' });

  it.each<[string, readonly Candidate[], readonly string[], readonly unknown[]]>([
    ['its number', [kept(1), kept(2)], ['CLP*WS-1*1*1200*1', day], [true, 'id-1', 'By control number WS-1.']],
    ['its number in other letters', [kept(1)], ['CLP* ws-1*1*1200*1'], [true, 'id-1', 'By control number ws-1.']],
    [
      'the reference, where no number was typed',
      [kept(1, {}, { accountNumber: '' })],
      ['CLP*PT-1*1*1200*1'],
      [true, 'id-1', 'By control number PT-1.'],
    ],
    [
      'its number, but another day',
      [kept(1)],
      ['CLP*WS-1*1*1200*1', 'DTM*232*20260311'],
      [
        false,
        'id-1',
        'Control number WS-1 fits, but another day of service is told. Confirm it, or say that it is none.',
      ],
    ],
    [
      'its number, but another patient and code: someone else’s claim 1',
      [kept(1, {}, { accountNumber: '1' })],
      ['CLP*1*1*75*75', 'NM1*QC*1*OTHER*PERSON****MI*X9', day, 'SVC*HC:99213*75*75'],
      [
        false,
        'id-1',
        'Control number 1 fits, but another patient and code is told. Confirm it, or say that it is none.',
      ],
    ],
    [
      'a number of two claims, told apart by frequency and charge',
      [kept(1), corrected],
      ['CLP*WS-1*1*1240*1***MB*ICN2**7'],
      [true, 'id-1b', 'By control number WS-1, frequency and charge.'],
    ],
    [
      'a number of two claims that are alike',
      [kept(1), kept(2, {}, { accountNumber: 'WS-1', memberId: 'M1' })],
      ['CLP*WS-1*1*1200*1'],
      [false, 'id-1 id-2', 'Several claims have control number WS-1. Choose the one that is meant.'],
    ],
    [
      'the member’s number, day, codes and units',
      [kept(1), kept(2)],
      ['CLP*X*1*1200*1', patient, day, ...lines],
      [true, 'id-1', 'By member number, day 03/10/2026, codes and units. The control number is another one.'],
    ],
    [
      'the name, day, codes and units',
      [kept(1), kept(2)],
      ['CLP*X*1*1200*1', 'NM1*QC*1*OneSample1*Pat', day, ...lines],
      [false, 'id-1', 'By name, day 03/10/2026, codes and units. Confirm that it is this patient.'],
    ],
    [
      'the patient and day, but other units',
      [kept(1)],
      ['CLP*X*1*1200*1', patient, day, 'SVC*HC:J0475*900*1**9'],
      [false, 'id-1', 'Patient and day 03/10/2026 fit, codes or units do not. Confirm it.'],
    ],
    [
      'two claims of patient and day',
      [kept(1), kept(1, { recordId: 'id-1c' })],
      ['CLP*X*1*1200*1', patient, day, ...lines],
      [false, 'id-1 id-1c', 'Several claims of this patient and day 03/10/2026 fit. Choose one.'],
    ],
    [
      'another patient',
      [kept(1)],
      ['CLP*X*1*1200*1', 'NM1*QC*1*OTHER', day, ...lines],
      [false, '', 'No claim that is kept here fits it.'],
    ],
    [
      'no day',
      [kept(1)],
      ['CLP*X*1*1200*1', patient, ...lines],
      [false, '', 'No claim that is kept here fits it. It tells no day of service.'],
    ],
  ])('%s', (_, candidates, segments, expected) => {
    expect(told(candidates, ...segments)).toEqual(expected);
  });
});

describe('answers to one claim count once', () => {
  const paying = (amount: string, trace: string, day: string, text: string): string =>
    fileOf([
      transactionOf([
        ...headOf(amount)
          .map((each) => each.replace('EFT-1', trace))
          .map((each) => each.replace('DTM*405*20261230', `DTM*405*${day}`)),
        ...text.split('~').filter(Boolean),
      ]),
    ]);
  const first = paying('569.08', 'EFT-1', '20260401', vectors[1]);
  const denied = paying('0', 'EFT-0', '20260320', vectors[3].replaceAll('CLP*3', 'CLP*1'));
  const taken = vectors[7].replaceAll('CLP*7', 'CLP*1');
  const corrected = paying('-142.27', 'EFT-2', '20260501', taken);
  const reversalOnly = paying('-569.08', 'EFT-3', '20260501', taken.slice(0, taken.indexOf('CLP*1*1*900')));

  it.each<[string, readonly string[], readonly string[], string]>([
    ['once', [first], ['stands'], '569080'],
    ['the same file opened twice', [first, first], ['stands'], '569080'],
    ['the same file with other line ends', [first, first.replaceAll('~', '~\n')], ['stands'], '569080'],
    ['sent again under another payment', [first, first.replace('EFT-1', 'EFT-9')], ['stands', 'sent-again'], '569080'],
    ['a part of it pasted besides', [first, vectors[1]], ['stands', 'sent-again'], '569080'],
    ['taken back and corrected', [first, corrected], ['reversed', 'reversal', 'stands'], '426810'],
    ['the same, opened the other way round', [corrected, first], ['reversed', 'reversal', 'stands'], '426810'],
    ['taken back alone', [reversalOnly], ['reversal-alone'], '-569080'],
    ['denied, then paid', [denied, first], ['replaced', 'stands'], '569080'],
    ['an amount that is missing', [vectors[8]], ['stands'], 'not told'],
  ])('%s', (_, texts, standing, paid) => {
    const answers = answersOf(texts.map(fileRead));
    expect(standingAnswers(answers).map((each) => each.standing)).toEqual(standing);
    expect(String(paidTogether(answers)?.tenthsOfCent ?? 'not told')).toBe(paid);
  });

  it('are added to those that are known, and how many were there already is told', () => {
    const known = answersOf([fileRead(first)]);
    const { answers, again } = withAnswers(known, answersOf([fileRead(first), fileRead(corrected)]));
    expect([answers.length, again]).toEqual([3, 1]);
  });

  it('two payments of one payer for one claim are told', () => {
    const twice = paying('426.81', 'EFT-4', '20260601', taken.slice(taken.indexOf('CLP*1*1*900')));
    expect(isPaidTwice(answersOf([fileRead(first), fileRead(twice)]))).toBe(true);
    expect(isPaidTwice(answersOf([fileRead(first), fileRead(corrected)]))).toBe(false);
  });
});
