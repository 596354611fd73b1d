import { payerKey } from './choices';
import type { Progress } from './run';
import type { Table } from './table';

/*
 * The different texts of one column of a file. A large file has millions of rows and some dozens of payers: cells are
 * told apart by their bytes, and each is read as text once.
 */

/** A text of the payer column, and how many rows have it. */
export type TextOfFile = { readonly text: string; readonly rows: number };
/** All texts of a column, the most frequent first; `isCut` where there are more than anybody would go through. */
export type TextsOfFile = { readonly texts: readonly TextOfFile[]; readonly isCut: boolean };

/** A clinic has some dozens of payers: where a column has more texts than this, it tells something else. */
const mostTexts = 500;
const rowsAtOnce = 1024;

const quote = 0x22;
const newline = 0x0a;
const carriageReturn = 0x0d;

/** Goes through the rows of a table, whose bytes these are, for the cells at one place. */
export function* textsIn(
  { first, readRow, encoding, delimiter, byteLength }: Table,
  bytes: Uint8Array,
  place: number,
): Generator<Progress, TextsOfFile> {
  const cellOf = cellFinder(bytes, delimiter.charCodeAt(0), place);
  const plain = new CellCounts(bytes);
  const quoted = new Map<string, number>();
  const isCut = () => plain.size + quoted.size > mostTexts;
  let { at, line } = first;
  let rows = 0;
  while (at < bytes.length && !isCut()) {
    const cell = cellOf(at);
    if (cell) {
      plain.add(cell);
      at = cell.next;
      line += 1;
    } else {
      const row = readRow(at, line);
      if (!row || 'fault' in row) break;
      const text = row.cells[place] ?? '';
      quoted.set(text, (quoted.get(text) ?? 0) + 1);
      at = row.next;
      line = row.nextLine;
    }
    rows += 1;
    if (rows % rowsAtOnce === 0) yield { done: at, of: byteLength, rows };
  }
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const ofPlain = plain.all().map((each) => [decoder.decode(bytes.subarray(each.from, each.to)), each.rows] as const);
  return { texts: listed([...quoted, ...ofPlain]), isCut: isCut() };
}

/** Bytes of a cell. */
type Cell = { readonly from: number; readonly to: number };

/** Finds a cell of the row that begins at a byte, and where the next row does; null where there is a quote in it. */
function cellFinder(
  bytes: Uint8Array,
  delimiter: number,
  place: number,
): (at: number) => (Cell & { readonly next: number }) | null {
  return (at) => {
    let cell = 0;
    let from = place === 0 ? at : -1;
    let to = -1;
    let end = at;
    for (; end < bytes.length; end += 1) {
      const byte = bytes[end];
      if (byte === quote) return null;
      if (byte === newline || byte === carriageReturn) break;
      if (byte !== delimiter) continue;
      if (cell === place) to = end;
      cell += 1;
      if (cell === place) from = end + 1;
    }
    const isPair = bytes[end] === carriageReturn && bytes[end + 1] === newline;
    const next = end + (isPair ? 2 : 1);
    // A row may be shorter than the heading.
    return from < 0 ? { from: end, to: end, next } : { from, to: to < 0 ? end : to, next };
  };
}

type Counted = Cell & { rows: number };

/** Counts cells by their bytes. */
class CellCounts {
  size = 0;
  readonly #bytes: Uint8Array;
  readonly #byHash = new Map<number, Counted[]>();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  add({ from, to }: Cell): void {
    const hash = this.#hashOf(from, to);
    const alike = this.#byHash.get(hash);
    const same = alike?.find((each) => this.#isSame(each, from, to));
    if (same) {
      same.rows += 1;
      return;
    }
    this.size += 1;
    const counted = { from, to, rows: 1 };
    if (alike) alike.push(counted);
    else this.#byHash.set(hash, [counted]);
  }

  all(): readonly Counted[] {
    return [...this.#byHash.values()].flat();
  }

  #hashOf(from: number, to: number): number {
    let hash = to - from;
    for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + (this.#bytes[at] ?? 0)) | 0;
    return hash;
  }

  #isSame(one: Cell, from: number, to: number): boolean {
    if (one.to - one.from !== to - from) return false;
    for (let at = from; at < to; at += 1) if (this.#bytes[at] !== this.#bytes[one.from + at - from]) return false;
    return true;
  }
}

/** Texts that differ in capitals or spaces are one. */
function listed(counts: readonly (readonly [string, number])[]): readonly TextOfFile[] {
  const byKey = new Map<string, { text: string; rows: number }>();
  for (const [cell, rows] of counts) {
    const key = payerKey(cell);
    const before = byKey.get(key);
    if (before) before.rows += rows;
    else if (key !== '') byKey.set(key, { text: cell.replaceAll(/\s+/g, ' ').trim(), rows });
  }
  return [...byKey.values()].toSorted((one, other) => other.rows - one.rows);
}
