import fc from 'fast-check';
import { anyRecord } from '../answers/record.fixture';
import { emptyWorksheet } from '../answers/worksheet-text';
import { anyClinicFile } from '../clinic/clinic-file.fixture';
import { writeClinicFile, readClinicFile } from '../clinic/clinic-file';
import { day, daysAfter } from '../engine/dated';
import { ndc11 } from '../engine/ndc';
import { noRecords, type ClinicRecords, type KeptClaim, type ReceivedVials } from './clinic-records';

const instant = fc
  .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) })
  .map((time) => new Date(time).toISOString());
const id = fc.stringMatching(/^[0-9a-f]{32}$/);
const date = fc.nat(4000).map((days) => daysAfter(day('2020-01-01'), days) ?? day('2020-01-01'));

const anyKeptClaim: fc.Arbitrary<KeptClaim> = fc
  .record({ record: anyRecord, recordId: id, keptAt: instant })
  .map(({ record, recordId, keptAt }) => ({ ...record, recordId, keptAt }));

const anyVials: fc.Arbitrary<ReceivedVials> = fc.record({
  id,
  ndc: fc.constantFrom(ndc11('66794015702'), ndc11('70257056001')),
  lot: fc.string({ unit: 'binary', maxLength: 20 }),
  expiry: fc.option(date, { nil: null }),
  count: fc.integer({ min: 1, max: 9999 }),
  receivedOn: date,
  keptAt: instant,
});

/** Any records that a clinic can keep, as they come back from a file: the clinic’s own part drops spaces at ends. */
export const anyClinicRecords: fc.Arbitrary<ClinicRecords> = fc.record({
  clinic: anyClinicFile.map((file) => {
    const reading = readClinicFile(writeClinicFile(file));
    if ('refused' in reading) throw new Error(reading.refused.reason);
    return reading.file;
  }),
  claims: fc.uniqueArray(anyKeptClaim, { maxLength: 3, selector: ({ recordId }) => recordId }),
  vials: fc.uniqueArray(anyVials, { maxLength: 3, selector: (vials) => vials.id }),
});

/** A kept claim of an invented patient. */
export const keptClaim = (patientReference: string, told: Partial<KeptClaim> = {}): KeptClaim => ({
  ...structuredClone(emptyWorksheet),
  recordId: `r-${patientReference}`,
  keptAt: '2026-11-27T10:00:00.000Z',
  patientReference,
  doseGiven: '36',
  ...told,
});

export const fileId = '0123456789abcdef0123456789abcdef';
export const vialsOne: ReceivedVials = {
  id: 'v-1',
  ndc: ndc11('66794015702'),
  lot: 'L1',
  expiry: null,
  count: 5,
  receivedOn: day('2026-11-02'),
  keptAt: '2026-11-02T10:00:00.000Z',
};
export const twoClaims: ClinicRecords = {
  ...noRecords,
  claims: [keptClaim('PT-1'), keptClaim('PT-2', { refill: { ...emptyWorksheet.refill, aspirated: '3' } })],
  vials: [vialsOne],
};
