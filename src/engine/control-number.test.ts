import { expect, it } from 'vitest';
import { emptyOffice } from './clinic-file';
import { controlNumberAfter, higherControlNumber, withHigherNumber } from './control-number';

it.each([
  ['1', '2'],
  [' 907 ', '908'],
  ['99', '100'],
  ['999999998', '999999999'],
  ['999999999', ''],
  ['012', ''],
  ['', ''],
  ['12a', ''],
])('after the control number “%s” comes “%s”', (used, next) => {
  expect(controlNumberAfter(used)).toBe(next);
});

it.each([
  ['9', '10', '10'],
  ['10', '9', '10'],
  ['10', ' 10', '10'],
  ['', '7', '7'],
  ['7', '', '7'],
  ['x', '7', '7'],
  ['7', '0070', '7'],
  ['x', '', 'x'],
])('of “%s” and “%s” the higher is “%s”', (one, other, higher) => {
  expect(higherControlNumber(one, other)).toBe(higher);
});

it('an older copy of the clinic does not bring a used control number back', () => {
  const file = { ...emptyOffice, senderId: 'S1', controlNumber: '5' };
  expect(withHigherNumber(file, { ...emptyOffice, controlNumber: '8' })).toEqual({ ...file, controlNumber: '8' });
  expect(withHigherNumber(file, { ...emptyOffice, controlNumber: '3' })).toBe(file);
});
