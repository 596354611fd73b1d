// A table that is laid out as a grid loses its own roles in some browsers.
/* oxlint-disable jsx-a11y/no-redundant-roles */
/* oxlint-disable jsx-a11y/no-interactive-element-to-noninteractive-role */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import { SelectField } from '../controls/SelectField';
import { statusWords } from '../results/words';
import type { Session } from './ask';
import type { RowStatus } from './held-rows';
import type { RowFilter, RowShown } from './messages';

export const wordsOfStatus: Readonly<Record<RowStatus, string>> = { problem: 'Problem in the row', ...statusWords };

type BatchTableProps = { filter: RowFilter; ask: Session['ask'] };

const rowHeight = 44;
const block = 50;
/** A browser draws nothing that is taller than some million pixels. */
const mostInTable = 100_000;

/** Rows that match the filter; only those in view are read again and drawn, so that 100,000 scroll as 500 do. */
export function BatchTable({ filter, ask }: BatchTableProps) {
  const [first, setFirst] = useState(0);
  const { total, rowAt, wants } = useRowsOf(filter, ask);
  const scroller = useRef<HTMLDivElement>(null);
  const count = Math.min(mostInTable, Math.max(0, total - first));
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is memoized
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const [from, through] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => wants(first + from, first + through), [wants, first, from, through]);
  return (
    <>
      {total > mostInTable ? <WhichRows total={total} first={first} onFirst={setFirst} /> : null}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by the keyboard */}
      <div className="batch-table" ref={scroller} tabIndex={0} role="region" aria-label="Rows of the file">
        <table
          role="table"
          aria-label="Rows"
          aria-rowcount={total + 1}
          style={{ blockSize: virtualizer.getTotalSize() }}
        >
          <Headings />
          <tbody role="rowgroup">
            {items.map(({ index, start }) => (
              <Row key={index} place={first + index} start={start} row={rowAt(first + index)} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const Headings = () => (
  <thead role="rowgroup">
    <tr role="row">
      {['Line', 'Patient', 'Day', 'Lines', 'Charge', 'Status', 'What to do'].map((heading) => (
        <th key={heading} role="columnheader" scope="col">
          {heading}
        </th>
      ))}
    </tr>
  </thead>
);

function Row({ place, start, row }: { place: number; start: number; row: RowShown | undefined }) {
  return (
    <tr role="row" aria-rowindex={place + 2} style={{ transform: `translateY(${start}px)`, blockSize: rowHeight }}>
      <td role="cell">{row ? row.line : '…'}</td>
      <td role="cell">{row?.reference}</td>
      <td role="cell">{row?.day}</td>
      <td role="cell">{row?.lines}</td>
      <td role="cell">{row?.charge}</td>
      <td role="cell">{row ? wordsOfStatus[row.status] : ''}</td>
      <td role="cell">{row?.words}</td>
    </tr>
  );
}

function WhichRows({ total, first, onFirst }: { total: number; first: number; onFirst: (first: number) => void }) {
  const starts = Array.from({ length: Math.ceil(total / mostInTable) }, (_, part) => part * mostInTable);
  const inThousands = (count: number) => count.toLocaleString('en-US');
  return (
    <SelectField
      id="batch-part"
      label="Rows shown"
      choices={starts.map((start) => ({
        value: String(start),
        label: `${inThousands(start + 1)} to ${inThousands(Math.min(total, start + mostInTable))}`,
      }))}
      unchosen={undefined}
      hint={undefined}
      problem={undefined}
      field={{ value: String(first), onChange: ({ target }) => onFirst(Number(target.value)) }}
    />
  );
}

/** The rows by their places among those that match, fetched in blocks as they come into view. */
function useRowsOf(filter: RowFilter, ask: Session['ask']) {
  const [total, setTotal] = useState(0);
  const [rows, setRows] = useState<ReadonlyMap<number, RowShown>>(new Map());
  const asked = useRef(new Set<number>());
  const { status, cause } = filter;
  const fetchBlock = useCallback(
    async (from: number) => {
      if (asked.current.has(from)) return;
      asked.current.add(from);
      const page = await ask('page', { status, cause, from, count: block }).catch(() => null);
      if (!page) return;
      setTotal(page.total);
      setRows((before) => new Map([...before, ...page.rows.map((row, at) => [from + at, row] as const)]));
    },
    [ask, status, cause],
  );
  const wants = useCallback(
    (from: number, through: number) => {
      for (let start = from - (from % block); start <= through; start += block) void fetchBlock(start);
    },
    [fetchBlock],
  );
  return { total, rowAt: (place: number) => rows.get(place), wants };
}
