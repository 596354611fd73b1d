import type { WorksheetText } from '../answers/worksheet-text';
import { formatDate, type IsoDate } from '../engine/dated';
import { formatUnits, unitsLeft, type BillingUnits } from '../engine/quantity';
import { counted, inWords } from '../engine/typed';
import { unitsUsedOf, type DrugUnits } from './authorized-units';
import { standingAmong } from './standing-claims';

/** A claim with what it bills. */
export type ClaimUnits = {
  readonly id: string;
  readonly record: WorksheetText;
  readonly on: IsoDate | null;
  /** Those of its drug lines, of the first drug first. */
  readonly codes: readonly string[];
  /** Null where they are not known, and of a claim that voids. */
  readonly drugs: readonly DrugUnits[] | null;
};

type Warned = {
  readonly kind: 'beyond-authorization' | 'units-used';
  readonly other: string;
  readonly says: string;
};

/**
 * Of each drug of a claim what the `others` that are of its patient tell of its authorization: that more units are
 * billed than were approved, or more used than it tells; and the id of the last other one. Units that are not known are
 * not counted, so that what is said is certain.
 */
export function authorizationWarnings(
  one: ClaimUnits,
  others: readonly ClaimUnits[],
  isSamePatient: (other: ClaimUnits) => boolean,
): readonly Warned[] {
  const told = one.drugs?.filter(({ approved, used }) => approved !== null || used !== null) ?? [];
  if (told.length === 0) return [];
  const known = standing([...others.filter(isSamePatient), one]).filter(({ drugs }) => drugs !== null);
  return told.flatMap((drug): Warned[] => {
    const { claims, units: all } = unitsUsedOf(drug.code, one.record, known);
    const using = claims.filter((each) => each !== one);
    const last = using.at(-1);
    if (!all || !last || !claims.includes(one)) return [];
    const together = { one, drug, all, used: unitsLeft(all, drug.units), where: whereOf(using) };
    const beyond = beyondApproved(together);
    if (beyond) return [{ kind: 'beyond-authorization', other: last.id, says: beyond }];
    const otherwise = usedOtherwise(together);
    return otherwise ? [{ kind: 'units-used', other: last.id, says: otherwise }] : [];
  });
}

/** What a claim and others bill of one drug, and the others alone. */
type Together = {
  readonly one: ClaimUnits;
  readonly drug: DrugUnits;
  readonly all: BillingUnits;
  readonly used: BillingUnits;
  readonly where: string;
};

/** That more is billed than was approved, whichever claim was first. */
function beyondApproved({ one: { record }, drug: { code, units, approved }, all, used, where }: Together) {
  const over = approved && unitsLeft(all, approved);
  if (!approved || !over || over.units === 0) return null;
  return (
    `${formatUnits(all)} of ${code} are billed under ${record.priorAuthorizationNumber.trim()}, ` +
    `${formatUnits(over)} beyond the ${approved.units} approved: ${units.units} here, and ${used.units} ${where}.`
  );
}

/** That a claim which is not sent yet tells other units already used than the kept claims by now. */
function usedOtherwise({ one: { record, drugs }, drug: { code, used: told }, used, where }: Together) {
  if (!told || record.course.sentOn.trim() !== '' || used.units <= told.units) return null;
  const what = drugs?.length === 1 ? 'Units already used' : `Units of ${code} already used`;
  return (
    `${what}: this claim tells ${told.units}, and the kept claims by now ${used.units}, ${where}. ` +
    'Check which is right.'
  );
}

const mostDays = 3;
function whereOf(using: readonly ClaimUnits[]): string {
  const days = using.flatMap(({ on }) => (on ? formatDate(on) : []));
  return days.length > mostDays ? `by ${counted(days.length, 'other claim')}` : `of ${inWords(days)}`;
}

/** Those that stand, in the order of their days: what was replaced or voided, and what cannot be told, left out. */
function standing(claims: readonly ClaimUnits[]): readonly ClaimUnits[] {
  const byDay = new Map<IsoDate, ClaimUnits[]>();
  for (const claim of claims) {
    if (!claim.on) continue;
    const ofDay = byDay.get(claim.on);
    if (ofDay) ofDay.push(claim);
    else byDay.set(claim.on, [claim]);
  }
  return [...byDay]
    .toSorted(([earlier], [later]) => (earlier < later ? -1 : 1))
    .flatMap(([, ofDay]) => standingAmong(ofDay))
    .flatMap(({ claim, isUnclear }) => (isUnclear ? [] : claim));
}
