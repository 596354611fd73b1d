import { expect, it } from 'vitest';
import { keptClaim } from './day.fixture';
import { addressesIn, knownPatient } from './known-patient';

const kept = (on: string, changed: Parameters<typeof keptClaim>[1] = {}, told: Parameters<typeof keptClaim>[2] = {}) =>
  keptClaim(1, { dateOfService: on, recordId: on, ...changed }, { typedFor: 'PT-1', patientLast: 'SAMPLE', ...told });
const asked = { patientReference: ' pt-1 ', recordId: '', payer: 'commercial' } as const;
const [first, last] = [kept('05/04/2026', {}, { memberId: 'M1' }), kept('08/03/2026', {}, { memberId: 'M2' })];

it('the last record of the reference tells patient and member, and says which it is', () => {
  const known = knownPatient(asked, [last, first]);
  expect([known?.patient.patientLast, known?.member?.memberId, known?.from]).toEqual([
    'SAMPLE',
    'M2',
    'From the record of 08/03/2026.',
  ]);
});

it.each([
  ['a blank reference', { ...asked, patientReference: '' }, [last]],
  ['another reference', { ...asked, patientReference: 'PT-2' }, [last]],
  ['the claim itself', { ...asked, recordId: last.recordId }, [last]],
  ['nobody named', asked, [kept('05/04/2026', {}, { patientLast: ' ' })]],
  ['a patient who was typed for another reference', asked, [kept('05/04/2026', {}, { typedFor: 'PT-9' })]],
  ['two patients under one reference', asked, [first, kept('08/03/2026', {}, { patientLast: 'OTHER' })]],
] as const)('nothing is known of %s', (_, of, claims) => expect(knownPatient(of, claims)).toBeNull());

it('the member is of the same payer type, or not known', () => {
  const medicare = kept('09/01/2026', { payer: 'medicare-part-b' }, { memberId: 'MBI' });
  expect(knownPatient(asked, [first, medicare])?.member?.memberId).toBe('M1');
  expect(knownPatient({ ...asked, payer: 'medicaid' }, [first, medicare])).toMatchObject({ member: null });
});

it('towns stand under the ZIPs of the kept claims, each once', () => {
  expect(addressesIn([first, last, kept('09/01/2026', {}, { patientZip: '' })])).toEqual([
    { street: '', city: 'Fargo', state: 'ND', zip: '58102' },
  ]);
});
