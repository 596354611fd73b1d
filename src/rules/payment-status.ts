import type { HcpcsCode, SeparatePayment } from '../engine/claim';
import { asOf, day, formatDate, type Dated, type IsoDate } from '../engine/dated';
import type { Encounter, Setting } from '../engine/encounter';
import { needsReview, notApplicable, pass, type Rule } from '../engine/rule';
import { citations, cite, type RowId } from './citations';
import { denials } from './denials';

type Indicator = { readonly indicator: string; readonly separate: boolean };
type IndicatorTable = readonly [Dated<Indicator>, ...Dated<Indicator>[]];

const outpatientEntry = (from: string, through: string, indicator: string, separate: boolean): Dated<Indicator> => ({
  from: day(from),
  through: day(through),
  value: { indicator, separate },
  citation: citations['2b outpatient'],
});
const surgicalCenterEntry = (from: string, through: string, indicator: string, separate: boolean): Dated<Indicator> => ({
  from: day(from),
  through: day(through),
  value: { indicator, separate },
  citation: citations['2b asc'],
});

/** OPPS status indicators (Addendum B). A newly read quarter is a new line. Row 2b. */
const outpatientIndicators: Readonly<Record<string, IndicatorTable>> = {
  J0475: [outpatientEntry('2025-10-01', '2025-12-31', 'K', true), outpatientEntry('2026-04-01', '2026-06-30', 'K', true)],
  J0476: [outpatientEntry('2025-10-01', '2025-12-31', 'N', false), outpatientEntry('2026-04-01', '2026-06-30', 'N', false)],
};

/** ASC payment indicators (Addendum BB). Row 2b. */
const surgicalCenterIndicators: Readonly<Record<string, IndicatorTable>> = {
  J0475: [surgicalCenterEntry('2020-01-01', '2020-12-31', 'K2', true)],
  J0476: [surgicalCenterEntry('2020-01-01', '2020-12-31', 'N1', false)],
};

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
  inpatient: () => paidInstead('For an inpatient the drug is not paid on its own line.', 'the payment for the stay', '2b inpatient'),
  'hospital-outpatient': (hcpcs, date) => byIndicator(hcpcs, date, true),
  asc: (hcpcs, date) => byIndicator(hcpcs, date, false),
} as const satisfies Record<Setting, (hcpcs: string, dateOfService: IsoDate) => SeparatePayment>;

function byIndicator(hcpcs: string, dateOfService: IsoDate, outpatient: boolean): SeparatePayment {
  const table = (outpatient ? outpatientIndicators : surgicalCenterIndicators)[hcpcs];
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

const separatePaymentRule: Rule = {
  id: 'payment/separate',
  title: 'Whether the drug is paid on its own line',
  citations: cite('2b office', '2b outpatient', '2b asc', '2b critical access', '2b clinic', '2b inpatient', '2b plans'),
  check({ code, payment, encounter: { payer, setting } }) {
    if (!code || !payment) return notApplicable('There is no drug line.');
    if (payer === 'self-pay') return notApplicable('No payer decides on a self-pay line.');
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
};

const olderTable = ({ title, entry }: NonNullable<SeparatePayment['table']>): string =>
  `The ${title} on file is of ${formatDate(entry.from)} to ${formatDate(entry.through)}, not of the date of service.`;

export const paymentRules: readonly Rule[] = [separatePaymentRule];
