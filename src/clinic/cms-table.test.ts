import { matching } from '../engine/matching.fixture';
import { describe, expect, it } from 'vitest';
import { crosswalkFile, encoded, limitFile, type Encoding } from './cms-file.fixture';
import { mostCharacters, readCmsBytes, readCmsFile } from './cms-file';

const refusal = (text: string) => {
  const reading = readCmsFile('file.csv', text);
  return 'refused' in reading ? reading.refused.replace('“file.csv” ', '') : 'read';
};
const files = { 'payment limits': limitFile, crosswalk: crosswalkFile } as const;

describe('a file that was cut off', () => {
  const encodings: readonly Encoding[] = ['utf-8', 'windows-1252'];
  const cases = encodings.flatMap((encoding) =>
    (['\r\n', '\n'] as const).flatMap((eol) =>
      (['payment limits', 'crosswalk'] as const).map((kind) => ({ kind, encoding, eol })),
    ),
  );

  it.each(cases)(
    '$kind in $encoding with $eol, at any byte, is refused or gives all of baclofen',
    ({ kind, encoding, eol }) => {
      const bytes = encoded(files[kind]({ eol }), encoding);
      const whole = readCmsBytes('file.csv', bytes);
      expect(Object.keys(whole)).toEqual([kind === 'crosswalk' ? 'crosswalk' : 'paymentLimits']);
      const halves: number[] = [];
      const outcomes = { taken: 0, refused: 0 };
      const same = JSON.stringify(whole);
      for (let length = 0; length < bytes.length; length += 1) {
        const reading = readCmsBytes('file.csv', bytes.subarray(0, length));
        if ('refused' in reading) outcomes.refused += 1;
        else if (JSON.stringify(reading) === same) outcomes.taken += 1;
        else halves.push(length);
      }
      expect(halves).toEqual([]);
      expect(outcomes.taken).toBeGreaterThan(100);
      expect(outcomes.refused).toBeGreaterThan(10_000);
    },
    60_000,
  );

  it.each([
    [
      'in a row of baclofen',
      limitFile().slice(0, limitFile().indexOf('J0475') + 30),
      /^breaks off: its last line has no end/,
    ],
    [
      'after a row of baclofen',
      limitFile().slice(0, limitFile().indexOf('J0476')),
      /^breaks off at baclofen: no later code follows/,
    ],
    ['before baclofen', limitFile().slice(0, limitFile().indexOf('J0475')), /^has no row of baclofen/],
    ['between two containers', crosswalkFile().slice(0, crosswalkFile().indexOf('J0476')), /^breaks off at baclofen/],
    [
      'within quotation marks, at the end of a line',
      limitFile({ eol: '\n' }).slice(0, limitFile({ eol: '\n' }).lastIndexOf('\nsee CMS') + 1),
      /^breaks off: a quotation mark is not closed/,
    ],
    ['after the last row, whose end is lost', limitFile().trimEnd(), /^breaks off: its last line has no end/],
  ])('%s, says so', (_where, text, because) => expect(refusal(text)).toMatch(because));

  it('one end of two is enough, and blank rows or footnotes below change nothing', () => {
    const text = limitFile({ eol: '\r\n' });
    const whole = readCmsFile('file.csv', text);
    expect(readCmsFile('file.csv', text.slice(0, -1))).toEqual(whole);
    expect(
      readCmsFile('file.csv', `${text},,,,,,,,,,,\r\n\r\n"* Limits of 3Q25, revised",,,\r\nSource: CMS\r\n`),
    ).toEqual(whole);
    expect(readCmsFile('file.csv', text.replace('J0480', ',,,,,,,,,,,\r\n\r\nJ0480'))).toEqual(whole);
  });
});

describe('a file is taken where it is sorted and its rows are whole', () => {
  const row = (code: string, cells = 12) =>
    [code, 'x', '1 MG', '1.000', '20.000', '', '', '', '', '', '', ''].slice(0, cells).join();
  const withRow = (text: string, before: string) =>
    limitFile({ eol: '\n' }).replace(`\n${before}`, () => `\n${text}\n${before}`);
  it.each([
    ['a code out of order far from baclofen, as CMS had in April 2024', withRow(row('Q0249'), 'Q0154'), /^read$/],
    [
      'a code before baclofen that belongs after it',
      withRow(row('J0480'), 'J0475'),
      /^is not sorted by code as the files of CMS are: J0475 in row 143/,
    ],
    [
      'a code after baclofen that belongs before it',
      withRow(row('J0300'), 'J0480'),
      /^is not sorted by code .*: J0300 in row/,
    ],
    [
      'baclofen again, further down',
      withRow('J0475,x,10 MG,181.466,20.000,,,,,,,', 'J7000'),
      /^is not sorted by code .*: J0475 in row/,
    ],
    [
      'the trial before the fill',
      withRow('J0476,x,50 MCG,59.514,20.000,,,,,,,', 'J0475'),
      /^is not sorted by code .*: J0475 in row/,
    ],
    [
      'a row of fewer cells',
      withRow(row('J0481', 10), 'J0483'),
      /^is not whole: row \d+ has fewer cells than the headings/,
    ],
    [
      'a row of fewer cells above baclofen',
      withRow(row('J0121', 4), 'J0123'),
      /^is not whole: row \d+ has fewer cells/,
    ],
    ['a row without the empty cell that has no heading', withRow(row('J0481', 11), 'J0483'), /^read$/],
    [
      'a comma that parts a cell in two',
      withRow(`${row('J0481')}x`, 'J0483'),
      /^has more cells in row \d+ than headings/,
    ],
    ['a row without its code', withRow(row(''), 'J0483'), /^has no HCPCS code in row \d+: “”/],
    ['a code that lost a digit', withRow(row('J048'), 'J0483'), /^has no HCPCS code in row \d+: “J048”/],
    ['codes below a footnote', withRow('see the notes', 'J0483'), /^goes on below a footnote, in row/],
    [
      'a stray quotation mark',
      withRow('J0481,5" tube,1 MG,1.000,20.000,,,,,,,\nJ0482,6" tube,1 MG,1.000,20.000,,,,,,,', 'J0483'),
      /^has a stray quotation mark in row/,
    ],
    [
      'a column of limits twice',
      limitFile().replace('Vaccine Limit', 'Payment Limit'),
      /^has two columns of the same kind; the second is “Payment Limit”/,
    ],
    [
      'a second column of codes',
      limitFile().replace('Notes', 'HCPCS'),
      /^has two columns of the same kind; the second is “HCPCS”/,
    ],
  ])('%s', (_what, text, because) => expect(refusal(text)).toMatch(because));
});

describe('the title of CMS', () => {
  const titled = (title: string) =>
    limitFile().replace('Payment Allowance Limits for Medicare Part B Drugs', () => title);
  const crosswalkTitled = (title: string) =>
    crosswalkFile().replace('January 2026 ASP NDC - HCPCS Crosswalk for Medicare Part B Drugs', () => title);
  it.each([
    titled('PAYMENT ALLOWANCE LIMITS FOR MEDICARE PART B DRUGS'),
    titled('  Payment  Allowance Limits - Medicare Part-B Drugs '),
    titled('"October 2026 Payment Allowance Limits for Medicare Part B Drugs, Revised"'),
    titled('Payment Allowance Limits for Medicare Part B Drugs – 4Q26'),
    `,,,,,,,,,,,\r\n${limitFile()}`,
    crosswalkTitled('ASP NDC-HCPCS Crosswalk for Medicare Part B Drugs'),
    crosswalkTitled('OCT 2026 ASP NDC – HCPCS CROSSWALK FOR MEDICARE PART B DRUGS'),
    crosswalkTitled('4th Quarter 2026 ASP NDC HCPCS Crosswalk for Medicare Part B Drugs'),
  ])('is known however it is written', (text) => expect(refusal(text)).toBe('read'));

  it.each([
    [
      'nothing',
      titled(''),
      /^does not carry CMS’s title: its first line reads “Effective January 1, 2026 through March 31, 2026”\.$/,
    ],
    [
      'something else',
      titled('Drug prices 2026'),
      /^does not carry CMS’s title: its first line reads “Drug prices 2026”\.$/,
    ],
    ['half of it', titled('Payment Allowance Limits'), /^does not carry CMS’s title/],
    [
      'more than it',
      titled('Payment Allowance Limits for Medicare Part B Drugs with our margin'),
      /^does not carry CMS’s title/,
    ],
    [
      'something beside it',
      limitFile().replace('Part B Drugs,,', 'Part B Drugs,Example Fee Watch,'),
      matching(
        /^does not carry CMS’s title: its first line reads “Payment Allowance Limits for Medicare Part B Drugs, /,
        /Example…”\.$/,
      ),
    ],
    [
      'a line above it',
      `Example Fee Watch,,,,,,,,,,,\r\n${limitFile()}`,
      /^does not carry CMS’s title: its first line reads “Example Fee Watch”\.$/,
    ],
    [
      'that of the other table',
      titled('ASP NDC-HCPCS Crosswalk for Medicare Part B Drugs'),
      /^has the title of the CMS NDC-HCPCS crosswalk and the headings of the CMS payment limit file\.$/,
    ],
    [
      'that of another crosswalk',
      crosswalkTitled('January 2026 ASP NDC - HCPCS Crosswalk for OPPS Drugs'),
      /^does not carry CMS’s title/,
    ],
    [
      'columns of somebody else below none',
      limitFile().slice(limitFile().indexOf('HCPCS Code')).replace('Notes', 'ASP'),
      matching(
        /^does not carry CMS’s title: its first line reads “HCPCS Code, Short Description, HCPCS Code Dosage, /,
        /Payment L…”\.$/,
      ),
    ],
    [
      'semicolons between cells',
      limitFile().replaceAll('"', '').replaceAll(',', ';'),
      /^does not part its cells by commas/,
    ],
    ['tabs between cells', limitFile().replaceAll('"', '').replaceAll(',', '\t'), /^does not part its cells by commas/],
  ])('%s is refused', (_what, text, because) => expect(refusal(text)).toMatch(because));
});

describe('text of two bytes a character', () => {
  const twoBytes = (text: string, little: boolean, marked: boolean) =>
    Uint8Array.from(
      [...(marked ? '\uFEFF' : ''), ...text].flatMap((each) =>
        little
          ? [each.charCodeAt(0) & 255, each.charCodeAt(0) >> 8]
          : [each.charCodeAt(0) >> 8, each.charCodeAt(0) & 255],
      ),
    );
  it.each(
    [true, false].flatMap((little) =>
      [true, false].flatMap((marked) =>
        [limitFile(), crosswalkFile(), 'J0475\n'].map((text) => ({ little, marked, text })),
      ),
    ),
  )('is told: little-endian $little, marked $marked', ({ little, marked, text }) => {
    expect(readCmsBytes('file.csv', twoBytes(text, little, marked))).toEqual({
      refused: '“file.csv” is saved as UTF-16: save it as CSV UTF-8.',
    });
  });
  it('is not four bytes a character, nor an empty file, nor one of a zero', () => {
    const four = Uint8Array.from([
      0xff,
      0xfe,
      0,
      0,
      ...[...limitFile()].flatMap((each) => [each.charCodeAt(0) & 255, 0, 0, 0]),
    ]);
    for (const bytes of [four, new Uint8Array(0), encoded(`${limitFile()}\0`, 'utf-8')]) {
      const reading = readCmsBytes('file.csv', bytes);
      expect('refused' in reading && reading.refused).toMatch(/is not plain text|is empty/);
    }
  });
});

describe('20 million characters that are none of CMS’s are refused within a second', () => {
  const endless = (unit: string, start = '') =>
    `${start}${unit.repeat(Math.ceil(mostCharacters / unit.length))}`.slice(0, mostCharacters - 1).concat('\n');
  const head = limitFile().slice(0, limitFile().indexOf('90371'));
  it.each([
    ['letters', () => endless('x')],
    ['commas', () => endless(',')],
    ['line ends', () => endless('\n', 'x')],
    ['quotation marks', () => endless('"')],
    ['quoted nothing', () => endless('"",')],
    ['open quotation marks and lines', () => endless('"\n"')],
    ['rows of somebody else', () => endless('J0475,Baclofen,10 MG,181.466\n')],
    ['days without end', () => endless('effective january ')],
    ['blanks', () => endless(' ')],
    ['blanks and a letter', () => endless(' ', 'effective').replace(/.$/, 'x')],
    ['line ends below the headings', () => endless('\n', head)],
    ['quoted lines below the headings', () => endless('""\n', head)],
    ['quotation marks over many lines below the headings', () => endless('"\n', head)],
    ['commas below the headings', () => endless(',', head)],
    [
      'days without end below the title',
      () => endless('effective january 1 ', 'Payment Allowance Limits for Medicare Part B Drugs\n'),
    ],
    [
      'many days below the title',
      () =>
        endless(
          'effective january 1, 2026 through march 31, 2026\n',
          'Payment Allowance Limits for Medicare Part B Drugs\n',
        ),
    ],
    ['rows without end', () => endless('J0480,x,1 MG,1.000,20.000,,,,,,,\n', head)],
  ])('%s', (_what, made) => {
    const text = made();
    // Of the processor, so that what else runs on the machine does not count.
    const start = process.cpuUsage();
    expect(refusal(text)).not.toBe('read');
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1_000).toBeLessThan(1_000);
  });
});
