import { expect, type Page } from '@playwright/test';
import {
  answer,
  checkOffAll,
  fillLeast,
  loadExample,
  loadRefillExample,
  openUnfolded,
  printed,
  sendAllTheSame,
} from './worksheet';
import { textsOfPages } from './pdf-texts';
import { test } from './warm';

const pagesIn = (pdf: Buffer) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
const paper = (page: Page) => page.locator('.claim-summary');
/** The least size of printed text, in points. */
const leastSize = 9;

for (const which of [1, 2] as const) {
  for (const format of ['Letter', 'A4'] as const) {
    test(`example ${which} prints on two ${format} pages, each with its number and the patient reference`, async ({
      page,
    }) => {
      await openUnfolded(page);
      await loadExample(page, which);
      await page.getByRole('textbox', { name: 'Patient reference' }).fill('MRN "0042" \\ 7');
      const pages = await textsOfPages(await printed(page, { format }));
      expect(pages).toHaveLength(2);
      for (const [place, texts] of pages.entries()) {
        const foot = texts
          .filter(({ baseline, height }) => baseline > height - 42)
          .map(({ text }) => text)
          .sort();
        expect(foot).toEqual([
          `Page ${place + 1} of 2`,
          expect.stringMatching(/^Patient reference MRN "0042" \\ 7, service of \d\d\/\d\d\/\d{4}$/),
        ]);
        // A rounding in the file takes some thousandths of a point.
        for (const { text, size } of texts) expect(size, text).toBeGreaterThan(leastSize - 0.05);
        for (const { text, x, end, width } of texts) expect(x >= 30 && end <= width - 30, text).toBe(true);
      }
    });
  }
}

/** What each state of a claim is and does to the paper. */
const states: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'no claim': async () => {},
  ready: async (page) => {
    await loadExample(page, 1);
    await checkOffAll(page);
  },
  'to review': (page) => loadExample(page, 2),
  'to fix': (page) => fillLeast(page, '36', '4', 'Commercial').then(() => noDiagnosis(page)),
  'on hold': (page) => fillLeast(page, '25', '15').then(() => page.getByRole('radio', { name: 'Intravenous' }).check()),
  'a hospital’s': (page) => fillLeast(page, '36', '4', 'Medicare Part B', 'Hospital outpatient'),
  'a compound': (page) => loadExample(page, 1).then(() => page.getByRole('radio', { name: 'Compounded' }).check()),
  'a refill, overridden': async (page) => {
    await loadRefillExample(page);
    await noDiagnosis(page);
    await sendAllTheSame(page, 'Diagnosis', 'AB', '11/20/2026', 'the plan asked for it');
  },
};
const noDiagnosis = (page: Page) => page.getByRole('textbox', { name: 'Diagnosis codes' }).fill('');

for (const [state, bring] of Object.entries(states)) {
  test(`${state}: nothing is printed below ${leastSize} points`, async ({ page }) => {
    await openUnfolded(page);
    await bring(page);
    await page.emulateMedia({ media: 'print' });
    await expect(paper(page).first()).toBeVisible();
    const printedTexts = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: { text: string; points: number }[] = [];
      while (walker.nextNode()) {
        const { textContent, parentElement } = walker.currentNode;
        if (!parentElement?.checkVisibility() || !textContent?.trim()) continue;
        const scale = parentElement instanceof SVGGraphicsElement ? (parentElement.getScreenCTM()?.a ?? 1) : 1;
        const pixels = Number(getComputedStyle(parentElement).fontSize.replace('px', ''));
        texts.push({ text: textContent, points: pixels * scale * 0.75 });
      }
      return texts;
    });
    expect(printedTexts.length).toBeGreaterThan(2);
    expect(printedTexts.filter(({ points }) => points < leastSize - 0.01)).toEqual([]);
  });
}

test('wherever a page ends, no heading is parted from what follows it', async ({ page }) => {
  await openUnfolded(page);
  await loadExample(page, 2);
  await page.emulateMedia({ media: 'print' });
  await expect(paper(page)).toBeVisible();
  const headings = (await paper(page).locator('h2, caption').allTextContents()).map((text) => text.trim());
  expect(headings).toEqual([
    'The claim, by item of the CMS-1500',
    'Service lines',
    'To fix and to check',
    'As entered',
    'Working',
    'In the patient’s record',
    'Sources',
  ]);
  for (let down = 0; down < 720; down += 80) {
    await paper(page).evaluate((sheets, points) => {
      sheets.style.paddingBlockStart = `${points}pt`;
    }, down);
    const pages = await textsOfPages(await printed(page, { format: 'Letter' }));
    for (const heading of headings) {
      const on = pages.flatMap((texts) =>
        texts.filter(({ text }) => text.trim() === heading).map(({ baseline }) => ({ from: baseline, texts })),
      );
      // What was entered has its heading again where it goes on on the next page.
      expect(on.length, heading).toBeGreaterThan(0);
      expect(on.length, heading).toBeLessThanOrEqual(heading === 'As entered' ? 2 : 1);
      for (const { from, texts } of on) {
        // The foot begins 42 points above the edge.
        const below = texts.filter(({ baseline, height }) => baseline > from + 2 && baseline < height - 42);
        expect(below.length, `${heading}, ${down} points down`).toBeGreaterThan(0);
      }
    }
  }
});

test('the busiest claim prints on three pages, and no word leaves them', async ({ page }) => {
  await openUnfolded(page);
  await loadExample(page, 2);
  await page.getByRole('textbox', { name: 'Dose given' }).fill('25');
  await page.getByRole('combobox', { name: 'Preauthorization status' }).selectOption('Approved only after the service');
  await page.getByRole('radio', { name: 'Intravenous' }).check();
  await page.getByRole('textbox', { name: 'Code on the charge slip' }).fill('J1950');
  for (const modifier of ['50', '52', 'LT', 'RT', 'QJ'])
    await page.getByRole('checkbox', { name: modifier, exact: true }).check();
  for (const [name, text] of [
    ['Patient reference', 'x'],
    ['Account', 'y'],
    ['Reason for the waste', 'w'],
  ] as const) {
    await page.getByRole('textbox', { name }).fill(`${text} `.repeat(25));
  }
  for (const format of ['Letter', 'A4']) {
    const pages = await textsOfPages(await printed(page, { format }));
    expect(pages).toHaveLength(3);
    for (const { text, end, width } of pages.flat()) expect(end, text).toBeLessThan(width - 30);
  }
});

test('a held claim of a hospital prints on two pages and says which form the items are of', async ({ page }) => {
  await openUnfolded(page);
  await fillLeast(page, '30', '5', 'Medicare Advantage', 'Hospital outpatient');
  await page.getByRole('textbox', { name: 'Labeled amount opened' }).fill('40');
  await page.emulateMedia({ media: 'print' });
  await expect(paper(page)).toContainText('HOLD: do not send');
  await expect(paper(page)).toContainText('by item of the UB-04');
  for (const item of ['FL 42', 'FL 43', 'FL 45', 'FL 63', 'FL 44', 'FL 46', 'FL 47'])
    await expect(
      paper(page)
        .locator('.item-number', { hasText: new RegExp(`^${item}$`) })
        .first(),
    ).toBeVisible();
  for (const format of ['Letter', 'A4']) expect(pagesIn(await printed(page, { format }))).toBe(2);
});

test('the paper holds the claim, its items, working, findings, checklist and dates', async ({ page }) => {
  await openUnfolded(page);
  await loadExample(page, 2);
  await page.getByRole('textbox', { name: 'Initials' }).fill('AB');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(paper(page).locator('header')).toHaveText(
    /^Baclofen claim summary ?Commercial, service of \d\d\/\d\d\/\d{4}, prepared \d\d\/\d\d\/\d{4}Patient reference /,
  );
  for (const text of [
    'Example 2',
    'Commercial',
    'A G35D',
    'PAEXAMPLE1',
    'As entered',
    '25 mg',
    '15 mg',
    'Working',
    'which holds 4 whole units',
    '40 mg opened',
    'Given 25 mg: 3 units',
    'Wasted 5 mg: already in the rounded unit',
    'Wasted 10 mg: 1 unit with JW',
    'Tables used',
    'Daily maximum units (MUE)',
    'To fix and to check',
    'In the patient’s record',
    'Checked by AB Date',
    'Sources',
  ]) {
    await expect(paper(page)).toContainText(text);
  }
  for (const item of ['21', '22', '23', '24A', '24B', '24D', '24E', '24F', '24G', '28'])
    await expect(
      paper(page)
        .locator('.item-number', { hasText: new RegExp(`^${item}$`) })
        .first(),
    ).toBeVisible();
  await expect(paper(page).locator('.service-lines tbody tr')).toHaveText([
    /J0475.*none.*3.*\$600\.00/,
    /J0475.*JW.*1.*\$200\.00/,
  ]);
  await expect(paper(page)).not.toContainText('Contains patient information');
});

test('patient information is announced on the paper when there is any', async ({ page }) => {
  await openUnfolded(page);
  await fillLeast(page);
  await page.getByRole('textbox', { name: 'Account' }).fill('12');
  await page.emulateMedia({ media: 'print' });
  await expect(paper(page)).toContainText('Contains patient information');
});

test('a held claim is struck through and marked HOLD on screen and on paper', async ({ page }) => {
  await openUnfolded(page);
  await fillLeast(page, '10', '10');
  await answer(page, 'Route', 'Intravenous');
  const struck = (scope: string) =>
    page
      .locator(`${scope} .service-lines tbody td`)
      .first()
      .evaluate((cell) => getComputedStyle(cell).textDecorationLine);
  await expect(page.locator('.answer-panel caption')).toContainText('HOLD');
  expect(await struck('.answer-panel')).toBe('line-through');
  await expect(page.getByText('A claim on hold is not copied.')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(paper(page).locator('.paper-status p')).toHaveText([
    'HOLD: do not send',
    /^Intravenous or intramuscular baclofen: .*no HCPCS/,
  ]);
  for (const part of ['.service-lines tbody td', '.service-lines tfoot th', '.service-lines tfoot td'])
    for (const cell of await paper(page).locator(part).all())
      expect(await cell.evaluate((each) => getComputedStyle(each).textDecorationLine)).toBe('line-through');
});

test('what would certainly come back is marked on the paper, and an override stands on claim and note', async ({
  page,
}) => {
  await openUnfolded(page);
  await loadRefillExample(page);
  await page.getByRole('textbox', { name: 'Diagnosis codes' }).fill('');
  await page.emulateMedia({ media: 'print' });
  const [claim, note] = [paper(page).first(), paper(page).last()];
  await expect(claim).toContainText('Fix first: do not send');
  await expect(claim).toContainText('Diagnosis (certain to come back).');
  await page.emulateMedia({ media: 'screen' });
  await sendAllTheSame(page, 'Diagnosis', 'AB', '11/20/2026', 'the plan asked for it');
  await page.emulateMedia({ media: 'print' });
  await expect(claim).toContainText('Overridden: AB, 11/20/2026: the plan asked for it');
  await expect(claim).not.toContainText('do not send');
  await expect(claim.locator('.paper-status')).toContainText('Review, 1 overridden');
  await expect(claim.locator('.paper-findings li').filter({ hasText: 'Overridden:' })).toContainText('☑ Diagnosis');
  await expect(note).toContainText('Overridden: Diagnosis. AB, 11/20/2026: the plan asked for it');
  await expect(paper(page).locator('.paper-signature')).toHaveText([
    'Checked by  Date ',
    'Performed by  Date ',
    'Verified by  Date ',
  ]);
  // Claim and note, each on two.
  for (const format of ['Letter', 'A4']) expect(pagesIn(await printed(page, { format }))).toBe(4);
});

test('what to do stands beside each check until it is ticked off, and the sources once at the end', async ({
  page,
}) => {
  await openUnfolded(page);
  await loadExample(page, 2);
  await page.emulateMedia({ media: 'print' });
  const findings = paper(page).locator('.paper-findings li');
  await expect.poll(() => findings.count()).toBeGreaterThan(5);
  for (const finding of await findings.allTextContents()) expect(finding).toMatch(/☐ .*\(check\)\..* Do: .*\w\. \[/);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('checkbox', { name: /Diagnosis$/ }).check();
  await page.emulateMedia({ media: 'print' });
  await expect(paper(page)).toContainText('Checked or decided');
  expect(await findings.filter({ hasText: /^☑ Diagnosis/ }).textContent()).toMatch(/\(check\)\..*against one\. \[/);
  // Numbers alone lead to the sources: each is there once, and none is there for nothing.
  const text = (await paper(page).textContent()) ?? '';
  const asked = [...text.matchAll(/\[([^\]]+)\]/g)].flatMap(([, numbers = '']) => numbers.split(', '));
  const listed = await paper(page).locator('.paper-sources p > span').allTextContents();
  expect([...new Set(asked)].map(Number).sort((one, other) => one - other)).toEqual(
    listed.map((_, place) => place + 1),
  );
  expect(new Set(listed.map((source) => source.replace(/^\d+ /, ''))).size).toBe(listed.length);
});

test('without a claim the paper says what is missing, and Print goes to the problems', async ({ page }) => {
  await openUnfolded(page);
  await page.getByRole('textbox', { name: 'Dose wasted' }).fill('0');
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.getByRole('group', { name: 'There is a problem' })).toBeFocused();
  await page.emulateMedia({ media: 'print' });
  await expect(paper(page)).toContainText('There is no claim yet');
  await expect(paper(page)).toContainText('Enter the dose given');
});

test('the paper never lags behind the printer', async ({ page }) => {
  await openUnfolded(page);
  await fillLeast(page);
  const printed = await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('[name=doseGiven]');
    field?.setRangeText('31', 0, 9, 'end');
    field?.dispatchEvent(new Event('input', { bubbles: true }));
    window.dispatchEvent(new Event('beforeprint'));
    return document.querySelector('.claim-summary')?.textContent;
  });
  expect(printed).toContain('31 mg given');
});

test('Print opens the printer for a claim that can be read', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
  });
  await openUnfolded(page);
  await fillLeast(page);
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
});
