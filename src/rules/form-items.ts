import type { DraftClaim, FormItems } from '../engine/claim';
import type { Setting } from '../engine/encounter';
import type { Ndc11 } from '../engine/ndc';
import type { NdcLayout } from '../engine/payer-profile';
import { formatMl, type Volume } from '../engine/quantity';
import { profileOf } from './payers';

/** Item 24B of a professional claim (row place of service). Hospitals bill on the UB-04, which has none. */
const placeOfService = {
  office: '11',
  'hospital-outpatient': '22 or 19 (professional claim)',
  asc: '24',
  'critical-access-hospital': 'ask the hospital',
  rhc: '72',
  fqhc: '50',
  inpatient: '21 (professional claim)',
  'dme-supplier': 'not for this drug',
} as const satisfies Record<Setting, string>;

/** The number as item 23 takes it, without hyphens and spaces: row 7.1. */
export const itemTwentyThree = (authorizationNumber: string): string => authorizationNumber.replace(/[\s\p{Pd}]+/gu, '');

/** The paper layouts of NDC and quantity, which disagree: row 9.3. */
const layouts = {
  nucc: { name: 'NUCC', text: (ndc: Ndc11, volume: Volume) => `N4${ndc} ML${mlDigits(volume)}` },
  medicare: { name: 'Medicare positions', text: (ndc: Ndc11, volume: Volume) => `N4${ndc}   ML${mlDigits(volume)}` },
  'medi-cal': { name: 'Medi-Cal: N4 and NDC in 24A, the quantity without a point in 24D', text: (ndc: Ndc11, { uL }: Volume) => `N4${ndc} ML${String(uL).padStart(10, '0')}` },
} as const satisfies Record<NdcLayout, { name: string; text: (ndc: Ndc11, volume: Volume) => string }>;

/** "12.5": milliliters without their unit. */
const mlDigits = (volume: Volume): string => formatMl(volume).replace(' mL', '').replaceAll(',', '');

function shadedOf({ lines, encounter }: DraftClaim): FormItems['shaded'] {
  const { name, text } = layouts[profileOf(encounter).ndcLayout ?? 'nucc'];
  return {
    layout: name,
    lines: lines.flatMap(({ lineNumber, ndcQuantities }) => {
      const [only, other] = ndcQuantities;
      return only?.ndc && only.volume && !other ? [{ lineNumber, text: text(only.ndc, only.volume) }] : [];
    }),
  };
}

export function formItems(claim: DraftClaim): FormItems {
  const { setting, priorAuthorization } = claim.encounter;
  const number = 'number' in priorAuthorization ? priorAuthorization.number : null;
  return { placeOfService: placeOfService[setting], authorizationNumber: number && itemTwentyThree(number), shaded: shadedOf(claim) };
}
