import { fail, needsReview, notApplicable, pass, type Verdict } from '../engine/verdict';
import type { DraftClaim } from '../engine/claim';
import type { FactName } from '../engine/encounter';
import {
  asMgPerMl,
  formatMass,
  formatMl,
  formatStrength,
  formatUnits,
  isMore,
  isNone,
  massIn,
  mcg,
  mcgPerMl,
  mg,
  ml,
  plus,
  thousandfold,
  thousandth,
  timesMass,
  type Mass,
} from '../engine/quantity';
import { rule, type Rule } from '../engine/rule';
import { cite } from './cite';
import { canBeFilled, containerSizes } from './containers';
import { denials } from './denials';
import { dosedLine, hasDrugLine, noAmount, noDrugLine } from './drug-line';
import { marketedStrengths } from './products';

/** The largest amount one pump takes: a full 40 mL reservoir at 2000 mcg/mL (row 3.3). */
const largestStrength = mcgPerMl(2000);
const largestReservoir = ml(40);
const fullReservoir = massIn(largestReservoir, largestStrength);
/** The usual largest trial step (rows 3.3, 6d, label trial). */
const largestTrialStep = mcg(100);

type Range = { readonly from: Mass; readonly to: Mass };
/** Sizes of a usual dose. The lower ends only tell a slip of a thousandfold from a small dose. */
const fillDoses: Range = { from: mg(1), to: fullReservoir };
const trialDoses: Range = { from: mcg(1), to: largestTrialStep };
const within = (mass: Mass | undefined, { from, to }: Range): mass is Mass =>
  mass !== undefined && !isMore(from, mass) && !isMore(mass, to);

/** From here on no dose was meant, whatever it was (row 3.3 hundredfold). */
const certainSlip = 100;
const largestOf = (hcpcs: string): Mass => (hcpcs === 'J0476' ? largestTrialStep : fullReservoir);

/** What is billed of an amount that no dose reaches, in words; null for any other, and where no payer looks. */
function beyondAnyDose({ code, totalUnits, encounter: { payer } }: DraftClaim): string | null {
  if (!code || code.hcpcsDosage === null || payer === 'self-pay') return null;
  const largest = largestOf(code.hcpcs);
  const billed = timesMass(code.hcpcsDosage, totalUnits.units);
  if (isMore(timesMass(largest, certainSlip), billed)) return null;
  return (
    `${formatUnits(totalUnits)} are ${formatMass(billed)}, a hundred times ` +
    `${code.hcpcs === 'J0476' ? 'the usual largest trial dose' : 'a full 40 mL reservoir'} ` +
    `(${formatMass(largest)}) or more`
  );
}

/** A slip of the unit: likely where the other unit fits, certain where the amount is beyond any dose. */
const unitSlip = rule({
  id: 'amounts/unit-slip',
  title: 'mg and mcg',
  rows: cite('products 6', '1.11', '3.3', '3.3 hundredfold'),
  outcomes: ['fail', 'pass', 'not-applicable'],
  check(claim) {
    const likely = likelySlip(claim);
    const beyond = beyondAnyDose(claim);
    if (!beyond) return likely;
    return fail(`${beyond}.${likely.outcome === 'fail' ? ` ${likely.because}` : ''}`, {
      fix: likely.fix ?? 'Check the amounts and the units beside them.',
      denial: denials.wrongUnits,
      goTo: likely.goTo ?? 'doseGiven',
      certain: true,
    });
  },
});

/**
 * mg typed for mcg, or the reverse: the amount as typed is no usual one, and a thousandth or a thousandfold of it is
 * (products 6).
 */
function likelySlip(claim: DraftClaim): Verdict<'fail' | 'pass' | 'not-applicable'> {
  const drug = dosedLine(claim);
  if (!drug) return noAmount(claim);
  const { given, wasted, purpose } = claim.encounter;
  if (purpose !== 'other-injection') {
    const usual = purpose === 'screening-trial' ? trialDoses : fillDoses;
    const meant = isMore(given, usual.to) ? thousandth(given) : thousandfold(given);
    if (!within(given, usual) && within(meant, usual)) {
      const what = purpose === 'screening-trial' ? 'trial dose' : 'pump fill';
      return slip(
        `${formatMass(given)} is ${isMore(given, meant) ? 'more' : 'less'} than any usual ${what}`,
        given,
        meant,
        'doseGiven',
        within(given, trialDoses),
      );
    }
  }
  const meantWaste = wasteMeant(drug.code.hcpcs, claim);
  if (meantWaste) {
    return slip(
      `${formatMass(given)} given and ${formatMass(wasted)} wasted fill no set of containers on file for this drug`,
      wasted,
      meantWaste,
      'doseWasted',
    );
  }
  return pass('No sign was found that mg and mcg changed places.');
}

function slip(because: string, typed: Mass, meant: Mass, goTo: FactName, trialSized = false) {
  const [unit, typedAs] = isMore(typed, meant) ? ['mcg', 'mg'] : ['mg', 'mcg'];
  return fail(`${because}. ${formatMass(meant)} would fit. It looks as if ${unit} was entered as ${typedAs}.`, {
    fix: `Check the unit beside the amount.${trialSized ? ' If this was a screening trial, change the purpose.' : ''}`,
    denial: denials.wrongUnits,
    goTo,
    billerMayCheck: true,
  });
}

/**
 * What the waste would be in the other unit, where only that fills marketed containers together with the dose. No more
 * is ever left of a fill than the largest pump takes (row 3.3).
 */
function wasteMeant(hcpcs: string, claim: DraftClaim): Mass | undefined {
  const { given, wasted, labeled } = claim.encounter;
  if (isNone(wasted) || isNone(given) || labeled !== null) return undefined;
  const sizes = containerSizes(hcpcs, claim);
  const fills = (waste: Mass | undefined): waste is Mass =>
    waste !== undefined && !isMore(waste, fullReservoir) && canBeFilled(plus(given, waste), sizes);
  return fills(wasted) ? undefined : [thousandth(wasted), thousandfold(wasted)].find(fills);
}

const reservoir = rule({
  id: 'amounts/reservoir',
  title: 'Dose and the size of a pump',
  rows: cite('3.3', '2.32', '2.31'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check(claim) {
    const { given, purpose, drugSource, pumpFill } = claim.encounter;
    if (purpose !== 'pump-fill') return notApplicable('Not a pump fill.');
    if (!hasDrugLine(claim)) return noDrugLine;
    const strength = claim.encounter.strength ?? claim.encounter.concentration;
    if (drugSource === 'compounded' && !strength && !pumpFill)
      return notApplicable('A compound may have any strength, and none is entered.');
    const perMl = strength ?? largestStrength;
    if (pumpFill)
      return pass(`${formatMl(pumpFill.instilled)} instilled fits into the ${formatMl(pumpFill.reservoir)} reservoir.`);
    const size = largestReservoir;
    const full = massIn(size, perMl);
    const reservoirWords = `${formatMl(size)} reservoir at ${formatStrength(perMl)}`;
    const missing = strength ? '' : ', nor one strength';
    const assumed = `The size of the pump is not entered${missing}, so the largest on file was taken.`;
    if (!isMore(given, full)) return pass(`${formatMass(given)} fits into a ${reservoirWords}. ${assumed}`);
    return needsReview(
      `${formatMass(given)} is more than a full ${reservoirWords} holds: ${formatMass(full)}. ${assumed}`,
      {
        fix: 'Check the amount and its unit. Count as dose given only what went into the reservoir.',
        denial: denials.doseNotSupported,
        goTo: 'doseGiven',
        billerMayCheck: true,
      },
    );
  },
});

const trialDose = rule({
  id: 'amounts/trial-dose',
  title: 'Size of the trial dose',
  rows: cite('6d', 'label trial', 'products 6', '3.3'),
  outcomes: ['fail', 'needs-review', 'pass', 'not-applicable'],
  check(claim) {
    const drug = dosedLine(claim);
    if (!drug) return noAmount(claim);
    const { given, profile, purpose } = claim.encounter;
    const cap = profile?.largestTrialDose ?? null;
    if (cap !== null && purpose === 'screening-trial' && isMore(given, cap)) {
      return fail(
        `${formatMass(given)} is more than the ${formatMass(cap)} that ${profile?.name} takes as a trial dose.`,
        {
          fix: 'Check the dose. If it is right, ask the plan before the claim goes out.',
          denial: denials.doseNotSupported,
          goTo: 'doseGiven',
          billerMayCheck: true,
        },
      );
    }
    if (drug.code.hcpcs !== 'J0476') return notApplicable('Not billed with the trial code.');
    if (!isMore(given, largestTrialStep))
      return pass(`${formatMass(given)} is not above the usual largest trial dose.`);
    const refill = !isMore(mg(1), given);
    const tooMany = refill ? ' It has the size of a pump fill. J0476 would then give units 200 times too many.' : '';
    return needsReview(
      `${formatMass(given)} is more than the usual largest trial dose of ${formatMass(largestTrialStep)}.${tooMany}`,
      {
        fix: refill
          ? 'If this was a pump fill, change the purpose.'
          : 'Check the dose. Steps of a trial on other days go on a claim of their own.',
        denial: denials.doseNotSupported,
        goTo: refill ? 'purpose' : 'doseGiven',
        billerMayCheck: true,
      },
    );
  },
});

const strengthMarketed = rule({
  id: 'amounts/strength',
  title: 'Strength of the drug',
  rows: cite('products', 'products 6'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check({ encounter: { strength: only, opened, drugSource } }) {
    if (drugSource === 'compounded') return notApplicable('A compound may have any strength.');
    const told = opened.length > 0 ? opened.map((each) => each.strength) : only ? [only] : [];
    const strength = told.find(({ mcgPerMl: perMl }) => !marketedStrengths.includes(perMl)) ?? told[0];
    if (!strength) return notApplicable('No strength was entered.');
    if (marketedStrengths.includes(strength.mcgPerMl))
      return pass(`${strength.mcgPerMl} mcg/mL is a marketed strength.`);
    const meant = marketedStrengths.find((value) => value === asMgPerMl(strength).mcgPerMl);
    const inMg = meant ? ` ${strength.mcgPerMl} mg/mL is ${meant} mcg/mL.` : '';
    return needsReview(
      `${strength.mcgPerMl} mcg/mL is no marketed strength on file. ` +
        `Those on file are ${marketedStrengths.join(', ')} mcg/mL.${inMg}`,
      {
        fix: meant
          ? `If the container says ${strength.mcgPerMl} mg/mL, enter ${meant}.`
          : 'Check the container. If the drug was diluted, enter the labeled amount opened as well.',
        denial: denials.wrongUnits,
        goTo: 'strength',
        billerMayCheck: meant === undefined,
      },
    );
  },
});

export const plausibilityRules: readonly Rule[] = [unitSlip, reservoir, trialDose, strengthMarketed];
