import { formatMl, formatStrength, isMore, massIn, sumOfVolumes, type Mass, type Strength, type Volume } from './quantity';

export type Mixture = {
  readonly instilled: Volume;
  /** Of what was instilled, in whole mcg/mL and so perhaps rounded. */
  readonly concentration: Strength;
  readonly labeled: Mass;
  readonly openedVolume: Volume;
  readonly diluent: Volume;
  /** Of the drug opened; null where several strengths were mixed. */
  readonly strength: Strength | null;
};

/**
 * The drug in what was instilled of a diluted or mixed drug: volume × final concentration, and all that was opened where
 * all of it was instilled. The concentration is believed to the nearest mcg/mL; further off, the numbers contradict
 * each other and the answer says which.
 */
export function drugInstilled(mixture: Mixture): { readonly mass: Mass } | { readonly problem: string; readonly of: 'diluent' | 'concentration' } {
  const { instilled, concentration, labeled, openedVolume, diluent, strength } = mixture;
  const mass = massIn(instilled, concentration);
  // Half a mcg/mL either way: in whole numbers, doubled.
  const half = instilled.uL;
  if (2 * mass.ng - half > 2 * labeled.ng) {
    return { problem: `Final concentration of ${formatStrength(concentration)} in ${formatMl(instilled)} is more drug than was opened`, of: 'concentration' };
  }
  if (sumOfVolumes([openedVolume, diluent]).uL === instilled.uL) {
    if (Math.abs(mass.ng - labeled.ng) < instilled.uL) return { mass: labeled };
    return { problem: `Final concentration does not fit: all that was opened, in ${formatMl(instilled)}, is about ${Math.round(labeled.ng / instilled.uL)} mcg/mL`, of: 'concentration' };
  }
  if (strength) {
    const perMl = strength.mcgPerMl;
    const twice = 2 * concentration.mcgPerMl;
    const tooLittle = diluent.uL * 2 * perMl < instilled.uL * (2 * perMl - twice - 1);
    const tooMuch = (twice - 1) * diluent.uL > openedVolume.uL * (2 * perMl - twice + 1);
    if (tooLittle || tooMuch) {
      return { problem: `Diluent of ${formatMl(diluent)} does not give ${formatMl(instilled)} of ${formatStrength(concentration)} from ${formatMl(openedVolume)} of ${formatStrength(strength)}`, of: 'diluent' };
    }
  }
  return { mass: isMore(mass, labeled) ? labeled : mass };
}
