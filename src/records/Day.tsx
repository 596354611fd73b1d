import { use, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { WorksheetText } from '../answers/worksheet-text';
import type { Office } from '../engine/clinic-file';
import type { IsoDate } from '../engine/dated';
import { counted } from '../engine/typed';
import { TodayContext } from '../fields/form';
import type { FieldToMend } from '../remittance/status-codes';
import { ClaimDetails } from './ClaimDetails';
import type { KeptClaim } from './clinic-records';
import {
  allShown,
  inFewWords,
  lastOf,
  payersOf,
  rowsTogether,
  shownOnOpening,
  shownRows,
  type DayRow,
  type RowWork,
  type Shown,
} from './day-rows';
import { DayFilters } from './DayFilters';
import { DayTable, mostUrgentFirst, newestFirst, rowButtonId } from './DayTable';
import { warningsAmong, type Warning } from './duplicates';
import { ForChosen } from './ForChosen';
import { patientsOf } from './patient-fills';
import { samePatientAgain } from './same-patient';
import { worklistOf, worklistSays } from './worklist';
import './day.css';

/** What can be done with kept claims; each is done by the page, which holds them. */
export type DayActions = {
  readonly onNew: () => void;
  readonly onOpen: (record: KeptClaim) => void;
  /** Opens it, and what its remittance means. */
  readonly onWhy: (record: KeptClaim) => void;
  /** Opens it where the field stands that is to be mended. */
  readonly onMend: (record: KeptClaim, field: FieldToMend) => void;
  /** A new claim that is begun with what a kept one brings. */
  readonly onBegin: (from: KeptClaim, begun: (from: KeptClaim) => WorksheetText) => void;
  readonly onChange: (changed: readonly KeptClaim[]) => void;
  readonly onDelete: (id: string) => void;
  readonly onRestore: (record: KeptClaim, place: number) => void;
  readonly onPrint: (rows: readonly DayRow[]) => void;
};

type DayProps = {
  claims: readonly KeptClaim[];
  makeRow: (record: KeptClaim) => DayRow;
  office: Office;
  onOfficeChange: (change: (before: Office) => Office) => void;
  actions: DayActions;
  /** Whether the drawer is open: it opens on the list. */
  open: boolean;
};

/** The claims that the clinic keeps: which are to bill, which are not sent and why, and what is done with them. */
export function Day({ claims, makeRow, office, onOfficeChange, actions, open }: DayProps) {
  const today = use(TodayContext);
  const { rows, warnings } = useRows(claims, makeRow, today);
  const { shown, seen, setShown, showWork, view, openings } = useList(rows, today, open);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const looking = useLooking(rows, open);
  const deleting = useDeleting(claims, actions);
  const work = useRowWork(rows, office, actions, looking.look, deleting.remove);
  if (looking.row)
    return (
      <ClaimDetails
        key={looking.row.id}
        row={looking.row}
        forWhyNot={looking.forWhyNot}
        warnings={warnings.get(looking.row.id) ?? noWarnings}
        work={work}
        onChange={(record) => actions.onChange([record])}
        onBack={looking.back}
      />
    );
  return (
    <div className="day">
      <Deleted {...deleting} />
      <InAll rows={rows} onWork={showWork} onNew={actions.onNew} />
      {rows.length === 0 ? null : (
        <>
          <DayFilters shown={shown} payers={payersOf(rows)} count={seen.length} onChange={setShown} />
          <DayTable key={openings} rows={seen} {...{ warnings, chosen, view, work }} onChosen={setChosen} />
          <ForChosen
            rows={rows.filter(({ id }) => chosen.has(id))}
            {...{ today, office, onOfficeChange, ...actions }}
          />
        </>
      )}
    </div>
  );
}

function useRows(claims: readonly KeptClaim[], makeRow: (record: KeptClaim) => DayRow, today: IsoDate) {
  return useMemo(() => {
    const each = claims.map(makeRow);
    const warnings = warningsAmong(each);
    return { rows: rowsTogether(each, warnings, today), warnings };
  }, [claims, makeRow, today]);
}

/** Which rows are shown, sorted how and from where; the list is opened at its top. */
function useList(rows: readonly DayRow[], today: IsoDate, open: boolean) {
  const [shown, setShown] = useState<Shown>(allShown);
  const [sorting, onSorting] = useState(newestFirst);
  const scrolled = useRef(0);
  const view = useMemo(() => ({ sorting, onSorting, scrolled }), [sorting]);
  const [wasOpen, setWasOpen] = useState(open);
  const [openings, setOpenings] = useState(0);
  if (wasOpen !== open) {
    setWasOpen(open);
    if (open) {
      setOpenings(openings + 1);
      setShown(shownOnOpening(rows, shown, today));
    }
  }
  useLayoutEffect(() => {
    if (!open) scrolled.current = 0;
  }, [open]);
  const showWork = (work: 'to-do' | 'to-bill') => {
    setShown({ ...allShown, work });
    if (work === 'to-do') onSorting(mostUrgentFirst);
  };
  const seen = useMemo(() => shownRows(rows, shown, today), [rows, shown, today]);
  return { shown, seen, setShown, showWork, view, openings };
}

const noWarnings: readonly Warning[] = [];

type InAllProps = { rows: readonly DayRow[]; onWork: (work: 'to-do' | 'to-bill') => void; onNew: () => void };

/** How many claims there are, what is to do about them, and the ways to it. */
function InAll({ rows, onWork, onNew }: InAllProps) {
  const toBill = rows.filter((row) => row.toBill).length;
  const work = useMemo(() => worklistOf(rows.flatMap(({ toDo }) => toDo ?? [])), [rows]);
  return (
    <div className="day-head">
      <p>
        {rows.length === 0
          ? 'No claim is kept yet. “Keep”, beside “Print”, puts the claim of the worksheet here.'
          : `${counted(rows.length, 'claim')} kept on this page. ${worklistSays(work)}`}
      </p>
      {work.count > 0 ? (
        <button type="button" className="ds-c-button ds-c-button--small" onClick={() => onWork('to-do')}>
          Worklist: the most urgent first
        </button>
      ) : null}
      {toBill > 0 ? (
        <button type="button" className="ds-c-button ds-c-button--small" onClick={() => onWork('to-bill')}>
          To bill: {toBill}
        </button>
      ) : null}
      <button type="button" className="ds-c-button ds-c-button--small" onClick={onNew}>
        New claim
      </button>
    </div>
  );
}

/** The claim that is looked at by itself, and the way back to its row. */
function useLooking(rows: readonly DayRow[], open: boolean) {
  const [looked, setLooked] = useState<{ id: string; forWhyNot: boolean } | null>(null);
  const [wasOpen, setWasOpen] = useState(open);
  if (wasOpen !== open) {
    setWasOpen(open);
    setLooked(null);
  }
  const backTo = useRef<string | null>(null);
  const row = rows.find((each) => each.id === looked?.id) ?? null;
  const look: RowWork['onLook'] = useCallback((id, at) => setLooked({ id, forWhyNot: at === 'why-not' }), []);
  const back = useCallback(() => {
    backTo.current = looked?.id ?? null;
    setLooked(null);
  }, [looked]);
  useEffect(() => {
    if (looked !== null || backTo.current === null) return;
    document.getElementById(rowButtonId(backTo.current))?.focus();
    backTo.current = null;
  }, [looked]);
  return { row, forWhyNot: looked?.forWhyNot ?? false, look, back };
}

/** Deletes a claim, and keeps it at hand until another is deleted. */
function useDeleting(claims: readonly KeptClaim[], { onDelete, onRestore }: DayActions) {
  const [deleted, setDeleted] = useState<{ row: DayRow; place: number } | null>(null);
  const remove = useCallback(
    (row: DayRow) => {
      setDeleted({ row, place: claims.findIndex(({ recordId }) => recordId === row.id) });
      onDelete(row.id);
    },
    [claims, onDelete],
  );
  const undo = useCallback(() => {
    if (!deleted) return;
    onRestore(deleted.row.record, deleted.place);
    setDeleted(null);
    // Once its row stands again.
    setTimeout(() => document.getElementById(rowButtonId(deleted.row.id))?.focus());
  }, [deleted, onRestore]);
  return { deleted, remove, undo };
}

function Deleted({ deleted, undo }: Pick<ReturnType<typeof useDeleting>, 'deleted' | 'undo'>) {
  return (
    <>
      <p role="status">{deleted ? `The claim of ${inFewWords(deleted.row)} was deleted.` : ''}</p>
      {deleted ? <UndoButton key={deleted.row.id} onUndo={undo} /> : null}
    </>
  );
}

/** Takes the focus: the button that was pressed went with its row. */
function UndoButton({ onUndo }: { onUndo: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <button ref={button} type="button" className="ds-c-button ds-c-button--small" onClick={onUndo}>
      Undo: bring it back
    </button>
  );
}

function useRowWork(
  rows: readonly DayRow[],
  office: Office,
  { onOpen, onWhy, onBegin }: DayActions,
  onLook: RowWork['onLook'],
  onDelete: (row: DayRow) => void,
): RowWork {
  return useMemo(
    () => ({
      office,
      onLook,
      onOpen: ({ record }) => onOpen(record),
      onWhy: ({ record }) => onWhy(record),
      onAgain: (row) => {
        const patient = patientsOf(rows.map(({ record }) => record)).find((each) => each.claims.includes(row.record));
        const last = lastOf(row, rows, ({ record }) => patient?.claims.includes(record) ?? false);
        onBegin(last.record, samePatientAgain);
      },
      onDelete,
    }),
    [rows, office, onOpen, onWhy, onBegin, onLook, onDelete],
  );
}
