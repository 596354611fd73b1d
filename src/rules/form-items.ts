import type { DraftClaim, FormItems, ShadedPiece } from '../engine/claim';
import { drugLinesOf } from '../engine/claim-lines';
import type { Encounter } from '../engine/encounter';
import { ndcOnForm, type Ndc11 } from '../engine/ndc';
import type { NdcLayout } from '../engine/payer-profile';
import { digitsOfMl, type Volume } from '../engine/quantity';
import { narrativeFor } from './compounded';
import { profileOf } from './payers';
import { formOf } from './setting-form';
import { placesOfService } from './places-of-service';

function placeOfService({ setting, offCampus, placeOfService: typed }: Encounter): FormItems['placeOfService'] {
  const { code, says } = placesOfService[setting];
  if (setting === 'other' && typed !== null) return { code: typed, says: typed };
  return { code, says: setting === 'hospital-outpatient' && offCampus !== 'no' ? '19 (professional claim)' : says };
}

/** The number as item 23 takes it, without hyphens and spaces: row 7.1. */
export const itemTwentyThree = (authorizationNumber: string): string =>
  authorizationNumber.replace(/[\s\p{Pd}\u2212\u00AD]+/gu, '');

type Layout = {
  readonly name: string;
  readonly pieces: (ndc: Ndc11, volume: Volume) => readonly ShadedPiece[];
  /** The places of its quantity, and whether the digits fit. */
  readonly places: string;
  readonly fits: (digits: string) => boolean;
};

const wholeDigits = (digits: string): number => digits.split('.')[0]?.length ?? 0;

/** The paper layouts of NDC and quantity, which disagree: row 9.3. */
const layouts = {
  nucc: {
    name: 'NUCC',
    pieces: (ndc, volume) => [{ column: '24A', text: ndcOnForm(ndc, volume) }],
    places: '8 digits before the point and 3 after',
    fits: (digits) => wholeDigits(digits) <= 8,
  },
  medicare: {
    name: 'Medicare positions',
    pieces: (ndc, volume) => [{ column: '24A', text: `N4${ndc}   ML${digitsOfMl(volume)}` }],
    places: '6 signs',
    fits: (digits) => digits.length <= 6,
  },
  'medi-cal': {
    name: 'Medi-Cal: N4 and NDC in 24A, the quantity without a point in 24D',
    pieces: (ndc, { uL }) => [
      { column: '24A', text: `N4${ndc}` },
      { column: '24D', text: `ML${String(uL).padStart(10, '0')}` },
    ],
    places: '7 digits before the point and 3 after',
    fits: (digits) => wholeDigits(digits) <= 7,
  },
} as const satisfies Record<NdcLayout, Layout>;

function ndcsOnPaper(claim: DraftClaim): Pick<FormItems, 'shaded' | 'furtherNdcs' | 'unfit'> {
  const { name, pieces, places, fits } = layouts[profileOf(claim.encounter).ndcLayout ?? 'nucc'];
  const shaded: FormItems['shaded']['lines'][number][] = [];
  const furtherNdcs: FormItems['furtherNdcs'][number][] = [];
  const unfit: string[] = [];
  for (const { lineNumber, ndcQuantities } of drugLinesOf(claim)) {
    const [first, ...further] = ndcQuantities.flatMap(({ ndc, volume }) => (ndc ? [{ ndc, volume }] : []));
    furtherNdcs.push(...further.map(({ ndc, volume }) => ({ lineNumber, text: ndcOnForm(ndc, volume) })));
    if (!first?.volume) continue;
    const digits = digitsOfMl(first.volume);
    if (fits(digits)) shaded.push({ lineNumber, pieces: pieces(first.ndc, first.volume) });
    else
      unfit.push(
        `Line ${lineNumber}: ${digits} mL does not fit the layout “${name}”. That takes ${places}. ` +
          'Ask the payer how it wants the quantity.',
      );
    if (1 + further.length < ndcQuantities.length)
      unfit.push(`Line ${lineNumber} also holds drug whose NDC is not entered.`);
  }
  return { shaded: { layout: name, lines: shaded }, furtherNdcs, unfit };
}

/** A claim of procedures alone: its drug is held, was not bought or not given. */
const isWithoutDrug = ({ lines, beside, services }: DraftClaim): boolean =>
  lines.length === 0 && beside.length + services.lines.length > 0;

export function formItems(claim: DraftClaim): FormItems {
  const { encounter } = claim;
  const number = 'number' in encounter.priorAuthorization ? encounter.priorAuthorization.number : null;
  return {
    form: formOf(encounter.setting),
    placeOfService: placeOfService(encounter),
    authorizationNumber: (!claim.held && number && itemTwentyThree(number)) || null,
    narrative: isWithoutDrug(claim) ? null : narrativeFor(encounter),
    ...ndcsOnPaper(claim),
  };
}
