import * as z from 'zod/mini';
import type { Fee } from '../engine/clinic-file';
import { moneyFromDigits } from '../engine/quantity';
import { decimal, dollarsText, eachOnce, mustBeList, mustBeObject, readAs } from './json-values';

/** What the keys of the clinic’s charges are called. */
export const feeLabels = { fees: 'charges of the clinic', code: 'code', charge: 'charge' } as const;

export const mostFees = 500;

const code = readAs(
  (value) => (typeof value === 'string' && /^[A-Z0-9]\d{3}[A-Z0-9]$/.test(value) ? value : undefined),
  'must be a CPT or HCPCS code of five characters, like "62370"',
);
const charge = decimal(
  2,
  (digits) => {
    const money = moneyFromDigits(digits);
    return money && money.tenthsOfCent > 0 && money.tenthsOfCent < 1_000_000_000 ? money : undefined;
  },
  'must be more than 0 and less than $1,000,000 with at most 2 decimals, like 350 or 350.00',
);

export const feesSchema = z.pipe(
  z.array(z.strictObject({ code, charge }, mustBeObject), mustBeList).check(
    z.maxLength(mostFees, `must hold at most ${mostFees} entries`),
    eachOnce(({ code: each }) => each, 'code', 'stands there twice'),
  ),
  z.transform((list): Fee[] => list.map((fee) => ({ code: fee.code, perUnit: fee.charge }))),
);

export const feeJson = ({ code: each, perUnit }: Fee) => ({ code: each, charge: dollarsText(perUnit) });
