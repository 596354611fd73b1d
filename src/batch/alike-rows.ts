import { specOf, type Column } from './columns';
import { entriesOf, type Mapping } from './mapping';

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

/** A year of doses, payers and days comes to some sixty thousand kinds; each takes about a kilobyte. */
const mostKinds = 100_000;

/**
 * Makes a value once for all rows with the same cells in these columns, as the file has them. The value must not depend
 * on line, patient, account, parties or what was billed. It remembers a bounded number of kinds and then begins afresh.
 */
export function onceForAlike<Value>(mapping: Mapping): (cells: readonly string[], make: () => Value) => Value {
  const sources = entriesOf(mapping).flatMap(([column, source]) => ('places' in source ? [{ column, ...source }] : []));
  type Told = (typeof sources)[number];
  const isNamed = ({ column, places }: Told): boolean => naming.includes(column) && places.length === 1;
  const named = sources.filter(isNamed).flatMap(({ places }) => places);
  const read = sources.filter((each) => !isNamed(each) && !decidesNothing(each.column)).flatMap(({ places }) => places);
  const known = new Map<string, Value>();
  return (cells, make) => {
    if (named.some((place) => !fitting.test(cells[place] ?? ''))) return make();
    // Joined at once: a text that was added to part by part is slow to look up.
    const key = read.map((place) => cells[place]).join('\0');
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = make();
    if (known.size >= mostKinds) known.clear();
    known.set(key, value);
    return value;
  };
}
