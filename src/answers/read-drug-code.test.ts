import { describe, expect, it } from 'vitest';
import { readDrugCode, readNdcAnswer } from './read-drug-code';

const gs = '\u001D';
const fitting = { value: '66794015702' };

describe('the NDC of the dose entry', () => {
  it.each([
    ['66794-157-02', { value: '66794015702' }],
    ['66794-0157-02', { value: '66794015702' }],
    ['66794‑157‑02', { value: '66794015702' }],
    ['70121-2504-2', { value: '70121250402' }],
    ['1234-1234-12', { value: '01234123412' }],
    ['66794015702', { value: '66794015702' }],
    [
      '6679415702',
      {
        problem:
          'NDC of the container has 10 digits, so it is not clear where a zero is missing: enter it with its hyphens',
      },
    ],
    ['12345', { problem: 'NDC of the container must be 11 digits, or have hyphens like 66794-157-02' }],
    ['1234-123-12', { problem: 'NDC of the container must be 11 digits, or have hyphens like 66794-157-02' }],
    ['NDC: 66794-157-02', fitting],
    ['NDC 66794-157-02', fitting],
    ['ndc# 66794 0157 02', fitting],
    ['N466794015702', fitting],
    ['66794.157.02', fitting],
    ['66794 157 02', fitting],
    ['667 940 15702', fitting],
    ['66794.157-02', fitting],
    [
      '66 794 157 02',
      {
        problem:
          'NDC of the container has 10 digits, so it is not clear where a zero is missing: enter it with its hyphens',
      },
    ],
    ['00409 6509 01', { value: '00409650901' }],
    ['NDC', { problem: 'NDC of the container must be 11 digits, or have hyphens like 66794-157-02' }],
  ])('typed as %j', (typed, reading) => {
    expect(readNdcAnswer(typed, 'NDC of the container')).toEqual(reading);
  });

  it.each([
    ['item alone', '0100366794157024', fitting],
    ['UPC-A', '366794157024', fitting],
    ['UPC-A as printed', '3 66794 15702 4', fitting],
    ['EAN-13', '0366794157024', fitting],
    ['GTIN-14', '00366794157024', fitting],
    ['a case', '50366794157029', fitting],
    ['everything, in another order', `]d210AB12${gs}010036679415702417280331`, fitting],
    ['separators lost', '01003667941570241728033110AB121SER9', fitting],
    ['with the Enter key', '0100366794157024\r\n', fitting],
    ['a book', '9781234567897', { problem: 'This barcode is of no US drug: there is no NDC in it' }],
    ['a slip', '0100366794157025', { problem: 'The barcode’s check digit does not fit: scan it again' }],
    [
      'lot and expiry alone',
      '1728033110AB12',
      { problem: 'This barcode has no product in it: scan the one that has, or choose the product' },
    ],
    [
      'another drug',
      '0100304096509011',
      { problem: 'The barcode is of no baclofen on file: enter the NDC from the label, with its hyphens' },
    ],
  ])('scanned: %s', (_what, scanned, reading) => {
    expect(readNdcAnswer(scanned, 'NDC of the container')).toEqual(reading);
  });
});

describe('NDC or barcode of a container', () => {
  it.each([
    [
      'a vial',
      '01003667941570241728033110AB12',
      { ndc: '66794015702', isCase: false, lot: 'AB12', expiry: '2028-03-31', lostSeparator: false },
    ],
    [
      'a case of vials',
      '01503667941570291728033110AB12',
      { ndc: '66794015702', isCase: true, lot: 'AB12', expiry: '2028-03-31', lostSeparator: false },
    ],
    [
      'a lost separator',
      '01003667941570241728033110AB121SER9',
      { ndc: '66794015702', isCase: false, lot: null, expiry: '2028-03-31', lostSeparator: true },
    ],
    [
      'an NDC typed',
      'NDC: 66794-157-02',
      { ndc: '66794015702', isCase: false, lot: null, expiry: null, lostSeparator: false },
    ],
  ])('%s', (_what, typed, value) => {
    expect(readDrugCode(typed, 'NDC or barcode')).toMatchObject({ value });
  });

  it('a barcode of no container on file asks which NDC it is', () => {
    expect(readDrugCode('0100304096509011', 'NDC')).toEqual({
      problem: 'The barcode is of no baclofen on file. If the label says baclofen, choose its NDC',
      candidates: ['04096050901', '04096509001', '00409650901'],
    });
  });
});
