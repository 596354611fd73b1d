import {
  compareStrengths,
  formatMl,
  formatStrength,
  isMore,
  isNoVolume,
  isSameStrength,
  isStrengthOf,
  lesser,
  lesserVolume,
  massIn,
  mayLieBetween,
  noMass,
  noStrength,
  plus,
  shareOf,
  sumOfVolumes,
  volumeLeft,
  type Mass,
  type Strength,
  type Volume,
} from './quantity';

/** Drug that went into a mixture, or could have. */
export type Ingredient = { readonly strength: Strength; readonly volume: Volume };

export type Mixture = {
  readonly instilled: Volume;
  /** Of what was instilled, in whole mcg/mL and so perhaps rounded. */
  readonly concentration: Strength;
  readonly opened: readonly Ingredient[];
  readonly labeled: Mass;
  readonly diluent: Volume;
};

export type DrugInstilled =
  { readonly mass: Mass } | { readonly problem: string; readonly of: 'diluent' | 'concentration' };

/**
 * The drug in what was instilled of a diluted or mixed drug. Where the concentration is that of all that was opened,
 * mixed together, the dose is the exact share of it, whatever the concentration was rounded to; else it is volume ×
 * concentration. Numbers that no mixing of these containers can make are refused, with the field that they contradict.
 */
export function drugInstilled(mixture: Mixture): DrugInstilled {
  const { instilled, concentration, opened, labeled, diluent } = mixture;
  const whole = sumOfVolumes([...opened.map(({ volume }) => volume), diluent]);
  if (isStrengthOf(concentration, labeled, whole)) return { mass: shareOf(labeled, instilled, whole) };

  const mass = massIn(instilled, concentration);
  const weakestFirst = opened.toSorted((a, b) => compareStrengths(a.strength, b.strength));
  const weakest = drugIn(instilled, [{ strength: noStrength, volume: diluent }, ...weakestFirst]);
  const strongest = drugIn(instilled, weakestFirst.toReversed());
  if (!mayLieBetween(mass, weakest, strongest, instilled)) {
    const from = isNoVolume(diluent) ? 'what was opened' : 'what was opened and the diluent';
    return {
      problem:
        `Final concentration of ${formatStrength(concentration)} cannot be made in ${formatMl(instilled)} from ` +
        `${from}`,
      of: 'concentration',
    };
  }
  const [first] = opened;
  const oneStrength = first !== undefined && opened.every((each) => isSameStrength(each.strength, first.strength));
  // All of the diluent at this concentration would hold more drug than was opened.
  if (oneStrength && isMore(massIn(whole, concentration), labeled)) {
    return {
      problem:
        `Diluent of ${formatMl(diluent)} is too much to make ` +
        `${formatStrength(concentration)} from what was opened`,
      of: 'diluent',
    };
  }
  return { mass: lesser(mass, labeled) };
}

/** The drug in a volume that is filled from the ingredients in this order. */
function drugIn(volume: Volume, ingredients: readonly Ingredient[]): Mass {
  let rest = volume;
  let mass = noMass;
  for (const ingredient of ingredients) {
    const used = lesserVolume(rest, ingredient.volume);
    mass = plus(mass, massIn(used, ingredient.strength));
    rest = volumeLeft(rest, used);
  }
  return mass;
}
