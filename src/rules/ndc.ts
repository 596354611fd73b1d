import type { Encounter } from '../engine/encounter';
import { formatDate } from '../engine/dated';
import type { Ndc11 } from '../engine/ndc';
import { formatMass, formatMl, isNone } from '../engine/quantity';
import { fail, needsReview, notApplicable, pass, worstOf, type Rule, type Verdict } from '../engine/rule';
import { cite } from './citations';
import { denials } from './denials';
import { crosswalksRead, isBulk, productOf, products } from './products';

const ndcRule: Rule = {
  id: 'claim/ndc',
  title: 'NDC of the container',
  citations: cite('9.5', '9.1', 'products'),
  check({ code, lines, encounter }) {
    if (!code || lines.length === 0) return notApplicable('There is no drug line.');
    const { ndcs, opened } = encounter;
    const [first] = ndcs;
    if (!first) return withoutNdc(encounter);
    const unnamed = opened.some(({ ndc }) => ndc === null);
    if (ndcs.length === 1 && !unnamed) return verdictOnNdc(first, code.hcpcs, encounter);
    const verdicts = ndcs.map((ndc) => verdictOnNdc(ndc, code.hcpcs, encounter));
    return worstOf(unnamed ? [withoutNdc(encounter), ...verdicts] : verdicts);
  },
};

function withoutNdc({ payer }: Encounter): Verdict {
  if (payer === 'self-pay') return notApplicable('A self-pay line needs no NDC.');
  if (payer === 'medicare-part-b') {
    return notApplicable('No NDC was entered; no Medicare text that asks for one on this line was found.');
  }
  return needsReview(`No NDC was entered; ${payer === 'medicaid' ? 'Medicaid requires it' : 'most plans read require it'} with the drug line.`, {
    fix: 'Enter the NDC from the container that was used.',
    denial: denials.ndcMissing,
    goTo: 'ndc',
  });
}

function verdictOnNdc(ndc: Ndc11, hcpcs: string, { strength, dateOfService }: Encounter): Verdict {
  if (isBulk(ndc)) {
    return fail(`${ndc} is bulk drug for further processing, which is never billed.`, {
      fix: 'Enter the NDC from the container that was used. A mixture from bulk drug is compounded.',
      denial: denials.ndcMissing,
      goTo: 'ndc',
    });
  }
  const product = productOf(ndc);
  if (!product) {
    return needsReview(`${ndc} is none of the ${products.length} baclofen containers on file.`, {
      fix: 'Compare it with the container. A new product may not be on file yet.',
      denial: denials.ndcMissing,
      goTo: 'ndc',
      billerMayCheck: true,
    });
  }
  if (product.hcpcs !== hcpcs) {
    return fail(`${product.name}, NDC ${ndc}, belongs to ${product.hcpcs}, but ${hcpcs} is on the line.`, {
      fix: 'Check the NDC, the purpose and the route.',
      denial: denials.ndcMissing,
      goTo: 'ndc',
    });
  }
  if (strength && strength.mcgPerMl !== product.strength.mcgPerMl) {
    return needsReview(`${product.name}, NDC ${ndc}, holds ${product.strength.mcgPerMl} mcg/mL, but ${strength.mcgPerMl} mcg/mL was entered.`, {
      fix: 'Check the strength and the NDC; if the drug was diluted, record it.',
      denial: denials.ndcMissing,
      goTo: 'strength',
      billerMayCheck: true,
    });
  }
  if (dateOfService < crosswalksRead.from || dateOfService > crosswalksRead.through) {
    return needsReview(`${product.name}, ${product.labeler}, NDC ${ndc}, fits ${hcpcs} in the CMS crosswalks of ${formatDate(crosswalksRead.from)} to ${formatDate(crosswalksRead.through)}, which do not cover the date of service.`, {
      fix: 'Look the NDC up in the CMS crosswalk of the quarter of service.',
      denial: denials.ndcMissing,
      goTo: 'ndc',
      billerMayCheck: true,
    });
  }
  if (product.status !== 'crosswalk-2026-01') {
    return needsReview(`${product.name}, NDC ${ndc}, is not in the newest CMS crosswalk read (January 2026).`, {
      fix: 'Confirm with the payer that it takes this NDC.',
      denial: denials.ndcMissing,
      goTo: 'ndc',
      billerMayCheck: true,
    });
  }
  if (product.singleDose === null) {
    return needsReview(`${product.name}, ${product.labeler}, NDC ${ndc}, fits ${hcpcs}, but its label was not read: that it is single-dose is not confirmed.`, {
      fix: 'Read the label. JW and JZ are for single-dose containers only.',
      denial: denials.wrongModifier,
      goTo: 'container',
      billerMayCheck: true,
    });
  }
  return pass(`${product.name}, ${product.labeler}, NDC ${ndc}, fits ${hcpcs}.`);
}

/** Which milliliters stand beside the NDC: rows 9.2, 9.6 and 9.7. */
const ndcQuantity: Rule = {
  id: 'claim/ndc-quantity',
  title: 'NDC quantity in milliliters',
  citations: cite('9.2', '9.6', '9.7'),
  check({ lines, amounts, encounter: { ndcs, payer } }) {
    if (!amounts || ndcs.length === 0 || lines.length === 0) return notApplicable('No NDC stands on a line.');
    if (payer === 'self-pay') return notApplicable('A self-pay line needs no NDC.');
    if (payer === 'medicare-part-b') return notApplicable('No Medicare text that asks for an NDC quantity on this line was found.');
    if (lines.some(({ ndcQuantities }) => ndcQuantities.some(({ volume }) => volume === null))) {
      return needsReview('An NDC was entered without the strength, so its milliliters are not known.', {
        fix: 'Enter the strength: the milliliters follow from it.',
        denial: denials.ndcMissing,
        goTo: 'strength',
      });
    }
    const stated = lines.map(({ ndcQuantities }) => ndcQuantities.map(({ volume }) => volume && formatMl(volume)).join(' and ')).join('; ');
    if (!isNone(amounts.discarded) && !lines.some(({ of }) => of === 'discarded')) {
      return needsReview(`The line says ${stated}, what was given; ${formatMass(amounts.discarded)} was thrown away without a line of its own. No text on this case was found.`, {
        fix: 'Ask the payer whether it wants the milliliters given or those opened.',
        denial: denials.ndcMissing,
        billerMayCheck: true,
      });
    }
    return pass(`The lines say ${stated}.`);
  },
};

/** Several NDCs on one claim: payers differ on the lines they want (row 2.21). */
const linesPerNdc: Rule = {
  id: 'claim/lines-per-ndc',
  title: 'One line, or one for each NDC',
  citations: cite('2.21', '9.6'),
  check({ lines, encounter: { opened, payer, linePerNdc } }) {
    if (opened.length < 2) return notApplicable('There are not several NDCs.');
    const ndcs = new Set(lines.flatMap(({ ndcQuantities }) => ndcQuantities.map(({ ndc }) => ndc)));
    if (ndcs.size < 2) return notApplicable('There are not several NDCs.');
    if (payer === 'self-pay') return notApplicable('No payer decides on the lines of a self-pay claim.');
    if (linePerNdc) {
      return needsReview(`The ${ndcs.size} NDCs have lines of their own. Some payers pay only one line of a drug and day.`, {
        fix: 'Confirm with the payer that it wants a line for each NDC.',
        denial: denials.ndcMissing,
        goTo: 'linePerNdc',
        billerMayCheck: true,
      });
    }
    return needsReview(`${ndcs.size} NDCs share a line, and the claim form has room for one NDC on a line.`, {
      fix: 'Ask the payer whether it wants a line for each NDC, or one line and which NDC on it.',
      denial: denials.ndcMissing,
      goTo: 'linePerNdc',
      switchOn: 'linePerNdc',
      billerMayCheck: true,
    });
  },
};

export const ndcRules: readonly Rule[] = [ndcRule, ndcQuantity, linesPerNdc];
