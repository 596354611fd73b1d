import type { Reason } from '../formats/written';
import type { GoTo } from '../results/Findings';

/** Why a format is not written, each with the way to the answer that settles it. */
export function Reasons({
  id,
  what,
  refused,
  onGoTo,
}: {
  id: string;
  what: string;
  refused: readonly Reason[];
  onGoTo: GoTo;
}) {
  return (
    <div className="warning" id={id} tabIndex={-1} role="group" aria-label={`${what} is not written`}>
      <p>
        <strong>{what} is not written.</strong>
      </p>
      <ul id={`${id}-why`}>
        {refused.map(({ says, fact }) => (
          <li key={says}>
            {says}{' '}
            {fact ? (
              <button
                type="button"
                className="link"
                aria-label={`Go to the answer: ${says}`}
                onClick={() => onGoTo(fact)}
              >
                Go to the answer
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
