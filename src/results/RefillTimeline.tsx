import { memo, useId } from 'react';
import { daysAfter, formatDate, placeIn, type IsoDate } from '../engine/dated';
import type { AuthorizedDays, MilestoneName, RefillTimeline as Timeline } from '../engine/refill-timeline';
import { Patterns, patterned } from './Patterns';
import { Tick } from './Tick';
import './strips.css';

const milestoneLabels = {
  service: 'Service',
  'latest-refill': 'Latest refill',
  alarm: 'Alarm',
  stability: 'End of stability',
} as const satisfies Record<MilestoneName, string>;

/** The days of a refill, one below the other on one scale, and below them what was authorized: a gap is hatched. */
export const RefillTimeline = memo(
  function RefillTimeline({ timeline }: { timeline: Timeline }) {
    const { drawn, ticks, milestones, authorization } = timeline;
    const id = useId();
    const at = (day: IsoDate) => 100 * placeIn(drawn, day);
    const [service] = milestones.filter(({ name }) => name === 'service');
    const isLast = (place: number) => !authorization && place === milestones.length - 1;
    return (
      <figure className="strips timeline">
        {milestones.map(({ name, day }, place) => (
          <div key={name}>
            <span>
              {milestoneLabels[name]} <strong>{formatDate(day)}</strong>
            </span>
            <svg className={isLast(place) ? 'picture scaled' : 'picture'} aria-hidden="true">
              <line x1={`${at(service?.day ?? day)}%`} x2={`${at(day)}%`} y1="12" y2="12" />
              <svg x={`${at(day)}%`} y="12" overflow="visible">
                <path d="M0-7 7 0 0 7-7 0Z" className="solid" />
              </svg>
              {isLast(place) ? <Ruler ticks={ticks} at={at} /> : null}
            </svg>
          </div>
        ))}
        {authorization ? <Authorized {...authorization} ticks={ticks} at={at} id={id} /> : null}
      </figure>
    );
  },
  (before, now) => JSON.stringify(before.timeline) === JSON.stringify(now.timeline),
);

type Scale = { ticks: readonly IsoDate[]; at: (day: IsoDate) => number };

/** The scale that all of them stand on, below the last one. */
const Ruler = ({ ticks, at }: Scale) => (
  <>
    <line x2="100%" y1="24" y2="24" />
    {ticks.map((tick) => (
      <Tick key={tick} at={at(tick)} says={`${tick.slice(5, 7)}/${tick.slice(0, 4)}`} />
    ))}
  </>
);

function Authorized({ authorized, gaps, says, ticks, at, id }: AuthorizedDays & Scale & { id: string }) {
  return (
    <>
      <Patterns id={id} />
      <div>
        <span>Authorized</span>
        <svg className="picture scaled" aria-hidden="true">
          <Ruler ticks={ticks} at={at} />
          {authorized ? <Band {...authorized} at={at} className="filled" /> : null}
          {gaps.map((gap) => (
            <Band key={gap.from} {...gap} at={at} {...patterned(id, 'hatch')} />
          ))}
        </svg>
      </div>
      <figcaption>{gaps.length > 0 ? <strong>{says}</strong> : says}</figcaption>
    </>
  );
}

type BandProps = Pick<Scale, 'at'> & { from: IsoDate; through: IsoDate; className?: string; fill?: string };

/** From the beginning of a day to the end of another. */
function Band({ from, through, at, ...look }: BandProps) {
  const start = at(from);
  return (
    <rect x={`${start}%`} width={`${at(daysAfter(through, 1) ?? through) - start}%`} y="3" height="14" {...look} />
  );
}
