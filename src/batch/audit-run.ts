import type { IsoDate } from '../engine/dated';
import type { AuditRow, FinishedAudit } from './audit';
import { auditRowReader, type TakenOfRow } from './audit-billed';
import { recordOf, sha256Of, type AuditRecord } from './audit-record';
import type { Column } from './columns';
import { entriesOf } from './mapping';
import type { RunTold, SeesRows } from './run';

/** What an audit found, and what it was made of. */
export type Audited = { readonly audit: FinishedAudit; readonly record: AuditRecord };

type AuditBeside = SeesRows<TakenOfRow> & {
  /** Hands out the rows seen since they were handed out last. */
  readonly takeRows: () => readonly AuditRow[];
};

/** Sees each row of a run once, and keeps what it billed for an audit. */
export function auditBeside(today: IsoDate): AuditBeside {
  const { take, read } = auditRowReader(today);
  let rows: AuditRow[] = [];
  return {
    take,
    each: (row, taken) => {
      rows.push(read(row, taken));
    },
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
  told: RunTold,
): Promise<AuditRecord> {
  const takenAs = (place: number): Column | '' =>
    entriesOf(told.mapping).find(([, source]) => 'places' in source && source.places.includes(place))?.[0] ?? '';
  const columns = headings.map((heading, place) => ({ heading, takenAs: takenAs(place) }));
  const file = { name, bytes: bytes.length, sha256: await sha256Of(bytes), columns };
  return recordOf(audit, file, told);
}
