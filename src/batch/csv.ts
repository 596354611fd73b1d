import type { Encoding } from './encoding';

/*
 * Rows of a CSV file (RFC 4180), read from its bytes one at a time, so that any row can be read again by where it
 * begins and no more of a large file than that row is held as text.
 */

export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];
export const delimiterWords: Readonly<Record<Delimiter, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };

/** `line` is the line of the file in which the row begins, from 1; `next` is where the next one begins. */
export type CsvRow = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly next: number;
  readonly nextLine: number;
};
/** What is wrong with the quotes of a row: where rows end cannot be told behind it. `cell` is counted from 1. */
export type CsvFault = { readonly line: number; readonly cell: number; readonly words: string };

const quote = 0x22;
const newline = 0x0a;
const carriageReturn = 0x0d;

/** Reads the row that begins at a byte; null at the end of the file. */
export type ReadRow = (from: number, line: number) => CsvRow | { readonly fault: CsvFault } | null;

export function csvReader(bytes: Uint8Array, encoding: Encoding, delimiter: Delimiter): ReadRow {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const textOf = (from: number, to: number): string => decoder.decode(bytes.subarray(from, to));
  const anyQuoted = bytes.includes(quote);
  return (from, line) => {
    if (from >= bytes.length) return null;
    const end = endOfLine(bytes, from);
    const quoted = anyQuoted && bytes.subarray(from, end).includes(quote);
    if (quoted) return quotedRow({ bytes, textOf, delimiter: delimiter.charCodeAt(0) }, from, line);
    return {
      line,
      cells: textOf(from, end).split(delimiter),
      next: afterBreak(bytes, end),
      nextLine: line + 1,
    };
  };
}

/** Finds the row behind the one that begins at a byte, and reads the text of none; null at the end of the file. */
export function rowSkipper(
  bytes: Uint8Array,
  delimiter: Delimiter,
): (from: number, line: number) => Pick<CsvRow, 'next' | 'nextLine'> | { readonly fault: CsvFault } | null {
  const source: Source = { bytes, textOf: () => '', delimiter: delimiter.charCodeAt(0) };
  let nextQuote = bytes.indexOf(quote);
  return (from, line) => {
    if (from >= bytes.length) return null;
    if (nextQuote >= 0 && nextQuote < from) nextQuote = bytes.indexOf(quote, from);
    const end = endOfLine(bytes, from);
    if (nextQuote >= 0 && nextQuote < end) return quotedRow(source, from, line);
    return { next: afterBreak(bytes, end), nextLine: line + 1 };
  };
}

/** Where the line ends: before its break, whether that is a line feed, a carriage return, or both. */
function endOfLine(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== newline && bytes[at] !== carriageReturn) at += 1;
  return at;
}

const afterBreak = (bytes: Uint8Array, end: number): number =>
  end + (bytes[end] === carriageReturn && bytes[end + 1] === newline ? 2 : 1);

type Source = {
  readonly bytes: Uint8Array;
  readonly textOf: (from: number, to: number) => string;
  readonly delimiter: number;
};

/** A row in which there is a quote: cell by cell, since a cell in quotes may hold delimiters and line breaks. */
function quotedRow(source: Source, from: number, line: number): CsvRow | { readonly fault: CsvFault } {
  const { bytes, textOf, delimiter } = source;
  const cells: string[] = [];
  let at = from;
  let nextLine = line + 1;
  for (;;) {
    let text: string;
    if (bytes[at] === quote) {
      const end = closingQuote(bytes, at + 1);
      if (end < 0) return fault(line, cells.length, 'opens a quote that is never closed');
      text = textOf(at + 1, end).replaceAll('""', '"');
      nextLine += breaksIn(bytes, at, end);
      at = end + 1;
      if (!endsCell(bytes[at], delimiter))
        return fault(line, cells.length, 'has text behind its closing quote; a quote within is written twice');
    } else {
      const start = at;
      while (!endsCell(bytes[at], delimiter)) at += 1;
      text = textOf(start, at);
    }
    cells.push(text);
    if (bytes[at] !== delimiter) return { line, cells, next: afterBreak(bytes, at), nextLine };
    at += 1;
  }
}

const fault = (line: number, cellsBefore: number, words: string) => ({
  fault: { line, cell: cellsBefore + 1, words },
});

const endsCell = (byte: number | undefined, delimiter: number): boolean =>
  byte === undefined || byte === delimiter || byte === newline || byte === carriageReturn;

/** The quote that closes a cell: the first that is not written twice; -1 where there is none. */
function closingQuote(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(quote, from);
  while (at >= 0 && bytes[at + 1] === quote) at = bytes.indexOf(quote, at + 2);
  return at;
}

function breaksIn(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1)
    if (bytes[at] === newline || (bytes[at] === carriageReturn && bytes[at + 1] !== newline)) count += 1;
  return count;
}

/** The delimiters by which a heading has the most cells: one, or several of which none is more likely. */
export function likelyDelimiters(bytes: Uint8Array, encoding: Encoding, from: number): readonly Delimiter[] {
  const counts = delimiters.map((delimiter) => {
    const row = csvReader(bytes, encoding, delimiter)(from, 1);
    if (!row) return 0;
    return 'cells' in row ? row.cells.length : row.fault.cell;
  });
  const most = Math.max(...counts);
  return delimiters.filter((_, place) => counts[place] === most);
}
