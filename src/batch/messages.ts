import type { Audited, TakenOfRows } from './audit-run';
import type { TextsOfFile } from './column-texts';
import type { Delimiter } from './csv';
import type { Encoding } from './encoding';
import type { RowCause, RowStatus, SentRows } from './held-rows';
import type { Progress, RunTold } from './run';
import type { Table, TablePart } from './table';
import type { WrittenBatch, WrittenBy, WrittenFile } from './write';

/*
 * What the page asks the session of a file, and this asks its helpers, by messages; and what comes back.
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

/** What a worker must know of a run before it takes parts of it. */
export type RunOfParts = {
  readonly table: Pick<Table, 'headings' | 'encoding' | 'delimiter'>;
  readonly told: RunTold;
};
/** A part by its place in the file. */
export type PlacedPart = { readonly place: number; readonly part: TablePart };
export type PartRead = { readonly held: SentRows; readonly blankRows: number };
/** What an audit takes of the rows of a worker's parts. */
export type TakenInParts = readonly { readonly place: number; readonly taken: TakenOfRows }[];

/** What can be asked, and what comes back. */
export type Calls = {
  open: { told: { file: Blob; delimiter: Delimiter | undefined }; value: OpenedFile | Refused };
  /** The different texts of one column, by its place. */
  texts: { told: { readonly place: number }; value: TextsOfFile | Refused };
  run: { told: RunTold; value: RunSummary | Refused };
  /** To a helper: what it must know of a run, then a part of its rows, then what an audit takes of all its parts. */
  begin: { told: RunOfParts; value: null };
  part: { told: PlacedPart; value: PartRead | Refused };
  taken: { told: null; value: TakenInParts };
  audit: { told: { readonly name: string }; value: Audited | Refused };
  page: { told: RowFilter & { from: number; count: number }; value: PageOfRows };
  write: {
    told: RowFilter & WrittenBy & { what: WrittenFile };
    value: WrittenBatch;
  };
};
export type Call = keyof Calls;

/** A question to a session, and what comes back for it: how far it is, then its value or that it failed. */
export type Asked = {
  readonly [Name in Call]: { readonly id: number; readonly call: Name; readonly told: Calls[Name]['told'] };
}[Call];
/** What is in hand ends unanswered; the file stays as it is. */
export type Stop = 'stop';
export type Answered =
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly value: Calls[Call]['value'] }
  | { readonly id: number; readonly failed: true };

/** What a worker is told first: to answer the page, or the worker at the other end of a port. */
export type Role = 'lead' | 'helper';

/** Asks a session; it rejects where the session failed or was ended. */
export type Ask = <Name extends Call>(
  call: Name,
  told: Calls[Name]['told'],
  onProgress?: (progress: Progress) => void,
) => Promise<Calls[Name]['value']>;

type Waiting = {
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly resolve: (value: never) => void;
  readonly reject: () => void;
};

/** Asks by messages: what is heard goes to whoever asked for it. */
export type Asking = {
  readonly ask: Ask;
  readonly hear: (answered: Answered) => void;
  /** Rejects all that was asked and is not answered. */
  readonly failAll: () => void;
};

export function asking(post: (asked: Asked) => void): Asking {
  const waiting = new Map<number, Waiting>();
  let next = 0;
  return {
    ask: (call, told, onProgress) =>
      new Promise((resolve, reject) => {
        next += 1;
        waiting.set(next, {
          onProgress,
          resolve: resolve as Waiting['resolve'],
          reject: () => reject(new Error(call)),
        });
        post({ id: next, call, told } as Asked);
      }),
    hear: (answered) => {
      const asked = waiting.get(answered.id);
      if (!asked) return;
      if ('progress' in answered) return void asked.onProgress?.(answered.progress);
      waiting.delete(answered.id);
      if ('value' in answered) asked.resolve(answered.value as never);
      else asked.reject();
    },
    failAll: () => {
      for (const { reject } of waiting.values()) reject();
      waiting.clear();
    },
  };
}
