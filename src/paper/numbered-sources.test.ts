import { expect, it } from 'vitest';
import type { Citation, Confidence } from '../engine/citation';
import { day } from '../engine/dated';
import { citations } from '../rules/citations';
import { numberedSources } from './numbered-sources';

const citation = (row: string, source: string, confidence: Confidence = 'A', asOf: string | null = null): Citation => ({
  row,
  says: '',
  source,
  confidence: [confidence],
  asOf: asOf === null ? null : day(asOf),
  readOn: null,
});
const known = {
  one: citation('one', 'Manual, chapter 17'),
  two: citation('two', 'CGS', 'B', '2023-06-27'),
  again: citation('again', 'Manual, chapter 17'),
  elsewhere: citation('elsewhere', 'Manual, chapter 17', 'C'),
  none: citation('none', 'Looked for everywhere', 'N'),
  dated: citation('dated', 'Table of June 2024', 'A*', '2024-06-01'),
  worked: citation('worked', 'Worked out from rows one and two', 'D'),
};

it('a source stands once, under the number of where it was first met', () => {
  const { sources, numbersOf } = numberedSources(
    ['two', 'one', 'again', 'elsewhere', 'worked', 'none', 'dated'],
    known,
  );
  expect(sources).toEqual([
    'CGS, as of 06/27/2023 (contractor or payer)',
    'Manual, chapter 17 (official)',
    'Manual, chapter 17 (third party)',
    'Worked out from other sources',
    'Looked for, and not found',
    'Table of June 2024 (official, by a copy)',
  ]);
  expect(numbersOf(['again', 'two', 'one'])).toEqual([1, 2]);
  expect(numbersOf(['worked', 'elsewhere'])).toEqual([3, 4]);
});

it('a row that is not cited, or not on this paper, has no number', () => {
  const { sources, numbersOf } = numberedSources(['one', 'opened table'], known);
  expect(sources).toHaveLength(1);
  expect(numbersOf(['opened table', 'two'])).toEqual([]);
});

it('no source on file names a row of the rules on paper', () => {
  const { sources } = numberedSources(Object.keys(citations), citations);
  expect(sources.filter((source) => /\brows?\b|\bundefined\b/.test(source))).toEqual([]);
  expect(new Set(sources).size).toBe(sources.length);
});
