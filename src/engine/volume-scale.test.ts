import { describe, expect, it } from 'vitest';
import { digitsOfMl, ml, volumeFromDigits, type Volume } from './quantity';
import { residualScale, ticksUpTo } from './volume-scale';

const volume = (digits: string | null): Volume | null => (digits === null ? null : (volumeFromDigits(digits) ?? null));
const inMl = (volumes: readonly Volume[]) => volumes.map(digitsOfMl).join(' ');

describe('expected and aspirated on a scale of their own', () => {
  it.each([
    ['3.2', '3.5', '1', '1.5 2 2.5 3 3.5 4 4.5 5', '2.2 4.2'],
    ['3.2', '3.5', null, '3.1 3.2 3.3 3.4 3.5 3.6', null],
    ['3', '3', null, '2.9 3 3.1', null],
    ['0', '0', '0.5', '0 0.1 0.2 0.3 0.4 0.5 0.6', '0 0.5'],
    ['0', '0', null, '0 0.1', null],
    ['2', '18', '1', '0 5 10 15 20 25', '1 3'],
    ['23.2', '1', '2', '0 5 10 15 20 25 30 35', '21.2 25.2'],
    ['3.25', '3.3', '0.05', '3.1 3.2 3.3 3.4', '3.2 3.3'],
  ])('%s expected, %s aspirated, tolerance %s: %s', (expected, aspirated, tolerance, ticks, tolerated) => {
    const scale = residualScale({ aspirated: volume(aspirated), tolerance: volume(tolerance) }, volume(expected));
    expect(scale && inMl(scale.ticks)).toBe(ticks);
    expect(scale && inMl([scale.from, scale.through])).toBe(`${ticks.split(' ').at(0)} ${ticks.split(' ').at(-1)}`);
    expect(scale?.tolerated ? inMl([scale.tolerated.from, scale.tolerated.through]) : null).toBe(tolerated);
  });

  it('is none until both are known', () => {
    expect(residualScale({ aspirated: null, tolerance: ml(1) }, ml(3))).toBeNull();
    expect(residualScale({ aspirated: ml(3), tolerance: ml(1) }, null)).toBeNull();
  });
});

describe('the scale of a reservoir', () => {
  it.each([
    ['20', '0 5 10 15 20'],
    ['40', '0 10 20 30 40'],
    ['18.5', '0 5 10 15'],
    ['2', '0 0.5 1 1.5 2'],
    ['5000', '0 1000 2000 3000 4000 5000'],
    ['50000', '0 10000 20000 30000 40000 50000'],
  ])('%s mL: %s', (size, ticks) => expect(inMl(ticksUpTo(volume(size) ?? ml(0), 5))).toBe(ticks));
});
