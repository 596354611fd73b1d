import { describe, expect, it } from 'vitest';
import { openTable, type Table } from './table';

const utf8 = (text: string) => new TextEncoder().encode(text);

function opened(bytes: Uint8Array): Table {
  const table = openTable(bytes);
  if ('refused' in table) throw new Error(table.refused);
  return table;
}

function rowsOf(table: Table): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  let { at, line } = table.first;
  for (;;) {
    const row = table.readRow(at, line);
    if (!row) return rows;
    if ('fault' in row) return [...rows, [`${row.fault.line}.${row.fault.cell} ${row.fault.words}`]];
    rows.push([String(row.line), ...row.cells]);
    at = row.next;
    line = row.nextLine;
  }
}

describe('opening a file', () => {
  it.each([
    ['comma', 'a,b\n1,2\n', ',', 'UTF-8'],
    ['semicolon', 'a;b\n1;2\n', ';', 'UTF-8'],
    ['tab', 'a\tb\n1\t2', '\t', 'UTF-8'],
    ['with a mark', '\uFEFFa,b\n1,2\n', ',', 'UTF-8'],
    ['a line that tells the delimiter', 'sep=;\r\na;b,c\r\n1;2\r\n', ';', 'UTF-8'],
    ['blank lines first', '\n\na,b\n1,2\n', ',', 'UTF-8'],
  ])('%s', (_name, text, delimiter, encoding) => {
    expect(opened(utf8(text))).toMatchObject({ delimiter, encoding });
    expect(opened(utf8(text)).headings[0]).toBe('a');
  });

  it('Windows-1252 is told and taken: a byte that is no UTF-8', () => {
    const bytes = new Uint8Array([...utf8('Name,B\nJos'), 0xe9, ...utf8(',2\n')]);
    expect(opened(bytes).encoding).toBe('Windows-1252');
    expect(rowsOf(opened(bytes))).toEqual([['2', 'José', '2']]);
  });

  const utf16 = new Uint8Array([0xff, 0xfe, ...[...'a,b\n1,2\n'].flatMap((sign) => [sign.charCodeAt(0), 0])]);
  it.each([
    ['nothing', utf8(''), 'This file is empty.'],
    ['blank lines alone', utf8('\n\n'), 'This file is empty.'],
    ['UTF-16', utf16, 'This file is saved as UTF-16. Save it as CSV UTF-8, and open that.'],
    [
      'a spreadsheet file',
      new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]),
      'This is a spreadsheet file or another archive. Save it as CSV UTF-8, and open that.',
    ],
    ['a zero byte', utf8('a,b\n1,\0\n'), 'Line 2 holds a byte that no text has. This is no CSV file.'],
    ['one column', utf8('sep=,\nname\nA\n'), 'Line 2 has one column. A heading of several must stand first.'],
    [
      'two delimiters alike',
      utf8('a,b;c\n1,2;3\n'),
      'Whether a comma or a semicolon parts the columns cannot be told: choose it.',
    ],
    ['a heading alone', utf8('a,b\n'), 'This file has a heading, and no row below it.'],
    ['a heading with an open quote', utf8('a,"b\n1,2\n'), 'Line 1, column 2 opens a quote that is never closed.'],
  ])('refuses %s', (_name, bytes, refused) => {
    expect(openTable(bytes)).toEqual({ refused });
  });
});

describe('reading rows', () => {
  it.each([
    [
      'line ends of every kind',
      'a,b\r\n1,2\r3,4\n5,6',
      [
        ['2', '1', '2'],
        ['3', '3', '4'],
        ['4', '5', '6'],
      ],
    ],
    [
      'quotes',
      'a,b\n"x, ""y""","line\r\nbreak"\n3,4\n',
      [
        ['2', 'x, "y"', 'line\r\nbreak'],
        ['4', '3', '4'],
      ],
    ],
    ['a quote within a cell is itself', 'a,b\n5" tube,2\n', [['2', '5" tube', '2']]],
    [
      'blank cells',
      'a,b\n,\n"",x\n',
      [
        ['2', '', ''],
        ['3', '', 'x'],
      ],
    ],
    [
      'a quote that is never closed',
      'a,b\n1,2\n3,"4\n5,6\n',
      [['2', '1', '2'], ['3.2 opens a quote that is never closed']],
    ],
    [
      'text behind a closing quote',
      'a,b\n"1"x,2\n',
      [['2.1 has text behind its closing quote; a quote within is written twice']],
    ],
  ])('%s', (_name, text, rows) => {
    expect(rowsOf(opened(utf8(text)))).toEqual(rows);
  });
});
