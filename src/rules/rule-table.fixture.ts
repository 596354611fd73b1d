import { describe, expect, it } from 'vitest';
import type { Encounter } from '../engine/encounter';
import { prepareClaim } from '../engine/prepare-claim';
import type { Rule } from '../engine/rule';
import type { Outcome } from '../engine/verdict';
import { certainRows } from './certain.fixture';
import { citations } from './citations';
import { findingOf, settledBy, verdictOf } from './encounter.fixture';
import { ruleBook } from './index';

/** What a rule finds on one claim, the sentence that says why, and what settles it. */
type Finding = readonly [outcome: Outcome, encounter: Encounter, says: RegExp, settles?: string];
/** Of each rule by its id: the rows that it rests on, and what it finds. */
type RuleTable = Readonly<Record<string, readonly [rows: string, ...Finding[]]>>;

const mayBeCertain = new Set<string>(certainRows.map(([id]) => id));
const isFine = (outcome: Outcome) => outcome === 'pass' || outcome === 'not-applicable';

/**
 * Holds every rule of one file to its table, which leaves out no rule and no outcome that one declares. What is found
 * on the same claims is certain only where `certain.fixture.ts` says so, and their working names rows on file.
 */
export function holdToTable(rules: readonly Rule[], table: RuleTable): void {
  it('the table has every rule of the file', () => {
    expect(Object.keys(table).sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  for (const [id, [rows, ...findings]] of Object.entries(table)) {
    describe(`${id}`, () => {
      it('rests on its rows, and has every outcome that it declares and no other', () => {
        const rule = rules.find((each) => each.id === id);
        expect(rule?.rows.join(', ')).toBe(rows);
        const found = [...new Set(findings.map(([outcome]) => outcome))].sort();
        expect(found).toEqual([...new Set(rule?.outcomes)].sort());
      });

      for (const [outcome, encounter, says, settles] of findings) {
        it(`${outcome}: ${says.source}`, () => {
          const { findings: all, how } = prepareClaim(encounter, ruleBook);
          const verdict = all.find(({ rule }) => rule.id === id)?.verdict;
          expect(verdict?.because).toMatch(says);
          expect(verdict?.outcome).toBe(outcome);
          const where = verdict ? settledBy(verdict) : '';
          expect(isFine(outcome) || Boolean(verdict?.fix), 'says what to do').toBe(true);
          expect(isFine(outcome) || where !== '', 'and where to do it').toBe(true);
          expect(where).toBe(settles ?? where);
          const certain = all.flatMap((each) => (each.verdict.certain ? [each.rule.id] : []));
          expect(certain.filter((each) => !mayBeCertain.has(each))).toEqual([]);
          expect(how.flatMap((step) => step.rows).filter((row) => !Object.hasOwn(citations, row))).toEqual([]);
        });
      }
    });
  }
}

export type WholeFinding = readonly [what: string, encounter: Encounter, ...finding: string[]];

/** All that a rule finds, word by word: outcome, sentence, what to do, what it may come back as, what settles it. */
export function held(id: string, rows: readonly WholeFinding[]): void {
  for (const [what, encounter, ...finding] of rows)
    it(`${what}`, () => {
      expect(findingOf(encounter, id)).toEqual(finding);
    });
}

type Words = readonly [
  what: string,
  encounter: Encounter,
  rule: string,
  outcome: Outcome,
  says: RegExp,
  /** What they do not say. */
  never?: RegExp,
];

/** Holds what the reason and what to do say together, where only some lines, payers or days are meant. */
export function holdToWords(rows: readonly Words[]): void {
  for (const [what, encounter, id, outcome, says, never = /undefined/] of rows) {
    it(`${what}: ${id}`, () => {
      const verdict = verdictOf(encounter, id);
      const words = [verdict.because, 'fix' in verdict ? verdict.fix : ''].join(' ').trim();
      expect(words).toMatch(says);
      expect(words).not.toMatch(never);
      expect(verdict.outcome).toBe(outcome);
    });
  }
}
