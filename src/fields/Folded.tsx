import { useState, type ReactNode } from 'react';
import type { FieldName } from '../answers/field-names';

type FoldedProps = {
  summary: string;
  /** The fields inside, so that the way to one can unfold it. */
  holds?: readonly FieldName[];
  children: ReactNode;
};

/**
 * Questions that few claims need: made when they are first unfolded, so that a page that is only being read does not
 * pay for them.
 */
export function Folded({ summary, holds = [], children }: FoldedProps) {
  const [visited, setVisited] = useState(false);
  return (
    <details
      data-holds={holds.join(' ')}
      onToggle={({ currentTarget }) => setVisited((before) => before || currentTarget.open)}
    >
      <summary>{summary}</summary>
      {visited ? children : null}
    </details>
  );
}
