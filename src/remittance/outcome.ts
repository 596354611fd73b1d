import { isMoreMoney, noMoney, sumOfMoney, type Money } from '../engine/quantity';
import { codesByName, neverThePatients, noDenial } from '../rules/remittance-codes';
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

/**
 * Who bears an amount that was not paid: an earlier payer paid or cut it; the patient or the next payer is asked for
 * it; nobody is; another payer has to be found for it; or it is open, and there is something to do about it.
 */
export type Share = 'earlier' | 'patient' | 'off' | 'elsewhere' | 'open';

/** By group and reason, for every payer alike: rows 8 groups, 8 secondary, 8 sequestration and 8 steps. */
export function shareOf({ group, reason }: Pick<Adjustment, 'group' | 'reason'>): Share {
  if (group === 'OA' && reason === '23') return 'earlier';
  if (group === 'PR' && !neverThePatients.includes(reason)) return 'patient';
  const steps = codesByName.get(reason)?.steps ?? [];
  const isBorne = ['CO', 'PI', 'PR'].includes(group);
  const isWrittenOff = noDenial.includes(reason) || (steps.length > 0 && steps.every((step) => step === 'W'));
  if (isBorne && isWrittenOff) return 'off';
  return (isBorne || group === 'OA') && (steps[0] === 'O' || reason === '209') ? 'elsewhere' : 'open';
}

const sumOf = (adjustments: readonly Adjustment[], ...shares: readonly Share[]): Money =>
  sumOfMoney(adjustments.filter((each) => shares.includes(shareOf(each))).map(({ amount }) => amount));

/** What group PR leaves to the patient, or to the next payer. */
export const ofPatient = (adjustments: readonly Adjustment[]): Money => sumOf(adjustments, 'patient');
/** What earlier payers paid and cut: told for the sum, and posted nowhere. */
export const ofEarlierPayers = (adjustments: readonly Adjustment[]): Money => sumOf(adjustments, 'earlier');
/** What is written off and cannot be asked for: by contract, by law, or by a reason that leaves nothing to do. */
export const writtenOff = (adjustments: readonly Adjustment[]): Money => sumOf(adjustments, 'off');
/** What is neither paid, owed nor written off: there is something to do about it. */
export const stillOpen = (adjustments: readonly Adjustment[]): Money => sumOf(adjustments, 'elsewhere', 'open');
