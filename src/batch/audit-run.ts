import { auditInSteps, type AuditRow, type AuditSettings, type FinishedAudit } from './audit';
import { auditTaker, billedRowReader, type TakenOfRow } from './audit-billed';
import { recordOf, sha256Of, type AuditRecord } from './audit-record';
import type { Column } from './columns';
import { entriesOf } from './mapping';
import type { BatchResult, Progress, RunTold, SeesRows } from './run';
import type { Steps } from './slices';

/** What an audit found, and what it was made of. */
export type Audited = { readonly audit: FinishedAudit; readonly record: AuditRecord };

/** What an audit takes of rows: of those that are alike once. `of` has the place among the kinds for each row. */
export type TakenOfRows = { readonly kinds: readonly TakenOfRow[]; readonly of: Uint32Array };

type AuditBeside = SeesRows & {
  /** Hands out what was taken of the rows seen since it was handed out last. */
  readonly takeRows: () => TakenOfRows;
};

/** Sees each row of a run once, and keeps for an audit what it must know of its claim. */
export function auditBeside(): AuditBeside {
  const take = auditTaker();
  const kinds: TakenOfRow[] = [];
  let of: number[] = [];
  return {
    take: (outcome) => kinds.push(take(outcome)) - 1,
    each: (kind) => {
      of.push(kind);
    },
    takeRows: () => {
      const seen = Uint32Array.from(of);
      of = [];
      return { kinds, of: seen };
    },
  };
}

const rowsAtOnce = 64;

/**
 * Audits the rows of a run: what each billed is read now, with what was taken of it in the run, in the order of the
 * file.
 */
export function* auditOfRun(
  { held: { count }, toldAt }: Pick<BatchResult, 'held' | 'toldAt'>,
  taken: readonly TakenOfRows[],
  settings: AuditSettings,
): Steps<FinishedAudit> {
  const read = billedRowReader(settings.today);
  const rows: AuditRow[] = [];
  const half = ({ done, of }: Progress, before: 0 | 1): Progress => ({
    done: before * of + done,
    of: 2 * of,
    rows: count,
  });
  for (const { kinds, of } of taken)
    for (const kind of of) {
      const known = kinds[kind];
      if (known) rows.push(read(toldAt(rows.length), known));
      if (rows.length % rowsAtOnce === 0) yield half({ done: rows.length, of: count, rows: count }, 0);
    }
  const steps = auditInSteps(rows, settings);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield half(step.value, 1);
  }
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
