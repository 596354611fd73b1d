import { expect, it } from 'vitest';
import { day } from '../engine/dated';
import { othersToChoose, withChoice } from './choosing';
import { keptClaim, rowsOf } from './day.fixture';

const rows = rowsOf(
  keptClaim(1, { dateOfService: '11/02/2026' }),
  keptClaim(2, { dateOfService: '11/10/2026' }),
  keptClaim(3, { dateOfService: '11/02/2026' }),
  keptClaim(4, { dateOfService: '' }),
);

it.each([
  ['of its day of service', [], day('2026-11-02'), ['PT-1', 'PT-3']],
  ['without those that were found already', ['id-1'], day('2026-11-02'), ['PT-3']],
  ['of any, the newest first, where none is of that day', [], day('2026-12-01'), ['PT-2', 'PT-1', 'PT-3', 'PT-4']],
  ['of any where no day came back', ['id-2'], null, ['PT-1', 'PT-3', 'PT-4']],
])('the others to choose are those %s', (_, near, on, expected) =>
  expect(othersToChoose(rows, near, on).map(({ reference }) => reference)).toEqual(expected),
);

it('no more stand in the list than are read through', () =>
  expect(
    othersToChoose(
      Array.from({ length: 70 }, () => rows[0]!),
      [],
      null,
    ),
  ).toHaveLength(50));

it('a choice is made, changed and taken back', () => {
  const chosen = withChoice(withChoice(new Map(), 'a', 'id-1'), 'a', '');
  expect([...chosen]).toEqual([['a', '']]);
  expect([...withChoice(chosen, 'a', null)]).toEqual([]);
});
