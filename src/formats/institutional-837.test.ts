import fc from 'fast-check';
import { X12Interchange, X12Parser } from 'node-x12';
import { describe, expect, it } from 'vitest';
import type { ServiceLine } from '../engine/claim';
import { day } from '../engine/dated';
import { linesOf } from '../engine/claim-lines';
import { digitsOfMl, moneyFromDigits, sumOfMoney, unitsOf } from '../engine/quantity';
import { prepared } from './claims.fixture';
import {
  afterPlan,
  centers,
  hospitalClaims,
  hospitalOffice,
  hospitalVectors,
  outpatient,
  patientOfHospital,
  withServicesBehind,
} from './hospital-claims.fixture';
import { institutional837, institutional837OfAll, reasonsAgainst837I } from './institutional-837';
import { partiesOf, reasonsAgainstParties, type Sending } from './parties';
import { payment, service, type WholeClaim } from './whole-claims.fixture';
import { firstClaim } from './written';

const writtenAt = { date: day('2026-12-15'), time: '0915' };
const told = partiesOf(hospitalOffice, patientOfHospital);
const claim = prepared(outpatient);

function fileOf({ claim: of, parties, resubmission }: Omit<WholeClaim, 'name'>): string {
  const result = institutional837(of, parties, writtenAt, resubmission);
  if ('refused' in result) throw new Error(result.refused.map(({ says }) => says).join('; '));
  return result.written;
}

/** Parsed by somebody else, strictly: a wrong count in SE, GE or IEA throws. */
function segmentsOf(text: string): readonly (readonly string[])[] {
  const interchange = new X12Parser(true).parse(text);
  if (!(interchange instanceof X12Interchange)) throw new Error('several interchanges');
  const [transaction, ...others] = interchange.functionalGroups.flatMap(({ transactions }) => transactions);
  if (!transaction || others.length > 0) throw new Error('not one transaction');
  expect(transaction.trailer.elements[0]?.value).toBe(String(transaction.segments.length + 2));
  return transaction.segments.map(({ tag, elements }) => [tag, ...elements.map(({ value }) => value ?? '')]);
}
const textsOf = (text: string): readonly string[] => text.trim().split('~\n');

const headOf = (claimSegment: string, behind: readonly string[] = []): readonly string[] => [
  claimSegment,
  'DTP*434*RD8*20261120-20261120',
  'CL1*3*1*01',
  ...behind,
  'HI*ABK:G35A',
];
const attending = 'NM1*71*1*ROE*ANN****XX*1245319599';
const department = ['NM1*77*2*SAMPLE PUMP DEPARTMENT', 'N3*9 Example Street', 'N4*Fargo*ND*581020009'];
const dated = 'DTP*472*D8*20261120';
const drugOf = (milliliters: string) => ['LIN**N4*66794015702', `CTP****${milliliters}*ML`];
const offCampusLines = [
  'LX*1',
  'SV2*0636*HC:J0475:TB:PO*600*UN*3',
  dated,
  ...drugOf('15'),
  'LX*2',
  'SV2*0636*HC:J0475:JW:TB:PO*200*UN*1',
  dated,
  ...drugOf('5'),
  'LX*3',
  'SV2*0361*HC:62370:PO*450*UN*1',
  dated,
];

describe('the vectors of a hospital’s claim', () => {
  it.each<[keyof typeof hospitalVectors, readonly string[]]>([
    [13, [...headOf('CLM*WSI*1250***13:A:1**A*Y*Y'), attending, ...department, ...offCampusLines]],
    [
      14,
      [...headOf('CLM*WSI*1250***13:A:7**A*Y*Y', ['REF*F8*DCN20261234']), attending, ...department, ...offCampusLines],
    ],
    [
      15,
      [
        ...headOf('CLM*WSI*1250***85:A:1**A*Y*Y'),
        attending,
        'LX*1',
        'SV2*0636*HC:J0475:JZ*800*UN*4',
        dated,
        ...drugOf('20'),
        'LX*2',
        'SV2*0361*HC:62370*450*UN*1',
        dated,
      ],
    ],
    [
      17,
      [
        'CLM*WSI*690***13:A:1**A*Y*Y',
        'DTP*434*RD8*20261120-20261120',
        'CL1*2*1*01',
        'HI*ABK:G35A',
        'HI*APR:R252',
        attending,
        'LX*1',
        'SV2*0636*HC:J0476*90*UN*1',
        dated,
        'LX*2',
        'SV2*0361*HC:62323*600*UN*1',
        dated,
      ],
    ],
    [
      18,
      [
        ...headOf('CLM*WSI*800***13:A:1**A*Y*Y'),
        'HI*BE:12:::500',
        attending,
        'SBR*P*18*GRP100******CI',
        'CAS*PR*2*300',
        'AMT*D*500',
        'AMT*EAF*300',
        'OI***Y***Y',
        'NM1*IL*1*SAMPLE*PAT****MI*M123456',
        'NM1*PR*2*EXAMPLE PLAN*****PI*PLAN1',
        'DTP*573*D8*20261210',
        'LX*1',
        'SV2*0636*HC:J0475:JZ*800*UN*4',
        dated,
        ...drugOf('20'),
      ],
    ],
  ])('%i, from CLM on, segment by segment', (number, expected) => {
    const text = fileOf(hospitalVectors[number]);
    segmentsOf(text);
    const segments = textsOf(text);
    const from = segments.findIndex((segment) => segment.startsWith('CLM*'));
    expect(
      segments.slice(
        from,
        segments.findIndex((segment) => segment.startsWith('SE*')),
      ),
    ).toEqual(expected);
    expect(segments[2]).toBe('ST*837*0001*005010X223A2');
    // The guide has no SBR05, and original Medicare takes a hospital’s claim as Part A.
    expect(segments).toContain(number === 18 ? 'SBR*S*18*******MA' : 'SBR*P*18*******MA');
  });

  it.each(centers)('16: $setting has no line of the drug, and is told what is paid instead', (encounter) => {
    expect(reasonsAgainst837I(prepared(encounter), firstClaim)).toEqual([
      {
        says: expect.stringMatching(/not paid for the drug on its own line\. Paid instead: .*visit\.$/),
        fact: 'setting',
      },
    ]);
  });

  it('several lines have what the payer before paid on each, with the revenue code and the date', () => {
    const refill = withServicesBehind(claim, [service('62370', '450')]);
    const after = partiesOf(hospitalOffice, {
      ...afterPlan,
      payments: [
        payment(1, 'J0475', { paid: '500', co45: '200', pr2: '100' }),
        payment(2, '62370', { paid: '0', otherAmount: '450', otherGroup: 'OA', otherReason: '96' }),
      ],
    });
    const segments = textsOf(fileOf({ claim: refill, parties: after, resubmission: firstClaim }));
    const from = segments.indexOf('HI*ABK:G35A');
    expect(segments.slice(from, from + 3)).toEqual(['HI*ABK:G35A', 'HI*BE:12:::500*BE:44:::1050', attending]);
    expect(segments.filter((segment) => /^(?:SVD|CAS|DTP\*573|AMT)/.test(segment))).toEqual([
      'AMT*D*500',
      'SVD*PLAN1*500*HC:J0475:JZ*0636*4',
      'CAS*CO*45*200',
      'CAS*PR*2*100',
      'DTP*573*D8*20261210',
      'AMT*EAF*100',
      'SVD*PLAN1*0*HC:62370*0361*1',
      'CAS*OA*96*450',
      'DTP*573*D8*20261210',
      'AMT*EAF*0',
    ]);
  });
});

/**
 * What stands in loops 2300 and 2310 of one claim, in this order: once, where its condition holds, or as often as
 * there is something to tell (whole claim, section 5).
 */
const usages = [
  ['CLM', 'required'],
  ['DTP*434*RD8', 'required'],
  ['CL1', 'required'],
  ['REF*G1', 'situational'],
  ['REF*F8', 'situational'],
  ['NTE*ADD', 'situational'],
  ['HI*ABK', 'required'],
  ['HI*APR', 'situational'],
  ['HI*ABF', 'several'],
  ['HI*BH', 'situational'],
  ['HI*BE', 'situational'],
  ['HI*BG', 'situational'],
  ['NM1*71*1', 'required'],
  ['NM1*77*2', 'situational'],
  ['NM1*DN*1', 'situational'],
] as const;
const never = [/^SBR\*.(?:\*[^*]*){3}\*[^*]/, /^CLM(?:\*[^*]*){5}\*[^*]/, /^SV1/, /^NM1\*82/, /^PAT\*18/];

/** What of a claim breaks the table. */
function brokenUsages(segments: readonly string[]): readonly string[] {
  const from = segments.findIndex((segment) => segment.startsWith('CLM*'));
  const to = segments.findIndex((segment, place) => place > from && /^(?:SBR|LX)\*/.test(segment));
  const own = segments.slice(from, to).filter((segment) => !/^N[34]\*/.test(segment));
  const rowOf = (segment: string) =>
    usages.findIndex(([begin]) => segment.startsWith(`${begin}*`) || segment.startsWith(`${begin}:`));
  const rows = own.map(rowOf);
  return [
    ...own.filter((_, place) => rows[place] === -1),
    ...usages.flatMap(([begin, usage], row) => {
      const count = rows.filter((each) => each === row).length;
      const fits = usage === 'several' || count === 1 || (usage === 'situational' && count === 0);
      return fits ? [] : [`${begin} ${count} times`];
    }),
    ...(rows.every((row, place) => place === 0 || row >= (rows[place - 1] ?? 0)) ? [] : ['out of order']),
    ...segments.filter((segment) => never.some((shape) => shape.test(segment))),
  ];
}

describe('loops and usages', () => {
  it('are kept by every vector', () => {
    for (const vector of Object.values(hospitalVectors)) expect(brokenUsages(textsOf(fileOf(vector)))).toEqual([]);
  });

  it.each([
    ['without CL1', /CL1.*\n/, '', ['CL1 0 times']],
    ['with a second HI*ABK', /(HI\*ABK.*\n)/, '$1$1', ['HI*ABK 2 times']],
    ['with SBR05', 'SBR*P*18*******MA', 'SBR*P*18***12****MA', ['SBR*P*18***12****MA']],
    ['with CLM06', '13:A:1**A', '13:A:1*Y*A', ['CLM*WSI*1250***13:A:1*Y*A*Y*Y']],
  ])('22: a file %s breaks them', (_, right, wrong, broken) => {
    const text = fileOf(hospitalVectors[13]);
    expect(text.replace(right, wrong)).not.toBe(text);
    expect(brokenUsages(textsOf(text.replace(right, wrong)))).toEqual(broken);
  });
});

describe('condition, occurrence and value codes', () => {
  const hiOf = (changed: Partial<Sending>, encounter = outpatient) =>
    textsOf(
      fileOf({
        claim: prepared(encounter),
        parties: partiesOf(hospitalOffice, { ...patientOfHospital, ...changed }),
        resubmission: firstClaim,
      }),
    ).filter((segment) => /^HI\*B[EGH]/.test(segment));
  const paid = (row: Parameters<typeof payment>[2]) => ({ ...afterPlan, payments: [payment(1, 'J0475', row)] });
  const workers = { ...outpatient, payer: 'workers-compensation' } as const;

  it.each<[string, readonly string[], Partial<Sending>, (typeof workers | typeof outpatient)?]>([
    ['nobody paid before', [], {}],
    ['the plan leaves the rest to the patient', ['HI*BE:12:::500'], paid({ paid: '500', pr2: '300' })],
    [
      'the plan pays less than the price agreed on',
      ['HI*BE:12:::500*BE:44:::600'],
      paid({ paid: '500', co45: '200', pr2: '100' }),
    ],
    ['the plan pays the price agreed on', ['HI*BE:12:::500', 'HI*BG:77'], paid({ paid: '500', co45: '300' })],
    ['the plan pays nothing', ['HI*BE:12:::0'], paid({ paid: '0', pr2: '800' })],
    ['renal disease', ['HI*BE:13:::500', 'HI*BG:06'], { ...paid({ paid: '500', pr2: '300' }), mspType: '13' }],
    [
      'an automobile accident that no-fault paid before',
      ['HI*BH:02:D8:20261101', 'HI*BE:14:::500'],
      {
        ...paid({ paid: '500', pr2: '300' }),
        mspType: '14',
        relatedTo: 'AA',
        injuryDate: '11/01/2026',
        accidentState: 'ND',
      },
    ],
    [
      'liability',
      ['HI*BH:03:D8:20261101', 'HI*BE:47:::500'],
      { ...paid({ paid: '500', pr2: '300' }), mspType: '47', relatedTo: 'OA', injuryDate: '11/01/2026' },
    ],
    ['an accident that nobody covers', ['HI*BH:05:D8:20261101'], { relatedTo: 'OA', injuryDate: '11/01/2026' }],
    [
      'an injury at work',
      ['HI*BH:04:D8:20261101', 'HI*BG:02'],
      { injuryDate: '11/01/2026', injuryClaimNumber: 'WC77', payerName: 'EXAMPLE COMP', payerId: 'COMP1' },
      workers,
    ],
    [
      'why Medicare paid second is not told where another payer is the second',
      [],
      { ...paid({ paid: '500', pr2: '300' }), payerId: 'MCAID', mspType: '13', otherIndicator: 'MA' },
      { ...outpatient, payer: 'medicaid' } as unknown as typeof outpatient,
    ],
  ])('%s', (_, expected, changed, encounter) => {
    expect(hiOf(changed, encounter)).toEqual(expected);
  });
});

describe('what an 837I is refused for', () => {
  const refill = withServicesBehind(claim, [service('62370', '450')]);
  const withLine = (line: Parameters<typeof service>[2], code = '62370') =>
    withServicesBehind(claim, [service(code, '450', line)]);
  it.each([
    [
      'a wrong total',
      { ...refill, totalCharge: { tenthsOfCent: 1 } },
      'The total charge is not the sum of the lines. Prepare the claim again.',
    ],
    [
      'a fifth modifier',
      withLine({ modifiers: ['PO', 'TB', '59', 'XU', '76'] }),
      'Line 2, 62370, has 5 modifiers, and an 837I line takes four.',
    ],
    ['a line without a charge', withLine({ charge: null }), 'Line 2, 62370, has no charge: enter it.'],
    ['a line without a unit', withLine({ unitsOfService: unitsOf(0) }), 'Line 2, 62370, has no whole unit.'],
    [
      'an implant, whose revenue code was not read',
      withLine({}, 'E0783'),
      'Line 2, E0783: which revenue code it has was not read. Bill it in your own system.',
    ],
    [
      'an office',
      prepared({ ...outpatient, setting: 'office' }),
      'This setting bills on the CMS-1500 or the 837P; the UB-04 and the 837I are the hospital’s.',
    ],
    ['a patient who pays', prepared({ ...outpatient, payer: 'self-pay' }), 'A patient who pays gets no 837I.'],
    [
      'a second point in a diagnosis',
      { ...claim, encounter: { ...outpatient, diagnoses: ['G3.5.A'] } },
      'G3.5.A is not written like a diagnosis code.',
    ],
    [
      'no diagnosis',
      { ...claim, encounter: { ...outpatient, diagnoses: [] } },
      'Enter a diagnosis: an 837I has at least one.',
    ],
    [
      '1000 lines',
      withServicesBehind(
        claim,
        Array.from({ length: 999 }, () => service('62370', '1')),
      ),
      'An 837I claim takes 999 lines, and this one has 1000.',
    ],
  ])('%s', (_, of, says) => {
    expect(reasonsAgainst837I(of, firstClaim).map((reason) => reason.says)).toEqual([says]);
  });

  it('a claim that replaces one without its number', () => {
    expect(reasonsAgainst837I(claim, { code: '7', original: ' ' })).toEqual([
      { says: 'Enter the payer’s number of the claim that this one replaces or voids.' },
    ]);
  });

  it('999 lines are 999 loops', () => {
    const many = withServicesBehind(
      claim,
      Array.from({ length: 998 }, () => service('62370', '1')),
    );
    const segments = segmentsOf(fileOf({ claim: many, parties: told, resubmission: firstClaim }));
    expect(segments.filter(([tag]) => tag === 'LX')).toHaveLength(999);
  });

  const [hospitalThatBills] = hospitalOffice.providers;
  const person = { ...hospitalOffice, providers: [{ ...hospitalThatBills!, kind: 'person' as const, first: 'A' }] };
  it.each<[string, typeof hospitalOffice, Partial<Sending>, string, string]>([
    ['a person who bills', person, { billing: 'clinic' }, 'providerKind', 'A person cannot bill a hospital’s claim'],
    [
      'a Social Security number',
      { ...hospitalOffice, providers: hospitalOffice.providers.map((each) => ({ ...each, taxIdKind: 'SY' as const })) },
      {},
      'providerTaxIdKind',
      'A hospital’s claim takes an EIN',
    ],
    ['Part B', hospitalOffice, { filingIndicator: 'MB' }, 'filingIndicator', 'A hospital’s claim goes to Medicare as'],
    ['no department', hospitalOffice, { procedureRevenue: '' }, 'procedureRevenue', 'Choose: department of the'],
    [
      'no attending physician',
      hospitalOffice,
      { attending: 'none' },
      'attendingLast',
      'Enter the attending provider’s',
    ],
    [
      'a reason without a value code',
      hospitalOffice,
      { ...afterPlan, mspType: '42' },
      'mspType',
      'Which value code a hospital’s claim has for 42 was not read',
    ],
    [
      'amounts that do not balance',
      hospitalOffice,
      {
        ...afterPlan,
        payments: [payment(1, 'J0475', { paid: '500', pr2: '295' }), payment(2, '62370', { paid: '450' })],
      },
      'payments.0.paid',
      'Line 1, J0475-JZ: paid and adjusted are 795.00, 5.00 less than the charge of 800.00',
    ],
  ])('%s, at its field', (_, office, changed, field, says) => {
    const parties = partiesOf(office, { ...patientOfHospital, ...changed });
    const found = reasonsAgainstParties(parties, refill, '837I').filter((reason) => reason.field === field);
    expect(found).toEqual([{ field, says: expect.stringContaining(says) }]);
    const result = institutional837(refill, parties, writtenAt);
    expect('refused' in result && result.refused.map((reason) => reason.says)).toContain(found[0]?.says);
  });

  it('an address of the department that lies off campus is asked for, of the hospital itself none', () => {
    const off = prepared({ ...outpatient, offCampus: 'non-excepted' });
    const lacking = (of: typeof off) => reasonsAgainstParties(told, of, '837I').map(({ field }) => field);
    expect(lacking(off)).toEqual(['facilityName', 'facilityStreet', 'facilityCity', 'facilityState', 'facilityZip']);
    expect(lacking(claim)).toEqual([]);
  });
});

it('payments that go elsewhere, a referral and paperwork sent apart stand where the 837P has them', () => {
  const office = {
    ...hospitalOffice,
    providers: hospitalOffice.providers.map((each) =>
      each.kind === 'person'
        ? each
        : { ...each, payToStreet: 'PO Box 7', payToCity: 'Fargo', payToState: 'ND', payToZip: '581020007' },
    ),
  };
  const told = partiesOf(office, {
    ...patientOfHospital,
    referralNumber: 'REF 77',
    paperworkType: 'M1',
    paperworkBy: 'BM',
    paperworkNumber: 'WS-1',
  });
  const segments = textsOf(fileOf({ claim, parties: told, resubmission: firstClaim }));
  const at = segments.indexOf('NM1*87*2');
  expect(segments.slice(at + 1, at + 3)).toEqual(['N3*PO Box 7', 'N4*Fargo*ND*581020007']);
  const pwk = segments.indexOf('PWK*M1*BM***AC*WS-1');
  expect(segments[pwk - 1]).toMatch(/^CL1/);
  expect(segments[pwk + 1]).toBe('REF*9F*REF 77');
});

describe('several claims in one 837I', () => {
  const ofPlan = prepared({ ...outpatient, payer: 'commercial' });
  const claimOf = (number: number, changed: Partial<Sending> = {}) => ({
    whose: `PT-${number}`,
    claim: number % 2 === 0 ? withServicesBehind(ofPlan, [service('62370', '450')]) : claim,
    resubmission: firstClaim,
    sending: { ...patientOfHospital, accountNumber: `WSI-${number}`, memberId: `M${number}0000`, ...changed },
  });

  it('right counts, one hospital, each patient below it, a child below its own subscriber', () => {
    const child = { relationship: '19', insuredLast: 'SAMPLE', insuredFirst: 'PARENT' } as const;
    const result = institutional837OfAll([claimOf(1), claimOf(2, child), claimOf(3)], hospitalOffice, writtenAt);
    const segments = segmentsOf('written' in result ? result.written : '');
    const of = (tag: string) => segments.filter((segment) => segment[0] === tag);
    expect(of('HL')).toEqual([
      ['HL', '1', '', '20', '1'],
      ['HL', '2', '1', '22', '0'],
      ['HL', '3', '1', '22', '1'],
      ['HL', '4', '3', '23', '0'],
      ['HL', '5', '1', '22', '0'],
    ]);
    expect(of('CLM').map((segment) => [segment[1], segment[2]])).toEqual([
      ['WSI-1', '800'],
      ['WSI-2', '1250'],
      ['WSI-3', '800'],
    ]);
    expect(of('CL1')).toHaveLength(3);
  });

  it('is refused as a whole, with whose claim it is', () => {
    const result = institutional837OfAll([claimOf(1), claimOf(2, { procedureRevenue: '' })], hospitalOffice, writtenAt);
    expect(result).toEqual({
      refused: [
        { whose: 'PT-2', field: 'procedureRevenue', says: 'Choose: department of the procedure (revenue code)' },
      ],
    });
    expect(institutional837OfAll([], hospitalOffice, writtenAt)).toEqual({
      refused: [{ says: 'No claim was chosen for the file.', whose: '' }],
    });
  });
});

const cents = (digits: string | undefined) => moneyFromDigits(digits ?? '')?.tenthsOfCent ?? Number.NaN;
const sum = (amounts: readonly number[]) => amounts.reduce((all, each) => all + each, 0);

/** The segments of a file by tag, and by first element. */
function readerOf(text: string) {
  const segments = segmentsOf(text);
  return (tag: string, qualifier?: string) =>
    segments.filter((segment) => segment[0] === tag && (qualifier === undefined || segment[1] === qualifier));
}
type Of = ReturnType<typeof readerOf>;

/** The file tells the claim’s own lines, diagnoses and total. */
function expectSameLines(of: Of, { claim: own }: WholeClaim) {
  const lines = linesOf(own);
  const [clm] = of('CLM');
  expect(cents(clm?.[2])).toBe(sumOfMoney(lines.flatMap(({ charge }) => charge ?? [])).tenthsOfCent);
  expect(clm?.[5]).toMatch(/^(?:13|85|71|77):A:[178]$/);
  expect(of('SV2').map((each) => [each[2], cents(each[3]), each[5]])).toEqual(
    lines.map((line) => [
      describedAs(line, own.formItems.narrative).join(':'),
      line.charge?.tenthsOfCent,
      String(line.unitsOfService.units),
    ]),
  );
  for (const [, revenue] of of('SV2')) expect(revenue).toMatch(/^(?:0636|0270|0361)$/);
  const drugs = lines.flatMap(({ ndcQuantities: [drug] }) => (drug?.ndc && drug.volume ? [{ ...drug }] : []));
  expect(of('LIN').map((each) => each[3])).toEqual(drugs.map(({ ndc }) => ndc));
  expect(of('CTP').map((each) => each[4])).toEqual(drugs.map(({ volume }) => volume && digitsOfMl(volume)));
  const codes = of('HI').flatMap((each) => each.slice(1).map((code) => code.split(':')));
  expect(codes.filter(([kind]) => kind === 'ABK' || kind === 'ABF').map(([, code]) => code)).toEqual(
    own.encounter.diagnoses.map((code) => code.replace('.', '')),
  );
}
const describedAs = ({ of, hcpcs, modifiers }: ServiceLine, narrative: string | null): readonly string[] =>
  narrative && of !== 'service'
    ? ['HC', hcpcs, ...modifiers, ...Array<string>(4 - modifiers.length).fill(''), narrative]
    : ['HC', hcpcs, ...modifiers];

/** What the payer before paid and adjusted is the charge, once of the claim or of each line. */
function expectBalance(of: Of, { claim: own, parties }: WholeClaim) {
  const lines = linesOf(own);
  const adjusted = of('CAS').flatMap((each) => [3, 6, 9, 12].flatMap((at) => (each[at] ? [cents(each[at])] : [])));
  const [, , charged] = of('CLM')[0] ?? [];
  const paid = of('AMT', 'D').map((each) => cents(each[2]));
  const isAfter = parties.order === 'S';
  expect(paid).toHaveLength(isAfter ? 1 : 0);
  expect(sum([...paid, ...adjusted])).toBe(isAfter ? cents(charged) : 0);
  expect(of('SVD')).toHaveLength(isAfter && lines.length > 1 ? lines.length : 0);
  expect(sum(of('SVD').map((each) => cents(each[2])))).toBe(lines.length > 1 ? sum(paid) : 0);
  expect(of('DTP', '573')).toHaveLength(isAfter ? lines.length : 0);
}

describe('any claim of a hospital', () => {
  it('is counted, balanced and parted rightly, and reads back to the same facts', { timeout: 240_000 }, () => {
    const files = { written: 0, dependents: 0, after: 0 };
    fc.assert(
      fc.property(hospitalClaims, (any) => {
        const result = institutional837(any.claim, any.parties, writtenAt, any.resubmission);
        if ('refused' in result) return;
        expect(brokenUsages(textsOf(result.written))).toEqual([]);
        const of = readerOf(result.written);
        expectSameLines(of, any);
        expectBalance(of, any);
        const isDependent = any.parties.relationship !== '18';
        expect(of('HL')).toHaveLength(isDependent ? 3 : 2);
        files.written += 1;
        files.dependents += isDependent ? 1 : 0;
        files.after += any.parties.order === 'S' ? 1 : 0;
      }),
      { numRuns: Number(process.env['CLAIMS'] ?? 2_000) },
    );
    for (const count of Object.values(files)) expect(count).toBeGreaterThan(10);
  });
});
