import { describe, expect, it } from 'vitest';
import { day } from './dated';
import { withTable } from './published-tables';

const table = (from: string, through: string, file: string) => ({ from: day(from), through: day(through), file });
const first = table('2027-01-01', '2027-03-31', 'first');
const second = table('2027-04-01', '2027-06-30', 'second');

describe('a table that was opened', () => {
  it.each([
    ['alone', [], first, 'first'],
    ['a later one stands after', [first], second, 'first second'],
    ['an earlier one before', [second], first, 'first second'],
    ['between two', [first, table('2027-07-01', '2027-09-30', 'third')], second, 'first second third'],
    ['one of the same span is replaced', [first, second], table('2027-01-01', '2027-03-31', 'newer'), 'newer second'],
    ['not one that ends on another day', [first], table('2027-01-01', '2027-01-31', 'short'), 'first short'],
    ['nor one that begins on another day', [first], table('2027-02-01', '2027-03-31', 'late'), 'first late'],
  ])('%s', (_what, list, added, files) =>
    expect(
      withTable(list, added)
        .map(({ file }) => file)
        .join(' '),
    ).toBe(files),
  );
});
