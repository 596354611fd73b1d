import { asOf, day, formatSpan, type Dated, type IsoDate, type Standing } from '../engine/dated';
import { feeByRvus, formatMoney, percentOf, type Money } from '../engine/quantity';
import type { RowId } from './citations';
import { inWords } from '../engine/typed';
import { coinsurancePercent, dollars, paymentLimitsRead } from './payment-limits';
import type { ReferenceEntry } from './reference-entry';

/** What Medicare pays for one unit in a place, or that it does not pay it apart there. */
export type Rate =
  | { readonly amount: Money; readonly status: string | null }
  | { readonly amount: null; readonly status: string | null; readonly because: string };

/**
 * The rate of the day; or 'not-on-file', with the nearest entry where there is one, never in place of the day’s own.
 */
export type RateOnDay =
  | {
      readonly found: 'of-the-day';
      readonly rate: Rate;
      readonly from: IsoDate;
      readonly through: IsoDate;
      readonly row: string;
    }
  | {
      readonly found: 'not-on-file';
      readonly nearest: { readonly from: IsoDate; readonly through: IsoDate; readonly standing: Standing } | null;
    };

type Rates = Readonly<Record<string, Rate>>;

const paid = (digits: string, status: string): Rate => ({ amount: dollars(digits), status });
const bundled = (status: string, because: string): Rate => ({ amount: null, status, because });
const packaged = bundled('N', 'It is packaged into the payment for the procedure.');

type OutpatientRates = readonly [
  pump: string,
  staff: string,
  physician: string,
  lumbar: string,
  imaging: string,
  implant: string,
];
/** Rates of OPPS Addendum B: 62367 to 62370, 95990, 95991, 62322, 62323, 62362. */
const outpatient = (
  from: string,
  through: string,
  [pump, staff, physician, lumbar, imaging, implant]: OutpatientRates,
): Dated<Rates> => ({
  from: day(from),
  through: day(through),
  value: {
    62367: paid(pump, 'S'),
    62368: paid(pump, 'S'),
    62369: paid(pump, 'S'),
    62370: paid(pump, 'S'),
    95990: paid(staff, 'S'),
    95991: paid(physician, 'T'),
    62322: paid(lumbar, 'T'),
    62323: paid(imaging, 'T'),
    62362: paid(implant, 'J1'),
    A4220: packaged,
    J0476: packaged,
  },
  row: '10 outpatient',
});

/** A newly read year or release is a new line. Row 10 outpatient. */
export const outpatientRatesRead: readonly [Dated<Rates>, ...Dated<Rates>[]] = [
  outpatient('2023-01-01', '2023-12-31', ['276.65', '332.62', '271.89', '852.18', '644.34', '16938.46']),
  outpatient('2024-01-01', '2024-12-31', ['284.59', '322.68', '282.20', '868.45', '658.90', '16992.38']),
  outpatient('2025-01-01', '2025-12-31', ['299.91', '331.69', '295.19', '890.29', '692.52', '17674.12']),
  outpatient('2026-01-01', '2026-06-30', ['313.79', '337.46', '313.60', '903.63', '721.17', '18414.24']),
];

/** Hundredths of a relative value unit, in the office and in a facility; null: no value there. */
type Rvu = readonly [office: number | null, facility: number | null];
type FeeSchedule = {
  /** Ten-thousandths of a dollar for one RVU, and for a qualifying APM participant. */
  readonly conversionFactor: number;
  readonly conversionFactorApm: number;
  readonly rvus: Readonly<Record<string, Rvu>>;
  readonly notPaid: Readonly<Record<string, Rate>>;
};

/** Physician fee schedules, without locality; a newly read release is a new entry. Row 10 fee schedule. */
export const feeSchedulesRead: readonly [Dated<FeeSchedule>, ...Dated<FeeSchedule>[]] = [
  {
    from: day('2026-01-01'),
    through: day('2026-03-31'),
    value: {
      conversionFactor: 334_009,
      conversionFactorApm: 335_675,
      rvus: {
        62367: [100, 64],
        62368: [139, 88],
        62369: [291, 89],
        62370: [291, 118],
        95990: [294, null],
        95991: [347, 101],
        62322: [436, 222],
        62323: [818, 267],
        62362: [null, 1113],
      },
      notPaid: {
        J0475: bundled('E', 'The fee schedule does not pay it. The payment rate of the drug applies.'),
        J0476: bundled('E', 'The fee schedule does not pay it. The payment rate of the drug applies.'),
        A4220: bundled('P', 'It is bundled into the procedure.'),
      },
    },
    row: '10 fee schedule',
  },
];

const noValue = (isOffice: boolean): Rate =>
  bundled('NA', `The fee schedule has no value for it in ${isOffice ? 'the office' : 'a facility'}.`);

function scheduled(isOffice: boolean, isApm: boolean): readonly [Dated<Rates>, ...Dated<Rates>[]] {
  const ratesOf = ({
    value: { conversionFactor, conversionFactorApm, rvus, notPaid },
    ...span
  }: Dated<FeeSchedule>): Dated<Rates> => {
    const valued = Object.entries(rvus).map(([code, [office, facility]]): [string, Rate] => {
      const rvu = isOffice ? office : facility;
      return [
        code,
        rvu === null
          ? noValue(isOffice)
          : { amount: feeByRvus(rvu, isApm ? conversionFactorApm : conversionFactor), status: null },
      ];
    });
    return { ...span, value: { ...Object.fromEntries(valued), ...notPaid } };
  };
  const [first, ...others] = feeSchedulesRead;
  return [ratesOf(first), ...others.map(ratesOf)];
}

const ratesIn = {
  'hospital-outpatient': outpatientRatesRead,
  'physician-office': scheduled(true, false),
  'physician-facility': scheduled(false, false),
  'apm-office': scheduled(true, true),
  'apm-facility': scheduled(false, true),
} as const;
/**
 * Who bills, and where: a hospital for its outpatients (OPPS), or a physician (fee schedule), who may be a qualifying
 * APM participant.
 */
export type RatePlace = keyof typeof ratesIn;

/** What Medicare pays for a procedure or supply on a day, and by which table. */
export function procedureRate(code: string, place: RatePlace, date: IsoDate): RateOnDay {
  const {
    entry: { from, through, value, row },
    standing,
  } = asOf(ratesIn[place], date);
  const rate = value[code];
  if (!rate) return { found: 'not-on-file', nearest: null };
  return standing === 'in-force'
    ? { found: 'of-the-day', rate, from, through, row }
    : { found: 'not-on-file', nearest: { from, through, standing } };
}

/** Copayments of J0475 that Addendum B printed; in other quarters 20 % of the price. Row 10 outpatient. */
const copayments: Readonly<Record<string, string>> = {
  '2024-01-01': '35.57',
  '2025-01-01': '34.77',
  '2025-07-01': '35.17',
  '2025-10-01': '36.25',
};
const addendumReadFrom = day('2020-01-01');
/**
 * Up to here the price was read in Addendum B itself; later it is taken from the payment limit file. Row 10 outpatient
 * later.
 */
const addendumReadThrough = day('2026-06-30');

/**
 * What a hospital's outpatient department is paid for one unit of J0475 (status K, APC 9032): the payment limit of the
 * quarter.
 */
export function outpatientDrugPrice(
  date: IsoDate,
): { readonly price: Money; readonly copayment: Money; readonly isWorkedOut: boolean } | undefined {
  const { entry, standing } = asOf(paymentLimitsRead, date);
  if (standing !== 'in-force' || !entry.value.J0475 || date < addendumReadFrom) return undefined;
  const printed = copayments[entry.from];
  return {
    price: entry.value.J0475,
    copayment: printed ? dollars(printed) : percentOf(entry.value.J0475, coinsurancePercent),
    isWorkedOut: date > addendumReadThrough,
  };
}

type PlaceWords = { readonly term: string; readonly note: string; readonly rows: readonly [RowId, ...RowId[]] };
const byWeight =
  'They are worked out from the weights (RVU). Your place in the country is left out. Later fees were not read.';
const feeRows = ['10 fee schedule', '10 fee schedule later'] as const;
const placeWords = {
  'hospital-outpatient': {
    term: 'Rates of a hospital for outpatients (OPPS)',
    note: 'Later rates were not read.',
    rows: ['10 outpatient', '10 outpatient later'],
  },
  'physician-office': { term: 'Physician fees in the office', note: byWeight, rows: feeRows },
  'physician-facility': { term: 'Physician fees in a facility', note: byWeight, rows: feeRows },
  'apm-office': {
    term: 'Physician fees in the office, for some in a payment model (APM)',
    note: byWeight,
    rows: feeRows,
  },
  'apm-facility': {
    term: 'Physician fees in a facility, for some in a payment model (APM)',
    note: byWeight,
    rows: feeRows,
  },
} as const satisfies Record<RatePlace, PlaceWords>;

/** "62367, 62368 and 62369 are paid $313.79 each.", or why a code is not paid. */
function ratesInWords(codes: readonly string[], place: RatePlace, from: IsoDate): string {
  const byAmount = new Map<string, string[]>();
  const notPaid: string[] = [];
  for (const code of codes) {
    const found = procedureRate(code, place, from);
    if (found.found !== 'of-the-day') continue;
    const { rate } = found;
    if (rate.amount === null) notPaid.push(`${code} has status ${rate.status}. ${rate.because}`);
    else byAmount.set(formatMoney(rate.amount), [...(byAmount.get(formatMoney(rate.amount)) ?? []), code]);
  }
  const said = [...byAmount].map(
    ([amount, of]) => `${inWords(of)} ${of.length > 1 ? `are paid ${amount} each` : `is paid ${amount}`}.`,
  );
  return [...said, ...notPaid].join(' ');
}

const placeEntries = (Object.keys(ratesIn) as RatePlace[]).flatMap((place) =>
  ratesIn[place].toReversed().map(({ from, through, value }): ReferenceEntry => {
    const { term, note, rows } = placeWords[place];
    const isNewest = from === ratesIn[place].at(-1)?.from;
    return {
      id: `services/rates-${place}-${from}`,
      topic: 'services',
      term: `${term}, ${formatSpan({ from, through })}`,
      says: [ratesInWords(Object.keys(value), place, from), ...(isNewest ? [note] : [])].join(' '),
      rows,
    };
  }),
);

/** The quarters of the newest year, and what a unit of J0475 is paid in each. */
function outpatientDrugEntry(): ReferenceEntry {
  const year = paymentLimitsRead.at(-1)?.from.slice(0, 4);
  const quarters = paymentLimitsRead.filter(({ from }) => from.startsWith(`${year}-`));
  const said = quarters.flatMap(({ from, through }) => {
    const found = outpatientDrugPrice(from);
    if (!found) return [];
    return (
      `From ${formatSpan({ from, through })} it is ${formatMoney(found.price)}, and the patient pays ` +
      `${formatMoney(found.copayment)}.${found.isWorkedOut ? ' This is worked out.' : ''}`
    );
  });
  return {
    id: 'services/rate-hospital-drug',
    topic: 'services',
    term: `Rate of a hospital for a unit of J0475, outpatients of ${year}`,
    says: said.join(' '),
    rows: ['10 outpatient', '10 outpatient later', '10'],
  };
}

/** What Medicare pays for the procedures beside the drug, and a hospital for the drug, as the reference tells it. */
export const rateEntries: readonly ReferenceEntry[] = [...placeEntries, outpatientDrugEntry()];
