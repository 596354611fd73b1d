import { describe, expect, it } from 'vitest';
import type { Support } from '../engine/claim';
import { mcg, noMass } from '../engine/quantity';
import { pumpFill, pumpRecord, trial } from './encounter.fixture';
import { refillCodes, refillProcedures, tellsOfRefill, type RefillCode, type RefillFacts } from './refill-procedures';

/** What the figures of the refill tell: a changed dose, the same as before, or nothing. */
const figures = {
  changed: { ...pumpRecord, dailyDose: mcg(420) },
  same: pumpRecord,
  none: null,
} as const;

type Row = readonly [
  figures: keyof typeof figures,
  answer: RefillFacts['reprogrammed'],
  skill: boolean | null,
  supports: string,
];

/** Of 62369, 62370, 95990 and 95991 in this order: yes, no, differ, or ? where it is not told. */
const rows: readonly Row[] = [
  ['changed', null, false, 'yes no no no'],
  ['changed', null, true, 'no yes no no'],
  ['changed', null, null, '? ? no no'],
  ['changed', 'changed', false, 'yes no no no'],
  ['changed', 'changed', true, 'no yes no no'],
  ['changed', 'changed', null, '? ? no no'],
  ['changed', 'volume-only', false, '? no ? no'],
  ['changed', 'volume-only', true, 'no ? no ?'],
  ['changed', 'volume-only', null, '? ? ? ?'],
  ['changed', 'none', false, '? no ? no'],
  ['changed', 'none', true, 'no ? no ?'],
  ['changed', 'none', null, '? ? ? ?'],
  ['same', null, false, 'differ no differ no'],
  ['same', null, true, 'no differ no differ'],
  ['same', null, null, '? ? ? ?'],
  ['same', 'changed', false, 'differ no differ no'],
  ['same', 'changed', true, 'no differ no differ'],
  ['same', 'changed', null, '? ? ? ?'],
  ['same', 'volume-only', false, 'differ no differ no'],
  ['same', 'volume-only', true, 'no differ no differ'],
  ['same', 'volume-only', null, '? ? ? ?'],
  ['same', 'none', false, 'no no yes no'],
  ['same', 'none', true, 'no no no yes'],
  ['same', 'none', null, 'no no ? ?'],
  ['none', null, false, '? no ? no'],
  ['none', null, true, 'no ? no ?'],
  ['none', null, null, '? ? ? ?'],
  ['none', 'changed', false, 'yes no no no'],
  ['none', 'changed', true, 'no yes no no'],
  ['none', 'changed', null, '? ? no no'],
  ['none', 'volume-only', false, 'differ no differ no'],
  ['none', 'volume-only', true, 'no differ no differ'],
  ['none', 'volume-only', null, '? ? ? ?'],
  ['none', 'none', false, 'no no yes no'],
  ['none', 'none', true, 'no no no yes'],
  ['none', 'none', null, 'no no ? ?'],
];

const short = {
  supported: 'yes',
  'not-supported': 'no',
  'contractors-differ': 'differ',
  'not-told': '?',
} as const satisfies Record<Support, string>;
const factsOf = ([told, reprogrammed, skillNeeded]: Row): RefillFacts => ({
  ...pumpFill,
  pumpFill: figures[told],
  reprogrammed,
  skillNeeded,
});
const procedure = (facts: RefillFacts, code: RefillCode) => refillProcedures(facts).find((each) => each.code === code);

describe('which refill code the record supports', () => {
  it.each(rows)('figures %s, answer %s, skill %s: %s', (...row) => {
    const told = refillProcedures(factsOf(row));
    expect(told.map(({ code }) => code)).toEqual(refillCodes);
    expect(told.map(({ support }) => short[support]).join(' ')).toBe(row[3]);
  });

  it('every combination stands in the table', () => {
    const combinations = Object.keys(figures).flatMap((told) =>
      [null, 'changed', 'volume-only', 'none'].flatMap((answer) =>
        [true, false, null].map((skill) => `${told} ${answer} ${skill}`),
      ),
    );
    expect(rows.map(([told, answer, skill]) => `${told} ${answer} ${skill}`).sort()).toEqual(combinations.sort());
  });

  it('says what is missing for every code that is not supported, and nothing for one that is', () => {
    for (const row of rows) {
      for (const { support, because, missing } of refillProcedures(factsOf(row))) {
        expect(missing.length > 0, row.join()).toBe(support !== 'supported');
        for (const says of [...because, ...missing]) expect(says).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  it('never supports two codes at once', () => {
    for (const row of rows)
      expect(
        refillProcedures(factsOf(row)).filter(({ support }) => support === 'supported').length,
      ).toBeLessThanOrEqual(1);
  });

  it('a changed dose without a need for skill: 62369, and what the others lack', () => {
    const facts = factsOf(['changed', null, false, '']);
    expect(procedure(facts, '62369')).toMatchObject({
      support: 'supported',
      because: ['The daily dose went from 400 mcg to 420 mcg.', 'No physician’s skill was needed.'],
    });
    expect(procedure(facts, '62370')?.missing).toEqual(['A need for a physician’s skill.']);
    expect(procedure(facts, '95990')?.missing).toEqual(['A refill without programming.']);
    expect(procedure(facts, '95991')?.missing).toEqual([
      'A refill without programming.',
      'A need for a physician’s skill.',
    ]);
  });

  it.each([
    [
      'a bridge bolus',
      { ...pumpFill, pumpFill: { ...pumpRecord, bridgeBolus: true }, reprogrammed: null, skillNeeded: false },
      'supported',
    ],
    [
      'a dose that was not told before',
      { ...pumpFill, pumpFill: { ...pumpRecord, dailyDoseBefore: null }, reprogrammed: null, skillNeeded: false },
      'not-told',
    ],
    ['no drug given', { ...pumpFill, given: noMass, reprogrammed: 'changed', skillNeeded: false }, 'not-supported'],
    ['a trial', { ...trial, reprogrammed: 'changed', skillNeeded: false }, 'not-supported'],
  ] as const satisfies readonly (readonly [string, RefillFacts, Support])[])(
    '62369 and %s',
    (_what, facts, support) => {
      expect(procedure(facts, '62369')?.support).toBe(support);
    },
  );

  it('tells apart what was said', () => {
    expect(tellsOfRefill(pumpFill)).toBe(false);
    expect(tellsOfRefill({ ...pumpFill, skillNeeded: false })).toBe(true);
    expect(tellsOfRefill({ ...pumpFill, pumpFill: pumpRecord })).toBe(true);
    expect(tellsOfRefill({ ...trial, skillNeeded: false })).toBe(false);
  });
});
