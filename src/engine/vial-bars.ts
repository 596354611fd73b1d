import { containersByDrug } from './drug-shares';
import type { OpenedContainers } from './encounter';
import type { DraftClaim } from './claim';
import {
  isMore,
  isNone,
  isSame,
  isWholeUnits,
  lesser,
  massIn,
  noMass,
  noUnits,
  plus,
  remainder,
  sumOfMasses,
  timesMass,
  unitsOf,
  unitsRoundedUp,
  unitsSum,
  wholeUnitsIn,
  type BillingUnits,
  type Mass,
} from './quantity';

/**
 * What became of drug that was opened, in the order in which it is used up: given; wasted, but in the last unit of the
 * dose (row 2.12); wasted, with a unit on the JW line; wasted and not billed; not accounted for (row 2.22); or left in
 * a container from which more may be drawn (row 2.3).
 */
export type Fate = 'given' | 'in-rounded-unit' | 'jw' | 'wasted-unbilled' | 'unexplained' | 'left-in-multi-dose';

export type DrugPart = { readonly fate: Fate; readonly mass: Mass };

/** One container, or several alike; or all of them together, mixed or too many to be shown apart. */
export type VialBar = {
  /** None where no container was told. */
  readonly containers: number;
  /** Whether they are one container after the other with the same in each, and not one whole. */
  readonly each: boolean;
  /** Of each container, or of the whole. */
  readonly labeled: Mass;
  /** Lots, each once; empty where none was told. */
  readonly lots: readonly string[];
  /** Adds up to `labeled`. None is nothing. */
  readonly parts: readonly DrugPart[];
  /** Where a unit ends within it, from its start; empty where that differs from one of them to the next. */
  readonly ticks: readonly Mass[];
};

/** What was opened, in billing units, as a picture shows it. */
export type VialBars = {
  readonly hcpcs: string;
  readonly hcpcsDosage: Mass;
  /** From one tick to the next. */
  readonly tick: BillingUnits;
  readonly labeled: Mass;
  /** Whether labels were told; else given and wasted count as all that was opened. */
  readonly labelTold: boolean;
  /** Entered as given or wasted beyond the labels, so in no bar (rows 2.3, 2.6). */
  readonly beyondLabel: Mass;
  readonly administeredUnits: BillingUnits;
  /** On a JW line; none where there is no such line. */
  readonly jwUnits: BillingUnits;
  readonly mixed: boolean;
  /** All that was opened, by its fate. */
  readonly totals: readonly DrugPart[];
  readonly bars: readonly VialBar[];
};

/** More bars than these, or more ticks on one, would be no picture. */
const mostBars = 6;
const mostTicks = 40;

type Drawn = Pick<DraftClaim, 'amounts' | 'code' | 'lines' | 'encounter'> & Partial<Pick<DraftClaim, 'fills'>>;
/** A part of all that was opened, from one place to another. */
type Stretch = { readonly fate: Fate; readonly from: Mass; readonly to: Mass };

/**
 * What was opened for a claim, container by container in the order in which it counts as emptied. Null without a code,
 * where the code has no amount of its own, or where nothing was opened.
 */
export function vialBars({ amounts, code, lines, encounter, fills = [] }: Drawn): VialBars | null {
  if (!amounts || !code || isNone(amounts.labeled)) return null;
  const { hcpcsDosage, labeled, administeredUnits, discardedUnits } = amounts;
  const jwUnits = lines.some(({ of }) => of === 'discarded') ? discardedUnits : noUnits;
  const stretches = stretchesOf(amounts, jwUnits, encounter.container === 'multi-dose');
  const bars = barsOf(encounter, fills.length > 1, labeled, stretches);
  const largest = bars.reduce((most, bar) => (isMore(bar.labeled, most) ? bar.labeled : most), noMass);
  const tick = tickFor(wholeUnitsIn(largest, hcpcsDosage));
  const tickMass = timesMass(hcpcsDosage, tick.units);
  return {
    hcpcs: code.hcpcs,
    hcpcsDosage,
    tick,
    labeled,
    labelTold: encounter.labeled !== null,
    beyondLabel: remainder(plus(encounter.given, encounter.wasted), labeled),
    administeredUnits,
    jwUnits,
    mixed: encounter.mixed,
    totals: partsIn(stretches, noMass, labeled),
    bars: bars.map(({ start, ...bar }) => ({ ...bar, ticks: ticksOf(bar, start, tickMass) })),
  };
}

function stretchesOf(
  { hcpcsDosage, labeled, administered, discarded, administeredUnits }: NonNullable<DraftClaim['amounts']>,
  jwUnits: BillingUnits,
  isMultiDose: boolean,
): readonly Stretch[] {
  const accounted = plus(administered, discarded);
  const roundedEnd = lesser(timesMass(hcpcsDosage, administeredUnits.units), accounted);
  const jwEnd = jwUnits.units === 0 ? roundedEnd : timesMass(hcpcsDosage, unitsSum(administeredUnits, jwUnits).units);
  return [
    { fate: 'given', from: noMass, to: administered },
    { fate: 'in-rounded-unit', from: administered, to: roundedEnd },
    { fate: 'jw', from: roundedEnd, to: jwEnd },
    { fate: 'wasted-unbilled', from: jwEnd, to: accounted },
    { fate: isMultiDose ? 'left-in-multi-dose' : 'unexplained', from: accounted, to: labeled },
  ];
}

/** What lies between two places. */
const partsIn = (stretches: readonly Stretch[], start: Mass, end: Mass): readonly DrugPart[] =>
  stretches.flatMap(({ fate, from, to }) => {
    const mass = remainder(lesser(to, end), isMore(from, start) ? from : start);
    return isNone(mass) ? [] : [{ fate, mass }];
  });

type PlacedBar = Omit<VialBar, 'ticks'> & { readonly start: Mass };

/** A bar for each container of one fill, else for each run of those alike, else one for all. */
function barsOf(
  { opened, mixed }: DraftClaim['encounter'],
  ofSeveralFills: boolean,
  labeled: Mass,
  stretches: readonly Stretch[],
): readonly PlacedBar[] {
  const rows = containersByDrug(opened).filter((row) => !isNone(massOf(row)));
  const containers = rows.reduce((sum, { count }) => sum + count, 0);
  const whole: PlacedBar = {
    containers,
    each: false,
    labeled,
    lots: lotsOf(rows),
    parts: partsIn(stretches, noMass, labeled),
    start: noMass,
  };
  // Of several fills each has its own containers, in none of which the day’s total lies in a row.
  if (containers <= 1 || mixed || ofSeveralFills || !isSame(sumOfMasses(rows.map(massOfRow)), labeled)) return [whole];
  const apart = barsOfRows(rows, stretches, containers > mostBars);
  if (apart.length <= mostBars) return apart;
  const together = apart.reduce<readonly PlacedBar[]>(joined, []);
  return together.length <= mostBars ? together : [whole];
}

function barsOfRows(
  rows: readonly OpenedContainers[],
  stretches: readonly Stretch[],
  inRuns: boolean,
): readonly PlacedBar[] {
  const bars: PlacedBar[] = [];
  let start = noMass;
  for (const row of rows) {
    const labeled = massOf(row);
    for (let left = row.count; left > 0;) {
      const parts = partsIn(stretches, start, plus(start, labeled));
      const containers = inRuns ? Math.min(left, alikeFrom(start, labeled, stretches)) : 1;
      bars.push({ containers, each: true, labeled, lots: lotsOf([row]), parts, start });
      start = plus(start, timesMass(labeled, containers));
      left -= containers;
    }
  }
  return bars;
}

/** How many containers of that size lie in the same stretch as the one that starts there; one where it lies in two. */
function alikeFrom(start: Mass, labeled: Mass, stretches: readonly Stretch[]): number {
  const around = stretches.find(({ from, to }) => !isMore(from, start) && isMore(to, start));
  return Math.max(1, around ? wholeUnitsIn(remainder(around.to, start), labeled).units : 1);
}

/** The bars with another that is joined to the last of them where both are whole, alike, and of one fate. */
function joined(bars: readonly PlacedBar[], next: PlacedBar): readonly PlacedBar[] {
  const last = bars.at(-1);
  const [part, ...others] = next.parts;
  const isAlike =
    last?.parts.length === 1 &&
    others.length === 0 &&
    last.parts[0]?.fate === part?.fate &&
    isSame(last.labeled, next.labeled);
  if (!last || !isAlike) return [...bars, next];
  const both = {
    ...last,
    containers: last.containers + next.containers,
    lots: [...new Set([...last.lots, ...next.lots])],
  };
  return [...bars.slice(0, -1), both];
}

const massOf = ({ volume, strength }: OpenedContainers): Mass => massIn(volume, strength);
const massOfRow = (row: OpenedContainers): Mass => timesMass(massOf(row), row.count);
const lotsOf = (rows: readonly OpenedContainers[]): readonly string[] => [
  ...new Set(rows.flatMap(({ lot }) => lot ?? [])),
];

/** 1, 2, 5, 10, 20, 50 … units: the fewest that leave no more ticks than can be told apart. */
function tickFor(largest: BillingUnits): BillingUnits {
  for (let ten = 1; ; ten *= 10)
    for (const step of [ten, 2 * ten, 5 * ten]) if (largest.units <= mostTicks * step) return unitsOf(step);
}

/** Whole units are counted from the start of all that was opened: the dose is rounded once for all containers. */
function ticksOf({ containers, each, labeled }: Omit<VialBar, 'ticks'>, start: Mass, tick: Mass): readonly Mass[] {
  if (each && containers > 1 && !isWholeUnits(labeled, tick)) return [];
  const first = remainder(timesMass(tick, unitsRoundedUp(start, tick).units), start);
  const ticks: Mass[] = [];
  for (let at = isNone(first) ? tick : first; isMore(labeled, at); at = plus(at, tick)) ticks.push(at);
  return ticks;
}
