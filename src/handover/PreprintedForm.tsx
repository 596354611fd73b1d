import { TextField } from '@cmsgov/design-system';
import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { mostOffsetTenthsMm, type PrintOffset } from '../engine/published-tables';
import type { Cms1500 } from '../formats/cms-1500';
import { letterPage, placedOn, testSheet, type Placed } from '../formats/preprinted-1500';

/** What is printed on one page; the test sheet has a rule to measure. */
type Sheet = { readonly placed: readonly Placed[]; readonly withRule: boolean };

type PreprintedFormProps = { form: Cms1500; offset: PrintOffset; onOffsetChange: (offset: PrintOffset) => void };

/** Prints the bare text of the claim where an empty CMS-1500 has its items, moved as the clinic’s printer needs it. */
export function PreprintedForm({ form, offset, onOffsetChange }: PreprintedFormProps) {
  const [sheets, setSheets] = useState<readonly Sheet[]>([]);
  const [right, setRight] = useState(() => inMm(offset.rightTenthsMm));
  const [down, setDown] = useState(() => inMm(offset.downTenthsMm));
  useEffect(() => {
    const leave = () => setSheets([]);
    window.addEventListener('afterprint', leave);
    return () => window.removeEventListener('afterprint', leave);
  }, []);

  const rightTenthsMm = tenthsOf(right);
  const downTenthsMm = tenthsOf(down);
  const typed = rightTenthsMm === undefined || downTenthsMm === undefined ? undefined : { rightTenthsMm, downTenthsMm };
  const keep = (moved: Partial<PrintOffset>) => onOffsetChange({ ...offset, ...moved });
  const print = (next: readonly Sheet[]) => {
    if (!typed) {
      document.getElementById(rightTenthsMm === undefined ? 'offset-right' : 'offset-down')?.focus();
      return;
    }
    flushSync(() => setSheets(next));
    window.print();
  };

  return (
    <section aria-labelledby="preprinted-title">
      <h3 id="preprinted-title">Print onto a pre-printed form</h3>
      <p className="section-note">
        Only the text is printed, one Letter page for each form; in the print dialog choose 100 % and no margins. Print the test sheet first, hold it against your form, and set how
        far the text must move. The places are those of one published form filler: charges start at the left of their box, and the version of the ICD, 0, is written by hand.
      </p>
      <div className="offsets">
        <Offset id="offset-right" label="Distance to the right, in mm" value={right} problem={rightTenthsMm === undefined} onChange={(text) => {
          setRight(text);
          const tenths = tenthsOf(text);
          if (tenths !== undefined) keep({ rightTenthsMm: tenths });
        }} />
        <Offset id="offset-down" label="Distance down, in mm" value={down} problem={downTenthsMm === undefined} onChange={(text) => {
          setDown(text);
          const tenths = tenthsOf(text);
          if (tenths !== undefined) keep({ downTenthsMm: tenths });
        }} />
      </div>
      <p className="section-note">Below 0 moves to the left or up. Kept with your payer profiles: “Save to a file” there keeps it for the next time.</p>
      <div className="finding-actions">
        <button type="button" className="ds-c-button ds-c-button--small" onClick={() => print([{ placed: testSheet(), withRule: true }])}>
          Print a test sheet
        </button>
        <button type="button" className="ds-c-button ds-c-button--small" onClick={() => print(form.sheets.map((sheet) => ({ placed: placedOn(form, sheet), withRule: false })))}>
          Print onto the form
        </button>
      </div>
      {sheets.length > 0 ? createPortal(<FormSheets sheets={sheets} offset={typed ?? offset} />, document.body) : null}
    </section>
  );
}

function Offset({ id, label, value, problem, onChange }: { id: string; label: string; value: string; problem: boolean; onChange: (text: string) => void }) {
  return (
    <TextField
      id={id}
      name={id}
      label={label}
      size="small"
      autoComplete="off"
      value={value}
      {...(problem ? { errorMessage: `${label.replace(', in mm', '')} must be a number from -20 to 20 with at most one decimal, like 1.5 or -0.5` } : {})}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

/** One page for each sheet, shown on paper alone; nothing else is printed meanwhile. */
function FormSheets({ sheets, offset }: { sheets: readonly Sheet[]; offset: PrintOffset }) {
  const moved = { transform: `translate(${inMm(offset.rightTenthsMm)}mm, ${inMm(offset.downTenthsMm)}mm)` };
  return (
    <div className="form-sheets">
      {sheets.map(({ placed, withRule }, sheet) => (
        <div key={sheet} className="form-sheet" style={{ width: `${letterPage.width}pt`, height: `${letterPage.height - pageSlack}pt`, fontSize: `${letterPage.textSize}pt` }}>
          <div style={moved}>
            {withRule ? (
              <>
                <span style={{ left: '21pt', top: '60pt' }}>Test sheet for the CMS-1500 (02/12). The line below is 100 mm long where the printer neither shrinks nor enlarges. Moved right {inMm(offset.rightTenthsMm)} mm, down {inMm(offset.downTenthsMm)} mm.</span>
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
  const digits = /^([+-]?)(\d{1,2})(?:\.(\d))?$/.exec(text.trim().replace(/\s*mm$/, ''));
  if (!digits) return undefined;
  const [, sign, whole, tenth = '0'] = digits;
  const tenths = Number(`${whole}${tenth}`) * (sign === '-' ? -1 : 1);
  return Math.abs(tenths) <= mostOffsetTenthsMm ? tenths : undefined;
}
