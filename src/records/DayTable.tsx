// A table that is laid out as a grid loses its own roles in some browsers.
/* oxlint-disable jsx-a11y/no-redundant-roles */
/* oxlint-disable jsx-a11y/no-interactive-element-to-noninteractive-role */
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type OnChangeFn,
  type SortingState,
} from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { columns as columnNames, compareKeys, sortedBy, type Column, type DayRow, type RowWork } from './day-rows';
import { DayTableRow, rowButtonId, whyNotToSay } from './DayTableRow';
import type { Warning } from './duplicates';

export { rowButtonId };

const headings: Readonly<Record<Column, string>> = {
  patient: 'Patient',
  day: 'Day',
  payer: 'Payer',
  lines: 'Lines',
  units: 'Units',
  charge: 'Charge',
  status: 'Status',
  sent: 'Sent',
  'came-back': 'Came back',
  'to-do': 'To do, by its last day',
  'at-stake': 'At stake',
};

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const helper = createColumnHelper<typeof features, DayRow>();
const columns = helper.columns(
  columnNames.map((name) =>
    helper.accessor((row) => sortedBy(row, name), {
      id: name,
      header: headings[name],
      sortUndefined: 'last',
      sortDescFirst: false,
      sortFn: (one, other, id) => compareKeys(one.getValue(id), other.getValue(id)),
    }),
  ),
);
export const newestFirst: SortingState = [{ id: 'day', desc: true }];
export const mostUrgentFirst: SortingState = [{ id: 'to-do', desc: false }];

/** How the list is looked at: it stays so while one claim is looked at by itself. */
export type DayTableView = {
  readonly sorting: SortingState;
  readonly onSorting: OnChangeFn<SortingState>;
  /** How far it is scrolled, in CSS pixels. */
  readonly scrolled: RefObject<number>;
};

type DayTableProps = {
  rows: readonly DayRow[];
  warnings: ReadonlyMap<string, readonly Warning[]>;
  chosen: ReadonlySet<string>;
  onChosen: (chosen: ReadonlySet<string>) => void;
  view: DayTableView;
  work: RowWork;
};

/** The claims as a table of which only the rows in view are drawn, so that 500 of them scroll as five do. */
export function DayTable({ rows, warnings, chosen, onChosen, view, work }: DayTableProps) {
  const data = useMemo(() => [...rows], [rows]);
  const { sorting, onSorting } = view;
  const table = useTable({
    features,
    columns,
    data,
    state: { sorting },
    onSortingChange: onSorting,
    getRowId: ({ id }) => id,
  });
  const onChoose = useChoosing(chosen, onChosen);
  return (
    <ScrolledRows rows={table.getRowModel().rows} {...{ warnings, chosen, onChoose, view, work }}>
      <Headings table={table} all={<AllShown rows={rows} chosen={chosen} onChosen={onChosen} />} />
    </ScrolledRows>
  );
}

type ScrolledRowsProps = Pick<DayTableProps, 'warnings' | 'chosen' | 'view' | 'work'> & {
  /** As they are sorted. */
  rows: readonly SortedRow[];
  onChoose: ReturnType<typeof useChoosing>;
  /** The headings: they are not drawn again for a row that comes into view. */
  children: ReactNode;
};
type SortedRow = { readonly id: string; readonly original: DayRow };

function ScrolledRows({ rows, warnings, chosen, onChoose, view, work, children }: ScrolledRowsProps) {
  const { scroller, virtualizer, onFocused } = useRowsInView(rows, view);
  const onKeyDown = useRowKeys(virtualizer, rows.length);
  useWorkedOutAhead(rows, work.office);
  const { items, below } = drawnOf(virtualizer);
  return (
    <div className="day-table" ref={scroller}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys move through it */}
      <table
        role="table"
        aria-label="Claims"
        aria-rowcount={rows.length + 1}
        style={{ paddingBlockEnd: below }}
        onKeyDown={onKeyDown}
      >
        {children}
        {/* One list: a row that stays in view stays the same element when others come and go. */}
        {items.flatMap(({ index, start }, at) =>
          rows
            .slice(index, index + 1)
            .map(({ id, original }) => (
              <DayTableRow
                key={id}
                row={original}
                place={index}
                gap={start - (items[at - 1]?.end ?? 0)}
                measure={virtualizer.measureElement}
                warnings={warnings.get(id)}
                isChosen={chosen.has(id)}
                {...{ onChoose, onFocused, work }}
              />
            )),
        )}
      </table>
    </div>
  );
}

function useChoosing(chosen: ReadonlySet<string>, onChosen: DayTableProps['onChosen']) {
  return useCallback(
    (id: string, isChosen: boolean) =>
      onChosen(new Set([...chosen].filter((each) => each !== id).concat(isChosen ? id : []))),
    [chosen, onChosen],
  );
}

/** The rows that are drawn, and how high those below them are, in CSS pixels. */
function drawnOf({ getVirtualItems, getTotalSize }: Pick<Rows, 'getVirtualItems' | 'getTotalSize'>) {
  const items = getVirtualItems();
  return { items, below: getTotalSize() - (items.at(-1)?.end ?? 0) };
}

type Rows = ReturnType<typeof useRowsInView>['virtualizer'];
type DayTableOfRows = ReturnType<typeof useTable<typeof features, DayRow>>;

/** Columns that stand below the others, as their cells do. */
const placedBelow: Readonly<Record<string, string>> = { 'to-do': 'day-to-do', 'at-stake': 'day-at-stake' };

/** The headings, each of which sorts by its column; the first holds what chooses all rows. */
function Headings({ table, all }: { table: DayTableOfRows; all: ReactNode }) {
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1}>
        <th scope="col" role="columnheader">
          {all}
        </th>
        <SortBy table={table} />
        {table.getFlatHeaders().map(({ column }) => (
          <th
            key={column.id}
            scope="col"
            role="columnheader"
            className={placedBelow[column.id]}
            aria-sort={sortWords[String(column.getIsSorted())]}
          >
            <button type="button" className="link" onClick={() => column.toggleSorting(column.getIsSorted() === 'asc')}>
              {headings[column.id as Column]}
            </button>
          </th>
        ))}
        <th scope="col" role="columnheader">
          <span className="ds-u-visibility--screen-reader">What to do</span>
        </th>
      </tr>
    </thead>
  );
}

/** The same on a narrow screen, as one list. */
function SortBy({ table }: { table: DayTableOfRows }) {
  const sorted = table.getFlatHeaders().find(({ column }) => column.getIsSorted() !== false)?.column;
  const value = sorted ? `${sorted.id} ${String(sorted.getIsSorted())}` : '';
  const sort = (chosen: string) => {
    const [id, way] = chosen.split(' ');
    table.getFlatHeaders().forEach(({ column }) => {
      if (column.id === id) column.toggleSorting(way === 'desc');
    });
  };
  return (
    <th scope="col" role="columnheader" className="day-sort">
      <select
        className="ds-c-field select"
        aria-label="Sort by"
        autoComplete="off"
        value={value}
        onChange={({ target }) => sort(target.value)}
      >
        {columnNames.flatMap((name) =>
          (['asc', 'desc'] as const).map((way) => (
            <option key={name + way} value={`${name} ${way}`}>
              {headings[name]}
              {way === 'asc' ? '' : ', reversed'}
            </option>
          )),
        )}
      </select>
    </th>
  );
}

const sortWords: Readonly<Record<string, 'ascending' | 'descending' | 'none'>> = {
  asc: 'ascending',
  desc: 'descending',
  false: 'none',
};

/** Chooses all rows that are shown, or none of them; what is chosen and not shown stays so. */
function AllShown({ rows, chosen, onChosen }: Pick<DayTableProps, 'rows' | 'chosen' | 'onChosen'>) {
  const count = rows.filter(({ id }) => chosen.has(id)).length;
  const isAll = rows.length > 0 && count === rows.length;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = count > 0 && !isAll;
  }, [count, isAll]);
  const choose = (all: boolean) => {
    const others = [...chosen].filter((id) => rows.every((row) => row.id !== id));
    onChosen(new Set(all ? [...others, ...rows.map(({ id }) => id)] : others));
  };
  return (
    <input
      ref={box}
      type="checkbox"
      className="day-choose"
      autoComplete="off"
      aria-label="Choose all that are shown"
      checked={isAll}
      onChange={({ target }) => choose(target.checked)}
    />
  );
}

const rowsAtOnce = 5;
const restMs = 20;

/**
 * Works out what is said of the rows before they come into view, a few at a time: then scrolling need not wait for it.
 */
function useWorkedOutAhead(rows: readonly SortedRow[], office: RowWork['office']): void {
  useEffect(() => {
    let place = 0;
    const timer = setInterval(() => {
      for (const { original } of rows.slice(place, place + rowsAtOnce)) whyNotToSay(original, office);
      place += rowsAtOnce;
      if (place >= rows.length) clearInterval(timer);
    }, restMs);
    return () => clearInterval(timer);
  }, [rows, office]);
}

/** How high a row is before it was drawn, in CSS pixels. */
const rowHeight = 76;

/** The rows in view, and the one that has the focus wherever it is: it must not go from under somebody who types. */
function useRowsInView(rows: readonly SortedRow[], { scrolled }: DayTableView) {
  const scroller = useRef<HTMLDivElement>(null);
  const focused = useRef<string | null>(null);
  const onFocused = useCallback((id: string | null) => {
    focused.current = id;
  }, []);
  const rangeExtractor = (range: Range) => {
    const inView = defaultRangeExtractor(range);
    const place = focused.current === null ? -1 : rows.findIndex(({ id }) => id === focused.current);
    return place < 0 || inView.includes(place) ? inView : [...inView, place].sort((one, other) => one - other);
  };
  const getItemKey = useCallback((place: number) => rows[place]?.id ?? place, [rows]);
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is memoized
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey,
    initialOffset: () => scrolled.current,
    initialRect: { width: 1024, height: 600 },
    overscan: 4,
    rangeExtractor,
  });
  useScrollKept(scroller, scrolled);
  return { scroller, virtualizer, onFocused };
}

/** Begins where the list was left, and notes how far it is scrolled. */
function useScrollKept(scroller: RefObject<HTMLDivElement | null>, scrolled: RefObject<number>): void {
  useLayoutEffect(() => {
    const here = scroller.current;
    if (!here) return undefined;
    here.scrollTo(0, scrolled.current);
    const note = () => {
      scrolled.current = here.scrollTop;
    };
    here.addEventListener('scroll', note, { passive: true });
    return () => here.removeEventListener('scroll', note);
  }, [scroller, scrolled]);
}

const stepsOf: Readonly<Record<string, (place: number, last: number) => number>> = {
  ArrowDown: (place, last) => Math.min(place + 1, last),
  ArrowUp: (place) => Math.max(place - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Moves with the arrow keys, Home and End from a control of a row to the same one of another row. */
function useRowKeys(virtualizer: Pick<Rows, 'scrollToIndex'>, count: number) {
  return (event: KeyboardEvent<HTMLTableElement>) => {
    const step = stepsOf[event.key];
    const { target, currentTarget } = event;
    if (!step || !(target instanceof HTMLElement)) return;
    const place = target.closest<HTMLElement>('[data-index]')?.dataset.index;
    const { control } = target.dataset;
    if (place === undefined || control === undefined) return;
    event.preventDefault();
    const next = step(Number(place), count - 1);
    virtualizer.scrollToIndex(next);
    const focus = (tries: number) => {
      const found = currentTarget.querySelector<HTMLElement>(`[data-index="${next}"] [data-control="${control}"]`);
      if (found) found.focus();
      else if (tries > 0) requestAnimationFrame(() => focus(tries - 1));
    };
    // A row that was out of view is drawn in the next frames.
    focus(20);
  };
}
