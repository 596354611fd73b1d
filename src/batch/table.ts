import {
  csvReader,
  delimiters,
  delimiterWords,
  likelyDelimiters,
  rowSkipper,
  type CsvFault,
  type Delimiter,
  type ReadRow,
} from './csv';
import { textOfFile, type Encoding } from './encoding';

/** A file that was opened: how it is written, what its columns are called, and how its rows are read. */
export type Table = {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly headings: readonly string[];
  /** Where the first row behind the heading begins. */
  readonly first: { readonly at: number; readonly line: number };
  readonly readRow: ReadRow;
  readonly byteLength: number;
};

/** Rows of a table that stand one after the other, with the bytes that they are read from. */
export type TablePart = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where they begin in the file: its byte, and its line. */
  readonly at: number;
  readonly line: number;
};

export const faultWords = ({ line, cell, words }: CsvFault): string => `Line ${line}, column ${cell} ${words}.`;

const mostColumns = 500;

/** Opens the bytes of a file, or says why they are no table; `chosen` is the delimiter where somebody chose it. */
export function openTable(bytes: Uint8Array, chosen?: Delimiter): Table | { readonly refused: string } {
  const text = textOfFile(bytes);
  if ('refused' in text) return text;
  const { encoding } = text;
  const lead = leadOf(bytes, encoding, text.start);
  if (!lead) return { refused: 'This file is empty.' };
  const told = chosen ?? lead.told;
  const [delimiter = ',', other] = told ? [told] : likelyDelimiters(bytes, encoding, lead.at);
  if (other) return { refused: whichDelimiter(delimiter, other) };
  const readRow = csvReader(bytes, encoding, delimiter);
  const heading = readRow(lead.at, lead.line);
  if (!heading) return { refused: 'This file is empty.' };
  if ('fault' in heading) return { refused: faultWords(heading.fault) };
  const headings = withoutBlankEnd(heading.cells.map((cell) => cell.trim()));
  if (headings.length < 2)
    return { refused: `Line ${lead.line} has one column. A heading of several must stand first.` };
  if (headings.length > mostColumns) return { refused: `Line ${lead.line} has more than ${mostColumns} columns.` };
  if (!readsOn(readRow, heading.next)) return { refused: 'This file has a heading, and no row below it.' };
  return {
    encoding,
    delimiter,
    headings,
    first: { at: heading.next, line: heading.nextLine },
    readRow,
    byteLength: bytes.length,
  };
}

const readsOn = (readRow: ReadRow, from: number): boolean => readRow(from, 1) !== null;

/**
 * Cuts the rows into parts of at least so many bytes, each but the last; or says why where a row ends cannot be told.
 * The parts are views of the bytes, and read nothing of them.
 */
export function partsOf(
  { delimiter, first }: Table,
  bytes: Uint8Array<ArrayBuffer>,
  least: number,
): readonly TablePart[] | { readonly refused: string } {
  const skip = rowSkipper(bytes, delimiter);
  const parts: TablePart[] = [];
  let { at, line } = first;
  let begun = first;
  for (;;) {
    const row = skip(at, line);
    if (row && 'fault' in row) return { refused: faultWords(row.fault) };
    const end = row?.next ?? bytes.length;
    if (row === null || end - begun.at >= least) {
      if (end > begun.at) parts.push({ bytes: bytes.subarray(begun.at, end), ...begun });
      if (row === null) return parts;
      begun = { at: end, line: row.nextLine };
    }
    at = end;
    line = row.nextLine;
  }
}

/** The rows of a part, as those of a table of their own. */
export const rowsOfPart = (
  { encoding, delimiter }: Pick<Table, 'encoding' | 'delimiter'>,
  { bytes, line }: TablePart,
): Pick<Table, 'first' | 'readRow' | 'byteLength'> => ({
  first: { at: 0, line },
  readRow: csvReader(bytes, encoding, delimiter),
  byteLength: bytes.length,
});

/** Two that cut the heading alike: likely it has one column, or none of them is right. */
const whichDelimiter = (one: Delimiter, other: Delimiter): string =>
  `Whether a ${delimiterWords[one]} or a ${delimiterWords[other]} parts the columns cannot be told: choose it.`;

/**
 * The first line that is not blank, which is the heading; a line “sep=;” before it, as spreadsheets write it, tells the
 * delimiter.
 */
function leadOf(bytes: Uint8Array, encoding: Encoding, start: number) {
  const readRow = csvReader(bytes, encoding, ',');
  let told: Delimiter | undefined;
  let at = start;
  let line = 1;
  for (;;) {
    const row = readRow(at, line);
    if (!row) return null;
    if ('fault' in row) return { at, line, told };
    const text = row.cells.join(',').trim();
    const separator = /^sep=(.?)$/i.exec(text);
    if (text !== '' && !separator) return { at, line, told };
    told ??= delimiters.find((each) => each === separator?.[1]);
    at = row.next;
    line = row.nextLine;
  }
}

export const isBlankRow = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Without blank cells at its end, as a spreadsheet writes them behind a shorter row. */
export function withoutBlankEnd(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1);
}
