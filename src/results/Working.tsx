import type { Step } from '../engine/citation';
import './working.css';

/** The calculation, sentence by sentence, each with the rows of the rules that make it so. */
export function Working({ how }: { how: readonly Step[] }) {
  return (
    <ol className="working">
      {how.map(({ says, rows }, place) => (
        <li key={place}>
          {says} <span className="rows">[{rows.join(', ')}]</span>
        </li>
      ))}
    </ol>
  );
}
