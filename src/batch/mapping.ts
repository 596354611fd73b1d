import { asciiLower } from '../engine/ascii';
import type { KeptMapping } from '../engine/clinic-file';
import { mostTyped } from '../engine/typed';
import { columns, isBilled, noCells, specOf, type BatchRow, type Column } from './columns';

/** Where the text of a column comes from: columns of the file, by their places, or one text for every row. */
export type Source = { readonly places: readonly number[] } | { readonly always: string };
export type Mapping = Partial<Readonly<Record<Column, Source>>>;

/** A heading as it is compared: its letters and digits alone. */
export const headingKey = (heading: string): string =>
  asciiLower(heading.normalize('NFKC')).replace(/[^\p{L}\p{N}]+/gu, '');

/** How billing systems shorten words in their headings. */
const shortened: ReadonlyMap<string, string> = new Map(
  Object.entries({
    date: 'dt dte',
    amount: 'amt',
    code: 'cd',
    number: 'no num nbr nr',
    quantity: 'qty',
    insurance: 'ins insur',
    account: 'acct acc',
    patient: 'pat pt ptnt',
    procedure: 'proc px',
    modifier: 'mod mods modifiers mdfr',
    diagnosis: 'dx diag',
    service: 'svc serv srvc',
    authorization: 'auth',
    units: 'unit unt',
    charge: 'chg chrg chrge',
    payment: 'pmt pymt',
    initials: 'init inits',
    provider: 'prov',
  }).flatMap(([word, others]) => others.split(' ').map((other) => [other, word] as const)),
);
/** A heading as it would be written out: “Svc Dt” is “service date”. */
const writtenOut = (heading: string): string =>
  asciiLower(heading.normalize('NFKC'))
    .split(/[^\p{L}\p{N}]+|(?<=\p{L})(?=\p{N})/u)
    .map((word) => shortened.get(word) ?? word)
    .join('');

const allSpellings: readonly (readonly [string, Column])[] = columns.flatMap((column) => {
  const { label, headings } = specOf(column);
  return [column, label, ...headings].map((each) => [each, column] as const);
});
const spellings: ReadonlyMap<string, Column> = new Map(
  allSpellings.map(([each, column]) => [headingKey(each), column]),
);

/** What written out can be two columns is neither. */
const spellingsWrittenOut: ReadonlyMap<string, Column | null> = (() => {
  const found = new Map<string, Column | null>();
  for (const [each, column] of allSpellings) {
    const key = writtenOut(each);
    found.set(key, (found.get(key) ?? column) === column ? column : null);
  }
  return found;
})();

const columnCalled = (heading: string): Column | null =>
  spellings.get(headingKey(heading)) ?? spellingsWrittenOut.get(writtenOut(heading)) ?? null;

/** Headings that stand more than once: which of them is meant is not guessed. */
export function doubledHeadings(headings: readonly string[]): readonly string[] {
  const keys = headings.map(headingKey);
  const isDoubled = (key: string, place: number) =>
    key !== '' && keys.indexOf(key) === place && keys.lastIndexOf(key) !== place;
  return headings.filter((_, place) => isDoubled(keys[place] ?? '', place));
}

/**
 * What the headings propose: first what the clinic kept for these very headings, then what they are usually called. A
 * doubled heading proposes nothing, and neither do two headings for a column that takes one.
 */
export function proposedMapping(headings: readonly string[], kept: readonly KeptMapping[] = []): Mapping {
  const remembered = kept.find((each) => fits(each, headings));
  if (remembered) return fromKept(remembered, headings);
  const doubled = new Set(doubledHeadings(headings).map(headingKey));
  const found = new Map<Column, number[]>();
  for (const [place, heading] of headings.entries()) {
    const key = headingKey(heading);
    const column = doubled.has(key) ? null : columnCalled(heading);
    if (column) found.set(column, [...(found.get(column) ?? []), place]);
  }
  return Object.fromEntries(
    [...withNdcBilled(found)].flatMap(([column, places]) => {
      const chosen =
        places.length > 1 && specOf(column).joined === undefined ? exactly(column, places, headings) : places;
      return chosen ? [[column, { places: chosen }]] : [];
    }),
  );
}

/** Among several that a column could be, the one that has its own name; nothing where none has. */
function exactly(column: Column, places: readonly number[], headings: readonly string[]): readonly number[] | null {
  const own = places.filter((place) =>
    [column, specOf(column).label].map(headingKey).includes(headingKey(headings[place] ?? '')),
  );
  return own.length === 1 ? own : null;
}

/** Beside a code or units that were billed, a bare “NDC” is that of the line that was billed. */
function withNdcBilled(found: ReadonlyMap<Column, readonly number[]>): ReadonlyMap<Column, readonly number[]> {
  const ndc = found.get('ndc');
  const isOfLine = (found.has('billed_code') || found.has('billed_units')) && !found.has('billed_ndc');
  if (!ndc || !isOfLine) return found;
  return new Map([...[...found].filter(([column]) => column !== 'ndc'), ['billed_ndc', ndc]]);
}

const isColumn = (name: string): name is Column => columns.some((each) => each === name);

/** Whether each heading that it names stands once among these. */
const fits = ({ columns: told }: KeptMapping, headings: readonly string[]): boolean => {
  const keys = headings.map(headingKey);
  const named = told.flatMap((each) => each.headings);
  return named.length > 0 && named.every((heading) => placesOf(heading, keys).length === 1);
};

const placesOf = (heading: string, keys: readonly string[]): readonly number[] =>
  keys.flatMap((key, place) => (key === headingKey(heading) ? place : []));

function fromKept({ columns: told }: KeptMapping, headings: readonly string[]): Mapping {
  const keys = headings.map(headingKey);
  return Object.fromEntries(
    told.flatMap(({ column, headings: named, always }): readonly (readonly [Column, Source])[] => {
      if (!isColumn(column)) return [];
      if (always !== undefined) return [[column, { always }]];
      const places = named.flatMap((heading) => placesOf(heading, keys));
      return places.length > 0 ? [[column, { places }]] : [];
    }),
  );
}

/** A heading as it can be kept: on one line, without hidden characters; what is compared of it is not changed. */
const keepable = (heading: string): string => heading.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
const canBeKept = (text: string): boolean => text !== '' && text.length <= mostTyped;

/** A mapping as the clinic keeps it: by the headings themselves. */
export const toKeep = (mapping: Mapping, headings: readonly string[]): KeptMapping => ({
  columns: entriesOf(mapping).flatMap(([column, source]) => {
    const told = 'always' in source ? [source.always] : source.places.map((place) => headings[place] ?? '');
    const texts = told.map(keepable);
    if (!texts.every(canBeKept)) return [];
    return 'always' in source ? [{ column, headings: [], always: texts[0] ?? '' }] : [{ column, headings: texts }];
  }),
});

/**
 * The mapping with a column of the file taken for a column of the batch, or for none. Where the batch takes one alone,
 * the one that stood for it before is used no longer.
 */
export function withPlace(mapping: Mapping, place: number, column: Column | null): Mapping {
  const others = entriesOf(mapping).flatMap(([each, source]): readonly (readonly [Column, Source])[] => {
    if ('always' in source) return each === column ? [] : [[each, source]];
    const places = source.places.filter((one) => one !== place);
    const isReplaced = each === column && specOf(each).joined === undefined;
    return places.length === 0 || isReplaced ? [] : [[each, { places }]];
  });
  if (column === null) return Object.fromEntries(others);
  const before = others.find(([each]) => each === column)?.[1];
  const places =
    before && 'places' in before ? [...before.places, place].toSorted((one, other) => one - other) : [place];
  return { ...Object.fromEntries(others), [column]: { places } };
}

export const entriesOf = (mapping: Mapping): readonly (readonly [Column, Source])[] =>
  columns.flatMap((column) => {
    const source = mapping[column];
    return source ? [[column, source] as const] : [];
  });

/** Columns without which no row has a claim, and that nothing tells: each is to be mapped, or told for all rows. */
export function missingColumns(mapping: Mapping): readonly Column[] {
  const needed: readonly Column[] = [
    'date_of_service',
    ...(mapping.containers ? (['instilled'] as const) : (['dose_given', 'dose_wasted'] as const)),
    'payer',
    'setting',
  ];
  return needed.filter((column) => !mapping[column]);
}

/** Whether the file tells what was billed, so that it can be audited. */
export const tellsBilled = (mapping: Mapping): boolean => entriesOf(mapping).some(([column]) => isBilled(column));

/** Reads the cells of a row by column. */
export function cellReader(mapping: Mapping): (cells: readonly string[], line: number) => BatchRow {
  const sources = entriesOf(mapping);
  const fixed: Record<Column, string> = { ...noCells };
  const single: (readonly [Column, number])[] = [];
  const several: (readonly [Column, readonly number[], string])[] = [];
  for (const [column, source] of sources) {
    if ('always' in source) fixed[column] = source.always;
    else if (source.places.length > 1) several.push([column, source.places, specOf(column).joined ?? ' ']);
    else if (source.places[0] !== undefined) single.push([column, source.places[0]]);
  }
  return (cells, line) => {
    const told = { ...fixed };
    for (const [column, place] of single) told[column] = cells[place] ?? '';
    for (const [column, places, joined] of several)
      told[column] = places.flatMap((place) => (cells[place]?.trim() ? (cells[place] ?? '') : [])).join(joined);
    return { line, cells: told };
  };
}
