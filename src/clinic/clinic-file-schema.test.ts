import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyOffice } from '../engine/clinic-file';
import { anyClinicFile } from './clinic-file.fixture';
import { readClinicFile, writeClinicFile } from './clinic-file';
import { profileKeys } from './profile-answers';
import schema from './clinic-file.schema.json' with { type: 'json' };

const valid = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
const isRead = (file: unknown): boolean => 'file' in readClinicFile(JSON.stringify(file));

/** A file with everything in it, so that no answer wants another one that is missing. */
const whole = {
  format: 'baclofen-billing-worksheet',
  version: 1,
  profiles: [
    { name: 'Prairie Health', payer: 'commercial', jw: 'required', jz: 'required', unitsPerPeriod: 8, periodDays: 90 },
  ],
  paymentLimits: [{ from: '2026-01-01', through: '2026-01-01', file: 'limits.csv', J0475: '181.466', J0476: '59.514' }],
  crosswalks: [
    {
      from: '2026-01-01',
      through: '2026-01-01',
      file: 'crosswalk.csv',
      rows: [
        {
          ndc: '66794015702',
          hcpcs: 'J0475',
          name: 'Gablofen',
          labeler: 'Piramal',
          volumeMl: '20',
          labeledMg: '40',
          strengthMcgPerMl: 2000,
          containersPerNdc: 1,
        },
      ],
    },
  ],
  printOffset: { rightTenthsMm: 0, downTenthsMm: 0, heightPerMille: 1000 },
  office: { usage: 'T', payers: [{ payer: 'commercial', name: 'Example Plan', id: 'P1' }] },
};

const ofVersion1 = [
  'providerName',
  'providerNpi',
  'providerTaxId',
  'providerStreet',
  'providerCity',
  'providerState',
  'providerZip',
  'renderingLast',
  'renderingFirst',
  'renderingNpi',
];

/** What somebody may put into a file by hand. */
const values: readonly unknown[] = [
  [null, true, false, 0, 1, 3, 4, -1, 1.5, 200, 201, 3650, 3651, 9999, 10_000, 1_000_001],
  [
    '',
    'x',
    'x'.repeat(61),
    'x'.repeat(121),
    'x'.repeat(201),
    'x'.repeat(256),
    '2026-01-01',
    '1989-12-31',
    '2100-01-01',
  ],
  ['01/01/2026', '181.50', '181.4666', '1000000', '1e3', '-1', 'required', 'accepted', 'not-required', 'paid', 'one'],
  ['per-ndc', 'nucc', 'medicaid', 'T', 'J0476', '66794015702', '6679401570', [], ['KD'], ['KD', 'KD'], ['XX'], {}],
].flat();

describe('the schema of a clinic’s file', () => {
  it('takes every file that the page writes', () => {
    fc.assert(
      fc.property(anyClinicFile, (file) => {
        const json: unknown = JSON.parse(writeClinicFile(file));
        expect(valid(json) ? [] : valid.errors).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect([valid(whole), isRead(whole)]).toEqual([true, true]);
  });

  it('has the keys of a profile and of the clinic, and no others', () => {
    const { profile, office } = schema.definitions;
    expect(Object.keys(profile.properties)).toEqual(profileKeys);
    // Those of version 1 are read, and written no more.
    expect(Object.keys(office.properties).sort()).toEqual([...Object.keys(emptyOffice), ...ofVersion1].sort());
  });

  const sameOn = (change: (value: unknown) => unknown) =>
    values.filter((value) => valid(change(value)) !== isRead(change(value)));

  it.each(profileKeys)('says of %s in a profile what the page says', (key) => {
    const differs = sameOn((value) => ({ ...whole, profiles: [{ ...whole.profiles[0], [key]: value }] }));
    expect(differs).toEqual([]);
  });

  it.each([...Object.keys(emptyOffice), ...ofVersion1])('says of %s of the clinic what the page says', (key) => {
    expect(sameOn((value) => ({ ...whole, office: { ...whole.office, [key]: value } }))).toEqual([]);
  });

  it.each(['ndc', 'hcpcs', 'name', 'labeler', 'containersPerNdc'])(
    'says of %s in a crosswalk what the page says',
    (key) => {
      expect(
        sameOn((value) => ({
          ...whole,
          crosswalks: [{ ...whole.crosswalks[0], rows: [{ ...whole.crosswalks[0]?.rows[0], [key]: value }] }],
        })),
      ).toEqual([]);
    },
  );

  it.each(['file', 'J0475'])('says of %s in payment limits what the page says', (key) => {
    expect(sameOn((value) => ({ ...whole, paymentLimits: [{ ...whole.paymentLimits[0], [key]: value }] }))).toEqual([]);
  });

  it.each(Object.keys(whole))(
    'says of the part %s what the page says, and that nothing else may stand there',
    (key) => {
      const { [key as keyof typeof whole]: _left, ...others } = whole;
      expect(valid(others)).toBe(isRead(others));
      const parts: unknown[] = [null, 'x', 1, 2, {}, []];
      expect(parts.filter((value) => valid({ ...whole, [key]: value }) !== isRead({ ...whole, [key]: value }))).toEqual(
        [],
      );
      expect([valid({ ...whole, more: 1 }), isRead({ ...whole, more: 1 })]).toEqual([false, false]);
    },
  );
});
