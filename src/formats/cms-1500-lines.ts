import type { NdcQuantity, ServiceLine } from '../engine/claim';
import type { IsoDate } from '../engine/dated';
import { linesOf, pointersOf, totalChargeOf } from '../engine/claim-lines';
import type { PreparedClaim } from '../engine/prepared-claim';
import { narrativeOf } from './lines-837';
import { letters, linesOnASheet } from './cms-1500-places';
import { chargeField, factOf, noNdcOfItsOwn, type FormField } from './written';

/* Item 24: what one line takes of it, and which lines stand on one sheet. */

/** What one line takes of item 24: its shaded half, then 24A to 24J. */
export type FormLine = { readonly lineNumber: number; readonly fields: readonly FormField[] };

/** At most six lines, which a sheet charges together in item 28. */
export type LinesOfSheet = { readonly lines: readonly FormLine[]; readonly total: FormField };

/** Every line of the claim, of the drug and beside it, on as many sheets as it takes; `rendering` is item 24J. */
export function sheetsOf(claim: PreparedClaim, rendering: FormField): readonly LinesOfSheet[] {
  const all = linesOf(claim);
  return Array.from({ length: Math.ceil(all.length / linesOnASheet) }, (_, sheet) => {
    const own = all.slice(sheet * linesOnASheet, (sheet + 1) * linesOnASheet);
    return {
      lines: own.map((line) => lineOf(line, claim, rendering)),
      total: chargeField('28', 'Total charge', totalChargeOf(own)),
    };
  });
}

function lineOf(line: ServiceLine, claim: PreparedClaim, rendering: FormField): FormLine {
  const { lineNumber, hcpcs, modifiers, unitsOfService, charge } = line;
  const { encounter, formItems } = claim;
  const date = mmddyy(encounter.dateOfService);
  return {
    lineNumber,
    fields: [
      ...shadedFields(line, claim),
      { item: '24A from', label: 'Date of service, from', text: date },
      { item: '24A to', label: 'Date of service, to', text: date },
      {
        item: '24B',
        label: 'Place of service',
        text: formItems.placeOfService.code ?? '',
        says: formItems.placeOfService.says,
      },
      { item: '24C', label: 'Emergency', text: '', says: 'blank' },
      { item: '24D', label: 'Code', text: hcpcs },
      { item: '24D mod.', label: 'Modifiers', text: modifiers.join(' '), says: 'none' },
      { item: '24E', label: 'Diagnosis pointer', text: pointerLetters(claim, line), says: 'no diagnosis is entered' },
      chargeField('24F', 'Charge', charge),
      { item: '24G', label: 'Units', text: String(unitsOfService.units) },
      { item: '24H', label: 'EPSDT', text: '', says: 'blank' },
      rendering,
    ],
  };
}

/** The shaded half of a line, in one piece or in two columns. */
function shadedFields(line: ServiceLine, claim: PreparedClaim): readonly FormField[] {
  const pieces = claim.formItems.shaded.lines.find(({ lineNumber }) => lineNumber === line.lineNumber)?.pieces ?? [];
  const both = 'NDC and quantity';
  const why = pieces.length === 0 ? whyUnshaded(line, claim) : null;
  if (why) return [{ item: '24 shaded', label: both, text: '', ...why }];
  const labelOf = (column: string) => (pieces.length === 1 ? both : column === '24A' ? 'NDC' : 'NDC quantity');
  return pieces.map(({ column, text }) => ({ item: `${column} shaded`, label: labelOf(column), text }));
}

function whyUnshaded(line: ServiceLine, claim: PreparedClaim): Pick<FormField, 'says' | 'fact'> {
  const { of, ndcQuantities } = line;
  if (of === 'service') return { says: 'blank: no drug' };
  if (narrativeOf(line, claim)) return noNdcOfItsOwn;
  const drug = ndcQuantities.find(({ ndc }: NdcQuantity) => ndc !== null);
  if (!drug) return { says: 'no NDC is entered', fact: factOf('ndc', line, claim) };
  return drug.volume
    ? { says: 'does not fit the layout' }
    : {
        says: 'no milliliters: the strength is not entered, or too little to tell',
        fact: factOf('strength', line, claim),
      };
}

/** To which diagnoses a line points, by their letters; without a line, those of the claim. */
export const pointerLetters = (
  claim: PreparedClaim,
  line: Pick<ServiceLine, 'pointers'> = { pointers: null },
): string =>
  pointersOf(line, claim)
    .map((place) => letters[place - 1])
    .join('');

/** "11 20 26", as item 24A has it. */
export const mmddyy = (date: IsoDate): string => `${date.slice(5, 7)} ${date.slice(8, 10)} ${date.slice(2, 4)}`;
