import type { ClinicRecords, KeptClaim } from './clinic-records';

/** The records without the claim of that id; the others keep their places. */
export const withoutClaim = (records: ClinicRecords, id: string): ClinicRecords => ({
  ...records,
  claims: records.claims.filter(({ recordId }) => recordId !== id),
});

/** A deleted claim back at its place, or last where there are fewer by now; nothing where it stands there again. */
export const withClaimBack = (records: ClinicRecords, claim: KeptClaim, place: number): ClinicRecords =>
  records.claims.some(({ recordId }) => recordId === claim.recordId)
    ? records
    : { ...records, claims: records.claims.toSpliced(place, 0, claim) };
