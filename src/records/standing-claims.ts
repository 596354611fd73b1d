import type { WorksheetText } from '../answers/worksheet-text';

type Recorded = { readonly record: Pick<WorksheetText, 'frequency'> };

/** A claim that stands among those of its patient and day. */
type Standing<T> = {
  readonly claim: T;
  /** The claim that it replaces or voids. */
  readonly inPlaceOf: T | null;
  /** Whether it replaces or voids another one of them, or is replaced or voided by one, cannot be told. */
  readonly isUnclear: boolean;
};

/**
 * Of the claims of one patient and day, those that stand: one that replaces or voids the only other one stands in its
 * place. Where it cannot be told which, all do, unclear.
 */
export function standingAmong<T extends Recorded>(claims: readonly T[]): readonly Standing<T>[] {
  const isFirst = ({ record }: T) => record.frequency === '1';
  const [later, ...others] = claims.filter((each) => !isFirst(each));
  const isUnclear = later !== undefined && claims.length > 1;
  if (later && others.length === 0 && claims.length === 2)
    return [{ claim: later, inPlaceOf: claims.find(isFirst) ?? null, isUnclear: false }];
  return claims.map((claim) => ({ claim, inPlaceOf: null, isUnclear }));
}

/**
 * Of the other claims of its patient and day, those that stand beside `one`: not the one that it replaces or voids, nor
 * one that replaces or voids it. Null where that cannot be told.
 */
export function standingBeside<T extends Recorded>(one: Recorded, others: readonly T[]): readonly T[] | null {
  const standing = standingAmong<Recorded>([...others, one]);
  if (standing.some(({ isUnclear }) => isUnclear)) return null;
  return standing.length > others.length ? others : [];
}
