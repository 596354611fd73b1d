import type { Office } from '../engine/clinic-file';
import { formatDate } from '../engine/dated';
import { formatMoney } from '../engine/quantity';
import type { WrittenAt } from '../formats/professional-837';
import type { Delimiter } from './csv';
import type { Encoding } from './encoding';
import { mostBytes, tooLarge } from './encoding';
import type { RowCause, RowStatus } from './held-rows';
import { auditBeside, recordOfRun, type Audited } from './audit-run';
import { tellsBilled } from './mapping';
import { runBatch, statusOf, type BatchResult, type Progress, type RunTold } from './run';
import { openTable, type Table } from './table';
import { linesInShort, toDo, writeBatch, type WrittenBatch, type WrittenFile } from './write';

/*
 * One file of a batch, from its bytes to what is written of it. It is asked by messages, and it runs in a worker; where
 * there can be none, on the page, a slice at a time.
 */

export type OpenedFile = {
  readonly headings: readonly string[];
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** Cells of the first rows, to tell the columns by. */
  readonly sample: readonly (readonly string[])[];
};

export type RunSummary = {
  readonly count: number;
  readonly blankRows: number;
  readonly counts: Readonly<Record<RowStatus, number>>;
  readonly causes: readonly RowCause[];
  /** Bytes that the rows take beside the file itself. */
  readonly heldBytes: number;
  readonly fileBytes: number;
};

export type RowFilter = { readonly status: RowStatus | null; readonly cause: number | null };

export type RowShown = {
  readonly place: number;
  readonly line: number;
  readonly reference: string;
  readonly day: string;
  readonly lines: string;
  readonly charge: string;
  readonly status: RowStatus;
  readonly words: string;
};
export type PageOfRows = { readonly total: number; readonly from: number; readonly rows: readonly RowShown[] };

export type Refused = { readonly refused: string };

/** What can be asked, and what comes back. */
export type Calls = {
  open: { told: { file: Blob; delimiter: Delimiter | undefined }; value: OpenedFile | Refused };
  run: { told: RunTold; value: RunSummary | Refused };
  audit: { told: { readonly name: string }; value: Audited | Refused };
  page: { told: RowFilter & { from: number; count: number }; value: PageOfRows };
  write: {
    told: RowFilter & { what: WrittenFile; office: Office; writtenAt: WrittenAt };
    value: WrittenBatch;
  };
};
export type Call = keyof Calls;
export type Steps<Value> = Generator<Progress, Value>;

const changed = 'This file could not be read, or was changed while it was read. Choose it again.';

export class BatchSession {
  #bytes: Uint8Array<ArrayBuffer> | null = null;
  #table: Table | null = null;
  #audit: { readonly told: RunTold; readonly beside: ReturnType<typeof auditBeside> } | null = null;
  #result: BatchResult | null = null;
  #filtered: { readonly key: string; readonly rows: Uint32Array } | null = null;

  async open({ file, delimiter }: Calls['open']['told']): Promise<Calls['open']['value']> {
    this.#table = null;
    this.#forget();
    if (file.size > mostBytes) return { refused: tooLarge };
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return { refused: changed };
    }
    const table = openTable(bytes, delimiter);
    if ('refused' in table) return table;
    this.#table = table;
    this.#bytes = bytes;
    const { headings, encoding, delimiter: found } = table;
    return { headings, encoding, delimiter: found, sample: sampleOf(table) };
  }

  *run(told: RunTold): Steps<Calls['run']['value']> {
    this.#forget();
    if (!this.#table) return { refused: changed };
    const beside = tellsBilled(told.mapping) ? auditBeside({ tables: told.clinic.tables, today: told.today }) : null;
    const result = yield* runBatch(this.#table, told, beside ?? undefined);
    if ('refused' in result) return result;
    this.#audit = beside && { told, beside };
    this.#result = result;
    const { held, blankRows } = result;
    return {
      count: held.count,
      blankRows,
      counts: held.counts,
      causes: held.causes(),
      heldBytes: held.bytes,
      fileBytes: this.#table.byteLength,
    };
  }

  async audit({ name }: Calls['audit']['told']): Promise<Calls['audit']['value']> {
    const [audited, table, bytes] = [this.#audit, this.#table, this.#bytes];
    if (!audited || !table || !bytes) return { refused: changed };
    const audit = audited.beside.finish();
    return { audit, record: await recordOfRun(audit, { name, bytes, headings: table.headings }, audited.told) };
  }

  page({ status, cause, from, count }: Calls['page']['told']): PageOfRows {
    const rows = this.#rowsOf({ status, cause });
    return {
      total: rows.length,
      from,
      rows: [...rows.subarray(from, from + count)].flatMap((row) => this.#shown(row)),
    };
  }

  *write({ what, office, writtenAt, status, cause }: Calls['write']['told']): Steps<WrittenBatch> {
    if (!this.#result) return { parts: [], says: changed };
    return yield* writeBatch(what, this.#result, this.#rowsOf({ status, cause }), { office, writtenAt });
  }

  #forget(): void {
    this.#audit = null;
    this.#result = null;
    this.#filtered = null;
  }

  #rowsOf({ status, cause }: RowFilter): Uint32Array {
    const key = `${status} ${cause}`;
    if (this.#filtered?.key !== key)
      this.#filtered = { key, rows: this.#result?.held.rowsOf(status, cause) ?? new Uint32Array() };
    return this.#filtered.rows;
  }

  #shown(place: number): readonly RowShown[] {
    if (!this.#result) return [];
    const { row, outcome } = this.#result.at(place);
    const claim = 'claim' in outcome ? outcome.claim : null;
    return [
      {
        place,
        line: row.line,
        reference: row.cells.patient_reference,
        day: claim ? formatDate(claim.encounter.dateOfService) : row.cells.date_of_service,
        lines: linesInShort(outcome),
        charge: claim?.totalCharge ? formatMoney(claim.totalCharge) : '',
        status: statusOf(outcome),
        words: toDo(outcome),
      },
    ];
  }
}

const sampleRows = 3;

function sampleOf({ readRow, first }: Table): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  let { at, line } = first;
  while (rows.length < sampleRows) {
    const row = readRow(at, line);
    if (!row || 'fault' in row) break;
    rows.push(row.cells);
    at = row.next;
    line = row.nextLine;
  }
  return rows;
}
