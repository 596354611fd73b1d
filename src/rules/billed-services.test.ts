import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { linesOf } from '../engine/claim-lines';
import { prepareClaim } from '../engine/prepare-claim';
import { formatMoney, mg, unitsOf } from '../engine/quantity';
import { beside, commercial, elsewhere, fill, own, pumpFill, supplied, trial } from './encounter.fixture';
import { ruleBook } from './index';

const cents = (tenthsOfCent: number) => ({ tenthsOfCent });
/** The lines as a biller writes them, in their order; "1 62370 x1". */
const wholeClaim = (encounter: Encounter): readonly string[] =>
  linesOf(prepareClaim(encounter, ruleBook)).map(
    ({ lineNumber, hcpcs, modifiers, unitsOfService }) =>
      `${lineNumber} ${[hcpcs, ...modifiers].join('-')} x${unitsOfService.units}`,
  );
const leftOut = (encounter: Encounter): readonly string[] =>
  prepareClaim(encounter, ruleBook).services.leftOut.map(({ code, because }) => `${code}: ${because}`);
const in2024 = { dateOfService: day('2024-08-15'), preparedOn: day('2024-08-20') } as const;

describe('the lines beside the drug', () => {
  it.each<[what: string, encounter: Encounter, ...lines: string[]]>([
    ['none', pumpFill, '1 J0475-JZ x4'],
    ['a procedure before the drug', { ...pumpFill, ...beside('62370') }, '1 62370 x1', '2 J0475-JZ x4'],
    [
      'visit, procedure, drug, JW, other drug, supply, whatever their order in the entry',
      {
        ...own({ jw: 'required' }, { given: mg(20), wasted: mg(20) }),
        ...beside('A4220', 'J2274', '62370', { code: '99213', modifiers: ['25'] }),
      },
      '1 99213-25 x1',
      '2 62370 x1',
      '3 J0475 x2',
      '4 J0475-JW x2',
      '5 J2274 x1',
      '6 A4220 x1',
    ],
    [
      'units and modifiers as entered, one code twice',
      { ...pumpFill, ...beside({ code: '64999', units: unitsOf(3), modifiers: ['59', 'RT'] }, { code: '64999' }) },
      '1 64999-59-RT x3',
      '2 64999 x1',
      '3 J0475-JZ x4',
    ],
    ['drug that was not bought: the procedure alone', { ...supplied, ...beside('62370') }, '1 62370 x1'],
    ['kit for Medicare in the office', { ...pumpFill, ...beside('62370', 'A4220') }, '1 62370 x1', '2 J0475-JZ x4'],
    [
      'kit on a hospital’s claim stays',
      { ...pumpFill, setting: 'hospital-outpatient', ...beside('62370', 'A4220') },
      '1 62370 x1',
      '2 J0475-JZ x4',
      '3 A4220 x1',
    ],
    [
      'a department off campus: PO on every line of the hospital’s claim, behind what was entered',
      {
        ...pumpFill,
        setting: 'hospital-outpatient',
        offCampus: 'excepted',
        ...beside('62370', { code: '99213', modifiers: ['25'] }, { code: '64999', modifiers: ['PO', '59'] }),
      },
      '1 99213-25-PO x1',
      '2 62370-PO x1',
      '3 64999-PO-59 x1',
      '4 J0475-JZ-PO x4',
    ],
    [
      'a patient in custody: QJ on every line',
      { ...pumpFill, custody: 'met', ...beside('62370') },
      '1 62370-QJ x1',
      '2 J0475-JZ-QJ x4',
    ],
    [
      'no room for PO beside four',
      {
        ...pumpFill,
        setting: 'hospital-outpatient',
        offCampus: 'excepted',
        ...beside({ code: '64999', modifiers: ['59', 'RT', 'XS', 'GC'] }),
      },
      '1 64999-59-RT-XS-GC x1',
      '2 J0475-JZ-PO x4',
    ],
    [
      'kit for a plan that was not asked stays, with its finding',
      { ...commercial, ...beside('A4220') },
      '1 J0475-JZ x4',
      '2 A4220 x1',
    ],
    [
      'a pair that is in force',
      { ...pumpFill, ...in2024, ...beside('95991', '62370', 'A4220') },
      '1 62370 x1',
      '2 J0475-JZ x4',
    ],
    [
      'a pair whose list of the day was not read stays, with its finding',
      { ...pumpFill, ...beside('62370', '95991') },
      '1 62370 x1',
      '2 95991 x1',
      '3 J0475-JZ x4',
    ],
    [
      'a pair that a modifier may open stays, with its finding',
      { ...pumpFill, ...in2024, ...beside('62362', '62370') },
      '1 62362 x1',
      '2 62370 x1',
      '3 J0475-JZ x4',
    ],
    [
      'a pair for a plan stays, with its finding',
      { ...commercial, ...in2024, ...beside('62370', '95991') },
      '1 62370 x1',
      '2 95991 x1',
      '3 J0475-JZ x4',
    ],
  ])('%s', (_what, encounter, ...lines) => {
    expect(wholeClaim(encounter)).toEqual(lines);
  });

  it('what is left out is told with its reason and its rows', () => {
    const encounter: Encounter = { ...pumpFill, ...in2024, ...beside('62370', '95991', 'A4220') };
    expect(leftOut(encounter)).toEqual([
      '95991: It is part of 62370, by both lists of 07/01/2024 to 09/30/2024. No modifier gets it paid.',
      'A4220: Medicare does not pay A4220 on its own, and never beside 62370 or 95991.',
    ]);
    const { how, services } = prepareClaim(encounter, ruleBook);
    expect(how.map(({ says }) => says).join(' ')).toContain('95991 is left off the claim. It is part of 62370');
    expect(services.leftOut.every(({ rows }) => rows.length > 0)).toBe(true);
  });

  it('a code is dropped for one that is kept, not for one that is dropped itself', () => {
    const hospital: Encounter = {
      ...pumpFill,
      setting: 'hospital-outpatient',
      dateOfService: day('2026-11-20'),
      preparedOn: day('2026-11-20'),
      ...beside('62367', '95991', '62370'),
    };
    expect(leftOut(hospital).map((each) => each.slice(0, 28))).toEqual([
      '62367: It is part of 62370, ',
      '95991: It is part of 62370, ',
    ]);
  });

  it('says that no rule on the order was found, once there is an order', () => {
    const says = (encounter: Encounter) =>
      prepareClaim(encounter, ruleBook).how.some(({ rows }) => rows.includes('5 line order'));
    expect([
      says(pumpFill),
      says({ ...pumpFill, ...beside('62370') }),
      says({ ...supplied, ...beside('62370') }),
    ]).toEqual([false, true, false]);
  });
});

describe('the total', () => {
  const total = (encounter: Encounter): string => {
    const { totalCharge } = prepareClaim(encounter, ruleBook);
    return totalCharge ? formatMoney(totalCharge) : 'none';
  };
  it.each<[what: string, encounter: Encounter, total: string]>([
    [
      'procedure and drug',
      { ...pumpFill, chargePerUnit: cents(200_000), ...beside({ chargePerUnit: cents(350_000) }) },
      '$1,150.00',
    ],
    [
      'waste, and a code of two units',
      {
        ...fill(mg(30), mg(10)),
        chargePerUnit: cents(200_000),
        ...beside({ chargePerUnit: cents(350_000), units: unitsOf(2) }),
      },
      '$1,500.00',
    ],
    ['a procedure without a charge', { ...pumpFill, chargePerUnit: cents(200_000), ...beside('62370') }, 'none'],
    ['the drug without a charge', { ...pumpFill, ...beside({ chargePerUnit: cents(350_000) }) }, 'none'],
    [
      'nothing of what is left out',
      {
        ...pumpFill,
        chargePerUnit: cents(200_000),
        ...beside({ chargePerUnit: cents(350_000) }, { code: 'A4220', chargePerUnit: cents(90_000) }),
      },
      '$1,150.00',
    ],
  ])('%s', (_what, encounter, expected) => {
    expect(total(encounter)).toBe(expected);
  });
});

describe('drug that its place cannot bill', () => {
  const places: readonly Encounter[] = [
    ...['19', '21', '22', '51'].map(elsewhere),
    { ...pumpFill, setting: 'emergency-room' },
    { ...pumpFill, setting: 'skilled-nursing-facility' },
    { ...pumpFill, setting: 'nursing-facility' },
    { ...pumpFill, setting: 'rhc' },
    { ...pumpFill, setting: 'fqhc' },
    { ...pumpFill, setting: 'home', attendance: 'nurse-alone' },
    { ...pumpFill, setting: 'assisted-living', attendance: 'nurse-alone' },
  ];
  it.each(places.map((place) => [`${place.setting} ${place.placeOfService ?? ''}`.trim(), place] as const))(
    '%s: it is held, and the procedure may leave',
    (_what, place) => {
      const alone = prepareClaim(place, ruleBook);
      expect([alone.status, alone.held]).toEqual(['on-hold', null]);
      const claim = prepareClaim({ ...place, ...beside({ chargePerUnit: cents(350_000) }) }, ruleBook);
      expect(wholeClaim(claim.encounter)).toEqual(['1 62370 x1']);
      expect(claim.held?.lines.map(({ hcpcs }) => hcpcs)).toContain('J0475');
      expect(claim.held?.because).toMatch(/\.$/);
      expect(claim.held?.fix).not.toBe('');
      expect(claim.totalCharge).toEqual(cents(350_000));
      expect([claim.totalUnits.units, claim.formItems.shaded.lines.length]).toEqual([0, 0]);
      expect(claim.findings.some(({ verdict }) => verdict.outcome === 'on-hold')).toBe(false);
      expect(claim.findings.filter(({ verdict }) => verdict.holdsDrug)).toHaveLength(1);
    },
  );

  it('an override brings it back, and only that of its own reason', () => {
    const held: Encounter = { ...elsewhere('22'), ...beside('62370') };
    const key = prepareClaim(held, ruleBook).findings.find(({ verdict }) => verdict.holdsDrug)?.checkKey ?? '';
    const override = { finding: key, who: 'AB', on: pumpFill.dateOfService, why: 'The hospital does not bill it' };
    const back = prepareClaim({ ...held, overrides: [override] }, ruleBook);
    expect(linesOf(back).map(({ hcpcs }) => hcpcs)).toEqual(['62370', 'J0475']);
    expect([back.held, back.status]).toEqual([null, 'review']);
    expect(back.findings.find(({ checkKey }) => checkKey === key)?.override).toEqual(override);
    const other = prepareClaim({ ...held, overrides: [{ ...override, finding: `${key} x` }] }, ruleBook);
    expect(other.held).not.toBeNull();
    const ticked = prepareClaim({ ...held, checked: [key] }, ruleBook);
    expect(ticked.held).not.toBeNull();
  });

  it('who was there must be told first, and an inpatient’s claim waits as a whole', () => {
    for (const place of [{ setting: 'home' }, { setting: 'inpatient' }] as const) {
      const claim = prepareClaim({ ...pumpFill, ...place, ...beside('62370') }, ruleBook);
      expect([claim.status, claim.held]).toEqual(['on-hold', null]);
    }
  });

  it('a plan is asked instead: nothing is held', () => {
    expect(wholeClaim({ ...elsewhere('22'), payer: 'commercial', ...beside('62370') })).toContain('1 62370 x1');
    expect(prepareClaim(own({}, { setting: 'rhc', ...beside('62370') }), ruleBook).held).toBeNull();
  });

  it('95990 holds no physician’s work: a facility’s place leaves it off', () => {
    expect(leftOut({ ...elsewhere('22'), ...beside('95990', '62322') })).toEqual([
      '95990: It holds no physician’s work, so a physician is not paid for it in a facility.',
    ]);
    expect(leftOut({ ...pumpFill, ...beside('95990') })).toEqual([]);
    expect(leftOut({ ...pumpFill, setting: 'hospital-outpatient', ...beside('95990') })).toEqual([]);
  });
});

it('a trial has its procedure before its drug too', () => {
  expect(wholeClaim({ ...trial, ...beside('62323') })).toEqual(['1 62323 x1', '2 J0476-JZ x1']);
});
