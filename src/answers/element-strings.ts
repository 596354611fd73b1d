/** Ends a field of variable length in a GS1 code: FNC1, which scanners send as ASCII 29. */
export const groupSeparator = '\u001D';

type Format = { readonly digitsOnly: boolean; readonly least: number; readonly most: number };
const digits = (length: number): Format => ({ digitsOnly: true, least: length, most: length });
const digitsUpTo = (most: number): Format => ({ digitsOnly: true, least: 1, most });
const textUpTo = (most: number): Format => ({ digitsOnly: false, least: 1, most });

/**
 * The application identifiers (AI) that stand on drug labels, with the length of their data (GS1 General
 * Specifications, general knowledge, row `barcode`). No identifier is the beginning of another.
 */
const onDrugLabels: Readonly<Record<string, Format>> = {
  '00': digits(18), // logistic unit
  '01': digits(14), // item (GTIN)
  '02': digits(14), // item contained
  '10': textUpTo(20), // batch or lot
  ...each(['11', '12', '13', '15', '16', '17'], digits(6)), // dates; 17 is the expiry
  '20': digits(2), // variant
  '21': textUpTo(20), // serial number
  '22': textUpTo(20), // consumer product variant
  '30': digitsUpTo(8), // count of items
  '37': digitsUpTo(8), // count of items contained
  ...each(['240', '241', '250', '251', '400'], textUpTo(30)), // the maker's further numbers
  ...each(['410', '411', '412', '413', '414', '415', '416', '417'], digits(13)), // locations
  '7003': digits(10), // expiry with its time
  ...each(['710', '711', '712', '713', '714', '715', '716'], textUpTo(20)), // national drug numbers
};
/** A company's own data: read past where separators tell its end, never supposed in a code without them. */
const internal: Readonly<Record<string, Format>> = each(
  ['90', '91', '92', '93', '94', '95', '96', '97', '98', '99'],
  textUpTo(90),
);
const anywhere: Readonly<Record<string, Format>> = { ...onDrugLabels, ...internal };

function each(ids: readonly string[], format: Format): Record<string, Format> {
  return Object.fromEntries(ids.map((id) => [id, format]));
}

/** GS1's character set 82: no blank, and none of # $ @ [ \ ] ^ ` { | } ~. */
const notInText = /[^!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]/;
const fits = (data: string, { digitsOnly, least, most }: Format): boolean =>
  data.length >= least && data.length <= most && !(digitsOnly ? /\D/ : notInText).test(data);

const wantedIds = ['01', '10', '17'] as const;
type Wanted = (typeof wantedIds)[number];

/** What all readings of a code say of item, lot and expiry; null: none of them holds it; 'unclear': they differ. */
export type ElementStrings = { readonly [id in Wanted]: { readonly data: string } | null | 'unclear' };
const nothing: ElementStrings = { '01': null, '10': null, '17': null };

type Accepts = {
  /** Which data of an item number makes a reading one; a reading without an item number is none where `itemNeeded`. */
  readonly item: (gtin: string) => boolean;
  readonly itemNeeded: boolean;
};

/**
 * Every way to read a code completely as element strings, in any order. A field of variable length ends at a separator
 * or at the end of the code; in a code that holds no separator at all, one may have been lost behind any character.
 * Item, lot and expiry stand once in a code. Undefined where there is no such way.
 */
export function readElementStrings(scanned: string, accepts: Accepts): ElementStrings | undefined {
  const code = withoutIdleSeparators(scanned);
  const separated = code.includes(groupSeparator);
  const formats = separated ? anywhere : onDrugLabels;
  const known = new Map<string, ElementStrings | undefined>();

  /** What all readings of the rest say, once the fields in `told` have been read. */
  function rest(from: number, told: readonly Wanted[]): ElementStrings | undefined {
    const start = code[from] === groupSeparator ? from + 1 : from;
    if (start === code.length) return accepts.itemNeeded && !told.includes('01') ? undefined : nothing;
    const key = `${start} ${wantedIds.filter((id) => told.includes(id)).join()}`;
    if (!known.has(key)) known.set(key, agreed(fieldsAt(start).map(([id, end]) => withField(id, start, end, told))));
    return known.get(key);
  }

  function withField(id: string, start: number, end: number, told: readonly Wanted[]): ElementStrings | undefined {
    const wanted = wantedIds.find((each) => each === id);
    if (!wanted) return rest(end, told);
    const data = code.slice(start + id.length, end);
    if (told.includes(wanted) || (wanted === '01' && !accepts.item(data))) return undefined;
    const others = rest(end, [...told, wanted]);
    return others && { ...others, [wanted]: { data } };
  }

  /** The fields that may stand at a place: identifier and end. */
  function fieldsAt(start: number): (readonly [string, number])[] {
    const id = [2, 3, 4].map((length) => code.slice(start, start + length)).find((text) => text in formats);
    const format = id === undefined ? undefined : formats[id];
    if (id === undefined || !format) return [];
    const begin = start + id.length;
    const stop = code.indexOf(groupSeparator, begin);
    const last = stop < 0 ? code.length : stop;
    const least = separated && format.least < format.most ? last : begin + format.least;
    const ends = Array.from(
      { length: Math.max(0, Math.min(begin + format.most, last) - least + 1) },
      (_, more) => least + more,
    );
    return ends.filter((end) => fits(code.slice(begin, end), format)).map((end) => [id, end] as const);
  }

  return rest(0, []);
}

/**
 * A separator between fields of fixed length ends nothing: it may be a blank or a line break, and is no proof that
 * those behind the fields of variable length are still there.
 */
function withoutIdleSeparators(code: string): string {
  let at = 0;
  for (let isFixed = true; isFixed;) {
    if (code[at] === groupSeparator) at += 1;
    const id = [2, 3, 4].map((length) => code.slice(at, at + length)).find((text) => text in anywhere);
    const format = id === undefined ? undefined : anywhere[id];
    isFixed =
      id !== undefined &&
      format !== undefined &&
      format.least === format.most &&
      fits(code.slice(at + id.length, at + id.length + format.most), format);
    if (id !== undefined && format && isFixed) at += id.length + format.most;
  }
  return code.includes(groupSeparator, at) ? code : code.replaceAll(groupSeparator, '');
}

/** What several readings agree on. */
function agreed(readings: readonly (ElementStrings | undefined)[]): ElementStrings | undefined {
  return readings.reduce((all, reading) => {
    if (!all || !reading) return all ?? reading;
    const [item, lot, expiry] = wantedIds.map((id) => (isSame(all[id], reading[id]) ? all[id] : 'unclear'));
    return { '01': item ?? null, '10': lot ?? null, '17': expiry ?? null };
  }, undefined);
}

function isSame(one: ElementStrings[Wanted], other: ElementStrings[Wanted]): boolean {
  if (one === null || other === null) return one === other;
  return one !== 'unclear' && other !== 'unclear' && one.data === other.data;
}

/**
 * "(01)00366794157021(17)280331(10)AB1", as people read it: brackets tell where each field begins and ends, so a known
 * identifier must hold just what it may. Undefined where one does not, or where one stands twice with other data.
 */
export function readBracketed(text: string): ElementStrings | undefined {
  const fields = [...text.matchAll(/\((\d{2,4})\)([^(]*(?:\((?!\d{2,4}\))[^(]*)*)/g)].map(([, id = '', data = '']) => ({
    id,
    // Blanks between groups of digits are for the eye.
    data: data.replace(anywhere[id]?.digitsOnly ? /\u001D/g : /^\u001D|\u001D$/g, ''),
  }));
  const sound = fields.every(({ id, data }) => {
    const format = anywhere[id];
    return (!format || fits(data, format)) && fields.every((other) => other.id !== id || other.data === data);
  });
  if (!sound) return undefined;
  const told = (id: Wanted) => fields.find((field) => field.id === id) ?? null;
  return { '01': told('01'), '10': told('10'), '17': told('17') };
}
