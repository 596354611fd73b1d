import { auditOf, type AuditRow, type AuditSettings, type FinishedAudit } from './audit';
import { auditRowReader, type TakenOfRow } from './audit-billed';
import { recordOf, sha256Of, type AuditRecord } from './audit-record';
import type { Column } from './columns';
import { entriesOf } from './mapping';
import type { RunTold, SeesRows } from './run';

/** What an audit found, and what it was made of. */
export type Audited = { readonly audit: FinishedAudit; readonly record: AuditRecord };

/** An audit beside a run: it sees each row once, and tells what it found when the rows are all there. */
type AuditBeside = SeesRows<TakenOfRow> & {
  readonly finish: () => FinishedAudit;
  /** Hands out the rows seen since they were handed out last. */
  readonly takeRows: () => readonly AuditRow[];
};

export function auditBeside(settings: AuditSettings): AuditBeside {
  const { take, read } = auditRowReader(settings.today);
  let rows: AuditRow[] = [];
  return {
    take,
    each: (row, taken) => {
      rows.push(read(row, taken));
    },
    finish: () => auditOf(rows, settings),
    takeRows: () => {
      const seen = rows;
      rows = [];
      return seen;
    },
  };
}

type FileOfRun = {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headings: readonly string[];
};

/** The record of an audit, with which heading was taken for which column. */
export async function recordOfRun(
  audit: FinishedAudit,
  { name, bytes, headings }: FileOfRun,
  { mapping, clinic, today }: RunTold,
): Promise<AuditRecord> {
  const takenAs = (place: number): Column | '' =>
    entriesOf(mapping).find(([, source]) => 'places' in source && source.places.includes(place))?.[0] ?? '';
  const columns = headings.map((heading, place) => ({ heading, takenAs: takenAs(place) }));
  const file = { name, bytes: bytes.length, sha256: await sha256Of(bytes), columns };
  return recordOf(audit, file, clinic.tables, today);
}
