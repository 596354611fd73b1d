import type { DraftClaim, EstimatedPayment, PaymentEstimate, ServiceLine, UnitValue } from '../engine/claim';
import type { Encounter } from '../engine/encounter';
import { asOf, covers, day, formatDate, standingOf, type Dated, type IsoDate, type Standing } from '../engine/dated';
import {
  chargeFor,
  formatMoney,
  formatUnits,
  lesserMoney,
  moneyLeft,
  feeFromDigits,
  percentOf,
  sumOfMoney,
  toCents,
  type BillingUnits,
  type Money,
} from '../engine/quantity';
import type { Step } from '../engine/rule';
import type { OpenedTables } from '../engine/published-tables';
import { profileOf } from './payers';

type Limits = { readonly J0475: Money | null; readonly J0476: Money | null; /** Where it was read, if not in the payment limit file itself. */ readonly readIn?: string };
type LimitTable = readonly [Dated<Limits>, ...Dated<Limits>[]];

const quarter = (from: string, through: string, j0475: string, j0476: string | null, readIn?: string): Dated<Limits> => ({
  from: day(from),
  through: day(through),
  value: { J0475: limit(j0475), J0476: j0476 === null ? null : limit(j0476), ...(readIn ? { readIn } : {}) },
  row: '10',
});

/** The CMS payment limit files that were read, one a quarter; the second quarter of 2026 is from OPPS Addendum B, where J0476 has none. Row 10. */
export const paymentLimitsRead: LimitTable = [
  quarter('2024-01-01', '2024-03-31', '177.804', '37.444'),
  quarter('2024-04-01', '2024-06-30', '177.873', '57.913'),
  quarter('2024-07-01', '2024-09-30', '177.577', '45.940'),
  quarter('2024-10-01', '2024-12-31', '174.581', '43.552'),
  quarter('2025-01-01', '2025-03-31', '173.837', '40.728'),
  quarter('2025-04-01', '2025-06-30', '174.804', '53.819'),
  quarter('2025-07-01', '2025-09-30', '175.819', '67.203'),
  quarter('2025-10-01', '2025-12-31', '181.222', '49.952'),
  quarter('2026-01-01', '2026-03-31', '181.466', '59.514'),
  quarter('2026-04-01', '2026-06-30', '178.052', null, 'the list for hospital outpatients (OPPS Addendum B), which has the same limit in the other quarters'),
];

function limit(digits: string): Money {
  const money = feeFromDigits(digits);
  if (!money) throw new Error(`Not a payment limit: ${digits}`);
  return money;
}

type Code = keyof Pick<Limits, 'J0475' | 'J0476'>;
const isCode = (hcpcs: string | undefined): hcpcs is Code => hcpcs === 'J0475' || hcpcs === 'J0476';
type Found = { readonly from: IsoDate; readonly through: IsoDate; readonly perUnit: Money | null; readonly readIn: string | undefined; readonly row: '10' | '10 opened'; readonly standing: Standing };

/** A code's limit nearest to a day, with how it stands to it. A file that was opened comes before what came with the page. */
export function paymentLimitAsOf(hcpcs: Code, { paymentLimits }: OpenedTables, date: IsoDate): Found {
  const ofCode = paymentLimits.filter((each) => each[hcpcs] !== null && each.from <= date);
  const opened = ofCode.findLast((each) => covers(each, date)) ?? ofCode.at(-1);
  const { entry, standing } = asOf(paymentLimitsRead, date);
  const onFile = { from: entry.from, through: entry.through, perUnit: entry.value[hcpcs], readIn: entry.value.readIn, row: '10', standing } as const;
  if (!opened) return onFile;
  const standingOfOpened = standingOf(opened, date);
  if (standingOfOpened !== 'in-force' && (standing === 'in-force' || opened.from < entry.from)) return onFile;
  return { from: opened.from, through: opened.through, perUnit: opened[hcpcs], readIn: undefined, row: '10 opened', standing: standingOfOpened };
}

/** Where the limit of the file is what Medicare pays (row 10): the office, and a hospital's outpatients. How others are paid was not read. */
export const paysByLimit = ({ payer, setting }: Encounter): boolean => payer === 'medicare-part-b' && (setting === 'office' || setting === 'hospital-outpatient');

/** What a unit is worth: Medicare's limit of the day where Medicare pays by it, else the plan's fee, else the practice's own charge. */
export function unitValue({ code, tables, encounter }: DraftClaim): UnitValue | null {
  const hcpcs = code?.hcpcs;
  if (paysByLimit(encounter) && isCode(hcpcs)) {
    const { perUnit, standing } = paymentLimitAsOf(hcpcs, tables, encounter.dateOfService);
    if (standing === 'in-force' && perUnit) return { perUnit, by: 'payment-limit' };
  }
  const fee = hcpcs === 'J0475' ? profileOf(encounter).feePerUnit : null;
  if (fee) return { perUnit: fee, by: 'plan-fee' };
  return encounter.chargePerUnit && { perUnit: encounter.chargePerUnit, by: 'own-charge' };
}

const byWords = {
  'payment-limit': 'at Medicare’s limit',
  'plan-fee': 'at the plan’s fee',
  'own-charge': 'at the charge entered',
} as const satisfies Record<UnitValue['by'], string>;

/** ", worth $355.64 at Medicare’s limit": what the payer would allow for these units; nothing where no price is known or the drug is not paid on its own. */
export function worthOf(units: BillingUnits, claim: DraftClaim): string {
  if (!isEstimated(claim)) return '';
  const value = unitValue(claim);
  if (!value) return '';
  const charge = claim.encounter.chargePerUnit;
  const price = priceOf(units, value);
  if (units.units === claim.totalUnits.units) return `, worth ${formatMoney(sumOfMoney(claim.lines.map((line) => allowedOf(line, value))))} ${byWords[charge && charge.tenthsOfCent < value.perUnit.tenthsOfCent ? 'own-charge' : value.by]}`;
  const lower = charge && charge.tenthsOfCent < value.perUnit.tenthsOfCent ? chargeFor(units, charge) : null;
  return lower ? `, worth ${formatMoney(lower)} at the charge entered` : `, worth ${formatMoney(price)} ${byWords[value.by]}`;
}

/** Whether money can be told at all: a line of an ordinary code, to a payer, that is paid on its own. */
const isEstimated = ({ code, payment, encounter }: DraftClaim): boolean => code?.descriptor !== null && code?.hcpcsDosage !== null && payment?.separate === true && encounter.payer !== 'self-pay';

/** Row 10: coinsurance in every file read. */
const coinsurancePercent = 20;
/** Row 10 sequestration: 2 % of Medicare's own part since this day. */
const sequestrationPercent = 2;
const sequestrationFrom = day('2022-07-01');

const none = (says: string, rows: readonly string[]): PaymentEstimate => ({ by: null, lines: [], total: null, how: [{ says, rows }] });

/** What the payer may allow for the lines, before any deductible. */
export function estimate(claim: DraftClaim): PaymentEstimate {
  const { lines, payment, code, encounter } = claim;
  if (!code || !payment || lines.length === 0) return none('There is no drug line to estimate.', ['10']);
  if (code.hcpcsDosage === null) return none('A compound has no payment limit on file. The contractor sets its price.', ['9.8', '1.9 price']);
  if (code.descriptor === null) return none(`Nothing read tells how ${code.hcpcs} is paid.`, ['1.12']);
  if (encounter.payer === 'self-pay') return none('A self-pay line is paid at the practice’s own price.', ['2b self-pay']);
  if (!payment.separate) return none(`${payment.because} Nothing is estimated for the drug.`, payment.rows);
  if (encounter.payer === 'medicare-part-b' && encounter.notice !== 'none') return none(`${encounter.notice} says that a denial is expected or that a notice was given, so nothing is estimated.`, ['4 ABN']);
  const value = unitValue(claim);
  if (!value) return none(missingPrice(claim), ['10']);
  const medicare = paysByLimit(encounter) && encounter.dateOfService >= sequestrationFrom;
  const each = lines.map((line) => ({ lineNumber: line.lineNumber, ...paymentOf(allowedOf(line, value), medicare) }));
  return { by: value.by, lines: each, total: totalOf(each), how: workingOf(claim, value, medicare) };
}

const priceOf = (units: BillingUnits, { perUnit }: UnitValue): Money => toCents(chargeFor(units, perUnit));
const allowedOf = ({ unitsOfService, charge }: ServiceLine, value: UnitValue): Money => {
  const price = priceOf(unitsOfService, value);
  return charge ? lesserMoney(price, charge) : price;
};

function paymentOf(allowed: Money, medicare: boolean): EstimatedPayment {
  if (!medicare) return { allowed, coinsurance: null, sequestration: null, medicare: null, paid: allowed };
  const coinsurance = percentOf(allowed, coinsurancePercent);
  const sequestration = percentOf(moneyLeft(allowed, coinsurance), sequestrationPercent);
  const paid = moneyLeft(allowed, sequestration);
  return { allowed, coinsurance, sequestration, medicare: moneyLeft(paid, coinsurance), paid };
}

function totalOf(each: readonly EstimatedPayment[]): EstimatedPayment {
  const sum = (of: (payment: EstimatedPayment) => Money | null): Money | null => {
    const told = each.flatMap((payment) => of(payment) ?? []);
    return told.length === 0 ? null : sumOfMoney(told);
  };
  const zero: Money = { tenthsOfCent: 0 };
  return {
    allowed: sum(({ allowed }) => allowed) ?? zero,
    coinsurance: sum(({ coinsurance }) => coinsurance),
    sequestration: sum(({ sequestration }) => sequestration),
    medicare: sum(({ medicare }) => medicare),
    paid: sum(({ paid }) => paid) ?? zero,
  };
}

function workingOf(claim: DraftClaim, value: UnitValue, medicare: boolean): readonly Step[] {
  const { lines } = claim;
  const priced = lines.map(({ unitsOfService, modifiers, hcpcs }) => `${[hcpcs, ...modifiers].join('-')}: ${formatUnits(unitsOfService)} × ${formatMoney(value.perUnit)} = ${formatMoney(priceOf(unitsOfService, value))}`);
  const lowered = lines.some(({ charge, unitsOfService }) => charge && charge.tenthsOfCent < priceOf(unitsOfService, value).tenthsOfCent);
  const { says, rows } = priceStep(claim, value);
  return [
    { says: `${says} ${priced.join('; ')}.`, rows },
    ...(lowered ? [{ says: 'The charge entered is lower, and the lesser of the two is allowed.', rows: ['10'] }] : []),
    ...(medicare ? medicareSteps : []),
    medicare ? { says: 'A deductible that is still open is not taken into account.', rows: ['10'] } : shareStep(claim.encounter),
  ];
}

const shareStep = (encounter: Encounter): Step =>
  paysByLimit(encounter)
    ? { says: `What sequestration took before ${formatDate(sequestrationFrom)} is not on file, so nobody’s share is worked out.`, rows: ['10 sequestration'] }
    : { says: 'The patient’s share is not known.', rows: ['10'] };

const medicareSteps: readonly Step[] = [
  { says: `The patient’s coinsurance is ${coinsurancePercent} % of what is allowed.`, rows: ['10'] },
  { says: `Sequestration takes ${sequestrationPercent} % of Medicare’s own part, after coinsurance.`, rows: ['10 sequestration'] },
];

/** By whose word a unit has its price. */
function priceStep(claim: DraftClaim, { by }: UnitValue): Step {
  const { code, encounter, tables } = claim;
  switch (by) {
    case 'plan-fee':
      return { says: `The fee for one unit in the profile ${profileOf(encounter).name}.`, rows: ['2b own profile'] };
    case 'payment-limit': {
      const { from, through, row, readIn } = paymentLimitAsOf(isCode(code?.hcpcs) ? code.hcpcs : 'J0475', tables, encounter.dateOfService);
      const read = readIn ? `, read in ${readIn}` : '';
      return { says: `Medicare’s limit for one unit of ${code?.hcpcs}, ${formatDate(from)} to ${formatDate(through)}${read}.`, rows: [row] };
    }
    case 'own-charge':
      return { says: `${missingPrice(claim)} The charge entered stands in for it: the payer allows that or less.`, rows: ['10'] };
  }
}

/** Why no price of the payer is known, with Medicare's nearest limit for orientation only. */
function missingPrice({ code, tables, encounter }: DraftClaim): string {
  const { dateOfService, payer } = encounter;
  if (payer !== 'medicare-part-b') return 'No fee of this plan is on file: put it into a payer profile, or enter the charge per unit.';
  if (!paysByLimit(encounter)) return 'What Medicare pays for the drug in this setting was not read.';
  const found = isCode(code?.hcpcs) ? paymentLimitAsOf(code.hcpcs, tables, dateOfService) : null;
  const nearest = found?.perUnit && found.standing !== 'in-force' ? ` The nearest one on file, ${formatMoney(found.perUnit)}, is of ${formatDate(found.from)} to ${formatDate(found.through)}.` : '';
  return `No Medicare limit for ${formatDate(dateOfService)} is on file.${nearest} Open the CMS payment limit file of that quarter.`;
}
