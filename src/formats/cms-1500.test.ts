import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { mg } from '../engine/quantity';
import { ofManyLines, prepared, second, withProcedures, withWaste } from './claims.fixture';
import { cms1500, type Cms1500 } from './cms-1500';
import { emptyPayment, type PaymentText } from '../engine/payment-text';
import { partiesOf, type Sending } from './parties';
import { clinic, hospital, office as ofClinic, parent, physician, sending } from './parties.fixture';
import type { FormField } from './written';

const office = { ...ofClinic, providers: [clinic, physician], facilities: [hospital] };

/** 40 of 40 mg with the refill, in an office. */
const dose: Encounter = {
  ...withWaste,
  preparedOn: day('2026-11-21'),
  dateOfService: day('2026-11-20'),
  diagnoses: ['G35.A'],
  given: mg(40),
  wasted: mg(0),
  priorAuthorization: { status: 'not-checked' },
  chargePerUnit: { tenthsOfCent: 200_000 },
};
const medicare: Encounter = { ...dose, payer: 'medicare-part-b' };
const refill = ['62370', 350] as const;

type Again = { readonly code: '7' | '8'; readonly original: string };
const written = (encounter: Encounter, sent: Partial<Sending>, again?: Again, providers = office): Cms1500 => {
  const claim = withProcedures(prepared(encounter), [refill]);
  return formIn(cms1500(claim, partiesOf(providers, { ...sending, filingIndicator: '', ...sent }), again));
};
const formIn = (result: ReturnType<typeof cms1500>): Cms1500 => {
  if ('refused' in result) throw new Error(result.refused[0]?.says);
  return result.written;
};
const fieldsOf = ({ above, below, sheets }: Cms1500): readonly FormField[] => [
  ...above.flatMap(({ fields }) => fields),
  ...sheets.flatMap(({ lines, total, paid }) => [...lines.flatMap(({ fields }) => fields), total, paid]),
  ...below,
];
/** What stands in an item, or in brackets why it is blank. */
const item = (form: Cms1500, name: string): string => {
  const found = fieldsOf(form).filter((field) => field.item === name);
  return found.map(({ text, says }) => text || `(${says})`).join(' | ');
};

const of = (line: string, code: string, amounts: Partial<PaymentText>): PaymentText => ({
  ...emptyPayment,
  line,
  code,
  ...amounts,
});
const mbi = { memberId: '1EG4-TE5-MK73', payerName: 'Medicare', payerId: 'MEDICARE' };
const plan = {
  otherPayerName: 'Example Plan',
  otherPayerId: 'PLAN1',
  otherIndicator: 'CI',
  otherMemberId: 'M9',
} as const;

const situations = {
  medicare: written(medicare, mbi),
  self: written(
    { ...dose, priorAuthorization: { ...withWaste.priorAuthorization, number: 'AUTH12345' } as never },
    { groupNumber: 'GRP100' },
  ),
  child: written(dose, {
    ...parent,
    groupNumber: 'GRP100',
  }),
  'Medicare second': written(medicare, {
    ...mbi,
    ...plan,
    order: 'S',
    mspType: '12',
    otherGroup: 'GRP100',
    otherPaidOn: '12/10/2026',
    payments: [
      of('1', '62370', { paid: '200', co45: '100', pr2: '50' }),
      of('2', 'J0475', { paid: '500', co45: '175', pr2: '125' }),
    ],
  }),
  'Medicaid second': written(
    { ...dose, payer: 'medicaid' },
    {
      ...plan,
      otherPayerName: 'Medicare',
      otherPayerId: 'MEDICARE',
      payerId: 'MEDICAID',
      otherIndicator: 'MB',
      memberId: 'MCD1',
      order: 'S',
      otherPaidOn: '12/10/2026',
      payments: [
        of('1', '62370', { paid: '111.33', co45: '207.99', co253: '2.27', pr2: '28.41' }),
        of('2', 'J0475', { paid: '569.07', co45: '74.14', co253: '11.62', pr2: '145.17' }),
      ],
    },
  ),
} as const;
const names = Object.keys(situations) as (keyof typeof situations)[];

const first = '(blank: Medicare is the first payer)';
const state = '(blank after another payer, unless the state wants it)';
const same = '(blank: SAME stands for it)';
const notAsked = '(blank: it is not asked for here)';
const noInjury = '(blank: no accident or injury is told)';

/** What each item has in the five situations, in the order of `names`; one text where all have the same. */
const table: readonly (readonly [item: string, ...texts: string[]])[] = [
  ['1', 'Medicare', 'Group', 'Group', 'Medicare', 'Medicaid'],
  ['1a', '1EG4TE5MK73', 'MEMBER1', 'MEMBER1', '1EG4TE5MK73', 'MCD1'],
  ['2', 'Sample, Sam'],
  ['3 date', '01 02 1960'],
  ['3 sex', '(blank: not known)'],
  ['4', first, 'Sample, Sam', 'Parent, Pam, R', 'SAME', state],
  ['5', '2 Example Street'],
  ['5 city', 'Fargo'],
  ['5 state', 'ND'],
  ['5 ZIP', '58102'],
  ['6', first, 'Self', 'Child', 'Self', 'Self'],
  ['7', first, '2 Example Street', '3 Example Street', 'SAME', state],
  ['7 city', first, 'Fargo', 'Moorhead', same, state],
  ['7 state', first, 'ND', 'MN', same, state],
  ['7 ZIP', first, '58102', '56560', same, state],
  ['7 phone', first, '(blank: nothing is told)', notAsked, same, state],
  [
    '9',
    '(blank: only for Medigap, and none is told)',
    '(blank: no other plan is told)',
    '(blank: no other plan is told)',
    '(blank: only for Medigap, and none is told)',
    '(blank: what Medicare did, only where the state wants it here)',
  ],
  ['10a', 'NO'],
  ['10b', 'NO'],
  ['10b state', '(blank: no automobile accident)'],
  ['10c', 'NO'],
  ['10d', '(blank: none is needed)'],
  ['11', 'NONE', 'GRP100', 'GRP100', 'GRP100', 'NONE'],
  ['11a date', first, '01 02 1960', '03 04 1985', '01 02 1960', state],
  ['11a sex', first, '(blank: not known)', 'F', '(blank: not known)', state],
  ['11b', '(blank: no injury at work)'],
  ['11c', first, 'Example Plan', 'Example Plan', 'Example Plan', '(blank, unless the state wants it)'],
  ['11d', first, 'NO', 'NO', '(blank for Medicare)', 'YES'],
  ['12', 'SOF'],
  [
    '13',
    '(blank: for Medicare only where there is a Medigap plan)',
    'SOF',
    'SOF',
    '(blank: for Medicare only where there is a Medigap plan)',
    '(blank: Medicaid pays the provider)',
  ],
  ['14', '(blank: not needed for this drug)'],
  ['15 qual.', noInjury],
  ['15 date', noInjury],
  ['16', '(blank: not needed for this drug)'],
  ['17 qual.', '(blank: nobody is named)'],
  ['17b', '(blank: nobody is named)'],
  ['18', '(blank: no stay belongs to this claim)'],
  ['19', '(blank: no second NDC)'],
  ['20', 'NO'],
  ['21 ind.', '0'],
  ['21A', 'G35A'],
  [
    '22 code',
    '(blank: Medicare Part B takes no replacement)',
    '(blank on a first claim)',
    '(blank on a first claim)',
    '(blank: Medicare Part B takes no replacement)',
    '(blank on a first claim)',
  ],
  [
    '23',
    '(blank: none required)',
    'AUTH12345',
    '(no number is entered)',
    '(blank: none required)',
    '(no number is entered)',
  ],
  ['24 shaded', '(blank: no drug)'],
  ['24A shaded', 'N466794015702 ML20'],
  ['24A from', '11 20 26 | 11 20 26'],
  ['24B', '11 | 11'],
  ['24D', '62370 | J0475'],
  ['24D mod.', '(none) | JZ'],
  ['24E', 'A | A'],
  ['24F', '350.00 | 800.00'],
  ['24G', '1 | 4'],
  ['24J', '1245319599 | 1245319599'],
  ['25', '123456789'],
  ['25 kind', 'EIN'],
  ['26', 'WS-0001'],
  ['27', 'YES'],
  ['28', '1150.00'],
  ['29', '(blank: no payment of the patient is told)'],
  ['31', '(blank: signed by hand)'],
  [
    '32',
    'Example Pump Clinic',
    '(blank: it is the billing address)',
    '(blank: it is the billing address)',
    'Example Pump Clinic',
    '(blank: it is the billing address)',
  ],
  [
    '32a',
    '1234567893',
    '(blank: it is the billing address)',
    '(blank: it is the billing address)',
    '1234567893',
    '(blank: it is the billing address)',
  ],
  ['33', 'Example Pump Clinic'],
  ['33 city', 'Fargo ND 58102-0001'],
  ['33 phone', '(blank: no phone is told)'],
  ['33a', '1234567893'],
];

describe('the five situations, item by item', () => {
  it.each(table)('item %s', (name, ...texts) => {
    expect(Object.fromEntries(names.map((each) => [each, item(situations[each], name)]))).toEqual(
      Object.fromEntries(names.map((each, place) => [each, texts[place] ?? texts[0]])),
    );
  });

  it('each can be printed as a whole, and a payer that paid before has its remittance attached', () => {
    for (const name of names) {
      expect(situations[name].against, name).toEqual([]);
      expect(
        situations[name].notes.some((note) => note.startsWith('Attach the remittance')),
        name,
      ).toBe(name.endsWith('second'));
    }
  });
});

describe('other claims', () => {
  it.each<[what: string, form: Cms1500, items: Readonly<Record<string, string>>]>([
    [
      '30 of 40 mg: the waste on its own line',
      written({ ...medicare, given: mg(30), wasted: mg(10) }, mbi),
      {
        '24D': '62370 | J0475 | J0475',
        '24D mod.': '(none) | (none) | JW',
        '24F': '350.00 | 600.00 | 200.00',
        '24G': '1 | 3 | 1',
        '28': '1150.00',
      },
    ],
    [
      'a spouse',
      written(dose, { relationship: '01', insuredLast: 'Parent' }),
      { '6': 'Spouse', '4': '(Enter the subscriber’s first name)' },
    ],
    [
      'a replacement to a commercial payer',
      written(dose, {}, { code: '7', original: 'ICN20261234' }),
      { '22 code': '7', '22 ref.': 'ICN20261234' },
    ],
    [
      'a void: every line again',
      written(dose, {}, { code: '8', original: 'ICN20261234' }),
      { '22 code': '8', '24D': '62370 | J0475' },
    ],
    [
      'a physician who bills alone, under a Social Security number',
      written(medicare, { ...mbi, billing: 'roe' }, undefined, {
        ...office,
        providers: [
          { ...clinic, ...physician, npi: '1234567893', taxIdKind: 'SY', kind: 'person', name: 'Roe', first: 'Ann' },
        ],
      }),
      { '24J': '(blank: who bills has treated) | (blank: who bills has treated)', '25 kind': 'SSN', '33': 'Ann Roe' },
    ],
    [
      'a home for Medicare: the patient’s own address',
      written({ ...medicare, setting: 'home', attendance: 'physician' }, mbi),
      { '24B': '12 | 12', '32': 'Sam Sample', '32 street': '2 Example Street', '32a': '(blank: a home has none)' },
    ],
    [
      'an emergency room: its name and address',
      written({ ...dose, setting: 'emergency-room' }, { facility: 'hospital' }),
      { '24B': '23 | 23', '32': 'Sample Hospital', '32 city': 'Fargo ND 58102-0009', '32a': '1122333341' },
    ],
    [
      'Medicare after the plan of a spouse who lives elsewhere',
      written(medicare, {
        ...mbi,
        ...plan,
        order: 'S',
        mspType: '12',
        otherRelationship: '01',
        otherLast: 'Parent',
        otherFirst: 'Pam',
        otherMiddle: 'Q',
        otherBirthDate: '03/04/1985',
        otherSex: 'F',
        otherStreet: '3 Example Street',
        otherCity: 'Moorhead',
        otherState: 'MN',
        otherZip: '56560',
      }),
      {
        '4': 'Parent, Pam, Q',
        '6': 'Spouse',
        '7': '3 Example Street',
        '7 city': 'Moorhead',
        '11': 'M9',
        '11a sex': 'F',
      },
    ],
    [
      'who is told as referring, ordering and supervising: one of them, without points and commas',
      written(
        dose,
        {
          referring: 'poe',
          supervising: 'roe',
        },
        undefined,
        { ...office, referrers: [{ ...physician, id: 'poe', name: 'Poe Jr.', first: 'P., A.', npi: '1122333341' }] },
      ),
      { '17 qual.': 'DN', '17': 'P A Poe Jr', '17b': '1122333341' },
    ],
    [
      'what is told of signatures and of the patient’s payment',
      written(dose, {
        release: 'I',
        benefitsAssigned: 'N',
        signedBy: 'SOF',
        signedOn: '11/21/2026',
        patientPaid: '$1,020.5',
      }),
      {
        '12': '(blank: no signed statement is on file)',
        '13': '(blank: benefits are not assigned to the provider)',
        '29': '1020.50',
        '31': 'SOF',
        '31 date': '11 21 26',
      },
    ],
    [
      'nothing told of the patient',
      written(dose, { patientLast: '', birthDate: '', sex: '', accountNumber: '' }),
      {
        '2': '(Enter the patient’s last name)',
        '3 date': '(Enter the date of birth)',
        '3 sex': '(Choose the sex as the payer has it)',
        '26': '(Enter the account number)',
      },
    ],
  ])('%s', (_what, form, items) => {
    expect(Object.fromEntries(Object.keys(items).map((name) => [name, item(form, name)]))).toEqual(items);
  });

  it('a second provider of item 17 is told to be left out', () => {
    const form = written(dose, { ordering: 'roe', supervising: 'roe' });
    expect(form.notes).toContain(
      'Item 17 takes one provider, here the ordering one. The supervising one is not on the form: ask the payer.',
    );
  });

  it('what is blank and could be filled leads to the answer that fills it', () => {
    const form = written(dose, { patientLast: '', rendering: 'none' });
    const ways = fieldsOf(form).flatMap(({ item: number, party }) => (party ? [[number, party]] : []));
    expect(ways).toEqual(
      expect.arrayContaining([
        ['2', 'patientLast'],
        ['4', 'patientLast'],
        ['11', 'groupNumber'],
        ['17 qual.', 'referring'],
        ['24J', 'rendering'],
        ['29', 'patientPaid'],
        ['33 phone', 'providerPhone'],
      ]),
    );
  });

  it('a pump fill and a trial of one day stand on one sheet, each with its own NDC and the total of both', () => {
    const trial = second('trial', { chargePerUnit: { tenthsOfCent: 60_000 } });
    const form = formIn(cms1500(prepared({ ...dose, drugBeside: trial }), partiesOf(office, sending)));
    expect([item(form, '24D'), item(form, '24D mod.'), item(form, '24G')]).toEqual([
      'J0475 | J0476',
      'JZ | JZ',
      '4 | 1',
    ]);
    expect(item(form, '24A shaded')).toBe('N466794015702 ML20 | N466794015101 ML1');
    expect([item(form, '24F'), item(form, '28')]).toEqual(['800.00 | 60.00', '860.00']);
    const bare = formIn(
      cms1500(prepared({ ...dose, drugBeside: { ...trial, ndcs: [], opened: [] } }), partiesOf(office, sending)),
    );
    const ways = bare.sheets[0]?.lines.map(({ fields }) => fields.find((each) => each.item === '24 shaded')?.fact);
    expect(ways).toEqual([undefined, 'beside.ndc']);
  });

  it('Medicare Part B gets no replacement: what to do instead is told', () => {
    const result = cms1500(prepared(medicare), partiesOf(office, sending), { code: '7', original: 'ICN1' });
    expect(result).toEqual({ refused: [{ says: expect.stringMatching(/MA130.*first claim.*reopening.*appeal/) }] });
  });

  it('in a hospital’s rooms the procedure stands alone, with the hospital in item 32', () => {
    const held = prepared({ ...dose, setting: 'other', placeOfService: '22' });
    const claim = withProcedures({ ...held, lines: [], findings: [] }, [refill]);
    const form = formIn(cms1500(claim, partiesOf(office, { ...sending, facility: 'hospital' })));
    expect(['24B', '24D', '28', '32', '32 city'].map((name) => item(form, name))).toEqual([
      '22',
      '62370',
      '350.00',
      'Sample Hospital',
      'Fargo ND 58102-0009',
    ]);
    expect(item(formIn(cms1500(claim, partiesOf(office, sending))), '32')).toBe('(Enter the name of the place)');
  });

  it('nine lines stand on two sheets, each with its own total; the patient’s payment stands on the first', () => {
    const claim = withProcedures(prepared({ ...ofManyLines(8), payer: 'commercial' }), [refill]);
    const { sheets } = formIn(cms1500(claim, partiesOf(office, { ...sending, patientPaid: '20' })));
    expect(sheets.map(({ lines }) => lines.map(({ lineNumber }) => lineNumber))).toEqual([
      [1, 2, 3, 4, 5, 6],
      [7, 8, 9],
    ]);
    // 350.00 and five, then three, vials of four units for 362.93.
    expect(sheets.map(({ total }) => total.text)).toEqual(['7608.60', '4355.16']);
    expect(sheets.map(({ paid }) => paid.text || paid.says)).toEqual(['20.00', 'blank: it stands on form 1']);
  });

  it.each([
    [24_999_990, []],
    [24_999_995, []],
    [
      25_000_000,
      [
        'Item 28 of form 1 is $100,000.00. Medicare Part B takes at most $99,999.99: ' +
          'put fewer lines on a form, or ask your contractor how to split the claim.',
      ],
    ],
  ])('four units of %i tenths of a cent for Medicare on one sheet', (tenthsOfCent, says) => {
    const result = cms1500(
      prepared({ ...medicare, chargePerUnit: { tenthsOfCent } }),
      partiesOf(office, { ...sending, ...mbi, filingIndicator: '' }),
    );
    expect('written' in result && result.written.against.map((reason) => reason.says)).toEqual(says);
  });
});

describe('a payer behind this one, on paper', () => {
  const itemsOf = (encounter: Encounter, change: Partial<Sending>, of = office) => {
    const { above, against } = formIn(cms1500(prepared(encounter), partiesOf(of, { ...sending, ...change })));
    const fields = above.flatMap((group) => group.fields);
    const text = (item: string) => fields.find((field) => field.item === item)?.text;
    return { text: ['9', '9a', '9d', '11d', '13'].map(text), against, of: text };
  };
  const behind = { behindPolicy: 'SUP123', behindPlan: '55123' };

  it.each<[what: string, encounter: Encounter, change: Partial<Sending>, items: readonly string[]]>([
    ['none with Medicare', medicare, { ...mbi, filingIndicator: '' }, ['', '', '', '', '']],
    [
      'Medigap of the patient',
      medicare,
      { ...mbi, filingIndicator: '', behind: 'medigap', ...behind },
      ['SAME', 'MEDIGAP SUP123', '55123', '', 'SOF'],
    ],
    [
      'Medigap, benefits not assigned, of somebody named',
      medicare,
      { ...mbi, filingIndicator: '', behind: 'medigap', ...behind, behindName: 'SAMPLE, KIM', benefitsAssigned: 'N' },
      ['SAMPLE, KIM', 'MEDIGAP SUP123', '55123', '', ''],
    ],
    [
      'Medicaid behind Medicare',
      medicare,
      { ...mbi, filingIndicator: '', behind: 'qmb', ...behind },
      ['', '', '', '', ''],
    ],
    [
      'another plan behind a plan',
      dose,
      { filingIndicator: '', behind: 'plan', behindPolicy: 'P2', behindPlan: 'SECOND PLAN' },
      ['Sample, Sam', 'P2', 'SECOND PLAN', 'YES', 'SOF'],
    ],
    ['nobody behind a plan', dose, { filingIndicator: '', behind: 'none', ...behind }, ['', '', '', 'NO', 'SOF']],
  ])('%s', (_what, encounter, change, items) => {
    expect(itemsOf(encounter, change).text).toEqual(items);
  });

  it('asks for the policy and the plan, and holds them to their widths', () => {
    const change = { ...mbi, filingIndicator: '', behind: 'medigap', behindPolicy: '', behindPlan: '' } as const;
    expect(itemsOf(medicare, change).against).toEqual([
      { field: 'behindPolicy', says: 'Enter the policy number there' },
      { field: 'behindPlan', says: 'Enter the plan there' },
    ]);
    const long = { ...change, behindPolicy: 'P'.repeat(21), behindPlan: '5' };
    expect(itemsOf(medicare, long).against.map(({ says }) => says)).toEqual([
      'Policy number there must be 20 characters or fewer',
    ]);
  });

  it('item 23 has a referral where there is no preauthorization, and refuses both', () => {
    const referral = { filingIndicator: '', referralNumber: 'REF77' };
    expect(itemsOf(dose, referral).of('23')).toBe('REF77');
    const both = { ...dose, priorAuthorization: withWaste.priorAuthorization };
    expect(itemsOf(both, referral).of('23')).toBe('AUTH12345');
    expect(itemsOf(both, referral).against).toEqual([
      { field: 'referralNumber', says: expect.stringMatching(/^Item 23 takes one number/) },
    ]);
  });
});
