import type { DraftClaim, UnitsOfService } from '../engine/claim';
import type { Encounter, FactName } from '../engine/encounter';
import {
  asMgPerMl,
  formatMass,
  formatStrength,
  formatUnits,
  isMore,
  isNone,
  isSame,
  massIn,
  mcg,
  mcgPerMl,
  mg,
  ml,
  plus,
  remainder,
  smallestTotal,
  thousandfold,
  thousandth,
  unitsRoundedUp,
  wholeUnitsIn,
  type Mass,
} from '../engine/quantity';
import { fail, needsReview, notApplicable, pass, type Rule, type Verdict } from '../engine/rule';
import { cite } from './citations';
import { denials } from './denials';
import { productOf, products } from './products';

/** The largest amount one pump takes: a full 40 mL reservoir at 2000 mcg/mL (row 3.3). */
const largestStrength = mcgPerMl(2000);
const fullReservoir = massIn(ml(40), largestStrength);
/** The usual largest trial step (rows 3.3, 6d, label trial). */
const largestTrialStep = mcg(100);

/** Labeled amounts of the marketed containers of a code, of one strength or ('any') of all. */
const sizesOf = new Map<string, Mass[]>();
for (const { hcpcs, strength, labeled } of products) {
  for (const key of [`${hcpcs} ${strength.mcgPerMl}`, `${hcpcs} any`]) {
    const sizes = sizesOf.get(key) ?? [];
    if (!sizes.some((size) => isSame(size, labeled))) sizes.push(labeled);
    sizesOf.set(key, sizes);
  }
}

/** The container of the NDC where it is on file, else every one that code and strength allow. */
function containerSizes(hcpcs: string, { ndc, strength }: Encounter): readonly Mass[] {
  const product = productOf(ndc);
  if (product?.hcpcs === hcpcs) return [product.labeled];
  return sizesOf.get(`${hcpcs} ${strength?.mcgPerMl ?? 'any'}`) ?? [];
}

const marketedStrengths = [...new Set(products.map(({ strength }) => strength.mcgPerMl))].sort((a, b) => a - b);

const drugLine = ({ code, amounts, lines }: DraftClaim) => (code && amounts && lines.length > 0 ? { code, amounts } : null);

type Range = { readonly from: Mass; readonly to: Mass };
/** Sizes of a usual dose. The lower ends only tell a slip of a thousandfold from a small dose. */
const fillDoses: Range = { from: mg(1), to: fullReservoir };
const trialDoses: Range = { from: mcg(1), to: largestTrialStep };
const within = (mass: Mass | undefined, { from, to }: Range): mass is Mass =>
  mass !== undefined && !isMore(from, mass) && !isMore(mass, to);

/** mg typed for mcg, or the reverse: the amount as typed is no usual one, and a thousandth or a thousandfold of it is (products 6). */
const unitSlip: Rule = {
  id: 'amounts/unit-slip',
  title: 'mg and mcg',
  citations: cite('products 6', '1.11', '3.3'),
  check(claim) {
    const drug = drugLine(claim);
    if (!drug) return notApplicable('There is no drug line.');
    const { given, wasted, purpose } = claim.encounter;
    if (purpose !== 'other-injection') {
      const usual = purpose === 'screening-trial' ? trialDoses : fillDoses;
      const meant = isMore(given, usual.to) ? thousandth(given) : thousandfold(given);
      if (!within(given, usual) && within(meant, usual)) {
        const what = purpose === 'screening-trial' ? 'trial dose' : 'pump fill';
        return slip(`${formatMass(given)} is ${isMore(given, meant) ? 'more' : 'less'} than any usual ${what}`, given, meant, 'doseGiven', within(given, trialDoses));
      }
    }
    const meantWaste = wasteMeant(drug.code.hcpcs, claim.encounter);
    if (meantWaste) {
      return slip(`${formatMass(given)} given and ${formatMass(wasted)} wasted fill no container`, wasted, meantWaste, 'doseWasted');
    }
    return pass('No sign that mg and mcg changed places.');
  },
};

function slip(because: string, typed: Mass, meant: Mass, goTo: FactName, trialSized = false): Verdict {
  const [unit, typedAs] = isMore(typed, meant) ? ['micrograms', 'milligrams'] : ['milligrams', 'micrograms'];
  return fail(`${because}; ${formatMass(meant)} would fit. Probably ${unit} were entered as ${typedAs}.`, {
    fix: `Check the unit beside the amount.${trialSized ? ' If this was a screening trial, change the purpose.' : ''}`,
    denial: denials.wrongUnits,
    goTo,
    billerMayCheck: true,
  });
}

/** What the waste would be in the other unit, where only that fills marketed containers together with the dose. */
function wasteMeant(hcpcs: string, encounter: Encounter): Mass | undefined {
  const { given, wasted, labeled } = encounter;
  if (isNone(wasted) || isNone(given) || labeled !== null) return undefined;
  const sizes = containerSizes(hcpcs, encounter);
  const fills = (waste: Mass | undefined): waste is Mass => waste !== undefined && canBeFilled(plus(given, waste), sizes);
  return fills(wasted) ? undefined : [thousandth(wasted), thousandfold(wasted)].find(fills);
}

function canBeFilled(total: Mass, sizes: readonly Mass[]): boolean {
  const made = smallestTotal(total, sizes);
  return made !== undefined && isSame(made, total);
}

const reservoir: Rule = {
  id: 'amounts/reservoir',
  title: 'Dose and the size of a pump',
  citations: cite('3.3', '2.32', '2.31'),
  check(claim) {
    if (!drugLine(claim) || claim.encounter.purpose !== 'pump-fill') return notApplicable('Not a pump fill.');
    const { given, strength } = claim.encounter;
    const perMl = strength ?? largestStrength;
    const full = massIn(ml(40), perMl);
    if (!isMore(given, full)) return pass(`${formatMass(given)} fits into a 40 mL reservoir at ${formatStrength(perMl)}.`);
    return needsReview(`${formatMass(given)} is more than a full 40 mL reservoir at ${formatStrength(perMl)} holds (${formatMass(full)}).`, {
      fix: 'Check the amount and its unit. Only what went into the reservoir is the dose given.',
      denial: denials.doseNotSupported,
      goTo: 'doseGiven',
      billerMayCheck: true,
    });
  },
};

const trialDose: Rule = {
  id: 'amounts/trial-dose',
  title: 'Size of the trial dose',
  citations: cite('6d', 'label trial', 'products 6', '3.3'),
  check(claim) {
    const drug = drugLine(claim);
    if (drug?.code.hcpcs !== 'J0476') return notApplicable('Not billed with the trial code.');
    const { given } = claim.encounter;
    if (!isMore(given, largestTrialStep)) return pass(`${formatMass(given)} is not above the usual largest trial dose.`);
    const refill = !isMore(mg(1), given);
    return needsReview(`${formatMass(given)} is more than the usual largest trial dose of ${formatMass(largestTrialStep)}${refill ? ', and of the size of a pump fill: J0476 would give units 200 times too many' : ''}.`, {
      fix: refill ? 'If this was a pump fill, change the purpose.' : 'Check the dose. Several steps on different days are claims of their own.',
      denial: denials.doseNotSupported,
      goTo: refill ? 'purpose' : 'doseGiven',
      billerMayCheck: true,
    });
  },
};

const strengthMarketed: Rule = {
  id: 'amounts/strength',
  title: 'Strength of the drug',
  citations: cite('products', 'products 6'),
  check({ encounter: { strength } }) {
    if (strength === null) return notApplicable('No strength was entered.');
    if (marketedStrengths.includes(strength.mcgPerMl)) return pass(`${strength.mcgPerMl} mcg/mL is a marketed strength.`);
    const meant = marketedStrengths.find((value) => value === asMgPerMl(strength).mcgPerMl);
    return needsReview(`${strength.mcgPerMl} mcg/mL is no marketed strength (${marketedStrengths.join(', ')})${meant ? `; ${strength.mcgPerMl} mg/mL is ${meant} mcg/mL` : ''}.`, {
      fix: meant ? `If the container says ${strength.mcgPerMl} mg/mL, enter ${meant}.` : 'Check the container. If the drug was diluted, enter the labeled amount opened as well.',
      denial: denials.wrongUnits,
      goTo: 'strength',
      billerMayCheck: meant === undefined,
    });
  },
};

const marketedContainers: Rule = {
  id: 'amounts/marketed-containers',
  title: 'Containers that hold this amount',
  citations: cite('products', '2.2', '2.22'),
  check(claim) {
    const drug = drugLine(claim);
    if (!drug) return notApplicable('There is no drug line.');
    if (drug.code.hcpcs === 'J0428') return notApplicable('No container for this route is marketed.');
    if (claim.encounter.container === 'multi-dose') return notApplicable('What stays in a multi-dose container is not opened drug.');
    const { labeled } = drug.amounts;
    const sizes = containerSizes(drug.code.hcpcs, claim.encounter);
    if (sizes.length === 0) return notApplicable('No container of this strength is on file.');
    const total = smallestTotal(labeled, sizes);
    if (canBeFilled(labeled, sizes)) return pass(`Marketed containers hold ${formatMass(labeled)} together.`);
    const told = claim.encounter.labeled !== null;
    const product = productOf(claim.encounter.ndc);
    const what = told ? `The labeled amount, ${formatMass(labeled)},` : `Given and wasted together, ${formatMass(labeled)},`;
    const strength = product ? ` of NDC ${product.ndc}` : claim.encounter.strength ? ' of this strength' : '';
    const problem = total
      ? `cannot be made from marketed containers${strength}. The next amount that they make is ${formatMass(total)}.`
      : 'would take hundreds of marketed containers.';
    return needsReview(`${what} ${problem}`, {
      fix: told
        ? 'Check the labels of the containers opened, and the NDC if one is entered.'
        : 'Check dose and waste: drug that was thrown away is waste even where it makes no JW line. If both are right, enter the labeled amount opened.',
      denial: denials.recordsNeeded,
      goTo: told ? 'labeledAmount' : 'doseWasted',
      billerMayCheck: told && !product,
    });
  },
};

const withinLabel: Rule = {
  id: 'amounts/within-label',
  title: 'Dose and waste within the labels',
  citations: cite('2.3', '2.6', '2.2'),
  check(claim) {
    const { labeled, given, wasted } = claim.encounter;
    if (!drugLine(claim) || labeled === null) return notApplicable('No labeled amount was entered.');
    const total = plus(given, wasted);
    if (!isMore(total, labeled)) return pass('Dose and waste together are within the labeled amount.');
    const above = formatMass(remainder(total, labeled));
    if (isNone(wasted)) {
      return needsReview(`${formatMass(given)} was given and the labels hold ${formatMass(labeled)}: ${above} is overfill, or a container is missing. Only the label is billed.`, {
        fix: 'Check the dose and the labels.',
        denial: denials.wrongUnits,
        goTo: 'labeledAmount',
        billerMayCheck: true,
      });
    }
    return fail(`Given and wasted together are ${formatMass(total)}, ${above} more than the labels hold (${formatMass(labeled)}).`, {
      fix: 'Correct the dose, the waste or the labeled amount. Overfill is never billed.',
      denial: denials.wrongUnits,
      goTo: 'labeledAmount',
    });
  },
};

/** Whether marketed containers of the same strength would have wasted at least one whole unit less: row 2.20. */
const smallestPackage: Rule = {
  id: 'amounts/smallest-package',
  title: 'Smallest package',
  citations: cite('2.20', 'products'),
  check(claim) {
    const drug = drugLine(claim);
    if (!drug) return notApplicable('There is no drug line.');
    if (!claim.lines.some(({ of }) => of === 'discarded')) return notApplicable('No whole unit of waste is billed.');
    const { amounts, code } = drug;
    const sizes = containerSizes(code.hcpcs, claim.encounter);
    if (sizes.length === 0) return notApplicable('No container of this strength is on file.');
    const total = smallestTotal(amounts.administered, sizes);
    const saved = total ? unitsSaved(amounts, total) : 0;
    if (!total || saved < 1) return pass('No smaller set of marketed containers would have wasted a whole unit less.');
    const strength = claim.encounter.strength ? 'of this strength' : 'of some strength';
    return needsReview(`Marketed containers ${strength} with ${formatMass(total)} would have given the dose and wasted ${formatUnits({ units: saved })} less.`, {
      fix: `${claim.encounter.strength ? '' : 'Enter the strength: other strengths may not count. '}If the smaller container was not to be had, write that into the record: payers pay waste from the smallest package only.`,
      denial: denials.recordsNeeded,
      goTo: claim.encounter.strength ? 'labeledAmount' : 'strength',
      billerMayCheck: true,
    });
  },
};

function unitsSaved({ administered, discardedUnits, hcpcsDosage }: UnitsOfService, total: Mass): number {
  const wastedThen = wholeUnitsIn(total, hcpcsDosage).units - unitsRoundedUp(administered, hcpcsDosage).units;
  return discardedUnits.units - Math.max(0, wastedThen);
}

const multiDose: Rule = {
  id: 'amounts/multi-dose',
  title: 'Multi-dose container',
  citations: cite('1.6', '2.3'),
  check(claim) {
    if (claim.encounter.container !== 'multi-dose') return notApplicable('The container is single-dose.');
    const waste = isNone(claim.encounter.wasted) ? '' : ' Waste from it is not paid.';
    return needsReview(`No multi-dose baclofen injection was found, but the container is entered as multi-dose.${waste}`, {
      fix: 'Read the label. A multi-dose container takes neither JW nor JZ.',
      denial: denials.missingModifier,
      goTo: 'container',
      billerMayCheck: true,
    });
  },
};

export const plausibilityRules: readonly Rule[] = [
  unitSlip,
  reservoir,
  trialDose,
  strengthMarketed,
  marketedContainers,
  withinLabel,
  smallestPackage,
  multiDose,
];
