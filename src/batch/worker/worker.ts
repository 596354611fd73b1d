import { asking, type Answered, type Ask, type Asked, type Role, type Stop } from '../messages';
import { answering } from '../serve';
import type { Slicing } from '../slices';

/** A turn of the loop; a timer would wait four milliseconds. */
const { port1: resumed, port2: resume } = new MessageChannel();
const pause = () =>
  new Promise<void>((resolve) => {
    resumed.addEventListener('message', () => resolve(), { once: true });
    resume.postMessage(null, []);
  });
resumed.start();

/** A slice is short enough that what is asked or answered meanwhile is heard. */
const slicing: Slicing = { sliceMs: 20, now: () => performance.now(), pause };

/** Of a worker, whose messages go to the page that made it. */
const { postMessage } = self as unknown as { postMessage: (answered: Answered, transfer: []) => void };

function hearFrom<Heard>(port: MessagePort, hear: (heard: Heard) => void): void {
  port.addEventListener('message', ({ data }: MessageEvent<Heard>) => hear(data));
  port.start();
}

function askThrough(port: MessagePort): Ask {
  const { ask, hear } = asking((asked) => port.postMessage(asked));
  hearFrom<Answered>(port, hear);
  return ask;
}

function lead(helpers: readonly MessagePort[]): void {
  const answer = answering(slicing, (answered) => postMessage(answered, []), helpers.map(askThrough));
  self.addEventListener('message', ({ data }: MessageEvent<Asked | Stop>) => answer(data));
}

function help(port: MessagePort): void {
  hearFrom<Asked>(
    port,
    answering(slicing, (answered) => port.postMessage(answered)),
  );
}

self.addEventListener(
  'message',
  ({ data, ports }: MessageEvent<Role>) => {
    const [only] = ports;
    if (data === 'helper' && only) help(only);
    else lead(ports);
  },
  { once: true },
);
