import type { DraftClaim, HcpcsCode, SeparatePayment, WasteModifiers } from '../engine/claim';
import { noUnits, unitsSum, type BillingUnits } from '../engine/quantity';
import { notApplicable } from '../engine/verdict';

type OfLine = { readonly code: HcpcsCode; readonly payment: SeparatePayment; readonly wasteModifiers: WasteModifiers };
export type ClaimWithLine = DraftClaim & OfLine;

/** Whether the claim bills any drug; then it has a code, and what is known of its payment and of JW and JZ. */
export const hasDrugLine = (claim: DraftClaim): claim is ClaimWithLine => claim.lines.length > 0;

export const noDrugLine = notApplicable('There is no drug line.');

/**
 * The code and the amounts of a drug that is billed by its amount; null for a whole compound, and where there is no
 * line.
 */
export const dosedLine = ({ code, amounts, lines }: DraftClaim) =>
  code && amounts && lines.length > 0 ? { code, amounts } : null;

/** Of all lines with JW together. */
export const unitsOfWaste = ({ lines }: Pick<DraftClaim, 'lines'>): BillingUnits =>
  lines.reduce((sum, { of, unitsOfService }) => (of === 'discarded' ? unitsSum(sum, unitsOfService) : sum), noUnits);

/** Where no drug is billed by its amount: no line, or one for a whole compound (row 1.9 units). */
export const noAmount = ({ lines }: Pick<DraftClaim, 'lines'>) =>
  lines.length === 0 ? noDrugLine : notApplicable('A compound is not billed by its amount.');
