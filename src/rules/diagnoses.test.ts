import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import {
  compact,
  diagnoses,
  diagnosesOn,
  diagnosisPointers,
  endOfCode,
  isBrainInjury,
  isCause,
  isEncounterCode,
  isHeading,
  isLateEffect,
  isListed,
  isNotSpastic,
  isParalysis,
  isSymptom,
} from './diagnoses';
import { pumpFill } from './encounter.fixture';

const today = day('2026-11-20');

describe('what a code is (rows 6c)', () => {
  type Kind = 'listed' | 'cause' | 'heading' | 'visit or device' | 'symptom' | 'not spastic' | 'late effect';
  const kindsOf = (code: string, date = today): string => {
    const kinds: Readonly<Record<Kind | 'paralysis' | 'brain injury', boolean>> = {
      listed: isListed(code),
      cause: isCause(code, date),
      heading: isHeading(code, date),
      'visit or device': isEncounterCode(code),
      symptom: isSymptom(code),
      'not spastic': isNotSpastic(code),
      'late effect': isLateEffect(code),
      paralysis: isParalysis(code),
      'brain injury': isBrainInjury(code),
    };
    return Object.entries(kinds)
      .flatMap(([kind, is]) => (is ? [kind] : []))
      .join(', ');
  };

  it.each([
    ['G80.1', 'listed, cause'],
    ['G801', 'listed, cause'],
    ['G80.3', 'listed, not spastic'],
    ['G804', 'listed, not spastic'],
    ['G80.9', 'listed, cause'],
    ['G80', 'heading'],
    ['G35', 'listed, heading'],
    ['G35.A', 'listed, cause'],
    ['G35.B', 'heading'],
    ['G35.B1', 'listed, cause'],
    ['G81.11', 'listed, cause, paralysis'],
    ['G81.1', 'heading, paralysis'],
    ['G81.91', 'paralysis'],
    ['G82.52', 'listed, cause, paralysis'],
    ['G82.5', 'heading, paralysis'],
    ['G83.4', ''],
    ['I69.351', 'listed, cause'],
    ['I69.35', 'heading'],
    ['S14.109S', 'listed, cause, late effect'],
    ['S24.101S', 'listed, cause, late effect'],
    ['S34.101S', 'listed, cause, late effect'],
    ['S44.101S', 'late effect'],
    ['S14.109A', ''],
    ['S14.1', 'heading'],
    ['S14.10', 'heading'],
    ['S14.109', 'heading'],
    ['S14', 'heading'],
    ['S14.2', ''],
    ['S06.2X9S', 'listed, cause, late effect, brain injury'],
    ['S06.305S', 'listed, cause, late effect, brain injury'],
    ['S06', 'heading, brain injury'],
    ['S06.2X9', 'heading, brain injury'],
    ['S06.2X9A', 'brain injury'],
    ['T85.610A', 'listed, visit or device'],
    ['T85.610S', 'visit or device'],
    ['T90.000S', 'late effect'],
    ['AS06.2X9S', ''],
    ['G95.89', 'listed, cause'],
    ['G95', 'listed, heading'],
    ['Z45.1', 'listed, visit or device'],
    ['M62.838', 'listed, symptom'],
    ['M62838', 'listed, symptom'],
    ['M62.8380', ''],
    ['R25.2', 'listed, symptom'],
    ['R252', 'listed, symptom'],
    ['A00.0', ''],
    ['XG80.1', ''],
  ])('%s: %s', (code, kinds) => expect(kindsOf(code)).toBe(kinds));

  it.each([
    ['G35', '2025-09-30', 'listed, cause'],
    ['G35', '2025-10-01', 'listed, heading'],
    ['G35.A', '2025-09-30', 'listed'],
    ['G35.A', '2025-10-01', 'listed, cause'],
    ['G35.B', '2025-09-30', ''],
    ['G35.B', '2025-10-01', 'heading'],
  ])('%s on %s: %s', (code, date, kinds) => expect(kindsOf(code, day(date))).toBe(kinds));

  it('the pick-list of a day has the codes in force on it', () => {
    const ofSclerosis = (date: string) =>
      diagnosesOn(day(date))
        .filter(({ group }) => group === 'Multiple sclerosis')
        .map(({ code }) => code);
    expect(ofSclerosis('2025-09-30')).toEqual(['G35']);
    expect(ofSclerosis('2025-10-01')).toEqual(
      ['A', 'B0', 'B1', 'B2', 'C0', 'C1', 'C2', 'D'].map((last) => `G35.${last}`),
    );
    expect(new Set(diagnoses.map(({ code }) => compact(code))).size).toBe(diagnoses.length);
  });

  it('of codes on no list, one that ended is told with what took its place', () => {
    expect(endOfCode('M54.5')).toEqual({ lastDay: '2021-09-30', instead: ['M54.50', 'M54.51', 'M54.59'] });
    expect(endOfCode('M54.50')).toBeUndefined();
  });
});

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
