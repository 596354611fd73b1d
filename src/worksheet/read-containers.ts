import type { OpenedContainers } from '../engine/encounter';
import { formatNdc, type Ndc11 } from '../engine/ndc';
import { formatMl, formatStrength, isNoVolume, isSameStrength, isSameVolume } from '../engine/quantity';
import { brandOf, productOf, products } from '../rules/products';
import { answerReader, type AnswerReader } from './answer-reader';
import type { FieldName } from './labels';
import { readBedsideVolume, readCount, readDrugStrength, readExpiry, readReference } from './read-answers';
import { readDrugCode } from './read-drug-code';
import type { ContainerText } from './worksheet-text';

export const isEmptyRow = ({ product, ndc, count, lot, expiry, strength, volume }: ContainerText): boolean =>
  [product, ndc, count, lot, expiry, strength, volume].every((text) => text.trim() === '');

/** The rows that something was entered in, with their places. */
export const filledRows = (rows: readonly ContainerText[]): { row: ContainerText; place: number }[] =>
  rows.flatMap((row, place) => (isEmptyRow(row) ? [] : { row, place }));

/** The rows that can be read; an empty row is no row. */
export function readContainers(rows: readonly ContainerText[], reader: AnswerReader): readonly OpenedContainers[] {
  const filled = filledRows(rows);
  if (filled.length === 0) reader.refuse('refill.containers.0.product', 'Choose the product that was opened, or scan it');
  const opened: OpenedContainers[] = [];
  for (const { row, place } of filled) {
    const read = readContainer(row, place, filled.length > 1, reader);
    const before = read && opened.find(({ ndc, strength, volume }) => ndc !== null && ndc === read.ndc && !(isSameStrength(strength, read.strength) && isSameVolume(volume, read.volume)));
    if (before) reader.refuse(`refill.containers.${place}.ndc`, `Container ${place + 1}: its NDC stands above with ${formatMl(before.volume)} of ${formatStrength(before.strength)}, and an NDC has one size and strength`);
    else if (read) opened.push(read);
  }
  return opened;
}

function readContainer(row: ContainerText, place: number, several: boolean, reader: AnswerReader): OpenedContainers | null {
  const field = <Name extends keyof ContainerText>(name: Name): FieldName => `refill.containers.${place}.${name}`;
  const inRow = answerReader((name, message) => reader.refuse(name, several ? `Container ${place + 1}: ${lowerFirst(message)}` : message));
  const code = row.ndc.trim() === '' ? null : inRow.optional(field('ndc'), row.ndc, readDrugCode);
  const ndc = code?.ndc ?? (row.ndc.trim() === '' ? (productOf(row.product as Ndc11)?.ndc ?? null) : null);
  const product = productOf(ndc);
  const fromLabel = !product && row.product === 'label';
  if (row.product === '' && row.ndc.trim() === '') inRow.refuse(field('product'), 'Choose the product that was opened, or enter its NDC');
  if (code && !product && !fromLabel) {
    inRow.refuse(field('ndc'), `${formatNdc(code.ndc)} is none of the ${products.length} baclofen containers on file: check it, or choose “Other, from the label” if the label says baclofen injection`);
  }
  const strength = product?.strength ?? (fromLabel ? inRow.required(field('strength'), row.strength, readDrugStrength, 'Enter the strength in mcg/mL, from the label') : null);
  const volumeOfOne =
    product?.volume ?? (fromLabel ? inRow.required(field('volume'), row.volume, readBedsideVolume, 'Enter the milliliters in one container, from its label') : null);
  if (volumeOfOne && isNoVolume(volumeOfOne)) inRow.refuse(field('volume'), 'Volume of one must be more than 0');
  const count = inRow.required(field('count'), row.count, (typed, label) => readCount(typed, label, { from: 1, through: 99 }), 'Enter how many containers were opened');
  const lot = inRow.optional(field('lot'), row.lot, (typed, label) => readReference(typed, label, 20)) ?? code?.lot ?? null;
  const expiry = inRow.optional(field('expiry'), row.expiry, readExpiry) ?? code?.expiry ?? null;
  if (!inRow.isSound() || !strength || !volumeOfOne || count === null) return null;
  return {
    ndc,
    name: product ? `${brandOf(product)} ${product.containerType}` : null,
    strength,
    volume: volumeOfOne,
    count,
    container: product ? 'single-dose' : row.container,
    lot,
    expiry,
  };
}

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
