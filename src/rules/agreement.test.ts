import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter, OpenedContainers } from '../engine/encounter';
import { unknownProfile } from '../engine/payer-profile';
import { massIn, mcgPerMl, ml, timesVolume } from '../engine/quantity';
import { linesOf, pumpFill, trial } from './encounter.fixture';

/** What algorithm 12b asks for; amounts in nanograms. */
type Told = {
  readonly code: 'J0475' | 'J0476';
  readonly given: bigint;
  readonly discarded: bigint;
  /** Sum of the labels; null where it was not told, and given and discarded stand for it. */
  readonly labels: bigint | null;
  readonly singleDose: boolean;
  /** Whether the line takes JW or JZ by code, setting and payer: table 2b. */
  readonly applies: boolean;
};

/** Algorithm 12b, written from its text alone: whole numbers without a bound, and nothing of the engine. */
function linesOf12b({ code, given, discarded, labels, singleDose, applies }: Told): string {
  const unit = code === 'J0475' ? 10_000_000n : 50_000n;
  const floor = (ng: bigint) => ng / unit;
  const ceil = (ng: bigint) => (ng + unit - 1n) / unit;
  const total = labels ?? given + discarded;
  const administered = given > total ? total : given;
  if (administered <= 0n) return '';
  const units = ceil(administered);
  const accounted = administered + discarded;
  const whole = floor(accounted) < floor(total) ? floor(accounted) : floor(total);
  const jw = whole > units ? whole - units : 0n;
  const bare = `${code} x${units}`;
  if (!singleDose || !applies) return bare;
  if (jw >= 1n) return `${bare}, ${code}-JW x${jw}`;
  return accounted < total ? bare : `${code}-JZ x${units}`;
}

/** Numbers below a bound that look like chance and are the same for the same seed (mulberry32). */
function chance(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
type Chance = ReturnType<typeof chance>;
const one = <T>(below: Chance, all: readonly [T, ...T[]]): T => all[below(all.length)] ?? all[0];

const taking = {
  ...unknownProfile('own-Prairie', 'Prairie Health', 'commercial'),
  jw: 'required',
  jz: 'accepted',
} as const;

/** Payers and settings that table 2b decides, and what it says of the pump fill and of the trial. */
const payers: readonly [Payer, ...Payer[]] = [
  { change: {}, fill: true, trial: true },
  { change: { setting: 'critical-access-hospital' }, fill: true, trial: true },
  { change: { setting: 'hospital-outpatient' }, fill: true, trial: false },
  { change: { setting: 'asc' }, fill: true, trial: false },
  { change: { setting: 'rhc' }, fill: false, trial: false },
  { change: { setting: 'fqhc' }, fill: false, trial: false },
  { change: { setting: 'inpatient' }, fill: false, trial: false },
  { change: { payer: 'self-pay' }, fill: false, trial: false },
  { change: { payer: 'commercial', profile: taking }, fill: true, trial: true },
  { change: { payer: 'medicaid', profile: { ...taking, payer: 'medicaid' } }, fill: true, trial: true },
];
type Payer = { readonly change: Partial<Encounter>; readonly fill: boolean; readonly trial: boolean };

/** Days on which JW and JZ are both in force: row 2.4. */
const days = ['2023-07-01', '2023-10-01', '2024-02-29', '2025-06-30', '2026-05-20'].map(day);

/** Containers by mcg/mL and milliliters. */
const ofFill: readonly [Size, ...Size[]] = [
  [500, 20],
  [1000, 20],
  [2000, 20],
  [2000, 5],
  [500, 5],
  [1000, 40],
];
const ofTrial: Size = [50, 1];
type Size = readonly [perMl: number, volume: number];

function containers(below: Chance, isTrial: boolean): readonly OpenedContainers[] {
  return Array.from({ length: 1 + below(3) }, () => {
    const [perMl, volume] = isTrial ? ofTrial : one(below, ofFill);
    return {
      ndc: null,
      name: null,
      strength: mcgPerMl(perMl),
      volume: ml(volume),
      count: 1 + below(2),
      container: 'single-dose',
      lot: null,
      expiry: null,
    };
  });
}

/** An amount of at most so much: often on a boundary of a unit or next to it, else anything to the nanogram. */
function amountUpTo(below: Chance, most: number, unit: number): number {
  const near = below(Math.floor(most / unit) + 1) * unit + (below(3) - 1);
  return one(below, [most, near, Math.max(0, near), below(most + 1), below(Math.floor(most / 1_000) + 1) * 1_000, 0]);
}

function claim(below: Chance): { readonly encounter: Encounter; readonly told: Told } {
  const isTrial = below(3) === 0;
  const unit = isTrial ? 50_000 : 10_000_000;
  const opened = below(2) === 0 ? containers(below, isTrial) : [];
  const ofOpened = opened.reduce(
    (sum, { volume, count, strength }) => sum + massIn(timesVolume(volume, count), strength).ng,
    0,
  );
  const label = opened.length > 0 ? ofOpened : (1 + below(isTrial ? 4 : 12)) * unit;
  // A dose above the label is overfill (row 2.6); waste above what is left is capped (row 2.3).
  const given = Math.max(0, below(20) === 0 ? label + below(unit) : amountUpTo(below, label, unit));
  const left = Math.max(0, label - given);
  const discarded = Math.max(
    0,
    one(below, [left, left, amountUpTo(below, left, unit), below(left + 1), 0, left + below(unit)]),
  );
  const labeled = opened.length > 0 || below(3) > 0 ? label : null;
  const singleDose = below(12) > 0;
  const { change, ...applies } = one(below, payers);
  const encounter: Encounter = {
    ...(isTrial ? trial : pumpFill),
    dateOfService: days[below(days.length)] ?? pumpFill.dateOfService,
    given: { ng: given },
    wasted: { ng: discarded },
    labeled: labeled === null ? null : { ng: labeled },
    opened,
    strength: opened[0]?.strength ?? null,
    container: singleDose ? 'single-dose' : 'multi-dose',
    mixed: below(4) === 0,
    ...change,
  };
  const code = isTrial ? 'J0476' : 'J0475';
  const labels = labeled === null ? null : BigInt(labeled);
  return {
    encounter,
    told: {
      code,
      given: BigInt(given),
      discarded: BigInt(discarded),
      labels,
      singleDose,
      applies: isTrial ? applies.trial : applies.fill,
    },
  };
}

describe('algorithm 12b, written anew, and the engine', () => {
  const claims = Number(process.env['CLAIMS'] ?? 20_000);

  it(`agree on the lines of ${claims} claims`, { timeout: 60_000 + 10 * claims }, () => {
    const below = chance(12);
    const apart: string[] = [];
    const kinds = new Map<string, number>();
    for (let left = claims; left > 0 && apart.length < 5; left -= 1) {
      const { encounter, told } = claim(below);
      const expected = linesOf12b(told);
      const lines = linesOf(encounter).join(', ');
      if (lines !== expected)
        apart.push(
          `${JSON.stringify(told, (_key, value) => (typeof value === 'bigint' ? String(value) : value))}: ` +
            `${lines} instead of ${expected}`,
        );
      const kind = expected.includes('JW') ? 'JW' : expected.includes('JZ') ? 'JZ' : expected === '' ? 'none' : 'bare';
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    expect(apart).toEqual([]);
    // Every branch of the algorithm is met, and not by a few claims only.
    for (const kind of ['JW', 'JZ', 'bare', 'none']) expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(claims / 50);
  });

  it('the algorithm as written here gives the worked claims of table 12c', () => {
    const mg = (whole: number) => BigInt(whole) * 1_000_000n;
    const fill = (given: number, discarded: number, labels: number) =>
      linesOf12b({
        code: 'J0475',
        given: mg(given),
        discarded: mg(discarded),
        labels: mg(labels),
        singleDose: true,
        applies: true,
      });
    expect(fill(25, 15, 40)).toBe('J0475 x3, J0475-JW x1');
    expect(fill(36, 4, 40)).toBe('J0475-JZ x4');
    expect(fill(65, 15, 80)).toBe('J0475 x7, J0475-JW x1');
    expect(fill(42, 0, 40)).toBe('J0475-JZ x4');
    expect(fill(25, 10, 40)).toBe('J0475 x3');
    expect(fill(305, 95, 400)).toBe('J0475 x31, J0475-JW x9');
    expect(fill(0, 15, 40)).toBe('');
  });
});
