import type { Step } from '../engine/citation';
import type {
  DraftClaim,
  EstimatedPayment,
  LinePricedBy,
  MoneySpan,
  PaymentEstimate,
  PayerShares,
  ServiceLine,
  Shares,
} from '../engine/claim';
import { linesOf } from '../engine/claim-lines';
import type { Encounter, OtherPayer } from '../engine/encounter';
import { isOfPatient, paymentRows, soundPayment, type LinePayment } from '../engine/first-payer';
import { filingIndicators, type PayerBehind } from '../engine/party-codes';
import { isMoreMoney, lesserMoney, moneyLeft, noMoney, percentOf, sumOfMoney, type Money } from '../engine/quantity';
import type { RowId } from './citations';
import { coinsurancePercent } from './payment-limits';

/*
 * What the patient, the first and the second payer owe of each line that has a figure (rows 10 share). Who pays first
 * is told with those who take part; what no source tells is from nothing to all of it, or not known.
 */

type Priced = EstimatedPayment & { readonly lineNumber: number; readonly by: LinePricedBy };
type Before = Extract<OtherPayer, { pays: 'before' }>;
type LineShares = PayerShares['lines'][number];
type Unknown = PayerShares['unknown'][number];

const exactly = (money: Money): MoneySpan => ({ least: money, most: money });
const upTo = (most: Money): MoneySpan => ({ least: noMoney, most });
const step = (says: string, ...rows: [RowId, ...RowId[]]): Step => ({ says, rows });

/** The shares of two payers; null where one is all there is. */
export function payerShares(claim: DraftClaim, estimate: Omit<PaymentEstimate, 'shares'>): PayerShares | null {
  const { payer, otherPayer } = claim.encounter;
  if (payer === 'self-pay' || linesOf(claim).length === 0) return null;
  if (otherPayer.pays === 'before') return sharesAfter(claim, otherPayer, pricedLines(estimate));
  if (otherPayer.behind === 'none' || !isPriced(estimate)) return null;
  if (otherPayer.behind === null) return payer === 'medicare-part-b' ? nothingTold : null;
  return sharesBefore(claim, otherPayer.behind, pricedLines(estimate), estimate);
}

const isPriced = ({ whole, lines, by }: Omit<PaymentEstimate, 'shares'>): boolean =>
  (whole ? whole.lines.length : by ? lines.length : 0) > 0;

const pricedLines = ({ whole, lines, by }: Omit<PaymentEstimate, 'shares'>): readonly Priced[] =>
  whole ? whole.lines : by ? lines.map((line) => ({ ...line, by })) : [];

const nothingTold: PayerShares = {
  names: { first: 'Medicare', second: 'Another payer' },
  lines: [],
  total: null,
  unknown: [],
  how: [
    step(
      'Whether another payer pays after Medicare was not told. It may pay the patient’s share. ' +
        'Choose it with those who take part, when you copy or send the claim.',
      '10 share',
    ),
  ],
};

const payerNames = {
  'medicare-part-b': 'Medicare',
  'medicare-advantage': 'Medicare Advantage',
  medicaid: 'Medicaid',
  commercial: 'This plan',
  'other-government': 'This program',
  'workers-compensation': 'Workers’ compensation',
  'self-pay': 'The patient',
} as const satisfies Record<Encounter['payer'], string>;

const namesBehind = {
  medigap: 'Medigap',
  medicaid: 'Medicaid',
  qmb: 'Medicaid',
  plan: 'The other plan',
} as const satisfies Record<Exclude<PayerBehind, 'none'>, string>;

/** This payer is the first: what it leaves to the patient is what the second may pay. */
function sharesBefore(
  { encounter: { payer } }: DraftClaim,
  behind: Exclude<PayerBehind, 'none'>,
  priced: readonly Priced[],
  { whole }: Pick<PaymentEstimate, 'whole'>,
): PayerShares {
  const lines = priced.map(({ lineNumber, coinsurance, medicare }): LineShares => {
    if (!coinsurance || !medicare) return { lineNumber, patient: null, first: null, second: null };
    const patient = behind === 'qmb' ? exactly(noMoney) : upTo(coinsurance);
    return { lineNumber, patient, first: exactly(medicare), second: upTo(coinsurance) };
  });
  const unknown = (whole?.unpriced ?? []).map(({ lineNumber, because }): Unknown => ({ lineNumber, because }));
  return {
    names: { first: payerNames[payer], second: namesBehind[behind] },
    lines,
    total: inAll(lines),
    unknown,
    how: [
      ...(lines.some(({ first }) => first === null)
        ? [step('What this payer leaves to the patient is not known. So no share is worked out.', '10')]
        : []),
      behindSteps[behind],
    ],
  };
}

const behindSteps = {
  qmb: step(
    'A patient in the QMB program is never billed for Medicare’s share. Medicaid may pay all of it, or nothing.',
    '10 share QMB',
    '10 share lesser',
  ),
  medicaid: step(
    'A state pays all of Medicare’s share, or only up to its own rate. Ask whether the rest is the patient’s.',
    '10 share lesser',
    '10 share Medicaid',
  ),
  medigap: step('What the supplement pays was not read. Ask it: plans differ.', '10 visit'),
  plan: step('What the other plan pays was not read. Ask it.', '10 visit'),
} as const satisfies Record<Exclude<PayerBehind, 'none'>, Step>;

/** Another payer paid before this one: what it paid is told, what it left is shared. */
function sharesAfter(claim: DraftClaim, { kind, payments }: Before, priced: readonly Priced[]): PayerShares {
  const { encounter } = claim;
  const all = linesOf(claim);
  const { rows } = paymentRows(payments, all);
  const lines: LineShares[] = [];
  const unknown: Unknown[] = [];
  for (const [place, line] of all.entries()) {
    const row = rows[place];
    const payment = row && soundPayment(row, line);
    const { lineNumber } = line;
    if (!payment || 'because' in payment) unknown.push({ lineNumber, because: payment?.because ?? '' });
    else lines.push({ lineNumber, ...afterOne(encounter, line, payment, priced) });
  }
  return {
    names: { first: kind === '' ? 'The payer before' : filingIndicators[kind], second: payerNames[encounter.payer] },
    lines,
    total: inAll(lines),
    unknown,
    how: afterSteps(encounter),
  };
}

function afterOne(encounter: Encounter, line: ServiceLine, payment: LinePayment, priced: readonly Priced[]): Shares {
  const price = priced.find(({ lineNumber }) => lineNumber === line.lineNumber);
  const left = sumOfMoney(payment.adjustments.filter(isOfPatient).map(({ amount }) => amount));
  const first = exactly(payment.paid);
  if (encounter.payer === 'medicare-part-b') {
    const second = medicareSecond(encounter, line, payment, price);
    return { first, second, patient: upTo(moneyLeft(left, second.least)) };
  }
  if (encounter.payer === 'medicaid') {
    const fee = price?.by === 'plan-fee' ? price.allowed : null;
    const least = fee ? lesserMoney(left, moneyLeft(fee, payment.paid)) : noMoney;
    return { first, second: { least, most: left }, patient: exactly(noMoney) };
  }
  return { first, second: upTo(left), patient: upTo(left) };
}

/** What Medicare pays of one line behind another payer; at most that where its own figure is not on file. */
function medicareSecond(
  { setting }: Encounter,
  { charge }: ServiceLine,
  { paid, allowed: allowedBefore, adjustments }: LinePayment,
  price: Priced | undefined,
): MoneySpan {
  const cut = adjustments.filter(({ group }) => group === 'CO').map(({ amount }) => amount);
  const owed = moneyLeft(charge ?? noMoney, sumOfMoney(cut));
  if (!price) return upTo(moneyLeft(owed, paid));
  const pays = medicareAfter({
    owed,
    paid,
    // A hospital’s third amount is counted from Medicare’s own rate alone.
    allowedBefore: setting === 'hospital-outpatient' ? noMoney : (allowedBefore ?? owed),
    allowed: price.allowed,
    coinsurance: price.coinsurance ?? percentOf(price.allowed, coinsurancePercent),
  });
  return price.by === 'own-charge' ? upTo(pays) : exactly(pays);
}

/**
 * Medicare’s payment behind another payer, before sequestration: the lowest of what the provider may still ask, of
 * Medicare’s own part, and of the higher allowed amount less what was paid (row 10 share second).
 */
export function medicareAfter({
  owed,
  paid,
  allowedBefore,
  allowed,
  coinsurance,
}: Readonly<Record<'owed' | 'paid' | 'allowedBefore' | 'allowed' | 'coinsurance', Money>>): Money {
  const higher = isMoreMoney(allowedBefore, allowed) ? allowedBefore : allowed;
  return lesserMoney(moneyLeft(owed, paid), lesserMoney(moneyLeft(allowed, coinsurance), moneyLeft(higher, paid)));
}

function afterSteps({ payer }: Encounter): readonly Step[] {
  if (payer === 'medicare-part-b')
    return [
      step(
        'Behind another payer Medicare pays the lowest of three amounts. One is what the provider may still ask. ' +
          'One is Medicare’s own part. One is the higher allowed amount less what was paid.',
        '10 share second',
      ),
      step(
        'The deductible and the cut (sequestration) are left out. What the patient still owes was not read. ' +
          'It is no more than the first payer left.',
        '10 share second',
      ),
    ];
  if (payer === 'medicaid')
    return [
      step(
        'Medicaid pays all that the payer before left, or only up to its own rate. Which one is the state’s to say.',
        '10 share lesser',
      ),
      step('The patient owes only a copay of the state’s plan. It is left out here.', '10 share Medicaid'),
    ];
  return [step('How two plans share what the first one left was not read. Ask this payer.', '10 visit')];
}

/** The sum of the lines; not known where a part of one is not. */
function inAll(lines: readonly Shares[]): Shares | null {
  if (lines.length === 0) return null;
  const sum = (of: keyof Shares): MoneySpan | null => {
    const spans = lines.flatMap((line) => line[of] ?? []);
    if (spans.length < lines.length) return null;
    return { least: sumOfMoney(spans.map(({ least }) => least)), most: sumOfMoney(spans.map(({ most }) => most)) };
  };
  return { patient: sum('patient'), first: sum('first'), second: sum('second') };
}
