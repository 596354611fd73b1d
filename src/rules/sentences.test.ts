import { describe, expect, it } from 'vitest';
import { prepareClaim } from '../engine/prepare-claim';
import { citations } from './citations';
import { denialCases } from './denial-codes';
import { denials } from './denials';
import { documentationItems } from './documentation';
import { ruleBook } from './index';
import { plainnessOf, sentencesOf } from './plain-words.fixture';
import { referenceEntries } from './reference';
import { remittanceCodes } from './remittance-codes';
import { variedEncounters } from './sentences.fixture';

/** What is said: where, in which words, and the rows that it rests on. */
type Told = { readonly where: string; readonly text: string; readonly rows: readonly string[] };

/** Each text once for each place, however its figures differ. */
const told = new Map<string, Told>();
const outcomes = new Map<string, Set<string>>();
const tell = (where: string, text: string, rows: readonly string[]): void => {
  const key = `${where}|${text}`;
  if (!told.has(key)) told.set(key, { where, text, rows });
};

for (const encounter of variedEncounters(12_000)) {
  const { findings, how, estimate } = prepareClaim(encounter, ruleBook);
  for (const { rule, verdict } of findings) {
    outcomes.set(rule.id, (outcomes.get(rule.id) ?? new Set()).add(verdict.outcome));
    tell(rule.id, verdict.because, rule.rows);
    if (verdict.fix) tell(`${rule.id}, what to do`, verdict.fix, rule.rows);
  }
  for (const { says, rows } of [...how, ...estimate.how]) tell('the working', says, rows);
}
for (const { id, says, doNotConfuse, rows } of referenceEntries) {
  tell(`reference ${id}`, says, rows);
  if (doNotConfuse) tell(`reference ${id}`, `Do not confuse with ${doNotConfuse}`, rows);
}
for (const { id, why, rows, checks } of denialCases) {
  tell(`denial ${id}`, why, rows);
  for (const check of checks) tell(`denial ${id}`, check.says, check.rows);
}
for (const { code, means } of remittanceCodes) tell(`code ${code}`, means, ['8']);
for (const { label, row } of documentationItems) tell('the record', `${label}.`, [row]);
for (const { row, says } of Object.values(citations)) tell(`row ${row}`, says, [row]);

const texts = [...told.values()];
/** Sentences that differ in figures and codes alone are one. */
const alike = (sentence: string): string => sentence.replace(/\p{Lu}*\d[\w.,/-]*/gu, '#');
const sentences = [...new Map(texts.flatMap(({ where, text }) => sentencesOf(text).map((sentence) => [alike(sentence), { where, sentence, ...plainnessOf(sentence) }]))).values()];
const named = (all: readonly { readonly where: string; readonly sentence: string }[]) => all.map(({ where, sentence }) => `${where}: ${sentence}`);

describe('every sentence that a biller can read', () => {
  it('is reached: each outcome of each rule', () => {
    const missed = ruleBook.rules.flatMap(({ id, outcomes: declared }) => declared.filter((outcome) => !outcomes.get(id)?.has(outcome)).map((outcome) => `${id}: ${outcome}`));
    expect(missed).toEqual([]);
  });

  it('has a source on file, which says when it was read', () => {
    const unfounded = texts.filter(({ rows }) => rows.length === 0 || rows.some((row) => !Object.hasOwn(citations, row)));
    expect(unfounded).toEqual([]);
    const undated = Object.values(citations).filter(({ confidence, readOn }) => readOn === null && confidence[0] !== 'U');
    expect(undated).toEqual([]);
  });

  it('is whole: no placeholder, no two blanks, an end', () => {
    expect(texts.filter(({ text }) => /undefined|null|NaN|\[object|\$\{|\s\s| [.,;]|^\s|\s$/.test(text) || !/[.?!][”’)]?$/.test(text)).map(({ where, text }) => `${where}: ${text}`)).toEqual([]);
    expect(Object.values(denials).filter(({ means }) => means.trim() === '')).toEqual([]);
  });

  it('has singular and plural where they belong', () => {
    const wrong = /(?<![\w.,/-])1 (units|lines|days|containers|weeks|years|codes|vials|digits)\b|(?<![\w.,/-])(?!1\b)\d+ (unit|day|container|week|vial|digit)\b(?!s|-)|\bline \d+ and \d|(?<!number of[^.]{0,20})\b(lines|units|codes|days) (has|is|was)\b/;
    expect(texts.filter(({ text }) => wrong.test(text)).map(({ where, text }) => `${where}: ${text}`)).toEqual([]);
  });

  it('has at most 25 words', () => {
    expect(named(sentences.filter(({ words }) => words > 25))).toEqual([]);
  });

  it('can be read: nine of ten at grade 8 or below, none above 12', () => {
    expect(named(sentences.filter(({ grade }) => grade > 12))).toEqual([]);
    expect(sentences.length).toBeGreaterThan(1_000);
    expect(sentences.filter(({ grade }) => grade <= 8).length / sentences.length).toBeGreaterThan(0.9);
  });
});
