import { memo, use, useState, type ChangeEvent } from 'react';
import { SelectField } from '../controls/SelectField';
import type { ClinicFile, KeptMapping } from '../engine/clinic-file';
import { counted } from '../engine/typed';
import { TodayContext } from '../fields/form';
import { saveFile } from '../fields/save-file';
import { BatchResults } from './BatchResults';
import { columns, specOf } from './columns';
import { delimiters, delimiterWords, type Delimiter } from './csv';
import { AuditPart } from './AuditPart';
import { entriesOf, missingColumns, toKeep } from './mapping';
import { MappingForm } from './MappingForm';
import { useBatch, type Running } from './use-batch';
import './batch.css';

type BatchProps = {
  clinic: ClinicFile;
  onMappings: (change: (before: readonly KeptMapping[]) => readonly KeptMapping[]) => void;
};

const mostKept = 20;

/** A file of encounters becomes claims or problems, row by row. Nothing of it is kept but how its headings are read. */
export function Batch({ clinic, onMappings }: BatchProps) {
  const batch = useBatch(clinic, use(TodayContext));
  const { opened, mapping, running, summary, said } = batch;
  const start = () => {
    if (!opened || running) return;
    if (missingColumns(mapping).length > 0)
      return batch.say('Some columns that every claim needs are still missing: see above.');
    const kept = toKeep(mapping, opened.headings);
    const text = JSON.stringify(kept);
    onMappings((before) => [kept, ...before.filter((each) => JSON.stringify(each) !== text)].slice(0, mostKept));
    return void batch.run();
  };
  return (
    <div className="batch">
      <p className="section-note">
        Each row of a CSV becomes its claim, or says what is wrong with it. The file is read here and goes nowhere.
      </p>
      <ChooseFile {...batch} />
      {opened ? (
        <>
          <MappingForm opened={opened} mapping={mapping} disabled={running !== null} onChange={batch.map} />
          <RunButtons running={running} onStart={start} onCancel={() => void batch.cancel()} />
        </>
      ) : null}
      <p role="status" className="batch-said">
        {said}
      </p>
      {summary ? <BatchResults summary={summary} office={clinic.office} ask={batch.ask} /> : null}
      {opened ? (
        <AuditPart
          key={`${batch.file?.name} ${summary?.count}`}
          used={entriesOf(mapping).map(([column]) => column)}
          isRun={summary !== null}
          onAudit={() => batch.ask('audit', { name: batch.file?.name ?? '' })}
        />
      ) : null}
      <Meaning />
    </div>
  );
}

function ChooseFile({ file, open, running }: Pick<ReturnType<typeof useBatch>, 'file' | 'open' | 'running'>) {
  const [delimiter, setDelimiter] = useState<Delimiter | ''>('');
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = target.files ?? [];
    if (chosen) void open(chosen, delimiter || undefined);
    target.value = '';
  };
  return (
    <div className="batch-file">
      <FileField name={file?.name} disabled={running !== null} onChange={take} />
      <SelectField
        id="batch-delimiter"
        label="What parts the columns"
        choices={delimiters.map((value) => ({ value, label: `A ${delimiterWords[value]}` }))}
        unchosen="Told by the file"
        hint={undefined}
        problem={undefined}
        field={{
          value: delimiter,
          disabled: running !== null,
          onChange: ({ target }) => {
            const chosen = target.value as Delimiter | '';
            setDelimiter(chosen);
            if (file) void open(file, chosen || undefined);
          },
        }}
      />
    </div>
  );
}

type FileFieldProps = {
  name: string | undefined;
  disabled: boolean;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
};

const FileField = ({ name, disabled, onChange }: FileFieldProps) => (
  <div>
    <label className="ds-c-label" htmlFor="batch-file">
      Open a CSV of encounters
    </label>
    <input id="batch-file" type="file" accept=".csv,.tsv,.txt,text/csv" disabled={disabled} onChange={onChange} />
    {name === undefined ? null : <p>{name}</p>}
  </div>
);

type RunButtonsProps = { running: Running | null; onStart: () => void; onCancel: () => void };

/** Both stay where they are, so that the focus does and nothing moves under a press. */
function RunButtons({ running, onStart, onCancel }: RunButtonsProps) {
  return (
    <div className="batch-progress">
      <button
        type="button"
        className="ds-c-button ds-c-button--small ds-c-button--solid"
        aria-disabled={running !== null}
        onClick={onStart}
      >
        Make the claims
      </button>
      <button
        type="button"
        className="ds-c-button ds-c-button--small"
        aria-disabled={running === null}
        onClick={() => (running ? onCancel() : undefined)}
      >
        Cancel
      </button>
      {running ? (
        <>
          <progress aria-label="Reading the rows" max={1} value={running.part} />
          <span>
            {running.rows.toLocaleString('en-US')} rows
            {running.secondsLeft === null ? '' : `, about ${counted(running.secondsLeft, 'second')} left`}
          </span>
        </>
      ) : null}
    </div>
  );
}

const sample =
  'patient_reference,date_of_service,dose_given,dose_wasted,labeled_amount,ndc,diagnoses,payer,setting\r\n' +
  'A-101,05/20/2026,36 mg,4 mg,40 mg,66794-157-02,G80.1,Medicare Part B,Office\r\n' +
  'A-102,05/21/2026,25 mg,15 mg,40 mg,66794-157-02,G35.D,Commercial,Office\r\n';

const Meaning = memo(function Meaning() {
  return (
    <details>
      <summary>What the columns mean, and a sample</summary>
      <p>
        Other names are mapped above. A column that is missing is blank in every row.{' '}
        <button
          type="button"
          className="link"
          onClick={() => saveFile('baclofen-batch-sample.csv', 'text/csv', sample)}
        >
          Download a sample CSV
        </button>
      </p>
      <dl className="batch-columns">
        {columns.map((column) => (
          <div key={column}>
            <dt>
              {specOf(column).label} <code>{column}</code>
            </dt>
            <dd>{specOf(column).means}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
});
