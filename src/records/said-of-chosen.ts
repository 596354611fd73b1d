import { useState } from 'react';
import { counted } from '../engine/typed';
import type { FileForm, LeftOut } from './batch';
import { inFewWords, type DayRow } from './day-rows';

/** Files that were written, by claim: the last one of each. */
export type InFiles = ReadonlyMap<string, FileForm>;

/** What was said, and which claims went into which file: both stand for the claims that were chosen then. */
export function useSaidOfChosen(rows: readonly DayRow[]) {
  const chosen = rows.map(({ id }) => id).join(' ');
  const [last, setLast] = useState<{ said: string; inFile: InFiles; chosen: string }>(nothingSaid);
  const { said, inFile } = last.chosen === chosen ? last : nothingSaid;
  const say: OnSaid = (words, written) =>
    setLast({
      said: words,
      inFile: new Map([...inFile, ...(written ? written.rows.map(({ id }) => [id, written.form] as const) : [])]),
      chosen,
    });
  return { said, inFile, say };
}
const nothingSaid = { said: '', inFile: new Map<string, FileForm>(), chosen: '' };

export const claimsOf = ({ length }: readonly unknown[]): string => counted(length, 'claim');

/** "PT-3, 11/20/2026; PT-4, 11/20/2026; and 2 more". */
const named = (rows: readonly DayRow[]): string =>
  [...rows.slice(0, 3).map(inFewWords), ...(rows.length > 3 ? [`and ${rows.length - 3} more`] : [])].join('; ');

/** What did not go into a file; why stands `where`. */
export const leftOut = (others: readonly LeftOut[], where: string): string =>
  others.length === 0 ? '' : ` Not in it: ${named(others.map(({ row }) => row))}. ${where}`;

/** Says something, and which claims went into a file that is billed, where they did. */
export type OnSaid = (words: string, written?: { readonly form: FileForm; readonly rows: readonly DayRow[] }) => void;
