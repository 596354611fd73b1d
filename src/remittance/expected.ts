import type { EstimatedPayment, LinePricedBy } from '../engine/claim';
import type { IsoDate } from '../engine/dated';
import type { PreparedClaim } from '../engine/prepared-claim';
import {
  formatMoney,
  isMoreMoney,
  moneyApart,
  moneyBetween,
  moneyLeft,
  noMoney,
  percentOf,
  sumOfMoney,
  type Money,
} from '../engine/quantity';
import { coinsurancePercent, sequestrationOn, together } from '../rules/payment-limits';
import type { LineMatch } from './match-lines';
import { isTelling, outcomeOf } from './outcome';
import type { RemittedLine } from './remittance';

/** What a line was expected to bring, held against what it brought. */
export type Comparison = {
  /** What the payer itself was expected to pay; null where no price is on file, or the payer’s share is not known. */
  readonly expected: Money | null;
  /** Paid less expected; null where either is not known. */
  readonly difference: Money | null;
  /** Whether what is said explains the difference. */
  readonly isExplained: boolean;
  readonly says: readonly string[];
};

/** By how much less was paid than was worked out, where nothing explains it; null where it was not. */
export const tooLittleOf = (allowed: Comparison | null): Money | null =>
  allowed?.difference && !allowed.isExplained && isMoreMoney(noMoney, allowed.difference)
    ? moneyLeft(noMoney, allowed.difference)
    : null;

const byWords = {
  'payment-limit': 'Medicare’s payment rate',
  'plan-fee': 'the plan’s fee',
  'own-charge': 'the charge',
  'fee-schedule': 'the fee schedule',
  'outpatient-rate': 'the outpatient rate',
} as const satisfies Record<LinePricedBy, string>;

type Priced = EstimatedPayment & { readonly by: LinePricedBy };

/** What was worked out for the claim’s lines that this one answers; null where one of them has no price. */
function pricedOf({ of }: LineMatch, { estimate }: PreparedClaim): Priced | null {
  const { by, lines, whole } = estimate;
  const priced = whole ? whole.lines : by ? lines.map((line) => ({ ...line, by })) : [];
  const own = of.flatMap(({ lineNumber }) => priced.filter((line) => line.lineNumber === lineNumber));
  const [first] = own;
  if (!first || own.length < of.length || own.some((each) => each.by === 'own-charge')) return null;
  const payments = own.map(({ lineNumber: _line, by: _by, ...payment }): EstimatedPayment => payment);
  return { ...payments.reduce(together), by: first.by };
}

const reasonSum = ({ adjustments }: RemittedLine, group: string, reason: string): Money =>
  sumOfMoney(adjustments.filter((each) => each.group === group && each.reason === reason).map(({ amount }) => amount));
/** Payers round line by line. */
const isNear = (one: Money, other: Money): boolean => moneyApart(one, other).tenthsOfCent <= 10;

/** As told, else what was paid, cut by sequestration, and left to the patient; null where earlier payers are in it. */
export function allowedOf(line: RemittedLine): Money | null {
  if (line.allowed) return line.allowed;
  const { paid, adjustments } = line;
  if (!paid || adjustments.some(({ reason }) => reason === '23')) return null;
  const left = adjustments.filter(({ group, reason }) => group === 'PR' || reason === '253');
  return sumOfMoney([paid, ...left.map(({ amount }) => amount)]);
}

/**
 * Expected against paid, of one line: the limit of the day, coinsurance and sequestration, as they were worked out for
 * the claim. Each difference is told, and whether the remittance explains it.
 */
export function compare(match: LineMatch, claim: PreparedClaim): Comparison {
  const { line } = match;
  const priced = pricedOf(match, claim);
  const { paid } = line;
  const outcome = outcomeOf(line);
  if (outcome === 'held' || outcome === 'taken-back' || !paid) return notCompared('It is not compared.', null);
  if (!priced) return notCompared('No price of this payer is on file, so it is not compared.', null);
  const isOfMedicare = priced.medicare !== null;
  const expected = priced.medicare;
  const difference = expected && moneyBetween(paid, expected);
  if (outcome === 'denied') return { expected, difference, isExplained: true, says: ['Denied: its codes say why.'] };
  const allowed = allowedOf(line);
  if (!allowed) return notCompared('Earlier payers are in its amounts, so it is not compared.', expected);
  const said = [
    ...allowedSays(allowed, priced),
    ...(isOfMedicare ? sharesSay(line, allowed, claim.encounter.dateOfService) : []),
  ];
  const cut = line.adjustments.filter(isTelling).map(({ group, reason, amount }) => ({
    says: `${group}-${reason} cuts ${formatMoney(amount)}: see its words.`,
    isExplained: true,
  }));
  const all = [...said, ...cut];
  return {
    expected,
    difference,
    isExplained: all.every((each) => each.isExplained),
    says: all.length === 0 ? ['As expected.'] : all.map(({ says }) => says),
  };
}

const notCompared = (says: string, expected: Money | null): Comparison => ({
  expected,
  difference: null,
  isExplained: false,
  says: [says],
});

type Said = { readonly says: string; readonly isExplained: boolean };

function allowedSays(allowed: Money, { allowed: expected, by }: Priced): readonly Said[] {
  if (isNear(allowed, expected)) return [];
  const off = formatMoney(moneyApart(allowed, expected));
  const way = isMoreMoney(expected, allowed) ? 'less' : 'more';
  return [
    {
      says:
        `${formatMoney(allowed)} was allowed, ${off} ${way} than ${formatMoney(expected)} by ${byWords[by]}. ` +
        'Ask the payer by which rate.',
      isExplained: false,
    },
  ];
}

/** Deductible, coinsurance and sequestration of what the payer itself allowed. */
function sharesSay(line: RemittedLine, allowed: Money, dateOfService: IsoDate): readonly Said[] {
  const [deductible, coinsurance, cut] = [
    reasonSum(line, 'PR', '1'),
    reasonSum(line, 'PR', '2'),
    reasonSum(line, 'CO', '253'),
  ];
  const after = moneyLeft(allowed, deductible);
  const share = percentOf(after, coinsurancePercent);
  const percent = sequestrationOn(dateOfService)?.value;
  const sequestration = percent === undefined ? null : percentOf(moneyLeft(after, share), percent);
  return [
    ...(isMoreMoney(deductible, noMoney)
      ? [{ says: `${formatMoney(deductible)} went to the deductible, which no estimate holds.`, isExplained: true }]
      : []),
    ...against('coinsurance (PR 2)', coinsurance, share),
    ...(sequestration ? against('sequestration (253)', cut, sequestration) : []),
  ];
}

const against = (what: string, told: Money, expected: Money): readonly Said[] =>
  isNear(told, expected)
    ? []
    : [
        {
          says:
            `The remittance has ${isMoreMoney(told, noMoney) ? `${formatMoney(told)} of` : 'no'} ${what}, ` +
            `and ${formatMoney(expected)} was worked out.`,
          isExplained: false,
        },
      ];
