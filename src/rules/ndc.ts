import { fail, needsReview, notApplicable, pass, worstOf } from '../engine/verdict';
import type { DraftClaim, NdcQuantity, ServiceLine, UnitsOfService } from '../engine/claim';
import type { Encounter } from '../engine/encounter';
import { covers, formatDate, formatSpan, type IsoDate } from '../engine/dated';
import { formatNdc, type Ndc11 } from '../engine/ndc';
import type { PayerProfile } from '../engine/payer-profile';
import type { OpenedCrosswalk, OpenedTables } from '../engine/published-tables';
import {
  formatMass,
  formatMl,
  isMoreVolume,
  isNone,
  isSame,
  isSameVolume,
  ml,
  ndcDecimalsMost,
  sumOfVolumes,
} from '../engine/quantity';
import { rule, type Rule } from '../engine/rule';
import { inWords } from '../engine/typed';
import { cite } from './cite';
import { denials } from './denials';
import { hasDrugLine, noDrugLine } from './drug-line';
import { profileOf } from './payers';
import {
  brandOf,
  crosswalksRead,
  fdaListedThrough,
  isBulk,
  productIn,
  productName,
  products,
  seenSays,
  type Product,
} from './products';

const ndcRule = rule({
  id: 'claim/ndc',
  title: 'NDC of the container',
  rows: cite('9.5', '9.1', 'products', 'products crosswalk', 'products listing'),
  outcomes: ['fail', 'needs-review', 'pass', 'not-applicable'],
  check(claim) {
    if (!hasDrugLine(claim)) return noDrugLine;
    const { code, tables, encounter } = claim;
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
  if (need === 'not-required')
    return notApplicable(`No NDC was entered. The profile ${name} says that none is needed.`);
  const lacks = ndcs.length > 0 ? 'One container has no NDC.' : 'No NDC was entered.';
  const more = {
    fix: 'Enter the NDC from the container that was used.',
    denial: denials.ndcMissing,
    goTo: 'ndc',
  } as const;
  if (need === 'required') return fail(`${lacks} It is required with the drug line: ${name}.`, more);
  if (payer === 'medicare-part-b')
    return notApplicable('No NDC was entered. No Medicare text was found that asks for one on this line.');
  return needsReview(`${lacks} Most plans read require it with the drug line.`, more);
}

function verdictOnNdc(ndc: Ndc11, hcpcs: string, { strength, dateOfService }: Encounter, tables: OpenedTables) {
  if (isBulk(ndc)) {
    return fail(`${ndc} is bulk drug for further work. It is never billed.`, {
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
    return fail(`NDC ${ndc} (${brandOf(product)}) belongs to ${product.hcpcs}, but ${hcpcs} is on the line.`, {
      fix: 'Check the NDC, the purpose and the route.',
      denial: denials.ndcMissing,
      goTo: 'ndc',
    });
  }
  if (strength && strength.mcgPerMl !== product.strength.mcgPerMl) {
    const holds = `NDC ${ndc} (${brandOf(product)}) holds ${product.strength.mcgPerMl} mcg/mL`;
    return needsReview(`${holds}, but ${strength.mcgPerMl} mcg/mL was entered.`, {
      fix: 'Check the strength and the NDC. If the drug was diluted, record it.',
      denial: denials.ndcMissing,
      goTo: 'strength',
      billerMayCheck: true,
    });
  }
  return fittingProduct(product, unsettledOf(product, dateOfService, tables));
}

function fittingProduct(product: Product, unsettled: readonly Unsettled[]) {
  const fitting = `NDC ${product.ndc} is ${productName(product)}, which fits ${product.hcpcs}.`;
  if (unsettled.length === 0) return pass(fitting);
  return needsReview([fitting, ...unsettled.map(({ says }) => says)].join(' '), {
    fix: unsettled.map(({ fix }) => fix).join(' '),
    denial: denials.ndcMissing,
    goTo: product.singleDose === null ? 'container' : 'ndc',
    billerMayCheck: true,
  });
}

type Unsettled = { readonly says: string; readonly fix: string };

/**
 * What is not known of a product on file for the day of service: whether it is in a crosswalk of that day, still
 * listed, single-dose.
 */
function unsettledOf(product: Product, dateOfService: IsoDate, tables: OpenedTables): Unsettled[] {
  const listing = fdaListedThrough(product.ndc);
  return [
    ...crosswalkDoubts(product, dateOfService, tables),
    ...(listing && dateOfService > listing
      ? [
          {
            says: `Its FDA listing, as read, runs to ${formatDate(listing)}. That may be the yearly renewal alone.`,
            fix: 'Look the NDC up at the FDA.',
          },
        ]
      : []),
    ...(product.singleDose === null
      ? [
          {
            says: 'Its label was not read, so single-dose is not confirmed.',
            fix: 'Read the label: JW and JZ are for single-dose containers only.',
          },
        ]
      : []),
  ];
}

const askPayer = 'A missing row is not a ban. Ask the payer whether it takes this NDC.';

/** A crosswalk of the day that was opened comes before what came with the page. */
function crosswalkDoubts(product: Product, dateOfService: IsoDate, { crosswalks }: OpenedTables): Unsettled[] {
  const opened = crosswalks.findLast((each) => covers(each, dateOfService));
  return opened ? openedDoubts(product, opened) : doubtsOnFile(product, dateOfService);
}

function openedDoubts({ ndc, hcpcs, labeled, volume }: Product, opened: OpenedCrosswalk): Unsettled[] {
  const inOpened = opened.rows.find((row) => row.ndc === ndc && row.hcpcs === hcpcs);
  if (!inOpened)
    return [{ says: `It is not in the CMS crosswalk of ${formatSpan(opened)} that was opened.`, fix: askPayer }];
  if (isSame(inOpened.labeled, labeled) && isSameVolume(inOpened.volume, volume)) return [];
  return [
    {
      says: 'The CMS crosswalk that was opened has another size or strength for it.',
      fix: 'Compare both with the label of the container.',
    },
  ];
}

function doubtsOnFile(product: Product, dateOfService: IsoDate): Unsettled[] {
  const ofDay = crosswalksRead.find((each) => covers(each, dateOfService));
  if (ofDay?.value.has(product.ndc)) return [];
  if (ofDay) {
    const seen = seenSays(product);
    return [
      {
        says: isLatest(ofDay) ? seen : `It is not in the CMS crosswalk of ${formatSpan(ofDay)}. ${seen}`,
        fix: askPayer,
      },
    ];
  }
  return [
    {
      says:
        `The CMS crosswalk for ${formatDate(dateOfService)} was not read, so the NDC is not checked. ` +
        `${seenSays(product)}`,
      fix: 'Look the NDC up in the CMS crosswalk of the quarter of service. Or open that file here.',
    },
  ];
}

const isLatest = (crosswalk: (typeof crosswalksRead)[number]): boolean => crosswalk === crosswalksRead.at(-1);

const quantityWords = ({ ndc, volume, roundedFrom }: NdcQuantity): string =>
  `${volume ? formatMl(volume) : ''}${roundedFrom ? ` (rounded from ${roundedFrom})` : ''} of ` +
  `${ndc ?? 'a container without an NDC'}`;

/** Which milliliters stand beside the NDC: rows 9.2, 9.6 and 9.7. */
const ndcQuantity = rule({
  id: 'claim/ndc-quantity',
  title: 'NDC quantity in mL',
  rows: cite('9.2', '9.6', '9.7'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check(claim) {
    const { lines, amounts, encounter } = claim;
    const { ndcs, payer, profile } = encounter;
    const isNamed = lines.some(({ ndcQuantities }) => ndcQuantities.length > 0);
    if (!amounts || ndcs.length === 0 || !isNamed) return notApplicable('No NDC stands on a line.');
    if (payer === 'self-pay') return notApplicable('A self-pay line needs no NDC.');
    if (payer === 'medicare-part-b' && profile?.ndc !== 'required') {
      return notApplicable('No Medicare text was found that asks for an NDC quantity on this line.');
    }
    if (lines.some(lacksMl)) return withoutMl(encounter);
    const stated = statedOn(lines);
    const hasWasteLine = lines.some(({ of }) => of === 'discarded');
    if (!isNone(amounts.discarded) && !hasWasteLine) return wasteWithoutLine(stated, amounts);
    if (ndcRule.check(claim).outcome === 'fail') {
      const more = { fix: 'Check the NDC first. Then check its mL.', denial: denials.ndcMissing, goTo: 'ndc' } as const;
      return needsReview(`${stated} But the NDC does not fit the line.`, more);
    }
    const beyond = beyondPump(claim);
    if (beyond) return beyond;
    if (lines.some(({ ndcQuantities }) => ndcQuantities.length > 1)) {
      return notApplicable(`${stated} First settle which NDC goes on the line.`);
    }
    return pass(stated);
  },
});

/** "Line 1 says 18 mL of 66794-0157-02." */
const statedOn = (lines: readonly ServiceLine[]): string => lines.flatMap(statedOnLine).join(' ');
const statedOnLine = ({ lineNumber, ndcQuantities }: ServiceLine): readonly string[] =>
  ndcQuantities.map((each) => `Line ${lineNumber} says ${quantityWords(each)}.`);

const lacksMl = ({ ndcQuantities }: ServiceLine): boolean => ndcQuantities.some(({ volume }) => volume === null);

/** An NDC on a line without its mL: too little to be written, or nothing tells them. */
function withoutMl({ profile, strength, opened }: Encounter) {
  if (strength || opened.length > 0) {
    const decimals = profile?.ndcDecimals ?? ndcDecimalsMost;
    return needsReview(`The mL of an NDC round to 0 with ${decimals} decimals. An NDC quantity must be more than 0.`, {
      fix: 'Ask the payer how it wants so small a quantity.',
      denial: denials.ndcMissing,
      goTo: 'profile',
      billerMayCheck: true,
      settledBy: 'payer',
    });
  }
  return needsReview('An NDC was entered without the strength, so its mL are not known.', {
    fix: 'Enter the strength: the mL follow from it.',
    denial: denials.ndcMissing,
    goTo: 'strength',
  });
}

function wasteWithoutLine(stated: string, { discarded }: UnitsOfService) {
  const waste = `${formatMass(discarded)} was thrown away, which makes no line of its own.`;
  return needsReview(`${stated} That is what was given. ${waste} No text on this case was found.`, {
    fix: 'Ask the payer: does it want the mL given, or the mL opened?',
    denial: denials.ndcMissing,
    billerMayCheck: true,
    settledBy: 'payer',
  });
}

/** The largest pump reservoir on file: row 3.3. */
const largestReservoir = ml(40);

/** More mL of an NDC than a pump holds, where no containers were entered that tell of them. */
function beyondPump({ lines, encounter: { opened } }: DraftClaim) {
  const stated = sumOfVolumes(
    lines.flatMap(({ ndcQuantities }) => ndcQuantities.flatMap(({ volume }) => volume ?? [])),
  );
  if (opened.length > 0 || !isMoreVolume(stated, largestReservoir)) return null;
  return needsReview(
    `${formatMl(stated)} of the NDC is more than the ${formatMl(largestReservoir)} of the largest pump on file.`,
    {
      fix: 'Check the strength and the amounts.',
      denial: denials.ndcMissing,
      goTo: 'strength',
    },
  );
}

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
    const because = `${inWords(ndcs.map(formatNdc))} are on this claim. ${sharedInWords(shared)}`;
    if (profile?.lines) return linesWanted(because, profile, shared.length > 0);
    if (linePerNdc) {
      return needsReview(`${because} Lines were made for each NDC. Some payers pay only one line of a drug and day.`, {
        ...askOfLines,
        fix: 'Ask the payer whether it wants a line for each NDC.',
        goTo: 'linePerNdc',
      });
    }
    return needsReview(because, {
      ...askOfLines,
      fix: 'Ask the payer: does it want a line for each NDC, or one line, and which NDC on it?',
      goTo: 'linePerNdc',
      switchOn: 'linePerNdc',
    });
  },
});

const askOfLines = { denial: denials.ndcMissing, billerMayCheck: true } as const;

/** The lines that hold several NDCs, by their numbers. */
function sharedInWords(shared: readonly number[]): string {
  if (shared.length === 0) return 'No line has two of them.';
  const which = shared.length === 1 ? `Line ${shared[0]} has` : `Lines ${shared.join(' and ')} each have`;
  return `${which} more than one. The claim form has room for one NDC on a line.`;
}

/** What the profile says of the lines of one drug and day, and whether they are so. */
function linesWanted(because: string, { name, lines }: PayerProfile, isShared: boolean) {
  if (lines === 'one') {
    return needsReview(`${because} ${name} pays one line without JW for a drug and day, so one was made.`, {
      ...askOfLines,
      fix: 'Ask which NDC it wants on that line.',
      goTo: 'profile',
    });
  }
  const wants = `${because} ${name} wants a line for each NDC`;
  if (!isShared) return pass(`${wants}, and has them.`);
  return needsReview(`${wants}, but one of them has no whole unit of its own there.`, {
    ...askOfLines,
    fix: 'Ask the payer which NDC it wants on that line.',
    goTo: 'ndc',
  });
}

export const ndcRules: readonly Rule[] = [ndcRule, ndcQuantity, linesPerNdc];
