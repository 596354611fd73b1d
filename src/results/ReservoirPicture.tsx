import { memo } from 'react';
import type { PumpFill } from '../engine/encounter';
import { digitsOfMl, formatMl, fractionOfVolume, lesserVolume, type Volume } from '../engine/quantity';
import { residualScale, ticksUpTo } from '../engine/volume-scale';
import { ResidualBar } from './ResidualBar';
import './reservoir-picture.css';

const left = 26;
const top = 26;
const height = 110;
const barWidth = 60;
const apart = 10;
const mostTicks = 5;

type ReservoirProps = { fill: PumpFill; expected: Volume | null };

/**
 * The reservoir before, what was drawn out of it and after the fill, with the alarm level, and zoomed what was expected
 * and aspirated: shapes, words and numbers, no color needed.
 */
export const ReservoirPicture = memo(
  function ReservoirPicture({ fill, expected }: ReservoirProps) {
    const residual = residualScale(fill, expected);
    return (
      <div className="reservoir-pictures">
        <Reservoir fill={fill} expected={expected} />
        {residual ? <ResidualBar scale={residual} /> : null}
      </div>
    );
  },
  (before, now) => JSON.stringify(before) === JSON.stringify(now),
);

function Reservoir({ fill, expected }: ReservoirProps) {
  const { reservoir, aspirated, instilled, alarmVolume } = fill;
  const bars = [
    { title: 'Expected', volume: expected, drug: 'old-drug' },
    { title: 'Aspirated', volume: aspirated, drug: 'old-drug' },
    { title: 'After the fill', volume: instilled, drug: 'new-drug' },
  ];
  const levelOf = (volume: Volume) => top + height * (1 - fractionOfVolume(lesserVolume(volume, reservoir), reservoir));
  const ticks = ticksUpTo(reservoir, mostTicks).map((tick) => ({ says: digitsOfMl(tick), level: levelOf(tick) }));
  const told = bars.map(({ title, volume }) => `${title.toLowerCase()} ${inMl(volume)}`).join(', ');
  return (
    <svg
      className="reservoir"
      viewBox="0 0 284 172"
      role="img"
      aria-label={`Reservoir of ${formatMl(reservoir)}: ${told}, alarm at ${formatMl(alarmVolume)}`}
    >
      <text x="0" y="14" className="reservoir-size">
        Reservoir {formatMl(reservoir)}
      </text>
      {ticks.map(({ says, level }) => (
        <text key={says} x={left - 6} y={level + 4} textAnchor="end">
          {says}
        </text>
      ))}
      {bars.map(({ title, volume, drug }, place) => (
        <Bar
          key={title}
          x={left + place * (barWidth + apart)}
          title={title}
          holds={inMl(volume)}
          level={volume ? levelOf(volume) : null}
          ticks={ticks.map(({ level }) => level)}
          drug={drug}
        />
      ))}
      <Alarm level={levelOf(alarmVolume)} says={formatMl(alarmVolume)} />
    </svg>
  );
}

function Alarm({ level, says }: { level: number; says: string }) {
  const end = left + 3 * (barWidth + apart);
  return (
    <>
      <line className="alarm" x1={left} x2={end} y1={level} y2={level} />
      <text x={end + 4} y={level - 6}>
        alarm
      </text>
      <text x={end + 4} y={level + 8}>
        {says}
      </text>
    </>
  );
}

const inMl = (volume: Volume | null): string => (volume ? formatMl(volume) : 'not entered');

type BarProps = {
  x: number;
  title: string;
  holds: string;
  level: number | null;
  ticks: readonly number[];
  drug: string;
};

function Bar({ x, title, holds, level, ticks, drug }: BarProps) {
  return (
    <g>
      {level === null ? null : <rect className={drug} x={x} y={level} width={barWidth} height={top + height - level} />}
      <rect className="wall" x={x} y={top} width={barWidth} height={height} />
      {ticks.map((tick) => (
        <line key={tick} className="tick" x1={x} x2={x + 5} y1={tick} y2={tick} />
      ))}
      <text x={x + barWidth / 2} y={top + height + 16} textAnchor="middle">
        {title}
      </text>
      <text className="volume" x={x + barWidth / 2} y={top + height + 32} textAnchor="middle">
        {holds}
      </text>
    </g>
  );
}
