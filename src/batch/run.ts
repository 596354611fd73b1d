import type { ClinicFile } from '../engine/clinic-file';
import type { IsoDate } from '../engine/dated';
import { isOpen } from '../engine/prepare-claim';
import type { BatchRow, Column, RowProblem } from './columns';
import { unguarded } from '../formats/lines-csv';
import { HeldRows, type RowStatus } from './held-rows';
import { cellReader, entriesOf, type Mapping } from './mapping';
import { outcomeReader, type Outcome } from './outcome';
import { faultWords, isBlankRow, withoutBlankEnd, type Table } from './table';

/** What a run needs besides the file. */
export type RunTold = {
  readonly mapping: Mapping;
  readonly clinic: Pick<ClinicFile, 'profiles' | 'tables'>;
  readonly today: IsoDate;
};

/** Sees each row once, with what became of it; keeps of it what it needs. */
export type SeesRow = (row: BatchRow, outcome: Outcome) => void;

/** All rows of a file, each read again where it is looked at or written. */
export type BatchResult = {
  readonly held: HeldRows;
  readonly blankRows: number;
  readonly used: readonly Column[];
  readonly at: (row: number) => { readonly row: BatchRow; readonly outcome: Outcome };
};

/** Bytes of the file that are done, and of how many; the rows that were found in them. */
export type Progress = { readonly done: number; readonly of: number; readonly rows: number };

/** Columns of a written file behind those of the file that was read: no column of a batch has their names. */
export const addedColumns = ['batch_status', 'batch_lines', 'batch_to_do'] as const;

const rowsAtOnce = 64;

/**
 * Reads and computes every row; says every so many rows how far it is, so that whoever runs it can let others in
 * between. Returns the result, or the fault of the file behind which no row can be told: then nothing of it is taken.
 */
export function* runBatch(
  table: Table,
  run: RunTold,
  each?: SeesRow,
): Generator<Progress, BatchResult | { readonly refused: string }> {
  const used = entriesOf(run.mapping).map(([column]) => column);
  const read = rowReader(table, run, used);
  const held = new HeldRows();
  let { at, line } = table.first;
  let blankRows = 0;
  for (;;) {
    const row = table.readRow(at, line);
    if (row === null) break;
    if ('fault' in row) return { refused: faultWords(row.fault) };
    if (isBlankRow(row.cells)) blankRows += 1;
    else {
      const { row: told, outcome } = read(row.cells, line);
      each?.(told, outcome);
      held.add(at, line, statusOf(outcome), kindOf(causeOf(outcome)));
      if (held.count % rowsAtOnce === 0) yield { done: row.next, of: table.byteLength, rows: held.count };
    }
    at = row.next;
    line = row.nextLine;
  }
  return { held, blankRows, used, at: (place) => readAgain(table, read, held.placeOf(place)) };
}

type Read = (cells: readonly string[], line: number) => { readonly row: BatchRow; readonly outcome: Outcome };

function rowReader(table: Table, { mapping, clinic, today }: RunTold, used: readonly Column[]): Read {
  const cellsOf = cellReader(mapping);
  const outcomeOf = outcomeReader(used, clinic, today);
  // Only what this page wrote has its own marks before what a spreadsheet would take for a formula.
  const isWrittenHere = table.headings.includes(addedColumns[0]);
  return (found, line) => {
    const cells = isWrittenHere ? found.map(unguarded) : found;
    const row = cellsOf(cells, line);
    const wrong = lengthProblem(cells, table.headings.length);
    const outcome = outcomeOf(row);
    return { row, outcome: wrong ? { line, record: outcome.record, problems: [wrong] } : outcome };
  };
}

function readAgain(table: Table, read: Read, { offset, line }: { readonly offset: number; readonly line: number }) {
  const row = table.readRow(offset, line);
  return read(row && 'cells' in row ? row.cells : [], line);
}

/** A row with more or fewer cells than the heading: which cell stands in which column cannot be told. */
function lengthProblem(cells: readonly string[], length: number): RowProblem | null {
  if (cells.length >= length && withoutBlankEnd(cells).length <= length) return null;
  return { column: null, words: `The row has ${cells.length} cells, and the heading has ${length}` };
}

export const statusOf = (outcome: Outcome): RowStatus => ('claim' in outcome ? outcome.claim.status : 'problem');

/** What is to be done about a row first: its problem with the column by name, or what its claim leaves open. */
export function causeOf(outcome: Outcome): string {
  if ('claim' in outcome) return outcome.claim.findings.find(isOpen)?.rule.title ?? '';
  const [first] = outcome.problems;
  return first ? problemWords(first) : '';
}

export const problemWords = ({ column, words }: RowProblem): string =>
  column === null ? words : `${column}: ${words}`;

/** Without what was typed, so that a thousand rows with the same kind of problem are one cause. */
const kindOf = (words: string): string =>
  words.includes(': ')
    ? words.replaceAll(/“[^”]*”|\d[\d/.,-]*/g, (part) => (part.startsWith('“') ? '“…”' : '…'))
    : words;
