import { expect, it } from 'vitest';
import { emptyWorksheet, type WorksheetText } from '../answers/worksheet-text';
import { cameBackPaid, cameBackShort } from './came-back';
import { readCourse } from './course';
import { keptClaim, today } from './day.fixture';

type Told = Partial<WorksheetText['course']>;
const on = '11/25/2026';

it.each<[string, Told, string, ReturnType<typeof cameBackShort>]>([
  ['not back', {}, '', null],
  ['not sent: its code was only looked up', { sentOn: '' }, 'CO-197', null],
  ['back, and nothing more is told', { cameBackOn: on }, '', null],
  ['paid in full', { cameBackOn: on, allowed: '724.80', paid: '724.80' }, '', null],
  ['paid with the patient’s part', { allowed: '724.80', paid: '579.84', patientOwes: '144.96' }, 'CO-45, PR-2', null],
  ['all of it on the patient’s deductible', { allowed: '100', paid: '0', patientOwes: '100' }, 'PR-1', null],
  ['paid, and what was allowed is not told', { paid: '500' }, '', null],
  ['denied', { cameBackOn: on, paid: '0' }, 'CO-16 N822', { kind: 'denied', says: 'Paid: $0.00. Code: CO-16 N822.' }],
  ['denied without a code', { paid: '0' }, '', { kind: 'denied', says: 'Paid: $0.00.' }],
  ['denied by its code alone', { cameBackOn: on }, 'CO-197', { kind: 'denied', says: 'Paid: not told. Code: CO-197.' }],
  [
    'denied in a line',
    { allowed: '600', paid: '600' },
    'CO-197',
    { kind: 'short', says: 'Paid: $600.00. Code: CO-197.' },
  ],
  [
    'paid short',
    { allowed: '724.80', paid: '500', patientOwes: '144.96' },
    '',
    { kind: 'short', says: 'Paid: $500.00. $79.84 of what was allowed is not told as paid or owed.' },
  ],
  [
    'paid but for the sequestration',
    { allowed: '571.24', paid: '447.86', patientOwes: '114.25' },
    'CO-45, CO-253, PR-2',
    null,
  ],
  [
    'short by more than the sequestration',
    { allowed: '571.24', paid: '447.70', patientOwes: '114.25' },
    'CO-45, CO-253, PR-2',
    {
      kind: 'short',
      says: 'Paid: $447.70. $9.29 of what was allowed is not told as paid or owed. Code: CO-45, CO-253, PR-2.',
    },
  ],
  [
    'short by as much, and no code tells of sequestration',
    { allowed: '571.24', paid: '447.86', patientOwes: '114.25' },
    'CO-45, PR-2',
    {
      kind: 'short',
      says: 'Paid: $447.86. $9.13 of what was allowed is not told as paid or owed. Code: CO-45, PR-2.',
    },
  ],
  [
    'a code that is not on file, and nothing paid',
    { paid: '0' },
    'CO-9999',
    { kind: 'denied', says: 'Paid: $0.00. Code: CO-9999.' },
  ],
])('%s', (_, told, remittanceCode, expected) => {
  const record = keptClaim(1, { remittanceCode, course: { ...emptyWorksheet.course, sentOn: on, ...told } });
  expect(cameBackShort(record, readCourse(record, today))).toEqual(expected);
});

it.each<[string, Told, string | undefined]>([
  ['nothing told', {}, undefined],
  ['nothing paid', { paid: '0' }, undefined],
  ['paid', { paid: '640', patientOwes: '0' }, 'Paid: $640.00.'],
  ['all of it of the patient', { paid: '0', patientOwes: '100' }, 'Paid: $0.00. The patient owes $100.00.'],
])('came back paid: %s', (_, told, says) => {
  const record = keptClaim(1, { course: { ...emptyWorksheet.course, sentOn: on, ...told } });
  expect(cameBackPaid(readCourse(record, today))?.says).toBe(says);
});
