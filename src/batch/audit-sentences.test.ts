import { expect, it } from 'vitest';
import { prepareClaim } from '../engine/prepare-claim';
import { noTables } from '../engine/published-tables';
import { unitsOf } from '../engine/quantity';
import { faultsIn, type Worded } from '../rules/plain-words.fixture';
import { ruleBook } from '../rules/index';
import { variedEncounters } from '../rules/sentences.fixture';
import { auditOf } from './audit';
import { checksOf } from './audit-checks';
import { dueReader } from './audit-due';
import type { BilledLine } from './audit-line';
import { today } from './audit.fixture';
import { columns } from './columns';

const told = new Map<string, Worded>();
const tell = (where: string, text: string): void => {
  if (text !== '') told.set(`${where}|${text}`, { where, text });
};

/** Ways to bill a claim wrongly: more and fewer units, without modifiers, as the other code, on one line, unpaid. */
const wrongs: readonly ((line: BilledLine) => BilledLine)[] = [
  (line) => ({ ...line, units: unitsOf(line.units.units + 1) }),
  (line) => ({ ...line, units: unitsOf(Math.max(1, line.units.units - 1)) }),
  (line) => ({ ...line, modifiers: [] }),
  (line) => ({ ...line, modifiers: ['JZ', '59', 'TB'] }),
  (line) => ({ ...line, modifiers: ['JW'] }),
  (line) => ({ ...line, code: 'J0476' }),
  (line) => ({ ...line, modifiers: [], paid: { tenthsOfCent: 0 } }),
];

const dueOf = dueReader();
for (const encounter of variedEncounters(400)) {
  const claim = prepareClaim(encounter, ruleBook);
  const due = dueOf(claim);
  for (const wrong of wrongs) {
    const rows = claim.lines.map(({ hcpcs: code, modifiers, unitsOfService: units, ndcQuantities }, place) => {
      const line: BilledLine = {
        line: place + 2,
        patient: 'PT-1',
        claimNumber: 'C-1',
        day: due.day,
        code,
        units,
        modifiers,
        ndc: ndcQuantities[0]?.ndc ?? null,
        charge: null,
        paid: { tenthsOfCent: 100_000 },
        isReversal: false,
        original: '',
        replaces: false,
        biller: '',
      };
      return { line: line.line, billed: wrong(line), due, problem: null };
    });
    const { findings, forPersons } = auditOf(rows, { tables: noTables, today });
    for (const { why, remedy } of findings) {
      tell('why', why);
      tell('what to do', remedy.says);
      tell('by when', remedy.byWhen);
    }
    for (const { questions } of forPersons) for (const { says } of questions) tell('question', says);
  }
}
for (const column of columns)
  for (const { says } of checksOf(columns.filter((each) => each !== column))) tell('check', says);

const all = [...told.values()];

it('the sentences of an audit are many, whole, short and plain', () => {
  expect(faultsIn(all)).toEqual([]);
  expect(all.length).toBeGreaterThan(150);
});
