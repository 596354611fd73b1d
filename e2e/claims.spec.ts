import { expect } from '@playwright/test';
import { answer, linesOf, open, statusOf } from './worksheet';
import scenarios from './scenarios/claims.json' with { type: 'json' };
import { test } from './warm';

for (const { name, answers, lines, status } of scenarios) {
  test(`typed with the keyboard alone: ${name}`, async ({ page }) => {
    await open(page);
    const { 'Dose given': given, 'Dose wasted': wasted, ...others } = answers;
    // In the order of the page, so that the Tab key goes around it once.
    const inOrder = { 'Dose given': given, 'Dose wasted': wasted, 'Date of service': 't', ...others };
    for (const [field, value] of Object.entries<string>(inOrder)) await answer(page, field, value);
    await expect.poll(() => statusOf(page)).toBe(status);
    expect(await linesOf(page)).toEqual(lines);
  });
}
