import { useSyncExternalStore } from 'react';
import { keptCopy, type KeptCopy } from './kept-copy';

let current: KeptCopy | 'unread' = 'unread';
let watching = false;
const listeners = new Set<() => void>();

/** What of the page is kept for use without a net, followed while the page is open. */
export const useKeptCopy = (): KeptCopy | 'unread' => useSyncExternalStore(follow, () => current);

export async function readKeptCopyAgain(): Promise<void> {
  current = await keptCopy();
  for (const listener of listeners) listener();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  if (!watching) {
    watching = true;
    void watch();
  }
  return () => listeners.delete(listener);
}

/** Reads once, and again whenever it may have changed: in another tab, or by a new version that came. */
async function watch(): Promise<void> {
  await readKeptCopyAgain();
  if (current === 'impossible') return;
  document.addEventListener('visibilitychange', () => void readKeptCopyAgain());
  const registration = await navigator.serviceWorker.getRegistration();
  const followInstalling = () =>
    registration?.installing?.addEventListener('statechange', () => void readKeptCopyAgain());
  followInstalling();
  registration?.addEventListener('updatefound', followInstalling);
}
