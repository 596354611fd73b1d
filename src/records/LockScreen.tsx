import { useEffect, useState } from 'react';
import { PassphraseField, useShown } from './PassphraseField';
import './clinics-file.css';

type OnUnlock = (passphrase: string) => Promise<string | undefined>;

/** All that a locked page shows: no patient, and the way back. */
export function LockScreen({ onUnlock }: { onUnlock: OnUnlock }) {
  const { typed, setTyped, problem, working, unlock } = useUnlocking(onUnlock);
  const [shown, showBox] = useShown('unlock-shown');
  return (
    <main className="locked">
      <h1>Baclofen billing worksheet</h1>
      <h2>Locked</h2>
      <p>Nothing of the clinic is on this screen. The passphrase brings back all of it, with what was not saved.</p>
      <PassphraseField
        id="unlock-passphrase"
        label="Passphrase"
        value={typed}
        onChange={setTyped}
        problem={problem}
        shown={shown}
        onEnter={unlock}
      />
      {showBox}
      <button type="button" className="ds-c-button ds-c-button--small" onClick={unlock}>
        Unlock
      </button>
      <p role="status">{working ? 'Unlocking…' : ''}</p>
      <p className="section-note">
        Without the passphrase, load the page again. What was not saved is lost then; the file on the disk stays.
      </p>
    </main>
  );
}

function useUnlocking(onUnlock: OnUnlock) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const [working, setWorking] = useState(false);
  useEffect(focusOnField, []);
  const unlock = async () => {
    setWorking(true);
    setProblem(undefined);
    // So that it is said before the work begins, which nothing else can interrupt.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const refused = await onUnlock(typed);
    if (refused === undefined) return;
    setProblem(refused);
    setWorking(false);
    focusOnField();
  };
  return { typed, setTyped, problem, working, unlock: () => void (working || unlock()) };
}

const focusOnField = () => document.getElementById('unlock-passphrase')?.focus();
