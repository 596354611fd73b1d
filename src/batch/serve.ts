import type { Progress } from './run';
import { BatchSession, type Call, type Calls } from './session';

/** A question to a session, and what comes back for it: how far it is, then its value or that it failed. */
export type Asked = {
  readonly [Name in Call]: { readonly id: number; readonly call: Name; readonly told: Calls[Name]['told'] };
}[Call];
export type Answered =
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly value: Calls[Call]['value'] }
  | { readonly id: number; readonly failed: true };

export type Slicing = {
  readonly sliceMs: number;
  readonly now: () => number;
  readonly pause: () => Promise<void>;
};

/**
 * Answers questions one after the other, a slice of time at once; between two slices whoever waits gets in. `now` tells
 * milliseconds; `pause` lets others run, and never comes back where the session was ended meanwhile.
 */
export function answering({ sliceMs, now, pause }: Slicing, tell: (answer: Answered) => void): (asked: Asked) => void {
  const session = new BatchSession();
  let last = Promise.resolve();
  const answer = async (asked: Asked): Promise<void> => {
    const { id } = asked;
    try {
      tell({
        id,
        value: await valueOf(session, asked, { sliceMs, now, pause, onProgress: (progress) => tell({ id, progress }) }),
      });
    } catch {
      tell({ id, failed: true });
    }
  };
  return (asked) => {
    last = last.then(() => answer(asked));
  };
}

type Slices = Slicing & { readonly onProgress: (progress: Progress) => void };

async function valueOf(session: BatchSession, asked: Asked, slices: Slices): Promise<Calls[Call]['value']> {
  switch (asked.call) {
    case 'open':
      return session.open(asked.told);
    case 'run':
      return inSlices(session.run(asked.told), slices);
    case 'audit':
      return session.audit(asked.told);
    case 'page':
      return session.page(asked.told);
    case 'write':
      return inSlices(session.write(asked.told), slices);
  }
}

async function inSlices<Value>(
  steps: Generator<Progress, Value>,
  { sliceMs, now, pause, onProgress }: Slices,
): Promise<Value> {
  let until = now() + sliceMs;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (now() < until) continue;
    onProgress(step.value);
    await pause();
    until = now() + sliceMs;
  }
}
