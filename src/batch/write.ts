import { csvFormatRow } from 'd3-dsv';
import { resubmissionOf } from '../answers/resubmission';
import type { Office } from '../engine/clinic-file';
import { controlNumberAfter } from '../engine/control-number';
import { linesOf } from '../engine/claim-lines';
import { counted } from '../engine/typed';
import { claimJson } from '../formats/claim-json';
import { formOfClaim, type FileForm } from '../formats/file-form';
import { institutional837OfAll } from '../formats/institutional-837';
import { guarded, linesCsvOfAll } from '../formats/lines-csv';
import { professional837OfAll, type ClaimOfFile, type WrittenAt } from '../formats/professional-837';
import { lineInShort } from '../results/lines-as-text';
import type { JudgedOutcome, Outcome } from './outcome';
import { addedColumns, causeOf, problemWords, statusOf, type BatchResult, type Progress } from './run';

/** What can be written of the rows of a batch. */
export const writtenFiles = {
  rows: { label: 'CSV of the rows with what became of them', file: 'baclofen-batch-rows.csv', type: 'text/csv' },
  lines: { label: 'CSV of the service lines', file: 'baclofen-batch-lines.csv', type: 'text/csv' },
  json: { label: 'JSON lines', file: 'baclofen-batch.jsonl', type: 'application/x-ndjson' },
  '837P': { label: '837P of ready claims', file: 'baclofen-batch-837p.txt', type: 'text/plain' },
  '837I': { label: '837I of ready claims', file: 'baclofen-batch-837i.txt', type: 'text/plain' },
} as const;
export type WrittenFile = keyof typeof writtenFiles;

/** The text in parts, so that no string grows too long; how many rows are in it, and what is not. */
export type WrittenBatch = { readonly parts: readonly string[]; readonly says: string };

/** Who writes, and when; whether an 837 takes claims in review beside the ready ones. */
export type WrittenBy = { readonly office: Office; readonly writtenAt: WrittenAt; readonly withReview: boolean };

const rowsAtOnce = 64;
/** An interchange of more claims is refused by many receivers. */
const mostClaims = 5_000;

const rowOfCsv = (cells: readonly string[]): string => `${csvFormatRow(cells.map(guarded))}\r\n`;

/** Writes what became of these rows; nothing where nothing of them may be written. */
export function* writeBatch(
  what: WrittenFile,
  result: BatchResult,
  rows: Uint32Array,
  by: WrittenBy,
): Generator<Progress, WrittenBatch> {
  if (takesNumber(what)) return yield* write837(what, result, rows, by);
  const textAt = textOf[what](result);
  const parts: string[] = what === 'rows' ? [rowOfCsv([...result.used, ...addedColumns])] : [];
  let count = 0;
  for (const [done, place] of rows.entries()) {
    const text = textAt(place, count === 0);
    if (text !== null) {
      parts.push(text);
      count += 1;
    }
    if (done % rowsAtOnce === 0) yield { done, of: rows.length, rows: count };
  }
  const left = rows.length - count;
  return {
    parts,
    says: `${counted(count, 'row')} in it${left > 0 ? `, ${left} left out: their lines may not leave` : ''}.`,
  };
}

type TextOf = (result: BatchResult) => (place: number, isFirst: boolean) => string | null;

const textOf: Readonly<Record<Exclude<WrittenFile, '837P' | '837I'>, TextOf>> = {
  rows: ({ taking, used }) => {
    const read = taking((outcome) => [statusOf(outcome), linesInShort(outcome), toDo(outcome)]);
    return (place) => {
      const { row, taken } = read(place);
      return rowOfCsv([...used.map((column) => row.cells[column]), ...taken, String(row.line)]);
    };
  },
  lines:
    ({ at }) =>
    (place, isFirst) => {
      const { outcome } = at(place);
      if (!('claim' in outcome)) return null;
      const { record, claim } = outcome;
      const written = linesCsvOfAll([
        {
          reference: record.patientReference,
          account: record.account,
          claim,
          resubmission: resubmissionOf(record),
          department: record.sending.procedureRevenue,
        },
      ]);
      if (!('written' in written)) return null;
      return isFirst ? written.written : written.written.slice(written.written.indexOf('\r\n') + 2);
    },
  json:
    ({ at }) =>
    (place) => {
      const { row, outcome } = at(place);
      const { patientReference: reference, account } = outcome.record;
      const about = { line: row.line, patientReference: reference, account, status: statusOf(outcome) };
      if (!('claim' in outcome)) return jsonLine({ ...about, problems: outcome.problems });
      const json = claimJson(outcome.claim, resubmissionOf(outcome.record), outcome.record.sending.procedureRevenue);
      return jsonLine(
        'written' in json
          ? { ...about, claim: JSON.parse(json.written) as unknown }
          : { ...about, problems: json.refused.map(({ says }) => ({ column: null, words: says })) },
      );
    },
};

const jsonLine = (value: object): string => `${JSON.stringify(value)}\n`;

export const linesInShort = (outcome: JudgedOutcome): string =>
  'claim' in outcome ? linesOf(outcome.claim).map(lineInShort).join(', ') : '';

export const toDo = (outcome: JudgedOutcome): string =>
  'claim' in outcome ? causeOf(outcome) : outcome.problems.map(problemWords).join('; ');

export type OfficeChange = (change: (before: Office) => Office) => void;

/** The clinic whose control number this file has: an 837 takes it before it is written, so that no other can. */
export const officeTaken = (what: WrittenFile, change: OfficeChange): Promise<Office> =>
  new Promise((resolve) => {
    change((before) => {
      resolve(before);
      return takesNumber(what) ? { ...before, controlNumber: controlNumberAfter(before.controlNumber) } : before;
    });
  });

/** Gives the number of a file that was not written back, unless another took the next one meanwhile. */
export function giveBack(what: WrittenFile, { controlNumber }: Office, change: OfficeChange): void {
  if (!takesNumber(what)) return;
  const next = controlNumberAfter(controlNumber);
  change((before) => (before.controlNumber === next ? { ...before, controlNumber } : before));
}

export const takesNumber = (what: WrittenFile): what is FileForm => what === '837P' || what === '837I';

const writers = { '837P': professional837OfAll, '837I': institutional837OfAll } as const;

/** One file of the claims that may go and whose parties are known; the first reason against another. */
function* write837(
  form: FileForm,
  { at, held }: BatchResult,
  rows: Uint32Array,
  { office, writtenAt, withReview }: WrittenBy,
): Generator<Progress, WrittenBatch> {
  const taken: ClaimOfFile[] = [];
  let against = '';
  let left = 0;
  for (const [done, place] of rows.entries()) {
    const status = held.statusOf(place);
    const mayGo = status === 'ready' || (withReview && status === 'review');
    const claim = mayGo ? claimOfFile(at(place).outcome, form) : null;
    if (claim) {
      const alone = writers[form]([claim], office, writtenAt);
      if ('written' in alone && taken.length < mostClaims) taken.push(claim);
      else left += 1;
      if ('refused' in alone) against ||= `${claim.whose}: ${alone.refused[0]?.says ?? ''}`;
    }
    if (done % rowsAtOnce === 0) yield { done, of: rows.length, rows: taken.length };
  }
  const all = writers[form](taken, office, writtenAt);
  if ('refused' in all)
    return { parts: [], says: `No ${form} was written: ${against || 'none of these rows is ready for it'}.` };
  const more = left > 0 ? ` ${counted(left, 'other')} left out. ${against}` : '';
  return { parts: [all.written], says: `${counted(taken.length, 'claim')} in it.${more}` };
}

function claimOfFile(outcome: Outcome, form: FileForm): ClaimOfFile | null {
  if (!('claim' in outcome) || formOfClaim(outcome.claim) !== form) return null;
  const { record, claim, line } = outcome;
  return { whose: `Line ${line}`, claim, sending: record.sending, resubmission: resubmissionOf(record) };
}
