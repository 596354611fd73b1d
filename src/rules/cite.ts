import type { RowId } from './citations';

/**
 * The rows that a rule rests on. What they say stands in `citations.ts`, which the page reads only when it is asked who
 * says so.
 */
export const cite = (first: RowId, ...others: RowId[]): readonly [RowId, ...RowId[]] => [first, ...others];
