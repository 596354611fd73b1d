import { useState } from 'react';
import { newId } from '../fields/new-id';

/** An entry of a list of the clinic’s, under a key that stays while it is on the screen. */
export type EntryRow<T> = { readonly key: string; readonly entry: T };

/** What is drawn of a list: entries that are kept, and those of which nothing is told yet. */
export type Rows<T> = { readonly of: readonly T[]; readonly rows: readonly EntryRow<T>[] };

/** The rows of a list that came from elsewhere; a row of the same entry keeps its key, and so its field the focus. */
export function rowsOf<T>(entries: readonly T[], before: readonly EntryRow<T>[], makeKey: () => string): Rows<T> {
  const rows = entries.map((entry) => before.find((row) => row.entry === entry) ?? { key: makeKey(), entry });
  return { of: entries, rows };
}

/** The list that is kept of them: one of which nothing is told is none. */
export const keptOf = <T>(rows: readonly EntryRow<T>[], isBlank: (entry: T) => boolean): readonly T[] =>
  rows.flatMap(({ entry }) => (isBlank(entry) ? [] : [entry]));

export type Entries<T> = {
  readonly rows: readonly EntryRow<T>[];
  readonly change: (key: string, entry: T) => void;
  /** Adds one of which nothing is told yet, and gives its key. */
  readonly add: (entry: T) => string;
  readonly remove: (key: string) => void;
  /** The entry that was removed last, and the way back. */
  readonly removed: T | null;
  readonly undo: () => void;
};

/** A list of the clinic’s as it is filled in: each entry is kept as soon as something of it is told. */
export function useEntries<T>(
  entries: readonly T[],
  isBlank: (entry: T) => boolean,
  onChange: (entries: readonly T[]) => void,
): Entries<T> {
  const [held, setHeld] = useState<Rows<T>>(() => rowsOf(entries, [], newId));
  const [removed, setRemoved] = useState<{ row: EntryRow<T>; place: number } | null>(null);
  let { rows } = held;
  if (held.of !== entries) {
    // What this list wrote itself holds its rows already.
    const next = isSameList(keptOf(rows, isBlank), entries) ? { of: entries, rows } : rowsOf(entries, rows, newId);
    rows = next.rows;
    setHeld(next);
  }
  const put = (next: readonly EntryRow<T>[]) => {
    setHeld({ of: entries, rows: next });
    onChange(keptOf(next, isBlank));
  };
  return {
    rows,
    change: (key, entry) => put(rows.map((row) => (row.key === key ? { key, entry } : row))),
    add: (entry) => {
      const key = newId();
      setHeld({ of: entries, rows: [...rows, { key, entry }] });
      return key;
    },
    remove: (key) => {
      const place = rows.findIndex((row) => row.key === key);
      const row = rows[place];
      if (!row) return;
      setRemoved(isBlank(row.entry) ? null : { row, place });
      put(rows.toSpliced(place, 1));
    },
    removed: removed?.row.entry ?? null,
    undo: () => {
      if (!removed) return;
      put(rows.toSpliced(removed.place, 0, removed.row));
      setRemoved(null);
    },
  };
}

const isSameList = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((entry, place) => entry === other[place]);
