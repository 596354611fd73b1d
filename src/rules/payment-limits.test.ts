import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { matching } from '../engine/matching.fixture';
import { unknownProfile } from '../engine/payer-profile';
import { prepareClaim } from '../engine/prepare-claim';
import type { OpenedTables } from '../engine/published-tables';
import { formatMoney, mg, noMass } from '../engine/quantity';
import { commercial, fill, pumpFill, trial } from './encounter.fixture';
import { ruleBook, ruleBookWith } from './index';
import { paymentRateRules } from './payment-limits';
import { holdToTable } from './rule-table.fixture';

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

describe('tables that were opened decide like those that came with the page', () => {
  const later = day('2027-01-01');
  const find = (encounter: Encounter, id: string, tables: OpenedTables) =>
    prepareClaim(encounter, ruleBookWith(tables)).findings.find(({ rule }) => rule.id === id)?.verdict;

  it('a code in an opened file is in force on its days', () => {
    const tables = opened('2027-01-01', '2027-03-31', 180_000);
    expect(find({ ...pumpFill, dateOfService: later }, 'code/valid', tables)).toMatchObject({
      outcome: 'pass',
      because: 'J0475 is in “limits.csv”, 01/01/2027 to 03/31/2027, which was opened here.',
    });
    expect(find({ ...trial, dateOfService: later }, 'code/valid', tables)?.outcome).toBe('needs-review');
    expect(find({ ...pumpFill, dateOfService: day('2027-04-01') }, 'code/valid', tables)?.outcome).toBe('needs-review');
  });

  it('a container that only an opened crosswalk names is known, and one that it no longer names is asked about', () => {
    const rowOf = (ndc: string) =>
      ({
        ndc,
        hcpcs: 'J0475',
        name: 'New baclofen',
        labeler: 'Somebody',
        volume: { uL: 20_000 },
        labeled: mg(40),
        strength: { mcgPerMl: 2000 },
        containersPerNdc: 1,
      }) as OpenedTables['crosswalks'][number]['rows'][number];
    const tables: OpenedTables = {
      paymentLimits: [],
      crosswalks: [{ from: later, through: day('2027-03-31'), file: 'crosswalk.csv', rows: [rowOf('12345678901')] }],
    };
    const withNdc = (ndc: string, change: Partial<Encounter> = {}): Encounter => ({
      ...pumpFill,
      dateOfService: later,
      ndcs: [rowOf(ndc).ndc],
      ...change,
    });
    expect(find(withNdc('12345678901'), 'claim/ndc', tables)?.because).toMatch(/New baclofen.*Its label was not read/);
    expect(
      find(withNdc('12345678901', { given: mg(38), wasted: mg(1) }), 'amounts/marketed-containers', tables)?.because,
    ).toMatch(/of NDC 12345678901.*40 mg/);
    expect(find(withNdc('66794015702'), 'claim/ndc', tables)?.because).toMatch(
      /not in the CMS crosswalk of 01\/01\/2027 to 03\/31\/2027 that was opened/,
    );
    expect(find(withNdc('12345678901'), 'claim/ndc', { paymentLimits: [], crosswalks: [] })?.because).toMatch(
      /none of the 35/,
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
      ],
      [
        'needs-review',
        { ...trial, dateOfService: day('2023-12-31') },
        /J0476 on 12\/31\/2023 is not on file, .* The first rate on file, \$37\.444, is that of 01\/01\/2024/,
      ],
      ['not-applicable', commercial, /does not pay this line by its payment rates/],
      ['not-applicable', { ...pumpFill, given: noMass }, /no drug line/],
    ],
  });
});
