import type { IsoDate } from '../engine/dated';
import { isOpen } from '../engine/prepare-claim';
import { onceForAlike } from './alike-rows';
import { specOf, type BatchRow, type Column, type RowProblem } from './columns';
import { unguarded } from '../formats/lines-csv';
import { HeldRows, type RowStatus } from './held-rows';
import { cellReader, entriesOf, type Mapping } from './mapping';
import { judgedReader, outcomeReader, type ClinicOfRun, type JudgedOutcome, type Outcome } from './outcome';
import { faultWords, isBlankRow, withoutBlankEnd, type Table } from './table';

/** What a run needs besides the file. */
export type RunTold = {
  readonly mapping: Mapping;
  readonly clinic: ClinicOfRun;
  readonly today: IsoDate;
};

/** Numbers what it takes of outcomes, and sees of each row, in turn, its number: rows that are alike share one. */
export type SeesRows = {
  readonly take: (outcome: JudgedOutcome) => number;
  readonly each: (taken: number) => void;
};

/** All rows of a file, each read again where it is looked at or written. */
export type BatchResult = {
  readonly held: HeldRows;
  readonly blankRows: number;
  readonly used: readonly Column[];
  readonly at: (row: number) => { readonly row: BatchRow; readonly outcome: Outcome };
  /** What a row tells, by column. */
  readonly toldAt: (row: number) => BatchRow;
  /** Reads rows for what is taken of their outcomes, which rows that are alike share. */
  readonly taking: <Taken>(
    take: (outcome: JudgedOutcome) => Taken,
  ) => (row: number) => { readonly row: BatchRow; readonly taken: Taken };
};

/** Bytes of the file that are done, and of how many; the rows that were found in them. */
export type Progress = { readonly done: number; readonly of: number; readonly rows: number };

/** Columns of a written file behind those of the file that was read: no column of a batch has their names. */
export const addedColumns = ['batch_status', 'batch_lines', 'batch_to_do', 'batch_row'] as const;

const rowsAtOnce = 64;

/** Rows that were read through, in the order of the file. */
export type RowsRead = { readonly held: HeldRows; readonly blankRows: number };
type Rows = Pick<Table, 'first' | 'readRow' | 'byteLength'>;

/**
 * Reads and computes rows below these headings, also part by part; says every so many how far it is, so that whoever
 * runs it can let others in between. Returns what became of them, or the fault behind which no row can be told: then
 * nothing of the file is taken.
 */
export function rowsReader(
  headings: readonly string[],
  run: RunTold,
  beside?: SeesRows,
): (rows: Rows) => Generator<Progress, RowsRead | { readonly refused: string }> {
  const judge = sharedReader(headings, run, (outcome) => ({
    status: statusOf(outcome),
    cause: kindOf(causeOf(outcome)),
    taken: beside?.take(outcome),
  }));
  return function* ({ first, readRow, byteLength }) {
    const held = new HeldRows();
    let { at, line } = first;
    let blankRows = 0;
    for (;;) {
      const row = readRow(at, line);
      if (row === null) return { held, blankRows };
      if ('fault' in row) return { refused: faultWords(row.fault) };
      if (isBlankRow(row.cells)) blankRows += 1;
      else {
        const { status, cause, taken } = judge(row.cells, line);
        if (taken !== undefined) beside?.each(taken);
        held.add(at, line, status, cause);
        if (held.count % rowsAtOnce === 0) yield { done: row.next, of: byteLength, rows: held.count };
      }
      at = row.next;
      line = row.nextLine;
    }
  };
}

/** The rows of a table that were read through, so that each can be looked at again. */
export function resultOf(table: Table, run: RunTold, { held, blankRows }: RowsRead): BatchResult {
  const used = usedIn(run);
  const told = toldReader(table.headings, run.mapping);
  const outcomeOf = wholeReader(told, outcomeReader(used, run.clinic, run.today));
  const again =
    <Read>(read: (cells: readonly string[], line: number) => Read) =>
    (place: number): Read => {
      const { offset, line } = held.placeOf(place);
      const row = table.readRow(offset, line);
      return read(row && 'cells' in row ? row.cells : [], line);
    };
  const rowOf = (cells: readonly string[], line: number) => told(cells, line).row;
  return {
    held,
    blankRows,
    used,
    at: again((cells, line) => ({ row: rowOf(cells, line), outcome: outcomeOf(cells, line) })),
    toldAt: again(rowOf),
    taking: (take) => {
      const taken = sharedReader(table.headings, run, take);
      return again((cells, line) => ({ row: rowOf(cells, line), taken: taken(cells, line) }));
    },
  };
}

/** A whole table at once. */
export function* runBatch(
  table: Table,
  run: RunTold,
  beside?: SeesRows,
): Generator<Progress, BatchResult | { readonly refused: string }> {
  const read = yield* rowsReader(table.headings, run, beside)(table);
  return 'refused' in read ? read : resultOf(table, run, read);
}

const usedIn = ({ mapping }: RunTold): readonly Column[] => entriesOf(mapping).map(([column]) => column);

/** A row by column, and what is wrong with it as a whole. */
function toldReader(headings: readonly string[], mapping: Mapping) {
  const cellsOf = cellReader(mapping);
  // Only what this page wrote has its own marks before what a spreadsheet would take for a formula.
  const isWrittenHere = headings.includes(addedColumns[0]);
  return (found: readonly string[], line: number) => {
    const cells = isWrittenHere ? found.map(unguarded) : found;
    return { row: cellsOf(cells, line), wrong: lengthProblem(cells, headings.length) };
  };
}

/** Makes outcomes of rows, also of such as are wrong as a whole. */
const wholeReader =
  <Told extends JudgedOutcome>(told: ReturnType<typeof toldReader>, outcomeOf: (row: BatchRow) => Told) =>
  (cells: readonly string[], line: number) => {
    const { row, wrong } = told(cells, line);
    const outcome = outcomeOf(row);
    return wrong ? { line, record: outcome.record, problems: [wrong] } : outcome;
  };

/** Reads rows and takes of each outcome what is needed: once for rows that are alike, but of one length alone. */
function sharedReader<Taken>(headings: readonly string[], run: RunTold, take: (outcome: JudgedOutcome) => Taken) {
  const told = toldReader(headings, run.mapping);
  const outcomeOf = wholeReader(told, judgedReader(usedIn(run), run.clinic, run.today));
  const once = onceForAlike<Taken>(run.mapping);
  return (cells: readonly string[], line: number): Taken => {
    const make = () => take(outcomeOf(cells, line));
    return lengthProblem(cells, headings.length) ? make() : once(cells, make);
  };
}

/** A row with more or fewer cells than the heading: which cell stands in which column cannot be told. */
function lengthProblem(cells: readonly string[], length: number): RowProblem | null {
  if (cells.length >= length && withoutBlankEnd(cells).length <= length) return null;
  return { column: null, words: `The row has ${cells.length} cells, and the heading has ${length}` };
}

export const statusOf = (outcome: JudgedOutcome): RowStatus => ('claim' in outcome ? outcome.claim.status : 'problem');

/** What is to be done about a row first: its problem with the column by name, or what its claim leaves open. */
export function causeOf(outcome: JudgedOutcome): string {
  if ('claim' in outcome) return outcome.claim.findings.find(isOpen)?.rule.title ?? '';
  const [first] = outcome.problems;
  return first ? problemWords(first) : '';
}

export const problemWords = ({ column, words }: RowProblem): string =>
  column === null ? words : `${specOf(column).label}: ${words}`;

/** Without what was typed, so that a thousand rows with the same kind of problem are one cause. */
const kindOf = (words: string): string =>
  words.includes(': ')
    ? words.replaceAll(/“[^”]*”|\d[\d/.,-]*/g, (part) => (part.startsWith('“') ? '“…”' : '…'))
    : words;
