import { describe, expect, it } from 'vitest';
import { readBarcode } from '../answers/barcode';
import { day, type IsoDate } from '../engine/dated';
import { settings, type Encounter } from '../engine/encounter';
import { readNdc, type Ndc11 } from '../engine/ndc';
import { concerning, prepareClaim } from '../engine/prepare-claim';
import { noTables } from '../engine/published-tables';
import { formatMoney, mcgPerMl, noMass, unitsOf, wholeUnitsIn } from '../engine/quantity';
import { beside, pumpFill, trial } from './encounter.fixture';
import { hcpcsCodes } from './hcpcs';
import { ruleBook, ruleBookWith, tablesOnFile } from './index';
import { mueAsOf } from './mue';
import { deductibleOf, paymentLimitAsOf, sequestrationOn } from './payment-limits';
import { outpatientDrugPrice, procedureRate, type RatePlace } from './procedure-rates';
import { crosswalksRead, fdaListedThrough, isBulk, productOf, productOfLabel } from './products';

const ndc = (text: string): Ndc11 => {
  const reading = readNdc(text);
  if ('ndc' in reading) return reading.ndc;
  throw new Error(text);
};
const quarterDays = {
  Q1: ['01-01', '03-31'],
  Q2: ['04-01', '06-30'],
  Q3: ['07-01', '09-30'],
  Q4: ['10-01', '12-31'],
} as const;
const daysOf = (quarter: string): readonly IsoDate[] => {
  const [year, name] = quarter.split(' ') as [string, keyof typeof quarterDays];
  return quarterDays[name].map((end) => day(`${year}-${end}`));
};
const today: Encounter = { ...pumpFill, dateOfService: day('2026-11-20'), preparedOn: day('2026-11-27') };

describe('the payment rate of a unit', () => {
  it.each<[quarter: string, j0475: string | null, j0476: string | null]>([
    ['2019 Q4', null, null],
    ['2020 Q1', '$173.60', null],
    ['2020 Q2', '$177.645', null],
    ['2020 Q3', null, null],
    ['2020 Q4', null, null],
    ['2021 Q1', '$172.78', null],
    ['2021 Q2', '$179.013', null],
    ['2021 Q3', null, null],
    ['2021 Q4', '$177.434', null],
    ['2022 Q1', null, null],
    ['2022 Q2', null, null],
    ['2022 Q3', '$182.024', null],
    ['2022 Q4', '$182.286', null],
    ['2023 Q1', '$185.923', null],
    ['2023 Q2', '$178.448', null],
    ['2023 Q3', '$182.487', null],
    ['2023 Q4', '$182.263', null],
    ['2024 Q1', '$177.804', '$37.444'],
    ['2024 Q2', '$177.873', '$57.913'],
    ['2024 Q3', '$177.577', '$45.94'],
    ['2024 Q4', '$174.581', '$43.552'],
    ['2025 Q1', '$173.837', '$40.728'],
    ['2025 Q2', '$174.804', '$53.819'],
    ['2025 Q3', '$175.819', '$67.203'],
    ['2025 Q4', '$181.222', '$49.952'],
    ['2026 Q1', '$181.466', '$59.514'],
    ['2026 Q2', '$178.052', '$54.338'],
    ['2026 Q3', '$186.106', '$43.84'],
    ['2026 Q4', '$186.996', '$46.539'],
    ['2027 Q1', null, null],
  ])('of %s: J0475 %s, J0476 %s', (quarter, j0475, j0476) => {
    for (const date of daysOf(quarter)) {
      const told = (['J0475', 'J0476'] as const).map((code) => {
        const { perUnit, standing } = paymentLimitAsOf(code, noTables, date);
        return standing === 'in-force' ? formatMoney(perUnit) : null;
      });
      expect(told).toEqual([j0475, j0476]);
    }
  });

  it('4 units of the last quarter of 2026', () => {
    const { total } = prepareClaim(today, ruleBook).estimate;
    expect([total?.allowed, total?.coinsurance, total?.medicare].map((money) => money && formatMoney(money))).toEqual([
      '$747.98',
      '$149.60',
      '$586.41',
    ]);
  });

  it.each(['2022-06-30', '2020-09-15', '2027-01-01'])('of a quarter that was not read is not checked: %s', (date) => {
    const claim = prepareClaim({ ...pumpFill, dateOfService: day(date), preparedOn: day(date) }, ruleBook);
    expect(claim.findings.find(({ rule }) => rule.id === 'payment/rate')?.verdict).toMatchObject({
      outcome: 'needs-review',
    });
    expect(claim.estimate.by).toBeNull();
    expect(claim.tablesUsed.find(({ title }) => title === 'Medicare payment rates')?.standing).toBe('ended-before');
  });
});

describe('sequestration and deductible', () => {
  it.each<[date: string, percent: number | undefined]>([
    ['2020-04-30', undefined],
    ['2020-05-01', 0],
    ['2022-03-31', 0],
    ['2022-04-01', 1],
    ['2022-06-30', 1],
    ['2022-07-01', 2],
    ['2026-11-20', 2],
    ['2032-09-30', 2],
    ['2032-10-01', undefined],
  ])('on %s: %s %%', (date, percent) => expect(sequestrationOn(day(date))?.value).toBe(percent));

  it.each<[year: string, dollars: number | undefined]>([
    ['2023', undefined],
    ['2024', 240],
    ['2025', 257],
    ['2026', 283],
    ['2027', undefined],
  ])('deductible of %s: %s', (year, dollars) => expect(deductibleOf(year)?.dollars).toBe(dollars));

  it.each<[what: string, date: string, says: RegExp]>([
    ['of 2027, not on file', '2027-01-20', /deductible of 2027 is not on file\. Ask how much of it is still open/],
    ['of 2026', '2026-11-20', /Part B deductible of 2026 is \$283\. If part of it is still open/],
    ['of 2025, not from CMS', '2025-11-20', /deductible of 2025 is \$257, though that was not read at CMS/],
    ['of 2024, not from CMS', '2024-11-20', /deductible of 2024 is \$240, though that was not read at CMS/],
    ['of 2023, not on file', '2023-11-20', /deductible of 2023 is not on file\. Ask how much of it is still open/],
    ['cut of nothing', '2021-01-15', /There was no cut \(sequestration\) from 05\/01\/2020 to 03\/31\/2022\./],
    ['cut of 2 %', '2026-11-20', /Then 2 % is cut from Medicare’s own part \(sequestration\)\./],
    ['cut not on file', '2020-04-15', /sequestration\) for 04\/15\/2020 is not on file/],
  ])('is told in the working: %s', (_what, date, says) => {
    const chargePerUnit = { tenthsOfCent: 200_000 };
    const { how } = prepareClaim({ ...pumpFill, dateOfService: day(date), chargePerUnit }, ruleBook).estimate;
    expect(how.map((step) => step.says).join(' ')).toMatch(says);
  });
});

describe('the daily maximum (MUE)', () => {
  const beside = ['A4220', '62322', '62323', '62367', '62368', '62369', '62370', '95990', '95991'];
  it.each<[code: string, date: string, figures: string]>([
    ['J0475', '2026-10-01', '8 8 0 3'],
    ['J0476', '2026-12-31', '2 2 0 3'],
    ['62362', '2026-11-20', '1 1 null 2'],
    ...beside.map((code): [string, string, string] => [code, '2026-11-20', '1 1 null 3']),
    ['J0475', '2024-07-01', '8 8 0 3'],
    ['J0476', '2024-09-30', '2 2 0 3'],
    ...beside.map((code): [string, string, string] => [code, '2024-08-01', '1 1 null null']),
    ['J7799', '2024-08-01', '2 2 null null'],
    ['J7999', '2024-08-01', '2 6 null null'],
  ])('of %s on %s: %s', (code, date, figures) => {
    const found = mueAsOf(code, day(date));
    const { practitioner, outpatient, supplier, mai } = found?.entry.value ?? {};
    expect([found?.standing, practitioner, outpatient, supplier, mai].join(' ')).toBe(
      `in-force ${figures.replaceAll('null', '')}`,
    );
  });

  it('has no row of J0428, and no day between the tables read', () => {
    expect(mueAsOf('J0428', day('2026-11-20'))).toBeUndefined();
    expect(mueAsOf('J0475', day('2024-10-01'))?.standing).toBe('ended-before');
    expect(mueAsOf('J0475', day('2026-09-30'))?.standing).toBe('ended-before');
    expect(mueAsOf('62362', day('2024-08-01'))?.standing).toBe('starts-after');
  });
});

describe('the NDC crosswalk', () => {
  it.each<[quarter: string, rows: number | undefined]>([
    ['2023 Q4', undefined],
    ['2024 Q1', 26],
    ['2024 Q2', 26],
    ['2024 Q3', 27],
    ['2024 Q4', 27],
    ['2025 Q1', 27],
    ['2025 Q2', 27],
    ['2025 Q3', 27],
    ['2025 Q4', 27],
    ['2026 Q1', 22],
    ['2026 Q2', undefined],
    ['2026 Q3', 21],
    ['2026 Q4', 19],
    ['2027 Q1', undefined],
  ])('of %s has %s rows', (quarter, rows) => {
    for (const date of daysOf(quarter))
      expect(crosswalksRead.find(({ from, through }) => from <= date && date <= through)?.value.size).toBe(rows);
  });

  it.each<[ndc: string, hcpcs: string, ofContainer: number, ofPackage: number]>([
    ['14789-0161-05', 'J0475', 4, 4],
    ['25021-0678-20', 'J0475', 1, 1],
    ['25021-0679-20', 'J0475', 4, 4],
    ['25021-0680-20', 'J0475', 2, 2],
    ['66794-0155-01', 'J0475', 1, 1],
    ['66794-0155-02', 'J0475', 1, 1],
    ['66794-0156-01', 'J0475', 2, 2],
    ['66794-0156-02', 'J0475', 2, 2],
    ['66794-0157-01', 'J0475', 4, 4],
    ['66794-0157-02', 'J0475', 4, 4],
    ['67457-0564-20', 'J0475', 4, 4],
    ['70121-2501-01', 'J0475', 1, 1],
    ['70121-2502-02', 'J0475', 1, 2],
    ['70121-2503-01', 'J0475', 4, 4],
    ['70121-2504-02', 'J0475', 1, 2],
    ['70121-2505-02', 'J0475', 4, 8],
    ['25021-0681-71', 'J0476', 1, 2],
    ['66794-0151-01', 'J0476', 1, 1],
    ['70121-2496-05', 'J0476', 1, 5],
  ])('of October 2026 has %s: %s, %i units, %i in the package', (text, hcpcs, ofContainer, ofPackage) => {
    const product = productOf(ndc(text));
    const dosage = hcpcsCodes.find((code) => code.hcpcs === hcpcs)?.hcpcsDosage;
    expect(product?.hcpcs).toBe(hcpcs);
    expect(product && dosage && wholeUnitsIn(product.labeled, dosage)).toEqual(unitsOf(ofContainer));
    expect(ofContainer * (product?.containersPerNdc ?? 0)).toBe(ofPackage);
    expect(crosswalksRead.at(-1)?.value.has(ndc(text))).toBe(true);
  });

  it.each<[ndc: string, lastIn: string]>([
    ['70257-0560-01', '2025-10-01'],
    ['70257-0562-55', '2026-01-01'],
    ['67457-0562-20', '2026-07-01'],
    ['67457-0563-20', '2026-07-01'],
  ])('has %s for the last time from %s', (text, lastIn) => {
    expect(crosswalksRead.findLast(({ value }) => value.has(ndc(text)))?.from).toBe(lastIn);
  });

  it('never has a container of MAIA or Advagen', () => {
    for (const { value } of crosswalksRead)
      expect([...value].filter((each) => /^(70511|72888)/.test(each))).toEqual([]);
  });
});

describe('listings and barcodes', () => {
  it.each<[ndc: string, through: string | undefined]>([
    ['66794-151-01', '2027-12-31'],
    ['66794-157-02', '2027-12-31'],
    ['25021-679-20', '2026-12-31'],
    ['70511-121-80', '2026-12-31'],
    ['72888-146-36', '2026-12-31'],
    ['70121-2504-2', '2026-12-31'],
    ['66794-155-02', undefined],
  ])('%s is listed through %s', (text, through) => expect(fdaListedThrough(ndc(text))).toBe(through));

  it.each(['68055-002-01', '68055-004-01'])('%s is bulk drug', (text) => expect(isBulk(ndc(text))).toBe(true));

  it.each([
    ['66794-151-01', '00366794151015'],
    ['66794-155-01', '00366794155013'],
    ['66794-155-02', '00366794155020'],
    ['66794-156-01', '00366794156010'],
    ['66794-156-02', '00366794156027'],
    ['66794-157-01', '00366794157017'],
    ['66794-157-02', '00366794157024'],
    ['14789-161-05', '00314789161051'],
    ['67457-564-20', '00367457564203'],
    ['72888-147-36', '00372888147369'],
    ['72888-146-36', '00372888146362'],
    ['70121-2496-5', '00370121249658'],
    ['70121-2501-1', '00370121250111'],
    ['70121-2502-2', '00370121250227'],
    ['70121-2503-1', '00370121250319'],
    ['70121-2504-2', '00370121250425'],
    ['70121-2505-2', '00370121250524'],
    ['25021-678-20', '00325021678206'],
    ['25021-679-20', '00325021679203'],
    ['25021-680-20', '00325021680209'],
    ['25021-681-71', '00325021681718'],
    ['70511-121-80', '00370511121809'],
  ])('%s is read from its barcode number %s', (text, gtin) => {
    const reading = readBarcode(gtin);
    expect(reading && 'barcode' in reading && productOfLabel(reading.barcode.labelDigits)?.ndc).toBe(ndc(text));
  });

  it.each([
    ['0372888147369', '72888-147-36'],
    ['0370121250319', '70121-2503-1'],
  ])('the number that the FDA prints, %s, is %s', (printed, text) => {
    const reading = readBarcode(printed);
    expect(reading && 'barcode' in reading && productOfLabel(reading.barcode.labelDigits)?.ndc).toBe(ndc(text));
  });
});

describe('rates of procedures', () => {
  const told = (code: string, place: RatePlace, date: string): string => {
    const found = procedureRate(code, place, day(date));
    if (found.found === 'not-on-file')
      return `not on file${found.nearest ? `, nearest ${found.nearest.standing}` : ''}`;
    return [found.rate.amount ? formatMoney(found.rate.amount) : 'not paid', found.rate.status]
      .filter(Boolean)
      .join(' ');
  };
  const pumpCodes = ['62367', '62368', '62369', '62370'];

  it.each<
    [day: string, pump: string, staff: string, physician: string, lumbar: string, imaging: string, implant: string]
  >([
    ['2023-06-30', '$276.65', '$332.62', '$271.89', '$852.18', '$644.34', '$16,938.46'],
    ['2024-06-30', '$284.59', '$322.68', '$282.20', '$868.45', '$658.90', '$16,992.38'],
    ['2025-06-30', '$299.91', '$331.69', '$295.19', '$890.29', '$692.52', '$17,674.12'],
    ['2026-06-30', '$313.79', '$337.46', '$313.60', '$903.63', '$721.17', '$18,414.24'],
  ])('hospital outpatient on %s', (date, pump, staff, physician, lumbar, imaging, implant) => {
    for (const code of pumpCodes) expect(told(code, 'hospital-outpatient', date)).toBe(`${pump} S`);
    expect(told('95990', 'hospital-outpatient', date)).toBe(`${staff} S`);
    expect(told('95991', 'hospital-outpatient', date)).toBe(`${physician} T`);
    expect(told('62322', 'hospital-outpatient', date)).toBe(`${lumbar} T`);
    expect(told('62323', 'hospital-outpatient', date)).toBe(`${imaging} T`);
    expect(told('62362', 'hospital-outpatient', date)).toBe(`${implant} J1`);
    expect(told('A4220', 'hospital-outpatient', date)).toBe('not paid N');
    expect(told('J0476', 'hospital-outpatient', date)).toBe('not paid N');
  });

  it.each<[code: string, office: string, facility: string, apm: string]>([
    ['62367', '$33.40', '$21.38', '$33.57'],
    ['62368', '$46.43', '$29.39', '$46.66'],
    ['62369', '$97.20', '$29.73', '$97.68'],
    ['62370', '$97.20', '$39.41', '$97.68'],
    ['95990', '$98.20', 'not paid NA', '$98.69'],
    ['95991', '$115.90', '$33.73', '$116.48'],
    ['62322', '$145.63', '$74.15', '$146.35'],
    ['62323', '$273.22', '$89.18', '$274.58'],
    ['62362', 'not paid NA', '$371.75', 'not paid NA'],
    ['J0475', 'not paid E', 'not paid E', 'not paid E'],
    ['J0476', 'not paid E', 'not paid E', 'not paid E'],
    ['A4220', 'not paid P', 'not paid P', 'not paid P'],
  ])('fee schedule of January 2026: %s', (code, office, facility, apm) => {
    expect([
      told(code, 'physician-office', '2026-02-01'),
      told(code, 'physician-facility', '2026-02-01'),
      told(code, 'apm-office', '2026-02-01'),
    ]).toEqual([office, facility, apm]);
  });

  it.each<[place: RatePlace, date: string, says: string]>([
    ['hospital-outpatient', '2022-12-31', 'not on file, nearest starts-after'],
    ['hospital-outpatient', '2026-07-01', 'not on file, nearest ended-before'],
    ['physician-office', '2025-12-31', 'not on file, nearest starts-after'],
    ['physician-office', '2026-04-01', 'not on file, nearest ended-before'],
  ])('%s on %s: %s', (place, date, says) => expect(told('62370', place, date)).toBe(says));

  it('knows no code that it was not read for', () =>
    expect(told('99213', 'physician-office', '2026-02-01')).toBe('not on file'));

  it.each<[quarter: string, price: string, copayment: string, isWorkedOut: boolean]>([
    ['2024 Q1', '$177.804', '$35.57', false],
    ['2024 Q2', '$177.873', '$35.57', false],
    ['2024 Q3', '$177.577', '$35.52', false],
    ['2024 Q4', '$174.581', '$34.92', false],
    ['2025 Q1', '$173.837', '$34.77', false],
    ['2025 Q2', '$174.804', '$34.96', false],
    ['2025 Q3', '$175.819', '$35.17', false],
    ['2025 Q4', '$181.222', '$36.25', false],
    ['2026 Q1', '$181.466', '$36.29', false],
    ['2026 Q2', '$178.052', '$35.61', false],
    ['2026 Q3', '$186.106', '$37.22', true],
    ['2026 Q4', '$186.996', '$37.40', true],
  ])('J0475 for a hospital’s outpatient in %s', (quarter, price, copayment, isWorkedOut) => {
    for (const date of daysOf(quarter)) {
      const found = outpatientDrugPrice(date);
      expect(found && [formatMoney(found.price), formatMoney(found.copayment), found.isWorkedOut]).toEqual([
        price,
        copayment,
        isWorkedOut,
      ]);
    }
    expect(outpatientDrugPrice(day('2022-05-01'))).toBeUndefined();
  });
});

describe('which table a claim was held against', () => {
  it('a sound claim of 11/20/2026 has none that is too old', () => {
    const claim = prepareClaim({ ...today, strength: mcgPerMl(2000), ndcs: [ndc('66794-157-02')] }, ruleBook);
    const stale = ['code/valid', 'units/mue', 'claim/ndc', 'payment/rate', 'payment/separate'];
    expect(concerning(claim.findings).filter(({ rule }) => stale.includes(rule.id))).toEqual([]);
    expect(claim.tablesUsed).toEqual([
      { title: 'HCPCS codes', from: '2026-10-01', through: '2026-12-31', standing: 'in-force' },
      { title: 'Daily maximum units (MUE)', from: '2026-10-01', through: '2026-12-31', standing: 'in-force' },
      { title: 'NDC crosswalk', from: '2026-10-01', through: '2026-12-31', standing: 'in-force' },
      { title: 'Medicare payment rates', from: '2026-10-01', through: '2026-12-31', standing: 'in-force' },
    ]);
  });

  it.each<[what: string, encounter: Encounter, expected: Readonly<Record<string, string>>]>([
    [
      'the next year',
      { ...pumpFill, dateOfService: day('2027-02-01'), ndcs: [ndc('66794-157-02')] },
      {
        'HCPCS codes': 'ended-before',
        'Daily maximum units (MUE)': 'ended-before',
        'NDC crosswalk': 'ended-before',
        'Medicare payment rates': 'ended-before',
      },
    ],
    [
      'a gap between two tables',
      { ...pumpFill, dateOfService: day('2026-05-20'), ndcs: [ndc('66794-157-02')] },
      {
        'HCPCS codes': 'in-force',
        'Daily maximum units (MUE)': 'ended-before',
        'NDC crosswalk': 'ended-before',
        'Medicare payment rates': 'in-force',
      },
    ],
    [
      'before any',
      { ...trial, dateOfService: day('2016-06-01'), ndcs: [ndc('66794-151-01')] },
      {
        'HCPCS codes': 'starts-after',
        'Daily maximum units (MUE)': 'starts-after',
        'NDC crosswalk': 'starts-after',
        'Medicare payment rates': 'starts-after',
      },
    ],
    [
      'a quarter of no row',
      {
        ...today,
        drugSource: 'compounded',
        payerConfirmation: { who: 'A', on: day('2026-11-20'), reference: 'R', code: 'J7999' },
      },
      { 'Daily maximum units (MUE)': 'no-row' },
    ],
    ['a quarter of no CMS file', { ...pumpFill, dateOfService: day('2020-08-01') }, { 'HCPCS codes': 'ended-before' }],
    [
      'a code of no table',
      { ...today, route: 'intravenous', purpose: 'other-injection' },
      { 'HCPCS codes': 'no-row', 'Daily maximum units (MUE)': 'no-row' },
    ],
  ])('%s', (_what, encounter, expected) => {
    const used = prepareClaim(encounter, ruleBook).tablesUsed;
    expect(Object.fromEntries(used.map(({ title, standing }) => [title, standing]))).toMatchObject(expected);
  });

  const codes = 'HCPCS codes 2026-10-01 in-force';
  const mue = 'Daily maximum units (MUE) 2026-10-01 in-force';
  const rates = 'Medicare payment rates 2026-10-01 in-force';
  const compound: Encounter = {
    ...today,
    drugSource: 'compounded',
    ndcs: [ndc('66794-157-02')],
    payerConfirmation: { who: 'A', on: day('2026-11-20'), reference: 'R', code: 'J7999' },
  };
  it.each<[what: string, encounter: Encounter, used: readonly string[]]>([
    ['no NDC', today, [codes, mue, rates]],
    ['nothing given', { ...today, given: noMass }, [codes, mue]],
    ['a plan, which does not pay by Medicare’s rates', { ...today, payer: 'commercial' }, [codes, mue]],
    [
      'an outpatient of a hospital',
      { ...today, setting: 'hospital-outpatient' },
      [codes, mue, 'OPPS status indicator (Addendum B) 2026-04-01 ended-before', rates],
    ],
    ['a compound is in no list of codes, and has no NDC', compound, ['Daily maximum units (MUE) 2026-10-01 no-row']],
    [
      'a code of no list, in a quarter that was not read',
      { ...pumpFill, route: 'intravenous', purpose: 'other-injection' },
      ['HCPCS codes 2026-10-01 no-row', 'Daily maximum units (MUE) 2026-10-01 no-row'],
    ],
    ['no code', { ...today, drugSource: 'supplied' }, []],
  ])('%s: these, and no other', (_what, encounter, used) =>
    expect(
      prepareClaim(encounter, ruleBook).tablesUsed.map(({ title, from, standing }) => `${title} ${from} ${standing}`),
    ).toEqual(used),
  );

  it('an NDC is held against the crosswalk of the day that was opened', () => {
    const crosswalk = (from: string, through: string) => ({
      from: day(from),
      through: day(through),
      file: 'x',
      rows: [],
    });
    const tables = {
      paymentLimits: [],
      crosswalks: [crosswalk('2027-01-01', '2027-03-31'), crosswalk('2027-04-01', '2027-06-30')],
    };
    const usedOn = (date: string) =>
      prepareClaim({ ...today, ndcs: [ndc('66794-157-02')], dateOfService: day(date) }, ruleBookWith(tables))
        .tablesUsed.filter(({ title }) => title === 'NDC crosswalk')
        .map(({ from, standing }) => `${from} ${standing}`);
    expect(usedOn('2027-02-01')).toEqual(['2027-01-01 in-force']);
    expect(usedOn('2027-05-01')).toEqual(['2027-04-01 in-force']);
    expect(usedOn('2027-08-01')).toEqual(['2026-10-01 ended-before']);
    expect(usedOn('2026-11-20')).toEqual(['2026-10-01 in-force']);
  });

  it.each<[what: string, encounter: Encounter, expected: readonly string[]]>([
    [
      'an office in late 2026: the newest of the physician’s list',
      { ...today, ...beside('62370', '95991') },
      ['NCCI pairs 2024-07-01 ended-before'],
    ],
    [
      'an office in 2024',
      { ...pumpFill, dateOfService: day('2024-08-01'), ...beside('62370', '95991') },
      ['NCCI pairs 2024-07-01 in-force'],
    ],
    [
      'a hospital in late 2026',
      { ...today, setting: 'hospital-outpatient', ...beside('62370', '95991') },
      ['NCCI pairs, hospital outpatient 2026-10-01 in-force'],
    ],
    [
      'a hospital’s supplied drug',
      { ...today, setting: 'hospital-outpatient', drugSource: 'supplied', ...beside('62370', '95991') },
      ['NCCI pairs, hospital outpatient 2026-10-01 in-force'],
    ],
    [
      'a hospital in 2027',
      { ...today, setting: 'hospital-outpatient', dateOfService: day('2027-02-01'), ...beside('62370', '95991') },
      ['NCCI pairs, hospital outpatient 2026-10-01 ended-before'],
    ],
    [
      'a setting whose list is not known',
      { ...today, setting: 'asc', ...beside('62370', '95991') },
      ['NCCI pairs, hospital outpatient 2026-10-01 no-row'],
    ],
    ['a patient who pays', { ...today, payer: 'self-pay', ...beside('62370', '95991') }, []],
    ['one procedure', { ...today, ...beside('62370') }, []],
  ])('which NCCI pairs: %s', (_what, encounter, expected) => {
    const ofPairs = prepareClaim(encounter, ruleBook).tablesUsed.filter(({ title }) => title.startsWith('NCCI'));
    expect(ofPairs.map(({ title, from, standing }) => `${title} ${from} ${standing}`)).toEqual(expected);
  });

  it('tells of a list that speaks for the day only where the finding was held against it', () => {
    const dates = ['2024-08-01', '2025-02-01', '2026-11-20', '2027-02-01'].map(day);
    for (const setting of settings) {
      for (const dateOfService of dates) {
        const { tablesUsed, findings } = prepareClaim(
          {
            ...pumpFill,
            setting,
            placeOfService: '65',
            dateOfService,
            preparedOn: dateOfService,
            ...beside('62367', '62323'),
          },
          ruleBook,
        );
        const said = findings.find(({ rule }) => rule.id === 'companions/pairs')?.verdict.because ?? '';
        const isUsed = tablesUsed.some(({ title, standing }) => title.startsWith('NCCI') && standing === 'in-force');
        expect(said.endsWith('was not read.'), `${setting} ${dateOfService}: ${said}`).toBe(!isUsed);
      }
    }
  });

  it('never passes a rule by a table that does not cover the day', () => {
    const byTable: Readonly<Record<string, string>> = {
      'HCPCS codes': 'code/valid',
      'Daily maximum units (MUE)': 'units/mue',
      'NDC crosswalk': 'claim/ndc',
      'Medicare payment rates': 'payment/rate',
    };
    const dates = [
      '2016-06-01',
      '2020-08-01',
      '2022-05-01',
      '2024-08-01',
      '2025-02-01',
      '2026-05-20',
      '2026-08-01',
      '2026-11-20',
      '2027-02-01',
    ].map(day);
    const wrong = dates.flatMap((dateOfService) =>
      [
        { ...pumpFill, ndcs: [ndc('66794-157-02')] },
        { ...trial, ndcs: [ndc('66794-151-01')] },
      ].flatMap((base) => {
        const { tablesUsed, findings } = prepareClaim({ ...base, dateOfService, preparedOn: dateOfService }, ruleBook);
        const outcomeOf = (title: string) => findings.find(({ rule }) => rule.id === byTable[title])?.verdict.outcome;
        expect(tablesUsed.map(({ title }) => title)).toEqual(expect.arrayContaining(Object.keys(byTable)));
        return tablesUsed.filter(
          ({ title, standing }) =>
            byTable[title] && outcomeOf(title) !== (standing === 'in-force' ? 'pass' : 'needs-review'),
        );
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('the tables on file tell every span that was read, and the gaps between', () => {
    const spans = Object.fromEntries(
      tablesOnFile.map((table) => [table.title, table.spans.map(({ from, through }) => `${from} ${through}`)]),
    );
    expect(spans['Daily maximum units (MUE)']).toEqual(['2024-07-01 2024-09-30', '2026-10-01 2026-12-31']);
    expect(spans['NDC crosswalk']).toEqual(['2024-01-01 2026-03-31', '2026-07-01 2026-12-31']);
    expect(spans['Medicare payment rates, J0476']).toEqual(['2024-01-01 2026-12-31']);
    expect(spans['Medicare payment rates, J0475']).toEqual([
      '2020-01-01 2020-06-30',
      '2021-01-01 2021-06-30',
      '2021-10-01 2021-12-31',
      '2022-07-01 2026-12-31',
    ]);
    expect(spans['HCPCS codes']).toEqual([
      '2017-01-01 2020-06-30',
      '2020-10-01 2021-06-30',
      '2021-10-01 2021-12-31',
      '2022-07-01 2026-12-31',
    ]);
  });
});
