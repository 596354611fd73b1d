import {
  formatMoney,
  isSameMoney,
  moneyApart,
  moneyBetween,
  percentOf,
  sumOfMoney,
  type Money,
} from '../engine/quantity';
import { procedureWords, type Adjustment, type Remittance, type RemittedClaim, type RemittedLine } from './remittance';
import type { Note } from './segments';

/*
 * What a remittance must add up to, to the cent (835, balancing): a line, a claim, and the whole payment. What lacks an
 * amount is not added up: it is held for that already.
 */

/** How a sum stands to what it should be; null where an amount is missing. */
export type Balance = { readonly expected: Money; readonly told: Money };

const isOff = (balance: Balance | null): balance is Balance =>
  balance !== null && !isSameMoney(balance.expected, balance.told);

export const adjusted = (adjustments: readonly Adjustment[]): Money =>
  sumOfMoney(adjustments.map(({ amount }) => amount));

/** Charge less adjustments is what was paid. */
export const lineBalance = ({ charge, paid, adjustments }: RemittedLine): Balance | null =>
  charge && paid && { expected: moneyBetween(charge, adjusted(adjustments)), told: paid };

/** The same of a claim: its own adjustments and those of its lines. */
export const claimBalance = ({ charge, paid, adjustments, lines }: RemittedClaim): Balance | null =>
  charge &&
  paid && {
    expected: moneyBetween(charge, adjusted([...adjustments, ...lines.flatMap((line) => line.adjustments)])),
    told: paid,
  };

/** Lines charge what the claim charges; null where there are none. */
export function chargeBalance({ charge, lines }: RemittedClaim): Balance | null {
  const charges = lines.flatMap((line) => line.charge ?? []);
  return charge && charges.length > 0 && charges.length === lines.length
    ? { expected: sumOfMoney(charges), told: charge }
    : null;
}

/** What was paid of all claims, less what was taken beside them, is the payment. */
export function paymentBalance({ amount, claims, providerAdjustments }: Remittance): Balance | null {
  const paid = claims.flatMap((claim) => claim.paid ?? []);
  if (!amount || paid.length < claims.length) return null;
  const taken = sumOfMoney(providerAdjustments.map((each) => each.amount));
  return { expected: moneyBetween(sumOfMoney(paid), taken), told: amount };
}

const offWords = (what: string, { expected, told }: Balance): string =>
  `${what} come to ${formatMoney(expected)}, and ${formatMoney(told)} was paid. ` +
  `That is ${formatMoney(moneyApart(expected, told))} out of balance. Do not post it.`;

export const lineName = (line: RemittedLine, place: number): string =>
  `Line ${place + 1}, ${procedureWords(line.procedure) || 'without a code'}`;

function lineHolds(line: RemittedLine, place: number): readonly Note[] {
  const balance = lineBalance(line);
  if (!isOff(balance)) return [];
  const says = offWords(`${lineName(line, place)}: charge less adjustments`, balance);
  return [{ at: line.at, says: `${says}${mayBeSequestration(line, balance)}` }];
}

/** Two percent of what is left after the adjustments, where no 253 stands. */
function mayBeSequestration({ adjustments }: RemittedLine, { expected, told }: Balance): string {
  const off = moneyApart(expected, told);
  const isLost =
    adjustments.every(({ reason }) => reason !== '253') && isSameMoney(off, percentOf(expected, sequestrationPercent));
  return isLost ? ' A 253 (sequestration) may have been lost.' : '';
}
const sequestrationPercent = 2;

function claimHolds(claim: RemittedClaim): readonly Note[] {
  const { at, lines, controlNumber } = claim;
  const [whole, charges] = [claimBalance(claim), chargeBalance(claim)];
  const name = `Claim ${controlNumber || 'without a number'}`;
  return [
    ...(isOff(whole) ? [{ at, says: offWords(`${name}: charge less all adjustments`, whole) }] : []),
    ...(isOff(charges)
      ? [
          {
            at,
            says: `${name}: ${chargeWords(charges, lines.length)}`,
          },
        ]
      : []),
  ];
}

const chargeWords = ({ expected, told }: Balance, lines: number): string =>
  `its ${lines === 1 ? 'line charges' : 'lines charge'} ${formatMoney(expected)}, and the claim ` +
  `${formatMoney(told)}. That is ${formatMoney(moneyApart(expected, told))} apart. Do not post it.`;

/** The remittance with what is out of balance, each where it is. A part may lack claims, so its sum holds nothing. */
export function withBalances(remittance: Remittance): Remittance {
  const balance = paymentBalance(remittance);
  const says = balance && offWords('The claims, less what was taken beside them (PLB),', balance);
  return {
    ...remittance,
    claims: remittance.claims.map(withClaimBalances),
    holds:
      remittance.isWhole && isOff(balance) && says !== null
        ? [...remittance.holds, { at: remittance.at, says }]
        : remittance.holds,
  };
}

const withClaimBalances = (claim: RemittedClaim): RemittedClaim => ({
  ...claim,
  lines: claim.lines.map((line, place) => {
    const isCut = claim.isCut && place === claim.lines.length - 1;
    const off = isCut ? [] : lineHolds(line, place);
    return off.length === 0 ? line : { ...line, holds: [...line.holds, ...off] };
  }),
  // A claim that begins or ends outside what is here cannot be added up.
  holds: claim.isCut || claim.at === null ? claim.holds : [...claim.holds, ...claimHolds(claim)],
});
