import { describe, expect, it } from 'vitest';
import { asciiLower, asciiUpper } from './ascii';
import {
  bounded,
  hasLineBreak,
  inSentence,
  inWords,
  markLineBreaks,
  mostTyped,
  tooLong,
  trimmed,
  ungrouped,
  withoutUnit,
} from './typed';

describe('letters A to Z alone are made small or large', () => {
  it.each([
    ['abc xyz', 'ABC XYZ', 'abc xyz'],
    ['aB1-é', 'AB1-é', 'ab1-é'],
    ['ıſ\u212a', 'ıſ\u212a', 'ıſ\u212a'],
    ['Straße', 'STRAßE', 'straße'],
  ])('%s', (text, upper, lower) => {
    expect(asciiUpper(text)).toBe(upper);
    expect(asciiLower(text)).toBe(lower);
  });
});

describe('an answer has at most 200 characters', () => {
  const read = bounded((typed: string, _label: string, more: string) => ({ value: typed.length + more.length }));
  it.each([
    [200, { value: 202 }],
    [201, { problem: 'Strength can have at most 200 characters; this is 201' }],
  ])('%i', (length, reading) => expect(read('x'.repeat(length), 'Strength, in mcg/mL', 'ab')).toEqual(reading));

  it('is told from its length alone', () => {
    expect(mostTyped).toBe(200);
    expect(tooLong('', 'Lot')).toBeUndefined();
  });
});

describe('line breaks that were pasted', () => {
  it.each([
    ['36\n40', '36 ⏎ 40'],
    ['36\r\n40', '36 ⏎ 40'],
    ['36 \u2028 40', '36 ⏎ 40'],
    ['36\u202940', '36 ⏎ 40'],
    ['36\u008540', '36 ⏎ 40'],
    ['36\v40', '36 ⏎ 40'],
    ['36\f40', '36 ⏎ 40'],
    ['\n 36 mg \n\n', '36 mg'],
    ['a\n\nb\nc', 'a ⏎ b ⏎ c'],
  ])('%j', (pasted, marked) => {
    expect(hasLineBreak(pasted)).toBe(true);
    expect(markLineBreaks(pasted)).toBe(marked);
    expect(hasLineBreak(marked)).toBe(marked.includes('⏎'));
  });
});

it('what cannot be seen goes, inside and at the ends', () =>
  expect(trimmed(' \u200b3\ufeff6\u2060 \u200f')).toBe('36'));

describe('labels', () => {
  it.each([
    ['Strength, in mcg/mL', 'Strength', 'strength, in mcg/mL'],
    ['Date of birth', 'Date of birth', 'date of birth'],
  ])('%s', (label, bare, within) => {
    expect(withoutUnit(label)).toBe(bare);
    expect(inSentence(label)).toBe(within);
  });
});

describe('commas between thousands', () => {
  it.each([
    ['1,200', '1200'],
    ['12,345', '12345'],
    ['123,456', '123456'],
    ['1,234,567', '1234567'],
    ['1,200.', '1200.'],
    ['1,200.50', '1200.50'],
  ])('%s', (typed, digits) => expect(ungrouped(typed)).toBe(digits));

  it.each(['1200', '1,20', '1,2000', '0,200', '1234,567', 'x1,200', '1,200x', '1,200.5x', ',200', '1,,200', '1x,200'])(
    '%s is none',
    (typed) => expect(ungrouped(typed)).toBe(typed),
  );
});

describe('a list in words', () => {
  it.each([
    [[], ''],
    [['62367'], '62367'],
    [['62367', '62368'], '62367 and 62368'],
    [['62367', '62368', '62369'], '62367, 62368 and 62369'],
  ])('%j', (names, words) => expect(inWords(names)).toBe(words));

  it('with or', () => expect(inWords(['JW', 'JZ'], 'or')).toBe('JW or JZ'));
});
