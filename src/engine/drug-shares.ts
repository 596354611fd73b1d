import type { Fill, UnitsOfService } from './claim';
import type { OpenedContainers } from './encounter';
import type { Ndc11 } from './ndc';
import {
  formatMlHolding,
  holdsExactly,
  isNone,
  isNoVolume,
  isSameStrength,
  lesser,
  lesserVolume,
  massIn,
  noMass,
  noVolume,
  plus,
  remainder,
  shareOfMass,
  timesMass,
  timesVolume,
  unitsLeft,
  unitsRoundedUp,
  unitsSum,
  volumeLeft,
  volumeRounded,
  volumesRounded,
  type BillingUnits,
  type Mass,
  type Strength,
  type Volume,
} from './quantity';
import { unitsOfService } from './units-of-service';

/** What was told of the drug opened: its containers, or only its NDC and strength. */
export type DrugFacts = {
  /** Each fill of the day out of containers of its own. */
  readonly fills: readonly Fill[];
  /** Decimals of a milliliter beside an NDC: row 9.3. */
  readonly ndcDecimals: number;
};

/** The part of a claim that one NDC has: milliliters of its containers (null: strength not told), and whole units. */
export type DrugShare = {
  readonly ndc: Ndc11 | null;
  readonly given: Mass;
  readonly discarded: Mass;
  readonly givenVolume: Volume | null;
  readonly discardedVolume: Volume | null;
  /** What the volume was rounded from; null where it is exact, or not told. */
  readonly givenRoundedFrom: string | null;
  readonly discardedRoundedFrom: string | null;
  readonly givenUnits: BillingUnits;
  readonly discardedUnits: BillingUnits;
};

type Drug = { readonly ndc: Ndc11 | null; readonly strength: Strength | null; readonly labeled: Mass };

/**
 * What falls to each NDC (row 2.21). Containers count as emptied NDC by NDC in the order entered, fill by fill; of a
 * mixture each NDC has its share. Units come from the total that was rounded once: each goes to the NDC in which it
 * begins, so the shares always add up to it. Volumes add up to what was opened, less what is not accounted for
 * (row 9.6).
 */
export function drugShares(amounts: UnitsOfService, { fills, ndcDecimals }: DrugFacts): readonly DrugShare[] {
  const { administered, administeredUnits, discardedUnits, hcpcsDosage } = amounts;
  const parts = partsOf(amounts, fills);
  const [part] = parts;
  if (part && parts.length === 1) {
    const { drug, given, discarded } = part;
    return withVolumes([{ drug, given, discarded, givenUnits: administeredUnits, discardedUnits }], ndcDecimals);
  }
  const billedEnd = timesMass(hcpcsDosage, unitsSum(administeredUnits, discardedUnits).units);
  const unitsBegun = (from: Mass, to: Mass) =>
    unitsLeft(unitsRoundedUp(lesser(to, billedEnd), hcpcsDosage), unitsRoundedUp(lesser(from, billedEnd), hcpcsDosage));
  let [givenBefore, discardedBefore] = [noMass, administered];
  const masses = parts.map((each): DrugMasses => {
    const [givenNow, discardedNow] = [plus(givenBefore, each.given), plus(discardedBefore, each.discarded)];
    const units = {
      givenUnits: unitsBegun(givenBefore, givenNow),
      discardedUnits: unitsBegun(discardedBefore, discardedNow),
    };
    [givenBefore, discardedBefore] = [givenNow, discardedNow];
    return { ...each, ...units };
  });
  return withVolumes(masses, ndcDecimals);
}

/** Of one NDC: what was given and discarded of it, not yet in units. */
type DrugPart = { readonly drug: Drug; readonly given: Mass; readonly discarded: Mass };

/** What falls to each NDC of all fills; those of a day with one fill are what the day’s amounts are. */
function partsOf(amounts: UnitsOfService, fills: readonly Fill[]): readonly DrugPart[] {
  const [fill] = fills;
  if (fill && fills.length === 1) return partsOfFill(amounts, fill);
  return fills
    .flatMap((each) => partsOfFill(unitsOfService(each, amounts.hcpcsDosage), each))
    .reduce<readonly DrugPart[]>(withPart, []);
}

/** What of one fill falls to each NDC that it was drawn from. */
function partsOfFill(
  { labeled, administered, discarded }: Pick<UnitsOfService, 'labeled' | 'administered' | 'discarded'>,
  fill: Fill,
): readonly DrugPart[] {
  const drugs = drugsOf(labeled, fill);
  const [only] = drugs;
  if (only && drugs.length === 1) return [{ drug: only, given: administered, discarded }];
  const accounted = plus(administered, discarded);
  /** How much of an amount lies in the first so much of the label. */
  const upTo = (label: Mass, amount: Mass): Mass =>
    fill.mixed ? shareOfMass(amount, label, labeled) : lesser(label, amount);
  let label = noMass;
  return drugs.map((drug) => {
    const before = label;
    label = plus(label, drug.labeled);
    const [givenBefore, givenNow] = [upTo(before, administered), upTo(label, administered)];
    const [usedBefore, usedNow] = [upTo(before, accounted), upTo(label, accounted)];
    const [discardedBefore, discardedNow] = [remainder(usedBefore, givenBefore), remainder(usedNow, givenNow)];
    return { drug, given: remainder(givenNow, givenBefore), discarded: remainder(discardedNow, discardedBefore) };
  });
}

/** Two fills out of containers of one NDC have one share of it. */
function withPart(parts: readonly DrugPart[], part: DrugPart): readonly DrugPart[] {
  const place = parts.findIndex(({ drug }) => isSameDrug(drug, part.drug));
  const same = parts[place];
  if (!same) return [...parts, part];
  const together: DrugPart = {
    drug: { ...same.drug, labeled: plus(same.drug.labeled, part.drug.labeled) },
    given: plus(same.given, part.given),
    discarded: plus(same.discarded, part.discarded),
  };
  return parts.with(place, together);
}

const isSameDrug = (one: Drug, other: Drug): boolean =>
  one.ndc === other.ndc &&
  (one.strength && other.strength ? isSameStrength(one.strength, other.strength) : one.strength === other.strength);

type DrugMasses = Omit<
  DrugShare,
  'ndc' | 'givenVolume' | 'discardedVolume' | 'givenRoundedFrom' | 'discardedRoundedFrom'
> & { readonly drug: Drug };

/** The milliliters: those given add up to their rounded total; those discarded are what is left of what was used. */
function withVolumes(masses: readonly DrugMasses[], decimals: number): readonly DrugShare[] {
  const parts = masses.flatMap(({ drug: { strength }, given }) => (strength ? [{ mass: given, strength }] : []));
  const givenVolumes = parts.length === masses.length ? volumesRounded(parts, decimals) : [];
  return masses.map(({ drug: { ndc, strength }, given, discarded, givenUnits, discardedUnits }, place): DrugShare => {
    const rounded = givenVolumes[place];
    if (!strength || !rounded)
      return {
        ndc,
        given,
        discarded,
        givenVolume: null,
        discardedVolume: null,
        givenRoundedFrom: null,
        discardedRoundedFrom: null,
        givenUnits,
        discardedUnits,
      };
    const used = volumeRounded(plus(given, discarded), strength, decimals);
    const givenVolume = isNone(discarded) ? rounded : lesserVolume(rounded, used);
    const discardedVolume = isNone(discarded) ? noVolume : volumeLeft(used, givenVolume);
    const roundedFrom = (volume: Volume, mass: Mass) =>
      holdsExactly(volume, mass, strength) ? null : formatMlHolding(mass, strength);
    return {
      ndc,
      given,
      discarded,
      givenVolume,
      discardedVolume,
      givenRoundedFrom: roundedFrom(givenVolume, given),
      discardedRoundedFrom: roundedFrom(discardedVolume, discarded),
      givenUnits,
      discardedUnits,
    };
  });
}

/** The drugs opened, by NDC: rows of one NDC belong together. Without containers, the whole is one drug. */
function drugsOf(labeled: Mass, { opened, ndcs, strength }: Fill): readonly Drug[] {
  if (opened.length === 0) return [{ ndc: ndcs[0] ?? null, strength, labeled }];
  const drugs: Drug[] = [];
  for (const each of opened) {
    const mass = massIn(timesVolume(each.volume, each.count), each.strength);
    const place = drugs.findIndex((drug) => isOfDrug(each, drug));
    const same = drugs[place];
    if (same) drugs[place] = { ...same, labeled: plus(same.labeled, mass) };
    else drugs.push({ ndc: each.ndc, strength: each.strength, labeled: mass });
  }
  return drugs;
}

const isOfDrug = ({ ndc, strength }: OpenedContainers, drug: Pick<Drug, 'ndc' | 'strength'>): boolean =>
  drug.ndc === ndc && drug.strength !== null && isSameStrength(drug.strength, strength);

/** The rows in the order in which they count as emptied: those of one NDC follow each other. */
export function containersByDrug(opened: readonly OpenedContainers[]): readonly OpenedContainers[] {
  const firstOf = (row: OpenedContainers) => opened.findIndex((each) => isOfDrug(row, each));
  return opened.toSorted((one, other) => firstOf(one) - firstOf(other));
}

/** What rounds to nothing has no place beside an NDC (row 9.4). */
const isToTell = (volume: Volume | null): boolean => volume === null || !isNoVolume(volume);
export const isGiven = ({ given, givenVolume }: DrugShare): boolean => !isNone(given) && isToTell(givenVolume);
export const isDiscarded = ({ discarded, discardedVolume }: DrugShare): boolean =>
  !isNone(discarded) && isToTell(discardedVolume);
