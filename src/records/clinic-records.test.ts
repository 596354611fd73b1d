import { expect, it } from 'vitest';
import { idNow, isChangedElsewhere, noRecords, withClaim } from './clinic-records';
import { keptClaim } from './day.fixture';

const at = '2026-11-27T15:00:00.000Z';
const of = (...claims: readonly ReturnType<typeof keptClaim>[]) => ({ ...noRecords, claims });
const [one, two, three] = [1, 2, 3].map((number) => ({ ...keptClaim(number), keptAt: at }));

it('a claim that was deleted does not take the place of another that was kept at the same moment', () => {
  const records = of(one!, three!);
  expect(idNow(records, two!)).toBe('id-2');
  const { records: next } = withClaim(records, two!, at, 'new');
  expect(next.claims.map(({ recordId, patientReference }) => [recordId, patientReference])).toEqual([
    ['id-1', 'PT-1'],
    ['id-3', 'PT-3'],
    ['id-2', 'PT-2'],
  ]);
});

it('nor does one that another window changed, and it is not written over', () => {
  const records = of(one!, { ...two!, doseGiven: '31', keptAt: '2026-11-27T15:01:00.000Z' });
  expect(idNow(records, two!)).toBe('id-2');
  expect(isChangedElsewhere(records, two!)).toBe(true);
  expect(isChangedElsewhere(records, one!)).toBe(false);
});

it('one that is kept twice by now stands under the id of its own text', () => {
  const records = of({ ...two!, doseGiven: '31', keptAt: '2026-11-27T15:01:00.000Z' }, { ...two!, recordId: 'new' });
  expect(idNow(records, two!)).toBe('new');
  expect(idNow(records, { ...two!, doseGiven: '32' })).toBe('id-2');
});
