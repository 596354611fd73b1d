import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noTables } from '../engine/published-tables';
import { onceForAlike } from './alike-rows';
import { auditBeside, auditOfRun } from './audit-run';
import { today } from './audit.fixture';
import { columns, noCells, type BatchRow, type Column } from './columns';
import { proposedMapping } from './mapping';
import { outcomeReader } from './outcome';
import { causeOf, runBatch, statusOf } from './run';
import { openTable } from './table';

const clinic = { profiles: [], tables: noTables };
const dose: Partial<Record<Column, string>> = {
  date_of_service: '10/05/2026',
  dose_given: '36',
  dose_wasted: '4',
  labeled_amount: '40',
  diagnoses: 'G80.1',
  payer: 'Medicare Part B',
  setting: 'Office',
};
const rowOf = (cells: Partial<Record<Column, string>>): BatchRow => ({
  line: 2,
  cells: { ...noCells, ...dose, ...cells },
});
/** A file of all columns, in their order. */
const byPlace = Object.fromEntries(columns.map((column, place) => [column, { places: [place] }]));
const cellsOf = ({ cells }: BatchRow) => columns.map((column) => cells[column]);

/** Texts that decide something where they can: choices, numbers, dates, codes, and such as no reader takes. */
const texts = ['x', 'M', 'yes', '7', '-4', '10/01/2026', 'J0475', 'GZ', 'Approved', 'a\u200bb', 'y'.repeat(80)];

describe('rows that are alike', () => {
  it.each(columns)('“%s” alone may differ between them only where nothing follows from it', (column) => {
    const outcomeOf = outcomeReader(columns, clinic, today);
    const inShort = (row: BatchRow) => JSON.stringify({ ...outcomeOf(row), record: null });
    const [one, ...others] = [{}, ...texts.map((text) => ({ [column]: text }))].map(rowOf);
    if (!one) throw new Error('no row');
    const sharing = others.filter((other) => {
      const once = onceForAlike<BatchRow>(byPlace);
      once(cellsOf(one), () => one);
      return once(cellsOf(other), () => other) === one;
    });
    expect(sharing.map(inShort)).toEqual(sharing.map(() => inShort(one)));
  });

  it('another patient, account or billed line is alike; another day or dose is not', () => {
    const once = onceForAlike<number>(byPlace);
    let made = 0;
    const kindOf = (cells: Partial<Record<Column, string>>) => once(cellsOf(rowOf(cells)), () => (made += 1));
    expect([{}, { patient_reference: 'PT-2' }, { account: '17' }, { billed_units: '5' }].map(kindOf)).toEqual([
      1, 1, 1, 1,
    ]);
    expect([{ date_of_service: '10/06/2026' }, { dose_given: '35' }, { initials: 'AB' }].map(kindOf)).toEqual([
      2, 3, 4,
    ]);
  });

  const few = fc.tuple(
    fc.constantFrom('PT-1', 'PT-2', 'PT\u200b3', 'z'.repeat(70), ''),
    fc.constantFrom('10/05/2026', '10/06/2026', '13/13/2026'),
    fc.constantFrom('36', '40', '-4'),
    fc.constantFrom('4', '0'),
    fc.constantFrom('Medicare Part B', 'Medicare'),
    fc.constantFrom('AUTH-1', ''),
    fc.constantFrom('4', '5', '-4', 'x'),
    fc.constantFrom('C-1', 'C-2', ''),
  );

  it('have in a run what each of them has by itself, and in its audit', () => {
    fc.assert(
      fc.property(fc.array(few, { minLength: 1, maxLength: 40 }), (rows) => {
        const head = 'patient,dos,dose,waste,payer,auth no,units,claim no,pos,hcpcs,auth status,auth units';
        const text = [head, ...rows.map((row) => `${row.join(',')},11,J0475,${row[5] ? 'Approved' : ''},6`)].join('\n');
        const table = openTable(new TextEncoder().encode(text));
        if ('refused' in table) throw new Error(table.refused);
        const inRun = auditBeside();
        const byItself = auditBeside();
        const steps = runBatch(table, { mapping: proposedMapping(table.headings), clinic, today }, inRun);
        let step = steps.next();
        while (!step.done) step = steps.next();
        if ('refused' in step.value) throw new Error(step.value.refused);
        const result = step.value;
        const { held, at } = result;
        const causes = new Map(held.causes().map(({ id, words }) => [words, held.rowsOf(null, id)]));
        for (let place = 0; place < held.count; place += 1) {
          const { outcome } = at(place);
          byItself.each(byItself.take(outcome));
          expect(held.statusOf(place)).toBe(statusOf(outcome));
          const cause = causeOf(outcome).replaceAll(/“[^”]*”|\d[\d/.,-]*/g, (part) => (part[0] === '“' ? '“…”' : '…'));
          const found = [...causes].find(([, of]) => of.includes(place))?.[0] ?? '';
          expect([cause, causeOf(outcome)]).toContain(found);
        }
        const audited = (beside: typeof inRun) => {
          const audit = auditOfRun(result, [beside.takeRows()], { tables: noTables, today });
          for (;;) {
            const next = audit.next();
            if (next.done) return next.value;
          }
        };
        expect(audited(inRun)).toEqual(audited(byItself));
      }),
      { numRuns: 100 },
    );
  });
});
