import { examplesOf, type Example } from './worksheet/examples';
import type { Problem } from './worksheet/answer-reader';
import { ProblemList } from './worksheet/ProblemList';

type UnansweredProps = { problems: readonly Problem[]; untouched: boolean; onLoad: (example: Example) => void };

/** What stands in place of the claim until it can be computed. Never a claim from a guess. */
export function Unanswered({ problems, untouched, onLoad }: UnansweredProps) {
  return (
    <div className="unanswered">
      <h2 id="answer-title" tabIndex={-1}>
        {untouched ? 'The claim appears here' : 'No claim yet'}
      </h2>
      {untouched ? (
        <>
          <p>
            Enter dose, waste, payer type and setting. You get the code, the units and the lines with JW or JZ, the reason for
            every number, and what would bring the claim back.
          </p>
          <p>
            To see it at work:{' '}
            {examplesOf('dose').map((example, place) => (
              <button key={example.name} type="button" className="link" onClick={() => onLoad(example)}>
                {place === 0 ? 'show waste below one unit' : 'show waste with a line of its own'}
              </button>
            ))}
          </p>
        </>
      ) : (
        <>
          <p>Still needed, or not readable as typed:</p>
          <ProblemList problems={problems} />
        </>
      )}
    </div>
  );
}
