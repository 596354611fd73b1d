import { expect, it } from 'vitest';
import { noTables } from '../engine/published-tables';
import type { Ask } from './messages';
import { today } from './audit.fixture';
import type { Progress, RunTold } from './run';
import { runsAhead } from './run-ahead';

/** A session that says what it is asked, and answers when it is told to. */
function session() {
  const asked: string[] = [];
  const tells: ((progress: Progress) => void)[] = [];
  const answers: ((value: never) => void)[] = [];
  const ask: Ask = (call, _told, onProgress) =>
    new Promise((resolve) => {
      asked.push(call);
      if (onProgress) tells.push(onProgress);
      answers.push(resolve);
    });
  return { asked, tells, answers, own: { ask, stop: () => asked.push('stop') } };
}

const told: RunTold = { mapping: {}, clinic: { profiles: [], tables: noTables }, today };

it('a run that was begun ahead is the one that is asked for, and tells how far it is only then', async () => {
  const { asked, tells, answers, own } = session();
  const { beginAhead, runOf } = runsAhead('failed');
  beginAhead(own, told);
  tells[0]?.({ done: 1, of: 4, rows: 1 });
  const { watch, ended } = runOf(own, { ...told });
  const heard: number[] = [];
  watch(({ done }) => heard.push(done));
  tells[0]?.({ done: 2, of: 4, rows: 2 });
  answers[0]?.({ refused: 'x' } as never);
  expect([asked, heard, await ended]).toEqual([['run'], [2], { refused: 'x' }]);
  // It is handed out once: pressed again, the rows are read again.
  void runOf(own, told);
  expect(asked).toEqual(['run', 'run']);
});

it.each<readonly [string, Partial<RunTold>]>([
  ['mapping', { mapping: {} }],
  ['day', { today: '2026-11-29' as RunTold['today'] }],
  ['profiles', { clinic: { ...told.clinic, profiles: [] } }],
  ['tables', { clinic: { ...told.clinic, tables: { ...noTables } } }],
])('with another %s it is stopped, and another one begins', (_what, change) => {
  const { asked, own } = session();
  const { beginAhead, runOf } = runsAhead('failed');
  beginAhead(own, told);
  void runOf(own, { ...told, ...change });
  expect(asked).toEqual(['run', 'stop', 'run']);
});

it('another file has a run of its own, and a session that ends refuses', async () => {
  const [before, after] = [session(), session()];
  const { beginAhead, runOf } = runsAhead('failed');
  beginAhead(before.own, told);
  void runOf(after.own, told);
  expect([before.asked, after.asked]).toEqual([['run'], ['run']]);
  const ended = { ask: () => Promise.reject(new Error('run')), stop: () => {} };
  expect(await runOf(ended, told).ended).toEqual({ refused: 'failed' });
});
