import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import { useId } from 'react';
import { Patterns, patterned } from '../results/Patterns';
import type { Panel, Series, TherapyChart } from './therapy-chart';

const height = 140;
const [bandTop, bandFoot] = [height + 26, height + 44];

/** Each has a mark and a stroke of its own: they are told apart without color. */
const looks = {
  given: { mark: symbolCircle, stroke: '' },
  cost: { mark: symbolSquare, stroke: '' },
  allowed: { mark: symbolCircle, stroke: '6 3' },
  paid: { mark: symbolTriangle, stroke: '2 3' },
  patientOwes: { mark: symbolDiamond, stroke: '8 3 2 3' },
} as const satisfies Record<Series['name'], object>;
const markOf = (name: Series['name']): string => symbol(looks[name].mark, 60)() ?? '';

/** Dose and money over time, on one scale of days; the table beside it has the same figures. */
export function ChartPicture({ chart }: { chart: TherapyChart }) {
  const id = useId();
  return (
    <figure className="therapy-chart">
      <Patterns id={id} />
      <div>
        <p>Dose of each fill{chart.bands.length > 0 ? '; hatched: days authorized' : ''}</p>
        <PanelPicture panel={chart.dose} ticks={chart.ticks} bands={chart.bands} id={id} />
      </div>
      <div>
        <p>Money of each fill</p>
        {chart.money.series.length > 0 ? (
          <>
            <PanelPicture panel={chart.money} ticks={chart.ticks} bands={[]} id={id} />
            <Legend series={chart.money.series} />
          </>
        ) : (
          <p className="section-note">No amount is known yet.</p>
        )}
      </div>
      <figcaption className="section-note">The table has the same figures.</figcaption>
    </figure>
  );
}

type PanelPictureProps = { panel: Panel; id: string } & Pick<TherapyChart, 'ticks' | 'bands'>;

const PanelPicture = ({ panel, ticks, bands, id }: PanelPictureProps) => (
  <svg className={bands.length > 0 ? 'picture panel banded' : 'picture panel'} aria-hidden="true">
    {bands.map((band) => (
      <BandPicture key={band.number} {...band} id={id} />
    ))}
    {panel.grid.map(({ up, says }) => (
      <svg key={says} y={fromTop(up)} overflow="visible">
        <line x2="100%" className="grid" />
        <text x="0" y="-3">
          {says}
        </text>
      </svg>
    ))}
    {panel.series.map((series) => (
      <SeriesPicture key={series.name} {...series} />
    ))}
    {ticks.map(({ across, says }) => (
      <svg key={says} x={`${across}%`} y={height} overflow="visible">
        <line y2="5" />
        <text y="18" textAnchor={across < 8 ? 'start' : across > 92 ? 'end' : 'middle'}>
          {says}
        </text>
      </svg>
    ))}
  </svg>
);

/** A strip below the days that were authorized, and its edges through the picture. */
const BandPicture = ({ number, from, through, id }: TherapyChart['bands'][number] & { id: string }) => (
  <svg x={`${from}%`} width={`${Math.max(1, through - from)}%`} height={bandFoot} overflow="hidden">
    <rect width="100%" height={bandFoot} className="open" />
    <rect width="100%" y={bandTop} height={bandFoot - bandTop} {...patterned(id, 'hatch')} />
    <rect x="4" y={bandTop + 3} width={number.length * 8 + 4} height="13" className="behind" />
    <text x="6" y={bandTop + 14}>
      {number}
    </text>
  </svg>
);

const fromTop = (up: number): number => ((100 - up) * height) / 100;

const SeriesPicture = ({ name, path, places }: Series) => (
  <>
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height={height} overflow="visible">
      <path d={path} className="trace" vectorEffect="non-scaling-stroke" strokeDasharray={looks[name].stroke} />
    </svg>
    {places.map(({ across, up }) => (
      <svg key={`${across} ${up}`} x={`${across}%`} y={fromTop(up)} overflow="visible">
        <path d={markOf(name)} className="mark" />
      </svg>
    ))}
  </>
);

const Legend = ({ series }: { series: readonly Series[] }) => (
  <ul className="legend">
    {series.map(({ name, label }) => (
      <li key={name}>
        <svg className="picture" aria-hidden="true">
          <line x2="36" y1="8" y2="8" strokeDasharray={looks[name].stroke} />
          <path d={markOf(name)} className="mark" transform="translate(18 8)" />
        </svg>
        {label}
      </li>
    ))}
  </ul>
);
