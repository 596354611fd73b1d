import { expect } from '@playwright/test';
import { answer, linesOf, open, statusOf } from './worksheet';
import scenarios from './scenarios/claims.json' with { type: 'json' };
import { test } from './warm';

for (const { name, answers, lines, status } of scenarios) {
  test(`typed with the keyboard alone: ${name}`, async ({ page }) => {
    await open(page);
    if (!('Date of service' in answers)) await answer(page, 'Date of service', 't');
    for (const [field, value] of Object.entries<string>(answers)) await answer(page, field, value);
    await expect.poll(() => statusOf(page)).toBe(status);
    expect(await linesOf(page)).toEqual(lines);
  });
}
