import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBarcode } from './barcode';
import { day } from './dated';

const gs = '\u001D';
/** GTINs whose check digits were worked out by hand: NDC 66794-157-02 and 70121-2504-2. */
const gablofen = { gtin: '00366794157024', digits: '6679415702' };
const lioresal = { gtin: '00370121250425', digits: '7012125042' };

describe('what a scanner types', () => {
  it.each([
    ['UPC-A', '366794157024', gablofen.digits, null, null],
    ['EAN-13', '0366794157024', gablofen.digits, null, null],
    ['GTIN-14', gablofen.gtin, gablofen.digits, null, null],
    ['GS1, item, expiry and lot', `01${gablofen.gtin}1728033110AB1`, gablofen.digits, 'AB1', '2028-03-31'],
    ['GS1 with its symbology prefix', `]d201${lioresal.gtin}1728033110AB1`, lioresal.digits, 'AB1', '2028-03-31'],
    ['GS1, lot before expiry', `01${lioresal.gtin}10AB1${gs}17280331`, lioresal.digits, 'AB1', '2028-03-31'],
    ['GS1 with a serial number', `01${gablofen.gtin}21S77${gs}17280331${gs}10AB1`, gablofen.digits, 'AB1', '2028-03-31'],
    ['GS1 with day 00: the end of the month', `01${gablofen.gtin}1728020010AB1`, gablofen.digits, 'AB1', '2028-02-29'],
    ['GS1 without lot', `01${gablofen.gtin}17280331`, gablofen.digits, null, '2028-03-31'],
    ['GS1 in brackets', `(01)${gablofen.gtin}(17)280331(10)AB-1`, gablofen.digits, 'AB-1', '2028-03-31'],
    ['a lot whose separator was dropped is not guessed at', `01${gablofen.gtin}10AB117260131`, gablofen.digits, null, null],
    ['a lot that only looks odd is kept behind an expiry', `01${gablofen.gtin}1728033110AB17280331`, gablofen.digits, 'AB17280331', '2028-03-31'],
    ['a serial number whose separator was dropped swallows nothing it should not', `01${gablofen.gtin}21SERIAL00000000017172803311012345`, gablofen.digits, null, null],
  ])('%s', (_what, scanned, labelDigits, lot, expiry) => {
    expect(readBarcode(scanned)).toEqual({ barcode: { labelDigits, lot, expiry: expiry && day(expiry), expiryUnread: null } });
  });

  it('an expiry that is no day is handed on as it was scanned', () => {
    expect(readBarcode(`01${gablofen.gtin}1728133110AB1`)).toEqual({ barcode: { labelDigits: gablofen.digits, lot: 'AB1', expiry: null, expiryUnread: '281331' } });
  });

  it.each([
    ['a book', '9781234567897', 'no-drug'],
    ['groceries', '036000291452', 'no-drug'],
    ['a wrong check digit', '366794157025', 'check-digit'],
    ['a cut-off GS1 code', '0100366794157', 'check-digit'],
    ['a bracketed item that is too long', `(01)${gablofen.gtin}9999`, 'unreadable'],
    ['a GS1 code with letters in the item', '01003667941570XX17280331', 'unreadable'],
  ])('%s: %s is %s', (_what, scanned, problem) => {
    expect(readBarcode(scanned)).toEqual({ problem });
  });

  it.each(['66794-157-02', '66794015702', '6679415702', '', 'Gablofen'])('%j is no barcode', (typed) => {
    expect(readBarcode(typed)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^01\d{10,40}$/), fc.stringMatching(/^\(01\).{0,40}$/)), (text) => {
      expect(() => readBarcode(text)).not.toThrow();
    }));
  });
});
