import {
  chargeFor,
  lesserMoney,
  moneyLeft,
  noMoney,
  noUnits,
  shareOfMoney,
  shareToCents,
  sumOfMoney,
  toCents,
  unitsLeft,
  unitsSum,
  type BillingUnits,
  type Money,
} from '../engine/quantity';
import type { Cause, Difference } from './audit-compare';
import type { Due, UnitPrice } from './audit-due';
import type { BilledLine } from './audit-line';
import { paymentOf } from './audit-net';

/** What a difference is worth each way. Each amount is rounded to the cent once, as a line of a claim is (row 10). */
export type AtRisk = {
  /** Allowed beyond what was due. */
  readonly toReturn: Money;
  /** Due and not allowed. */
  readonly toCollect: Money;
  /** Due and allowed, but it may be denied or taken back as it was billed. */
  readonly atStake: Money;
};

export const noneAtRisk: AtRisk = { toReturn: noMoney, toCollect: noMoney, atStake: noMoney };

export const sumOfRisk = (each: readonly AtRisk[]): AtRisk => ({
  toReturn: sumOfMoney(each.map(({ toReturn }) => toReturn)),
  toCollect: sumOfMoney(each.map(({ toCollect }) => toCollect)),
  atStake: sumOfMoney(each.map(({ atStake }) => atStake)),
});
export const wholeRisk = ({ toReturn, toCollect, atStake }: AtRisk): Money =>
  sumOfMoney([toReturn, toCollect, atStake]);
/** Most first. */
export const compareRisk = (one: AtRisk, other: AtRisk): number =>
  wholeRisk(other).tenthsOfCent - wholeRisk(one).tenthsOfCent;

/** Units at the price of the day, or their share of the charge where that is lower (row 10), to the cent. */
export function worthOfUnits(units: BillingUnits, { perUnit }: UnitPrice, lines: readonly BilledLine[]): Money {
  const price = chargeFor(units, perUnit);
  let [charge, billed] = [noMoney, noUnits];
  for (const line of lines) {
    if (line.charge === null || line.units.units === 0) return toCents(price);
    charge = sumOfMoney([charge, line.charge]);
    billed = unitsSum(billed, line.units);
  }
  return toCents(billed.units === 0 ? price : lesserMoney(price, shareOfMoney(charge, units.units, billed.units)));
}

/** How the money of a difference was told: by what was paid, else by a price, and then it is an estimate. */
export type Worth = { readonly risk: AtRisk; readonly by: UnitPrice['by'] | 'paid' };

/** What was paid on lines together; null while one of them does not tell. */
export function paidOn(lines: readonly BilledLine[]): Money | null {
  let sum = noMoney;
  for (const { paid } of lines) {
    if (paid === null) return null;
    sum = sumOfMoney([sum, paid]);
  }
  return sum;
}

const unitsOn = (lines: readonly BilledLine[]): BillingUnits =>
  lines.reduce((sum, { units }) => unitsSum(sum, units), noUnits);

/** The lines that units too many stand on: waste on those with JW, others on those without, else on all. */
function linesOf(cause: Cause, over: BillingUnits, lines: readonly BilledLine[]): readonly BilledLine[] {
  const isOfWaste = cause === 'waste-twice' || cause === 'modifier-wrong';
  const own = lines.filter(({ modifiers }) => modifiers.includes('JW') === isOfWaste);
  return unitsOn(own).units < over.units ? lines : own;
}

/** The part of what was paid that falls to units of these lines, to the cent; null: not told. */
function paidFor(units: BillingUnits, lines: readonly BilledLine[]): Money | null {
  const paid = paidOn(lines);
  return paid && shareToCents(paid, units.units, Math.max(1, unitsOn(lines).units));
}

/**
 * Money that each difference of one claim stands for; no dollar of it twice. What is to be returned or at stake is the
 * part of what was paid, where the rows tell it, and never more. Null: neither that nor a price is on file.
 */
export function worthOf(
  due: Due,
  lines: readonly BilledLine[],
  differences: readonly Difference[],
  priceOfCode: (code: string) => UnitPrice | null,
): readonly (Worth | null)[] {
  const { price } = due;
  const dueUnits = unitsSum(due.given, due.wasted);
  const isUnpaid = paymentOf(lines) === 'nothing';
  const byPrice = (risk: AtRisk): Worth | null => price && { risk, by: price.by };
  const worth = (units: BillingUnits) => (price ? worthOfUnits(units, price, lines) : noMoney);
  if (differences[0]?.cause === 'code')
    return ofAnotherCode(lines, price && worth(dueUnits), differences, priceOfCode).map(
      (risk) => risk && byPrice(risk),
    );
  if (isUnpaid)
    return differences.map((_, place) =>
      byPrice(place === 0 ? { ...noneAtRisk, toCollect: worth(dueUnits) } : noneAtRisk),
    );
  const short = differences.reduce((sum, { under }) => unitsSum(sum, under), noUnits);
  let free = unitsLeft(dueUnits, short);
  let paid = paidOn(lines);
  return differences.map(({ cause, over, under, atStake }) => {
    const ofPaid = over.units > 0 && paid ? paidFor(over, linesOf(cause, over, lines)) : null;
    if (ofPaid && paid) {
      const toReturn = lesserMoney(ofPaid, paid);
      paid = moneyLeft(paid, toReturn);
      return { risk: { ...noneAtRisk, toReturn }, by: 'paid' };
    }
    if (over.units > 0 || under.units > 0)
      return byPrice({ ...noneAtRisk, toReturn: worth(over), toCollect: worth(under) });
    const units = atStake && atStake.units < free.units ? atStake : free;
    free = unitsLeft(free, units);
    // No more can be taken back than was paid.
    const stake = units.units > 0 && paid ? paidFor(units, lines) : null;
    if (stake && paid) return { risk: { ...noneAtRisk, atStake: lesserMoney(stake, paid) }, by: 'paid' };
    return byPrice({ ...noneAtRisk, atStake: worth(units) });
  });
}

/** Of a claim that was paid beside the one that stands: what was paid on it, else its units at the price. */
export function worthOfSecond({ price }: Due, lines: readonly BilledLine[]): Worth | null {
  const paid = paidOn(lines);
  if (paid) return { risk: { ...noneAtRisk, toReturn: toCents(paid) }, by: 'paid' };
  return price && { risk: { ...noneAtRisk, toReturn: worthOfUnits(unitsOn(lines), price, lines) }, by: price.by };
}

/** What the code that was billed allows, against what was due: where a payment is told, the same part of that. */
function ofAnotherCode(
  lines: readonly BilledLine[],
  due: Money | null,
  differences: readonly Difference[],
  priceOfCode: (code: string) => UnitPrice | null,
): readonly (AtRisk | null)[] {
  const allowed: Money[] = [];
  for (const line of lines) {
    const price = due && priceOfCode(line.code);
    if (!price) return differences.map((_, place) => (place === 0 ? null : noneAtRisk));
    allowed.push(paymentOf([line]) === 'nothing' ? noMoney : worthOfUnits(line.units, price, [line]));
  }
  const billed = sumOfMoney(allowed);
  const beyond = moneyLeft(billed, due ?? noMoney);
  const paid = paidOn(lines);
  const first = {
    ...noneAtRisk,
    toReturn: paid ? shareToCents(paid, beyond.tenthsOfCent, Math.max(1, billed.tenthsOfCent)) : beyond,
    toCollect: moneyLeft(due ?? noMoney, billed),
  };
  return differences.map((_, place) => (place === 0 ? first : noneAtRisk));
}
