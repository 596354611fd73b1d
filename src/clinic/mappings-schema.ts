import * as z from 'zod/mini';
import type { KeptMapping } from '../engine/clinic-file';
import { mostTyped } from '../engine/typed';
import { lineOfText, mustBeList, mustBeObject } from './json-values';

/** What the keys of the kept mappings are called. */
export const mappingLabels = {
  mappings: 'mappings of batch files',
  columns: 'columns',
  column: 'column',
  headings: 'headings',
  always: 'text for every row',
} as const;

export const mostMappings = 20;
const mostColumns = 200;
const text = lineOfText(mostTyped);

const column = z.strictObject(
  {
    column: text,
    headings: z.optional(z.array(text, mustBeList).check(z.maxLength(20, 'must hold at most 20 entries'))),
    always: z.optional(text),
  },
  mustBeObject,
);

export const mappingsSchema = z.pipe(
  z
    .array(
      z.strictObject(
        {
          columns: z
            .array(column, mustBeList)
            .check(z.maxLength(mostColumns, `must hold at most ${mostColumns} entries`)),
        },
        mustBeObject,
      ),
      mustBeList,
    )
    .check(z.maxLength(mostMappings, `must hold at most ${mostMappings} entries`)),
  z.transform((list): KeptMapping[] =>
    list.map(({ columns }) => ({
      columns: columns.map(({ column: name, headings = [], always }) => ({
        column: name,
        headings,
        ...(always === undefined ? {} : { always }),
      })),
    })),
  ),
);

export const mappingJson = ({ columns }: KeptMapping) => ({
  columns: columns.map(({ column: name, headings, always }) =>
    always === undefined ? { column: name, headings } : { column: name, always },
  ),
});
