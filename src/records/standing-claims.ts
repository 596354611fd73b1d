import type { WorksheetText } from '../answers/worksheet-text';

type Recorded = { readonly record: Pick<WorksheetText, 'frequency' | 'recordId' | 'corrects' | 'madeFrom'> };

/** A claim that stands among those of its patient and day. */
type Standing<T> = {
  readonly claim: T;
  /** The claim that it replaces or voids. */
  readonly inPlaceOf: T | null;
  /** Whether it replaces or voids another one of them, or is replaced or voided by one, cannot be told. */
  readonly isUnclear: boolean;
};

/** The claim that `one` corrects by name, if it is among them. */
const named = <T extends Recorded>({ record: { corrects } }: Recorded, claims: readonly T[]): T | undefined =>
  corrects === '' ? undefined : claims.find(({ record }) => record.recordId === corrects);

/** Whether `one` asks the next payer for what `other` asked the first one for: one dose, of which `other` tells. */
export const isToNextPayer = ({ record: one }: Recorded, { record: other }: Recorded): boolean =>
  one.madeFrom.as === 'next-payer' && one.madeFrom.claim !== '' && one.madeFrom.claim === other.recordId;

/**
 * Of the claims of one patient and day, those that stand: one that corrects another by name, or replaces or voids the
 * only other one, stands in its place. Where it cannot be told which, all do, unclear. One to the next payer stands for
 * nothing beside the claim that it comes from.
 */
export function standingAmong<T extends Recorded>(all: readonly T[]): readonly Standing<T>[] {
  const claims = all.filter((each) => !all.some((other) => isToNextPayer(each, other)));
  // Two that name each other are taken for neither.
  const corrected = claims.filter((each) =>
    claims.some((other) => goesBackTo(each, other, claims) && !goesBackTo(other, each, claims)),
  );
  if (corrected.length === 0) return standingByFrequency(claims);
  const left = claims.filter((each) => !corrected.includes(each));
  const correcting = left.flatMap((claim) => {
    const inPlaceOf = named(claim, claims);
    return inPlaceOf ? { claim, inPlaceOf, isUnclear: false } : [];
  });
  return [...correcting, ...standingByFrequency(left.filter((each) => !named(each, claims)))];
}

function standingByFrequency<T extends Recorded>(claims: readonly T[]): readonly Standing<T>[] {
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
  const all: readonly Recorded[] = [...others, one];
  const standing = standingAmong(all);
  if (standing.some(({ isUnclear }) => isUnclear)) return null;
  const origin = all.find((each) => isToNextPayer(one, each));
  const isSame = (claim: Recorded): boolean =>
    goesBackTo(one, claim, all) || (origin !== undefined && (claim === origin || goesBackTo(origin, claim, all)));
  return others.filter((each) =>
    standing.some(({ claim, inPlaceOf }) => claim === each && inPlaceOf !== one && !isSame(claim)),
  );
}

/** Whether a claim corrects `one`, or corrects what corrects it. */
function goesBackTo(one: Recorded, claim: Recorded, all: readonly Recorded[]): boolean {
  const seen = new Set<Recorded>();
  for (let each = named(claim, all); each && !seen.has(each); each = named(each, all)) {
    if (each === one) return true;
    seen.add(each);
  }
  return false;
}
