import { wholeCopies } from './copies';
import { keptCopy, removeKeptCopy } from './kept-copy';

/**
 * Runs the page on which somebody has a copy kept. It is a page of its own, since a page that starts a worker has to
 * name a script's address, which the worksheet's policy forbids to every script; and nothing is typed here.
 */
const keep = button('keep');
const remove = button('remove');

keep.addEventListener('click', () =>
  act(async () =>
    (await keepCopy())
      ? 'The copy is kept. The worksheet now opens from it, with a net and without one.'
      : 'Nothing was kept: not every part came from the server as it was built. Try again later.',
  ),
);
remove.addEventListener('click', () =>
  act(async () => {
    await removeKeptCopy();
    return 'The copy was removed. The worksheet opens with a net alone.';
  }),
);
void show();

function button(id: string): HTMLButtonElement {
  const found = document.getElementById(id);
  if (!(found instanceof HTMLButtonElement)) throw new Error(`No button ${id}`);
  return found;
}

/** Does it, says what came of it, and leaves the focus on the button that is there then. */
async function act(work: () => Promise<string>): Promise<void> {
  say('One moment…');
  say(await work().catch(() => 'The browser refused. What it keeps stands as it was.'));
  await show();
  (keep.hidden ? remove : keep).focus();
}

async function show(): Promise<void> {
  const kept = await keptCopy();
  keep.hidden = kept !== 'none';
  remove.hidden = kept === 'none' || kept === 'impossible';
  if (kept === 'impossible') say('This browser keeps no copy here: it needs an https address and no private window.');
}

function say(words: string): void {
  const said = document.getElementById('said');
  if (said) said.textContent = words;
}

type ScriptAddresses = { readonly createScriptURL: (_: string) => string };
type TrustedTypes = { readonly createPolicy: (name: string, policy: ScriptAddresses) => ScriptAddresses };

let worker: string | undefined;

/** Address of the worker, the only one that a script here can name. Not every browser has Trusted Types yet. */
function workerAddress(): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const policy = { createScriptURL: () => '/sw.js' };
  return (worker ??= (trustedTypes?.createPolicy('own-worker', policy) ?? policy).createScriptURL(''));
}

/** Starts the worker and waits until it has the parts; whether it has them. */
async function keepCopy(): Promise<boolean> {
  const { installing, active } = await navigator.serviceWorker.register(workerAddress());
  if (installing) await settled(installing);
  if ((await wholeCopies()).length > 0) return true;
  return active ? asked(active) : false;
}

function settled(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'activated' || worker.state === 'redundant') resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

function asked(worker: ServiceWorker): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener('message', ({ data }) => resolve(data === true));
    port1.start();
    worker.postMessage('keep', [port2]);
  });
}
