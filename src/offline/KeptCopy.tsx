import { useRef, useState } from 'react';
import { removeKeptCopy, takeLatest } from './kept-copy';
import { readKeptCopyAgain, useKeptCopy } from './use-kept-copy';

/** Tells of a new version of the page, which is taken when somebody says so. */
export function NewVersion() {
  const newer = useKeptCopy() === 'newer';
  const load = async () => {
    await takeLatest();
    location.reload();
    // Somebody may have stayed, to keep what is typed.
    await readKeptCopyAgain();
  };
  return (
    <div aria-live="polite">
      {newer ? (
        <p className="new-version">
          A new version of this page has come. Loading it forgets what is typed here.{' '}
          <button type="button" className="link" onClick={() => void load()}>
            Load the new version
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** What is kept for use without a net, and the ways to keep it and to remove it. */
export function KeptCopyNote() {
  const kept = useKeptCopy();
  const note = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const remove = async () => {
    await removeKeptCopy();
    await readKeptCopyAgain();
    setSaid('The copy was removed: this page opens with a net alone. ');
    note.current?.focus();
  };
  if (kept === 'unread' || kept === 'impossible') return null;
  return (
    <div ref={note} tabIndex={-1}>
      {kept === 'none' ? (
        <p>
          {said}
          <a href="/offline.html" target="_blank">
            Keep a copy of this page for use without a net (opens in a new tab)
          </a>
        </p>
      ) : (
        <p>
          This browser keeps a copy of the page itself for use without a net. Nothing typed is in it.{' '}
          <button type="button" className="link" onClick={() => void remove()}>
            Remove the copy kept for use without a net
          </button>
        </p>
      )}
    </div>
  );
}
