import { day, formatDate } from '../engine/dated';
import { readNdc, type Ndc11 } from '../engine/ndc';
import { massIn, mcgPerMl, ml, type Mass, type Strength, type Volume } from '../engine/quantity';
import { fail, needsReview, notApplicable, pass, type Rule } from '../engine/rule';
import { cite } from './citations';
import { denials } from './denials';

/** Where a container was last seen: a CMS crosswalk quarter, an FDA listing, or a label alone. */
export type MarketStatus =
  | 'crosswalk-2026-01'
  | 'legacy-2025-10'
  | 'fda-listed-2026-09'
  | 'listed-2023-10'
  | 'label-2023'
  | 'not-confirmed';

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

function knownNdc(text: string): Ndc11 {
  const reading = readNdc(text);
  if (!('ndc' in reading)) throw new Error(`Not an NDC in the product table: ${text}`);
  return reading.ndc;
}

export const productOf = (ndc: Ndc11 | null): Product | undefined =>
  ndc === null ? undefined : products.find((product) => product.ndc === ndc);

/** The quarters of the CMS NDC crosswalks that were read; they agree on every container (row products). */
export const crosswalksRead = { from: day('2024-01-01'), through: day('2026-03-31') };

/** Baclofen for further processing, never billed: rows 2e and products 8. */
const bulk = ['68055', '813716004'];

const ndcRule: Rule = {
  id: 'claim/ndc',
  title: 'NDC of the container',
  citations: cite('9.5', '9.1', 'products'),
  check({ code, lines, encounter: { ndc, payer, strength, dateOfService } }) {
    if (!code || lines.length === 0) return notApplicable('There is no drug line.');
    if (ndc === null) {
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
    if (bulk.some((start) => ndc.startsWith(start))) {
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
    if (product.hcpcs !== code.hcpcs) {
      return fail(`${product.name}, NDC ${ndc}, belongs to ${product.hcpcs}, but ${code.hcpcs} is on the line.`, {
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
      return needsReview(`${product.name}, ${product.labeler}, NDC ${ndc}, fits ${code.hcpcs} in the CMS crosswalks of ${formatDate(crosswalksRead.from)} to ${formatDate(crosswalksRead.through)}, which do not cover the date of service.`, {
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
      return needsReview(`${product.name}, ${product.labeler}, NDC ${ndc}, fits ${code.hcpcs}, but its label was not read: that it is single-dose is not confirmed.`, {
        fix: 'Read the label. JW and JZ are for single-dose containers only.',
        denial: denials.wrongModifier,
        goTo: 'container',
        billerMayCheck: true,
      });
    }
    return pass(`${product.name}, ${product.labeler}, NDC ${ndc}, fits ${code.hcpcs}.`);
  },
};

export const productRules: readonly Rule[] = [ndcRule];
