import { useState } from 'react';
import { choicesOf } from '../answers/answer';
import { sentAsLabels } from '../answers/choice-labels';
import { SelectField } from '../controls/SelectField';
import type { Office } from '../engine/clinic-file';
import { formatDate, type IsoDate } from '../engine/dated';
import { saveFile } from '../fields/save-file';
import { fileForms, partedForCsv, partedForFile, writeCsv } from './batch';
import type { KeptClaim } from './clinic-records';
import { sentOn, type CourseText } from './course';
import type { DayRow } from './day-rows';
import { FilesOfChosen } from './FilesOfChosen';
import { claimsOf, leftOut, useSaidOfChosen, type InFiles, type OnSaid } from './said-of-chosen';

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
          <FilesOfChosen {...props} onSaid={say} />
          <MarkAsSent key={String(inFile.size > 0)} {...props} inFile={inFile} onSaid={say} />
        </>
      )}
    </section>
  );
}

const csvWhere = 'Their rows say why.';

function CsvButton({ rows, onSaid }: { rows: readonly DayRow[]; onSaid: OnSaid }) {
  const save = () => {
    const { ready, others } = partedForCsv(rows);
    if (ready.length === 0)
      return onSaid(`No CSV was written: none of these claims may leave yet.${leftOut(others, csvWhere)}`);
    const result = writeCsv(ready);
    if ('refused' in result) return onSaid(result.refused.map(({ says }) => says).join(' '));
    saveFile('baclofen-claims-lines.csv', 'text/csv', result.written);
    const left = leftOut(others, csvWhere);
    return onSaid(`The lines of ${claimsOf(ready)} went to your downloads as baclofen-claims-lines.csv.${left}`);
  };
  return (
    <button type="button" className="ds-c-button ds-c-button--small" onClick={save}>
      Download a CSV of the lines
    </button>
  );
}

type MarkAsSentProps = Pick<ForChosenProps, 'rows' | 'today' | 'office' | 'onChange'> & {
  /** The claims of the files that were just written; none where none was. */
  inFile: InFiles;
  onSaid: OnSaid;
};

/**
 * Which are marked as sent: those of the file that was just written; else, of those without a date sent that may leave,
 * all that could go that way. In words, and why none is.
 */
function toBeMarked({ rows, office, inFile }: Omit<MarkAsSentProps, 'today' | 'onChange' | 'onSaid'>, sentAs: SentAs) {
  const mayLeave = rows.filter(({ status }) => status === 'ready' || status === 'review');
  const unsent = mayLeave.filter(({ record }) => record.course.sentOn.trim() === '');
  if (inFile.size > 0)
    return { mayLeave, unsent, marked: unsent.filter(({ id }) => inFile.has(id)), which: 'of the file', problem: '' };
  const form = fileForms.find((each) => each === sentAs);
  const marked = form ? partedForFile(form, unsent, office, true).ready : unsent;
  const none = marked.length === 0 ? `None of these can go into an ${form}. Their rows say why` : '';
  return {
    mayLeave,
    unsent,
    marked,
    which: form ? `that can go into an ${form}` : 'without a date sent that may leave',
    problem: sentAs === '' ? 'Choose how they were sent' : none,
  };
}

/** Marks as sent, by the user’s own act. */
function MarkAsSent(props: MarkAsSentProps) {
  const { today, inFile, onChange, onSaid } = props;
  const hasFile = inFile.size > 0;
  const [sentAs, setSentAs] = useState<SentAs>(hasFile ? inItsFile : '');
  const [presses, setPresses] = useState(0);
  const { mayLeave, unsent, marked, which, problem } = toBeMarked(props, sentAs);
  const mark = () => {
    setPresses(presses + 1);
    if (problem !== '') return;
    onChange(
      marked.map(({ id, record }) => sentOn(record, today, sentAs === inItsFile ? (inFile.get(id) ?? '') : sentAs)),
    );
    onSaid(`${claimsOf(marked)} marked as sent on ${formatDate(today)}.`);
  };
  if (unsent.length === 0 || (hasFile && marked.length === 0)) return <p>{nothingToMark(mayLeave, inFile)}</p>;
  return (
    <fieldset className="part">
      <legend>Once you have sent them</legend>
      <SelectField
        id="day-sent-as"
        label="Sent as"
        choices={hasFile ? withItsFile : choicesOf(sentAsLabels)}
        unchosen={hasFile ? undefined : 'Choose how'}
        hint={`For ${claimsOf(marked)} ${which}.`}
        problem={presses > 0 && problem !== '' ? problem : undefined}
        field={{
          name: 'day-sent-as',
          value: sentAs,
          onChange: ({ target }) => setSentAs(target.value as SentAs),
        }}
      />
      <button type="button" className="ds-c-button ds-c-button--small" onClick={mark}>
        Mark as sent today
      </button>
    </fieldset>
  );
}

const inItsFile = 'in-its-file';
type SentAs = CourseText['sentAs'] | typeof inItsFile;
const withItsFile: readonly { readonly value: SentAs; readonly label: string }[] = [
  { value: inItsFile, label: 'The file that holds it' },
  ...choicesOf(sentAsLabels),
];

function nothingToMark(mayLeave: readonly DayRow[], inFile: InFiles): string {
  if (inFile.size > 0) return 'Those of the file are marked as sent.';
  return mayLeave.length > 0 ? 'All of these that may leave are marked as sent.' : 'None of these may leave yet.';
}
