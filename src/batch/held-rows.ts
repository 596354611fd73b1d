import type { Status } from '../engine/prepared-claim';

/** What became of a row; the worst first, as the table filters them. */
export const rowStatuses = ['problem', 'on-hold', 'fix-first', 'review', 'ready'] as const;
export type RowStatus = Status | 'problem';

/** What is wrong with rows or open in their claims, in words, and in how many it is the first thing. */
export type RowCause = { readonly id: number; readonly words: string; readonly count: number };

/** Held rows as they are sent from one worker to another. */
export type SentRows = {
  readonly offsets: Float64Array;
  readonly lines: Uint32Array;
  readonly statuses: Uint8Array;
  readonly causes: Uint32Array;
  /** What each cause says, by its id. */
  readonly words: readonly string[];
};

const bytesOfRow = 8 + 4 + 1 + 4;

/** Rows in few bytes: numbers of each, in arrays that grow by doubling. A row is read again when it is looked at. */
export class HeldRows {
  #capacity = 1024;
  #offsets = new Float64Array(this.#capacity);
  #lines = new Uint32Array(this.#capacity);
  #statuses = new Uint8Array(this.#capacity);
  #causes = new Uint32Array(this.#capacity);
  readonly #causeIds = new Map<string, number>();
  readonly #causeCounts: number[] = [];
  readonly counts: Record<RowStatus, number> = { problem: 0, 'on-hold': 0, 'fix-first': 0, review: 0, ready: 0 };
  count = 0;

  add(offset: number, line: number, status: RowStatus, cause: string): void {
    if (this.count === this.#capacity) this.#grow();
    const id = this.#causeIds.get(cause) ?? this.#causeIds.size;
    this.#causeIds.set(cause, id);
    this.#causeCounts[id] = (this.#causeCounts[id] ?? 0) + 1;
    this.counts[status] += 1;
    this.#offsets[this.count] = offset;
    this.#lines[this.count] = line;
    this.#statuses[this.count] = rowStatuses.indexOf(status);
    this.#causes[this.count] = id;
    this.count += 1;
  }

  toSend(): SentRows {
    return {
      offsets: this.#offsets.slice(0, this.count),
      lines: this.#lines.slice(0, this.count),
      statuses: this.#statuses.slice(0, this.count),
      causes: this.#causes.slice(0, this.count),
      words: [...this.#causeIds.keys()],
    };
  }

  /** Adds rows behind those that are here; `base` is where the part that they were read from begins in the file. */
  append({ offsets, lines, statuses, causes, words }: SentRows, base: number): void {
    for (const [row, offset] of offsets.entries())
      this.add(
        base + offset,
        lines[row] ?? 0,
        rowStatuses[statuses[row] ?? 0] ?? 'problem',
        words[causes[row] ?? 0] ?? '',
      );
  }

  /** Where a row begins in the file, and in which line. */
  placeOf(row: number): { readonly offset: number; readonly line: number } {
    return { offset: this.#offsets[row] ?? 0, line: this.#lines[row] ?? 0 };
  }

  statusOf(row: number): RowStatus {
    return rowStatuses[this.#statuses[row] ?? 0] ?? 'problem';
  }

  /** The most frequent first; rows of which nothing is to be said have none. */
  causes(): readonly RowCause[] {
    return [...this.#causeIds]
      .map(([words, id]) => ({ id, words, count: this.#causeCounts[id] ?? 0 }))
      .filter(({ words }) => words !== '')
      .toSorted((one, other) => other.count - one.count);
  }

  /** Rows of a status and a cause, each null for any, in the order of the file. */
  rowsOf(status: RowStatus | null, cause: number | null): Uint32Array {
    const found = new Uint32Array(this.count);
    let length = 0;
    for (let row = 0; row < this.count; row += 1) {
      if (status !== null && this.statusOf(row) !== status) continue;
      if (cause !== null && this.#causes[row] !== cause) continue;
      found[length] = row;
      length += 1;
    }
    return found.slice(0, length);
  }

  get bytes(): number {
    return this.#capacity * bytesOfRow;
  }

  #grow(): void {
    this.#capacity *= 2;
    this.#offsets = grown(this.#offsets, new Float64Array(this.#capacity));
    this.#lines = grown(this.#lines, new Uint32Array(this.#capacity));
    this.#statuses = grown(this.#statuses, new Uint8Array(this.#capacity));
    this.#causes = grown(this.#causes, new Uint32Array(this.#capacity));
  }
}

function grown<T extends Float64Array | Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
