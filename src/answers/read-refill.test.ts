import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { prepareClaim } from '../engine/prepare-claim';
import { formatMass, mg } from '../engine/quantity';
import { ruleBook } from '../rules';
import { readRefill } from './read-refill';
import { readWorksheet } from './read-worksheet';
import { understoodOf, unreadOf } from './understood';
import { worksheetOn } from './worksheet.fixture';
import { emptyContainer, type ContainerText, type RefillText, type WorksheetText } from './worksheet-text';

const today = day('2026-05-20');
const gablofen2000 = '66794-157-02';

const container = (change: Partial<ContainerText> = {}): ContainerText => ({
  ...emptyContainer,
  ndc: gablofen2000,
  count: '1',
  ...change,
});
const fromLabel = (volume: string, strength: string, change: Partial<ContainerText> = {}): ContainerText =>
  container({ product: 'label', ndc: '', volume, strength, ...change });

/** A refill whose rest was confirmed as it is, unless `leftoverOf` says otherwise. */
const refillSheet = (refill: Partial<RefillText>, change: Partial<WorksheetText> = {}): WorksheetText => {
  const sheet = unconfirmed(refill, change);
  const { left } = readRefill(sheet, today, () => {});
  return { ...sheet, refill: { ...sheet.refill, leftoverOf: refill.leftoverOf ?? (left ? String(left.ng) : '') } };
};
const unconfirmed = (refill: Partial<RefillText>, change: Partial<WorksheetText>): WorksheetText => {
  const empty = worksheetOn(today);
  return {
    ...empty,
    entry: 'refill',
    payer: 'medicare-part-b',
    setting: 'office',
    ...change,
    refill: {
      ...empty.refill,
      containers: [container(), emptyContainer],
      reservoir: '40',
      leftover: 'discarded',
      ...refill,
    },
  };
};
const doseSheet = (change: Partial<WorksheetText>): WorksheetText => ({
  ...worksheetOn(today),
  payer: 'medicare-part-b',
  setting: 'office',
  ...change,
});

const claimOf = (worksheet: WorksheetText) => {
  const { encounter, problems } = readWorksheet(worksheet, today);
  if (!encounter) throw new Error(problems.map(({ message }) => message).join('; '));
  return prepareClaim(encounter, ruleBook);
};
/** `J0475-JW x1 7.5 mL`: a line with the milliliters beside its NDC. */
const linesOf = (worksheet: WorksheetText): string[] =>
  claimOf(worksheet).lines.map(({ hcpcs, modifiers, unitsOfService, ndcQuantities }) =>
    [
      [hcpcs, ...modifiers].join('-'),
      `x${unitsOfService.units}`,
      ndcQuantities.map(({ volume }) => (volume ? `${volume.uL / 1000} mL` : '?')).join(' + '),
    ].join(' '),
  );
const problemsOf = (worksheet: WorksheetText) =>
  readWorksheet(worksheet, today).problems.map(({ field, message }) => `${field}: ${message}`);
const findingOf = (worksheet: WorksheetText, id: string) =>
  claimOf(worksheet).findings.find(({ rule }) => rule.id === id)?.verdict;

const strengthNdc = { '500': '66794-155-02', '1000': '66794-156-02', '2000': gablofen2000 } as const;

describe('containers, given and discarded (products and pumps, section 5)', () => {
  it.each([
    [1, '500', '18', '9 mg', '1 mg', ['J0475-JZ x1 18 mL']],
    [1, '1000', '18', '18 mg', '2 mg', ['J0475-JZ x2 18 mL']],
    [1, '2000', '18', '36 mg', '4 mg', ['J0475-JZ x4 18 mL']],
    [2, '2000', '38', '76 mg', '4 mg', ['J0475-JZ x8 38 mL']],
    [2, '2000', '35', '70 mg', '10 mg', ['J0475 x7 35 mL', 'J0475-JW x1 5 mL']],
    [2, '2000', '30', '60 mg', '20 mg', ['J0475 x6 30 mL', 'J0475-JW x2 10 mL']],
    [2, '1000', '30', '30 mg', '10 mg', ['J0475 x3 30 mL', 'J0475-JW x1 10 mL']],
    [2, '500', '30', '15 mg', '5 mg', ['J0475-JZ x2 30 mL']],
    [1, '2000', '15', '30 mg', '10 mg', ['J0475 x3 15 mL', 'J0475-JW x1 5 mL']],
    // whole containers: 20 and 40 mL fills
    [1, '500', '20', '10 mg', '0 mg', ['J0475-JZ x1 20 mL']],
    [1, '1000', '20', '20 mg', '0 mg', ['J0475-JZ x2 20 mL']],
    [1, '2000', '20', '40 mg', '0 mg', ['J0475-JZ x4 20 mL']],
    [2, '500', '40', '20 mg', '0 mg', ['J0475-JZ x2 40 mL']],
    [2, '1000', '40', '40 mg', '0 mg', ['J0475-JZ x4 40 mL']],
    [2, '2000', '40', '80 mg', '0 mg', ['J0475-JZ x8 40 mL']],
  ] as const)(
    '%i × 20 mL at %s, %s mL in: %s given, %s discarded: %j',
    (count, strength, instilled, given, discarded, lines) => {
      const worksheet = refillSheet({
        containers: [container({ ndc: strengthNdc[strength], count: String(count) }), emptyContainer],
        instilled,
      });
      const { amounts } = claimOf(worksheet);
      expect(amounts && [formatMass(amounts.administered), formatMass(amounts.discarded)]).toEqual([given, discarded]);
      expect(linesOf(worksheet)).toEqual(lines);
    },
  );

  it.each([
    [
      'four 5 mL Lioresal ampules',
      [container({ ndc: '70121-2502-2', count: '4' })],
      { instilled: '20' },
      ['J0475-JZ x4 20 mL'],
    ],
    [
      'one carton of two 20 mL Lioresal ampules, counted as two',
      [container({ ndc: '70121-2505-2', count: '2' })],
      { instilled: '40' },
      ['J0475-JZ x8 40 mL'],
    ],
    [
      'dilution from two 5 mL ampules wastes nothing',
      [container({ ndc: '70121-2502-2', count: '2' })],
      { instilled: '20', diluted: true, diluent: '10', concentration: '1000' },
      ['J0475-JZ x2 10 mL'],
    ],
    [
      'dilution from one 20 mL ampule wastes two units',
      [container({ ndc: '70121-2503-1' })],
      { instilled: '20', diluted: true, diluent: '10', concentration: '1000' },
      ['J0475 x2 10 mL', 'J0475-JW x2 10 mL'],
    ],
    [
      'two strengths mixed',
      [container(), container({ ndc: strengthNdc['500'] })],
      { instilled: '40', concentration: '1250' },
      ['J0475-JZ x5 20 mL + 20 mL'],
    ],
  ])('%s', (_what, containers, refill, lines) => {
    expect(linesOf(refillSheet({ ...refill, containers }))).toEqual(lines);
  });

  const trial = { purpose: 'screening-trial', route: 'intrathecal-lumbar-puncture' } as const;
  it.each([
    ['1', '1', ['J0476-JZ x1 1 mL']],
    ['2', '1.5', ['J0476-JZ x2 1.5 mL']],
    ['2', '2', ['J0476-JZ x2 2 mL']],
    ['3', '2.5', ['J0476-JZ x3 2.5 mL']],
  ])('trial from %s syringes of 50 mcg, %s mL given: %j', (count, instilled, lines) => {
    const worksheet = refillSheet(
      { containers: [container({ ndc: '66794-151-01', count })], instilled, reservoir: '' },
      trial,
    );
    expect(linesOf(worksheet)).toEqual(lines);
    expect(findingOf(worksheet, 'amounts/trial-dose')?.outcome).toBe(Number(instilled) > 2 ? 'needs-review' : 'pass');
  });
});

describe('several NDCs (rows 2.21, 9.6)', () => {
  const mixed = (
    containers: ContainerText[],
    instilled: string,
    concentration: string,
    change: Partial<WorksheetText> = {},
  ) => refillSheet({ containers, instilled, concentration }, change);
  // 40 mg and 20 mg, 50 given and 10 discarded: table 12c row 48, here with one strength.
  const fortyAndTwenty = [container(), fromLabel('10', '2000', { ndc: '66794-999-01' })];

  it('share one line, and the page says that the form has room for one', () => {
    const worksheet = mixed(fortyAndTwenty, '25', '');
    expect(linesOf(worksheet)).toEqual(['J0475 x5 20 mL + 5 mL', 'J0475-JW x1 5 mL']);
    expect(findingOf(worksheet, 'claim/lines-per-ndc')).toMatchObject({
      outcome: 'needs-review',
      switchOn: 'linePerNdc',
    });
  });

  it('have lines of their own where the payer wants them, with units that add up to the once-rounded total', () => {
    expect(linesOf(mixed(fortyAndTwenty, '25', '', { linePerNdc: true }))).toEqual([
      'J0475 x4 20 mL',
      'J0475 x1 5 mL',
      'J0475-JW x1 5 mL',
    ]);
    expect(linesOf(mixed(fortyAndTwenty, '30', '', { linePerNdc: true }))).toEqual([
      'J0475-JZ x4 20 mL',
      'J0475-JZ x2 10 mL',
    ]);
  });

  it('rows of one NDC with different lots stay one NDC', () => {
    const lots = [container({ lot: 'A' }), container({ lot: 'B' })];
    expect(linesOf(refillSheet({ containers: lots, instilled: '35' }, { linePerNdc: true }))).toEqual([
      'J0475 x7 35 mL',
      'J0475-JW x1 5 mL',
    ]);
  });

  it('an NDC whose drug holds no unit of its own is named on its neighbor’s line', () => {
    const odd = [fromLabel('7.5', '2000', { ndc: '66794-999-01' }), fromLabel('5', '2000', { ndc: '66794-999-02' })];
    expect(linesOf(mixed(odd, '8', '', { linePerNdc: true }))).toEqual(['J0475-JZ x2 7.5 mL + 0.5 mL']);
  });
});

describe('the same refill told in other words is the same claim', () => {
  const inMl = (uL: number) => String(uL / 1000);
  const halfMl = fc.integer({ min: 1, max: 3999 }).map((hundredths) => hundredths * 10);

  it('mg, mcg, mL, two rows, one row of two, one 40 mL container', () => {
    fc.assert(
      fc.property(halfMl, (uL) => {
        const ndc = '66794-999-01';
        const [given, wasted] = [uL * 2, (40_000 - uL) * 2];
        const dose = { strength: '2000', labeledAmount: '80', ndc };
        const refill = (containers: ContainerText[]) => refillSheet({ containers, instilled: inMl(uL) });
        const told = [
          doseSheet({ ...dose, doseGiven: String(given / 1000), doseWasted: String(wasted / 1000) }),
          doseSheet({ ...dose, doseGiven: `${given} mcg`, doseWasted: `${wasted} mcg` }),
          doseSheet({ ...dose, doseGiven: `${inMl(uL)} mL`, doseWasted: `${inMl(40_000 - uL)} mL` }),
          refill([fromLabel('20', '2000', { ndc, count: '2' })]),
          refill([fromLabel('20', '2 mg/mL', { ndc }), fromLabel('20', '2000', { ndc }), emptyContainer]),
          refill([fromLabel('40', '2000', { ndc })]),
        ].map(linesOf);
        for (const lines of told) expect(lines).toEqual(told[0]);
      }),
    );
  });

  it('milliliters on the lines and those thrown away without a line add up to the milliliters opened', () => {
    const rows = fc.array(fc.constantFrom('70121-2502-2', '66794-157-02', '66794-157-01'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 4000 }), fc.boolean(), (ndcs, hundredths, linePerNdc) => {
        const opened = ndcs.reduce((sum, ndc) => sum + (ndc === '70121-2502-2' ? 5000 : 20_000), 0);
        const uL = Math.min(hundredths * 10, opened);
        const { lines, amounts } = claimOf(
          refillSheet({ containers: ndcs.map((ndc) => container({ ndc })), instilled: inMl(uL) }, { linePerNdc }),
        );
        const onLines = lines
          .flatMap(({ ndcQuantities }) => ndcQuantities)
          .reduce((sum, { volume }) => sum + (volume?.uL ?? NaN), 0);
        const withoutLine = lines.some(({ of }) => of === 'discarded') ? 0 : opened - uL;
        expect(onLines + withoutLine).toBe(opened);
        const units = lines
          .filter(({ of }) => of === 'administered')
          .reduce((sum, { unitsOfService }) => sum + unitsOfService.units, 0);
        expect(units).toBe(amounts?.administeredUnits.units);
      }),
    );
  });
});

describe('containers of several strengths, mixed', () => {
  it('each NDC has its share of what was given and of what was left, and all of it adds up', () => {
    const strengths = fc.uniqueArray(fc.constantFrom('66794-155-02', '66794-156-02', '66794-157-02'), {
      minLength: 2,
      maxLength: 3,
    });
    const perMl: Readonly<Record<string, number>> = { '66794-155-02': 500, '66794-156-02': 1000, '66794-157-02': 2000 };
    fc.assert(
      fc.property(strengths, fc.integer({ min: 100, max: 4000 }), fc.boolean(), (ndcs, hundredths, linePerNdc) => {
        const opened = ndcs.length * 20_000;
        const ng = ndcs.reduce((sum, ndc) => sum + 20_000 * (perMl[ndc] ?? NaN), 0);
        const uL = hundredths * 10;
        const worksheet = refillSheet(
          {
            containers: ndcs.map((ndc) => container({ ndc })),
            instilled: String(uL / 1000),
            concentration: String(Math.round(ng / opened)),
          },
          { linePerNdc },
        );
        const { lines, amounts } = claimOf(worksheet);
        const exact = (ng * uL) / opened;
        expect(Math.abs((amounts?.administered.ng ?? NaN) - exact)).toBeLessThanOrEqual(0.5);
        const given = lines.filter(({ of }) => of === 'administered').flatMap(({ ndcQuantities }) => ndcQuantities);
        for (const { volume } of given) expect(Math.abs((volume?.uL ?? NaN) - uL / ndcs.length)).toBeLessThanOrEqual(1);
        const onLines = lines
          .flatMap(({ ndcQuantities }) => ndcQuantities)
          .reduce((sum, { volume }) => sum + (volume?.uL ?? NaN), 0);
        const withoutLine = lines.some(({ of }) => of === 'discarded') ? 0 : opened - onLines;
        expect(onLines + withoutLine).toBe(opened);
        expect(withoutLine * (ng / opened)).toBeLessThan(10_000_000 + 1_000);
      }),
    );
  });
});

describe('what was left must be accounted for (row 2.22)', () => {
  it('nothing is asked when all was instilled', () => {
    expect(linesOf(refillSheet({ instilled: '20', leftover: '' }))).toEqual(['J0475-JZ x4 20 mL']);
  });
  it('an open question keeps the claim away', () => {
    expect(problemsOf(refillSheet({ instilled: '18', leftover: '' }))).toEqual([
      'refill.leftover: Say what became of the drug left in the containers',
    ]);
  });
  it('an answer given for another amount does not stand', () => {
    const said = refillSheet({ instilled: '18' });
    expect(linesOf(said)).toEqual(['J0475-JZ x4 18 mL']);
    expect(problemsOf({ ...said, refill: { ...said.refill, instilled: '10' } })).toEqual([
      'refill.leftover: Say again what became of it: 20 mg is left now',
    ]);
  });
  it('a partial explanation holds JZ', () => {
    const claim = claimOf(
      refillSheet({
        instilled: '18',
        leftover: 'other',
        thrownAway: '1',
        correction: 'One mL was spilled and not measured',
      }),
    );
    expect(claim.status).toBe('on-hold');
    expect(claim.lines.map(({ modifiers }) => modifiers)).toEqual([[]]);
  });
  it('a correction wants its reason, and is no more than what was left', () => {
    expect(problemsOf(refillSheet({ instilled: '18', leftover: 'other', thrownAway: '1' }))).toEqual([
      'refill.correction: Enter what became of the rest, or that it is not known',
    ]);
    expect(problemsOf(refillSheet({ instilled: '18', leftover: 'other', thrownAway: '3', correction: 'x' }))).toEqual([
      'refill.thrownAway: Thrown away 6 mg is more than the 4 mg that was left',
    ]);
  });
  it('what was aspirated is no waste (row 2.31)', () => {
    expect(linesOf(refillSheet({ instilled: '20', aspirated: '3', expected: '2.5' }))).toEqual(['J0475-JZ x4 20 mL']);
  });
});

describe('the classic mistakes (products and pumps, section 6) are caught or cannot be made', () => {
  const twoOf40 = { containers: [container({ count: '2' }), emptyContainer], instilled: '40' };
  it('the truth: 40 mL at 2000 is 8 units', () => {
    expect(linesOf(refillSheet(twoOf40))).toEqual(['J0475-JZ x8 40 mL']);
  });
  it.each([
    [
      'mL billed as units: no field takes units',
      refillSheet({ ...twoOf40, instilled: '40 units' }),
      'refill.instilled: Instilled must be in mL, like 18.5',
    ],
    [
      'mcg taken for mg',
      refillSheet({ ...twoOf40, instilled: '80000 mg' }),
      'refill.instilled: Instilled 40,000 mL is more than the 40 mL reservoir holds',
    ],
    [
      'mg typed where mL are meant',
      refillSheet({ ...twoOf40, instilled: '80' }),
      'refill.instilled: Instilled 80 mL is more than the 40 mL reservoir holds',
    ],
    [
      '2000 typed as an amount',
      refillSheet({ ...twoOf40, instilled: '2000' }),
      'refill.instilled: Instilled must be 100 mL or less',
    ],
    [
      '2 mg/mL typed as 2',
      refillSheet({ containers: [fromLabel('20', '2')], instilled: '20' }),
      'refill.containers.0.strength: Strength 2 mcg/mL is no baclofen strength: if the label says 2 mg/mL, enter 2000',
    ],
    [
      '2000 typed as mg',
      refillSheet({ containers: [fromLabel('20', '2000 mg')], instilled: '20' }),
      'refill.containers.0.strength: Strength must be in mcg/mL, like 2000',
    ],
    [
      '60 mcg an hour',
      refillSheet({ instilled: '20', dailyDose: '60 mcg/hr' }),
      'refill.dailyDose: Daily dose must be of a day, not of an hour',
    ],
  ])('%s', (_what, worksheet, problem) => {
    expect(problemsOf(worksheet)).toContain(problem);
  });
  it.each([
    [
      'vials counted as one',
      refillSheet({ ...twoOf40, containers: [container()] }),
      '80 mg was given, but the labels hold 40 mg. 40 mg is overfill, or a container is missing. ' +
        'Only the label is billed.',
    ],
    [
      'a 5 mL ampule taken for the 20 mL one',
      refillSheet({ containers: [container({ ndc: '70121-2502-2' })], instilled: '20' }),
      '40 mg was given, but the labels hold 10 mg. 30 mg is overfill, or a container is missing. ' +
        'Only the label is billed.',
    ],
  ])('%s is a finding', (_what, worksheet, because) => {
    expect(findingOf(worksheet, 'amounts/within-label')).toMatchObject({ outcome: 'needs-review', because });
  });
  it('a unit that is typed is read: 80 mg, 80000 mcg and 40 mL are one dose', () => {
    for (const instilled of ['80 mg', '80000 mcg', '40 mL', '40 cc', '40'])
      expect(linesOf(refillSheet({ ...twoOf40, instilled }))).toEqual(['J0475-JZ x8 40 mL']);
  });
  it('a carton counted twice is caught by what was left', () => {
    const cartons = refillSheet({
      containers: [container({ ndc: '70121-2505-2', count: '4' })],
      instilled: '40',
      leftover: '',
    });
    expect(problemsOf(cartons)).toEqual(['refill.leftover: Say what became of the drug left in the containers']);
    const confirmed = { ...cartons, refill: { ...cartons.refill, leftover: 'discarded' as const } };
    expect(linesOf(confirmed)).toEqual(['J0475 x8 40 mL', 'J0475-JW x8 40 mL']);
    expect(findingOf(confirmed, 'units/mue')).toMatchObject({
      outcome: 'needs-review',
      because: expect.stringContaining(
        '16 units are billed, the 8 with JW counted. The table of 07/01/2024 to 09/30/2024 has 8 units',
      ),
    });
    expect(findingOf(confirmed, 'amounts/smallest-package')).toMatchObject({
      outcome: 'needs-review',
      because: expect.stringContaining('8 units less would have been wasted'),
    });
  });
  it('the trial code for a refill, and the other way round', () => {
    expect(findingOf(refillSheet(twoOf40, { purpose: 'screening-trial' }), 'code/facts-agree')?.outcome).toBe(
      'needs-review',
    );
    const trialProduct = refillSheet({ containers: [container({ ndc: '66794-151-01' })], instilled: '1' });
    expect(findingOf(trialProduct, 'claim/ndc')?.outcome).toBe('fail');
  });
});

describe('more instilled than the labels hold', () => {
  const overfill = (instilled: string, change: Partial<RefillText> = {}) =>
    refillSheet({ instilled, leftover: '', ...change });

  it('bills the label alone and says so, as in the dose entry', () => {
    const refill = claimOf({ ...overfill('20.5'), diagnoses: 'G80.1' });
    const dose = claimOf(
      doseSheet({
        diagnoses: 'G80.1',
        doseGiven: '20.5 mL',
        doseWasted: '0',
        strength: '2000',
        labeledAmount: '40',
        ndc: gablofen2000,
      }),
    );
    expect(linesOf(overfill('20.5'))).toEqual(['J0475-JZ x4 20 mL']);
    expect(dose.lines).toEqual(refill.lines);
    for (const claim of [refill, dose]) {
      expect(claim.status).toBe('review');
      expect(claim.findings.find(({ rule }) => rule.id === 'amounts/within-label')?.verdict).toMatchObject({
        outcome: 'needs-review',
        because: expect.stringContaining('1 mg is overfill'),
      });
      expect(claim.how.map(({ says }) => says)).toContain(
        'The milliliters beside the NDC are no more than the labels hold. 40 mg is 20 mL.',
      );
    }
  });

  it('stays refused where the drug was diluted or mixed, and above what the reservoir holds', () => {
    expect(problemsOf(overfill('30.5', { diluted: true, diluent: '10', concentration: '1000' }))).toContain(
      'refill.instilled: Instilled 30.5 mL is more than the 30 mL opened and diluted',
    );
    expect(
      problemsOf(
        overfill('40.5', {
          containers: [container(), container({ ndc: strengthNdc['500'] })],
          reservoir: 'other',
          reservoirOther: '50',
          concentration: '1250',
        }),
      ),
    ).toContain('refill.instilled: Instilled 40.5 mL is more than the 40 mL opened');
    expect(problemsOf(overfill('20.5', { reservoir: '20' }))).toContain(
      'refill.instilled: Instilled 20.5 mL is more than the 20 mL reservoir holds',
    );
  });

  it('names no more milliliters beside an NDC than its containers hold', () => {
    const rows = fc.array(fc.constantFrom('70121-2502-2', '66794-157-02', '66794-157-01'), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 6000 }), fc.boolean(), (ndcs, hundredths, linePerNdc) => {
        const containers = [...ndcs.map((ndc) => container({ ndc })), emptyContainer];
        const { lines, encounter } = claimOf(
          refillSheet(
            { containers, instilled: String(hundredths / 100), reservoir: 'other', reservoirOther: '60' },
            { linePerNdc },
          ),
        );
        for (const ndc of encounter.ndcs) {
          const opened = encounter.opened
            .filter((row) => row.ndc === ndc)
            .reduce((sum, row) => sum + row.volume.uL * row.count, 0);
          const named = lines
            .flatMap(({ ndcQuantities }) => ndcQuantities)
            .filter((quantity) => quantity.ndc === ndc)
            .reduce((sum, { volume }) => sum + (volume?.uL ?? NaN), 0);
          expect(named).toBeLessThanOrEqual(opened);
        }
      }),
    );
  });
});

describe('instilled and thrown away in parts', () => {
  it('are added up exactly, with their working', () => {
    const worksheet = refillSheet({
      containers: [container({ count: '2' }), emptyContainer],
      instilled: '20 + 16.5',
      leftover: 'other',
      thrownAway: '5 mg + 2 mg',
      correction: 'none',
    });
    expect(linesOf(worksheet)).toEqual(['J0475-JZ x8 36.5 mL']);
    const { encounter, how } = claimOf(worksheet);
    expect(encounter.givenParts).toEqual([mg(40), mg(33)]);
    expect(encounter.wasted).toEqual(mg(7));
    expect(how.map(({ says }) => says)).toContain(
      'Given in parts: 40 mg + 33 mg = 73 mg. One day’s drug of one container is added up first and rounded once.',
    );
  });
});

describe('bad input is told at its field', () => {
  it.each([
    [
      'no container',
      refillSheet({ containers: [emptyContainer], instilled: '20' }),
      'refill.containers.0.product: Choose the product that was opened, or scan it',
    ],
    [
      'a row without its product',
      refillSheet({ containers: [container({ ndc: '', lot: 'A1' })], instilled: '20' }),
      'refill.containers.0.product: Choose the product that was opened, or enter its NDC',
    ],
    [
      'one NDC with two strengths',
      refillSheet({
        containers: [fromLabel('20', '2000', { ndc: '66794-999-01' }), fromLabel('20', '500', { ndc: '66794-999-01' })],
        instilled: '20',
      }),
      'refill.containers.1.ndc: Container 2: its NDC stands above with 20 mL of 2000 mcg/mL, and an NDC has one ' +
        'size and strength',
    ],
    [
      'zero containers',
      refillSheet({ containers: [container({ count: '0' })], instilled: '20' }),
      'refill.containers.0.count: Count must be 1 or more',
    ],
    [
      'half a container',
      refillSheet({ containers: [container({ count: '1.5' })], instilled: '20' }),
      'refill.containers.0.count: Count must be a whole number, like 2',
    ],
    [
      'no count',
      refillSheet({ containers: [container({ count: '' })], instilled: '20' }),
      'refill.containers.0.count: Enter how many containers were opened',
    ],
    [
      'no NDC at all',
      refillSheet({ containers: [container({ ndc: 'baclofen' })], instilled: '20' }),
      'refill.containers.0.ndc: NDC or barcode must be an NDC like 66794-157-02, its 11 digits, or a scanned barcode',
    ],
    [
      'ten bare digits',
      refillSheet({ containers: [container({ ndc: '6679415702' })], instilled: '20' }),
      'refill.containers.0.ndc: Ten digits can be more than one NDC: choose which, or type it with its hyphens',
    ],
    [
      'an NDC of another drug',
      refillSheet({ containers: [container({ ndc: '0409-6509-01' })], instilled: '20' }),
      'refill.containers.0.ndc: 00409-6509-01 is none of the 35 baclofen containers on file: ' +
        'check it, or choose “Other, from the label” if the label says baclofen injection',
    ],
    [
      'a new product without its label',
      refillSheet({ containers: [container({ ndc: '0409-6509-01', product: 'label' })], instilled: '20' }),
      'refill.containers.0.strength: Enter the strength in mcg/mL, from the label',
    ],
    [
      'bulk drug',
      refillSheet({ containers: [container({ ndc: '68055-0002-01' })], instilled: '20' }),
      'refill.containers.0.ndc: 68055-0002-01 is bulk drug for further processing, which is never billed',
    ],
    [
      'a barcode of a book',
      refillSheet({ containers: [container({ ndc: '9781234567897' })], instilled: '20' }),
      'refill.containers.0.ndc: This barcode is of no US drug: there is no NDC in it',
    ],
    [
      'a misread barcode',
      refillSheet({ containers: [container({ ndc: '366794157025' })], instilled: '20' }),
      'refill.containers.0.ndc: The barcode’s check digit does not fit: scan it again',
    ],
    [
      'the second row is named',
      refillSheet({ containers: [container(), container({ count: '0' })], instilled: '20' }),
      'refill.containers.1.count: Container 2: count must be 1 or more',
    ],
    [
      'an expiry of long ago',
      refillSheet({ containers: [container({ expiry: '01/1900' })], instilled: '20' }),
      'refill.containers.0.expiry: Expiry must be in 2000 or later',
    ],
    [
      'a month that is none',
      refillSheet({ containers: [container({ expiry: '13/2027' })], instilled: '20' }),
      'refill.containers.0.expiry: Expiry has no such month',
    ],
    [
      'no reservoir',
      refillSheet({ reservoir: '', instilled: '20' }),
      'refill.reservoir: Choose the size of the reservoir',
    ],
    [
      'another reservoir without its size',
      refillSheet({ reservoir: 'other', instilled: '20' }),
      'refill.reservoirOther: Enter the size of the reservoir in mL',
    ],
    [
      'more than the reservoir',
      refillSheet({ containers: [container({ count: '2' })], reservoir: '20', instilled: '25' }),
      'refill.instilled: Instilled 25 mL is more than the 20 mL reservoir holds',
    ],
    ['nothing said of the volume', refillSheet({}), 'refill.instilled: Enter the milliliters instilled'],
    [
      'diluted to no less',
      refillSheet({ instilled: '20', diluted: true, diluent: '5', concentration: '2000' }),
      'refill.concentration: Final concentration must be below the strength opened, 2000 mcg/mL',
    ],
    [
      'diluted without numbers',
      refillSheet({ instilled: '20', diluted: true }),
      'refill.diluent: Enter the milliliters of diluent',
    ],
    [
      'an alarm in the past',
      refillSheet({ instilled: '20', programmerAlarmDate: '05/19/2026' }),
      'refill.programmerAlarmDate: Programmer’s alarm date must not be before the date of service, 05/20/2026',
    ],
    [
      'a last fill in the future',
      refillSheet({ instilled: '20', lastFilledOn: '05/20/2026' }),
      'refill.lastFilledOn: Date of the last fill must be before the date of service, 05/20/2026',
    ],
    [
      'thrown away in mL of a mixture',
      refillSheet({
        instilled: '20',
        diluted: true,
        diluent: '10',
        concentration: '1000',
        leftover: 'other',
        thrownAway: '5',
        correction: 'x',
      }),
      'refill.thrownAway: Thrown away must be in mg: the drug was mixed',
    ],
  ])('%s', (_what, worksheet, problem) => {
    expect(problemsOf(worksheet)).toContain(problem);
  });

  it('any text in any field is read without throwing', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('20', '2000', '0', '-1', '01003667941570241728033110A', '1e9', '999999999999', ' ', '20 mL'),
    );
    const refill = fc.record({
      instilled: text,
      diluent: text,
      concentration: text,
      expected: text,
      dailyDose: text,
      alarmVolume: text,
      leadDays: text,
      stabilityDays: text,
      thrownAway: text,
      lastFilled: text,
      lastFilledOn: text,
    });
    const row = fc.record({
      product: fc.constantFrom('', 'label', '66794015702'),
      ndc: text,
      count: text,
      lot: text,
      expiry: text,
      strength: text,
      volume: text,
    });
    fc.assert(
      fc.property(refill, row, fc.boolean(), (change, cells, diluted) => {
        const worksheet = refillSheet({ ...change, diluted, containers: [container(cells), emptyContainer] });
        expect(() => {
          const { encounter, problems } = readWorksheet(worksheet, today);
          // Without a claim there is always something to put right.
          if (encounter) prepareClaim(encounter, ruleBook);
          else if (problems.length === 0) throw new Error('neither a claim nor a problem');
        }).not.toThrow();
      }),
    );
  });
});

describe('barcodes fill the row', () => {
  it('a product picked without its NDC is still that product', () => {
    expect(
      readRefill(
        refillSheet({ containers: [container({ product: '66794015702', ndc: '' })], instilled: '20' }),
        today,
        () => {},
      ).opened[0]?.ndc,
    ).toBe('66794015702');
  });
  it('product, lot and expiry come out of a GS1 code; a typed lot wins', () => {
    const code = '01003667941570241728033110AB1';
    const read = (change: Partial<ContainerText>) =>
      readRefill(refillSheet({ containers: [container({ ndc: code, ...change })], instilled: '20' }), today, () => {})
        .opened[0];
    expect(read({})).toMatchObject({
      ndc: '66794015702',
      name: 'Gablofen vial',
      lot: 'AB1',
      expiry: '2028-03-31',
      count: 1,
    });
    expect(read({ lot: 'XY2' })).toMatchObject({ lot: 'XY2' });
  });
  it('an expired lot is a hold, on the day of service and not of today', () => {
    const expired = refillSheet({ containers: [container({ expiry: '04/2026', lot: 'L1' })], instilled: '20' });
    expect(findingOf(expired, 'records/expiry')).toMatchObject({
      outcome: 'on-hold',
      because: expect.stringContaining('lot L1, expired on 04/30/2026'),
    });
    expect(findingOf({ ...expired, dateOfService: '04/30/2026' }, 'records/expiry')?.outcome).toBe('pass');
  });
  it('a carton is never one container: its count is asked for', () => {
    const sheet = (change: Partial<ContainerText>) =>
      problemsOf(refillSheet({ containers: [container({ count: '', ...change }), emptyContainer], instilled: '20' }));
    expect(sheet({ ndc: '70121-2505-2' })).toContain(
      'refill.containers.0.count: This is the code of a carton of 2: enter how many containers were opened',
    );
    expect(sheet({ ndc: '50366794157029' })).toContain(
      'refill.containers.0.count: This is the code of a carton: enter how many containers were opened',
    );
    expect(sheet({})).toContain('refill.containers.0.count: Enter how many containers were opened');
  });
  it('reads sixty rows and refuses the next with its sentence', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, place) => container({ lot: `L${place}` }));
    expect(problemsOf(refillSheet({ containers: [...rows(60), emptyContainer], instilled: '40' }))).toEqual([]);
    expect(problemsOf(refillSheet({ containers: rows(61), instilled: '40' }))).toEqual([
      'refill.containers.60.ndc: At most 60 rows: put containers of the same lot together by their count',
    ]);
  });
});

describe('a scan in the dose entry', () => {
  const sheet = (ndc: string) => doseSheet({ doseGiven: '36', doseWasted: '4', ndc, dateOfService: '03/10/2026' });
  const said = (worksheet: WorksheetText) => {
    const { problems, refill } = readWorksheet(worksheet, today);
    return { ...understoodOf(worksheet, refill, today), ...unreadOf(worksheet, problems) }.ndc;
  };
  it.each([
    ['0100366794157024', 'NDC 66794-0157-02: Gablofen 2000 mcg/mL, 20 mL vial'],
    ['66794-157-02', 'NDC 66794-0157-02: Gablofen 2000 mcg/mL, 20 mL vial'],
    [
      '10AB12\u001D010036679415702417280331',
      'NDC 66794-0157-02: Gablofen 2000 mcg/mL, 20 mL vial; expiry Fri Mar 31, 2028',
    ],
    ['0409-6509-01', 'NDC 00409-6509-01'],
    [
      '6679415702',
      'NDC of the container has 10 digits, so it is not clear where a zero is missing: enter it with its hyphens',
    ],
    ['', undefined],
  ])('%j is said back', (typed, words) => {
    expect(said(sheet(typed))).toBe(words);
  });
  it('an expiry before the service is a hold', () => {
    expect(findingOf(sheet('01003667941570241726030910AB1'), 'records/expiry')).toMatchObject({
      outcome: 'on-hold',
      because: 'The container that was scanned expired on 03/09/2026. The service was on 03/10/2026.',
    });
    expect(findingOf(sheet('01003667941570241726031010AB1'), 'records/expiry')?.outcome).toBe('pass');
    expect(findingOf(sheet('66794-157-02'), 'records/expiry')?.outcome).toBe('not-applicable');
  });
});
