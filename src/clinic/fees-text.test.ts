import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyClinicFile } from '../engine/clinic-file';
import { anyClinicFile } from './clinic-file.fixture';
import { readClinicFile, writeClinicFile } from './clinic-file';
import { feesText, readFees } from './fees-text';

const fees = [
  { code: '62370', perUnit: { tenthsOfCent: 350_000 } },
  { code: 'J0475', perUnit: { tenthsOfCent: 200_500 } },
];

describe('the clinic’s charges', () => {
  it('come back from what is shown, and from what a spreadsheet pastes', () => {
    expect(feesText(fees)).toBe('62370 350.00\nJ0475 200.50');
    expect(readFees(feesText(fees))).toEqual({ value: fees });
    expect(readFees('\r\n 62370\t$350\r\n\r\nj0475, 200.5 \r\n')).toEqual({ value: fees });
    expect(readFees(' \n')).toEqual({ value: [] });
  });

  it('any of them come back, shown and in the clinic’s file', () => {
    fc.assert(
      fc.property(anyClinicFile, (file) => {
        expect(readFees(feesText(file.fees))).toEqual({ value: file.fees });
        expect(readClinicFile(writeClinicFile({ ...emptyClinicFile, fees: file.fees }))).toEqual({
          file: { ...emptyClinicFile, fees: file.fees },
        });
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['62370 350\n6237 12', 'Line 2: “6237” is no code of five characters, like 62370'],
    ['62370', 'Line 1: 62370 has no charge'],
    ['62370 many', 'Line 1: The charge of 62370 must be a number, like 181 or 181.50'],
    ['62370 1.234', 'Line 1: The charge of 62370 can have at most 2 decimals'],
    ['62370 0', 'Line 1: The charge of 62370 must be more than 0'],
    ['62370 1\n62370 2', 'Line 2: 62370 stands there twice'],
    [Array.from({ length: 501 }, (_, at) => `${10_000 + at} 1`).join('\n'), 'At most 500 codes fit'],
  ])('%s is refused as a whole', (typed, problem) => {
    expect(readFees(typed)).toEqual({ problem });
  });

  it.each([
    ['[{"code":"62370"}]', '“charge” of charge 1 is missing'],
    [
      '[{"code":"6237","charge":"1"}]',
      '“code” of charge 1 must be a CPT or HCPCS code of five characters, like "62370"',
    ],
    ['[{"code":"62370","charge":"0"}]', '“charge” of charge 1 must be more than 0 and less than'],
    ['[{"code":"62370","charge":1}]', '“charge” of charge 1 must stand in double quotes'],
    ['[{"code":"62370","charge":"1"},{"code":"62370","charge":"2"}]', '“code” of charge 2 stands there twice'],
  ])('%s in a file is refused with its place', (list, reason) => {
    const text = writeClinicFile({ ...emptyClinicFile, fees }).replace(/"fees": \[[^\]]*\]/, `"fees": ${list}`);
    const reading = readClinicFile(text);
    expect('refused' in reading && reading.refused.reason).toContain(reason);
  });
});
