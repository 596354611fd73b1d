import { answering, type Answered, type Asked } from '../serve';

/** A slice short enough that what is asked meanwhile is heard. */
const sliceMs = 100;

const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Of a worker, whose messages go to the page that made it. */
const { postMessage } = self as unknown as { postMessage: (answered: Answered, transfer: []) => void };
const tell = (answered: Answered) => postMessage(answered, []);

const answer = answering({ sliceMs, now: () => performance.now(), pause }, tell);
self.addEventListener('message', ({ data }: MessageEvent<Asked>) => answer(data));
