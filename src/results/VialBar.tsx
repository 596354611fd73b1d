import { memo, useId } from 'react';
import {
  formatMass,
  formatUnits,
  fractionOf,
  isMore,
  isNone,
  noMass,
  sumOfMasses,
  type Mass,
} from '../engine/quantity';
import type { DrugPart, Fate, VialBar as Bar, VialBars } from '../engine/vial-bars';
import { Patterns, patterned } from './Patterns';
import './vial-bar.css';

/** Beside a container, and after "Wasted" or the like in the key. */
const fateInShort = {
  given: 'given',
  'in-rounded-unit': 'wasted in the unit of the dose',
  jw: 'JW',
  'wasted-unbilled': 'wasted, not billed',
  unexplained: 'not accounted for',
  'left-in-multi-dose': 'left in the container',
} as const satisfies Record<Fate, string>;

/** More lots than these are in the record, not beside a bar. */
const mostLots = 4;

/**
 * What was opened, in ticks of one billing unit: given is filled, what the rounded unit already holds is hatched, JW is
 * solid, and what nobody accounts for is an outline. The words beside it say the same.
 */
export const VialBar = memo(
  function VialBar({ bars }: { bars: VialBars }) {
    const id = useId();
    const widest = bars.bars.reduce((most, { labeled }) => (isMore(labeled, most) ? labeled : most), noMass);
    return (
      <figure className="vials">
        <Patterns id={id} />
        {bars.bars.map((bar, place) => (
          <div key={place}>
            <p>{titleOf(bar, bars)}</p>
            <Drawn bar={bar} widest={widest} id={id} />
          </div>
        ))}
        <figcaption>
          <ul>
            {bars.totals.map((part) => (
              <li key={part.fate}>
                <svg className="picture vial-key" aria-hidden="true">
                  <rect width="100%" height="100%" {...looks(id)[part.fate]} />
                </svg>
                {inUnits(part, bars)}
              </li>
            ))}
          </ul>
          {[...(bars.bars.length > 1 ? [tickOf(bars)] : []), ...beyondLabel(bars)].map((says) => (
            <p key={says}>{says}</p>
          ))}
        </figcaption>
      </figure>
    );
  },
  (before, now) => JSON.stringify(before.bars) === JSON.stringify(now.bars),
);

function Drawn({ bar: { labeled, parts, ticks }, widest, id }: { bar: Bar; widest: Mass; id: string }) {
  const along = (mass: Mass) => `${100 * fractionOf(mass, widest)}%`;
  const starts = parts.map((_, place) => sumOfMasses(parts.slice(0, place).map(({ mass }) => mass)));
  return (
    <svg className="picture vial" aria-hidden="true">
      {parts.map(({ fate, mass }, place) => (
        <rect
          key={fate}
          x={along(starts[place] ?? noMass)}
          y="1"
          width={along(mass)}
          height="20"
          {...looks(id)[fate]}
        />
      ))}
      {[noMass, ...ticks, labeled].map((tick) => (
        <line key={tick.ng} x1={along(tick)} x2={along(tick)} y1="22" y2="28" />
      ))}
    </svg>
  );
}

/** Filled, hatched, solid, dotted or an outline: told apart without color. */
const looks = (id: string): Readonly<Record<Fate, { className?: string; fill?: string }>> => ({
  given: { className: 'filled' },
  'in-rounded-unit': patterned(id, 'hatch'),
  jw: { className: 'solid' },
  'wasted-unbilled': patterned(id, 'dots'),
  unexplained: { className: 'open' },
  'left-in-multi-dose': { className: 'open' },
});

/** "40 mg, lot A1: 30 mg given, 10 mg JW"; one bar alone has its parts in the key. */
function titleOf({ containers, each, labeled, lots, parts }: Bar, all: VialBars): string {
  const { bars, labelTold, mixed, totals } = all;
  const told = lots.length > mostLots ? `${lots.length} lots` : `lot${lots.length > 1 ? 's' : ''} ${lots.join(', ')}`;
  const lot = lots.length > 0 ? `, ${told}` : '';
  if (bars.length === 1) {
    const several = containers > 1 ? `, ${containers} containers${mixed ? ' mixed' : ''}` : '';
    return `${formatMass(labeled)} ${labelTold ? 'opened' : whatBecameOf(totals)}${several}${lot}. ${tickOf(all)}`;
  }
  const count = each && containers > 1 ? `${containers} × ` : '';
  const fates = parts.map(({ fate, mass }) => `${formatMass(mass)} ${fateInShort[fate]}`);
  return `${count}${formatMass(labeled)}${lot}: ${fates.join(', ')}`;
}

/** Where no label was told, the bar is as long as what was entered. */
const whatBecameOf = (totals: readonly DrugPart[]): string =>
  totals.every(({ fate }) => fate === 'given')
    ? 'given'
    : totals.some(({ fate }) => fate === 'given')
      ? 'given and wasted'
      : 'wasted';

/** "Given 36 mg: 4 units". */
function inUnits({ fate, mass }: DrugPart, { administeredUnits, jwUnits }: VialBars): string {
  const amount = formatMass(mass);
  return {
    given: `Given ${amount}: ${formatUnits(administeredUnits)}`,
    'in-rounded-unit': `Wasted ${amount}: already in the rounded unit`,
    jw: `Wasted ${amount}: ${formatUnits(jwUnits)} with JW`,
    'wasted-unbilled': `Wasted ${amount}: not billed`,
    unexplained: `Not accounted for: ${amount}`,
    'left-in-multi-dose': `Left in the container: ${amount}`,
  }[fate];
}

/** "A tick is one unit of J0475, 10 mg." */
const tickOf = ({ hcpcs, hcpcsDosage, tick }: VialBars): string =>
  tick.units === 1
    ? `A tick is one unit of ${hcpcs}, ${formatMass(hcpcsDosage)}.`
    : `A tick is ${formatUnits(tick)} of ${hcpcs}.`;

const beyondLabel = ({ beyondLabel: more }: VialBars): readonly string[] =>
  isNone(more) ? [] : [`${formatMass(more)} more was entered than the labels hold.`];
