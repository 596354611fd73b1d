import { copies, deleteCopies, wholeCopies } from '../copies';

declare const self: ServiceWorkerGlobalScope;

/** Put in by the build: the path of each part of the page and the hash of its content, and what this copy is named. */
declare const PARTS: readonly { readonly path: string; readonly integrity: string }[];
declare const COPY_NAME: string;

self.addEventListener('install', (event) => {
  event.waitUntil(keep());
  // Which copy is in use hangs on the copies alone, not on the worker that hands them out.
  void self.skipWaiting();
});

/** A worker that was removed a moment ago may come back without being installed: the page that starts it asks then. */
self.addEventListener('message', (event) => {
  const kept = keep().then(
    () => true,
    () => false,
  );
  event.waitUntil(kept.then((done) => event.ports[0]?.postMessage(done)));
});

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && new URL(url).origin === self.location.origin) event.respondWith(answer(event.request));
});

/**
 * Keeps all parts as they were built, or none: a part with another content is refused. The copy in use stays, and what
 * came between goes.
 */
async function keep(): Promise<void> {
  if (!(await wholeCopies()).includes(COPY_NAME)) {
    const copy = await caches.open(COPY_NAME);
    try {
      await copy.addAll(PARTS.map(({ path, integrity }) => new Request(path, { integrity, cache: 'no-cache' })));
    } catch (error) {
      await deleteCopies([COPY_NAME]);
      throw error;
    }
  }
  const [inUse] = await wholeCopies();
  await deleteCopies((await copies()).filter((name) => name !== inUse && name !== COPY_NAME));
}

/** From the copy in use, the oldest; what is no part of the page is asked of the server. */
async function answer(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace(/\/index\.html$/, '/');
  return (await caches.match(path, { ignoreVary: true })) ?? fetch(request);
}
