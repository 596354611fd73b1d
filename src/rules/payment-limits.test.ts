import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { matching } from '../engine/matching.fixture';
import { unknownProfile } from '../engine/payer-profile';
import { prepareClaim } from '../engine/prepare-claim';
import type { OpenedTables } from '../engine/published-tables';
import { formatMoney, mcg, mg, noMass, unitsOf } from '../engine/quantity';

import {
  commercial,
  confirmation,
  elsewhere,
  fill,
  intravenous,
  namedCode,
  own,
  pumpFill,
  supplied,
  trial,
  trialFacts,
  verdictOf,
} from './encounter.fixture';
import { ruleBook, ruleBookWith } from './index';
import { paymentRateRules } from './payment-limits';
import { holdToTable, holdToWords } from './rule-table.fixture';

const q1: Encounter = { ...pumpFill, dateOfService: day('2026-02-01') };
const estimateOf = (encounter: Encounter, tables?: OpenedTables) =>
  prepareClaim(encounter, tables ? ruleBookWith(tables) : ruleBook).estimate;
const inShort = (encounter: Encounter, tables?: OpenedTables) => {
  const { by, lines, total } = estimateOf(encounter, tables);
  const words = (each: (typeof lines)[number] | NonNullable<typeof total>) =>
    [each.allowed, each.coinsurance, each.sequestration, each.paid]
      .map((money) => (money ? formatMoney(money) : '-'))
      .join(' ');
  return [by ?? 'none', ...lines.map(words), ...(total ? [`= ${words(total)}`] : [])].join(' | ');
};
const opened = (from: string, through: string, tenths: number): OpenedTables => ({
  paymentLimits: [
    { from: day(from), through: day(through), file: 'limits.csv', J0475: { tenthsOfCent: tenths }, J0476: null },
  ],
  crosswalks: [],
});

describe('what may be paid (row 10)', () => {
  it.each<[what: string, change: Partial<Encounter>, says: string]>([
    [
      'GA',
      { notice: 'GA' },
      'GA tells Medicare of a signed notice, and that you expect it not to pay. So no payment is worked out.',
    ],
    ['GX', { notice: 'GX' }, 'GX tells Medicare of a notice that was given by choice. So no payment is worked out.'],
    ['GY', { notice: 'GY' }, 'GY says that the law excludes the drug. So no payment is worked out.'],
    [
      'GX GY',
      { notice: 'GX GY' },
      'GX and GY tell Medicare of a notice, and that the law excludes the drug. So no payment is worked out.',
    ],
    [
      'GZ',
      { notice: 'GZ' },
      'GZ tells Medicare that you expect it not to pay, and that no notice was given. So no payment is worked out.',
    ],
    [
      'no room',
      { kd: true, bought340b: true, custody: 'met', notice: 'GA' },
      'You answered GA, but it does not fit on the line. No payment is worked out until that is settled.',
    ],
    [
      'no room on line 2',
      {
        kd: true,
        bought340b: true,
        custody: 'met',
        notice: 'GA',
        given: mg(25),
        wasted: mg(15),
        dateOfService: day('2026-02-01'),
      },
      'You answered GA, but it does not fit on every line. No payment is worked out until that is settled.',
    ],
    [
      'room for one',
      { bought340b: true, custody: 'met', notice: 'GX GY' },
      'You answered GX and GY, but GY does not fit on the line. No payment is worked out until that is settled.',
    ],
    [
      'room for none',
      { kd: true, bought340b: true, custody: 'met', notice: 'GX GY' },
      'You answered GX and GY, but they do not fit on the line. No payment is worked out until that is settled.',
    ],
  ])('no estimate with a notice: %s', (_what, change, says) =>
    expect(estimateOf({ ...q1, ...change }).how.map((step) => step.says)).toEqual([says]),
  );

  it.each([
    [
      '4 units in the first quarter of 2026, as worked out in row 10',
      q1,
      'payment-limit | $725.86 $145.17 $11.61 $714.25 | = $725.86 $145.17 $11.61 $714.25',
    ],
    [
      '3 units and 1 of waste, line by line',
      { ...q1, given: mg(25), wasted: mg(15) },
      'payment-limit | $544.40 $108.88 $8.71 $535.69 | $181.47 $36.29 $2.90 $178.57 | = $725.87 $145.17 $11.61 $714.26',
    ],
    [
      'a lower charge is what is allowed',
      { ...q1, chargePerUnit: { tenthsOfCent: 100_000 } },
      'payment-limit | $400.00 $80.00 $6.40 $393.60 | = $400.00 $80.00 $6.40 $393.60',
    ],
    [
      'a higher charge changes nothing',
      { ...q1, chargePerUnit: { tenthsOfCent: 200_000 } },
      'payment-limit | $725.86 $145.17 $11.61 $714.25 | = $725.86 $145.17 $11.61 $714.25',
    ],
    [
      'a trial dose',
      { ...trial, dateOfService: day('2026-02-01') },
      'payment-limit | $59.51 $11.90 $0.95 $58.56 | = $59.51 $11.90 $0.95 $58.56',
    ],
    ['no limit for the day, no charge', { ...pumpFill, dateOfService: day('2027-01-01') }, 'none'],
    ['a day between two quarters that were read', { ...pumpFill, dateOfService: day('2022-06-30') }, 'none'],
    [
      '1 % of sequestration',
      { ...pumpFill, dateOfService: day('2022-06-30'), chargePerUnit: { tenthsOfCent: 200_000 } },
      'own-charge | $800.00 $160.00 $6.40 $793.60 | = $800.00 $160.00 $6.40 $793.60',
    ],
    [
      'no sequestration',
      { ...pumpFill, dateOfService: day('2021-12-31') },
      'payment-limit | $709.74 $141.95 $0.00 $709.74 | = $709.74 $141.95 $0.00 $709.74',
    ],
    [
      'sequestration not on file',
      { ...pumpFill, dateOfService: day('2020-04-01') },
      'payment-limit | $710.58 - - $710.58 | = $710.58 - - $710.58',
    ],
    [
      '4 units in the last quarter of 2026',
      { ...pumpFill, dateOfService: day('2026-11-20') },
      'payment-limit | $747.98 $149.60 $11.97 $736.01 | = $747.98 $149.60 $11.97 $736.01',
    ],
    [
      'no limit for the day: the charge stands in',
      { ...pumpFill, dateOfService: day('2027-01-01'), chargePerUnit: { tenthsOfCent: 200_000 } },
      'own-charge | $800.00 $160.00 $12.80 $787.20 | = $800.00 $160.00 $12.80 $787.20',
    ],
    ['a plan without a fee', { ...q1, payer: 'commercial' }, 'none'],
    [
      'a plan with a fee',
      {
        ...q1,
        payer: 'commercial',
        profile: { ...unknownProfile('own-x', 'x', 'commercial'), feePerUnit: { tenthsOfCent: 181_505 } },
      },
      'plan-fee | $726.02 - - $726.02 | = $726.02 - - $726.02',
    ],
    [
      'the hospital’s outpatients',
      { ...q1, setting: 'hospital-outpatient' },
      'payment-limit | $725.86 $145.17 $11.61 $714.25 | = $725.86 $145.17 $11.61 $714.25',
    ],
    ['a surgical center: not read', { ...q1, setting: 'asc' }, 'none'],
    ['packaged', { ...trial, setting: 'hospital-outpatient', dateOfService: day('2026-02-01') }, 'none'],
    ['self-pay', { ...q1, payer: 'self-pay' }, 'none'],
    [
      'the home, the physician there',
      { ...q1, setting: 'home', attendance: 'physician' },
      'payment-limit | $725.86 $145.17 $11.61 $714.25 | = $725.86 $145.17 $11.61 $714.25',
    ],
    [
      'the home, a nurse alone',
      { ...q1, setting: 'home', attendance: 'nurse-alone', chargePerUnit: { tenthsOfCent: 100_000 } },
      'none',
    ],
    ['a nursing facility', { ...q1, setting: 'nursing-facility', chargePerUnit: { tenthsOfCent: 100_000 } }, 'none'],
    [
      'a place that was not read',
      { ...q1, setting: 'other', placeOfService: '65', chargePerUnit: { tenthsOfCent: 100_000 } },
      'none',
    ],
  ] as const satisfies readonly (readonly [string, Encounter, string])[])('%s', (_name, encounter, expected) => {
    expect(inShort(encounter)).toBe(expected);
  });

  it('of a place that is not settled says so, and prices no units there', () => {
    const { how } = estimateOf({ ...q1, setting: 'home' });
    expect(how[0]?.says).toBe(
      'Whether Medicare takes the drug from this place is not settled. So no payment is worked out.',
    );
    const tooMany = prepareClaim({ ...q1, given: mg(90), setting: 'home' }, ruleBook).findings.find(
      ({ rule }) => rule.id === 'units/mue',
    );
    expect(tooMany?.verdict.because).not.toContain('worth');
  });

  it('never takes an old limit for a current one, and says which it has', () => {
    expect(estimateOf({ ...pumpFill, dateOfService: day('2027-01-01') }).how[0]?.says).toBe(
      'Medicare’s payment rate for J0475 on 01/01/2027 is not on file, so it was not checked. ' +
        'The last rate on file before it, $186.996, is that of 10/01/2026 to 12/31/2026. ' +
        'Open the CMS payment limit file of that quarter on this page.',
    );
  });

  it('takes the limit of a file that was opened, for its days and no others, and before the one on file', () => {
    const next = opened('2027-01-01', '2027-03-31', 180_000);
    expect(inShort({ ...pumpFill, dateOfService: day('2027-03-31') }, next)).toContain('$720.00');
    expect(inShort({ ...pumpFill, dateOfService: day('2027-04-01') }, next)).toBe('none');
    expect(inShort(q1, next)).toContain('$725.86');
    expect(inShort(q1, opened('2026-01-01', '2026-03-31', 100_000))).toContain('$400.00');
  });

  it('a file without a row of the code does not hide the limit on file', () => {
    const without: OpenedTables = {
      paymentLimits: [
        {
          from: day('2026-01-01'),
          through: day('2026-03-31'),
          file: 'x',
          J0475: null,
          J0476: { tenthsOfCent: 50_000 },
        },
      ],
      crosswalks: [],
    };
    expect(inShort(q1, without)).toContain('$725.86');
    expect(inShort({ ...trial, dateOfService: day('2026-02-01') }, without)).toContain('$50.00');
  });

  it('of several opened files, the one of the day counts', () => {
    const table = (from: string, through: string, tenths: number) => ({
      from: day(from),
      through: day(through),
      file: 'x',
      J0475: { tenthsOfCent: tenths },
      J0476: null,
    });
    const tables: OpenedTables = {
      paymentLimits: [table('2027-01-01', '2027-03-31', 180_000), table('2027-01-10', '2027-01-20', 190_000)],
      crosswalks: [],
    };
    expect(inShort({ ...pumpFill, dateOfService: day('2027-02-15') }, tables)).toContain('$720.00');
    expect(inShort({ ...pumpFill, dateOfService: day('2027-01-15') }, tables)).toContain('$760.00');
    expect(inShort({ ...pumpFill, dateOfService: day('2027-04-01') }, tables)).toBe('none');
  });

  it('all units are worth what their lines are', () => {
    const split: Encounter = {
      ...q1,
      given: mg(25),
      wasted: mg(15),
      payer: 'medicare-part-b',
      profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b' as const), minimumDaysBetweenFills: 30 },
      lastFillOn: day('2026-01-20'),
    };
    expect(
      prepareClaim(split, ruleBook).findings.find(({ rule }) => rule.id === 'payer/fill-interval')?.verdict.because,
    ).toContain('worth $725.87');
  });

  it('what units are worth is what would be allowed for them', () => {
    const worth = (encounter: Encounter) =>
      prepareClaim(encounter, ruleBook).findings.find(({ rule }) => rule.id === 'units/mue')?.verdict.because;
    expect(
      worth({ ...fill(mg(90), noMass), dateOfService: day('2026-02-01'), chargePerUnit: { tenthsOfCent: 100_000 } }),
    ).toContain('worth $900.00 at the charge entered');
    expect(
      worth({ ...trial, given: mg(1), setting: 'hospital-outpatient', dateOfService: day('2026-02-01') }),
    ).not.toContain('worth');
  });

  it('says where a limit was read that is not from the limit file', () => {
    expect(estimateOf({ ...pumpFill, dateOfService: day('2023-06-30') }).how[0]?.says).toContain(
      'It was read in the price list for hospital outpatients (OPPS Addendum B).',
    );
    expect(estimateOf({ ...pumpFill, dateOfService: day('2026-06-30') }).how[0]?.says).not.toContain('Addendum');
  });

  it('Medicare’s limit comes before a fee in a profile of original Medicare, which stands in for none', () => {
    const profile = {
      ...unknownProfile('own-x', 'x', 'medicare-part-b' as const),
      feePerUnit: { tenthsOfCent: 500_000 },
    };
    expect(estimateOf({ ...q1, profile }).by).toBe('payment-limit');
    expect(estimateOf({ ...q1, profile, dateOfService: day('2027-01-01') }).by).toBe('plan-fee');
  });

  it('tells what the whole day is worth where it is above the daily maximum', () => {
    const { findings } = prepareClaim({ ...fill(mg(90), noMass), dateOfService: day('2026-02-01') }, ruleBook);
    expect(findings.find(({ rule }) => rule.id === 'units/mue')?.verdict.because).toContain(
      'all 9 units may be denied, worth $1,633.19 at Medicare’s payment rate.',
    );
  });
});

describe('the payment rate of the day', () => {
  holdToTable(paymentRateRules, {
    'payment/rate': [
      '10, 10 addendum, 10 opened',
      ['pass', pumpFill, /for one unit of J0475 is \$178\.052, from 04\/01\/2026 to 06\/30\/2026\.$/],
      ['pass', { ...trial, dateOfService: day('2026-05-20') }, /J0476 is \$54\.338/],
      [
        'needs-review',
        { ...pumpFill, dateOfService: day('2027-01-01') },
        matching(
          /^Medicare’s payment rate for J0475 on 01\/01\/2027 is not on file, so it was not checked\. /,
          /The last rate on file before it, \$186\.996, is that of 10\/01\/2026 to 12\/31\/2026\.$/,
        ),
        'dateOfService, tick',
      ],
      [
        'needs-review',
        { ...trial, dateOfService: day('2023-12-31') },
        /J0476 on 12\/31\/2023 is not on file, .* The first rate on file, \$37\.444, is that of 01\/01\/2024/,
        'dateOfService, tick',
      ],
      ['not-applicable', commercial, /^The line does not go to original Medicare\.$/],
      ['not-applicable', { ...pumpFill, given: noMass }, /no drug line/],
    ],
  });
});

describe('how the estimate comes about, step by step', () => {
  const steps = (encounter: Encounter, tables?: OpenedTables) =>
    estimateOf(encounter, tables).how.map(({ says, rows }) => `${says} (${rows.join(', ')})`);
  const charge = { chargePerUnit: { tenthsOfCent: 100_000 } };
  const rate = 'Medicare’s payment rate for one unit of J0475 is';
  const firstOf2026 = `${rate} $181.466, from 01/01/2026 to 03/31/2026.`;
  const coinsurance = 'The patient pays 20 % of what is allowed (coinsurance). (10)';
  const cut = 'Then 2 % is cut from Medicare’s own part (sequestration). (10 sequestration)';
  const deductible =
    'The Part B deductible of 2026 is $283. If part of it is still open, the patient pays that first. ' +
    'It is left out here. (10 deductible)';
  const noFee = 'This plan’s fee is not on file. Put it into a payer profile, or enter the charge per unit.';
  const noRateOf2027 =
    'Medicare’s payment rate for J0475 on 01/01/2027 is not on file, so it was not checked. ' +
    'The last rate on file before it, $186.996, is that of 10/01/2026 to 12/31/2026. ' +
    'Open the CMS payment limit file of that quarter on this page.';
  const instead = 'The charge entered is used instead. The payer may allow less.';
  const unknownShare = 'What the patient pays of it is not known. (10)';
  const addendum =
    'It was read in the price list for hospital outpatients (OPPS Addendum B). ' +
    'Both had the same rate in each quarter that was compared.';

  it.each<[what: string, encounter: Encounter, steps: readonly string[]]>([
    [
      'Medicare, one line',
      q1,
      [`${firstOf2026} J0475-JZ: 4 units × $181.466 come to $725.86. (10)`, coinsurance, cut, deductible],
    ],
    [
      'Medicare, two lines',
      { ...q1, given: mg(25), wasted: mg(15) },
      [
        `${firstOf2026} J0475: 3 units × $181.466 come to $544.40. J0475-JW: 1 unit × $181.466 comes to $181.47. (10)`,
        coinsurance,
        cut,
        deductible,
      ],
    ],
    [
      'a lower charge',
      { ...q1, ...charge },
      [
        `${firstOf2026} J0475-JZ: 4 units × $181.466 come to $725.86. (10)`,
        'The charge entered is lower. The payer allows the lower of the two. (10)',
        coinsurance,
        cut,
        deductible,
      ],
    ],
    [
      'a charge that comes to as much is not lower',
      { ...q1, chargePerUnit: { tenthsOfCent: 181_465 } },
      [`${firstOf2026} J0475-JZ: 4 units × $181.466 come to $725.86. (10)`, coinsurance, cut, deductible],
    ],
    [
      'a charge that is lower on one line alone',
      { ...q1, given: mg(25), wasted: mg(15), chargePerUnit: { tenthsOfCent: 181_467 } },
      [
        `${firstOf2026} J0475: 3 units × $181.466 come to $544.40. J0475-JW: 1 unit × $181.466 comes to $181.47. (10)`,
        'The charge entered is lower. The payer allows the lower of the two. (10)',
        coinsurance,
        cut,
        deductible,
      ],
    ],
    [
      'no cut, from the list for outpatients, deductible not on file',
      { ...pumpFill, dateOfService: day('2021-12-31') },
      [
        `${rate} $177.434, from 10/01/2021 to 12/31/2021. ${addendum} ` +
          'J0475: 4 units × $177.434 come to $709.74. (10 addendum)',
        coinsurance,
        'There was no cut (sequestration) from 05/01/2020 to 03/31/2022. (10 sequestration)',
        'The Part B deductible of 2021 is not on file. Ask how much of it is still open. ' +
          'It is left out here. (10 deductible)',
      ],
    ],
    [
      'cut not on file',
      { ...pumpFill, dateOfService: day('2020-04-01') },
      [
        `${rate} $177.645, from 04/01/2020 to 06/30/2020. ${addendum} ` +
          'J0475: 4 units × $177.645 come to $710.58. (10 addendum)',
        'Medicare’s cut (sequestration) for 04/01/2020 is not on file. So no share is worked out. (10 sequestration)',
      ],
    ],
    ['no rate', { ...pumpFill, dateOfService: day('2027-01-01') }, [`${noRateOf2027} (10)`]],
    [
      'no rate, a charge',
      { ...pumpFill, dateOfService: day('2027-01-01'), ...charge },
      [
        `${noRateOf2027} ${instead} J0475-JZ: 4 units × $100.00 come to $400.00. (10)`,
        coinsurance,
        cut,
        'The Part B deductible of 2027 is not on file. Ask how much of it is still open. ' +
          'It is left out here. (10 deductible)',
      ],
    ],
    ['a plan', commercial, [`${noFee} (10)`]],
    [
      'a plan, a charge',
      { ...commercial, ...charge },
      [`${noFee} ${instead} J0475-JZ: 4 units × $100.00 come to $400.00. (10)`, unknownShare],
    ],
    [
      'a plan’s fee',
      own({ feePerUnit: { tenthsOfCent: 181_500 } }),
      [
        'The fee for one unit stands in the profile Prairie Health. ' +
          'J0475-JZ: 4 units × $181.50 come to $726.00. (2b own profile)',
        unknownShare,
      ],
    ],
    [
      'a plan’s fee is of J0475, and not of J0476',
      own({ feePerUnit: { tenthsOfCent: 181_500 } }, trialFacts),
      [`${noFee} (10)`],
    ],
    [
      'a setting that was not read',
      { ...pumpFill, setting: 'asc' },
      ['What Medicare pays for the drug in this setting was not read. (10)'],
    ],
    ['no line', supplied, ['There is no drug line to price. (10)']],
    ['nothing given', fill(noMass, mg(15)), ['There is no drug line to price. (10)']],
    [
      'a compound',
      namedCode('J7999'),
      ['A compound has no payment limit on file. The contractor sets its price. (9.8, 1.9 price)'],
    ],
    ['J0428', { ...intravenous, payerConfirmation: confirmation }, ['No source read says how J0428 is paid. (1.12)']],
    ['self-pay', { ...q1, payer: 'self-pay' }, ['A self-pay line is paid at your own price. (2b self-pay)']],
    [
      'packaged',
      { ...trial, setting: 'hospital-outpatient' },
      [
        'J0476 has the outpatient status N: packaged, not paid on its own line. ' +
          'So the drug has no price of its own here. (2b outpatient)',
      ],
    ],
    [
      'packaged, another payer',
      { ...trial, setting: 'hospital-outpatient', payer: 'commercial' },
      [
        'J0476 has the outpatient status N: packaged, not paid on its own line. ' +
          'So the drug has no price of its own here. That is Medicare’s way. Ask this payer. (2b outpatient)',
      ],
    ],
    [
      'a place that is not settled',
      { ...pumpFill, setting: 'home' },
      ['Whether Medicare takes the drug from this place is not settled. So no payment is worked out. (2b home)'],
    ],
    [
      'a notice',
      { ...pumpFill, notice: 'GA' },
      [
        'GA tells Medicare of a signed notice, and that you expect it not to pay. ' +
          'So no payment is worked out. (4 ABN)',
      ],
    ],
    ['a notice on a plan’s claim tells nothing', { ...commercial, notice: 'GA' }, [`${noFee} (10)`]],
  ])('%s', (_what, encounter, expected) => expect(steps(encounter)).toEqual(expected));

  const firstOf2027 = opened('2027-01-01', '2027-03-31', 180_000);
  it.each<[what: string, date: string, tables: OpenedTables, first: string]>([
    [
      'on its first day',
      '2027-01-01',
      firstOf2027,
      `${rate} $180.00, from 01/01/2027 to 03/31/2027. J0475-JZ: 4 units × $180.00 come to $720.00. (10 opened)`,
    ],
    [
      'after its last day it is told as the last rate',
      '2027-04-01',
      firstOf2027,
      'Medicare’s payment rate for J0475 on 04/01/2027 is not on file, so it was not checked. ' +
        'The last rate on file before it, $180.00, is that of 01/01/2027 to 03/31/2027. ' +
        'Open the CMS payment limit file of that quarter on this page. (10)',
    ],
    [
      'not where it is older than the last on file',
      '2027-01-01',
      opened('2019-10-01', '2019-12-31', 170_000),
      `${noRateOf2027} (10)`,
    ],
    [
      'nor on a day that has a rate on file',
      '2026-02-01',
      opened('2025-01-01', '2025-03-31', 170_000),
      `${firstOf2026} J0475-JZ: 4 units × $181.466 come to $725.86. (10)`,
    ],
    ['nor before it begins', '2027-01-01', opened('2027-04-01', '2027-06-30', 170_000), `${noRateOf2027} (10)`],
  ])('a file that was opened: %s', (_what, date, tables, first) =>
    expect(steps({ ...pumpFill, dateOfService: day(date) }, tables)[0]).toBe(first),
  );
});

describe('what units at risk are worth', () => {
  const nine: Encounter = { ...fill(mg(90), noMass), dateOfService: day('2026-02-01') };
  const overLimit = (change: Partial<Encounter>): Encounter =>
    own({ unitsPerFill: unitsOf(3), feePerUnit: { tenthsOfCent: 180_505 } }, change);
  it.each<[what: string, encounter: Encounter, rule: string, worth: string]>([
    ['all of the day', nine, 'units/mue', ', worth $1,633.19 at Medicare’s payment rate'],
    [
      'a charge that is as high',
      { ...nine, chargePerUnit: { tenthsOfCent: 181_466 } },
      'units/mue',
      ', worth $1,633.19 at Medicare’s payment rate',
    ],
    [
      'a lower charge',
      { ...nine, chargePerUnit: { tenthsOfCent: 181_460 } },
      'units/mue',
      ', worth $1,633.14 at the charge entered',
    ],
    ['one of four', overLimit({}), 'payer/units-per-fill', ', worth $180.51 at the plan’s fee'],
    [
      'one of four, a lower charge',
      overLimit({ chargePerUnit: { tenthsOfCent: 100_000 } }),
      'payer/units-per-fill',
      ', worth $100.00 at the charge entered',
    ],
    [
      'one of four, a higher charge',
      overLimit({ chargePerUnit: { tenthsOfCent: 200_000 } }),
      'payer/units-per-fill',
      ', worth $180.51 at the plan’s fee',
    ],
    ['no price known', own({ unitsPerFill: unitsOf(3) }), 'payer/units-per-fill', ''],
    [
      'not paid on its own',
      { ...trial, given: mcg(150), setting: 'hospital-outpatient', dateOfService: day('2026-02-01') },
      'units/mue',
      '',
    ],
    [
      'a compound, whatever its charge',
      {
        ...namedCode('J7999'),
        payer: 'commercial',
        chargePerUnit: { tenthsOfCent: 100_000 },
        priorAuthorization: {
          status: 'approved',
          number: 'A',
          firstDay: null,
          lastDay: null,
          unitsApproved: unitsOf(0),
          unitsUsed: unitsOf(0),
          askedOn: null,
        },
      },
      'preauthorization/units',
      '',
    ],
  ])('%s', (_what, encounter, rule, worth) => {
    const { because } = verdictOf(encounter, rule);
    expect(/, worth [^,]*\$[\d.,]*\d( at [^.,]*)?/.exec(because)?.[0] ?? '').toBe(worth);
  });
});

describe('whose rate it is, and who pays at all', () => {
  const july2026: Encounter = { ...pumpFill, setting: 'hospital-outpatient', dateOfService: day('2026-07-01') };
  const listNotRead = 'The price list for hospital outpatients of that quarter was not read.';
  holdToWords([
    [
      'a surgical center’s drug',
      { ...pumpFill, setting: 'asc' },
      'payment/rate',
      'not-applicable',
      /^What Medicare pays for the drug in this setting was not read\.$/,
    ],
    [
      'a place that was not read',
      elsewhere('65'),
      'payment/rate',
      'not-applicable',
      /^What Medicare pays for the drug in this setting was not read\.$/,
    ],
    [
      'a trial dose of a hospital’s outpatient',
      { ...trial, setting: 'hospital-outpatient' },
      'payment/rate',
      'not-applicable',
      /^Medicare does not pay this line by its payment rates\.$/,
    ],
    [
      'a hospital, after the newest price list that was read',
      july2026,
      'payment/rate',
      'pass',
      /09\/30\/2026\. The price list for hospital outpatients of that quarter was not read\.$/,
    ],
    ['an office on that day', { ...july2026, setting: 'office' }, 'payment/rate', 'pass', /09\/30\/2026\.$/],
  ]);

  it.each<[what: string, encounter: Encounter, first: string, rows: string]>([
    [
      'not for a patient in custody where 42 CFR 411.4(b) is not met',
      { ...pumpFill, custody: 'not-met' },
      'Medicare does not pay for a patient in custody where 42 CFR 411.4(b) is not met. So no payment is worked out.',
      '4 QJ',
    ],
    [
      'nor where nobody knows whether it is',
      { ...pumpFill, custody: 'not-known' },
      'Whether Medicare pays for this patient in custody is not settled. So no payment is worked out.',
      '4 QJ',
    ],
    [
      'a place that is only taken like a hospital',
      { ...elsewhere('51'), payer: 'commercial' },
      'Place of service 51 is taken like 21, where the hospital bills the drug. That is general knowledge. ' +
        'So the drug has no price of its own here. Ask this payer.',
      '2b inpatient places',
    ],
    [
      'a compound under a plan',
      { ...namedCode('J7999'), payer: 'commercial' },
      'A compound has no payment limit on file. ' +
        'Medicare’s contractors set its price. How this payer does was not read.',
      '9.8, 1.9 price',
    ],
  ])('%s', (_what, encounter, first, rows) => {
    const { total, how } = estimateOf(encounter);
    expect([total, ...how.map(({ says }) => says), how[0]?.rows.join(', ')]).toEqual([null, first, rows]);
  });

  it('is worked out where it is met, and for another payer', () => {
    expect(estimateOf({ ...pumpFill, custody: 'met' }).by).toBe('payment-limit');
    expect(estimateOf({ ...pumpFill, custody: 'not-met', payer: 'commercial' }).how[0]?.says).toMatch(
      /^This plan’s fee/,
    );
  });

  it('of a hospital, tells the quarter whose price list was not read', () => {
    expect(estimateOf(july2026).how[0]?.says).toContain(listNotRead);
    expect(estimateOf(july2026).how[0]?.rows).toEqual(['10', '10 outpatient later']);
    expect(estimateOf({ ...july2026, dateOfService: day('2026-06-30') }).how[0]?.says).not.toContain(listNotRead);
  });
});
