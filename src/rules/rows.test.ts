import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { companionCodes, type CompanionCode, type Encounter } from '../engine/encounter';
import { prepareClaim } from '../engine/prepare-claim';
import { mg } from '../engine/quantity';
import type { Outcome } from '../engine/verdict';
import type { RowId } from './citations';
import { denialCases } from './denial-codes';
import { beside, fill, linesOf, pumpFill, trial, verdictOf } from './encounter.fixture';
import { ruleBook } from './index';
import { ncciEdits, type NcciEdits } from './ncci-edits';
import { namedProfiles } from './payers';
import { referenceEntries, searchReference } from './reference';

const waste = fill(mg(25), mg(15));
const under = (id: string, change: Partial<Encounter> = {}): Encounter => {
  const profile = namedProfiles.find((each) => each.id === id);
  if (!profile) throw new Error(id);
  return { ...pumpFill, payer: profile.payer, profile, ...change };
};

describe('section 2b, row by row: who carries JW or JZ', () => {
  it.each([
    ['office, J0475', pumpFill, 'J0475-JZ x4'],
    ['office, J0476', trial, 'J0476-JZ x1'],
    ['hospital outpatient, J0475 (K)', { ...waste, setting: 'hospital-outpatient' }, 'J0475 x3, J0475-JW x1'],
    ['hospital outpatient, J0476 (N)', { ...trial, setting: 'hospital-outpatient' }, 'J0476 x1'],
    ['surgical center, J0475 (K2)', { ...waste, setting: 'asc' }, 'J0475 x3, J0475-JW x1'],
    ['surgical center, J0476 (N1)', { ...trial, setting: 'asc' }, 'J0476 x1'],
    ['critical access hospital', { ...pumpFill, setting: 'critical-access-hospital' }, 'J0475-JZ x4'],
    ['340B', { ...pumpFill, bought340b: true }, 'J0475-JZ-TB x4'],
    ['rural health clinic', { ...waste, setting: 'rhc' }, 'J0475 x3'],
    ['federally qualified health center', { ...waste, setting: 'fqhc' }, 'J0475 x3'],
    ['inpatient', { ...waste, setting: 'inpatient' }, 'J0475 x3'],
    ['medical equipment supplier', { ...waste, setting: 'dme-supplier' }, 'J0475 x3'],
    [
      'Medicare Advantage: Medicare’s way until the plan is asked',
      { ...pumpFill, payer: 'medicare-advantage' },
      'J0475-JZ x4',
    ],
    ['UnitedHealthcare Maryland, JZ from its day', under('unitedhealthcare-maryland'), 'J0475-JZ x4'],
    ['LifeWise, waste', under('lifewise-premera', { given: mg(25), wasted: mg(15) }), 'J0475 x3, J0475-JW x1'],
    ['LifeWise, none', under('lifewise-premera'), 'J0475-JZ x4'],
    ['BCBS North Dakota', under('bcbs-north-dakota'), 'J0475 x4'],
    [
      'BCBS North Dakota, waste',
      under('bcbs-north-dakota', { given: mg(25), wasted: mg(15) }),
      'J0475 x3, J0475-JW x1',
    ],
    [
      'Blue Cross NC, one line',
      under('blue-cross-north-carolina', { given: mg(25), wasted: mg(15) }),
      'J0475 x3, J0475-JW x1',
    ],
    ['Horizon', under('horizon-new-jersey', { given: mg(25), wasted: mg(15) }), 'J0475 x3, J0475-JW x1'],
  ] as const satisfies readonly (readonly [string, Encounter, string])[])('%s', (_row, encounter, lines) => {
    expect(linesOf(encounter).join(', ')).toBe(lines);
  });

  it('what is not known of a plan is never shown as settled', () => {
    for (const { id, jw, jz } of namedProfiles) {
      const verdict = verdictOf(under(id), 'modifier/jw-jz').outcome;
      expect(verdict, id).toBe(jw === null || jz === null ? 'needs-review' : 'pass');
    }
  });
});

describe('section 4, row by row: other modifiers', () => {
  const onLines = (encounter: Encounter) =>
    prepareClaim(encounter, ruleBook).lines.flatMap(({ modifiers }) => modifiers);

  it.each([
    ['QJ, in custody', { ...pumpFill, custody: 'met' }, 'JZ QJ'],
    ['QJ, asked for by habit', { ...pumpFill, askedModifiers: ['QJ'] }, 'JZ'],
    ['LT and RT', { ...pumpFill, askedModifiers: ['LT', 'RT'] }, 'JZ'],
    ['50', { ...pumpFill, askedModifiers: ['50'] }, 'JZ'],
    ['52', { ...pumpFill, askedModifiers: ['52'] }, 'JZ'],
    ['KD, off', pumpFill, 'JZ'],
    ['KD, on', { ...pumpFill, kd: true }, 'KD JZ'],
    ['KD, not on a trial', { ...trial, kd: true }, 'JZ'],
    ['TB beside JW', { ...waste, bought340b: true }, 'TB JW TB'],
    ['TB for Medicare only', { ...pumpFill, payer: 'commercial', bought340b: true }, 'JZ'],
    ['GA', { ...pumpFill, notice: 'GA' }, 'JZ GA'],
    ['GX with GY', { ...pumpFill, notice: 'GX GY' }, 'JZ GX GY'],
    ['GZ', { ...pumpFill, notice: 'GZ' }, 'JZ GZ'],
    ['the usual order', { ...pumpFill, notice: 'GA', custody: 'met', bought340b: true }, 'JZ TB QJ GA'],
    [
      'at most four, JW and JZ never the one left off',
      { ...pumpFill, notice: 'GA', custody: 'met', bought340b: true, kd: true },
      'KD JZ TB QJ',
    ],
    [
      'an order of the payer’s own',
      {
        ...under('lifewise-premera'),
        kd: true,
        profile: { ...under('lifewise-premera').profile, modifierOrder: ['JZ', 'KD'] } as Encounter['profile'],
      },
      'JZ KD',
    ],
  ] as const satisfies readonly (readonly [string, Encounter, string])[])('%s', (_row, encounter, modifiers) => {
    expect(onLines(encounter).join(' ')).toBe(modifiers);
  });

  it.each(['JA', 'JB', 'JG', 'RE', '59', '76', '77', '25', 'JF', '50', '52', 'LT', 'RT'])(
    '%s can be looked up, and stands on no line',
    (modifier) => {
      const [first] = searchReference(modifier);
      expect(first?.topic).toBe('modifiers');
      expect(first?.term).toContain(modifier);
      const everything: Encounter = {
        ...waste,
        askedModifiers: ['50', '52', 'LT', 'RT', 'QJ'],
        bought340b: true,
        custody: 'met',
        notice: 'GX GY',
        kd: true,
      };
      expect(onLines(everything)).not.toContain(modifier);
    },
  );
});

describe('section 5, row by row: procedures of the day', () => {
  const onWorksheet = (code: string): code is CompanionCode => (companionCodes as readonly string[]).includes(code);
  const quarters = [
    { quarter: '2024, either list', on: '2024-08-01', setting: 'office', edits: ncciEdits[0] },
    { quarter: '2024, either list', on: '2024-08-01', setting: 'hospital-outpatient', edits: ncciEdits[0] },
    { quarter: 'late 2026, hospital', on: '2026-11-20', setting: 'hospital-outpatient', edits: ncciEdits[1] },
  ] as const;
  it.each(
    quarters.flatMap(({ quarter, on, setting, edits: { pairs } }) =>
      pairs.flatMap(({ paid, bundled, indicator }) =>
        onWorksheet(paid) && onWorksheet(bundled) && bundled !== 'A4220'
          ? [{ quarter, on, setting, paid, bundled, indicator }]
          : [],
      ),
    ),
  )(
    '$quarter, $setting: $bundled is part of $paid (indicator $indicator)',
    ({ on, setting, paid, bundled, indicator }) => {
      const verdict = verdictOf(
        { ...pumpFill, setting, ...beside(bundled, paid), dateOfService: day(on), preparedOn: day(on) },
        'companions/pairs',
      );
      expect(verdict).toMatchObject({ outcome: indicator === 1 ? 'needs-review' : 'fail' });
      expect(verdict.because).toContain(paid);
    },
  );

  const told = ({ pairs }: NcciEdits) =>
    pairs.map(({ paid, bundled, indicator }) => `${bundled}>${paid}:${indicator}`).sort();
  it('holds every pair noted of July 2024: 4 kits, 2 × 4 of the refills, two by rank, the trial, the implant', () => {
    expect(told(ncciEdits[0])).toEqual(
      [
        ...['62369', '62370', '95990', '95991'].map((refill) => `A4220>${refill}:0`),
        ...['62367', '62368', '95990', '95991'].flatMap((each) => [`${each}>62369:0`, `${each}>62370:0`]),
        '62369>62370:0',
        '95990>95991:0',
        '62322>62323:0',
        ...['62367', '62368', '62369', '62370'].map((each) => `${each}>62362:1`),
      ].sort(),
    );
  });

  it(
    'holds every pair of the hospital’s list of the fourth quarter of 2026, also of codes that the worksheet does ' +
      'not take',
    () => {
      const rows: Readonly<Record<string, string>> = {
        62368: '62367:0',
        62369: '62367:0 62368:0 95990:0 95991:0 A4220:0',
        62370: '62367:0 62368:0 62369:0 95990:0 95991:0 A4220:0',
        95990: '62367:0 62368:0 A4220:0',
        95991: '62367:0 62368:0 95990:0 A4220:0',
        62362: '62322:1 62323:1 62367:1 62368:1 62369:1 62370:1 95990:0 95991:1',
        62360: '62322:1 62323:1 62367:1 62368:1 62369:1 62370:1 95990:0 95991:1',
        62361: '62322:1 62323:1 62367:1 62368:1 62369:1 62370:1 95990:1 95991:1',
        62365: '62322:1 62323:1 62367:1 62368:1 62369:1 62370:1',
        96522: '95990:1 95991:1',
      };
      const catheters = ['62367', '62368', '62369', '62370'].flatMap((paid) =>
        ['62324', '62325', '62326', '62327'].map((bundled) => `${bundled}>${paid}:1`),
      );
      const expected = Object.entries(rows).flatMap(([paid, bundled]) =>
        bundled.split(' ').map((each) => each.replace(':', `>${paid}:`)),
      );
      expect(told(ncciEdits[1])).toEqual([...expected, ...catheters].sort());
    },
  );

  it.each([
    ['trial by lumbar puncture', { ...trial, ...beside('62322') }, 'companions/fit', 'pass'],
    ['check without refill', { ...pumpFill, ...beside('62368') }, 'companions/fit', 'needs-review'],
    [
      'refill without programming, by staff, on the hospital’s own claim',
      { ...pumpFill, ...beside('95990'), setting: 'hospital-outpatient' },
      'companions/fit',
      'pass',
    ],
    [
      'the same in a surgical center',
      { ...pumpFill, ...beside('95990'), setting: 'asc' },
      'companions/fit',
      'needs-review',
    ],
    [
      'refill by a physician in a hospital',
      { ...pumpFill, ...beside('95991'), setting: 'hospital-outpatient' },
      'companions/fit',
      'pass',
    ],
    ['one claim for both', { ...pumpFill, ...beside('62370') }, 'companions/same-claim', 'pass'],
    [
      'supplied drug: the procedure alone',
      { ...pumpFill, drugSource: 'supplied', ...beside('62370') },
      'code/drug-not-bought',
      'needs-review',
    ],
  ] as const satisfies readonly (readonly [string, Encounter, string, Outcome])[])(
    '%s',
    (_row, encounter, rule, outcome) => {
      expect(verdictOf(encounter, rule).outcome).toBe(outcome);
    },
  );
});

describe('what is not confirmed is said to be so', () => {
  const unconfirmed = referenceEntries.filter(({ topic }) => topic === 'not-confirmed').flatMap(({ rows }) => rows);
  const rows: readonly RowId[] = [
    '1.7',
    '1.9',
    '2b compounded',
    '2b Texas',
    '2 full texts',
    '2.18',
    '2.19',
    '2.30',
    '3.6',
    '4 KD',
    '4 JF',
    '4 order',
    '5 kit elsewhere',
    '5 pairs physician',
    '5 catheter trial',
    '5 nothing changed',
    '6c',
    '6c encounter',
    '7.5',
    '7.6',
    '7.6 limits',
    '8 modifier code',
    '8 filing plans',
    '9.5 Medicare',
    '9.7',
    '11',
  ];
  it.each(rows)('%s', (row) => expect(unconfirmed).toContain(row));

  it('every row of section 8 is a case of the denial helper', () => {
    expect(denialCases.length).toBeGreaterThanOrEqual(18);
  });
});
