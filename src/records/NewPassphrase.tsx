import { useState } from 'react';
import { PassphraseField, useShown } from './PassphraseField';
import { strengthOf } from './passphrase';

/** A passphrase typed twice: taken once it is strong enough, the same, and not `before`. */
export function useNewPassphrase(before: string | null = null) {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [tried, setTried] = useState(false);
  const { enough, words } = first === before ? asBefore : strengthOf(first);
  const isSame = first === second;
  const taken = () => {
    setTried(true);
    if (enough && isSame) {
      setFirst('');
      setSecond('');
      setTried(false);
      return first;
    }
    document.getElementById(enough ? 'second-passphrase' : 'new-passphrase')?.focus();
    return undefined;
  };
  return { first, setFirst, second, setSecond, tried, enough, words, isSame, taken };
}

const asBefore = { enough: false, words: 'This is the passphrase that it has now.' };

/** The two fields of a new passphrase, under what losing it means. */
export function NewPassphrase(typed: ReturnType<typeof useNewPassphrase>) {
  const { first, setFirst, second, setSecond, tried, enough, words, isSame } = typed;
  const [shown, showBox] = useShown('new-shown');
  return (
    <>
      <div className="warning">
        <p>
          Write the passphrase down and keep it where the clinic keeps its keys. Without it nobody can open the file
          again: not you, not who made this page.
        </p>
      </div>
      <PassphraseField
        id="new-passphrase"
        label="New passphrase"
        hint="Four words that do not belong together are easy to keep and hard to guess."
        value={first}
        onChange={setFirst}
        problem={tried && !enough ? words : undefined}
        said={first === '' ? undefined : words}
        shown={shown}
        onEnter={() => document.getElementById('second-passphrase')?.focus()}
      />
      <PassphraseField
        id="second-passphrase"
        label="The same passphrase again"
        value={second}
        onChange={setSecond}
        problem={tried && enough && !isSame ? 'The two are not the same.' : undefined}
        said={second !== '' && isSame ? 'The same.' : undefined}
        shown={shown}
        onEnter={() => {}}
      />
      {showBox}
    </>
  );
}
