import { createContext, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { inSentence } from '../engine/typed';
import type { Parties } from '../formats/parties';
import { spreadOf, type Spread, type SpreadFields } from '../formats/spread-answers';
import { specOf, type PartyField } from '../formats/party-specs';
import type { PartyAnswers } from './party-answers';

type Spreads = {
  /** What is said below a field: how it was read and the way back, with what it was read, or why it was left whole. */
  readonly said: ReadonlyMap<PartyField, ReactNode>;
  /** A field was left: what was typed into it may belong to several. */
  readonly leave: (field: PartyField) => void;
};
/** What was spread over the fields of a group. */
export const SpreadContext = createContext<Spreads>({ said: new Map(), leave: () => {} });

type SpreadingProps = Pick<PartyAnswers, 'parties' | 'proposed' | 'idOf' | 'onChange'> & {
  /** The fields that are shown. */
  texts: readonly PartyField[];
  children: ReactNode;
};

/** Fields over which a whole name or address is spread; it says how that was read, and can be taken back. */
export function Spreading({ children, ...answers }: SpreadingProps) {
  const { spoken, said, leave } = useSpreading(answers);
  return (
    <SpreadContext value={useMemo(() => ({ said, leave }), [leave, said])}>
      {children}
      <p role="status" className="ds-u-visibility--screen-reader">
        {spoken}
      </p>
    </SpreadContext>
  );
}

/** What was spread, or left whole: from which field, what stands in each now, and what stood there before. */
type Done = {
  readonly field: PartyField;
  readonly isSpread: boolean;
  readonly says: string;
  readonly fields: SpreadFields;
  readonly before: SpreadFields;
};

function useSpreading({ parties, proposed, texts, idOf, onChange }: Omit<SpreadingProps, 'children'>) {
  const [held, setHeld] = useState<readonly Done[]>([]);
  // What somebody took back is not spread again.
  const [undone, setUndone] = useState<Pick<Done, 'field' | 'before'> | null>(null);
  // Once something of it is changed, it is the one’s who changed it.
  const stands = ({ fields }: Done) => Object.entries(fields).every(([to, text]) => parties[to as PartyField] === text);
  const spread = (field: PartyField) => {
    if (undone?.field === field && undone.before[field] === parties[field]) return;
    const isOpen = (to: PartyField) => texts.includes(to) && (parties[to].trim() === '' || proposed?.has(to) === true);
    const read = spreadOf(field, parties, isOpen);
    if (read === null) return;
    const done = doneOf(field, read, parties);
    setHeld((all) => [...all.filter((each) => each.field !== field && stands(each)), done]);
    if (done.isSpread) onChange(done.fields);
  };
  const undo = ({ field, before }: Done) => {
    setUndone({ field, before });
    onChange(before);
    document.getElementById(idOf(field))?.focus();
  };
  const latest = useRef({ spread, undo });
  useEffect(() => {
    latest.current = { spread, undo };
  });
  const leave = useCallback((field: PartyField) => latest.current.spread(field), []);
  const standing = held.filter(stands);
  // The fields are drawn again only for another one.
  const key = standing.map(({ field, says }) => `${field} ${says}`).join('\n');
  const said = useMemo(
    () => new Map(standing.flatMap((done) => saidOf(done, () => latest.current.undo(done)))),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key tells what stands
    [key],
  );
  return { spoken: standing.at(-1)?.says, leave, said };
}

function doneOf(field: PartyField, read: NonNullable<Spread>, parties: Parties): Done {
  const isSpread = 'fields' in read;
  const fields = isSpread ? read.fields : { [field]: parties[field] };
  const before = Object.fromEntries(Object.keys(fields).map((to) => [to, parties[to as PartyField]]));
  return { field, isSpread, says: isSpread ? read.says : read.left, fields, before };
}

/** How the field was read, with the way back, or why it was left whole; below each other, with what it was read. */
function saidOf(
  { field, isSpread, says, fields }: Done,
  undo: () => void,
): readonly (readonly [PartyField, ReactNode])[] {
  if (!isSpread) return [[field, says]];
  const others = Object.keys(fields).filter((to) => to !== field) as PartyField[];
  return [
    [
      field,
      <>
        {says}{' '}
        <button type="button" className="link" onClick={undo}>
          Undo
        </button>
      </>,
    ],
    ...others.map((to) => [to, `Read with the ${inSentence(specOf(field).label)}.`] as const),
  ];
}
