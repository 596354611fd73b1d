import type { Ndc11 } from '../engine/ndc';
import { isNone, mcgPerMl, type Mass, type Strength } from '../engine/quantity';
import { productOf } from '../rules/products';
import { labelOf } from './field-names';
import { readAmount, readStrength, type Amount, type Reading } from './read-answers';
import { readNdcAnswer } from './read-drug-code';
import type { RefillReading } from './read-refill';
import { asksContainersBeside } from './what-is-asked';
import type { WorksheetText } from './worksheet-text';

/*
 * What the amounts of a record tell by themselves, whatever else is still missing.
 */

/**
 * Where no strength is typed, that of the NDC’s container on file; a compound has another strength than what it was
 * made from.
 */
export function strengthOfNdc({ strength, ndc, drugSource }: Pick<WorksheetText, 'strength' | 'ndc' | 'drugSource'>): {
  readonly strength: Strength;
  readonly ndc: Ndc11;
} | null {
  const reading =
    drugSource !== 'compounded' && strength.trim() === '' && ndc.trim() !== '' ? readNdcAnswer(ndc, '') : null;
  return (reading && 'value' in reading && productOf(reading.value)) || null;
}

/** The amounts alone, for what the form says back and asks next, whatever else is still missing. */
export function readAmounts(
  worksheet: WorksheetText,
): { readonly strength: Strength | null } & Record<
  'doseGiven' | 'doseWasted' | 'labeledAmount',
  Reading<Amount> | null
> {
  const strengthReading =
    worksheet.strength.trim() === '' ? null : readStrength(worksheet.strength, labelOf('strength'));
  const strength =
    strengthReading && 'value' in strengthReading
      ? strengthReading.value
      : (strengthOfNdc(worksheet)?.strength ?? null);
  const amount = (field: 'doseGiven' | 'doseWasted' | 'labeledAmount') =>
    worksheet[field].trim() === ''
      ? null
      : readAmount(worksheet[field], worksheet[`${field}Unit`], strength, labelOf(field));
  return {
    strength,
    doseGiven: amount('doseGiven'),
    doseWasted: amount('doseWasted'),
    labeledAmount: amount('labeledAmount'),
  };
}

/** Whether an amount is told, and not none. */
export const isWaste = (wasted: Mass | null): boolean => wasted !== null && !isNone(wasted);

/** Whether waste is told: in the amounts, in what was read of a refill, or of a second drug. */
export const hasWaste = (worksheet: WorksheetText, refill: RefillReading | null): boolean =>
  wastesFirst(worksheet, refill) || wastesBeside(worksheet);

/** Any strength: only whether it is none is asked. */
const anyStrength = mcgPerMl(1);
export function wastesBeside(worksheet: Pick<WorksheetText, 'entry' | 'drugBeside'>): boolean {
  const { doseWasted, doseWastedUnit } = worksheet.drugBeside;
  if (!asksContainersBeside(worksheet) || doseWasted.trim() === '') return false;
  const reading = readAmount(doseWasted, doseWastedUnit, anyStrength, '');
  return 'value' in reading && !isNone(reading.value.mass);
}

export function wastesFirst(worksheet: WorksheetText, refill: RefillReading | null): boolean {
  if (worksheet.entry === 'refill') return isWaste(refill?.wasted ?? null);
  const reading = readAmounts(worksheet).doseWasted;
  return reading !== null && 'value' in reading && !isNone(reading.value.mass);
}
