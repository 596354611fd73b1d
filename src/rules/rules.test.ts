import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { concerning, isOpen, keepingBack, prepareClaim } from '../engine/prepare-claim';
import { mcg, mcgPerMl, mg, noMass, unitsOf } from '../engine/quantity';
import { certainRows } from './certain.fixture';
import { beside, allRecords, commercial, fill, intravenous, ndc, own, pumpFill, trial } from './encounter.fixture';
import { hcpcsCodes } from './hcpcs';
import { ruleBook } from './index';
import { products } from './products';

describe('what is certain to bring the claim back', () => {
  const findingOf = (encounter: Encounter, id: string, book = ruleBook) =>
    prepareClaim(encounter, book).findings.find(({ rule }) => rule.id === id);

  it.each(certainRows)('%s: %s', (id, _what, change, says, book) => {
    const encounter = { ...pumpFill, ...change };
    const finding = findingOf(encounter, id, book);
    expect(finding?.verdict).toMatchObject({
      outcome: 'fail',
      certain: true,
      because: expect.stringMatching(says),
      fix: expect.any(String),
      goTo: expect.any(String),
    });
    expect(finding?.override).toBeNull();
    expect(prepareClaim({ ...encounter, checked: [finding?.checkKey ?? ''] }, book).status).toBe('fix-first');
    expect(keepingBack(prepareClaim(encounter, book).findings).map(({ rule }) => rule.id)).toContain(id);
  });

  it.each(certainRows)(
    '%s: %s, for a patient who pays: only a day that cannot be is certain',
    (id, _what, change, _says, book) => {
      const certain = findingOf({ ...pumpFill, ...change, payer: 'self-pay', profile: null }, id, book)?.verdict
        .certain;
      expect(certain).toBe(
        id === 'code/valid' || id === 'code/compounded' || id === 'claim/date-of-service' ? true : undefined,
      );
    },
  );

  it.each([
    ['one unit below a hundred reservoirs', { ...fill(mg(7_990), noMass) }, 'amounts/unit-slip'],
    ['a trial of 1 mg: unlikely, but not impossible', { ...trial, given: mg(1) }, 'amounts/unit-slip'],
    ['no charge entered', pumpFill, 'claim/line-charge'],
    ['a charge of one cent', { ...pumpFill, chargePerUnit: { tenthsOfCent: 10 } }, 'claim/line-charge'],
    [
      'past Medicare’s year, which has exceptions',
      { ...pumpFill, dateOfService: day('2025-05-19') },
      'claim/filing-limit',
    ],
    [
      'a denied preauthorization, which can be appealed',
      { ...commercial, priorAuthorization: { status: 'denied' } },
      'preauthorization/status',
    ],
    ['more units than the plan pays, which may except it', own({ unitsPerFill: unitsOf(3) }), 'payer/units-per-fill'],
    ['custody, commercial', { ...commercial, custody: 'not-met' }, 'modifier/custody'],
    ['another code on the charge slip, which is not sent', { ...pumpFill, askedCode: 'J1950' }, 'code/asked-for'],
    [
      'a fifth modifier, which may be told in words',
      { ...pumpFill, kd: true, bought340b: true, custody: 'met', notice: 'GA' },
      'modifier/four',
    ],
    ['an NDC of the other code', { ...pumpFill, ndcs: [ndc('66794-151-01')] }, 'claim/ndc'],
    [
      'a procedure that is bundled: its own line is denied',
      { ...pumpFill, ...beside('62370', '95991'), dateOfService: day('2024-09-30') },
      'companions/pairs',
    ],
    ['waste alone, which makes no line', fill(noMass, mg(15)), 'amounts/waste-alone'],
    ['KD that a profile says nothing about', own({}, { kd: true }), 'modifier/kd'],
    ['today', pumpFill, 'claim/date-of-service'],
    [
      'G35 on its last day',
      { ...pumpFill, diagnoses: ['G35'], dateOfService: day('2025-09-30') },
      'coverage/diagnosis',
    ],
    ['a code on no list', { ...pumpFill, diagnoses: ['A00.0'] }, 'coverage/diagnosis'],
  ] as const satisfies readonly (readonly [string, Encounter, string])[])(
    'is not said of %s',
    (_what, encounter, id) => {
      expect(findingOf(encounter, id)?.verdict.certain).toBeUndefined();
    },
  );
});

describe('an override', () => {
  const future: Encounter = { ...pumpFill, records: allRecords, dateOfService: day('2026-05-21') };
  const keyOf = (encounter: Encounter, id: string) =>
    prepareClaim(encounter, ruleBook).findings.find(({ rule }) => rule.id === id)?.checkKey ?? '';
  const overriding = (encounter: Encounter, id: string) => ({
    finding: keyOf(encounter, id),
    who: 'AB',
    on: day('2026-05-20'),
    why: 'the payer asked for it',
  });
  const overridden: Encounter = { ...future, overrides: [overriding(future, 'claim/date-of-service')] };
  const openOf = (encounter: Encounter) => concerning(prepareClaim(encounter, ruleBook).findings).filter(isOpen);

  it('lets a claim out that would certainly come back, and is told with it', () => {
    const claim = prepareClaim(overridden, ruleBook);
    expect(keepingBack(claim.findings)).toEqual([]);
    expect(claim.status).toBe('review');
    expect(claim.findings.flatMap(({ override }) => override ?? [])).toEqual(overridden.overrides);
  });

  it('never makes it ready, whatever else is ticked', () => {
    expect(
      prepareClaim({ ...overridden, checked: openOf(overridden).map(({ checkKey }) => checkKey) }, ruleBook).status,
    ).toBe('review');
  });

  it('stands for one finding, one payer, one day and one reason', () => {
    for (const change of [
      { dateOfService: day('2026-05-22') },
      { payer: 'medicaid' },
      { preparedOn: day('2026-05-19') },
    ] as const) {
      expect(
        keepingBack(prepareClaim({ ...overridden, ...change }, ruleBook).findings).map(({ rule }) => rule.id),
      ).toContain('claim/date-of-service');
    }
    expect(
      keepingBack(prepareClaim({ ...overridden, diagnoses: [] }, ruleBook).findings).map(({ rule }) => rule.id),
    ).toEqual(['coverage/diagnosis']);
  });

  it.each([
    ['a hold', intravenous, 'code/iv-im', 'on-hold'],
    ['a fail that is not certain', { ...pumpFill, askedCode: 'J1950' }, 'code/asked-for', 'fix-first'],
    ['a check', pumpFill, 'modifier/kd', 'review'],
  ] as const satisfies readonly (readonly [string, Encounter, string, string])[])(
    'of %s does nothing',
    (_what, encounter, id, status) => {
      const claim = prepareClaim({ ...encounter, overrides: [overriding(encounter, id)] }, ruleBook);
      expect(claim.findings.flatMap(({ override }) => override ?? [])).toEqual([]);
      expect(claim.status).toBe(status);
    },
  );
});

describe('the rule book', () => {
  it('has no rule twice, and none whose file has no table beside it', () => {
    const files = import.meta.glob<object>(['./*.ts', '!./*.test.ts', '!./*.fixture.ts'], { eager: true });
    const tests = Object.keys(import.meta.glob('./*.test.ts'));
    const tested = Object.entries(files).flatMap(([file, exported]) =>
      tests.includes(file.replace('.ts', '.test.ts')) ? Object.values(exported).flat() : [],
    );
    expect(ruleBook.rules.filter((rule) => !tested.includes(rule)).map(({ id }) => id)).toEqual([]);
    expect(new Set(ruleBook.rules.map(({ id }) => id)).size).toBe(ruleBook.rules.length);
  });

  it('selects J1950 and the unlisted codes for nothing', () => {
    expect(hcpcsCodes.map(({ hcpcs }) => hcpcs)).toEqual(['J0476', 'J0475', 'J0428']);
  });

  it('holds 35 containers whose label is volume times strength, in whole billing units', () => {
    expect(products).toHaveLength(35);
    expect(new Set(products.map((product) => product.ndc)).size).toBe(35);
    for (const { hcpcs, labeled } of products) {
      const dosage = hcpcsCodes.find((code) => code.hcpcs === hcpcs)?.hcpcsDosage.ng ?? NaN;
      expect(labeled.ng % dosage).toBe(0);
    }
  });

  it('row 2.14 is told of one unit that holds dose and waste together only', () => {
    const rowsOf = (encounter: Encounter) => prepareClaim(encounter, ruleBook).how.flatMap(({ rows }) => rows);
    const one = rowsOf({ ...trial, given: mcg(25), wasted: mcg(25) });
    expect(one).toContain('2.14');
    expect(one).not.toContain('2.16');
    const two = rowsOf({ ...trial, given: mcg(50), wasted: mcg(25) });
    expect(two).toContain('2.16');
    expect(two).not.toContain('2.14');
  });
});

describe('status', () => {
  const settled: Encounter = { ...pumpFill, dateOfService: day('2026-05-20'), records: allRecords };
  const open = (encounter: Encounter) =>
    prepareClaim(encounter, ruleBook).findings.filter(
      ({ verdict, checkedByBiller }) => !['pass', 'not-applicable'].includes(verdict.outcome) && !checkedByBiller,
    );

  it.each([
    ['on-hold', intravenous],
    ['fix-first', fill(noMass, mg(15))],
    ['review', settled],
    ['ready', { ...settled, checked: open(settled).map(({ checkKey }) => checkKey) }],
  ] as const)('%s', (status, encounter) => {
    expect(prepareClaim(encounter, ruleBook).status).toBe(status);
  });

  it('a check does not outlive the payer or the day that it was made for', () => {
    const checked = open(settled).map(({ checkKey }) => checkKey);
    expect(prepareClaim({ ...settled, checked }, ruleBook).status).toBe('ready');
    expect(prepareClaim({ ...settled, checked, payer: 'workers-compensation' }, ruleBook).status).toBe('review');
    expect(prepareClaim({ ...settled, checked, dateOfService: day('2026-05-19') }, ruleBook).status).toBe('review');
  });

  it('nor the plan: a tick made under one profile does not stand under another', () => {
    const under = (name: string): Encounter =>
      own(
        { id: name, name, verifiedOn: day('2026-01-02'), verifiedBy: 'AB' },
        {
          records: allRecords,
          priorAuthorization: { status: 'not-required' },
          ndcs: [ndc('66794-157-02')],
          strength: mcgPerMl(2000),
        },
      );
    const checked = open(under('A')).map(({ checkKey }) => checkKey);
    expect(prepareClaim({ ...under('A'), checked }, ruleBook).status).toBe('ready');
    expect(prepareClaim({ ...under('B'), checked }, ruleBook).status).toBe('review');
  });

  it('drug that no container accounts for is never ready by ticking: the label must be told', () => {
    const short: Encounter = { ...settled, given: mg(36), wasted: noMass };
    expect(prepareClaim({ ...short, checked: open(short).map(({ checkKey }) => checkKey) }, ruleBook).status).toBe(
      'review',
    );
    expect(prepareClaim({ ...short, labeled: mg(40) }, ruleBook).status).toBe('on-hold');
  });

  it('a check stands only for the reason it was made for, and only where a check can settle it', () => {
    const checked = open(settled).map(({ checkKey }) => checkKey);
    expect(prepareClaim({ ...settled, checked, given: mg(30), wasted: mg(10) }, ruleBook).status).toBe('review');
    const pending: Encounter = { ...settled, payer: 'commercial', priorAuthorization: { status: 'pending' } };
    expect(prepareClaim({ ...pending, checked: open(pending).map(({ checkKey }) => checkKey) }, ruleBook).status).toBe(
      'fix-first',
    );
  });

  it('findings stand worst first', () => {
    const order = prepareClaim({ ...intravenous, askedCode: 'J1950' }, ruleBook).findings.map(
      ({ verdict }) => verdict.outcome,
    );
    const ranks = order.map((outcome) =>
      ['on-hold', 'fail', 'needs-review', 'pass', 'not-applicable'].indexOf(outcome),
    );
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    const fails = prepareClaim({ ...pumpFill, askedCode: 'J1950', diagnoses: [] }, ruleBook).findings.filter(
      ({ verdict }) => verdict.outcome === 'fail',
    );
    expect(fails.map(({ rule }) => rule.id)).toEqual(['coverage/diagnosis', 'code/asked-for']);
  });
});
