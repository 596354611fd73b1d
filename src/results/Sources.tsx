import { Suspense, use } from 'react';
import type { PreparedClaim } from '../engine/prepared-claim';
import { confidenceWords, type Citation } from '../engine/citation';
import { formatDate } from '../engine/dated';
import { sourcesOf } from '../engine/prepare-claim';
import { CitationsContext } from './citations-context';
import { Unfolding } from './Unfolding';
import { tableWords } from './words';
import './sources.css';

/** Where every rule used comes from, as of when, and how well it is known. */
export function Sources({ claim }: { claim: PreparedClaim }) {
  return (
    <Unfolding summary="Sources and dates">
      {() => (
        <>
          <ul className="tables">
            {claim.tablesUsed.map((table) => (
              <li key={table.title}>{tableWords(table)}</li>
            ))}
          </ul>
          <Suspense fallback={<p>Opening…</p>}>
            <SourcesOfClaim claim={claim} />
          </Suspense>
        </>
      )}
    </Unfolding>
  );
}

function SourcesOfClaim({ claim }: { claim: PreparedClaim }) {
  return <SourceList sources={sourcesOf(claim, use(use(CitationsContext)()))} />;
}

/** Who says what some rows say. */
export function SourcesOf({ rows }: { rows: readonly string[] }) {
  return (
    <Suspense fallback={<p>Opening…</p>}>
      <SourcesOfRows rows={rows} />
    </Suspense>
  );
}

function SourcesOfRows({ rows }: { rows: readonly string[] }) {
  const citations = use(use(CitationsContext)());
  return <SourceList sources={rows.flatMap((row) => citations[row] ?? [])} />;
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
              {source}. {asOf ? `As of ${formatDate(asOf)}. ` : readOn ? `Read on ${formatDate(readOn)}. ` : ''}
              {capital(confidence.map((each) => confidenceWords[each]).join('; '))}.
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
