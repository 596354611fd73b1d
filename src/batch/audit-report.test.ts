import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { PayerProfile } from '../engine/payer-profile';
import { noTables } from '../engine/published-tables';
import { formatMoney } from '../engine/quantity';
import { own } from '../rules/encounter.fixture';
import { citations } from '../rules/citations';
import { auditOf, rowsOf as rowsOfCauses, type AuditRow } from './audit';
import { checksOf } from './audit-checks';
import { bareRun, ofForty, rowsOf, today } from './audit.fixture';
import { recordOf, recordText, sha256Of } from './audit-record';
import { groupings, sumsBy, type AuditGrouping } from './audit-sums';
import { byInWords, lateInWords, lateMoneyOf, nearestInWords } from './audit-words';
import { columns, type Column } from './columns';
import type { RunTold } from './run';

const audit = (...rows: (readonly AuditRow[])[]) => auditOf(rows.flat(), { tables: noTables, today });
const { payer, profile } = own({ jw: 'required', jz: 'required' });
const all = ofForty(40);
const found = audit(
  rowsOf(all, 'J0475-JZ x5', { biller: 'AB' }),
  rowsOf(ofForty(25), 'J0475 x3', { biller: 'CD' }),
  rowsOf({ ...all, payer, profile, dateOfService: day('2026-07-10') }, 'J0475 x4', { biller: 'AB' }),
  rowsOf(all, 'J0428 x4'),
);

describe('sums of what was found', () => {
  it.each<readonly [AuditGrouping, readonly string[]]>([
    ['payer', ['Prairie Health 1 $0.00 $0.00 $744.42', 'Medicare Part B 3 $187.00 $187.00 $0.00 +1']],
    ['month', ['July 2026 1 $0.00 $0.00 $744.42', 'October 2026 3 $187.00 $187.00 $0.00 +1']],
    [
      'cause',
      [
        'Modifier missing 1 $0.00 $0.00 $744.42',
        'More units than the containers hold 1 $187.00 $0.00 $0.00',
        'Waste not billed 1 $0.00 $187.00 $0.00',
        'Another code 1 $0.00 $0.00 $0.00 +1',
      ],
    ],
    ['biller', ['AB 2 $187.00 $0.00 $744.42', 'CD 1 $0.00 $187.00 $0.00', 'Not told 1 $0.00 $0.00 $0.00 +1']],
  ])('by %s', (by, expected) => {
    const sums = sumsBy(found.findings, by).map(({ name, findings, risk, unpriced }) =>
      [
        name,
        findings,
        formatMoney(risk.toReturn),
        formatMoney(risk.toCollect),
        formatMoney(risk.atStake),
        ...(unpriced > 0 ? [`+${unpriced}`] : []),
      ].join(' '),
    );
    expect(sums).toEqual(expected);
  });

  it('each way of putting them together holds all of them', () => {
    for (const by of groupings) {
      const sums = sumsBy(found.findings, by);
      expect(sums.reduce((sum, { findings }) => sum + findings, 0)).toBe(found.findings.length);
    }
  });
});

describe('what is to be done, and by when', () => {
  const remedy = (...rows: (readonly AuditRow[])[]) => {
    const [first] = audit(...rows).findings;
    return first ? `${first.remedy.action} ${first.remedy.by} ${first.remedy.rows.join(', ')}` : 'none';
  };
  const hospital = ofForty(40, { setting: 'hospital-outpatient' });
  const plan = { ...all, payer, profile };
  it.each<readonly [string, readonly AuditRow[], string]>([
    [
      'too much, Part B',
      rowsOf(all, 'J0475-JZ x5'),
      'refund 2027-01-27 8 overpayment, 8 reopening, 8 reopening limits',
    ],
    ['too much, hospital', rowsOf(hospital, 'J0475-JZ x5'), 'refund 2027-01-27 8 overpayment, 8 adjustment'],
    ['too much, plan', rowsOf(plan, 'J0475-JZ x5'), 'refund null 8 replacement, 8 plan appeals'],
    ['too few, Part B', rowsOf(all, 'J0475-JZ x3'), 'reopening 2027-10-05 8 reopening, 8 reopening limits'],
    ['too few, hospital', rowsOf(hospital, 'J0475-JZ x3'), 'corrected-claim 2027-10-05 8 adjustment'],
    ['too few, plan', rowsOf(plan, 'J0475-JZ x3'), 'corrected-claim null 8 replacement, 8 plan appeals'],
    [
      'too few, a plan whose profile has a limit',
      rowsOf({ ...plan, profile: profile && { ...profile, filingDays: 90 } }, 'J0475-JZ x3'),
      'corrected-claim 2027-01-03 8 replacement, 8 plan appeals',
    ],
    [
      'no line for the waste, Part B',
      rowsOf(ofForty(25), 'J0475 x3'),
      'appeal null 8 reopening limits, 8 redetermination',
    ],
    [
      'returned unpaid, Part B',
      rowsOf(all, 'J0475 x4', { paid: '0' }),
      'corrected-claim 2027-10-05 8 returned, 8 filing, 8 reopening',
    ],
    [
      'a price that is not known',
      rowsOf(all, 'J0428 x4'),
      'refund 2027-01-27 8 overpayment, 8 reopening, 8 reopening limits',
    ],
  ])('%s', (_, rows, expected) => {
    expect(remedy(rows)).toBe(expected);
  });

  it('a year that has passed is said', () => {
    const late = ofForty(40, { dateOfService: day('2025-11-03') });
    const [first] = audit(rowsOf(late, 'J0475-JZ x3')).findings;
    expect(first?.remedy).toMatchObject({ by: '2026-11-03', byWhen: expect.stringMatching(/ended on 11\/03\/2026/) });
  });

  it('a refund says until when the claim itself can be mended', () => {
    const [first] = audit(rowsOf(ofForty(40, { dateOfService: day('2026-02-10') }), 'J0475-JZ x5')).findings;
    expect(first?.remedy).toMatchObject({ by: '2027-01-27', mendBy: '2027-02-10' });
    expect(first && byInWords(first.remedy, today)).toBe('By 01/27/2027; mend the claim by 02/10/2027');
  });

  it('an appeal of an old service needs a late notice, and its money is told apart', () => {
    // Within 120 days of a notice that was received 5 days after its date: on 11/28/2026 none before 07/26/2026.
    const on = (date: string) => rowsOf(ofForty(25, { dateOfService: day(date) }), 'J0475 x3');
    const { findings } = audit(on('2026-07-26'), on('2026-07-25'), on('2026-03-10'));
    expect(findings.map(({ day: of, remedy }) => `${of} ${byInWords(remedy, today)}`).sort()).toEqual([
      '2026-03-10 In time only if the notice is dated 07/26/2026 or later',
      '2026-07-25 In time only if the notice is dated 07/26/2026 or later',
      '2026-07-26 No day on file',
    ]);
    // One unit in each quarter: 181.47 in March, 186.11 in July.
    expect(formatMoney(lateMoneyOf(findings, today).ifNoticeIsLate)).toBe('$367.58');
    expect(lateInWords(findings, today)).toEqual([
      'Of what is to collect, $367.58 can be appealed only if its notice is dated 07/26/2026 or later.',
    ]);
  });

  it('the nearest last day is told, and money whose last day has passed', () => {
    const late = rowsOf(ofForty(40, { dateOfService: day('2025-11-03') }), 'J0475-JZ x3');
    const soon = rowsOf(ofForty(40, { dateOfService: day('2025-12-01') }), 'J0475-JZ x5', { line: 71 });
    const { findings } = audit(late, soon);
    expect(nearestInWords(findings, today)).toBe('The nearest last day on file is 12/01/2026: mend the claim, row 71.');
    expect(lateInWords(findings, today)).toEqual(['Of what is to collect, the last day has passed for $181.22.']);
    expect(nearestInWords(audit(late).findings, today)).toBe('');
  });

  it('every check rests on rows that are on file', () => {
    const rows = [...Object.values(rowsOfCauses).flat(), ...found.findings.flatMap(({ remedy }) => remedy.rows)];
    for (const row of rows) expect(citations).toHaveProperty([row]);
  });
});

describe('which checks the columns of a file allow', () => {
  const without = (...left: Column[]) =>
    Object.fromEntries(
      checksOf(columns.filter((column) => !left.includes(column))).map(({ title, allowed }) => [title, allowed]),
    );

  it('all of them where every column is there', () => {
    expect(new Set(Object.values(without()))).toEqual(new Set(['whole']));
  });

  it.each<readonly [string, readonly Column[], Record<string, string>]>([
    ['no units', ['billed_units'], { 'Units of the dose, and the code': 'none', 'Money of what is found': 'none' }],
    [
      'no modifiers',
      ['billed_modifiers'],
      { 'Waste: not billed, or billed twice': 'none', 'Units of the dose, and the code': 'whole' },
    ],
    [
      'no containers',
      ['labeled_amount', 'container_count', 'containers'],
      { 'Units of the dose, and the code': 'none', 'Over the daily limit (MUE)': 'whole' },
    ],
    ['no claim number', ['claim_number'], { 'Two claims of one patient and day': 'part' }],
    [
      'no payment',
      ['billed_paid'],
      {
        'Two claims of one patient and day': 'part',
        'Reversals and claims sent again': 'part',
        'Money of what is found': 'part',
      },
    ],
    ['no billed NDC', ['billed_ndc'], { 'NDC of another strength': 'none' }],
    ['no initials', ['biller'], { 'By biller': 'none' }],
  ])('%s', (_, left, expected) => {
    expect(without(...left)).toMatchObject(expected);
  });

  it('says which days the tables of daily limits cover', () => {
    const [mue] = checksOf(columns).filter(({ title }) => title.includes('MUE'));
    expect(mue?.says).toMatch(/^Its tables cover 07\/01\/2024 to 09\/30\/2024 and 10\/01\/2026 to 12\/31\/2026\./);
    const of = (date: string) => rowsOf(ofForty(40, { dateOfService: day(date) }), 'J0475-JZ x4');
    expect(audit(of('2026-10-05'), of('2026-05-05')).counts.limitOfDay).toBe(1);
  });

  it('says what is missing and what that means', () => {
    const says = checksOf(columns.filter((column) => column !== 'claim_number')).find(({ title }) =>
      title.startsWith('Two claims'),
    );
    expect(says?.says).toBe('Without “Claim number”: Only the same line twice is seen.');
    expect(checksOf([]).find(({ title }) => title === 'By biller')?.says).toBe(
      'There is no column “Biller’s initials”.',
    );
  });
});

describe('the record of a run', () => {
  const bytes = new TextEncoder().encode('a,b\n1,2\n');
  const record = async (told = bareRun) =>
    recordOf(found, { name: 'claims.csv', bytes: bytes.length, sha256: await sha256Of(bytes), columns: [] }, told);

  it('names the file by its SHA-256', async () => {
    expect(await sha256Of(new TextEncoder().encode('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect((await record()).file.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('tells apart runs that read the file in another way, or with other profiles, fees or tables', async () => {
    const { clinic } = bareRun;
    const profiles = own({ jw: 'required' }).profile ? [own({ jw: 'required' }).profile as PayerProfile] : [];
    const withFee = profiles.map((each) => ({ ...each, feePerUnit: { tenthsOfCent: 150_000 } }));
    const runs = [
      bareRun,
      { ...bareRun, mapping: { payer: { places: [2], value: '' } } },
      { ...bareRun, clinic: { ...clinic, profiles } },
      { ...bareRun, clinic: { ...clinic, profiles: withFee } },
      { ...bareRun, clinic: { ...clinic, tables: { ...noTables, paymentLimits: [{}] } } },
    ] as RunTold[];
    const told = await Promise.all(runs.map(record));
    const hashes = told.map(({ mapping, profiles: of, openedTables }) => [mapping, of, openedTables].join());
    expect(new Set(hashes).size).toBe(runs.length);
    // Profiles whose answers were given in another order are the same.
    const turned = profiles.map((each) => Object.fromEntries(Object.entries(each).toReversed()) as PayerProfile);
    const again = await record({ ...bareRun, clinic: { ...clinic, profiles: turned } });
    expect(again.profiles).toBe(told[2]?.profiles);
  });

  it('is the same for the same file, and holds the rules, the dated tables, the counts and the sums', async () => {
    const [first, again] = [recordText(await record()), recordText(await record())];
    expect(again).toBe(first);
    const told = JSON.parse(first) as Awaited<ReturnType<typeof record>>;
    expect(told.ruleBook).toMatch(/^[0-9a-f]{64}$/);
    expect(told.tables.find(({ title }) => title === 'Medicare payment rates, J0475')?.spans.at(-1)?.through).toBe(
      '2026-12-31',
    );
    expect(told.counts).toMatchObject({ rows: 4, claims: 4, findings: 4, withFindings: 4 });
    expect(told.total).toEqual({
      toReturn: '187.00',
      toCollect: '187.00',
      atStake: '744.42',
      lastDayPassed: '0.00',
      onlyIfNoticeIsLate: '0.00',
    });
  });
});
