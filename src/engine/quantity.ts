/**
 * Every quantity of a claim and every conversion between them.
 *
 * Masses are whole nanograms and volumes whole microliters: 1 mcg/mL is exactly 1 ng/µL, so a volume times a strength
 * is again a whole number. Amounts are bounded by `massLimit`, which keeps every product and quotient below 2^53. Rows
 * 12b and 2.11 to 2.14.
 */
export type Mass = { readonly ng: number };
export type Volume = { readonly uL: number };
export type Strength = { readonly mcgPerMl: number };
/** Billing units of one HCPCS code: always whole, as item 24G wants them (row 3.1). */
export type BillingUnits = { readonly units: number };
/** Money in whole tenths of a cent, the precision of Medicare's payment limits. */
export type Money = { readonly tenthsOfCent: number };

const ngPerMg = 1_000_000;
const ngPerMcg = 1_000;
const uLPerMl = 1_000;
const tenthsOfCentPerDollar = 1_000;

/** The largest mass that is taken: 100 g, far above any dose and far below 2^53 ng. */
export const massLimit: Mass = { ng: 100_000 * ngPerMg };

export const noMass: Mass = { ng: 0 };
export const noVolume: Volume = { uL: 0 };
export const noStrength: Strength = { mcgPerMl: 0 };
export const noUnits: BillingUnits = { units: 0 };
export const noMoney: Money = { tenthsOfCent: 0 };

/** A mass from a whole number of milligrams. */
export const mg = (whole: number): Mass => ({ ng: whole * ngPerMg });
/** A mass from a whole number of micrograms. */
export const mcg = (whole: number): Mass => ({ ng: whole * ngPerMcg });
/** A volume from a whole number of milliliters. */
export const ml = (whole: number): Volume => ({ uL: whole * uLPerMl });
export const mcgPerMl = (whole: number): Strength => ({ mcgPerMl: whole });
export const unitsOf = (whole: number): BillingUnits => ({ units: whole });

/** A decimal in the units a person types, and how many decimals of it can be kept exactly. */
export const decimalsKept = { mg: 6, mcg: 3, mL: 3, dollars: 2 } as const;

/**
 * Digits with at most one point ("36", "0.05", ".5"), scaled by 10^decimals; undefined when that would round or
 * overflow.
 */
export function scaledByDigits(digits: string, decimals: number): number | undefined {
  const match = /^(\d*)(?:\.(\d*))?$/.exec(digits);
  if (!match || digits.replace('.', '') === '') return undefined;
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  if (fraction.length > decimals) return undefined;
  const scaled = Number(`${match[1]}${fraction.padEnd(decimals, '0')}`);
  return Number.isSafeInteger(scaled) ? scaled : undefined;
}

export const massFromDigits = (digits: string, unit: 'mg' | 'mcg'): Mass | undefined =>
  wrap(scaledByDigits(digits, decimalsKept[unit]), (ng) => ({ ng }));
export const volumeFromDigits = (digits: string): Volume | undefined =>
  wrap(scaledByDigits(digits, decimalsKept.mL), (uL) => ({ uL }));
/** What a strength is when its number was meant in mg/mL. */
export const asMgPerMl = ({ mcgPerMl: perMl }: Strength): Strength => ({ mcgPerMl: perMl * 1_000 });
export const moneyFromDigits = (digits: string): Money | undefined =>
  wrap(scaledByDigits(digits, decimalsKept.dollars), (cents) => ({ tenthsOfCent: cents * 10 }));

function wrap<T>(scaled: number | undefined, make: (scaled: number) => T): T | undefined {
  return scaled === undefined ? undefined : make(scaled);
}

export const sumOfMasses = (masses: readonly Mass[]): Mass => ({ ng: masses.reduce((sum, { ng }) => sum + ng, 0) });
export const plus = (a: Mass, b: Mass): Mass => ({ ng: a.ng + b.ng });
/** a − b, never below nothing. */
export const remainder = (a: Mass, b: Mass): Mass => ({ ng: Math.max(0, a.ng - b.ng) });
export const lesser = (a: Mass, b: Mass): Mass => (a.ng <= b.ng ? a : b);
export const isMore = (a: Mass, b: Mass): boolean => a.ng > b.ng;
/** Less than nothing where the first is the lesser one, as sorting wants it. */
export const compareMasses = (a: Mass, b: Mass): number => a.ng - b.ng;
export const isSame = (a: Mass, b: Mass): boolean => a.ng === b.ng;
export const isNone = (mass: Mass): boolean => mass.ng === 0;

/** How far along a whole a part of it ends, from 0 to 1, for drawing alone. A whole is more than nothing. */
export const fractionOf = (part: Mass, whole: Mass): number => part.ng / whole.ng;
/** The same of volumes. */
export const fractionOfVolume = (part: Volume, whole: Volume): number => part.uL / whole.uL;
/** The most whole steps of a volume that fit, and the fewest that hold it. */
export const stepsWithin = ({ uL }: Volume, step: Volume): number => Math.floor(uL / step.uL);
export const stepsAround = ({ uL }: Volume, step: Volume): number => Math.ceil(uL / step.uL);

export const timesMass = ({ ng }: Mass, count: number): Mass => ({ ng: ng * count });

export const sumOfVolumes = (volumes: readonly Volume[]): Volume => ({
  uL: volumes.reduce((sum, { uL }) => sum + uL, 0),
});
export const timesVolume = ({ uL }: Volume, count: number): Volume => ({ uL: uL * count });
/** a − b, never below nothing. */
export const volumeLeft = (a: Volume, b: Volume): Volume => ({ uL: Math.max(0, a.uL - b.uL) });
export const lesserVolume = (a: Volume, b: Volume): Volume => (a.uL <= b.uL ? a : b);
export const isMoreVolume = (a: Volume, b: Volume): boolean => a.uL > b.uL;
export const isSameVolume = (a: Volume, b: Volume): boolean => a.uL === b.uL;
export const isNoVolume = ({ uL }: Volume): boolean => uL === 0;
/** Less than nothing where the first is the weaker one, as sorting wants it. */
export const compareStrengths = (a: Strength, b: Strength): number => a.mcgPerMl - b.mcgPerMl;
export const isSameStrength = (a: Strength, b: Strength): boolean => a.mcgPerMl === b.mcgPerMl;

export const unitsSum = (a: BillingUnits, b: BillingUnits): BillingUnits => ({ units: a.units + b.units });
/** a − b, never below none. */
export const unitsLeft = (a: BillingUnits, b: BillingUnits): BillingUnits => ({
  units: Math.max(0, a.units - b.units),
});

/** The drug in a volume: mL × mcg/mL, exactly. */
export const massIn = (volume: Volume, strength: Strength): Mass => ({ ng: volume.uL * strength.mcgPerMl });

/** The volume that holds a mass exactly, or undefined where it is no whole number of microliters. */
export function volumeHolding({ ng }: Mass, { mcgPerMl: perMl }: Strength): Volume | undefined {
  return ng % perMl === 0 ? { uL: ng / perMl } : undefined;
}

/**
 * The strength of a mass in a volume: 1 ng/µL is exactly 1 mcg/mL; undefined where that is no whole mcg/mL, or no
 * volume (x % 0 is no number).
 */
export const strengthOf = ({ ng }: Mass, { uL }: Volume): Strength | undefined =>
  ng % uL === 0 ? { mcgPerMl: ng / uL } : undefined;

/** Whether a strength in whole mcg/mL is that of a mass in a volume, exactly or rounded up or down. */
export const isStrengthOf = (strength: Strength, { ng }: Mass, volume: Volume): boolean =>
  Math.abs(massIn(volume, strength).ng - ng) < volume.uL;

/**
 * Whether the drug in a volume, told by a strength that was rounded to a whole mcg/mL, may lie between two amounts. It
 * is off by half a mcg/mL at most: in whole numbers, doubled.
 */
export const mayLieBetween = (told: Mass, least: Mass, most: Mass, { uL }: Volume): boolean =>
  2 * told.ng - uL <= 2 * most.ng && 2 * told.ng + uL >= 2 * least.ng;

/** The drug in a part of a mixture of a whole volume, to the nearest nanogram; all of it in the whole. */
export const shareOf = ({ ng }: Mass, part: Volume, whole: Volume): Mass => ({
  ng: whole.uL === 0 ? 0 : Math.round((ng * part.uL) / whole.uL),
});

/** amount × part ÷ whole of masses, to the nearest nanogram. */
export const shareOfMass = (amount: Mass, part: Mass, whole: Mass): Mass => ({
  ng: whole.ng === 0 ? 0 : Number((BigInt(amount.ng) * BigInt(part.ng) + BigInt(whole.ng) / 2n) / BigInt(whole.ng)),
});

/** Decimals of a milliliter that an NDC quantity takes: row 9.3. */
export const ndcDecimalsMost = 3;

/** Rounding of row 9.3: the volume that holds a mass, to the nearest of so many decimals of a milliliter, half up. */
export function volumeRounded({ ng }: Mass, { mcgPerMl: perMl }: Strength, decimals: number = ndcDecimalsMost): Volume {
  const step = 10 ** (ndcDecimalsMost - decimals);
  const perStep = perMl * step;
  const rest = ng % perStep;
  return { uL: ((ng - rest) / perStep + (2 * rest >= perStep ? 1 : 0)) * step };
}

/** The same for parts that follow each other: rounded where each ends, so that they add up to their rounded total. */
export function volumesRounded(
  parts: readonly { readonly mass: Mass; readonly strength: Strength }[],
  decimals: number,
): readonly Volume[] {
  const [first, ...others] = parts;
  if (first && others.length === 0) return [volumeRounded(first.mass, first.strength, decimals)];
  const step = 10 ** (ndcDecimalsMost - decimals);
  // The end of each part as an exact fraction of that step.
  let [end, of] = [0n, 1n];
  let before = 0;
  return parts.map(({ mass, strength }) => {
    const perStep = BigInt(strength.mcgPerMl * step);
    [end, of] = [end * perStep + BigInt(mass.ng) * of, of * perStep];
    const rounded = Number((2n * end + of) / (2n * of));
    const steps = rounded - before;
    before = rounded;
    return { uL: steps * step };
  });
}

/** Whether a volume holds exactly that mass. */
export const holdsExactly = (volume: Volume, mass: Mass, strength: Strength): boolean =>
  isSame(massIn(volume, strength), mass);

/** Rounding of row 2.11: the administered dose goes up to the next whole unit, once. */
export const unitsRoundedUp = (dose: Mass, hcpcsDosage: Mass): BillingUnits => ({
  units: wholeUnitsIn(dose, hcpcsDosage).units + (dose.ng % hcpcsDosage.ng > 0 ? 1 : 0),
});

/** Rounding of row 2.12: only whole units can be discarded units. */
export const wholeUnitsIn = (mass: Mass, hcpcsDosage: Mass): BillingUnits => ({
  units: (mass.ng - (mass.ng % hcpcsDosage.ng)) / hcpcsDosage.ng,
});

export const isWholeUnits = (mass: Mass, hcpcsDosage: Mass): boolean => mass.ng % hcpcsDosage.ng === 0;

/**
 * A thousandth or a thousandfold of a mass, to see whether mg and mcg changed places; undefined when it is no whole
 * nanogram.
 */
export const thousandth = ({ ng }: Mass): Mass | undefined => (ng % 1_000 === 0 ? { ng: ng / 1_000 } : undefined);
export const thousandfold = ({ ng }: Mass): Mass => ({ ng: ng * 1_000 });

/**
 * How far one mass is from another, in whole tenths of a percent of the first, cut off. `from` must be more than
 * nothing.
 */
export const percentApart = (from: Mass, to: Mass): { readonly tenthsOfPercent: number } => ({
  tenthsOfPercent: Math.trunc((Math.abs(to.ng - from.ng) * 1_000) / from.ng),
});

/** Charge of a line: whole units at a price for each. */
export const chargeFor = ({ units }: BillingUnits, perUnit: Money): Money => ({
  tenthsOfCent: units * perUnit.tenthsOfCent,
});
/** The charge of one unit, of a charge that `chargeFor` made: always whole. */
export const chargeOfOne = ({ tenthsOfCent }: Money, { units }: BillingUnits): Money => ({
  tenthsOfCent: tenthsOfCent / units,
});
/** Money in whole cents, half a cent up. */
export const toCents = (money: Money): Money => percentOf(money, 100);
/** Whole percents of an amount, to the cent, rounded once, half a cent up. */
export const percentOf = ({ tenthsOfCent }: Money, percent: number): Money => ({
  tenthsOfCent: Math.floor((tenthsOfCent * percent + 500) / 1_000) * 10,
});
/** A fee from RVUs in hundredths and a factor in ten-thousandths of a dollar, to the cent, half a cent up. */
export const feeByRvus = (hundredths: number, factor: number): Money => ({
  tenthsOfCent: Math.floor((hundredths * factor + 5_000) / 10_000) * 10,
});
export const isMoreMoney = (a: Money, b: Money): boolean => a.tenthsOfCent > b.tenthsOfCent;
export const isSameMoney = (a: Money, b: Money): boolean => a.tenthsOfCent === b.tenthsOfCent;
export const lesserMoney = (a: Money, b: Money): Money => (a.tenthsOfCent <= b.tenthsOfCent ? a : b);
/** amount × part ÷ whole, to the nearest tenth of a cent, half up; `whole` is at least 1. */
export const shareOfMoney = ({ tenthsOfCent }: Money, part: number, whole: number): Money => ({
  tenthsOfCent: Math.floor((2 * tenthsOfCent * part + whole) / (2 * whole)),
});
/** The same to the cent, rounded once. */
export const shareToCents = ({ tenthsOfCent }: Money, part: number, whole: number): Money => ({
  tenthsOfCent: Math.floor((tenthsOfCent * part + 5 * whole) / (10 * whole)) * 10,
});
/** Whether a price lies more than half of it above or below the one before. */
export const movedByMoreThanHalf = (before: Money, now: Money): boolean =>
  2 * Math.abs(now.tenthsOfCent - before.tenthsOfCent) > before.tenthsOfCent;
/** a − b, never below nothing. */
export const moneyLeft = (a: Money, b: Money): Money => ({
  tenthsOfCent: Math.max(0, a.tenthsOfCent - b.tenthsOfCent),
});
/** Money from its decimal digits in dollars, with as many decimals as payment limits have. */
export const feeFromDigits = (digits: string): Money | undefined =>
  wrap(scaledByDigits(digits, 3), (tenthsOfCent) => ({ tenthsOfCent }));
/** The same, of an amount that may lie below nothing: "-10", "-.5". */
export const signedMoneyFromDigits = (digits: string): Money | undefined => {
  const amount = feeFromDigits(digits.replace(/^-/, ''));
  return amount && digits.startsWith('-') ? negatedMoney(amount) : amount;
};
/** What is taken where it was given; nothing stays nothing. */
export const negatedMoney = ({ tenthsOfCent }: Money): Money => ({ tenthsOfCent: 0 - tenthsOfCent });
/** a − b, below nothing where b is more. */
export const moneyBetween = (a: Money, b: Money): Money => ({ tenthsOfCent: a.tenthsOfCent - b.tenthsOfCent });
/** How much it is, whichever way. */
export const moneyApart = (a: Money, b: Money): Money => ({ tenthsOfCent: Math.abs(a.tenthsOfCent - b.tenthsOfCent) });
export const sumOfMoney = (amounts: readonly Money[]): Money => ({
  tenthsOfCent: amounts.reduce((sum, { tenthsOfCent }) => sum + tenthsOfCent, 0),
});

/**
 * The smallest total, at or above `target`, that containers of these sizes can make together. Undefined without sizes,
 * or when the answer would need more than 400 steps of the sizes' common measure (no claim opens so many containers).
 */
export function smallestTotal(target: Mass, sizes: readonly Mass[]): Mass | undefined {
  const step = sizes.reduce((divisor, { ng }) => greatestCommonDivisor(divisor, ng), 0);
  if (step === 0) return undefined;
  const wanted = unitsRoundedUp(target, { ng: step }).units;
  if (wanted > 400) return undefined;
  if (wanted === 0) return noMass;
  // Where one container is the common measure itself, every multiple of it can be made.
  if (sizes.some(({ ng }) => ng === step)) return { ng: wanted * step };
  const largest = Math.max(...sizes.map(({ ng }) => ng)) / step;
  const reachable = [true];
  for (let total = 1; total <= wanted + largest; total += 1) {
    reachable[total] = sizes.some(({ ng }) => reachable[total - ng / step] === true);
    if (total >= wanted && reachable[total]) return { ng: total * step };
  }
  return undefined;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** "36 mg", "0.5 mcg": milligrams from 1 mg up, micrograms below. */
export function formatMass({ ng }: Mass): string {
  return ng >= ngPerMg || ng === 0 ? `${scaled(ng, ngPerMg)} mg` : `${scaled(ng, ngPerMcg)} mcg`;
}
/** "5 mg + 5 mg = 10 mg": parts and their exact sum. */
export const formatParts = (parts: readonly string[], sum: string): string => `${parts.join(' + ')} = ${sum}`;
/** "1,200 mcg": always micrograms, as daily doses of a pump are told. */
export const formatMcg = ({ ng }: Mass): string => `${scaled(ng, ngPerMcg)} mcg`;
export const formatMl = ({ uL }: Volume): string => `${scaled(uL, uLPerMl)} mL`;
/**
 * "17.12555 mL": the volume that holds a mass, with all its decimals; "about 17.1255 mL", cut off, where they do not
 * end.
 */
export const formatMlHolding = (mass: Mass, { mcgPerMl: perMl }: Strength): string =>
  `${formatRatio(mass, massIn(ml(1), { mcgPerMl: perMl }))} mL`;
/** "12.5": milliliters as claim forms and files take them, without unit or commas. */
export const digitsOfMl = ({ uL }: Volume): string => scaled(uL, uLPerMl).replaceAll(',', '');
/** "0.05": milligrams without unit or commas. */
export const digitsOfMg = ({ ng }: Mass): string => scaled(ng, ngPerMg).replaceAll(',', '');
/** "1451.73": dollars without sign or commas. */
export const digitsOfMoney = (money: Money): string => formatMoney(money).replace(/[$,]/g, '');
/** "5.2" from 52 tenths. */
export const formatTenths = (tenths: number): string => scaled(tenths, 10);
export const formatStrength = (strength: Strength): string => `${strength.mcgPerMl} mcg/mL`;
export const formatUnits = ({ units }: BillingUnits): string => `${units} ${units === 1 ? 'unit' : 'units'}`;

/** "no whole unit", "1 whole unit", "3 whole units". */
export const formatWholeUnits = ({ units }: BillingUnits): string =>
  units === 0 ? 'no whole unit' : `${units} whole ${units === 1 ? 'unit' : 'units'}`;

/** "$1,451.73", "-$10.00"; a tenth of a cent is shown only when there is one. */
export function formatMoney({ tenthsOfCent }: Money): string {
  if (tenthsOfCent < 0) return `-${formatMoney({ tenthsOfCent: -tenthsOfCent })}`;
  const dollars = Math.trunc(tenthsOfCent / tenthsOfCentPerDollar);
  const rest = String(tenthsOfCent % tenthsOfCentPerDollar).padStart(3, '0');
  return `$${grouped(dollars)}.${rest.endsWith('0') ? rest.slice(0, 2) : rest}`;
}

/** dose ÷ dosage as a person would write it: "3.6", or "about 1.6666", cut off, where it does not end. */
export function formatRatio(dose: Mass, hcpcsDosage: Mass): string {
  const whole = wholeUnitsIn(dose, hcpcsDosage).units;
  const places: number[] = [];
  let rest = dose.ng % hcpcsDosage.ng;
  while (rest > 0 && places.length < 9) {
    rest *= 10;
    places.push(Math.floor(rest / hcpcsDosage.ng));
    rest %= hcpcsDosage.ng;
  }
  if (rest > 0) return `about ${whole}.${places.slice(0, 4).join('')}`;
  return places.length === 0 ? String(whole) : `${whole}.${places.join('')}`;
}

/** value ÷ per, written out with all its decimals; `per` is a power of ten. */
function scaled(value: number, per: number): string {
  let rest = value % per;
  const whole = grouped((value - rest) / per);
  if (rest === 0) return whole;
  let decimals = String(per).length - 1;
  while (rest % 10 === 0) {
    rest /= 10;
    decimals -= 1;
  }
  return `${whole}.${String(rest).padStart(decimals, '0')}`;
}

/** "1,200": a whole number with a comma at every thousand. */
const grouped = (whole: number): string =>
  whole < 1_000 ? String(whole) : String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
