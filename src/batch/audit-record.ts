import { formatDate, formatSpan, type IsoDate, type Span } from '../engine/dated';
import { digitsOfMoney } from '../engine/quantity';
import { ruleBook, tablesOnFile } from '../rules';
import { paymentLimitsRead } from '../rules/payment-limits';
import { mueRead } from '../rules/mue';
import { products } from '../rules/products';
import type { FinishedAudit } from './audit';
import { rowsOf } from './audit';
import { checksOf, type CheckOfColumns } from './audit-checks';
import { lateMoneyOf, openByPayer, questionTitle, unreadByProblem } from './audit-words';
import type { Column } from './columns';
import { entriesOf } from './mapping';
import type { RunTold } from './run';

/** What an audit was made of and with, so that whoever has the same file can make it again and compare. */
export type AuditRecord = {
  readonly madeOn: IsoDate;
  readonly file: { readonly name: string; readonly bytes: number; readonly sha256: string };
  /** Which column of the file was taken for which, in the order of the file; '' for one that was left out. */
  readonly columns: readonly { readonly heading: string; readonly takenAs: Column | '' }[];
  /** SHA-256 of the rules’ ids and rows and of every figure that an audit rests on. */
  readonly ruleBook: string;
  /** SHA-256 of how the columns are read, with the answers that all rows share, and of what payers of files are. */
  readonly mapping: string;
  /** SHA-256 of the clinic’s payer profiles, their fees among them. */
  readonly profiles: string;
  /** SHA-256 of the tables that the clinic opened. */
  readonly openedTables: string;
  readonly tables: readonly { readonly title: string; readonly spans: readonly Span[] }[];
  /** Tables that the clinic opened beyond those of the page. */
  readonly opened: readonly ({ readonly title: string; readonly file: string } & Span)[];
  /** How far the columns allowed each check, and what was missing. */
  readonly checks: readonly CheckOfColumns[];
  readonly counts: FinishedAudit['counts'] & {
    readonly findings: number;
    /** With those that have a finding as well. */
    readonly forPersons: number;
    readonly unread: number;
  };
  /** Why rows were not audited, the most frequent first. */
  readonly notAudited: readonly { readonly problem: string; readonly rows: number }[];
  /** What a person must decide, by payer. */
  readonly open: readonly { readonly payer: string; readonly question: string; readonly claims: number }[];
  readonly total: {
    readonly toReturn: string;
    readonly toCollect: string;
    readonly atStake: string;
    /** Of what is to collect. */
    readonly lastDayPassed: string;
    readonly onlyIfNoticeIsLate: string;
  };
};

/** The SHA-256 of bytes in lower-case hexadecimal digits. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer> | ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The SHA-256 of plain data, whatever the order in which its answers were given. */
const sha256OfData = (data: unknown): Promise<string> =>
  sha256Of(
    new TextEncoder().encode(
      JSON.stringify(data, (_, value: unknown) =>
        value !== null && typeof value === 'object' && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
          : value,
      ),
    ),
  );

/** Names the rules and tables that came with the page: the same as long as none of them changed. */
export const ruleBookVersion = (): Promise<string> =>
  sha256Of(
    new TextEncoder().encode(
      JSON.stringify([
        ruleBook.rules.map(({ id, rows, outcomes }) => [id, rows, outcomes]),
        rowsOf,
        tablesOnFile,
        paymentLimitsRead,
        mueRead,
        products,
      ]),
    ),
  );

export type AuditedFile = AuditRecord['file'] & Pick<AuditRecord, 'columns'>;

export async function recordOf(
  audit: FinishedAudit,
  { columns, ...file }: AuditedFile,
  { mapping, clinic: { profiles, tables, payers = [] }, today }: RunTold,
): Promise<AuditRecord> {
  const { counts, findings, forPersons, unread, total } = audit;
  const late = lateMoneyOf(findings, today);
  return {
    madeOn: today,
    file,
    columns,
    ruleBook: await ruleBookVersion(),
    mapping: await sha256OfData([mapping, payers]),
    profiles: await sha256OfData(profiles),
    openedTables: await sha256OfData(tables),
    tables: tablesOnFile.map(({ title, spans }) => ({ title, spans })),
    opened: [
      ...tables.paymentLimits.map((each) => ({ title: 'Medicare payment rates', ...openedSpan(each) })),
      ...tables.crosswalks.map((each) => ({ title: 'NDC crosswalk', ...openedSpan(each) })),
    ],
    checks: checksOf(entriesOf(mapping).map(([column]) => column)),
    counts: { ...counts, findings: findings.length, forPersons: forPersons.length, unread: unread.length },
    notAudited: unreadByProblem(unread).map(({ problem, lines }) => ({ problem, rows: lines.length })),
    open: openByPayer(forPersons).map(({ payer, kind, claims }) => ({
      payer,
      question: questionTitle({ kind }),
      claims,
    })),
    total: {
      toReturn: digitsOfMoney(total.toReturn),
      toCollect: digitsOfMoney(total.toCollect),
      atStake: digitsOfMoney(total.atStake),
      lastDayPassed: digitsOfMoney(late.passed),
      onlyIfNoticeIsLate: digitsOfMoney(late.ifNoticeIsLate),
    },
  };
}

const openedSpan = ({ file, from, through }: Span & { readonly file: string }) => ({ file, from, through });

/** The record as a file of text. */
export const recordText = (record: AuditRecord): string => `${JSON.stringify(record, null, 2)}\n`;

/** "Medicare payment rates, J0475: 01/01/2020 to 06/30/2020, …, 10/01/2026 to 12/31/2026": each table and its days. */
export const tableInWords = ({ title, spans }: AuditRecord['tables'][number]): string =>
  `${title}: ${spans.map(formatSpan).join(', ')}`;

export const recordInWords = ({ madeOn, file }: AuditRecord): string =>
  `Made on ${formatDate(madeOn)} of ${file.name}, ${file.bytes.toLocaleString('en-US')} bytes.`;
