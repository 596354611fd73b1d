import { auditOf, type AuditRow, type AuditSettings, type FinishedAudit } from './audit';
import { auditRowReader } from './audit-billed';
import type { AuditRecord } from './audit-record';
import type { SeesRow } from './run';

/** What an audit found, and what it was made of. */
export type Audited = { readonly audit: FinishedAudit; readonly record: AuditRecord };

/** An audit beside a run: it sees each row once, and tells what it found when the rows are all there. */
export function auditBeside(settings: AuditSettings): {
  readonly each: SeesRow;
  readonly finish: () => FinishedAudit;
} {
  const read = auditRowReader(settings.today);
  const rows: AuditRow[] = [];
  return {
    each: (row, outcome) => {
      rows.push(read(row, outcome));
    },
    finish: () => auditOf(rows, settings),
  };
}
