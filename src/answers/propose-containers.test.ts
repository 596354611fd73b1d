import { expect, it } from 'vitest';
import { day } from '../engine/dated';
import { proposedContainers } from './propose-containers';
import { worksheetOn } from './worksheet.fixture';
import type { WorksheetText } from './worksheet-text';

const sheet: WorksheetText = { ...worksheetOn(day('2026-11-27')), doseWasted: '0' };

it.each<[what: string, change: Partial<WorksheetText>, proposed: string[]]>([
  ['nothing typed', {}, []],
  ['waste still open', { doseGiven: '40', doseWasted: '' }, []],
  [
    'a dose of 40 mg',
    { doseGiven: '40' },
    [
      '1 × 20 mL of 2000 mcg/mL: 40 mg, 2000',
      '2 × 20 mL of 1000 mcg/mL: 40 mg, 1000',
      '4 × 20 mL of 500 mcg/mL: 40 mg, 500',
    ],
  ],
  [
    '36 and 4 of a strength',
    { doseGiven: '36', doseWasted: '4', strength: '500' },
    ['4 × 20 mL of 500 mcg/mL: 40 mg, 500'],
  ],
  [
    '18 and 2 mL',
    { doseGiven: '18 mL', doseGivenUnit: 'mL', doseWasted: '2 mL', doseWastedUnit: 'mL', strength: '2000' },
    ['1 × 20 mL of 2000 mcg/mL: 40 mg, 2000'],
  ],
  [
    'a trial dose',
    { doseGiven: '50', doseGivenUnit: 'mcg', purpose: 'screening-trial', route: 'intrathecal-lumbar-puncture' },
    ['1 × 1 mL of 50 mcg/mL: 50 mcg, 50'],
  ],
  ['an amount that no containers hold', { doseGiven: '37' }, []],
  ['an amount that cannot be read', { doseGiven: 'abc' }, []],
  ['the labels told already', { doseGiven: '40', labeledAmount: '40' }, []],
  ['the NDC told already', { doseGiven: '40', ndc: '66794-0157-02' }, []],
])('%s', (_what, change, proposed) => {
  const worksheet = { ...sheet, ...change };
  expect(
    proposedContainers(worksheet).map(
      ({ words, answers: { labeledAmount, labeledAmountUnit, strength } }) =>
        `${words}: ${labeledAmount} ${labeledAmountUnit}, ${strength}`,
    ),
  ).toEqual(proposed);
});
