import * as z from 'zod/mini';
import type { KeptMapping } from '../engine/clinic-file';
import { payers as payerTypes } from '../engine/payer-profile';
import { mostTyped } from '../engine/typed';
import { eachOnce, lineOfText, mustBeList, mustBeObject, oneOf } from './json-values';

/** What the keys of the kept mappings are called. */
export const mappingLabels = {
  mappings: 'mappings of batch files',
  columns: 'columns',
  column: 'column',
  headings: 'headings',
  always: 'text for every row',
  unused: 'headings left out',
  payers: 'payers of the file',
  text: 'text of a payer',
  payer: 'payer type',
  profile: 'payer profile',
} as const;

export const mostMappings = 20;
const mostColumns = 200;
/** As many as a file may have. */
const mostUnused = 500;
const mostPayers = 500;
const text = lineOfText(mostTyped);

const column = z.strictObject(
  {
    column: text,
    headings: z.optional(z.array(text, mustBeList).check(z.maxLength(20, 'must hold at most 20 entries'))),
    always: z.optional(text),
  },
  mustBeObject,
);

const payer = z.strictObject({ text, payer: oneOf(payerTypes), profile: z.optional(text) }, mustBeObject);
const listOf = <T extends z.ZodMiniType>(entry: T, most: number) =>
  z.array(entry, mustBeList).check(z.maxLength(most, `must hold at most ${most} entries`));

export const mappingsSchema = z.pipe(
  z
    .array(
      z.strictObject(
        {
          columns: listOf(column, mostColumns),
          unused: z.optional(listOf(text, mostUnused)),
          payers: z.optional(
            listOf(payer, mostPayers).check(eachOnce(({ text: told }) => told, 'text', 'stands there twice')),
          ),
        },
        mustBeObject,
      ),
      mustBeList,
    )
    .check(z.maxLength(mostMappings, `must hold at most ${mostMappings} entries`)),
  z.transform((list): KeptMapping[] =>
    list.map(({ columns, unused, payers = [] }) => ({
      ...(unused === undefined ? {} : { unused }),
      payers: payers.map(({ profile = '', ...told }) => ({ ...told, profile })),
      columns: columns.map(({ column: name, headings = [], always }) => ({
        column: name,
        headings,
        ...(always === undefined ? {} : { always }),
      })),
    })),
  ),
);

export const mappingJson = ({ columns, unused, payers }: KeptMapping) => ({
  columns: columns.map(({ column: name, headings, always }) =>
    always === undefined ? { column: name, headings } : { column: name, always },
  ),
  ...(unused === undefined ? {} : { unused }),
  ...(payers.length === 0
    ? {}
    : { payers: payers.map(({ profile, ...told }) => (profile === '' ? told : { ...told, profile })) }),
});
