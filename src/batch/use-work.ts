import { useRef, useState } from 'react';
import type { Session } from './ask';
import type { Call, Calls } from './messages';
import type { Progress } from './run';

/** How far some work is, and the seconds that it will still take; null before that can be told. */
export type Running = { readonly part: number; readonly rows: number; readonly secondsLeft: number | null };

export const begun: Running = { part: 0, rows: 0, secondsLeft: null };

const tellAfterMs = 500;

export function runningAt({ done, of, rows }: Progress, elapsedMs: number): Running {
  const isTooSoon = elapsedMs < tellAfterMs || done === 0;
  const secondsLeft = isTooSoon ? null : Math.max(1, Math.round((elapsedMs * (of - done)) / done / 1000));
  return { part: done / of, rows, secondsLeft };
}

/** Work on a file that was run, which can be stopped and leaves the file as it is. */
export function useWork({ ask, stop }: Pick<Session, 'ask' | 'stop'>) {
  const [running, setRunning] = useState<Running | null>(null);
  const isStopped = useRef(false);
  const work = async <Name extends Call>(
    call: Name,
    told: Calls[Name]['told'],
  ): Promise<Calls[Name]['value'] | 'stopped' | 'failed'> => {
    isStopped.current = false;
    setRunning(begun);
    const start = performance.now();
    const tell = (progress: Progress) => setRunning(runningAt(progress, performance.now() - start));
    const ended = await ask(call, told, tell).catch((): 'stopped' | 'failed' =>
      isStopped.current ? 'stopped' : 'failed',
    );
    setRunning(null);
    return ended;
  };
  const cancel = () => {
    isStopped.current = true;
    stop();
  };
  return { running, work, cancel };
}
