import { useState } from 'react';
import { SelectField } from '../controls/SelectField';
import type { Session } from './ask';
import { BatchTable, wordsOfStatus } from './BatchTable';
import { rowStatuses, type RowStatus } from './held-rows';
import type { RowFilter, RunSummary } from './messages';
import { WriteFiles, type WriteFilesProps } from './WriteFiles';

type BatchResultsProps = Omit<WriteFilesProps, 'filter'> & Pick<Session, 'ask'> & { summary: RunSummary };

const inThousands = (count: number): string => count.toLocaleString('en-US');
/** "12 MB": whole megabytes, rounded up. */
const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_000_000)} MB`;

/** Bytes of a file from which on its memory is worth a word. */
const toldFrom = 10_000_000;

/** What became of the rows: how many of each, the table of those looked at, and the files of them. */
export function BatchResults({ summary, ...others }: BatchResultsProps) {
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
        .{blankRows > 0 ? ` Blank rows left out: ${inThousands(blankRows)}.` : ''}
        {fileBytes >= toldFrom
          ? ` They take ${megabytes(heldBytes)} of memory beside the ${megabytes(fileBytes)} of the file.`
          : ''}
      </p>
      <Filters summary={summary} filter={filter} onFilter={setFilter} />
      <BatchTable key={`${filter.status} ${filter.cause}`} filter={filter} ask={others.ask} />
      <WriteFiles filter={filter} {...others} />
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
