import { daysAfter, daysBetween, formatDate, formatDays, monthNames, type IsoDate } from '../engine/dated';
import { pumpOutlook } from '../engine/pump-outlook';
import {
  chargeFor,
  formatMass,
  formatMoney,
  formatUnits,
  noMass,
  noMoney,
  noUnits,
  plus,
  sumOfMoney,
  timesMass,
  unitsLeft,
  unitsOf,
  unitsSum,
  type BillingUnits,
  type Mass,
  type Money,
} from '../engine/quantity';
import { readDay } from '../answers/claim-readers';
import { readUnits } from '../answers/read-answers';
import { valueIn } from '../engine/typed';
import { authorizationNumberOf } from '../records/authorized-units';
import type { Fill } from '../records/patient-fills';

/** The sum of what is known, and of how many fills it was known. */
type SumOf<T> = { readonly sum: T; readonly known: number };

type Kinds = { mass: Mass; units: BillingUnits; money: Money };
const adding: {
  readonly [Kind in keyof Kinds]: readonly [Kinds[Kind], (a: Kinds[Kind], b: Kinds[Kind]) => Kinds[Kind]];
} = {
  mass: [noMass, plus],
  units: [noUnits, unitsSum],
  money: [noMoney, (a, b) => sumOfMoney([a, b])],
};

/** What is summed of fills, in the order of the tables. */
export const summed = [
  { name: 'given', kind: 'mass', label: 'Given' },
  { name: 'wasted', kind: 'mass', label: 'Wasted' },
  { name: 'units', kind: 'units', label: 'Units' },
  { name: 'wastedUnits', kind: 'units', label: 'Units wasted' },
  { name: 'cost', kind: 'money', label: 'Drug cost' },
  { name: 'allowed', kind: 'money', label: 'Allowed' },
  { name: 'paid', kind: 'money', label: 'Paid' },
  { name: 'patientOwes', kind: 'money', label: 'Patient owes' },
  { name: 'wasteCost', kind: 'money', label: 'Cost of the waste' },
] as const;
export type SummedName = (typeof summed)[number]['name'];

export type Sums = {
  readonly [Each in (typeof summed)[number] as Each['name']]: SumOf<Kinds[Each['kind']]>;
} & {
  readonly fills: number;
  /** How many of them were voided, and bill nothing. */
  readonly voids: number;
};

/** What a voided claim has none of. */
const billed: readonly SummedName[] = ['units', 'wastedUnits', 'cost', 'wasteCost'];

/** What is not known of a fill is left out of the sum, which says of how many it is. */
export const sumsOf = (fills: readonly Fill[]): Sums =>
  ({
    fills: fills.length,
    voids: fills.filter(({ isVoid }) => isVoid).length,
    ...Object.fromEntries(
      summed.map(({ name, kind }) => [
        name,
        sumOf(
          kind,
          fills.map((fill) => fill[name]),
        ),
      ]),
    ),
  }) as Sums;

function sumOf<Kind extends keyof Kinds>(kind: Kind, amounts: readonly unknown[]): SumOf<Kinds[Kind]> {
  const [none, add] = adding[kind];
  const known = amounts.filter((amount) => amount !== null) as Kinds[Kind][];
  return { sum: known.reduce(add, none), known: known.length };
}

const formats = {
  mass: (sum: Mass) => formatMass(sum),
  units: ({ units }: BillingUnits) => String(units),
  money: formatMoney,
} as const;

/**
 * "$1,451.73", "$744.42 (1 of 3)" where it is of some fills only, and "not known" where it is of none. Voided claims
 * are not among those that could have units and cost; "void" where there are no others.
 */
export function sumSays(sums: Sums, name: SummedName): string {
  const kind = summed.find((each) => each.name === name)?.kind ?? 'units';
  const { sum, known } = sums[name];
  const fills = sums.fills - (billed.includes(name) ? sums.voids : 0);
  if (fills === 0 && sums.voids > 0) return 'void';
  if (known === 0) return 'not known';
  const amount = (formats[kind] as (sum: unknown) => string)(sum);
  return known === fills ? amount : `${amount} (${known} of ${fills})`;
}

/** Whether an amount is of some fills only: "1 of 3". */
export const isOfSome = (sums: Sums, name: SummedName): boolean => sumSays(sums, name).endsWith(')');

export type Grouping = 'fill' | 'month' | 'year';

export type TherapyRow = { readonly key: string; readonly name: string; readonly sums: Sums };

/** "11/20/2026", "11/20/2026, PT-1" of a whole clinic. */
export const nameOfFill = ({ on, record: { patientReference } }: Fill, isClinic: boolean): string =>
  formatDate(on) + (isClinic ? `, ${patientReference.trim() || 'no reference'}` : '');

/** The fills one by one, of a whole clinic with whose they are, or by month or year together; oldest first. */
export function rowsOf(fills: readonly Fill[], by: Grouping, isClinic = false): readonly TherapyRow[] {
  if (by === 'fill')
    return fills.map((fill) => ({
      key: fill.record.recordId,
      name: nameOfFill(fill, isClinic),
      sums: sumsOf([fill]),
    }));
  const keyOf = ({ on }: Fill) => on.slice(0, by === 'year' ? 4 : 7);
  return [...new Set(fills.map(keyOf))].map((key) => ({
    key,
    name: by === 'year' ? key : `${monthNames[Number(key.slice(5)) - 1]?.slice(0, 3)} ${key.slice(0, 4)}`,
    sums: sumsOf(fills.filter((fill) => keyOf(fill) === key)),
  }));
}

/** A preauthorization as the claims under its number tell it, the last of them first; of units only within its days. */
export type Authorization = {
  readonly number: string;
  readonly from: IsoDate | null;
  readonly through: IsoDate | null;
  /** By the code of the drug, of which an approval is; null where no claim under it has one. */
  readonly byCode: readonly UsedOfCode[];
  readonly fills: number;
  /** What is wrong with it, or is not known. */
  readonly says: readonly string[];
};

type UsedOfCode = {
  readonly code: string | null;
  readonly approved: BillingUnits | null;
  readonly used: SumOf<BillingUnits>;
  /** The first fill that goes beyond what was approved, and by how much. */
  readonly beyond: { readonly on: IsoDate; readonly over: BillingUnits } | null;
};

export function authorizationsOf(fills: readonly Fill[]): readonly Authorization[] {
  const numbers = [...new Set(fills.map(({ record }) => authorizationNumberOf(record)))].filter(Boolean);
  return numbers.map((number) =>
    authorizationOf(fills.filter(({ record }) => authorizationNumberOf(record) === number)),
  );
}

function authorizationOf(fills: readonly Fill[]): Authorization {
  const lastTold = (name: 'firstDay' | 'lastDay') =>
    fills.map(({ record }) => valueIn(record[name], readDay)).findLast((value) => value !== null) ?? null;
  const [from, through] = [lastTold('firstDay'), lastTold('lastDay')];
  const counted = fills.filter(({ isVoid }) => !isVoid);
  const isOutside = ({ on }: Fill) => (from !== null && on < from) || (through !== null && on > through);
  const within = counted.filter((fill) => !isOutside(fill));
  const codes = [...new Set(counted.flatMap(({ drugs }) => drugs?.map(({ code }) => code) ?? []))];
  const byCode = (codes.length > 0 ? codes : [null]).map((code) => usedOfCode(code, codes.length > 1, fills, within));
  return {
    number: fills.at(-1)?.record.priorAuthorizationNumber.trim() ?? '',
    from,
    through,
    byCode,
    fills: within.length,
    says: [
      ...byCode.flatMap((each) => unitsSay(each, byCode.length > 1)),
      ...unknownSay(within),
      ...outsideSay(counted.filter(isOutside)),
    ],
  };
}

/** Of one code among several, or of the only one: what a claim on hold tells of its approval is of that. */
function usedOfCode(
  code: string | null,
  isOfSeveral: boolean,
  fills: readonly Fill[],
  within: readonly Fill[],
): UsedOfCode {
  const drugIn = ({ drugs }: Fill) => drugs?.find((drug) => drug.code === code);
  const approvedIn = (fill: Fill) =>
    fill.drugs || isOfSeveral ? (drugIn(fill)?.approved ?? null) : valueIn(fill.record.unitsApproved, readUnits);
  const approved = fills.map(approvedIn).findLast((value) => value !== null) ?? null;
  let used: SumOf<BillingUnits> = { sum: noUnits, known: 0 };
  let beyond: UsedOfCode['beyond'] = null;
  for (const fill of within) {
    const units = drugIn(fill)?.units;
    if (!units) continue;
    used = { sum: unitsSum(used.sum, units), known: used.known + 1 };
    const over = approved && unitsLeft(used.sum, approved);
    if (!beyond && over && over.units > 0) beyond = { on: fill.on, over };
  }
  return { code, approved, used, beyond };
}

/** From which fill on more was billed than approved. */
function unitsSay({ code, approved, beyond }: UsedOfCode, isOfSeveral: boolean): readonly string[] {
  const of = isOfSeveral ? ` of ${code}` : '';
  if (!approved) return [`The units approved${of} are not told.`];
  if (!beyond) return [];
  const over = `${formatUnits(beyond.over)}${of}`;
  return [`The fill of ${formatDate(beyond.on)} goes ${over} beyond the ${approved.units} approved.`];
}

function unknownSay(fills: readonly Fill[]): readonly string[] {
  const unknown = fills.filter(({ units }) => units === null).length;
  return unknown > 0 ? [`The units of ${unknown} of ${fills.length} claims are not known.`] : [];
}

function outsideSay(fills: readonly Fill[]): readonly string[] {
  const [first, ...others] = fills;
  if (!first) return [];
  return others.length === 0
    ? [`The fill of ${formatDate(first.on)} is outside its days.`]
    : [`${fills.length} fills are outside its days, the first of ${formatDate(first.on)}.`];
}

/** What does not fit together among the fills of a patient. */
export function contradictionsIn(fills: readonly Fill[]): readonly string[] {
  const clear = fills.filter(({ intoPump, isVoid, isUnclear }) => intoPump && !isVoid && !isUnclear);
  const days = clear.map(({ on }) => on);
  const twice = [...new Set(days.filter((day, place) => days.indexOf(day) !== place))];
  const unclear = [...new Set(fills.filter(({ isUnclear }) => isUnclear).map(({ on }) => on))];
  return [
    ...twice.map((day) => `Two fills of ${formatDate(day)} are kept. Check that one is not billed twice.`),
    ...unclear.map(
      (day) =>
        `Which claim of ${formatDate(day)} was replaced or voided cannot be told, so their units are not counted. ` +
        'Delete the claims that do not stand.',
    ),
  ];
}

/** When the next refill is due, and what a year of such refills comes to. */
type Projection = {
  readonly next: IsoDate;
  /** How it was found. */
  readonly because: string;
  /** Whether only the average of the fills before tells it: an estimate. */
  readonly isByPace: boolean;
  readonly year: {
    readonly refills: number;
    readonly given: Mass | null;
    readonly units: BillingUnits | null;
    readonly cost: Money | null;
  };
  readonly assumptions: readonly string[];
};

const daysInYear = 365;

/** Null where neither a daily dose nor two fills tell how long one lasts. */
export function projectionOf(fills: readonly Fill[], today: IsoDate): Projection | null {
  const pumpFills = fills.filter(({ intoPump }) => intoPump);
  const last = pumpFills.at(-1);
  const due = last && (dueByPump(last) ?? dueByPace(pumpFills, last));
  if (!last || !due) return null;
  const interval = daysBetween(last.on, due.next);
  if (interval < 1) return null;
  // The nearest whole number, so that refills every 92 days are four a year.
  const refills = Math.max(1, Math.floor((2 * daysInYear + interval) / (2 * interval)));
  const { given, units, cost } = last;
  return {
    ...due,
    year: {
      refills,
      given: given && timesMass(given, refills),
      units: units && unitsOf(units.units * refills),
      cost: cost && chargeFor(unitsOf(refills), cost),
    },
    assumptions: [
      `Each refill is taken to be like that of ${formatDate(last.on)}, one in ${formatDays(interval)}.`,
      'Each unit is taken at the price of that day. Prices change every quarter.',
      'Another dose, concentration or container changes all of it.',
      ...(due.next < today ? ['That day has passed. If the pump was refilled since, keep that claim too.'] : []),
    ],
  };
}

type Due = Pick<Projection, 'next' | 'because' | 'isByPace'>;

function dueByPump({ pump, on }: Fill): Due | null {
  if (!pump) return null;
  const { latestRefill, alarmDate, stabilityEnd } = pumpOutlook(pump, on);
  const of = `of the fill of ${formatDate(on)}`;
  if (latestRefill) {
    const decides =
      latestRefill.decidedBy === 'alarm'
        ? `${formatDays(pump.leadDays ?? 0)} before the alarm`
        : 'the end of stability';
    return {
      next: latestRefill.date,
      because: `By the dose and volume ${of}: ${decides}. The programmer decides.`,
      isByPace: false,
    };
  }
  if (!alarmDate) return null;
  return stabilityEnd && stabilityEnd < alarmDate
    ? { next: stabilityEnd, because: `This is the end of stability ${of}.`, isByPace: false }
    : { next: alarmDate, because: `This is the alarm ${of}. The lead days were not told.`, isByPace: false };
}

function dueByPace(pumpFills: readonly Fill[], last: Fill): Due | null {
  const [first] = pumpFills;
  const days = new Set(pumpFills.map(({ on }) => on)).size;
  if (!first || days < 2) return null;
  const apart = Math.floor(daysBetween(first.on, last.on) / (days - 1));
  const next = daysAfter(last.on, apart);
  const because = `${days} fills were ${formatDays(apart)} apart on average. No daily dose was told for the last one.`;
  return next ? { next, because, isByPace: true } : null;
}
