import { test as fresh, type BrowserContext } from '@playwright/test';

/**
 * A page of its own for each test, in one browser context for all tests of a worker: the scripts are fetched and
 * compiled once. The page stores nothing, which privacy.spec.ts proves in contexts of their own, so no test can see
 * another.
 */
export const test = fresh.extend<object, { readonly warm: BrowserContext }>({
  warm: [
    async ({ browser }, run, { project }) => {
      const { baseURL, locale, timezoneId } = project.use;
      const context = await browser.newContext({
        ...(baseURL && { baseURL }),
        ...(locale && { locale }),
        ...(timezoneId && { timezoneId }),
      });
      await run(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ warm }, run) => {
    const page = await warm.newPage();
    await run(page);
    await page.close();
  },
});
