import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { noTables } from '../engine/published-tables';
import { formatMoney } from '../engine/quantity';
import { auditBeside, auditOfRun } from './audit-run';
import { today } from './audit.fixture';
import { proposedMapping } from './mapping';
import { runBatch } from './run';
import { BatchSession } from './session';
import { slicesOf, type Steps } from './slices';
import { openTable } from './table';

/** An export as a billing system writes it: a row a line, some of them without what the record knows. */
const file = `patient id,dos,payer,pos,given,wasted,opened mg,hcpcs,units,mod 1,mod 2,charge,paid,claim no,billed by
PT-1,10/05/2026,Medicare Part B,11,40,0,40,J0475,4,JZ,,1200.00,569.08,C-1,AB
PT-2,10/05/2026,Medicare Part B,11,25,15,40,J0475,3,,,900.00,426.81,C-2,AB
PT-2,10/05/2026,Medicare Part B,11,25,15,40,J0475,1,JW,,300.00,142.27,C-2,AB
PT-3,10/06/2026,Medicare Part B,11,40,0,40,J0475,40,JZ,,"12,000.00",5690.80,C-3,CD
PT-4,10/07/2026,Medicare Part B,11,40,0,40,J0475,5,JZ,,1500.00,711.35,C-4,CD
PT-4,10/07/2026,Medicare Part B,11,,,,J0475,-5,JZ,,-1500.00,-711.35,C-4,CD
PT-4,10/07/2026,Medicare Part B,11,40,0,40,J0475,4,JZ,,1200.00,569.08,C-5,CD
PT-5,10/08/2026,Medicare Part B,11,25,15,40,J0475,3,JZ,,900.00,426.81,C-6,CD
PT-6,10/09/2026,Medicare Part B,11,40,0,,J0475,4,JZ,,1200.00,569.08,C-7,EF
PT-7,10/09/2026,Medicare,11,40,0,40,J0475,4,JZ,,1200.00,569.08,C-8,EF
PT-1,10/05/2026,Medicare Part B,11,40,0,40,62370,1,,,350.00,90.00,C-1,AB
`;

function ended<Value>(steps: Steps<Value>): Value {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function auditOfText(text: string) {
  const table = openTable(new TextEncoder().encode(text));
  if ('refused' in table) throw new Error(table.refused);
  const beside = auditBeside();
  const clinic = { profiles: [], tables: noTables };
  const run = runBatch(table, { mapping: proposedMapping(table.headings), clinic, today }, beside);
  const result = ended(run);
  if ('refused' in result) throw new Error(result.refused);
  return ended(auditOfRun(result, [beside.takeRows()], { tables: noTables, today }));
}

it('a file as a billing system writes it is mapped, computed and audited in one run', () => {
  const { findings, forPersons, unread, counts } = auditOfText(file);
  expect(
    findings.map(({ lines, patient, cause, risk, biller }) =>
      [lines.join(), patient, biller, cause, ...Object.values(risk ?? {}).map((amount) => formatMoney(amount))].join(
        ' ',
      ),
    ),
  ).toEqual([
    // 36 of the 40 units that $5,690.80 was paid for.
    '5 PT-3 CD over-containers $5,121.72 $0.00 $0.00',
    '9 PT-5 CD waste-not-billed $0.00 $187.00 $0.00',
    '9 PT-5 CD jz-beside-waste $0.00 $0.00 $426.81',
  ]);
  expect(forPersons.map(({ patient, questions }) => `${patient} ${questions.map(({ kind }) => kind).join()}`)).toEqual([
    'PT-6 no-container',
  ]);
  expect(unread).toEqual([
    {
      line: 11,
      problem:
        '“Medicare” can be “Medicare Part B” or “Medicare Advantage”: write which, ' +
        'or choose it under “Payers of the file”.',
    },
  ]);
  expect(counts).toEqual({
    rows: 11,
    otherCodes: 1,
    netted: 2,
    claims: 6,
    same: 3,
    withFindings: 2,
    forPersonsAlone: 1,
    sameUnpaid: 0,
    limitOfDay: 6,
  });
});

it('a row with another number of cells is not audited, whatever stands in them, and says so', () => {
  const torn = ['PT-9,10/09/2026,Medicare Part B,11,40,0,40,J0475,9,JZ,,900.00,500.00,C-9,AB,more', 'PT-1,10/05/2026'];
  const { unread, counts } = auditOfText(`${file}${torn.join('\n')}\n`);
  expect(unread.filter(({ line }) => line > 12)).toEqual([
    { line: 13, problem: 'The row has 16 cells, and the heading has 15.' },
    { line: 14, problem: 'The row has 2 cells, and the heading has 15.' },
  ]);
  expect(counts).toMatchObject({ rows: 13, claims: 6, withFindings: 2 });
});

it.each([
  ['with a cell too many', 'J0475,1,JW,,300.00,142.27,C-2,AB', 'J0475,1,JW,,300.00,142.27,C-2,AB,more'],
  ['cut short', ',15,40,J0475,1,JW,,300.00,142.27,C-2,AB', ''],
  ['whose units are no number', 'J0475,1,JW', 'J0475,one,JW'],
])('a claim of whose day a row %s is left to a person: what seems to be missing may stand there', (_, good, bad) => {
  const { findings, forPersons, unread } = auditOfText(file.replace(good, bad));
  expect(unread.map(({ line }) => line)).toEqual([4, 11]);
  expect(findings.filter(({ patient }) => patient === 'PT-2')).toEqual([]);
  expect(forPersons.map(({ patient, questions }) => `${patient} ${questions.map(({ kind }) => kind).join()}`)).toEqual([
    'PT-2 row-not-read',
    'PT-6 no-container',
  ]);
});

it('a row of another code that cannot be read keeps no claim of the drug open', () => {
  const { forPersons, unread } = auditOfText(file.replace('62370,1', '62370,'));
  expect([unread.map(({ line }) => line), forPersons.map(({ patient }) => patient)]).toEqual([[11, 12], ['PT-6']]);
});

it('a session audits the file that it ran, and its record names the file by its hash', async () => {
  const session = new BatchSession(slicesOf({ sliceMs: 1, now: () => 0, pause: () => Promise.resolve() }));
  const opened = await session.open({ file: new Blob([file]), delimiter: undefined });
  if ('refused' in opened) throw new Error(opened.refused);
  const clinic = { profiles: [], tables: noTables };
  await session.run({ mapping: proposedMapping(opened.headings), clinic, today }, () => {});
  const audited = await session.audit({ name: 'claims.csv' }, () => {});
  if ('refused' in audited) throw new Error(audited.refused);
  const { audit, record } = audited;
  expect(audit.counts).toMatchObject({ rows: 11, withFindings: 2 });
  expect(record.file.sha256).toBe(createHash('sha256').update(file).digest('hex'));
  expect(record.columns.slice(0, 2)).toEqual([
    { heading: 'patient id', takenAs: 'patient_reference' },
    { heading: 'dos', takenAs: 'date_of_service' },
  ]);
  // Opened again, nothing of the run before is left.
  await session.open({ file: new Blob([file]), delimiter: undefined });
  expect(await session.audit({ name: 'claims.csv' }, () => {})).toHaveProperty('refused');
});
