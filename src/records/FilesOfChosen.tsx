import { useState } from 'react';
import { WithReview } from '../controls/WithReview';
import type { Office } from '../engine/clinic-file';
import { controlNumberAfter } from '../engine/control-number';
import { writtenAt } from '../formats/professional-837';
import { FormProblems } from '../fields/FormProblems';
import { saveFile } from '../fields/save-file';
import {
  clinicLacks,
  fileFormOf,
  fileForms,
  partedForFile,
  writeFile,
  type FileForm,
  type LeftOut,
  type Parted,
} from './batch';
import { inFewWords, type DayRow } from './day-rows';
import { OfficeForm, officeFieldId } from './OfficeForm';
import { claimsOf, leftOut, type OnSaid } from './said-of-chosen';

type FilesOfChosenProps = {
  rows: readonly DayRow[];
  office: Office;
  onOfficeChange: (change: (before: Office) => Office) => void;
  onSaid: OnSaid;
};

/** One 837P of all that may go into it, and one 837I of what a hospital bills. */
export function FilesOfChosen(props: FilesOfChosenProps) {
  const { rows, office, onOfficeChange } = props;
  const [withReview, setWithReview] = useState(false);
  const belongs = fileForms.filter((form) => rows.some((row) => fileFormOf(row) === form));
  const forms: readonly FileForm[] = belongs.length > 0 ? belongs : ['837P'];
  const { lacking, problems, checks, isOpen, setOpen, save } = useFiles(props, forms[0] ?? '837P');
  return (
    <fieldset className="part">
      <legend>{forms.length > 1 ? 'Two files' : `One ${forms.join()} file`}</legend>
      {forms.length > 1 ? <p>A hospital’s claims go into an 837I, and those of an office into an 837P.</p> : null}
      <WithReview id="day-with-review" checked={withReview} onChange={setWithReview} />
      <FormProblems
        titleId="day-party-problems"
        problems={[...problems].map(([field, message]) => ({ fieldId: officeFieldId(field), message }))}
        submitCount={checks}
        isSubmitSuccessful={lacking.length === 0}
      />
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>Sender, receiver and provider{lacking.length > 0 ? `: ${lacking.length} to answer` : ''}</summary>
        <OfficeForm office={office} problems={problems} onOfficeChange={onOfficeChange} />
      </details>
      {forms.map((form) => (
        <OneFile
          key={form}
          form={form}
          office={office}
          parted={partedForFile(form, rows, office, withReview)}
          onSave={save}
        />
      ))}
    </fieldset>
  );
}

type OneFileProps = {
  form: FileForm;
  office: Office;
  parted: Parted;
  onSave: (form: FileForm, parted: Parted) => void;
};

/** What goes into one file, and why each other does not. */
function OneFile({ form, office, parted, onSave }: OneFileProps) {
  const { ready, others } = parted;
  return (
    <div className="day-file">
      <p>
        {ready.length} of {claimsOf([...ready, ...others])} can go into the {form}
        {office.usage === 'T' ? ', which is marked as a test: nothing is billed with it' : ''}.
      </p>
      <WhyNot form={form} others={others} />
      <button type="button" className="ds-c-button ds-c-button--small" onClick={() => onSave(form, parted)}>
        Download the {form} file
      </button>
    </div>
  );
}

function WhyNot({ form, others }: { form: FileForm; others: readonly LeftOut[] }) {
  if (others.length === 0) return null;
  return (
    <details>
      <summary>
        Why {others.length === 1 ? 'one is' : `${others.length} are`} not in the {form}
      </summary>
      <dl className="day-left-out">
        {others.map(({ row, why }) => (
          <div key={row.id}>
            <dt>{inFewWords(row)}</dt>
            {why.map((says) => (
              <dd key={says}>{says}</dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  );
}

/** What the clinic still has to answer for its files, and the way to save one. */
function useFiles({ office, onOfficeChange, onSaid }: FilesOfChosenProps, asked: FileForm) {
  const [checks, setChecks] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const lacking = clinicLacks(office, asked);
  const problems = new Map<string, string>(lacking.flatMap(({ field, says }) => (checks > 0 ? [[field, says]] : [])));
  const save = (form: FileForm, { ready, others }: Parted) => {
    const left = leftOut(others, 'Why stands above the button.');
    if (ready.length === 0) return onSaid(`No ${form} was written: none of these claims is ready.${left}`);
    setOpen(lacking.length > 0);
    setChecks(lacking.length > 0 ? checks + 1 : 0);
    if (lacking.length > 0) return undefined;
    const { says, written } = savedFile(form, ready, office);
    if (written) onOfficeChange((before) => ({ ...before, controlNumber: controlNumberAfter(office.controlNumber) }));
    return onSaid(says + left, written && office.usage === 'P' ? { form, rows: ready } : undefined);
  };
  return { lacking, problems, checks, isOpen, setOpen, save };
}

const fileNames: Readonly<Record<FileForm, string>> = {
  '837P': 'baclofen-claims-837p.txt',
  '837I': 'baclofen-claims-837i.txt',
};

/** Saves the file as of now, and says so, or why there is none. */
function savedFile(
  form: FileForm,
  rows: readonly DayRow[],
  office: Office,
): { readonly says: string; readonly written: boolean } {
  const at = writtenAt(new Date());
  if (!at) return { says: 'The clock of this computer tells no date.', written: false };
  const result = writeFile(form, rows, office, at);
  if ('refused' in result)
    return { says: result.refused.map(({ whose, says }) => `${whose}: ${says}.`).join(' '), written: false };
  saveFile(fileNames[form], 'text/plain', result.written);
  return {
    says:
      `${claimsOf(rows)} went to your downloads as ${fileNames[form]}, with the control number ` +
      `${office.controlNumber.trim()}. The next file has the next number. ` +
      'Save the clinic’s file so that it stays so. ' +
      (office.usage === 'P'
        ? 'Mark them as sent once you have sent it.'
        : 'It is marked as a test, so none of them is billed by it.'),
    written: true,
  };
}
