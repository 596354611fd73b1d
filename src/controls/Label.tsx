import type { ReactNode } from 'react';
import './controls.css';

type LabelProps = {
  /** The control that it is the label of; without one it is the legend of a group. */
  of?: string;
  id?: string;
  needed?: boolean;
  children: ReactNode;
};

/** What an answer is called; a star marks one that every claim needs. */
export function Label({ of, id, needed = false, children }: LabelProps) {
  const Part = of === undefined ? 'legend' : 'label';
  return (
    <Part className="ds-c-label" id={id} htmlFor={of}>
      {children}
      {needed ? (
        <span className="needed" aria-hidden="true">
          {' '}
          *
        </span>
      ) : null}
    </Part>
  );
}
