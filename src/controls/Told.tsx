import type { ReactNode } from 'react';

type ToldProps = { id: string; problem: string | undefined; said?: ReactNode };

/**
 * What is told below a field: what is wrong with the answer, else what was understood of it. Not shouted at a screen
 * reader: it describes the field, and the list of problems takes the focus.
 */
export function Told({ id, problem, said }: ToldProps) {
  return problem ? (
    <p className="understood ds-c-inline-error" id={id}>
      <span className="ds-u-visibility--screen-reader">Error: </span>
      {problem}
    </p>
  ) : (
    <p className="understood" id={id}>
      {said}
    </p>
  );
}
