/** Another claim that was chosen takes the place of this one, or a new one that is begun. */
export type Way = 'open' | 'begin';

/** What is asked before the claim in the form gives way to another. */
export type AskedOfClaim = {
  readonly way: Way;
  readonly question: string;
  /** Whether nobody told whose it is, so that it is asked here. */
  readonly lacksReference: boolean;
  /** Whether keeping it makes a corrected claim of it, because it was sent. */
  readonly isCorrection: boolean;
  /** Why it could not be kept, once that was tried. */
  readonly problem: string;
};

/** Asked of a claim that is not kept as it stands, before another takes its place. */
export type AskedOnLeaving = {
  readonly asked: AskedOfClaim | null;
  readonly answer: (what: 'keep' | 'leave' | 'stay') => void;
};

/** Asked of a claim that was sent and is another by now, before it is kept. */
export type AskedOfSent = {
  readonly isAsking: boolean;
  readonly answer: (what: 'correct' | 'change' | 'stay') => void;
};
