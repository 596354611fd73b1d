import type { UnitsOfService } from './claim';
import type { OpenedContainers } from './encounter';
import type { Ndc11 } from './ndc';
import {
  isNone,
  isSame,
  isSameStrength,
  lesser,
  massIn,
  noMass,
  plus,
  remainder,
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
 * What falls to each NDC, containers counted as emptied in the order entered (row 2.21). Units come from the total
 * that was rounded once: each goes to the NDC in which it begins, so the shares always add up to it. Volumes add up
 * to what was opened, less what is not accounted for (row 9.6).
 */
export function drugShares(amounts: UnitsOfService, facts: DrugFacts): readonly DrugShare[] {
  const { administered, discarded, administeredUnits, discardedUnits, hcpcsDosage } = amounts;
  const accounted = plus(administered, discarded);
  const givenEnd = timesMass(hcpcsDosage, administeredUnits.units);
  const billedEnd = timesMass(hcpcsDosage, unitsSum(administeredUnits, discardedUnits).units);
  const unitsBegun = (from: Mass, to: Mass, end: Mass) =>
    unitsLeft(unitsRoundedUp(lesser(to, end), hcpcsDosage), unitsRoundedUp(lesser(from, end), hcpcsDosage));

  const drugs = drugsOf(amounts.labeled, facts);
  const [only] = drugs;
  if (only && drugs.length === 1) {
    return [{ ndc: only.ndc, given: administered, discarded, ...volumesOf(only, administered, accounted), givenUnits: administeredUnits, discardedUnits }];
  }
  let from = noMass;
  return drugs.map((drug) => {
    const to = plus(from, drug.labeled);
    const given = lesser(drug.labeled, remainder(administered, from));
    const used = lesser(drug.labeled, remainder(accounted, from));
    const givenUnits = unitsBegun(from, to, givenEnd);
    const share: DrugShare = {
      ndc: drug.ndc,
      given,
      discarded: remainder(used, given),
      ...volumesOf(drug, given, used),
      givenUnits,
      discardedUnits: unitsLeft(unitsBegun(from, to, billedEnd), givenUnits),
    };
    from = to;
    return share;
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

export const isGiven = ({ given }: DrugShare): boolean => !isNone(given);
export const isDiscarded = ({ discarded }: DrugShare): boolean => !isNone(discarded);
