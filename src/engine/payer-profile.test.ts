import { expect, it } from 'vitest';
import { unknownProfile, wasRead } from './payer-profile';

it('a clinic’s own profile was not read, one with a row of a policy was', () => {
  const own = unknownProfile('own-x', 'x', 'commercial');
  expect(wasRead(own)).toBe(false);
  expect(wasRead({ ...own, rows: ['2b plans'] })).toBe(true);
});

it('of a new profile nothing is known', () => {
  const { id, name, payer, notes, rows, ...others } = unknownProfile('own-x', 'x', 'commercial');
  expect([id, name, payer, notes, rows]).toEqual(['own-x', 'x', 'commercial', [], []]);
  expect(Object.values(others).every((value) => value === null)).toBe(true);
});
