import { readDay } from '../answers/claim-readers';
import { readMoney, readUnits } from '../answers/read-answers';
import type { RefillReading } from '../answers/read-refill';
import { readAmounts } from '../answers/told-amounts';
import { asksUnitsBeside, fillsPump, purposeBeside } from '../answers/what-is-asked';
import type { WorksheetText } from '../answers/worksheet-text';
import { daysBetween, formatDate, type IsoDate } from '../engine/dated';
import type { PumpFill } from '../engine/encounter';
import type { DraftClaim } from '../engine/claim';
import type { PreparedClaim } from '../engine/prepared-claim';
import {
  chargeFor,
  noMoney,
  noUnits,
  plus,
  sumOfMoney,
  toCents,
  unitsSum,
  type BillingUnits,
  type Mass,
  type Money,
  type Strength,
  type Volume,
} from '../engine/quantity';
import { inWords, valueIn } from '../engine/typed';
import { isIntrathecalCode } from '../rules/hcpcs';
import { paymentLimitAsOf } from '../rules/payment-limits';
import { profileOf } from '../rules/payers';
import { authorizationNumberOf, drugsBilled, drugUnitsOf, unitsUsedOf, type DrugUnits } from './authorized-units';
import type { KeptClaim, ReadKept } from './clinic-records';
import { codeBeside, codeOf } from './code-of-drug';
import { differing, identityOf, partName, plain, type Identity } from './patient-identity';
import { standingAmong, standingBeside } from './standing-claims';

/** A kept claim as a part of a therapy. Null is “not known”, which is never none. */
export type Fill = {
  readonly record: KeptClaim;
  readonly on: IsoDate;
  /** Whether the drug went into the pump; a trial did not. */
  readonly intoPump: boolean;
  /** A claim that was voided bills nothing, though its drug was given: it has no units and no cost. */
  readonly isVoid: boolean;
  /** The kept claim that it replaces or voids. */
  readonly inPlaceOf: KeptClaim | null;
  /** Whether another claim of the day replaces or voids this one, or that one, cannot be told. */
  readonly isUnclear: boolean;
  readonly given: Mass | null;
  readonly wasted: Mass | null;
  /** All units billed, those with JW included; of both drugs where two were given that day. */
  readonly units: BillingUnits | null;
  /** Of them those that went into the pump; and those of each drug, as an approval is of one. */
  readonly pumpUnits: BillingUnits | null;
  readonly drugs: readonly DrugUnits[] | null;
  /** Units with JW. */
  readonly wastedUnits: BillingUnits | null;
  /** By Medicare’s payment limit of the day, or by the plan’s fee where a profile has one; to the cent. */
  readonly cost: Money | null;
  readonly wasteCost: Money | null;
  readonly allowed: Money | null;
  readonly paid: Money | null;
  readonly patientOwes: Money | null;
  /** Volume in the pump after it. */
  readonly instilled: Volume | null;
  readonly concentration: Strength | null;
  /** Programmed after it. */
  readonly dailyDose: Mass | null;
  readonly pump: PumpFill | null;
  /** Which containers would have wasted less, in a sentence; null where none would, or it was not worked out. */
  readonly wouldHaveSaved: string | null;
};

export const dayOf = ({ dateOfService }: Pick<WorksheetText, 'dateOfService'>): IsoDate | null =>
  valueIn(dateOfService, readDay);

/** A kept claim as a fill; null without a day of service that can be read. */
export function fillOf(record: KeptClaim, read: ReadKept): Fill | null {
  const on = dayOf(record);
  if (!on) return null;
  const { claim, refill } = read(record);
  const isVoid = record.frequency === '8';
  const drugs = drugsBilled(record, claim);
  const wastes = drugs && drugs.map(unitsOfWaste);
  const pumped = drugs?.find(({ encounter }) => encounter.purpose === 'pump-fill');
  const { allowed, paid, patientOwes } = record.course;
  return {
    record,
    on,
    intoPump: fillsPump(record),
    isVoid,
    inPlaceOf: null,
    isUnclear: false,
    ...amountsOf(record, refill, claim),
    units: drugs && drugs.map(({ totalUnits }) => totalUnits).reduce(unitsSum),
    pumpUnits: drugs && (pumped?.totalUnits ?? noUnits),
    drugs: drugUnitsOf(record, claim),
    wastedUnits: wastes && wastes.reduce(unitsSum),
    cost: drugs && costOf(drugs, (drug) => drug.totalUnits),
    wasteCost: drugs && costOf(drugs, unitsOfWaste),
    allowed: valueIn(allowed, readMoney),
    paid: valueIn(paid, readMoney),
    patientOwes: valueIn(patientOwes, readMoney),
    ...pumpAfter(record, refill, claim),
    wouldHaveSaved: claim && savedBy(claim),
  };
}

/** What was in the pump after it. After a second fill of the day nobody has recorded that. */
function pumpAfter(
  record: KeptClaim,
  refill: RefillReading | null,
  claim: PreparedClaim | null,
): Pick<Fill, 'instilled' | 'concentration' | 'dailyDose' | 'pump'> {
  const told = claim?.encounter ?? null;
  if (purposeBeside(record) === 'pump-fill') {
    const only = record.purpose === 'pump-fill' ? null : (told?.drugBeside ?? null);
    const { givenVolume = null, concentration = null } = only ?? {};
    return { instilled: givenVolume, concentration, dailyDose: null, pump: null };
  }
  const pump = refill?.pumpFill ?? null;
  return {
    instilled: pump?.instilled ?? (refill ? null : (told?.givenVolume ?? null)),
    concentration: pump?.concentration ?? told?.concentration ?? null,
    dailyDose: pump?.dailyDose ?? null,
    pump,
  };
}

/** What these units of each drug cost together; null where one of them has no price. */
function costOf(drugs: readonly DraftClaim[], unitsOfOne: (drug: DraftClaim) => BillingUnits): Money | null {
  const costs = drugs.map((drug) => {
    const units = unitsOfOne(drug);
    const perUnit = pricePerUnit(drug);
    if (drugs.length > 1 && units.units === 0) return noMoney;
    return perUnit && toCents(chargeFor(units, perUnit));
  });
  const known = costs.flatMap((each) => each ?? []);
  return known.length === costs.length ? sumOfMoney(known) : null;
}

/** Given and wasted of every drug of the day; a second one is known with the claim alone. */
function amountsOf(
  record: KeptClaim,
  refill: RefillReading | null,
  claim: PreparedClaim | null,
): Pick<Fill, 'given' | 'wasted'> {
  const first = amountsOfFirst(record, refill);
  if (purposeBeside(record) === null) return first;
  const second = claim?.encounter.drugBeside ?? null;
  const together = (one: Mass | null, other: Mass | undefined) => (one && other ? plus(one, other) : null);
  return { given: together(first.given, second?.given), wasted: together(first.wasted, second?.wasted) };
}

/** Given and wasted are known before the claim is, as soon as they can be read. */
function amountsOfFirst(record: KeptClaim, refill: RefillReading | null): Pick<Fill, 'given' | 'wasted'> {
  if (refill) return { given: refill.given, wasted: refill.wasted };
  const { doseGiven, doseWasted } = readAmounts(record);
  const massOf = (amount: typeof doseGiven) => (amount && 'value' in amount ? amount.value.mass : null);
  return { given: massOf(doseGiven), wasted: massOf(doseWasted) };
}

const unitsOfWaste = ({ lines }: DraftClaim): BillingUnits =>
  lines.reduce((sum, { of, unitsOfService }) => (of === 'discarded' ? unitsSum(sum, unitsOfService) : sum), noUnits);

function pricePerUnit({ code, encounter, tables }: DraftClaim): Money | null {
  const hcpcs = code?.hcpcs;
  const fee = hcpcs === 'J0475' && encounter.payer !== 'medicare-part-b' ? profileOf(encounter).feePerUnit : null;
  if (fee || !isIntrathecalCode(hcpcs)) return fee;
  const limit = paymentLimitAsOf(hcpcs, tables, encounter.dateOfService);
  return limit.standing === 'in-force' ? limit.perUnit : null;
}

/** What the rule on the smallest package found. */
const savedBy = ({ findings }: PreparedClaim): string | null =>
  findings.find(({ rule, verdict }) => rule.id === 'amounts/smallest-package' && verdict.outcome === 'needs-review')
    ?.verdict.because ?? null;

/** Claims of one patient reference that are of one patient, as far as they tell. */
export type Patient = {
  readonly reference: string;
  readonly identity: Identity;
  /** False of the claims that fit several patients, so that nobody knows whose they are. */
  readonly isOne: boolean;
  readonly claims: readonly KeptClaim[];
};

/** What tells a patient from others of the same reference, in words: "birth date 01/02/1950". */
export const toldOf = ({ identity, isOne }: Patient): string =>
  isOne
    ? Object.entries(identity)
        .map(([name, text]) => `${partName(name)} ${text}`)
        .join(', ')
    : 'fits several patients';

const byReference = new WeakMap<readonly KeptClaim[], ReadonlyMap<string, readonly Patient[]>>();

/** Every patient among the kept claims, by the reference without its capitals. */
function patientsIn(claims: readonly KeptClaim[]): ReadonlyMap<string, readonly Patient[]> {
  const known = byReference.get(claims);
  if (known) return known;
  const ofReference = new Map<string, KeptClaim[]>();
  for (const claim of claims) {
    const key = plain(claim.patientReference);
    if (key !== '') ofReference.set(key, [...(ofReference.get(key) ?? []), claim]);
  }
  const made = new Map([...ofReference].map(([key, own]) => [key, told(own)]));
  byReference.set(claims, made);
  return made;
}

/**
 * Claims that tell nothing against each other are of one patient. A claim that fits two which tell against each other
 * goes to neither, whichever was kept first.
 */
function told(claims: readonly KeptClaim[]): readonly Patient[] {
  const each = claims.map((claim) => ({ claim, identity: identityOf(claim) }));
  const kinds = [...new Map(each.map(({ identity }) => [JSON.stringify(identity), identity])).values()];
  const sure = kinds.filter((kind) => areAlike(kinds.filter((other) => isAlike(kind, other))));
  const sureKeys = new Set(sure.map((kind) => JSON.stringify(kind)));
  const groups = new Map<Identity | null, (typeof each)[number][]>();
  for (const one of each) {
    const isSure = sureKeys.has(JSON.stringify(one.identity));
    const whose = (isSure && sure.find((kind) => isAlike(kind, one.identity))) || null;
    groups.set(whose, [...(groups.get(whose) ?? []), one]);
  }
  return [...groups]
    .map(([whose, own]) => ({
      reference: own[0]?.claim.patientReference.trim() ?? '',
      identity: whose ? (Object.assign({}, ...own.map(({ identity }) => identity)) as Identity) : {},
      isOne: whose !== null,
      claims: own.map(({ claim }) => claim),
    }))
    .toSorted((one, other) => Number(other.isOne) - Number(one.isOne));
}

const isAlike = (one: Identity, other: Identity): boolean => differing(one, other).length === 0;
const areAlike = (all: readonly Identity[]): boolean =>
  all.every((one, place) => all.slice(place + 1).every((other) => isAlike(one, other)));

/** All patients of the clinic that have a reference, in its order. */
export const patientsOf = (claims: readonly KeptClaim[]): readonly Patient[] =>
  [...patientsIn(claims)].toSorted(([one], [other]) => (one < other ? -1 : 1)).flatMap(([, patients]) => patients);

type Others = { readonly recordId: string; readonly claims: readonly KeptClaim[] };
const besides = new WeakMap<readonly KeptClaim[], Others>();

/** The kept claims without the one that is in the form. */
function claimsBeside({ recordId }: WorksheetText, claims: readonly KeptClaim[]): readonly KeptClaim[] {
  if (recordId === '') return claims;
  const known = besides.get(claims);
  if (known?.recordId === recordId) return known.claims;
  const others = { recordId, claims: claims.filter((each) => each.recordId !== recordId) };
  besides.set(claims, others);
  return others.claims;
}

/**
 * The kept patient of the claim in the form, and in a sentence who else stands under its reference. Null where there is
 * none, or where it cannot be told which of several.
 */
export function patientOf(
  worksheet: WorksheetText,
  claims: readonly KeptClaim[],
): { readonly patient: Patient | null; readonly others: string | null } {
  const patients = patientsIn(claimsBeside(worksheet, claims)).get(plain(worksheet.patientReference));
  if (!patients) return { patient: null, others: null };
  const identity = identityOf(worksheet);
  const same = patients.filter((each) => isAlike(each.identity, identity));
  const [patient] = same;
  if ((patients.length > 1 && same.length !== 1) || patient?.isOne === false)
    return {
      patient: null,
      others:
        'Several patients are kept under this reference, so nothing is taken from their records. ' +
        'Enter the account, or correct the reference.',
    };
  const [other] = patients.filter((each) => each !== patient);
  return { patient: patient ?? null, others: other ? another(other, identity, patient ?? null) : null };
}

/** The kept patient that a claim in the form belongs to, with its own record where it is kept. */
export const patientInForm = (worksheet: WorksheetText, claims: readonly KeptClaim[]): Patient | null => {
  const own = patientsOf(claims).find((each) => each.claims.some((kept) => isOwnRecord(kept, worksheet)));
  return own ?? patientOf(worksheet, claims).patient;
};
const isOwnRecord = ({ recordId }: KeptClaim, worksheet: WorksheetText): boolean =>
  recordId !== '' && recordId === worksheet.recordId;

/** "The record of 08/03/2026 under this reference has another birth date: it is not counted here." */
function another({ claims, identity }: Patient, own: Identity, patient: Patient | null): string {
  const differs = differing(identity, { ...patient?.identity, ...own });
  const [first] = claims.map(dayOf).filter((day) => day !== null);
  const which = first ? `The record of ${formatDate(first)}` : 'A record';
  return `${which} under this reference has another ${inWords(differs)}. It is not counted. Check the reference.`;
}

/** How a kept claim stands among those of its patient and day; null without a day that can be read. */
type Stands = { readonly on: IsoDate | null; readonly inPlaceOf: KeptClaim | null; readonly isUnclear: boolean };

/** The kept claims that stand: one that replaces or voids the only first claim of its patient and day in its place. */
export function standingClaims(claims: readonly KeptClaim[]): ReadonlyMap<KeptClaim, Stands> {
  const patients = new Map(
    patientsOf(claims).flatMap((patient, place) => patient.claims.map((claim) => [claim, place] as const)),
  );
  const ofDay = new Map<string, { readonly record: KeptClaim; readonly on: IsoDate | null }[]>();
  for (const record of claims) {
    const on = dayOf(record);
    const key = on ? `${on} ${patients.get(record) ?? record.recordId}` : record.recordId;
    ofDay.set(key, [...(ofDay.get(key) ?? []), { record, on }]);
  }
  return new Map(
    [...ofDay.values()].flatMap(standingAmong).map(({ claim: { record, on }, inPlaceOf, isUnclear }) => {
      return [record, { on, inPlaceOf: inPlaceOf?.record ?? null, isUnclear }];
    }),
  );
}

/** The fills that stand, in the order of their days; those of one day as they were kept. */
export function fillsOf(claims: readonly KeptClaim[], read: ReadKept): readonly Fill[] {
  const standing = standingClaims(claims);
  return claims
    .flatMap((claim): readonly Fill[] => {
      const stands = standing.get(claim);
      const fill = stands ? fillOf(claim, read) : null;
      if (!stands || !fill) return [];
      return [stands.isUnclear ? unclear(fill) : { ...fill, inPlaceOf: stands.inPlaceOf }];
    })
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

/** A fill of which nobody knows whether its claim stands: its units are not known. */
const unclear = (fill: Fill): Fill => ({
  ...fill,
  units: null,
  pumpUnits: null,
  drugs: null,
  wastedUnits: null,
  cost: null,
  wasteCost: null,
  isUnclear: true,
});

/** Units of other claims together, and the claims that they are of; null where those of one are not known. */
export type Counted = { readonly fills: readonly Fill[]; readonly units: BillingUnits | null };

/** What the other claims under a preauthorization used of one drug’s approval, whenever they are of. */
type Authorized = Counted & {
  /** How many of them are of a later day than the claim. */
  readonly later: number;
  readonly approved: BillingUnits | null;
  readonly daysLeft: number | null;
};

/** What the other kept claims of a patient tell of a claim. */
export type History = {
  /** Into the pump, before the day. */
  readonly lastFill: Fill | null;
  /** Whole days from the last fill to this day; null where there was none. */
  readonly days: number | null;
  /** Other fills of the pump on the same day, and later ones. */
  readonly sameDay: readonly Fill[];
  readonly later: readonly Fill[];
  /** Units of J0475 that fills for this payer type billed in so many days before. */
  readonly inPeriod: Counted | null;
  /**
   * Units of the first drug’s code, and of the second one’s, that other claims under the same preauthorization number
   * bill within its dates; null without a number, and where no code is told.
   */
  readonly authorized: Authorized | null;
  readonly authorizedBeside: Authorized | null;
};

/** What other fills tell of a claim on a day, for a profile that counts so many days; null: it counts none. */
export function historyOf(
  worksheet: WorksheetText,
  on: IsoDate,
  fills: readonly Fill[],
  periodDays: number | null,
): History {
  const pumpFills = fills.filter(({ intoPump }) => intoPump);
  const lastFill = pumpFills.findLast((fill) => fill.on < on) ?? null;
  const isInPeriod = (fill: Fill) =>
    periodDays !== null &&
    !fill.isVoid &&
    fill.record.payer === worksheet.payer &&
    fill.on < on &&
    daysBetween(fill.on, on) <= periodDays;
  return {
    lastFill,
    days: lastFill && daysBetween(lastFill.on, on),
    sameDay: pumpFills.filter((fill) => fill.on === on && !isMadeFrom(worksheet, fill)),
    later: pumpFills.filter((fill) => fill.on > on),
    inPeriod: periodDays === null ? null : pumpUnitsOf(pumpFills.filter(isInPeriod)),
    ...authorizedOf(worksheet, on, fills),
  };
}

const pumpUnitsOf = (fills: readonly Fill[]): Counted => ({
  fills,
  units: fills.reduce<BillingUnits | null>((sum, { pumpUnits: own }) => sum && own && unitsSum(sum, own), noUnits),
});

/** Whether a claim corrects a fill, or was made from what came back of it: one fill, and no second one. */
const isMadeFrom = ({ corrects, madeFrom }: WorksheetText, { record: { recordId } }: Fill): boolean =>
  recordId !== '' && (recordId === corrects || recordId === madeFrom.claim);

function authorizedOf(
  worksheet: WorksheetText,
  on: IsoDate,
  fills: readonly Fill[],
): Pick<History, 'authorized' | 'authorizedBeside'> {
  if (authorizationNumberOf(worksheet) === '') return { authorized: null, authorizedBeside: null };
  const others = fillsBeside(worksheet, on, fills).filter((fill) => !fill.isVoid || fill.isUnclear);
  const lastDay = valueIn(worksheet.lastDay, readDay);
  const ofCode = (code: string | null, { unitsApproved }: Pick<WorksheetText, 'unitsApproved'>): Authorized | null => {
    if (code === null) return null;
    const { claims, units } = unitsUsedOf(code, worksheet, others);
    return {
      fills: claims,
      units,
      later: claims.filter((fill) => fill.on > on).length,
      approved: valueIn(unitsApproved, readUnits),
      daysLeft: lastDay && daysBetween(on, lastDay),
    };
  };
  return {
    authorized: ofCode(codeOf(worksheet), worksheet),
    authorizedBeside: asksUnitsBeside(worksheet) ? ofCode(codeBeside(worksheet), worksheet.drugBeside) : null,
  };
}

/** The fills that are not this claim under another number: what it replaces or voids, or what does so with it. */
function fillsBeside(worksheet: WorksheetText, on: IsoDate, fills: readonly Fill[]): readonly Fill[] {
  const ofDay = fills.filter((fill) => fill.on === on);
  const records = ofDay.flatMap(({ record, inPlaceOf }) => (inPlaceOf ? [record, inPlaceOf] : [record]));
  const beside = standingBeside(
    { record: worksheet },
    records.map((record) => ({ record })),
  );
  if (!beside) return fills.map((fill) => (fill.on === on ? unclear(fill) : fill));
  return fills.filter((fill) => fill.on !== on || beside.some(({ record }) => record === fill.record));
}
