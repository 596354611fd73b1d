import { auditBeside, type TakenOfRows } from './audit-run';
import { HeldRows } from './held-rows';
import { tellsBilled } from './mapping';
import type { Ask, PartRead, PlacedPart, Refused, RunOfParts, TakenInParts } from './messages';
import { rowsReader, type Progress, type RowsRead, type RunTold } from './run';
import type { InSlices, Steps, Tell } from './slices';
import { partsOf, rowsOfPart, type Table, type TablePart } from './table';

/*
 * The rows of a file, cut into parts that several workers take one after the other. What they make of them is put
 * together in the order of the file: it is the same however many there are.
 */

/** Reads parts of one run, which share what was read once; keeps what an audit takes of them. */
export class PartReader {
  readonly taken: TakenInParts[number][] = [];
  readonly #table: RunOfParts['table'];
  readonly #beside: ReturnType<typeof auditBeside> | null;
  readonly #rowsIn: ReturnType<typeof rowsReader>;

  constructor({ table, told }: RunOfParts) {
    this.#table = table;
    this.#beside = tellsBilled(told.mapping) ? auditBeside() : null;
    this.#rowsIn = rowsReader(table.headings, told, this.#beside ?? undefined);
  }

  *read({ place, part }: PlacedPart): Steps<RowsRead | Refused> {
    const read = yield* this.#rowsIn(rowsOfPart(this.#table, part));
    if (this.#beside) this.taken.push({ place, taken: this.#beside.takeRows() });
    return read;
  }
}

/** More parts than workers, so that none waits long for the last. */
const partsOfWorker = 4;
const leastBytes = 1 << 17;

type InParts = {
  readonly table: Table;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly told: RunTold;
  readonly own: PartReader;
  readonly helpers: readonly Ask[];
  readonly inSlices: InSlices;
};

/** Reads all rows of a table, here and with helpers; or the first fault, and then nothing of it is taken. */
export async function readInParts(
  { table, bytes, told, own, helpers, inSlices }: InParts,
  tell: Tell,
): Promise<RowsRead | Refused> {
  const size = helpers.length === 0 ? Infinity : bytes.length / ((helpers.length + 1) * partsOfWorker);
  const parts = partsOf(table, bytes, Math.max(leastBytes, size));
  if ('refused' in parts) return parts;
  const reads: (PartRead | Refused)[] = [];
  const tellSum = sumOfParts(parts, tell);
  let next = 0;
  const takeParts = async (read: (part: PlacedPart, tell: Tell) => Promise<PartRead | Refused>): Promise<void> => {
    for (;;) {
      const place = next;
      const part = parts[place];
      if (!part) return;
      next += 1;
      try {
        reads[place] = await read({ place, part }, tellSum(place));
      } catch (failure) {
        // Nobody takes another one: a helper would put it to those of the next run.
        next = parts.length;
        throw failure;
      }
    }
  };
  const { headings, encoding, delimiter } = table;
  const here = takeParts(async (part, tellPart) => sent(await inSlices(own.read(part), tellPart)));
  const others = helpers.map(async (ask) => {
    await ask('begin', { table: { headings, encoding, delimiter }, told });
    // A view is sent with all the bytes that it is a view of.
    await takeParts(({ place, part }, tellPart) =>
      ask('part', { place, part: { ...part, bytes: part.bytes.slice() } }, tellPart),
    );
  });
  await Promise.all([here, ...others]);
  return joined(parts, reads);
}

export const sent = (read: RowsRead | Refused): PartRead | Refused =>
  'refused' in read ? read : { held: read.held.toSend(), blankRows: read.blankRows };

function joined(parts: readonly TablePart[], reads: readonly (PartRead | Refused)[]): RowsRead | Refused {
  const held = new HeldRows();
  let blankRows = 0;
  for (const [place, read] of reads.entries()) {
    if ('refused' in read) return read;
    held.append(read.held, parts[place]?.at ?? 0);
    blankRows += read.blankRows;
  }
  return { held, blankRows };
}

/** How far all parts are together. */
function sumOfParts(parts: readonly TablePart[], tell: Tell): (place: number) => Tell {
  const of = parts.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const told: Progress[] = [];
  return (place) => (progress) => {
    told[place] = progress;
    let [done, rows] = [0, 0];
    for (const each of Object.values(told)) {
      done += each.done;
      rows += each.rows;
    }
    tell({ done, of, rows });
  };
}

/** What an audit takes of all parts, in the order of the file. */
export async function takenInParts(own: PartReader, helpers: readonly Ask[]): Promise<readonly TakenOfRows[]> {
  const others = await Promise.all(helpers.map((ask) => ask('taken', null)));
  return [...own.taken, ...others.flat()].toSorted((one, other) => one.place - other.place).map(({ taken }) => taken);
}
