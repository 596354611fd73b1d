import { describe, expect, it } from 'vitest';
import { linesOf } from '../engine/claim-lines';
import { sumOfMoney } from '../engine/quantity';
import { ofManyLines, prepared, second, vial, withWaste } from './claims.fixture';
import { afterPlan, hospitalOffice, hospitalVectors, outpatient, patientOfHospital } from './hospital-claims.fixture';
import { withServicesBehind } from './hospital-claims.fixture';
import { office, parties } from './parties.fixture';
import { partiesOf, type Sending } from './parties';
import { ub04, type Ub04 } from './ub-04';
import { payment, service, type WholeClaim } from './whole-claims.fixture';
import { chargeDigits, type FormField } from './written';

function formOf({ claim, parties: named, resubmission }: Omit<WholeClaim, 'name'>): Ub04 {
  const result = ub04(claim, named, resubmission);
  if ('refused' in result) throw new Error(result.refused.map(({ says }) => says).join('; '));
  return result.written;
}
const of = (claim = prepared(outpatient), changed: Partial<Sending> = {}) =>
  formOf({
    claim,
    parties: partiesOf(hospitalOffice, { ...patientOfHospital, ...changed }),
    resubmission: { code: '1' },
  });
const inShort = (fields: readonly FormField[]) =>
  fields.map(({ item, text, says }) => `${item}: ${text || `(${says})`}`);
const around = ({ above, below }: Ub04) => [...above, ...below].flatMap(({ fields }) => fields);
/** The locators of that number that hold something. */
const filled = (form: Ub04, begin: RegExp) =>
  inShort(around(form).filter(({ item, text }) => begin.test(item) && text !== ''));

describe('UB-04, by form locator', () => {
  it('30 of 40 mg and 62370 off campus, every locator in form order', () => {
    const form = formOf(hospitalVectors[13]);
    expect(form.against).toEqual([]);
    expect(inShort(form.above.flatMap(({ fields }) => fields))).toEqual([
      '1 name: SAMPLE HOSPITAL',
      '1 street: 1 Example Street',
      '1 city: Fargo ND 58102-0001',
      '1 phone: (blank: no phone is told)',
      '2: (blank: to the address in 1)',
      '3a: WSI',
      '3b: (from your own system; the payer does not ask for it)',
      '4: 0131',
      '5: 123456789',
      '6 from: 112026',
      '6 through: 112026',
      '8a: (blank: 60 has the number)',
      '8b: SAMPLE, PAT',
      '9a: 2 Example Street',
      '9b: Fargo',
      '9c: ND',
      '9d: 58102',
      '10: 01021960',
      '11: U',
      '12, 13: (blank: only for an inpatient stay)',
      '14: 3',
      '15: 1',
      '16: (blank: only for an inpatient stay)',
      '17: 01',
      '18 to 28: (blank: no other payer, no accident)',
      '29: (blank: no automobile accident)',
      '31 to 34: (blank: no accident)',
      '35, 36: (blank: only for an inpatient stay)',
      '38: MEDICARE',
      '39 to 41: (blank: no payer before Medicare)',
    ]);
    expect(form.pages.map(({ lines, foot }) => [lines.length, inShort(foot)])).toEqual([
      [3, ['43 page: 1 OF 1', '42 total: 0001', '47 total: 1250.00']],
    ]);
    expect(form.pages[0]!.lines.map(({ fields }) => inShort(fields))).toEqual([
      [
        '42: 0636',
        '43: Baclofen 10 mg injection',
        '43 NDC: N466794015702ML15',
        '44: J0475 TB PO',
        '45: 112026',
        '46: 3',
        '47: 600.00',
        '48: (blank: none is told)',
      ],
      [
        '42: 0636',
        '43: Baclofen 10 mg injection',
        '43 NDC: N466794015702ML5',
        '44: J0475 JW TB PO',
        '45: 112026',
        '46: 1',
        '47: 200.00',
        '48: (blank: none is told)',
      ],
      [
        '42: 0361',
        '43: (your own words for the code; the worksheet has none)',
        '44: 62370 PO',
        '45: 112026',
        '46: 1',
        '47: 450.00',
        '48: (blank: none is told)',
      ],
    ]);
    expect(inShort(form.below.flatMap(({ fields }) => fields))).toEqual([
      '50A: MEDICARE',
      '51A: MCARE',
      '52A: Y',
      '53A: Y',
      '54A: (blank: this payer has paid nothing yet)',
      '55: (blank: the payer does not ask for it)',
      '56: 1234567893',
      '57: (blank: 56 has the NPI)',
      '58A: SAMPLE, PAT',
      '59A: 18',
      '60A: 1EG4TE5MK73',
      '61A: (blank: none is told)',
      '62A: (blank: none is told)',
      '63A: (blank: none required)',
      '64A: (blank on a first claim)',
      '65: (blank: only where the payer asks for it)',
      '66: 0',
      '67: G35A',
      '69: (blank: only for an inpatient stay)',
      '70a: (blank: only for a visit that was not planned)',
      '71: (blank: only for an inpatient stay)',
      '72: (blank: from your own system, where there is an injury)',
      '74: (blank: only for an inpatient stay)',
      '76 NPI: 1245319599',
      '76 last: ROE',
      '76 first: ANN',
      '77: (blank: only where surgery was done; then from your own system)',
      '78: (blank: nobody is named)',
      '79: (blank: nobody is named)',
      '80: (blank: nothing to remark)',
      '81CCa: (blank: none is told)',
    ]);
    expect(form.notes).toEqual([
      expect.stringMatching(/confirm with the payer\.$/),
      expect.stringMatching(/no locator for the address of a department off campus/),
    ]);
  });

  it.each<[keyof typeof hospitalVectors, RegExp, readonly string[]]>([
    [14, /^(?:4|64A)$/, ['4: 0137', '64A: DCN20261234']],
    [15, /^4$/, ['4: 0851']],
    [17, /^(?:14|70a)$/, ['14: 2', '70a: R252']],
    [
      18,
      /^(?:39|5[0148]|6[02]|18|31)/,
      [
        '39a code: 12',
        '39a amount: 500.00',
        '50A: EXAMPLE PLAN',
        '50B: MEDICARE',
        '51A: PLAN1',
        '51B: MCARE',
        '54A: 500.00',
        '58A: SAMPLE, PAT',
        '58B: SAMPLE, PAT',
        '60A: M123456',
        '60B: 1EG4TE5MK73',
        '62A: GRP100',
      ],
    ],
  ])('vector %i', (number, begin, expected) => {
    expect(filled(formOf(hospitalVectors[number]), begin)).toEqual(expected);
  });

  it('a child on a parent’s plan, referred, with an injury at work and a taxonomy', () => {
    const named = partiesOf(
      {
        ...hospitalOffice,
        providers: hospitalOffice.providers.map((each) =>
          each.kind === 'person' ? each : { ...each, taxonomy: '282N00000X', phone: '7015550100' },
        ),
      },
      {
        ...patientOfHospital,
        relationship: '19',
        insuredLast: 'SAMPLE',
        insuredFirst: 'PARENT',
        insuredBirthDate: '02/03/1970',
        insuredSex: 'F',
        insuredStreet: '2 Example Street',
        insuredCity: 'Fargo',
        insuredState: 'ND',
        insuredZip: '58102',
        referring: 'roe',
        injuryDate: '11/01/2026',
        injuryClaimNumber: 'WC77',
      },
    );
    const claim = prepared({ ...outpatient, payer: 'workers-compensation' });
    const form = formOf({ claim, parties: named, resubmission: { code: '1' } });
    expect(form.against).toEqual([]);
    expect(filled(form, /^(?:1 phone|18|31|58|59|78|81)/)).toEqual([
      '1 phone: 7015550100',
      '18: 02',
      '31 code: 04',
      '31 date: 110126',
      '58A: SAMPLE, PARENT',
      '59A: 19',
      '78 qual.: DN',
      '78 NPI: 1245319599',
      '78 last: ROE',
      '78 first: ANN',
      '81CCa qual.: B3',
      '81CCa: 282N00000X',
    ]);
  });

  it('a pump fill and a trial of one day, each described by its own code; the trial is packaged', () => {
    const trial = second('trial', { chargePerUnit: { tenthsOfCent: 60_000 } });
    const lines = of(prepared({ ...outpatient, drugBeside: trial })).pages.flatMap((page) => page.lines);
    expect(lines.map(({ fields }) => inShort(fields).filter((each) => !/^4[58]/.test(each)))).toEqual([
      ['42: 0636', '43: Baclofen 10 mg injection', '43 NDC: N466794015702ML20', '44: J0475 JZ', '46: 4', '47: 800.00'],
      ['42: 0636', '43: Baclofen intrathecal trial', '43 NDC: N466794015101ML1', '44: J0476', '46: 1', '47: 60.00'],
    ]);
    const [bare] = of(
      prepared({ ...outpatient, drugBeside: { ...trial, opened: [], ndcs: [] } }),
    ).pages[0]!.lines.slice(1);
    expect(bare?.fields.find(({ item }) => item === '43 NDC')?.fact).toBe('beside.ndc');
  });

  it('what is not told is said at its locator, with the answer that fills it', () => {
    const form = formOf({
      claim: hospitalVectors[13].claim,
      parties: { ...parties, attending: '' },
      resubmission: { code: '1' },
    });
    const at = (item: string) =>
      [...around(form), ...form.pages.flatMap(({ lines }) => lines.flatMap(({ fields }) => fields))].find(
        (field) => field.item === item && field.text === '',
      );
    expect(at('76 NPI')).toMatchObject({ says: 'Enter the attending provider’s NPI', party: 'attendingNpi' });
    expect(at('42')).toMatchObject({ says: 'choose the department of the procedure', party: 'procedureRevenue' });
    expect(form.against.map(({ says }) => says)).toEqual([
      'Enter the attending provider’s last name',
      'Enter the attending provider’s NPI',
      'Choose: department of the procedure (revenue code)',
    ]);
  });

  it.each([
    [22, [22]],
    [23, [22, 1]],
    [60, [22, 22, 16]],
  ])('%i lines stand on pages of %j, and the last one has the total', (count, sizes) => {
    const claim = prepared({ ...ofManyLines(count), setting: 'hospital-outpatient' });
    const form = of(claim);
    expect(form.pages.map(({ lines }) => lines.length)).toEqual(sizes);
    const totals = form.pages.map(({ foot }) => foot.find(({ item }) => item === '47 total')?.text);
    const sum = chargeDigits(sumOfMoney(linesOf(claim).flatMap(({ charge }) => charge ?? [])));
    expect(totals).toEqual([...Array<string>(sizes.length - 1).fill(''), sum]);
    expect(form.notes.some((note) => note.includes(`this claim has ${count}`))).toBe(count > 22);
  });

  it('NDCs that do not fit locator 43, and a code without a revenue code, are told', () => {
    const other = { ...vial, ndc: withWaste.ndcs[0]! };
    const two = {
      ...outpatient,
      opened: [vial, { ...other, ndc: '70121250202' as typeof vial.ndc }],
      linePerNdc: false,
    };
    const claim = withServicesBehind(prepared({ ...two, labeled: { ng: 80_000_000 }, given: { ng: 80_000_000 } }), [
      service('E0783', '9000'),
    ]);
    expect(of(claim).against.map(({ says }) => says)).toEqual([
      'Line 2, E0783: which revenue code it has was not read. Bill it in your own system.',
      'Locator 43 takes 24 places, and the NDCs of line 1 have 35: make a line for each NDC.',
    ]);
  });

  it('Medicare behind a plan for kidney disease is told of occurrence 33', () => {
    const form = of(prepared(outpatient), {
      ...afterPlan,
      mspType: '13',
      payments: [payment(1, 'J0475', { paid: '800' })],
    });
    expect(filled(form, /^(?:18|39)/)).toEqual(['18: 06', '39a code: 13', '39a amount: 800.00']);
    expect(form.notes.some((note) => note.includes('occurrence 33'))).toBe(true);
  });

  it('a claim that replaces one without its number is refused', () => {
    expect(ub04(prepared(outpatient), partiesOf(office, patientOfHospital), { code: '7', original: '' })).toEqual({
      refused: [{ says: 'Enter the payer’s number of the claim that this one replaces or voids.' }],
    });
  });
});
