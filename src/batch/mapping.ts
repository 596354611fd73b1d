import { unitTyped, type AmountUnit } from '../answers/read-amounts';
import { asciiLower } from '../engine/ascii';
import type { KeptMapping } from '../engine/clinic-file';
import { mostTyped } from '../engine/typed';
import { columns, isBilled, ndcOfContainer, noCells, specOf, type BatchRow, type Column } from './columns';

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

/** Amounts of drug, with the column that tells the unit of one without. */
const unitColumns = {
  dose_given: 'dose_given_unit',
  dose_wasted: 'dose_wasted_unit',
  labeled_amount: 'labeled_amount_unit',
} as const satisfies Partial<Record<Column, Column>>;
type AmountColumn = keyof typeof unitColumns;
const isAmount = (column: Column): column is AmountColumn => Object.hasOwn(unitColumns, column);
const amountColumns = columns.filter(isAmount);

const columnCalled = (heading: string): Column | null => {
  const named = spellings.get(headingKey(heading)) ?? spellingsWrittenOut.get(writtenOut(heading));
  if (named) return named;
  const column = unitOfHeading(heading) ? columnCalled(withoutUnits(heading)) : null;
  return column && isAmount(column) ? column : null;
};

const words = (heading: string): readonly string[] =>
  asciiLower(heading.normalize('NFKC'))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
const unitOfWord = (word: string): AmountUnit | undefined => unitTyped(`1 ${word}`);
const withoutUnits = (heading: string): string =>
  words(heading)
    .filter((word) => !unitOfWord(word))
    .join(' ');

/** The one unit that a heading names: “Drug amt mcg”. A strength names two. */
function unitOfHeading(heading: string): AmountUnit | undefined {
  const [unit, other] = new Set(words(heading).flatMap((word) => unitOfWord(word) ?? []));
  return other ? undefined : unit;
}

/** Headings that stand more than once: which of them is meant is not guessed. */
export function doubledHeadings(headings: readonly string[]): readonly string[] {
  const keys = headings.map(headingKey);
  const isDoubled = (key: string, place: number) =>
    key !== '' && keys.indexOf(key) === place && keys.lastIndexOf(key) !== place;
  return headings.filter((_, place) => isDoubled(keys[place] ?? '', place));
}

/**
 * What the headings propose: first what the clinic kept for these very headings, then what they are usually called,
 * with the cells of the first rows where the name alone does not tell. A doubled heading proposes nothing, and neither
 * do two headings for a column that takes one.
 */
export function proposedMapping(
  headings: readonly string[],
  kept: readonly KeptMapping[] = [],
  sample: Cells = [],
): Mapping {
  const remembered = kept.find((each) => fits(each, headings));
  if (!remembered) return proposedOf(headings, sample);
  const mapping = fromKept(remembered, headings);
  // What was kept before knew nothing of units in headings.
  if (!remembered.unused) return amountColumns.reduce((told, each) => withUnitOf(told, each, headings), mapping);
  return ofNewHeadings(mapping, remembered.unused, headings, sample);
}

type Cells = readonly (readonly string[])[];

/** What is proposed for headings that a kept mapping knows nothing of, beside what it knows. */
function ofNewHeadings(
  mapping: Mapping,
  unused: readonly string[],
  headings: readonly string[],
  sample: Cells,
): Mapping {
  const left = new Set(unused.map(headingKey));
  const taken = new Set(entriesOf(mapping).flatMap(([, source]) => ('places' in source ? source.places : [])));
  const isNew = (place: number) => !taken.has(place) && !left.has(headingKey(headings[place] ?? ''));
  // A column of the file tells more than one text for all its rows.
  const isOpen = (column: Column) => !('places' in (mapping[column] ?? { always: '' }));
  const added = entriesOf(proposedOf(headings, sample)).filter(
    ([column, source]) => isOpen(column) && 'places' in source && source.places.every(isNew),
  );
  return amountColumns
    .filter((column) => added.some(([each]) => each === column))
    .reduce((before, column) => withUnitOf(before, column, headings), {
      ...mapping,
      ...(Object.fromEntries(added) as Mapping),
    });
}

function proposedOf(headings: readonly string[], sample: Cells): Mapping {
  const doubled = new Set(doubledHeadings(headings).map(headingKey));
  const found = new Map<Column, number[]>();
  for (const [place, heading] of headings.entries()) {
    const key = headingKey(heading);
    const called = doubled.has(key) ? null : columnCalled(heading);
    const column = called && countedOrNamed(called, place, sample);
    if (column) found.set(column, [...(found.get(column) ?? []), place]);
  }
  const chosen: Found = new Map(
    [...found].flatMap(([column, places]) => {
      const one = places.length > 1 && specOf(column).joined === undefined ? exactly(column, places, headings) : places;
      return one ? [[column, one] as const] : [];
    }),
  );
  const settled = [withOneSize, withNdcBilled, withPatientAndPayer].reduce(
    (before, settle) => settle(before, headings),
    chosen,
  );
  const mapping = Object.fromEntries([...settled].map(([column, places]) => [column, { places }]));
  return amountColumns.reduce((before, column) => withUnitOf(before, column, headings), mapping as Mapping);
}

type Found = ReadonlyMap<Column, readonly number[]>;

/** “Vials opened” may hold how many, or which and how many: the first cells tell. */
function countedOrNamed(column: Column, place: number, sample: Cells): Column {
  if (column !== 'containers' && column !== 'container_count') return column;
  const cells = sample.map((row) => (row[place] ?? '').trim()).filter((cell) => cell !== '');
  if (cells.length === 0) return column;
  if (cells.every((cell) => /^\d{1,3}$/.test(cell))) return 'container_count';
  return cells.every((cell) => /\sx\s*\d/i.test(cell)) ? 'containers' : column;
}

/** Among several that a column could be, the one that has its own name; nothing where none has. */
function exactly(column: Column, places: readonly number[], headings: readonly string[]): readonly number[] | null {
  const own = places.filter((place) =>
    [column, specOf(column).label].map(headingKey).includes(headingKey(headings[place] ?? '')),
  );
  return own.length === 1 ? own : null;
}

const renamed = (found: Found, from: Column, to: Column, places: readonly number[]): Found =>
  new Map([...[...found].filter(([column]) => column !== from), [to, places]]);

/** Beside a code or units that were billed, a bare “NDC” is that of the line, but beside a count of containers. */
function withNdcBilled(found: Found, headings: readonly string[]): Found {
  const ndc = found.get('ndc');
  const isOfLine = (found.has('billed_code') || found.has('billed_units')) && !found.has('billed_ndc');
  const isOfContainer =
    found.has('container_count') || ndc?.some((place) => ofContainer.has(headingKey(headings[place] ?? '')));
  return ndc && isOfLine && !isOfContainer ? renamed(found, 'ndc', 'billed_ndc', ndc) : found;
}
const ofContainer = new Set(ndcOfContainer.map(headingKey));

/** Beside a count of containers, a “vial size” is that of one, and no amount of them all. */
function withOneSize(found: Found, headings: readonly string[]): Found {
  const [place] = found.get('labeled_amount') ?? [];
  const isOfOne = place !== undefined && words(headings[place] ?? '')[0] === 'vial';
  return found.has('container_count') && isOfOne
    ? new Map([...found].filter(([column]) => column !== 'labeled_amount'))
    : found;
}

/** Where nothing else names the patient, the account does; and the payer’s name, where nothing else tells who pays. */
function withPatientAndPayer(found: Found): Found {
  const account = found.get('account');
  const name = found.get('payer_name');
  const withPatient =
    account && !found.has('patient_reference') ? renamed(found, 'account', 'patient_reference', account) : found;
  return name && !found.has('payer') ? renamed(withPatient, 'payer_name', 'payer', name) : withPatient;
}

/** The unit that the heading of an amount names, for those of its cells without one. In mg they are anyway. */
function withUnitOf(mapping: Mapping, column: AmountColumn, headings: readonly string[]): Mapping {
  const [source, told] = [mapping[column], mapping[unitColumns[column]]];
  if (told && 'places' in told) return mapping;
  const { [unitColumns[column]]: _before, ...others } = mapping;
  const [place] = source && 'places' in source ? source.places : [];
  const unit = place === undefined ? undefined : unitOfHeading(headings[place] ?? '');
  return unit === undefined || unit === 'mg' ? others : { ...others, [unitColumns[column]]: { always: unit } };
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

/** A mapping as the clinic keeps it: by the headings themselves, and with what its payers stand for. */
export const toKeep = (
  mapping: Mapping,
  headings: readonly string[],
  payers: KeptMapping['payers'] = [],
): KeptMapping => ({
  unused: unusedIn(mapping, headings).map(keepable).filter(canBeKept),
  payers: payers.filter(({ text }) => canBeKept(text) && keepable(text) === text).slice(0, mostPayersKept),
  columns: entriesOf(mapping).flatMap(([column, source]) => {
    const told = 'always' in source ? [source.always] : source.places.map((place) => headings[place] ?? '');
    const texts = told.map(keepable);
    if (!texts.every(canBeKept)) return [];
    return 'always' in source ? [{ column, headings: [], always: texts[0] ?? '' }] : [{ column, headings: texts }];
  }),
});

/** As many as the clinic’s file takes. */
const mostPayersKept = 500;

const unusedIn = (mapping: Mapping, headings: readonly string[]): readonly string[] => {
  const used = new Set(entriesOf(mapping).flatMap(([, source]) => ('places' in source ? source.places : [])));
  return headings.filter((_, place) => !used.has(place));
};

/** What the clinic kept payers for, under these headings first; of one text what was said last. */
export function keptPayers(headings: readonly string[], kept: readonly KeptMapping[]): KeptMapping['payers'] {
  const fitting = kept.filter((each) => fits(each, headings));
  const found = new Map<string, KeptMapping['payers'][number]>();
  for (const { payers } of [...fitting, ...kept])
    for (const each of payers) if (!found.has(each.text)) found.set(each.text, each);
  return [...found.values()];
}

/** Whether both take the same headings for something, so that the later stands for the earlier. */
export const isOfSameHeadings = (one: KeptMapping, other: KeptMapping): boolean =>
  headingsOf(one) === headingsOf(other);
const headingsOf = ({ columns: told }: KeptMapping): string =>
  JSON.stringify(
    told
      .flatMap((each) => each.headings)
      .map(headingKey)
      .toSorted(),
  );

/**
 * The mapping with a column of the file taken for a column of the batch, or for none. Where the batch takes one alone,
 * the one that stood for it before is used no longer.
 */
export function withPlace(
  mapping: Mapping,
  place: number,
  column: Column | null,
  headings: readonly string[] = [],
): Mapping {
  const changed = placed(mapping, place, column);
  const before = amountColumns.filter((each) => {
    const source = mapping[each];
    return source && 'places' in source && source.places.includes(place);
  });
  return [...before, ...(column && isAmount(column) ? [column] : [])].reduce(
    (told, each) => withUnitOf(told, each, headings),
    changed,
  );
}

function placed(mapping: Mapping, place: number, column: Column | null): Mapping {
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

/** Whether rows tell a refill by its containers, and no dose. */
const tellsRefill = (mapping: Mapping): boolean => mapping.containers !== undefined && !mapping.dose_given;

/** Columns without which no row has a claim, and that nothing tells: each is to be mapped, or told for all rows. */
export function missingColumns(mapping: Mapping): readonly Column[] {
  const needed: readonly Column[] = [
    'date_of_service',
    ...(tellsRefill(mapping) ? (['instilled'] as const) : (['dose_given', 'dose_wasted'] as const)),
    // A trial fills no pump, and where a column tells purposes there may be some.
    ...(tellsRefill(mapping) && !mapping.purpose ? (['reservoir'] as const) : []),
    ...(mapping.container_count && !mapping.labeled_amount ? (['ndc'] as const) : []),
    'payer',
    'setting',
    ...(mapping.authorization_number ? (['authorization_status'] as const) : []),
  ];
  return needed.filter((column) => !mapping[column]);
}

/** What is asked for all rows at once: what is missing, what was told so, and what some rows of a refill need. */
export function askedForAll(mapping: Mapping): readonly Column[] {
  const missing = missingColumns(mapping);
  return columns.filter((column) => {
    const source = mapping[column];
    if (source) return 'always' in source;
    return missing.includes(column) || (ofSomeRefills.includes(column) && tellsRefill(mapping));
  });
}

const ofSomeRefills: readonly Column[] = ['reservoir', 'leftover'];

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
  const defaults = defaultsIn(mapping);
  return (cells, line) => {
    const told = { ...fixed };
    for (const [column, place] of single) told[column] = cells[place] ?? '';
    for (const [column, places, joined] of several)
      told[column] = places.flatMap((place) => (cells[place]?.trim() ? (cells[place] ?? '') : [])).join(joined);
    for (const [column, of, holds] of defaults) if (!holds(told[of])) told[column] = '';
    return { line, cells: told };
  };
}

type Default = readonly [column: Column, of: Column, holds: (cell: string) => boolean];

/**
 * What is told for all rows and stands in some alone: a unit where the amount has none, and what became of a
 * preauthorization where there is the number of one.
 */
function defaultsIn(mapping: Mapping): readonly Default[] {
  const isForAll = (column: Column) => {
    const source = mapping[column];
    return source !== undefined && 'always' in source;
  };
  const ofUnits = amountColumns.map((of): Default => [unitColumns[of], of, isWithoutUnit]);
  const ofNumber: Default = ['authorization_status', 'authorization_number', (cell) => cell.trim() !== ''];
  return [...ofUnits, ...(mapping.authorization_number ? [ofNumber] : [])].filter(([column]) => isForAll(column));
}

const isWithoutUnit = (cell: string): boolean => /^[\d\s.,+-]*$/.test(cell) || unitTyped(cell) === undefined;
