import type { Step } from '../engine/rule';

/** The arithmetic of dates and volumes, sentence by sentence. */
export function Steps({ how }: { how: readonly Step[] }) {
  return (
    <ol className="working">
      {how.map(({ says, rows }) => (
        <li key={says}>
          {says} <span className="rows">[{rows.join(', ')}]</span>
        </li>
      ))}
    </ol>
  );
}
