import { payerLabels } from '../answers/choice-labels';
import { readDay } from '../answers/claim-readers';
import { asciiUpper } from '../engine/ascii';
import type { Office } from '../engine/clinic-file';
import { covers, formatDate, type IsoDate, type Span } from '../engine/dated';
import type { Status } from '../engine/prepared-claim';
import { formatMoney, noMoney } from '../engine/quantity';
import { drugLinesOf, linesOf } from '../engine/claim-lines';
import { lineInShort } from '../results/lines-as-text';
import { reasonInShort, statusWords, worstOf } from '../results/words';
import { drugUnitsOf } from './authorized-units';
import { cameBackPaid, cameBackShort, cameBackWords, type CameBack } from './came-back';
import type { KeptClaim, KeptReading, ReadKept } from './clinic-records';
import { readCourse, type Course } from './course';
import type { ComparedClaim, Warning } from './duplicates';
import { isToBill } from './to-bill';
import { isWork, toDoOf, urgencyOf, type ToDo } from './worklist';

/** What became of the claim goes before how it stands. */
export type RowStatus = Status | 'no-claim' | CameBack['kind'] | 'paid' | 'corrected';
export const rowStatusWords: Readonly<Record<RowStatus, string>> = {
  ...cameBackWords,
  paid: 'Came back paid',
  'no-claim': 'No claim yet',
  ...statusWords,
  corrected: 'Corrected',
};

/** A kept claim as a row of the day. */
export type DayRow = ComparedClaim & {
  readonly reading: KeptReading;
  /** As typed; blank where the patient has none. */
  readonly reference: string;
  /** The payer profile, else the payer type; blank where neither is told. */
  readonly payer: string;
  /** "J0475-JZ × 4". */
  readonly lines: readonly string[];
  /** In dollars, or that none was entered; never zero for not known. */
  readonly charge: string;
  readonly status: RowStatus;
  /** The worst reason for the status; blank where nothing is left to do. */
  readonly reason: string;
  readonly course: Course;
  readonly toBill: boolean;
  /** What is to be done about it by now; null where nothing is. */
  readonly toDo: ToDo | null;
};

/** What is done with one row. */
export type RowWork = {
  /** Who sends: what a file of a row lacks hangs on it. */
  readonly office: Office;
  /** At `why-not` it is looked at for why it goes into no file. */
  readonly onLook: (id: string, at?: 'why-not') => void;
  /** To what its remittance means. */
  readonly onWhy: (row: DayRow) => void;
  readonly onOpen: (row: DayRow) => void;
  readonly onAgain: (row: DayRow) => void;
  readonly onDelete: (row: DayRow) => void;
};

export const columns = [
  'patient',
  'day',
  'payer',
  'lines',
  'units',
  'charge',
  'status',
  'sent',
  'came-back',
  'to-do',
  'at-stake',
] as const;
export type Column = (typeof columns)[number];

/**
 * Makes rows of kept claims as of `today`. Each record is read once, however often the table is sorted, filtered or
 * drawn again.
 */
export function rowMaker(read: ReadKept, today: IsoDate): (record: KeptClaim) => DayRow {
  const made = new WeakMap<KeptClaim, DayRow>();
  return (record) => {
    const row = made.get(record) ?? rowOf(record, read(record), today);
    made.set(record, row);
    return row;
  };
}

function rowOf(record: KeptClaim, reading: KeptReading, today: IsoDate): DayRow {
  const { claim } = reading;
  const service = readDay(record.dateOfService, '');
  const course = readCourse(record, today);
  const cameBack = cameBackShort(record, course) ?? cameBackPaid(course);
  const on = 'value' in service ? service.value : null;
  return {
    id: record.recordId,
    record,
    reading,
    on,
    reference: record.patientReference.trim(),
    payer: claim?.encounter.profile?.name ?? (record.payer === '' ? '' : payerLabels[record.payer]),
    codes: claim ? drugLinesOf(claim).map(({ hcpcs }) => hcpcs) : [],
    drugs: drugUnitsOf(record, claim),
    lines: claim ? linesOf(claim).map(lineInShort) : [],
    charge: claim?.totalCharge ? formatMoney(claim.totalCharge) : 'not entered',
    status: cameBack?.kind ?? claim?.status ?? 'no-claim',
    reason: cameBack?.says ?? reasonOf(reading),
    course,
    toBill: isToBill(record),
    toDo: toDoOf({ record, claim, on, course, hasNext: false }, today),
  };
}

function reasonOf({ claim, problems }: KeptReading): string {
  if (!claim) return problems[0]?.message ?? 'Nothing that makes a claim was told.';
  const worst = worstOf(claim);
  return worst ? reasonInShort(claim, worst) : '';
}

/** "PT-1, 11/20/2026": a claim in a few words, to tell it from the others. */
export const inFewWords = ({ reference, on, record }: Pick<DayRow, 'reference' | 'on' | 'record'>): string =>
  [reference || 'No reference', on ? formatDate(on) : record.dateOfService.trim() || 'no date'].join(', ');

/** What is to do first, first. */
const statuses: readonly RowStatus[] = [
  'denied',
  'short',
  'on-hold',
  'fix-first',
  'no-claim',
  'review',
  'ready',
  'paid',
  'corrected',
];

/** What the other claims tell of the rows: one that is corrected is done, and one that uses too much is not ready. */
export function rowsTogether(
  rows: readonly DayRow[],
  warnings: ReadonlyMap<string, readonly Warning[]>,
  today: IsoDate,
): readonly DayRow[] {
  const isSentTwice = ({ id }: DayRow): boolean => (warnings.get(id) ?? []).some(({ kind }) => kind === 'sent-before');
  const corrected = new Map(
    rows.filter((row) => !isSentTwice(row)).map(({ record }) => [record.corrects, record.madeFrom.as]),
  );
  const withNext = new Set(
    rows.map(({ record: { madeFrom } }) => (madeFrom.as === 'next-payer' ? madeFrom.claim : '')).filter(Boolean),
  );
  return rows.map((alone) => {
    const row = withNext.has(alone.id) ? withNextPayer(alone, today) : alone;
    const as = corrected.get(row.id);
    if (as !== undefined)
      return {
        ...row,
        status: 'corrected',
        reason: `A ${as === 'new' ? 'new' : 'corrected'} claim of its own is kept.`,
        toDo: null,
      } as const;
    const among = standsAmong(row.status, warnings.get(row.id) ?? []);
    return { ...row, ...among, ...(isSentTwice(row) && row.toDo?.kind === 'send' ? { toDo: insteadOfSending } : {}) };
  });
}

/** Of a second claim that Part B would take for a duplicate: the money and the day are those of the first one. */
const insteadOfSending: ToDo = {
  kind: 'send',
  says: 'Do not send it. Ask for a reopening of the claim that was sent.',
  atStake: noMoney,
  deadline: null,
};

/** What is left to do about a claim once the one to the next payer was made. */
const withNextPayer = (row: DayRow, today: IsoDate): DayRow => ({
  ...row,
  toDo: toDoOf({ record: row.record, claim: row.reading.claim, on: row.on, course: row.course, hasNext: true }, today),
});

/** How other claims make a claim stand, and why; null where none speaks against it, or it stands as ill by itself. */
export function standsAmong(
  status: RowStatus,
  warnings: readonly Warning[],
): { readonly status: 'review' | 'fix-first'; readonly reason: string } | null {
  const has = (kind: Warning['kind']): boolean => warnings.some((each) => each.kind === kind);
  if ((status === 'ready' || status === 'review') && has('sent-before'))
    return { status: 'fix-first', reason: 'The claim that it corrects was sent: this one is a duplicate.' };
  if (status !== 'ready') return null;
  if (has('beyond-authorization'))
    return { status: 'review', reason: 'Still to be checked: the units of its authorization.' };
  return has('units-used') ? { status: 'review', reason: 'Still to be checked: the units already used.' } : null;
}

/** What a column is sorted by; undefined where it is not known, which stands last whichever way is sorted. */
export function sortedBy(row: DayRow, column: Column): string | number | undefined {
  const { claim } = row.reading;
  switch (column) {
    case 'patient':
      return asciiUpper(row.reference) || undefined;
    case 'day':
      return row.on ?? undefined;
    case 'payer':
      return row.payer || undefined;
    case 'lines':
      return row.lines.join(' ') || undefined;
    case 'units':
      return claim?.totalUnits.units;
    case 'charge':
      return claim?.totalCharge?.tenthsOfCent;
    case 'status':
      return statuses.indexOf(row.status);
    case 'sent':
      return row.course.sentOn ?? undefined;
    case 'came-back':
      return row.course.cameBackOn ?? undefined;
    case 'to-do':
      return (row.toDo && urgencyOf(row.toDo)) ?? undefined;
    case 'at-stake':
      return row.toDo?.atStake?.tenthsOfCent;
  }
}

let collator: Intl.Collator | undefined;
/** PT-2 stands before PT-10. What compares words is made at the first use: it would hold up the start of the page. */
const compareWords = (one: string, other: string): number =>
  (collator ??= new Intl.Collator('en', { numeric: true })).compare(one, other);
export const compareKeys = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : compareWords(String(one), String(other));

export const works = {
  'to-do': 'To do',
  'to-bill': 'To bill',
  'not-sent': 'Not sent',
  sent: 'Sent',
  'no-answer': 'Sent, no answer',
  'came-back': 'Came back',
} as const;
export const spans = { today: 'Today', month: 'This month' } as const;

/** Which rows are shown; '' is all of them. */
export type Shown = {
  readonly search: string;
  readonly status: RowStatus | '';
  readonly payer: string;
  readonly span: keyof typeof spans | '';
  readonly work: keyof typeof works | '';
};
export const allShown: Shown = { search: '', status: '', payer: '', span: '', work: '' };

/** The rows that are shown, in the order in which they were kept. */
export function shownRows(rows: readonly DayRow[], shown: Shown, today: IsoDate): readonly DayRow[] {
  const words = asciiUpper(shown.search).split(/\s+/).filter(Boolean);
  const month: Span = { from: `${today.slice(0, 8)}01` as IsoDate, through: `${today.slice(0, 8)}31` as IsoDate };
  return rows.filter(
    (row) =>
      (shown.status === '' || row.status === shown.status) &&
      (shown.payer === '' || row.payer === shown.payer) &&
      (shown.span === '' || (row.on !== null && (shown.span === 'today' ? row.on === today : covers(month, row.on)))) &&
      (shown.work === '' || isAt(row, shown.work)) &&
      words.every((word) => textOf(row).includes(word)),
  );
}

/** Which rows are shown when the list is opened again: all, where those that were wanted are none any more. */
export const shownOnOpening = (rows: readonly DayRow[], shown: Shown, today: IsoDate): Shown =>
  shownRows(rows, shown, today).length === 0 ? allShown : shown;

function isAt({ toBill, record, course, toDo }: DayRow, work: keyof typeof works): boolean {
  switch (work) {
    case 'to-do':
      return toDo !== null && isWork(toDo);
    case 'no-answer':
      return course.sentOn !== null && course.cameBackOn === null;
    case 'to-bill':
      return toBill;
    case 'not-sent':
      return record.course.sentOn.trim() === '';
    case 'sent':
      return course.sentOn !== null;
    case 'came-back':
      return course.cameBackOn !== null;
  }
}

const texts = new WeakMap<DayRow, string>();
/** All of a row that can be searched for, in capitals. */
function textOf(row: DayRow): string {
  const { account, sending } = row.record;
  const text =
    texts.get(row) ??
    asciiUpper(
      [
        inFewWords(row),
        account,
        sending.patientLast,
        sending.patientFirst,
        sending.memberId,
        row.payer,
        ...row.lines,
        rowStatusWords[row.status],
        row.reason,
      ].join(' '),
    );
  texts.set(row, text);
  return text;
}

/** The payers that the rows have, each once. */
export const payersOf = (rows: readonly DayRow[]): readonly string[] =>
  [...new Set(rows.map(({ payer }) => payer).filter(Boolean))].toSorted(compareWords);

/** The last claim of the patient by its day of service; this one, where the patient has no other. */
export function lastOf(row: DayRow, rows: readonly DayRow[], isSame: (other: DayRow) => boolean): DayRow {
  return rows.filter(isSame).reduce((last, each) => ((each.on ?? '') > (last.on ?? '') ? each : last), row);
}
