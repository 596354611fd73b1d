import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Setting } from '../engine/encounter';
import { ndc11 } from '../engine/ndc';
import { ndcLayouts, unknownProfile } from '../engine/payer-profile';
import { mg, ml } from '../engine/quantity';
import { claimJson } from './claim-json';
import { besideDrug, ofCompound, ofManyLines, prepared, vial, withWaste } from './claims.fixture';
import { cms1500, cms1500InShort, type Cms1500 } from './cms-1500';
import { fhirClaim } from './fhir-claim';
import { linesCsv } from './lines-csv';
import { hospital, office, parties, sending } from './parties.fixture';
import { partiesOf } from './parties';
import { professional837 } from './professional-837';
import { ub04, ub04InShort } from './ub-04';
import { type FormField } from './written';

const formOf = (encounter: typeof withWaste, ...again: [] | [{ code: '7'; original: string }]): Cms1500 => {
  const result = cms1500(prepared(encounter), parties, ...again);
  if ('refused' in result) throw new Error(result.refused[0]?.says);
  return result.written;
};
const numbersOf = ({ above }: Cms1500) => above.find(({ name }) => name === 'Diagnoses and numbers')?.fields ?? [];
const inShort = (fields: readonly FormField[]) =>
  fields.map(({ item, text, says }) => `${item}: ${text || `(${says})`}`);

describe('CMS-1500, by item number', () => {
  it('25 of 40 mg for a commercial plan', () => {
    const form = formOf(withWaste);
    const { sheets, layout, notes } = form;
    expect(layout).toBe('NUCC');
    expect(notes).toEqual([]);
    expect(inShort(numbersOf(form))).toEqual([
      '19: (blank: no second NDC)',
      '20: NO',
      '21 ind.: 0',
      '21A: G801',
      '21B: M62838',
      '22 code: (blank on a first claim)',
      '22 ref.: (blank on a first claim)',
      '23: AUTH12345',
    ]);
    expect(sheets).toHaveLength(1);
    expect(inShort(sheets[0]!.lines[1]!.fields)).toEqual([
      '24A shaded: N466794015702 ML7.5',
      '24A from: 05 20 26',
      '24A to: 05 20 26',
      '24B: 11',
      '24C: (blank)',
      '24D: J0475',
      '24D mod.: JW',
      '24E: AB',
      '24F: 362.93',
      '24G: 1',
      '24H: (blank)',
      '24J: (blank: nobody is named)',
    ]);
    expect(sheets[0]!.total.text).toBe('1451.72');
  });

  it.each<[what: string, change: Partial<typeof withWaste>, says: string]>([
    ['a plan that wants none', { priorAuthorization: { status: 'not-required' } }, 'blank: none required'],
    [
      'Medicare Part B, which asks for none',
      { payer: 'medicare-part-b', priorAuthorization: { status: 'not-checked' } },
      'blank: none required',
    ],
    ['a plan that was not asked', { priorAuthorization: { status: 'not-checked' } }, 'no number is entered'],
    ['a request that is pending', { priorAuthorization: { status: 'pending' } }, 'no number is entered'],
    [
      'a plan whose profile wants one all the same',
      {
        priorAuthorization: { status: 'not-required' },
        profile: {
          ...unknownProfile('own-Prairie', 'Prairie Health', 'commercial'),
          authorizationDrug: 'required',
        },
      },
      'no number is entered',
    ],
  ])('item 23 and form locator 63 of %s', (_what, change, says) => {
    const claim = prepared({ ...withWaste, ...change });
    expect(cms1500InShort(claim).fields.find(({ item }) => item === '23')?.says).toBe(says);
    expect(ub04InShort(claim).fields.find(({ item }) => /\b63$/.test(item))?.says).toBe(says);
  });

  it('a claim that replaces another fills item 22', () => {
    expect(inShort(numbersOf(formOf(withWaste, { code: '7', original: 'ICN 99' })))).toEqual(
      expect.arrayContaining(['22 code: 7', '22 ref.: ICN 99']),
    );
  });

  it.each([
    [6, [6]],
    [7, [6, 1]],
    [13, [6, 6, 1]],
  ])('%i lines stand on sheets of %j, each with its own total', (count, sizes) => {
    const { sheets, notes } = formOf(ofManyLines(count));
    expect(sheets.map(({ lines }) => lines.length)).toEqual(sizes);
    expect(sheets.map(({ total }) => total.text)).toEqual(sizes.map((size) => (size * 4 * 362.93).toFixed(2)));
    expect(notes.some((note) => note.includes(`this claim has ${count}`))).toBe(count > 6);
  });

  it('says what to do about a fifth modifier, a second NDC, and a quantity that does not fit', () => {
    const five = formOf({
      ...withWaste,
      payer: 'medicare-part-b',
      kd: true,
      bought340b: true,
      custody: 'met',
      notice: 'GA',
      given: mg(40),
      wasted: mg(0),
    });
    expect(five.notes).toEqual([
      expect.stringMatching(/^A line takes four modifiers/),
      expect.stringMatching(/99 in the fourth place and the rest in item 19\.$/),
    ]);
    const other = { ...vial, ndc: ndc11('70121250202'), volume: ml(5) };
    const two = formOf({
      ...withWaste,
      opened: [vial, other],
      ndcs: [ndc11('66794015702'), other.ndc],
      labeled: mg(50),
      given: mg(50),
      wasted: mg(0),
    });
    expect(inShort(numbersOf(two))[0]).toBe('19: N470121250202 ML5');
    expect(two.notes[0]).toMatch(/of line 1, stand in item 19/);
    const much = { ...vial, volume: { uL: 150_625 } };
    const unfit = formOf({
      ...withWaste,
      opened: [much],
      labeled: null,
      given: { ng: 301_250_000 },
      wasted: mg(0),
      profile: { ...unknownProfile('own-x', 'x', 'commercial'), ndcLayout: 'medicare' },
    });
    expect(unfit.notes[0]).toMatch(/150\.625 mL does not fit/);
    expect(inShort(unfit.sheets[0]!.lines[0]!.fields)[0]).toBe('24 shaded: (does not fit the layout)');
  });

  it('tells in item 19 what a compounded drug is, whole where it is too long', () => {
    const form = formOf(ofCompound);
    const { sheets, notes } = form;
    expect(inShort(numbersOf(form))[0]).toBe(
      '19: Compounded baclofen 4000 mcg/mL, 10 mL, dose 40 mg; morphine 5 mg/mL',
    );
    expect(inShort(sheets[0]!.lines[0]!.fields)).toEqual(
      expect.arrayContaining([
        '24 shaded: (a compound has no NDC of its own)',
        '24D: J7999',
        '24D mod.: (none)',
        '24F: 362.93',
        '24G: 1',
      ]),
    );
    expect(notes).toEqual([]);
    expect(cms1500InShort(prepared(ofCompound)).fields[0]).toMatchObject({ item: '19', label: 'What the drug is' });
    const long = formOf({ ...ofCompound, otherDrugs: 'hydromorphone 10 mg/mL' });
    expect(numbersOf(long)[0]?.text).toBe('Compounded baclofen 4000 mcg/mL, 10 mL, dose 40 mg; hydromorphone 10 mg/mL');
    expect(long.against).toEqual([
      { says: expect.stringMatching(/^Item 19 has 71 places on the form\. “Compounded .*” takes 74\.$/) },
    ]);
  });

  it('says what is wider than its item', () => {
    const long = {
      ...withWaste,
      priorAuthorization: {
        ...withWaste.priorAuthorization,
        number: 'A'.repeat(30),
      } as typeof withWaste.priorAuthorization,
    };
    expect(formOf({ ...withWaste, chargePerUnit: { tenthsOfCent: 999_999_990 } }).against).toEqual([
      { says: 'Item 24F has 6 places on the form. “2999999” takes 7.' },
    ]);
    const tooWide = `Item 23 has 29 places on the form. “${'A'.repeat(30)}” takes 30.`;
    expect(formOf(long).against).toEqual([{ says: tooWide }]);
    // The paper, which names nobody, tells it as well.
    expect(cms1500InShort(prepared(long)).notes).toEqual([tooWide]);
  });

  it.each(ndcLayouts)('names the layout of the payer: %s', (ndcLayout) => {
    const { layout, sheets } = formOf({
      ...withWaste,
      profile: { ...unknownProfile('own-x', 'x', 'commercial'), ndcLayout },
    });
    const shaded = sheets[0]!.lines[0]!.fields.filter(({ item }) => item.endsWith('shaded')).map(
      ({ item, text }) => `${item} ${text}`,
    );
    expect({ layout: layout.split(':')[0], shaded }).toEqual(
      {
        nucc: { layout: 'NUCC', shaded: ['24A shaded N466794015702 ML12.5'] },
        medicare: { layout: 'Medicare positions', shaded: ['24A shaded N466794015702   ML12.5'] },
        'medi-cal': { layout: 'Medi-Cal', shaded: ['24A shaded N466794015702', '24D shaded ML0000012500'] },
      }[ndcLayout],
    );
  });
});

describe('the paper, in form order', () => {
  it('has the number of the claim that it replaces', () => {
    const { fields } = cms1500InShort(prepared(withWaste), { code: '7', original: 'ICN 99' });
    expect(fields.find(({ item }) => item === '22')?.text).toBe('7 ICN 99');
  });

  it('has the items with their letters, and the total of each form', () => {
    const { fields, notes } = cms1500InShort(prepared(ofManyLines(7)));
    expect(inShort(fields)).toEqual([
      '21: A G801, B M62838',
      '22: (blank if first)',
      '23: AUTH12345',
      '24A: 05 20 26 to 05 20 26',
      '24B: 11',
      '24C, H: (blank)',
      '24E: AB',
      '24J: (on the form)',
      '28: 8710.32',
      '28: 1451.72',
    ]);
    expect(notes).toEqual([expect.stringMatching(/this claim has 7/)]);
  });

  it('has the form locators of a hospital', () => {
    const { fields } = ub04InShort(prepared({ ...withWaste, setting: 'hospital-outpatient' }));
    expect(inShort(fields)).toEqual([
      'FL 42: 0636',
      'FL 43: Baclofen 10 mg injection',
      'FL 45: 052026',
      'FL 47 total: 1451.72',
      'FL 63: AUTH12345',
    ]);
  });

  it('tells the revenue code of the drug as its own beside procedures, and none where no drug is billed', () => {
    const labelsOf = (encounter: typeof withWaste) =>
      ub04InShort(prepared({ ...encounter, setting: 'hospital-outpatient' })).fields.map(({ label }) => label);
    expect(labelsOf(besideDrug).slice(0, 2)).toEqual(['Revenue code of the drug', 'Description of the drug']);
    expect(labelsOf({ ...besideDrug, drugSource: 'supplied' })[0]).toBe('Date of service');
  });

  it('of a claim on hold is filled as well: the paper marks it', () => {
    const held = prepared({ ...withWaste, route: 'intravenous', purpose: 'other-injection' });
    expect(inShort(cms1500InShort(held).fields)).toContain('28: 1451.72');
  });
});

describe('a health center', () => {
  it.each(['rhc', 'fqhc'] as const)('%s gets either form, and is told to ask', (setting) => {
    const claim = prepared({ ...withWaste, setting });
    for (const result of [cms1500(claim, parties), ub04(claim, parties)])
      expect(
        'written' in result &&
          result.written.notes.some((note) => note.startsWith('Medicare is known to take the UB-04')),
      ).toBe(true);
  });
});

describe('a place that is no office', () => {
  it.each<[setting: Setting, placeOfService: string | null, place: string]>([
    ['home', null, '12'],
    ['assisted-living', null, '13'],
    ['skilled-nursing-facility', null, '31'],
    ['nursing-facility', null, '32'],
    ['custodial-care', null, '33'],
    ['emergency-room', null, '23'],
    ['independent-clinic', null, '49'],
    ['other', '65', '65'],
  ])('%s %s stands in item 24B and is no matter for the UB-04', (setting, placeOfService, place) => {
    const claim = prepared({ ...withWaste, setting, placeOfService });
    expect(
      formOf({ ...withWaste, setting, placeOfService }).sheets[0]?.lines[0]?.fields.find(({ item }) => item === '24B')
        ?.text,
    ).toBe(place);
    expect(ub04(claim, parties)).toEqual({
      refused: [{ says: 'This setting bills on the CMS-1500 or the 837P; the UB-04 and the 837I are the hospital’s.' }],
    });
    const where = partiesOf({ ...office, facilities: [hospital] }, { ...sending, facility: hospital.id });
    const file = professional837(claim, where, { date: day('2026-05-20'), time: '0930' });
    expect('written' in file && file.written).toContain(`*${place}:B:1*`);
    const resource = fhirClaim(claim);
    expect('written' in resource && JSON.parse(resource.written).item[0].locationCodeableConcept.coding[0].code).toBe(
      place,
    );
  });

  it.each<[setting: Setting, placeOfService: string | null]>([
    ['skilled-nursing-facility', null],
    ['emergency-room', null],
    ['other', '22'],
    ['rhc', null],
    ['fqhc', null],
  ])('%s %s: a compound for Medicare is in no format, whatever code the payer named', (setting, placeOfService) => {
    const claim = prepared({ ...ofCompound, payer: 'medicare-part-b', profile: null, setting, placeOfService });
    const file = professional837(claim, parties, { date: day('2026-05-20'), time: '0930' });
    for (const result of [cms1500(claim, parties), file, fhirClaim(claim), linesCsv(claim), claimJson(claim)]) {
      expect('refused' in result && result.refused[0]?.says).toMatch(
        /^The claim is on hold\. See “Whether the drug is paid on its own line”/,
      );
    }
  });

  it('without its digits it is on no form', () => {
    expect(cms1500(prepared({ ...withWaste, setting: 'other' }), parties)).toEqual({
      refused: [{ says: 'Enter the two digits of the place of service.', fact: 'placeOfService' }],
    });
  });

  it('of the drug of a Part A stay nothing is written for Medicare', () => {
    const claim = prepared({
      ...withWaste,
      payer: 'medicare-part-b',
      priorAuthorization: { status: 'not-checked' },
      setting: 'skilled-nursing-facility',
    });
    for (const result of [
      cms1500(claim, parties),
      ub04(claim, parties),
      fhirClaim(claim),
      claimJson(claim),
      linesCsv(claim),
    ]) {
      expect('refused' in result && result.refused[0]?.says).toMatch(
        /^The claim is on hold\. See “Whether the drug is paid on its own line”\. In a Part A stay/,
      );
    }
  });
});
