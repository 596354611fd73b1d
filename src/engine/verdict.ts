import type { FactName } from './encounter';

export type Outcome = 'on-hold' | 'fail' | 'needs-review' | 'pass' | 'not-applicable';

/**
 * What will happen if nothing is done, in plain words, with the claim adjustment reason codes (CARC) and remittance
 * advice remark codes (RARC) that tell of it; none where it is no denial.
 */
export type Denial = {
  readonly carc: readonly string[];
  readonly rarc: readonly string[];
  readonly means: string;
  /** What original Medicare sends instead; a claim holds the one that fits its payer. */
  readonly medicare?: Omit<Denial, 'medicare'>;
};

/**
 * What settles a finding that no answer of this claim settles alone: one question to the payer, one look into the
 * record, one table of the day.
 */
export type SettledBy = 'payer' | 'record' | 'table';

type Said = {
  /** One sentence that names the facts that decided. */
  readonly because: string;
  /** What to do now. */
  readonly fix?: string;
  readonly denial?: Denial;
  /** The answer on the worksheet that settles it. */
  readonly goTo?: FactName;
  /** Which row of the containers opened it is about. */
  readonly goToRow?: number;
  /** Which box of a list of boxes it is about. */
  readonly goToItem?: string;
  /** A switch on the worksheet that settles it in one step. */
  readonly switchOn?: 'kd' | 'linePerNdc';
  /** True where no answer on the worksheet can settle it, and the biller may record having checked outside. */
  readonly billerMayCheck?: boolean;
  /** What its tick says, where that is more than that it was checked. */
  readonly tickSays?: string;
  readonly settledBy?: SettledBy;
  /** True where it keeps the drug off a claim whose procedures may leave: an override brings the drug back. */
  readonly holdsDrug?: true;
  /** The items of the record that it is about: once all are ticked, it is settled. */
  readonly recordItems?: readonly string[];
};

/**
 * Whether the claim would for certain be rejected or returned: it is then written to no format, and no tick settles
 * that, only an answer or an override. A denial that can be appealed, or that the payer may waive, is not certain.
 */
type Certainty = { readonly certain?: never } | { readonly certain: true; readonly billerMayCheck?: false };

/** What a rule says; only a fail can be certain. */
export type Verdict<O extends Outcome = Outcome> = O extends Outcome
  ? Said & { readonly outcome: O } & (O extends 'fail' ? Certainty : { readonly certain?: never })
  : never;

/** Every finding says what will happen and what to do; its rule says who says so. */
type More = Pick<
  Said,
  | 'goTo'
  | 'goToRow'
  | 'goToItem'
  | 'switchOn'
  | 'billerMayCheck'
  | 'tickSays'
  | 'settledBy'
  | 'holdsDrug'
  | 'recordItems'
> & {
  readonly fix: string;
  readonly denial: Denial;
};
export const pass = (because: string): Verdict<'pass'> => ({ outcome: 'pass', because });
export const notApplicable = (because: string): Verdict<'not-applicable'> => ({ outcome: 'not-applicable', because });
export const fail = (because: string, more: More & Certainty): Verdict<'fail'> => ({
  outcome: 'fail',
  because,
  ...more,
});
export const needsReview = (because: string, more: More): Verdict<'needs-review'> => ({
  outcome: 'needs-review',
  because,
  ...more,
});
export const onHold = (because: string, more: More): Verdict<'on-hold'> => ({ outcome: 'on-hold', because, ...more });

const worstFirst: readonly Outcome[] = ['on-hold', 'fail', 'needs-review', 'pass', 'not-applicable'];

const sentencesOf = (text: string | undefined): readonly string[] => text?.split(/(?<=[.?!]) /) ?? [];

/**
 * One verdict from several on parts of the same question: the worst outcome, with every reason for it and all that is
 * to be done, each sentence of that once; certain where one of them is.
 */
export function worstOf<O extends Outcome>(verdicts: readonly Verdict<O>[]): Verdict<O | 'not-applicable'> {
  const worst = worstFirst.find((outcome) => verdicts.some((verdict) => verdict.outcome === outcome));
  const alike = verdicts.filter(({ outcome }) => outcome === worst);
  const [first, ...others] = [...alike.filter(({ certain }) => certain), ...alike.filter(({ certain }) => !certain)];
  if (!first || others.length === 0) return first ?? notApplicable('There is nothing to check.');
  const fix = [...new Set([first, ...others].flatMap((each) => sentencesOf(each.fix)))].join(' ');
  return {
    ...first,
    because: [first, ...others].map(({ because }) => because).join(' '),
    ...(fix === '' ? {} : { fix }),
    ...(first.billerMayCheck ? { billerMayCheck: others.every(({ billerMayCheck }) => billerMayCheck === true) } : {}),
  };
}
