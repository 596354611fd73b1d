import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney } from '../engine/quantity';
import { readCmsFile } from './cms-file';

const limits = ({
  effective = '"Effective October 1, 2026 through December 31, 2026"',
  head = 'HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Co-insurance Percentage,Notes',
  rows = [
    'J0475,Baclofen 10 mg injection,10 MG,182.505,20.000,',
    'J0476,Baclofen intrathecal trial,50 MCG,60.1,20.000,',
  ],
  next = ['J0480,Basiliximab,20 MG,4000.000,20.000,'],
  title = 'Payment Allowance Limits for Medicare Part B Drugs',
} = {}) =>
  [`${title},,,,,`, `${effective},,,,,`, 'Note 1: something,,,,,', ',,,,,', head, ...rows, ...next, ''].join('\r\n');

const crosswalk = ({
  head = '_2026_CODE,Short Description,LABELER NAME,NDC2,Drug Name,HCPCS dosage,PKG SIZE,PKG ' +
    'QTY,BILLUNITS,BILLUNITSPKG,,',
  rows = [
    'J0475,Baclofen 10 mg injection,"Amneal Pharmaceuticals, LLC",70121-2502-02,Lioresal,10 MG,5,2,1,2,,',
    'J0475,Baclofen 10 mg injection,Somebody New,12345-0678-90,Baclofen,10 MG,20,1,4,4,,',
    'J0476,Baclofen intrathecal trial,Piramal Critical Care Inc,66794-0151-01,Gablofen,50 MCG,1,1,1,1,,',
  ],
  next = ['J0480,Basiliximab,Novartis,00078-0331-84,Simulect,20 MG,1,1,1,1,,'],
  title = 'January 2026 ASP NDC - HCPCS Crosswalk for Medicare Part B Drugs',
} = {}) =>
  [`${title},,,`, '"     Effective January 1, 2026 through March 31, 2026",,,', head, ...rows, ...next, ''].join('\n');

const read = (text: string) => readCmsFile('file.csv', text);
const refusal = (text: string, name = 'file.csv') => {
  const reading = readCmsFile(name, text);
  return 'refused' in reading ? reading.refused : 'read';
};

describe('the payment limit file of CMS', () => {
  it('gives days, file and limits, to the tenth of a cent', () => {
    expect(read(limits())).toEqual({
      paymentLimits: {
        from: '2026-10-01',
        through: '2026-12-31',
        file: 'file.csv',
        J0475: { tenthsOfCent: 182_505 },
        J0476: { tenthsOfCent: 60_100 },
      },
    });
  });

  it.each([
    ['a byte-order mark', `\uFEFF${limits()}`],
    [
      'a byte-order mark before a quotation mark',
      `\uFEFF${limits({ title: '"Payment Allowance Limits for Medicare Part B Drugs"' })}`,
    ],
    ['line feeds alone', limits().replaceAll('\r\n', '\n')],
    [
      'headings in another case',
      limits({ head: 'hcpcs code,SHORT DESCRIPTION,HCPCS CODE DOSAGE,payment limit,CO-INSURANCE PERCENTAGE,NOTES' }),
    ],
    [
      'headings in another order',
      limits({
        head: 'HCPCS Code,HCPCS Code Dosage,Co-insurance Percentage,Payment Limit',
        rows: ['J0475,10 MG,20.000,182.505', 'J0476,50 MCG,20,60.100'],
        next: ['J0480,20 MG,20.000,4000'],
      }),
    ],
    [
      'the code in another column',
      limits({
        head: 'Short Description,HCPCS Code,HCPCS Code Dosage,Payment Limit,Co-insurance Percentage',
        rows: ['Baclofen,J0475,10 MG,182.505,20.000', 'Baclofen,J0476,50 MCG,60.100,20.000'],
        next: ['Basiliximab,J0480,20 MG,4000,20.000'],
      }),
    ],
    ['spaces around cells', limits({ rows: ['J0475 ,x,10 MG ,182.505 , 20.000,', ' J0476,x, 50 mcg,60.1,20,'] })],
    [
      'quotation marks around cells',
      limits({
        rows: ['"J0475","Baclofen ""10 mg""","10 MG","182.505","20.000",""', '"J0476",x,"50 MCG","60.100","20.000",'],
      }),
    ],
    [
      'apostrophes of any kind',
      limits({ rows: ['J0475,Baclofen\u2019s,10 MG,182.505,20.000,it\u0092s', "J0476,'x,50 MCG,60.1,20.000,"] }),
    ],
    ['trailing empty columns', limits().replaceAll('\r\n', ',,,,,,\r\n')],
  ])('%s changes nothing', (_name, text) => {
    expect(read(text)).toMatchObject({
      paymentLimits: { J0475: { tenthsOfCent: 182_505 }, J0476: { tenthsOfCent: 60_100 } },
    });
  });

  it('a code without a row has no limit', () => {
    expect(read(limits({ rows: ['J0475,x,10 MG,182.505,20.000,'] }))).toMatchObject({ paymentLimits: { J0476: null } });
  });

  it.each([
    [
      'a limit with more decimals than CMS has',
      limits({ rows: ['J0475,x,10 MG,182.5055,20.000,'] }),
      /no payment limit for J0475 that can be read: “182\.5055”/,
    ],
    ['a limit of nothing', limits({ rows: ['J0475,x,10 MG,0.000,20.000,'] }), /no payment limit/],
    [
      'a comma in a limit',
      limits({ rows: ['J0475,x,10 MG,"182,505",20.000,'] }),
      /no payment limit for J0475 that can be read: “182,505”/,
    ],
    ['no limit', limits({ rows: ['J0475,x,10 MG,,20.000,'] }), /no payment limit for J0475 that can be read: “”/],
    ['a limit of a million', limits({ rows: ['J0475,x,10 MG,1000000,20.000,'] }), /no payment limit/],
    ['a negative limit', limits({ rows: ['J0475,x,10 MG,-1,20.000,'] }), /no payment limit/],
    [
      'another coinsurance',
      limits({ rows: ['J0475,x,10 MG,182.505,18.250,'] }),
      /coinsurance of “18\.250” for J0475; this page calculates with 20 percent/,
    ],
    [
      'a decimal point in the dosage',
      limits({ rows: ['J0475,x,1.0 MG,182.505,20.000,'] }),
      /dosage “1\.0 MG”; it is 10 mg/,
    ],
    [
      'the dosage of the other code',
      limits({ rows: ['J0476,x,10 MG,60.1,20.000,'] }),
      /J0476 with the dosage “10 MG”; it is 50 mcg/,
    ],
    [
      'a cell with tricks in it',
      limits({ rows: ['J0475,x,"10\u202E\nMG and a great many more words",182.505,20.000,'] }),
      /dosage “10MG and a great ma…”/,
    ],
    ['another dosage', limits({ rows: ['J0475,x,50 MCG,182.505,20.000,'] }), /dosage “50 MCG”; it is 10 mg/],
    [
      'two limits for one code',
      limits({ rows: ['J0475,x,10 MG,182.505,20.000,', 'J0475,x,10 MG,182.506,20.000,'] }),
      /two payment limits for J0475/,
    ],
    ['no baclofen', limits({ rows: [] }), /no row of baclofen/],
    ['no days', limits({ effective: 'Effective soon' }), /does not say for which days/],
    [
      'a year before such files',
      limits({ effective: '"Effective January 1, 1026 through March 31, 1026"' }),
      /does not say for which days/,
    ],
    [
      'a month that is none',
      limits({ effective: '"Effective Octember 1, 2026 through December 31, 2026"' }),
      /not in the calendar/,
    ],
    [
      'a day that is none',
      limits({ effective: '"Effective February 30, 2026 through March 31, 2026"' }),
      /not in the calendar/,
    ],
    [
      'days the wrong way round',
      limits({ effective: '"Effective March 31, 2026 through January 1, 2026"' }),
      /ends before it begins/,
    ],
    ['367 days', limits({ effective: '"Effective January 1, 2025 through January 2, 2026"' }), /more than a year/],
    [
      'a row that a quotation mark swallowed',
      limits({ rows: ['J0475,x,10 MG,182.505,20.000,"see note', 'J0476,x,50 MCG,60.1,20.000,'] }),
      /a broken row of baclofen/,
    ],
    [
      'a row that the headings swallowed',
      limits({
        head: 'HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Co-insurance Percentage,"Notes',
        rows: ['J0475,x,10 MG,182.505,20.000,"', 'J0476,x,50 MCG,60.1,20.000,'],
      }),
      /a broken row of baclofen/,
    ],
    [
      'a row whose cells ran together',
      limits({ rows: ['J0475,x,10 MG,182.505,20.000,', '"J0476,x,50 MCG,60.1,20.000,"'] }),
      /a broken row of baclofen/,
    ],
    [
      'a code in small letters',
      limits({ rows: ['J0475,x,10 MG,182.505,20.000,', 'j0476,x,50 MCG,60.1,20.000,'] }),
      /a broken row of baclofen/,
    ],
    [
      'no heading row',
      limits({ head: 'a,b,c' }),
      /is neither the CMS payment limit file nor the CMS NDC-HCPCS crosswalk/,
    ],
    ['an empty file', ' \r\n', /is empty/],
    ['a workbook', 'PK\u0003\u0004', /zip file or an Excel workbook: unpack it, and save the sheet as CSV/],
    ['a file too large', 'x'.repeat(20_000_001), /far larger/],
    ['text of two bytes a character', '\u00FF\u00FEH\0C\0', /not plain text/],
    ['an old workbook', '\u00D0\u00CF\u0011\u00E0', /old Excel workbook/],
    ['a PDF', '%PDF-1.7', /is a PDF/],
    ['a web page', '<!DOCTYPE html><p>', /is a web page/],
  ])('%s is refused by name', (_name, text, because) => {
    expect(refusal(text)).toMatch(because);
    expect(refusal(text)).toMatch(/^“file\.csv” /);
  });

  it('366 days are taken', () => {
    expect(read(limits({ effective: '"Effective January 1, 2024 through December 31, 2024"' }))).toMatchObject({
      paymentLimits: { from: '2024-01-01', through: '2024-12-31' },
    });
  });

  it('is no zip file because its first heading begins like one', () => {
    expect(refusal('PKG SIZE,PKG QTY')).toMatch(/is neither/);
  });

  it('a name with tricks in it is shown without them, and cut', () => {
    expect(refusal('', 'a\u202Eb\nc.csv')).toBe('“abc.csv” is empty.');
    expect(refusal('', 'x'.repeat(300))).toBe(`“${'x'.repeat(59)}…” is empty.`);
    expect(refusal('', `${'x'.repeat(58)}\u{1F600}xx`)).toBe(`“${'x'.repeat(58)}…” is empty.`);
    expect(refusal('', '\u0007')).toBe('“The file” is empty.');
  });
});

describe('the NDC-HCPCS crosswalk of CMS', () => {
  it('gives every baclofen container, by its own volume and strength', () => {
    const reading = read(crosswalk());
    expect('crosswalk' in reading && reading.crosswalk).toMatchObject({
      from: '2026-01-01',
      through: '2026-03-31',
      rows: [
        {
          ndc: '70121250202',
          hcpcs: 'J0475',
          name: 'Lioresal',
          labeler: 'Amneal Pharmaceuticals, LLC',
          volume: { uL: 5_000 },
          labeled: { ng: 10_000_000 },
          strength: { mcgPerMl: 2000 },
          containersPerNdc: 2,
        },
        {
          ndc: '12345067890',
          volume: { uL: 20_000 },
          labeled: { ng: 40_000_000 },
          strength: { mcgPerMl: 2000 },
          containersPerNdc: 1,
        },
        {
          ndc: '66794015101',
          hcpcs: 'J0476',
          volume: { uL: 1_000 },
          labeled: { ng: 50_000 },
          strength: { mcgPerMl: 50 },
        },
      ],
    });
  });

  it('reads the headings of other quarters', () => {
    const other = crosswalk({
      head:
        'HCPCS Code,Short Description,Labeler Name,NDC,Drug Name,HCPCS Dosage,PKG SIZE,PKG QTY,BILL UNITS,BILL ' +
        'UNITS PKG,,',
    });
    expect(read(other)).toMatchObject({ crosswalk: { rows: { length: 3 } } });
  });

  it.each([
    [
      'units that do not multiply',
      'J0475,x,y,70121-2502-02,z,10 MG,5,2,1,3',
      /says for NDC 70121-2502-02 that 2 × 1 units are “3”/,
    ],
    ['an NDC that is none', 'J0475,x,y,7012-2502,z,10 MG,5,2,1,2', /whose NDC cannot be read: “7012-2502”/],
    ['an NDC that lost a digit', 'J0475,x,y,70121-250-02,z,10 MG,5,2,1,2', /whose NDC cannot be read: “70121-250-02”/],
    ['an NDC without hyphens', 'J0475,x,y,70121250202,z,10 MG,5,2,1,2', /whose NDC cannot be read/],
    ['a size that is none', 'J0475,x,y,70121-2502-02,z,10 MG,five,2,1,2', /a package size for NDC 70121-2502-02/],
    ['units that are no whole number', 'J0475,x,y,70121-2502-02,z,10 MG,5,2,1.5,3', /billing units for NDC/],
    ['a strength that is no whole mcg/mL', 'J0475,x,y,70121-2502-02,z,10 MG,3,1,1,1', /a strength for NDC/],
    ['no volume', 'J0475,x,y,70121-2502-02,z,10 MG,0,1,1,1', /a strength for NDC/],
    ['a strength that no container has', 'J0475,x,y,70121-2502-02,z,10 MG,0.05,1,1,1', /a strength for NDC/],
    ['a volume that no container has', 'J0475,x,y,70121-2502-02,z,10 MG,2000,1,200,200', /a strength for NDC/],
    ['no package quantity', 'J0475,x,y,70121-2502-02,z,10 MG,5,0,1,0', /a package quantity for NDC/],
    ['a row cut short', 'J0475,x,y,70121-2502-02,z,10 MG,5,2', /is not whole: row 4 has fewer cells than the headings/],
    ['another dosage', 'J0475,x,y,70121-2502-02,z,50 MCG,5,2,1,2', /dosage “50 MCG”; it is 10 mg/],
  ])('%s is refused by name', (_name, row, because) => {
    expect(refusal(crosswalk({ rows: [row] }))).toMatch(because);
  });

  it('takes 200 rows of baclofen and no more', () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, place) => `J0475,x,y,70121-${1000 + place}-02,z,10 MG,5,2,1,2`);
    expect(read(crosswalk({ rows: rows(200) }))).toMatchObject({ crosswalk: { rows: { length: 200 } } });
    expect(refusal(crosswalk({ rows: rows(201) }))).toMatch(/far more rows of baclofen/);
  });

  it('two rows of one NDC that differ are refused, two that agree are one', () => {
    const row = 'J0475,x,y,70121-2502-02,z,10 MG,5,2,1,2';
    expect(read(crosswalk({ rows: [row, row] }))).toMatchObject({ crosswalk: { rows: { length: 1 } } });
    expect(refusal(crosswalk({ rows: [row, 'J0475,x,y,70121-2502-02,z,10 MG,20,2,4,8'] }))).toMatch(
      /two rows for NDC 70121-2502-02 that differ/,
    );
  });
});

/** Every code in the file, in whatever cell it stands. */
const codesIn = (text: string): string[] => text.match(/J047[56]/gi)?.toSorted() ?? [];

/** What is wrong with what was read, whatever it was read from. */
function faultOf(reading: ReturnType<typeof read>, text: string): string | undefined {
  if ('refused' in reading)
    return /^“file\.csv” .+\.$/.test(reading.refused) ? undefined : `not a sentence: ${reading.refused}`;
  const taken =
    'paymentLimits' in reading
      ? (['J0475', 'J0476'] as const).filter((code) => reading.paymentLimits[code])
      : reading.crosswalk.rows.map(({ hcpcs }) => hcpcs).toSorted();
  if (taken.join() !== codesIn(text).join()) return `half-read: ${taken.join()}`;
  const { from, through } = 'paymentLimits' in reading ? reading.paymentLimits : reading.crosswalk;
  if (from > through) return 'ends before it begins';
  if ('crosswalk' in reading) {
    return reading.crosswalk.rows.length > 0 &&
      reading.crosswalk.rows.every(({ volume, strength, labeled }) => volume.uL * strength.mcgPerMl === labeled.ng)
      ? undefined
      : 'a container does not hold what it says';
  }
  const limits = [reading.paymentLimits.J0475, reading.paymentLimits.J0476].filter((limit) => limit !== null);
  return limits.length > 0 &&
    limits.every((limit) => /^\$[\d,]+\.\d{2,3}$/.test(formatMoney(limit)) && limit.tenthsOfCent > 0)
    ? undefined
    : 'a limit is none';
}

describe('files that were damaged', () => {
  it('are read whole or refused by name, and never throw', () => {
    const outcomes = { read: 0, refused: 0 };
    const cut = fc.record({
      at: fc.nat(9_999),
      length: fc.nat(12),
      put: fc.oneof(
        fc.constant(''),
        fc.string({ maxLength: 5 }),
        fc.constantFrom('"', ',"', '",', ',', '\r\n', '0', '9'),
      ),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(limits(), crosswalk()),
        fc.array(cut, { minLength: 1, maxLength: 4 }),
        (text, cuts) => {
          const damaged = cuts.reduce((rest, { at, length, put }) => {
            const place = Math.floor((at * rest.length) / 10_000);
            return rest.slice(0, place) + put + rest.slice(place + length);
          }, text);
          const reading = read(damaged);
          outcomes['refused' in reading ? 'refused' : 'read'] += 1;
          expect(faultOf(reading, damaged)).toBeUndefined();
        },
      ),
      { numRuns: 1_000, seed: 20_261_125 },
    );
    expect(outcomes.read).toBeGreaterThan(50);
    expect(outcomes.refused).toBeGreaterThan(50);
  }, 30_000);
});
