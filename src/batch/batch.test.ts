import { csvFormat } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorksheet } from '../answers/read-worksheet';
import { emptyContainer, emptyService, emptyWorksheet, type WorksheetText } from '../answers/worksheet-text';
import { linesOf } from '../engine/claim-lines';
import { emptyClinicFile, emptyOffice, type Office } from '../engine/clinic-file';
import { day } from '../engine/dated';
import { claimJudge } from '../engine/judge-claim';
import { isOpen, prepareClaim } from '../engine/prepare-claim';
import type { JudgedClaim, PreparedClaim } from '../engine/prepared-claim';
import { ruleBook } from '../rules';
import { namedProfiles } from '../rules/payers';
import { dueReader } from './audit-due';
import { columns, type Column } from './columns';
import { proposedMapping, type Mapping } from './mapping';
import { runBatch, type BatchResult } from './run';
import { openTable } from './table';
import { giveBack, officeTaken, writeBatch, type WrittenFile } from './write';

const today = day('2026-11-28');

function ended<Value>(steps: Generator<unknown, Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function batchOf(text: string, change: Mapping = {}): BatchResult {
  const table = openTable(new TextEncoder().encode(text));
  if ('refused' in table) throw new Error(table.refused);
  const mapping = { ...proposedMapping(table.headings), ...change };
  const result = ended(runBatch(table, { mapping, clinic: emptyClinicFile, today }));
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

const claimAt = ({ at }: BatchResult, row: number): PreparedClaim | string => {
  const { outcome } = at(row);
  return 'claim' in outcome ? outcome.claim : outcome.problems.map(({ words }) => words).join(' ');
};

/** What the form gives of these answers. */
const claimOfForm = (answers: Partial<WorksheetText>): PreparedClaim | string => {
  const { encounter, problems } = readWorksheet({ ...emptyWorksheet, ...answers }, today);
  return encounter ? prepareClaim(encounter, ruleBook) : problems.map(({ message }) => message).join(' ');
};

type Cells = Partial<Record<Column, string>>;
const csvOf = (rows: readonly Cells[]): string =>
  csvFormat(
    [...rows],
    columns.filter((column) => rows.some((row) => row[column] !== undefined)),
  );

const ofForm = { dateOfService: '5/20/2026', payer: 'medicare-part-b', setting: 'office', diagnoses: 'G80.1' } as const;
const ofFile: Cells = { date_of_service: '5/20/2026', payer: 'Medicare Part B', setting: 'Office', diagnoses: 'G80.1' };

/** A worked claim: as it stands in a file, as it is answered in the form, and the lines that its table has. */
type Worked = readonly [row: string, cells: Cells, answers: Partial<WorksheetText>, lines: string];
const dose = (given: string, wasted: string, opened = ''): readonly [Cells, Partial<WorksheetText>] => [
  { dose_given: given, dose_wasted: wasted, labeled_amount: opened },
  { doseGiven: given, doseWasted: wasted, labeledAmount: opened },
];
const filled = (row: string, [cells, answers]: ReturnType<typeof dose>, lines: string): Worked => [
  row,
  cells,
  answers,
  lines,
];
const changed = (
  row: string,
  [cells, answers]: ReturnType<typeof dose>,
  [more, moreAnswers]: readonly [Cells, Partial<WorksheetText>],
  lines: string,
): Worked => [row, { ...cells, ...more }, { ...answers, ...moreAnswers }, lines];
const named = (code: 'J7999' | 'J7799' | 'J3490', kd = false): readonly [Cells, Partial<WorksheetText>] => [
  {
    drug_source: 'compounded',
    confirmed_code: code,
    confirmed_by: 'Claims desk',
    confirmed_on: '5/19/2026',
    confirmation_reference: 'R-1',
    kd: kd ? 'yes' : '',
  },
  {
    drugSource: 'compounded',
    confirmedCode: code,
    confirmedBy: 'Claims desk',
    confirmedOn: '5/19/2026',
    confirmationReference: 'R-1',
    kd,
  },
];
const vials: readonly [Cells, Partial<WorksheetText>] = [
  {
    containers: '66794-157-02 x 1; 66794-156-02 x 1',
    reservoir: '40',
    instilled: '40',
    final_concentration: '1500',
    payer: 'UnitedHealthcare Maryland',
  },
  {
    entry: 'refill',
    refill: {
      ...emptyWorksheet.refill,
      containers: [
        { ...emptyContainer, ndc: '66794-157-02', count: '1' },
        { ...emptyContainer, ndc: '66794-156-02', count: '1' },
        emptyContainer,
      ],
      reservoir: '40',
      instilled: '40',
      concentration: '1500',
    },
  },
];
const trial = [
  { purpose: 'Screening trial', route: 'LP' },
  { purpose: 'screening-trial', route: 'intrathecal-lumbar-puncture' },
] as const;
const under = (name: string, profile: string): readonly [Cells, Partial<WorksheetText>] => [
  { payer: name },
  { payer: namedProfiles.find(({ id }) => id === profile)?.payer ?? '', profile },
];
const nameOf = (profile: string): string => namedProfiles.find(({ id }) => id === profile)?.name ?? '';
const places = (typed: string, setting: WorksheetText['setting']) => [{ setting: typed }, { setting }] as const;
const hospital = places('Hospital outpatient', 'hospital-outpatient');

const worked: readonly Worked[] = [
  filled('10', dose('40', '0', '40'), 'J0475-JZ x4'),
  filled('11', dose('25', '15', '40'), 'J0475 x3, J0475-JW x1'),
  filled('12', dose('30', '10', '40'), 'J0475 x3, J0475-JW x1'),
  filled('13', dose('36', '4', '40'), 'J0475-JZ x4'),
  filled('14', dose('31', '9', '40'), 'J0475-JZ x4'),
  filled('15', dose('7', '3', '10'), 'J0475-JZ x1'),
  filled('16', dose('20', '0', '20'), 'J0475-JZ x2'),
  filled('17', dose('12', '8', '20'), 'J0475-JZ x2'),
  filled('18', dose('10', '10', '20'), 'J0475 x1, J0475-JW x1'),
  filled('19', dose('60', '0', '60'), 'J0475-JZ x6'),
  filled('20', dose('50', '10', '60'), 'J0475 x5, J0475-JW x1'),
  filled('21', dose('55', '5', '60'), 'J0475-JZ x6'),
  filled('22', dose('80', '0', '80'), 'J0475-JZ x8'),
  filled('23', dose('72', '8', '80'), 'J0475-JZ x8'),
  filled('24', dose('65', '15', '80'), 'J0475 x7, J0475-JW x1'),
  filled('25', dose('90', '0', '90'), 'J0475-JZ x9'),
  filled('37', dose('42', '0', '40'), 'J0475-JZ x4'),
  filled('38', dose('40', '0', '40'), 'J0475-JZ x4'),
  filled('39', dose('0', '15'), ''),
  filled('40', dose('25', '10', '40'), 'J0475 x3'),
  filled('41', dose('25', '5', '30'), 'J0475-JZ x3'),
  changed('26', dose('50 mcg', '0'), trial, 'J0476-JZ x1'),
  changed('27', dose('75 mcg', '25 mcg'), trial, 'J0476-JZ x2'),
  changed('28', dose('100 mcg', '0'), trial, 'J0476-JZ x2'),
  changed('29', dose('25 mcg', '25 mcg'), trial, 'J0476-JZ x1'),
  changed(
    '30',
    dose('50 mcg', '0'),
    [
      { ...trial[0], ...hospital[0] },
      { ...trial[1], ...hospital[1] },
    ],
    'J0476 x1',
  ),
  changed('31', dose('25', '15'), hospital, 'J0475 x3, J0475-JW x1'),
  changed(
    '32',
    dose('40', '0'),
    [
      { ...hospital[0], bought_340b: 'yes' },
      { ...hospital[1], bought340b: true },
    ],
    'J0475-JZ-TB x4',
  ),
  changed('33', dose('25', '15'), places('ASC', 'asc'), 'J0475 x3, J0475-JW x1'),
  changed('34', dose('25', '15'), places('72', 'rhc'), 'J0475 x3'),
  changed('34', dose('40', '0'), places('FQHC', 'fqhc'), 'J0475 x4'),
  changed('35', dose('40', '0'), places('Inpatient', 'inpatient'), 'J0475 x4'),
  changed('36', dose('25', '15'), [{ container: 'MDV' }, { container: 'multi-dose' }], 'J0475 x3'),
  changed(
    '42',
    dose('10', '0'),
    [
      { route: 'IV', purpose: 'Other injection' },
      { route: 'intravenous', purpose: 'other-injection' },
    ],
    'J0428 x1',
  ),
  changed(
    '43',
    dose('10', '0'),
    [
      { route: 'IM', purpose: 'Other injection' },
      { route: 'intramuscular', purpose: 'other-injection' },
    ],
    'J0428 x1',
  ),
  changed('44', dose('40', '0'), [{ drug_source: 'compounded' }, { drugSource: 'compounded' }], ''),
  changed('44', dose('40', '0'), named('J7999'), 'J7999 x1'),
  changed('44', dose('40', '0'), named('J7799', true), 'J7799-KD x1'),
  changed('44', dose('40', '0'), named('J3490', true), 'J3490-KD x1'),
  changed('45', dose('40', '0'), under('BCBS North Dakota', 'bcbs-north-dakota'), 'J0475 x4'),
  changed('46', dose('25', '15'), under(nameOf('lifewise-premera'), 'lifewise-premera'), 'J0475 x3, J0475-JW x1'),
  [
    '19 and 48',
    { ...vials[0], payer: nameOf('unitedhealthcare-maryland') },
    { ...vials[1], ...under('', 'unitedhealthcare-maryland')[1] },
    'J0475-JZ x4, J0475-JZ x2',
  ],
  [
    '47',
    { ...vials[0], payer: nameOf('blue-cross-north-carolina') },
    { ...vials[1], ...under('', 'blue-cross-north-carolina')[1] },
    'J0475-JZ x6',
  ],
  changed(
    '49',
    dose('40', '0'),
    [
      { services: '62370; A4220' },
      {
        services: [
          { ...emptyService, code: '62370' },
          { ...emptyService, code: 'A4220' },
        ],
      },
    ],
    'J0475-JZ x4',
  ),
  changed(
    '50',
    dose('40', '0'),
    [
      { services: '62370; 95991' },
      {
        services: [
          { ...emptyService, code: '62370' },
          { ...emptyService, code: '95991' },
        ],
      },
    ],
    'J0475-JZ x4',
  ),
  changed(
    '51',
    dose('40', '0'),
    [{ custody: 'Yes, and 42 CFR 411.4(b) is met' }, { custody: 'met' }],
    'J0475-JZ-QJ x4',
  ),
  changed('52', dose('40', '0'), [{ drug_source: 'supplied' }, { drugSource: 'supplied' }], ''),
  changed('53', dose('40', '0'), places('Medical equipment supplier', 'dme-supplier'), 'J0475 x4'),
];

describe('worked claims of table 12c as a batch', () => {
  const result = batchOf(csvOf(worked.map(([, cells]) => ({ ...ofFile, ...cells }))));
  it.each(worked.map(([row, , answers, lines], place) => [row, place, answers, lines] as const))(
    'row %s gives what the form gives, and the lines of the table',
    (_row, place, answers, lines) => {
      const claim = claimAt(result, place);
      expect(claim).toEqual(claimOfForm({ ...ofForm, ...answers }));
      if (typeof claim === 'string') throw new Error(claim);
      const ofDrug = linesOf(claim).filter(({ of }) => of !== 'service');
      const inShort = ofDrug.map(
        ({ hcpcs, modifiers, unitsOfService: { units } }) => `${[hcpcs, ...modifiers].join('-')} x${units}`,
      );
      expect(inShort.join(', ')).toBe(lines);
    },
  );
});

/** Rows that look like chance, half of them with something that cannot be read. */
const anyCells: fc.Arbitrary<Cells> = fc.record({
  patient_reference: fc.nat(9_999).map((each) => `PT-${each}`),
  date_of_service: fc
    .date({ min: new Date('2017-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((each) => each.toISOString().slice(0, 10)),
  dose_given: fc.oneof(
    fc.nat(120).map(String),
    fc.nat(1200).map((each) => `${each / 10} mg`),
    fc.constantFrom('', '=1', '-4', '75 mcg'),
  ),
  dose_wasted: fc.oneof(fc.nat(40).map(String), fc.constantFrom('', '3,5')),
  labeled_amount: fc.constantFrom('', '40', '60', '80'),
  ndc: fc.constantFrom('', '66794-157-02', '66794-0156-02', '123'),
  diagnoses: fc.constantFrom('', 'G80.1', 'G35.D; M62.838', 'J0475'),
  payer: fc.constantFrom('Medicare Part B', 'Commercial', 'Medicaid', 'self-pay', 'BCBS North Dakota'),
  setting: fc.constantFrom('11', 'Hospital outpatient', 'ASC', '12', 'RHC', 'other 22'),
  purpose: fc.constantFrom('', 'refill', 'trial'),
  route: fc.constantFrom('', 'pump', 'lumbar puncture', 'IV'),
  charge_per_unit: fc.constantFrom('', '200', '$1,181.50'),
});
const words: Readonly<Record<string, string>> = {
  'Medicare Part B': 'medicare-part-b',
  Commercial: 'commercial',
  Medicaid: 'medicaid',
  'self-pay': 'self-pay',
  'BCBS North Dakota': 'commercial',
  '11': 'office',
  'Hospital outpatient': 'hospital-outpatient',
  ASC: 'asc',
  '12': 'home',
  RHC: 'rhc',
  'other 22': 'other',
  trial: 'screening-trial',
  'lumbar puncture': 'intrathecal-lumbar-puncture',
  IV: 'intravenous',
};
const inWords = (text: string | undefined, blank: string): string => words[text ?? ''] ?? blank;
const answersOf = (cells: Cells) =>
  ({
    patientReference: cells.patient_reference,
    dateOfService: cells.date_of_service,
    doseGiven: cells.dose_given,
    doseWasted: cells.dose_wasted,
    labeledAmount: cells.labeled_amount,
    ndc: cells.ndc,
    diagnoses: cells.diagnoses,
    payer: inWords(cells.payer, ''),
    profile: cells.payer === 'BCBS North Dakota' ? 'bcbs-north-dakota' : '',
    setting: inWords(cells.setting, ''),
    placeOfService: cells.setting === 'other 22' ? '22' : '',
    purpose: inWords(cells.purpose, 'pump-fill'),
    route: inWords(cells.route, 'intrathecal-pump'),
    chargePerUnit: cells.charge_per_unit,
  }) as Partial<WorksheetText>;

const rowCount = Number(process.env.ROWS ?? 20_000);

describe('random rows', () => {
  it(`${rowCount} of them give what the form gives, row by row`, { timeout: 3_600_000 }, () => {
    const rows = fc.sample(anyCells, { numRuns: rowCount, seed: 18 });
    const result = batchOf(csvOf(rows));
    expect(result.held.count).toBe(rowCount);
    const others: number[] = [];
    const judge = claimJudge(ruleBook);
    const dueOf = dueReader();
    let claims = 0;
    for (const [place, cells] of rows.entries()) {
      const [claim, ofTheForm] = [claimAt(result, place), claimOfForm(answersOf(cells))];
      const isClaim = typeof claim !== 'string';
      if (isClaim) claims += 1;
      // What is wrong is said alike, but for a choice that no form lets anybody make.
      if (isClaim ? JSON.stringify(claim) !== JSON.stringify(ofTheForm) : typeof ofTheForm !== 'string')
        others.push(place);
      if (!isClaim) continue;
      // What a run and its audit take of a claim is the same, though fewer rules are asked for it.
      const judged = judge(claim.encounter);
      const decided = (of: JudgedClaim) => [of.status, of.findings.find(isOpen)?.checkKey, of.lines, dueOf(of)];
      expect(decided(judged)).toEqual(decided(claim));
      expect(result.held.statusOf(place)).toBe(claim.status);
    }
    expect(others).toEqual([]);
    expect(claims).toBeGreaterThan(rowCount / 10);
    expect(claims).toBe(rowCount - result.held.counts.problem);
  });
});

describe('what is written of a batch', () => {
  const told = { office: emptyOffice, writtenAt: { date: today, time: '0800' }, withReview: false };
  const write = (result: BatchResult, what: WrittenFile) =>
    ended(writeBatch(what, result, result.held.rowsOf(null, null), told));

  it('read again, gives the same rows and claims, formulas and quotes included', () => {
    const odd = fc.constantFrom('=1+1', "'=x", "''", '"q"', '-5', '@a', 'a;=b', "x,'y", '  plain ');
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCells, odd), { minLength: 1, maxLength: 20 }), (drawn) => {
        const first = batchOf(csvOf(drawn.map(([cells, account]) => ({ ...cells, account }))));
        const again = batchOf(write(first, 'rows').parts.join(''));
        for (let row = 0; row < first.held.count; row += 1)
          expect(again.at(row).outcome).toEqual({ ...first.at(row).outcome });
      }),
      { numRuns: 60 },
    );
  });

  it('the rows say where in the file each stood', () => {
    const result = batchOf(`${csvOf([{ ...ofFile, ...dose('25', '15')[0] }])}\n\n`);
    const [head, row] = write(result, 'rows').parts.join('').split('\r\n');
    expect([head?.endsWith(',batch_row'), row?.endsWith(`,${result.held.placeOf(0).line}`)]).toEqual([true, true]);
  });

  it('lines and JSON lines hold each row that may leave, and say how many do not', () => {
    const result = batchOf(
      csvOf([
        { ...ofFile, ...dose('25', '15')[0] },
        { ...ofFile, ...dose('x', '15')[0] },
      ]),
    );
    const lines = write(result, 'lines');
    expect(
      lines.parts
        .join('')
        .split('\r\n')
        .filter((each) => each !== ''),
    ).toHaveLength(3);
    expect(lines.says).toBe('1 row in it, 1 left out: their lines may not leave.');
    const json = write(result, 'json').parts.map((each) => JSON.parse(each) as { status: string; problems?: unknown });
    expect(json.map(({ status }) => status)).toEqual([result.held.statusOf(0), 'problem']);
    expect(json[1]?.problems).toEqual([
      { column: 'dose_given', words: 'Dose given must be a number, like 36 or 36.5' },
    ]);
    expect(write(result, '837P')).toEqual({
      parts: [],
      says: 'No 837P was written: none of these rows is ready for it.',
    });
  });
});

describe('the control number of a file', () => {
  const clinic = (controlNumber: string) => {
    let office: Office = { ...emptyOffice, controlNumber };
    return {
      number: () => office.controlNumber,
      change: (change: (before: Office) => Office) => {
        office = change(office);
      },
    };
  };

  it('is taken before the file is written: another that is begun meanwhile has the next', async () => {
    const { number, change } = clinic('907');
    const first = officeTaken('837P', change);
    const other = officeTaken('837I', change);
    expect([(await first).controlNumber, (await other).controlNumber, number()]).toEqual(['907', '908', '909']);
    // The first is not written: its number stays behind, for the other has the next one.
    giveBack('837P', await first, change);
    expect(number()).toBe('909');
    giveBack('837I', await other, change);
    expect(number()).toBe('908');
  });

  it.each(['rows', 'lines', 'json'] as const)('is not taken by %s', async (what) => {
    const { number, change } = clinic('907');
    giveBack(what, await officeTaken(what, change), change);
    expect(number()).toBe('907');
  });
});

describe('bad input', () => {
  const good = '5/20/2026,25,15,Medicare Part B,Office';
  const head = 'dos,dose,waste,payer,pos';
  it.each([
    ['a row with fewer cells', '5/20/2026,25', 'The row has 2 cells, and the heading has 5'],
    ['a row with more cells', `${good},x`, 'The row has 6 cells, and the heading has 5'],
  ])('%s is a problem of that row alone', (_name, row, problem) => {
    const result = batchOf(`${head}\n${good}\n${row}\n${good},,\n\n,,,,\n`);
    expect([result.held.count, result.held.counts.problem, result.blankRows]).toEqual([3, 1, 2]);
    expect(claimAt(result, 1)).toBe(problem);
    expect(result.held.causes()[0]?.count).toBeGreaterThan(0);
    expect(result.held.placeOf(1).line).toBe(3);
  });

  it('an open quote far below takes nothing of the file', () => {
    expect(() => batchOf(`${head}\n${good}\n5/20/2026,"25,15\n${good}\n`)).toThrow(
      'Line 3, column 2 opens a quote that is never closed.',
    );
  });
});
