import { expect, test, type BrowserContext, type Page } from '@playwright/test';

/**
 * Opens the page and waits until its script has taken over the drawn shell, and every part of it that index.html names
 * has come; only then is a request one that the page made later. The load event does not wait for module preloads.
 */
export async function open(page: Page): Promise<void> {
  await page.goto('/', { waitUntil: 'load' });
  await expect(page.locator('#not-started')).toHaveCount(0);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.worksheet section :is(input, select)')].every((field) =>
      Object.keys(field).some((key) => key.startsWith('__reactProps')),
    ),
  );
  await page.waitForFunction(() => {
    const come = new Set(performance.getEntriesByType('resource').map(({ name }) => name));
    return [...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]')].every(({ href }) =>
      come.has(href),
    );
  });
}

/** Opens the page with every part of the form unfolded. */
export async function openUnfolded(page: Page): Promise<void> {
  await open(page);
  await unfold(page);
}

/** Unfolds every part of the form that is folded to a line, at once; `tabTo` unfolds by key. */
export async function unfold(page: Page): Promise<void> {
  await page
    .locator('.folded-section > details')
    .evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
  await expect(page.locator('.folded-section > details:not([open])')).toHaveCount(0);
}

/** Begins another claim, without keeping the last one where that is asked, and unfolds every part of the form again. */
export async function newClaim(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New claim' }).click();
  const leave = page.getByRole('button', { name: 'Begin without keeping' });
  if (await leave.isVisible()) {
    await leave.click();
    await expect(page.getByRole('button', { name: 'Undo: bring the last claim back' })).toBeVisible();
  }
  await unfold(page);
}

/** Chooses from the menu of the page, once nothing is left to happen that would take the focus out of it again. */
export async function choose(page: Page, item: string | RegExp): Promise<void> {
  await settled(page);
  const button = page.locator('.menu').getByRole('button', { name: item });
  await expect(async () => {
    if (!(await button.isVisible())) await page.locator('.menu > summary').press('Enter');
    await expect(button).toBeVisible({ timeout: 500 });
  }).toPass();
  await button.press('Enter');
}

/** The name that a person sees on the focused field: its own label, or for a choice the question that it answers. */
const focusedName = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement;
    if (field instanceof HTMLInputElement && field.type === 'radio')
      return field.closest('fieldset')?.querySelector('legend')?.firstChild?.textContent?.trim();
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      return field.getAttribute('aria-label') ?? field.labels?.[0]?.firstChild?.textContent?.trim();
    }
    return field?.textContent?.trim();
  });

/**
 * Moves on with the Tab key until the field of that name has the focus, as somebody without a mouse does, and unfolds
 * what is folded on the way. A unit is reached from its amount.
 */
export async function tabTo(page: Page, name: string): Promise<void> {
  if (name.startsWith('Unit of ')) {
    await page.keyboard.press('Alt+ArrowDown');
    expect(await focusedName(page)).toBe(name);
    return;
  }
  for (let presses = 0; presses < 150; presses += 1) {
    if ((await focusedName(page)) === name) return;
    await page.keyboard.press('Tab');
    if (await isFolded(page)) await page.keyboard.press('Enter');
  }
  throw new Error(`The Tab key never reached “${name}”`);
}

const isFolded = (page: Page) =>
  page.evaluate(() => document.activeElement?.matches('.folded-section > details:not([open]) > summary') ?? false);

/** Answers one question with the keyboard alone. */
export async function answer(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, name);
  const kind = await page.evaluate(() => {
    const field = document.activeElement;
    return field instanceof HTMLInputElement ? field.type : field?.tagName.toLowerCase();
  });
  if (kind === 'text') {
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(value);
  } else if (kind === 'radio') {
    for (let presses = 0; presses < 8 && (await chosen(page)) !== value; presses += 1)
      await page.keyboard.press('ArrowDown');
    expect(await chosen(page)).toBe(value);
    // The Tab key comes to the first of a group that has no answer yet without choosing it.
    await page.keyboard.press('Space');
  } else if (kind === 'checkbox') {
    await page.keyboard.press('Space');
  } else {
    await page.keyboard.type(value, { delay: 5 });
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.text))
      .toBe(value);
  }
}

const chosen = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLInputElement).labels?.[0]?.innerText.trim());

export const answerPanel = (page: Page) => page.getByRole('region', { name: 'Claim', exact: true });

/**
 * Waits until nothing more follows from what was typed: the claim comes after it, in pieces between which others run.
 * Where a browser has no task that waits behind all others, a tenth of a second stands for it.
 */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const { scheduler } = window as { scheduler?: { postTask(work: () => void, how: { priority: string }): unknown } };
    if (scheduler) await scheduler.postTask(() => {}, { priority: 'background' });
    else await new Promise((resolve) => setTimeout(resolve, 100));
  });

/** The service lines as they stand on the screen: `J0475-JW x1`. */
export async function linesOf(page: Page): Promise<string[]> {
  await settled(page);
  const rows = answerPanel(page).locator('table.service-lines tbody tr');
  return rows.evaluateAll((all) =>
    all.map((row) => {
      const cell = (column: string) => row.querySelector(`.column-${column}`)?.textContent?.trim() ?? '';
      const modifiers = cell('modifiers').endsWith('none') ? '' : `-${cell('modifiers').replaceAll(' ', '-')}`;
      return `${cell('hcpcs')}${modifiers} x${cell('units')}`;
    }),
  );
}

export async function statusOf(page: Page): Promise<string> {
  await settled(page);
  return answerPanel(page).locator('#answer-title').innerText();
}

/** The least that makes a claim which may leave, by the quickest way; tests of typing use `answer`. */
export async function fillLeast(
  page: Page,
  given = '36',
  wasted = '4',
  payer = 'Medicare Part B',
  setting = 'Office',
): Promise<void> {
  await page.getByRole('button', { name: 'Today: date of service' }).click();
  await page.getByRole('textbox', { name: 'Dose given', exact: true }).fill(given);
  await page.getByRole('textbox', { name: 'Dose wasted', exact: true }).fill(wasted);
  await page.getByRole('textbox', { name: 'Diagnosis codes' }).fill('G80.1');
  await page.getByRole('combobox', { name: 'Payer type' }).selectOption(payer);
  await page.getByRole('combobox', { name: 'Setting' }).selectOption(setting);
}

/** Loads an example and waits for its claim. */
export async function loadExample(page: Page, which: 1 | 2 | 3): Promise<void> {
  await choose(page, `Example ${which}`);
  await expect(answerPanel(page).locator('.status')).toBeVisible();
}

/** Turns to the nurse's entry. */
export async function recordRefill(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'I am recording a pump refill' }).check();
  await expect(page.getByRole('group', { name: 'Containers opened' })).toBeVisible();
}

/** The worked refill: 35 of 40 mL from two lots. */
export async function loadRefillExample(page: Page): Promise<void> {
  await recordRefill(page);
  await loadExample(page, 3);
  await expect.poll(() => linesOf(page)).toEqual(['62369 x1', 'J0475 x7', 'J0475-JW x1']);
}

/** Presses the button at the foot of the form. */
export const checkWorksheet = (page: Page) => page.getByRole('button', { name: 'Check the worksheet' }).click();

/** Ticks every check of the claim. */
export async function checkOffAll(page: Page): Promise<void> {
  const boxes = answerPanel(page).locator('.check-off input');
  await expect(boxes.first()).toBeVisible();
  for (const box of await boxes.all()) await box.check();
}

/** Records that a claim goes out although a finding would certainly bring it back. */
export async function sendAllTheSame(page: Page, title: string, who: string, on: string, why: string): Promise<void> {
  const finding = answerPanel(page).getByRole('listitem', { name: new RegExp(`${title}$`) });
  await finding.getByText('Send it all the same').click();
  await finding.getByRole('textbox', { name: 'Who decided' }).fill(who);
  await finding.getByRole('textbox', { name: 'Date of the decision' }).fill(on);
  await finding.getByRole('textbox', { name: 'Reason to send it all the same' }).fill(why);
}

/** Opens what stands beside the worksheet, and gives back its dialog. */
export async function openDrawer(page: Page, name: string) {
  await choose(page, name);
  const drawer = page.getByRole('dialog', { name });
  await expect(drawer).toBeVisible();
  await expect(drawer.getByText('Opening…')).toHaveCount(0);
  return drawer;
}

export const inChromium = (context: BrowserContext) => context.browser()?.browserType().name() === 'chromium';

/** The page as the printer gets it; a test that asks for it goes no further in another browser. */
export function printed(page: Page, options?: Parameters<Page['pdf']>[0]): Promise<Buffer> {
  test.skip(!inChromium(page.context()), 'Playwright prints to PDF in Chromium alone');
  return page.pdf(options);
}

/** Lets a test read and write the clipboard. */
export function allowClipboard(context: BrowserContext): Promise<void> {
  test.skip(!inChromium(context), 'Playwright grants both reading and writing of the clipboard in Chromium alone');
  return context.grantPermissions(['clipboard-read', 'clipboard-write']);
}

/** All that the page holds at the moment: its markup, and what stands in its fields, which is not part of that. */
export const allOn = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select, textarea')].map(
        ({ value }) => value,
      ),
    ].join('\n'),
  );
