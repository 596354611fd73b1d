import { expect, type Page } from '@playwright/test';
import { test } from './warm';
import { answerPanel, fillLeast, open, openUnfolded, recordRefill, statusOf, unfold } from './worksheet';

/** A carton of two ampules of 40 mg, as a scanner types its code. */
const carton = '70121-2502-02';
const vial = '01003667941570241728033110AB1';

const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLInputElement)) return at?.id || at?.tagName.toLowerCase();
    return at.type === 'checkbox' ? `${at.name}=${at.value}` : at.name;
  });

/** Whether what has the focus can be seen: nothing else is drawn at its middle. */
const isSeen = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    const { left, top, width, height } = at?.getBoundingClientRect() ?? new DOMRect();
    const drawn = document.elementFromPoint(left + width / 2, top + height / 2);
    return drawn !== null && (drawn === at || at?.contains(drawn) === true || drawn.contains(at));
  });

const goTo = (page: Page, title: string) =>
  answerPanel(page).getByRole('button', { name: `Go to the answer: ${title}` });

test('the way from a finding goes to the box that it is about', async ({ page }) => {
  await open(page);
  await fillLeast(page);
  for (const [title, box] of [
    ['Record of the dose', 'records=dose'],
    ['Record of medical need', 'records=spasticity'],
    ['Procedure and drug on one claim', 'services=62369'],
  ] as const) {
    await goTo(page, title).click();
    await expect.poll(() => focused(page), title).toBe(box);
  }
  await page.getByRole('radio', { name: 'Screening trial' }).check();
  await page.getByRole('radio', { name: 'Intrathecal, by lumbar puncture' }).check();
  await goTo(page, 'Procedure and drug on one claim').click();
  await expect.poll(() => focused(page)).toBe('services=62322');
  await page.getByRole('radio', { name: 'Other injection' }).check();
  await page.getByRole('radio', { name: 'Intramuscular' }).check();
  await goTo(page, 'Record of medical need').click();
  await expect.poll(() => focused(page)).toBe('records=order');
  await expect(goTo(page, 'JW or JZ')).toHaveCount(0);
  // The code of such an injection has no box of its own.
  await goTo(page, 'Procedure and drug on one claim').click();
  await expect.poll(() => focused(page)).toBe('services=62369');
  await expect(answerPanel(page).getByRole('listitem', { name: /JW or JZ$/ })).not.toContainText('This payer');
});

test('every way that is offered leads to an answer on the page', async ({ page }) => {
  test.slow();
  await open(page);
  await fillLeast(page);
  const payer = page.getByRole('combobox', { name: 'Payer type' });
  const setting = page.getByRole('combobox', { name: 'Setting' });
  for (const [chosen, place, route] of [
    ['Medicare Part B', 'Patient’s home', 'Intrathecal, through an implanted pump'],
    ['Medicare Part B', 'Hospital outpatient', 'Intravenous'],
    ['Commercial', 'Office', 'Intramuscular'],
    ['Workers’ compensation', 'Other, by its two digits', 'Intrathecal, through an implanted pump'],
    ['Medicaid', 'Emergency room', 'Intrathecal, by lumbar puncture'],
  ] as const) {
    await payer.selectOption(chosen);
    await setting.selectOption(place);
    if (place.startsWith('Other')) await page.getByRole('textbox', { name: 'Place of service' }).fill('99');
    await page.getByRole('radio', { name: route, exact: true }).check();
    await statusOf(page);
    const ways = answerPanel(page).getByRole('button', { name: /^Go to the answer: / });
    await expect(ways.first()).toBeVisible();
    for (const way of await ways.all()) {
      await way.press('Enter');
      const name = await way.getAttribute('aria-label');
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.closest('#worksheet') !== null), `${chosen}: ${name}`)
        .toBe(true);
    }
  }
});

test('a scan typed at once keeps the focus, and stands as an NDC', async ({ page }) => {
  await openUnfolded(page);
  await fillLeast(page);
  const field = page.getByRole('textbox', { name: 'NDC of the container' });
  await field.focus();
  for (let scans = 0; scans < 2; scans += 1) {
    await page.keyboard.type(vial, { delay: 2 });
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue('66794-0157-02');
    await expect(field).toBeFocused();
    await expect(field).toHaveAccessibleDescription(/expiry Fri Mar 31, 2028/);
  }
  await field.fill(carton);
  await expect(field).toHaveAccessibleDescription(
    /This NDC is a carton of 2: count the containers opened, each 10 mg\./,
  );
  await field.fill('66794015702');
  await field.press('Tab');
  await expect(field).toHaveValue('66794-0157-02');
  await expect(field).not.toHaveAccessibleDescription(/expiry/);
});

test('what a scanner types right behind a scan takes its place whole', async ({ page }) => {
  await openUnfolded(page);
  await fillLeast(page);
  const field = page.getByRole('textbox', { name: 'NDC of the container' });
  await field.focus();
  await page.keyboard.insertText(vial);
  // Nothing else runs between the key and what is read of it, as nothing may between two keys of a scanner.
  const standing = await field.evaluate((input: HTMLInputElement) => {
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    return [input.value, input.selectionStart, input.selectionEnd];
  });
  expect(standing).toEqual(['66794-0157-02', 0, '66794-0157-02'.length]);
});

test('Enter in a field that was typed in at once leaves the focus at the claim', async ({ page }) => {
  await open(page);
  await fillLeast(page, '');
  await page.getByRole('textbox', { name: 'Dose given' }).focus();
  await page.keyboard.type('36', { delay: 2 });
  await page.keyboard.press('Enter');
  await statusOf(page);
  await expect.poll(() => focused(page)).toBe('answer-title');
});

for (const size of [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
])
  test(`a check ticked by key stays in view at ${size.width} × ${size.height}`, async ({ page }) => {
    await page.setViewportSize(size);
    await open(page);
    await fillLeast(page);
    const boxes = answerPanel(page).locator('.check-off input');
    await expect(boxes.first()).toBeVisible();
    await boxes.first().focus();
    const count = await boxes.count();
    for (let place = 0; place < count; place += 1) {
      const at = boxes.nth(place);
      while (!(await at.evaluate((box) => box === document.activeElement))) await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await expect(at).toBeChecked();
      await statusOf(page);
      await expect.poll(() => isSeen(page), `box ${place}`).toBe(true);
    }
  });

test('a carton scanned in a refill goes on to its count, and Enter there to the next container', async ({ page }) => {
  await openUnfolded(page);
  await recordRefill(page);
  await page.getByRole('textbox', { name: 'NDC or barcode' }).pressSequentially(carton);
  await page.keyboard.press('Enter');
  const count = page.getByRole('textbox', { name: 'Count' }).first();
  await expect(count).toBeFocused();
  await expect(count).toBeInViewport();
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(count).toHaveValue('3');
  await expect(page.getByRole('textbox', { name: 'NDC or barcode' }).last()).toBeFocused();
});

test('a count that stands there is replaced by what is typed', async ({ page }) => {
  await openUnfolded(page);
  await recordRefill(page);
  await page.getByRole('textbox', { name: 'NDC or barcode' }).fill('66794-157-02');
  await page.keyboard.press('Enter');
  const count = page.getByRole('textbox', { name: 'Count' }).first();
  await expect(count).toHaveValue('1');
  await count.click();
  await page.keyboard.type('2');
  await expect(count).toHaveValue('2');
  await count.click();
  await page.keyboard.type('0');
  await expect(count).toHaveValue(/^(20|02)$/);
});

test('who was there is asked below the date, so that Tab and t still mean today', async ({ page }) => {
  await open(page);
  await fillLeast(page);
  await page.getByRole('textbox', { name: 'Date of service' }).fill('');
  await page.getByRole('combobox', { name: 'Setting' }).focus();
  await page.keyboard.type('Patient', { delay: 5 });
  await page.keyboard.press('Tab');
  await page.keyboard.type('t');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Date of service' })).toHaveValue(/^\d\d\/\d\d\/\d{4}$/);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Who was there' })).toBeFocused();
  await expect(page.getByRole('combobox', { name: 'Who was there' })).toHaveValue('');
});

for (const entry of ['dose', 'refill'] as const)
  test(`a new claim begins at the top, folded, at its first answer: ${entry}`, async ({ page }) => {
    await open(page);
    if (entry === 'refill') {
      await recordRefill(page);
      await page.getByRole('textbox', { name: 'NDC or barcode' }).fill('66794-157-02');
    } else await fillLeast(page);
    await unfold(page);
    await page.evaluate(() => window.scrollTo(0, 400));
    await page.getByRole('button', { name: 'New claim' }).press('Enter');
    await expect(page.locator('.folded-section > details[open]')).toHaveCount(0);
    await expect
      .poll(() => focused(page))
      .toBe(entry === 'refill' ? 'answer-refill-containers-0-product' : 'doseGiven');
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
    await expect(page.getByRole('button', { name: 'Undo: bring the last claim back' })).toBeInViewport();
  });
