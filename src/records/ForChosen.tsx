import { useState } from 'react';
import { choicesOf } from '../answers/answer';
import { sentAsLabels } from '../answers/choice-labels';
import { ChoiceBox } from '../controls/Choices';
import { SelectField } from '../controls/SelectField';
import type { Office } from '../engine/clinic-file';
import { controlNumberAfter } from '../engine/control-number';
import { counted } from '../engine/typed';
import { formatDate, localDay, type IsoDate } from '../engine/dated';
import { saveFile } from '../fields/save-file';
import { FormProblems } from '../fields/FormProblems';
import { clinicLacks, partedFor837, partedForCsv, write837, writeCsv } from './batch';
import type { KeptClaim } from './clinic-records';
import { sentOn, type CourseText } from './course';
import { inFewWords, type DayRow } from './day-rows';
import { OfficeForm, officeFieldId } from './OfficeForm';

type ForChosenProps = {
  /** Those chosen, whether they are shown or not. */
  rows: readonly DayRow[];
  today: IsoDate;
  office: Office;
  onOfficeChange: (change: (before: Office) => Office) => void;
  onPrint: (rows: readonly DayRow[]) => void;
  onChange: (changed: readonly KeptClaim[]) => void;
};

/** What is done with the chosen claims together: printed, written to one file, marked as sent. */
export function ForChosen(props: ForChosenProps) {
  const { rows, onPrint } = props;
  const { said, inFile, say } = useSaidOfChosen(rows);
  return (
    <section aria-labelledby="day-chosen-title">
      <h3 id="day-chosen-title">
        {rows.length === 0 ? 'Choose claims to do something with them' : `Chosen: ${claimsOf(rows)}`}
      </h3>
      <p role="status">{said}</p>
      {rows.length === 0 ? null : (
        <>
          <div className="finding-actions">
            <button type="button" className="ds-c-button ds-c-button--small" onClick={() => onPrint(rows)}>
              Print the summaries
            </button>
            <CsvButton rows={rows} onSaid={say} />
          </div>
          <File837 {...props} onSaid={say} />
          <MarkAsSent {...props} inFile={inFile} onSaid={say} />
        </>
      )}
    </section>
  );
}

/** What was said, and which claims went into the last 837P: both stand for the claims that were chosen then. */
function useSaidOfChosen(rows: readonly DayRow[]) {
  const chosen = rows.map(({ id }) => id).join(' ');
  const [last, setLast] = useState<{ said: string; inFile: readonly string[]; chosen: string }>(nothingSaid);
  const say: OnSaid = (said, written = []) => setLast({ said, inFile: written.map(({ id }) => id), chosen });
  return { ...(last.chosen === chosen ? last : nothingSaid), say };
}
const nothingSaid = { said: '', inFile: [], chosen: '' };

const claimsOf = ({ length }: readonly DayRow[]): string => counted(length, 'claim');

/** "PT-3, 11/20/2026; PT-4, 11/20/2026; and 2 more". */
const named = (rows: readonly DayRow[]): string =>
  [...rows.slice(0, 3).map(inFewWords), ...(rows.length > 3 ? [`and ${rows.length - 3} more`] : [])].join('; ');

/** What did not go into a file; why stands in each row. */
const leftOut = (others: readonly DayRow[]): string =>
  others.length === 0 ? '' : ` Not in it: ${named(others)}. Their rows say why.`;

type OnSaid = (words: string, written?: readonly DayRow[]) => void;

function CsvButton({ rows, onSaid }: { rows: readonly DayRow[]; onSaid: OnSaid }) {
  const save = () => {
    const { ready, others } = partedForCsv(rows);
    if (ready.length === 0) return onSaid(`No CSV was written: none of these claims may leave yet.${leftOut(others)}`);
    const result = writeCsv(ready);
    if ('refused' in result) return onSaid(result.refused.map(({ says }) => says).join(' '));
    saveFile('baclofen-claims-lines.csv', 'text/csv', result.written);
    return onSaid(
      `The lines of ${claimsOf(ready)} went to your downloads as baclofen-claims-lines.csv.${leftOut(others)}`,
    );
  };
  return (
    <button type="button" className="ds-c-button ds-c-button--small" onClick={save}>
      Download a CSV of the lines
    </button>
  );
}

const fileName = 'baclofen-claims-837p.txt';

/** One 837P of all that may go into it. */
function File837(props: ForChosenProps & { onSaid: OnSaid }) {
  const { rows, office, onOfficeChange } = props;
  const [withReview, setWithReview] = useState(false);
  const { ready, lacking, problems, checks, isOpen, setOpen, save } = useFile837(props, withReview);
  return (
    <fieldset className="part">
      <legend>One 837P file</legend>
      <p>
        {ready.length} of {claimsOf(rows)} can go into it
        {office.usage === 'T' ? ', which is marked as a test: nothing is billed with it' : ''}.
      </p>
      <ChoiceBox
        type="checkbox"
        id="day-with-review"
        name="day-with-review"
        value="on"
        label="Take claims in review as well"
        hint="Their lines stand, and something is still to be checked."
        checked={withReview}
        onChange={({ target }) => setWithReview(target.checked)}
      />
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
      <button type="button" className="ds-c-button ds-c-button--small" onClick={save}>
        Download the 837P file
      </button>
    </fieldset>
  );
}

/** What would go into the file, what the clinic still has to answer for it, and the way to save it. */
function useFile837(
  { rows, office, onOfficeChange, onSaid }: ForChosenProps & { onSaid: OnSaid },
  withReview: boolean,
) {
  const [checks, setChecks] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const { ready, others } = partedFor837(rows, office, withReview);
  const lacking = clinicLacks(office);
  const problems = new Map<string, string>(lacking.flatMap(({ field, says }) => (checks > 0 ? [[field, says]] : [])));
  const save = () => {
    if (ready.length === 0) return onSaid(`No 837P was written: none of these claims is ready.${leftOut(others)}`);
    setOpen(lacking.length > 0);
    setChecks(lacking.length > 0 ? checks + 1 : 0);
    if (lacking.length > 0) return undefined;
    const { says, written } = saved837(ready, office);
    if (written) onOfficeChange((before) => ({ ...before, controlNumber: controlNumberAfter(office.controlNumber) }));
    const isBilled = written && office.usage === 'P';
    return onSaid(says + leftOut(others), isBilled ? ready : []);
  };
  return { ready, lacking, problems, checks, isOpen, setOpen, save };
}

/** Saves the file as of now, and says so, or why there is none. */
function saved837(rows: readonly DayRow[], office: Office): { readonly says: string; readonly written: boolean } {
  const now = new Date();
  const date = localDay(now);
  if (!date) return { says: 'The clock of this computer tells no date.', written: false };
  const time = `${String(now.getHours()).padStart(2, '0')}${String(now.getMinutes()).padStart(2, '0')}`;
  const result = write837(rows, office, { date, time });
  if ('refused' in result)
    return { says: result.refused.map(({ whose, says }) => `${whose}: ${says}.`).join(' '), written: false };
  saveFile(fileName, 'text/plain', result.written);
  return {
    says:
      `${claimsOf(rows)} went to your downloads as ${fileName}, with the control number ` +
      `${office.controlNumber.trim()}. The next file has the next number. ` +
      'Save the clinic’s file so that it stays so. ' +
      (office.usage === 'P'
        ? 'Mark them as sent once you have sent it.'
        : 'It is marked as a test, so none of them is billed by it.'),
    written: true,
  };
}

type MarkAsSentProps = Pick<ForChosenProps, 'rows' | 'today' | 'onChange'> & {
  /** The claims of the 837P that was just written; none where none was. */
  inFile: readonly string[];
  onSaid: OnSaid;
};

/**
 * Marks as sent, by the user’s own act: those of the file that was just written, else all without a date sent that may
 * leave.
 */
function MarkAsSent({ rows, today, inFile, onChange, onSaid }: MarkAsSentProps) {
  const [sentAs, setSentAs] = useState<CourseText['sentAs']>('837P');
  const mayLeave = rows.filter(({ status }) => status === 'ready' || status === 'review');
  const unsent = mayLeave.filter(({ record }) => record.course.sentOn.trim() === '');
  const ofFile = unsent.filter(({ id }) => inFile.includes(id));
  const toMark = inFile.length > 0 ? ofFile : unsent;
  const mark = () => {
    onChange(toMark.map(({ record }) => sentOn(record, today, sentAs)));
    onSaid(`${claimsOf(toMark)} marked as sent on ${formatDate(today)}.`, ofFile);
  };
  if (toMark.length === 0) return <p>{nothingToMark(mayLeave, inFile)}</p>;
  return (
    <fieldset className="part">
      <legend>Once you have sent them</legend>
      <SelectField
        id="day-sent-as"
        label="Sent as"
        choices={choicesOf(sentAsLabels)}
        unchosen={undefined}
        hint={`For ${claimsOf(toMark)} ${ofFile.length > 0 ? 'of the file' : 'without a date sent that may leave'}.`}
        problem={undefined}
        field={{
          name: 'day-sent-as',
          value: sentAs,
          onChange: ({ target }) => setSentAs(target.value as CourseText['sentAs']),
        }}
      />
      <button type="button" className="ds-c-button ds-c-button--small" onClick={mark}>
        Mark as sent today
      </button>
    </fieldset>
  );
}

function nothingToMark(mayLeave: readonly DayRow[], inFile: readonly string[]): string {
  if (inFile.length > 0) return 'Those of the file are marked as sent.';
  return mayLeave.length > 0 ? 'All of these that may leave are marked as sent.' : 'None of these may leave yet.';
}
