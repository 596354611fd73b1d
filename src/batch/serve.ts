import type { Answered, Ask, Asked, Call, Calls, Stop } from './messages';
import { BatchSession } from './session';
import { nowAndThen, slicesOf, type Slicing, type Tell } from './slices';

/**
 * Answers questions one after the other, a slice of time at once; between two slices whoever waits gets in. `helpers`
 * are other sessions, which take parts of its rows. What is told to stop fails at its next slice, and nothing else.
 */
export function answering(
  slicing: Slicing,
  tell: (answer: Answered) => void,
  helpers: readonly Ask[] = [],
): (asked: Asked | Stop) => void {
  let isStopped = false;
  const pause = async () => {
    await slicing.pause();
    if (isStopped) throw new Error('stopped');
  };
  const session = new BatchSession(slicesOf({ ...slicing, pause }), helpers);
  let last = Promise.resolve();
  const answer = async (asked: Asked): Promise<void> => {
    const { id } = asked;
    try {
      const value = await valueOf(
        session,
        asked,
        nowAndThen(slicing.now, (progress) => tell({ id, progress })),
      );
      tell({ id, value });
    } catch {
      tell({ id, failed: true });
    }
  };
  return (asked) => {
    if (asked === 'stop') {
      isStopped = true;
      return;
    }
    last = last.then(() => {
      isStopped = false;
      return answer(asked);
    });
  };
}

async function valueOf(session: BatchSession, asked: Asked, tell: Tell): Promise<Calls[Call]['value']> {
  switch (asked.call) {
    case 'open':
      return session.open(asked.told);
    case 'run':
      return session.run(asked.told, tell);
    case 'begin':
      return session.begin(asked.told);
    case 'part':
      return session.part(asked.told, tell);
    case 'taken':
      return session.taken();
    case 'audit':
      return session.audit(asked.told, tell);
    case 'page':
      return session.page(asked.told);
    case 'write':
      return session.write(asked.told, tell);
  }
}
