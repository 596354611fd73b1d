import { covers, day, type IsoDate } from '../engine/dated';
import { labelDigits, readNdc, type Ndc11, type NdcSegments } from '../engine/ndc';
import type { CrosswalkRow, OpenedTables } from '../engine/published-tables';
import { formatMl, formatStrength, massIn, mcgPerMl, ml, type Mass, type Strength, type Volume } from '../engine/quantity';

/** Where a container was last seen, in words. */
export const marketStatusWords = {
  'crosswalk-2026-01': 'in the CMS crosswalk of January 2026',
  'legacy-2025-10': 'old stock: last in the CMS crosswalk of October 2025',
  'fda-listed-2026-09': 'listed by the FDA in September 2026; in no CMS crosswalk read, so its code is worked out from its strength',
  'listed-2023-10': 'not confirmed: last listed in October 2023; in no CMS crosswalk read, so its code is worked out from its strength',
  'label-2023': 'not confirmed: its label of 2023 was read; in no CMS crosswalk read, so its code is worked out from its strength',
  'not-confirmed': 'not confirmed: a catalog alone names it',
  'crosswalk-opened': 'in a CMS crosswalk that was opened here, of another quarter',
} as const;
export type MarketStatus = keyof typeof marketStatusWords;

/** Whether a container is offered as one that could have been bought: seen on a list of 2026. */
export const isMarketed = ({ status }: Product): boolean => status === 'crosswalk-2026-01' || status === 'fda-listed-2026-09';

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
  readonly status: MarketStatus;
};

type Row = readonly [string, string, string, string, number, number, number, 'J0475' | 'J0476', true | null, MarketStatus];

/** NDC, name, labeler, container, mL, mcg/mL, containers in the NDC, code, single-dose by its label, last seen. Row `products`. */
const rows: readonly Row[] = [
  ['66794015501', 'Gablofen', 'Piramal Critical Care Inc', 'prefilled syringe', 20, 500, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['66794015502', 'Gablofen', 'Piramal Critical Care Inc', 'vial', 20, 500, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['66794015601', 'Gablofen', 'Piramal Critical Care Inc', 'prefilled syringe', 20, 1000, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['66794015602', 'Gablofen', 'Piramal Critical Care Inc', 'vial', 20, 1000, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['66794015701', 'Gablofen', 'Piramal Critical Care Inc', 'prefilled syringe', 20, 2000, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['66794015702', 'Gablofen', 'Piramal Critical Care Inc', 'vial', 20, 2000, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['66794015101', 'Gablofen', 'Piramal Critical Care Inc', 'prefilled syringe', 1, 50, 1, 'J0476', true, 'crosswalk-2026-01'],
  ['70121249605', 'Lioresal Intrathecal', 'Amneal Pharmaceuticals LLC', 'ampule', 1, 50, 5, 'J0476', true, 'crosswalk-2026-01'],
  ['70121250101', 'Lioresal Intrathecal', 'Amneal Pharmaceuticals LLC', 'ampule', 20, 500, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['70121250202', 'Lioresal Intrathecal', 'Amneal Pharmaceuticals LLC', 'ampule', 5, 2000, 2, 'J0475', true, 'crosswalk-2026-01'],
  ['70121250301', 'Lioresal Intrathecal', 'Amneal Pharmaceuticals LLC', 'ampule', 20, 2000, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['70121250402', 'Lioresal Intrathecal', 'Amneal Pharmaceuticals LLC', 'ampule', 20, 500, 2, 'J0475', true, 'crosswalk-2026-01'],
  ['70121250502', 'Lioresal Intrathecal', 'Amneal Pharmaceuticals LLC', 'ampule', 20, 2000, 2, 'J0475', true, 'crosswalk-2026-01'],
  ['70257056001', 'Lioresal Intrathecal', 'Saol Therapeutics Inc.', 'ampule', 20, 500, 1, 'J0475', true, 'legacy-2025-10'],
  ['70257056002', 'Lioresal Intrathecal', 'Saol Therapeutics Inc.', 'ampule', 20, 500, 2, 'J0475', true, 'legacy-2025-10'],
  ['70257056102', 'Lioresal Intrathecal', 'Saol Therapeutics Inc.', 'ampule', 5, 2000, 2, 'J0475', true, 'legacy-2025-10'],
  ['70257056301', 'Lioresal Intrathecal', 'Saol Therapeutics Inc.', 'ampule', 20, 2000, 1, 'J0475', true, 'legacy-2025-10'],
  ['70257056302', 'Lioresal Intrathecal', 'Saol Therapeutics Inc.', 'ampule', 20, 2000, 2, 'J0475', true, 'legacy-2025-10'],
  ['70257056255', 'Lioresal Intrathecal', 'Saol Therapeutics Inc.', 'ampule', 1, 50, 5, 'J0476', true, 'crosswalk-2026-01'],
  ['25021067820', 'Baclofen injection', 'Sagent Pharmaceuticals', 'vial', 20, 500, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['25021068020', 'Baclofen injection', 'Sagent Pharmaceuticals', 'vial', 20, 1000, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['25021067920', 'Baclofen injection', 'Sagent Pharmaceuticals', 'vial', 20, 2000, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['25021068171', 'Baclofen injection', 'Sagent Pharmaceuticals', 'prefilled syringe', 1, 50, 2, 'J0476', null, 'crosswalk-2026-01'],
  ['67457056220', 'Baclofen injection', 'Mylan Institutional LLC', 'vial', 20, 500, 1, 'J0475', null, 'crosswalk-2026-01'],
  ['67457056320', 'Baclofen injection', 'Mylan Institutional LLC', 'vial', 20, 1000, 1, 'J0475', null, 'crosswalk-2026-01'],
  ['67457056420', 'Baclofen injection', 'Mylan Institutional LLC', 'vial', 20, 2000, 1, 'J0475', null, 'crosswalk-2026-01'],
  ['14789016105', 'Baclofen injection', 'Nexus Pharmaceuticals, LLC', 'vial', 20, 2000, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['14789016101', 'Baclofen injection', 'Nexus Pharmaceuticals, LLC', 'vial or refill kit', 20, 2000, 1, 'J0475', null, 'not-confirmed'],
  ['70511012210', 'Baclofen injection', 'MAIA Pharmaceuticals, Inc.', 'vial', 20, 500, 1, 'J0475', true, 'label-2023'],
  ['70511012320', 'Baclofen injection', 'MAIA Pharmaceuticals, Inc.', 'vial', 20, 1000, 1, 'J0475', true, 'label-2023'],
  ['70511012410', 'Baclofen injection', 'MAIA Pharmaceuticals, Inc.', 'vial', 20, 2000, 1, 'J0475', true, 'label-2023'],
  ['70511012180', 'Baclofen injection', 'MAIA Pharmaceuticals, Inc.', 'prefilled syringe', 1, 50, 2, 'J0476', null, 'fda-listed-2026-09'],
  ['72888014536', 'Baclofen injection', 'Advagen Pharma Limited', 'vial', 20, 500, 1, 'J0475', null, 'listed-2023-10'],
  ['72888014636', 'Baclofen injection', 'Advagen Pharma Limited', 'vial', 20, 1000, 1, 'J0475', null, 'fda-listed-2026-09'],
  ['72888014736', 'Baclofen injection', 'Advagen Pharma Limited', 'vial', 20, 2000, 1, 'J0475', null, 'listed-2023-10'],
];

export const products: readonly Product[] = rows.map(
  ([ndc, name, labeler, containerType, milliliters, strength, containersPerNdc, hcpcs, singleDose, status]) => ({
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
    status,
  }),
);

/** In mcg/mL, weakest first. */
export const marketedStrengths: readonly number[] = [...new Set(products.map(({ strength }) => strength.mcgPerMl))].sort((a, b) => a - b);

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
export const brandOf = ({ name, labeler }: Product): string => (name === 'Baclofen injection' ? `${labeler.split(' ')[0]} baclofen` : name);

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
  return row && { ...row, containerType: 'container', singleDose: null, status: 'crosswalk-opened' };
}

/** The quarters of the CMS NDC crosswalks that were read; they agree on every container (row products). */
export const crosswalksRead = { from: day('2024-01-01'), through: day('2026-03-31') };

/** Baclofen for further processing, never billed: rows 2e and products 8. */
const bulk = ['68055', '813716004'];
export const isBulk = (ndc: Ndc11): boolean => bulk.some((start) => ndc.startsWith(start));
