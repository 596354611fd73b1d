import { formatDate } from '../engine/dated';
import { formatMoney } from '../engine/quantity';
import { auditOfRun, recordOfRun } from './audit-run';
import { textsIn } from './column-texts';
import { mostBytes, tooLarge } from './encoding';
import { tellsBilled } from './mapping';
import type { Ask, Calls, PageOfRows, PlacedPart, RowFilter, RowShown, RunOfParts, TakenInParts } from './messages';
import { PartReader, readInParts, sent, takenInParts } from './parts';
import { resultOf, statusOf, type BatchResult, type RunTold } from './run';
import type { InSlices, Tell } from './slices';
import { openTable, type Table } from './table';
import { linesInShort, toDo, writeBatch, type WrittenBatch } from './write';

/*
 * One file of a batch, from its bytes to what is written of it. It is asked by messages, and it runs in a worker; where
 * there can be none, on the page, a slice at a time. A large file has helpers: sessions in workers of their own, which
 * know nothing of the file but the parts that they are given.
 */

const changed = 'This file could not be read, or was changed while it was read. Choose it again.';

export class BatchSession {
  #bytes: Uint8Array<ArrayBuffer> | null = null;
  #table: Table | null = null;
  #reader: PartReader | null = null;
  #told: RunTold | null = null;
  #result: BatchResult | null = null;
  #filtered: { readonly key: string; readonly rows: Uint32Array } | null = null;
  readonly #inSlices: InSlices;
  readonly #helpers: readonly Ask[];

  constructor(inSlices: InSlices, helpers: readonly Ask[] = []) {
    this.#inSlices = inSlices;
    this.#helpers = helpers;
  }

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

  async texts({ place }: Calls['texts']['told'], tell: Tell): Promise<Calls['texts']['value']> {
    const [table, bytes] = [this.#table, this.#bytes];
    return table && bytes ? this.#inSlices(textsIn(table, bytes, place), tell) : { refused: changed };
  }

  async run(told: RunTold, tell: Tell): Promise<Calls['run']['value']> {
    this.#forget();
    const [table, bytes] = [this.#table, this.#bytes];
    if (!table || !bytes) return { refused: changed };
    const own = new PartReader({ table, told });
    const read = await readInParts({ table, bytes, told, own, helpers: this.#helpers, inSlices: this.#inSlices }, tell);
    if ('refused' in read) return read;
    [this.#reader, this.#told, this.#result] = [own, told, resultOf(table, told, read)];
    const { held, blankRows } = read;
    return {
      count: held.count,
      blankRows,
      counts: held.counts,
      causes: held.causes(),
      heldBytes: held.bytes,
      fileBytes: table.byteLength,
    };
  }

  begin(told: RunOfParts): null {
    this.#reader = new PartReader(told);
    return null;
  }

  async part(told: PlacedPart, tell: Tell): Promise<Calls['part']['value']> {
    return this.#reader ? sent(await this.#inSlices(this.#reader.read(told), tell)) : { refused: changed };
  }

  taken(): TakenInParts {
    return this.#reader?.taken ?? [];
  }

  async audit({ name }: Calls['audit']['told'], tell: Tell): Promise<Calls['audit']['value']> {
    const [reader, told, result] = [this.#reader, this.#told, this.#result];
    const [table, bytes] = [this.#table, this.#bytes];
    if (!reader || !told || !result || !table || !bytes || !tellsBilled(told.mapping)) return { refused: changed };
    const taken = await takenInParts(reader, this.#helpers);
    const { today, clinic } = told;
    const audit = await this.#inSlices(auditOfRun(result, taken, { today, tables: clinic.tables }), tell);
    return { audit, record: await recordOfRun(audit, { name, bytes, headings: table.headings }, told) };
  }

  page({ status, cause, from, count }: Calls['page']['told']): PageOfRows {
    const rows = this.#rowsOf({ status, cause });
    return {
      total: rows.length,
      from,
      rows: [...rows.subarray(from, from + count)].flatMap((row) => this.#shown(row)),
    };
  }

  async write({ what, status, cause, ...by }: Calls['write']['told'], tell: Tell): Promise<WrittenBatch> {
    if (!this.#result) return { parts: [], says: changed };
    const steps = writeBatch(what, this.#result, this.#rowsOf({ status, cause }), by);
    return this.#inSlices(steps, tell);
  }

  #forget(): void {
    this.#reader = null;
    this.#told = null;
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
