type RefillParts = typeof import('./refill/late-parts');

let loading: Promise<RefillParts> | undefined;
let loaded: RefillParts | undefined;

/**
 * The nurse's part of the page, which runs only after the first paint. Its bytes come with the page (`index.html`
 * names it as a module preload), so that nothing is asked for later.
 */
export const loadRefillParts = (): Promise<RefillParts> => (loading ??= import('./refill/late-parts').then((parts) => (loaded = parts)));

/** The same, without waiting: undefined until it has run. */
export const loadedRefillParts = (): RefillParts | undefined => loaded;

let citations: Promise<typeof import('./rules/citations')['citations']> | undefined;

/** What the sources say, run when somebody first asks who says so. */
export const loadCitations = () => (citations ??= import('./rules/citations').then((module) => module.citations));
