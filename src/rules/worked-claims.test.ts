import { describe, expect, it } from 'vitest';
import type { Encounter, OpenedContainers, UnlistedCode } from '../engine/encounter';
import { readNdc } from '../engine/ndc';
import { prepareClaim } from '../engine/prepare-claim';
import { day } from '../engine/dated';
import { formatMl, massFromDigits, mcg, mcgPerMl, mg, ml, noMass, type Mass } from '../engine/quantity';
import { beside, fill, verdictOf, linesOf, pumpFill, trial } from './encounter.fixture';
import { citations } from './citations';
import { compoundCodes } from './hcpcs';
import { ruleBook } from './index';
import { namedProfiles } from './payers';

/** Worked baclofen claims, numbered as in table 12c of the rules on file. Amounts in mg: given, wasted, opened. */
const pumpFills: readonly (readonly [
  row: number,
  given: string,
  wasted: string,
  opened: string | null,
  lines: string,
])[] = [
  [10, '40', '0', '40', 'J0475-JZ x4'],
  [11, '25', '15', '40', 'J0475 x3, J0475-JW x1'],
  [12, '30', '10', '40', 'J0475 x3, J0475-JW x1'],
  [13, '36', '4', '40', 'J0475-JZ x4'],
  [14, '31', '9', '40', 'J0475-JZ x4'],
  [15, '7', '3', '10', 'J0475-JZ x1'],
  [16, '20', '0', '20', 'J0475-JZ x2'],
  [17, '12', '8', '20', 'J0475-JZ x2'],
  [18, '10', '10', '20', 'J0475 x1, J0475-JW x1'],
  [19, '60', '0', '60', 'J0475-JZ x6'],
  [20, '50', '10', '60', 'J0475 x5, J0475-JW x1'],
  [21, '55', '5', '60', 'J0475-JZ x6'],
  [22, '80', '0', '80', 'J0475-JZ x8'],
  [23, '72', '8', '80', 'J0475-JZ x8'],
  [24, '65', '15', '80', 'J0475 x7, J0475-JW x1'],
  [25, '90', '0', '90', 'J0475-JZ x9'],
  [37, '42', '0', '40', 'J0475-JZ x4'],
  [38, '40', '0', '40', 'J0475-JZ x4'],
  [39, '0', '15', null, ''],
  [40, '25', '10', '40', 'J0475 x3'],
  [41, '25', '5', '30', 'J0475-JZ x3'],
];

const container = (text: string, milliliters: number, strength = 2000): OpenedContainers => {
  const reading = readNdc(text);
  if (!('ndc' in reading)) throw new Error(text);
  return {
    ndc: reading.ndc,
    name: 'Gablofen',
    strength: mcgPerMl(strength),
    volume: ml(milliliters),
    count: 1,
    container: 'single-dose',
    lot: null,
    expiry: null,
  };
};
/** Row 44: 40 mg at 4 mg/mL into a pump. */
const compound: Encounter = { ...pumpFill, drugSource: 'compounded', concentration: mcgPerMl(4000) };
const named = (code: UnlistedCode): Encounter => ({
  ...compound,
  payerConfirmation: { who: 'Claims desk', on: day('2026-05-19'), reference: 'R-1', code },
});

const amount = (text: string): Mass => massFromDigits(text, 'mg') ?? noMass;

describe('worked claims of table 12c, Medicare Part B, office', () => {
  it.each(pumpFills)('row %i: %s mg given, %s wasted, %s opened: %s', (_row, given, wasted, opened, lines) => {
    expect(linesOf(fill(amount(given), amount(wasted), opened === null ? null : amount(opened))).join(', ')).toBe(
      lines,
    );
  });

  it.each(pumpFills.filter(([row]) => row !== 40 && row !== 37))(
    'row %i gives the same lines when the labeled amount is not entered',
    (_row, given, wasted, _opened, lines) => {
      expect(linesOf(fill(amount(given), amount(wasted))).join(', ')).toBe(lines);
    },
  );

  const others: readonly (readonly [row: string, encounter: Encounter, lines: string])[] = [
    ['26: trial, 50 mcg', trial, 'J0476-JZ x1'],
    ['27: trial, 75 of 100 mcg', { ...trial, given: mcg(75), wasted: mcg(25) }, 'J0476-JZ x2'],
    ['28: trial, 100 mcg', { ...trial, given: mcg(100) }, 'J0476-JZ x2'],
    ['29: trial, 25 of 50 mcg', { ...trial, given: mcg(25), wasted: mcg(25) }, 'J0476-JZ x1'],
    ['30: trial, hospital outpatient', { ...trial, setting: 'hospital-outpatient' }, 'J0476 x1'],
    [
      '31: 25 of 40 mg, hospital outpatient',
      { ...fill(mg(25), mg(15)), setting: 'hospital-outpatient' },
      'J0475 x3, J0475-JW x1',
    ],
    ['33: 25 of 40 mg, surgical center', { ...fill(mg(25), mg(15)), setting: 'asc' }, 'J0475 x3, J0475-JW x1'],
    ['34: rural health clinic', { ...fill(mg(25), mg(15)), setting: 'rhc' }, 'J0475 x3'],
    ['34: federally qualified health center', { ...pumpFill, setting: 'fqhc' }, 'J0475 x4'],
    ['35: inpatient', { ...pumpFill, setting: 'inpatient' }, 'J0475 x4'],
    ['36: multi-dose container', { ...fill(mg(25), mg(15)), container: 'multi-dose' }, 'J0475 x3'],
    [
      '42: 10 mg intravenously',
      { ...fill(mg(10), noMass), route: 'intravenous', purpose: 'other-injection' },
      'J0428 x1',
    ],
    [
      '43: intramuscularly',
      { ...fill(mg(10), noMass), route: 'intramuscular', purpose: 'other-injection' },
      'J0428 x1',
    ],
    ['44: compounded, while no code is named', compound, ''],
    ['44: compounded, J7999 named', named('J7999'), 'J7999 x1'],
    ['44: compounded, J7799 named, and KD wanted', { ...named('J7799'), kd: true }, 'J7799-KD x1'],
    ['44: compounded, J3490 named, and KD wanted', { ...named('J3490'), kd: true }, 'J3490-KD x1'],
    ['44: compounded, with waste, which has no line', { ...named('J7999'), wasted: mg(40) }, 'J7999 x1'],
    ['44: compounded, J7999 named, but nothing given', { ...named('J7999'), given: noMass, wasted: mg(40) }, ''],
    ['52: supplied by a pharmacy', { ...pumpFill, drugSource: 'supplied' }, ''],
  ];
  const [vial, ampules] = [container('66794-157-02', 20), container('66794-156-02', 20, 1000)];
  const under = (id: string, change: Partial<Encounter> = {}): Encounter => {
    const profile = namedProfiles.find((each) => each.id === id);
    if (!profile) throw new Error(id);
    return { ...pumpFill, payer: profile.payer, profile, ...change };
  };
  const sixty = { opened: [vial, ampules], ndcs: [vial.ndc, ampules.ndc].flatMap((ndc) => ndc ?? []), labeled: mg(60) };
  const byPayer: readonly (readonly [row: string, encounter: Encounter, lines: string])[] = [
    [
      '19: two NDCs, a payer that wants a line for each',
      under('unitedhealthcare-maryland', { ...sixty, given: mg(60) }),
      'J0475-JZ x4, J0475-JZ x2',
    ],
    [
      '32: 340B, hospital outpatient',
      { ...pumpFill, setting: 'hospital-outpatient', bought340b: true },
      'J0475-JZ-TB x4',
    ],
    ['45: BCBS North Dakota', under('bcbs-north-dakota'), 'J0475 x4'],
    [
      '46: LifeWise, 25 of 40 mg',
      under('lifewise-premera', { given: mg(25), wasted: mg(15) }),
      'J0475 x3, J0475-JW x1',
    ],
    ['47: Blue Cross NC, two NDCs', under('blue-cross-north-carolina', { ...sixty, given: mg(60) }), 'J0475-JZ x6'],
    [
      '48: UnitedHealthcare Maryland, two NDCs, 50 of 60 mg',
      under('unitedhealthcare-maryland', { ...sixty, given: mg(50), wasted: mg(10) }),
      'J0475 x4, J0475 x1, J0475-JW x1',
    ],
    ['49: refill kit listed', { ...pumpFill, ...beside('62370', 'A4220') }, 'J0475-JZ x4'],
    ['50: 62370 with 95991', { ...pumpFill, ...beside('62370', '95991') }, 'J0475-JZ x4'],
    ['51: in custody', { ...pumpFill, custody: 'met' }, 'J0475-JZ-QJ x4'],
    ['53: medical equipment supplier', { ...pumpFill, setting: 'dme-supplier' }, 'J0475 x4'],
  ];
  it.each(byPayer)('row %s', (_row, encounter, lines) => {
    expect(linesOf(encounter).join(', ')).toBe(lines);
  });

  it(
    'row 44: the codes that contractors have named are told while the claim waits, and one unit has the whole ' +
      'charge',
    () => {
      const held = prepareClaim(compound, ruleBook);
      expect(held.status).toBe('on-hold');
      expect(held.how.map(({ says }) => says)).toEqual([
        'Compounded baclofen is not billed with J0475 or J0476.',
        'The payer has to name the code. None is picked yet.',
        'J7999 is for compounded drugs since 01/01/2016. No contractor text was read that asks for it for baclofen.',
        'TrailBlazer, then Novitas, named J7799 with KD for a pump. ' +
          'The Novitas text is of 2015, last changed on 11/21/2019.',
        'First Coast (2010 to 2012) named J3490 with KD for a pump. So did WPS, as quoted in 2013.',
      ]);
      for (const {
        named: { rows },
        confidence,
      } of compoundCodes)
        expect(rows.map((row) => citations[row as keyof typeof citations].confidence)).toEqual([confidence]);
      const { lines, totalUnits, totalCharge, estimate, how, formItems } = prepareClaim(
        {
          ...named('J7999'),
          chargePerUnit: { tenthsOfCent: 950_000 },
          ndcs: [container('66794-157-02', 20).ndc].flatMap((ndc) => ndc ?? []),
        },
        ruleBook,
      );
      expect(lines).toEqual([
        {
          lineNumber: 1,
          hcpcs: 'J7999',
          modifiers: [],
          unitsOfService: { units: 1 },
          ndcQuantities: [],
          charge: { tenthsOfCent: 950_000 },
          of: 'administered',
          pointers: null,
        },
      ]);
      expect([totalUnits, totalCharge, estimate.total]).toEqual([{ units: 1 }, { tenthsOfCent: 950_000 }, null]);
      expect(estimate.how.map(({ says }) => says)).toEqual([
        'A compound has no payment limit on file. The contractor sets its price.',
      ]);
      expect(how.map(({ says }) => says)).toEqual([
        'Compounded baclofen is not billed with J0475 or J0476.',
        'The payer named J7999, “Compounded drug, not otherwise classified” (short: Compounded drug, noc).',
        'One unit stands for the whole compound.',
        'Whether a compounded drug takes JW or JZ was not found, so the line has neither.',
      ]);
      expect(formItems.narrative).toBe('Compounded baclofen 4000 mcg/mL, 10 mL, dose 40 mg');
    },
  );

  it('row 46: NDC and milliliters on both lines, 12.5 and 7.5', () => {
    const { lines } = prepareClaim(
      under('lifewise-premera', {
        opened: [vial],
        ndcs: vial.ndc ? [vial.ndc] : [],
        labeled: mg(40),
        given: mg(25),
        wasted: mg(15),
        strength: mcgPerMl(2000),
      }),
      ruleBook,
    );
    expect(
      lines.map(({ ndcQuantities }) => ndcQuantities.map(({ ndc, volume }) => `${ndc} ${volume && formatMl(volume)}`)),
    ).toEqual([['66794015702 12.5 mL'], ['66794015702 7.5 mL']]);
  });

  it('every row from 10 to 53 stands in this file', () => {
    const here = new Set([
      ...pumpFills.map(([row]) => row),
      ...[...others, ...byPayer].map(([row]) => Number.parseInt(row, 10)),
    ]);
    expect(Array.from({ length: 44 }, (_, place) => place + 10).filter((row) => !here.has(row))).toEqual([]);
  });

  it.each(others)('row %s', (_row, encounter, lines) => {
    expect(linesOf(encounter).join(', ')).toBe(lines);
  });
});

describe('what the worked claims are told besides their lines', () => {
  it.each([
    ['18 and 11: a smaller package', fill(mg(25), mg(15)), 'amounts/smallest-package', 'needs-review'],
    ['24: at the MUE, not above', { ...fill(mg(65), mg(15)), dateOfService: day('2024-08-01') }, 'units/mue', 'pass'],
    ['25: above the MUE', { ...fill(mg(90), noMass), dateOfService: day('2024-08-01') }, 'units/mue', 'needs-review'],
    ['37: overfill', fill(mg(42), noMass, mg(40)), 'amounts/within-label', 'needs-review'],
    ['39: waste alone', fill(noMass, mg(15)), 'amounts/waste-alone', 'fail'],
    ['40: 5 mg unexplained', fill(mg(25), mg(10), mg(40)), 'amounts/unexplained-remainder', 'on-hold'],
    ['42: J0428', { ...fill(mg(10), noMass), route: 'intravenous' }, 'code/iv-im', 'on-hold'],
    ['44: compounded', compound, 'code/compounded', 'on-hold'],
    ['44: compounded, J7999 named', named('J7999'), 'code/compounded', 'needs-review'],
    ['44: compounded, the invoice', named('J7999'), 'compounded/invoice', 'needs-review'],
    ['44: compounded, item 19', named('J7999'), 'compounded/narrative', 'pass'],
    ['52: supplied', { ...pumpFill, drugSource: 'supplied' }, 'code/drug-not-bought', 'needs-review'],
    ['49: refill kit', { ...pumpFill, ...beside('62370', 'A4220') }, 'companions/refill-kit', 'fail'],
    [
      '50: 62370 with 95991',
      { ...pumpFill, ...beside('62370', '95991'), dateOfService: day('2024-08-01') },
      'companions/pairs',
      'fail',
    ],
    ['53: medical equipment supplier', { ...pumpFill, setting: 'dme-supplier' }, 'payment/dme', 'fail'],
  ] as const satisfies readonly (readonly [string, Encounter, string, string])[])(
    'row %s',
    (_row, encounter, rule, outcome) => {
      expect(verdictOf(encounter, rule).outcome).toBe(outcome);
    },
  );

  it('row 41: three ampules of 2000 mcg/mL waste nothing billable, so there is no word on smaller packages', () => {
    expect(verdictOf({ ...fill(mg(25), mg(5)), strength: mcgPerMl(2000) }, 'amounts/smallest-package').outcome).toBe(
      'not-applicable',
    );
  });

  it('the working of 36 of 40 mg tells the truth about the 4 mg', () => {
    const { how } = prepareClaim(fill(mg(36), mg(4)), ruleBook);
    expect(how.map(({ says }) => says)).toEqual([
      'J0475, “Injection, baclofen, 10 mg” (short: Baclofen 10 mg injection): one unit is 10 mg.',
      '36 mg given ÷ 10 mg per unit = 3.6, rounded up to 4.',
      '36 mg given + 4 mg wasted = 40 mg, which holds 4 whole units. ' +
        'The line of the dose bills 4 units, so no whole unit is left for a JW line. ' +
        'The 4 mg was still discarded and belongs in the record.',
      'Medicare’s rule on the date of service: the line of a single-dose drug carries JW or JZ.',
      'JZ attests that there is no billable waste. It does not say that nothing was thrown away: 4 mg was.',
    ]);
    expect(how.flatMap(({ rows }) => rows)).toEqual(expect.arrayContaining(['2.11', '2.15', '2.16']));
  });
});
