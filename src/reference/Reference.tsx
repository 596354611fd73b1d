import { TextField } from '../controls/TextField';
import { type ReferenceEntry, topicWords, type Topic } from '../rules/reference-entry';
import { memo, useState } from 'react';
import { formatDate, type IsoDate } from '../engine/dated';
import { Unfolding } from '../results/Unfolding';
import { SourceList } from '../results/Sources';
import { citations } from '../rules/citations';
import { searchReference } from '../rules/reference';
import './reference.css';

type Table = { readonly title: string; readonly from: IsoDate; readonly through: IsoDate };

const topics = Object.keys(topicWords) as Topic[];

/**
 * Codes, modifiers, payers, denials, what an article gets wrong and what nobody could confirm, each with its sources.
 */
export function Reference({ tables }: { tables: readonly Table[] }) {
  const [query, setQuery] = useState('');
  const found = searchReference(query);
  return (
    <div className="reference">
      <TextField
        id="reference-search"
        label="Search the reference"
        hint="A code, a word or a row, like J0475, custody or 2.16"
        field={{
          type: 'search',
          name: 'reference-search',
          value: query,
          onChange: ({ target }) => setQuery(target.value),
        }}
      />
      <p role="status">{found.length === 1 ? '1 entry' : `${found.length} entries`}</p>
      {found.length === 0 ? (
        <p>Nothing on file has all of these words. Try fewer words, a code alone, or the row of a finding.</p>
      ) : null}
      {topics.map((topic) => (
        <TopicEntries key={topic} topic={topic} entries={found.filter((entry) => entry.topic === topic)} />
      ))}
      <TableDates tables={tables} />
    </div>
  );
}

function TableDates({ tables }: { tables: readonly Table[] }) {
  return (
    <>
      <h3>Tables and dates</h3>
      {tables.length === 0 ? <p>No table is on file.</p> : null}
      <ul className="tables">
        {tables.map(({ title, from, through }) => (
          <li key={`${title} ${from}`}>
            {title}: {formatDate(from)} to {formatDate(through)}
          </li>
        ))}
      </ul>
    </>
  );
}

function TopicEntries({ topic, entries }: { topic: Topic; entries: readonly ReferenceEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <>
      <h3>{topicWords[topic]}</h3>
      <dl className="sources">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </dl>
    </>
  );
}

/** Drawn once: an entry never changes, and the search only shows it or not. */
const Entry = memo(function Entry({ entry: { topic, term, says, doNotConfuse, rows } }: { entry: ReferenceEntry }) {
  const isClaim = topic === 'article';
  return (
    <div>
      <dt>
        {isClaim ? <span className="source">The article says </span> : null}
        {term}
      </dt>
      <dd>
        {isClaim ? <strong>What is right: </strong> : null}
        {says}
        {doNotConfuse ? (
          <span className="source">
            <strong>Do not confuse with</strong> {doNotConfuse}
          </span>
        ) : null}
        <Unfolding summary={`Sources [${rows.join(', ')}]`}>
          {() => <SourceList sources={rows.map((row) => citations[row])} />}
        </Unfolding>
      </dd>
    </div>
  );
});
