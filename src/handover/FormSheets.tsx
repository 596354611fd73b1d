import { useEffect, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { inTenths, noOffset, type PrintOffset } from '../engine/clinic-file';
import type { OwnPage } from '../formats/facsimile-1500';
import { cornerOf, letterPage, moved, type Placed, type TestSheet } from '../formats/preprinted-1500';
import './form-sheets.css';

/** What is printed: the bare text of a claim’s sheets, the test sheet, or the sheets on a form of our own. */
export type Printing =
  | { readonly what: 'text'; readonly sheets: readonly (readonly Placed[])[] }
  | { readonly what: 'test'; readonly test: TestSheet }
  | { readonly what: 'copy'; readonly form: OwnForm; readonly pages: readonly OwnPage[]; readonly whose: string };

/** What a form of our own is like, what one of its pages is called, and where it has room to say whose it is. */
export type OwnForm = { readonly like: string; readonly page: string; readonly whose: 'head' | 'foot' };

/** What is being printed, and nothing afterwards. */
export function useFormPrint() {
  const [printing, setPrinting] = useState<Printing | null>(null);
  useEffect(() => {
    const leave = () => setPrinting(null);
    window.addEventListener('afterprint', leave);
    return () => window.removeEventListener('afterprint', leave);
  }, []);
  const print = (next: Printing) => {
    flushSync(() => setPrinting(next));
    window.print();
  };
  return { printing, print };
}

type FormSheetsProps = { printing: Printing; offset: PrintOffset };

/** One Letter page for each sheet, shown on paper alone; nothing else is printed meanwhile. */
export function FormSheets({ printing, offset }: FormSheetsProps) {
  return <div className="form-sheets">{sheetsOf(printing, offset)}</div>;
}

function sheetsOf(printing: Printing, offset: PrintOffset): ReactNode {
  if (printing.what === 'test')
    return (
      <Sheet>
        <Texts placed={printing.test.placed} offset={offset} />
        <Marks test={printing.test} offset={offset} />
      </Sheet>
    );
  if (printing.what === 'copy')
    return printing.pages.map((page, place) => (
      <Sheet key={place}>
        <Boxes page={page} />
        <Head form={printing.form} place={place} of={printing.pages.length} whose={printing.whose} />
        <Texts placed={page.placed} offset={noOffset} />
      </Sheet>
    ));
  return printing.sheets.map((placed, place) => (
    <Sheet key={place}>
      <Texts placed={placed} offset={offset} />
    </Sheet>
  ));
}

/** A sheet is a point lower than its page, so that no empty page follows it. */
const pageSlack = 1;

const Sheet = ({ children }: { children: ReactNode }) => (
  <div className="form-sheet" style={{ width: `${letterPage.width}pt`, height: `${letterPage.height - pageSlack}pt` }}>
    {children}
  </div>
);

const Texts = ({ placed, offset }: { placed: readonly Placed[]; offset: PrintOffset }) =>
  placed
    .map((each) => moved(each, offset))
    .map(({ item, text, x, y, pitch }) => (
      <span
        key={`${item} ${x} ${y}`}
        className={pitch === 15 ? 'narrow' : ''}
        style={{ left: `${x}pt`, top: `${y}pt` }}
      >
        {text}
      </span>
    ));

/** From the upper edge of a line to the baseline of a short name, and to that of a word beside a text. */
const nameBaseline = 6.5;
const wordBaseline = 9.5;

/** The boxes of our own form under their numbers and names. */
function Boxes({ page: { cells, boxes, words } }: { page: OwnPage }) {
  return (
    <svg
      className="own-form"
      viewBox={`0 0 ${letterPage.width} ${letterPage.height - pageSlack}`}
      style={{ inset: 0, width: `${letterPage.width}pt`, height: `${letterPage.height - pageSlack}pt` }}
    >
      {cells.map(({ item, name, x, y, width, height, shaded }) => (
        <g key={`${x} ${y} ${width}`}>
          <rect x={x} y={y} width={width} height={height} className={shaded ? 'shaded' : ''} />
          <text x={x + 1.5} y={y + nameBaseline}>
            {`${item} ${name}`.trim()}
          </text>
        </g>
      ))}
      {boxes.map(({ x, y }) => (
        <rect key={`${x} ${y}`} x={x - 0.6} y={y + 1.6} width={8.4} height={9} />
      ))}
      {words.map(({ text, x, y, ends }) => (
        <text key={`${x} ${y}`} x={x} y={y + wordBaseline} textAnchor={ends ? 'end' : 'start'}>
          {text}
        </text>
      ))}
    </svg>
  );
}

type HeadProps = { form: OwnForm; place: number; of: number; whose: string };

/** What it is, above the boxes, and whose. */
function Head({ form, place, of, whose }: HeadProps) {
  const { x, y } = cornerOf(2, 1);
  const top = form.whose === 'head' ? y - 18 : y;
  return (
    <>
      <div className="own-form-head" style={{ left: `${x}pt`, top: `${top}pt` }}>
        <strong>Copy for the file, not for sending</strong>
        <br />
        The claim by {form.like}
        <br />
        {form.page} {place + 1} of {of}
      </div>
      <p
        className="own-form-whose"
        style={
          form.whose === 'head'
            ? { left: `${cornerOf(2, 41).x}pt`, top: `${top}pt`, inlineSize: '274pt' }
            : { left: `${x}pt`, top: `${cornerOf(63, 1).y}pt`, inlineSize: '562pt' }
        }
      >
        {whose}
      </p>
    </>
  );
}

/** Two rulers in millimeters, the marks of the height, and how to read them. */
function Marks({ test: { heights, zero }, offset }: { test: TestSheet; offset: PrintOffset }) {
  const here = { ...offset, heightPerMille: noOffset.heightPerMille };
  return (
    <>
      <ol className="how-to-read" style={{ left: `${zero.x}pt`, top: '12pt' }}>
        <li>Lay it on an empty CMS-1500 (02/12), against the light.</li>
        <li>The X belongs into the box “Medicare” of item 1. Set how many millimeters it must move.</li>
        <li>At the foot, set the height to the mark that stands in the last line of items 31 to 33.</li>
        <li>
          Printed with {inTenths(offset.rightTenthsMm)} mm to the right, {inTenths(offset.downTenthsMm)} mm down, height
          of {inTenths(offset.heightPerMille)} %.
        </li>
      </ol>
      <Texts placed={heights} offset={here} />
      <Ruler at={zero} millimeters={190} />
      <Ruler at={{ ...cornerOf(1, 78), y: zero.y }} millimeters={230} upright />
    </>
  );
}

/** A ruler from a point to the right, or down. */
function Ruler({ at: { x, y }, millimeters, upright = false }: RulerProps) {
  const marks = Array.from({ length: millimeters + 1 }, (_, mark) => mark);
  const tick = (mark: number) => (mark % 10 === 0 ? 3 : mark % 5 === 0 ? 2 : 1);
  return (
    <svg
      className={upright ? 'ruler upright' : 'ruler'}
      viewBox={`0 0 ${millimeters} 7`}
      style={{ left: `${x}pt`, top: `${y}pt`, width: `${millimeters}mm`, height: '7mm' }}
      aria-hidden="true"
    >
      <path d={marks.map((mark) => `M${mark} 7v-${tick(mark)}`).join('')} />
      {marks
        .filter((mark) => mark % 10 === 0)
        .map((mark) => (
          <text key={mark} x={mark} y="3.4">
            {mark}
          </text>
        ))}
    </svg>
  );
}

type RulerProps = { at: TestSheet['zero']; millimeters: number; upright?: boolean };
