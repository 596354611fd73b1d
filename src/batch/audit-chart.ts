import { scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { formatMoney, type Money } from '../engine/quantity';
import { wholeRisk, type AtRisk } from './audit-money';
import type { AuditSum } from './audit-sums';

export const ways = ['toReturn', 'toCollect', 'atStake'] as const satisfies readonly (keyof AtRisk)[];
export type Way = (typeof ways)[number];

export const wayTitles = {
  toReturn: 'To return',
  toCollect: 'To collect',
  atStake: 'At stake',
} as const satisfies Record<Way, string>;

/** Parts of a bar from its left edge, in percent of the picture; for drawing alone. */
export type Bar = {
  readonly key: string;
  readonly name: string;
  readonly says: string;
  readonly parts: readonly { readonly way: Way; readonly from: number; readonly width: number }[];
};

/** One bar for each group, its ways behind each other; those beyond `most` are not drawn. */
export function barsOf(sums: readonly AuditSum[], most: number): readonly Bar[] {
  const drawn = sums.slice(0, most);
  const longest = Math.max(1, ...drawn.map(({ risk }) => wholeRisk(risk).tenthsOfCent));
  const across = scaleLinear().domain([0, longest]).range([0, 100]);
  const layers = stack<AuditSum, Way>()
    .keys(ways)
    .value(({ risk }, way) => risk[way].tenthsOfCent)(drawn);
  return drawn.map(({ key, name, risk, unpriced }, place) => ({
    key,
    name,
    says: moneySays(wholeRisk(risk), unpriced),
    parts: layers.flatMap((layer) => {
      const [from = 0, to = 0] = layer[place] ?? [];
      return to > from ? [{ way: layer.key, from: across(from), width: across(to) - across(from) }] : [];
    }),
  }));
}

/** "$187.00, and 2 not known". */
export const moneySays = (money: Money, unpriced: number): string =>
  unpriced === 0
    ? formatMoney(money)
    : money.tenthsOfCent === 0
      ? 'not known'
      : `${formatMoney(money)}, and ${unpriced} not known`;
