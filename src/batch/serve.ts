import type { Answered, Ask, Asked, Call, Calls, Stop } from './messages';
import { BatchSession } from './session';
import { nowAndThen, slicesOf, type Slicing, type Tell } from './slices';

/**
 * Answers questions one after the other, a slice of time at once; between two slices whoever waits gets in. `helpers`
 * are other sessions, which take parts of its rows. What was asked before a stop fails at its next slice, and nothing
 * that is asked after it.
 */
export function answering(
  slicing: Slicing,
  tell: (answer: Answered) => void,
  helpers: readonly Ask[] = [],
): (asked: Asked | Stop) => void {
  let [inHand, newest, stopped] = [0, 0, 0];
  const pause = async () => {
    await slicing.pause();
    if (inHand <= stopped) throw new Error('stopped');
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
      stopped = newest;
      return;
    }
    newest = asked.id;
    last = last.then(() => {
      inHand = asked.id;
      return answer(asked);
    });
  };
}

async function valueOf(session: BatchSession, asked: Asked, tell: Tell): Promise<Calls[Call]['value']> {
  switch (asked.call) {
    case 'open':
      return session.open(asked.told);
    case 'texts':
      return session.texts(asked.told, tell);
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
