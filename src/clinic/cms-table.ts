import { csvParseRows } from 'd3-dsv';
import { columnTwice, isHeadingRow, kindNames, placeOf, titledAs, type Kind } from './cms-headings';
import type { Span } from '../engine/dated';
import { effectiveSpan } from './effective-span';
import { foreignness } from './foreign-table';
import { quoted, refuse } from './refusal';

type Row = readonly string[];

/** A table of CMS that was found whole, with its rows of baclofen. */
export type CmsTable = {
  readonly kind: Kind;
  readonly span: Span;
  readonly columns: Row;
  readonly ofDrug: readonly Row[];
};

/**
 * Beyond what CMS publishes by far: the files read have up to 8,254 rows of up to 252 cells, most of them empty, and
 * their headings in the ninth row. A text that goes beyond is not read to its end.
 */
const most = { charactersInRow: 20_000, rows: 30_000, rowsAbove: 100, ofDrug: 200 } as const;
const rowsToTellBy = 40;

/**
 * The table in a text, where it is whole; or a refusal. What CMS exports has a title, the days, a heading row, rows
 * that are all as wide as the headings and sorted by code, and an end to the last line. A file that was cut off
 * anywhere lacks one of these, or the code that follows baclofen.
 *
 * Of the 18 files read, of 2024 to 2026, none has a blank row or a footnote below its headings: blank rows are passed
 * over, footnotes at the end too. In both files of April 2024 one code far from baclofen is out of order (Q0249 after
 * Q2043), so the order is held where it matters: what sorts before baclofen stands before it, what sorts after it
 * stands after it.
 */
export function cmsTable(text: string): CmsTable {
  const kind = titledKind(text) ?? refuse(foreignness(firstRows(text)));
  if (!text.endsWith('\n') && !text.endsWith('\r')) refuse('breaks off: its last line has no end. Download it again.');
  const above: Row[] = [];
  let body: Body | undefined;
  let number = 0;
  for (const record of recordsOf(text)) {
    number += 1;
    if (number > most.rows) refuse('has far more rows than a file of CMS.');
    const row = rowOf(record, number);
    if (body) body.take(row, number);
    else if (isHeadingRow(row, kind)) body = bodyBelow(row, kind);
    else if (above.push(row) > most.rowsAbove) break;
    if (isOpen(record)) refuse('breaks off: a quotation mark is not closed. Download it again.');
  }
  if (!body) return refuse(withoutHeading(above, kind));
  return { kind, span: effectiveSpan(above), columns: body.columns, ofDrug: body.rowsOfDrug() };
}

const isOpen = (record: string): boolean => record.split('"').length % 2 === 0;
const [quotationMark, lineFeed, carriageReturn] = [34, 10, 13];

/** The lines of a text, one after another; lines between two quotation marks are one. */
function* recordsOf(text: string): Generator<string> {
  let start = 0;
  let open = false;
  for (let at = 0; at < text.length; at += 1) {
    const each = text.charCodeAt(at);
    if (each === quotationMark) open = !open;
    else if (!open && (each === lineFeed || each === carriageReturn)) {
      yield text.slice(start, at);
      if (each === carriageReturn && text.charCodeAt(at + 1) === lineFeed) at += 1;
      start = at + 1;
    }
    if (at - start > most.charactersInRow)
      refuse(
        `is neither the ${kindNames.limits} nor the ${kindNames.crosswalk}: ` +
          'a row of it is far longer than any of theirs.',
      );
  }
  if (start < text.length) yield text.slice(start);
}

function rowOf(record: string, number: number): Row {
  if (record === '') return [];
  const [row = [], ...others] = csvParseRows(record);
  return others.length === 0 ? row : refuse(`has a stray quotation mark in row ${number}.`);
}

const isBlank = (row: Row): boolean => row.every((cell) => cell.trim() === '');
const filledIn = (row: Row): number => row.filter((cell) => cell.trim() !== '').length;

function firstRows(text: string): Row[] {
  const rows: Row[] = [];
  let records = 0;
  for (const record of recordsOf(text)) {
    rows.push(...csvParseRows(record));
    records += 1;
    if (records >= rowsToTellBy) break;
  }
  return rows;
}

/** The table whose title is the first line that is not blank, and the whole of it. */
function titledKind(text: string): Kind | undefined {
  let blank = 0;
  for (const record of recordsOf(text)) {
    const [row = []] = csvParseRows(record);
    if (!isBlank(row)) return filledIn(row) === 1 ? titledAs(row.join('')) : undefined;
    blank += 1;
    if (blank >= rowsToTellBy) break;
  }
  return undefined;
}

/** A file with the title of CMS whose headings are missing, or are there in another way. */
function withoutHeading(rows: readonly Row[], kind: Kind): string {
  const other: Kind = kind === 'limits' ? 'crosswalk' : 'limits';
  if (rows.some((row) => isHeadingRow(row, other)))
    return `has the title of the ${kindNames[kind]} and the headings of the ${kindNames[other]}.`;
  const parted = rows.some((row) => /[;\t|]/.test(row.join(',')) && isHeadingRow(row.join(',').split(/[;\t|]/), kind));
  if (parted) return 'does not part its cells by commas: open the CSV as CMS publishes it.';
  return `is neither the ${kindNames.limits} nor the ${kindNames.crosswalk}: no heading row of either was found.`;
}

type Body = {
  readonly columns: Row;
  readonly take: (row: Row, number: number) => void;
  readonly rowsOfDrug: () => readonly Row[];
};
const [firstOfDrug, lastOfDrug] = ['J0475', 'J0476'];
const isOfDrug = (code: string): boolean => code === firstOfDrug || code === lastOfDrug;

/** What stands below the headings, row by row: each is held against the headings and against the rows before it. */
function bodyBelow(columns: Row, kind: Kind): Body {
  const twice = columnTwice(columns, kind);
  if (twice !== undefined) refuse(`has two columns of the same kind; the second is ${quoted(twice)}.`);
  const place = placeOf(columns, 'code');
  const width = columns.findLastIndex((cell) => cell.trim() !== '') + 1;
  const ofDrug: Row[] = [];
  let last = '';
  let followed = false;
  let footnote = false;

  const take = (row: Row, number: number) => {
    refuseScattered(row, place);
    if (isBlank(row)) return;
    const code = row[place]?.trim() ?? '';
    const isCode = /^[A-Z0-9]\d{3}[A-Z0-9]$/.test(code);
    if (!isCode && filledIn(row) === 1 && row[0]?.trim() !== '') {
      footnote = true;
      return;
    }
    if (footnote) refuse(`goes on below a footnote, in row ${number}.`);
    if (row.length < width) refuse(`is not whole: row ${number} has fewer cells than the headings.`);
    if (filledIn(row.slice(width)) > 0) refuse(`has more cells in row ${number} than headings.`);
    if (!isCode) refuse(`has no HCPCS code in row ${number}: ${quoted(code)}.`);
    if (isOfDrug(code) ? followed || code < last : code < firstOfDrug && ofDrug.length > 0)
      refuse(`is not sorted by code as the files of CMS are: ${code} in row ${number}.`);
    if (isOfDrug(code)) {
      last = code;
      ofDrug.push(row);
    }
    followed ||= code > lastOfDrug;
  };
  refuseScattered(columns, place);

  const rowsOfDrug = () => {
    if (ofDrug.length === 0) refuse('has no row of baclofen (J0475 or J0476).');
    if (ofDrug.length > most.ofDrug) refuse('has far more rows of baclofen (J0475 or J0476) than a file of CMS.');
    if (!followed) refuse('breaks off at baclofen: no later code follows. Download it again.');
    return ofDrug;
  };
  return { columns, take, rowsOfDrug };
}

/**
 * A code anywhere but alone in its own column belongs to a row that a stray quotation mark swallowed: half a table is
 * none.
 */
function refuseScattered(row: Row, place: number): void {
  if (row.some((cell, at) => /J047[56]/i.test(cell) && !(at === place && /^\s*J047[56]\s*$/.test(cell))))
    refuse('has a broken row of baclofen (J0475 or J0476).');
}
