import { useState } from 'react';
import { SelectField } from '../controls/SelectField';
import { localDay } from '../engine/dated';
import type { Office } from '../engine/clinic-file';
import { counted } from '../engine/typed';
import { saveFile } from '../fields/save-file';
import type { Session } from './ask';
import { BatchTable, wordsOfStatus } from './BatchTable';
import { rowStatuses, type RowStatus } from './held-rows';
import type { RowFilter, RunSummary } from './messages';
import { writtenFiles, type WrittenFile } from './write';

type BatchResultsProps = { summary: RunSummary; office: Office; ask: Session['ask'] };

const inThousands = (count: number): string => count.toLocaleString('en-US');
/** "12 MB": whole megabytes, rounded up. */
const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_000_000)} MB`;

/** What became of the rows: how many of each, the table of those looked at, and the files of them. */
export function BatchResults({ summary, office, ask }: BatchResultsProps) {
  const [filter, setFilter] = useState<RowFilter>({ status: null, cause: null });
  const { count, counts, blankRows, heldBytes, fileBytes } = summary;
  return (
    <section aria-labelledby="batch-results-title">
      <h3 id="batch-results-title">{inThousands(count)} rows</h3>
      <p>
        {rowStatuses
          .filter((status) => counts[status] > 0)
          .map((status) => `${wordsOfStatus[status]}: ${inThousands(counts[status])}`)
          .join('. ')}
        .{blankRows > 0 ? ` Blank rows left out: ${inThousands(blankRows)}.` : ''} They take {megabytes(heldBytes)} of
        memory beside the {megabytes(fileBytes)} of the file.
      </p>
      <Filters summary={summary} filter={filter} onFilter={setFilter} />
      <BatchTable key={`${filter.status} ${filter.cause}`} filter={filter} ask={ask} />
      <WriteFiles filter={filter} office={office} ask={ask} />
    </section>
  );
}

type FiltersProps = Pick<BatchResultsProps, 'summary'> & { filter: RowFilter; onFilter: (filter: RowFilter) => void };

function Filters({ summary: { counts, causes }, filter, onFilter }: FiltersProps) {
  return (
    <div className="batch-filters">
      <SelectField
        id="batch-status"
        label="Status"
        choices={rowStatuses.map((value) => ({
          value,
          label: `${wordsOfStatus[value]} (${inThousands(counts[value])})`,
        }))}
        unchosen="Any"
        hint={undefined}
        problem={undefined}
        field={{
          value: filter.status ?? '',
          onChange: ({ target }) => onFilter({ ...filter, status: (target.value || null) as RowStatus | null }),
        }}
      />
      <SelectField
        id="batch-cause"
        label="What to do first"
        choices={causes
          .slice(0, mostCauses)
          .map(({ id, words, count: rows }) => ({ value: String(id), label: `${words} (${inThousands(rows)})` }))}
        unchosen="Any"
        hint={undefined}
        problem={undefined}
        field={{
          value: filter.cause === null ? '' : String(filter.cause),
          onChange: ({ target }) => onFilter({ ...filter, cause: target.value === '' ? null : Number(target.value) }),
        }}
      />
    </div>
  );
}

const mostCauses = 200;

function WriteFiles({ filter, office, ask }: Omit<BatchResultsProps, 'summary'> & { filter: RowFilter }) {
  const [what, setWhat] = useState<WrittenFile>('rows');
  const [said, setSaid] = useState('');
  const write = async () => {
    const now = new Date();
    const date = localDay(now);
    if (!date) return setSaid('The clock of this computer tells no date.');
    const time = `${String(now.getHours()).padStart(2, '0')}${String(now.getMinutes()).padStart(2, '0')}`;
    setSaid('Writing…');
    const told = { ...filter, what, office, writtenAt: { date, time } };
    const written = await ask('write', told, ({ done, of }) =>
      setSaid(`Writing: ${inThousands(done)} of ${counted(of, 'row')}`),
    ).catch(() => ({ parts: [], says: 'Writing failed. Nothing was written.' }));
    const { file, type } = writtenFiles[what];
    if (written.parts.length > 0) saveFile(file, type, written.parts);
    return setSaid(written.parts.length > 0 ? `${file} went to your downloads: ${written.says}` : written.says);
  };
  return (
    <div className="batch-write">
      <SelectField
        id="batch-what"
        label="Write the rows shown to a file"
        choices={Object.entries(writtenFiles).map(([value, { label }]) => ({ value, label }))}
        unchosen={undefined}
        hint={undefined}
        problem={undefined}
        field={{ value: what, onChange: ({ target }) => setWhat(target.value as WrittenFile) }}
      />
      <button type="button" className="ds-c-button ds-c-button--small" onClick={() => void write()}>
        Download the file
      </button>
      <p role="status">{said}</p>
    </div>
  );
}
