import type { WorksheetReading } from '../answers/read-worksheet';
import type { WorksheetText } from '../answers/worksheet-text';
import {
  emptyClinicFile,
  isSameClinic,
  type ClinicFile,
  type Facility,
  type Office,
  type Provider,
} from '../engine/clinic-file';
import type { IsoDate } from '../engine/dated';
import type { Ndc11 } from '../engine/ndc';
import type { PreparedClaim } from '../engine/prepared-claim';

/** A claim record that the clinic keeps: its `recordId` and `keptAt` are told. */
export type KeptClaim = WorksheetText;

/** What is read of a kept claim: the claim, or the problems that keep it from being one; and its refill, if any. */
export type KeptReading = Pick<WorksheetReading, 'refill' | 'problems'> & { readonly claim: PreparedClaim | null };
export type ReadKept = (kept: KeptClaim) => KeptReading;

/** Containers of one product and lot that came into the clinic. */
export type ReceivedVials = {
  readonly id: string;
  readonly ndc: Ndc11;
  readonly lot: string;
  /** The last day of the month that the label names, where it names no day; null where it was not told. */
  readonly expiry: IsoDate | null;
  readonly count: number;
  readonly receivedOn: IsoDate;
  /** When it was told, as an instant in UTC. */
  readonly keptAt: string;
};

/** What the clinic keeps in its own file: itself, its claims, and the vials that it received. */
export type ClinicRecords = {
  readonly clinic: ClinicFile;
  readonly claims: readonly KeptClaim[];
  readonly vials: readonly ReceivedVials[];
};

export const noRecords: ClinicRecords = { clinic: emptyClinicFile, claims: [], vials: [] };

/** Keeps a claim as of `now` (an instant in UTC): in the place of itself, or as the last one under a new `id`. */
export function withClaim(
  records: ClinicRecords,
  claim: WorksheetText,
  now: string,
  id: string,
): { readonly records: ClinicRecords; readonly kept: KeptClaim } {
  const kept = { ...structuredClone(claim), recordId: claim.recordId || id, keptAt: now };
  const stands = records.claims.some(({ recordId }) => recordId === kept.recordId);
  const claims = stands
    ? records.claims.map((each) => (each.recordId === kept.recordId ? kept : each))
    : [...records.claims, kept];
  return { records: { ...records, claims }, kept };
}

/** Whether what stands in the form is what is kept of it. */
export const isKept = ({ claims }: ClinicRecords, claim: WorksheetText): boolean =>
  claim.recordId !== '' &&
  claims.some((each) => each.recordId === claim.recordId && JSON.stringify(each) === JSON.stringify(claim));

/**
 * How many claims and receipts of vials were changed, added or taken out since `saved`, and how many entries of the
 * clinic’s own lists; what is told of sender and receiver counts as one.
 */
export const changesSince = (saved: ClinicRecords, now: ClinicRecords): number =>
  changedIn(saved.claims, now.claims, ({ recordId }) => recordId) +
  changedIn(saved.vials, now.vials, ({ id }) => id) +
  (saved.clinic === now.clinic || isSameClinic(saved.clinic, now.clinic)
    ? 0
    : // What the lists do not tell apart, as their order, is a change as well.
      Math.max(1, changedInClinic(saved.clinic, now.clinic)));

function changedInClinic(saved: ClinicFile, now: ClinicFile): number {
  const inLists = [
    changedIn(saved.profiles, now.profiles, ({ id }) => id),
    changedIn(saved.fees, now.fees, ({ code }) => code),
    changedIn(saved.tables.paymentLimits, now.tables.paymentLimits, spanOf),
    changedIn(saved.tables.crosswalks, now.tables.crosswalks, spanOf),
    ...(['providers', 'referrers', 'facilities'] as const).map((list) =>
      changedIn<Provider | Facility>(saved.office[list], now.office[list], ({ id }) => id),
    ),
    changedIn(saved.office.payers, now.office.payers, ({ payer, name, id }) => `${payer} ${name} ${id}`),
  ];
  const others = [
    isSame(saved.printOffset, now.printOffset),
    isSame(withoutLists(saved.office), withoutLists(now.office)),
  ].filter((same) => !same);
  return inLists.reduce((sum, count) => sum + count, others.length);
}

const spanOf = ({ from, through }: { readonly from: string; readonly through: string }): string => `${from} ${through}`;
const isSame = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);
const withoutLists = (office: Office): object => ({
  ...office,
  providers: [],
  referrers: [],
  facilities: [],
  payers: [],
});

function changedIn<T extends object>(saved: readonly T[], now: readonly T[], idOf: (entry: T) => string): number {
  if (saved === now) return 0;
  const before = new Map(saved.map((each) => [idOf(each), each] as const));
  const changed = now.filter((each) => {
    const was = before.get(idOf(each));
    before.delete(idOf(each));
    return each !== was && JSON.stringify(each) !== JSON.stringify(was);
  });
  return changed.length + before.size;
}

/**
 * Under which id the claim in the form stands by now: a claim that was changed on both sides may have got another one.
 */
export function idNow({ claims }: ClinicRecords, claim: KeptClaim): string {
  const { recordId, keptAt } = claim;
  const standing = claims.find((each) => each.recordId === recordId);
  if (!standing || standing.keptAt === keptAt) return recordId;
  const text = JSON.stringify(claim);
  const same = claims.find((each) => each.keptAt === keptAt && JSON.stringify({ ...each, recordId }) === text);
  return same?.recordId ?? recordId;
}

/** Whether the claim that this one was kept as is another by now, which must not be written over. */
export const isChangedElsewhere = ({ claims }: ClinicRecords, { recordId, keptAt }: KeptClaim): boolean =>
  recordId !== '' && claims.some((each) => each.recordId === recordId && each.keptAt !== keptAt);
