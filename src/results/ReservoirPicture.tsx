import type { PumpFill } from '../engine/encounter';
import { formatMl, type Volume } from '../engine/quantity';
import './reservoir-picture.css';

const top = 26;
const height = 110;
const barWidth = 76;

/**
 * The reservoir before, what was drawn out of it and after the fill, with the alarm level: shapes, words and numbers,
 * no color needed.
 */
export function ReservoirPicture({ fill, expected }: { fill: PumpFill; expected: Volume | null }) {
  const { reservoir, aspirated, instilled, alarmVolume } = fill;
  const bars = [
    { title: 'Expected', volume: expected, drug: 'old-drug' },
    { title: 'Aspirated', volume: aspirated, drug: 'old-drug' },
    { title: 'After the fill', volume: instilled, drug: 'new-drug' },
  ];
  const levelOf = ({ uL }: Volume) => top + height - Math.min(1, uL / reservoir.uL) * height;
  const alarm = levelOf(alarmVolume);
  const told = bars.map(({ title, volume }) => `${title.toLowerCase()} ${inMl(volume)}`).join(', ');
  return (
    <svg
      className="reservoir"
      viewBox="0 0 372 172"
      role="img"
      aria-label={`Reservoir of ${formatMl(reservoir)}: ${told}, alarm at ${formatMl(alarmVolume)}`}
    >
      <text x="4" y="14" className="reservoir-size">
        Reservoir {formatMl(reservoir)}
      </text>
      {bars.map(({ title, volume, drug }, place) => (
        <Bar
          key={title}
          x={4 + place * (barWidth + 18)}
          title={title}
          holds={inMl(volume)}
          level={volume ? levelOf(volume) : null}
          drug={drug}
        />
      ))}
      <line className="alarm" x1="0" x2="284" y1={alarm} y2={alarm} />
      <text x="288" y={alarm + 4}>
        alarm {formatMl(alarmVolume)}
      </text>
    </svg>
  );
}

const inMl = (volume: Volume | null): string => (volume ? formatMl(volume) : 'not entered');

type BarProps = { x: number; title: string; holds: string; level: number | null; drug: string };

function Bar({ x, title, holds, level, drug }: BarProps) {
  return (
    <g>
      {level === null ? null : <rect className={drug} x={x} y={level} width={barWidth} height={top + height - level} />}
      <rect className="wall" x={x} y={top} width={barWidth} height={height} />
      <text x={x + barWidth / 2} y={top + height + 16} textAnchor="middle">
        {title}
      </text>
      <text className="volume" x={x + barWidth / 2} y={top + height + 32} textAnchor="middle">
        {holds}
      </text>
    </g>
  );
}
