import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { mostOffsetTenthsMm, type PrintOffset } from '../engine/clinic-file';
import { TextField } from '../controls/TextField';
import type { Cms1500 } from '../formats/cms-1500';
import { letterPage, placedOn, testSheet, type Placed } from '../formats/preprinted-1500';
import './handover.css';
import './preprinted-form.css';

/** What is printed on one page; the test sheet has a rule to measure. */
type Sheet = { readonly placed: readonly Placed[]; readonly withRule: boolean };

type PreprintedFormProps = {
  form: Cms1500;
  whose: string;
  offset: PrintOffset;
  onOffsetChange: (offset: PrintOffset) => void;
};

/** Prints the bare text of the claim where an empty CMS-1500 has its items, moved as the clinic’s printer needs it. */
export function PreprintedForm({ form, whose, offset, onOffsetChange }: PreprintedFormProps) {
  const { sheets, checked, print } = useSheets();
  return (
    <section aria-labelledby="preprinted-title">
      <h3 id="preprinted-title">Print onto a pre-printed form</h3>
      <p className="section-note">
        Only the text is printed, one Letter page for each form; in the print dialog choose 100{'\u00A0'}% and no
        margins. Print the test sheet first, hold it against your form, and set how far the text must move. The places
        are those of one published form filler: charges start at the left of their box, and the version of the ICD, 0,
        is written by hand.
      </p>
      <Offsets offset={offset} checked={checked} onChange={onOffsetChange} />
      <p className="section-note">
        Below 0 moves to the left or up. Kept with your payer profiles: “Save to a file” there keeps it for the next
        time.
      </p>
      <p className="whose">{whose}</p>
      <div className="finding-actions">
        <button
          type="button"
          className="ds-c-button ds-c-button--small"
          onClick={() => print([{ placed: testSheet(), withRule: true }])}
        >
          Print a test sheet
        </button>
        <button
          type="button"
          className="ds-c-button ds-c-button--small"
          onClick={() => print(form.sheets.map((sheet) => ({ placed: placedOn(form, sheet), withRule: false })))}
        >
          Print onto the form
        </button>
      </div>
      {sheets.length > 0 ? createPortal(<FormSheets sheets={sheets} offset={offset} />, document.body) : null}
    </section>
  );
}

/** The sheets that are being printed: none before both distances can be read, and none afterwards. */
function useSheets() {
  const [sheets, setSheets] = useState<readonly Sheet[]>([]);
  const [checked, setChecked] = useState(false);
  useEffect(() => {
    const leave = () => setSheets([]);
    window.addEventListener('afterprint', leave);
    return () => window.removeEventListener('afterprint', leave);
  }, []);
  const print = (next: readonly Sheet[]) => {
    flushSync(() => setChecked(true));
    const wrong = document.querySelector<HTMLElement>('.offsets [aria-invalid="true"]');
    if (wrong) {
      wrong.focus();
      return;
    }
    flushSync(() => setSheets(next));
    window.print();
  };
  return { sheets, checked, print };
}

type OffsetsProps = { offset: PrintOffset; checked: boolean; onChange: (offset: PrintOffset) => void };

function Offsets({ offset, checked, onChange }: OffsetsProps) {
  return (
    <div className="offsets">
      <Offset
        id="offset-right"
        label="Distance to the right"
        checked={checked}
        tenths={offset.rightTenthsMm}
        onChange={(rightTenthsMm) => onChange({ ...offset, rightTenthsMm })}
      />
      <Offset
        id="offset-down"
        label="Distance down"
        checked={checked}
        tenths={offset.downTenthsMm}
        onChange={(downTenthsMm) => onChange({ ...offset, downTenthsMm })}
      />
    </div>
  );
}

type OffsetProps = {
  id: string;
  label: string;
  tenths: number;
  /** Whether somebody wanted to print: nothing is scolded before. */
  checked: boolean;
  onChange: (tenths: number) => void;
};

/**
 * A distance that is kept as soon as it can be read, and follows a file that is opened; what cannot be read stays in
 * the field.
 */
function Offset({ id, label, tenths, checked, onChange }: OffsetProps) {
  const [typed, setTyped] = useState(() => inMm(tenths));
  const read = tenthsOf(typed);
  return (
    <TextField
      id={id}
      label={`${label}, in mm`}
      size="small"
      problem={
        read === undefined && checked
          ? `${label} must be a number from -20 to 20 with at most one decimal, like 1.5 or -0.5`
          : undefined
      }
      field={{
        name: id,
        value: read === undefined || read === tenths ? typed : inMm(tenths),
        onChange: ({ target }) => {
          setTyped(target.value);
          const next = tenthsOf(target.value);
          if (next !== undefined) onChange(next);
        },
      }}
    />
  );
}

/** One page for each sheet, shown on paper alone; nothing else is printed meanwhile. */
function FormSheets({ sheets, offset }: { sheets: readonly Sheet[]; offset: PrintOffset }) {
  const moved = { transform: `translate(${inMm(offset.rightTenthsMm)}mm, ${inMm(offset.downTenthsMm)}mm)` };
  return (
    <div className="form-sheets">
      {sheets.map(({ placed, withRule }, sheet) => (
        <div
          key={sheet}
          className="form-sheet"
          style={{
            width: `${letterPage.width}pt`,
            height: `${letterPage.height - pageSlack}pt`,
            fontSize: `${letterPage.textSize}pt`,
          }}
        >
          <div style={moved}>
            {withRule ? (
              <>
                <span style={{ left: '21pt', top: '60pt' }}>
                  Test sheet for the CMS-1500 (02/12). The line below is 100 mm long where the printer neither shrinks
                  nor enlarges. Moved right {inMm(offset.rightTenthsMm)} mm, down {inMm(offset.downTenthsMm)} mm.
                </span>
                <hr style={{ left: '21pt', top: '75pt', width: '100mm' }} />
              </>
            ) : null}
            {placed.map(({ item, text, x, y }) => (
              <span key={`${item} ${x} ${y}`} style={{ left: `${x}pt`, top: `${y}pt` }}>
                {text}
              </span>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

/** A sheet is a point lower than its page, so that no empty page follows it. */
const pageSlack = 1;

/** "-1.5" from -15 tenths. */
const inMm = (tenths: number): string => String(tenths / 10);

/** Tenths of a millimeter by their digits; undefined where it is no such number, or further than two centimeters. */
function tenthsOf(text: string): number | undefined {
  const digits = /^([+-]?)(\d{1,2})(?:\.(\d?))?$/.exec(text.trim().replace(/\s*mm$/, ''));
  if (!digits) return undefined;
  const [, sign, whole, tenth = ''] = digits;
  const tenths = Number(`${whole}${tenth || '0'}`) * (sign === '-' ? -1 : 1);
  return Math.abs(tenths) <= mostOffsetTenthsMm ? tenths : undefined;
}
