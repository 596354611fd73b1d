import type { Progress } from './run';
import { answering, type Answered, type Asked } from './serve';
import type { Call, Calls } from './session';
import { script } from './worker-script';

/** Asks a session; it rejects where the session failed or was ended. */
export type Ask = <Name extends Call>(
  call: Name,
  told: Calls[Name]['told'],
  onProgress?: (progress: Progress) => void,
) => Promise<Calls[Name]['value']>;

/** A session of one file. Ending it stops what it does and leaves nothing of it behind. */
export type Session = { readonly ask: Ask; readonly end: () => void; readonly inWorker: boolean };

type Channel = { readonly post: (asked: Asked) => void; readonly end: () => void; readonly inWorker: boolean };
type Waiting = {
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly resolve: (value: never) => void;
  readonly reject: () => void;
};

export function startSession(): Session {
  const waiting = new Map<number, Waiting>();
  const hear = (answered: Answered) => {
    const asked = waiting.get(answered.id);
    if (!asked) return;
    if ('progress' in answered) return void asked.onProgress?.(answered.progress);
    waiting.delete(answered.id);
    if ('value' in answered) asked.resolve(answered.value as never);
    else asked.reject();
  };
  const failAll = () => {
    for (const { reject } of waiting.values()) reject();
    waiting.clear();
  };
  const channel = workerChannel(hear, failAll) ?? pageChannel(hear);
  let next = 0;
  const ask: Ask = (call, told, onProgress) =>
    new Promise((resolve, reject) => {
      next += 1;
      waiting.set(next, { onProgress, resolve: resolve as Waiting['resolve'], reject: () => reject(new Error(call)) });
      channel.post({ id: next, call, told } as Asked);
    });
  const end = () => {
    channel.end();
    failAll();
  };
  return { ask, end, inWorker: channel.inWorker };
}

type ScriptAddresses = { readonly createScriptURL: (_: string) => string };
type TrustedTypes = { readonly createPolicy: (name: string, policy: ScriptAddresses) => ScriptAddresses };

let address: string | undefined;

/** Address of the worker, the only script that the page can name. Not every browser has Trusted Types yet. */
function workerAddress(): string {
  if (address !== undefined) return address;
  const own = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const policy = { createScriptURL: () => own };
  return (address = (trustedTypes?.createPolicy('batch-worker', policy) ?? policy).createScriptURL(''));
}

/** Null where there is no worker: without a build, or where a browser refuses it. */
function workerChannel(hear: (answered: Answered) => void, failed: () => void): Channel | null {
  if (script === '') return null;
  try {
    const worker = new Worker(workerAddress());
    worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => hear(data));
    worker.addEventListener('error', failed);
    return { post: (asked) => worker.postMessage(asked, []), end: () => worker.terminate(), inWorker: true };
  } catch {
    return null;
  }
}

/** Short enough that a key typed meanwhile is painted at once. */
const sliceMs = 8;

function pageChannel(hear: (answered: Answered) => void): Channel {
  let ended = false;
  const pause = () => new Promise<void>((resolve) => setTimeout(() => (ended ? undefined : resolve())));
  const tell = (answered: Answered) => {
    if (!ended) hear(answered);
  };
  return {
    post: answering({ sliceMs, now: () => performance.now(), pause }, tell),
    end: () => {
      ended = true;
    },
    inWorker: false,
  };
}
