import { expect, it } from 'vitest';
import { noRecords, type ClinicRecords } from './clinic-records';
import { keptClaim } from './day.fixture';
import { withClaimBack, withoutClaim } from './delete-claim';

const [first, second, third] = [keptClaim(1), keptClaim(2), keptClaim(3)] as const;
const records: ClinicRecords = { ...noRecords, claims: [first, second, third] };

it('a claim is taken out alone', () => {
  expect(withoutClaim(records, 'id-2')).toEqual({ ...noRecords, claims: [first, third] });
  expect(withoutClaim(records, 'id-9')).toEqual(records);
});

it('and stands again at its place, to the letter', () => {
  expect(withClaimBack(withoutClaim(records, 'id-2'), second, 1)).toEqual(records);
  expect(withClaimBack(withoutClaim(records, 'id-1'), first, 0)).toEqual(records);
});

it('last where others were deleted since, and once only', () => {
  const few = { ...noRecords, claims: [first] };
  expect(withClaimBack(few, third, 2).claims).toEqual([first, third]);
  expect(withClaimBack(records, third, 2)).toBe(records);
});
