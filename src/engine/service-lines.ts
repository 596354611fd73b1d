import type { HcpcsCode, LineModifiers, NdcQuantity, ServiceLine, UnitsOfService, WasteModifiers } from './claim';
import { drugShares, isDiscarded, isGiven, type DrugFacts, type DrugShare } from './drug-shares';
import type { Container, OpenedContainers } from './encounter';
import { formatNdc } from './ndc';
import {
  chargeFor,
  formatMass,
  formatMl,
  formatWholeUnits,
  isMore,
  isNone,
  isNoVolume,
  isSame,
  isSameVolume,
  plus,
  timesMass,
  type BillingUnits,
  type Mass,
  type Money,
  type Volume,
} from './quantity';
import type { Step } from './citation';

export type LineFacts = DrugFacts & {
  readonly code: Pick<HcpcsCode, 'hcpcs'>;
  readonly amounts: UnitsOfService;
  readonly container: Container;
  readonly opened: readonly OpenedContainers[];
  /** Whether the containers of a fill were mixed together. */
  readonly mixed: boolean;
  readonly wasteModifiers: WasteModifiers;
  readonly withWaste: LineModifiers['withWaste'];
  /** Lines for each NDC instead of for the whole drug (row 2.21). */
  readonly linePerNdc: boolean;
  readonly chargePerUnit: Money | null;
  /** What was given as it was told in milliliters, diluent included. */
  readonly givenVolume: Volume | null;
  /** Whose word the decimals beside an NDC are; null: as many as there can be. */
  readonly decimalsBy: string | null;
};

/**
 * The lines of algorithm 12b: given and JW, or given with JZ, or given alone; never JW and JZ together (2.10, 2.18).
 */
export function serviceLines(facts: LineFacts): {
  readonly lines: readonly ServiceLine[];
  readonly how: readonly Step[];
} {
  if (facts.amounts.administeredUnits.units === 0) return { lines: [], how: [] };
  const { given, jw, how } = modifiersOf(facts);
  const shares = drugShares(facts.amounts, facts);
  const lines: ServiceLine[] = [];
  const add = (of: ServiceLine['of'], modifiers: readonly string[]) => {
    for (const { units, quantities } of partsOf(facts, shares, of)) {
      lines.push({
        lineNumber: lines.length + 1,
        hcpcs: facts.code.hcpcs,
        modifiers: facts.withWaste(modifiers),
        unitsOfService: units,
        ndcQuantities: quantities,
        charge: facts.chargePerUnit && chargeFor(units, facts.chargePerUnit),
        of,
        pointers: null,
      });
    }
  };
  add('administered', given);
  if (jw) add('discarded', ['JW']);
  return {
    lines,
    how: [
      ...how,
      ...quantitiesHow(facts, shares, jw),
      ...roundedHow(facts, lines),
      ...roundedAwayHow(facts, shares, jw),
      ...(shares.length > 1 ? sharesHow(facts, shares, jw) : []),
    ],
  };
}

type Modifiers = { readonly given: readonly string[]; readonly jw: boolean; readonly how: readonly Step[] };

function modifiersOf({ amounts, container, opened, wasteModifiers }: LineFacts): Modifiers {
  const bare = (...how: Step[]): Modifiers => ({ given: [], jw: false, how });
  if (container === 'multi-dose') {
    const several = opened.some((each) => each.container === 'single-dose');
    return bare({
      says: several
        ? 'One of the containers opened is multi-dose. By Medicare’s rule the lines then carry neither JW nor JZ, ' +
          'and no waste is billed. Ask the payer how to bill the single-dose ones.'
        : 'By Medicare’s rule a multi-dose container takes neither JW nor JZ. Waste from it is not billed.',
      rows: ['2.3'],
    });
  }
  const { step } = wasteModifiers;
  if (amounts.discardedUnits.units > 0) {
    if (!wasteModifiers.jw) return bare(step, droppedStep(amounts, wasteModifiers));
    const says = 'Waste has a line of its own, with JW. The line of the dose goes without JW or JZ.';
    return { given: [], jw: true, how: [step, { says, rows: ['2.10', '2.18'] }] };
  }
  if (!wasteModifiers.jz) return bare(step);
  if (!isNone(amounts.unexplained)) {
    return bare(step, {
      says:
        `JZ is left off while ${formatMass(amounts.unexplained)} is not accounted for. ` +
        'JZ would say more than the record shows.',
      rows: ['2.22'],
    });
  }
  return { given: ['JZ'], jw: false, how: [step, jzStep(amounts)] };
}

type LinePart = { readonly units: BillingUnits; readonly quantities: readonly NdcQuantity[] };

/**
 * One part for the whole drug, or one for each NDC that has a unit; an NDC without one is named on its neighbor's line.
 */
function partsOf(
  { amounts, linePerNdc }: LineFacts,
  shares: readonly DrugShare[],
  of: ServiceLine['of'],
): readonly LinePart[] {
  const given = of === 'administered';
  const own = shares.filter(given ? isGiven : isDiscarded);
  const quantityOf = (share: DrugShare): NdcQuantity =>
    given
      ? { ndc: share.ndc, volume: share.givenVolume, roundedFrom: share.givenRoundedFrom }
      : { ndc: share.ndc, volume: share.discardedVolume, roundedFrom: share.discardedRoundedFrom };
  if (!linePerNdc) {
    // Too little for a milliliter figure, the drug is still named.
    const named =
      own.length > 0
        ? own.map(quantityOf)
        : shares.slice(0, 1).map(({ ndc }) => ({ ndc, volume: null, roundedFrom: null }));
    return [{ units: given ? amounts.administeredUnits : amounts.discardedUnits, quantities: named }];
  }
  const parts: { units: BillingUnits; quantities: NdcQuantity[] }[] = [];
  const waiting: NdcQuantity[] = [];
  for (const share of shares) {
    const units = given ? share.givenUnits : share.discardedUnits;
    const quantities = own.includes(share) ? [quantityOf(share)] : [];
    if (units.units > 0) parts.push({ units, quantities: [...waiting.splice(0), ...quantities] });
    else (parts.at(-1)?.quantities ?? waiting).push(...quantities);
  }
  return parts;
}

/** Where the milliliters beside the NDC are not what was told: diluted drug, and waste of more than its whole units. */
const quantitiesHow = (facts: LineFacts, shares: readonly DrugShare[], jw: boolean): readonly Step[] => [
  ...givenQuantityHow(facts, shares),
  ...(jw ? discardedQuantityHow(facts, shares) : []),
];

function givenQuantityHow({ givenVolume, mixed }: LineFacts, shares: readonly DrugShare[]): readonly Step[] {
  const [only] = shares;
  if (!only?.ndc || !only.givenVolume || !givenVolume || shares.length > 1) return [];
  if (isSameVolume(only.givenVolume, givenVolume)) return [];
  const says = mixed
    ? 'The milliliters beside the NDC are those of the container, before any mixing. ' +
      `${formatMass(only.given)} is ${formatMl(only.givenVolume)} of it.`
    : 'The milliliters beside the NDC are no more than the labels hold. ' +
      `${formatMass(only.given)} is ${formatMl(only.givenVolume)}.`;
  return [{ says, rows: mixed ? ['9.2', '9.3'] : ['9.2', '2.6'] }];
}

function discardedQuantityHow({ amounts }: LineFacts, shares: readonly DrugShare[]): readonly Step[] {
  const billed = timesMass(amounts.hcpcsDosage, amounts.discardedUnits.units);
  if (isSame(amounts.discarded, billed)) return [];
  if (!shares.some(({ ndc, discardedVolume }) => ndc && discardedVolume)) return [];
  return [
    {
      says:
        `The JW line names the milliliters of all that was discarded, ${formatMass(amounts.discarded)}. ` +
        'Its units are the whole ones that the line of the dose does not bill.',
      rows: ['9.6', '2.12'],
    },
  ];
}

/** Milliliters beside an NDC that are written with fewer decimals than they have: row 9.3. */
function roundedHow({ ndcDecimals, decimalsBy }: LineFacts, lines: readonly ServiceLine[]): readonly Step[] {
  const rounded = lines.flatMap(({ ndcQuantities }) =>
    ndcQuantities.flatMap(({ ndc, volume, roundedFrom }) =>
      ndc && volume && roundedFrom ? [`${roundedFrom} is written as ${formatMl(volume)}.`] : [],
    ),
  );
  if (rounded.length === 0) return [];
  const several = new Set(lines.flatMap(({ ndcQuantities }) => ndcQuantities.map(({ ndc }) => ndc))).size > 1;
  const decimals = `${ndcDecimals} ${ndcDecimals === 1 ? 'decimal' : 'decimals'}`;
  const why = decimalsBy
    ? `${decimalsBy} takes ${decimals} of an NDC quantity.`
    : `An NDC quantity has at most ${decimals}.`;
  const how = several
    ? 'Several NDCs are rounded so that they add up to the rounded total.'
    : 'It is rounded to the nearest, a half up.';
  return [{ says: `${rounded.join(' ')} ${why} ${how}`, rows: decimalsBy ? ['9.3', '2b own profile'] : ['9.3'] }];
}

/** Drug of an NDC that rounds to nothing, which has no place on a line (row 9.4). */
function roundedAwayHow({ ndcDecimals }: LineFacts, shares: readonly DrugShare[], jw: boolean): readonly Step[] {
  const decimals = `${ndcDecimals} ${ndcDecimals === 1 ? 'decimal' : 'decimals'}`;
  const away = (ndc: DrugShare['ndc'], mass: Mass, volume: Volume | null, what: string) =>
    ndc && volume && isNoVolume(volume) && !isNone(mass)
      ? [`${formatMass(mass)} ${what} from NDC ${formatNdc(ndc)} rounds to 0 mL with ${decimals}.`]
      : [];
  const told = shares.flatMap((share) => [
    ...away(share.ndc, share.given, share.givenVolume, 'given'),
    ...(jw ? away(share.ndc, share.discarded, share.discardedVolume, 'discarded') : []),
  ]);
  if (told.length === 0) return [];
  return [
    { says: `${told.join(' ')} No quantity of it is written, because that must be more than 0.`, rows: ['9.3', '9.4'] },
  ];
}

/** How drug of several NDCs was shared out. */
function sharesHow({ linePerNdc, mixed }: LineFacts, shares: readonly DrugShare[], jw: boolean): readonly Step[] {
  const partly = jw || shares.some(isDiscarded);
  return [
    ...(mixed
      ? [
          {
            says: 'The containers were mixed, so each NDC has its share of what was given and of what was left.',
            rows: ['2.21', '9.6'],
          },
        ]
      : []),
    ...(partly && !mixed
      ? [
          {
            says:
              'Containers count as emptied one NDC after the other, in the order entered. ' +
              'So the waste is of the last ones.',
            rows: ['2.21'],
          },
        ]
      : []),
    ...(linePerNdc
      ? [
          {
            says:
              'Each NDC that has a whole unit of its own has a line. ' +
              'The units are rounded once, for all NDCs together.',
            rows: ['2.21'],
          },
        ]
      : []),
  ];
}

function jzStep({ administered, discarded, hcpcsDosage }: UnitsOfService): Step {
  if (isNone(discarded)) return { says: 'JZ attests that no drug was discarded.', rows: ['2.1', '2.10'] };
  return {
    says:
      'JZ attests that there is no billable waste. It does not say that nothing was thrown away: ' +
      `${formatMass(discarded)} was.`,
    rows: isMore(plus(administered, discarded), hcpcsDosage) ? ['2.15', '2.16'] : ['2.15'],
  };
}

const droppedStep = ({ discardedUnits }: UnitsOfService, { step }: WasteModifiers): Step => ({
  says: `The waste of ${formatWholeUnits(discardedUnits)} makes no line here.`,
  rows: step.rows,
});
