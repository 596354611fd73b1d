import { expect, it } from 'vitest';
import { keptRecord, readKeptRecord } from '../answers/kept-record';
import { emptyWorksheet } from '../answers/worksheet-text';
import { keptLetter, withLetter } from './kept-letters';

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
