import { expect, it } from 'vitest';
import { keptRecord, readKeptRecord } from '../answers/kept-record';
import { emptyWorksheet } from '../answers/worksheet-text';
import { answersOf } from './answers';
import { keptLetter, letterAbout, lettersIn, withLetter } from './kept-letters';
import { fileRead } from './remittance.fixture';
import { vectors } from './vectors.fixture';

const letter = (text: string, about = 'one') => ({ about, text, keptOn: '05/20/2026' });

it.each(['', 'Short.', `${'Dear payer,\n\n'.repeat(60)} 😀 end`])('keeps %j to the letter, once', (text) => {
  const first = withLetter(emptyWorksheet, letter('before'));
  const record = first && withLetter(first, letter(text));
  const reading = readKeptRecord(JSON.parse(JSON.stringify(keptRecord(record ?? emptyWorksheet))));
  expect('record' in reading && keptLetter(reading.record, 'one')).toBe(text);
  expect(record?.letters).toHaveLength(1);
});

it('has none of another line, and takes none that is longer than a record holds', () => {
  const record = withLetter(emptyWorksheet, letter('text'));
  expect(record && keptLetter(record, 'two')).toBeNull();
  expect(withLetter(emptyWorksheet, letter('x'.repeat(20_001)))).toBeNull();
});

it('tells all that a record keeps by what they are about, the last one first', () => {
  const [answer] = answersOf([fileRead(vectors[4])]);
  const about = letterAbout(answer!, 'Line 1, J0475-JZ', 'appeal');
  const record = withLetter(
    withLetter(emptyWorksheet, letter('Cut.', about.slice(0, 20)))!,
    letter('Dear payer', about),
  );
  expect(record && lettersIn(record).map(({ name, keptOn, text }) => [name, keptOn, text])).toEqual([
    ['Appeal, Line 1, J0475-JZ', '05/20/2026', 'Dear payer'],
    ['to the payer', '05/20/2026', 'Cut.'],
  ]);
});
