import { readBarcode } from './barcode';
import { formatNdc, type Ndc11 } from '../engine/ndc';
import { formatDate } from '../engine/dated';
import type { CrosswalkRow } from '../engine/published-tables';
import { formatMl } from '../engine/quantity';
import { productOf } from '../rules/products';
import { isCarton, isEmptyRow, mostRows, productPicked } from './read-containers';
import { readDrugCode } from './read-drug-code';
import { emptyContainer, type ContainerText } from './worksheet-text';

type Rows = readonly ContainerText[];

/**
 * The rows with one empty row at their end, to go on with, while there may be more. A row that was emptied elsewhere
 * keeps its place.
 */
export function withEmptyLast(rows: Rows): ContainerText[] {
  const filled = rows.slice(0, rows.findLastIndex((row) => !isEmptyRow(row)) + 1);
  return filled.length < mostRows ? [...filled, emptyContainer] : filled;
}

/**
 * One container, unless its code is that of a carton: then the count is asked for, and a 1 supposed of the product
 * `before` goes.
 */
function withCount(row: ContainerText, before: string): ContainerText {
  if (!isCarton(row)) return { ...row, count: row.count || '1' };
  return row.product === before || row.count !== '1' ? row : { ...row, count: '' };
}

/** A product picked from the list: an NDC on file, 'label' for figures read off a label, or '' for none. */
export function withProduct(rows: Rows, place: number, product: string): ContainerText[] {
  return changed(rows, place, (row) => {
    const ofFile = productPicked(product);
    const before = productPicked(row.product) ?? productOf(ndcOf(row.ndc));
    const ndc = ofFile ? formatNdc(ofFile.ndc) : before ? '' : row.ndc;
    if (product === '') return { ...row, product, ndc, count: row.count === '1' ? '' : row.count };
    // Lot and expiry, and what its code left open, are those of the container that stood here before.
    const another = before && before !== ofFile ? { lot: '', expiry: '' } : {};
    const code = product === row.product ? {} : { ofCarton: false, lostSeparator: false };
    return withCount({ ...row, ...another, ...code, product, ndc }, row.product);
  });
}

/**
 * Rows whose NDC only a crosswalk that was opened names: its figures stand in for those of the label, to be compared
 * with it.
 */
export const withCrosswalk = (rows: Rows, containers: readonly CrosswalkRow[]): ContainerText[] =>
  rows.map((row) => {
    const known =
      containers.find(({ ndc }) => ndc === row.product) ?? containers.find(({ ndc }) => ndc === ndcOf(row.ndc));
    if (!known) return row;
    const told = row.strength !== '' && row.volume !== '';
    const isOf = ({ strength, volume }: CrosswalkRow) =>
      row.strength === String(strength.mcgPerMl) && row.volume === formatMl(volume);
    const another =
      told && !isOf(known) && (row.product === known.ndc || containers.some((each) => each !== known && isOf(each)));
    if (row.product === 'label' && told && !another) return row;
    // Figures, lot and expiry of the container that stood here before do not stay.
    const { ndc, strength, volume, containersPerNdc } = known;
    return withCount(
      {
        ...row,
        ...(another ? { lot: '', expiry: '' } : {}),
        product: 'label',
        ndc: formatNdc(ndc),
        strength: String(strength.mcgPerMl),
        volume: formatMl(volume),
        ofCarton: containersPerNdc > 1,
      },
      '',
    );
  });

/** An NDC chosen among those that ten digits may be. */
export const withNdc = (rows: Rows, place: number, ndc: Ndc11): ContainerText[] =>
  withCode(
    changed(rows, place, (row) => ({ ...row, ndc: formatNdc(ndc) })),
    place,
  );

/**
 * What an NDC or barcode in a row says, put where it belongs: product, lot, expiry. The same barcode again counts up
 * the row that it filled before; a scan of another container over a filled row goes into a row of its own. Nobody knows
 * how many were opened of a carton, or whether a lot that was not told is the same: neither is ever counted up. Another
 * product's lot and expiry do not stay. A code that cannot be read stays as it was typed.
 */
export function withCode(rows: Rows, place: number): ContainerText[] {
  const row = rows[place];
  const reading = row && row.ndc.trim() !== '' ? readDrugCode(row.ndc, '') : undefined;
  if (!row || !reading || !('value' in reading)) return [...rows];
  const { ndc, isCase, lot, expiry, expiryUnread, lostSeparator } = reading.value;
  const product = productOf(ndc)?.ndc ?? (row.product === 'label' ? 'label' : '');
  const kept = row.product === '' || row.product === product ? row : { ...row, lot: '', expiry: '' };
  const told: ContainerText = {
    ...kept,
    product,
    ndc: formatNdc(ndc),
    lot: lot ?? kept.lot,
    expiry: expiry ? formatDate(expiry) : (expiryUnread ?? kept.expiry),
  };
  if (readBarcode(row.ndc) === null) {
    const code = row.product === product && product !== '' ? {} : { ofCarton: false, lostSeparator: false };
    return changed(rows, place, () => withCount({ ...told, ...code }, row.product));
  }
  return withScan(rows, place, row, { ...told, ofCarton: isCase, lostSeparator });
}

/** The rows with what the barcode in one of them says, which is `filled`. */
function withScan(rows: Rows, place: number, row: ContainerText, filled: ContainerText): ContainerText[] {
  // Scanned into the row itself once more, or into another row of the same product, lot and expiry.
  if (row.product !== '' && mayCount(row, filled))
    return changed(rows, place, () => ({ ...filled, count: sum(row.count || '1', '1') }));
  if (row.product !== '' && isCarton(filled) && isSameLot(row, filled)) return changed(rows, place, () => filled);
  const own = productPicked(row.product);
  if (own && !(formatNdc(own.ndc) === filled.ndc && isBare(row, filled)))
    return withScanBelow(rows, place, row, formatNdc(own.ndc));
  return withScanElsewhere(rows, place, row, filled);
}

/** The row keeps the container that stood in it, and what was scanned over it goes into a row of its own. */
function withScanBelow(rows: Rows, place: number, row: ContainerText, ndc: string): ContainerText[] {
  const others = changed(rows, place, () => ({ ...row, ndc })).filter((each) => !isEmptyRow(each));
  return withEmptyLast(withCode([...others, { ...emptyContainer, ndc: row.ndc }], others.length));
}

/** The scan fills its row, unless another row holds the same: then that one counts up, and this one goes. */
function withScanElsewhere(rows: Rows, place: number, row: ContainerText, filled: ContainerText): ContainerText[] {
  const isOther = (index: number) => index !== place && rows[index]?.product !== '' && rows[index]?.ndc === filled.ndc;
  // A carton whose count is still asked for is not asked for twice.
  if (
    isCarton(filled) &&
    row.count === '' &&
    rows.some((each, index) => isOther(index) && isSameLot(each, filled) && each.count.trim() === '')
  ) {
    return withEmptyLast(rows.filter((_, index) => index !== place));
  }
  const same = rows.findIndex((each, index) => isOther(index) && mayCount(each, filled));
  if (same < 0 || !isCount(row.count)) return changed(rows, place, () => withCount(filled, row.product));
  const counted = changed(rows, same, (each) => ({ ...each, count: sum(each.count || '1', row.count || '1') }));
  return withEmptyLast(counted.filter((_, index) => index !== place));
}

/** Whether a row has the product, lot and expiry scanned; of a code that lost its separators nobody knows. */
const isSameLot = (row: ContainerText, scanned: ContainerText): boolean =>
  row.product === scanned.product &&
  row.lot === scanned.lot &&
  row.expiry === scanned.expiry &&
  row.ofCarton === scanned.ofCarton &&
  !scanned.lostSeparator;

const mayCount = (row: ContainerText, scanned: ContainerText): boolean =>
  isSameLot(row, scanned) && !isCarton(scanned) && isCount(row.count);

/** Whether a row tells no more than its product, so that a scan of it may tell the rest. */
const isBare = (row: ContainerText, scanned: ContainerText): boolean =>
  row.lot === '' && row.expiry === '' && row.ofCarton === scanned.ofCarton && !row.lostSeparator;

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
