import { warningsAmong } from './duplicates';
import { describe, expect, it } from 'vitest';
import { emptyWorksheet } from '../answers/worksheet-text';
import { keptClaim, readKept, rowsOf, today } from './day.fixture';
import {
  allShown,
  columns,
  compareKeys,
  inFewWords,
  lastOf,
  payersOf,
  rowMaker,
  rowsTogether,
  shownOnOpening,
  shownRows,
  sortedBy,
  type Column,
  type Shown,
} from './day-rows';

const medicare = keptClaim(2, {
  payer: 'medicare-part-b',
  doseGiven: '10',
  doseWasted: '30',
  dateOfService: '11/02/2026',
  chargePerUnit: '',
  priorAuthorization: 'not-checked',
});
const held = keptClaim(3, { route: 'intravenous', dateOfService: '10/31/2026' });
const unfinished = keptClaim(10, { doseGiven: '', patientReference: '', dateOfService: 'x' });
const nothing = { ...emptyWorksheet, recordId: 'id-0', keptAt: '' };

describe('a row of the day', () => {
  it('tells of a claim all that is told to know it', () => {
    const [row] = rowsOf(keptClaim(1, { course: { ...emptyWorksheet.course, sentOn: '11/25/2026', sentAs: '837P' } }));
    expect(row).toMatchObject({
      id: 'id-1',
      reference: 'PT-1',
      on: today,
      payer: 'Commercial',
      codes: ['J0475', 'J0475'],
      lines: ['J0475 × 3', 'J0475-JW × 1'],
      status: 'review',
      course: { sentOn: today, cameBackOn: null },
      toBill: false,
    });
    expect(inFewWords(row!)).toBe('PT-1, 11/25/2026');
    expect(row!.charge).toBe('$800.00');
    expect(row!.reason).toMatch(/^Still to be checked: .+\.$/);
  });

  it('says that a charge was not entered, and never zero', () =>
    expect(rowsOf(medicare)[0]!.charge).toBe('not entered'));

  it('gives the worst reason of a status, in words', () => {
    expect(rowsOf(held)[0]).toMatchObject({ status: 'on-hold', reason: expect.stringMatching(/^.+: .+\.$/) });
    expect(rowsOf(keptClaim(1, { diagnoses: '' }))[0]).toMatchObject({
      status: 'fix-first',
      reason: 'Diagnosis: No diagnosis code was entered for item 21, and every line must point to one.',
    });
  });

  it('without a claim says what is missing, and no units, lines or charge', () => {
    const [row, empty] = rowsOf(unfinished, nothing);
    expect(row).toMatchObject({ status: 'no-claim', lines: [], on: null, reason: 'Enter the dose given' });
    expect(inFewWords(row!)).toBe('No reference, x');
    expect(inFewWords(empty!)).toBe('No reference, no date');
    expect(empty!.payer).toBe('');
    for (const column of ['units', 'charge', 'lines', 'day'] as const) expect(sortedBy(row!, column)).toBeUndefined();
  });

  it('names the payer profile where there is one', () =>
    expect(rowsOf(keptClaim(1, { profile: 'bcbs-nd' }))[0]?.payer).not.toBe(''));

  it('is made once of each record, however often it is asked for', () => {
    let reads = 0;
    const make = rowMaker((record) => {
      reads += 1;
      return readKept(record);
    }, today);
    const records = [keptClaim(1), keptClaim(2)];
    const rows = records.map(make);
    expect(records.map(make)).toEqual(rows);
    expect(rows[0]).toBe(make(records[0]!));
    expect(reads).toBe(2);
  });
});

describe('a claim that came back', () => {
  const sent = { ...emptyWorksheet.course, sentOn: '11/25/2026' };
  const denied = keptClaim(1, { remittanceCode: 'CO-16 N822', course: { ...sent, paid: '0' } });
  it('denied is not ready, says what was paid, and sorts before all others', () => {
    const rows = rowsOf(held, denied);
    expect(rows[1]).toMatchObject({ status: 'denied', reason: 'Paid: $0.00. Code: CO-16 N822.' });
    expect(Number(sortedBy(rows[1]!, 'status'))).toBeLessThan(Number(sortedBy(rows[0]!, 'status')));
  });
  it('is done once a corrected one is kept', () => {
    const rows = rowsTogether(rowsOf(denied, keptClaim(2, { corrects: 'id-1' })), new Map(), today);
    expect(rows.map(({ status }) => status)).toEqual(['corrected', 'review']);
    expect(rows[0]?.reason).toBe('A corrected claim of its own is kept.');
    const madeFrom = { ...emptyWorksheet.madeFrom, as: 'new', claim: 'id-1' } as const;
    const [returned] = rowsTogether(rowsOf(denied, keptClaim(2, { corrects: 'id-1', madeFrom })), new Map(), today);
    expect(returned?.reason).toBe('A new claim of its own is kept.');
  });
});

it('a claim that Part B takes for a duplicate keeps the first one on the list, and asks for no money', () => {
  const ofMedicare = { payer: 'medicare-part-b' } as const;
  const sent = { ...emptyWorksheet.course, sentOn: '11/25/2026', cameBackOn: '11/25/2026', paid: '0' };
  const rows = rowsOf(
    keptClaim(1, { ...ofMedicare, course: sent, remittanceCode: 'CO-50' }),
    keptClaim(1, { ...ofMedicare, recordId: 'id-2', corrects: 'id-1' }),
  );
  const together = rowsTogether(rows, warningsAmong(rows), today);
  expect(together.map(({ status, toDo }) => [status, toDo?.says])).toEqual([
    ['denied', 'Denied. Appeal.'],
    ['fix-first', 'Do not send it. Ask for a reopening of the claim that was sent.'],
  ]);
  expect(together[1]?.toDo?.deadline).toBeNull();
});

it('a ready claim that uses more of its authorization than was approved is in review; others stay as they are', () => {
  const [row] = rowsOf(keptClaim(1));
  const rows = [{ ...row!, status: 'ready', reason: '' } as const, { ...row!, id: 'id-2', status: 'on-hold' } as const];
  const warning = { kind: 'beyond-authorization', says: '', other: '' } as const;
  const warned = (kind: 'beyond-authorization' | 'same-day') =>
    rowsTogether(rows, new Map(rows.map(({ id }) => [id, [{ ...warning, kind }]])), today);
  expect(warned('beyond-authorization').map(({ status }) => status)).toEqual(['review', 'on-hold']);
  expect(warned('beyond-authorization')[0]?.reason).toBe('Still to be checked: the units of its authorization.');
  expect(warned('same-day')).toEqual(rows);
});

describe('sorting', () => {
  const rows = rowsOf(keptClaim(10), held, medicare, unfinished, keptClaim(1));
  const sorted = (column: Column) =>
    rows
      .filter((row) => sortedBy(row, column) !== undefined)
      .sort((one, other) => compareKeys(sortedBy(one, column)!, sortedBy(other, column)!))
      .map(({ reference }) => reference);
  it.each<[Column, readonly string[]]>([
    ['patient', ['PT-1', 'PT-2', 'PT-3', 'PT-10']],
    ['day', ['PT-3', 'PT-2', 'PT-10', 'PT-1']],
    ['charge', ['PT-10', 'PT-3', 'PT-1']],
    ['status', ['PT-3', '', 'PT-10', 'PT-2', 'PT-1']],
    ['sent', []],
    ['came-back', []],
  ])('by %s', (column, order) => expect(sorted(column)).toEqual(order));
  it('what is to do: soon, then without a known last day, then later; what waits for the payer has no key', () => {
    const of = (place: number, more: Parameters<typeof keptClaim>[1]) => keptClaim(place, { ...more });
    const sent = { ...emptyWorksheet.course, sentOn: '11/25/2026' };
    const keys = rowsOf(
      of(1, { payer: 'medicare-part-b' }),
      of(2, { payer: 'commercial' }),
      of(3, { payer: 'medicare-part-b', dateOfService: '12/10/2025' }),
      of(4, { payer: 'medicare-part-b', course: sent }),
    ).map((row) => sortedBy(row, 'to-do'));
    expect(keys).toEqual(['3 2027-11-25', '2', '1 2026-12-10', undefined]);
  });
  it('every column has a key', () => {
    const [sent] = rowsOf(
      keptClaim(1, {
        payer: 'medicare-part-b',
        remittanceCode: 'CO-197',
        course: { ...emptyWorksheet.course, sentOn: '11/25/2026', cameBackOn: '11/25/2026' },
      }),
    );
    for (const column of columns) expect(sortedBy(sent!, column), column).not.toBeUndefined();
  });
});

describe('which rows are shown', () => {
  const sent = { ...emptyWorksheet.course, sentOn: '11/25/2026', sentAs: '837P' } as const;
  const rows = rowsOf(
    keptClaim(1),
    medicare,
    held,
    unfinished,
    keptClaim(5, { toBill: true }),
    keptClaim(6, { toBill: true, course: sent, account: 'ACC-9' }),
    keptClaim(7, { course: { ...sent, cameBackOn: '11/25/2026' } }),
    keptClaim(8, { course: { ...sent, sentOn: 'x' } }),
  );
  it.each<[Partial<Shown>, readonly string[]]>([
    [{}, ['PT-1', 'PT-2', 'PT-3', '', 'PT-5', 'PT-6', 'PT-7', 'PT-8']],
    [{ status: 'on-hold' }, ['PT-3']],
    [{ status: 'no-claim' }, ['']],
    [{ payer: 'Medicare Part B' }, ['PT-2']],
    [{ span: 'today' }, ['PT-1', 'PT-5', 'PT-6', 'PT-7', 'PT-8']],
    [{ span: 'month' }, ['PT-1', 'PT-2', 'PT-5', 'PT-6', 'PT-7', 'PT-8']],
    [{ work: 'to-bill' }, ['PT-5']],
    [{ work: 'not-sent' }, ['PT-1', 'PT-2', 'PT-3', '', 'PT-5']],
    [{ work: 'sent' }, ['PT-6', 'PT-7']],
    [{ work: 'came-back' }, ['PT-7']],
    [{ search: 'pt-3' }, ['PT-3']],
    [{ search: 'acc-9' }, ['PT-6']],
    [{ search: 'onesample7 pt-7' }, ['PT-7']],
    [{ search: 'medicare' }, ['PT-2']],
    [{ search: 'on hold' }, ['PT-3']],
    [{ search: 'nobody' }, []],
    [{ search: '  ' }, ['PT-1', 'PT-2', 'PT-3', '', 'PT-5', 'PT-6', 'PT-7', 'PT-8']],
    [{ span: 'today', work: 'not-sent', search: 'jw' }, ['PT-1', 'PT-5']],
  ])('%o', (shown, references) =>
    expect(shownRows(rows, { ...allShown, ...shown }, today).map(({ reference }) => reference)).toEqual(references),
  );
  it('once nothing is to bill any more, the list opens with all of them', () => {
    const toBill = { ...allShown, work: 'to-bill' } as const;
    expect(shownOnOpening(rows, toBill, today)).toBe(toBill);
    expect(shownOnOpening(rowsOf(keptClaim(5)), toBill, today)).toBe(allShown);
  });
  it('the payers to choose from, each once', () => expect(payersOf(rows)).toEqual(['Commercial', 'Medicare Part B']));
});

it('the last claim of a patient is the one of the latest day', () => {
  const [one, two, other] = rowsOf(
    keptClaim(1, { dateOfService: '11/01/2026' }),
    keptClaim(2, { patientReference: 'PT-1', dateOfService: '11/20/2026' }),
    keptClaim(3, { dateOfService: '11/24/2026' }),
  );
  const rows = [one!, two!, other!];
  expect(lastOf(one!, rows, ({ reference }) => reference === 'PT-1')).toBe(two);
  expect(lastOf(other!, rows, (row) => row === other)).toBe(other);
});
