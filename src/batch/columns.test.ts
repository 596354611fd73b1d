import { describe, expect, it } from 'vitest';
import { columns, specOf } from './columns';
import { headingKey } from './mapping';

describe('the columns of a batch', () => {
  it('have no heading that could be two of them', () => {
    const spellings = columns.flatMap((column) => {
      const { label, headings } = specOf(column);
      return [...new Set([column, label, ...headings].map(headingKey))].map((key) => ({ key, column }));
    });
    const doubled = spellings.filter(({ key, column }) =>
      spellings.some((other) => other.key === key && other.column !== column),
    );
    expect(doubled).toEqual([]);
  });
});
