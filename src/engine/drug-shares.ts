import type { UnitsOfService } from './claim';
import type { OpenedContainers } from './encounter';
import type { Ndc11 } from './ndc';
import {
  isNone,
  isNoVolume,
  isSame,
  isSameStrength,
  lesser,
  massIn,
  noMass,
  plus,
  remainder,
  shareOfMass,
  sumOfVolumes,
  timesMass,
  timesVolume,
  unitsLeft,
  unitsRoundedUp,
  unitsSum,
  volumeLeft,
  volumeRounded,
  type BillingUnits,
  type Mass,
  type Strength,
  type Volume,
} from './quantity';

/** What was told of the drug opened: its containers, or only its NDC and strength. */
export type DrugFacts = {
  readonly opened: readonly OpenedContainers[];
  readonly ndcs: readonly Ndc11[];
  readonly strength: Strength | null;
  /** Whether the containers were mixed together. */
  readonly mixed: boolean;
};

/** The part of a claim that one NDC has: milliliters of its containers (null: strength not told), and whole units. */
export type DrugShare = {
  readonly ndc: Ndc11 | null;
  readonly given: Mass;
  readonly discarded: Mass;
  readonly givenVolume: Volume | null;
  readonly discardedVolume: Volume | null;
  readonly givenUnits: BillingUnits;
  readonly discardedUnits: BillingUnits;
};

type Drug = { readonly ndc: Ndc11 | null; readonly strength: Strength | null; readonly volume: Volume | null; readonly labeled: Mass };

/**
 * What falls to each NDC (row 2.21). Containers count as emptied NDC by NDC in the order entered; of a mixture each NDC
 * has its share. Units come from the total that was rounded once: each goes to the NDC in which it begins, so the shares
 * always add up to it. Volumes add up to what was opened, less what is not accounted for (row 9.6).
 */
export function drugShares(amounts: UnitsOfService, facts: DrugFacts): readonly DrugShare[] {
  const { labeled, administered, discarded, administeredUnits, discardedUnits, hcpcsDosage } = amounts;
  const accounted = plus(administered, discarded);
  const drugs = drugsOf(labeled, facts);
  const [only] = drugs;
  if (only && drugs.length === 1) {
    return [{ ndc: only.ndc, given: administered, discarded, ...volumesOf(only, administered, accounted), givenUnits: administeredUnits, discardedUnits }];
  }
  const billedEnd = timesMass(hcpcsDosage, unitsSum(administeredUnits, discardedUnits).units);
  const unitsBegun = (from: Mass, to: Mass) =>
    unitsLeft(unitsRoundedUp(lesser(to, billedEnd), hcpcsDosage), unitsRoundedUp(lesser(from, billedEnd), hcpcsDosage));
  /** How much of an amount lies in the first so much of the label. */
  const upTo = (label: Mass, amount: Mass): Mass => (facts.mixed ? shareOfMass(amount, label, labeled) : lesser(label, amount));

  let label = noMass;
  return drugs.map((drug) => {
    const before = label;
    label = plus(label, drug.labeled);
    const [givenBefore, givenNow] = [upTo(before, administered), upTo(label, administered)];
    const [usedBefore, usedNow] = [upTo(before, accounted), upTo(label, accounted)];
    const [discardedBefore, discardedNow] = [remainder(usedBefore, givenBefore), remainder(usedNow, givenNow)];
    const given = remainder(givenNow, givenBefore);
    return {
      ndc: drug.ndc,
      given,
      discarded: remainder(discardedNow, discardedBefore),
      ...volumesOf(drug, given, remainder(usedNow, usedBefore)),
      givenUnits: unitsBegun(givenBefore, givenNow),
      discardedUnits: unitsBegun(plus(administered, discardedBefore), plus(administered, discardedNow)),
    };
  });
}

function volumesOf(drug: Drug, given: Mass, used: Mass): Pick<DrugShare, 'givenVolume' | 'discardedVolume'> {
  const holding = (mass: Mass): Volume | null => (isSame(mass, drug.labeled) && drug.volume ? drug.volume : drug.strength && volumeRounded(mass, drug.strength));
  const givenVolume = holding(given);
  const usedVolume = holding(used);
  return { givenVolume, discardedVolume: givenVolume && usedVolume && volumeLeft(usedVolume, givenVolume) };
}

/** The drugs opened, by NDC: rows of one NDC belong together. Without containers, the whole is one drug. */
function drugsOf(labeled: Mass, { opened, ndcs, strength }: DrugFacts): readonly Drug[] {
  if (opened.length === 0) return [{ ndc: ndcs[0] ?? null, strength, volume: null, labeled }];
  const drugs: Drug[] = [];
  for (const row of opened) {
    const volume = timesVolume(row.volume, row.count);
    const mass = massIn(volume, row.strength);
    const place = drugs.findIndex((drug) => drug.ndc === row.ndc && drug.strength !== null && isSameStrength(drug.strength, row.strength));
    const same = drugs[place];
    if (same?.volume) drugs[place] = { ...same, volume: sumOfVolumes([same.volume, volume]), labeled: plus(same.labeled, mass) };
    else drugs.push({ ndc: row.ndc, strength: row.strength, volume, labeled: mass });
  }
  return drugs;
}

/** Less than half a microliter has no place beside an NDC (row 9.4). */
const isToTell = (volume: Volume | null): boolean => volume === null || !isNoVolume(volume);
export const isGiven = ({ given, givenVolume }: DrugShare): boolean => !isNone(given) && isToTell(givenVolume);
export const isDiscarded = ({ discarded, discardedVolume }: DrugShare): boolean => !isNone(discarded) && isToTell(discardedVolume);
