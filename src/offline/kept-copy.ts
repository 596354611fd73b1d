import { deleteCopies, wholeCopies } from './copies';

/** `newer`: a later version is kept beside the one in use. `impossible`: this browser, or this address, keeps none. */
export type KeptCopy = 'impossible' | 'none' | 'kept' | 'newer';

/** What of the page this browser keeps for use without a net. */
export async function keptCopy(): Promise<KeptCopy> {
  // At an address that is not secure a browser has neither; in a private window it may refuse both.
  if (!('serviceWorker' in navigator) || !('caches' in window)) return 'impossible';
  try {
    const { length } = await wholeCopies();
    return length === 0 ? 'none' : length === 1 ? 'kept' : 'newer';
  } catch {
    return 'impossible';
  }
}

/** Removes the worker and every copy of the page. */
export async function removeKeptCopy(): Promise<void> {
  await (await navigator.serviceWorker.getRegistration())?.unregister();
  await deleteCopies();
}

/** Puts the latest version in the place of the one in use. */
export async function takeLatest(): Promise<void> {
  await deleteCopies((await wholeCopies()).slice(0, -1));
}
