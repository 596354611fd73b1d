import { goToField } from './fields';
import type { Problem } from '../answers/answer-reader';

/** Every problem in the words that stand beside its field, each a way to that field. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  return (
    <ul>
      {problems.map(({ field, message }) => (
        <li key={`${field} ${message}`}>
          <button type="button" className="link" onClick={() => goToField(field)}>
            {message}
          </button>
        </li>
      ))}
    </ul>
  );
}
