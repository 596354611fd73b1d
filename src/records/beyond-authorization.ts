import { readDay } from '../answers/claim-readers';
import { readUnits } from '../answers/read-answers';
import type { WorksheetText } from '../answers/worksheet-text';
import { formatDate, type IsoDate } from '../engine/dated';
import { formatUnits, noUnits, unitsLeft, unitsSum, type BillingUnits } from '../engine/quantity';
import { counted, inWords, valueIn } from '../engine/typed';
import { authorizationNumberOf } from './patient-fills';
import { standingAmong } from './standing-claims';

/** A claim with what it bills; null where that is not known, and of a claim that voids. */
export type ClaimUnits = {
  readonly id: string;
  readonly record: WorksheetText;
  readonly on: IsoDate | null;
  /** Those of its drug lines, of the first drug first. */
  readonly codes: readonly string[];
  /** Of its first drug. */
  readonly units: BillingUnits | null;
};

type Approval = {
  /** '' where none was given. */
  readonly number: string;
  readonly from: IsoDate | null;
  readonly through: IsoDate | null;
  readonly approved: BillingUnits | null;
};

const approvals = new WeakMap<WorksheetText, Approval>();

function approvalOf(record: WorksheetText): Approval {
  const known = approvals.get(record);
  if (known) return known;
  const approval = {
    number: authorizationNumberOf(record),
    from: valueIn(record.firstDay, readDay),
    through: valueIn(record.lastDay, readDay),
    approved: valueIn(record.unitsApproved, readUnits),
  };
  approvals.set(record, approval);
  return approval;
}

/**
 * That a claim and those `others` that are of its patient bill more units under its preauthorization than were
 * approved, whichever was first, and the id of the last other one; null where they do not. Units that are not known are
 * not counted, so that what is said is certain.
 */
export function beyondAuthorization(
  one: ClaimUnits,
  others: readonly ClaimUnits[],
  isSamePatient: (other: ClaimUnits) => boolean,
): { readonly other: string; readonly says: string } | null {
  const { approved } = approvalOf(one.record);
  if (!approved || !one.units) return null;
  const under = underOneApproval(one, others.filter(isSamePatient));
  if (!under.includes(one)) return null;
  const using = under.filter((each) => each !== one);
  const last = using.at(-1);
  const used = using.reduce((sum, { units }) => unitsSum(sum, units ?? noUnits), noUnits);
  const all = unitsSum(used, one.units);
  const over = unitsLeft(all, approved);
  if (!last || over.units === 0) return null;
  const where = whereOf(using);
  const name = one.record.priorAuthorizationNumber.trim();
  const says =
    `${formatUnits(all)} are billed under ${name}, ${formatUnits(over)} beyond the ${approved.units} approved: ` +
    `${one.units.units} here, and ${used.units} ${where}.`;
  return { other: last.id, says };
}

const mostDays = 3;
function whereOf(using: readonly ClaimUnits[]): string {
  const days = using.flatMap(({ on }) => (on ? formatDate(on) : []));
  return days.length > mostDays ? `by ${counted(days.length, 'other claim')}` : `of ${inWords(days)}`;
}

/** Claims whose units are known and of one code, and count against the approval of one, that one among them. */
function underOneApproval(one: ClaimUnits, others: readonly ClaimUnits[]): readonly ClaimUnits[] {
  const { number, from, through } = approvalOf(one.record);
  if (number === '') return [];
  return standing([...others, one]).filter(
    ({ record, on, units, codes: [code] }) =>
      units !== null &&
      on !== null &&
      code === one.codes[0] &&
      (from === null || on >= from) &&
      (through === null || on <= through) &&
      approvalOf(record).number === number,
  );
}

/**
 * That a claim which is not sent yet tells other units already used than the kept claims of its authorization by now;
 * null where it tells none, or the same.
 */
export function usedOtherwise(
  one: ClaimUnits,
  others: readonly ClaimUnits[],
  isSamePatient: (other: ClaimUnits) => boolean,
): { readonly other: string; readonly says: string } | null {
  const told = valueIn(one.record.unitsUsed, readUnits);
  if (!told || one.record.course.sentOn.trim() !== '') return null;
  const under = underOneApproval(one, others.filter(isSamePatient));
  const using = under.filter((each) => each !== one);
  const last = using.at(-1);
  const used = using.reduce((sum, { units }) => unitsSum(sum, units ?? noUnits), noUnits);
  if (!last || !under.includes(one) || used.units <= told.units) return null;
  const says =
    `Units already used: this claim tells ${told.units}, and the kept claims by now ${used.units}, ` +
    `${whereOf(using)}. Check which is right.`;
  return { other: last.id, says };
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
