import { asking, type Answered, type Ask, type Asked, type Role, type Stop } from './messages';
import { answering } from './serve';
import { script } from './worker-script';

/** A session of one file. Ending it stops what it does and leaves nothing of it behind. */
export type Session = {
  readonly ask: Ask;
  /** Stops what is in hand, and leaves the file as it is. */
  readonly stop: () => void;
  readonly end: () => void;
};

type Channel = { readonly post: (asked: Asked | Stop) => void; readonly end: () => void };

/** `workers` is among how many the rows are shared; where there can be none, the page does it all. */
export function startSession(workers: number): Session {
  const { ask, hear, failAll } = asking((asked) => channel.post(asked));
  const channel = workerChannel(workers, hear, failAll) ?? pageChannel(hear);
  const end = () => {
    channel.end();
    failAll();
  };
  return { ask, stop: () => channel.post('stop'), end };
}

const mostWorkers = 4;
/** Less than this is read before another worker has started. */
const sharedFrom = 1 << 19;

/** As many workers as there are processors for, and one for a file that is soon read. */
export const workersFor = (bytes: number): number =>
  bytes < sharedFrom ? 1 : Math.min(mostWorkers, navigator.hardwareConcurrency || 1);

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
function workerChannel(workers: number, hear: (answered: Answered) => void, failed: () => void): Channel | null {
  if (script === '') return null;
  const started: Worker[] = [];
  const start = (role: Role, ports: MessagePort[]): Worker => {
    const worker = new Worker(workerAddress());
    started.push(worker);
    worker.addEventListener('error', failed);
    worker.postMessage(role, ports);
    return worker;
  };
  const end = () => {
    for (const worker of started) worker.terminate();
  };
  try {
    const toHelpers = Array.from({ length: workers - 1 }, () => {
      const { port1, port2 } = new MessageChannel();
      start('helper', [port2]);
      return port1;
    });
    const lead = start('lead', toHelpers);
    lead.addEventListener('message', ({ data }: MessageEvent<Answered>) => hear(data));
    return { post: (asked) => lead.postMessage(asked, []), end };
  } catch {
    end();
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
  };
}
