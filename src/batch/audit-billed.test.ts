import { describe, expect, it } from 'vitest';
import { formatMoney } from '../engine/quantity';
import { auditTaker, billedRowReader } from './audit-billed';
import { today } from './audit.fixture';
import { noCells, type BatchRow } from './columns';

const cells = { billed_code: 'J0475', billed_units: '4' };
const read = (change: Partial<BatchRow['cells']>) => {
  const row: BatchRow = { line: 7, cells: { ...noCells, ...cells, ...change } };
  const taken = auditTaker()({ problems: [{ column: 'dose_given', words: 'Dose given is missing' }] });
  return billedRowReader(today)(row, taken);
};

/** "J0475-JZ x4 charge $1,200.00 reversal": what a row was read as, or its problem. */
const said = (change: Partial<BatchRow['cells']>): string => {
  const { billed, problem } = read(change);
  if (!billed) return problem;
  const { code, modifiers, units, charge, paid, ndc, isReversal, replaces, original, biller } = billed;
  return [
    `${[code, ...modifiers].join('-')} x${units.units}`,
    charge && `charge ${formatMoney(charge)}`,
    paid && `paid ${formatMoney(paid)}`,
    ndc && `ndc ${ndc}`,
    isReversal && 'reversal',
    replaces && `replaces ${original}`,
    biller && `by ${biller}`,
  ]
    .filter(Boolean)
    .join(' ');
};

describe('what a row says was billed', () => {
  it.each<readonly [string, Partial<BatchRow['cells']>, string]>([
    ['code and units', {}, 'J0475 x4'],
    ['lower case, modifiers in one cell', { billed_code: ' j0475 ', billed_modifiers: 'jz, tb' }, 'J0475-JZ-TB x4'],
    ['modifiers with spaces and slashes', { billed_modifiers: 'JW / TB' }, 'J0475-JW-TB x4'],
    ['money', { billed_charge: '$1,200', billed_paid: '569.08' }, 'J0475 x4 charge $1,200.00 paid $569.08'],
    ['nothing paid is not the same as not told', { billed_paid: '0.00' }, 'J0475 x4 paid $0.00'],
    ['an NDC', { billed_ndc: '66794-157-02' }, 'J0475 x4 ndc 66794015702'],
    ['units below zero', { billed_units: '-4' }, 'J0475 x4 reversal'],
    ['units below zero in brackets', { billed_units: '(4)' }, 'J0475 x4 reversal'],
    ['a charge below zero', { billed_charge: '-$1,200.00' }, 'J0475 x4 charge $1,200.00 reversal'],
    ['a charge below zero, its sign last', { billed_charge: '1200.00-' }, 'J0475 x4 charge $1,200.00 reversal'],
    ['a sign behind the dollar', { billed_charge: '$-12' }, 'J0475 x4 charge $12.00 reversal'],
    ['a mark', { reversal: 'R' }, 'J0475 x4 reversal'],
    ['a mark that says no', { reversal: 'Paid' }, 'J0475 x4'],
    ['frequency 8', { frequency: '8' }, 'J0475 x4 reversal'],
    ['frequency 7', { frequency: '7', original_reference: 'X1' }, 'J0475 x4 replaces X1'],
    ['who billed it', { biller: 'AB' }, 'J0475 x4 by AB'],
    ['who prepared it, where nobody else is told', { initials: 'CD' }, 'J0475 x4 by CD'],
    ['no code', { billed_code: '' }, 'Code billed is not told, so there is nothing to compare.'],
    ['no units', { billed_units: ' ' }, 'Units billed is not told, so there is nothing to compare.'],
    ['half a unit', { billed_units: '4.5' }, 'Units billed must be a whole number, like 8.'],
    ['a code that is none', { billed_code: 'J04' }, 'Code billed must be five characters, like J0475.'],
    [
      'modifiers run together',
      { billed_modifiers: 'JWTB' },
      'Modifiers billed: “JWTB” is no modifier; part them by spaces, like JW TB.',
    ],
    ['a mark that is not known', { reversal: 'maybe' }, 'Reversal mark must be yes or no, or blank.'],
    [
      'paid below zero alone',
      { billed_paid: '-5' },
      'Paid is below zero, and nothing says that the line is a reversal.',
    ],
    ['money that is none', { billed_charge: 'n/a' }, 'Charge billed must be a number, like 181 or 181.50.'],
  ])('%s', (_, change, expected) => {
    expect(said(change)).toBe(expected);
  });

  it('keeps the row, its line and why no claim could be made of it', () => {
    expect(read({ patient_reference: ' PT-1 ', claim_number: 'C-1' })).toMatchObject({
      line: 7,
      billed: { line: 7, patient: 'PT-1', claimNumber: 'C-1' },
      due: null,
      problem: 'Dose given is missing.',
    });
  });
});
