import type { Resubmission } from '../engine/claim';
import type { Setting } from '../engine/encounter';
import { linesOf, totalChargeOf } from '../engine/claim-lines';
import type { PreparedClaim } from '../engine/prepared-claim';
import { isMoreMoney, isSameMoney, moneyLeft, noMoney, sumOfMoney, type Money } from '../engine/quantity';
import { totalPaid, type LinePayment } from '../engine/first-payer';
import type { Parties } from './parties';
import { causeOf, indicatorOf, isMedicare, isSecondary } from './party-specs';
import { withoutRevenue } from './revenue-codes';
import { valueCodes } from './value-codes';
import type { Reason } from './written';

/*
 * What the UB-04 and the 837I tell of a hospital’s claim in codes of their own: type of bill, conditions, occurrences
 * and values (whole claim, section 5). Which code stands for which fact was not read in the manual: the hospital
 * confirms them with the payer.
 */

const facilities: Partial<Record<Setting, string>> = {
  'hospital-outpatient': '13',
  'critical-access-hospital': '85',
  rhc: '71',
  fqhc: '77',
};

/** The first two digits of the type of bill, as CLM05-1 has them; '' for a setting without one. */
export const facilityOf = ({ encounter: { setting } }: PreparedClaim): string => facilities[setting] ?? '';

/** Form locator 4, "0137": a 0 before the two digits, and whether the claim is new, replaces or voids behind them. */
export const typeOfBill = (claim: PreparedClaim, { code }: Resubmission): string => `0${facilityOf(claim)}${code}`;

export type HospitalCodes = {
  readonly conditions: readonly string[];
  /** The date as eight digits. */
  readonly occurrences: readonly { readonly code: string; readonly date: string }[];
  readonly values: readonly { readonly code: string; readonly amount: Money }[];
};

type OfClaim = {
  readonly claim: PreparedClaim;
  readonly parties: Parties;
  readonly payments: readonly LinePayment[];
};

/** Condition, occurrence and value codes of a claim whose parties are as carried. */
export function hospitalCodes(of: OfClaim): HospitalCodes {
  const { claim, parties } = of;
  const cause = causeOf(parties, claim);
  const after = isMedicare(parties, claim) && isSecondary(parties) ? paidBefore(of) : null;
  const { injuryDate } = parties;
  return {
    conditions: [
      ...(cause === 'EM' ? ['02'] : []),
      ...(after && parties.mspType === '13' ? ['06'] : []),
      ...(after?.isPaidInFull ? ['77'] : []),
    ],
    occurrences: cause === '' || injuryDate === '' ? [] : [{ code: accidentCode(parties, claim), date: injuryDate }],
    values: after ? valuesOf(parties, after) : [],
  };
}

type PaidBefore = {
  readonly charged: Money;
  readonly paid: Money;
  readonly owed: Money;
  readonly isPaidInFull: boolean;
};

/** What the payer before paid, and what the hospital has to take as the whole price: charges less CO. */
function paidBefore({ claim, payments }: OfClaim): PaidBefore {
  const charged = totalChargeOf(linesOf(claim)) ?? noMoney;
  const reduced = payments.flatMap(({ adjustments }) => adjustments.filter(({ group }) => group === 'CO'));
  const owed = moneyLeft(charged, sumOfMoney(reduced.map(({ amount }) => amount)));
  const paid = totalPaid(payments);
  return { charged, paid, owed, isPaidInFull: isMoreMoney(paid, noMoney) && isSameMoney(paid, owed) };
}

/** 44 is told where the price that was agreed on lies below the charges and above what was paid. */
function valuesOf({ mspType }: Parties, { charged, paid, owed }: PaidBefore): HospitalCodes['values'] {
  const code = mspType === '' ? undefined : valueCodes[mspType];
  return [
    ...(code === undefined ? [] : [{ code, amount: paid }]),
    ...(isMoreMoney(charged, owed) && isMoreMoney(owed, paid) ? [{ code: '44', amount: owed }] : []),
  ];
}

/** Occurrence 04 is of work, 02 of no-fault, 03 of liability; 05 where none of these pays. */
function accidentCode(parties: Parties, claim: PreparedClaim): string {
  if (causeOf(parties, claim) === 'EM') return '04';
  const isAfter = isSecondary(parties);
  const payers = [indicatorOf(parties, claim), ...(isAfter ? [parties.otherIndicator] : [])];
  const why = isAfter && isMedicare(parties, claim) ? parties.mspType : '';
  if (payers.includes('AM') || why === '14') return '02';
  return payers.includes('LM') || why === '47' ? '03' : '05';
}

/** A type of bill, and a revenue code for each line: without one there is no claim of a hospital. */
export const reasonsAgainstRevenue = (claim: PreparedClaim): readonly Reason[] => [
  ...(facilityOf(claim) === ''
    ? [
        {
          says: 'No type of bill was read for this setting: ask the hospital’s billing office.',
          fact: 'setting',
        } as const,
      ]
    : []),
  ...withoutRevenue(claim).map(({ lineNumber, hcpcs }) => ({
    says: `Line ${lineNumber}, ${hcpcs}: which revenue code it has was not read. Bill it in your own system.`,
  })),
];
