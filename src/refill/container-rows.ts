import { readBarcode } from '../engine/barcode';
import { formatNdc, type Ndc11 } from '../engine/ndc';
import { formatDate } from '../engine/dated';
import type { CrosswalkRow } from '../engine/published-tables';
import { formatMl } from '../engine/quantity';
import { productOf } from '../rules/products';
import { readDrugCode } from '../worksheet/read-drug-code';
import { isEmptyRow } from '../worksheet/read-containers';
import { emptyContainer, type ContainerText } from '../worksheet/worksheet-text';

type Rows = readonly ContainerText[];

/** The rows with one empty row at their end, to go on with. A row that was emptied elsewhere keeps its place. */
export function withEmptyLast(rows: Rows): ContainerText[] {
  const lastFilled = rows.findLastIndex((row) => !isEmptyRow(row));
  return [...rows.slice(0, lastFilled + 1), emptyContainer];
}

/** A product picked from the list: an NDC on file, 'label' for figures read off a label, or '' for none. */
export function withProduct(rows: Rows, place: number, product: string): ContainerText[] {
  return changed(rows, place, (row) => {
    const ofFile = productOf(product as Ndc11);
    const before = productOf(row.product as Ndc11) ?? productOf(ndcOf(row.ndc));
    const ndc = ofFile ? formatNdc(ofFile.ndc) : before ? '' : row.ndc;
    if (product === '') return { ...row, product, ndc, count: row.count === '1' ? '' : row.count };
    // Lot and expiry are those of the container that stood here before.
    const another = before && before !== ofFile ? { lot: '', expiry: '' } : {};
    return { ...row, ...another, product, ndc, count: row.count || '1' };
  });
}

/** Rows whose NDC only a crosswalk that was opened names: its figures stand in for those of the label, to be compared with it. */
export const withCrosswalk = (rows: Rows, containers: readonly CrosswalkRow[]): ContainerText[] =>
  rows.map((row) => {
    const known = containers.find(({ ndc }) => ndc === row.product) ?? containers.find(({ ndc }) => ndc === ndcOf(row.ndc));
    if (!known) return row;
    const told = row.strength !== '' && row.volume !== '';
    const isOf = ({ strength, volume }: CrosswalkRow) => row.strength === String(strength.mcgPerMl) && row.volume === formatMl(volume);
    const another = told && !isOf(known) && (row.product === known.ndc || containers.some((each) => each !== known && isOf(each)));
    if (row.product === 'label' && told && !another) return row;
    // Figures, lot and expiry of the container that stood here before do not stay.
    return { ...row, ...(another ? { lot: '', expiry: '' } : {}), product: 'label', ndc: formatNdc(known.ndc), strength: String(known.strength.mcgPerMl), volume: formatMl(known.volume), count: row.count || '1' };
  });

/** An NDC chosen among those that ten digits may be. */
export const withNdc = (rows: Rows, place: number, ndc: Ndc11): ContainerText[] =>
  withCode(changed(rows, place, (row) => ({ ...row, ndc: formatNdc(ndc) })), place);

/**
 * What an NDC or barcode in a row says, put where it belongs: product, lot, expiry. The same barcode again counts up the
 * row that it filled before; a scan of another container over a filled row goes into a row of its own. Another
 * product's lot and expiry do not stay. A code that cannot be read stays as it was typed.
 */
export function withCode(rows: Rows, place: number): ContainerText[] {
  const row = rows[place];
  const reading = row && row.ndc.trim() !== '' ? readDrugCode(row.ndc, '') : undefined;
  if (!row || !reading || !('value' in reading)) return [...rows];
  const { ndc, lot, expiry, expiryUnread } = reading.value;
  const product = productOf(ndc)?.ndc ?? (row.product === 'label' ? 'label' : '');
  const kept = row.product === '' || row.product === product ? row : { ...row, lot: '', expiry: '' };
  const filled: ContainerText = {
    ...kept,
    product,
    ndc: formatNdc(ndc),
    lot: lot ?? kept.lot,
    expiry: expiry ? formatDate(expiry) : (expiryUnread ?? kept.expiry),
  };
  if (readBarcode(row.ndc) === null) return changed(rows, place, () => ({ ...filled, count: filled.count || '1' }));
  const isSame = (each: ContainerText) => isCount(each.count) && each.product === filled.product && each.lot === filled.lot && each.expiry === filled.expiry;
  // Scanned into the row itself once more, or into another row of the same product, lot and expiry.
  if (row.product !== '' && isSame(row)) return changed(rows, place, () => ({ ...filled, count: sum(row.count || '1', '1') }));
  const own = productOf(row.product as Ndc11);
  if (own && !(own.ndc === ndc && row.lot === '' && row.expiry === '')) {
    const kept = changed(rows, place, () => ({ ...row, ndc: formatNdc(own.ndc) })).filter((each) => !isEmptyRow(each));
    return withEmptyLast(withCode([...kept, { ...emptyContainer, ndc: row.ndc }], kept.length));
  }
  const same = rows.findIndex((each, index) => index !== place && each.product !== '' && each.ndc === filled.ndc && isSame(each));
  if (same < 0 || !isCount(row.count)) return changed(rows, place, () => ({ ...filled, count: filled.count || '1' }));
  const counted = changed(rows, same, (each) => ({ ...each, count: sum(each.count || '1', row.count || '1') }));
  return withEmptyLast(counted.filter((_, index) => index !== place));
}

/** Digits, or nothing yet: what can be counted up. */
const isCount = (count: string): boolean => /^\s*\d*\s*$/.test(count);
const sum = (count: string, more: string): string => String(Number(count) + Number(more));

/** The NDC that a field names; null while it names none. */
export const ndcOf = (typed: string): Ndc11 | null => {
  const reading = typed.trim() === '' ? undefined : readDrugCode(typed, '');
  return reading && 'value' in reading ? reading.value.ndc : null;
};

const changed = (rows: Rows, place: number, change: (row: ContainerText) => ContainerText): ContainerText[] =>
  rows.map((row, index) => (index === place ? change(row) : row));
