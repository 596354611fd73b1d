import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asMgPerMl,
  chargeFor,
  compareMasses,
  digitsOfMg,
  digitsOfMl,
  digitsOfMoney,
  feeFromDigits,
  formatMass,
  formatMcg,
  formatMl,
  formatMlHolding,
  formatMoney,
  formatParts,
  formatRatio,
  formatStrength,
  formatTenths,
  formatUnits,
  holdsExactly,
  isMore,
  isMoreVolume,
  isNone,
  isNoVolume,
  isSame,
  isSameStrength,
  isSameVolume,
  isWholeUnits,
  lesser,
  lesserMoney,
  lesserVolume,
  massFromDigits,
  massIn,
  massLimit,
  mcg,
  mcgPerMl,
  mg,
  ml,
  moneyApart,
  moneyBetween,
  moneyFromDigits,
  moneyLeft,
  movedByMoreThanHalf,
  negatedMoney,
  noMass,
  noVolume,
  percentApart,
  percentOf,
  plus,
  remainder,
  scaledByDigits,
  shareOf,
  shareOfMass,
  signedMoneyFromDigits,
  shareOfMoney,
  smallestTotal,
  strengthOf,
  sumOfMasses,
  sumOfMoney,
  sumOfVolumes,
  thousandfold,
  thousandth,
  timesMass,
  timesVolume,
  toCents,
  unitsLeft,
  unitsOf,
  unitsRoundedUp,
  unitsSum,
  volumeFromDigits,
  volumeHolding,
  volumeLeft,
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

  it.each(['', '.', '1e3', '1,000', '-1', ' 1', '1.2.3', '0.0000001', '9'.repeat(40), '٣', 'x'])(
    '%j is no amount in mg',
    (digits) => {
      expect(massFromDigits(digits, 'mg')).toBeUndefined();
    },
  );

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
      fc.property(
        fc.integer({ min: 1, max: 100_000_000_000 }),
        fc.integer({ min: 1, max: 1_000_000_000 }),
        (ng, dosage) => {
          const up = unitsRoundedUp({ ng }, { ng: dosage }).units;
          const down = wholeUnitsIn({ ng }, { ng: dosage }).units;
          expect(BigInt(up) * BigInt(dosage) >= BigInt(ng)).toBe(true);
          expect(BigInt(up - 1) * BigInt(dosage) < BigInt(ng)).toBe(true);
          expect(BigInt(down) * BigInt(dosage) <= BigInt(ng)).toBe(true);
          expect(BigInt(down + 1) * BigInt(dosage) > BigInt(ng)).toBe(true);
        },
      ),
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

const money = (digits: string) => moneyFromDigits(digits) ?? { tenthsOfCent: NaN };
const fee = (digits: string) => feeFromDigits(digits) ?? { tenthsOfCent: NaN };

describe('sums, differences and comparisons', () => {
  it.each<[what: string, found: () => unknown, expected: unknown]>([
    ['20 mg + 5 mg + 500 mcg', () => sumOfMasses([mg(20), mg(5), mcg(500)]), mcg(25_500)],
    ['no masses', () => sumOfMasses([]), noMass],
    ['20 mg + 5 mg', () => plus(mg(20), mg(5)), mg(25)],
    ['40 mg less 25 mg', () => remainder(mg(40), mg(25)), mg(15)],
    ['25 mg less 40 mg is nothing', () => remainder(mg(25), mg(40)), noMass],
    ['the lesser of 25 mg and 40 mg', () => lesser(mg(25), mg(40)), mg(25)],
    ['the lesser of 40 mg and 25 mg', () => lesser(mg(40), mg(25)), mg(25)],
    ['3 × 20 mg', () => timesMass(mg(20), 3), mg(60)],
    ['20 mL + 5 mL', () => sumOfVolumes([ml(20), ml(5)]), ml(25)],
    ['no volumes', () => sumOfVolumes([]), noVolume],
    ['3 × 20 mL', () => timesVolume(ml(20), 3), ml(60)],
    ['20 mL less 5 mL', () => volumeLeft(ml(20), ml(5)), ml(15)],
    ['5 mL less 20 mL is nothing', () => volumeLeft(ml(5), ml(20)), noVolume],
    ['the lesser of 5 mL and 20 mL', () => lesserVolume(ml(5), ml(20)), ml(5)],
    ['the lesser of 20 mL and 5 mL', () => lesserVolume(ml(20), ml(5)), ml(5)],
    ['3 units + 1 unit', () => unitsSum(unitsOf(3), unitsOf(1)), unitsOf(4)],
    ['4 units less 3', () => unitsLeft(unitsOf(4), unitsOf(3)), unitsOf(1)],
    ['3 units less 4 are none', () => unitsLeft(unitsOf(3), unitsOf(4)), unitsOf(0)],
    ['the most that is taken is 100 g', () => massLimit, mg(100_000)],
    ['2 in mg/mL is 2000 mcg/mL', () => asMgPerMl(mcgPerMl(2)), mcgPerMl(2000)],
    ['36 mg meant in mcg', () => thousandth(mg(36)), mcg(36)],
    ['36 mcg meant in mg', () => thousandfold(mcg(36)), mg(36)],
    ['1.5 ng has no thousandth', () => thousandth({ ng: 1_500 + 1 }), undefined],
  ])('%s', (_what, found, expected) => {
    expect(found()).toEqual(expected);
  });

  it.each<[what: string, found: () => readonly boolean[]]>([
    [
      'more than, of a mass: less, as much, more',
      () => [isMore(mg(1), mg(2)), isMore(mg(2), mg(2)), isMore(mg(3), mg(2))],
    ],
    [
      'more than, of a volume: less, as much, more',
      () => [isMoreVolume(ml(1), ml(2)), isMoreVolume(ml(2), ml(2)), isMoreVolume(ml(3), ml(2))],
    ],
    [
      'whole units of 10 mg: 35 mg, 36 mg, 40 mg',
      () => [isWholeUnits(mg(35), mg(10)), isWholeUnits(mg(36), mg(10)), isWholeUnits(mg(40), mg(10))],
    ],
    ['nothing: 1 mg, a nanogram, 0 mg', () => [isNone(mg(1)), isNone({ ng: 1 }), isNone(noMass)]],
    ['no volume: 1 mL, a microliter, 0 mL', () => [isNoVolume(ml(1)), isNoVolume({ uL: 1 }), isNoVolume(noVolume)]],
    ['the same mass as 2 mg: 1, 3, 2', () => [isSame(mg(1), mg(2)), isSame(mg(3), mg(2)), isSame(mg(2), mg(2))]],
    [
      'the same volume as 2 mL: 1, 3, 2',
      () => [isSameVolume(ml(1), ml(2)), isSameVolume(ml(3), ml(2)), isSameVolume(ml(2), ml(2))],
    ],
    [
      'the same strength as 2000: 500, 4000, 2000',
      () => [
        isSameStrength(mcgPerMl(500), mcgPerMl(2000)),
        isSameStrength(mcgPerMl(4000), mcgPerMl(2000)),
        isSameStrength(mcgPerMl(2000), mcgPerMl(2000)),
      ],
    ],
    [
      '40 mg of 2000 mcg/mL in: 19 mL, 21 mL, 20 mL',
      () => [
        holdsExactly(ml(19), mg(40), mcgPerMl(2000)),
        holdsExactly(ml(21), mg(40), mcgPerMl(2000)),
        holdsExactly(ml(20), mg(40), mcgPerMl(2000)),
      ],
    ],
  ])('%s', (_what, found) => {
    expect(found()).toEqual([false, false, true]);
  });

  it('masses sort by their size', () => {
    expect([mg(20), mg(5), mcg(500)].toSorted(compareMasses)).toEqual([mcg(500), mg(5), mg(20)]);
  });
});

describe('volumes that hold a mass, and shares', () => {
  it.each<[what: string, found: () => unknown, expected: unknown]>([
    ['40 mg at 2000 mcg/mL', () => volumeHolding(mg(40), mcgPerMl(2000)), ml(20)],
    [
      '24.2511 mg at 2000 mcg/mL is no whole microliter',
      () => volumeHolding({ ng: 24_251_100 }, mcgPerMl(2000)),
      undefined,
    ],
    ['half of a mixture of 40 mg', () => shareOf(mg(40), ml(10), ml(20)), mg(20)],
    ['a third, to the nearest nanogram', () => shareOf(mg(40), ml(1), ml(3)), { ng: 13_333_333 }],
    ['two thirds, to the nearest nanogram', () => shareOf(mg(40), ml(2), ml(3)), { ng: 26_666_667 }],
    ['all of it', () => shareOf(mg(40), ml(20), ml(20)), mg(40)],
    ['of a mixture of no volume: nothing', () => shareOf(mg(40), noVolume, noVolume), noMass],
    ['25 mg shared by 40 of 60 mg', () => shareOfMass(mg(25), mg(40), mg(60)), { ng: 16_666_667 }],
    ['25 mg shared by 20 of 60 mg', () => shareOfMass(mg(25), mg(20), mg(60)), { ng: 8_333_333 }],
    ['half a nanogram goes up', () => shareOfMass({ ng: 1 }, mg(1), mg(2)), { ng: 1 }],
    [
      'exact beyond what numbers can multiply',
      () => shareOfMass(mg(99_999), mg(33_333), mg(100_000)),
      { ng: 33_332_666_670 },
    ],
    ['of nothing: nothing', () => shareOfMass(mg(25), noMass, noMass), noMass],
  ])('%s', (_what, found, expected) => {
    expect(found()).toEqual(expected);
  });
});

describe('how far apart', () => {
  it.each([
    [mg(40), mg(40), 0],
    [mg(40), mg(41), 25],
    [mg(40), mg(39), 25],
    [mg(3), mg(4), 333],
    [mg(1), mg(3), 2_000],
  ])('%j and %j: %i tenths of a percent', (from, to, tenthsOfPercent) => {
    expect(percentApart(from, to)).toEqual({ tenthsOfPercent });
  });

  it.each([
    ['100', '150', false],
    ['100', '150.01', true],
    ['100', '50', false],
    ['100', '49.99', true],
    ['100', '100', false],
  ])('a price of $%s, then $%s, moved by more than half: %s', (before, now, moved) => {
    expect(movedByMoreThanHalf(money(before), money(now))).toBe(moved);
  });
});

describe('money', () => {
  it.each<[what: string, found: () => unknown, expected: unknown]>([
    ['3 units at $181.46', () => chargeFor(unitsOf(3), money('181.46')), money('544.38')],
    ['the lesser of $2 and $3', () => lesserMoney(money('2'), money('3')), money('2')],
    ['the lesser of $3 and $2', () => lesserMoney(money('3'), money('2')), money('2')],
    ['$3 less $2', () => moneyLeft(money('3'), money('2')), money('1')],
    ['$2 less $3 is nothing', () => moneyLeft(money('2'), money('3')), money('0')],
    ['$1.10 + $2.20', () => sumOfMoney([money('1.1'), money('2.2')]), money('3.3')],
    [
      '2 of 3 parts of $100, down to a tenth of a cent',
      () => shareOfMoney(money('100'), 2, 3),
      { tenthsOfCent: 66_667 },
    ],
    ['1 of 3 parts of $100', () => shareOfMoney(money('100'), 1, 3), { tenthsOfCent: 33_333 }],
    ['half of $0.001, up', () => shareOfMoney({ tenthsOfCent: 1 }, 1, 2), { tenthsOfCent: 1 }],
    ['all of it', () => shareOfMoney(money('100'), 3, 3), money('100')],
    ['no amounts', () => sumOfMoney([]), money('0')],
    ['a payment limit has three decimals', () => fee('181.465'), { tenthsOfCent: 181_465 }],
    ['and no fourth', () => feeFromDigits('181.4651'), undefined],
    ['a price has two decimals', () => money('181.46'), { tenthsOfCent: 181_460 }],
    ['and no third', () => moneyFromDigits('181.465'), undefined],
    ['dollars without sign or commas', () => digitsOfMoney(money('1451.73')), '1451.73'],
    ['a million', () => formatMoney(money('1234567.8')), '$1,234,567.80'],
    ['a cent', () => formatMoney(money('0.01')), '$0.01'],
    ['ten cents', () => formatMoney(money('0.1')), '$0.10'],
    ['a tenth of a cent', () => formatMoney(fee('0.001')), '$0.001'],
    ['two thousand without a rest', () => digitsOfMoney(money('2000000')), '2000000.00'],
  ])('%s', (_what, found, expected) => {
    expect(found()).toEqual(expected);
  });
});

describe('quantities in words', () => {
  it.each([
    ['1,000 mcg', () => formatMcg(mg(1))],
    ['1,200.5 mcg', () => formatMcg({ ng: 1_200_500 })],
    ['999.999 mcg', () => formatMass({ ng: 999_999 })],
    ['1 mg', () => formatMass(mg(1))],
    ['10.05 mg', () => formatMass({ ng: 10_050_000 })],
    ['1,234,567 mg', () => formatMass(mg(1_234_567))],
    ['999 mg', () => formatMass(mg(999))],
    ['12.5 mL', () => formatMl({ uL: 12_500 })],
    ['0.005 mL', () => formatMl({ uL: 5 })],
    ['0.05 mL', () => formatMl({ uL: 50 })],
    ['1,200 mL', () => formatMl(ml(1_200))],
    ['17.12555 mL', () => formatMlHolding({ ng: 34_251_100 }, mcgPerMl(2000))],
    ['about 13.3333 mL', () => formatMlHolding(mg(20), mcgPerMl(1500))],
    ['20 mL', () => formatMlHolding(mg(40), mcgPerMl(2000))],
    ['1200', () => digitsOfMl(ml(1_200))],
    ['1234567', () => digitsOfMl(ml(1_234_567))],
    ['12.5', () => digitsOfMl({ uL: 12_500 })],
    ['1200', () => digitsOfMg(mg(1_200))],
    ['1234567', () => digitsOfMg(mg(1_234_567))],
    ['0.05', () => digitsOfMg(mcg(50))],
    ['5.2', () => formatTenths(52)],
    ['5', () => formatTenths(50)],
    ['2000 mcg/mL', () => formatStrength(mcgPerMl(2000))],
    ['1 unit', () => formatUnits(unitsOf(1))],
    ['0 units', () => formatUnits(unitsOf(0))],
    ['4 units', () => formatUnits(unitsOf(4))],
    ['5 mg + 5 mg = 10 mg', () => formatParts(['5 mg', '5 mg'], '10 mg')],
    // Nine decimals that end are told, a tenth is not.
    ['0.001953125', () => formatRatio({ ng: 1 }, { ng: 512 })],
    ['about 0.0009', () => formatRatio({ ng: 1 }, { ng: 1_024 })],
    ['0', () => formatRatio(noMass, mg(10))],
  ])('%s', (text, found) => {
    expect(found()).toBe(text);
  });
});

it.each<[what: string, target: number, sizes: readonly number[], total: number | undefined]>([
  ['nothing wanted, several sizes', 0, [20, 30], 0],
  ['exactly what two make', 50, [20, 30], 50],
  ['a step that none of them makes', 35, [20, 30], 40],
  ['less than the least', 5, [20, 30], 20],
  ['four hundred steps', 4_000, [20, 30], 4_000],
  ['a step more', 4_010, [20, 30], undefined],
  ['sizes of 40 and 60 mg: steps of 20', 20, [40, 60], 40],
  ['the largest alone', 55, [60, 80], 60],
])('what containers can make together: %s', (_what, target, sizes, total) => {
  expect(smallestTotal(mg(target), sizes.map(mg))).toEqual(total === undefined ? undefined : mg(total));
});

describe('money that may lie below nothing', () => {
  it.each([
    ['-10', -10_000, '-$10.00'],
    ['-.5', -500, '-$0.50'],
    ['20.', 20_000, '$20.00'],
    ['-1234567.8', -1_234_567_800, '-$1,234,567.80'],
    ['-0', 0, '$0.00'],
    ['0.001', 1, '$0.001'],
    ['-569.08', -569_080, '-$569.08'],
  ])('%s is %i tenths of a cent', (digits, tenthsOfCent, words) => {
    expect(signedMoneyFromDigits(digits)).toEqual({ tenthsOfCent });
    expect(formatMoney({ tenthsOfCent })).toBe(words);
  });

  const noAmounts = ['', '-', '--1', '1-', '+1', '1,200', '0.0001', '1e3', ' 1', '9'.repeat(17)];
  it.each(noAmounts)('“%s” is no amount', (digits) => {
    expect(signedMoneyFromDigits(digits)).toBeUndefined();
  });

  it('is taken from, told apart, and turned round', () => {
    const [ten, twelve] = [{ tenthsOfCent: 10_000 }, { tenthsOfCent: 12_500 }];
    expect(moneyBetween(ten, twelve)).toEqual({ tenthsOfCent: -2_500 });
    expect(moneyApart(ten, twelve)).toEqual({ tenthsOfCent: 2_500 });
    expect(moneyApart(twelve, ten)).toEqual({ tenthsOfCent: 2_500 });
    expect(Object.is(negatedMoney({ tenthsOfCent: 0 }).tenthsOfCent, 0)).toBe(true);
    expect(digitsOfMoney(negatedMoney(twelve))).toBe('-12.50');
  });
});
