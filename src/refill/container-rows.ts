import { readBarcode } from '../engine/barcode';
import { formatNdc, type Ndc11 } from '../engine/ndc';
import { formatDate } from '../engine/dated';
import { productOf } from '../rules/products';
import { readDrugCode } from '../worksheet/read-answers';
import { isEmptyRow } from '../worksheet/read-containers';
import { emptyContainer, type ContainerText } from '../worksheet/worksheet-text';

type Rows = readonly ContainerText[];

/** The rows with one empty row at their end, to go on with, and none elsewhere. */
export function withEmptyLast(rows: Rows): ContainerText[] {
  return [...rows.filter((row) => !isEmptyRow(row)), emptyContainer];
}

/** A product picked from the list: an NDC on file, 'label' for figures read off a label, or '' for none. */
export function withProduct(rows: Rows, place: number, product: string): ContainerText[] {
  return changed(rows, place, (row) => {
    if (product === '') return emptyContainer;
    const ofFile = productOf(product as Ndc11);
    const wasOnFile = productOf(ndcOf(row.ndc)) !== undefined;
    return { ...row, product, ndc: ofFile ? formatNdc(ofFile.ndc) : wasOnFile ? '' : row.ndc, count: row.count || '1' };
  });
}

/** An NDC chosen among those that ten digits may be. */
export const withNdc = (rows: Rows, place: number, ndc: Ndc11): ContainerText[] =>
  withCode(changed(rows, place, (row) => ({ ...row, ndc: formatNdc(ndc) })), place);

/**
 * What an NDC or barcode in a row says, put where it belongs: product, lot, expiry. A barcode scanned again counts up
 * the row that it filled before. A code that cannot be read stays as it was typed.
 */
export function withCode(rows: Rows, place: number): ContainerText[] {
  const row = rows[place];
  const reading = row && row.ndc.trim() !== '' ? readDrugCode(row.ndc, '') : undefined;
  if (!row || !reading || !('value' in reading)) return [...rows];
  const { ndc, lot, expiry, expiryUnread } = reading.value;
  const filled: ContainerText = {
    ...row,
    product: productOf(ndc)?.ndc ?? (row.product === 'label' ? 'label' : ''),
    ndc: formatNdc(ndc),
    count: row.count || '1',
    lot: row.lot || (lot ?? ''),
    expiry: row.expiry || (expiry ? formatDate(expiry) : (expiryUnread ?? '')),
  };
  const scanned = readBarcode(row.ndc) !== null;
  const same = rows.findIndex((each, index) => index !== place && each.ndc === filled.ndc && each.lot === filled.lot && each.expiry === filled.expiry);
  if (!scanned || same < 0) return changed(rows, place, () => filled);
  const counted = changed(rows, same, (each) => ({ ...each, count: /^\d+$/.test(each.count) ? String(Number(each.count) + 1) : each.count }));
  return withEmptyLast(changed(counted, place, () => emptyContainer));
}

/** The NDC that a field names; null while it names none. */
export const ndcOf = (typed: string): Ndc11 | null => {
  const reading = typed.trim() === '' ? undefined : readDrugCode(typed, '');
  return reading && 'value' in reading ? reading.value.ndc : null;
};

const changed = (rows: Rows, place: number, change: (row: ContainerText) => ContainerText): ContainerText[] =>
  rows.map((row, index) => (index === place ? change(row) : row));
