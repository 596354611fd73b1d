import type { Encounter } from '../engine/encounter';
import { covers, formatDate, type IsoDate } from '../engine/dated';
import { formatNdc, type Ndc11 } from '../engine/ndc';
import type { OpenedTables } from '../engine/published-tables';
import { formatMass, formatMl, isNone, isSame, isSameVolume, ndcDecimalsMost } from '../engine/quantity';
import { fail, needsReview, notApplicable, pass, rule, worstOf, type Rule } from '../engine/rule';
import { cite } from './cite';
import { denials } from './denials';
import { profileOf } from './payers';
import { crosswalksRead, isBulk, marketStatusWords, productIn, productName, products, type Product } from './products';

const ndcRule = rule({
  id: 'claim/ndc',
  title: 'NDC of the container',
  rows: cite('9.5', '9.1', 'products'),
  outcomes: ['fail', 'needs-review', 'pass', 'not-applicable'],
  check({ code, lines, tables, encounter }) {
    if (!code || lines.length === 0) return notApplicable('There is no drug line.');
    if (code.hcpcsDosage === null) return compoundHasNone;
    const { ndcs, opened } = encounter;
    const [first] = ndcs;
    if (!first) return withoutNdc(encounter);
    const unnamed = opened.some(({ ndc }) => ndc === null);
    if (ndcs.length === 1 && !unnamed) return verdictOnNdc(first, code.hcpcs, encounter, tables);
    const verdicts = ndcs.map((ndc) => verdictOnNdc(ndc, code.hcpcs, encounter, tables));
    return worstOf(unnamed ? [withoutNdc(encounter), ...verdicts] : verdicts);
  },
});

/** Row 9.8; which NDCs are asked for instead, `compounded/ingredients` says. */
const compoundHasNone = notApplicable('A compound has no NDC of its own.');

function withoutNdc(encounter: Encounter) {
  const { payer, ndcs } = encounter;
  if (payer === 'self-pay') return notApplicable('A self-pay line needs no NDC.');
  const { ndc: need, name } = profileOf(encounter);
  if (need === 'not-required') return notApplicable(`No NDC was entered; the profile ${name} says that none is needed.`);
  if (need === 'required') {
    return fail(`${ndcs.length > 0 ? 'A container was recorded without its NDC' : 'No NDC was entered'}, and with the drug line it is required: ${name}.`, {
      fix: 'Enter the NDC from the container that was used.',
      denial: denials.ndcMissing,
      goTo: 'ndc',
    });
  }
  if (payer === 'medicare-part-b') {
    return notApplicable('No NDC was entered; no Medicare text that asks for one on this line was found.');
  }
  return needsReview(`${ndcs.length > 0 ? 'A container was recorded without its NDC' : 'No NDC was entered'}; most plans read require it with the drug line.`, {
    fix: 'Enter the NDC from the container that was used.',
    denial: denials.ndcMissing,
    goTo: 'ndc',
  });
}

function verdictOnNdc(ndc: Ndc11, hcpcs: string, { strength, dateOfService }: Encounter, tables: OpenedTables) {
  if (isBulk(ndc)) {
    return fail(`${ndc} is bulk drug for further processing, which is never billed.`, {
      fix: 'Enter the NDC from the container that was used. A mixture from bulk drug is compounded.',
      denial: denials.ndcMissing,
      goTo: 'ndc',
    });
  }
  const product = productIn(tables, ndc, dateOfService);
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
  const unsettled = unsettledOf(product, dateOfService, tables);
  if (unsettled.length > 0) {
    return needsReview(`${productName(product)}, ${product.labeler}, NDC ${ndc}, fits ${hcpcs}; ${unsettled.map(({ says }) => says).join('; ')}.`, {
      fix: unsettled.map(({ fix }) => fix).join(' '),
      denial: denials.ndcMissing,
      goTo: product.singleDose === null ? 'container' : 'ndc',
      billerMayCheck: true,
    });
  }
  return pass(`${product.name}, ${product.labeler}, NDC ${ndc}, fits ${hcpcs}.`);
}

/** What is not known of a product on file for the day of service: whether it is still listed, single-dose, in a table of that day. */
function unsettledOf({ ndc, hcpcs, labeled, volume, status, singleDose }: Product, dateOfService: IsoDate, { crosswalks }: OpenedTables): { says: string; fix: string }[] {
  const opened = crosswalks.findLast((each) => covers(each, dateOfService));
  const openedRow = opened?.rows.find((row) => row.ndc === ndc && row.hcpcs === hcpcs);
  const inOpened = openedRow !== undefined;
  const differs = openedRow !== undefined && !(isSame(openedRow.labeled, labeled) && isSameVolume(openedRow.volume, volume));
  const listed = inOpened || (!opened && status === 'crosswalk-2026-01');
  const covered = opened !== undefined || covers(crosswalksRead, dateOfService);
  return [
    ...(listed ? [] : [{ says: opened ? `it is not in the CMS crosswalk of ${formatDate(opened.from)} to ${formatDate(opened.through)} that was opened` : `it is ${marketStatusWords[status]}`, fix: 'Confirm with the payer that it takes this NDC.' }]),
    ...(differs ? [{ says: 'the CMS crosswalk that was opened gives another size or strength for it', fix: 'Compare both with the label of the container.' }] : []),
    ...(singleDose === null ? [{ says: 'its label was not read, so that it is single-dose is not confirmed', fix: 'Read the label: JW and JZ are for single-dose containers only.' }] : []),
    ...(covered ? [] : [{ says: `the CMS crosswalks read, of ${formatDate(crosswalksRead.from)} to ${formatDate(crosswalksRead.through)}, do not cover the date of service`, fix: 'Look the NDC up in the CMS crosswalk of the quarter of service, or open that file here.' }]),
  ];
}

/** Which milliliters stand beside the NDC: rows 9.2, 9.6 and 9.7. */
const ndcQuantity = rule({
  id: 'claim/ndc-quantity',
  title: 'NDC quantity in milliliters',
  rows: cite('9.2', '9.6', '9.7'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check({ lines, amounts, encounter: { ndcs, payer, profile, strength, opened } }) {
    if (!amounts || ndcs.length === 0 || lines.length === 0) return notApplicable('No NDC stands on a line.');
    if (payer === 'self-pay') return notApplicable('A self-pay line needs no NDC.');
    if (payer === 'medicare-part-b' && profile?.ndc !== 'required') return notApplicable('No Medicare text that asks for an NDC quantity on this line was found.');
    const unwritten = lines.some(({ ndcQuantities }) => ndcQuantities.some(({ volume }) => volume === null));
    if (unwritten && (strength || opened.length > 0)) {
      return needsReview(`The milliliters of an NDC round to 0 with ${profile?.ndcDecimals ?? ndcDecimalsMost} decimals, and a quantity must be more than 0.`, {
        fix: 'Ask the payer how it wants so small a quantity.',
        denial: denials.ndcMissing,
        goTo: 'profile',
        billerMayCheck: true,
      });
    }
    if (unwritten) {
      return needsReview('An NDC was entered without the strength, so its milliliters are not known.', {
        fix: 'Enter the strength: the milliliters follow from it.',
        denial: denials.ndcMissing,
        goTo: 'strength',
      });
    }
    const stated = lines.map(({ ndcQuantities }) => ndcQuantities.map(({ ndc, volume, roundedFrom }) => `${volume ? formatMl(volume) : ''}${roundedFrom ? ` (rounded from ${roundedFrom})` : ''} of ${ndc ?? 'a container without an NDC'}`).join(' and ')).join('; ');
    if (!isNone(amounts.discarded) && !lines.some(({ of }) => of === 'discarded')) {
      return needsReview(`The line says ${stated}, what was given; ${formatMass(amounts.discarded)} was thrown away without a line of its own. No text on this case was found.`, {
        fix: 'Ask the payer whether it wants the milliliters given or those opened.',
        denial: denials.ndcMissing,
        billerMayCheck: true,
      });
    }
    return pass(`The lines say ${stated}.`);
  },
});

/** Several NDCs on one claim: payers differ on the lines they want (row 2.21). */
const linesPerNdc = rule({
  id: 'claim/lines-per-ndc',
  title: 'One line, or one for each NDC',
  rows: cite('2.21', '9.6'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check({ code, lines, encounter: { opened, ndcs, payer, linePerNdc, profile } }) {
    if (code?.hcpcsDosage === null) return compoundHasNone;
    if (lines.length === 0 || opened.length < 2 || ndcs.length < 2) return notApplicable('There are not several NDCs.');
    if (payer === 'self-pay') return notApplicable('No payer decides on the lines of a self-pay claim.');
    const shared = lines.filter(({ ndcQuantities }) => ndcQuantities.length > 1).map(({ lineNumber }) => lineNumber);
    const where = shared.length === 0 ? 'no line has two of them' : `line ${shared.join(' and ')} has more than one, and the claim form has room for one NDC on a line`;
    const because = `${ndcs.map(formatNdc).join(' and ')} are on this claim; ${where}.`;
    if (profile?.lines === 'per-ndc') {
      if (shared.length === 0) return pass(`${because} ${profile.name} wants a line for each NDC, and has them.`);
      return needsReview(`${because} ${profile.name} wants a line for each NDC, but one of them has no whole unit of its own there.`, {
        fix: 'Ask the payer which NDC it wants on that line.',
        denial: denials.ndcMissing,
        goTo: 'ndc',
        billerMayCheck: true,
      });
    }
    if (profile?.lines === 'one') {
      return needsReview(`${because} ${profile.name} pays one line without JW for a drug and day, so one was made.`, {
        fix: 'Ask which NDC it wants on that line.',
        denial: denials.ndcMissing,
        goTo: 'profile',
        billerMayCheck: true,
      });
    }
    if (linePerNdc) {
      return needsReview(`${because} Lines were made for each NDC; some payers pay only one line of a drug and day.`, {
        fix: 'Confirm with the payer that it wants a line for each NDC.',
        denial: denials.ndcMissing,
        goTo: 'linePerNdc',
        billerMayCheck: true,
      });
    }
    return needsReview(because, {
      fix: 'Ask the payer whether it wants a line for each NDC, or one line and which NDC on it.',
      denial: denials.ndcMissing,
      goTo: 'linePerNdc',
      switchOn: 'linePerNdc',
      billerMayCheck: true,
    });
  },
});

export const ndcRules: readonly Rule[] = [ndcRule, ndcQuantity, linesPerNdc];
