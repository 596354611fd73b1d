import { use, useRef, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { InPageQuestion } from '../clinic/InPageQuestion';
import { TextField } from '../controls/TextField';
import { formatDate } from '../engine/dated';
import { counted } from '../engine/typed';
import { TodayContext } from '../fields/form';
import { usePrintedSheet } from '../fields/use-printed-sheet';
import { keptLetter, letterAbout, withLetter } from '../remittance/kept-letters';
import {
  blanksIn,
  draftLetter,
  lettersFor,
  letterText,
  letterTitles,
  togetherInLetters,
  type LetterKind,
  type LetterParts,
} from '../remittance/letter';
import { useCopy } from '../results/use-copy';
import type { AnsweredRow } from './answered-rows';
import { LettersContext } from './Letters';
import { PrintOneClaim } from './OneClaimSheet';

/** What is written to the payer about a claim, and the claim alone on paper for the next payer. */
export function ClaimLetters({ row }: { row: AnsweredRow }) {
  return (
    <>
      {row.standing === 'stands'
        ? togetherInLetters(row.parts()).map((of) => <OfParts key={of.name} row={row} of={of} />)
        : null}
      <PrintOneClaim row={row} />
    </>
  );
}

type OfPartsProps = { row: AnsweredRow; of: LetterParts };

function OfParts({ row, of }: OfPartsProps) {
  const { kinds, instead } = lettersFor(of.parts[0].next);
  if (kinds.length === 0) return <p>{`Letter about ${of.name}: ${instead}`}</p>;
  if (!row.own?.reading.claim)
    return <p>Letter about {of.name}: it is drafted from a kept claim. Match the answer to one first.</p>;
  return kinds.map((kind) => <OneLetter key={kind} row={row} of={of} kind={kind} />);
}

type OneLetterProps = OfPartsProps & { kind: LetterKind };

function OneLetter({ row, of, kind }: OneLetterProps) {
  const { open, setOpen } = use(LettersContext);
  const draft = useDrafting(row, of, kind);
  const about = letterAbout(row.answer, of.name, kind);
  const text = Object.hasOwn(open, about) ? open[about] : undefined;
  const change = (next: string) => setOpen((before) => ({ ...before, [about]: next }));
  const kept = row.own ? keptLetter(row.own.record, about) : null;
  const name = `${letterTitles[kind]}, ${of.name}`;
  const begin = () => {
    flushSync(() => change(kept ?? draft()));
    document.getElementById(fieldOf(about))?.focus();
  };
  if (text === undefined)
    return (
      <button type="button" className="ds-c-button ds-c-button--small" onClick={begin}>
        {kept === null ? 'Draft the letter' : 'Open the kept letter'}: {name}
      </button>
    );
  return <OpenLetter {...{ row, about, name, text, kept, draft, change }} />;
}

const fieldOf = (about: string): string => `letter-${about.replaceAll(/[^A-Za-z0-9]+/g, '-')}`;

/** Drafts it anew from what the claim tells now. */
function useDrafting({ answer, own }: AnsweredRow, { parts }: LetterParts, kind: LetterKind) {
  const { office } = use(LettersContext);
  const today = use(TodayContext);
  return (): string =>
    own?.reading.claim
      ? letterText(draftLetter(kind, { answer, parts, own: own.reading.claim, record: own.record, office, today }))
      : '';
}

type OpenLetterProps = {
  row: AnsweredRow;
  about: string;
  name: string;
  text: string;
  kept: string | null;
  draft: () => string;
  change: (next: string) => void;
};

function OpenLetter({ row, about, name, text, kept, draft, change }: OpenLetterProps) {
  const id = fieldOf(about);
  const section = useRef<HTMLDivElement>(null);
  const select = (blank: string) => {
    const field = section.current?.querySelector('textarea');
    const at = text.indexOf(blank);
    field?.focus();
    field?.setSelectionRange(at, at + blank.length);
  };
  return (
    <div className="letter" role="group" aria-label={name} ref={section}>
      <TextField
        id={id}
        label={name}
        hint="Read all of it before it goes out. Nothing is sent from here."
        lines={20}
        field={{ name: id, value: text, onChange: ({ target }) => change(target.value) }}
      />
      <Blanks text={text} onSelect={select} />
      <LetterActions {...{ row, about, name, text, kept, draft, change }} />
    </div>
  );
}

function Blanks({ text, onSelect }: { text: string; onSelect: (blank: string) => void }) {
  const blanks = blanksIn(text);
  if (blanks.length === 0) return <p>No marked blank is left.</p>;
  return (
    <details open>
      <summary>{counted(blanks.length, 'marked blank')} to fill</summary>
      <ul>
        {blanks.map((blank) => (
          <li key={blank}>
            <button type="button" className="link" onClick={() => onSelect(blank)}>
              {blank}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

const longWords = 'The letter is too long to be kept with the claim. Shorten it, or copy it.';

function LetterActions({ row, about, name, text, kept, draft, change }: OpenLetterProps) {
  const { onKeep } = use(LettersContext);
  const today = use(TodayContext);
  const { copy, said: copied } = useCopy();
  const { printing, print } = usePrintedSheet();
  const [said, setSaid] = useState('');
  const keep = () => {
    const record = row.own && withLetter(row.own.record, { about, text, keptOn: formatDate(today) });
    if (record) onKeep(record);
    setSaid(record ? 'The letter is kept with its claim.' : longWords);
  };
  const small = 'ds-c-button ds-c-button--small';
  return (
    <>
      <div className="finding-actions">
        <button type="button" className={`${small} ds-c-button--solid`} onClick={keep}>
          Keep the letter with its claim
        </button>
        <button type="button" className={small} onClick={() => copy('the letter', text)}>
          Copy the letter
        </button>
        <button type="button" className={small} onClick={print}>
          Print the letter
        </button>
        <DraftAnew {...{ text, draft, change }} />
      </div>
      <p role="status">{kept === text ? said || 'As kept with its claim.' : copied}</p>
      {kept !== text && said === longWords ? <p className="warning">{longWords}</p> : null}
      {printing ? createPortal(<PrintedLetter name={name} text={text} />, document.body) : null}
    </>
  );
}

/** Asks where something was typed that would be lost. */
function DraftAnew({ text, draft, change }: Pick<OpenLetterProps, 'text' | 'draft' | 'change'>) {
  const [asked, setAsked] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const leave = () => {
    setAsked(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        type="button"
        className="ds-c-button ds-c-button--small"
        ref={button}
        onClick={() => {
          if (text !== draft()) setAsked(true);
        }}
      >
        Draft anew
      </button>
      {asked ? (
        <InPageQuestion
          question="What you changed in this letter goes. Draft it anew?"
          yes="Draft anew, and lose the changes"
          no="Keep what is typed"
          onYes={() => {
            change(draft());
            leave();
          }}
          onNo={leave}
        />
      ) : null}
    </>
  );
}

/** One letter on paper; what is still blank is marked by brackets and a frame. */
const PrintedLetter = ({ name, text }: { name: string; text: string }) => (
  <article className="printed-sheet printed-letter" aria-label={name}>
    {text.split('\n\n').map((paragraph, place) => (
      // Paragraphs may be alike.
      // oxlint-disable-next-line react/no-array-index-key
      <p key={`${place} ${paragraph}`}>
        {paragraph
          .split(/(\[[^\]]*\])/)
          .map((piece, at) => (blanksIn(piece).length > 0 ? <mark key={`${at} ${piece}`}>{piece}</mark> : piece))}
      </p>
    ))}
  </article>
);
