import type { Session } from './ask';
import type { Refused, RunSummary } from './messages';
import type { Progress, RunTold } from './run';

/** A run, whoever watches it; it is refused where the session failed or was ended. */
type Run = {
  /** In milliseconds of the page. */
  readonly begunAt: number;
  readonly watch: (tell: (progress: Progress) => void) => void;
  readonly ended: Promise<RunSummary | Refused>;
};
type Asks = Pick<Session, 'ask' | 'stop'>;

/**
 * The runs of files. That of a large file begins ahead, by the mapping that its headings propose, while somebody still
 * looks at the mapping: where nothing of it is changed, its result is the one that is asked for then.
 */
export function runsAhead(failed: string) {
  let ahead: { readonly session: Asks; readonly told: RunTold; readonly run: Run } | null = null;
  const begin = (session: Asks, told: RunTold): Run => {
    let tell: ((progress: Progress) => void) | undefined;
    const ended = session.ask('run', told, (progress) => tell?.(progress)).catch(() => ({ refused: failed }));
    return { begunAt: performance.now(), watch: (next) => void (tell = next), ended };
  };
  return {
    beginAhead: (session: Asks, told: RunTold): void => {
      ahead = { session, told, run: begin(session, told) };
    },
    /** The run that was begun for this, or else one that begins now. */
    runOf: (session: Asks, told: RunTold): Run => {
      const begun = ahead?.session === session ? ahead : null;
      ahead = null;
      if (begun && tellSame(begun.told, told)) return begun.run;
      if (begun) session.stop();
      return begin(session, told);
    },
  };
}

const tellSame = (one: RunTold, other: RunTold): boolean =>
  one.mapping === other.mapping &&
  one.today === other.today &&
  one.clinic.profiles === other.clinic.profiles &&
  one.clinic.payers === other.clinic.payers &&
  one.clinic.tables === other.clinic.tables;
