import {
  chargeFor,
  isMoreMoney,
  lesserMoney,
  moneyLeft,
  noMoney,
  noUnits,
  shareOfMoney,
  sumOfMoney,
  toCents,
  unitsLeft,
  unitsSum,
  type BillingUnits,
  type Money,
} from '../engine/quantity';
import type { Difference } from './audit-compare';
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
  readonly hanging: Money;
};

export const noneAtRisk: AtRisk = { toReturn: noMoney, toCollect: noMoney, hanging: noMoney };

export const sumOfRisk = (each: readonly AtRisk[]): AtRisk => ({
  toReturn: sumOfMoney(each.map(({ toReturn }) => toReturn)),
  toCollect: sumOfMoney(each.map(({ toCollect }) => toCollect)),
  hanging: sumOfMoney(each.map(({ hanging }) => hanging)),
});
export const wholeRisk = ({ toReturn, toCollect, hanging }: AtRisk): Money =>
  sumOfMoney([toReturn, toCollect, hanging]);
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

/** Money that each difference of one claim stands for; no dollar of it twice. Null: no price is on file. */
export function riskOf(
  due: Due,
  lines: readonly BilledLine[],
  differences: readonly Difference[],
  priceOfCode: (code: string) => UnitPrice | null,
): readonly (AtRisk | null)[] {
  const { price } = due;
  if (!price) return differences.map(() => null);
  const worth = (units: BillingUnits) => worthOfUnits(units, price, lines);
  const dueUnits = unitsSum(due.given, due.wasted);
  if (differences[0]?.cause === 'code') return ofAnotherCode(lines, worth(dueUnits), differences, priceOfCode);
  const isUnpaid = paymentOf(lines) === 'nothing';
  if (isUnpaid)
    return differences.map((_, place) => (place === 0 ? { ...noneAtRisk, toCollect: worth(dueUnits) } : noneAtRisk));
  const short = differences.reduce((sum, { under }) => unitsSum(sum, under), noUnits);
  let free = unitsLeft(dueUnits, short);
  return differences.map(({ over, under, hanging }) => {
    if (over.units > 0 || under.units > 0) return { ...noneAtRisk, toReturn: worth(over), toCollect: worth(under) };
    const units = hanging && hanging.units < free.units ? hanging : free;
    free = unitsLeft(free, units);
    return { ...noneAtRisk, hanging: worth(units) };
  });
}

/** What the code that was billed allows, against what was due. */
function ofAnotherCode(
  lines: readonly BilledLine[],
  due: Money,
  differences: readonly Difference[],
  priceOfCode: (code: string) => UnitPrice | null,
): readonly (AtRisk | null)[] {
  const allowed: Money[] = [];
  for (const line of lines) {
    const price = priceOfCode(line.code);
    if (!price) return differences.map((_, place) => (place === 0 ? null : noneAtRisk));
    allowed.push(paymentOf([line]) === 'nothing' ? noMoney : worthOfUnits(line.units, price, [line]));
  }
  const billed = sumOfMoney(allowed);
  const isOver = isMoreMoney(billed, due);
  const first = {
    ...noneAtRisk,
    toReturn: isOver ? moneyLeft(billed, due) : noMoney,
    toCollect: isOver ? noMoney : moneyLeft(due, billed),
  };
  return differences.map((_, place) => (place === 0 ? first : noneAtRisk));
}
