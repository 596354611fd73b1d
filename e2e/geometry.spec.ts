import { expect, type Locator, type Page } from '@playwright/test';
import {
  allowClipboard,
  answerPanel,
  checkWorksheet,
  choose,
  fillLeast,
  inChromium,
  loadExample,
  loadRefillExample,
  open,
  openDrawer,
  openUnfolded,
  recordRefill,
} from './worksheet';
import { test } from './warm';

/** Where things stand on the screen, as somebody sees them. */

const box = async (part: Locator) => {
  const found = await part.boundingBox();
  if (!found) throw new Error('It is not to be seen');
  return { ...found, right: found.x + found.width, bottom: found.y + found.height };
};
const twiceTheText = (page: Page) => page.evaluate(() => (document.documentElement.style.fontSize = '200%'));

for (const width of [1440, 1024, 768, 320])
  for (const isLarge of [false, true])
    test(`${width} px${isLarge ? ', text twice as large' : ''}: an NDC is never broken, and no column cut off`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await open(page);
      await loadRefillExample(page);
      if (isLarge) await twiceTheText(page);
      const table = answerPanel(page).locator('.service-lines');
      const cut = await table
        .locator('th, td')
        .evaluateAll((cells) =>
          cells
            .filter((cell) => cell.checkVisibility() && cell.getBoundingClientRect().right > innerWidth)
            .map((cell) => cell.textContent),
        );
      expect(cut).toEqual([]);
      expect((await box(table)).right).toBeLessThanOrEqual((await box(answerPanel(page))).right);
      const ndcs = await table.locator('.ndc-quantity').evaluateAll((cells) =>
        cells.map((cell) => {
          const digits = document.createRange();
          digits.selectNodeContents(cell.firstChild ?? cell);
          return { lines: digits.getClientRects().length, pixels: Number.parseInt(getComputedStyle(cell).fontSize) };
        }),
      );
      expect(ndcs).toHaveLength(2);
      for (const { lines, pixels } of ndcs) {
        expect(lines).toBe(1);
        expect(pixels).toBeGreaterThanOrEqual(13);
      }
    });

for (const [width, height] of [
  [1440, 900],
  [1280, 720],
  [1024, 768],
] as const)
  test(`${width} × ${height} px: what stays in view of the claim leaves three fifths of the window`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await loadRefillExample(page);
    await answerPanel(page).getByText('Who says so').last().scrollIntoViewIfNeeded();
    const stuck = page.locator('.panel-head:not(.tall), .panel-head.tall > .status');
    await expect.poll(async () => (await box(stuck)).y).toBeLessThan(2);
    expect((await box(stuck)).bottom).toBeLessThanOrEqual(0.4 * height + 2);
    // What takes the focus there stands clear of it.
    await answerPanel(page).locator('.who > summary').first().focus();
    const { y } = await box(answerPanel(page).locator('.who > summary').first());
    expect(y).toBeGreaterThanOrEqual((await box(stuck)).bottom - 1);
  });

test('a claim in review says what is still to be checked, in the banner and in a bar of one height', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await open(page);
  const bar = page.locator('.answer-bar');
  const { height } = await box(bar);
  await loadExample(page, 2);
  await expect(answerPanel(page).locator('.status')).toContainText('Still to be checked: JW or JZ.');
  await expect(bar).toContainText('Still to be checked: JW or JZ.');
  await expect(bar.locator('.shape')).toBeVisible();
  expect((await box(bar)).height).toBe(height);
  await page.getByRole('textbox', { name: 'Last valid date' }).fill('10/31/2026');
  await expect(bar).toContainText('Fix first');
  expect((await box(bar)).height).toBe(height);
  const lines = await bar.locator('.reason').evaluate((reason) => reason.clientHeight / (14 * 1.35));
  expect(Math.round(lines)).toBeLessThanOrEqual(2);
});

test('a drawer begins at its heading, and gives the focus back', async ({ page }) => {
  await open(page);
  for (const name of ['Payer profiles', 'Reference']) {
    const drawer = await openDrawer(page, name);
    await expect(drawer.getByRole('heading', { name, level: 2 })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('.menu > summary')).toBeFocused();
  }
});

test('in a drawer what belongs side by side stands side by side, whatever is told of it', async ({ page }) => {
  await open(page);
  const drawer = await openDrawer(page, 'Price of a visit');
  const given = drawer.getByRole('textbox', { name: 'Dose given' });
  const wasted = drawer.getByRole('textbox', { name: 'Dose wasted' });
  const unit = drawer.getByRole('combobox', { name: 'Unit of dose wasted' });
  const payer = drawer.getByRole('combobox', { name: 'Payer type' });
  const day = drawer.getByRole('textbox', { name: 'Date of service' });
  const before = await box(wasted);
  expect((await box(unit)).y).toBe(before.y);
  await given.fill('x');
  await day.fill('x');
  await expect(drawer.getByText('Error: Dose given')).toBeVisible();
  expect(await box(wasted)).toEqual(before);
  expect((await box(given)).y).toBe(before.y);
  expect((await box(payer)).y).toBe((await box(day)).y);
});

test('there is nothing to print for a patient before there is a price', async ({ page }) => {
  await open(page);
  await fillLeast(page, '36', '4', 'Commercial');
  const drawer = await openDrawer(page, 'Price of a visit');
  await expect(drawer.locator('.quote-total')).toContainText('No price yet');
  await expect(drawer.getByRole('button', { name: 'Print for the patient' })).toHaveCount(0);
  await drawer.getByRole('textbox', { name: 'Charge per unit, in dollars' }).fill('181');
  await expect(drawer.getByRole('button', { name: 'Print for the patient' })).toBeVisible();
});

test('a message moves no field beside it', async ({ page }) => {
  await open(page);
  await loadRefillExample(page);
  const row = page.locator('.container-row').first();
  const fields = row.getByRole('textbox', { name: /^(Count|Lot|Expiry)$/ });
  const places = () => fields.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().x));
  const before = await places();
  expect(before).toHaveLength(3);
  await row.getByRole('textbox', { name: 'Count' }).fill('x');
  await page.keyboard.press('Tab');
  await expect(row.locator('.ds-c-inline-error')).toBeVisible();
  expect(await places()).toEqual(before);
});

test('an answer stays where it was brought into view, also below what was changed out of sight', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page);
  await recordRefill(page);
  const date = page.getByRole('textbox', { name: 'Date of service' });
  await date.focus();
  await page.getByRole('combobox', { name: 'Product' }).selectOption({ label: 'Other, from the label' });
  // The row of the label is there, far above what is in view.
  await expect(page.getByRole('textbox', { name: 'Lot' })).toBeAttached();
  const tops = await page.getByRole('radio', { name: '20 mL' }).evaluate(async (answer) => {
    const { top: before } = answer.getBoundingClientRect();
    answer.scrollIntoView({ block: 'center' });
    const at = [answer.getBoundingClientRect().top];
    for (let frame = 0; frame < 5; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      at.push(answer.getBoundingClientRect().top);
    }
    return { before, at: [...new Set(at.map(Math.round))] };
  });
  expect(tops.before).toBeLessThan(-720);
  expect(tops.at).toHaveLength(1);
});

test('checking the worksheet asks for the diagnosis that every claim needs', async ({ page }) => {
  await open(page);
  await fillLeast(page);
  const diagnosis = page.getByRole('textbox', { name: 'Diagnosis codes' });
  await diagnosis.fill('');
  await checkWorksheet(page);
  const problems = page.getByRole('group', { name: 'There is a problem' });
  await expect(problems).toBeFocused();
  await problems.getByRole('button', { name: 'Enter the diagnosis code' }).click();
  await expect(diagnosis).toBeFocused();
  await diagnosis.fill('G80.1');
  await expect(problems).toHaveCount(0);
});

for (const width of [1440, 1024, 390])
  test(`${width} px: a folded part says its answers whole, and Change stands at its end`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    await loadExample(page, 2);
    for (const part of await page.locator('.folded-section summary').all()) {
      await part.scrollIntoViewIfNeeded();
      expect(Math.abs((await box(part.locator('.change'))).right - (await box(part)).right)).toBeLessThan(1);
      const short = part.locator('.in-short:not(:empty)');
      if (await short.isVisible())
        expect(await short.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    }
  });

test('item 24 stands as on the form, scrolls by itself, and is copied line by line', async ({ page }) => {
  await allowClipboard(page.context());
  await page.setViewportSize({ width: 320, height: 700 });
  await open(page);
  await loadExample(page, 1);
  const drawer = await openDrawer(page, 'Claim forms and files');
  await drawer.getByRole('radio', { name: 'CMS-1500, by item number' }).check();
  const picture = drawer.getByRole('region', { name: 'Item 24, as on the form' });
  const rows = await picture.locator('tbody tr').evaluateAll((all) => all.map((row) => row.textContent));
  expect(rows).toHaveLength(2);
  expect(rows[1]).toMatch(/^(\d\d \d\d \d\d)\1\d\dJ0475JZ/);
  expect(await drawer.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await drawer.getByRole('button', { name: 'Copy line 1' }).press('Enter');
  await expect(drawer.getByRole('button', { name: 'Copied line 1' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\t')).toEqual(
    await drawer
      .getByRole('list', { name: 'Line 1' })
      .locator('li')
      .evaluateAll((fields) => fields.map((field) => field.querySelector('code')?.textContent ?? '')),
  );
});

test('a held claim is struck to its last row', async ({ page }) => {
  await openUnfolded(page);
  await fillLeast(page, '25', '15');
  await page.getByRole('radio', { name: 'Intravenous' }).check();
  const total = answerPanel(page).locator('.service-lines tfoot .column-units');
  await expect(total).toHaveCSS('text-decoration-line', 'line-through');
});

test('under a finger every control is 44 px high', async ({ browser, baseURL, context }) => {
  test.skip(!inChromium(context), 'Playwright plays a phone in Chromium alone');
  const phone = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    viewport: { width: 390, height: 700 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await phone.newPage();
  const low = (within: Locator) =>
    within.evaluate((part) =>
      [...part.querySelectorAll<HTMLElement>('button, summary, select, input')]
        .filter((control) => control.checkVisibility() && !control.closest('.skip-links'))
        .flatMap((control) => {
          const holder = control.matches('[type=radio], [type=checkbox]')
            ? control.closest('.ds-c-choice-wrapper, .check-off')
            : control;
          const height = (holder ?? control).getBoundingClientRect().height;
          return height < 43.5 ? [`${control.textContent || control.id}: ${height}`] : [];
        }),
    );
  await open(page);
  await loadExample(page, 2);
  expect(await low(page.locator('body'))).toEqual([]);
  for (const name of ['Claim forms and files', 'Price of a visit', 'Tables and dates']) {
    await choose(page, name);
    const drawer = page.getByRole('dialog', { name });
    await expect(drawer.getByRole('heading', { name, level: 2 })).toBeFocused();
    expect(await low(drawer), name).toEqual([]);
    await page.keyboard.press('Escape');
  }
  await phone.close();
});
