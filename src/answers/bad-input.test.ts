import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { pastes } from '../engine/pastes.fixture';
import { quickest } from '../engine/time.fixture';
import { mcgPerMl, ml } from '../engine/quantity';
import { answerReader } from './answer-reader';
import * as readAnswers from './read-answers';
import { readDrugCode, readNdcAnswer } from './read-drug-code';
import { readWorksheet } from './read-worksheet';
import { worksheetOn } from './worksheet.fixture';
import { emptyContainer, type WorksheetText } from './worksheet-text';

const answers = { ...readAnswers, readDrugCode, readNdcAnswer };

const today = day('2026-11-27');
const years = { from: 1994, through: 2099, today };

/** Every reader of a typed answer that is exported, with what it wants besides. */
const readers: Readonly<Record<string, (typed: string) => readAnswers.Reading<unknown>>> = {
  readAmount: (typed) => answers.readAmount(typed, 'mg', mcgPerMl(2000), 'Dose given'),
  readBedsideVolume: (typed) => answers.readBedsideVolume(typed, 'Aspirated, in mL'),
  readCode: (typed) => answers.readCode(typed, 'Code'),
  readCount: (typed) => answers.readCount(typed, 'Count', { from: 1, through: 99 }),
  readDailyDose: (typed) => answers.readDailyDose(typed, 'Daily dose, in mcg/day'),
  readDate: (typed) => answers.readDate(typed, 'Date', years),
  readDiagnoses: (typed) => answers.readDiagnoses(typed),
  readDrugCode: (typed) => answers.readDrugCode(typed, 'NDC or barcode'),
  readDrugStrength: (typed) => answers.readDrugStrength(typed, 'Strength, in mcg/mL'),
  readExpiry: (typed) => answers.readExpiry(typed, 'Expiry'),
  readInstilled: (typed) => answers.readInstilled(typed, 'Instilled, in mL'),
  readMoney: (typed) => answers.readMoney(typed, 'Charge'),
  readNdcAnswer: (typed) => answers.readNdcAnswer(typed, 'NDC'),
  readPercent: (typed) => answers.readPercent(typed, 'Share, in percent'),
  readReference: (typed) => answers.readReference(typed, 'Reference', 50),
  readStrength: (typed) => answers.readStrength(typed, 'Strength, in mcg/mL'),
  readText: (typed) => answers.readText(typed, 'Account', Infinity),
  readTime: (typed) => answers.readTime(typed, 'Time'),
  readUnits: (typed) => answers.readUnits(typed, 'Units approved'),
  readVolume: (typed) => answers.readVolume(typed, 'Volume, in mL', ml(100)),
};

/** Readers of a number; those of text take nearly everything. */
const ofNumbers = [
  'readAmount',
  'readBedsideVolume',
  'readCount',
  'readDailyDose',
  'readDrugStrength',
  'readInstilled',
  'readMoney',
  'readPercent',
  'readStrength',
  'readUnits',
  'readVolume',
];
const ofDays = ['readDate', 'readExpiry'];
const ofCodes = ['readCode', 'readDiagnoses', 'readDrugCode', 'readNdcAnswer', 'readTime'];
const ofAll = [...ofNumbers, ...ofDays, ...ofCodes];

const memberNames = Object.getOwnPropertyNames(Object.prototype);
const lookalikes = [
  'ı',
  'ſ',
  '\u212A',
  'Ｉ',
  'ｇ',
  'ｍｇ',
  'Μ',
  'і',
  'О',
  '０',
  '１',
  '٣',
  '३',
  '𝟑',
  '①',
  '²',
  '½',
  '〇',
  'Ⅷ',
  '％',
];

/** Each kind of bad input, the readers that must refuse it, and its texts; 1,000 and more readings in all. */
const kinds: readonly (readonly [
  kind: string,
  readers: readonly string[],
  texts: readonly string[],
  readings: number,
])[] = [
  ['names of what every object has', ofAll, memberNames.flatMap((name) => [name, `36 ${name}`]), 432],
  ['look-alikes of letters and digits', ofAll, lookalikes, 360],
  [
    'look-alikes beside a number',
    ofNumbers,
    lookalikes.flatMap((sign) => [`36${sign}`, `${sign}36`, `36 m${sign}`]),
    660,
  ],
  [
    'look-alikes in codes',
    ['readCode', 'readDiagnoses'],
    ['ı10', 'J047５', 'ſ0475', 'G８0.1', 'Ｇ80.1', '\u212A0475', 'Ј0475', 'ı0475'],
    16,
  ],
  [
    'several lines',
    ofAll.filter((name) => name !== 'readDiagnoses'),
    ['36 ⏎ 40', '36\n40', '36\r\n40', '36\u202840', '11/23/2026 ⏎ 11/24/2026', '2000\v500', '03/28\n04/28', '8\f9'],
    136,
  ],
  ['markup', ofAll, ['<b>36</b>', '<script>36</script>', '36<br>', '<36', '&lt;36&gt;', '{{36}}', '${36}'], 126],
  [
    'negative',
    [...ofNumbers, ...ofDays],
    ['-5', '−5', '–5', '-0.5', '-11/23/2026', '- 5', '(5)', '5-', '5 + -5', '-5 mg', '-2000 mcg/mL'],
    143,
  ],
  [
    'exponents and other notations',
    [...ofNumbers, ...ofDays],
    ['1e9', '1E3', '1e+9', '1e-9', '0x24', '0b11', '1_000', 'NaN', 'Infinity', '1/2', '10^3', '1:2', '√4', '5!'],
    182,
  ],
  [
    'more than one number',
    [...ofNumbers, ...ofDays],
    ['36 40', '5 5 5', '36;40', '36 or 40', '36-40', '36~40', '1.2.3.4', '1..2', '36&40', '3*4', '5,5,5'],
    143,
  ],
  [
    'sums that are none',
    [...ofNumbers, ...ofDays],
    ['5+', '+5', '5++5', '+', '5 + + 5', '5 + mg', '5 + x', '5 + 5 units', '5 mg + 500 mcg + 3', '5+5='],
    130,
  ],
  [
    'sums where one answer is wanted',
    [
      'readBedsideVolume',
      'readCount',
      'readDailyDose',
      'readDrugStrength',
      'readMoney',
      'readStrength',
      'readUnits',
      'readVolume',
    ],
    ['5+5', '1 + 1', '20 + 16.5'],
    24,
  ],
  [
    'commas that group nothing',
    ofNumbers,
    [
      '12,00',
      '1,20',
      '36,5',
      '0,500',
      '1,2000',
      ',5',
      '5,',
      '1,,000',
      '1,20,000',
      '1.000,5',
      '1 000',
      '1’000',
      '01,000',
    ],
    143,
  ],
  [
    'wrong units of an amount',
    ['readAmount', 'readInstilled', 'readDailyDose'],
    [
      '36 g',
      '36 grams',
      '36 kg',
      '36 ng',
      '36 L',
      '36 units',
      '36 IU',
      '36 mEq',
      '36 oz',
      '36 mm',
      '36 mg/mL',
      '36 mg/kg',
      '36 %',
      '36 vials',
      '36 mgmL',
      '36 mg mcg',
    ],
    48,
  ],
  [
    'wrong units of a volume',
    ['readVolume', 'readBedsideVolume'],
    ['18 mg', '18 mcg', '18 L', '18 dL', '18 uL', '18 units', '18 mL/h', '18 mL mg', '18 g'],
    18,
  ],
  [
    'wrong units of a strength',
    ['readStrength', 'readDrugStrength'],
    [
      '2 mg',
      '2000 mcg',
      '2 %',
      '2 g/mL',
      '2000 mcg/L',
      '2000 mcg/day',
      '2 mg/mg',
      '20 mL',
      '20 mL/10 mg',
      '2000 mcg/mL/day',
      '2 mg//mL',
      '10 mg/20',
      '1:1000',
      '2000 ppm',
      '10 mg/3 mL',
      '10 mg/0 mL',
      '2 mg/mL/mL',
    ],
    34,
  ],
  [
    'doses that are not of a day',
    ['readDailyDose'],
    [
      '60 mcg/h',
      '60 mcg/hr',
      '60 mcg per hour',
      '60 mcg an hour',
      '60 mcg hourly',
      '60 mcg/12h',
      '60 mcg/12 hours',
      '60 mcg/48h',
      '60 mcg/week',
      '60 mcg/min',
      '60 mcg every hour',
      '60/h',
      '400 mL/day',
      '400 mcg/24',
    ],
    14,
  ],
  [
    'wrong things counted',
    ['readCount', 'readUnits'],
    ['2 cartons', '2 boxes', '2 mg', '2 mL', '2 patients', 'two', '1.5', '2.01', '-2', '2 dozen', '2 %'],
    22,
  ],
  [
    'wrong money',
    ['readMoney'],
    [
      '5 euros',
      '€5',
      '£5',
      '5 cents',
      '$$5',
      '$',
      '181.466',
      '1,000,000',
      'USD',
      '5 $ 5',
      '5 dollars 5',
      'five dollars',
      '$-5',
      '-$5',
    ],
    14,
  ],
  [
    'no percents of a whole',
    ['readPercent'],
    ['101', '20.5', '20 mg', '$20', '%', '% 20', 'half', '1/5', '20 %%', '20 percent of it'],
    10,
  ],
  [
    'too many decimals',
    ['readAmount', 'readMoney', 'readUnits', 'readCount', 'readVolume', 'readStrength'],
    ['1.23456789', '0.0000001', '36.1234567', '2000.55555555'],
    24,
  ],
  ['too large', ofNumbers, ['9'.repeat(40), '1000000000', '99999999999', '100001 mL', '9'.repeat(200)], 55],
  [
    'days with two readings',
    ['readDate'],
    ['01.02.2026', '3.1.2026', '1.2.26', '12.11.2026', '5.6.2027', '02.03.2024', '11.12.26'],
    7,
  ],
  [
    'expiries with two readings',
    ['readExpiry'],
    ['030128', '032028', '03/05', '01-02', '10.11', '201203', '05.06.2028', '010203', '121110'],
    9,
  ],
  [
    'no day of the calendar',
    ofDays,
    [
      '02/30/2026',
      '02/29/2026',
      '13/01/2026',
      '00/10/2026',
      '10/00/2026',
      '31/12/2026',
      '2026-13-01',
      '2026-02-30',
      '20261301',
      '13132026',
      'Feb 30 2026',
      '31 Apr 2026',
      '4/31/26',
      '32.13.2026',
      '0/0/0000',
      '99999999',
      '13/2027',
      '00/2027',
    ],
    36,
  ],
  [
    'not written like a day',
    ofDays,
    [
      '11/27/202',
      '11/27/20266',
      '11272',
      '1127202',
      'soon',
      'tomorrow',
      'next week',
      'Marc 3 2026',
      'Smarch 1 2026',
      'Mar 2026 1 1',
      'March',
      '2026',
      't1',
      't--1',
      'tt',
      't-',
      'today-',
      't - x',
      't-99999',
      '11//27/2026',
      '/11/27/2026',
      '11/27/2026/',
      '2026-W48-5',
      '2026-11-27T00:00',
      '11/27/2026 10:00',
      'Thu Nov 27, 2026',
      'Nov 27th',
      '11\\27\\2026',
      '45987',
    ],
    58,
  ],
  [
    'outside of the years',
    ofDays,
    ['01/01/1899', '01/01/2199', '1066-10-14', '01/01/0026', '1/1/2100', '12/1899', '2100-01'],
    14,
  ],
  [
    'not written like an NDC',
    ['readNdcAnswer', 'readDrugCode'],
    [
      '12345',
      '66794-157',
      '66794--157-02',
      '66794-157-02-1',
      '1234-123-12',
      '667-94157-02',
      '66794-157-02 ML20',
      'NDC',
      'N4',
      'baclofen',
      '６６７９４-157-02',
      '6679415702',
      '66794 15702',
      '6679401570',
      '667940157021',
      '66794/157/02',
      '66794_157_02',
      '66794-I57-02',
      '66794-157-O2',
      '-66794-157-02',
    ],
    40,
  ],
  [
    'no time of a day',
    ['readTime'],
    [
      '25:00',
      '24:00',
      '12:60',
      '13:00 pm',
      '0 pm',
      'noon',
      '9',
      '12:5',
      '123456',
      '10:20:30',
      '10.20.30',
      '-1:00',
      '10:20 xm',
      '１０:20',
    ],
    14,
  ],
  [
    'no code and no diagnosis',
    ['readCode', 'readDiagnoses'],
    ['J0475.5', 'J4', '0475J5', 'spastic', 'J0475 J0476', 'G', 'G80.12345', '80.1', 'J0475-JZ', '__proto__'],
    20,
  ],
  [
    'no reference',
    ['readReference'],
    ['-', '...', '///', '_', '()', '#', '—', 'A\u0001B', 'A\u202EB', 'A\u00ADB', 'x'.repeat(51)],
    11,
  ],
];

describe('bad input is refused by every reader that it is bad for', () => {
  it('the table holds every exported reader', () => {
    expect(Object.keys(readers).sort()).toEqual(
      Object.keys(answers)
        .filter((name) => /^read[A-Z]/.test(name))
        .sort(),
    );
  });

  it.each(kinds)('%s', (_kind, names, texts, readings) => {
    const read = names.flatMap((name) => texts.map((text) => ({ name, text, reading: readers[name]!(text) })));
    expect(
      read.flatMap(({ name, text, reading }) =>
        'value' in reading ? [`${name}(${JSON.stringify(text)}) = ${JSON.stringify(reading.value)}`] : [],
      ),
    ).toEqual([]);
    expect(read).toHaveLength(readings);
  });

  it('more than 2,500 readings were tried', () => {
    expect(kinds.reduce((sum, [, , , readings]) => sum + readings, 0)).toBeGreaterThan(2500);
  });

  it('no answer makes a reader throw', () => {
    const texts = [
      ...kinds.flatMap(([, , each]) => each),
      '',
      ' ',
      '\u0000',
      '\uD800',
      '\u200B',
      '\uFEFF',
      '🧪',
      '👩‍⚕️',
      'e\u0301',
    ];
    const readAll = () => Object.values(readers).flatMap((read) => texts.map((text) => read(text)));
    expect(readAll).not.toThrow();
  });
});

const refusal = (length: number) => new RegExp(`can have at most ${answers.mostTyped} characters; this is ${length}$`);

describe('a paste of 100,000 characters', () => {
  it.each(pastes)('of %s is refused by every reader, at once and with the reason', (_what, text) => {
    for (const [name, read] of Object.entries(readers)) {
      expect(read(text), name).toEqual({ problem: expect.stringMatching(refusal(text.length)) });
      expect(
        quickest(() => read(text)),
        name,
      ).toBeLessThan(50);
    }
    expect(answers.unitTyped(text)).toBeUndefined();
    expect(answers.relativeDay(text, today)).toBeUndefined();
    expect(quickest(() => answers.markLineBreaks(text))).toBeLessThan(50);
  });

  it.each(pastes)('of %s is a problem of its field, even where the answer may be blank', (_what, text) => {
    const problems: string[] = [];
    const reader = answerReader((field, message) => problems.push(`${field}: ${message}`));
    expect(reader.optional('account', text, () => ({ value: text }))).toBeNull();
    expect(reader.required('doseGiven', text, () => ({ value: text }), 'Enter the dose given')).toBeNull();
    expect(problems).toEqual([
      `account: Account can have at most 200 characters; this is ${text.length}`,
      `doseGiven: Dose given can have at most 200 characters; this is ${text.length}`,
    ]);
  });

  it.each(pastes)('of %s into every field of the worksheet is refused in all of them', (_what, text) => {
    const empty = worksheetOn(today);
    const sheet = (entry: WorksheetText['entry']): WorksheetText => ({
      ...empty,
      entry,
      payer: 'medicare-part-b',
      setting: 'office',
      priorAuthorization: 'approved-after-service',
      route: 'intravenous',
      doseGiven: text,
      doseWasted: text,
      labeledAmount: text,
      strength: text,
      ndc: text,
      dateOfService: text,
      diagnoses: text,
      askedCode: text,
      confirmedBy: text,
      confirmedOn: text,
      confirmationReference: text,
      priorAuthorizationNumber: text,
      firstDay: text,
      lastDay: text,
      unitsApproved: text,
      unitsUsed: text,
      askedOn: text,
      patientReference: text,
      account: text,
      initials: text,
      chargePerUnit: text,
      refill: {
        ...empty.refill,
        containers: [
          {
            ...emptyContainer,
            product: 'label',
            ndc: text,
            count: text,
            lot: text,
            expiry: text,
            strength: text,
            volume: text,
          },
        ],
        reservoir: 'other',
        reservoirOther: text,
        diluted: true,
        diluent: text,
        concentration: text,
        instilled: text,
        expected: text,
        lastFilled: text,
        lastFilledOn: text,
        aspirated: text,
        tolerance: text,
        dailyDose: text,
        dailyDoseBefore: text,
        concentrationBefore: text,
        alarmVolume: text,
        leadDays: text,
        stabilityDays: text,
        programmerAlarmDate: text,
        pumpModel: text,
      },
    });
    const fields = { dose: 21, refill: 39 } as const;
    for (const entry of ['dose', 'refill'] as const) {
      const { encounter, problems } = readWorksheet(sheet(entry), today);
      expect(encounter).toBeNull();
      // A row whose NDC is nothing but spaces has none.
      const blank = entry === 'refill' && text.trim() === '' ? 1 : 0;
      expect(problems.filter(({ message }) => refusal(text.length).test(message)).length).toBe(fields[entry] - blank);
    }
  });
});

describe('two hundred characters are read', () => {
  it('and one more is not', () => {
    expect(answers.readText('x'.repeat(200), 'Account', 200)).toEqual({ value: 'x'.repeat(200) });
    expect(answers.readText('x'.repeat(201), 'Account', 300)).toEqual({
      problem: 'Account can have at most 200 characters; this is 201',
    });
    expect(answers.readAmount(' '.repeat(198) + '36', 'mg', null, 'Dose given')).toHaveProperty('value');
  });

  it.each([
    ' '.repeat(200),
    '5+'.repeat(100),
    '1 '.repeat(100),
    '(['.repeat(100),
    '1,'.repeat(100),
    'mg '.repeat(66),
    '- '.repeat(100),
    '.1'.repeat(100),
  ])('at once, whatever they are', (text) => {
    for (const [name, read] of Object.entries(readers))
      expect(
        quickest(() => read(text)),
        name,
      ).toBeLessThan(20);
  });
});
