import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { mcg, mcgPerMl, mg, ml } from '../engine/quantity';
import {
  markLineBreaks,
  readAmount,
  readCode,
  readCount,
  readDailyDose,
  readDate,
  readDiagnoses,
  readInstilled,
  readMoney,
  readStrength,
  readText,
  readTime,
  readUnits,
  unitTyped,
} from './read-answers';
import { readWorksheet } from './read-worksheet';
import { worksheetOn } from './worksheet.fixture';
import { type WorksheetText } from './worksheet-text';

const years = { from: 1994, through: 2099 };

describe('amounts that are read', () => {
  it.each([
    ['36', 'mg', mg(36)],
    ['36 mg', 'mcg', mg(36)],
    ['36mg', 'mcg', mg(36)],
    ['36 mg.', 'mcg', mg(36)],
    ['36000 mcg', 'mg', mg(36)],
    ['0.05 mg', 'mcg', mcg(50)],
    ['50 µg', 'mg', mcg(50)],
    ['50 MCG', 'mg', mcg(50)],
    ['18 mL', 'mg', mg(36)],
    ['18', 'mL', mg(36)],
    ['18mls', 'mg', mg(36)],
    ['18 c.c.', 'mg', mg(36)],
    ["18 cc's", 'mg', mg(36)],
    ['18 milliliters', 'mg', mg(36)],
    ['18 millilitres', 'mg', mg(36)],
    ['18 ㎖', 'mg', mg(36)],
    ['18㏄', 'mg', mg(36)],
    ['36 mgs', 'mcg', mg(36)],
    ['36 m.g.', 'mcg', mg(36)],
    ['36 milligrams', 'mcg', mg(36)],
    ['36 ㎎', 'mcg', mg(36)],
    ['50 mcgs', 'mg', mcg(50)],
    ['50 µgs', 'mg', mcg(50)],
    ['50 ug.', 'mg', mcg(50)],
    ['50 micrograms', 'mg', mcg(50)],
    ['50 ㎍', 'mg', mcg(50)],
    ['5+5', 'mg', mg(10)],
    ['5 + 5 mg', 'mcg', mg(10)],
    ['18 mL + 2 mL', 'mg', mg(40)],
    ['5 mg + 500 mcg', 'mL', mcg(5500)],
    ['20 + 16.5', 'mg', mcg(36_500)],
    ['0', 'mg', mg(0)],
    ['  36\t', 'mg', mg(36)],
    ['36\u200b', 'mg', mg(36)],
    ['\u00a036\u00a0mg', 'mg', mg(36)],
  ] as const)('%j with %s chosen', (typed, unit, value) => {
    const reading = readAmount(typed, unit, mcgPerMl(2000), 'Dose given');
    expect('value' in reading && reading.value.mass).toEqual(value);
  });
});

describe('amounts that are not guessed at', () => {
  it.each([
    ['abc', 'Dose given must be a number, like 36 or 36.5'],
    ['mg', 'Dose given must be a number, like 36 or 36.5'],
    ['-5', 'Dose given cannot be negative'],
    ['−5', 'Dose given cannot be negative'],
    ['1,000', 'Write dose given without commas and with a point for decimals, like 36 or 36.5'],
    ['36,5', 'Write dose given without commas and with a point for decimals, like 36 or 36.5'],
    ['1.000.000', 'Dose given has more than one decimal point'],
    ['٣', 'Write dose given with the digits 0 to 9'],
    ['３６', 'Write dose given with the digits 0 to 9'],
    ['1e9', 'Write dose given out in full, like 1000, not with an e'],
    ['9'.repeat(40), 'Dose given must be 100,000 mg or less'],
    ['1000000000', 'Dose given must be 100,000 mg or less'],
    ['0.0000001', 'Dose given in mg can have at most 6 decimals'],
    ['0.0001 mcg', 'Dose given in mcg can have at most 3 decimals'],
    ['36 ⏎ 40', 'Dose given must be one number, but several lines were pasted'],
    ['36\n40', 'Dose given must be one number, but several lines were pasted'],
    ['<b>36</b>', 'Dose given holds markup; enter only the number'],
    ['36 grams', 'Dose given must be in mg, mcg or mL'],
    ['36 mg/mL', 'Dose given must be in mg, mcg or mL'],
    ['36 40', 'Dose given must be a number, like 36 or 36.5'],
    ['+36', 'Dose given must be a number, like 36 or 36.5'],
    ['NaN', 'Dose given must be a number, like 36 or 36.5'],
    ['0x24', 'Dose given must be a number, like 36 or 36.5'],
    ['1/2', 'Dose given must be a number, like 36 or 36.5'],
    ['5+', 'Dose given must be a number, like 36 or 36.5'],
    ['5++5', 'Dose given must be a number, like 36 or 36.5'],
    ['5+-5', 'Dose given cannot be negative'],
    ['5 mg + 500 mcg + 3', 'Dose given has more than one unit: write a unit behind every part, like 5 mg + 500 mcg'],
    ['99,999 + 2', 'Write dose given without commas and with a point for decimals, like 36 or 36.5'],
    ['99999 + 2', 'Dose given must be 100,000 mg or less'],
    ['36 constructor', 'Dose given must be in mg, mcg or mL'],
    ['36 ｍｇ', 'Dose given must be in mg, mcg or mL'],
  ])('%j: %s', (typed, problem) => {
    expect(readAmount(typed, 'mg', null, 'Dose given')).toEqual({ problem });
  });

  it('mL needs a strength', () => {
    expect(readAmount('18 mL', 'mg', null, 'Dose given')).toEqual({
      problem: 'Enter the strength in mcg/mL, so that dose given can be in mL',
    });
  });
});

describe('amounts in parts', () => {
  it('keep their parts', () => {
    expect(readAmount('5 mg + 500 mcg', 'mg', null, 'Dose given')).toEqual({
      value: { mass: mcg(5500), volume: null, parts: [mg(5), mcg(500)] },
    });
    expect(readAmount('18 + 2 mL', 'mL', mcgPerMl(2000), 'Dose given')).toEqual({
      value: { mass: mg(40), volume: ml(20), parts: [mg(36), mg(4)] },
    });
    expect(readAmount('36', 'mg', null, 'Dose given')).toEqual({ value: { mass: mg(36), volume: null, parts: [] } });
  });

  it.each([
    ['20 + 500 mcg', 'mcg'],
    ['5 + 500 mcg', 'mg'],
    ['20 mg + 500', 'mg'],
    ['18 + 2 mg', 'mL'],
    ['18 + 2 mL', 'mg'],
    ['1 + 5 mg + 500', 'mg'],
  ] as const)('%s in a field of %s has a part of two readings', (typed, chosen) => {
    expect(readAmount(typed, chosen, mcgPerMl(2000), 'Dose given')).toEqual({
      problem: 'Dose given has a part without a unit: write one behind every part, like 20 mg + 500 mcg',
    });
  });

  it('add up to the whole, whatever the units', () => {
    const part = fc.record({ hundredths: fc.integer({ min: 0, max: 9999 }), unit: fc.constantFrom('mg', 'mcg', 'mL') });
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 9 }), (parts) => {
        const ng = { mg: 10_000, mcg: 10, mL: 20_000 } as const;
        const typed = parts.map(({ hundredths, unit }) => `${hundredths / 100} ${unit}`).join(' + ');
        const reading = readAmount(typed, 'mg', mcgPerMl(2000), 'Dose given');
        expect('value' in reading && reading.value.mass.ng).toBe(
          parts.reduce((sum, { hundredths, unit }) => sum + hundredths * ng[unit as keyof typeof ng], 0),
        );
        expect('value' in reading && reading.value.parts.reduce((sum, each) => sum + each.ng, 0)).toBe(
          'value' in reading && reading.value.mass.ng,
        );
      }),
    );
  });

  it.each([
    ['5 + 5 mg', 'mg'],
    ['18 mL + 2', 'mL'],
    ['5 mg + 500 mcg', undefined],
    ['5 + 5', undefined],
  ])('%j is in %s', (typed, unit) => expect(unitTyped(typed)).toBe(unit));

  it.each([
    ['20 + 16.5', { value: { volume: { uL: 36_500 }, parts: [ml(20), { uL: 16_500 }] } }],
    ['20', { value: { volume: ml(20), parts: [] } }],
    ['5 mg + 5 mg', { value: { amount: { mass: mg(10), volume: null, parts: [mg(5), mg(5)] } } }],
    ['20 mL + 4 mg', { problem: 'Instilled must be all in mL, or all in mg and mcg' }],
    ['60 + 50', { problem: 'Instilled must be 100 mL or less' }],
    ['20 +', { problem: 'Instilled must be a number, like 36 or 36.5' }],
  ])('instilled %j', (typed, reading) => expect(readInstilled(typed, 'Instilled, in mL')).toEqual(reading));
});

describe('the other answers', () => {
  it.each([
    ['1,250 mcg/day', { value: mcg(1250) }],
    ['1250 mcg daily', { value: mcg(1250) }],
    ['1250 mcg/24h', { value: mcg(1250) }],
    ['1250 mcg/24 hr', { value: mcg(1250) }],
    ['1250 mcg per day', { value: mcg(1250) }],
    ['1.25 mg/d', { value: mcg(1250) }],
    ['60 mcg/hr', { problem: 'Daily dose must be of a day, not of an hour' }],
    ['60 mcg/12h', { problem: 'Daily dose must be of a day, not of an hour' }],
    ['60 mcg hourly', { problem: 'Daily dose must be of a day, not of an hour' }],
    ['1,25 mcg', { problem: 'Write daily dose without commas and with a point for decimals, like 36 or 36.5' }],
    ['100 + 200', { problem: 'Daily dose must be a number, like 36 or 36.5' }],
    ['0.5 mL/day', { problem: 'Daily dose must be in mcg, like 400' }],
  ])('daily dose %j', (typed, reading) => expect(readDailyDose(typed, 'Daily dose, in mcg/day')).toEqual(reading));

  it.each([
    ['2 vials', 'containers', { value: 2 }],
    ['2.0', 'containers', { value: 2 }],
    ['2 cartons', 'containers', { problem: 'Count must be a number, like 2' }],
    ['180 days', 'days', { value: 180 }],
    ['180 vials', 'days', { problem: 'Count must be a number, like 2' }],
  ] as const)('count %j of %s', (typed, of, reading) =>
    expect(readCount(typed, 'Count', { from: 1, through: 3650, of })).toEqual(reading),
  );

  it.each([
    ['2000', { value: mcgPerMl(2000) }],
    ['2 mg/mL', { value: mcgPerMl(2000) }],
    ['2000 mcg / mL', { value: mcgPerMl(2000) }],
    ['500 mcg/mL', { value: mcgPerMl(500) }],
    ['2,000', { value: mcgPerMl(2000) }],
    ['2,000 mcg/mL', { value: mcgPerMl(2000) }],
    ['2000 mcg/cc', { value: mcgPerMl(2000) }],
    ['2000mcg per mL', { value: mcgPerMl(2000) }],
    ['2000 ㎍/㎖', { value: mcgPerMl(2000) }],
    ['10 mg/20 mL', { value: mcgPerMl(500) }],
    ['40 mg in 20 mL', { value: mcgPerMl(2000) }],
    ['10 mg/3 mL', { problem: 'Strength must be a whole number of mcg/mL, like 500 or 2000' }],
    ['50,000', { problem: 'Write strength without commas and with a point for decimals, like 500 or 2000' }],
    ['2,000 mg/mL', { problem: 'Write strength without commas and with a point for decimals, like 500 or 2000' }],
    ['2000 mcg/mL/day', { problem: 'Strength must be in mcg/mL, like 2000' }],
    ['2000 constructor', { problem: 'Strength must be in mcg/mL, like 2000' }],
    ['0', { problem: 'Strength must be more than 0' }],
    ['500.5', { problem: 'Strength must be a whole number of mcg/mL, like 500 or 2000' }],
    ['2 %', { problem: 'Strength must be a number, like 500 or 2000' }],
    ['2 mg', { problem: 'Strength must be in mcg/mL, like 2000' }],
  ])('strength %j', (typed, reading) => {
    expect(readStrength(typed, 'Strength, in mcg/mL')).toEqual(reading);
  });

  it.each([
    ['11/23/2026', { value: day('2026-11-23') }],
    ['11-23-2026', { value: day('2026-11-23') }],
    ['11232026', { value: day('2026-11-23') }],
    ['2026-11-23', { value: day('2026-11-23') }],
    ['2/29/2024', { value: day('2024-02-29') }],
    ['02/30/2026', { problem: 'Date of service is not a day of the calendar: check month and day' }],
    ['02/29/2026', { problem: 'Date of service is not a day of the calendar: check month and day' }],
    ['13/01/2026', { problem: 'Date of service is not a day of the calendar: check month and day' }],
    ['01/01/1899', { problem: 'Date of service must be in 1994 or later' }],
    ['01/01/2199', { problem: 'Date of service must be in 2099 or earlier' }],
    ['11/23/26', { value: day('2026-11-23') }],
    ['yesterday', { problem: 'Date of service must be a date, like 11/23/2026' }],
    ['11/23/2026 ⏎ 11/24/2026', { problem: 'Date of service must be one date, but several lines were pasted' }],
  ])('date %j', (typed, reading) => {
    expect(readDate(typed, 'Date of service', years)).toEqual(reading);
  });

  it.each([
    ['14:30', { value: '14:30' }],
    ['2:30 pm', { value: '14:30' }],
    ['12:05 am', { value: '00:05' }],
    ['2 pm', { value: '14:00' }],
    ['0930', { value: '09:30' }],
    ['25:00', { problem: 'Time of the waste must be like 14:30 or 2:30 pm' }],
    ['13:00 pm', { problem: 'Time of the waste must be like 14:30 or 2:30 pm' }],
    ['noon', { problem: 'Time of the waste must be like 14:30 or 2:30 pm' }],
  ])('time %j', (typed, reading) => {
    expect(readTime(typed, 'Time of the waste')).toEqual(reading);
  });

  it.each([
    ['G80.1', { value: ['G80.1'] }],
    ['g801, G35.D', { value: ['G80.1', 'G35.D'] }],
    ['S06.2X9S', { value: ['S06.2X9S'] }],
    ['J0475', { problem: 'J0475 is a drug code, not a diagnosis' }],
    ['spastic', { problem: '“SPASTIC” is not written like a diagnosis code, such as G80.1' }],
    ['G80.1 g801', { value: ['G80.1'] }],
    [
      Array.from({ length: 13 }, (_, place) => `G${10 + place}.1`).join(' '),
      { problem: 'At most 12 diagnosis codes fit on a claim' },
    ],
  ])('diagnoses %j', (typed, reading) => {
    expect(readDiagnoses(typed)).toEqual(reading);
  });

  it.each([
    ['12', { value: { units: 12 } }],
    ['8 units', { value: { units: 8 } }],
    ['8 UN', { value: { units: 8 } }],
    ['8 u', { value: { units: 8 } }],
    ['8.0', { value: { units: 8 } }],
    ['8 mg', { problem: 'Units approved must be a number, like 8' }],
    ['1.5', { problem: 'Units approved must be a whole number, like 8' }],
    ['-1', { problem: 'Units approved cannot be negative' }],
    ['9999999', { problem: 'Units approved must be 999,999 or less' }],
  ])('units %j', (typed, reading) => {
    expect(readUnits(typed, 'Units approved')).toEqual(reading);
  });

  it.each([
    ['$181.47', { value: { tenthsOfCent: 181_470 } }],
    ['181.466', { problem: 'Charge per unit can have at most 2 decimals' }],
    ['1,000', { value: { tenthsOfCent: 1_000_000 } }],
    ['1,200.00', { value: { tenthsOfCent: 1_200_000 } }],
    ['$ 1,200.5', { value: { tenthsOfCent: 1_200_500 } }],
    ['1200 dollars', { value: { tenthsOfCent: 1_200_000 } }],
    ['12,00', { problem: 'Write charge per unit without commas and with a point for decimals, like 181 or 181.50' }],
    ['1,20', { problem: 'Write charge per unit without commas and with a point for decimals, like 181 or 181.50' }],
    ['0,500', { problem: 'Write charge per unit without commas and with a point for decimals, like 181 or 181.50' }],
    ['1,200,000', { problem: 'Charge per unit must be less than $1,000,000' }],
    ['99999999', { problem: 'Charge per unit must be less than $1,000,000' }],
  ])('money %j', (typed, reading) => {
    expect(readMoney(typed, 'Charge per unit, in dollars')).toEqual(reading);
  });

  it('codes and text', () => {
    expect(readCode(' j0475 ', 'Code on the charge slip')).toEqual({ value: 'J0475' });
    expect(readCode('J04755', 'Code on the charge slip')).toEqual({
      problem: 'Code on the charge slip must be five characters, like J0475',
    });
    expect(readText('<img src=x> ⏎ b', 'Account', 60)).toEqual({ value: '<img src=x> b' });
    for (const hidden of ['\u0001', '\u202E', '\u00AD', '\uD800']) {
      expect(readText(`A${hidden}B`, 'Account', 60)).toEqual({
        problem: 'Account holds a character that cannot be seen: type it again',
      });
    }
    expect(readText('x'.repeat(61), 'Account', 60)).toEqual({ problem: 'Account must be 60 characters or fewer' });
  });

  it('a pasted line break stays visible inside, and is dropped at the ends', () => {
    expect(markLineBreaks('36\r\n40')).toBe('36 ⏎ 40');
    expect(markLineBreaks('36\n')).toBe('36');
    expect(markLineBreaks('36\u202840')).toBe('36 ⏎ 40');
    expect(markLineBreaks(' 36 \r\n\r\n \n 40\v')).toBe('36 ⏎ 40');
  });
});

describe('the worksheet as a whole', () => {
  const today = day('2026-11-23');
  const complete: WorksheetText = {
    ...worksheetOn(today),
    doseGiven: '36',
    doseWasted: '4',
    payer: 'medicare-part-b',
    setting: 'office',
  };

  it('names everything that is missing from an empty one', () => {
    expect(readWorksheet(worksheetOn(today), today).problems).toEqual([
      { field: 'doseGiven', message: 'Enter the dose given' },
      { field: 'doseWasted', message: 'Enter the dose wasted, or 0 if there was none' },
      { field: 'payer', message: 'Choose the payer type' },
      { field: 'setting', message: 'Choose the setting' },
    ]);
  });

  it('blank waste is not 0', () => {
    expect(readWorksheet({ ...complete, doseWasted: '' }, today).encounter).toBeNull();
    expect(readWorksheet({ ...complete, doseWasted: '0' }, today).encounter?.wasted).toEqual(mg(0));
  });

  it.each([
    ['zero dose', { doseGiven: '0', doseWasted: '0' }, 'doseGiven', 'Dose given must be more than 0'],
    [
      'a last day before the first',
      { priorAuthorization: 'approved', firstDay: '12/31/2026', lastDay: '01/01/2026' },
      'lastDay',
      'Last valid date must not be before the first valid date',
    ],
    [
      'a confirmation from the future',
      { route: 'intravenous', confirmedOn: '01/01/2027' },
      'confirmedOn',
      'Date of the confirmation must not be after today',
    ],
    [
      'a preauthorization number without one',
      { priorAuthorization: 'approved', priorAuthorizationNumber: '-' },
      'priorAuthorizationNumber',
      'Preauthorization number must hold letters or digits',
    ],
    ['no date of service', { dateOfService: '' }, 'dateOfService', 'Enter the date of service'],
    [
      'a labeled amount of 0',
      { labeledAmount: '0' },
      'labeledAmount',
      'Labeled amount opened must be more than 0, or left blank',
    ],
  ] as const)('%s', (_name, change, field, message) => {
    expect(readWorksheet({ ...complete, ...change }, today).problems).toEqual([{ field, message }]);
  });

  it('answers that are not asked for do not stand in the way', () => {
    expect(
      readWorksheet(
        { ...complete, doseWasted: '0', wasteDate: 'rubbish', lastDay: 'rubbish', confirmedOn: 'rubbish' },
        today,
      ).encounter,
    ).not.toBeNull();
  });

  it('a confirmation counts only with all three parts', () => {
    const route = { route: 'intravenous', confirmedBy: 'A. Payer', confirmedOn: '11/20/2026' } as const;
    expect(readWorksheet({ ...complete, ...route }, today).encounter?.payerConfirmation).toBeNull();
    expect(
      readWorksheet({ ...complete, ...route, confirmationReference: 'R1' }, today).encounter?.payerConfirmation,
    ).toEqual({
      who: 'A. Payer',
      on: day('2026-11-20'),
      reference: 'R1',
      code: null,
    });
  });

  it(
    'a compound has the code that the payer named, and what else is in it; ' +
      'for any other drug what the code was named for is kept',
    () => {
      const told = {
        confirmedBy: 'A. Payer',
        confirmedOn: '11/20/2026',
        confirmationReference: 'R1',
        confirmedCode: 'J7999',
        otherDrugs: ' morphine  10 mg/mL ',
      } as const;
      const of = (change: Partial<typeof complete>) =>
        readWorksheet({ ...complete, ...told, ...change }, today).encounter;
      expect(of({ drugSource: 'compounded' })).toMatchObject({
        payerConfirmation: { who: 'A. Payer', code: 'J7999' },
        otherDrugs: 'morphine 10 mg/mL',
      });
      expect(of({ drugSource: 'compounded', confirmedCode: '' })?.payerConfirmation).toMatchObject({ code: null });
      expect(of({ drugSource: 'compounded', confirmationReference: '' })?.payerConfirmation).toBeNull();
      expect(of({})).toMatchObject({ payerConfirmation: null, otherDrugs: null });
      expect(of({ route: 'intravenous' })?.payerConfirmation).toMatchObject({ code: 'J7999' });
      expect(of({ route: 'intravenous', confirmedCode: '' })?.payerConfirmation).toMatchObject({ code: null });
    },
  );

  it.each([
    'morphine 100 ug/mL',
    'morphine 100ug',
    'fentanyl 50 µg/mL',
    'fentanyl 50 μg',
    'fentanyl 50 ㎍',
    '50 UG',
    'fentanyl 5 ugs',
    'fentanyl 5 u g',
    'fentanyl 5 µ g/mL',
    'fentanyl 5 γ',
    'fentanyl 5 micrograms',
  ])('“%s” in a compound is asked for in mcg', (otherDrugs) => {
    const { problems } = readWorksheet({ ...complete, drugSource: 'compounded', otherDrugs }, today);
    expect(problems).toEqual([
      { field: 'otherDrugs', message: 'Write mcg for micrograms in other drugs in the compound' },
    ]);
    expect(readWorksheet({ ...complete, otherDrugs }, today).problems).toEqual([]);
  });

  it.each(['none', 'None.', '-', '–', '0', 'n/a', 'Baclofen', 'no'])(
    '“%s” is no other drug in a compound',
    (otherDrugs) => {
      const message = 'Leave other drugs in the compound blank if there are none besides baclofen';
      expect(readWorksheet({ ...complete, drugSource: 'compounded', otherDrugs }, today).problems).toEqual([
        { field: 'otherDrugs', message },
      ]);
    },
  );

  it.each(['morphine 10 mg/mL', 'clonidine 100 mcg/mL', 'drug no. 5', 'nortriptyline 5 mg', 'γ-hydroxybutyrate 5 mg'])(
    '“%s” may be in a compound',
    (otherDrugs) => {
      expect(readWorksheet({ ...complete, drugSource: 'compounded', otherDrugs }, today).encounter?.otherDrugs).toBe(
        otherDrugs,
      );
    },
  );

  it('the strength of an ingredient’s NDC is not that of the compound', () => {
    const of = (drugSource: 'bought' | 'compounded') =>
      readWorksheet({ ...complete, drugSource, strength: '', ndc: '66794-157-02' }, today).encounter;
    expect(of('bought')).toMatchObject({ strength: { mcgPerMl: 2000 }, strengthFromNdc: true });
    expect(of('compounded')).toMatchObject({ strength: null, concentration: null, strengthFromNdc: false });
  });

  it('never throws and never mixes facts with problems, whatever is typed anywhere', { timeout: 60_000 }, () => {
    const typed = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('36', '4', '0', '1e9', '٣', '02/30/2026', '<i>', '9'.repeat(40)),
    );
    const texts = Object.fromEntries(
      Object.entries(worksheetOn(today)).flatMap(([name, value]) =>
        value === '' && name !== 'payer' && name !== 'setting' ? [[name, typed]] : [],
      ),
    );
    fc.assert(
      fc.property(fc.record(texts), (answers) => {
        const reading = readWorksheet(
          { ...complete, ...answers, priorAuthorization: 'approved', route: 'intravenous' },
          today,
        );
        expect(reading.encounter === null).toBe(reading.problems.length > 0);
      }),
      { numRuns: 300 },
    );
  });
});
