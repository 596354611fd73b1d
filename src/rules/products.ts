import { covers, day, monthNames, type Dated, type IsoDate } from '../engine/dated';
import { labelDigits, readNdc, type Ndc11, type NdcSegments } from '../engine/ndc';
import type { CrosswalkRow, OpenedTables } from '../engine/published-tables';
import {
  formatMass,
  formatMl,
  formatStrength,
  massIn,
  mcgPerMl,
  ml,
  type Mass,
  type Strength,
  type Volume,
} from '../engine/quantity';

/** Where a container of no CMS crosswalk was seen. */
const elsewhereSays = {
  'fda-2026-09': 'The FDA listed it in September 2026.',
  'listed-2023-10': 'The last list read that has it is of October 2023.',
  'label-2023': 'Its label of 2023 was read.',
  catalog: 'Only a catalog names it.',
} as const;
/** Null: it is or was in a CMS crosswalk. */
type Elsewhere = keyof typeof elsewhereSays | null;

/** One container of a marketed product. An NDC may hold several: counts are of containers, never of cartons. */
export type Product = {
  readonly ndc: Ndc11;
  readonly name: string;
  readonly labeler: string;
  readonly containerType: string;
  readonly volume: Volume;
  readonly strength: Strength;
  readonly labeled: Mass;
  readonly containersPerNdc: number;
  readonly hcpcs: 'J0475' | 'J0476';
  /** Null: the label was not read. */
  readonly singleDose: true | null;
  readonly elsewhere: Elsewhere;
  /** Whether only a crosswalk that was opened here names it. */
  readonly opened?: true;
};

type Row = readonly [
  string,
  string,
  string,
  string,
  number,
  number,
  number,
  'J0475' | 'J0476',
  true | null,
  Elsewhere?,
];

/**
 * NDC, name, labeler, container, mL, mcg/mL, containers in the NDC, code, single-dose by its label, where seen if in no
 * crosswalk. Row `products`.
 */
const rows: readonly Row[] = [
  ['66794015501', 'Gablofen', 'Piramal Critical Care Inc', 'prefilled syringe', 20, 500, 1, 'J0475', true],
  ['66794015502', 'Gablofen', 'Piramal Critical Care Inc', 'vial', 20, 500, 1, 'J0475', true],
  ['66794015601', 'Gablofen', 'Piramal Critical Care Inc', 'prefilled syringe', 20, 1000, 1, 'J0475', true],
  ['66794015602', 'Gablofen', 'Piramal Critical Care Inc', 'vial', 20, 1000, 1, 'J0475', true],
  ['66794015701', 'Gablofen', 'Piramal Critical Care Inc', 'prefilled syringe', 20, 2000, 1, 'J0475', true],
  ['66794015702', 'Gablofen', 'Piramal Critical Care Inc', 'vial', 20, 2000, 1, 'J0475', true],
  ['66794015101', 'Gablofen', 'Piramal Critical Care Inc', 'prefilled syringe', 1, 50, 1, 'J0476', true],
  ['70121249605', 'Lioresal Intrathecal', 'Amneal Pharmaceuticals LLC', 'ampule', 1, 50, 5, 'J0476', true],
  ['70121250101', 'Lioresal Intrathecal', 'Amneal Pharmaceuticals LLC', 'ampule', 20, 500, 1, 'J0475', true],
  ['70121250202', 'Lioresal Intrathecal', 'Amneal Pharmaceuticals LLC', 'ampule', 5, 2000, 2, 'J0475', true],
  ['70121250301', 'Lioresal Intrathecal', 'Amneal Pharmaceuticals LLC', 'ampule', 20, 2000, 1, 'J0475', true],
  ['70121250402', 'Lioresal Intrathecal', 'Amneal Pharmaceuticals LLC', 'ampule', 20, 500, 2, 'J0475', true],
  ['70121250502', 'Lioresal Intrathecal', 'Amneal Pharmaceuticals LLC', 'ampule', 20, 2000, 2, 'J0475', true],
  ['70257056001', 'Lioresal Intrathecal', 'Saol Therapeutics Inc.', 'ampule', 20, 500, 1, 'J0475', true],
  ['70257056002', 'Lioresal Intrathecal', 'Saol Therapeutics Inc.', 'ampule', 20, 500, 2, 'J0475', true],
  ['70257056102', 'Lioresal Intrathecal', 'Saol Therapeutics Inc.', 'ampule', 5, 2000, 2, 'J0475', true],
  ['70257056301', 'Lioresal Intrathecal', 'Saol Therapeutics Inc.', 'ampule', 20, 2000, 1, 'J0475', true],
  ['70257056302', 'Lioresal Intrathecal', 'Saol Therapeutics Inc.', 'ampule', 20, 2000, 2, 'J0475', true],
  ['70257056255', 'Lioresal Intrathecal', 'Saol Therapeutics Inc.', 'ampule', 1, 50, 5, 'J0476', true],
  ['25021067820', 'Baclofen injection', 'Sagent Pharmaceuticals', 'vial', 20, 500, 1, 'J0475', true],
  ['25021068020', 'Baclofen injection', 'Sagent Pharmaceuticals', 'vial', 20, 1000, 1, 'J0475', true],
  ['25021067920', 'Baclofen injection', 'Sagent Pharmaceuticals', 'vial', 20, 2000, 1, 'J0475', true],
  ['25021068171', 'Baclofen injection', 'Sagent Pharmaceuticals', 'prefilled syringe', 1, 50, 2, 'J0476', null],
  ['67457056220', 'Baclofen injection', 'Mylan Institutional LLC', 'vial', 20, 500, 1, 'J0475', null],
  ['67457056320', 'Baclofen injection', 'Mylan Institutional LLC', 'vial', 20, 1000, 1, 'J0475', null],
  ['67457056420', 'Baclofen injection', 'Mylan Institutional LLC', 'vial', 20, 2000, 1, 'J0475', null],
  ['14789016105', 'Baclofen injection', 'Nexus Pharmaceuticals, LLC', 'vial', 20, 2000, 1, 'J0475', true],
  [
    '14789016101',
    'Baclofen injection',
    'Nexus Pharmaceuticals, LLC',
    'vial or refill kit',
    20,
    2000,
    1,
    'J0475',
    null,
    'catalog',
  ],
  ['70511012210', 'Baclofen injection', 'MAIA Pharmaceuticals, Inc.', 'vial', 20, 500, 1, 'J0475', true, 'label-2023'],
  ['70511012320', 'Baclofen injection', 'MAIA Pharmaceuticals, Inc.', 'vial', 20, 1000, 1, 'J0475', true, 'label-2023'],
  ['70511012410', 'Baclofen injection', 'MAIA Pharmaceuticals, Inc.', 'vial', 20, 2000, 1, 'J0475', true, 'label-2023'],
  [
    '70511012180',
    'Baclofen injection',
    'MAIA Pharmaceuticals, Inc.',
    'prefilled syringe',
    1,
    50,
    2,
    'J0476',
    null,
    'fda-2026-09',
  ],
  ['72888014536', 'Baclofen injection', 'Advagen Pharma Limited', 'vial', 20, 500, 1, 'J0475', null, 'listed-2023-10'],
  ['72888014636', 'Baclofen injection', 'Advagen Pharma Limited', 'vial', 20, 1000, 1, 'J0475', null, 'fda-2026-09'],
  ['72888014736', 'Baclofen injection', 'Advagen Pharma Limited', 'vial', 20, 2000, 1, 'J0475', null, 'listed-2023-10'],
];

export const products: readonly Product[] = rows.map(
  ([
    ndc,
    name,
    labeler,
    containerType,
    milliliters,
    strength,
    containersPerNdc,
    hcpcs,
    singleDose,
    elsewhere = null,
  ]) => ({
    ndc: knownNdc(ndc),
    name,
    labeler,
    containerType,
    volume: ml(milliliters),
    strength: mcgPerMl(strength),
    labeled: massIn(ml(milliliters), mcgPerMl(strength)),
    containersPerNdc,
    hcpcs,
    singleDose,
    elsewhere,
  }),
);

/** In mcg/mL, weakest first. */
export const marketedStrengths: readonly number[] = [
  ...new Set(products.map(({ strength }) => strength.mcgPerMl)),
].sort((a, b) => a - b);

function knownNdc(text: string): Ndc11 {
  const reading = readNdc(text);
  if (!('ndc' in reading)) throw new Error(`Not an NDC in the product table: ${text}`);
  return reading.ndc;
}

/** Labelers whose labels print 5-4-1; all others on file print 5-3-2 (row `products`). */
const segmentsOf = (ndc: Ndc11): NdcSegments => (ndc.startsWith('70121') ? [5, 4, 1] : [5, 3, 2]);

/** The container whose label has these ten digits, as its barcode holds them. */
export const productOfLabel = (digits: string): Product | undefined =>
  products.find(({ ndc }) => labelDigits(ndc, segmentsOf(ndc)) === digits);

/** What people call it: the brand, or the labeler where there is none. */
export const brandOf = ({ name, labeler }: Product): string =>
  name === 'Baclofen injection' ? `${labeler.split(' ')[0]} baclofen` : name;

/** "Gablofen 2000 mcg/mL, 20 mL vial". */
export const productName = (product: Product): string =>
  `${brandOf(product)} ${formatStrength(product.strength)}, ${formatMl(product.volume)} ${product.containerType}`;

export const productOf = (ndc: Ndc11 | null): Product | undefined =>
  ndc === null ? undefined : products.find((product) => product.ndc === ndc);

/** Containers that only the crosswalks which were opened name, each as the newest of them tells it. */
export function openedContainers({ crosswalks }: OpenedTables): readonly CrosswalkRow[] {
  const byNdc = new Map(crosswalks.flatMap(({ rows }) => rows).map((row) => [row.ndc, row]));
  return [...byNdc.values()].filter(({ ndc }) => !productOf(ndc));
}

/** The container of an NDC, on file or in a crosswalk that the user opened: that of the day, else the newest. */
export function productIn({ crosswalks }: OpenedTables, ndc: Ndc11 | null, date: IsoDate): Product | undefined {
  const onFile = productOf(ndc);
  if (onFile || crosswalks.length === 0) return onFile;
  const ofDay = crosswalks.filter((each) => covers(each, date));
  const row = [...crosswalks, ...ofDay].flatMap(({ rows }) => rows).findLast((each) => each.ndc === ndc);
  return row && { ...row, containerType: 'container', singleDose: null, elsewhere: null, opened: true };
}

type Crosswalk = Dated<ReadonlySet<Ndc11>>;
type Change = { readonly added?: string; readonly dropped?: string };

/**
 * A quarter's crosswalk, as what it added to the one read before it and dropped from it; `count` is how many baclofen
 * rows the file has.
 */
type CrosswalkLine = readonly [from: string, through: string, count: number, change?: Change];
function nextCrosswalk(
  before: readonly Crosswalk[],
  [from, through, count, { added = '', dropped = '' } = {}]: CrosswalkLine,
): readonly Crosswalk[] {
  const [plus, minus] = [added, dropped].map((ndcs) => ndcs.split(' ').filter(Boolean));
  const rowsThen = new Set(
    [...(before.at(-1)?.value ?? []), ...(plus ?? []).map(knownNdc)].filter((ndc) => !minus?.includes(ndc)),
  );
  if (rowsThen.size !== count) throw new Error(`The crosswalk of ${from} has ${count} rows, not ${rowsThen.size}`);
  return [...before, { from: day(from), through: day(through), value: rowsThen, row: 'products crosswalk' }];
}

/** The rows of the first crosswalk that was read. */
const firstOnFile = [
  '66794015501 66794015502 66794015601 66794015602 66794015701 66794015702 66794015101',
  '70121249605 70121250101 70121250202 70121250301 70121250402 70121250502',
  '70257056001 70257056002 70257056102 70257056301 70257056302 70257056255',
  '25021067820 25021068020 25021067920 25021068171 67457056220 67457056320 67457056420',
].join(' ');

/**
 * CMS's NDC crosswalks, one line a quarter that was read; a quarter that was not read is no line. Row products
 * crosswalk.
 */
const crosswalks = (
  [
    ['2024-01-01', '2024-03-31', 26, { added: firstOnFile }],
    ['2024-04-01', '2024-06-30', 26],
    ['2024-07-01', '2024-09-30', 27, { added: '14789016105' }],
    ['2024-10-01', '2024-12-31', 27],
    ['2025-01-01', '2025-03-31', 27],
    ['2025-04-01', '2025-06-30', 27],
    ['2025-07-01', '2025-09-30', 27],
    ['2025-10-01', '2025-12-31', 27],
    ['2026-01-01', '2026-03-31', 22, { dropped: '70257056001 70257056002 70257056102 70257056301 70257056302' }],
    ['2026-07-01', '2026-09-30', 21, { dropped: '70257056255' }],
    ['2026-10-01', '2026-12-31', 19, { dropped: '67457056220 67457056320' }],
  ] as const
).reduce<readonly Crosswalk[]>(nextCrosswalk, []);
const [firstCrosswalk, ...laterCrosswalks] = crosswalks;
if (!firstCrosswalk) throw new Error('No crosswalk is on file');
export const crosswalksRead: readonly [Crosswalk, ...Crosswalk[]] = [firstCrosswalk, ...laterCrosswalks];

const crosswalkHolding = (ndc: Ndc11): Crosswalk | undefined => crosswalksRead.findLast(({ value }) => value.has(ndc));
const newestCrosswalk = crosswalksRead.at(-1);

const listedSince = day('2026-01-01');
/** Whether a container is offered as one that could have been bought: seen on a list of 2026. */
export function isMarketed({ ndc, elsewhere }: Product): boolean {
  const last = crosswalkHolding(ndc);
  return elsewhere === 'fda-2026-09' || (last !== undefined && last.through >= listedSince);
}

/** What an NDC that stands for several containers wants; null of one that stands for one. */
export const cartonSays = ({ containersPerNdc, labeled }: Product): string | null =>
  containersPerNdc > 1
    ? `This NDC is a carton of ${containersPerNdc}: count the containers opened, each ${formatMass(labeled)}.`
    : null;

/** Where a container was last seen, in sentences. */
export function seenSays({ ndc, elsewhere, opened }: Product): string {
  if (opened) return 'It is only in a CMS crosswalk that was opened here.';
  const last = crosswalkHolding(ndc);
  if (!last)
    return (
      'It is in no CMS crosswalk read, so its code comes from its strength. ' +
      `${elsewhereSays[elsewhere ?? 'catalog']}`
    );
  const quarter = `${monthNames[Number(last.from.slice(5, 7)) - 1]} ${last.from.slice(0, 4)}`;
  if (last === newestCrosswalk) return `It is in the CMS crosswalk of ${quarter}.`;
  return `It is not in the newest CMS crosswalk read. It was last in that of ${quarter}.`;
}

/**
 * The last day of FDA listings that were read, by the first nine digits of the NDC: row products listing. An end may be
 * only the yearly renewal.
 */
const listedThrough: Readonly<Record<string, IsoDate>> = {
  667940151: day('2027-12-31'),
  667940157: day('2027-12-31'),
  250210679: day('2026-12-31'),
  705110121: day('2026-12-31'),
  728880146: day('2026-12-31'),
  701212504: day('2026-12-31'),
};
export const fdaListedThrough = (ndc: Ndc11): IsoDate | undefined => listedThrough[ndc.slice(0, 9)];

/** Baclofen for further processing, never billed: rows 2e and products 8. */
const bulk = ['68055', '813716004'];
export const isBulk = (ndc: Ndc11): boolean => bulk.some((start) => ndc.startsWith(start));
