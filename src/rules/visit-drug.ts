import type { HeldDrug, PricedBy, SeparatePayment } from '../engine/claim';
import { formatSpan, type Span } from '../engine/dated';
import type { Encounter, Setting } from '../engine/encounter';
import type { PreparedClaim } from '../engine/prepared-claim';
import { formatMoney, formatUnits, type Money } from '../engine/quantity';
import type { VisitQuote } from '../engine/visit-price';
import { isIntrathecalCode } from './hcpcs';
import { allowedOf, paymentLimitAsOf, paysByLimit } from './payment-limits';
import { quarterEnd } from './payment-status';
import { profileOf } from './payers';
import { step, tableOn, visitPart, type VisitPart } from './visit-part';

type Limit = ReturnType<typeof paymentLimitAsOf>;
type UnitPrice = { readonly perUnit: Money } & (
  | { readonly by: 'payment-limit'; readonly limit: Limit }
  | { readonly by: 'plan-fee'; readonly profile: string | null }
  | { readonly by: 'own-charge' }
);

/** Why the drug has no price: it is paid with something else, is another’s to bill, or nothing tells its price. */
export type Unpriced = 'packaged' | 'by-another' | 'not-told';

export type DrugPart = VisitPart & { readonly by: PricedBy | null; readonly unpriced: Unpriced | null };

const priced = (by: PricedBy, told: Partial<VisitPart>): DrugPart => ({ ...visitPart(told), by, unpriced: null });
const unpriced = (why: Unpriced, told: Partial<VisitPart>): DrugPart => ({
  ...visitPart(told),
  by: null,
  unpriced: why,
});

/**
 * What the drug of a visit is priced at. Unlike the claim, a price for a day without a table takes the newest quarter
 * before that day, and says so (row 10 visit).
 */
export function drugPart(quote: VisitQuote, claim: PreparedClaim): DrugPart {
  const { encounter } = quote;
  const { code, lines, payment, held } = claim;
  if (encounter.drugSource === 'supplied') {
    const says = 'The drug was supplied by a pharmacy or free of charge. Its price is not ours to tell.';
    return unpriced('by-another', {
      inShort: [step(says, '5 supplied')],
      notIncluded: [step('The drug.', '5 supplied')],
    });
  }
  if (held) return payment && !payment.separate ? withinAnother(encounter, payment) : heldPart(held);
  if (encounter.drugSource === 'compounded') return compoundPart(quote);
  if (!code || !payment || lines.length === 0)
    return unpriced('not-told', { inShort: [step('There is no drug line to price.', '10 visit')] });
  if (!payment.separate && encounter.payer === 'medicare-part-b') return withinAnother(encounter, payment);
  const price = unitPriceOf(quote, claim);
  return price ? linesPart(quote, claim, price) : unpriced('not-told', { inShort: [missingPrice(quote)] });
}

/** Where Medicare does not pay the practice for the drug by itself: section 2b. */
function withinAnother({ setting, dateOfService }: Encounter, { because, rows, table }: SeparatePayment): DrugPart {
  const byAnother = billedByAnother.includes(setting);
  const says = byAnother
    ? 'Here somebody else bills the drug. Its price is not ours to tell.'
    : 'Here the drug is paid as part of the visit or stay. So the patient owes nothing for the drug by itself.';
  return unpriced(byAnother ? 'by-another' : 'packaged', {
    inShort: [{ says, rows }],
    notIncluded: byAnother ? [{ says: 'The drug.', rows }] : [],
    how: [{ says: because, rows }],
    tables: table ? [tableOn(dateOfService, table.title, table.entry)] : [],
  });
}

/** Drug that the practice cannot bill as things stand, though it may bill what is done besides. */
const heldPart = ({ because, rows }: HeldDrug): DrugPart =>
  unpriced('by-another', {
    inShort: [{ says: 'It is open whether we can bill the drug here. So its price is left out.', rows }],
    warnings: [{ says: `Such a claim would leave without the drug. ${because}`, rows }],
    notIncluded: [{ says: 'The drug.', rows }],
  });

/** Where a hospital, or whoever fills the pump, bills the drug (rows 2b hospital places and 2b DME). */
const billedByAnother: readonly Setting[] = ['emergency-room', 'other', 'dme-supplier'];

/** What a unit is worth: Medicare’s limit where Medicare pays by it, else the plan’s fee, else the charge. */
function unitPriceOf({ encounter, feePerUnit }: VisitQuote, { code, tables }: PreparedClaim): UnitPrice | null {
  const hcpcs = code?.hcpcs;
  if (paysByLimit(encounter) && isIntrathecalCode(hcpcs)) {
    const limit = paymentLimitAsOf(hcpcs, tables, encounter.dateOfService);
    if (limit.standing !== 'starts-after') return { perUnit: limit.perUnit, by: 'payment-limit', limit };
  }
  if (feePerUnit) return { perUnit: feePerUnit, by: 'plan-fee', profile: null };
  const profile = profileOf(encounter);
  if (profile.feePerUnit && hcpcs === 'J0475')
    return { perUnit: profile.feePerUnit, by: 'plan-fee', profile: profile.name };
  return encounter.chargePerUnit && { perUnit: encounter.chargePerUnit, by: 'own-charge' };
}

function linesPart({ encounter }: VisitQuote, { code, lines, payment }: PreparedClaim, price: UnitPrice): DrugPart {
  const { payer, dateOfService, chargePerUnit } = encounter;
  const items = lines.map((line) => ({
    what:
      `Drug ${line.of === 'administered' ? 'given' : 'wasted'}, ${formatUnits(line.unitsOfService)} ` +
      `(${[line.hcpcs, ...line.modifiers].join('-')})`,
    allowed: allowedOf(line, price),
  }));
  const isLowered = chargePerUnit !== null && chargePerUnit.tenthsOfCent < price.perUnit.tenthsOfCent;
  const byAnother = payer !== 'medicare-part-b' && payment?.separate === false;
  return priced(price.by, {
    items,
    inShort: [basisOf(price, payer === 'self-pay')],
    warnings: byAnother
      ? [{ says: `${payment.because} That is Medicare’s way. Ask this payer.`, rows: payment.rows }]
      : [],
    tables: [
      ...(price.by === 'payment-limit' ? [tableOn(dateOfService, 'Medicare payment rates', price.limit)] : []),
      ...(payment?.table ? [tableOn(dateOfService, payment.table.title, payment.table.entry)] : []),
    ],
    how: [
      unitStep(price, code?.hcpcs ?? ''),
      ...(isLowered ? [step('The charge entered is lower. The payer allows the lower of the two.', '10')] : []),
      ...items.map(({ what, allowed }) => step(`${what}: ${formatMoney(allowed)} is allowed.`, '10')),
    ],
  });
}

/** A compound is one unit for all of it, at the practice’s own charge (rows 1.9 units and 1.9 price). */
function compoundPart({ encounter: { chargePerUnit, payer } }: VisitQuote): DrugPart {
  if (!chargePerUnit) {
    const says = 'A compound has no price on file. Enter the charge for all of it.';
    return unpriced('not-told', { inShort: [step(says, '1.9 price')] });
  }
  const says = 'The charge entered counts once, for the whole compound.';
  return priced('own-charge', {
    items: [{ what: 'Compounded baclofen', allowed: chargePerUnit }],
    inShort: [basisOf({ by: 'own-charge', perUnit: chargePerUnit }, payer === 'self-pay')],
    how: [step(says, '1.9 units', '1.9 price')],
  });
}

/** By whose word the drug is priced, for the patient; a day past the newest table is said. */
function basisOf(price: UnitPrice, isSelfPay: boolean) {
  const each = formatMoney(price.perUnit);
  switch (price.by) {
    case 'payment-limit': {
      const by = `The drug is priced by Medicare’s limits of ${quarterInWords(price.limit)}.`;
      const isOther = price.limit.standing !== 'in-force';
      return step(
        isOther ? `${by} They are the newest on file for that day. The price of the day may differ.` : by,
        isOther ? '10 visit' : price.limit.row === '10' ? '10' : '10 addendum',
        ...(price.limit.row === '10 opened' ? (['10 opened'] as const) : []),
      );
    }
    case 'plan-fee':
      return step(`The drug is priced at the plan’s fee of ${each} a unit.`, '2b own profile');
    case 'own-charge':
      return isSelfPay
        ? step(`The drug is priced at ${each} a unit.`, '2b self-pay')
        : step(`The drug is priced at our charge of ${each} a unit. The payer may allow less.`, '10');
  }
}

/** "the fourth quarter of 2026"; the days themselves where they are no quarter. */
function quarterInWords({ from, through }: Span): string {
  const place = ['01-01', '04-01', '07-01', '10-01'].indexOf(from.slice(5));
  const name = ['first', 'second', 'third', 'fourth'][place];
  return name && quarterEnd(from) === through
    ? `the ${name} quarter of ${from.slice(0, 4)}`
    : formatSpan({ from, through });
}

function unitStep(price: UnitPrice, hcpcs: string) {
  const each = formatMoney(price.perUnit);
  switch (price.by) {
    case 'payment-limit': {
      const says = `Medicare’s payment rate for one unit of ${hcpcs} is ${each}, from ${formatSpan(price.limit)}.`;
      return { says, rows: [price.limit.row] };
    }
    case 'plan-fee':
      return step(
        price.profile === null
          ? `The plan’s fee for one unit is ${each}, as entered.`
          : `The fee for one unit stands in the profile ${price.profile}: ${each}.`,
        price.profile === null ? '10 visit' : '2b own profile',
      );
    case 'own-charge':
      return step(`One unit is charged at ${each}, as entered.`, '10 visit');
  }
}

/** What to enter, where nothing tells the price of a unit. */
function missingPrice({ encounter }: VisitQuote) {
  if (encounter.payer === 'self-pay') return step('Enter your price for one unit.', '2b self-pay');
  if (encounter.payer !== 'medicare-part-b')
    return step('This plan’s fee is not on file. Enter the fee or the charge for one unit.', '10 visit');
  return paysByLimit(encounter)
    ? step('No rate of Medicare is on file for that day. Enter the charge for one unit.', '10 gaps')
    : step('What Medicare pays for the drug here was not read. Enter the charge for one unit.', '10 visit');
}
