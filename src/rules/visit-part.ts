import type { Step } from '../engine/citation';
import type { TableUsed } from '../engine/claim';
import type { VisitItem, VisitPrice } from '../engine/visit-price';
import { standingOf, type IsoDate, type Span } from '../engine/dated';
import type { RowId } from './citations';

/** What one part of a visit adds to its price. */
export type VisitPart = {
  readonly items: readonly VisitItem[];
} & Pick<VisitPrice, 'warnings' | 'inShort' | 'notIncluded' | 'tables' | 'how'>;

/** A part of a visit, of which only what it adds is told. */
export const visitPart = (told: Partial<VisitPart>): VisitPart => ({
  items: [],
  warnings: [],
  inShort: [],
  notIncluded: [],
  tables: [],
  how: [],
  ...told,
});

/** A sentence with the rows that it rests on. */
export const step = (says: string, ...rows: [RowId, ...RowId[]]): Step => ({ says, rows });

/** A table that a price was taken from, and how it stands to the day of the visit. */
export const tableOn = (date: IsoDate, title: string, { from, through }: Span): TableUsed => ({
  title,
  from,
  through,
  standing: standingOf({ from, through }, date),
});
