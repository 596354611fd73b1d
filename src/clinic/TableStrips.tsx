import { useId } from 'react';
import { formatDate, formatSpan, placeIn, type IsoDate, type Span } from '../engine/dated';
import type { OpenedTables, TableOnFile } from '../engine/published-tables';
import { Shape } from '../results/Findings';
import { Patterns, patterned } from '../results/Patterns';
import { Tick } from '../results/Tick';
import { tableStrips, type ClaimOnTables, type TableStrip } from './table-freshness';
import '../results/strips.css';

type TableStripsProps = {
  onFile: readonly TableOnFile[];
  tables: OpenedTables;
  claim: ClaimOnTables | null;
  today: IsoDate;
};

/** How old each table is: a strip for each, and a line at the date of service, or at today without a claim. */
export function TableStrips({ onFile, tables, claim, today }: TableStripsProps) {
  const id = useId();
  const day = claim ? claim.encounter.dateOfService : today;
  const { drawn, ticks, strips } = tableStrips(onFile, tables, claim, day);
  const at = (date: IsoDate) => 100 * placeIn(drawn, date);
  return (
    <>
      <p>
        The line stands at {claim ? 'the date of service' : 'today'}, <strong>{formatDate(day)}</strong>.
        {strips.some(({ opened }) => opened.length > 0) ? ' What was opened here is hatched.' : ''}
      </p>
      <Patterns id={id} />
      <ul className="strips" aria-labelledby="tables-on-file">
        {strips.map((strip) => (
          <li key={strip.title}>
            <strong>{strip.title}</strong>
            <svg className="picture scaled" aria-hidden="true">
              <Days spans={strip.builtIn} at={at} className="filled" />
              <Days spans={strip.opened} at={at} {...patterned(id, 'hatch')} />
              <line className="now" x1={`${at(day)}%`} x2={`${at(day)}%`} y2="24" />
              <line x2="100%" y1="24" y2="24" />
              {ticks.map((tick) => (
                <Tick key={tick} at={at(tick)} says={tick.slice(0, 4)} />
              ))}
            </svg>
            <p>
              {daysOf(strip)} <Standing {...strip} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is not covered is said by shape and weight, too. */
const Standing = ({ isCovered, says }: TableStrip) =>
  isCovered ? (
    says
  ) : (
    <strong className="not-covered">
      <Shape outcome="needs-review" /> {says}
    </strong>
  );

type DaysProps = { spans: readonly Span[]; at: (date: IsoDate) => number; className?: string; fill?: string };

const Days = ({ spans, at, ...look }: DaysProps) =>
  spans.map(({ from, through }) => (
    <rect key={from} x={`${at(from)}%`} width={`${at(through) - at(from)}%`} y="5" height="14" {...look} />
  ));

/** "07/01/2024 to 09/30/2024; 10/01/2026 to 12/31/2026." */
function daysOf({ builtIn, opened }: TableStrip): string {
  const here = opened.length > 0 ? `; opened here: ${opened.map(formatSpan).join('; ')}` : '';
  return `${builtIn.map(formatSpan).join('; ')}${here}.`;
}
