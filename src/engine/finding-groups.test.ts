import { describe, expect, it } from 'vitest';
import { findingGroups, checksIn } from './finding-groups';
import type { Finding } from './prepared-claim';
import type { Verdict } from './verdict';

const told = { because: '', fix: '', denial: { carc: [], rarc: [], means: '' } };
const finding = (id: string, verdict: Partial<Verdict>, decided: Partial<Finding> = {}): Finding =>
  ({
    rule: { id, title: id, rows: ['1'] },
    verdict: { ...told, ...verdict },
    checkKey: id,
    checkedByBiller: false,
    override: null,
    ...decided,
  }) as unknown as Finding;
const check = (id: string, settledBy?: Verdict['settledBy'], decided: Partial<Finding> = {}) =>
  finding(id, { outcome: 'needs-review', billerMayCheck: true, ...(settledBy && { settledBy }) }, decided);
const ticked = { checkedByBiller: true };
const overridden = { override: { finding: '', who: 'AB', on: '2026-05-20', why: 'asked' } as never };

/** "claim: payer(modifier/kd coverage/diagnosis)": each matter with what it holds; a settled one is marked. */
const groupsOf = (...findings: Finding[]): string[] =>
  findingGroups(findings).map(
    ({ name, matters }) =>
      `${name}: ${matters
        .map(
          ({ settledBy, findings: alike, isSettled }) =>
            `${settledBy ?? 'alone'}(${alike.map(({ rule }) => rule.id).join(' ')})${isSettled ? ' settled' : ''}`,
        )
        .join(', ')}`,
  );

describe('what a biller goes through', () => {
  it.each<[what: string, findings: Finding[], groups: string[]]>([
    ['nothing', [], []],
    [
      'what passed or does not apply',
      [finding('a/a', { outcome: 'pass' }), finding('a/b', { outcome: 'not-applicable' })],
      [],
    ],
    [
      'holds and fails, each by itself, whoever may be asked',
      [finding('a/hold', { outcome: 'on-hold', settledBy: 'payer' }), finding('a/fail', { outcome: 'fail' })],
      ['fix: alone(a/hold), alone(a/fail)'],
    ],
    [
      'one question to the payer for all that it knows; a procedure by itself',
      [check('modifier/kd', 'payer'), check('companions/same-claim'), check('coverage/diagnosis', 'payer')],
      ['claim: payer(modifier/kd coverage/diagnosis), alone(companions/same-claim)'],
    ],
    ['a question to the payer by itself', [check('modifier/kd', 'payer')], ['claim: alone(modifier/kd)']],
    [
      'the record, looked into once; a date that is missing by itself',
      [check('records/need', 'record'), check('records/dose', 'record'), check('records/waste')],
      ['record: record(records/need records/dose), alone(records/waste)'],
    ],
    [
      'in the order of the groups, not of the findings',
      [check('mue/units', 'table'), check('records/need', 'record'), check('a/a'), finding('a/f', { outcome: 'fail' })],
      ['fix: alone(a/f)', 'claim: alone(a/a)', 'record: alone(records/need)', 'tables: alone(mue/units)'],
    ],
    [
      'a cause is settled once all of it is',
      [
        check('a/a', 'payer', ticked),
        check('a/b', 'payer'),
        check('b/a', 'table', ticked),
        check('b/b', 'table', ticked),
      ],
      ['claim: payer(a/a a/b)', 'tables: table(b/a b/b) settled'],
    ],
    [
      'what was ticked in the record stays, settled',
      [
        finding('records/need', { outcome: 'pass', settledBy: 'record' }),
        finding('records/dose', { outcome: 'pass', settledBy: 'record' }),
      ],
      ['record: record(records/need records/dose) settled'],
    ],
    [
      'an override settles a fail',
      [finding('a/f', { outcome: 'fail', certain: true } as Partial<Verdict>, overridden)],
      ['fix: alone(a/f) settled'],
    ],
  ])('%s', (_what, findings, groups) => expect(groupsOf(...findings)).toEqual(groups));

  it('counts checks by their cause, and how many are settled', () => {
    const findings = [check('a/a', 'payer'), check('a/b', 'payer'), check('b/a', undefined, ticked), check('c/a')];
    expect(checksIn(findingGroups(findings))).toEqual({ all: 3, settled: 1 });
  });
});
