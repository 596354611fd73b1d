import { useId } from 'react';
import { Patterns, patterned } from '../results/Patterns';
import { barsOf, ways, wayTitles, type Way } from './audit-chart';
import type { AuditSum } from './audit-sums';

const mostBars = 12;

/** Each way has a filling of its own: they are told apart without color. */
const fillOf = (id: string, way: Way) =>
  way === 'toReturn' ? { className: 'filled' } : patterned(id, way === 'toCollect' ? 'hatch' : 'dots');

/** Money of each group as bars; the table beside it has the same figures. */
export function AuditChart({ sums, by }: { sums: readonly AuditSum[]; by: string }) {
  const id = useId();
  const bars = barsOf(sums, mostBars);
  const left = sums.length - bars.length;
  return (
    <figure className="audit-chart">
      <Patterns id={id} />
      <p>Money by {by}</p>
      <div aria-hidden="true">
        {bars.map(({ key, name, says, parts }) => (
          <div key={key} className="audit-bar">
            <span>{name}</span> <span>{says}</span>
            <svg className="picture">
              {parts.map(({ way, from, width }) => (
                <rect key={way} x={`${from}%`} width={`${width}%`} height="100%" {...fillOf(id, way)} />
              ))}
            </svg>
          </div>
        ))}
      </div>
      <ul className="audit-legend">
        {ways.map((way) => (
          <li key={way}>
            <svg className="picture" aria-hidden="true">
              <rect x="1" y="1" width="34" height="14" {...fillOf(id, way)} />
            </svg>
            {wayTitles[way]}
          </li>
        ))}
      </ul>
      <figcaption className="section-note">
        The table has the same figures.{left > 0 ? ` ${left} more stand in it alone.` : ''}
      </figcaption>
    </figure>
  );
}
