import { describe, expect, it } from 'vitest';
import { linesOf as linesOfClaim } from '../engine/claim-lines';
import type { DrugOfDay, Encounter } from '../engine/encounter';
import { isOpen, keepingBack, prepareClaim } from '../engine/prepare-claim';
import { formatMl, massIn, mcg, mcgPerMl, mg, ml, noMass, sumOfMasses, timesVolume } from '../engine/quantity';
import { beside, containers, ndc, own, pumpFill, secondDrug, trialFacts } from './encounter.fixture';
import { ruleBook } from './index';
import { holdToTable } from './rule-table.fixture';
import { severalDrugsRules } from './several-drugs';

const vial = (milligrams: 10 | 20 | 40, change: Parameters<typeof containers>[0] = {}) =>
  containers({ strength: mcgPerMl(milligrams * 50), ...change });
const ofGablofen40 = vial(40);
const ofGablofen10 = vial(10, { ndc: ndc('66794-155-02') });
const trialSyringe = containers({
  ndc: ndc('66794-151-01'),
  strength: mcgPerMl(50),
  volume: ml(1),
});

/** Drug out of these containers, less what was wasted of it. */
const outOf = (
  opened: Encounter['opened'],
  wasted = noMass,
): Pick<Encounter, 'given' | 'wasted' | 'labeled' | 'opened' | 'ndcs' | 'strength'> => {
  const labeled = sumOfMasses(
    opened.map(({ volume, count, strength }) => massIn(timesVolume(volume, count), strength)),
  );
  return {
    given: { ng: labeled.ng - wasted.ng },
    wasted,
    labeled,
    opened,
    ndcs: [...new Set(opened.flatMap((each) => each.ndc ?? []))],
    strength: opened[0]?.strength ?? null,
  };
};

const fills = (first: Partial<Encounter>, other: Partial<DrugOfDay>): Encounter => ({
  ...pumpFill,
  ...first,
  drugBeside: secondDrug(other),
});
const ofTrial: Partial<DrugOfDay> = { ...trialFacts, ...outOf([trialSyringe]) };
const withTrial = (first: Partial<Encounter> = {}, other: Partial<DrugOfDay> = {}): Encounter =>
  fills(first, { ...ofTrial, ...other });

/** "2 J0475-JZ x4, 66794-0157-02 20 mL": every line of the claim, by its number. */
const lines = (encounter: Encounter): string[] =>
  linesOfClaim(prepareClaim(encounter, ruleBook)).map(
    ({ lineNumber, hcpcs, modifiers, unitsOfService, ndcQuantities }) =>
      [
        `${lineNumber} ${[hcpcs, ...modifiers].join('-')} x${unitsOfService.units}`,
        ...ndcQuantities.flatMap((each) => (each.ndc && each.volume ? `${each.ndc} ${formatMl(each.volume)}` : [])),
      ].join(', '),
  );

describe('the lines of two drugs of one day', () => {
  it.each<[what: string, encounter: Encounter, ...lines: string[]]>([
    [
      'a trial beside a pump fill, each by its own code',
      withTrial(),
      '1 J0475-JZ x4',
      '2 J0476-JZ x1, 66794015101 1 mL',
    ],
    [
      'the trial first, the fill beside it',
      fills({ ...trialFacts }, outOf([ofGablofen40])),
      '1 J0476-JZ x1',
      '2 J0475-JZ x4, 66794015702 20 mL',
    ],
    [
      'JW of the one, JZ of the other',
      withTrial(outOf([ofGablofen40], mg(10))),
      '1 J0475 x3, 66794015702 15 mL',
      '2 J0475-JW x1, 66794015702 5 mL',
      '3 J0476-JZ x1, 66794015101 1 mL',
    ],
    [
      'JZ of the one, JW of the other',
      withTrial({}, { ...outOf([{ ...trialSyringe, count: 2 }], mcg(50)) }),
      '1 J0475-JZ x4',
      '2 J0476 x1, 66794015101 1 mL',
      '3 J0476-JW x1, 66794015101 1 mL',
    ],
    [
      'hospital outpatient: the trial is packaged and takes neither',
      withTrial({ setting: 'hospital-outpatient' }),
      '1 J0475-JZ x4',
      '2 J0476 x1, 66794015101 1 mL',
    ],
    ['KD is of the pump alone', withTrial({ kd: true }), '1 J0475-KD-JZ x4', '2 J0476-JZ x1, 66794015101 1 mL'],
    [
      'procedures once before both, supplies behind both',
      withTrial({ ...beside('62370', '62322', 'A4221') }),
      '1 62370 x1',
      '2 62322 x1',
      '3 J0475-JZ x4',
      '4 J0476-JZ x1, 66794015101 1 mL',
      '5 A4221 x1',
    ],
    [
      'one that a pharmacy supplied has no line',
      withTrial({ drugSource: 'supplied' }),
      '1 J0476-JZ x1, 66794015101 1 mL',
    ],
    ['nor the other', withTrial({}, { drugSource: 'supplied' }), '1 J0475-JZ x4'],
    [
      'two fills of one code, both wholly used: one line, the NDC once',
      fills(outOf([ofGablofen40]), outOf([ofGablofen40])),
      '1 J0475-JZ x8, 66794015702 40 mL',
    ],
    [
      'each fill keeps its own containers: waste of the first is of its own NDC',
      fills(outOf([ofGablofen40], mg(10)), outOf([ofGablofen10])),
      '1 J0475 x4, 66794015702 15 mL, 66794015502 20 mL',
      '2 J0475-JW x1, 66794015702 5 mL',
    ],
    [
      'a line for each NDC: the units begin where its drug does',
      fills({ ...outOf([ofGablofen40], mg(10)), linePerNdc: true }, outOf([ofGablofen10])),
      '1 J0475 x3, 66794015702 15 mL',
      '2 J0475 x1, 66794015502 20 mL',
      '3 J0475-JW x1, 66794015702 5 mL',
    ],
    [
      'the day is rounded once: 15 + 15 of 2 × 20 mg',
      fills(outOf([vial(20)], mg(5)), outOf([vial(20)], mg(5))),
      '1 J0475 x3, 66794015702 30 mL',
      '2 J0475-JW x1, 66794015702 10 mL',
    ],
    [
      '5 + 5 mg of one 10 mg vial is one unit',
      fills({ given: mg(5), labeled: mg(10) }, { given: mg(5), sameContainers: true }),
      '1 J0475-JZ x1',
    ],
    [
      'the same containers count once, with what was wasted of them',
      fills({ given: mg(15), wasted: mg(10), labeled: mg(40) }, { given: mg(15), sameContainers: true }),
      '1 J0475 x3',
      '2 J0475-JW x1',
    ],
    [
      'overfill of one fill is no drug of the other',
      fills({ given: mg(42), labeled: mg(40) }, { given: mg(10), wasted: mg(10), labeled: mg(20) }),
      '1 J0475 x5',
      '2 J0475-JW x1',
    ],
    [
      'a trial with another strength than 50 mcg/mL is J0475, and one with the fill',
      withTrial({}, { ...outOf([ofGablofen10]), given: mcg(75), wasted: mcg(9_925) }),
      '1 J0475-JZ x5',
    ],
  ])('%s', (_what, encounter, ...expected) => {
    expect(lines(encounter)).toEqual(expected);
  });

  it('of the same containers under two codes, each counts its own share', () => {
    const shared = { ...outOf([trialSyringe]), given: mcg(30), strength: mcgPerMl(50) };
    const claim = prepareClaim(
      fills({ ...trialFacts, ...shared, given: mcg(20) }, { ...shared, labeled: null, sameContainers: true }),
      ruleBook,
    );
    expect(claim.amounts).toMatchObject({ labeled: mcg(20), unexplained: noMass });
    expect(claim.other?.amounts).toMatchObject({ labeled: mcg(30), unexplained: noMass });
  });
});

describe('what is found of two drugs', () => {
  const told = (encounter: Encounter, id: string) =>
    prepareClaim(encounter, ruleBook).findings.flatMap(({ rule, verdict: { outcome, because, goTo, goToRow } }) =>
      rule.id === id ? [[outcome, because.slice(0, 60), ...[goTo, goToRow].filter((way) => way !== undefined)]] : [],
    );

  it('the same of both is said once, another thing of each by its code', () => {
    expect(told(withTrial(), 'modifier/jw-jz')).toHaveLength(1);
    expect(told(withTrial(outOf([ofGablofen40], mg(10))), 'modifier/jw-jz').map(([, says]) => says)).toEqual([
      expect.stringMatching(/^J0475: JW is on the line/),
      expect.stringMatching(/^J0476: JZ is on the line/),
    ]);
  });

  it('what does not concern the one is told of the other alone', () => {
    expect(told(withTrial(), 'amounts/trial-dose')).toEqual([['pass', expect.stringMatching(/^J0476: 50 mcg is not/)]]);
  });

  it('a hold of one drug holds the claim, and tells which; the way leads to its own answers', () => {
    const short = withTrial({}, { ...outOf([{ ...trialSyringe, count: 2 }]), given: mcg(60) });
    const claim = prepareClaim(short, ruleBook);
    expect(claim.status).toBe('on-hold');
    expect(keepingBack(claim.findings).map(({ verdict }) => verdict.because)).toEqual([
      expect.stringMatching(/^J0476: 100 mcg was opened\. 40 mcg of it is neither/),
    ]);
    expect(told(short, 'amounts/unexplained-remainder')[0]).toContain('beside.doseWasted');
    const first = withTrial({ given: mg(30), labeled: mg(40) });
    expect(keepingBack(prepareClaim(first, ruleBook).findings).map(({ verdict }) => verdict.because)).toEqual([
      expect.stringMatching(/^J0475: 40 mg was opened/),
    ]);
  });

  it('an expired container of the second fill is found in its own row', () => {
    const expired = { ...ofGablofen40, expiry: pumpFill.dateOfService.replace('2026', '2025') as never };
    const later = { ...ofGablofen40, expiry: pumpFill.dateOfService };
    const claim = fills(outOf([later, later]), outOf([later, expired]));
    expect(told(claim, 'records/expiry')).toEqual([['on-hold', expect.any(String), 'beside.expiry', 1]]);
    expect(told(fills(outOf([expired]), outOf([later])), 'records/expiry')).toEqual([
      ['on-hold', expect.any(String), 'expiry', 0],
    ]);
  });

  it('the daily maximum is held against each code, and against both fills of one', () => {
    const two = { ...outOf([{ ...trialSyringe, count: 3 }]) };
    expect(told(withTrial({}, two), 'units/mue').map(([outcome, says]) => `${outcome} ${says}`)).toEqual([
      expect.stringMatching(/^needs-review J0475: 4 units are billed/),
      expect.stringMatching(/^needs-review J0476: 3 units are billed\. The table of/),
    ]);
    const nine = fills(outOf([{ ...ofGablofen40, count: 2 }]), outOf([ofGablofen10]));
    expect(told(nine, 'units/mue')[0]?.[1]).toMatch(/^9 units are billed/);
  });

  it('procedures of the fill and of the trial fit a day of both', () => {
    const day = withTrial({ ...beside('62370', '62322') });
    expect(told(day, 'companions/fit').map(([outcome]) => outcome)).toEqual(['pass']);
  });

  it('a place that cannot bill holds both drugs, and the procedures stay', () => {
    const elsewhere: Encounter = { ...withTrial(), setting: 'other', placeOfService: '22', ...beside('62370') };
    const claim = prepareClaim(elsewhere, ruleBook);
    expect(linesOfClaim(claim).map(({ hcpcs }) => hcpcs)).toEqual(['62370']);
    expect([claim.held, claim.other?.held].map((held) => held?.lines.map(({ hcpcs }) => hcpcs))).toEqual([
      ['J0475'],
      ['J0476'],
    ]);
    expect(claim.findings.filter((finding) => isOpen(finding) && finding.verdict.holdsDrug)).not.toEqual([]);
  });

  it.each<[what: string, other: Partial<DrugOfDay>, says: string]>([
    ['asked for of the other', {}, 'needs-review J0476: The units approved are held against the first'],
    [
      'held against each, where its letter tells them',
      { unitsApproved: { units: 2 }, unitsUsed: { units: 0 } },
      'pass J0476: Billed: 1 unit. Left of the 2 approved: 2.',
    ],
    [
      'used by earlier claims',
      { unitsApproved: { units: 2 }, unitsUsed: { units: 2 } },
      'fail J0476: Billed: 1 unit. Left of the 2 approved: 0.',
    ],
  ])('units approved of two drugs: %s', (_what, other, says) => {
    const approved: Encounter['priorAuthorization'] = {
      status: 'approved',
      number: 'A1',
      firstDay: null,
      lastDay: null,
      unitsApproved: { units: 4 },
      unitsUsed: { units: 0 },
      askedOn: null,
    };
    const both = withTrial({ payer: 'commercial', priorAuthorization: approved }, other);
    const found = told(both, 'preauthorization/units');
    const all = found.map(([outcome, because]) => `${outcome} ${because}`);
    expect(all).toHaveLength(2);
    expect(all).toContainEqual(expect.stringContaining(says));
    expect(all).toContainEqual(expect.stringContaining('pass J0475: Billed: 4 units. Left of the 4 approved: 4.'));
  });

  it('the estimate has every line of both, and says which has none', () => {
    const { estimate } = prepareClaim(withTrial({ dateOfService: '2026-02-01' as never }), ruleBook);
    expect(estimate.whole?.lines.map(({ lineNumber, by }) => [lineNumber, by])).toEqual([
      [1, 'payment-limit'],
      [2, 'payment-limit'],
    ]);
    expect(estimate.whole?.total?.allowed).toEqual({ tenthsOfCent: 725_860 + 59_510 });
    const packaged = prepareClaim(
      withTrial({ dateOfService: '2026-02-01' as never, setting: 'hospital-outpatient' }),
      ruleBook,
    ).estimate;
    expect(packaged.whole?.lines.map(({ lineNumber }) => lineNumber)).toEqual([1]);
    expect(packaged.whole?.unpriced).toEqual([
      { lineNumber: 2, hcpcs: 'J0476', because: expect.stringMatching(/packaged|paid/) },
    ]);
  });
});

describe('rules of several drugs', () => {
  const roundedApart = fills(outOf([vial(20)], mg(5)), outOf([vial(20)], mg(5)));
  const evenly = fills(outOf([ofGablofen40]), outOf([ofGablofen40]));
  const often = own({ minimumDaysBetweenFills: 28 }, { drugBeside: secondDrug(outOf([ofGablofen40])) });
  holdToTable(severalDrugsRules, {
    'units/fills-of-day': [
      '2.21, 2.21 fills, 2.11, 3.4, 4 59, 4 76',
      ['pass', evenly, /^The two fills make 8 units of J0475, added up or each by itself\. No modifier/],
      [
        'needs-review',
        roundedApart,
        /make 3 units and 1 unit of waste of J0475, rounded once.*Each by itself they would make 4 units\. No text/,
        'drugBeside, tick',
      ],
      [
        'pass',
        fills({ given: mg(5) }, { given: mg(5), sameContainers: true }),
        /same containers\. Their sum is rounded/,
      ],
      ['pass', withTrial(), /^Each drug has its own code/],
      [
        'needs-review',
        fills({ strength: mcgPerMl(50), given: mcg(20) }, { ...ofTrial, given: mcg(30), sameContainers: true }),
        /^Drug of the same containers is billed by two codes/,
        'drugBeside, tick',
      ],
    ],
    'coverage/trial-and-fill': [
      '6a, 2.21 fills',
      ['needs-review', withTrial(), /trial and a pump fill are told for one day/, 'drugBeside, tick'],
      ['pass', evenly, /same purpose/],
    ],
    'payer/fills-of-day': [
      '2b own profile, 7.6 limits',
      ['needs-review', often, /The profile Prairie Health wants 28 days between fills/, 'drugBeside, tick'],
      ['pass', evenly, /No least time/],
    ],
  });

  it('are not asked of a day with one drug', () => {
    const asked = prepareClaim(pumpFill, ruleBook).findings.map(({ rule }) => rule.id);
    expect(severalDrugsRules.filter(({ id }) => asked.includes(id))).toEqual([]);
  });
});
