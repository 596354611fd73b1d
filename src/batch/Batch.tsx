import { memo, use, useState, type ChangeEvent } from 'react';
import { SelectField } from '../controls/SelectField';
import type { ClinicFile, KeptMapping, Office } from '../engine/clinic-file';
import { inWords } from '../engine/typed';
import { TodayContext } from '../fields/form';
import { saveFile } from '../fields/save-file';
import { BatchResults } from './BatchResults';
import { columns, specOf } from './columns';
import { delimiters, delimiterWords, type Delimiter } from './csv';
import { AuditPart } from './AuditPart';
import { entriesOf, isOfSameHeadings, missingColumns, toKeep } from './mapping';
import { idForAll, MappingForm } from './MappingForm';
import { PayersOfFile } from './PayersOfFile';
import { RunButtons } from './RunButtons';
import { useBatch } from './use-batch';
import { useWorks } from './use-work';
import './batch.css';

type BatchProps = {
  clinic: ClinicFile;
  onMappings: (change: (before: readonly KeptMapping[]) => readonly KeptMapping[]) => void;
  onOfficeChange: (change: (before: Office) => Office) => void;
};

const mostKept = 20;

/** A file of encounters becomes claims or problems, row by row. Nothing of it is kept but how its headings are read. */
export function Batch({ clinic, onMappings, onOfficeChange }: BatchProps) {
  const batch = useBatch(clinic, use(TodayContext));
  const works = useWorks(batch);
  const { opened, mapping, summary, said } = batch;
  return (
    <div className="batch">
      <p className="section-note">
        Each row of a CSV becomes its claim, or says what is wrong with it. The file is read here and goes nowhere.
      </p>
      <ChooseFile {...batch} />
      <ToClaims batch={batch} isBlocked={works.isBusy} clinic={clinic} onMappings={onMappings} />
      <p role="status" className="batch-said">
        {said}
      </p>
      {batch.isOutOfDate ? (
        <p>
          <strong>Payer profiles or tables were changed since. Make the claims again.</strong>
        </p>
      ) : null}
      {summary ? (
        <BatchResults ask={batch.ask} summary={summary} works={works} onOfficeChange={onOfficeChange} />
      ) : null}
      {opened ? (
        <AuditPart
          key={`${batch.file?.name} ${summary?.count}`}
          used={entriesOf(mapping).map(([column]) => column)}
          isRun={summary !== null}
          file={batch.file}
          works={works}
        />
      ) : null}
      <Meaning />
    </div>
  );
}

type ToClaimsProps = Pick<BatchProps, 'clinic' | 'onMappings'> & {
  batch: ReturnType<typeof useBatch>;
  isBlocked: boolean;
};

/** How the columns are read and what the payers are, and the buttons that make claims of the rows. */
function ToClaims({ batch, isBlocked, clinic, onMappings }: ToClaimsProps) {
  const { opened, mapping, payers, running } = batch;
  const [disabled, profiles] = [running !== null || isBlocked, clinic.profiles];
  if (!opened) return null;
  return (
    <>
      <MappingForm opened={opened} mapping={mapping} profiles={profiles} disabled={disabled} onChange={batch.map} />
      {payers.texts ? (
        <PayersOfFile
          found={payers.texts}
          profiles={profiles}
          told={payers.told}
          disabled={disabled}
          onSay={batch.sayPayer}
        />
      ) : null}
      <RunButtons
        start="Make the claims"
        cancel="Cancel"
        label="Reading the rows"
        running={running}
        isBlocked={isBlocked}
        onStart={() => startOf(batch, onMappings)}
        onCancel={() => void batch.cancel()}
      />
    </>
  );
}

/** Starts a run, and keeps how the headings are read; or says what is missing. */
function startOf(batch: ReturnType<typeof useBatch>, onMappings: BatchProps['onMappings']): void {
  const { opened, mapping, running, say, run } = batch;
  if (!opened || running) return;
  const missing = missingColumns(mapping);
  const [first] = missing;
  if (first) {
    document.getElementById(idForAll(first))?.focus();
    return say(`Still missing: ${inWords(missing.map((column) => specOf(column).label))}.`);
  }
  const kept = toKeep(mapping, opened.headings, batch.payers.told);
  onMappings((before) => [kept, ...before.filter((each) => !isOfSameHeadings(each, kept))].slice(0, mostKept));
  return void run();
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
