import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { day } from '../engine/dated';
import { noTables } from '../engine/published-tables';
import { auditOf, type AuditRow } from './audit';
import { barsOf } from './audit-chart';
import { causes } from './audit-compare';
import { recordOf } from './audit-record';
import { sumsBy } from './audit-sums';
import { findingsCsv } from './audit-words';
import { bareRun, ofForty, rowsOf, today } from './audit.fixture';
import { AuditChecks } from './AuditChecks';
import { AuditReport } from './AuditReport';
import { AuditSheet } from './AuditSheet';

const audit = (...rows: (readonly AuditRow[])[]) => auditOf(rows.flat(), { tables: noTables, today });
const all = ofForty(40);
const file = { name: 'claims.csv', bytes: 12, sha256: 'ab'.repeat(32), columns: [] };

/** The words of a part of the page, as they are read. */
const wordsOf = (markup: string): string =>
  markup
    .replace(/<\/(?:h\d|p|li|dt|dd|td|th|button|caption|div|text|summary)>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ');

const many = audit(
  ...Array.from({ length: 12 }, (_, place) => rowsOf(all, 'J0475-JZ x5', { patient: `PT-${place}`, biller: 'AB' })),
  rowsOf(ofForty(25), 'J0475-JZ x3', { patient: 'PT-W' }),
  rowsOf({ ...all, labeled: null }, 'J0475-JZ x4', { patient: 'PT-Q' }),
  rowsOf(null, 'J0475-JZ x4'),
);
const shown = async (found = many) =>
  wordsOf(renderToStaticMarkup(<AuditReport audit={found} record={await recordOf(found, file, bareRun)} />));

it('says which ten claims come first, what they are worth and what all is', async () => {
  const words = await shown();
  expect(words).toContain(
    '13 of 14 claims were decided: 13 have findings. 1 waits for a person. 1 of 15 rows was not audited.',
  );
  expect(words).toContain('Not audited: 1 row. 1 row: No dose is told for what this row bills.');
  expect(words).toContain('Of all 13 claims with findings: To return $2,244.00 To collect $187.00 At stake $560.99');
  // The claim without its waste line hangs on JZ as well, and nine of 187.00.
  expect(words).toContain(
    'The first 10 of 13 claims with findings: $1,683.00 to return, $187.00 to collect, $560.99 at stake.',
  );
  expect(words).toContain('Money: estimate at Medicare’s limit of the day.');
  expect(words).toContain('10 of 13 claims shown. Show 3 more');
  expect(words).toContain('$187.00 to collect, $560.99 at stake Waste not billed; JZ beside discarded units');
  expect(words).toContain('For a person to decide: 1 claim');
  expect(words).toContain('Medicare Part B, no container told: 1');
  expect(words).toContain('Not audited: 1 row');
  expect(words).toContain(file.sha256);
});

it('says of a passed day that it passed, and of rows not audited why, the most frequent first', async () => {
  const old = { ...ofForty(40, { dateOfService: day('2025-09-04') }) };
  const found = audit(
    rowsOf(old, 'J0475 x4', { line: 2, patient: 'PT-A', claimNumber: 'C-A' }),
    rowsOf(null, 'J0475-JZ x4', { line: 3, patient: 'PT-B', claimNumber: 'C-B' }),
    [{ line: 30, billed: null, due: null, problem: 'Units billed must be a number.' }],
    [{ line: 31, billed: null, due: null, problem: 'No code.' }],
    [{ line: 32, billed: null, due: null, problem: 'No code.' }],
  );
  const words = await shown(found);
  expect(words).toContain('By when Day passed: 09/04/2026. ');
  expect(words).not.toContain('By 09/04/2026');
  expect(words).toContain('Not audited: 4 rows');
  expect(words).toContain('2 rows: No code. Rows 31, 32. ');
  expect(words).toContain('1 row: Units billed must be a number. Row 30. ');
  const record = await recordOf(found, file, bareRun);
  const sheet = wordsOf(renderToStaticMarkup(<AuditSheet audit={found} record={record} />));
  expect(sheet).toContain('PT-A; claim C-A; 09/04/2025 ');
  expect(sheet).toContain('Day passed: 09/04/2026.');
});

const allClear = 'Nothing was found that was billed otherwise than it should be.';
const asDue = rowsOf(all, 'J0475-JZ x4', { patient: 'PT-S' });
const waiting = rowsOf({ ...all, labeled: null }, 'J0475-JZ x4', { patient: 'PT-Q' });
const noRow = { line: 31, billed: null, due: null, problem: 'No code.' } as const;

it.each<readonly [string, readonly AuditRow[], string]>([
  ['each claim is decided', asDue, `The 1 claim was audited. ${allClear}`],
  ['no row was audited', [noRow, { ...noRow, line: 32 }], 'None of 2 rows was audited, so nothing is known of them.'],
  [
    'a row was not audited',
    [...asDue, noRow],
    '1 of 1 claim was decided, with no finding. 1 of 2 rows was not audited.',
  ],
  ['a claim waits', [...asDue, ...waiting], '1 of 2 claims was decided, with no finding. 1 waits for a person.'],
  ['all wait', waiting, 'None of 1 claim was decided: a person must look.'],
  ['other codes alone', rowsOf(all, '62370 x1'), 'No row bills the drug, so nothing was compared.'],
])('an all-clear is said only where each claim was decided: %s', async (_, rows, headline) => {
  const found = audit(rows);
  const record = await recordOf(found, file, bareRun);
  const sheet = wordsOf(renderToStaticMarkup(<AuditSheet audit={found} record={record} />));
  for (const words of [await shown(found), sheet]) {
    expect(words).toContain(headline);
    expect(words.includes(allClear)).toBe(headline.includes(allClear));
    expect(words).not.toMatch(/\$0\.00|Where the money is/);
    expect(words.includes('No code.')).toBe(rows.includes(noRow));
  }
  expect(record.notAudited.map(({ rows: count }) => count)).toEqual(
    found.unread.length > 0 ? [found.unread.length] : [],
  );
  expect(record.open).toEqual(
    found.forPersons.map(() => ({ payer: 'Medicare Part B', question: 'No container told', claims: 1 })),
  );
});

it('the page for the compliance file has the ten claims, the sums and the record', async () => {
  const record = await recordOf(many, file, bareRun);
  const words = wordsOf(renderToStaticMarkup(<AuditSheet audit={many} record={record} />));
  expect(words.match(/Refund\. By 01\/27\/2027; mend the claim by 10\/05\/2027\./g)).toHaveLength(9);
  expect(words).toContain('$187.00 to return: estimate at Medicare’s limit of the day');
  expect(words).toContain('More units than the containers hold 12 $2,244.00 $0.00 $0.00');
  expect(words).toContain('By month: October 2026: 14, $2,244.00 to return, $187.00 to collect, $560.99 at stake.');
  expect(words).toContain('By initials: AB: 12, $2,244.00 to return; Not told: 2, $187.00 to collect');
  // The run of this test has no columns.
  expect(words).toMatch(
    /Not checked: units of the dose, and the code; .*; NDC of another strength; .*; by biller\. What was missing/,
  );
  expect(words).toMatch(/Audited by Signature Date/);
  expect(words).toContain(`SHA-256 ${record.ruleBook}`);
});

it('the page has room for a year of a large clinic', async () => {
  const record = await recordOf(many, file, bareRun);
  const places = Array.from({ length: 20 }, (_, place) => place);
  const findings = places.flatMap((place) =>
    many.findings.map((finding) => ({
      ...finding,
      cause: causes[place % causes.length] ?? finding.cause,
      biller: `B${place}`,
    })),
  );
  const words = wordsOf(renderToStaticMarkup(<AuditSheet audit={{ ...many, findings }} record={record} />));
  expect(words).toContain('8 more causes in the findings.');
  expect(words).toMatch(/By initials: .*; and 7 more\./);
});

it('a bar is as long as its money, each way behind the other', () => {
  const [longest, other] = barsOf(sumsBy(many.findings, 'cause'), 12);
  expect(longest).toMatchObject({ name: 'More units than the containers hold', says: '$2,244.00' });
  expect(longest?.parts).toEqual([{ way: 'toReturn', from: 0, width: 100 }]);
  // $560.99 of $2,244.00, in whole percent.
  expect(other?.parts.map(({ way, width }) => [way, Math.round(width)])).toEqual([['atStake', 25]]);
  expect(barsOf(sumsBy(many.findings, 'cause'), 1)).toHaveLength(1);
});

it('the file holds each finding, what waits for a person and what was not audited, and starts no formula', () => {
  const found = audit(rowsOf(all, 'J0475-JZ x5', { patient: '=cmd()', claimNumber: 'C,1' }), waiting, [noRow]);
  const [head, row, open, unread, ...others] = findingsCsv(found).split('\r\n');
  expect(head?.startsWith('rows,patient,claim,day')).toBe(true);
  expect(row).toContain(
    `,'=cmd(),"C,1",2026-10-05,Medicare Part B,,finding,More units than the containers hold,J0475-JZ x5`,
  );
  expect(row).toContain(',187.00,0.00,0.00,estimate at Medicare’s limit of the day,Refund,');
  expect(open).toMatch(
    /,PT-Q,.*,Medicare Part B,,for a person,No container told,J0475-JZ x4,.*,,,,,,,,,,2\.2 \| 2\.22$/,
  );
  expect(unread).toBe('31,,,,,,not audited,,,,No code.,,,,,,,,,,');
  expect(others).toEqual(['']);
});

it('before it runs it says what the columns allow', () => {
  const words = wordsOf(renderToStaticMarkup(<AuditChecks used={['biller', 'date_of_service']} />));
  expect(words).toContain('By biller in whole nothing');
  expect(words).toContain('Outside the authorization not at all There is no column “Dose given”');
});
