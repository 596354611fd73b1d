import { readBarcode, type BarcodeProblem } from './barcode';
import { formatDate, type IsoDate } from '../engine/dated';
import { formatNdc, ndcsOfTenDigits, readNdc, type Ndc11 } from '../engine/ndc';
import { problem, tooLong, type Reading } from '../engine/typed';
import { readExpiry } from './read-answers';
import { isBulk, productOf, productOfLabel } from '../rules/products';

/** What an NDC or a barcode says of a container. */
export type DrugCode = {
  readonly ndc: Ndc11;
  /** The code of a case: a packing level above that which the NDC names. */
  readonly isCase: boolean;
  readonly lot: string | null;
  readonly expiry: IsoDate | null;
  readonly expiryUnread: string | null;
  readonly lostSeparator: boolean;
};
type DrugCodeReading = Reading<DrugCode> & { readonly candidates?: readonly Ndc11[] };

/** Without the characters that pasting brings along, and with plain hyphens. */
const plain = (typed: string): string =>
  typed
    .replace(/[\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/^[ \t]+|[ \t]+$/g, '')
    .replace(/\p{Pd}/gu, '-');

/**
 * An NDC typed in any form, or what a scanner typed of a barcode. A barcode's ten digits are taken for the container on
 * file that has them on its label; ten digits that a person typed, or of no container on file, come back with every NDC
 * that they may be, those on file first.
 */
export function readDrugCode(typed: string, label: string): DrugCodeReading {
  const long = tooLong(typed, label);
  if (long) return long;
  const text = plain(typed);
  const scanned = readScan(text);
  if (scanned) return scanned;
  const reading = readNdc(text);
  if ('ndc' in reading) {
    return isBulk(reading.ndc)
      ? problem(`${formatNdc(reading.ndc)} is bulk drug for further processing, which is never billed`)
      : {
          value: { ndc: reading.ndc, isCase: false, lot: null, expiry: null, expiryUnread: null, lostSeparator: false },
        };
  }
  if (reading.problem === 'not-an-ndc')
    return problem(`${label} must be an NDC like 66794-157-02, its 11 digits, or a scanned barcode`);
  const onFileFirst = reading.candidates.toSorted(
    (a, b) => Number(productOf(b) !== undefined) - Number(productOf(a) !== undefined),
  );
  return {
    ...problem('Ten digits can be more than one NDC: choose which, or type it with its hyphens'),
    candidates: onFileFirst,
  };
}

/** The NDC of the dose entry, typed or scanned: one field, with nothing to choose from. */
export function readNdcAnswer(typed: string, label: string): Reading<Ndc11> {
  const long = tooLong(typed, label);
  if (long) return long;
  const text = plain(typed);
  const scanned = readScan(text);
  if (scanned?.candidates)
    return problem('The barcode is of no baclofen on file: enter the NDC from the label, with its hyphens');
  if (scanned) return 'value' in scanned ? { value: scanned.value.ndc } : scanned;
  const reading = readNdc(text);
  if ('ndc' in reading) return { value: reading.ndc };
  return reading.problem === 'ambiguous'
    ? problem(`${label} has 10 digits, so it is not clear where a zero is missing: enter it with its hyphens`)
    : problem(`${label} must be 11 digits, or have hyphens like 66794-157-02`);
}

/** The expiry that was scanned with the NDC of the dose entry; null where none was. */
export function expiryOfNdc({ ndc, ndcExpiry }: { readonly ndc: string; readonly ndcExpiry: string }): IsoDate | null {
  const settled = ndcExpiry === '' ? null : readExpiry(ndcExpiry, '');
  return settled && 'value' in settled ? settled.value : expiryScanned(ndc);
}

/** The expiry in a scan that only the NDC was asked of. */
export function expiryScanned(typed: string): IsoDate | null {
  if (typed === '' || tooLong(typed, '')) return null;
  const scanned = readScan(plain(typed));
  return scanned && 'value' in scanned ? scanned.value.expiry : null;
}

/**
 * The answer to the NDC once its field is left: the NDC in its 5-4-2 form, and the expiry that was scanned with it, ''
 * for none. Null where it stands in that form already, or cannot be read.
 */
export function ndcSettled(typed: string): { readonly ndc: string; readonly ndcExpiry: string } | null {
  const reading = typed.trim() === '' ? null : readNdcAnswer(typed, '');
  if (!reading || !('value' in reading) || formatNdc(reading.value) === typed) return null;
  const expiry = expiryScanned(typed);
  return { ndc: formatNdc(reading.value), ndcExpiry: expiry ? formatDate(expiry) : '' };
}

/** What a barcode says; undefined where the text is none. */
function readScan(text: string): DrugCodeReading | undefined {
  const scanned = readBarcode(text);
  if (!scanned) return undefined;
  if ('problem' in scanned) return problem(barcodeProblems[scanned.problem]);
  const { labelDigits, ...told } = scanned.barcode;
  const product = productOfLabel(labelDigits);
  if (product) return { value: { ndc: product.ndc, ...told } };
  return {
    ...problem('The barcode is of no baclofen on file. If the label says baclofen, choose its NDC'),
    candidates: ndcsOfTenDigits(labelDigits),
  };
}

const barcodeProblems: Readonly<Record<BarcodeProblem, string>> = {
  'check-digit': 'The barcode’s check digit does not fit: scan it again',
  'no-drug': 'This barcode is of no US drug: there is no NDC in it',
  'no-item': 'This barcode has no product in it: scan the one that has, or choose the product',
  unreadable: 'The barcode could not be read: scan it again, or choose the product',
};
