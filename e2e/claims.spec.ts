import { expect } from '@playwright/test';
import { answer, answerPanel, fillLeast, linesOf, open, statusOf } from './worksheet';
import scenarios from './scenarios/claims.json' with { type: 'json' };
import { test } from './warm';

const inOrder = [
  'Dose given',
  'Unit of dose given',
  'Dose wasted',
  'Unit of dose wasted',
  'Strength, in mcg/mL',
  'Purpose',
  'Route',
  'Payer type',
  'Setting',
  'Date of service',
  'Preauthorization status',
  'Diagnosis codes',
];

for (const { name, answers, lines, status } of scenarios) {
  test(`typed with the keyboard alone: ${name}`, async ({ page }) => {
    await open(page);
    // In the order of the page, so that the Tab key goes around it once.
    const all: Readonly<Record<string, string>> = { 'Date of service': 't', ...answers };
    const known = inOrder.filter((field) => field in all);
    const others = Object.keys(all).filter((field) => !inOrder.includes(field));
    for (const field of [...known, ...others]) await answer(page, field, all[field] ?? '');
    await expect.poll(() => statusOf(page)).toBe(status);
    expect(await linesOf(page)).toEqual(lines);
  });
}

test('a Medicare claim of one vial takes twenty keys and three checks', async ({ page }) => {
  await open(page);
  let keys = 0;
  const press = async (...pressed: string[]) => {
    for (const key of pressed) {
      await page.keyboard.press(key);
      keys += 1;
    }
  };
  await press('Tab', 'Enter'); // skip to the first answer
  await press('4', '0', 'Tab', '0', 'Tab'); // dose given, dose wasted
  await press('Tab', 'Tab'); // a pump fill, into a pump
  await press('m', 'Tab', 'o', 'Tab', 't', 'Tab'); // payer type, setting, date of service
  await press('Tab', 'g', '8', '0', '1'); // no preauthorization, the diagnosis
  expect(keys).toBeLessThanOrEqual(20);
  await expect.poll(() => linesOf(page)).toEqual(['J0475-JZ x4']);
  const checks = answerPanel(page).locator('.check-off input');
  await expect(checks).toHaveCount(3);
  for (const check of await checks.all()) {
    await check.focus();
    await page.keyboard.press('Space');
    // What was checked folds to a line, and the focus stays where it was.
    await expect(check).toBeFocused();
  }
  await expect.poll(() => statusOf(page)).toBe('Ready');
});

test('at most twenty stops of the Tab key stand before the claim', async ({ page }) => {
  await open(page);
  await fillLeast(page, '40', '0');
  await expect.poll(() => linesOf(page)).toEqual(['J0475-JZ x4']);
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  let stops = 0;
  for (; stops < 40; stops += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.closest('.answer-panel') !== null)) break;
  }
  expect(stops).toBeLessThanOrEqual(20);
});
