import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatMass,
  formatMoney,
  formatRatio,
  isSame,
  massFromDigits,
  massIn,
  mcg,
  mcgPerMl,
  mg,
  moneyFromDigits,
  percentOf,
  scaledByDigits,
  smallestTotal,
  strengthOf,
  toCents,
  unitsRoundedUp,
  volumeFromDigits,
  wholeUnitsIn,
} from './quantity';

describe('text becomes a quantity by its digits', () => {
  it.each([
    ['36', 'mg', 36_000_000],
    ['36.5', 'mg', 36_500_000],
    ['.5', 'mg', 500_000],
    ['0.000001', 'mg', 1],
    ['0.05', 'mg', 50_000],
    ['36000', 'mcg', 36_000_000],
    ['0.5', 'mcg', 500],
    ['007.50', 'mg', 7_500_000],
    ['36.', 'mg', 36_000_000],
  ] as const)('%s %s is %i ng', (digits, unit, ng) => {
    expect(massFromDigits(digits, unit)).toEqual({ ng });
  });

  it.each(['', '.', '1e3', '1,000', '-1', ' 1', '1.2.3', '0.0000001', '9'.repeat(40), '٣', 'x'])('%j is no amount in mg', (digits) => {
    expect(massFromDigits(digits, 'mg')).toBeUndefined();
  });

  it('reads back every decimal it can keep', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(999_999), (whole, fraction) => {
        const digits = `${whole}.${String(fraction).padStart(6, '0')}`;
        expect(scaledByDigits(digits, 6)).toBe(whole * 1_000_000 + fraction);
      }),
    );
  });
});

describe('conversions are exact', () => {
  it.each([
    ['0.01', 50, 500],
    ['18', 2000, 36_000_000],
    ['0.001', 1, 1],
    ['39.99', 1000, 39_990_000],
  ] as const)('%s mL at %i mcg/mL is %i ng', (milliliters, strength, ng) => {
    expect(massIn(volumeFromDigits(milliliters) ?? { uL: NaN }, mcgPerMl(strength))).toEqual({ ng });
  });

  it('0.15 mg holds three units of 0.05 mg, where binary fractions say 2.999', () => {
    expect(wholeUnitsIn(massFromDigits('0.15', 'mg') ?? mg(0), mcg(50))).toEqual({ units: 3 });
    expect(unitsRoundedUp(massFromDigits('0.15', 'mg') ?? mg(0), mcg(50))).toEqual({ units: 3 });
  });

  it('rounding up covers the dose and never by a whole unit more; rounding down never passes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000_000 }), fc.integer({ min: 1, max: 1_000_000_000 }), (ng, dosage) => {
        const up = unitsRoundedUp({ ng }, { ng: dosage }).units;
        const down = wholeUnitsIn({ ng }, { ng: dosage }).units;
        expect(BigInt(up) * BigInt(dosage) >= BigInt(ng)).toBe(true);
        expect(BigInt(up - 1) * BigInt(dosage) < BigInt(ng)).toBe(true);
        expect(BigInt(down) * BigInt(dosage) <= BigInt(ng)).toBe(true);
        expect(BigInt(down + 1) * BigInt(dosage) > BigInt(ng)).toBe(true);
      }),
    );
  });
});

describe('what a set of containers can hold', () => {
  it.each([
    [25, [10, 20, 40], 30],
    [36, [20], 40],
    [50, [40], 80],
    [40, [10, 40], 40],
    [70, [20, 40], 80],
    [1, [20, 40], 20],
  ] as const)('the smallest total for %i mg from %j mg is %i mg', (target, sizes, total) => {
    expect(smallestTotal(mg(target), sizes.map(mg))).toEqual(mg(total));
  });

  it('says nothing without containers, or where hundreds would be needed', () => {
    expect(smallestTotal(mg(10), [])).toBeUndefined();
    expect(smallestTotal(mg(36_000), [mg(10)])).toBeUndefined();
  });
});

describe('quantities as a person reads them', () => {
  it.each([
    [mg(36), '36 mg'],
    [mcg(75), '75 mcg'],
    [{ ng: 500 }, '0.5 mcg'],
    [{ ng: 36_500_000 }, '36.5 mg'],
    [mg(36_000), '36,000 mg'],
    [mg(0), '0 mg'],
  ])('%j is %s', (mass, text) => {
    expect(formatMass(mass)).toBe(text);
  });

  it.each([
    [mg(36), mg(10), '3.6'],
    [mg(40), mg(10), '4'],
    [mg(10), mg(6), 'about 1.6666'],
    [mcg(75), mcg(50), '1.5'],
  ])('%j ÷ %j is %s', (dose, dosage, text) => {
    expect(formatRatio(dose, dosage)).toBe(text);
  });

  it.each([
    ['181.46', '$181.46'],
    ['1451.7', '$1,451.70'],
    ['0', '$0.00'],
  ])('%s dollars is %s', (digits, text) => {
    expect(formatMoney(moneyFromDigits(digits) ?? { tenthsOfCent: NaN })).toBe(text);
  });

  it('shows a tenth of a cent only where there is one', () => {
    expect(formatMoney({ tenthsOfCent: 725_864 })).toBe('$725.864');
  });

  it('same masses from different units are the same', () => {
    expect(isSame(massFromDigits('36', 'mg') ?? mg(0), massFromDigits('36000', 'mcg') ?? mg(1))).toBe(true);
  });
});

describe('money goes to the cent once', () => {
  it.each([
    [142_240, 2, 2_840],
    [142_250, 2, 2_850],
    [725_864, 20, 145_170],
    [725_875, 100, 725_880],
    [725_874, 100, 725_870],
    [1_125_240, 2, 22_500],
    [0, 20, 0],
  ])('%i tenths of a cent, %i %%: %i', (tenthsOfCent, percent, expected) => {
    expect(percentOf({ tenthsOfCent }, percent)).toEqual({ tenthsOfCent: expected });
  });

  it('agrees with whole-number arithmetic for every amount', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.integer({ min: 0, max: 100 }), (tenthsOfCent, percent) => {
        const exact = BigInt(tenthsOfCent) * BigInt(percent);
        const cents = (exact + 500n) / 1000n;
        expect(BigInt(percentOf({ tenthsOfCent }, percent).tenthsOfCent)).toBe(cents * 10n);
      }),
    );
    expect(toCents({ tenthsOfCent: 5 })).toEqual({ tenthsOfCent: 10 });
  });
});

it('a strength is whole mcg/mL or none', () => {
  expect(strengthOf(mg(40), { uL: 20_000 })).toEqual(mcgPerMl(2000));
  expect(strengthOf(mg(10), { uL: 3_000 })).toBeUndefined();
  expect(strengthOf(mg(10), { uL: 0 })).toBeUndefined();
});
