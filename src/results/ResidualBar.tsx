import type { ReactNode } from 'react';
import { digitsOfMl, formatMl, fractionOfVolume, volumeLeft, type Volume } from '../engine/quantity';
import type { ResidualScale } from '../engine/volume-scale';
import { Tick } from './Tick';
import './strips.css';

/** Expected and aspirated, zoomed to where they differ; the band is the clinic's tolerance around what was expected. */
export function ResidualBar({ scale }: { scale: ResidualScale }) {
  const { from, through, ticks, expected, aspirated, tolerated } = scale;
  const at = (volume: Volume) => 100 * fractionOfVolume(volumeLeft(volume, from), volumeLeft(through, from));
  return (
    <figure className="strips">
      <Row title="Expected" volume={expected} tolerated={tolerated} at={at} />
      <Row title="Aspirated" volume={aspirated} tolerated={tolerated} at={at}>
        <line x2="100%" y1="24" y2="24" />
        {ticks.map((tick) => (
          <Tick key={tick.uL} at={at(tick)} says={digitsOfMl(tick)} />
        ))}
      </Row>
      <figcaption>
        {tolerated
          ? `The band is what the clinic tolerates: ${formatMl(tolerated.from)} to ${formatMl(tolerated.through)}.`
          : 'No tolerance of the clinic is entered, so there is no band.'}
      </figcaption>
    </figure>
  );
}

type RowProps = Pick<ResidualScale, 'tolerated'> & {
  title: string;
  volume: Volume;
  at: (volume: Volume) => number;
  children?: ReactNode;
};

function Row({ title, volume, tolerated, at, children }: RowProps) {
  const start = tolerated ? at(tolerated.from) : 0;
  return (
    <div>
      <span>
        {title} <strong>{formatMl(volume)}</strong>
      </span>
      <svg className={`picture${children ? ' scaled' : ''}`} aria-hidden="true">
        {tolerated ? (
          <rect className="filled" x={`${start}%`} width={`${at(tolerated.through) - start}%`} y="1" height="22" />
        ) : null}
        <svg x={`${at(volume)}%`} y="12" overflow="visible">
          <path d="M0-8 8 0 0 8-8 0Z" className="solid" />
        </svg>
        {children}
      </svg>
    </div>
  );
}
