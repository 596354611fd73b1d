import { useEffect, useId, useRef, useState, type ComponentType, type ReactNode } from 'react';
import type { PartyAnswers } from './party-answers';
import { PartyColumns } from './PartyGroups';
import { Spreading } from './Spreading';
import {
  fieldsOfEntry,
  isBlankEntry,
  partiesOfEntry,
  reasonsAgainstEntry,
  withAnswer,
  type Entry,
  type EntryKind,
} from './clinic-entries';
import { emptyOffice } from '../engine/clinic-file';
import type { Entries, EntryRow } from './use-entries';

export type FirstProps<E> = { row: EntryRow<E>; onChange: (entry: E) => void };

type ClinicEntriesProps<E extends Entry> = {
  title: string;
  /** Said while there is none. */
  none: string;
  entries: Entries<E>;
  kindOf: (row: EntryRow<E>) => EntryKind;
  nameOf: (entry: E) => string;
  /** What is asked of an entry before all else. */
  First?: ComponentType<FirstProps<E>>;
  /** The buttons that add one. */
  children: ReactNode;
};

/** One list of the clinic’s: each entry folded to its name with what is missing of it, and the ways to add one. */
export function ClinicEntries<E extends Entry>(props: ClinicEntriesProps<E>) {
  const { title, none, entries, kindOf, nameOf, First, children } = props;
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section aria-labelledby={titleId} className="clinic-list">
      <h3 id={titleId} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {entries.rows.length === 0 ? <p className="section-note">{none}</p> : null}
      {entries.rows.map((row) => (
        <OneEntry
          key={row.key}
          row={row}
          kind={kindOf(row)}
          name={nameOf(row.entry)}
          First={First}
          onChange={(entry) => entries.change(row.key, entry)}
          onRemove={() => {
            entries.remove(row.key);
            if (isBlankEntry(row.entry)) heading.current?.focus();
          }}
        />
      ))}
      <Removed
        name={entries.removed ? nameOf(entries.removed) : null}
        onUndo={() => {
          entries.undo();
          heading.current?.focus();
        }}
      />
      <div className="finding-actions">{children}</div>
    </section>
  );
}

type OneEntryProps<E extends Entry> = {
  row: EntryRow<E>;
  kind: EntryKind;
  name: string;
  First: ComponentType<FirstProps<E>> | undefined;
  onChange: (entry: E) => void;
  onRemove: () => void;
};

/** An entry that was just added stands open, and has the focus. */
function OneEntry<E extends Entry>({ row, kind, name, First, onChange, onRemove }: OneEntryProps<E>) {
  const { key, entry } = row;
  const [isNew] = useState(() => isBlankEntry(entry));
  const [isOpen, setOpen] = useState(isNew);
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isNew) fields.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, [isNew]);
  const idOf = (field: string) => `clinic-${key}-${field}`;
  const { reasons, said, onBlur } = useTold(kind, entry, idOf);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)} className="clinic-entry">
      <summary>
        {name}
        {reasons.length > 0 ? `: ${reasons.length} to answer` : ''}
      </summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it notes what was left */}
      <div ref={fields} role="group" aria-label={name} onBlur={onBlur}>
        {First ? <First row={row} onChange={onChange} /> : null}
        <EntryAnswers kind={kind} entry={entry} said={said} idOf={idOf} onChange={onChange} />
      </div>
      <button type="button" className="link" aria-label={`Remove: ${name}`} onClick={onRemove}>
        Remove
      </button>
    </details>
  );
}

type EntryAnswersProps<E extends Entry> = Pick<PartyAnswers, 'said' | 'idOf'> &
  Pick<OneEntryProps<E>, 'kind' | 'onChange'> & { entry: E };

/** What is asked of an entry of its kind. */
function EntryAnswers<E extends Entry>({ kind, entry, said, idOf, onChange }: EntryAnswersProps<E>) {
  const own = fieldsOfEntry(kind, 'kind' in entry ? entry : {});
  const answers: PartyAnswers = {
    parties: partiesOfEntry(kind, entry),
    office: emptyOffice,
    claim: null,
    form: 'CMS-1500',
    said,
    lacking: new Set(),
    idOf,
    onChange: (told) =>
      onChange(Object.entries(told).reduce((before, [field, text]) => withAnswer(kind, before, field, text), entry)),
    onChoose: nothing,
  };
  return (
    <Spreading {...answers} texts={own.texts}>
      <PartyColumns {...answers} {...own} />
    </Spreading>
  );
}
const nothing = () => {};

/** What is against an entry; told at a field once it was left. */
function useTold(kind: EntryKind, entry: Entry, idOf: (field: string) => string) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const reasons = reasonsAgainstEntry(kind, entry);
  const said = new Map(
    reasons.flatMap(({ field, says }) => (left.has(idOf(field)) ? [[field as string, says] as const] : [])),
  );
  const onBlur = ({ target }: { target: HTMLElement }) => setLeft((before) => new Set([...before, target.id]));
  return { reasons, said, onBlur };
}

function Removed({ name, onUndo }: { name: string | null; onUndo: () => void }) {
  return (
    <>
      <p role="status">{name === null ? '' : `${name} was removed.`}</p>
      {name === null ? null : <UndoButton key={name} onUndo={onUndo} />}
    </>
  );
}

/** Takes the focus: the button that was pressed went with its entry. */
function UndoButton({ onUndo }: { onUndo: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <button ref={button} type="button" className="ds-c-button ds-c-button--small" onClick={onUndo}>
      Undo: bring it back
    </button>
  );
}
