import { aYearBefore, formatDate, type IsoDate } from '../engine/dated';
import { formatMoney, isMoreMoney, noMoney, sumOfMoney, type Money } from '../engine/quantity';
import { counted, inWords } from '../engine/typed';
import type { KeptClaim } from '../records/clinic-records';
import { patientsOf, type Fill } from '../records/patient-fills';
import { projectionOf, sumSays, sumsOf } from './therapy';

/**
 * What a fill cost, patient and payer together: what was allowed; where that is not told, what was paid with what the
 * patient owes. Null where neither is told, or where nobody knows which claim of its day stands.
 */
function costOf({ allowed, paid, patientOwes, isUnclear }: Fill): Money | null {
  if (isUnclear) return null;
  return allowed ?? (paid && sumOfMoney([paid, patientOwes ?? noMoney]));
}

/** What was paid without what the patient owes is less than the whole. */
const isPaidAlone = (fill: Fill): boolean =>
  !fill.allowed && fill.paid !== null && !fill.patientOwes && !isUnpaid(fill);

/** It came back, and nobody paid or owes anything of it. */
const isUnpaid = ({ allowed, paid, patientOwes }: Fill): boolean =>
  paid !== null && !isMoreMoney(sumOfMoney([allowed ?? noMoney, paid, patientOwes ?? noMoney]), noMoney);

const known = (amounts: readonly (Money | null)[]): readonly Money[] => amounts.filter((each) => each !== null);

/**
 * What the fills of the twelve months up to `today` cost, in sentences, the answer first. `isClinic`: of all
 * therapies together. Voided claims bill nothing and are only counted.
 */
export function yearSays(fills: readonly Fill[], today: IsoDate, isClinic: boolean): readonly string[] {
  const dayBefore = aYearBefore(today);
  const [first] = fills;
  if (!first) return [];
  const ofYear = fills.filter(({ on }) => on > dayBefore && on <= today);
  const billed = ofYear.filter(({ isVoid }) => !isVoid);
  if (billed.length === 0) return ['No fill of the last twelve months is kept.'];
  const time =
    first.on > dayBefore ? `since ${formatDate(first.on)}, when the records begin,` : 'in the last twelve months';
  const voids = ofYear.length - billed.length;
  return [
    ...costSays(billed, time, isClinic ? 'all therapies together' : 'this therapy'),
    patientSays(billed, isClinic ? 'The patients’ part' : 'The patient’s part'),
    ...(voids > 0 ? [`${counted(voids, 'voided claim')} ${voids === 1 ? 'is' : 'are'} not counted.`] : []),
  ];
}

function costSays(fills: readonly Fill[], time: string, whose: string): readonly string[] {
  const lacking = fills.filter((fill) => costOf(fill) === null);
  const amounts = known(fills.map(costOf));
  if (amounts.length === 0) return [`What ${whose} cost ${time} is not known.`, ...lackingSays(lacking)];
  const total = formatMoney(sumOfMoney(amounts));
  const start = `${time.charAt(0).toUpperCase()}${time.slice(1)} ${whose} cost ${total}`;
  const paidAlone = fills.filter((fill) => !fill.isUnclear && isPaidAlone(fill)).length;
  const unpaid = fills.filter((fill) => !fill.isUnclear && isUnpaid(fill)).length;
  const ofThem = unpaid > 0 ? `, ${unpaid} of them unpaid` : '';
  const tell = `${amounts.length} of ${fills.length} fills ${amounts.length === 1 ? 'tells' : 'tell'}`;
  return [
    lacking.length === 0
      ? `${start}, with ${counted(fills.length, 'fill')}${ofThem}.`
      : `${start}, as far as ${tell} what was allowed or paid${ofThem}.`,
    ...(paidAlone > 0
      ? [`Only what was paid is told for ${counted(paidAlone, 'fill')}: what the patient owes comes on top.`]
      : []),
    ...lackingSays(lacking),
  ];
}

/** How many fills lack their amounts, and what their drug is reckoned at. */
function lackingSays(fills: readonly Fill[]): readonly string[] {
  if (fills.length === 0) return [];
  const sums = sumsOf(fills);
  const drug = fills.length === 1 ? 'Its drug' : 'Their drug';
  return [
    `What was allowed or paid is not known for ${counted(fills.length, 'fill')}.`,
    ...(sums.cost.known > 0
      ? [`${drug} comes to ${sumSays(sums, 'cost')} at Medicare’s limit or the plan’s fee.`]
      : []),
  ];
}

function patientSays(fills: readonly Fill[], part: string): string {
  const amounts = known(fills.map(({ patientOwes, isUnclear }) => (isUnclear ? null : patientOwes)));
  if (amounts.length === 0) return `${part} is not known.`;
  const sum = formatMoney(sumOfMoney(amounts));
  const lacking = fills.length - amounts.length;
  if (lacking === 0) return `${part} of it is ${sum}.`;
  return `${part} is ${sum} for ${counted(amounts.length, 'fill')}, and not known for ${lacking}.`;
}

const notKnown = 'When the next refill is due is not known.';

/** When the next refill of a patient is due, in a sentence. */
export function nextOfPatient(fills: readonly Fill[], today: IsoDate): string {
  const projection = projectionOf(fills, today);
  if (!projection) return notKnown;
  const { next, isByPace } = projection;
  const [start, day] = isByPace
    ? ['By the average of the fills before, the next refill', `about ${formatDate(next)}`]
    : ['The next refill', `on ${formatDate(next)}`];
  if (next < today) return `${start} was due ${day}, and no later fill is kept.`;
  return `${start} is due ${day}.${isByPace ? ' The programmer tells the day.' : ''}`;
}

/** When the next refill of all patients is due, and of whom; whose has passed, and of how many it is not known. */
export function nextOfClinic(claims: readonly KeptClaim[], fills: readonly Fill[], today: IsoDate): readonly string[] {
  const byRecord = new Map(fills.map((fill) => [fill.record, fill]));
  const each = patientsOf(claims)
    .filter(({ isOne }) => isOne)
    .map((patient) => {
      const projection = projectionOf(fillsIn(patient.claims, byRecord), today);
      const { reference } = patient;
      return {
        name: projection?.isByPace ? `${reference} (by average)` : reference,
        next: projection?.next ?? null,
      };
    });
  const days = each.flatMap(({ next }) => (next && next >= today ? next : [])).toSorted();
  const [first] = days;
  const due = each.filter(({ next }) => next === first);
  const passed = each.filter(({ next }) => next !== null && next < today);
  const unknown = each.filter(({ next }) => next === null).length;
  if (!first && passed.length === 0) return [notKnown];
  const which = first ? 'the day' : 'the day of the next refill';
  return [
    ...(first ? [`The next refill is due on ${formatDate(first)}, of ${namesOf(due)}.`] : []),
    ...(passed.length > 0 ? [`For ${namesOf(passed)} ${which} has passed.`] : []),
    ...(unknown > 0 ? [`When the next refill of ${counted(unknown, 'patient')} is due is not known.`] : []),
  ];
}

/** In the order of their days. */
const fillsIn = (claims: readonly KeptClaim[], byRecord: ReadonlyMap<KeptClaim, Fill>): readonly Fill[] =>
  claims.flatMap((claim) => byRecord.get(claim) ?? []).toSorted((one, other) => (one.on < other.on ? -1 : 1));

const mostNamed = 3;

/** "PT-1, PT-2, PT-3 and 2 more". */
function namesOf(patients: readonly { readonly name: string }[]): string {
  const names = patients.map(({ name }) => name);
  const more = names.length - mostNamed;
  return inWords(more > 0 ? [...names.slice(0, mostNamed), `${more} more`] : names);
}
