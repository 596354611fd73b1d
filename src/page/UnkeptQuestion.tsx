import type { ReactNode } from 'react';
import { ModalQuestion } from './ModalQuestion';
import { ReferenceField } from './WhoseQuestion';
import type { AskedOfClaim, AskedOfSent, AskedOnLeaving } from './asked-of-claim';

const words = {
  open: { keep: 'Keep and open', correct: 'Keep as a corrected claim and open', leave: 'Open without keeping' },
  begin: { keep: 'Keep and begin', correct: 'Keep as a corrected claim and begin', leave: 'Begin without keeping' },
} as const satisfies Record<AskedOfClaim['way'], object>;

/** What becomes of the claim in the form, asked over all else; Escape stays, and the focus goes back. */
export function UnkeptQuestion({ asked, answer }: AskedOnLeaving) {
  if (!asked) return null;
  const { way, question, lacksReference, isCorrection, problem } = asked;
  return (
    <Question
      question={question}
      problem={problem}
      ways={[
        { words: isCorrection ? words[way].correct : words[way].keep, go: () => answer('keep') },
        { words: words[way].leave, go: () => answer('leave') },
        { words: 'Stay', go: () => answer('stay') },
      ]}
    >
      {lacksReference ? <ReferenceField /> : null}
    </Question>
  );
}

/** What becomes of a claim that was sent, and is another by now: it is not written over in silence. */
export function SentQuestion({ isAsking, answer }: AskedOfSent) {
  if (!isAsking) return null;
  return (
    <Question
      question="This claim was changed since it was sent. What is it now?"
      problem=""
      ways={[
        {
          words: 'A corrected claim',
          means: 'Kept as a claim of its own. The one that was sent stays as it is.',
          go: () => answer('correct'),
        },
        {
          words: 'The same claim, changed here',
          means: 'Kept in its place. What was sent, its day, lines and charge, stays in the record.',
          go: () => answer('change'),
        },
        { words: 'Stay', means: 'Nothing is kept yet.', go: () => answer('stay') },
      ]}
    />
  );
}

type Way = { readonly words: string; readonly means?: string; readonly go: () => void };
type QuestionProps = { question: string; problem: string; ways: readonly Way[]; children?: ReactNode };

/** The last way is to stay, which Escape takes as well. */
function Question({ question, problem, ways, children }: QuestionProps) {
  return (
    <ModalQuestion titleId="unkept-question" onStay={() => ways.at(-1)?.go()}>
      <h2 id="unkept-question">{question}</h2>
      <div role="status">{problem === '' ? null : <p className="warning">{problem}</p>}</div>
      {children}
      <div className="finding-actions">
        {ways.map(({ words: says, means, go }, place) => (
          <div key={says}>
            <button
              type="button"
              className="ds-c-button ds-c-button--small"
              aria-describedby={means ? `unkept-question-${place}` : undefined}
              onClick={go}
            >
              {says}
            </button>
            {means ? <p id={`unkept-question-${place}`}>{means}</p> : null}
          </div>
        ))}
      </div>
    </ModalQuestion>
  );
}
