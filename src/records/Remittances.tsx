import { use, useMemo, useState } from 'react';
import { FilesField } from '../controls/FilesField';
import { SelectField } from '../controls/SelectField';
import { TextField } from '../controls/TextField';
import { counted } from '../engine/typed';
import { useDraft } from '../fields/drafts';
import { TodayContext } from '../fields/form';
import { readBack, type CameBackText } from '../remittance/read-back';
import { mostCharacters } from '../remittance/segments';
import { Acknowledgments, type AcknowledgedSource } from './Acknowledgments';
import { answeredRows, foundAnswers, withAnswersTaken, type AnsweredRow, type Chosen } from './answered-rows';
import { withChoice } from './choosing';
import type { KeptClaim } from './clinic-records';
import type { DayActions } from './Day';
import type { DayRow } from './day-rows';
import { NextClaims } from './NextClaims';
import { Payments, type Source } from './Payments';
import { RemittedClaim } from './RemittedClaim';
import { TypedPaper } from './TypedPaper';
import './remittances.css';

type RemittancesProps = {
  claims: readonly KeptClaim[];
  makeRow: (record: KeptClaim) => DayRow;
  onChange: (changed: readonly KeptClaim[]) => void;
  onBegin: DayActions['onBegin'];
  onMend: DayActions['onMend'];
};

const noChoice: Chosen = new Map();

/** What payers answered: opened or pasted, matched to the kept claims, and kept with them. */
export function Remittances({ claims, makeRow, onChange, onBegin, onMend }: RemittancesProps) {
  const { sources, acknowledged, refused, open, paste, typed, remove, removeAcknowledged } = useSources();
  const [chosen, setChosen] = useState(noChoice);
  const today = use(TodayContext);
  const rows = useMemo(() => claims.map(makeRow), [claims, makeRow]);
  const found = useMemo(
    () =>
      foundAnswers(
        sources.map(({ file }) => file),
        rows,
        chosen,
      ),
    [sources, rows, chosen],
  );
  const answered = useMemo(() => answeredRows(found, today), [found, today]);
  const choose: Choose = (key, id) => setChosen((before) => withChoice(before, key, id));
  return (
    <div className="remittances">
      <Opening refused={refused} onOpen={(files) => void open(files)} onPaste={paste} />
      <TypedPaper onRead={typed} />
      <p role="status">{inAll(sources, answered)}</p>
      <Acknowledgments
        {...{ rows, chosen, onMend }}
        sources={acknowledged}
        onRemove={removeAcknowledged}
        onChoose={choose}
      />
      <Payments sources={sources} onRemove={remove} />
      {answered.length === 0 ? null : (
        <>
          <KeepAll answered={answered} onChange={onChange} />
          <Answers answered={answered} onChoose={choose} {...{ claims, rows, chosen, onBegin }} />
        </>
      )}
    </div>
  );
}

const inAll = (sources: readonly Source[], answered: readonly AnsweredRow[]): string =>
  sources.length === 0
    ? ''
    : `${counted(answered.length, 'answer')} read, ` +
      `${answered.filter(({ own }) => own).length} matched to a kept claim.`;

/** The opened texts, each read once; one that is refused is told and not kept. */
function useSources() {
  const [sources, setSources] = useState<readonly Source[]>([]);
  const [acknowledged, setAcknowledged] = useState<readonly AcknowledgedSource[]>([]);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const take = (texts: readonly { readonly name: string; readonly text: string | null }[]) => {
    const read = texts.map(({ name, text }) => ({ name, ...(text === null ? tooLarge : readBack(text)) }));
    setSources((before) => [...before, ...read.flatMap(({ name, file }) => (file ? [{ name, file }] : []))]);
    setAcknowledged((before) => [
      ...before,
      ...read.flatMap(({ name, acknowledgment }) => (acknowledgment ? [{ name, acknowledgment }] : [])),
    ]);
    const against = read.flatMap(({ name, refused: because }) => (because === null ? [] : [`${name}: ${because}`]));
    setRefused(against);
    return against.length === 0;
  };
  const open = async (files: readonly File[]) => {
    take(await Promise.all(files.map(async (file) => ({ name: file.name, text: await textOf(file) }))));
  };
  const paste = (text: string) => take([{ name: 'Pasted', text }]);
  const typed = (text: string) => {
    const name = nameOfTyped(text);
    setSources((before) => before.filter((each) => each.name !== name));
    take([{ name, text }]);
  };
  const remove = (source: Source) => setSources((before) => before.filter((each) => each !== source));
  const removeAcknowledged = (source: AcknowledgedSource) =>
    setAcknowledged((before) => before.filter((each) => each !== source));
  return { sources, acknowledged, refused, open, paste, typed, remove, removeAcknowledged };
}

/** What is typed of one claim takes the place of what was typed of it before. */
function nameOfTyped(text: string): string {
  const number = readBack(text).file?.remittances[0]?.claims[0]?.controlNumber ?? '';
  return number === '' ? 'Typed' : `Typed: ${number}`;
}

const tooLarge: CameBackText = {
  file: null,
  acknowledgment: null,
  refused: 'It cannot be read, or it is far larger than a remittance.',
};
async function textOf(file: File): Promise<string | null> {
  if (file.size > mostCharacters) return null;
  try {
    return await file.text();
  } catch {
    return null;
  }
}

type OpeningProps = {
  refused: readonly string[];
  onOpen: (files: readonly File[]) => void;
  onPaste: (text: string) => boolean;
};

function Opening({ refused, onOpen, onPaste }: OpeningProps) {
  const [pasted, setPasted] = useDraft('remittances:pasted', '');
  return (
    <section aria-labelledby="remittances-open">
      <h3 id="remittances-open">Open what came back</h3>
      <FilesField
        id="remittance-files"
        label="Remittance files (835), or acknowledgments (277CA)"
        hint="One or several. They are read on this page only, and nothing is kept until you say so."
        refused={refused}
        onChosen={onOpen}
      />
      <TextField
        id="remittance-pasted"
        label="Or paste a part of one"
        hint="From CLP or SVC on, as it stands in the file; of an acknowledgment from NM1*QC on."
        lines={4}
        field={{ name: 'remittance-pasted', value: pasted, onChange: ({ target }) => setPasted(target.value) }}
      />
      <button
        type="button"
        className="ds-c-button ds-c-button--small"
        onClick={() => {
          if (onPaste(pasted)) setPasted('');
        }}
      >
        Read what was pasted
      </button>
    </section>
  );
}

/** Keeps every matched answer with its claim, and says what became of that. */
function KeepAll({ answered, onChange }: { answered: readonly AnsweredRow[] } & Pick<RemittancesProps, 'onChange'>) {
  const [said, setSaid] = useState<readonly string[]>([]);
  const open = answered.filter(({ own, isKept }) => own && !isKept).length;
  const keep = () => {
    const { changed, taken, again, says } = withAnswersTaken(answered);
    if (changed.length > 0) onChange(changed);
    setSaid([
      `${counted(taken, 'answer')} kept with ${counted(changed.length, 'claim')}.`,
      ...(again > 0 ? [`${again} stood there already.`] : []),
      ...says,
    ]);
  };
  return (
    <div className="remittances-keep">
      <button type="button" className="ds-c-button ds-c-button--solid" onClick={keep}>
        Keep what is matched with its claims{open > 0 ? `: ${open}` : ''}
      </button>
      <div role="status">
        {said.map((each) => (
          <p key={each}>{each}</p>
        ))}
      </div>
    </div>
  );
}

const shownChoices = {
  '': 'All',
  todo: 'With something to do',
  unmatched: 'Without a kept claim',
} as const;
type Shown = keyof typeof shownChoices;

const isShown = ({ own, parts }: AnsweredRow, shown: Shown): boolean =>
  shown === '' || (shown === 'unmatched' ? own === null : parts().some(({ asks }) => asks.length > 0));

/** As many as a screen takes at once: a file may hold thousands. */
const atOnce = 25;

type Choose = (key: string, id: string | null) => void;
type AnswersProps = {
  answered: readonly AnsweredRow[];
  rows: readonly DayRow[];
  chosen: Chosen;
  onChoose: Choose;
} & Pick<RemittancesProps, 'claims' | 'onBegin'>;

function Answers({ answered, rows, chosen, onChoose, claims, onBegin }: AnswersProps) {
  const [shown, setShown] = useState<Shown>('');
  const [most, setMost] = useState(atOnce);
  const seen = answered.filter((row) => isShown(row, shown));
  return (
    <section aria-labelledby="remittances-claims">
      <h3 id="remittances-claims">Claims in them</h3>
      <WhichShown
        shown={shown}
        onShown={(next) => {
          setShown(next);
          setMost(atOnce);
        }}
      />
      <p className="section-note">{counted(seen.length, 'claim')}.</p>
      {seen.slice(0, most).map((row) => (
        <RemittedClaim
          key={row.key}
          {...{ row, rows }}
          choice={chosen.get(row.key)}
          onChoose={(id) => onChoose(row.key, id)}
        >
          <NextClaims {...{ row, claims, onBegin }} />
        </RemittedClaim>
      ))}
      {seen.length > most ? (
        <button type="button" className="ds-c-button ds-c-button--small" onClick={() => setMost(most + atOnce)}>
          Show {Math.min(atOnce, seen.length - most)} more of {seen.length}
        </button>
      ) : null}
    </section>
  );
}

const WhichShown = ({ shown, onShown }: { shown: Shown; onShown: (next: Shown) => void }) => (
  <SelectField
    id="remittances-shown"
    label="Show"
    choices={Object.entries(shownChoices).map(([value, label]) => ({ value, label }))}
    unchosen={undefined}
    hint={undefined}
    problem={undefined}
    field={{
      name: 'remittances-shown',
      value: shown,
      onChange: ({ target }) => onShown(target.value as Shown),
    }}
  />
);
