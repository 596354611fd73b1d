import { expect, type Page } from '@playwright/test';
import axeCore, { type AxeResults } from 'axe-core';

export const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is off the screen is laid out as well. */
export const layOut = (page: Page) =>
  page.locator('section, .finding, .matter').evaluateAll((all) => {
    for (const each of all) if (each instanceof HTMLElement) each.style.contentVisibility = 'visible';
  });

/** Looks at the whole page. */
export async function axe(page: Page, runOnly = everyRule) {
  await layOut(page);
  // The page has no frames, so axe runs in it, and only what it found comes back.
  expect(await page.locator('iframe, frame').count()).toBe(0);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source);
  return page.evaluate(async (only): Promise<Pick<AxeResults, 'violations'>> => {
    const { axe } = window as unknown as { axe: typeof axeCore };
    const { violations } = await axe.run(document, { runOnly: only, resultTypes: ['violations'] });
    return { violations };
  }, runOnly);
}
