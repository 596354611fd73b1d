import { useCallback, useEffect, useRef, useState } from 'react';
import type { ClinicFile } from '../engine/clinic-file';
import type { IsoDate } from '../engine/dated';
import { startSession, workersFor, type Session } from './ask';
import type { Delimiter } from './csv';
import { missingColumns, proposedMapping, type Mapping } from './mapping';
import type { RunTold } from './run';
import { runsAhead } from './run-ahead';
import type { OpenedFile, RunSummary } from './messages';
import { begun, runningAt, type Running } from './use-work';

/** One file of encounters, from being chosen to being read through. */
export type BatchState = {
  readonly file: File | null;
  readonly opened: OpenedFile | null;
  readonly mapping: Mapping;
  readonly running: Running | null;
  readonly summary: RunSummary | null;
  readonly said: string;
};

const noFile: BatchState = { file: null, opened: null, mapping: {}, running: null, summary: null, said: '' };
const failed = 'Reading this file failed. Nothing of it was taken. Choose it again, or a smaller one.';

export function useBatch(clinic: Pick<ClinicFile, 'profiles' | 'tables' | 'mappings'>, today: IsoDate) {
  const [state, setState] = useState(noFile);
  const [{ beginAhead, runOf }] = useState(() => runsAhead(failed));
  const { session, afresh, ask, stop } = useSession();
  const change = useCallback((part: Partial<BatchState>) => setState((before) => ({ ...before, ...part })), []);
  const open = async (file: File, delimiter?: Delimiter) => {
    const own = afresh(file);
    setState({ ...noFile, file, said: 'Reading the file…' });
    const opened = await own.ask('open', { file, delimiter }).catch(() => ({ refused: failed }));
    if (session.current !== own) return;
    if ('refused' in opened) return change({ said: opened.refused });
    const mapping = proposedMapping(opened.headings, clinic.mappings);
    change({ opened, mapping, said: '' });
    if (workersFor(file.size) > 1 && missingColumns(mapping).length === 0)
      beginAhead(own, toldOf(mapping, clinic, today));
  };
  const run = async () => {
    const own = session.current;
    if (!own) return;
    change({ running: begun, summary: null, said: '' });
    const { begunAt, watch, ended } = runOf(own, toldOf(state.mapping, clinic, today));
    watch((progress) => change({ running: runningAt(progress, performance.now() - begunAt) }));
    const summary = await ended;
    if (session.current !== own) return;
    if ('refused' in summary) change({ running: null, said: `${summary.refused} Nothing of the file was taken.` });
    else change({ running: null, summary, said: '' });
  };
  /** Stops at once: what was read so far goes with the worker, and the file is opened again as it was. */
  const cancel = async () => {
    const { file, opened } = state;
    if (!file || !opened) return;
    const own = afresh(file);
    change({ running: null, summary: null, said: 'Stopped. Nothing of the file was taken.' });
    await own.ask('open', { file, delimiter: opened.delimiter }).catch(() => change({ opened: null, said: failed }));
  };
  const map = (mapping: Mapping) => change({ mapping, summary: null });
  return { ...state, open, run, cancel, map, ask, stop, say: (said: string) => change({ said }) };
}

const toldOf = (mapping: Mapping, { profiles, tables }: RunTold['clinic'], today: IsoDate): RunTold => ({
  mapping,
  clinic: { profiles, tables },
  today,
});

/** The session of the file in hand: another file ends it, and so does leaving. */
function useSession() {
  const session = useRef<Session | null>(null);
  useEffect(() => () => session.current?.end(), []);
  const afresh = useCallback(({ size }: File) => {
    session.current?.end();
    return (session.current = startSession(workersFor(size)));
  }, []);
  const ask = useCallback<Session['ask']>(
    (...asked) => (session.current ? session.current.ask(...asked) : Promise.reject(new Error('no file'))),
    [],
  );
  const stop = useCallback(() => session.current?.stop(), []);
  return { session, afresh, ask, stop };
}
