import { expect, type Page } from '@playwright/test';
import { answer, fillLeast, loadExample, loadRefillExample, openUnfolded, printed, sendAllTheSame } from './worksheet';
import { test } from './warm';

const pagesIn = (pdf: Buffer) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
const paper = (page: Page) => page.locator('.claim-summary');

for (const which of [1, 2] as const) {
  for (const format of ['Letter', 'A4'] as const) {
    test(`example ${which} prints on one ${format} page`, async ({ page }) => {
      await openUnfolded(page);
      await loadExample(page, which);
      expect(pagesIn(await printed(page, { format }))).toBe(1);
    });
  }
}

test('the busiest claim still prints on one page', async ({ page }) => {
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
  expect(pagesIn(await printed(page, { format: 'Letter' }))).toBe(1);
  expect(pagesIn(await printed(page, { format: 'A4' }))).toBe(1);
});

test('a held claim of a hospital prints on one page and says which form the items are of', async ({ page }) => {
  await openUnfolded(page);
  await fillLeast(page, '30', '5', 'Medicare Advantage', 'Hospital outpatient');
  await page.getByRole('textbox', { name: 'Labeled amount opened' }).fill('40');
  await page.emulateMedia({ media: 'print' });
  await expect(paper(page)).toContainText('HOLD: do not send');
  await expect(paper(page)).toContainText('Claim form items (UB-04)');
  for (const item of ['FL 42', 'FL 43', 'FL 45', 'FL 63', 'FL 44', 'FL 46', 'FL 47'])
    await expect(
      paper(page)
        .locator('.item-number', { hasText: new RegExp(`^${item}$`) })
        .first(),
    ).toBeVisible();
  for (const format of ['Letter', 'A4']) expect(pagesIn(await printed(page, { format }))).toBe(1);
});

test('the paper holds the claim, its items, working, findings, checklist and dates', async ({ page }) => {
  await openUnfolded(page);
  await loadExample(page, 2);
  await page.getByRole('textbox', { name: 'Initials' }).fill('AB');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button')).toHaveCount(0);
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
    'Tables used',
    'Daily maximum units (MUE)',
    'To fix and to check',
    'In the patient’s record',
    'Checked by',
    'AB',
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
  await fillLeast(page, '10', '0');
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
  await expect(paper(page)).toContainText('HOLD: do not send');
  expect(await struck('.claim-summary')).toBe('line-through');
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
  await expect(note).toContainText('Overridden: Diagnosis. AB, 11/20/2026: the plan asked for it');
  for (const format of ['Letter', 'A4']) expect(pagesIn(await printed(page, { format }))).toBe(2);
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
