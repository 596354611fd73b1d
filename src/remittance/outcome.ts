import { isMoreMoney, noMoney, sumOfMoney, type Money } from '../engine/quantity';
import { codesByName, noDenial } from '../rules/remittance-codes';
import type { Adjustment, RemittedClaim, RemittedLine } from './remittance';

/** What is judged: a line, or a claim that has none. */
export type Judged = Pick<RemittedLine, 'charge' | 'paid' | 'adjustments' | 'remarks' | 'holds'>;

/**
 * Held: an amount is missing, cannot be read or does not add up. Denied is told by what was paid and why, never by the
 * status of the claim: payers give 1 for a claim of which every line is denied.
 */
export type Outcome = 'held' | 'taken-back' | 'paid' | 'short' | 'patient' | 'denied' | 'nothing';
export const outcomeWords = {
  held: 'Do not post',
  'taken-back': 'Taken back',
  paid: 'Paid',
  short: 'Paid in part',
  patient: 'Patient owes all of it',
  denied: 'Denied',
  nothing: 'Nothing paid',
} as const satisfies Record<Outcome, string>;

const isAbove = (amount: Money): boolean => isMoreMoney(amount, noMoney);
/** A reason that tells of a denial or a cut beyond what is agreed. */
export const isTelling = ({ reason, amount }: Adjustment): boolean => !noDenial.includes(reason) && isAbove(amount);

export function outcomeOf({ charge, paid, adjustments, holds }: Judged): Outcome {
  if (holds.length > 0 || !charge || !paid) return 'held';
  if (isMoreMoney(noMoney, charge) || isMoreMoney(noMoney, paid)) return 'taken-back';
  const isCut = adjustments.some(isTelling);
  if (isAbove(paid)) return isCut ? 'short' : 'paid';
  if (isCut) return 'denied';
  return isAbove(ofPatient(adjustments)) ? 'patient' : 'nothing';
}

/** The parts of a claim that are judged by themselves: its lines; and itself, where it has none or tells more. */
export function partsOf(
  claim: RemittedClaim,
): readonly { readonly line: RemittedLine | null; readonly judged: Judged }[] {
  const { lines, adjustments, holds } = claim;
  const isItself = lines.length === 0 || adjustments.length > 0 || holds.length > 0;
  // Remarks on the claim are told with each line.
  const itself = { ...claim, remarks: [] };
  return [...lines.map((line) => ({ line, judged: line })), ...(isItself ? [{ line: null, judged: itself }] : [])];
}
export const judgedOf = (claim: RemittedClaim): readonly Judged[] => partsOf(claim).map(({ judged }) => judged);

const sumOf = (adjustments: readonly Adjustment[], isOf: (adjustment: Adjustment) => boolean): Money =>
  sumOfMoney(adjustments.filter(isOf).map(({ amount }) => amount));

/** What group PR leaves to the patient, or to the next payer. */
export const ofPatient = (adjustments: readonly Adjustment[]): Money => sumOf(adjustments, isOfPatient);
const isOfPatient = ({ group }: Adjustment): boolean => group === 'PR';
/** What earlier payers paid and cut: told for the sum, and posted nowhere. */
export const ofEarlierPayers = (adjustments: readonly Adjustment[]): Money => sumOf(adjustments, isOfEarlier);
const isOfEarlier = ({ group, reason }: Adjustment): boolean => group === 'OA' && reason === '23';
/** What is written off and cannot be asked for: by contract, by law, or by a reason that leaves nothing to do. */
export const writtenOff = (adjustments: readonly Adjustment[]): Money => sumOf(adjustments, isWrittenOff);
const isWrittenOff = ({ group, reason }: Adjustment): boolean =>
  (group === 'CO' || group === 'PI') &&
  (noDenial.includes(reason) || (codesByName.get(reason)?.steps.every((step) => step === 'W') ?? false));
/** What is neither paid, owed nor written off: there is something to do about it. */
export const stillOpen = (adjustments: readonly Adjustment[]): Money =>
  sumOf(adjustments, (each) => !isOfPatient(each) && !isOfEarlier(each) && !isWrittenOff(each));
