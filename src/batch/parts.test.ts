import { expect, it } from 'vitest';
import { noTables } from '../engine/published-tables';
import { emptyOffice } from '../engine/clinic-file';
import { today } from './audit.fixture';
import { proposedMapping } from './mapping';
import { asking, type Ask, type OpenedFile } from './messages';
import { answering } from './serve';
import { openTable, partsOf } from './table';
import { oneAtATime } from './use-work';

const slicing = { sliceMs: 1, now: () => performance.now(), pause: () => new Promise<void>((go) => setTimeout(go)) };

/** A session that is asked as one in a worker is, all that is sent being copied; with helpers like itself. */
function sessionWith(helpers: readonly Ask[]): Ask {
  return asked(helpers).ask;
}
function asked(helpers: readonly Ask[]) {
  const { ask, hear } = asking((asked) => answer(structuredClone(asked)));
  const answer = answering(slicing, (answered) => hear(structuredClone(answered)), helpers);
  return { ask, stop: () => answer('stop') };
}

const opened = async (ask: Ask, text: string): Promise<OpenedFile> => {
  const file = await ask('open', { file: new Blob([text]), delimiter: undefined });
  if ('refused' in file) throw new Error(file.refused);
  return file;
};

/** All that is said of a file: the run, some of its rows, its audit, and what is written of it. */
async function allOf(helpers: number, text: string) {
  const ask = sessionWith(Array.from({ length: helpers }, () => sessionWith([])));
  const { headings } = await opened(ask, text);
  const clinic = { profiles: [], tables: noTables };
  const run = await ask('run', { mapping: proposedMapping(headings), clinic, today });
  if ('refused' in run) return { run };
  const any = { status: null, cause: null };
  return {
    run,
    last: await ask('page', { ...any, from: run.count - 3, count: 3 }),
    audit: await ask('audit', { name: 'x.csv' }),
    written: await ask('write', {
      ...any,
      what: 'rows',
      office: emptyOffice,
      writtenAt: { date: today, time: '0800' },
      withReview: false,
    }),
  };
}

const head = 'patient id,account,dos,payer,pos,given,wasted,opened mg,hcpcs,units,mod 1,charge,paid,claim no';
const row = (place: number): string => {
  const account = ['17', '"a, ""b"""', '"two\r\nlines"', '\u00e9'][place % 4];
  const payer = place % 11 === 0 ? 'Medicare' : 'Medicare Part B';
  const day = `${String(1 + (place % 9)).padStart(2, '0')}/1${place % 7}/2026`;
  const billed = `J0475,${4 + (place % 3)},JZ,1200.00,569.08,C-${place}`;
  return `PT-${place % 900},${account},${day},${payer},11,40,0,40,${billed}`;
};
const rows = Array.from({ length: 6_000 }, (_, place) => (place % 50 === 49 ? '' : row(place)));

it('a file that several workers share gives what one alone gives, to the line', { timeout: 60_000 }, async () => {
  const text = [head, ...rows].join('\r\n');
  const alone = await allOf(0, text);
  expect(await allOf(2, text)).toEqual(alone);
  expect(alone).toMatchObject({ run: { count: 5_880, blankRows: 119 }, audit: { audit: { counts: { rows: 5_880 } } } });
  // 1,499 rows before it have a line break within a cell.
  expect(alone.last?.rows.at(-1)).toMatchObject({ line: 7_499, reference: 'PT-598' });
});

it('a fault in the last part takes nothing of the file, and names its line', async () => {
  const text = [head, ...rows, 'PT-1,"17,10/05/2026'].join('\r\n');
  const refused = { run: { refused: 'Line 7502, column 2 opens a quote that is never closed.' } };
  expect(await allOf(2, text)).toEqual(refused);
  expect(await allOf(0, text)).toEqual(refused);
});

it('an audit that is stopped leaves the file as it is, and can be made again', async () => {
  const { ask, stop } = asked([]);
  const { headings } = await opened(ask, [head, ...rows].join('\n'));
  const clinic = { profiles: [], tables: noTables };
  await ask('run', { mapping: proposedMapping(headings), clinic, today });
  const told: number[] = [];
  const audit = ask('audit', { name: 'x.csv' }, ({ done, of }) => {
    told.push(done / of);
    stop();
  });
  await expect(audit).rejects.toThrow('audit');
  expect(told).toEqual([expect.any(Number)]);
  expect(await ask('audit', { name: 'x.csv' })).toHaveProperty('audit.counts.rows', 5_880);
});

it('one work is in hand at a time: another is turned away, and a cancel stops its own alone', async () => {
  const { ask, stop } = asked([]);
  const { headings } = await opened(ask, [head, ...rows].join('\n'));
  await ask('run', { mapping: proposedMapping(headings), clinic: { profiles: [], tables: noTables }, today });
  let stops = 0;
  const { work, cancel } = oneAtATime({
    ask,
    stop: () => {
      stops += 1;
      stop();
    },
  });
  const write = { status: null, cause: null, what: 'rows', office: emptyOffice } as const;
  const writing = () =>
    work('write', { ...write, withReview: false, writtenAt: { date: today, time: '0800' } }, () => {});
  cancel();
  const audit = work('audit', { name: 'x.csv' }, () => {});
  expect(await writing()).toBe('busy');
  cancel();
  cancel();
  expect([await audit, stops]).toEqual(['stopped', 1]);
  const again = writing();
  expect(await work('audit', { name: 'x.csv' }, () => {})).toBe('busy');
  expect(await again).toHaveProperty('parts');
  cancel();
  expect(await work('audit', { name: 'x.csv' }, () => {})).toHaveProperty('audit.counts.rows', 5_880);
  expect(stops).toBe(1);
});

it('a run that was stopped adds nothing to the next one', { timeout: 60_000 }, async () => {
  const { ask, stop } = asked([sessionWith([]), sessionWith([])]);
  const { headings } = await opened(ask, [head, ...rows, ...rows].join('\n'));
  const told = { mapping: proposedMapping(headings), clinic: { profiles: [], tables: noTables }, today };
  await expect(ask('run', told, stop)).rejects.toThrow('run');
  expect(await ask('run', told)).toHaveProperty('count', 2 * 5_880);
  expect(await ask('audit', { name: 'x.csv' })).toHaveProperty('audit.counts.rows', 2 * 5_880);
});

it('parts hold every row once, each from its first byte', () => {
  const bytes = new TextEncoder().encode([head, ...rows].join('\n'));
  const table = openTable(bytes);
  if ('refused' in table) throw new Error(table.refused);
  const parts = partsOf(table, bytes, 10_000);
  if ('refused' in parts) throw new Error(parts.refused);
  expect(parts.length).toBeGreaterThan(40);
  let { at } = table.first;
  for (const part of parts) {
    expect([part.at, part.bytes.length >= 10_000 || part === parts.at(-1)]).toEqual([at, true]);
    expect(new TextDecoder().decode(part.bytes)).toMatch(/^\s*PT-/);
    at += part.bytes.length;
  }
  expect(at).toBe(bytes.length);
});
