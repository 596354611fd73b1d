import { day } from '../engine/dated';
import { type Encounter } from '../engine/encounter';
import { unknownProfile, type PayerProfile, payers, type Payer } from '../engine/payer-profile';
import { mcg } from '../engine/quantity';
import type { RowId } from './citations';

/** What the payer types are called. */
export const payerTypeNames = {
  'medicare-part-b': 'Medicare Part B',
  'medicare-advantage': 'Medicare Advantage',
  medicaid: 'Medicaid',
  commercial: 'Commercial',
  'other-government': 'Other government',
  'workers-compensation': 'Workers’ compensation',
  'self-pay': 'Self-pay',
} as const satisfies Record<Payer, string>;

/** Of a payer type nothing is filled in but what was read for all of its payers: rows 2.4, 7.3 and 9.5. */
const known: Readonly<Record<Payer, Partial<PayerProfile>>> = {
  'medicare-part-b': {
    jw: 'required',
    jwFrom: day('2017-01-01'),
    jz: 'required',
    jzFrom: day('2023-07-01'),
    authorizationDrug: 'not-required',
    authorizationPump: 'not-required',
    authorizationTrial: 'not-required',
    refillKit: 'not-paid',
    notes: [
      'That it needs no preauthorization is a pump maker’s word.',
      'Medicare must receive a claim within one calendar year of the service. There are few exceptions.',
    ],
    rows: ['2.4', '7.3', '5 A4220', '8 filing', '8 filing exceptions'] satisfies RowId[],
  },
  medicaid: { ndc: 'required', rows: ['9.5'] satisfies RowId[] },
  'medicare-advantage': {},
  commercial: {},
  'other-government': {},
  'workers-compensation': {},
  'self-pay': {
    jw: 'not-accepted',
    jz: 'not-accepted',
    ndc: 'not-required',
    authorizationDrug: 'not-required',
    authorizationPump: 'not-required',
    authorizationTrial: 'not-required',
    rows: ['2b self-pay'] satisfies RowId[],
  },
};

export const defaultProfiles = Object.fromEntries(
  payers.map((payer) => [payer, { ...unknownProfile(`type-${payer}`, payerTypeNames[payer], payer), ...known[payer] }]),
) as Readonly<Record<Payer, PayerProfile>>;

const named = (
  id: string,
  name: string,
  payer: Payer,
  read: Partial<PayerProfile> & { readonly rows: readonly [RowId, ...RowId[]] },
): PayerProfile => ({
  ...unknownProfile(id, name, payer),
  ...(payer === 'medicaid' ? known.medicaid : {}),
  ...read,
});

const undated = 'The policy that was read had no date.';

/** Payers of which a policy was read: only what it says is filled in. Sections 2b, 2.21, 6d and 9.6. */
export const namedProfiles: readonly PayerProfile[] = [
  named('bcbs-north-dakota', 'BCBS North Dakota', 'commercial', {
    jw: 'accepted',
    jz: 'not-required',
    notes: [
      'Waste is paid on a line of its own with JW.',
      'The record must tell the exact dose and the exact waste, or that the whole container was given.',
      undated,
    ],
    rows: ['2b BCBS ND'],
  }),
  named('blue-cross-north-carolina', 'Blue Cross North Carolina', 'commercial', {
    jw: 'accepted',
    lines: 'one',
    smallestPackageOnly: true,
    notes: [
      'A second line of the same drug and day without JW is denied, and so is JW alone.',
      'JA and JB are wanted only for drugs with several routes. Baclofen has one.',
      'The policy that was read is of the review of 11/2024.',
    ],
    rows: ['2b Blue Cross NC'],
  }),
  named('unitedhealthcare-maryland', 'UnitedHealthcare Community Plan Maryland', 'medicaid', {
    jw: 'accepted',
    jz: 'accepted',
    jzFrom: day('2025-05-01'),
    jzProfessionalOnly: true,
    lines: 'per-ndc',
    notes: ['The news that was read is of 03/20/2025.'],
    rows: ['2b UnitedHealthcare MD', '9.5'],
  }),
  named('lifewise-premera', 'LifeWise and Premera', 'commercial', {
    jw: 'required',
    jz: 'required',
    ndc: 'required',
    notes: ['NDC and milliliters stand on both lines: what was given, and what was wasted.', undated],
    rows: ['2b LifeWise', '9.6'],
  }),
  named('horizon-new-jersey', 'Horizon BCBS New Jersey', 'commercial', {
    jw: 'accepted',
    smallestPackageOnly: true,
    notes: ['Waste is not paid if nothing was given, or if the size of the container did not fit best.', undated],
    rows: ['2b Horizon'],
  }),
  named('texas-medicaid', 'Texas Medicaid', 'medicaid', {
    notes: [
      'JW is taken since 07/01/2020, but only for drugs dosed by weight or in varied doses. ' +
        'They must come in single-dose vials alone. Whether baclofen is one of them was not found.',
      'The notice that was read is of 06/16/2020.',
    ],
    rows: ['2b Texas', '9.5'],
  }),
  named('aetna', 'Aetna', 'commercial', {
    largestTrialDose: mcg(100),
    notes: [
      'Causes covered: spinal cord disease or injury, stroke, MS, stiff person syndrome. ' +
        'Six weeks of other treatment failed. A trial bolus helped.',
      'No pump is covered where the trial bolus did not help.',
      'The policy that was read is the copy in force on 01/01/2026.',
    ],
    rows: ['6d'],
  }),
];

/** The profile that a claim is held against: the one chosen, else what is known of its payer type. */
export const profileOf = ({ profile, payer }: Pick<Encounter, 'profile' | 'payer'>): PayerProfile =>
  profile ?? defaultProfiles[payer];
