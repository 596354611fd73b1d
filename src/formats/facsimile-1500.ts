import { boxPlaces, firstLine, letters, linePitch, linesOnASheet, textPlaces } from './cms-1500-places';
import { cornerOf, type Placed } from './preprinted-1500';

/*
 * A form of our own for the clinic’s file: the items of the CMS-1500 in boxes under their numbers and our short names,
 * so that what is printed onto the pre-printed form can be read on plain paper. It is not the form, and is not sent.
 */

/** A box with the number and the name of its item, in points from the upper left corner of the page. */
export type Cell = {
  readonly item: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly shaded?: true;
};
/** A word beside a text or a box; `x` is where it starts, or where it ends. */
type Word = { readonly text: string; readonly x: number; readonly y: number; readonly ends?: true };

/** A Letter page of a form of our own: its boxes, those to be crossed, the words beside them, and the claim’s texts. */
export type OwnPage = {
  readonly cells: readonly Cell[];
  readonly boxes: readonly { readonly x: number; readonly y: number }[];
  readonly words: readonly Word[];
  readonly placed: readonly Placed[];
};

/** Item, name, first column, column after the last, first line and number of lines. */
type Row = readonly [item: string, name: string, from: number, to: number, line: number, lines: number];

const above: readonly Row[] = [
  ['1', 'Kind of coverage', 1, 50, 7, 2],
  ['1a', 'Insured’s ID', 50, 79, 7, 2],
  ['2', 'Patient’s name', 1, 30, 9, 2],
  ['3', 'Patient’s birth date and sex', 30, 50, 9, 2],
  ['4', 'Insured’s name', 50, 79, 9, 2],
  ['5', 'Patient’s street', 1, 30, 11, 2],
  ['6', 'Patient is to the insured', 30, 50, 11, 2],
  ['7', 'Insured’s street', 50, 79, 11, 2],
  ['', 'City', 1, 25, 13, 2],
  ['', 'State', 25, 30, 13, 2],
  ['8', 'Reserved', 30, 50, 13, 4],
  ['', 'City', 50, 73, 13, 2],
  ['', 'State', 73, 79, 13, 2],
  ['', 'ZIP', 1, 14, 15, 2],
  ['', 'Phone', 14, 30, 15, 2],
  ['', 'ZIP', 50, 64, 15, 2],
  ['', 'Phone', 64, 79, 15, 2],
  ['9', 'Other insured’s name', 1, 30, 17, 2],
  ['10', 'The condition comes from', 30, 50, 17, 2],
  ['11', 'Group or policy number', 50, 79, 17, 2],
  ['9a', 'Other insured’s policy', 1, 30, 19, 2],
  ['10a', 'Employment', 30, 50, 19, 2],
  ['11a', 'Insured’s birth date and sex', 50, 79, 19, 2],
  ['9b', 'Reserved', 1, 30, 21, 2],
  ['10b', 'Automobile accident, state', 30, 50, 21, 2],
  ['11b', 'Other claim number', 50, 79, 21, 2],
  ['9c', 'Reserved', 1, 30, 23, 2],
  ['10c', 'Another accident', 30, 50, 23, 2],
  ['11c', 'Plan', 50, 79, 23, 2],
  ['9d', 'Other plan', 1, 30, 25, 2],
  ['10d', 'Claim codes', 30, 50, 25, 2],
  ['11d', 'Another plan', 50, 79, 25, 2],
  ['12', 'Patient’s signature', 1, 50, 27, 3],
  ['13', 'Insured’s signature', 50, 79, 27, 3],
  ['14', 'Date of the illness', 1, 30, 30, 3],
  ['15', 'Other date', 30, 50, 30, 3],
  ['16', 'Unable to work, from and to', 50, 79, 30, 3],
  ['17', 'Referred, ordered or supervised', 1, 29, 33, 2],
  ['17a', '', 29, 50, 33, 1],
  ['17b', '', 29, 50, 34, 1],
  ['18', 'In hospital, from and to', 50, 79, 33, 2],
  ['19', 'Additional information', 1, 50, 35, 2],
  ['20', 'Outside laboratory', 50, 79, 35, 2],
  ['21', 'Diagnoses; version of the ICD', 1, 50, 37, 4],
  ['22', 'Resubmission code and original number', 50, 79, 37, 2],
  ['23', 'Preauthorization number', 50, 79, 39, 2],
];

/** The columns of item 24, each up to the next. */
const columns24 = [
  ['24A', 'From and to', 1],
  ['B', 'Pl.', 19],
  ['C', '', 22],
  ['D', 'Code and modifiers', 25],
  ['E', 'Ptr.', 45],
  ['F', 'Charges', 49],
  ['G', 'Units', 59],
  ['H', '', 63],
  ['I', '', 65],
  ['J', 'Rendering NPI', 68],
] as const;
const pastLast = 79;

const below: readonly Row[] = [
  ['25', 'Tax ID', 1, 22, 55, 2],
  ['26', 'Account number', 22, 37, 55, 2],
  ['27', 'Assignment', 37, 50, 55, 2],
  ['28', 'Total charge', 50, 61, 55, 2],
  ['29', 'Patient paid', 61, 71, 55, 2],
  ['30', 'Reserved', 71, 79, 55, 2],
  ['31', 'Signature and date', 1, 22, 57, 5],
  ['32', 'Place of the service', 22, 49, 57, 4],
  ['a', '', 22, 35, 61, 1],
  ['b', '', 35, 49, 61, 1],
  ['33', 'Billing provider', 49, 79, 57, 4],
  ['a', '', 49, 62, 61, 1],
  ['b', '', 62, 79, 61, 1],
];

/** Edges stand a little before the first character. */
const edge = 2.5;

function cellOf([item, name, from, to, line, lines]: Row): Cell {
  const { x, y } = cornerOf(line, from);
  const corner = cornerOf(line + lines, to);
  return { item, name, x: x - edge, y, width: corner.x - x, height: corner.y - y };
}

const cells24: readonly Cell[] = columns24.flatMap(([item, name, from], at) => {
  const to = columns24[at + 1]?.[2] ?? pastLast;
  const lines = Array.from({ length: linesOnASheet }, (_, row) =>
    cellOf(['', '', from, to, firstLine + row * linePitch, 1]),
  );
  return [cellOf([item, name, from, to, 41, 2]), ...lines];
});
const shaded24: readonly Cell[] = Array.from({ length: linesOnASheet }, (_, row) => ({
  ...cellOf(['', '', 1, pastLast, firstLine - 1 + row * linePitch, 1]),
  shaded: true,
}));

const cells1500: readonly Cell[] = [...above.map(cellOf), ...shaded24, ...cells24, ...below.map(cellOf)];

/** Where each box stands that can be crossed. */
const boxes1500: readonly { readonly x: number; readonly y: number }[] = Object.values(boxPlaces).flatMap(
  ({ line, columns }) => Object.values(columns).map((column) => cornerOf(line, column)),
);

/** Items whose words stand before their boxes, or above them; the others stand behind. */
const wordsBefore = '6';
const wordsAbove = '25 kind';

const boxWords: readonly Word[] = Object.entries(boxPlaces).flatMap(([item, { line, columns }]) =>
  Object.entries(columns).map(([text, column]): Word => {
    const { x, y } = cornerOf(line, column);
    if (item === wordsAbove)
      return { text, x: text === 'SSN' ? x + 7 : x - 1, y: y - 10, ...(text === 'SSN' ? { ends: true } : {}) };
    return item === wordsBefore ? { text, x: x - 2, y, ends: true } : { text, x: x + 9.5, y };
  }),
);

/** The words of the boxes, the letters of item 21, and the numbers of the lines. */
const words1500: readonly Word[] = [
  ...boxWords,
  ...[...letters].flatMap((letter): readonly Word[] => {
    const at = textPlaces[`21${letter}`];
    if (!at) return [];
    const { x, y } = cornerOf(at.line, at.column);
    return [{ text: letter, x: x - 3, y, ends: true }];
  }),
  ...Array.from({ length: linesOnASheet }, (_, row): Word => {
    const { x, y } = cornerOf(firstLine - 1 + row * linePitch, pastLast);
    return { text: `Line ${row + 1}`, x: x - 5, y, ends: true };
  }),
];

/** A sheet of the CMS-1500, whose texts stand where they would on the pre-printed form. */
export const facsimile1500 = (placed: readonly Placed[]): OwnPage => ({
  cells: cells1500,
  boxes: boxes1500,
  words: words1500,
  placed,
});
