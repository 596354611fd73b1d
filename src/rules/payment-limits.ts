import type { DraftClaim, EstimatedPayment, PaymentEstimate, ServiceLine } from '../engine/claim';
import type { Custody, Encounter, Notice } from '../engine/encounter';
import {
  asOf,
  covers,
  day,
  formatDate,
  formatSpan,
  oldestFirst,
  standingOf,
  type Dated,
  type IsoDate,
  type Standing,
} from '../engine/dated';
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
import { rule, type Rule } from '../engine/rule';
import type { OpenedTables } from '../engine/published-tables';
import type { RowId } from './citations';
import { cite } from './cite';
import { denials } from './denials';
import { isIntrathecalCode } from './hcpcs';
import { noDrugLine } from './drug-line';
import { needsReview, notApplicable, pass } from '../engine/verdict';
import type { Step } from '../engine/citation';
import { noticesOf, noticeTells } from './notices';
import { profileOf } from './payers';
import { compoundPricedBy } from './compounded';
import { isMedicaresWay, outpatientQuarters, practiceSettings, quarterEnd, unsettledPlace } from './payment-status';

type Limits = {
  readonly J0475: Money | null;
  readonly J0476: Money | null;
  /** Where it was read, if not in the payment limit file itself. */
  readonly readIn?: string;
};
type LimitTable = readonly [Dated<Limits>, ...Dated<Limits>[]];

const quarter = (
  from: string,
  through: string,
  j0475: string,
  j0476: string | null,
  readIn?: string,
): Dated<Limits> => ({
  from: day(from),
  through: day(through),
  value: { J0475: dollars(j0475), J0476: j0476 === null ? null : dollars(j0476), ...(readIn ? { readIn } : {}) },
  row: readIn ? '10 addendum' : '10',
});
/** J0475 in the price list for hospital outpatients, where J0476 has no price: rows 10 addendum and 2b outpatient. */
const addendum = (from: string, through: string, j0475: string): Dated<Limits> =>
  quarter(from, through, j0475, null, 'OPPS Addendum B');

/**
 * Medicare's payment limit for a unit, one line a quarter that was read; a quarter that was not read is no line. Row
 * 10. Before 2024 the
 * limit file itself was not read.
 */
export const paymentLimitsRead: LimitTable = [
  addendum('2020-01-01', '2020-03-31', '173.600'),
  addendum('2020-04-01', '2020-06-30', '177.645'),
  addendum('2021-01-01', '2021-03-31', '172.780'),
  addendum('2021-04-01', '2021-06-30', '179.013'),
  addendum('2021-10-01', '2021-12-31', '177.434'),
  addendum('2022-07-01', '2022-09-30', '182.024'),
  addendum('2022-10-01', '2022-12-31', '182.286'),
  addendum('2023-01-01', '2023-03-31', '185.923'),
  addendum('2023-04-01', '2023-06-30', '178.448'),
  addendum('2023-07-01', '2023-09-30', '182.487'),
  addendum('2023-10-01', '2023-12-31', '182.263'),
  quarter('2024-01-01', '2024-03-31', '177.804', '37.444'),
  quarter('2024-04-01', '2024-06-30', '177.873', '57.913'),
  quarter('2024-07-01', '2024-09-30', '177.577', '45.940'),
  quarter('2024-10-01', '2024-12-31', '174.581', '43.552'),
  quarter('2025-01-01', '2025-03-31', '173.837', '40.728'),
  quarter('2025-04-01', '2025-06-30', '174.804', '53.819'),
  quarter('2025-07-01', '2025-09-30', '175.819', '67.203'),
  quarter('2025-10-01', '2025-12-31', '181.222', '49.952'),
  quarter('2026-01-01', '2026-03-31', '181.466', '59.514'),
  quarter('2026-04-01', '2026-06-30', '178.052', '54.338'),
  quarter('2026-07-01', '2026-09-30', '186.106', '43.840'),
  quarter('2026-10-01', '2026-12-31', '186.996', '46.539'),
];

/** A published amount. */
export function dollars(digits: string): Money {
  const money = feeFromDigits(digits);
  if (!money) throw new Error(`Not an amount: ${digits}`);
  return money;
}

type Code = keyof Pick<Limits, 'J0475' | 'J0476'>;
type Found = {
  readonly from: IsoDate;
  readonly through: IsoDate;
  readonly perUnit: Money;
  readonly readIn: string | undefined;
  readonly row: RowId;
  readonly standing: Standing;
};

type OnFile = Dated<{ readonly perUnit: Money; readonly readIn: string | undefined }>;
const onFileOf = (hcpcs: Code): readonly [OnFile, ...OnFile[]] =>
  oldestFirst(
    paymentLimitsRead.flatMap(({ value: { [hcpcs]: perUnit, readIn }, ...span }): OnFile[] =>
      perUnit ? [{ ...span, value: { perUnit, readIn } }] : [],
    ),
  );
/** The quarters that each code has a limit for. */
export const limitsOnFile = { J0475: onFileOf('J0475'), J0476: onFileOf('J0476') } as const;

/**
 * A code's limit nearest to a day, with how it stands to it. A file that was opened comes before what came with the
 * page.
 */
export function paymentLimitAsOf(hcpcs: Code, { paymentLimits }: OpenedTables, date: IsoDate): Found {
  const { entry, standing } = asOf(limitsOnFile[hcpcs], date);
  const onFile: Found = {
    from: entry.from,
    through: entry.through,
    ...entry.value,
    row: entry.row === '10' ? '10' : '10 addendum',
    standing,
  };
  if (paymentLimits.length === 0) return onFile;
  const ofCode = paymentLimits.flatMap(({ from, through, [hcpcs]: perUnit }) =>
    perUnit && from <= date ? [{ from, through, perUnit }] : [],
  );
  const opened = ofCode.findLast((each) => covers(each, date)) ?? ofCode.at(-1);
  if (!opened) return onFile;
  const standingOfOpened = standingOf(opened, date);
  if (standingOfOpened !== 'in-force' && (standing === 'in-force' || opened.from < entry.from)) return onFile;
  return { ...opened, readIn: undefined, row: '10 opened', standing: standingOfOpened };
}

/**
 * Where the limit of the file is what Medicare pays (row 10): the practice’s own places, and a hospital’s outpatients.
 * How others are paid was not read.
 */
export const paysByLimit = ({ payer, setting }: Encounter): boolean =>
  payer === 'medicare-part-b' && (practiceSettings.includes(setting) || setting === 'hospital-outpatient');

/** What one unit is worth, and by whose word. */
type UnitValue = { readonly perUnit: Money } & (
  { readonly by: 'payment-limit'; readonly limit: Found } | { readonly by: 'plan-fee' | 'own-charge' }
);

/**
 * What a unit is worth: Medicare's limit of the day where Medicare pays by it, else the plan's fee, else the practice's
 * own charge.
 */
function unitValue({ code, tables, encounter }: DraftClaim): UnitValue | null {
  const hcpcs = code?.hcpcs;
  if (paysByLimit(encounter) && isIntrathecalCode(hcpcs)) {
    const limit = paymentLimitAsOf(hcpcs, tables, encounter.dateOfService);
    if (limit.standing === 'in-force') return { perUnit: limit.perUnit, by: 'payment-limit', limit };
  }
  const fee = hcpcs === 'J0475' ? profileOf(encounter).feePerUnit : null;
  if (fee) return { perUnit: fee, by: 'plan-fee' };
  return encounter.chargePerUnit && { perUnit: encounter.chargePerUnit, by: 'own-charge' };
}

const byWords = {
  'payment-limit': 'at Medicare’s payment rate',
  'plan-fee': 'at the plan’s fee',
  'own-charge': 'at the charge entered',
} as const satisfies Record<UnitValue['by'], string>;

/**
 * ", worth $355.64 at Medicare’s payment rate": what the payer would allow for these units; nothing where no price is
 * known or the drug is not paid on its own.
 */
export function worthOf(units: BillingUnits, claim: DraftClaim): string {
  if (!isEstimated(claim)) return '';
  const value = unitValue(claim);
  if (!value) return '';
  const charge = claim.encounter.chargePerUnit;
  const price = priceOf(units, value);
  const isLower = charge !== null && charge.tenthsOfCent < value.perUnit.tenthsOfCent;
  const by = byWords[isLower ? 'own-charge' : value.by];
  const isAll = units.units === claim.totalUnits.units;
  const worth = isAll
    ? sumOfMoney(claim.lines.map((line) => allowedOf(line, value)))
    : isLower
      ? chargeFor(units, charge)
      : price;
  return `, worth ${formatMoney(worth)} ${by}`;
}

/** Whether money can be told at all: a line of an ordinary code, to a payer, that is paid on its own. */
const isEstimated = ({ code, payment, encounter }: DraftClaim): boolean =>
  code?.descriptor !== null &&
  code?.hcpcsDosage !== null &&
  payment?.separate === true &&
  encounter.payer !== 'self-pay' &&
  !unsettledPlace(encounter);

/** Row 10: coinsurance in every file read. */
export const coinsurancePercent = 20;

const cut = (from: string, through: string, value: number): Dated<number> => ({
  from: day(from),
  through: day(through),
  value,
  row: '10 sequestration',
});
/**
 * Sequestration, in percent of Medicare's own part: row 10 sequestration. Before and after these days nothing was read.
 */
const sequestrations: readonly Dated<number>[] = [
  cut('2020-05-01', '2022-03-31', 0),
  cut('2022-04-01', '2022-06-30', 1),
  cut('2022-07-01', '2032-09-30', 2),
];
/** Undefined where nothing was read. */
export const sequestrationOn = (date: IsoDate): Dated<number> | undefined =>
  sequestrations.find((each) => covers(each, date));

/** What a patient pays of Part B in a year before Medicare does, in dollars: row 10 deductible. 2027 was not found. */
const deductibles: Readonly<Record<string, Deductible>> = {
  2024: { dollars: 240, fromCms: false },
  2025: { dollars: 257, fromCms: false },
  2026: { dollars: 283, fromCms: true },
};
type Deductible = { readonly dollars: number; readonly fromCms: boolean };
/** In whole dollars, and whether it was read at CMS; undefined for a year of which none was found. */
export const deductibleOf = (year: string): Deductible | undefined => deductibles[year];

const none = (says: string, rows: readonly string[]): PaymentEstimate => ({
  by: null,
  lines: [],
  total: null,
  whole: null,
  shares: null,
  how: [{ says, rows }],
});

/** What the payer may allow for the lines of the drug, before any deductible. */
export function drugEstimate(claim: DraftClaim): PaymentEstimate {
  const { lines, payment, code, encounter } = claim;
  if (!code || !payment || lines.length === 0) return none('There is no drug line to price.', ['10']);
  if (code.hcpcsDosage === null)
    return none(`A compound has no payment limit on file. ${compoundPricedBy(encounter)}`, ['9.8', '1.9 price']);
  if (code.descriptor === null) return none(`No source read says how ${code.hcpcs} is paid.`, ['1.12']);
  if (encounter.payer === 'self-pay') return none('A self-pay line is paid at your own price.', ['2b self-pay']);
  if (!payment.separate) {
    const way = isMedicaresWay(payment) ? ' That is Medicare’s way.' : '';
    const others = encounter.payer === 'medicare-part-b' ? '' : `${way} Ask this payer.`;
    return none(`${payment.because} So the drug has no price of its own here.${others}`, payment.rows);
  }
  const unsettled = unsettledPlace(encounter);
  if (unsettled)
    return none('Whether Medicare takes the drug from this place is not settled. So no payment is worked out.', [
      unsettled,
    ]);
  if (encounter.payer === 'medicare-part-b' && encounter.notice !== 'none') {
    return none(noPaymentFor(encounter.notice, claim), ['4 ABN']);
  }
  if (encounter.payer === 'medicare-part-b' && noPaymentInCustody[encounter.custody])
    return none(`${noPaymentInCustody[encounter.custody]} So no payment is worked out.`, ['4 QJ']);
  const value = unitValue(claim);
  if (!value) return none(missingPrice(claim), ['10']);
  const cutOfDay = paysByLimit(encounter) ? sequestrationOn(encounter.dateOfService) : undefined;
  const payments = lines.map((line) => paymentOf(allowedOf(line, value), cutOfDay?.value));
  const each = payments.map((payment, at) => ({ lineNumber: lines[at]?.lineNumber ?? at + 1, ...payment }));
  return {
    by: value.by,
    lines: each,
    total: payments.reduce(together),
    whole: null,
    shares: null,
    how: workingOf(claim, value, cutOfDay),
  };
}

/** Row 4 QJ. */
const noPaymentInCustody = {
  no: null,
  met: null,
  'not-met': 'Medicare does not pay for a patient in custody where 42 CFR 411.4(b) is not met.',
  'not-known': 'Whether Medicare pays for this patient in custody is not settled.',
} as const satisfies Record<Custody, string | null>;

function noPaymentFor(notice: Exclude<Notice, 'none'>, { lines, encounter }: DraftClaim): string {
  const asked = noticesOf(encounter);
  const unfit = asked.filter((modifier) => lines.some(({ modifiers }) => !modifiers.includes(modifier)));
  if (unfit.length === 0) return `${noticeTells[notice]} So no payment is worked out.`;
  const what = unfit.length < asked.length ? `${unfit.join(' and ')} does` : asked.length === 1 ? 'it does' : 'they do';
  const where = lines.length === 1 ? 'the line' : 'every line';
  return (
    `You answered ${asked.join(' and ')}, but ${what} not fit on ${where}. ` +
    'No payment is worked out until that is settled.'
  );
}

type PerUnit = Pick<UnitValue, 'perUnit'>;
const priceOf = (units: BillingUnits, { perUnit }: PerUnit): Money => toCents(chargeFor(units, perUnit));
/** The price of a line to the cent, or its charge where that is lower: row 10. */
export const allowedOf = ({ unitsOfService, charge }: ServiceLine, value: PerUnit): Money => {
  const price = priceOf(unitsOfService, value);
  return charge ? lesserMoney(price, charge) : price;
};

/** The shares of what is allowed; null where none is worked out. */
export function paymentOf(allowed: Money, sequestrationPercent: number | undefined): EstimatedPayment {
  if (sequestrationPercent === undefined)
    return { allowed, coinsurance: null, sequestration: null, medicare: null, paid: allowed };
  const coinsurance = percentOf(allowed, coinsurancePercent);
  const sequestration = percentOf(moneyLeft(allowed, coinsurance), sequestrationPercent);
  const paid = moneyLeft(allowed, sequestration);
  return { allowed, coinsurance, sequestration, medicare: moneyLeft(paid, coinsurance), paid };
}

const plus = (one: Money | null, other: Money | null): Money | null =>
  one && other ? sumOfMoney([one, other]) : (one ?? other);

/** Two payments together; what neither tells stays untold. */
export const together = (one: EstimatedPayment, other: EstimatedPayment): EstimatedPayment => ({
  allowed: sumOfMoney([one.allowed, other.allowed]),
  coinsurance: plus(one.coinsurance, other.coinsurance),
  sequestration: plus(one.sequestration, other.sequestration),
  medicare: plus(one.medicare, other.medicare),
  paid: sumOfMoney([one.paid, other.paid]),
});

function workingOf(claim: DraftClaim, value: UnitValue, cutOfDay: Dated<number> | undefined): readonly Step[] {
  const { lines, encounter } = claim;
  const each = formatMoney(value.perUnit);
  const priced = lines.map(({ unitsOfService: units, modifiers, hcpcs, charge }) => {
    const price = priceOf(units, value);
    const says =
      `${[hcpcs, ...modifiers].join('-')}: ${formatUnits(units)} × ${each} ${units.units === 1 ? 'comes' : 'come'} ` +
      `to ${formatMoney(price)}.`;
    return { says, lowered: charge !== null && charge.tenthsOfCent < price.tenthsOfCent };
  });
  const { says, rows } = priceStep(claim, value);
  const lowered = priced.some((line) => line.lowered);
  return [
    { says: [says, ...priced.map((line) => line.says)].join(' '), rows },
    ...(lowered ? [{ says: 'The charge entered is lower. The payer allows the lower of the two.', rows: ['10'] }] : []),
    ...shareSteps(encounter, cutOfDay),
  ];
}

/** What of it the patient pays, and what the payer. */
export const shareSteps = (encounter: Encounter, cutOfDay: Dated<number> | undefined): readonly Step[] =>
  cutOfDay
    ? [coinsuranceStep, sequestrationStep(cutOfDay), deductibleStep(encounter.dateOfService)]
    : [shareStep(encounter)];

function shareStep(encounter: Encounter): Step {
  if (!paysByLimit(encounter)) return { says: 'What the patient pays of it is not known.', rows: ['10'] };
  const day = formatDate(encounter.dateOfService);
  return {
    says: `Medicare’s cut (sequestration) for ${day} is not on file. So no share is worked out.`,
    rows: ['10 sequestration'],
  };
}

const coinsuranceStep: Step = {
  says: `The patient pays ${coinsurancePercent} % of what is allowed (coinsurance).`,
  rows: ['10'],
};

const sequestrationStep = (cutOfDay: Dated<number>): Step => ({
  says:
    cutOfDay.value === 0
      ? `There was no cut (sequestration) from ${formatSpan(cutOfDay)}.`
      : `Then ${cutOfDay.value} % is cut from Medicare’s own part (sequestration).`,
  rows: ['10 sequestration'],
});

function deductibleStep(dateOfService: IsoDate): Step {
  const year = dateOfService.slice(0, 4);
  const told = deductibles[year];
  const doubt = told?.fromCms ? '' : ', though that was not read at CMS';
  const known = told
    ? `The Part B deductible of ${year} is $${told.dollars}${doubt}. ` +
      'If part of it is still open, the patient pays that first.'
    : `The Part B deductible of ${year} is not on file. Ask how much of it is still open.`;
  return { says: `${known} It is left out here.`, rows: ['10 deductible'] };
}

/** By whose word a unit has its price. */
function priceStep(claim: DraftClaim, value: UnitValue): Step {
  switch (value.by) {
    case 'plan-fee':
      return {
        says: `The fee for one unit stands in the profile ${profileOf(claim.encounter).name}.`,
        rows: ['2b own profile'],
      };
    case 'payment-limit': {
      const { limit } = value;
      const says =
        `Medicare’s payment rate for one unit of ${claim.code?.hcpcs} is ${formatMoney(limit.perUnit)}, from ` +
        `${formatSpan(limit)}.`;
      const readIn = limit.readIn
        ? ` It was read in the price list for hospital outpatients (${limit.readIn}). ` +
          'Both had the same rate in each quarter that was compared.'
        : '';
      const workedOut = hospitalRateWorkedOut(claim.encounter);
      return workedOut
        ? { says: `${says}${readIn} ${workedOut}`, rows: [limit.row, '10 outpatient later'] }
        : { says: says + readIn, rows: [limit.row] };
    }
    case 'own-charge':
      return {
        says: `${missingPrice(claim)} The charge entered is used instead. The payer may allow less.`,
        rows: ['10'],
      };
  }
}

/**
 * A hospital is paid by the price list for outpatients: of a quarter whose list was not read, that it has the same rate
 * is worked out. Row 10 outpatient later.
 */
const hospitalRateWorkedOut = ({ setting, dateOfService }: Encounter): string =>
  setting === 'hospital-outpatient' &&
  !outpatientQuarters.some((from) => covers({ from, through: quarterEnd(from) }, dateOfService))
    ? 'The price list for hospital outpatients of that quarter was not read.'
    : '';

/** Why no price of the payer is known, with Medicare's nearest limit for orientation only. */
function missingPrice({ code, tables, encounter }: DraftClaim): string {
  if (encounter.payer !== 'medicare-part-b')
    return 'This plan’s fee is not on file. Put it into a payer profile, or enter the charge per unit.';
  if (!paysByLimit(encounter)) return settingNotRead;
  const hcpcs = isIntrathecalCode(code?.hcpcs) ? code.hcpcs : 'J0475';
  return `${noRate(hcpcs, tables, encounter.dateOfService)} ${openTheFile}`;
}

const settingNotRead = 'What Medicare pays for the drug in this setting was not read.';
const openTheFile = 'Open the CMS payment limit file of that quarter on this page.';

function noRate(hcpcs: Code, tables: OpenedTables, date: IsoDate): string {
  const nearest = paymentLimitAsOf(hcpcs, tables, date);
  const which = nearest.standing === 'starts-after' ? 'The first rate on file' : 'The last rate on file before it';
  return [
    `Medicare’s payment rate for ${hcpcs} on ${formatDate(date)} is not on file, so it was not checked.`,
    `${which}, ${formatMoney(nearest.perUnit)}, is that of ${formatSpan(nearest)}.`,
  ].join(' ');
}

/** Whether Medicare's rate of the day is on file; never a neighboring quarter's in its place. */
const paymentRate = rule({
  id: 'payment/rate',
  title: 'Payment rate of the day',
  rows: cite('10', '10 addendum', '10 opened'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check({ code, lines, payment, tables, encounter }) {
    const hcpcs = code?.hcpcs;
    if (!isIntrathecalCode(hcpcs) || lines.length === 0) return noDrugLine;
    if (encounter.payer !== 'medicare-part-b') return notApplicable('The line does not go to original Medicare.');
    if (payment?.separate !== true) return notApplicable('Medicare does not pay this line by its payment rates.');
    if (!paysByLimit(encounter)) return notApplicable(settingNotRead);
    const found = paymentLimitAsOf(hcpcs, tables, encounter.dateOfService);
    if (found.standing === 'in-force') {
      const rate =
        `Medicare’s payment rate for one unit of ${hcpcs} is ${formatMoney(found.perUnit)}, ` +
        `from ${formatSpan(found)}.`;
      return pass([rate, hospitalRateWorkedOut(encounter)].filter(Boolean).join(' '));
    }
    return needsReview(noRate(hcpcs, tables, encounter.dateOfService), {
      fix: openTheFile,
      denial: denials.noRate,
      goTo: 'dateOfService',
      billerMayCheck: true,
    });
  },
});

export const paymentRateRules: readonly Rule[] = [paymentRate];
