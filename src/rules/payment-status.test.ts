import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter, Setting } from '../engine/encounter';
import { prepareClaim } from '../engine/prepare-claim';
import {
  commercial,
  confirmation,
  elsewhere,
  fixOf,
  intravenous,
  namedCode,
  outpatient,
  pumpFill,
  supplied,
  trial,
  verdictOf,
} from './encounter.fixture';
import { ruleBook } from './index';
import { isDrugLineHeld, paymentRules, separatePayment } from './payment-status';
import { formOf, onForm } from './setting-form';
import { rule } from '../engine/rule';
import { notApplicable, pass } from '../engine/verdict';
import { hcpcsCodes } from './hcpcs';
import { holdToTable, holdToWords } from './rule-table.fixture';

describe('whether and where the drug is paid', () => {
  holdToTable(paymentRules, {
    'payment/separate': [
      '2b office, 2b outpatient, 2b asc, 2b critical access, 2b clinic, 2b inpatient, 2b DME, 2b plans, ' +
        '2b home, 2b SNF, 2b hospital places, 2b inpatient places, 1.9 price',
      ['needs-review', namedCode('J7999'), /each contractor sets the price of a compound/, 'setting, tick'],
      ['pass', pumpFill, /office/],
      ['not-applicable', commercial, /^In the office Medicare pays .* This payer may pay otherwise\.$/],
      ['pass', { ...pumpFill, setting: 'hospital-outpatient' }, /outpatient status K/],
      [
        'needs-review',
        { ...trial, setting: 'hospital-outpatient' },
        /packaged.*Paid instead: the payment for the procedure/,
        'setting, tick',
      ],
      [
        'pass',
        { ...outpatient, dateOfService: day('2020-02-01') },
        /^J0475 has the outpatient status K: paid on its own line\.$/,
      ],
      ['pass', { ...outpatient, dateOfService: day('2026-03-31') }, /status K/],
      [
        'needs-review',
        { ...outpatient, dateOfService: day('2020-07-01') },
        /04\/01\/2020 to 06\/30\/2020, not of the date/,
        'setting, tick',
      ],
      [
        'needs-review',
        { ...outpatient, dateOfService: day('2019-12-31') },
        /01\/01\/2020 to 03\/31\/2020, not of the date/,
        'setting, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, setting: 'hospital-outpatient', dateOfService: day('2026-07-01') },
        /not of the date of service/,
        'setting, tick',
      ],
      ['needs-review', { ...pumpFill, setting: 'asc' }, /K2.*01\/01\/2020/, 'setting, tick'],
      ['needs-review', { ...trial, setting: 'asc' }, /N1: packaged.*12\/31\/2020, not of the date/, 'setting, tick'],
      ['needs-review', { ...commercial, setting: 'rhc' }, /this payer may pay otherwise/, 'setting, tick'],
      ['needs-review', intravenous, /Nothing read tells how J0428 is paid/, 'confirmedBy, tick'],
      ['on-hold', { ...pumpFill, setting: 'rhc' }, /Paid instead: the clinic’s rate/, 'setting, tick'],
      ['on-hold', { ...pumpFill, setting: 'fqhc' }, /Paid instead: the center’s rate/, 'setting, tick'],
      ['on-hold', { ...pumpFill, setting: 'inpatient' }, /payment for the stay/, 'setting, tick'],
      [
        'on-hold',
        { ...pumpFill, setting: 'skilled-nursing-facility' },
        /^In a Part A stay the skilled nursing facility \(SNF\) is understood to pay for the drug/,
        'setting',
      ],
      [
        'on-hold',
        { ...pumpFill, setting: 'emergency-room' },
        /^In the emergency room the hospital bills the drug, not the physician\./,
        'setting',
      ],
      ['on-hold', elsewhere('19'), /^At place of service 19 the hospital bills the drug/, 'setting'],
      ['on-hold', elsewhere('21'), /^At place of service 21 the hospital bills/, 'setting'],
      ['on-hold', elsewhere('22'), /^At place of service 22 the hospital bills/, 'setting'],
      [
        'needs-review',
        { ...commercial, setting: 'skilled-nursing-facility' },
        /this payer may pay otherwise/,
        'setting, tick',
      ],
      ['needs-review', { ...commercial, setting: 'home' }, /This payer may pay otherwise/, 'setting, tick'],
      [
        'needs-review',
        { ...pumpFill, payer: 'medicare-advantage', setting: 'inpatient' },
        /this payer may pay otherwise/,
        'setting, tick',
      ],
      ...(['rhc', 'fqhc', 'inpatient', 'skilled-nursing-facility', 'emergency-room'] as const).flatMap((setting) =>
        [namedCode('J7999'), namedCode('J3490'), { ...intravenous, payerConfirmation: confirmation }].map(
          (encounter) => ['on-hold', { ...encounter, setting }, /Paid instead: /] as const,
        ),
      ),
      ...['19', '21', '22'].map(
        (placeOfService) =>
          [
            'on-hold',
            { ...namedCode('J7799'), setting: 'other', placeOfService },
            /the hospital bills the drug/,
          ] as const,
      ),
      ...['51', '61'].map(
        (digits) =>
          [
            'on-hold',
            elsewhere(digits),
            new RegExp(
              `^Place of service ${digits} is taken like 21, where the hospital bills the drug\\. ` +
                `That is general knowledge\\.`,
            ),
          ] as const,
      ),
      ['not-applicable', elsewhere('65'), /The place is not settled/],
      ['not-applicable', { ...pumpFill, setting: 'nursing-facility' }, /The place is not settled/],
      ['not-applicable', { ...pumpFill, setting: 'home' }, /The place is not settled/],
      [
        'not-applicable',
        { ...pumpFill, setting: 'custodial-care', attendance: 'nurse-alone' },
        /The place is not settled/,
      ],
      ['not-applicable', supplied, /no drug line/],
    ],
    'payment/place': [
      '2b home, 2b residence, 2b nursing facility, 2b independent clinic, 2b other place',
      [
        'needs-review',
        { ...pumpFill, setting: 'other', placeOfService: null },
        /^The place of service is not entered\. Who bills/,
        'placeOfService, tick',
      ],
      ['not-applicable', elsewhere('51'), /no question about the place/],
      ['not-applicable', pumpFill, /no question about the place/],
      ['not-applicable', supplied, /no drug line/],
      ['not-applicable', { ...commercial, setting: 'home' }, /original Medicare’s rules/],
      ['not-applicable', elsewhere('22'), /no question about the place/],
      ['on-hold', { ...pumpFill, setting: 'home' }, /Who was there is not told\.$/, 'attendance'],
      [
        'on-hold',
        { ...pumpFill, setting: 'home', attendance: 'nurse-alone' },
        /^A nurse was there alone\. In the home Medicare is understood to pay .* \(direct supervision\)\.$/,
        'attendance',
      ],
      [
        'needs-review',
        { ...pumpFill, setting: 'home', attendance: 'physician' },
        /^The physician was there/,
        'attendance, tick',
      ],
      ['on-hold', { ...pumpFill, setting: 'assisted-living' }, /Who was there is not told/, 'attendance'],
      [
        'on-hold',
        { ...pumpFill, setting: 'custodial-care', attendance: 'nurse-alone' },
        /A nurse was there alone/,
        'attendance',
      ],
      [
        'needs-review',
        { ...pumpFill, setting: 'custodial-care', attendance: 'physician' },
        /No text was found on the drug in this place/,
        'attendance, tick',
      ],
      ['on-hold', { ...pumpFill, setting: 'nursing-facility' }, /without a Part A stay was not found/, 'setting, tick'],
      ['needs-review', { ...pumpFill, setting: 'independent-clinic' }, /general knowledge/, 'setting, tick'],
      ['needs-review', elsewhere('65'), /^Place of service 65 is none of those on file/, 'placeOfService, tick'],
    ],
  });
});

describe('what to do about a drug that is not paid on its own (section 2b)', () => {
  it.each<[row: string, change: Partial<Encounter>, fix: RegExp]>([
    [
      'packaged, hospital outpatient: the line stays',
      { ...trial, setting: 'hospital-outpatient' },
      /^Keep the line, without JW and JZ\. A hospital reports packaged drugs by code too\.$/,
    ],
    [
      'packaged, in a quarter that was not read',
      { ...trial, setting: 'hospital-outpatient', dateOfService: day('2026-07-01') },
      /^Keep the line.*Look the status up for the date of service/,
    ],
    [
      'packaged, surgical center',
      { ...trial, setting: 'asc', dateOfService: day('2020-05-20') },
      /^Not paid on its own line; shown for your records\./,
    ],
    [
      'rural health clinic',
      { setting: 'rhc' },
      /^Take the drug line off\. Ask the contractor whether it wants the line for information\.$/,
    ],
    [
      'Part A stay',
      { setting: 'skilled-nursing-facility' },
      /settle it with the SNF\. The procedure stays yours to bill\. No list was found that names this drug/,
    ],
    [
      'emergency room',
      { setting: 'emergency-room' },
      /The procedure stays yours to bill\. If you bill for the hospital, choose its own setting\.$/,
    ],
    [
      'another payer',
      { setting: 'emergency-room', payer: 'commercial' },
      /Ask the payer how it pays for the drug in this setting, and who bills it\.$/,
    ],
  ])('%s', (_row, change, fix) => expect(verdictOf({ ...pumpFill, ...change }, 'payment/separate').fix).toMatch(fix));

  it.each<[setting: Encounter['setting'], rule: string, lifted: boolean]>([
    ['rhc', 'payment/separate', true],
    ['fqhc', 'payment/separate', true],
    ['inpatient', 'payment/separate', true],
    ['nursing-facility', 'payment/place', true],
    ['skilled-nursing-facility', 'payment/separate', false],
    ['emergency-room', 'payment/separate', false],
    ['home', 'payment/place', false],
  ])('a tick lifts the hold of %s (%s) only where the contractor has the word: %s', (setting, rule, lifted) => {
    const encounter: Encounter = { ...pumpFill, setting };
    const checked = prepareClaim(encounter, ruleBook).findings.flatMap((finding) =>
      finding.rule.id === rule ? [finding.checkKey] : [],
    );
    expect(prepareClaim(encounter, ruleBook).status).toBe('on-hold');
    expect(prepareClaim({ ...encounter, checked }, ruleBook).status).toBe(lifted ? 'review' : 'on-hold');
  });
});

describe('what to do is no more certain than what was read', () => {
  it('a supplier to Medicare takes the line off', () =>
    expect(fixOf({ ...pumpFill, setting: 'dme-supplier' }, 'payment/separate')).toBe(
      'Take the drug line off. Whoever fills the pump bills it.',
    ));
});

describe('the form of each setting (row form by setting)', () => {
  it.each<[form: string, item: string, settings: readonly Setting[]]>([
    ['institutional', 'FL 67', ['hospital-outpatient', 'critical-access-hospital', 'inpatient']],
    ['either', 'item 21 or FL 67', ['rhc', 'fqhc']],
    ['professional', 'item 21', ['office', 'asc', 'home', 'emergency-room', 'skilled-nursing-facility', 'other']],
  ])('%s: %s', (form, item, settings) => {
    for (const setting of settings)
      expect([formOf(setting), onForm(setting, 'item 21', 'FL 67')], setting).toEqual([form, item]);
  });
});

describe('whether the line of the drug waits', () => {
  const asked = rule({
    id: 'test/held',
    title: 'Whether the line of the drug waits',
    rows: ['2b office'],
    outcomes: ['pass', 'not-applicable'],
    check: (claim) => (isDrugLineHeld(claim) ? pass('It waits.') : notApplicable('It does not wait.')),
  });
  const isHeld = (encounter: Encounter) =>
    prepareClaim(encounter, { ...ruleBook, rules: [asked] }).findings.some(({ verdict }) => verdict.outcome === 'pass');
  it.each<[held: boolean, what: string, encounter: Encounter]>([
    [false, 'office', pumpFill],
    [true, 'rural health clinic', { ...pumpFill, setting: 'rhc' }],
    [false, 'rural health clinic, another payer', { ...commercial, setting: 'rhc' }],
    [true, 'a hospital’s place', elsewhere('22')],
    [false, 'a place that was not read', elsewhere('65')],
    [true, 'home, nobody told', { ...pumpFill, setting: 'home' }],
    [false, 'home, the physician there', { ...pumpFill, setting: 'home', attendance: 'physician' }],
    [true, 'supplier to Medicare', { ...pumpFill, setting: 'dme-supplier' }],
    [true, 'supplier to Medicare, no drug line', { ...supplied, setting: 'dme-supplier' }],
    [false, 'supplier to a plan', { ...commercial, setting: 'dme-supplier' }],
    [false, 'packaged: the line stays', { ...trial, setting: 'hospital-outpatient' }],
    [false, 'no drug line', { ...supplied, setting: 'rhc' }],
  ])('%s: %s', (held, _what, encounter) => expect(isHeld(encounter)).toBe(held));
});

describe('how the drug is paid, in whole sentences', () => {
  it.each<[what: string, encounter: Encounter, says: string, rows: string]>([
    [
      'a hospital’s place',
      elsewhere('22'),
      'At place of service 22 the hospital bills the drug, not the physician.',
      '2b hospital places',
    ],
    [
      'a place like it',
      elsewhere('61'),
      'Place of service 61 is taken like 21, where the hospital bills the drug. That is general knowledge.',
      '2b inpatient places',
    ],
    [
      'a place that was not read',
      elsewhere('65'),
      'For this place the drug is put on its own line, as in the office.',
      '2b other place',
    ],
    ['self-pay', { ...pumpFill, payer: 'self-pay' }, 'The patient pays by the practice’s own terms.', '2b self-pay'],
    [
      'outpatient of a hospital',
      outpatient,
      'J0475 has the outpatient status K: paid on its own line.',
      '2b outpatient',
    ],
  ])('%s', (_what, encounter, says, rows) => {
    const { because, rows: found } = separatePayment(
      encounter,
      hcpcsCodes.find(({ hcpcs }) => hcpcs === 'J0475')!,
    );
    expect([because, found.join(', ')]).toEqual([says, rows]);
  });
});

describe('places that were not read (rows 2b home to 2b other place)', () => {
  const open: readonly Encounter[] = [
    { ...pumpFill, setting: 'home', attendance: 'physician' },
    { ...pumpFill, setting: 'assisted-living', attendance: 'physician' },
    { ...pumpFill, setting: 'custodial-care', attendance: 'physician' },
    { ...pumpFill, setting: 'independent-clinic' },
    { ...pumpFill, setting: 'nursing-facility' },
    elsewhere('65'),
  ];
  holdToWords([
    ...open.flatMap((encounter) => [
      [
        `${encounter.setting}: no tick of Medicare’s`,
        encounter,
        'payment/separate',
        'not-applicable',
        /^The place is not settled\. See “Place of the service”\.$/,
      ] as const,
      [
        `${encounter.setting}: nor Medicare’s way for a plan`,
        { ...encounter, payer: 'commercial', attendance: null } as const,
        'payment/separate',
        'needs-review',
        /Whether Medicare takes the drug from this place is not settled\. This payer may pay otherwise\./,
        /That is Medicare’s way/,
      ] as const,
    ]),
    [
      'a hospital’s place stays Medicare’s way',
      { ...elsewhere('22'), payer: 'commercial' },
      'payment/separate',
      'needs-review',
      /the hospital bills the drug.* That is Medicare’s way; this payer may pay otherwise\./,
    ],
    [
      'a psychiatric hospital is only taken like one, which is no way of Medicare’s',
      { ...elsewhere('51'), payer: 'commercial' },
      'payment/separate',
      'needs-review',
      /general knowledge\. Paid instead: the hospital, on its own claim\. This payer may pay otherwise\./,
      /Medicare’s way/,
    ],
    [
      'a nurse alone in assisted living',
      { ...pumpFill, setting: 'assisted-living', attendance: 'nurse-alone' },
      'payment/place',
      'on-hold',
      /It is taken like the home, where Medicare is understood to want the physician\./,
    ],
    [
      'a stay in an SNF',
      { ...pumpFill, setting: 'skilled-nursing-facility' },
      'payment/separate',
      'on-hold',
      /is understood to pay .* No list was found that names this drug: confirm it with the contractor\.$/,
    ],
  ]);
});
