import { asciiUpper } from '../engine/ascii';
import type { IsoDate } from '../engine/dated';
import type { Ndc11 } from '../engine/ndc';
import type { BillingUnits, Money } from '../engine/quantity';
import { problem, trimmed, type Reading } from '../engine/typed';
import { readDay } from '../answers/claim-readers';
import { readCode, readMoney, readReference, readUnits } from '../answers/read-answers';
import { readNdcAnswer } from '../answers/read-drug-code';
import { remembered } from '../answers/remembered';
import { patientAndDay, type AuditRow } from './audit';
import { dueReader } from './audit-due';
import { isDrugCode, type BilledLine } from './audit-line';
import { specOf, type BatchRow, type Column } from './columns';
import type { JudgedOutcome } from './outcome';

type Signed<T> = { readonly value: T; readonly isBelowZero: boolean };

/** A number with what says that it is below zero taken off: "-3", "3-", "(3)", "-$3.00", "$-3.00". */
function signed<T>(text: string, label: string, read: (text: string, label: string) => Reading<T>): Reading<Signed<T>> {
  const bare = trimmed(text);
  const inside = /^\((.*)\)$/.exec(bare)?.[1];
  const without = inside ?? bare.replace(/^(\$?)\s*[-−–]\s*/, '$1').replace(/\s*[-−–]$/, '');
  const reading = read(without, label);
  return 'value' in reading ? { value: { value: reading.value, isBelowZero: without !== bare } } : reading;
}

const yes: ReadonlySet<string> = new Set('yes y true r v x reversal reversed void voided 8 22'.split(' '));
const no: ReadonlySet<string> = new Set([
  '',
  ...'no n false 0 1 2 3 4 7 paid denied processed original active open closed'.split(' '),
]);

const readReversal = (text: string, label: string): Reading<boolean> => {
  const word = trimmed(text).toLowerCase();
  if (yes.has(word)) return { value: true };
  return no.has(word) ? { value: false } : problem(`${label} must be yes or no, or blank`);
};

const readModifiers = (text: string, label: string): Reading<readonly string[]> => {
  const modifiers = asciiUpper(trimmed(text))
    .split(/[\s,;:/-]+/)
    .filter((each) => each !== '');
  const odd = modifiers.find((each) => !/^[A-Z0-9]{2}$/.test(each));
  return odd === undefined
    ? { value: modifiers }
    : problem(`${label}: “${odd.slice(0, 12)}” is no modifier; part them by spaces, like JW TB`);
};

const cellReader = <T>(column: Column, read: (text: string, label: string) => Reading<T>) =>
  remembered((text: string) => read(text, specOf(column).label));
const optionalReader = <T>(column: Column, read: (text: string, label: string) => Reading<T>) =>
  cellReader<T | null>(column, (text, label) => (text.trim() === '' ? { value: null } : read(text, label)));
const told =
  <T>(read: (text: string, label: string) => Reading<T>) =>
  (text: string, label: string) =>
    text.trim() === '' ? problem(`${label} is not told, so there is nothing to compare`) : read(text, label);

type Readings = {
  readonly code: Reading<string>;
  readonly units: Reading<Signed<BillingUnits>>;
  readonly modifiers: Reading<readonly string[]>;
  readonly ndc: Reading<Ndc11 | null>;
  readonly charge: Reading<Signed<Money> | null>;
  readonly paid: Reading<Signed<Money> | null>;
  readonly reversal: Reading<boolean>;
  readonly day: Reading<IsoDate | null>;
};

/** Reads what a row says was billed; each text once. */
function billedReader(today: IsoDate): (row: BatchRow) => Reading<BilledLine> {
  const money = (text: string, label: string) => signed(text, label, readMoney);
  const readers = {
    code: cellReader('billed_code', told(readCode)),
    units: cellReader(
      'billed_units',
      told((text, label) => signed(text, label, readUnits)),
    ),
    modifiers: cellReader('billed_modifiers', readModifiers),
    ndc: optionalReader('billed_ndc', readNdcAnswer),
    charge: optionalReader('billed_charge', money),
    paid: optionalReader('billed_paid', money),
    reversal: cellReader('reversal', readReversal),
    day: optionalReader('date_of_service', (text, label) => readDay(text, label, today)),
  };
  return ({ line, cells }) =>
    billedLine(line, cells, {
      code: readers.code(cells.billed_code),
      units: readers.units(cells.billed_units),
      modifiers: readers.modifiers(cells.billed_modifiers),
      ndc: readers.ndc(cells.billed_ndc),
      charge: readers.charge(cells.billed_charge),
      paid: readers.paid(cells.billed_paid),
      reversal: readers.reversal(cells.reversal),
      day: readers.day(cells.date_of_service),
    });
}

function billedLine(line: number, cells: BatchRow['cells'], readings: Readings): Reading<BilledLine> {
  const { code, units, modifiers, ndc, charge, paid, reversal } = readings;
  for (const each of [code, units, modifiers, ndc, charge, paid, reversal]) if ('problem' in each) return each;
  const number = numberOf(cells.claim_number, 'claim_number');
  const original = numberOf(cells.original_reference, 'original_reference');
  if ('problem' in number) return number;
  if ('problem' in original) return original;
  const value = <T>(reading: Reading<T>): T => (reading as { value: T }).value;
  const isBelow = value(units).isBelowZero || value(charge)?.isBelowZero === true;
  const isReversal = isBelow || value(reversal) || cells.frequency.trim() === '8';
  if (!isReversal && value(paid)?.isBelowZero)
    return problem(`${specOf('billed_paid').label} is below zero, and nothing says that the line is a reversal`);
  return {
    value: {
      line,
      patient: shortOf(cells.patient_reference),
      claimNumber: number.value,
      // A day that cannot be read is a problem of the row’s claim.
      day: 'value' in readings.day ? readings.day.value : null,
      code: value(code),
      units: value(units).value,
      modifiers: value(modifiers),
      ndc: value(ndc),
      charge: value(charge)?.value ?? null,
      paid: value(paid)?.value ?? null,
      isReversal,
      original: original.value,
      replaces: cells.frequency.trim() === '7',
      biller: shortOf(cells.biller) || shortOf(cells.initials),
    },
  };
}

const numberOf = (text: string, column: Column): Reading<string> =>
  text === ''
    ? noNumber
    : plainNumber.test(text)
      ? { value: text }
      : readReference(text, specOf(column).label, mostOfNumber);
const noNumber: Reading<string> = { value: '' };
const mostOfNumber = 50;
/** What every reader of references takes as it stands. */
const plainNumber = /^[A-Z0-9][A-Z0-9-]{0,49}$/i;
const plainText = /^[\x21-\x7e]*$/;
const shortOf = (text: string): string => (plainText.test(text) ? text : trimmed(text));

/** What became of a row, as far as an audit asks. */
type Told =
  | Pick<Extract<JudgedOutcome, { claim: unknown }>, 'claim'>
  | Pick<Extract<JudgedOutcome, { problems: unknown }>, 'problems'>;

/** What an audit takes of an outcome: what was due, or the first problem, and no more of the claim. */
export type TakenOfRow = Pick<AuditRow, 'due' | 'problem'> & {
  /** Which cell stands in which column cannot be told, so that nothing of the row is taken. */
  readonly isTorn: boolean;
};

/** Takes of prepared claims what an audit holds against what was billed. */
export function auditTaker(): (outcome: Told) => TakenOfRow {
  const dueOf = dueReader();
  return (outcome) => {
    if ('claim' in outcome) return { due: dueOf(outcome.claim), problem: null, isTorn: false };
    const [first] = outcome.problems;
    return { due: null, problem: first ? `${first.words}.` : null, isTorn: first?.column === null };
  };
}

/** Makes rows of the file into rows of the audit, with what was taken of their claims. */
export function billedRowReader(today: IsoDate): (row: BatchRow, taken: TakenOfRow) => AuditRow {
  const readBilled = billedReader(today);
  const readDate = optionalReader('date_of_service', (text, label) => readDay(text, label, today));
  const unread = ({ line, cells }: BatchRow, problem: string, isTorn: boolean): AuditRow => {
    const code = asciiUpper(trimmed(cells.billed_code));
    const isOther = !isTorn && /^[A-Z0-9]{5}$/.test(code) && !isDrugCode(code);
    const [patient, on] = [shortOf(cells.patient_reference), readDate(cells.date_of_service)];
    const isTold = !isOther && patient !== '' && 'value' in on && on.value !== null;
    const none = { line, billed: null, due: null, problem };
    return isTold && on.value ? { ...none, seemsOf: patientAndDay(patient, on.value) } : none;
  };
  return (row, { due, problem, isTorn }) => {
    const { line } = row;
    if (isTorn && problem !== null) return unread(row, problem, true);
    const reading = readBilled(row);
    if ('problem' in reading) return unread(row, `${reading.problem}.`, false);
    return { line, billed: reading.value, due, problem };
  };
}
