import { digitsOfMl, type Volume } from './quantity';

/** A National Drug Code in billing form: 11 digits, 5-4-2, no hyphens (row 9.1). */
export type Ndc11 = string & { readonly ndc11: true };

/** The billing form of eleven digits; undefined for any other text. */
export const ndcOfDigits = (digits: string): Ndc11 | undefined =>
  /^\d{11}$/.test(digits) ? (digits as Ndc11) : undefined;

/** An NDC written in a table. Throws on what is none: a mistake in a table must not ship. */
export function ndc11(digits: string): Ndc11 {
  const ndc = ndcOfDigits(digits);
  if (!ndc) throw new Error(`Not an NDC of eleven digits: ${digits}`);
  return ndc;
}

export type NdcReading =
  | { readonly ndc: Ndc11 }
  | { readonly problem: 'not-an-ndc' }
  /** Ten bare digits: every NDC that they may stand for. */
  | { readonly problem: 'ambiguous'; readonly candidates: readonly Ndc11[] };

/** Lengths of labeler, product and package segment of an NDC as labels print it. */
export type NdcSegments = readonly [number, number, number];
const tenDigits: readonly NdcSegments[] = [
  [5, 3, 2],
  [5, 4, 1],
  [4, 4, 2],
];
const segments: readonly NdcSegments[] = [...tenDigits, [5, 4, 2]];

/**
 * An NDC as a person types or copies it. Hyphens, points or spaces between its segments tell which is short and gets
 * the zero (row 9.1); ten bare digits do not, so they are given back as every NDC that they may be, and never guessed
 * at.
 */
export function readNdc(text: string): NdcReading {
  const bare = text.trim().replace(/^(?:NDC\b\s*(?:no\b\.?|#)?\s*:?|N4)\s*/i, '');
  const digits = bare.replace(/\s+/g, '');
  const ndc = ndcOfDigits(digits);
  if (ndc) return { ndc };
  const parts = /^(\d{4,5})(?:\s*[-.]\s*|\s+)(\d{3,4})(?:\s*[-.]\s*|\s+)(\d{1,2})$/.exec(bare);
  if (!parts)
    return /^\d{10}$/.test(digits)
      ? { problem: 'ambiguous', candidates: ndcsOfTenDigits(digits) }
      : { problem: 'not-an-ndc' };
  const [labeler = '', product = '', container = ''] = parts.slice(1);
  const known = segments.some(([a, b, c]) => labeler.length === a && product.length === b && container.length === c);
  if (!known) return { problem: 'not-an-ndc' };
  return { ndc: joined(labeler, product, container) };
}

/** The three NDCs that ten digits without hyphens may stand for: 5-3-2, 5-4-1 and 4-4-2. */
export const ndcsOfTenDigits = (digits: string): readonly Ndc11[] =>
  tenDigits.map(([a, b]) => joined(digits.slice(0, a), digits.slice(a, a + b), digits.slice(a + b)));

const joined = (labeler: string, product: string, container: string): Ndc11 =>
  ndc11(`${labeler.padStart(5, '0')}${product.padStart(4, '0')}${container.padStart(2, '0')}`);

/**
 * The ten digits of a label without hyphens, as its barcode holds them; undefined where the zero is not in that
 * segment.
 */
export function labelDigits(ndc: Ndc11, [a, b, c]: NdcSegments): string | undefined {
  const parts = [ndc.slice(0, 5), ndc.slice(5, 9), ndc.slice(9)] as const;
  const short = parts.map((part, place) => part.slice(part.length - ([a, b, c][place] ?? 0)));
  return joined(short[0] ?? '', short[1] ?? '', short[2] ?? '') === ndc ? short.join('') : undefined;
}

/** "66794-0157-02": the billing form with hyphens, for people. */
export const formatNdc = (ndc: Ndc11): string => `${ndc.slice(0, 5)}-${ndc.slice(5, 9)}-${ndc.slice(9)}`;

/** "N466794015702 ML12.5": NDC and milliliters as claim forms write them (rows 9.2, 9.3). */
export const ndcOnForm = (ndc: Ndc11, volume: Volume | null): string =>
  `N4${ndc}${volume ? ` ML${digitsOfMl(volume)}` : ''}`;
