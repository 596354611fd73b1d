import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { daysAfter, daysBetween, firstsOfMonths, formatDate, type IsoDate, type Span } from '../engine/dated';
import { formatMass, formatMoney, type Mass, type Money } from '../engine/quantity';
import type { Fill } from '../records/patient-fills';
import type { Authorization } from './therapy';

/** Places along the picture and up from its foot, in percent; for drawing alone. */
export type Place = { readonly across: number; readonly up: number };

export type Series = {
  readonly name: 'given' | 'cost' | 'allowed' | 'paid' | 'patientOwes';
  readonly label: string;
  /** Only where the amount is known. */
  readonly places: readonly Place[];
  /** In a box of 100 by 100 from its upper left corner; broken where an amount is not known. */
  readonly path: string;
};

export type Panel = {
  readonly series: readonly Series[];
  readonly grid: readonly { readonly up: number; readonly says: string }[];
};

export type TherapyChart = {
  readonly dose: Panel;
  readonly money: Panel;
  readonly ticks: readonly { readonly across: number; readonly says: string }[];
  readonly bands: readonly { readonly number: string; readonly from: number; readonly through: number }[];
};

const moneySeries = [
  { name: 'cost', label: 'Drug cost' },
  { name: 'allowed', label: 'Allowed' },
  { name: 'paid', label: 'Paid' },
  { name: 'patientOwes', label: 'Patient owes' },
] as const;

/** Dose of each fill and its money over time, and the days that were authorized; null without a fill. */
export function therapyChart(fills: readonly Fill[], authorizations: readonly Authorization[]): TherapyChart | null {
  const [first, last] = [fills[0], fills.at(-1)];
  if (!first || !last) return null;
  const drawn = withRoom({ from: first.on, through: last.on });
  const across = (day: IsoDate) =>
    Math.min(100, Math.max(0, (100 * daysBetween(drawn.from, day)) / daysBetween(drawn.from, drawn.through)));
  return {
    dose: panel(fills, across, [{ name: 'given', label: 'Dose given' }], ({ ng }: Mass) => ng, formatMass, 'ng'),
    money: panel(fills, across, moneySeries, ({ tenthsOfCent }: Money) => tenthsOfCent, formatMoney, 'tenthsOfCent'),
    ticks: daysToTell(drawn, first.on, last.on).map(({ on, says }) => ({ across: across(on), says })),
    bands: authorizations.flatMap(({ number, from, through }) => {
      const days = { from: from ?? drawn.from, through: through ?? drawn.through };
      if ((!from && !through) || days.through < drawn.from || days.from > drawn.through) return [];
      return [{ number, from: across(days.from), through: across(daysAfter(days.through, 1) ?? days.through) }];
    }),
  };
}

/** The firsts of some months; the first and the last fill where that would be one date alone. */
function daysToTell(drawn: Span, first: IsoDate, last: IsoDate) {
  const months = firstsOfMonths(drawn, 5);
  return months.length > 1
    ? months.map((on) => ({ on, says: `${on.slice(5, 7)}/${on.slice(0, 4)}` }))
    : [...new Set([first, last])].map((on) => ({ on, says: formatDate(on) }));
}

/** A twentieth more on both sides, at least two weeks. */
function withRoom({ from, through }: Span): Span {
  const room = Math.max(14, Math.ceil(daysBetween(from, through) / 20));
  return { from: daysAfter(from, -room) ?? from, through: daysAfter(through, room) ?? through };
}

function panel<Amount extends Mass | Money>(
  fills: readonly Fill[],
  across: (day: IsoDate) => number,
  names: readonly Pick<Series, 'name' | 'label'>[],
  size: (amount: Amount) => number,
  format: (amount: Amount) => string,
  unit: 'ng' | 'tenthsOfCent',
): Panel {
  const sizeOf = (fill: Fill, name: Series['name']): number | null => {
    const amount = fill[name] as Amount | null;
    return amount && size(amount);
  };
  const most = Math.max(1, ...fills.flatMap((fill) => names.map(({ name }) => sizeOf(fill, name) ?? 0)));
  const up = scaleLinear().domain([0, most]).nice(3).range([0, 100]);
  return {
    grid: up
      .ticks(3)
      .map((tick) => ({ up: up(tick), says: format({ [unit]: Math.round(tick) } as unknown as Amount) })),
    series: names.flatMap(({ name, label }) => {
      const sizes = fills.map((fill) => ({ across: across(fill.on), size: sizeOf(fill, name) }));
      const places = sizes.flatMap((each) => (each.size === null ? [] : [{ across: each.across, up: up(each.size) }]));
      const path = line<(typeof sizes)[number]>()
        .defined((each) => each.size !== null)
        .x((each) => each.across)
        .y((each) => 100 - up(each.size ?? 0));
      return places.length === 0 ? [] : [{ name, label, places, path: path(sizes) ?? '' }];
    }),
  };
}
