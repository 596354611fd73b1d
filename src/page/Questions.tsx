import { SentQuestion, UnkeptQuestion } from './UnkeptQuestion';
import type { Keeping } from './use-keeping';
import type { LeavingClaim } from './use-leaving-claim';
import type { Whose } from './use-whose';
import { WhoseQuestion } from './WhoseQuestion';

type QuestionsProps = {
  leaving: Pick<LeavingClaim, 'asked' | 'answer'>;
  keeping: Pick<Keeping, 'isAsking' | 'answer'>;
  whose: Pick<Whose, 'isAsking' | 'answer'>;
};

/** What is asked over all else before a claim is kept or put away: there is a claim by then, so it runs with that. */
export function Questions({ leaving, keeping, whose }: QuestionsProps) {
  return (
    <>
      <UnkeptQuestion asked={leaving.asked} answer={leaving.answer} />
      <SentQuestion isAsking={keeping.isAsking} answer={keeping.answer} />
      <WhoseQuestion isAsking={whose.isAsking} answer={whose.answer} />
    </>
  );
}
