import type { Step } from '../engine/citation';
import { day } from '../engine/dated';
import {
  formatMoney,
  isMoreMoney,
  isSameMoney,
  lesserMoney,
  moneyLeft,
  noMoney,
  percentOf,
  sumOfMoney,
  type Money,
} from '../engine/quantity';
import type { Owed, VisitItem, VisitPrice, VisitQuote } from '../engine/visit-price';
import { coinsurancePercent, deductibleOf, dollars, sequestrationOn } from './payment-limits';
import { step, tableOn, visitPart, type VisitPart } from './visit-part';

export type SharePart = VisitPart & Pick<VisitPrice, 'owed' | 'share' | 'medicare'>;

/** How well what is allowed is known: as a most alone; and whether any payer takes the code at all. */
type Known = { readonly isCeiling: boolean; readonly isDoubtful: boolean };

const sharePartOf = (told: Partial<SharePart>): SharePart => ({
  ...visitPart({}),
  owed: null,
  share: null,
  medicare: null,
  ...told,
});

/** What a patient pays of what is allowed; null is what was not told and no source tells. */
type Terms = {
  readonly percent: number | null;
  readonly deductible: Money | null;
  /** The most that can be left of the deductible; null where that is not on file. */
  readonly deductibleMost: Money | null;
};

/**
 * What the patient owes of the items: the deductible first, line by line in their order, then the coinsurance of the
 * rest of each line. What was not told gives a range, never a guess (rows 10 share and 10 visit).
 */
export function sharePart(quote: VisitQuote, items: readonly VisitItem[], known: Known): SharePart {
  const { payer } = quote.encounter;
  const all = sumOfMoney(items.map(({ allowed }) => allowed));
  if (payer === 'medicaid' && quote.coinsurancePercent === null) return medicaidPart(quote.deductibleLeft, items);
  if (items.length === 0) return sharePartOf({});
  if (payer === 'self-pay')
    return sharePartOf({
      owed: { least: all, most: all },
      inShort: [step('The patient pays all of it.', '2b self-pay')],
    });
  const terms = termsOf(quote, known);
  const least = sharesOf(items, terms.deductible ?? noMoney, terms.percent ?? 0);
  const owed: Owed = { least: known.isCeiling ? null : least.owes, most: mostOf(items, terms, all) };
  const isTold = terms.percent !== null && terms.deductible !== null;
  const medicare = isTold && payer === 'medicare-part-b' ? medicareOf(quote, least) : null;
  return sharePartOf({
    owed,
    share: isTold ? { deductible: least.deductible, coinsurance: least.coinsurance } : null,
    medicare: medicare && { pays: medicare.pays, sequestration: medicare.sequestration },
    inShort: shareInWords(quote, terms, least, owed.most, all, known),
    how: medicare ? [medicare.step] : [],
    ...(payer === 'medicare-part-b' ? ofMedicare(quote) : {}),
  });
}

/** The state’s plan alone says what its patient pays: row 10 share Medicaid. */
function medicaidPart(deductibleLeft: Money | null, items: readonly VisitItem[]): SharePart {
  const { owes, deductible } = sharesOf(items, deductibleLeft ?? noMoney, 0);
  const first = isSameMoney(deductible, noMoney)
    ? ''
    : `The patient first pays the ${formatMoney(deductible)} that is left of the deductible. `;
  const says = `${first}Medicaid’s pay is the whole pay. Only a copay of the state’s plan would be added.`;
  return sharePartOf({
    owed: { least: owes, most: owes },
    inShort: [step(says, '10 share Medicaid')],
    notIncluded: [step('A copay of the state’s plan. Ask the plan.', '10 share Medicaid')],
  });
}

function termsOf({ encounter, deductibleLeft, coinsurancePercent: told }: VisitQuote, { isDoubtful }: Known): Terms {
  const { payer, dateOfService } = encounter;
  if (payer === 'medicaid') return { percent: told, deductible: deductibleLeft ?? noMoney, deductibleMost: null };
  if (payer !== 'medicare-part-b')
    return { percent: isDoubtful ? null : told, deductible: deductibleLeft, deductibleMost: null };
  return {
    percent: isDoubtful ? null : coinsurancePercent,
    deductible: deductibleLeft,
    deductibleMost: partBDeductible(dateOfService.slice(0, 4))?.amount ?? null,
  };
}

/** All of the Part B deductible of a year, where it is on file: row 10 deductible. */
function partBDeductible(year: string): { readonly amount: Money; readonly fromCms: boolean } | undefined {
  const told = deductibleOf(year);
  return told && { amount: dollars(String(told.dollars)), fromCms: told.fromCms };
}

type Shares = {
  readonly deductible: Money;
  readonly coinsurance: Money;
  readonly owes: Money;
  /** What is left of each line for the payer. */
  readonly left: readonly Money[];
};

function sharesOf(items: readonly VisitItem[], deductible: Money, percent: number): Shares {
  let open = deductible;
  const lines = items.map(({ allowed }) => {
    const first = lesserMoney(open, allowed);
    open = moneyLeft(open, first);
    const rest = moneyLeft(allowed, first);
    const coinsurance = percentOf(rest, percent);
    return { first, coinsurance, left: moneyLeft(rest, coinsurance) };
  });
  const first = sumOfMoney(lines.map((line) => line.first));
  const coinsurance = sumOfMoney(lines.map((line) => line.coinsurance));
  return {
    deductible: first,
    coinsurance,
    owes: sumOfMoney([first, coinsurance]),
    left: lines.map(({ left }) => left),
  };
}

function mostOf(items: readonly VisitItem[], { percent, deductible, deductibleMost }: Terms, all: Money): Money {
  const most = deductible ?? deductibleMost;
  return percent === null || most === null ? all : sharesOf(items, most, percent).owes;
}

/** Medicare’s own part, line by line, less its cut, which takes nothing from the patient (row 10 sequestration). */
function medicareOf({ encounter: { dateOfService } }: VisitQuote, { left }: Shares) {
  const cut = sequestrationOn(dateOfService);
  if (!cut) return null;
  const sequestration = sumOfMoney(left.map((each) => percentOf(each, cut.value)));
  const own = sumOfMoney(left);
  const pays = moneyLeft(own, sequestration);
  const says =
    `Medicare’s own part is ${formatMoney(own)}. It cuts ${cut.value} % of that (sequestration) and pays ` +
    `${formatMoney(pays)}. The patient pays no more for the cut.`;
  return { pays, sequestration, step: step(says, '10 sequestration') };
}

/** What else belongs to a share of Medicare: other cover, the deductible of the year, and one that cannot be. */
function ofMedicare({ encounter: { dateOfService }, deductibleLeft }: VisitQuote): Partial<SharePart> {
  const year = dateOfService.slice(0, 4);
  const full = partBDeductible(year);
  const tooMuch = full && deductibleLeft && isMoreMoney(deductibleLeft, full.amount);
  const says =
    `The deductible of ${year} is ${formatMoney(full?.amount ?? noMoney)}. ` +
    `So ${formatMoney(deductibleLeft ?? noMoney)} cannot be left of it.`;
  return {
    warnings: tooMuch ? [step(says, '10 deductible')] : [],
    notIncluded: [step('What Medicaid (QMB) or a second plan pays of this share.', '10 share QMB')],
    tables: full
      ? [
          tableOn(dateOfService, `Part B deductible, ${formatMoney(full.amount)}`, {
            from: day(`${year}-01-01`),
            through: day(`${year}-12-31`),
          }),
        ]
      : [],
  };
}

/** How the share comes about, for the patient. */
function shareInWords(
  quote: VisitQuote,
  { percent, deductible }: Terms,
  least: Shares,
  most: Money,
  all: Money,
  { isDoubtful }: Known,
): readonly Step[] {
  const row = quote.encounter.payer === 'medicare-part-b' ? '10 share' : '10 visit';
  const ceiling = `The patient owes no more than ${formatMoney(most)}.`;
  if (percent === null) {
    const why = isDoubtful
      ? 'Whether any payer pays for this is not known.'
      : 'The plan’s share for the patient was not told. Ask the plan.';
    return [step(`${why} ${ceiling}`, '10 visit')];
  }
  if (deductible === null) return [rangeInWords(quote, percent, least, most)];
  if (isSameMoney(least.deductible, noMoney))
    return [step(`The patient pays ${percent} % of what is allowed, ${formatMoney(least.coinsurance)}.`, row)];
  const first = `The patient first pays the ${formatMoney(least.deductible)} that is left of the deductible.`;
  return isSameMoney(least.deductible, all)
    ? [step('No less than that is left of the deductible. So the patient pays all of it.', row)]
    : [step(`${first} Then ${percent} % of the rest is ${formatMoney(least.coinsurance)}.`, row)];
}

/** From none to all of the deductible, where nobody told how much of it is left. */
function rangeInWords({ encounter }: VisitQuote, percent: number, least: Shares, most: Money): Step {
  const none = `With none of the deductible left, the patient pays ${percent} %, ${formatMoney(least.owes)}.`;
  const year = encounter.dateOfService.slice(0, 4);
  const full = encounter.payer === 'medicare-part-b' ? partBDeductible(year) : undefined;
  if (!full) {
    const missing = encounter.payer === 'medicare-part-b' ? ` The deductible of ${year} is not on file.` : '';
    return step(`${none}${missing} With more left the patient pays more, up to ${formatMoney(most)}.`, '10 visit');
  }
  const doubt = full.fromCms ? '' : ' That deductible was not read at CMS.';
  return step(
    `${none} With all ${formatMoney(full.amount)} of it left, the patient pays ${formatMoney(most)}.${doubt}`,
    '10 share',
    '10 deductible',
  );
}
