import type { Cell, OwnPage } from './facsimile-1500';
import type { Placed } from './preprinted-1500';
import type { Ub04, Ub04Page } from './ub-04';
import type { FormField } from './written';

/*
 * A form of our own for the hospital’s file: the locators of the UB-04 in boxes under their numbers and our short
 * names, on plain paper. It is not the form, and is not sent.
 */

/** Fifteen characters an inch; in points. */
const raster = { left: 24, top: 62, column: 4.8, columns: 116, name: 7, line: 8.5, below: 1.5 } as const;
const inset = 1.5;
/** A text stands in the middle of a line that is higher than it. */
const raise = 0.75;

/**
 * How the locators of a box stand in it: each in a line of its own, or one behind the other. With `marks`, each begins
 * with its own number or letter.
 */
type Box = {
  readonly item: string;
  readonly name: string;
  /** In characters. */
  readonly width: number;
  /** The numbers of its locators. */
  readonly of: readonly number[];
  readonly as: 'lines' | 'marked-lines' | 'marked' | 'one';
};

const box = (item: string, name: string, width: number, as: Box['as'] = 'one', of?: readonly number[]): Box => ({
  item,
  name,
  width,
  as,
  of: of ?? [Number.parseInt(item, 10)],
});
const from = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, place) => first + place);

const rowsAbove: readonly (readonly Box[])[] = [
  [
    box('1', 'Hospital that bills', 62, 'lines'),
    box('2', 'Pay to', 26),
    box('3', 'Patient control (a) and record (b) number', 28, 'marked-lines'),
  ],
  [
    box('4', 'Type of bill', 12),
    box('5', 'Federal tax number', 18),
    box('6', 'From and through', 20),
    box('8', 'Patient’s name (b)', 66, 'marked'),
  ],
  [
    box('9', 'Patient’s address: street (a), city (b), state (c), ZIP (d)', 90, 'marked'),
    box('10', 'Date of birth', 16),
    box('11', 'Sex', 10),
  ],
  [
    box('12, 13', 'Admission', 16, 'one', [12, 13]),
    box('14', 'Priority', 10),
    box('15', 'From', 10),
    box('16', 'Hour out', 10),
    box('17', 'Status', 10),
    box('18 to 28', 'Condition codes', 46, 'marked', from(18, 28)),
    box('29', 'Accident state', 14),
  ],
  [
    box('31 to 34', 'Occurrence codes and dates', 76, 'marked', from(31, 34)),
    box('35, 36', 'Occurrence spans', 40, 'marked', [35, 36]),
  ],
  [box('38', 'Who pays, with address', 60), box('39 to 41', 'Value codes and amounts', 56, 'marked', from(39, 41))],
];

const rowsBelow: readonly (readonly Box[])[] = [
  [box('50', 'Payer', 58, 'marked-lines'), box('51', 'Payer’s ID', 58, 'marked-lines')],
  [
    box('52', 'Release', 14, 'marked-lines'),
    box('53', 'Assigned', 14, 'marked-lines'),
    box('54', 'Paid before', 28, 'marked-lines'),
    box('55', 'Amount due', 20, 'marked-lines'),
    box('56', 'NPI', 20),
    box('57', 'Other number', 20),
  ],
  [
    box('58', 'Insured', 58, 'marked-lines'),
    box('59', 'Is to insured', 14, 'marked-lines'),
    box('60', 'Insured’s ID', 44, 'marked-lines'),
  ],
  [box('61', 'Group name', 62, 'marked-lines'), box('62', 'Group number', 54, 'marked-lines')],
  [
    box('63', 'Authorization', 40, 'marked-lines'),
    box('64', 'Earlier claim', 54, 'marked-lines'),
    box('65', 'Employer', 22, 'marked-lines'),
  ],
  [box('66', 'ICD', 6), box('67', 'Diagnoses', 110, 'marked')],
  [
    box('69', 'Admitting', 20),
    box('70', 'Reason for the visit', 40, 'marked'),
    box('71', 'PPS', 12),
    box('72', 'Cause of injury', 22),
    box('74', 'Procedures', 22),
  ],
  [box('76', 'Attending', 40), box('77', 'Operating', 18), box('78', 'Referring', 40), box('79', 'Other', 18)],
  [box('80', 'Remarks', 80), box('81', 'Codes', 36)],
];

/** Columns of the lines, by the items that stand in them. */
const columns: readonly (Omit<Box, 'of' | 'as'> & { readonly items: readonly string[] })[] = [
  { item: '42', name: 'Revenue', width: 8, items: ['42', '42 total'] },
  { item: '43', name: 'Description and NDC', width: 48, items: ['43 NDC', '43', '43 page'] },
  { item: '44', name: 'Code and modifiers', width: 18, items: ['44'] },
  { item: '45', name: 'Date', width: 9, items: ['45'] },
  { item: '46', name: 'Units', width: 9, items: ['46'] },
  { item: '47', name: 'Charges', width: 14, items: ['47', '47 total'] },
  { item: '48', name: 'Not cov.', width: 10, items: ['48'] },
];
const linesOnAPage = 22;

/** The pages of the form, each whole, with the lines of its own. */
export const facsimileUb04 = (form: Ub04): readonly OwnPage[] =>
  form.pages.map((page) => {
    const above = drawn(rowsAbove, fieldsOf(form.above), raster.top);
    const lines = linesDrawn(page, above.end);
    const below = drawn(rowsBelow, fieldsOf(form.below), lines.end);
    return {
      cells: [above, lines, below].flatMap(({ cells }) => cells),
      boxes: [],
      words: [],
      placed: [above, lines, below].flatMap(({ placed }) => placed),
    };
  });

const fieldsOf = (groups: Ub04['above']): readonly FormField[] =>
  groups.flatMap(({ fields }) => fields.filter(({ text }) => text !== ''));

type Drawn = Pick<OwnPage, 'cells' | 'placed'> & { readonly end: number };

/** Rows of boxes below each other from `top` on; each is as high as the fullest of its boxes. */
function drawn(rows: readonly (readonly Box[])[], fields: readonly FormField[], top: number): Drawn {
  const cells: Cell[] = [];
  const placed: Placed[] = [];
  let y = top;
  for (const row of rows) {
    const filled = row.map((each) => linesIn(each, fields));
    const height = heightOf(Math.max(1, ...filled.map(({ length }) => length)));
    let column = 0;
    row.forEach(({ item, name, width }, at) => {
      const x = raster.left + column * raster.column;
      cells.push({ item, name, x: x - inset, y, width: width * raster.column, height });
      placed.push(...textsAt(filled[at] ?? [], x, y + raster.name - raise));
      column += width;
    });
    y += height;
  }
  return { cells, placed, end: y };
}

const heightOf = (lines: number): number => raster.name + lines * raster.line + raster.below;

/** What stands in one line of a box: texts, and before them the marks of their locators. */
type Piece = { readonly text: string; readonly item: string };
type Line = readonly Piece[];

function linesIn({ of, as, width, item }: Box, fields: readonly FormField[]): readonly Line[] {
  const own = fields.filter((field) => of.includes(Number.parseInt(field.item, 10)));
  if (as === 'lines') return own.flatMap((field) => wrapped(wordsOf(field), width));
  const groups = [...new Set(own.map(groupOf))].map((group) => {
    const words = own.filter((field) => groupOf(field) === group).flatMap(wordsOf);
    const mark = as === 'one' ? '' : group.startsWith(item) ? group.slice(item.length) : group;
    return mark === '' ? words : [{ text: `${mark}:`, item: 'mark' }, ...words];
  });
  return as === 'marked-lines' ? groups.flatMap((words) => wrapped(words, width)) : wrapped(groups.flat(), width);
}

/** "39a" of "39a amount": what stands together under one mark. */
const groupOf = ({ item }: FormField): string => item.split(/[ ,]/)[0] ?? item;

const wordsOf = ({ text, item }: FormField): readonly Piece[] =>
  text.split(/\s+/).map((word) => ({ text: word, item }));

/** Words in lines of a box that wide; a word that is longer than a line goes on in the next one. */
function wrapped(words: readonly Piece[], boxWidth: number): readonly Line[] {
  const width = boxWidth - 1;
  const lines: Piece[][] = [];
  let used = width;
  const put = (piece: Piece) => {
    const line = lines.at(-1);
    if (line && used + 1 + piece.text.length <= width) {
      line.push(piece);
      used += 1 + piece.text.length;
    } else {
      lines.push([piece]);
      used = piece.text.length;
    }
  };
  for (const { text, item } of words)
    for (let at = 0; at < text.length; at += width) put({ text: text.slice(at, at + width), item });
  return lines;
}

/** The lines of a box from its upper left corner; the words of a locator that follow each other are one text. */
const textsAt = (lines: readonly Line[], x: number, y: number): readonly Placed[] =>
  lines.flatMap((line, row) => {
    let column = 0;
    return joined(line).map(({ text, item }): Placed => {
      const at = x + column * raster.column;
      column += text.length + 1;
      return { item, text, x: at, y: y + row * raster.line, pitch: 15 };
    });
  });

const joined = (line: Line): Line =>
  line.reduce<Piece[]>((texts, piece) => {
    const last = texts.at(-1);
    if (last && last.item === piece.item && piece.item !== 'mark')
      return [...texts.slice(0, -1), { item: last.item, text: `${last.text} ${piece.text}` }];
    return [...texts, piece];
  }, []);

/** The head of the columns, 22 lines, and the last line with page and total. */
function linesDrawn({ lines, foot }: Ub04Page, top: number): Drawn {
  const rows = [...Array.from({ length: linesOnAPage }, (_, place) => lines[place]?.fields ?? []), foot].map((fields) =>
    columns.map(({ items, width }) => cellText(fields, items, width)),
  );
  const cells: Cell[] = [];
  const placed: Placed[] = [];
  const edges = columns.map((_, at) => columns.slice(0, at).reduce((sum, { width }) => sum + width, 0));
  const boxed = (y: number, height: number, named: boolean) =>
    columns.forEach(({ item, name, width }, at) =>
      cells.push({
        item: named ? item : '',
        name: named ? name : '',
        x: raster.left + (edges[at] ?? 0) * raster.column - inset,
        y,
        width: width * raster.column,
        height,
      }),
    );
  boxed(top, raster.name + inset, true);
  let y = top + raster.name + inset;
  for (const row of rows) {
    const height = Math.max(1, ...row.map(({ length }) => length)) * raster.line + inset;
    boxed(y, height, false);
    row.forEach((texts, at) => placed.push(...textsAt(texts, raster.left + (edges[at] ?? 0) * raster.column, y - 1)));
    y += height;
  }
  return { cells, placed, end: y };
}

const cellText = (fields: readonly FormField[], items: readonly string[], width: number): readonly Line[] =>
  wrapped(
    items.flatMap((item) => fields.filter((field) => field.item === item && field.text !== '').flatMap(wordsOf)),
    width,
  );
