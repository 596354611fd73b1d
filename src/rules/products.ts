import { day, formatDate } from '../engine/dated';
import { labelDigits, readNdc, type Ndc11, type NdcSegments } from '../engine/ndc';
import { formatMass, formatMl, formatStrength, isNone, massIn, mcgPerMl, ml, type Mass, type Strength, type Volume } from '../engine/quantity';
import type { Encounter } from '../engine/encounter';
import { fail, needsReview, notApplicable, pass, worstOf, type Rule, type Verdict } from '../engine/rule';
import { cite } from './citations';
import { denials } from './denials';

/** Where a container was last seen, in words. */
export const marketStatusWords = {
  'crosswalk-2026-01': 'in the CMS crosswalk of January 2026',
  'legacy-2025-10': 'old stock: last in the CMS crosswalk of October 2025',
  'fda-listed-2026-09': 'listed by the FDA in September 2026, in no CMS crosswalk read',
  'listed-2023-10': 'not confirmed: listed in October 2023, in no CMS crosswalk read',
  'label-2023': 'not confirmed: its label of 2023 was read, in no CMS crosswalk read',
  'not-confirmed': 'not confirmed: a catalog alone names it',
} as const;
export type MarketStatus = keyof typeof marketStatusWords;

/** Whether a container is offered as one that could have been bought: seen on a list of 2026. */
export const isMarketed = ({ status }: Product): boolean => status === 'crosswalk-2026-01' || status === 'fda-listed-2026-09';

/** One container of a marketed product. An NDC may hold several: counts are of containers, never of cartons. */
export type Product = {
  readonly ndc: Ndc11;
  readonly name: string;
  readonly labeler: string;
  readonly containerType: string;
  readonly volume: Volume;
  readonly strength: Strength;
  readonly labeled: Mass;
  readonly containersPerNdc: number;
  readonly hcpcs: 'J0475' | 'J0476';
  /** Null: the label was not read. */
  readonly singleDose: true | null;
  readonly status: MarketStatus;
};

type Row = readonly [string, string, string, string, number, number, number, 'J0475' | 'J0476', true | null, MarketStatus];

/** NDC, name, labeler, container, mL, mcg/mL, containers in the NDC, code, single-dose by its label, last seen. Row `products`. */
const rows: readonly Row[] = [
  ['66794015501', 'Gablofen', 'Piramal Critical Care Inc', 'prefilled syringe', 20, 500, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['66794015502', 'Gablofen', 'Piramal Critical Care Inc', 'vial', 20, 500, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['66794015601', 'Gablofen', 'Piramal Critical Care Inc', 'prefilled syringe', 20, 1000, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['66794015602', 'Gablofen', 'Piramal Critical Care Inc', 'vial', 20, 1000, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['66794015701', 'Gablofen', 'Piramal Critical Care Inc', 'prefilled syringe', 20, 2000, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['66794015702', 'Gablofen', 'Piramal Critical Care Inc', 'vial', 20, 2000, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['66794015101', 'Gablofen', 'Piramal Critical Care Inc', 'prefilled syringe', 1, 50, 1, 'J0476', true, 'crosswalk-2026-01'],
  ['70121249605', 'Lioresal Intrathecal', 'Amneal Pharmaceuticals LLC', 'ampule', 1, 50, 5, 'J0476', true, 'crosswalk-2026-01'],
  ['70121250101', 'Lioresal Intrathecal', 'Amneal Pharmaceuticals LLC', 'ampule', 20, 500, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['70121250202', 'Lioresal Intrathecal', 'Amneal Pharmaceuticals LLC', 'ampule', 5, 2000, 2, 'J0475', true, 'crosswalk-2026-01'],
  ['70121250301', 'Lioresal Intrathecal', 'Amneal Pharmaceuticals LLC', 'ampule', 20, 2000, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['70121250402', 'Lioresal Intrathecal', 'Amneal Pharmaceuticals LLC', 'ampule', 20, 500, 2, 'J0475', true, 'crosswalk-2026-01'],
  ['70121250502', 'Lioresal Intrathecal', 'Amneal Pharmaceuticals LLC', 'ampule', 20, 2000, 2, 'J0475', true, 'crosswalk-2026-01'],
  ['70257056001', 'Lioresal Intrathecal', 'Saol Therapeutics Inc.', 'ampule', 20, 500, 1, 'J0475', true, 'legacy-2025-10'],
  ['70257056002', 'Lioresal Intrathecal', 'Saol Therapeutics Inc.', 'ampule', 20, 500, 2, 'J0475', true, 'legacy-2025-10'],
  ['70257056102', 'Lioresal Intrathecal', 'Saol Therapeutics Inc.', 'ampule', 5, 2000, 2, 'J0475', true, 'legacy-2025-10'],
  ['70257056301', 'Lioresal Intrathecal', 'Saol Therapeutics Inc.', 'ampule', 20, 2000, 1, 'J0475', true, 'legacy-2025-10'],
  ['70257056302', 'Lioresal Intrathecal', 'Saol Therapeutics Inc.', 'ampule', 20, 2000, 2, 'J0475', true, 'legacy-2025-10'],
  ['70257056255', 'Lioresal Intrathecal', 'Saol Therapeutics Inc.', 'ampule', 1, 50, 5, 'J0476', true, 'crosswalk-2026-01'],
  ['25021067820', 'Baclofen injection', 'Sagent Pharmaceuticals', 'vial', 20, 500, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['25021068020', 'Baclofen injection', 'Sagent Pharmaceuticals', 'vial', 20, 1000, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['25021067920', 'Baclofen injection', 'Sagent Pharmaceuticals', 'vial', 20, 2000, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['25021068171', 'Baclofen injection', 'Sagent Pharmaceuticals', 'prefilled syringe', 1, 50, 2, 'J0476', null, 'crosswalk-2026-01'],
  ['67457056220', 'Baclofen injection', 'Mylan Institutional LLC', 'vial', 20, 500, 1, 'J0475', null, 'crosswalk-2026-01'],
  ['67457056320', 'Baclofen injection', 'Mylan Institutional LLC', 'vial', 20, 1000, 1, 'J0475', null, 'crosswalk-2026-01'],
  ['67457056420', 'Baclofen injection', 'Mylan Institutional LLC', 'vial', 20, 2000, 1, 'J0475', null, 'crosswalk-2026-01'],
  ['14789016105', 'Baclofen injection', 'Nexus Pharmaceuticals, LLC', 'vial', 20, 2000, 1, 'J0475', true, 'crosswalk-2026-01'],
  ['14789016101', 'Baclofen injection', 'Nexus Pharmaceuticals, LLC', 'vial', 20, 2000, 1, 'J0475', null, 'not-confirmed'],
  ['70511012210', 'Baclofen injection', 'MAIA Pharmaceuticals, Inc.', 'vial', 20, 500, 1, 'J0475', true, 'label-2023'],
  ['70511012320', 'Baclofen injection', 'MAIA Pharmaceuticals, Inc.', 'vial', 20, 1000, 1, 'J0475', true, 'label-2023'],
  ['70511012410', 'Baclofen injection', 'MAIA Pharmaceuticals, Inc.', 'vial', 20, 2000, 1, 'J0475', true, 'label-2023'],
  ['70511012180', 'Baclofen injection', 'MAIA Pharmaceuticals, Inc.', 'prefilled syringe', 1, 50, 2, 'J0476', null, 'fda-listed-2026-09'],
  ['72888014536', 'Baclofen injection', 'Advagen Pharma Limited', 'vial', 20, 500, 1, 'J0475', null, 'listed-2023-10'],
  ['72888014636', 'Baclofen injection', 'Advagen Pharma Limited', 'vial', 20, 1000, 1, 'J0475', null, 'fda-listed-2026-09'],
  ['72888014736', 'Baclofen injection', 'Advagen Pharma Limited', 'vial', 20, 2000, 1, 'J0475', null, 'listed-2023-10'],
];

export const products: readonly Product[] = rows.map(
  ([ndc, name, labeler, containerType, milliliters, strength, containersPerNdc, hcpcs, singleDose, status]) => ({
    ndc: knownNdc(ndc),
    name,
    labeler,
    containerType,
    volume: ml(milliliters),
    strength: mcgPerMl(strength),
    labeled: massIn(ml(milliliters), mcgPerMl(strength)),
    containersPerNdc,
    hcpcs,
    singleDose,
    status,
  }),
);

/** In mcg/mL, weakest first. */
export const marketedStrengths: readonly number[] = [...new Set(products.map(({ strength }) => strength.mcgPerMl))].sort((a, b) => a - b);

function knownNdc(text: string): Ndc11 {
  const reading = readNdc(text);
  if (!('ndc' in reading)) throw new Error(`Not an NDC in the product table: ${text}`);
  return reading.ndc;
}

/** Labelers whose labels print 5-4-1; all others on file print 5-3-2 (row `products`). */
const segmentsOf = (ndc: Ndc11): NdcSegments => (ndc.startsWith('70121') ? [5, 4, 1] : [5, 3, 2]);

/** The container whose label has these ten digits, as its barcode holds them. */
export const productOfLabel = (digits: string): Product | undefined =>
  products.find(({ ndc }) => labelDigits(ndc, segmentsOf(ndc)) === digits);

/** What people call it: the brand, or the labeler where there is none. */
export const brandOf = ({ name, labeler }: Product): string => (name === 'Baclofen injection' ? `${labeler.split(' ')[0]} baclofen` : name);

/** "Gablofen 2000 mcg/mL, 20 mL vial". */
export const productName = (product: Product): string =>
  `${brandOf(product)} ${formatStrength(product.strength)}, ${formatMl(product.volume)} ${product.containerType}`;

export const productOf = (ndc: Ndc11 | null): Product | undefined =>
  ndc === null ? undefined : products.find((product) => product.ndc === ndc);

/** The quarters of the CMS NDC crosswalks that were read; they agree on every container (row products). */
export const crosswalksRead = { from: day('2024-01-01'), through: day('2026-03-31') };

/** Baclofen for further processing, never billed: rows 2e and products 8. */
const bulk = ['68055', '813716004'];
export const isBulk = (ndc: Ndc11): boolean => bulk.some((start) => ndc.startsWith(start));

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

export const productRules: readonly Rule[] = [ndcRule, ndcQuantity, linesPerNdc];
