import type { PreparedClaim, RuleBook } from '../engine/claim';
import { formatDate } from '../engine/dated';
import { sourcesOf } from '../engine/prepare-claim';
import { Unfolding } from './Unfolding';
import { confidenceWords, type Citation } from '../engine/rule';
import { tableWords } from './words';

/** Where every rule used comes from, as of when, and how well it is known. */
export function Sources({ claim, citations }: { claim: PreparedClaim; citations: RuleBook['citations'] }) {
  return (
    <Unfolding summary="Sources and dates">
      {() => (
        <>
          <ul className="tables">
            {claim.tablesUsed.map((table) => (
              <li key={table.title}>{tableWords(table)}</li>
            ))}
          </ul>
          <SourceList sources={sourcesOf(claim, citations)} />
        </>
      )}
    </Unfolding>
  );
}

/** Each citation with its source, its date and how well it is known. */
export function SourceList({ sources }: { sources: readonly Citation[] }) {
  return (
    <dl className="sources">
      {sources.map(({ row, says, source, confidence, asOf, readOn }) => (
        <div key={row}>
          <dt>{row}</dt>
          <dd>
            {says}
            <span className="source">
              {source}. {asOf ? `As of ${formatDate(asOf)}. ` : readOn ? `Read on ${formatDate(readOn)}. ` : ''}{capital(confidence.map((each) => confidenceWords[each]).join('; '))}.
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
