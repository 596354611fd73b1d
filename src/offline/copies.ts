/** Every kept copy of the page is a cache of its own, named by this and by its version. */
export const copyPrefix = 'baclofen-worksheet-';

/**
 * Names of the copies that are whole, the oldest first. The oldest is the one in use; a later one waits until somebody
 * takes it.
 */
export async function wholeCopies(): Promise<readonly string[]> {
  const names = await copies();
  const whole = await Promise.all(names.map((name) => caches.match('/', { cacheName: name, ignoreVary: true })));
  return names.filter((_, place) => whole[place] !== undefined);
}

/** Deletes copies, or all that there are. */
export async function deleteCopies(names?: readonly string[]): Promise<void> {
  await Promise.all((names ?? (await copies())).map((name) => caches.delete(name)));
}

/** Names of all copies, also of one that is still being made, in the order in which they were begun. */
export const copies = async (): Promise<readonly string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(copyPrefix));
