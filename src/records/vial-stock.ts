import { readRefill, type RefillReading } from '../answers/read-refill';
import { daysAfter, formatDate, type IsoDate } from '../engine/dated';
import type { OpenedContainers } from '../engine/encounter';
import { formatNdc, type Ndc11 } from '../engine/ndc';
import { formatMass, formatUnits, isMore, timesMass, type Mass } from '../engine/quantity';
import { productName, productOf } from '../rules/products';
import type { KeptClaim, ReceivedVials } from './clinic-records';
import { dayOf } from './patient-fills';
import type { ReadKept } from './clinic-records';

/** Within so many days an expiry is told. */
const soonDays = 90;

/** Containers of one NDC and lot: received, opened by the kept refills, and left over. */
export type LotStock = {
  readonly ndc: Ndc11 | null;
  /** As the label has it; '' where a refill does not tell it. */
  readonly lot: string;
  readonly name: string;
  /** Each once, the earliest first. */
  readonly expiries: readonly IsoDate[];
  readonly received: number;
  readonly opened: number;
  /** Null where it was never received, so that nobody knows. */
  readonly left: number | null;
  /** What is to be seen to, in sentences. */
  readonly says: readonly string[];
};

/** A kept claim that does not fit the containers, with what is to be seen to. */
export type ClaimToSee = { readonly record: KeptClaim; readonly on: IsoDate | null; readonly says: string };

export type VialStock = {
  readonly lots: readonly LotStock[];
  readonly usedNotBilled: readonly ClaimToSee[];
  readonly billedNotOpened: readonly ClaimToSee[];
};

/** What was received and opened by lot, and which claims do not fit it. */
export function vialStock(
  received: readonly ReceivedVials[],
  claims: readonly KeptClaim[],
  read: ReadKept,
  today: IsoDate,
): VialStock {
  const own = claims.filter(({ drugSource }) => drugSource === 'bought');
  const refills = own.flatMap((record) => {
    const refill = refillOf(record);
    return refill ? [{ record, refill }] : [];
  });
  return {
    lots: lotsOf(
      received,
      refills.flatMap(({ refill }) => refill.opened),
      today,
    ),
    usedNotBilled: refills.filter(({ record, refill }) => refill.opened.length > 0 && !isSent(record)).map(notBilled),
    billedNotOpened: own.filter(isSent).flatMap((record) => notOpened(record, read)),
  };
}

/** The refill of a record, as far as it can be read; null where the dose is entered instead. */
const refillOf = (record: KeptClaim): RefillReading | null =>
  record.entry === 'refill' ? readRefill(record, dayOf(record), () => {}) : null;

const isSent = ({ course }: KeptClaim): boolean => course.sentOn.trim() !== '';

const lotKey = (ndc: Ndc11 | null, lot: string | null): string =>
  `${ndc ?? ''} ${(lot ?? '').replace(/\s+/g, '').toUpperCase()}`;

function lotsOf(
  received: readonly ReceivedVials[],
  opened: readonly OpenedContainers[],
  today: IsoDate,
): readonly LotStock[] {
  const lots = new Map<string, { readonly received: ReceivedVials[]; readonly opened: OpenedContainers[] }>();
  const lotFor = ({ ndc, lot }: ReceivedVials | OpenedContainers) => {
    const key = lotKey(ndc, lot);
    const own = lots.get(key) ?? { received: [], opened: [] };
    lots.set(key, own);
    return own;
  };
  for (const each of received) lotFor(each).received.push(each);
  for (const each of opened) lotFor(each).opened.push(each);
  return [...lots.values()]
    .map((own) => lotOf(own.received, own.opened, today))
    .toSorted((one, other) => (`${one.name} ${one.lot}` < `${other.name} ${other.lot}` ? -1 : 1));
}

const countOf = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((sum, { count }) => sum + count, 0);

function lotOf(received: readonly ReceivedVials[], opened: readonly OpenedContainers[], today: IsoDate): LotStock {
  const [first] = [...received, ...opened];
  const ndc = first?.ndc ?? null;
  const lot = first?.lot ?? '';
  const counts = { received: countOf(received), opened: countOf(opened) };
  const left = received.length === 0 ? null : Math.max(0, counts.received - counts.opened);
  const expiries = [...new Set([...received, ...opened].flatMap(({ expiry }) => expiry ?? []))].toSorted();
  return {
    ndc,
    lot,
    name: nameOf(ndc, opened[0]?.name ?? null),
    expiries,
    ...counts,
    left,
    says: [...countSays(lot, counts, left), ...expirySays(expiries, left, today)],
  };
}

export const nameOf = (ndc: Ndc11 | null, called: string | null = null): string => {
  const product = productOf(ndc);
  return product ? productName(product) : (called ?? (ndc ? `NDC ${formatNdc(ndc)}` : 'Container without an NDC'));
};

function countSays(
  lot: string,
  { received, opened }: Pick<LotStock, 'received' | 'opened'>,
  left: number | null,
): readonly string[] {
  if (lot === '') return [`${opened} opened without a lot. Enter the lot in the refill.`];
  if (left === null) return ['Opened, but this lot was never received. Check the lot, or add what was received.'];
  return opened > received
    ? [`${opened - received} more opened than received. Check the count and the lot of each refill.`]
    : [];
}

function expirySays(expiries: readonly IsoDate[], left: number | null, today: IsoDate): readonly string[] {
  const [first] = expiries;
  const soon = daysAfter(today, soonDays) ?? today;
  const several =
    expiries.length > 1
      ? [`This lot has ${expiries.length} expiries: ${expiries.map(formatDate).join(', ')}. Check the labels.`]
      : [];
  if (left === 0 || left === null) return several;
  if (!first) return ['No expiry is told. Read the label.'];
  if (first < today) return [...several, `Expired on ${formatDate(first)}. Do not use it.`];
  return first <= soon ? [...several, `Expires on ${formatDate(first)}. Use it first.`] : several;
}

const containersIn = (opened: readonly OpenedContainers[]): string =>
  opened.map(({ count, ndc, name, lot }) => `${count} × ${nameOf(ndc, name)}${lot ? `, lot ${lot}` : ''}`).join('; ');

const notBilled = ({ record, refill }: { record: KeptClaim; refill: RefillReading }): ClaimToSee => ({
  record,
  on: dayOf(record),
  says: `${containersIn(refill.opened)}.`,
});

/** Units that were sent for no container, or for more drug than the containers hold. */
function notOpened(record: KeptClaim, read: ReadKept): readonly ClaimToSee[] {
  const { claim, refill } = read(record);
  if (!claim || claim.totalUnits.units === 0) return [];
  const toSee = (says: string): readonly ClaimToSee[] => [{ record, on: dayOf(record), says }];
  const billed = `${formatUnits(claim.totalUnits)} billed`;
  if (!refill || refill.opened.length === 0)
    return toSee(`${billed}, and no container is recorded. Record the refill with its lots.`);
  const dosage = claim.code?.hcpcsDosage ?? null;
  return dosage && isBeyond(claim.totalUnits.units, dosage, refill.labeled)
    ? toSee(`${billed}, but the containers opened hold only ${formatMass(refill.labeled)}. Check both.`)
    : [];
}

/** More than the next whole unit of what was labeled. */
const isBeyond = (units: number, dosage: Mass, labeled: Mass): boolean =>
  units > 0 && isMore(timesMass(dosage, units - 1), labeled);
