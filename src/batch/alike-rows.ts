import { columns, specOf, type BatchRow, type Column } from './columns';

/*
 * Rows of a year are often alike in all that a claim is computed from: the same dose, payer and day, and another
 * patient.
 */

/** Columns that name a patient or an account: they decide nothing, and only a text that does not fit is a problem. */
const naming: readonly Column[] = ['patient_reference', 'account'];
/** A text of them that always fits. */
const fitting = /^[\x21-\x7e]{0,40}$/;

/** What no claim is computed from and no problem of a row comes from: what was billed, and parties of an 837. */
const decidesNothing = (column: Column): boolean => {
  const { target } = specOf(column);
  return target.to === 'billed' || (target.to === 'sending' && column !== 'sex');
};
const deciding = new Set(columns.filter((column) => !decidesNothing(column) && !naming.includes(column)));

/** A year of doses, payers and days comes to some sixty thousand kinds; each takes about a kilobyte. */
const mostKinds = 100_000;

/**
 * Makes a value once for all rows that tell the same of these columns. The value must not depend on line, patient,
 * account, parties or what was billed. It remembers a bounded number of kinds and then begins afresh.
 */
export function onceForAlike<Value>(used: readonly Column[]): (row: BatchRow, make: () => Value) => Value {
  const read = used.filter((column) => deciding.has(column));
  const named = used.filter((column) => naming.includes(column));
  const known = new Map<string, Value>();
  return ({ cells }, make) => {
    if (named.some((column) => !fitting.test(cells[column]))) return make();
    let key = '';
    for (const column of read) key += `${cells[column]}\0`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = make();
    if (known.size >= mostKinds) known.clear();
    known.set(key, value);
    return value;
  };
}
