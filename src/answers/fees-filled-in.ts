import { feeOf, type Fee } from '../engine/clinic-file';
import { digitsOfMoney } from '../engine/quantity';
import { codeOf } from './service-rows';
import type { ServiceText } from './worksheet-text';

/** The clinic’s charge for a code as it is typed; '' where it has none. */
export function feeText(fees: readonly Fee[], code: string): string {
  const fee = feeOf(fees, code);
  return fee ? digitsOfMoney(fee) : '';
}

/**
 * A row with the clinic’s charge where its own is blank, or is the one that the code `before` it took from there: what
 * somebody typed stays.
 */
export function withFee(row: ServiceText, before: string, fees: readonly Fee[]): ServiceText {
  const stands = row.charge.trim();
  if (stands !== '' && (codeOf(row) === before || stands !== feeText(fees, before))) return row;
  return { ...row, charge: feeText(fees, codeOf(row)) || (codeOf(row) === before ? row.charge : '') };
}
