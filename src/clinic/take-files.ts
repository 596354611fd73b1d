import { formatSpan, type Span } from '../engine/dated';
import { withTable, type OpenedPaymentLimits, type OpenedTables } from '../engine/published-tables';
import { formatMoney, movedByMoreThanHalf, type Money } from '../engine/quantity';
import { paymentLimitsRead } from '../rules/payment-limits';
import { crosswalksRead } from '../rules/products';
import type { CmsFile } from './cms-file';

/** Whole in itself, and yet not to be taken before somebody has said so. */
export type Doubtful = { readonly limits: OpenedPaymentLimits; readonly question: string };

/** What became of files that were chosen: the tables then, and what is said of each. */
export type Taken = {
  readonly tables: OpenedTables;
  readonly taken: readonly string[];
  readonly refused: readonly string[];
  readonly doubtful: readonly Doubtful[];
};

/**
 * Files that were read, held against the tables on file, oldest first so that each quarter follows the one before it.
 */
export function takeFiles(readings: readonly CmsFile[], tables: OpenedTables): Taken {
  const refused = readings.flatMap((reading) => ('refused' in reading ? [reading.refused] : []));
  const whole = readings
    .flatMap((reading): Whole[] => ('refused' in reading ? [] : [reading]))
    .toSorted((a, b) => (tableOf(a).from < tableOf(b).from ? -1 : 1));
  return whole.reduce<Taken>(
    (before, reading) => {
      const because = lacking(reading, before.tables);
      if (because) return { ...before, refused: [...before.refused, because] };
      const question = 'paymentLimits' in reading ? doubtOf(reading.paymentLimits, before.tables) : undefined;
      if ('paymentLimits' in reading && question)
        return { ...before, doubtful: [...before.doubtful, { limits: reading.paymentLimits, question }] };
      return { ...before, ...withFile(reading, before) };
    },
    { tables, taken: [], refused, doubtful: [] },
  );
}

/** The tables with a doubtful file that somebody said to take. */
export const takeDoubtful = ({ limits }: Doubtful, tables: OpenedTables): Pick<Taken, 'tables' | 'taken'> =>
  withFile({ paymentLimits: limits }, { tables, taken: [] });

type Whole = Exclude<CmsFile, { readonly refused: string }>;
const tableOf = (reading: Whole) => ('paymentLimits' in reading ? reading.paymentLimits : reading.crosswalk);

function withFile(reading: Whole, { tables, taken }: Pick<Taken, 'tables' | 'taken'>): Pick<Taken, 'tables' | 'taken'> {
  const table = tableOf(reading);
  const isLimits = 'paymentLimits' in reading;
  const again = (isLimits ? tables.paymentLimits : tables.crosswalks).some(
    ({ from, through }) => from === table.from && through === table.through,
  );
  const next = isLimits
    ? { ...tables, paymentLimits: withTable(tables.paymentLimits, reading.paymentLimits) }
    : { ...tables, crosswalks: withTable(tables.crosswalks, reading.crosswalk) };
  return {
    tables: next,
    taken: [
      ...taken,
      `${again ? 'Opened in place of the one before' : 'Opened'}: ` +
        `${isLimits ? 'payment limits' : 'NDC crosswalk'}, ${formatSpan(table)}.`,
    ],
  };
}

type Code = 'J0475' | 'J0476';
const codes: readonly Code[] = ['J0475', 'J0476'];

/** The last of those that begin latest: a file that was opened comes after what came with the page. */
const newest = <T extends Span>(those: readonly T[]): T | undefined =>
  those.reduce<T | undefined>((latest, each) => (latest && latest.from > each.from ? latest : each), undefined);

/** Why a file that lost a code is refused: the newest file of its kind up to its first day had both. */
function lacking(reading: Whole, tables: OpenedTables): string | undefined {
  const table = tableOf(reading);
  const isLimits = 'paymentLimits' in reading;
  const before = newest(
    (isLimits ? limitFiles(tables) : crosswalkFiles(tables)).filter(({ from }) => from <= table.from),
  );
  const lost =
    before?.codes.length === codes.length
      ? codes.find((code) =>
          isLimits ? reading.paymentLimits[code] === null : !reading.crosswalk.rows.some(({ hcpcs }) => hcpcs === code),
        )
      : undefined;
  return (
    before &&
    lost &&
    `“${table.file}” has no row of ${lost}, and the file of ${formatSpan(before)} has one: it is not whole. ` +
      'Download it again.'
  );
}

type Held = Span & { readonly codes: readonly Code[] };

/** What was read elsewhere is no file of this kind. */
const limitFiles = ({ paymentLimits }: OpenedTables): Held[] => [
  ...paymentLimitsRead
    .filter(({ value }) => !value.readIn)
    .map(({ from, through, value }) => ({ from, through, codes: codes.filter((code) => value[code] !== null) })),
  ...paymentLimits.map((each) => ({ ...each, codes: codes.filter((code) => each[code] !== null) })),
];
const crosswalkFiles = ({ crosswalks }: OpenedTables): Held[] => [
  ...crosswalksRead.map(({ from, through }) => ({ from, through, codes })),
  ...crosswalks.map(({ from, through, rows }) => ({
    from,
    through,
    codes: codes.filter((code) => rows.some(({ hcpcs }) => hcpcs === code)),
  })),
];

/** What is asked before limits are taken that are far from the newest on file. */
function doubtOf(limits: OpenedPaymentLimits, tables: OpenedTables): string | undefined {
  const moved = codes.flatMap((code) => {
    const now = limits[code];
    const before = now && newest(limitsOf(code, tables));
    if (!before || !movedByMoreThanHalf(before.limit, now)) return [];
    return [
      `${code} moved by more than half, from ${formatMoney(before.limit)} (${formatSpan(before)}) to ` +
        `${formatMoney(now)} (${formatSpan(limits)})`,
    ];
  });
  return moved.length === 0 ? undefined : `In “${limits.file}”, ${moved.join(', and ')}. Take this file?`;
}

const limitsOf = (code: Code, { paymentLimits }: OpenedTables): (Span & { readonly limit: Money })[] =>
  [
    ...paymentLimitsRead.map(({ from, through, value }) => ({ from, through, limit: value[code] })),
    ...paymentLimits.map((each) => ({ from: each.from, through: each.through, limit: each[code] })),
  ].flatMap(({ limit, ...span }) => (limit ? [{ ...span, limit }] : []));
