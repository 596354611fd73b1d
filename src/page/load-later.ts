import { later } from './later';

/*
 * The bytes of all of these come with the page (`index.html` names them as module preloads), so that nothing is asked
 * for later.
 */

/** Lets the browser do what waits before the next part runs, so that an old machine is never busy for long. */
export const inATaskOfItsOwn = () => new Promise((resolve) => setTimeout(resolve));

/** The style of what runs later, which stands for no medium before: the first paint does not wait for it. */
async function styleOfLaterParts(): Promise<void> {
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[media="not all"]')];
  await Promise.all(
    sheets.map(async (link) => {
      if (link.sheet === null)
        await new Promise((resolve, refuse) => {
          link.addEventListener('load', resolve, { once: true });
          link.addEventListener('error', refuse, { once: true });
        });
      link.media = 'all';
    }),
  );
}

/** What makes the claim, its rules first: run once the empty page stands, before anybody has answered anything. */
export const claimPart = later(async () => {
  await Promise.all([import('../rules'), styleOfLaterParts()]);
  await inATaskOfItsOwn();
  return import('./claim-part');
});
export type ClaimPart = typeof import('./claim-part');

/** The nurse's part of the page, the paper, and the picture of what was opened; they build on what makes the claim. */
export const lateParts = later(async () => {
  await claimPart.load();
  await inATaskOfItsOwn();
  return import('./late-parts');
});

/** What the sources say, run when somebody first asks who says so. */
const citations = later(async () => (await import('../rules/citations')).citations);
export const loadCitations = citations.load;

/** Only a served page can keep a copy of itself: not one opened from a disk, nor one that is being worked on. */
const isServed = import.meta.env.PROD && import.meta.env.MODE !== 'file';

/** What is said of the copy kept for use without a net, where there can be one: after all that makes claims. */
export const loadKeptCopy = isServed
  ? async () => {
      await lateParts.load().catch(() => undefined);
      return import('../offline/KeptCopy');
    }
  : undefined;

/** Encrypting and the screen of a locked page: run once the clinic’s file is used. */
export const filePart = later(() => import('../records/file-part'));

/** Calls back once the page with all that belongs to it is there. */
export function afterLoad(work: () => void): (() => void) | undefined {
  if (document.readyState === 'complete') {
    work();
    return undefined;
  }
  window.addEventListener('load', work);
  return () => window.removeEventListener('load', work);
}
