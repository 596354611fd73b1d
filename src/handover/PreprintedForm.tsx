import { useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { heightsPerMille, inTenths, mostOffsetTenthsMm, type PrintOffset } from '../engine/clinic-file';
import { TextField } from '../controls/TextField';
import type { Cms1500 } from '../formats/cms-1500';
import type { PartyReason } from '../formats/parties';
import { facsimile1500 } from '../formats/facsimile-1500';
import { placedOn, testSheet, type Placed } from '../formats/preprinted-1500';
import { FormSheets, useFormPrint, type Printing } from './FormSheets';
import { PrintButton, PrintSection } from './PrintSection';
import './handover.css';

type PreprintedFormProps = {
  form: Cms1500;
  whose: string;
  offset: PrintOffset;
  onOffsetChange: (offset: PrintOffset) => void;
  /** What of whom it names is still to be asked. */
  toAsk: readonly PartyReason[];
  onGoToParty: (field: string) => void;
};

/**
 * Prints the whole claim: on a form of our own for the clinic’s file, and as bare text where an empty CMS-1500 has its
 * items, moved as the clinic’s printer needs it.
 */
export function PreprintedForm({ form, whose, offset, onOffsetChange, toAsk, onGoToParty }: PreprintedFormProps) {
  const { printing, print } = useFormPrint();
  const placed = form.sheets.map((sheet) => placedOn(form, sheet));
  const sheets = placed.flatMap((sheet) => ('written' in sheet ? [sheet.written] : []));
  return (
    <PrintSection
      {...{ whose, toAsk, onGoToParty, print }}
      against={form.against}
      form={{ like: 'the items of the CMS-1500 (02/12)', page: 'Form', whose: 'foot' }}
      pages={sheets.map(facsimile1500)}
      says="The copy for the file has every item in a box on plain paper, one Letter page for each form."
    >
      <OntoTheForm sheets={form.against.length > 0 ? null : sheets} {...{ offset, onOffsetChange, print }} />
      {printing ? createPortal(<FormSheets printing={printing} offset={offset} />, document.body) : null}
    </PrintSection>
  );
}

type OntoTheFormProps = Pick<PreprintedFormProps, 'offset' | 'onOffsetChange'> & {
  /** Null while the claim is not printed. */
  sheets: readonly (readonly Placed[])[] | null;
  print: (printing: Printing) => void;
};

/** Onto an empty form: nothing is printed before all settings of the printer can be read. */
function OntoTheForm({ sheets, offset, onOffsetChange, print }: OntoTheFormProps) {
  const [checked, setChecked] = useState(false);
  const printMoved = (next: Printing) => {
    flushSync(() => setChecked(true));
    const wrong = document.querySelector<HTMLElement>('.offsets [aria-invalid="true"]');
    if (wrong) wrong.focus();
    else print(next);
  };
  return (
    <>
      <h4>Onto a pre-printed form</h4>
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
      <div className="finding-actions">
        <PrintButton words="Print a test sheet" onClick={() => printMoved({ what: 'test', test: testSheet() })} />
        {sheets ? (
          <PrintButton words="Print onto the form" onClick={() => printMoved({ what: 'text', sheets })} />
        ) : null}
      </div>
    </>
  );
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
