import type { IsoDate, Span } from './dated';
import type { Ndc11 } from './ndc';
import type { Mass, Money, Strength, Volume } from './quantity';

/** A table that came with the page, and the days that it speaks for; between its spans nothing was read. */
export type TableOnFile = {
  readonly title: string;
  readonly spans: readonly Span[];
  /** What a claim that rests on it calls it, where that is not its title. */
  readonly usedAs?: string;
  /** What of a file that the user opens adds to it. */
  readonly openedAs?: 'J0475' | 'J0476' | 'crosswalk';
};

/**
 * Baclofen in a quarterly CMS payment limit file that the user opened: Medicare's limit for one unit, null where the
 * file has no row.
 */
export type OpenedPaymentLimits = {
  readonly from: IsoDate;
  readonly through: IsoDate;
  readonly file: string;
  readonly J0475: Money | null;
  readonly J0476: Money | null;
};

/** One baclofen row of a CMS NDC-HCPCS crosswalk: a container as the file tells it. */
export type CrosswalkRow = {
  readonly ndc: Ndc11;
  readonly hcpcs: 'J0475' | 'J0476';
  readonly name: string;
  readonly labeler: string;
  /** Of one container. */
  readonly volume: Volume;
  readonly labeled: Mass;
  readonly strength: Strength;
  readonly containersPerNdc: number;
};

export type OpenedCrosswalk = {
  readonly from: IsoDate;
  readonly through: IsoDate;
  readonly file: string;
  readonly rows: readonly CrosswalkRow[];
};

/** What the user opened beyond the tables that came with the page; each list oldest first, a span once. */
export type OpenedTables = {
  readonly paymentLimits: readonly OpenedPaymentLimits[];
  readonly crosswalks: readonly OpenedCrosswalk[];
};

export const noTables: OpenedTables = { paymentLimits: [], crosswalks: [] };

/** The list with a table added; one of the same span is replaced, because the newer file is the correction. */
export function withTable<T extends { readonly from: IsoDate; readonly through: IsoDate }>(
  list: readonly T[],
  added: T,
): readonly T[] {
  const others = list.filter(({ from, through }) => from !== added.from || through !== added.through);
  return [...others, added].sort((a, b) => (a.from < b.from ? -1 : 1));
}
