import type { Report } from '../answers/answer-reader';
import { labelOf, type FieldName } from '../answers/field-names';
import { readEncounter } from '../answers/read-worksheet';
import { rememberingAnswers } from '../answers/remembered';
import { worksheetAnswers } from '../answers/worksheet-answers';
import type { WorksheetText } from '../answers/worksheet-text';
import type { ClinicFile, PayerOfText } from '../engine/clinic-file';
import type { IsoDate } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { claimJudge } from '../engine/judge-claim';
import { prepareClaim } from '../engine/prepare-claim';
import type { JudgedClaim, PreparedClaim } from '../engine/prepared-claim';
import { ruleBookWith } from '../rules';
import { columns, specOf, type BatchRow, type Column, type RowProblem } from './columns';
import { recordReader } from './record';

/** What became of a row: its claim, or every problem that keeps it from one. */
export type Outcome<Claim extends JudgedClaim = PreparedClaim> =
  | { readonly line: number; readonly record: WorksheetText; readonly claim: Claim }
  | { readonly line: number; readonly record: WorksheetText; readonly problems: readonly RowProblem[] };

/** The column that tells an answer of the form. */
const columnOfField: ReadonlyMap<string, Column> = new Map(
  columns.flatMap((column): readonly (readonly [string, Column])[] => {
    const { target } = specOf(column);
    if (target.to === 'answer') return [[target.answer, column]];
    return target.to === 'refill' ? [[`refill.${target.answer}`, column]] : [];
  }),
);
const lists: readonly (readonly [prefix: string, column: Column])[] = [
  ['services.', 'services'],
  ['refill.containers.', 'containers'],
  ['refill.reservoirOther', 'reservoir'],
  ['placeOfService', 'setting'],
];

export const columnOf = (field: FieldName): Column | null =>
  columnOfField.get(field) ?? lists.find(([prefix]) => field.startsWith(prefix))?.[1] ?? null;

/** What became of a row, as far as it decides: a run asks no more of each. */
export type JudgedOutcome = Outcome<JudgedClaim>;

/** What of the clinic decides about rows; `payers` is what it says that payers of its files are. */
export type ClinicOfRun = Pick<ClinicFile, 'profiles' | 'tables'> & { readonly payers?: readonly PayerOfText[] };

/**
 * Makes the outcome of rows of which these columns are told, the way that the form goes: the text is read by the same
 * readers, and the facts go to the same engine with the clinic’s profiles and tables.
 */
export function outcomeReader(
  used: readonly Column[],
  clinic: ClinicOfRun,
  today: IsoDate,
): (row: BatchRow) => Outcome {
  const ruleBook = ruleBookWith(clinic.tables);
  return readerOf(used, clinic, today, (encounter) => prepareClaim(encounter, ruleBook));
}

/** The same, of each claim only what decides about it. */
export const judgedReader = (
  used: readonly Column[],
  clinic: ClinicOfRun,
  today: IsoDate,
): ((row: BatchRow) => JudgedOutcome) => readerOf(used, clinic, today, claimJudge(ruleBookWith(clinic.tables)));

function readerOf<Claim extends JudgedClaim>(
  used: readonly Column[],
  { profiles, payers }: ClinicOfRun,
  today: IsoDate,
  claimOf: (encounter: Encounter) => Claim,
): (row: BatchRow) => Outcome<Claim> {
  const recordOf = recordReader(used, profiles, payers);
  const answers = rememberingAnswers(worksheetAnswers, (name) => labelOf(name as FieldName), today);
  return (row) => {
    const { record, problems: unread } = recordOf(row);
    const problems: RowProblem[] = [...unread];
    const report: Report = (field, words) => {
      const column = columnOf(field);
      if (!problems.some((each) => each.column === column)) problems.push({ column, words });
    };
    const { encounter } = readEncounter(record, today, profiles, report, answers);
    return encounter && problems.length === 0
      ? { line: row.line, record, claim: claimOf(encounter) }
      : { line: row.line, record, problems };
  };
}
