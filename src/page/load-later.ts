type LateParts = typeof import('./late-parts');

let loading: Promise<LateParts> | undefined;
let loaded: LateParts | undefined;

/**
 * The nurse's part of the page and the paper, which run only after the first paint. Their bytes come with the page
 * (`index.html` names them as module preloads), so that nothing is asked for later.
 */
export const loadLateParts = (): Promise<LateParts> =>
  (loading ??= import('./late-parts').then((parts) => (loaded = parts)));

/** The same, without waiting: undefined until they have run. */
export const loadedLateParts = (): LateParts | undefined => loaded;

let citations: Promise<(typeof import('../rules/citations'))['citations']> | undefined;

/** What the sources say, run when somebody first asks who says so. */
export const loadCitations = () => (citations ??= import('../rules/citations').then((module) => module.citations));

/** Only a served page can keep a copy of itself: not one opened from a disk, nor one that is being worked on. */
const isServed = import.meta.env.PROD && import.meta.env.MODE !== 'file';

/** What is said of the copy kept for use without a net, where there can be one. */
export const loadKeptCopy = isServed ? () => import('../offline/KeptCopy') : undefined;
