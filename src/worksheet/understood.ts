import { createContext, use } from 'react';
import { formatDate } from '../engine/dated';
import { formatNdc } from '../engine/ndc';
import { formatMass, formatRatio, formatStrength, isNone, type Mass } from '../engine/quantity';
import { selectCode } from '../engine/select-code';
import { ruleBook } from '../rules';
import { productName, productOf } from '../rules/products';
import type { FieldName } from './labels';
import { askedOf } from './read-containers';
import { readDrugCode } from './read-drug-code';
import type { RefillReading } from './read-refill';
import { readAmounts } from './read-worksheet';
import type { Problem } from './answer-reader';
import type { WorksheetText } from './worksheet-text';

/** What the page has understood of an answer, said back under its field; or, quietly, why it could not be read. */
export type Understood = Partial<Record<FieldName, string>>;

export const UnderstoodContext = createContext<Understood>({});

export const useUnderstood = (name: FieldName): string | undefined => use(UnderstoodContext)[name];

/** Says every amount back, in units of the code where one is known: the cheapest guard against a thousandfold slip. */
export function understoodOf(worksheet: WorksheetText, problems: readonly Problem[], refill: RefillReading | null): Understood {
  const amounts = readAmounts(worksheet);
  const { code } = selectCode({ ...worksheet, opened: refill?.opened ?? [], strength: amounts.strength }, ruleBook.codes);
  const understood: Understood = {};
  for (const { field, message } of problems) {
    const typed = typedIn(worksheet, field);
    if (typeof typed === 'string' && typed.trim() !== '') understood[field] = message;
  }
  for (const field of ['doseGiven', 'doseWasted', 'labeledAmount'] as const) {
    const reading = amounts[field];
    if (reading && 'value' in reading) understood[field] = understood[field] ?? saidBack(reading.value.mass, code?.hcpcsDosage ?? null);
  }
  if (refill?.given) understood['refill.instilled'] = understood['refill.instilled'] ?? saidBack(refill.given, code?.hcpcsDosage ?? null);
  const ndc = worksheet.entry === 'dose' ? ndcWords(worksheet.ndc) : undefined;
  if (ndc) understood.ndc ??= ndc;
  for (const [place, row] of worksheet.entry === 'refill' ? worksheet.refill.containers.entries() : []) {
    const { count, lot, expiry } = askedOf(row);
    for (const [name, asked] of [['count', count], ['lot', lot], ['expiry', expiry]] as const) {
      if (asked) understood[`refill.containers.${place}.${name}`] ??= asked;
    }
  }
  if (amounts.strength) understood.strength = understood.strength ?? `= ${formatStrength(amounts.strength)}`;
  return understood;
}

function saidBack(mass: Mass, hcpcsDosage: Mass | null): string {
  if (isNone(mass)) return '= none';
  if (hcpcsDosage === null) return `= ${formatMass(mass)}`;
  const ratio = formatRatio(mass, hcpcsDosage);
  return `${formatMass(mass)} = ${ratio} ${ratio === '1' ? 'unit' : 'units'} of ${formatMass(hcpcsDosage)}`;
}

/** "NDC 66794-0157-02: Gablofen 2000 mcg/mL, 20 mL vial", and where it was scanned, until when it may be used. */
function ndcWords(typed: string): string | undefined {
  const reading = typed.trim() === '' ? undefined : readDrugCode(typed, '');
  if (!reading || !('value' in reading)) return undefined;
  const { ndc, expiry } = reading.value;
  const product = productOf(ndc);
  return `NDC ${formatNdc(ndc)}${product ? `: ${productName(product)}` : ''}${expiry ? `; expiry ${formatDate(expiry)}` : ''}`;
}

/** What stands in a field, wherever in the form it is. */
const typedIn = (worksheet: WorksheetText, field: FieldName): unknown =>
  field.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], worksheet);
