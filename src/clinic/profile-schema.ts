import * as z from 'zod/mini';
import { payers } from '../engine/payer-profile';
import { linePlans, modifierStances, ndcLayouts, needs, refillKitStances, type PayerProfile } from '../engine/payer-profile';
import { mcg, ndcDecimalsMost, unitsOf } from '../engine/quantity';
import { usualOrder } from '../rules/modifiers';
import { calendarDay, decimalText, dollars, dollarsText, lineOfText, mustBeObject, oneOf, orUnknown, readAs, wholeNumber } from './json-values';

/** The keys of a profile in JSON, in the order in which they are asked for and written, and what each is called. */
export const profileLabels = {
  name: 'Name of the payer',
  payer: 'Payer type',
  jw: 'JW',
  jwFrom: 'JW from',
  jz: 'JZ',
  jzFrom: 'JZ from',
  jzProfessionalOnly: 'JZ on professional claims only',
  smallestPackageOnly: 'Waste paid from the smallest package only',
  kd: 'KD on pump fills',
  lines: 'Lines for one drug and day',
  modifierOrder: 'Order of modifiers',
  ndc: 'NDC',
  ndcLayout: 'Place of the NDC on the paper claim',
  ndcDecimals: 'Decimals of the NDC quantity',
  authorizationDrug: 'Preauthorization of the drug',
  authorizationPump: 'Preauthorization of the pump',
  authorizationTrial: 'Preauthorization of the trial',
  authorizationNumberFormat: 'Format of the preauthorization number',
  retroactiveDays: 'Days to ask after the service',
  minimumDaysBetweenFills: 'Minimum days between fills',
  unitsPerFill: 'Units per fill',
  unitsPerPeriod: 'Units per period',
  periodDays: 'Days in the period',
  largestTrialDoseMcg: 'Largest trial dose, in mcg',
  refillKit: 'A4220 beside a refill',
  filingDays: 'Days to file the claim',
  feePerUnit: 'Fee per unit of J0475, in dollars',
  verifiedOn: 'Verified on',
  verifiedBy: 'Verified by',
  verifiedReference: 'Reference of the verification',
  reviewBy: 'Review by',
} as const;
export type ProfileKey = keyof typeof profileLabels;
export const profileKeys = Object.keys(profileLabels) as ProfileKey[];

/** The label without its unit, as it begins a sentence. */
export const labelInWords = (label: string): string => label.replace(/, in .*/, '');
/** The label as it stands within a sentence: abbreviations and codes keep their capitals. */
export const labelInSentence = (label: string): string => labelInWords(label).replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());

/** Two names that a reader would take for the same have the same key. */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase();
export const nameTaken = 'is also the name of another profile';

const days = (from: number) =>
  // JSON has a -0, and nothing else here has.
  orUnknown(wholeNumber(from, 3_650, Math.abs));
const units = orUnknown(wholeNumber(1, 9_999, unitsOf));
const need = orUnknown(oneOf(needs));
const stance = orUnknown(oneOf(modifierStances));
const text = orUnknown(lineOfText(120));
const date = orUnknown(calendarDay);
const yesOrNo = orUnknown(readAs((value) => (typeof value === 'boolean' ? value : undefined), 'must be true or false'));

const modifierOrder = readAs(
  (value) => (isModifierOrder(value) ? value : undefined),
  `must be modifiers out of ${usualOrder.join(', ')}, each once`,
);

function isModifierOrder(value: unknown): value is readonly string[] {
  if (!Array.isArray(value) || value.length === 0 || new Set(value).size !== value.length) return false;
  return value.every((each) => usualOrder.includes(each));
}

const told = z
  .strictObject(
    {
      name: lineOfText(60),
      payer: oneOf(payers),
      jw: stance,
      jwFrom: date,
      jz: stance,
      jzFrom: date,
      jzProfessionalOnly: yesOrNo,
      smallestPackageOnly: yesOrNo,
      kd: yesOrNo,
      lines: orUnknown(oneOf(linePlans)),
      modifierOrder: orUnknown(modifierOrder),
      ndc: need,
      ndcLayout: orUnknown(oneOf(ndcLayouts)),
      ndcDecimals: orUnknown(wholeNumber(0, ndcDecimalsMost, Math.abs)),
      authorizationDrug: need,
      authorizationPump: need,
      authorizationTrial: need,
      authorizationNumberFormat: orUnknown(lineOfText(50)),
      retroactiveDays: days(0),
      minimumDaysBetweenFills: days(1),
      unitsPerFill: units,
      unitsPerPeriod: units,
      periodDays: days(1),
      largestTrialDoseMcg: orUnknown(wholeNumber(1, 9_999, mcg)),
      refillKit: orUnknown(oneOf(refillKitStances)),
      filingDays: days(1),
      feePerUnit: orUnknown(dollars),
      verifiedOn: date,
      verifiedBy: text,
      verifiedReference: text,
      reviewBy: date,
    } satisfies Record<ProfileKey, z.ZodMiniType>,
    mustBeObject,
  )
  .check(
    needsAlso('jwFrom', 'jw'),
    needsAlso('jzFrom', 'jz'),
    needsAlso('jzProfessionalOnly', 'jz'),
    needsAlso('unitsPerPeriod', 'periodDays'),
    needsAlso('periodDays', 'unitsPerPeriod'),
  );

/** Refuses an answer that says nothing without another one. */
function needsAlso(key: ProfileKey, other: ProfileKey) {
  return z.refine<Readonly<Record<ProfileKey, unknown>>>((profile) => profile[key] === null || profile[other] !== null, {
    path: [key],
    error: `needs “${profileLabels[other]}” to be filled in too`,
  });
}

/** A profile as JSON, from a file or from the form, into the facts that it tells. */
export const profileSchema = z.pipe(
  told,
  z.transform(
    ({ largestTrialDoseMcg, ...facts }): PayerProfile => ({
      ...facts,
      id: `own-${facts.name}`,
      largestTrialDose: largestTrialDoseMcg,
      notes: [],
      rows: [],
    }),
  ),
);

/** What `profileSchema` reads, with null for what is not known. */
export const profileJson = (profile: PayerProfile) =>
  ({
    name: profile.name,
    payer: profile.payer,
    jw: profile.jw,
    jwFrom: profile.jwFrom,
    jz: profile.jz,
    jzFrom: profile.jzFrom,
    jzProfessionalOnly: profile.jzProfessionalOnly,
    smallestPackageOnly: profile.smallestPackageOnly,
    kd: profile.kd,
    lines: profile.lines,
    modifierOrder: profile.modifierOrder,
    ndc: profile.ndc,
    ndcLayout: profile.ndcLayout,
    ndcDecimals: profile.ndcDecimals,
    authorizationDrug: profile.authorizationDrug,
    authorizationPump: profile.authorizationPump,
    authorizationTrial: profile.authorizationTrial,
    authorizationNumberFormat: profile.authorizationNumberFormat,
    retroactiveDays: profile.retroactiveDays,
    minimumDaysBetweenFills: profile.minimumDaysBetweenFills,
    unitsPerFill: profile.unitsPerFill?.units ?? null,
    unitsPerPeriod: profile.unitsPerPeriod?.units ?? null,
    periodDays: profile.periodDays,
    largestTrialDoseMcg: profile.largestTrialDose && Number(decimalText(profile.largestTrialDose.ng, 3)),
    refillKit: profile.refillKit,
    filingDays: profile.filingDays,
    feePerUnit: profile.feePerUnit && dollarsText(profile.feePerUnit),
    verifiedOn: profile.verifiedOn,
    verifiedBy: profile.verifiedBy,
    verifiedReference: profile.verifiedReference,
    reviewBy: profile.reviewBy,
  }) satisfies Record<ProfileKey, unknown>;
