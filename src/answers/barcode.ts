import { endOfMonth, isoDate, type IsoDate } from '../engine/dated';
import { groupSeparator, readBracketed, readElementStrings, type ElementStrings } from './element-strings';

/**
 * What a barcode on a drug container says. `labelDigits` are the ten digits of the NDC as the label prints it, without
 * hyphens.
 */
export type DrugBarcode = {
  readonly labelDigits: string;
  /** The code of a carton or case, not of what its NDC names: the GTIN begins with a packing level of 1 to 9. */
  readonly isCase: boolean;
  readonly lot: string | null;
  readonly expiry: IsoDate | null;
  /** What stood in the place of an expiry but is no day. */
  readonly expiryUnread: string | null;
  /** The code holds a lot or an expiry that cannot be told, because the separators behind its fields are missing. */
  readonly lostSeparator: boolean;
};

export type BarcodeProblem = 'check-digit' | 'no-drug' | 'no-item' | 'unreadable';
export type BarcodeReading =
  | { readonly barcode: DrugBarcode }
  | { readonly problem: BarcodeProblem }
  /** Not written like a barcode at all. */
  | null;

const longestScan = 200;
/** "]d2" and the like, which tells the kind of symbol. */
const symbology = /^[\s\u001D~^|]*\][A-Za-z]\d/;
/** The separator as scanners spell it out. */
const spelledSeparator = /[<{[(](?:GS|FNC1|0x1D)[>}\])]|\\x1d|\\u001d|\\035|&#(?:29|x1d);|\u241D/gi;
/**
 * What no field of a GS1 code holds stands for the separator: ~ ^ | and the like, control characters, a blank, a pasted
 * line break.
 */
const separators = /[\s\x00-\x1f#$@[\\\]^`{|}~\u23CE]+/g;

/**
 * A barcode as a scanner types it: GS1 element strings in any order (with or without symbology prefix, separators or
 * brackets), a UPC-A of 12 digits, or a GTIN of 13 or 14. A US drug's item number holds 3 and the ten digits of its NDC
 * (GS1 General Specifications; general knowledge, row `barcode`). Never throws.
 */
export function readBarcode(text: string): BarcodeReading {
  const scanned = text.trim();
  // Far the most that stands in a field of codes: an NDC with its hyphens.
  if (/^\d+-\d+-\d+$/.test(scanned)) return null;
  if (scanned.length > longestScan) return { problem: 'unreadable' };
  const bare = scanned.replace(symbology, '').replace(spelledSeparator, groupSeparator);
  const code = bare.replace(separators, groupSeparator).replace(/^\u001D|\u001D$/g, '');
  if (/^\(\d{2,4}\)/.test(code)) return toldBy(readBracketed(code)) ?? { problem: 'unreadable' };
  // As it is printed below the bars: "3 66794 15702 4".
  const number = bare.replace(/\s/g, '').replace(/^[~^|\u001D]+|[~^|\u001D]+$/g, '');
  if (/^\d{12,14}$/.test(number)) return toldBy({ '01': { data: number.padStart(14, '0') }, '10': null, '17': null });
  if (holdsSeveralItems(code)) return { problem: 'unreadable' };
  return (
    toldBy(readElementStrings(code, { itemNeeded: true, item: checks })) ??
    (isGs1(scanned, code) ? { problem: problemOf(code) } : null)
  );
}

/** Two scans one behind the other, the first of them whole: the second would pass for more of the first one’s lot. */
const holdsSeveralItems = (code: string): boolean =>
  [...code.matchAll(/(?=01(\d{14}))/g)].some(
    ({ 1: gtin = '', index }) =>
      gtin.startsWith('03', 1) &&
      checks(gtin) &&
      readElementStrings(code.slice(0, index), { itemNeeded: true, item: checks }) !== undefined,
  );

/** Why a GS1 code tells no item. */
function problemOf(code: string): BarcodeProblem {
  if (readElementStrings(code, { itemNeeded: true, item: () => true })) return 'check-digit';
  return readElementStrings(code, { itemNeeded: false, item: () => false }) ? 'no-item' : 'unreadable';
}

/**
 * Whether a text that could not be read is a GS1 code all the same: by its prefix, a separator that nobody types, or
 * its first fields.
 */
const isGs1 = (scanned: string, code: string): boolean =>
  symbology.test(scanned) ||
  (code.includes(groupSeparator) && /^\d\d/.test(code) && /[^\s!-Z_a-z\u23CE]/.test(scanned)) ||
  (/^01\d/.test(code) && code.length > 14) ||
  /^17\d{6}(10|21)/.test(code);

function toldBy(fields: ElementStrings | undefined): BarcodeReading {
  if (!fields) return null;
  const { '01': item, '10': lot, '17': expiry } = fields;
  if (item === null) return { problem: 'no-item' };
  if (item === 'unclear' || !/^\d{14}$/.test(item.data)) return { problem: 'unreadable' };
  if (!checks(item.data)) return { problem: 'check-digit' };
  if (item.data.slice(1, 3) !== '03') return { problem: 'no-drug' };
  const day = expiry === null || expiry === 'unclear' ? undefined : expiry.data;
  const expiryRead = expiryOf(day);
  return {
    barcode: {
      labelDigits: item.data.slice(3, 13),
      isCase: item.data[0] !== '0',
      lot: lot === 'unclear' ? null : (lot?.data ?? null),
      expiry: expiryRead,
      expiryUnread: expiryRead ? null : (day ?? null),
      lostSeparator: lot === 'unclear' || expiry === 'unclear',
    },
  };
}

/** Whether the last digit of a GTIN-14 checks the others. */
function checks(gtin: string): boolean {
  const sum = Array.from(gtin.slice(0, 13)).reduce(
    (total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 3 : 1),
    0,
  );
  return (10 - (sum % 10)) % 10 === Number(gtin[13]);
}

/** YYMMDD of this century; day 00 is the last day of the month. Null where it is no day. */
function expiryOf(text: string | undefined): IsoDate | null {
  if (text === undefined || !/^\d{6}$/.test(text)) return null;
  const [year, month, dayOfMonth] = [2000 + Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4))];
  if (dayOfMonth > 0) return isoDate(year, month, dayOfMonth) ?? null;
  return endOfMonth(year, month) ?? null;
}
