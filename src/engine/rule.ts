import type { DraftClaim } from './claim';
import type { Outcome, Verdict } from './verdict';

export type Rule = {
  /** `topic/name`; stable for ever: it is shown, printed and tested. */
  readonly id: `${string}/${string}`;
  readonly title: string;
  /** Rows of the rules on file that it rests on: a rule without one does not compile. */
  readonly rows: readonly [string, ...string[]];
  /** Every outcome that `check` can have; each is tested. */
  readonly outcomes: readonly Outcome[];
  readonly check: (claim: DraftClaim) => Verdict;
};

/** A rule; one whose check could have an outcome that it does not declare does not compile. */
export const rule = <const O extends Outcome>(
  declared: Omit<Rule, 'outcomes' | 'check'> & {
    readonly outcomes: readonly O[];
    readonly check: (claim: DraftClaim) => NoInfer<Verdict<O>>;
  },
): Rule => declared;
