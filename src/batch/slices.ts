import type { Progress } from './run';

/**
 * How long a slice of work lasts. `now` tells milliseconds; `pause` lets others run, and never comes back where the
 * session was ended meanwhile.
 */
export type Slicing = {
  readonly sliceMs: number;
  readonly now: () => number;
  readonly pause: () => Promise<void>;
};

export type Steps<Value> = Generator<Progress, Value>;
export type Tell = (progress: Progress) => void;
/** Ends steps a slice at a time, and tells between two how far they are. */
export type InSlices = <Value>(steps: Steps<Value>, tell: Tell) => Promise<Value>;

export const slicesOf =
  ({ sliceMs, now, pause }: Slicing): InSlices =>
  async (steps, tell) => {
    let until = now() + sliceMs;
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (now() < until) continue;
      tell(step.value);
      await pause();
      until = now() + sliceMs;
    }
  };

const tellEveryMs = 100;

/** Tells no more often than somebody looks. */
export function nowAndThen(now: () => number, tell: Tell): Tell {
  let next = 0;
  return (progress) => {
    if (now() < next) return;
    next = now() + tellEveryMs;
    tell(progress);
  };
}
