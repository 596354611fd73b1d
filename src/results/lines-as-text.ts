import type { ServiceLine } from '../engine/claim';
import { drugsOf } from '../engine/claim-lines';
import type { PreparedClaim } from '../engine/prepared-claim';
import { formatMl, formatMoney } from '../engine/quantity';

/** The service lines as tab-separated text with a heading row; the NDC as it is billed, without hyphens (row 9.1). */
export function linesAsText(lines: readonly ServiceLine[]): string {
  const rows = lines.map(({ lineNumber, hcpcs, modifiers, unitsOfService, ndcQuantities, charge }) => [
    String(lineNumber),
    hcpcs,
    modifiers.join(' '),
    String(unitsOfService.units),
    ndcQuantities.flatMap(({ ndc }) => ndc ?? []).join(' + '),
    ndcQuantities.flatMap(({ ndc, volume }) => (ndc && volume ? formatMl(volume) : [])).join(' + '),
    charge ? formatMoney(charge) : '',
  ]);
  return [['Line', 'HCPCS', 'Modifiers', 'Units', 'NDC', 'Quantity', 'Charge'], ...rows]
    .map((row) => row.join('\t'))
    .join('\n');
}

/** Units of the drug, “4 + 1” of two that have codes of their own: they make no sum. */
export const unitsInShort = (claim: PreparedClaim): string =>
  drugsOf(claim)
    .map(({ totalUnits }) => totalUnits.units)
    .join(' + ');

/** The fields of one line of a form, tab-separated and in form order; a blank one keeps its place. */
export const fieldsAsText = (fields: readonly { readonly text: string }[]): string =>
  fields.map(({ text }) => text).join('\t');

/** "J0475-JZ × 4": a line in a breath. */
export const lineInShort = ({ hcpcs, modifiers, unitsOfService }: ServiceLine): string =>
  `${[hcpcs, ...modifiers].join('-')} × ${unitsOfService.units}`;
