import type { FormSheet } from '../formats/cms-1500';
import type { FormLine } from '../formats/cms-1500-lines';
import type { FormField } from '../formats/written';

/** Columns of item 24 under their letters: the fields that stand in each, in form order. */
const columns = [
  { letter: 'A', name: 'Dates', items: ['24A from', '24A to'] },
  { letter: 'B', name: 'Place', items: ['24B'] },
  { letter: 'C', name: 'EMG', items: ['24C'] },
  { letter: 'D', name: 'Code, modifiers', items: ['24D', '24D mod.'] },
  { letter: 'E', name: 'Ptr.', items: ['24E'] },
  { letter: 'F', name: 'Charges', items: ['24F'] },
  { letter: 'G', name: 'Units', items: ['24G'] },
  { letter: 'H', name: 'EPSDT', items: ['24H'] },
  { letter: 'J', name: 'Rendering', items: ['24J'] },
] as const;
const items = columns.flatMap((column): readonly string[] => column.items);

type Item24PictureProps = Pick<FormSheet, 'lines'> & { of: string };

/** Item 24 as it looks on the form, with the values in place; on a narrow screen it scrolls by itself. */
export function Item24Picture({ lines, of }: Item24PictureProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
    <div className="item-24" role="region" aria-label={`${of}, as on the form`} tabIndex={0}>
      <table>
        <caption className="ds-u-visibility--screen-reader">{of}, as on the form; shaded half first</caption>
        <thead>
          <tr>
            <td />
            {columns.map(({ letter, name, items: { length } }) => (
              <th key={letter} scope="col" colSpan={length}>
                {letter} <span>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        {lines.map((line) => (
          <PicturedLine key={line.lineNumber} {...line} />
        ))}
      </table>
    </div>
  );
}

function PicturedLine({ lineNumber, fields }: FormLine) {
  return (
    <tbody>
      <tr className="shaded-half">
        <th rowSpan={2} scope="rowgroup">
          {lineNumber}
        </th>
        {shadedOf(fields).map(({ text, columns: wide }, place) => (
          <td key={place} colSpan={wide}>
            {text}
          </td>
        ))}
      </tr>
      <tr>
        {items.map((item) => (
          <td key={item}>{fields.find((field) => field.item === item)?.text}</td>
        ))}
      </tr>
    </tbody>
  );
}

/**
 * The pieces of the shaded half, each from its own column to that of the next. What starts in "24A" or names no column
 * starts at the left.
 */
function shadedOf(fields: readonly FormField[]): readonly { text: string; columns: number }[] {
  const pieces = fields.flatMap(({ item, text }) =>
    item.endsWith(' shaded') ? [{ text, from: Math.max(0, items.indexOf(item.replace(' shaded', ''))) }] : [],
  );
  return pieces.map(({ text, from }, place) => ({ text, columns: (pieces[place + 1]?.from ?? items.length) - from }));
}
