import { SentQuestion, UnkeptQuestion } from './UnkeptQuestion';
import type { AskedOfSent, AskedOnLeaving } from './asked-of-claim';
import type { Whose } from './use-whose';
import { WhoseQuestion } from './WhoseQuestion';

type QuestionsProps = {
  leaving: AskedOnLeaving;
  keeping: AskedOfSent;
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
