import { linesOf } from '../engine/claim-lines';
import type { IsoDate } from '../engine/dated';
import type { PreparedClaim } from '../engine/prepared-claim';
import type { Money } from '../engine/quantity';
import { isOfOwnPayer } from './answering-payer';
import { noticeOf, type Answer } from './answers';
import { lineName } from './balances';
import type { Deadline } from './deadlines';
import { compare, tooLittleOf, type Comparison } from './expected';
import { matchLines, type LineMatch } from './match-lines';
import { nextStepsOf, nextStepWords, type NextSteps, type StepKind } from './next-steps';
import { partsOf, shareOf, type Judged, type Share } from './outcome';
import type { RemittedLine } from './remittance';

/** An amount of a part, and what it asks for; `short`: less was paid than was worked out, and nothing says why. */
export type PartAsk = {
  readonly kind: StepKind | 'short';
  readonly share: Share;
  readonly amount: Money | null;
  readonly deadline: Deadline | null;
};
export const askWords = { ...nextStepWords, short: 'Ask why it was paid too little' } as const;

/** A line of an answer, or the claim as a whole: what it says, what was expected, and what is done next. */
export type AnsweredPart = {
  readonly name: string;
  /** Null of the claim as a whole. */
  readonly line: RemittedLine | null;
  readonly judged: Judged;
  readonly allowed: Comparison | null;
  readonly match: LineMatch | null;
  readonly next: NextSteps;
  /** Each amount that something is left to do about. */
  readonly asks: readonly PartAsk[];
};

/** The parts of an answer on the facts of the claim that it is of; null while none is matched. */
export function answeredParts(
  answer: Answer,
  own: PreparedClaim | null,
  {
    isCorrected,
    today,
    cameBackOn,
  }: {
    readonly isCorrected: boolean;
    readonly today: IsoDate;
    /** As it was typed: a part that was pasted tells no day of its own. */
    readonly cameBackOn: IsoDate | null;
  },
): readonly AnsweredPart[] {
  const lines = own ? matchLines(answer.claim.lines, linesOf(own)).matches : [];
  const notice = noticeOf(answer) ?? cameBackOn;
  return partsOf(answer.claim).map(({ line, judged }) => {
    const match = lines.find((each) => each.line === line) ?? null;
    const allowed = match && own && match.of.length > 0 ? compare(match, own) : null;
    const next = nextStepsOf({ judged, claim: answer.claim, own, notice, today, isCorrected });
    return {
      name: line ? lineName(line, answer.claim.lines.indexOf(line)) : 'The claim as a whole',
      line,
      judged,
      match,
      allowed,
      next,
      asks: [
        ...next.asks.map(({ step, ...ask }) => ({ ...ask, kind: step.kind, deadline: step.deadline })),
        ...(isCompared(answer, judged, own) ? tooLittle(allowed, next) : []),
      ],
    };
  });
}

/** What was worked out is the claim’s own payer’s, alone and after the service (25 was before it). */
const isCompared = ({ claim }: Answer, { adjustments }: Judged, own: PreparedClaim | null): boolean =>
  own !== null &&
  claim.status !== '25' &&
  isOfOwnPayer(claim, own) &&
  adjustments.every((each) => shareOf(each) !== 'earlier');

/** Where a denial or a cut is open, it says why less was paid. */
function tooLittle(allowed: Comparison | null, { asks, appealBy }: NextSteps): readonly PartAsk[] {
  const amount = asks.some(({ share }) => share !== 'patient') ? null : tooLittleOf(allowed);
  return amount === null ? [] : [{ kind: 'short', share: 'open', amount, deadline: appealBy }];
}
