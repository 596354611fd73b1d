import { describe, expect, it } from 'vitest';
import { noTables, type OpenedTables } from '../engine/published-tables';
import { crosswalkFile, limitFile } from './cms-file.fixture';
import { readCmsFile } from './cms-file';
import { takeDoubtful, takeFiles } from './take-files';

const october = 'October 1, 2026 through December 31, 2026';
const july = 'July 1, 2026 through September 30, 2026';
const limits = (told: Parameters<typeof limitFile>[0] = {}, name = 'limits.csv') =>
  readCmsFile(name, limitFile({ effective: october, ...told }));
const crosswalk = (told: Parameters<typeof crosswalkFile>[0] = {}) =>
  readCmsFile('crosswalk.csv', crosswalkFile({ effective: october, ...told }));
const withOpened = (...readings: ReturnType<typeof limits>[]): OpenedTables => takeFiles(readings, noTables).tables;
const outcome = (reading: ReturnType<typeof limits>, tables = noTables) => {
  const { taken, refused, doubtful } = takeFiles([reading], tables);
  return [...taken, ...refused, ...doubtful.map(({ question }) => question)];
};

describe('a payment limit that moved', () => {
  // The newest on file are $186.996 for J0475 and $46.539 for J0476, of October 2026.
  it.each([
    ['as before', { j0475: '186.996', j0476: '46.539' }, 'Opened: payment limits, 10/01/2026 to 12/31/2026.'],
    ['up by half', { j0475: '280.494', j0476: '69.808' }, 'Opened: payment limits, 10/01/2026 to 12/31/2026.'],
    ['down by half', { j0475: '93.498', j0476: '23.270' }, 'Opened: payment limits, 10/01/2026 to 12/31/2026.'],
    [
      'up by a little more',
      { j0475: '280.495' },
      'In “limits.csv”, J0475 moved by more than half, from $186.996 (10/01/2026 to 12/31/2026) to $280.495 ' +
        '(10/01/2026 to 12/31/2026). Take this file?',
    ],
    [
      'down by a little more',
      { j0475: '93.497' },
      'In “limits.csv”, J0475 moved by more than half, from $186.996 (10/01/2026 to 12/31/2026) to $93.497 ' +
        '(10/01/2026 to 12/31/2026). Take this file?',
    ],
    [
      'a point in the wrong place',
      { j0475: '18.250' },
      'In “limits.csv”, J0475 moved by more than half, from $186.996 (10/01/2026 to 12/31/2026) to $18.25 ' +
        '(10/01/2026 to 12/31/2026). Take this file?',
    ],
    [
      'that of the trial',
      { j0476: '69.809' },
      'In “limits.csv”, J0476 moved by more than half, from $46.539 (10/01/2026 to 12/31/2026) to $69.809 ' +
        '(10/01/2026 to 12/31/2026). Take this file?',
    ],
    [
      'the two changed over',
      { j0475: '59.514', j0476: '181.466' },
      'In “limits.csv”, J0475 moved by more than half, from $186.996 (10/01/2026 to 12/31/2026) to $59.514 ' +
        '(10/01/2026 to 12/31/2026), and J0476 moved by more than half, from $46.539 (10/01/2026 to 12/31/2026) to ' +
        '$181.466 (10/01/2026 to 12/31/2026). Take this file?',
    ],
  ])('%s', (_how, told, said) => expect(outcome(limits(told))).toEqual([said]));

  it('is held against the newest on file, which may have been opened', () => {
    const opened = withOpened(limits({ j0475: '260.000' }));
    expect(outcome(limits({ effective: 'January 1, 2027 through March 31, 2027', j0475: '389.000' }), opened)).toEqual([
      'Opened: payment limits, 01/01/2027 to 03/31/2027.',
    ]);
    expect(outcome(limits({ effective: july, j0475: '100.000' }), opened)[0]).toMatch(
      /from \$260\.00 \(10\/01\/2026 to 12\/31\/2026\) to \$100\.00 \(07\/01\/2026/,
    );
  });

  it('is not taken before the answer, and nothing else waits for it', () => {
    const readings = [
      limits({ j0475: '18.250' }, 'a.csv'),
      crosswalk(),
      { refused: '“b.csv” is empty.' },
      limits({ effective: july, j0475: '1.000' }, 'c.csv'),
    ];
    const { tables, taken, refused, doubtful } = takeFiles(readings, noTables);
    expect(tables.paymentLimits).toEqual([]);
    expect(tables.crosswalks).toHaveLength(1);
    expect(taken).toEqual(['Opened: NDC crosswalk, 10/01/2026 to 12/31/2026.']);
    expect(refused).toEqual(['“b.csv” is empty.']);
    expect(doubtful.map(({ limits: { file } }) => file)).toEqual(['c.csv', 'a.csv']);
    const answered = doubtful.slice(0, 1).map((each) => takeDoubtful(each, tables));
    expect(answered).toMatchObject([
      {
        taken: ['Opened: payment limits, 07/01/2026 to 09/30/2026.'],
        tables: { paymentLimits: [{ file: 'c.csv', J0475: { tenthsOfCent: 1_000 } }], crosswalks: { length: 1 } },
      },
    ]);
  });

  it('takes the place of the file of the same days, and only then', () => {
    const opened = withOpened(limits());
    const { tables, doubtful } = takeFiles([limits({ j0475: '18.250' }, 'wrong.csv')], opened);
    expect(tables).toEqual(opened);
    expect(doubtful.map((each) => takeDoubtful(each, tables).taken)).toEqual([
      ['Opened in place of the one before: payment limits, 10/01/2026 to 12/31/2026.'],
    ]);
  });
});

describe('a file that lost one of the two codes', () => {
  it.each([
    [
      'payment limits without the trial',
      limits({ j0476: null }),
      '“limits.csv” has no row of J0476, and the file of 10/01/2026 to 12/31/2026 has one: it is not whole. ' +
        'Download it again.',
    ],
    [
      'a crosswalk without the trial',
      crosswalk({ trial: false }),
      '“crosswalk.csv” has no row of J0476, and the file of 10/01/2026 to 12/31/2026 has one: it is not whole. ' +
        'Download it again.',
    ],
    [
      'payment limits of a quarter on file',
      limits({ effective: 'January 1, 2026 through March 31, 2026', j0476: null }),
      '“limits.csv” has no row of J0476, and the file of 01/01/2026 to 03/31/2026 has one: it is not whole. ' +
        'Download it again.',
    ],
    [
      'payment limits of before any on file',
      limits({ effective: 'October 1, 2023 through December 31, 2023', j0476: null }),
      'Opened: payment limits, 10/01/2023 to 12/31/2023.',
    ],
    [
      'a crosswalk of before any on file',
      crosswalk({ effective: 'October 1, 2023 through December 31, 2023', trial: false }),
      'Opened: NDC crosswalk, 10/01/2023 to 12/31/2023.',
    ],
  ])('%s', (_what, reading, said) => expect(outcome(reading)).toEqual([said]));

  it('is held against the newest file before it', () => {
    const without = {
      ...noTables,
      paymentLimits: withOpened(limits({ effective: 'January 1, 2027 through March 31, 2027' })).paymentLimits.map(
        (each) => ({ ...each, J0476: null }),
      ),
    };
    expect(outcome(limits({ effective: 'April 1, 2027 through June 30, 2027', j0476: null }), without)).toEqual([
      'Opened: payment limits, 04/01/2027 to 06/30/2027.',
    ]);
    expect(outcome(limits({ j0476: null }), without)[0]).toMatch(/has no row of J0476/);
  });

  it('leaves what was opened before', () => {
    const opened = withOpened(limits(), crosswalk());
    expect(takeFiles([limits({ j0476: null }), crosswalk({ trial: false })], opened).tables).toEqual(opened);
  });
});

it('files of several quarters are taken oldest first, in whatever order they were chosen', () => {
  const [winter, spring] = ['January 1, 2027 through March 31, 2027', 'April 1, 2027 through June 30, 2027'];
  const { tables, taken, doubtful } = takeFiles(
    [limits({ effective: spring, j0475: '300.000' }), limits({ effective: winter, j0475: '240.000' })],
    noTables,
  );
  expect(taken).toEqual([
    'Opened: payment limits, 01/01/2027 to 03/31/2027.',
    'Opened: payment limits, 04/01/2027 to 06/30/2027.',
  ]);
  expect(doubtful).toEqual([]);
  expect(tables.paymentLimits.map(({ from }) => from)).toEqual(['2027-01-01', '2027-04-01']);
});
