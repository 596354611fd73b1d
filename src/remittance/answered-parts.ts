import { linesOf } from '../engine/claim-lines';
import type { IsoDate } from '../engine/dated';
import type { PreparedClaim } from '../engine/prepared-claim';
import { noticeOf, type Answer } from './answers';
import { lineName } from './balances';
import { compare, type Comparison } from './expected';
import { matchLines, type LineMatch } from './match-lines';
import { nextStepsOf, type NextSteps } from './next-steps';
import { partsOf, type Judged } from './outcome';
import type { RemittedLine } from './remittance';

/** A line of an answer, or the claim as a whole: what it says, what was expected, and what is done next. */
export type AnsweredPart = {
  readonly name: string;
  /** Null of the claim as a whole. */
  readonly line: RemittedLine | null;
  readonly judged: Judged;
  readonly allowed: Comparison | null;
  readonly match: LineMatch | null;
  readonly next: NextSteps;
};

/** The parts of an answer on the facts of the claim that it is of; null while none is matched. */
export function answeredParts(
  answer: Answer,
  own: PreparedClaim | null,
  { isCorrected, today }: { readonly isCorrected: boolean; readonly today: IsoDate },
): readonly AnsweredPart[] {
  const lines = own ? matchLines(answer.claim.lines, linesOf(own)).matches : [];
  const notice = noticeOf(answer);
  return partsOf(answer.claim).map(({ line, judged }) => {
    const match = lines.find((each) => each.line === line) ?? null;
    return {
      name: line ? lineName(line, answer.claim.lines.indexOf(line)) : 'The claim as a whole',
      line,
      judged,
      match,
      allowed: match && own && match.of.length > 0 ? compare(match, own) : null,
      next: nextStepsOf({ judged, claim: answer.claim, own, notice, today, isCorrected }),
    };
  });
}
