import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import {
  compact,
  diagnoses,
  diagnosesOn,
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
