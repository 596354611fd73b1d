import type { PumpFill } from './encounter';
import {
  isMoreVolume,
  isNoVolume,
  lesserVolume,
  noVolume,
  stepsAround,
  stepsWithin,
  sumOfVolumes,
  timesVolume,
  volumeLeft,
  type Volume,
} from './quantity';

const finest: Volume = { uL: 100 };

/** 0.1, 0.2, 0.5, 1, 2 mL …: the finest round step of which at most so many make a volume. */
function stepFor(volume: Volume, most: number): Volume {
  for (let ten = 1; ; ten *= 10)
    for (const times of [ten, 2 * ten, 5 * ten]) {
      const step = timesVolume(finest, times);
      if (stepsAround(volume, step) <= most) return step;
    }
}

/** Every step from nothing up to a volume. */
export function ticksUpTo(volume: Volume, most: number): readonly Volume[] {
  const step = stepFor(volume, most);
  return Array.from({ length: stepsWithin(volume, step) + 1 }, (_, place) => timesVolume(step, place));
}

/** Expected and aspirated on a scale of their own, where a tenth of a milliliter can be seen. */
export type ResidualScale = {
  readonly from: Volume;
  readonly through: Volume;
  readonly ticks: readonly Volume[];
  readonly expected: Volume;
  readonly aspirated: Volume;
  /** The clinic's tolerance around what was expected; null where it has none. */
  readonly tolerated: { readonly from: Volume; readonly through: Volume } | null;
};

const mostSteps = 5;

/** Null until both volumes are known. */
export function residualScale(
  { aspirated, tolerance }: Pick<PumpFill, 'aspirated' | 'tolerance'>,
  expected: Volume | null,
): ResidualScale | null {
  if (!aspirated || !expected) return null;
  const around = tolerance ?? noVolume;
  const tolerated = { from: volumeLeft(expected, around), through: sumOfVolumes([expected, around]) };
  const lowest = lesserVolume(tolerated.from, aspirated);
  const highest = isMoreVolume(aspirated, tolerated.through) ? aspirated : tolerated.through;
  const step = stepFor(volumeLeft(highest, lowest), mostSteps);
  const first = Math.max(0, stepsWithin(lowest, step) - 1);
  const last = stepsAround(highest, step) + 1;
  const ticks = Array.from({ length: last - first + 1 }, (_, place) => timesVolume(step, first + place));
  return {
    from: timesVolume(step, first),
    through: timesVolume(step, last),
    ticks,
    expected,
    aspirated,
    tolerated: isNoVolume(around) ? null : tolerated,
  };
}
