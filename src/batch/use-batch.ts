import { useCallback, useEffect, useRef, useState } from 'react';
import type { ClinicFile } from '../engine/clinic-file';
import type { IsoDate } from '../engine/dated';
import { startSession, workersFor, type Session } from './ask';
import type { Delimiter } from './csv';
import { keptPayers, proposedMapping, type Mapping } from './mapping';
import type { OpenedFile, RunSummary } from './messages';
import type { RunTold } from './run';
import { placeOfPayer, usePayers } from './use-payers';
import { begun, runningAt, type Running } from './use-work';

/** What of the clinic decides about rows. */
type ClinicRead = Pick<ClinicFile, 'profiles' | 'tables'>;

/** One file of encounters, from being chosen to being read through. */
export type BatchState = {
  readonly file: File | null;
  readonly opened: OpenedFile | null;
  readonly mapping: Mapping;
  readonly running: Running | null;
  readonly summary: RunSummary | null;
  /** What of the clinic the rows were read with. */
  readonly readWith: ClinicRead | null;
  readonly said: string;
};

const noFile: BatchState = {
  file: null,
  opened: null,
  mapping: {},
  running: null,
  summary: null,
  readWith: null,
  said: '',
};
const failed = 'Reading this file failed. Nothing of it was taken. Choose it again, or a smaller one.';

export function useBatch(clinic: Pick<ClinicFile, 'profiles' | 'tables' | 'mappings'>, today: IsoDate) {
  const [state, setState] = useState(noFile);
  const { session, afresh, ask, stop } = useSession();
  const payers = usePayers(clinic.profiles);
  const change = useCallback((part: Partial<BatchState>) => setState((before) => ({ ...before, ...part })), []);
  const open = async (file: File, delimiter?: Delimiter) => {
    const own = afresh(file);
    setState({ ...noFile, file, said: 'Reading the file…' });
    const opened = await own.ask('open', { file, delimiter }).catch(() => ({ refused: failed }));
    if (session.current !== own) return;
    if ('refused' in opened) return change({ said: opened.refused });
    const mapping = proposedMapping(opened.headings, clinic.mappings, opened.sample);
    change({ opened, mapping, said: '' });
    await payers.look(own, mapping, keptPayers(opened.headings, clinic.mappings));
  };
  const { run, cancel } = useRun({ state, change, session, afresh, payers, clinic, today });
  const { map, sayPayer } = useChanges({ state, change, session, payers });
  const say = (said: string) => change({ said });
  return {
    ...state,
    isOutOfDate: isOutOfDate(state, clinic),
    payers,
    open,
    run,
    cancel,
    map,
    sayPayer,
    ask,
    stop,
    say,
  };
}

type RunParts = ReturnType<typeof useSession> & {
  state: BatchState;
  change: (part: Partial<BatchState>) => void;
  payers: ReturnType<typeof usePayers>;
  clinic: ClinicRead;
  today: IsoDate;
};

/** Reads the file through, or stops that. */
function useRun({ state, change, session, afresh, payers, clinic, today }: Omit<RunParts, 'ask' | 'stop'>) {
  const run = async () => {
    const own = session.current;
    if (!own) return;
    change({ running: begun, summary: null, said: '' });
    const { profiles, tables } = clinic;
    const { mapping } = state;
    const told = await payers.settled();
    if (session.current !== own) return;
    const summary = await runOf(own, { mapping, clinic: { profiles, tables, payers: told }, today }, change);
    if (session.current !== own) return;
    if ('refused' in summary) change({ running: null, said: `${summary.refused} Nothing of the file was taken.` });
    else change({ running: null, summary, readWith: { profiles, tables }, said: '' });
  };
  /** Stops at once: what was read so far goes with the worker, and the file is opened again as it was. */
  const cancel = async () => {
    const { file, opened } = state;
    if (!file || !opened) return;
    const own = afresh(file);
    change({ running: null, summary: null, said: 'Stopped. Nothing of the file was taken.' });
    await own.ask('open', { file, delimiter: opened.delimiter }).catch(() => change({ opened: null, said: failed }));
    // It may have been stopped before the payers were seen.
    if (session.current === own && !payers.texts) await payers.look(own, state.mapping);
  };
  return { run, cancel };
}

/** What is said of the columns and payers; the claims that were made before are no longer those of it. */
function useChanges({ state, change, session, payers }: Pick<RunParts, 'state' | 'change' | 'session' | 'payers'>) {
  const map = (mapping: Mapping) => {
    change({ mapping, summary: null, said: '' });
    if (session.current && placeOfPayer(mapping) !== placeOfPayer(state.mapping))
      void payers.look(session.current, mapping);
  };
  const sayPayer = (...said: Parameters<typeof payers.say>) => {
    change({ summary: null, said: '' });
    payers.say(...said);
  };
  return { map, sayPayer };
}

const isOutOfDate = ({ summary, readWith }: BatchState, { profiles, tables }: ClinicRead): boolean =>
  summary !== null && (readWith?.profiles !== profiles || readWith.tables !== tables);

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

function runOf(session: Session, told: RunTold, change: (part: Partial<BatchState>) => void) {
  const start = performance.now();
  return session
    .ask('run', told, (progress) => change({ running: runningAt(progress, performance.now() - start) }))
    .catch(() => ({ refused: failed }));
}
