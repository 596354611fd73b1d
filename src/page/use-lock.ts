import { useCallback, useEffect, useRef, useState } from 'react';
import type { Closed, PageToLock } from './closed-page';
import { claimPart, filePart } from './load-later';

export type Lock = {
  readonly isLocked: boolean;
  readonly closed: Closed | null;
  /** Why the page did not lock when it was last to; undefined where it did. */
  readonly problem: string | undefined;
  readonly lock: () => void;
  /** Brings all of it back, or says why not. */
  readonly unlock: (passphrase: string) => Promise<string | undefined>;
  /** Whether something that is kept nowhere is held behind it. */
  readonly isUnsaved: () => boolean;
  readonly forget: () => void;
};

/**
 * Locks the page at a word, or when nothing is done for a while, once a passphrase was given: all of it is encrypted
 * with that passphrase, and held in no other way until it is typed again.
 */
export function useLock(page: PageToLock): Lock {
  const latest = useRef(page);
  useEffect(() => {
    latest.current = page;
  });
  const [state, setState] = useState<'open' | 'closing' | Closed>('open');
  const [problem, setProblem] = useState<string>();
  const isLocked = useRef(false);
  const show = useCallback((next: 'open' | Closed) => {
    isLocked.current = next !== 'open';
    setState(next);
  }, []);
  const lock = useCallback(() => {
    // A passphrase is typed in a drawer, and all drawers come with what closes the page.
    const part = claimPart.loaded();
    if (!part || isLocked.current || latest.current.file.opened.passphrase === null) return;
    isLocked.current = true;
    setState('closing');
    setProblem(undefined);
    // Forgotten meanwhile, where the page was left.
    void part.closing(latest, filePart.load).then((next) => {
      if (!isLocked.current) return;
      if ('problem' in next) setProblem(next.problem);
      show('problem' in next ? 'open' : next);
    });
  }, [show]);
  const closed = typeof state === 'string' ? null : state;
  const unlock = useCallback(
    async (passphrase: string) => {
      const refused = closed && (await (await claimPart.load()).opening(latest.current, closed, passphrase));
      if (!refused) show('open');
      return refused ?? undefined;
    },
    [closed, show],
  );
  const isUnsaved = useCallback(() => isUnsavedBehind(closed, latest.current), [closed]);
  const forget = useCallback(() => show('open'), [show]);
  const { passphrase } = page.file.opened;
  useIdle(state === 'open' && passphrase !== null ? page.file.idleMinutes : null, lock);
  return { isLocked: state !== 'open', closed, problem, lock, unlock, isUnsaved, forget };
}

/** Whether something is kept nowhere: while the page is being encrypted, it still is what it was. */
export const isUnsavedBehind = (
  closed: Pick<Closed, 'unsaved'> | null,
  page: Pick<PageToLock, 'isUnsaved'>,
): boolean => (closed ? closed.unsaved : page.isUnsaved());

const looksMs = 5000;

/** Calls back once nothing was done for so many minutes; also on a machine that slept meanwhile. Null is never. */
function useIdle(minutes: number | null, onIdle: () => void): void {
  useEffect(() => {
    if (minutes === null) return undefined;
    let last = Date.now();
    const isOver = () => Date.now() - last >= minutes * 60_000;
    const look = () => void (isOver() && onIdle());
    const done = () => {
      look();
      last = Date.now();
    };
    const leaving = new AbortController();
    for (const type of ['keydown', 'pointerdown', 'pointermove', 'wheel'])
      document.addEventListener(type, done, { capture: true, passive: true, signal: leaving.signal });
    document.addEventListener('visibilitychange', look, { signal: leaving.signal });
    const timer = setInterval(look, looksMs);
    return () => {
      leaving.abort();
      clearInterval(timer);
    };
  }, [minutes, onIdle]);
}
