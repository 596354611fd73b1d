import { useState } from 'react';
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

type Ended<Name extends Call> = Calls[Name]['value'] | 'stopped' | 'failed' | 'busy';

/** Work on a session, one at a time: what is begun meanwhile is turned away, and a stop can hit nothing else. */
export function oneAtATime({ ask, stop }: Pick<Session, 'ask' | 'stop'>) {
  let inHand: { isStopped: boolean } | null = null;
  const work = async <Name extends Call>(
    call: Name,
    told: Calls[Name]['told'],
    tell: (progress: Progress) => void,
  ): Promise<Ended<Name>> => {
    if (inHand) return 'busy';
    const own = { isStopped: false };
    inHand = own;
    try {
      return await ask(call, told, tell);
    } catch {
      return own.isStopped ? 'stopped' : 'failed';
    } finally {
      inHand = null;
    }
  };
  const cancel = () => {
    if (!inHand || inHand.isStopped) return;
    inHand.isStopped = true;
    stop();
  };
  return { work, cancel };
}

/** What is said of work that was turned away. */
export const busy = 'Something else is still in hand. Wait until it has ended.';

export type Works = {
  /** How far this call is, while it is the one in hand. */
  readonly runningOf: (call: Call) => Running | null;
  /** Whether any is in hand: nothing else can be started. */
  readonly isBusy: boolean;
  readonly work: <Name extends Call>(call: Name, told: Calls[Name]['told']) => Promise<Ended<Name>>;
  readonly cancel: () => void;
};

/** Works on a file that was run, which can be stopped and leave the file as it is. */
export function useWorks({ ask, stop }: Pick<Session, 'ask' | 'stop'>): Works {
  const [inHand, setInHand] = useState<{ readonly call: Call; readonly running: Running } | null>(null);
  const [own] = useState(() => oneAtATime({ ask, stop }));
  const work: Works['work'] = async (call, told) => {
    if (inHand) return 'busy';
    setInHand({ call, running: begun });
    const start = performance.now();
    const tell = (progress: Progress) => setInHand({ call, running: runningAt(progress, performance.now() - start) });
    const ended = await own.work(call, told, tell);
    if (ended !== 'busy') setInHand(null);
    return ended;
  };
  return {
    runningOf: (call) => (inHand?.call === call ? inHand.running : null),
    isBusy: inHand !== null,
    work,
    cancel: own.cancel,
  };
}
