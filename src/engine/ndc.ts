/** A National Drug Code in billing form: 11 digits, 5-4-2, no hyphens (row 9.1). */
export type Ndc11 = string & { readonly ndc11: true };

export type NdcReading =
  | { readonly ndc: Ndc11 }
  | { readonly problem: 'ambiguous' | 'not-an-ndc' };

const segments: readonly (readonly [number, number, number])[] = [
  [4, 4, 2],
  [5, 3, 2],
  [5, 4, 1],
  [5, 4, 2],
];

/**
 * An NDC as a person types or copies it. Hyphens tell which segment is short and gets the zero (row 9.1);
 * ten bare digits do not, so they are refused as ambiguous rather than guessed at.
 */
export function readNdc(text: string): NdcReading {
  const compact = text.trim().replace(/^N4/i, '').replace(/\s+/g, '');
  if (/^\d{11}$/.test(compact)) return { ndc: compact as Ndc11 };
  if (/^\d{10}$/.test(compact)) return { problem: 'ambiguous' };
  const parts = /^(\d{4,5})-(\d{3,4})-(\d{1,2})$/.exec(compact);
  if (!parts) return { problem: 'not-an-ndc' };
  const [labeler = '', product = '', container = ''] = parts.slice(1);
  const known = segments.some(([a, b, c]) => labeler.length === a && product.length === b && container.length === c);
  if (!known) return { problem: 'not-an-ndc' };
  return { ndc: `${labeler.padStart(5, '0')}${product.padStart(4, '0')}${container.padStart(2, '0')}` as Ndc11 };
}
