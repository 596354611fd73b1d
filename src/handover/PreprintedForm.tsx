import { useEffect, useState, type ReactNode } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { heightsPerMille, inTenths, mostOffsetTenthsMm, noOffset, type PrintOffset } from '../engine/clinic-file';
import { TextField } from '../controls/TextField';
import type { Cms1500 } from '../formats/cms-1500';
import {
  cornerOf,
  letterPage,
  moved,
  placedOn,
  testSheet,
  type Placed,
  type TestSheet,
} from '../formats/preprinted-1500';
import type { Reason } from '../formats/written';
import './handover.css';
import './preprinted-form.css';

/** What is printed: the sheets of a claim, or the test sheet. */
type Printing = readonly (readonly Placed[])[] | TestSheet;

type PreprintedFormProps = {
  form: Cms1500;
  whose: string;
  offset: PrintOffset;
  onOffsetChange: (offset: PrintOffset) => void;
};

/** Prints the bare text of the claim where an empty CMS-1500 has its items, moved as the clinic’s printer needs it. */
export function PreprintedForm({ form, whose, offset, onOffsetChange }: PreprintedFormProps) {
  const { printing, checked, print } = usePrinting();
  const sheets = form.sheets.map((sheet) => placedOn(form, sheet));
  const refused = sheets.flatMap((sheet) => ('refused' in sheet ? sheet.refused : []));
  return (
    <section aria-labelledby="preprinted-title">
      <h3 id="preprinted-title">Print onto a pre-printed form</h3>
      <p className="section-note">
        Only the text is printed, one Letter page for each form; in the print dialog choose 100{'\u00A0'}% and no
        margins. Print the test sheet first and follow what stands on it. The places are those of a practice system that
        has printed the form for years: 10 characters and 6 lines an inch.
      </p>
      <Offsets offset={offset} checked={checked} onChange={onOffsetChange} />
      <p className="section-note">
        Below 0 moves to the left or up. Kept with your payer profiles: “Save to a file” there keeps it for the next
        time.
      </p>
      <p className="whose">{whose}</p>
      {refused.length > 0 ? <Refused refused={refused} /> : null}
      <div className="finding-actions">
        <button type="button" className="ds-c-button ds-c-button--small" onClick={() => print(testSheet())}>
          Print a test sheet
        </button>
        {refused.length > 0 ? null : (
          <button
            type="button"
            className="ds-c-button ds-c-button--small"
            onClick={() => print(sheets.flatMap((sheet) => ('written' in sheet ? [sheet.written] : [])))}
          >
            Print onto the form
          </button>
        )}
      </div>
      {printing ? createPortal(<FormSheets printing={printing} offset={offset} />, document.body) : null}
    </section>
  );
}

/** What is wider than its place, item by item: then no form is printed. */
const Refused = ({ refused }: { refused: readonly Reason[] }) => (
  <div className="warning">
    <p>
      <strong>It cannot be printed onto the form.</strong> Nothing is cut off. Copy the items above, or send the claim
      electronically.
    </p>
    <ul>
      {refused.map(({ says }) => (
        <li key={says}>{says}</li>
      ))}
    </ul>
  </div>
);

/** What is being printed: nothing before all settings can be read, and nothing afterwards. */
function usePrinting() {
  const [printing, setPrinting] = useState<Printing | null>(null);
  const [checked, setChecked] = useState(false);
  useEffect(() => {
    const leave = () => setPrinting(null);
    window.addEventListener('afterprint', leave);
    return () => window.removeEventListener('afterprint', leave);
  }, []);
  const print = (next: Printing) => {
    flushSync(() => setChecked(true));
    const wrong = document.querySelector<HTMLElement>('.offsets [aria-invalid="true"]');
    if (wrong) {
      wrong.focus();
      return;
    }
    flushSync(() => setPrinting(next));
    window.print();
  };
  return { printing, checked, print };
}

type OffsetsProps = { offset: PrintOffset; checked: boolean; onChange: (offset: PrintOffset) => void };

function Offsets({ offset, checked, onChange }: OffsetsProps) {
  const millimeters = {
    least: -mostOffsetTenthsMm,
    most: mostOffsetTenthsMm,
    unit: 'mm',
    examples: '1.5 or -0.5',
    checked,
  } as const;
  return (
    <div className="offsets">
      <Setting
        {...millimeters}
        id="offset-right"
        label="Distance to the right"
        tenths={offset.rightTenthsMm}
        onChange={(rightTenthsMm) => onChange({ ...offset, rightTenthsMm })}
      />
      <Setting
        {...millimeters}
        id="offset-down"
        label="Distance down"
        tenths={offset.downTenthsMm}
        onChange={(downTenthsMm) => onChange({ ...offset, downTenthsMm })}
      />
      <Setting
        {...heightsPerMille}
        id="form-height"
        label="Height of the form"
        unit="percent"
        examples="99.5"
        checked={checked}
        tenths={offset.heightPerMille}
        onChange={(heightPerMille) => onChange({ ...offset, heightPerMille })}
      />
    </div>
  );
}

type SettingProps = {
  id: string;
  label: string;
  unit: string;
  /** In tenths of the unit. */
  tenths: number;
  least: number;
  most: number;
  /** What can be typed, for who typed something else. */
  examples: string;
  /** Whether somebody wanted to print: nothing is scolded before. */
  checked: boolean;
  onChange: (tenths: number) => void;
};

/**
 * A number that is kept as soon as it can be read, and follows a file that is opened; what cannot be read stays in the
 * field.
 */
function Setting({ id, label, unit, tenths, least, most, examples, checked, onChange }: SettingProps) {
  const [typed, setTyped] = useState(() => inTenths(tenths));
  const tenthsOf = (text: string): number | undefined => {
    const read = readTenths(text, unit);
    return read !== undefined && read >= least && read <= most ? read : undefined;
  };
  const read = tenthsOf(typed);
  const span = `a number from ${inTenths(least)} to ${inTenths(most)} with at most one decimal, like ${examples}`;
  return (
    <TextField
      id={id}
      label={`${label}, in ${unit}`}
      size="small"
      problem={read === undefined && checked ? `${label} must be ${span}` : undefined}
      field={{
        name: id,
        value: read === undefined || read === tenths ? typed : inTenths(tenths),
        onChange: ({ target }) => {
          setTyped(target.value);
          const next = tenthsOf(target.value);
          if (next !== undefined) onChange(next);
        },
      }}
    />
  );
}

/** Tenths by their digits, whether or not the unit is typed behind; undefined where it is no such number. */
function readTenths(text: string, unit: string): number | undefined {
  const plain = text.trim();
  const digits = /^([+-]?)(\d{1,3})(?:\.(\d?))?$/.exec(
    (plain.endsWith(unit) ? plain.slice(0, -unit.length) : plain).trim(),
  );
  if (!digits) return undefined;
  const [, sign, whole, tenth = ''] = digits;
  return Number(`${whole}${tenth || '0'}`) * (sign === '-' ? -1 : 1);
}

/** One page for each sheet, shown on paper alone; nothing else is printed meanwhile. */
function FormSheets({ printing, offset }: { printing: Printing; offset: PrintOffset }) {
  return (
    <div className="form-sheets">
      {'zero' in printing ? (
        <Sheet>
          <Texts placed={printing.placed} offset={offset} />
          <Marks test={printing} offset={offset} />
        </Sheet>
      ) : (
        printing.map((placed, place) => (
          <Sheet key={place}>
            <Texts placed={placed} offset={offset} />
          </Sheet>
        ))
      )}
    </div>
  );
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

/** Two rulers in millimeters, the marks of the height, and how to read them. */
function Marks({ test: { heights, zero }, offset }: { test: TestSheet; offset: PrintOffset }) {
  const here = { ...offset, heightPerMille: noOffset.heightPerMille };
  return (
    <>
      <ol className="how-to-read" style={{ left: `${zero.x}pt`, top: '26pt' }}>
        <li>Test sheet for the CMS-1500 (02/12). Lay it on an empty form, against the light.</li>
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
