import { describe, expect, it } from 'vitest';
import { noAddress, type PayerAddress } from '../engine/clinic-file';
import { sending as typed } from './parties.fixture';
import { partiesToFill, proposedParties, type Proposed } from './proposed-parties';

const known = (payer: PayerAddress['payer'], name: string): PayerAddress => ({
  ...noAddress,
  payer,
  name,
  id: `${name}-1`,
  indicator: 'CI',
});
const plan = known('commercial', 'PLAN A');
const ofPlan = { payerName: 'PLAN A', payerId: 'PLAN A-1', filingIndicator: 'CI' };
const none = { account: '', patientReference: '' };

describe('proposed', () => {
  it.each([
    ['the account', { account: ' A-7 ', patientReference: 'PT-1' }, 'A-7'],
    ['the reference where there is no account', { account: ' ', patientReference: 'PT-1' }, 'PT-1'],
    ['twenty characters', { account: 'x'.repeat(20), patientReference: '' }, 'x'.repeat(20)],
    ['nothing of one that the element cannot take', { account: 'x'.repeat(21), patientReference: 'PT-1' }, undefined],
    ['nothing where nothing is told', none, undefined],
  ])('as control number: %s', (_what, record, number) =>
    expect(proposedParties(record, { payers: [] }, 'commercial').accountNumber).toBe(number),
  );

  it.each([
    ['the only one of that type', [plan, known('medicaid', 'STATE')], 'PLAN A'],
    ['none of two', [plan, known('commercial', 'PLAN B')], undefined],
    ['none of another type', [known('medicaid', 'STATE')], undefined],
  ])('as payer: %s', (_what, payers, name) =>
    expect(proposedParties(none, { payers }, 'commercial').payerName).toBe(name),
  );
});

describe('filled in', () => {
  const blank = { ...typed, accountNumber: '', payerName: '', payerId: '', filingIndicator: '' };
  it.each<[what: string, sending: Partial<typeof typed>, before: Proposed, now: Proposed, changes: Proposed]>([
    ['where it is blank', {}, {}, { accountNumber: 'PT-1', ...ofPlan }, { accountNumber: 'PT-1', ...ofPlan }],
    ['what is typed wins', { accountNumber: 'WS-1' }, {}, { accountNumber: 'PT-1' }, {}],
    [
      'another reference takes it along',
      { accountNumber: 'PT-1' },
      { accountNumber: 'PT-1' },
      { accountNumber: 'PT-2' },
      { accountNumber: 'PT-2' },
    ],
    [
      'a reference that is taken out as well',
      { accountNumber: 'PT-1' },
      { accountNumber: 'PT-1' },
      {},
      { accountNumber: '' },
    ],
    ['what somebody took out stays out', {}, { accountNumber: 'PT-1' }, { accountNumber: 'PT-1' }, {}],
    ['a payer of which a part is typed is left alone', { payerName: 'MINE' }, {}, ofPlan, {}],
    [
      'a payer that is no longer the only one goes',
      ofPlan as Partial<typeof typed>,
      ofPlan,
      {},
      { payerName: '', payerId: '', filingIndicator: '' },
    ],
  ])('%s', (_what, told, before, now, changes) =>
    expect(partiesToFill({ ...blank, ...told }, before, now)).toEqual(changes),
  );
});
