import { describe, expect, it } from 'vitest';
import type { Encounter } from '../engine/encounter';
import { prepareClaim } from '../engine/prepare-claim';
import { massIn, mcgPerMl, ml, remainder, type Mass, type Strength } from '../engine/quantity';
import { citations } from './citations';
import { pumpFill, trial } from './encounter.fixture';
import { ruleBook } from './index';
import { products } from './products';
import { variedEncounters } from './sentences.fixture';

/** What every multiset of marketed container volumes of a strength that holds at most 40 mL comes to, each once. */
function containerSets(strength: number): { uL: number; label: Mass }[] {
  const volumes = new Set(
    products.filter((product) => product.strength.mcgPerMl === strength).map(({ volume }) => volume.uL),
  );
  const totals = new Set([0]);
  for (const total of totals) for (const volume of volumes) if (total + volume <= ml(40).uL) totals.add(total + volume);
  totals.delete(0);
  return [...totals].map((uL) => ({ uL, label: massIn({ uL }, mcgPerMl(strength)) }));
}

const broken: string[] = [];

/** A waste of which only part was written down. */
const half = ({ ng }: Mass): Mass => ({ ng: Math.floor(ng / 2) });

/** The promises that hold for every claim, checked by multiplication and not by the engine's own division. */
function check(encounter: Encounter, opened: Mass, strength: Strength): void {
  const { lines, code } = prepareClaim(encounter, ruleBook);
  const dosage = code?.hcpcsDosage?.ng ?? NaN;
  const modifiers = lines.flatMap((line) => line.modifiers);
  const given = lines.find((line) => line.of === 'administered')?.unitsOfService.units ?? NaN;
  const discarded = lines.find((line) => line.of === 'discarded')?.unitsOfService.units ?? 0;
  const because = (what: string) => {
    if (broken.length < 5) broken.push(`${what}: ${encounter.given.ng} ng of ${opened.ng} ng at ${strength.mcgPerMl}`);
  };
  if (!(given * dosage >= encounter.given.ng)) because('under-billed');
  if (!((given - 1) * dosage < encounter.given.ng)) because('rounded up more than once');
  if (!((given + discarded) * dosage <= opened.ng)) because('more billed than opened');
  if (modifiers.includes('JW') !== discarded >= 1) because('JW without a whole unit, or a whole unit without JW');
  if (discarded * dosage > encounter.wasted.ng) because('more JW than wasted');
  const accounted = encounter.given.ng + encounter.wasted.ng === opened.ng;
  if (modifiers.includes('JW') && modifiers.includes('JZ')) because('JW and JZ together');
  if (accounted && modifiers.length === 0) because('neither JW nor JZ');
  if (!accounted && modifiers.includes('JZ')) because('JZ while drug is not accounted for');
}

describe('every 0.01 mL up to 40 mL, four strengths, every set of marketed containers', () => {
  it.each([50, 500, 1000, 2000])('%i mcg/mL keeps every promise', { timeout: 120_000 }, (perMl) => {
    const strength = mcgPerMl(perMl);
    const base = perMl === 50 ? trial : pumpFill;
    let claims = 0;
    for (const { uL, label } of containerSets(perMl)) {
      for (let volume = 10; volume <= uL; volume += 10) {
        const given = massIn({ uL: volume }, strength);
        check(
          { ...base, strength, given, wasted: remainder(label, given), labeled: claims % 2 ? label : null },
          label,
          strength,
        );
        if (claims % 3 === 0 && uL > volume)
          check({ ...base, strength, given, wasted: half(remainder(label, given)), labeled: label }, label, strength);
        claims += 1;
      }
    }
    expect(broken).toEqual([]);
    expect(claims).toBeGreaterThanOrEqual(4000);
  });
});

it('every step of the working names a row on file', () => {
  for (const encounter of variedEncounters(2_000)) {
    for (const { says, rows } of prepareClaim(encounter, ruleBook).how) {
      expect(rows.length, says).toBeGreaterThan(0);
      for (const each of rows) expect(Object.hasOwn(citations, each), `${says} [${each}]`).toBe(true);
    }
  }
});
