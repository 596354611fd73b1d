import type { HcpcsCode, SeparatePayment } from '../engine/claim';
import { asOf, day, formatDate, type Dated, type IsoDate } from '../engine/dated';
import type { Encounter, Setting } from '../engine/encounter';
import { fail, needsReview, notApplicable, pass, rule, type Rule } from '../engine/rule';
import type { RowId } from './citations';
import { cite } from './cite';
import { denials } from './denials';

type Indicator = { readonly indicator: string; readonly separate: boolean };
type IndicatorTable = readonly [Dated<Indicator>, ...Dated<Indicator>[]];

const outpatientEntry = (from: string, through: string, indicator: string, separate: boolean): Dated<Indicator> => ({
  from: day(from),
  through: day(through),
  value: { indicator, separate },
  row: '2b outpatient',
});
const surgicalCenterEntry = (from: string, through: string, indicator: string, separate: boolean): Dated<Indicator> => ({
  from: day(from),
  through: day(through),
  value: { indicator, separate },
  row: '2b asc',
});

/** OPPS status indicators (Addendum B). A newly read quarter is a new line. Row 2b. */
const outpatientIndicators = {
  J0475: [outpatientEntry('2025-10-01', '2025-12-31', 'K', true), outpatientEntry('2026-04-01', '2026-06-30', 'K', true)],
  J0476: [outpatientEntry('2025-10-01', '2025-12-31', 'N', false), outpatientEntry('2026-04-01', '2026-06-30', 'N', false)],
} as const satisfies Record<string, IndicatorTable>;

/** ASC payment indicators (Addendum BB). Row 2b. */
const surgicalCenterIndicators = {
  J0475: [surgicalCenterEntry('2020-01-01', '2020-12-31', 'K2', true)],
  J0476: [surgicalCenterEntry('2020-01-01', '2020-12-31', 'N1', false)],
} as const satisfies Record<string, IndicatorTable>;

const newestOf = (table: IndicatorTable) => ({ from: (table.at(-1) ?? table[0]).from, through: (table.at(-1) ?? table[0]).through });
/** The newest tables on file. */
export const newestIndicators = { outpatient: newestOf(outpatientIndicators.J0475), surgicalCenter: newestOf(surgicalCenterIndicators.J0475) };

const separately = (because: string, row: RowId): SeparatePayment => ({
  separate: true,
  because,
  insteadPaid: null,
  rows: [row],
  table: null,
});
const paidInstead = (because: string, insteadPaid: string, row: RowId): SeparatePayment => ({
  separate: false,
  because,
  insteadPaid,
  rows: [row],
  table: null,
});

/** Whether the drug is paid on its own line in this setting: section 2b. Medicare's way, also the default for plans. */
export function separatePayment({ setting, payer, dateOfService }: Encounter, { hcpcs }: HcpcsCode): SeparatePayment {
  if (payer === 'self-pay') return separately('The patient pays by the practice’s own terms.', '2b self-pay');
  return bySetting[setting](hcpcs, dateOfService);
}

const bySetting = {
  office: () => separately('In the office the drug is paid on its own line.', '2b office'),
  'critical-access-hospital': () => separately('A critical access hospital reports the drug on its own line.', '2b critical access'),
  rhc: () => paidInstead('A rural health clinic is not paid for the drug on its own line.', 'the clinic’s rate for the visit', '2b clinic'),
  fqhc: () =>
    paidInstead('A federally qualified health center is not paid for the drug on its own line.', 'the center’s rate for the visit', '2b clinic'),
  'dme-supplier': () => paidInstead('A medical equipment supplier cannot bill this drug to Medicare.', 'nothing to a supplier; the drug belongs to whoever fills the pump', '2b DME'),
  inpatient: () => paidInstead('For an inpatient the drug is not paid on its own line.', 'the payment for the stay', '2b inpatient'),
  'hospital-outpatient': (hcpcs, date) => byIndicator(hcpcs, date, true),
  asc: (hcpcs, date) => byIndicator(hcpcs, date, false),
} as const satisfies Record<Setting, (hcpcs: string, dateOfService: IsoDate) => SeparatePayment>;

function byIndicator(hcpcs: string, dateOfService: IsoDate, outpatient: boolean): SeparatePayment {
  const tables: Readonly<Record<string, IndicatorTable>> = outpatient ? outpatientIndicators : surgicalCenterIndicators;
  const table = tables[hcpcs];
  const row = outpatient ? '2b outpatient' : '2b asc';
  if (!table) return separately(`No payment indicator for ${hcpcs} was found.`, row);
  const { entry, standing } = asOf(table, dateOfService);
  const { indicator, separate } = entry.value;
  const title = outpatient ? 'OPPS status indicator (Addendum B)' : 'ASC payment indicator (Addendum BB)';
  const which = `${hcpcs} has the ${outpatient ? 'outpatient status' : 'surgical center payment'} indicator ${indicator}`;
  return {
    separate,
    because: separate ? `${which}: paid on its own line.` : `${which}: packaged, not paid on its own line.`,
    insteadPaid: separate ? null : 'the payment for the procedure of the day',
    rows: [row],
    table: { title, entry, standing },
  };
}

const separatePaymentRule = rule({
  id: 'payment/separate',
  title: 'Whether the drug is paid on its own line',
  rows: cite('2b office', '2b outpatient', '2b asc', '2b critical access', '2b clinic', '2b inpatient', '2b DME', '2b plans', '1.9 price'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check({ code, payment, encounter: { payer, setting } }) {
    if (!code || !payment) return notApplicable('There is no drug line.');
    if (payer === 'self-pay') return notApplicable('No payer decides on a self-pay line.');
    if (code.hcpcsDosage === null) {
      return needsReview(`How ${code.hcpcs} is paid here was not read. Old contractor texts say that each contractor sets the price of a compound.`, {
        fix: 'Ask the payer how it pays a compounded drug in this setting.',
        denial: denials.packaged,
        goTo: 'setting',
        billerMayCheck: true,
      });
    }
    if (code.descriptor === null) {
      return needsReview(`Nothing read tells how ${code.hcpcs} is paid.`, {
        fix: 'Make the payment part of what the payer confirms.',
        denial: denials.invalidCode,
        goTo: 'confirmedBy',
        billerMayCheck: true,
      });
    }
    const doubts = [
      ...(payer === 'medicare-part-b' || setting === 'office' ? [] : ['That is Medicare’s way; this payer may pay otherwise.']),
      ...(payment.table && payment.table.standing !== 'in-force' ? [olderTable(payment.table)] : []),
    ];
    if (payment.separate && doubts.length === 0) return pass(payment.because);
    const instead = payment.insteadPaid ? [`Paid instead: ${payment.insteadPaid}.`] : [];
    return needsReview([payment.because, ...instead, ...doubts].join(' '), {
      fix: [
        ...(payment.separate ? [] : ['The units stand here for the record: report the drug line only if the payer wants it without payment.']),
        ...(doubts.length > 0 ? ['Confirm it for the date of service: a packaged drug carries neither JW nor JZ.'] : []),
      ].join(' '),
      denial: denials.packaged,
      goTo: 'setting',
      billerMayCheck: true,
    });
  },
});

const olderTable = ({ title, entry }: NonNullable<SeparatePayment['table']>): string =>
  `The ${title} on file is of ${formatDate(entry.from)} to ${formatDate(entry.through)}, not of the date of service.`;

const dmeRule = rule({
  id: 'payment/dme',
  title: 'Medical equipment supplier',
  rows: cite('2b DME', '8'),
  outcomes: ['fail', 'needs-review', 'not-applicable'],
  check({ code, encounter: { setting, payer } }) {
    if (!code || setting !== 'dme-supplier') return notApplicable('The drug is not billed by a medical equipment supplier.');
    if (payer === 'self-pay') return notApplicable('A self-pay line goes to no payer.');
    if (payer !== 'medicare-part-b') {
      return needsReview('A medical equipment supplier bills the drug. Medicare takes none from one; this payer may decide otherwise.', {
        fix: 'Ask the payer who may bill the drug.',
        denial: denials.wrongPayer,
        goTo: 'setting',
        billerMayCheck: true,
      });
    }
    return fail(`The daily limit of ${code.hcpcs} for a medical equipment supplier is 0: the equipment contractor does not pay for it.`, {
      fix: 'Have whoever fills the pump bill the drug to the Part A and B contractor. If that is you, correct the setting.',
      denial: denials.wrongPayer,
      goTo: 'setting',
      certain: true,
    });
  },
});

export const paymentRules: readonly Rule[] = [separatePaymentRule, dmeRule];
