import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examples } from './examples';
import { keptRecord, readKeptRecord } from './kept-record';
import { anyRecord } from './record.fixture';
import { emptyWorksheet, type WorksheetText } from './worksheet-text';
import { day } from '../engine/dated';

const again = (record: WorksheetText) => readKeptRecord(JSON.parse(JSON.stringify(keptRecord(record))));

describe('a kept claim record', () => {
  it('comes back to the letter, whatever was typed', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(again(record)).toEqual({ record });
      }),
      { numRuns: 300 },
    );
  });

  it('holds only what differs from an empty one', () => {
    expect(keptRecord(emptyWorksheet)).toEqual({});
    expect(keptRecord({ ...emptyWorksheet, doseGiven: '36 mg', kd: true })).toEqual({ doseGiven: '36 mg', kd: true });
  });

  it('is whole again where an older page wrote fewer answers', () => {
    expect(readKeptRecord({ doseGiven: '36' })).toEqual({ record: { ...emptyWorksheet, doseGiven: '36' } });
  });

  it.each(examples.map((example) => [example.name, example.worksheet(day('2026-11-27'))] as const))(
    '%s comes back',
    (_name, worksheet) => {
      expect(again(worksheet)).toEqual({ record: worksheet });
    },
  );

  it.each([
    ['an answer of a newer page', { futureAnswer: '1' }, ['futureAnswer'], 'is unknown to this page'],
    ['a name of an object’s own', JSON.parse('{"__proto__":{}}'), ['__proto__'], 'is unknown to this page'],
    ['a number for text', { doseGiven: 36 }, ['doseGiven'], 'must be text in double quotes'],
    ['too long a text', { account: 'x'.repeat(201) }, ['account'], 'must have at most 200 characters'],
    [
      'a choice that is none',
      { doseGivenUnit: 'kg' },
      ['doseGivenUnit'],
      expect.stringMatching(/^must be one of mg, /) as string,
    ],
    ['text for a yes or no', { kd: 'yes' }, ['kd'], 'must be true or false'],
    ['a text for a list', { records: 'all' }, ['records'], expect.stringMatching(/^must be a list/) as string],
    ['a text for a group', { refill: 'x' }, ['refill'], 'must be an object in braces'],
    [
      'a fault in a row',
      { refill: { containers: [{}, { lot: 7 }] } },
      ['refill', 'containers', 1, 'lot'],
      'must be text in double quotes',
    ],
    ['no record at all', null, [], 'must be an object in braces'],
  ])('with %s is refused with its place', (_what, value, path, reason) => {
    expect(readKeptRecord(value)).toEqual({ refused: { path, reason } });
  });
});
