import { unitTyped } from '../answers/read-amounts';
import { readRefill } from '../answers/read-refill';
import { remembered } from '../answers/remembered';
import { worksheetAnswers } from '../answers/worksheet-answers';
import { emptyContainer, emptyWorksheet, type WorksheetText } from '../answers/worksheet-text';
import { sexes } from '../engine/party-codes';
import type { PayerOfText } from '../engine/clinic-file';
import type { PayerProfile } from '../engine/payer-profile';
import { markLineBreaks, type Reading } from '../engine/typed';
import { payerReader, readChoice, readFlag, readSetting, shown, wordKey } from './choices';
import { specOf, type BatchRow, type Column, type RowProblem } from './columns';
import { openedTeller } from './opened';
import { readAskedModifiers, readContainers, readRecords, readServices } from './lists';

/** The claim record that a row stands for, and what of the row could not be put into it. */
export type RowRecord = { readonly record: WorksheetText; readonly problems: readonly RowProblem[] };

/** Puts the text of a cell that is not blank into the record, or says what is wrong with it. */
type Put = (draft: WorksheetText, text: string) => string | null;

/** Any answer by its name: which ones a column may name, the column table says. */
const set = (part: object, name: string, value: unknown): null => {
  (part as Record<string, unknown>)[name] = value;
  return null;
};

/** Puts what a reader read, or hands on its problem. */
const putRead = <T>(read: (text: string) => Reading<T>, put: (draft: WorksheetText, value: T) => void): Put => {
  const readOnce = remembered(read);
  return (draft, text) => {
    const reading = readOnce(text);
    if ('problem' in reading) return reading.problem;
    put(draft, reading.value);
    return null;
  };
};

type ReadPayer = ReturnType<typeof payerReader>;

/** Columns whose text is a list, or tells more than one answer. */
const special = (readPayer: ReadPayer): Partial<Record<Column, Put>> => ({
  payer: putRead(readPayer, (draft, { payer, profile }) => {
    set(draft, 'payer', payer);
    if (profile !== '') draft.profile = profile;
  }),
  payer_profile: putRead(readPayer, (draft, { payer, profile }) => {
    if (draft.payer === '') set(draft, 'payer', payer);
    if (profile !== '') draft.profile = profile;
  }),
  setting: putRead(readSetting, (draft, told) => {
    set(draft, 'setting', told.setting);
    draft.placeOfService = told.placeOfService;
  }),
  services: putRead(readServices, (draft, services) => {
    draft.services = services;
  }),
  containers: putRead(readContainers, (draft, rows) => {
    draft.entry = 'refill';
    draft.refill.containers = [...rows, emptyContainer];
  }),
  records: putRead(readRecords, (draft, ids) => {
    draft.records = ids;
  }),
  asked_modifiers: putRead(readAskedModifiers, (draft, modifiers) => {
    draft.askedModifiers = modifiers;
  }),
  ...ofPump,
  frequency: (draft, text) =>
    ['1', '7', '8'].includes(text) ? set(draft, 'frequency', text) : `${shown(text)} is no frequency: write 1, 7 or 8`,
  sex: (draft, text) => {
    const found = Object.entries(sexes).find((each) => each.map(wordKey).includes(wordKey(text)));
    return found ? set(draft.sending, 'sex', found[0]) : `${shown(text)} is none of ${Object.keys(sexes).join(', ')}`;
  },
});

const ofPump: Partial<Record<Column, Put>> = {
  reservoir: ({ refill }, text) => {
    const size = text.replace(/\s*ml$/i, '');
    const isListed = size === '20' || size === '40';
    refill.reservoir = isListed ? size : 'other';
    refill.reservoirOther = isListed ? '' : text;
    return null;
  },
  diluent: ({ refill }, text) => {
    refill.diluted = true;
    refill.diluent = text;
    return null;
  },
  leftover: ({ refill }, text) => {
    const said = wordKey(text);
    return said === 'discarded' || said === 'other'
      ? set(refill, 'leftover', said)
      : `${shown(text)} is neither discarded nor other`;
  },
};

/** How a column goes into the record; null for what goes into none, or not by itself. */
function putOf(column: Column, readPayer: ReadPayer): Put | null {
  const found = special(readPayer)[column];
  if (found) return found;
  const { target } = specOf(column);
  if (target.to === 'billed' || target.to === 'count') return null;
  if (target.to === 'refill') return ({ refill }, text) => set(refill, target.answer, text);
  if (target.to === 'sending') return ({ sending }, text) => set(sending, target.answer, text);
  const { answer } = target;
  const { kind } = worksheetAnswers[answer];
  if (kind === 'flag') return putRead(readFlag, (draft, value) => void set(draft, answer, value));
  if (kind !== 'choice' || answer === 'frequency') return (draft, text) => set(draft, answer, text);
  return putRead(
    (text) => readChoice(text, answer as Parameters<typeof readChoice>[1]),
    (draft, value) => void set(draft, answer, value),
  );
}

/**
 * Makes records of rows of which these columns are told, with the clinic’s own payer profiles and what it says that
 * payers of its files are. The same text as in the form gives the same record.
 */
export function recordReader(
  used: readonly Column[],
  own: readonly PayerProfile[],
  payers: readonly PayerOfText[] = [],
): (row: BatchRow) => RowRecord {
  const readPayer = payerReader(own, payers);
  const settleOpened = openedTeller();
  const puts = used.flatMap((column) => {
    const put = putOf(column, readPayer);
    return put ? [{ column, put }] : [];
  });
  const of = (to: string) => used.some((column) => specOf(column).target.to === to);
  const [ofRefill, ofSending] = [of('refill'), of('sending')];
  return ({ cells }) => {
    const record: WorksheetText = {
      ...emptyWorksheet,
      refill: ofRefill ? { ...emptyWorksheet.refill } : emptyWorksheet.refill,
      sending: ofSending ? { ...emptyWorksheet.sending } : emptyWorksheet.sending,
    };
    const problems: RowProblem[] = [];
    for (const { column, put } of puts) {
      const cell = cells[column];
      if (cell === '') continue;
      const text = onOneLine(cell);
      const words = text === '' ? null : put(record, text);
      if (words !== null) problems.push({ column, words });
    }
    const ofOpened = settleOpened(record, cells);
    if (record.entry === 'refill') settleLeftover(record);
    if (ofSending) record.sending.typedFor = record.patientReference;
    return { record, problems: [...problems, ...ofOpened, ...contradictions(record, cells)] };
  };
}

const onOneLine = (cell: string): string =>
  /[\n\r\u2028\u2029\u0085\v\f]/.test(cell) ? markLineBreaks(cell) : cell.trim();

/** “Discarded” in a row stands for all that was left in that row: the amount that the form has it confirmed for. */
function settleLeftover(record: WorksheetText): void {
  if (record.refill.leftover !== 'discarded') return;
  const { left } = readRefill(record, null, () => {});
  if (left) record.refill.leftoverOf = String(left.ng);
}

const unitColumns = [
  ['dose_given', 'dose_given_unit', 'doseGivenUnit'],
  ['dose_wasted', 'dose_wasted_unit', 'doseWastedUnit'],
  ['labeled_amount', 'labeled_amount_unit', 'labeledAmountUnit'],
] as const;

/** What two cells of a row say otherwise, where the form would take one of them. */
function contradictions(record: WorksheetText, cells: BatchRow['cells']): readonly RowProblem[] {
  const found: RowProblem[] = [];
  for (const [column, unitColumn, unit] of unitColumns) {
    const typed = cells[unitColumn] === '' ? undefined : unitTyped(cells[column]);
    if (typed && typed !== record[unit])
      found.push({ column, words: `${shown(cells[column])} is in ${typed}, and its unit says ${record[unit]}` });
  }
  if (record.entry === 'refill' && cells.dose_given.trim() !== '')
    found.push({ column: 'dose_given', words: 'A refill by its containers and a dose are both told: leave one blank' });
  // What is left cannot be told before what went in; that it is asked then as well is told at once.
  if (record.entry === 'refill' && cells.instilled.trim() === '' && cells.leftover.trim() === '')
    found.push({ column: 'leftover', words: 'Say what became of the drug left in the containers, if any was left' });
  if (cells.authorization_number.trim() !== '' && cells.authorization_status.trim() === '')
    found.push({
      column: 'authorization_status',
      words:
        'A preauthorization number is told, and not whether it was approved: write Approved, ' +
        'or choose it for every row',
    });
  return found;
}
