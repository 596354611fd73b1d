import type { OpenedContainers } from '../engine/encounter';
import { formatNdc, ndcOfDigits } from '../engine/ndc';
import { formatMl, formatStrength, isNoVolume, isSameStrength, isSameVolume } from '../engine/quantity';
import { inSentence } from '../engine/typed';
import { brandOf, productOf, products, type Product } from '../rules/products';
import { answerReader, declaredReader, type AnswerReader, type DeclaredReader, type Report } from './answer-reader';
import type { ContainerField, ContainersPath } from './field-names';
import { readDrugCode, type DrugCode } from './read-drug-code';
import { containerAnswers } from './worksheet-answers';
import type { ContainerText } from './worksheet-text';

export const isEmptyRow = ({ product, ndc, count, lot, expiry, strength, volume }: ContainerText): boolean =>
  [product, ndc, count, lot, expiry, strength, volume].every((text) => text.trim() === '');

/** The rows that something was entered in, with their places. */
export const filledRows = (rows: readonly ContainerText[]): { row: ContainerText; place: number }[] =>
  rows.flatMap((row, place) => (isEmptyRow(row) ? [] : { row, place }));

/** More than any refill opens; a row costs the page time, and paper a line. */
export const mostRows = 60;
export const tooManyRows = `At most ${mostRows} rows: put containers of the same lot together by their count`;

/** The container on file that was picked from the list; nothing for figures off a label, or before one is picked. */
export const productPicked = (product: string): Product | undefined => productOf(ndcOfDigits(product) ?? null);

/** The container on file that a row names. */
function productIn(row: ContainerText, code: DrugCode | null): Product | undefined {
  if (code) return productOf(code.ndc);
  return row.ndc.trim() === '' ? productPicked(row.product) : undefined;
}

/**
 * "a carton of 2", where the code of a row is that of a carton: then nobody knows yet how many containers were opened.
 */
function cartonIn(row: ContainerText, code: DrugCode | null): string | null {
  if (row.ofCarton || code?.isCase) return 'a carton';
  const inCarton = productIn(row, code)?.containersPerNdc ?? 1;
  return inCarton > 1 ? `a carton of ${inCarton}` : null;
}

const codeOf = (row: ContainerText): DrugCode | null => {
  const reading = row.ndc.trim() === '' ? null : readDrugCode(row.ndc, '');
  return reading && 'value' in reading ? reading.value : null;
};

export const isCarton = (row: ContainerText): boolean => cartonIn(row, codeOf(row)) !== null;

const askedCount = (carton: string): string => `This is the code of ${carton}: enter how many containers were opened`;

/** What the code of a row leaves open, in words to stand at the fields that tell it. */
export function askedOf(row: ContainerText): Partial<Record<'count' | 'lot' | 'expiry', string>> {
  if (row.count !== '' && row.lot !== '' && row.expiry !== '') return {};
  const code = codeOf(row);
  const carton = row.count.trim() === '' ? cartonIn(row, code) : null;
  const [noLot, noExpiry] = [row.lot.trim() === '', row.expiry.trim() === ''];
  const lost = row.lostSeparator || (code?.lostSeparator ?? false);
  return {
    ...(carton ? { count: askedCount(carton) } : {}),
    ...(lost && noLot && noExpiry
      ? { lot: 'Lot and expiry could not be told from this code: enter them from the label' }
      : {}),
    ...(lost && noLot && !noExpiry ? { lot: 'The lot could not be told from this code: enter it from the label' } : {}),
    ...(lost && noExpiry && !noLot
      ? { expiry: 'The expiry could not be told from this code: enter it from the label' }
      : {}),
  };
}

/** The rows that can be read; an empty row is no row. */
export function readContainers(
  rows: readonly ContainerText[],
  reader: AnswerReader,
  path: ContainersPath = 'refill.containers',
): readonly OpenedContainers[] {
  const filled = filledRows(rows);
  if (filled.length === 0) reader.refuse(`${path}.0.product`, 'Choose the product that was opened, or scan it');
  const opened: OpenedContainers[] = [];
  const beyond = filled[mostRows];
  if (beyond) reader.refuse(`${path}.${beyond.place}.ndc`, tooManyRows);
  for (const { row, place } of filled.slice(0, mostRows)) {
    const read = readContainer(row, { place, path }, filled.length > 1, reader);
    const before =
      read &&
      opened.find(
        ({ ndc, strength, volume }) =>
          ndc !== null &&
          ndc === read.ndc &&
          !(isSameStrength(strength, read.strength) && isSameVolume(volume, read.volume)),
      );
    if (before)
      reader.refuse(
        `${path}.${place}.ndc`,
        `Container ${place + 1}: its NDC stands above with ${formatMl(before.volume)} of ` +
          `${formatStrength(before.strength)}, and an NDC has one size and strength`,
      );
    else if (read) opened.push(read);
  }
  return opened;
}

function readContainer(row: ContainerText, at: At, several: boolean, reader: AnswerReader): OpenedContainers | null {
  const inRow = answerReader((name, message) =>
    reader.refuse(name, several ? `Container ${at.place + 1}: ${inSentence(message)}` : message),
  );
  const { optional, required } = declaredReader(inRow, containerAnswers, row, `${at.path}.${at.place}.`);
  const code = row.ndc.trim() === '' ? null : inRow.optional(fieldOf(at, 'ndc'), row.ndc, readDrugCode);
  const product = productIn(row, code);
  refuseUnknown(row, at, code, inRow.refuse);
  const size = product ?? (row.product === 'label' ? readLabel(at, required, inRow.refuse) : null);
  const carton = cartonIn(row, code);
  const count = required('count', carton ? askedCount(carton) : 'Enter how many containers were opened');
  const lot = optional('lot') ?? code?.lot ?? null;
  const expiry = optional('expiry') ?? code?.expiry ?? null;
  if (!inRow.isSound() || !size || count === null) return null;
  return {
    ndc: code?.ndc ?? product?.ndc ?? null,
    name: product ? `${brandOf(product)} ${product.containerType}` : null,
    strength: size.strength,
    volume: size.volume,
    count,
    container: product ? 'single-dose' : row.container,
    lot,
    expiry,
  };
}

type Size = Pick<OpenedContainers, 'strength' | 'volume'>;
/** One row, and the rows that it is one of. */
type At = { readonly place: number; readonly path: ContainersPath };
const fieldOf = <Name extends ContainerField>({ place, path }: At, name: Name) => `${path}.${place}.${name}` as const;

/** Nothing chosen and no code; or the code of a container that is neither on file nor told off its label. */
function refuseUnknown(row: ContainerText, at: At, code: DrugCode | null, refuse: Report): void {
  if (row.product === '' && row.ndc.trim() === '')
    refuse(fieldOf(at, 'product'), 'Choose the product that was opened, or enter its NDC');
  if (!code || productOf(code.ndc) || row.product === 'label') return;
  refuse(
    fieldOf(at, 'ndc'),
    `${formatNdc(code.ndc)} is none of the ${products.length} baclofen containers on file: ` +
      'check it, or choose “Other, from the label” if the label says baclofen injection',
  );
}

/** Strength and volume off the label of a container. */
function readLabel(at: At, required: DeclaredReader<typeof containerAnswers>['required'], refuse: Report): Size | null {
  const strength = required('strength', 'Enter the strength in mcg/mL, from the label');
  const volume = required('volume', 'Enter the milliliters in one container, from its label');
  if (volume && isNoVolume(volume)) refuse(fieldOf(at, 'volume'), 'Volume of one must be more than 0');
  return strength && volume && { strength, volume };
}
