import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pumpFill, trial } from '../rules/encounter.fixture';
import { ruleBook } from '../rules/index';
import { day } from './dated';
import type { Encounter, OpenedContainers } from './encounter';
import { ndc11 } from './ndc';
import { prepareClaim } from './prepare-claim';
import { formatMass, massIn, mcg, mcgPerMl, mg, ml, sumOfMasses, timesVolume } from './quantity';
import { vialBars, type VialBar, type VialBars } from './vial-bars';

const vial = (lot: string | null, count = 1, milliliters = 20): OpenedContainers => ({
  ndc: null,
  name: null,
  strength: mcgPerMl(2000),
  volume: ml(milliliters),
  count,
  container: 'single-dose',
  lot,
  expiry: null,
});

const labeledOf = (opened: readonly OpenedContainers[]) =>
  sumOfMasses(opened.map(({ volume, count, strength }) => massIn(timesVolume(volume, count), strength)));

const barsFor = (facts: Partial<Encounter>, base = pumpFill): VialBars | null =>
  vialBars(
    prepareClaim({ ...base, ...(facts.opened ? { labeled: labeledOf(facts.opened) } : {}), ...facts }, ruleBook),
  );

/** "2 × 40 mg A B: 36 mg given, 4 mg in-rounded-unit; ticks 10 mg, 20 mg, 30 mg". */
const inWords = ({ containers, each, labeled, lots, parts, ticks }: VialBar): string =>
  `${each && containers > 1 ? `${containers} × ` : ''}${[formatMass(labeled), ...lots].join(' ')}: ` +
  `${parts.map(({ fate, mass }) => `${formatMass(mass)} ${fate}`).join(', ')}; ` +
  `ticks ${ticks.map(formatMass).join(', ') || 'none'}`;
const drawn = (facts: Partial<Encounter>, base?: Encounter) => barsFor(facts, base)?.bars.map(inWords);

describe('what was opened, as a picture shows it', () => {
  it.each<[string, Partial<Encounter>, Encounter, string[], { units: [number, number] }]>([
    [
      '36 of 40 mg: no JW',
      { given: mg(36), wasted: mg(4) },
      pumpFill,
      ['40 mg: 36 mg given, 4 mg in-rounded-unit; ticks 10 mg, 20 mg, 30 mg'],
      { units: [4, 0] },
    ],
    [
      '25 and 15 of 40 mg',
      { given: mg(25), wasted: mg(15), labeled: mg(40) },
      pumpFill,
      ['40 mg: 25 mg given, 5 mg in-rounded-unit, 10 mg jw; ticks 10 mg, 20 mg, 30 mg'],
      { units: [3, 1] },
    ],
    [
      '18 and 2 mL of 2000 mcg/mL',
      { given: mg(36), wasted: mg(4), givenVolume: ml(18), wastedVolume: ml(2), strength: mcgPerMl(2000) },
      pumpFill,
      ['40 mg: 36 mg given, 4 mg in-rounded-unit; ticks 10 mg, 20 mg, 30 mg'],
      { units: [4, 0] },
    ],
    ['a trial of one 50 mcg ampule', {}, trial, ['50 mcg: 50 mcg given; ticks none'], { units: [1, 0] }],
    [
      'a trial of 75 from two ampules of 50 mcg',
      { given: mcg(75), wasted: mcg(25), labeled: mcg(100) },
      trial,
      ['100 mcg: 75 mcg given, 25 mcg in-rounded-unit; ticks 50 mcg'],
      { units: [2, 0] },
    ],
    [
      'waste of less than a unit beyond the unit of the dose',
      { given: mg(25), wasted: mg(12), labeled: mg(40) },
      pumpFill,
      ['40 mg: 25 mg given, 5 mg in-rounded-unit, 7 mg wasted-unbilled, 3 mg unexplained; ticks 10 mg, 20 mg, 30 mg'],
      { units: [3, 0] },
    ],
    [
      'drug that nobody accounts for',
      { given: mg(20), wasted: mg(5), labeled: mg(40) },
      pumpFill,
      ['40 mg: 20 mg given, 5 mg wasted-unbilled, 15 mg unexplained; ticks 10 mg, 20 mg, 30 mg'],
      { units: [2, 0] },
    ],
    [
      'a multi-dose container: no JW, and the rest stays in it',
      { given: mg(15), wasted: mg(15), labeled: mg(40), container: 'multi-dose' },
      pumpFill,
      [
        '40 mg: 15 mg given, 5 mg in-rounded-unit, 10 mg wasted-unbilled, 10 mg left-in-multi-dose; ' +
          'ticks 10 mg, 20 mg, 30 mg',
      ],
      { units: [2, 0] },
    ],
    [
      'waste alone makes no JW',
      { given: mg(0), wasted: mg(15) },
      pumpFill,
      ['15 mg: 15 mg wasted-unbilled; ticks 10 mg'],
      { units: [0, 0] },
    ],
  ])('%s', (_, facts, base, bars, { units }) => {
    const found = barsFor(facts, base);
    expect(found?.bars.map(inWords)).toEqual(bars);
    expect([found?.administeredUnits.units, found?.jwUnits.units]).toEqual(units);
  });

  it('two vials have a bar each, with the lot of each', () => {
    expect(drawn({ given: mg(70), wasted: mg(10), opened: [vial('A1'), vial('B2')] })).toEqual([
      '40 mg A1: 40 mg given; ticks 10 mg, 20 mg, 30 mg',
      '40 mg B2: 30 mg given, 10 mg jw; ticks 10 mg, 20 mg, 30 mg',
    ]);
    expect(drawn({ given: mg(30), wasted: mg(50), opened: [vial(null, 2)] })).toEqual([
      '40 mg: 30 mg given, 10 mg jw; ticks 10 mg, 20 mg, 30 mg',
      '40 mg: 40 mg jw; ticks 10 mg, 20 mg, 30 mg',
    ]);
  });

  it('a unit that begins in one vial ends in the next', () => {
    expect(drawn({ given: mg(20), wasted: mg(10), opened: [vial('A', 1, 3), vial('B', 1, 12)] })).toEqual([
      '6 mg A: 6 mg given; ticks none',
      '24 mg B: 14 mg given, 10 mg jw; ticks 4 mg, 14 mg',
    ]);
  });

  it('vials of one NDC follow each other, as they do on the lines', () => {
    const [one, other] = [ndc11('66794015702'), ndc11('25021067920')];
    const opened = [
      { ...vial('A1'), ndc: one },
      { ...vial('B'), ndc: other },
      { ...vial('A2'), ndc: one },
    ];
    expect(barsFor({ given: mg(90), wasted: mg(30), opened })?.bars.map(({ lots }) => lots.join())).toEqual([
      'A1',
      'A2',
      'B',
    ]);
  });

  it('a mixture is one bar, with every lot', () => {
    expect(drawn({ given: mg(70), wasted: mg(10), opened: [vial('A1'), vial('B2')], mixed: true })).toEqual([
      '80 mg A1 B2: 70 mg given, 10 mg jw; ticks 10 mg, 20 mg, 30 mg, 40 mg, 50 mg, 60 mg, 70 mg',
    ]);
  });

  it('a hundred containers are a bar for those alike', () => {
    expect(drawn({ given: mg(3955), wasted: mg(45), opened: [vial('A', 100)] })).toEqual([
      '98 × 40 mg A: 40 mg given; ticks 10 mg, 20 mg, 30 mg',
      '40 mg A: 35 mg given, 5 mg in-rounded-unit; ticks 10 mg, 20 mg, 30 mg',
      '40 mg A: 40 mg jw; ticks 10 mg, 20 mg, 30 mg',
    ]);
    const lots = Array.from({ length: 100 }, (_, place) => vial(`L${place}`));
    expect(
      barsFor({ given: mg(3955), wasted: mg(45), opened: lots })?.bars.map((bar) => [bar.containers, bar.lots.length]),
    ).toEqual([
      [98, 98],
      [1, 1],
      [1, 1],
    ]);
  });

  it('too many unlike ones are one bar, with a tick for several units', () => {
    const opened = Array.from({ length: 100 }, (_, place) => vial(null, 1, place % 2 === 0 ? 20 : 5));
    const found = barsFor({ given: mg(2500), wasted: mg(0), opened });
    expect(found?.bars.map(({ containers, each, parts }) => [containers, each, parts])).toEqual([
      [100, false, [{ fate: 'given', mass: mg(2500) }]],
    ]);
    expect(found?.tick).toEqual({ units: 10 });
    expect(found?.bars[0]?.ticks.length).toBe(24);
  });

  it('what was entered beyond the labels is told, and in no bar', () => {
    const found = barsFor({ given: mg(42), wasted: mg(1), labeled: mg(40) });
    expect(found?.bars.map(inWords)).toEqual(['40 mg: 40 mg given; ticks 10 mg, 20 mg, 30 mg']);
    expect(found?.beyondLabel).toEqual(mg(3));
  });

  it('is nothing where nothing was opened, and where the code has no amount of its own', () => {
    expect(barsFor({ given: mg(0), wasted: mg(0) })).toBeNull();
    expect(barsFor({ drugSource: 'compounded' })).toBeNull();
    const payerConfirmation = { who: 'Payer', on: day('2026-05-01'), reference: '1', code: 'J7999' } as const;
    expect(barsFor({ drugSource: 'compounded', payerConfirmation })).toBeNull();
  });

  it('every bar adds up to its label, and all of them to what was opened', () => {
    const rows = fc.array(
      fc.record({ milliliters: fc.integer({ min: 1, max: 40 }), count: fc.integer({ min: 1, max: 60 }) }),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(rows, fc.nat(400), fc.nat(400), fc.boolean(), (containers, given, wasted, mixed) => {
        const opened = containers.map(({ milliliters, count }, place) => vial(`L${place}`, count, milliliters));
        const found = barsFor({ given: mg(given), wasted: mg(wasted), opened, mixed });
        if (!found) throw new Error('Something was opened');
        expect(found.bars.length).toBeLessThanOrEqual(6);
        for (const { labeled, parts, ticks } of found.bars) {
          expect(sumOfMasses(parts.map(({ mass }) => mass))).toEqual(labeled);
          expect(parts.every(({ mass }) => Number.isSafeInteger(mass.ng) && mass.ng > 0)).toBe(true);
          expect(ticks.every(({ ng }) => ng > 0 && ng < labeled.ng)).toBe(true);
        }
        const inBars = (fate: string) =>
          found.bars.reduce(
            (sum, { containers: count, each, parts }) =>
              sum +
              (each ? count : 1) * parts.reduce((mass, part) => mass + (part.fate === fate ? part.mass.ng : 0), 0),
            0,
          );
        for (const { fate, mass } of found.totals) expect(inBars(fate)).toBe(mass.ng);
        expect(sumOfMasses(found.totals.map(({ mass }) => mass))).toEqual(found.labeled);
        const jw = found.totals.find(({ fate }) => fate === 'jw')?.mass.ng ?? 0;
        expect(jw).toBe(found.jwUnits.units * found.hcpcsDosage.ng);
      }),
    );
  });
});
