import type { PumpFill } from '../engine/encounter';
import { formatMl, type Volume } from '../engine/quantity';
import './reservoir-picture.css';

const top = 26;
const height = 110;
const barWidth = 76;

/** The reservoir before, what was drawn out of it and after the fill, with the alarm level: shapes, words and numbers, no color needed. */
export function ReservoirPicture({ fill, expected }: { fill: PumpFill; expected: Volume | null }) {
  const { reservoir, aspirated, instilled, alarmVolume } = fill;
  const bars = [
    { title: 'Expected', volume: expected },
    { title: 'Aspirated', volume: aspirated },
    { title: 'After the fill', volume: instilled },
  ];
  const levelOf = ({ uL }: Volume) => top + height - Math.min(1, uL / reservoir.uL) * height;
  const alarm = levelOf(alarmVolume);
  const told = bars.map(({ title, volume }) => `${title.toLowerCase()} ${volume ? formatMl(volume) : 'not entered'}`).join(', ');
  return (
    <svg className="reservoir" viewBox="0 0 372 172" role="img" aria-label={`Reservoir of ${formatMl(reservoir)}: ${told}, alarm at ${formatMl(alarmVolume)}`}>
      <text x="4" y="14" className="reservoir-size">
        Reservoir {formatMl(reservoir)}
      </text>
      {bars.map(({ title, volume }, place) => {
        const x = 4 + place * (barWidth + 18);
        return (
          <g key={title}>
            {volume ? <rect className={place === 2 ? 'new-drug' : 'old-drug'} x={x} y={levelOf(volume)} width={barWidth} height={top + height - levelOf(volume)} /> : null}
            <rect className="wall" x={x} y={top} width={barWidth} height={height} />
            <text x={x + barWidth / 2} y={top + height + 16} textAnchor="middle">
              {title}
            </text>
            <text className="volume" x={x + barWidth / 2} y={top + height + 32} textAnchor="middle">
              {volume ? formatMl(volume) : 'not entered'}
            </text>
          </g>
        );
      })}
      <line className="alarm" x1="0" x2="284" y1={alarm} y2={alarm} />
      <text x="288" y={alarm + 4}>
        alarm {formatMl(alarmVolume)}
      </text>
    </svg>
  );
}
