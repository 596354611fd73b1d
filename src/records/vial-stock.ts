import { daysAfter, formatDate, type IsoDate } from '../engine/dated';
import type { DraftClaim } from '../engine/claim';
import { drugsOf } from '../engine/claim-lines';
import type { OpenedContainers } from '../engine/encounter';
import { formatNdc, type Ndc11 } from '../engine/ndc';
import { formatMass, formatUnits, isMore, noMass, sumOfMasses, timesMass, type Mass } from '../engine/quantity';
import { productName, productOf } from '../rules/products';
import type { KeptClaim, ReceivedVials } from './clinic-records';
import { openedBy, opensOwn, type OpenedBy } from './opened-by';
import { dayOf, standingClaims } from './patient-fills';
import type { ReadKept } from './clinic-records';

/** Within so many days an expiry is told. */
const soonDays = 90;

/** Containers of one NDC and lot: received, opened by the kept claims, and left over. */
export type LotStock = {
  readonly ndc: Ndc11 | null;
  /** As the label has it; '' where a claim does not tell it. */
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
  /** Of which it is not known what they opened, and why. */
  readonly notCountable: readonly ClaimToSee[];
};

/** A claim that stands, and what it opened. */
type Opening = OpenedBy & {
  readonly record: KeptClaim;
  /** It, or the claim in whose place it stands. */
  readonly isSent: boolean;
};

/** Containers that were opened; a dose tells no lot. */
type Opened = OpenedContainers & { readonly byDose: boolean };

/** What was received and opened by lot, and which claims do not fit it. A claim that was corrected counts once. */
export function vialStock(
  received: readonly ReceivedVials[],
  claims: readonly KeptClaim[],
  read: ReadKept,
  today: IsoDate,
): VialStock {
  const own = openings(claims, read);
  const opened = own.flatMap((each) => each.opened.map((row) => ({ ...row, byDose: each.record.entry === 'dose' })));
  return {
    lots: lotsOf(received, opened, today),
    usedNotBilled: own.filter((each) => each.opened.length > 0 && !each.isSent).map(notBilled),
    billedNotOpened: own.filter(({ isSent }) => isSent).flatMap((each) => notOpened(each, read)),
    notCountable: own.flatMap(({ record, notCountable }) =>
      notCountable.length > 0 ? toSee(record, notCountable.join(' ')) : [],
    ),
  };
}

/** What the claims that stand opened of the clinic’s own drug. A void bills nothing; its first claim opened. */
function openings(claims: readonly KeptClaim[], read: ReadKept): readonly Opening[] {
  return [...standingClaims(claims)].flatMap(([record, { inPlaceOf, isUnclear }]) => {
    if (!opensOwn(record)) return [];
    const telling = isVoid(record) && inPlaceOf ? inPlaceOf : record;
    const told = isUnclear ? untold : openedBy(telling, read);
    return [{ ...told, record, isSent: [record, ...(inPlaceOf ? [inPlaceOf] : [])].some(isSent) }];
  });
}

const untold: OpenedBy = {
  opened: [],
  labeled: noMass,
  notCountable: ['Which claim of this day was replaced or voided cannot be told. Delete those that do not stand.'],
};

const isVoid = ({ frequency }: KeptClaim): boolean => frequency === '8';
const isSent = ({ course }: KeptClaim): boolean => course.sentOn.trim() !== '';
const toSee = (record: KeptClaim, says: string): ClaimToSee => ({ record, on: dayOf(record), says });

const lotKey = (ndc: Ndc11 | null, lot: string | null): string =>
  `${ndc ?? ''} ${(lot ?? '').replace(/\s+/g, '').toUpperCase()}`;

function lotsOf(received: readonly ReceivedVials[], opened: readonly Opened[], today: IsoDate): readonly LotStock[] {
  const lots = new Map<string, { readonly received: ReceivedVials[]; readonly opened: Opened[] }>();
  const lotFor = ({ ndc, lot }: ReceivedVials | Opened) => {
    const key = lotKey(ndc, lot);
    const own = lots.get(key) ?? { received: [], opened: [] };
    lots.set(key, own);
    return own;
  };
  for (const each of received) lotFor(each).received.push(each);
  for (const each of opened) lotFor(each).opened.push(each);
  return [...lots.values()]
    .map((own) => {
      const [first] = [...own.received, ...own.opened];
      return lotOf(own.received, own.opened, countOf(lots.get(lotKey(first?.ndc ?? null, null))?.opened ?? []), today);
    })
    .toSorted((one, other) => (`${one.name} ${one.lot}` < `${other.name} ${other.lot}` ? -1 : 1));
}

const countOf = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((sum, { count }) => sum + count, 0);

/** `withoutLot` containers of the same NDC were opened of which nobody knows the lot. */
function lotOf(
  received: readonly ReceivedVials[],
  opened: readonly Opened[],
  withoutLot: number,
  today: IsoDate,
): LotStock {
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
    says:
      lot === ''
        ? withoutLotSays(opened)
        : [...countSays(counts, left), ...fewerSays(withoutLot, left), ...expirySays(expiries, left, today)],
  };
}

export const nameOf = (ndc: Ndc11 | null, called: string | null = null): string => {
  const product = productOf(ndc);
  return product ? productName(product) : (called ?? (ndc ? `NDC ${formatNdc(ndc)}` : 'Container without an NDC'));
};

function withoutLotSays(opened: readonly Opened[]): readonly string[] {
  const byDose = countOf(opened.filter((each) => each.byDose));
  const byRefill = countOf(opened) - byDose;
  return [
    ...(byRefill > 0 ? [`${byRefill} opened without a lot. Enter the lot in the refill.`] : []),
    ...(byDose > 0 ? [`${byDose} opened by claims entered by dose, which tell no lot.`] : []),
  ];
}

/** Where some of the same product went out of a lot that nobody told. */
const fewerSays = (withoutLot: number, left: number | null): readonly string[] =>
  withoutLot > 0 && left !== null && left > 0
    ? [
        `Up to ${Math.min(withoutLot, left)} fewer may be left: ${withoutLot} of this product ` +
          `${withoutLot === 1 ? 'was' : 'were'} opened without a lot.`,
      ]
    : [];

function countSays(
  { received, opened }: Pick<LotStock, 'received' | 'opened'>,
  left: number | null,
): readonly string[] {
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

const notBilled = ({ record, opened }: Opening): ClaimToSee => toSee(record, `${containersIn(opened)}.`);

/** Units that were sent for no container, or for more drug than the containers hold. */
function notOpened({ record, opened, labeled }: Opening, read: ReadKept): readonly ClaimToSee[] {
  const { claim } = read(record);
  const drugs = claim ? drugsOf(claim).filter(({ totalUnits }) => totalUnits.units > 0) : [];
  if (drugs.length === 0 || isVoid(record)) return [];
  const billed = `${drugs.map(unitsOfDrug).join(' and ')} billed`;
  if (opened.length === 0)
    return [toSee(record, `${billed}, and no container is recorded. Record the refill with its lots.`)];
  return isBeyond(drugs, labeled)
    ? [toSee(record, `${billed}, but the containers opened hold only ${formatMass(labeled)}. Check both.`)]
    : [];
}

const unitsOfDrug = ({ totalUnits, drug, code }: DraftClaim): string =>
  drug && code ? `${formatUnits(totalUnits)} of ${code.hcpcs}` : formatUnits(totalUnits);

/** More than the next whole unit of what was labeled, of each code. */
const isBeyond = (drugs: readonly DraftClaim[], labeled: Mass): boolean => {
  const least = drugs.map(
    ({ code, totalUnits }) => code?.hcpcsDosage && timesMass(code.hcpcsDosage, totalUnits.units - 1),
  );
  const known = least.flatMap((each) => each ?? []);
  return known.length === least.length && isMore(sumOfMasses(known), labeled);
};
