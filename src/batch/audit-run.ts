import type { Outcome } from './outcome';
import type { BatchRow } from './columns';
import { auditOf, type AuditRow, type AuditSettings, type FinishedAudit } from './audit';
import { auditRowReader } from './audit-billed';

/** An audit beside a run: it sees each row once, and tells what it found when the rows are all there. */
export function auditBeside(settings: AuditSettings): {
  readonly each: (row: BatchRow, outcome: Outcome) => void;
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
