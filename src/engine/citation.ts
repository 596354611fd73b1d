import type { IsoDate } from './dated';

/**
 * How well a fact is known. A: official text or data file, read. A*: official data file, read in a public copy. B: a
 * Medicare contractor's or payer's page. C: a third party only. D: worked out from other rows. M: general knowledge,
 * not checked. N: looked for and not found. U: brought along by the user.
 */
export type Confidence = 'A' | 'A*' | 'B' | 'C' | 'D' | 'M' | 'N' | 'U';

export const confidenceWords = {
  A: 'official text, read',
  'A*': 'official data, read in a public copy',
  B: 'Medicare contractor’s or payer’s page',
  C: 'third party only',
  D: 'worked out from other sources',
  M: 'general knowledge, not checked',
  N: 'looked for and not found',
  U: 'as you keep it or opened it',
} as const satisfies Record<Confidence, string>;

export type Citation = {
  /** Stable row id of the rules on file, like `2.11` or `4 KD`. */
  readonly row: string;
  /** What the source says, in this product's own words. */
  readonly says: string;
  readonly confidence: readonly [Confidence, ...Confidence[]];
  readonly source: string;
  /** The newest date that the evidence speaks for, where it carries one. */
  readonly asOf: IsoDate | null;
  /** Null for what the user brought along. */
  readonly readOn: IsoDate | null;
};

/** One step of the working: a sentence, and the rows that make it so. */
export type Step = { readonly says: string; readonly rows: readonly string[] };
