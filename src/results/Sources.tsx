import type { PreparedClaim } from '../engine/claim';
import { formatDate } from '../engine/dated';
import { confidenceWords, tableWords } from './words';

/** Where every rule used comes from, as of when, and how well it is known. */
export function Sources({ claim: { sources, tables } }: { claim: Pick<PreparedClaim, 'sources' | 'tables'> }) {
  return (
    <details>
      <summary>Sources and dates: {sources.length}</summary>
      <ul className="tables">
        {tables.map((table) => (
          <li key={table.title}>{tableWords(table)}</li>
        ))}
      </ul>
      <dl className="sources">
        {sources.map(({ row, says, source, confidence, asOf }) => (
          <div key={row}>
            <dt>{row}</dt>
            <dd>
              {says}
              <span className="source">
                {source}. As of {formatDate(asOf)}. {capital(confidence.map((each) => confidenceWords[each]).join('; '))}.
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
