import { describe, expect, it } from 'vitest';
import { pumpFill } from '../rules/encounter.fixture';
import type { Citation } from './citation';
import type { DosedCode, ServiceLine } from './claim';
import { day } from './dated';
import type { Encounter, OpenedContainers, Override } from './encounter';
import type { Ndc11 } from './ndc';
import { unknownProfile } from './payer-profile';
import { totalChargeOf } from './claim-lines';
import { concerning, isOpen, keepingBack, overrideInWords, prepareClaim, sourcesOf } from './prepare-claim';
import { mcg, mcgPerMl, mg, ml, noMass, unitsOf } from './quantity';
import type { Rule } from './rule';
import type { RuleBook } from './rule-book';
import type { Verdict } from './verdict';

const code: DosedCode = {
  hcpcs: 'J0475',
  hcpcsDosage: mg(10),
  descriptor: null,
  row: '1.2',
  selectedFor: { routes: ['intrathecal-pump'], purposes: ['pump-fill'], strength: null },
};
const compound = {
  hcpcs: 'J7999',
  hcpcsDosage: null,
  descriptor: null,
  row: '1.4',
  selectedFor: code.selectedFor,
  named: { says: 'Named.', rows: ['1.9'] },
  confidence: ['B'],
} as const;
const verdictRule = (id: string, verdict: Verdict): Rule =>
  ({ id, title: id, rows: [id], outcomes: [verdict.outcome], check: () => verdict }) as unknown as Rule;
const book = (rules: readonly Rule[] = []): RuleBook => ({
  codes: [code],
  compoundCodes: [compound],
  wasteModifiers: () => ({
    jw: true,
    jz: true,
    jwSettled: true,
    jzSettled: true,
    step: { says: 'JW or JZ.', rows: ['2.4'] },
  }),
  separatePayment: () => ({ separate: true, because: '', insteadPaid: null, rows: [], table: null }),
  lineModifiers: () => ({
    withWaste: (waste) => [...waste, 'GA'],
    how: (on) => [{ says: `Beside: ${[...on].join(' ')}.`, rows: ['4'] }],
  }),
  billedServices: ({ services }) => ({ before: services, after: [], leftOut: [], how: [] }),
  heldDrug: () => null,
  diagnosisPointers: () => ({ places: [1], how: [{ says: 'Pointers.', rows: ['6'] }] }),
  estimate: () => ({ by: null, lines: [], total: null, whole: null, shares: null, how: [] }),
  rules,
  rulesOfSeveral: [],
  formItems: () => ({}) as ReturnType<RuleBook['formItems']>,
  tablesUsed: () => [],
  tables: {} as RuleBook['tables'],
});
const told = (change: Partial<Encounter>) => prepareClaim({ ...pumpFill, ...change }, book());
const how = (change: Partial<Encounter>) => told(change).how.map(({ says, rows }) => `${says} (${rows.join(', ')})`);
const lines = (found: readonly ServiceLine[]) =>
  found.map(({ hcpcs, modifiers, unitsOfService: { units } }) => `${[hcpcs, ...modifiers].join('-')} x${units}`);

const ndc = '66794015702' as Ndc11;
const row = (change: Partial<OpenedContainers>): OpenedContainers => ({
  ndc,
  name: 'Gablofen',
  strength: mcgPerMl(2000),
  volume: ml(20),
  count: 1,
  container: 'single-dose',
  lot: null,
  expiry: null,
  ...change,
});
const codeSays = 'J0475 is in no code list read. Only the article that names it says that one unit is 10 mg. (1.2)';
const rest = [
  '40 mg given ÷ 10 mg per unit = 4. (3.1)',
  'There is no waste to bill, so there is no JW line. (2.10)',
  'JW or JZ. (2.4)',
  'JZ attests that no drug was discarded. (2.1, 2.10)',
  'Beside: JZ GA. (4)',
  'Pointers. (6)',
];

describe('the working, from the drug opened to the line', () => {
  const table: readonly (readonly [what: string, change: Partial<Encounter>, ...steps: string[]])[] = [
    ['nothing told but the dose', {}],
    [
      'containers, those alike together whatever their lots',
      { opened: [row({ lot: 'A' }), row({ lot: 'B', count: 2 })] },
      'Opened: 3 × 20 mL × 2000 mcg/mL = 120 mg, Gablofen, NDC 66794-0157-02. (products, 12b)',
    ],
    [
      'containers that differ in strength, size or NDC',
      { opened: [row({}), row({ strength: mcgPerMl(500) }), row({ volume: ml(5) }), row({ ndc: null, name: null })] },
      'Opened: 1 × 20 mL × 2000 mcg/mL = 40 mg, Gablofen, NDC 66794-0157-02. (products, 12b)',
      'Opened: 1 × 20 mL × 500 mcg/mL = 10 mg, Gablofen, NDC 66794-0157-02. (products, 12b)',
      'Opened: 1 × 5 mL × 2000 mcg/mL = 10 mg, Gablofen, NDC 66794-0157-02. (products, 12b)',
      'Opened: 1 × 20 mL × 2000 mcg/mL = 40 mg. (products, 12b)',
    ],
    [
      'a strength that nobody typed',
      { strength: mcgPerMl(2000), strengthFromNdc: true, ndcs: [ndc] },
      'No strength was entered: 2000 mcg/mL is that of NDC 66794-0157-02 on file. (products)',
    ],
    ['a strength that was typed', { strength: mcgPerMl(2000), ndcs: [ndc] }],
    ['no strength at all', { strengthFromNdc: true, ndcs: [ndc] }],
    ['a strength of no NDC', { strength: mcgPerMl(2000), strengthFromNdc: true }],
    [
      'a dose told in milliliters',
      { strength: mcgPerMl(2000), givenVolume: ml(20) },
      '20 mL given × 2000 mcg/mL = 40 mg. (12b)',
    ],
    ['a dose told in milliliters of no strength', { givenVolume: ml(20) }],
    [
      'a dose told in milliliters of a mixture',
      { strength: mcgPerMl(2000), concentration: mcgPerMl(1000), givenVolume: ml(40) },
      '40 mL given × 1000 mcg/mL = 40 mg. (12b)',
    ],
    [
      'a mixture whose concentration is rounded',
      { concentration: mcgPerMl(667), givenVolume: ml(60) },
      '60 mL of the mixture was given, at about 667 mcg/mL. Its exact share of what was opened is 40 mg. (12b)',
    ],
    [
      'a dose told in parts',
      { givenParts: [mg(30), mg(10)] },
      'Given in parts: 30 mg + 10 mg = 40 mg. One day’s drug of one container is added up first and rounded ' +
        'once. (2.11)',
    ],
  ];
  const rows = table.map(([what, change, ...steps]) => ({ what, change, steps }));
  it.each(rows)('$what', ({ change, steps }) => {
    expect(how(change).slice(0, 1 + steps.length)).toEqual([codeSays, ...steps]);
  });
  // What follows of containers and milliliters stands in service-lines.test.ts.
  it.each(rows.filter(({ change }) => !change.opened))('$what: what follows', ({ change, steps }) => {
    expect(
      how(change)
        .slice(1 + steps.length)
        .filter((step) => !step.includes('beside the NDC')),
    ).toEqual(rest);
  });

  it('waste told in milliliters has the strength of the drug', () => {
    expect(
      how({
        given: mg(36),
        wasted: mg(4),
        wastedVolume: ml(2),
        strength: mcgPerMl(2000),
        concentration: mcgPerMl(500),
      }),
    ).toContain('2 mL wasted × 2000 mcg/mL = 4 mg. (12b)');
  });
});

describe('the lines and what they add up to', () => {
  const charge = { tenthsOfCent: 10_000 };
  it.each<[what: string, change: Partial<Encounter>, lines: string[], units: number, total: number | null]>([
    [
      'dose and waste',
      { given: mg(25), wasted: mg(15), chargePerUnit: charge },
      ['J0475-GA x3', 'J0475-JW-GA x1'],
      4,
      40_000,
    ],
    ['no charge told', { given: mg(25), wasted: mg(15) }, ['J0475-GA x3', 'J0475-JW-GA x1'], 4, null],
    ['nothing given', { given: noMass, wasted: mg(15), chargePerUnit: charge }, [], 0, null],
    ['no code', { drugSource: 'supplied', chargePerUnit: charge }, [], 0, null],
    [
      'a compound: one unit of the whole',
      {
        drugSource: 'compounded',
        chargePerUnit: charge,
        payerConfirmation: { who: 'x', on: day('2026-05-01'), reference: 'r', code: 'J7999' },
      },
      ['J7999-GA x1'],
      1,
      10_000,
    ],
    [
      'a compound, nothing given',
      {
        drugSource: 'compounded',
        given: noMass,
        payerConfirmation: { who: 'x', on: day('2026-05-01'), reference: 'r', code: 'J7999' },
      },
      [],
      0,
      null,
    ],
  ])('%s', (_what, change, expected, units, total) => {
    const found = told(change);
    expect(lines(found.lines)).toEqual(expected);
    expect(found.totalUnits).toEqual(unitsOf(units));
    expect(found.totalCharge).toEqual(total === null ? null : { tenthsOfCent: total });
    expect(found.how.some(({ says }) => says === 'Pointers.')).toBe(expected.length > 0);
  });

  it('a compound’s working: what was told, JW and JZ, and nothing given', () => {
    const named = {
      drugSource: 'compounded',
      payerConfirmation: { who: 'x', on: day('2026-05-01'), reference: 'r', code: 'J7999' },
    } as const;
    expect(how({ ...named, concentration: mcgPerMl(4000), givenVolume: ml(10) }).slice(3)).toEqual([
      '10 mL given × 4000 mcg/mL = 40 mg. (12b)',
      'JW or JZ. (2.4)',
      'Beside: GA. (4)',
      'Pointers. (6)',
    ]);
    expect(how({ ...named, given: noMass }).slice(3)).toEqual([
      'Nothing was given, so there is no line. (2.17)',
      'Beside: . (4)',
    ]);
    expect(told(named).lines[0]).toMatchObject({ lineNumber: 1, ndcQuantities: [], of: 'administered', charge: null });
  });

  it('there is no total while a line has no charge', () => {
    const [line] = told({ chargePerUnit: charge }).lines;
    if (!line) throw new Error('no line');
    expect(totalChargeOf([line, line])).toEqual({ tenthsOfCent: 80_000 });
    expect(totalChargeOf([{ ...line, charge: null }, line])).toBeNull();
    expect(totalChargeOf([line, { ...line, charge: null }])).toBeNull();
    expect(totalChargeOf([])).toBeNull();
  });
});

const because = (outcome: string, more: object = {}): Verdict =>
  ({
    outcome,
    because: `${outcome}.`,
    fix: 'Fix.',
    denial: { carc: [], rarc: [], means: 'm' },
    ...more,
  }) as unknown as Verdict;
const claimWith = (verdicts: readonly [id: string, verdict: Verdict][], change: Partial<Encounter> = {}) =>
  prepareClaim({ ...pumpFill, ...change }, book(verdicts.map(([id, verdict]) => verdictRule(id, verdict))));

describe('what the payer’s profile says comes before the answer', () => {
  const other = '70121250202' as Ndc11;
  const two: Partial<Encounter> = {
    opened: [row({}), row({ ndc: other })],
    ndcs: [ndc, other],
    strength: mcgPerMl(2000),
    given: mg(80),
    labeled: mg(80),
  };
  const profile = unknownProfile('own-x', 'Prairie Health', 'commercial');
  it.each<[what: string, change: Partial<Encounter>, lines: string[]]>([
    ['a line for each NDC, asked for', { linePerNdc: true }, ['J0475-JZ-GA x4', 'J0475-JZ-GA x4']],
    ['not asked for', {}, ['J0475-JZ-GA x8']],
    ['a profile that does not say', { profile, linePerNdc: true }, ['J0475-JZ-GA x4', 'J0475-JZ-GA x4']],
    ['a profile that wants it', { profile: { ...profile, lines: 'per-ndc' } }, ['J0475-JZ-GA x4', 'J0475-JZ-GA x4']],
    ['a profile that wants one line', { profile: { ...profile, lines: 'one' }, linePerNdc: true }, ['J0475-JZ-GA x8']],
  ])('%s', (_what, change, expected) => expect(lines(told({ ...two, ...change }).lines)).toEqual(expected));

  it.each<[what: string, change: Partial<Encounter>, says: string]>([
    ['no profile', {}, 'An NDC quantity has at most 3 decimals.'],
    ['a profile that does not say', { profile }, 'An NDC quantity has at most 3 decimals.'],
    ['a profile’s decimals', { profile: { ...profile, ndcDecimals: 1 } }, 'Prairie Health takes 1 decimal'],
  ])('decimals of an NDC quantity: %s', (_what, change, says) => {
    const { how } = told({ ndcs: [ndc], strength: mcgPerMl(2000), given: mcg(34_251), ...change });
    expect(how.find(({ says: said }) => said.includes('is written as'))?.says).toContain(says);
  });
});

describe('findings and status', () => {
  it.each<[outcomes: string, status: string]>([
    ['pass', 'ready'],
    ['not-applicable', 'ready'],
    ['pass needs-review', 'review'],
    ['needs-review fail', 'fix-first'],
    ['fail on-hold', 'on-hold'],
    ['', 'ready'],
  ])('%s: %s', (outcomes, status) => {
    expect(
      claimWith(
        outcomes
          .split(' ')
          .filter(Boolean)
          .map((outcome) => [outcome, because(outcome)]),
      ).status,
    ).toBe(status);
  });

  it('stand worst first, a certain fail before the others, equals in their order', () => {
    const found = claimWith([
      ['n', because('not-applicable')],
      ['p', because('pass')],
      ['r1', because('needs-review')],
      ['f', because('fail')],
      ['c', because('fail', { certain: true })],
      ['r2', because('needs-review')],
      ['h', because('on-hold')],
    ]);
    expect(found.findings.map(({ rule }) => rule.id)).toEqual(['h', 'c', 'f', 'r1', 'r2', 'p', 'n']);
    expect(concerning(found.findings).map(({ rule }) => rule.id)).toEqual(['h', 'c', 'f', 'r1', 'r2']);
    expect(keepingBack(found.findings).map(({ rule }) => rule.id)).toEqual(['h', 'c']);
  });

  const tickable: [string, Verdict][] = [['r', because('needs-review', { billerMayCheck: true })]];
  const key = 'r|medicare-part-b|2026-05-20|needs-review.';
  it('a tick counts for its rule, payer, day and reason, and only where one may be made', () => {
    expect(claimWith(tickable).findings[0]).toMatchObject({ checkKey: key, checkedByBiller: false, override: null });
    const ticked = claimWith(tickable, { checked: [key] });
    expect(ticked.findings[0]).toMatchObject({ checkedByBiller: true });
    expect(ticked.status).toBe('ready');
    expect(ticked.findings.map(isOpen)).toEqual([false]);
    expect(claimWith([['r', because('needs-review')]], { checked: [key] }).status).toBe('review');
    expect(claimWith(tickable, { checked: [key], payer: 'commercial' }).status).toBe('review');
    const profile = unknownProfile('own-x', 'x', 'medicare-part-b');
    expect(claimWith(tickable, { checked: [key], profile }).status).toBe('review');
    expect(claimWith(tickable, { profile }).findings[0]?.checkKey).toBe(
      'r|medicare-part-b|own-x|2026-05-20|needs-review.',
    );
    expect(
      claimWith([
        ['p', because('pass')],
        ['n', because('not-applicable')],
      ]).findings.map(({ checkKey }) => checkKey),
    ).toEqual(['p', 'n']);
  });

  it('an override lifts a certain fail alone, and leaves the claim in review', () => {
    const override: Override = {
      finding: 'f|medicare-part-b|2026-05-20|fail.',
      who: 'AB',
      on: day('2026-05-20'),
      why: 'the plan asked for it',
    };
    const lifted = claimWith([['f', because('fail', { certain: true })]], { overrides: [override] });
    expect(lifted.findings[0]?.override).toEqual(override);
    expect([lifted.status, keepingBack(lifted.findings).length]).toEqual(['review', 0]);
    expect(
      claimWith(
        [
          ['f', because('fail', { certain: true })],
          ['x', because('fail')],
        ],
        { overrides: [override] },
      ).status,
    ).toBe('fix-first');
    expect(claimWith([['f', because('fail')]], { overrides: [override] }).findings[0]?.override).toBeNull();
    expect(
      claimWith([['g', because('fail', { certain: true })]], { overrides: [override] }).findings[0]?.override,
    ).toBeNull();
    expect(overrideInWords(override)).toBe('AB, 05/20/2026: the plan asked for it');
  });

  it('original Medicare has its own codes, every other payer the usual ones', () => {
    const medicare = { carc: ['16'], rarc: ['MA130'], means: 'returned' };
    const verdict = because('fail', { denial: { carc: ['16'], rarc: [], means: 'missing', medicare } });
    const denialTo = (payer: Encounter['payer']) => claimWith([['f', verdict]], { payer }).findings[0]?.verdict.denial;
    expect(denialTo('medicare-part-b')).toEqual(medicare);
    expect(denialTo('medicare-advantage')).toEqual({ carc: ['16'], rarc: [], means: 'missing' });
    const alike = because('fail');
    expect(claimWith([['f', alike]]).findings[0]?.verdict.denial).toEqual({ carc: [], rarc: [], means: 'm' });
    expect(claimWith([['p', { outcome: 'pass', because: 'Fine.' }]]).findings[0]?.verdict).toEqual({
      outcome: 'pass',
      because: 'Fine.',
    });
  });
});

it('sources are those of the working and of what was found, each once, in the order met', () => {
  const citation = (name: string) => ({ row: name }) as Citation;
  const citations = { '3.1': citation('3.1'), '1.2': citation('1.2'), f: citation('f'), n: citation('n') };
  const claim = claimWith(
    [
      ['n', because('not-applicable')],
      ['f', because('fail')],
      ['1.2', because('pass')],
      ['not on file', because('fail')],
    ],
    { given: mcg(40_000) },
  );
  expect(sourcesOf(claim, citations).map(({ row: name }) => name)).toEqual(['1.2', '3.1', 'f']);
});
