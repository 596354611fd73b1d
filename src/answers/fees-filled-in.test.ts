import { describe, expect, it } from 'vitest';
import { withFee } from './fees-filled-in';
import { serviceOf } from './service-rows';

const money = (tenthsOfCent: number) => ({ tenthsOfCent });
const fees = [
  { code: '62370', perUnit: money(350_000) },
  { code: '95991', perUnit: money(290_000) },
];

describe('a service takes the clinic’s charge', () => {
  it.each<[what: string, code: string, charge: string, before: string, filled: string]>([
    ['where it is blank', '62370', '', '', '350.00'],
    ['of another code, where it was filled in', '95991', '350.00', '62370', '290.00'],
    ['and loses it for a code that has none', '99213', '350.00', '62370', ''],
    ['unless somebody typed it', '95991', '300', '62370', '300'],
    ['and leaves it when nothing changed', '62370', '350.00', '62370', '350.00'],
    ['and leaves what was typed for a code that has none', '99213', '80', '99213', '80'],
  ])('%s', (_what, code, charge, before, filled) => {
    expect(withFee({ ...serviceOf(code), charge }, before, fees).charge).toBe(filled);
  });
});
