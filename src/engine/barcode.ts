import { endOfMonth, isoDate, type IsoDate } from './dated';

/** What a barcode on a drug container says. `labelDigits` are the ten digits of the NDC as the label prints it, without hyphens. */
export type DrugBarcode = {
  readonly labelDigits: string;
  readonly lot: string | null;
  readonly expiry: IsoDate | null;
  /** What stood in the place of an expiry but is no day. */
  readonly expiryUnread: string | null;
};

export type BarcodeReading =
  | { readonly barcode: DrugBarcode }
  | { readonly problem: 'check-digit' | 'no-drug' | 'unreadable' }
  /** Not written like a barcode at all. */
  | null;

/** Ends a field of variable length in a GS1 code; a keyboard wedge sends it as ASCII 29 or as Ctrl+]. */
export const groupSeparator = '\u001D';

/** GS1 application identifiers of a drug label: 01 item, 17 expiry, 11 production date, 10 lot, 21 serial, 240 and 30 besides. */
const fixedLength: Readonly<Record<string, number>> = { '01': 14, '17': 6, '11': 6, '13': 6, '15': 6 };
const longest: Readonly<Record<string, number>> = { '10': 20, '21': 20, '30': 8, '240': 30 };

/**
 * A barcode as a scanner types it: a GS1 code (with or without symbology prefix, separators or brackets), a
 * UPC-A of 12 digits, or a GTIN of 13 or 14. A US drug's item number holds 3 and the ten digits of its NDC
 * (GS1 General Specifications; general knowledge, row `barcode`). Never throws.
 */
export function readBarcode(text: string): BarcodeReading {
  const scanned = text.trim().replace(/^\][A-Za-z]\d/, '').replace(/^\u001D/, '');
  const fields = scanned.startsWith('(01)') ? bracketed(scanned) : /^01\d{14}/.test(scanned) && scanned.length > 14 ? concatenated(scanned) : undefined;
  if (fields) {
    const item = itemNumber(fields['01'] ?? '');
    if ('problem' in item) return item;
    // A lot that ends like an expiry, with no expiry told and no separator: one was dropped, and neither can be known.
    if (!scanned.includes(groupSeparator) && !('17' in fields) && !scanned.startsWith('(') && /.17\d{6}$/.test(fields['10'] ?? '')) {
      return { barcode: { ...item, lot: null, expiry: null, expiryUnread: null } };
    }
    const expiry = expiryOf(fields['17']);
    return { barcode: { ...item, lot: fields['10'] || null, expiry, expiryUnread: expiry ? null : fields['17'] || null } };
  }
  if (/^\(?01\)?\d/.test(scanned) && scanned.length > 14) return { problem: 'unreadable' };
  if (!/^\d{12,14}$/.test(scanned)) return null;
  const item = itemNumber(scanned.padStart(14, '0'));
  return 'problem' in item ? item : { barcode: { ...item, lot: null, expiry: null, expiryUnread: null } };
}

/** "(01)00366794157021(17)280331(10)AB1": as people read it. */
function bracketed(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...text.matchAll(/\((\d{2,4})\)([^(]*)/g)].map(([, id = '', value = '']) => [id, value.replaceAll(groupSeparator, '').trim()]));
}

/**
 * One field after the other. Where a scanner dropped a separator, what follows a field of variable length
 * cannot be told from it: such a field is left out as soon as it is too long, rather than guessed at.
 */
function concatenated(text: string): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  let rest = text;
  while (rest !== '') {
    const id = [3, 2].map((length) => rest.slice(0, length)).find((each) => each in fixedLength || each in longest);
    if (id === undefined) break;
    const fixed = fixedLength[id];
    const value = fixed === undefined ? (rest.slice(id.length).split(groupSeparator)[0] ?? '') : rest.slice(id.length, id.length + fixed);
    if (value.length > (longest[id] ?? 14)) break;
    fields[id] = value;
    rest = rest.slice(id.length + value.length).replace(/^\u001D/, '');
  }
  return fields;
}

/** The NDC digits in a GTIN-14, whose last digit checks the others. The first digit tells the packing level: 0 to 8. */
function itemNumber(gtin: string): { readonly labelDigits: string } | { readonly problem: 'check-digit' | 'no-drug' | 'unreadable' } {
  if (!/^\d{14}$/.test(gtin)) return { problem: 'unreadable' };
  const sum = Array.from(gtin.slice(0, 13)).reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 3 : 1), 0);
  if ((10 - (sum % 10)) % 10 !== Number(gtin[13])) return { problem: 'check-digit' };
  return gtin.slice(1, 3) === '03' ? { labelDigits: gtin.slice(3, 13) } : { problem: 'no-drug' };
}

/** YYMMDD of this century; day 00 is the last day of the month. Null where it is no day. */
function expiryOf(text: string | undefined): IsoDate | null {
  if (text === undefined || !/^\d{6}$/.test(text)) return null;
  const [year, month, dayOfMonth] = [2000 + Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4))];
  if (dayOfMonth > 0) return isoDate(year, month, dayOfMonth) ?? null;
  return endOfMonth(year, month) ?? null;
}
