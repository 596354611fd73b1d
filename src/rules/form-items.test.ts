import { describe, expect, it } from 'vitest';
import type { Encounter, OpenedContainers } from '../engine/encounter';
import { ndc11 } from '../engine/ndc';
import { unknownProfile, type NdcLayout } from '../engine/payer-profile';
import { prepareClaim } from '../engine/prepare-claim';
import { mcgPerMl, mg, ml } from '../engine/quantity';
import { beside, namedCode, pumpFill } from './encounter.fixture';
import { settingOfPlace } from './places-of-service';
import { ruleBook } from './index';

const vial: OpenedContainers = {
  ndc: ndc11('66794015702'),
  name: 'Gablofen',
  strength: mcgPerMl(2000),
  volume: ml(20),
  count: 1,
  container: 'single-dose',
  lot: null,
  expiry: null,
};
const waste: Encounter = {
  ...pumpFill,
  payer: 'commercial',
  opened: [vial],
  ndcs: [ndc11('66794015702')],
  strength: mcgPerMl(2000),
  labeled: mg(40),
  given: mg(25),
  wasted: mg(15),
};
const itemsOf = (encounter: Encounter) => prepareClaim(encounter, ruleBook).formItems;
const shaded = (encounter: Encounter) => {
  const { layout, lines } = itemsOf(encounter).shaded;
  return {
    layout,
    lines: lines.map(({ lineNumber, pieces }) => ({
      lineNumber,
      text: pieces.map(({ column, text }) => `${column} ${text}`).join(', '),
    })),
  };
};
const inLayout = (ndcLayout: NdcLayout | null): Encounter => ({
  ...waste,
  profile: { ...unknownProfile('own-x', 'x', 'commercial'), ndcLayout },
});

describe('item 24, shaded, in the three published layouts (row 9.3)', () => {
  it.each([
    ['nucc', 'NUCC', '24A N466794015702 ML12.5', '24A N466794015702 ML7.5'],
    ['medicare', 'Medicare positions', '24A N466794015702   ML12.5', '24A N466794015702   ML7.5'],
    [
      'medi-cal',
      'Medi-Cal: N4 and NDC in 24A, the quantity without a point in 24D',
      '24A N466794015702, 24D ML0000012500',
      '24A N466794015702, 24D ML0000007500',
    ],
  ] as const)('%s', (layout, name, first, second) => {
    expect(shaded(inLayout(layout))).toEqual({
      layout: name,
      lines: [
        { lineNumber: 1, text: first },
        { lineNumber: 2, text: second },
      ],
    });
  });

  it('is NUCC where the profile does not say, and Medicare positions put the quantity at place 17', () => {
    expect(shaded(inLayout(null)).layout).toBe('NUCC');
    expect(itemsOf(inLayout('medicare')).shaded.lines[0]?.pieces[0]?.text.indexOf('ML')).toBe(16);
  });

  it('says nothing for a line whose NDC or milliliters are not known', () => {
    expect(shaded({ ...pumpFill, ndcs: [] }).lines).toEqual([]);
  });

  it('takes the first NDC of a line, and the others stand in item 19', () => {
    const other: OpenedContainers = { ...vial, ndc: ndc11('70121250202'), volume: ml(5) };
    const two = { ...waste, opened: [vial, other], labeled: mg(50), given: mg(50), wasted: mg(0) };
    expect(shaded(two).lines).toEqual([{ lineNumber: 1, text: '24A N466794015702 ML20' }]);
    expect(itemsOf(two).furtherNdcs).toEqual([{ lineNumber: 1, text: 'N470121250202 ML5' }]);
    expect(itemsOf(waste).furtherNdcs).toEqual([]);
  });

  it('takes the first NDC that is known, and says that another is not', () => {
    const unknown = { ...waste, opened: [{ ...vial, ndc: null }, vial], labeled: mg(80), given: mg(80), wasted: mg(0) };
    expect(shaded(unknown).lines).toEqual([{ lineNumber: 1, text: '24A N466794015702 ML20' }]);
    expect(itemsOf(unknown).furtherNdcs).toEqual([]);
    expect(itemsOf(unknown).unfit).toEqual(['Line 1 also holds drug whose NDC is not entered.']);
  });

  it('a number of hyphens alone is none', () => {
    const approved = {
      status: 'approved',
      number: '-–− ',
      firstDay: null,
      lastDay: null,
      unitsApproved: null,
      unitsUsed: null,
      askedOn: null,
    } as const;
    expect(itemsOf({ ...waste, priorAuthorization: approved }).authorizationNumber).toBeNull();
  });

  it('says which quantity does not fit into the six places of the Medicare positions', () => {
    const large = { ...vial, strength: mcgPerMl(1000), volume: { uL: 150_625 }, ndc: null };
    const much = {
      ...inLayout('medicare'),
      opened: [{ ...large, ndc: ndc11('66794015702') }],
      strength: mcgPerMl(1000),
      labeled: null,
      given: { ng: 150_625_000 },
      wasted: mg(0),
    };
    expect(shaded(much).lines).toEqual([]);
    expect(itemsOf(much).unfit).toEqual([
      'Line 1: 150.625 mL does not fit the layout “Medicare positions”. That takes 6 signs. ' +
        'Ask the payer how it wants the quantity.',
    ]);
    expect(shaded({ ...much, profile: null }).lines).toEqual([{ lineNumber: 1, text: '24A N466794015702 ML150.625' }]);
    expect(itemsOf({ ...much, profile: null }).unfit).toEqual([]);
  });
});

describe('which form a setting bills the drug on, and item 24B', () => {
  it.each([
    ['office', 'professional', '11'],
    ['independent-clinic', 'professional', '49'],
    ['home', 'professional', '12'],
    ['assisted-living', 'professional', '13'],
    ['custodial-care', 'professional', '33'],
    ['nursing-facility', 'professional', '32'],
    ['skilled-nursing-facility', 'professional', '31'],
    ['emergency-room', 'professional', '23'],
    ['other', 'professional', null],
    ['asc', 'professional', '24'],
    ['rhc', 'either', '72'],
    ['fqhc', 'either', '50'],
    ['dme-supplier', 'professional', null],
    ['hospital-outpatient', 'institutional', null],
    ['critical-access-hospital', 'institutional', null],
    ['inpatient', 'institutional', null],
  ] as const)('%s', (setting, form, code) => {
    const items = itemsOf({ ...pumpFill, setting });
    expect([items.form, items.placeOfService.code]).toEqual([form, code]);
  });

  it.each([
    ['no', '22 or 19 (professional claim)'],
    ['excepted', '19 (professional claim)'],
    ['non-excepted', '19 (professional claim)'],
  ] as const)('a hospital department off campus, %s: %s', (offCampus, says) => {
    expect(itemsOf({ ...pumpFill, setting: 'hospital-outpatient', offCampus }).placeOfService).toEqual({
      code: null,
      says,
    });
    expect(itemsOf({ ...pumpFill, offCampus }).placeOfService.says).toBe('11');
  });

  it('another place is the two digits that were typed', () => {
    expect(itemsOf({ ...pumpFill, setting: 'other', placeOfService: '65' }).placeOfService).toEqual({
      code: '65',
      says: '65',
    });
  });

  it.each([
    ['11', 'office'],
    ['12', 'home'],
    ['31', 'skilled-nursing-facility'],
    ['72', 'rhc'],
    ['19', undefined],
    ['65', undefined],
  ] as const)('%s is the setting %s', (digits, setting) => expect(settingOfPlace(digits)).toBe(setting));
});

describe('what a compound is', () => {
  it.each<[string, Partial<Encounter>, boolean]>([
    ['beside the line of the drug', {}, true],
    ['not on a claim whose drug is held', { setting: 'emergency-room' }, false],
  ])('is told %s', (_what, change, isTold) => {
    const { narrative } = itemsOf({ ...namedCode('J7999'), ...beside('62370'), ...change });
    expect(narrative !== null).toBe(isTold);
  });
});
