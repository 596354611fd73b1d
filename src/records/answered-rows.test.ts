import { expect, it } from 'vitest';
import { fileOf, fileRead, headOf, transactionOf } from '../remittance/remittance.fixture';
import { answeredRows, foundAnswers, withAnswersTaken, type Chosen } from './answered-rows';
import { keptClaim, rowsOf, today } from './day.fixture';
import type { DayRow } from './day-rows';

const claims = [
  'CLP*WS-1*1*800*400*100*MB*ICN1',
  'SVC*HC:J0475*600*300**3',
  'CAS*CO*45*225',
  'CAS*PR*2*75',
  'SVC*HC:J0475:JW*200*100**1',
  'CAS*CO*45*75',
  'CAS*PR*2*25',
  'CLP*WS-2*1*800*0**MB*ICN2',
  'SVC*HC:J0475*600*0**0**3',
  'CAS*CO*197*600',
  'SVC*HC:J0475:JW*200*0**0**1',
  'CAS*CO*197*200',
  'CLP*WS-9*1*75*75**MB*ICN9',
  'SVC*HC:99213*75*75',
];
const file = fileRead(fileOf([transactionOf([...headOf('475'), ...claims])]));
const kept = (number: number) => keptClaim(number, { chargePerUnit: '200', payer: 'medicare-part-b' });
const rows = rowsOf(kept(1), kept(2), kept(3));
const none: Chosen = new Map();
const told = (own: readonly DayRow[], chosen: Chosen = none) =>
  answeredRows(foundAnswers([file], own, chosen), today).map((row) => [
    row.own?.reference ?? 'none',
    row.match.says,
    row.standing,
    row.isKept,
    ...row.parts().map(({ name, next }) => `${name}: ${next.outcome}, ${next.steps[0].kind}`),
  ]);

it('each answer stands with its kept claim, its lines and the next step', () => {
  expect(told(rows)).toEqual([
    [
      'PT-1',
      'By control number WS-1.',
      'stands',
      false,
      'Line 1, J0475: paid, bill-patient',
      'Line 2, J0475-JW: paid, bill-patient',
    ],
    [
      'PT-2',
      'By control number WS-2.',
      'stands',
      false,
      'Line 1, J0475: denied, ask-plan',
      'Line 2, J0475-JW: denied, ask-plan',
    ],
    [
      'none',
      'No claim that is kept here fits it. It tells no day of service.',
      'stands',
      false,
      'Line 1, 99213: paid, nothing',
    ],
  ]);
});

it('a person chooses the claim of an answer that fits none', () => {
  const key = foundAnswers([file], rows, none)[2]?.key ?? '';
  expect(told(rows, new Map([[key, 'id-3']]))[2]?.[0]).toBe('PT-3');
});

it('is kept with its claim once, and what is there already is told', () => {
  const found = foundAnswers([file], rows, none);
  const { changed, taken, again, says } = withAnswersTaken(found);
  expect([taken, again, says]).toEqual([2, 0, []]);
  expect(
    changed.map(({ recordId, course, remittanceCode }) => [recordId, course.paid, course.patientOwes, remittanceCode]),
  ).toEqual([
    ['id-1', '400.00', '100.00', 'CO-45, PR-2'],
    ['id-2', '0.00', '0.00', 'CO-197'],
  ]);
  const now = rowsOf(...changed);
  expect(now.map(({ status }) => status)).toContain('denied');
  expect(told(now).map(([, , , isKept]) => isKept)).toEqual([true, true, false]);
  expect(withAnswersTaken(foundAnswers([file], now, none))).toMatchObject({ changed: [], taken: 0, again: 2 });
});

it('is of the claim that keeps it, and never of the one that was filled in from it', () => {
  const [first] = withAnswersTaken(foundAnswers([file], rows, none)).changed;
  const own = first ?? kept(1);
  const made = { ...own, recordId: 'id-7', remittances: [] };
  const from = { as: 'next-payer' as const, claim: 'id-1', payer: '', answeredOn: '', payersNumber: 'ICN1' };
  expect(told(rowsOf(kept(1), made))[0]?.slice(0, 2)).toEqual([
    'none',
    'Several claims have control number WS-1. Choose the one that is meant.',
  ]);
  const ids = (own: readonly DayRow[]) => foundAnswers([file], own, none).map((each) => each.own?.id);
  expect(ids(rowsOf(kept(1), { ...made, madeFrom: from }))[0]).toBe('id-1');
  expect(ids(rowsOf(own, made))[0]).toBe('id-1');
});
