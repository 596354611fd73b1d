import { useState } from 'react';
import { flushSync } from 'react-dom';
import { NewPassphrase, useNewPassphrase } from './NewPassphrase';
import { PassphraseField, useShown } from './PassphraseField';

type ChangePassphraseProps = {
  /** That of the file as it is. */
  passphrase: string;
  /** What the button says that does it. */
  saves: string;
  onChange: (next: string) => void;
};

const currentId = 'current-passphrase';
const openId = 'change-passphrase';

/** Gives the focus to what is there once something is done. */
function goTo(id: string, done: () => void): void {
  flushSync(done);
  document.getElementById(id)?.focus();
}

/** Another passphrase for the file: the one that it has is asked, and the file is written anew. */
export function ChangePassphrase(props: ChangePassphraseProps) {
  const [isChanging, setChanging] = useState(false);
  if (isChanging) return <Changing {...props} onDone={() => goTo(openId, () => setChanging(false))} />;
  return (
    <button type="button" className="link" id={openId} onClick={() => goTo(currentId, () => setChanging(true))}>
      Change the passphrase
    </button>
  );
}

function Changing({ passphrase, saves, onChange, onDone }: ChangePassphraseProps & { onDone: () => void }) {
  const fresh = useNewPassphrase(passphrase);
  const [current, setCurrent] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [shown, showBox] = useShown('current-shown');
  const change = () => {
    setWrong(current !== passphrase);
    if (current !== passphrase) return document.getElementById(currentId)?.focus();
    const next = fresh.taken();
    if (next === undefined) return undefined;
    onDone();
    return onChange(next);
  };
  return (
    <div role="group" aria-label="Change the passphrase" className="change-passphrase">
      <PassphraseField
        id={currentId}
        label="The passphrase that it has now"
        value={current}
        onChange={setCurrent}
        problem={isWrong ? 'This is not the passphrase. Type it again; capital letters count.' : undefined}
        shown={shown}
        onEnter={() => document.getElementById('new-passphrase')?.focus()}
      />
      {showBox}
      <NewPassphrase {...fresh} />
      <div className="finding-actions">
        <button type="button" className="ds-c-button ds-c-button--small" onClick={change}>
          {saves}
        </button>
        <button type="button" className="ds-c-button ds-c-button--small" onClick={onDone}>
          Leave it as it is
        </button>
      </div>
    </div>
  );
}
