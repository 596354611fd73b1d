import { expect, it } from 'vitest';
import { emptyService } from '../answers/worksheet-text';
import { formatMoney, moneyFromDigits } from '../engine/quantity';
import { answersOf } from '../remittance/answers';
import { kept as sent, keptWhole } from '../remittance/kept.fixture';
import { withAnswersKept } from '../remittance/kept-answers';
import { fileRead } from '../remittance/remittance.fixture';
import { paidForDrugs } from './paid-for-drugs';

const answer = (status: string, ...lines: readonly string[]): string => {
  const paid = lines.reduce((sum, line) => sum + Number(line.split('*')[2]), 0);
  return [`CLP*WS-1*${status}*1550*${paid}**12*B${status}`, ...lines.map((line) => `SVC*${line}`), '']
    .join('~')
    .replaceAll('|', '~');
};
const procedure = { ...emptyService, code: '62370', units: '1', charge: '350' };
const both = keptWhole(1, { payer: 'commercial', services: [procedure] });
const wasted = sent(1, { payer: 'commercial', services: [procedure] });
const alone = keptWhole(1, { payer: 'commercial' });
const drug = 'HC:J0475:JZ*1200*';
const paidProcedure = 'HC:62370*350*300**1|CAS*CO*45*50';

it.each<[string, typeof both, answers: readonly string[], paid: string | null]>([
  ['the drug denied, the procedure paid', both, [answer('1', paidProcedure, `${drug}0**4|CAS*CO*197*1200`)], '$0.00'],
  [
    'paid in part, with the patient’s share',
    both,
    [answer('1', paidProcedure, `${drug}200**4|CAS*PR*2*100|CAS*CO*197*900`)],
    '$300.00',
  ],
  [
    'the payer behind paid what was left to the patient',
    both,
    [
      answer('1', paidProcedure, `${drug}200**4|CAS*PR*2*100|CAS*CO*197*900`),
      answer('2', 'HC:62370*350*0**1|CAS*OA*23*350', `${drug}60**4|CAS*OA*23*1100|CAS*PR*2*40`),
    ],
    '$300.00',
  ],
  [
    'the lines of dose and waste, put together by the payer',
    wasted,
    [answer('1', paidProcedure, 'HC:J0475*1200*150**4|CAS*CO*45*1050')],
    '$150.00',
  ],
  ['no answer beside a procedure', both, [], null],
  ['the claim adjusted as a whole', both, ['CLP*WS-1*1*1550*300**12*B1~CAS*CO*197*1250~'], null],
  ['the drug in no answer', both, [answer('1', paidProcedure)], null],
  ['a line of no line of the claim', both, [answer('1', `${drug}100**4|CAS*CO*45*1100`, 'HC:99213*350*200')], null],
  ['a payment taken back that is not kept', both, [answer('22', 'HC:62370*-350*-300', 'HC:J0475:JZ*-1200*-9')], null],
  ['nothing but the drug: as typed', alone, [], '$545.00'],
])('%s', (_, { record, claim }, answers, paid) => {
  const all = answersOf(answers.map((text) => fileRead(text)));
  const told = {
    record: withAnswersKept(record, all).record,
    paid: moneyFromDigits('500') ?? null,
    patientOwes: moneyFromDigits('45') ?? null,
  };
  const known = claim && paidForDrugs(told, claim);
  expect(known && formatMoney(known)).toBe(paid);
});
