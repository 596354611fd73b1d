import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { diagnosisPointers } from './diagnosis-pointers';
import { pumpFill } from './encounter.fixture';

const today = day('2026-11-20');

describe('the diagnoses that a line points to (rows form 24E, 6c late effect)', () => {
  const told = (codes: readonly string[], change: Partial<Encounter> = {}) => {
    const { places, how } = diagnosisPointers({
      ...pumpFill,
      payer: 'commercial',
      diagnoses: codes,
      dateOfService: today,
      ...change,
    });
    return [places.join(' '), ...how.map(({ says, rows }) => `${says} (${rows.join(', ')})`)];
  };
  const rows = '(form 24E, 6c list)';
  it.each<[what: string, codes: readonly string[], change: Partial<Encounter>, places: string, says?: string]>([
    ['one', ['G80.1'], {}, '1'],
    [
      'the cause comes first',
      ['M62.838', 'G80.1'],
      {},
      '2 1',
      `Every line points to G80.1 and M62.838. The cause of the spasticity goes first. ${rows}`,
    ],
    [
      'two causes in the order typed',
      ['G80.1', 'Z45.1', 'G95.89'],
      {},
      '1 3 2',
      `Every line points to G80.1, G95.89 and Z45.1. The causes of the spasticity go first. ${rows}`,
    ],
    [
      'no cause',
      ['Z45.1', 'R25.2'],
      {},
      '1 2',
      'Every line points to Z45.1 and R25.2. ' +
        `None is a cause on this page’s list, so they stand in the order typed. ${rows}`,
    ],
    [
      'an injury behind the paralysis that it left',
      ['S14.109S', 'G82.52'],
      {},
      '2 1',
      'Every line points to G82.52 and S14.109S. The causes of the spasticity go first. ' +
        'What the injury left goes before the code of the injury. (form 24E, 6c list, 6c late effect)',
    ],
    [
      'an injury without a paralysis stays where it was typed',
      ['S14.109S', 'G80.1'],
      {},
      '1 2',
      `Every line points to S14.109S and G80.1. The causes of the spasticity go first. ${rows}`,
    ],
    [
      'a paralysis that is no cause on the list moves no injury',
      ['G81.91', 'S14.109S'],
      {},
      '2 1',
      `Every line points to S14.109S and G81.91. The cause of the spasticity goes first. ${rows}`,
    ],
    [
      'four at most',
      ['Z45.1', 'R25.2', 'M62.838', 'Z46.2', 'G80.1', 'T85.610A'],
      {},
      '5 1 2 3',
      'Every line points to G80.1, Z45.1, R25.2 and M62.838. The cause of the spasticity goes first. ' +
        `A line points to four codes at most, so it leaves out Z46.2 and T85.610A. ${rows}`,
    ],
    [
      'Medicare takes the first letter',
      ['G80.1', 'Z45.1'],
      { payer: 'medicare-part-b' },
      '1 2',
      'Every line points to G80.1 and Z45.1. The cause of the spasticity goes first. ' +
        'On paper, Medicare is said to take the first letter only: ask the contractor. ' +
        '(form 24E, 6c list, form 24E Medicare)',
    ],
    [
      'a hospital’s claim has no pointers, so nothing is moved',
      ['Z45.1', 'R25.2', 'M62.838', 'Z46.2', 'G80.1'],
      { setting: 'hospital-outpatient' },
      '1 2 3 4',
    ],
    ['none', [], {}, ''],
  ])('%s', (_what, codes, change, places, says) =>
    expect(told(codes, change)).toEqual([places, ...(says === undefined ? [] : [says])]),
  );
});
