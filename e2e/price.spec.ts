import { expect, type Page } from '@playwright/test';
import { answerPanel, fillLeast, linesOf, newClaim, open, openDrawer, openUnfolded, printed } from './worksheet';
import { test } from './warm';

const price = (page: Page) => page.getByRole('dialog', { name: 'Price of a visit' });
const field = (page: Page, name: string) => price(page).getByRole('textbox', { name, exact: true });
const owes = (page: Page) => price(page).locator('.quote-total [role=status]');

/** Prints the half page and leaves it standing, as the printer gets it. */
async function printSheet(page: Page) {
  await page.evaluate(() => {
    window.print = () => {};
  });
  await price(page).getByRole('button', { name: 'Print for the patient' }).click();
  await page.emulateMedia({ media: 'print' });
  return page.locator('.quote-sheet');
}

test('begins with the claim on the page, goes on by itself, and leaves the claim as it is', async ({ page }) => {
  await open(page);
  await fillLeast(page);
  await expect.poll(() => linesOf(page)).toEqual(['J0475-JZ x4']);
  const before = await answerPanel(page).textContent();
  await openDrawer(page, 'Price of a visit');
  await expect(field(page, 'Dose given')).toHaveValue('36');
  await field(page, 'Deductible left, in dollars').fill('0');
  await expect(owes(page)).toHaveText('The patient owes: $149.60');
  await field(page, 'Dose given').fill('58000 mcg');
  await expect(price(page).getByRole('combobox', { name: 'Unit of dose given' })).toHaveValue('mcg');
  await field(page, 'Dose wasted').fill('22');
  await field(page, 'Date of service').fill('1/14/2027');
  await field(page, 'Charge per unit, in dollars').fill('100');
  await expect(owes(page)).toHaveText('The patient owes: $160.00');
  await expect(price(page)).toContainText('limits of the fourth quarter of 2026. They are the newest on file');
  await page.keyboard.press('Escape');
  expect(await answerPanel(page).textContent()).toBe(before);
  expect(await linesOf(page)).toEqual(['J0475-JZ x4']);
  await openDrawer(page, 'Price of a visit');
  await expect(field(page, 'Dose wasted')).toHaveValue('22');
  await price(page).getByRole('button', { name: 'Start again from the claim' }).click();
  await expect(field(page, 'Dose wasted')).toHaveValue('4');
  await expect(field(page, 'Dose given')).toBeFocused();
  await expect(price(page).getByRole('heading', { name: 'Price of a visit' })).toBeVisible();
});

test('says what is needed, and never a price on hold without saying so', async ({ page }) => {
  await open(page);
  await openDrawer(page, 'Price of a visit');
  await expect(owes(page)).toHaveText('No price yet: see what is needed');
  await price(page).getByRole('button', { name: 'Enter the dose given' }).click();
  await expect(field(page, 'Dose given')).toBeFocused();
  await page.keyboard.type('10');
  await field(page, 'Dose wasted').fill('0');
  await field(page, 'Date of service').fill('t+14');
  await price(page).getByRole('combobox', { name: 'Payer type' }).selectOption('Self-pay');
  await price(page).getByRole('combobox', { name: 'Setting' }).selectOption('Office');
  await price(page).getByText('Purpose, route, drug and strength').click();
  await price(page).getByRole('combobox', { name: 'Route' }).selectOption('Intravenous');
  await field(page, 'Charge per unit, in dollars').fill('200');
  await expect(owes(page)).toHaveText('The patient owes: $200.00');
  await expect(price(page).locator('.warning')).toContainText('Such a claim would be on hold. J0428');
  await expect(await printSheet(page)).toContainText('Such a claim would be on hold. J0428');
});

test('prints on half a page, without a name, and nothing else beside it', async ({ page }) => {
  await openUnfolded(page);
  await fillLeast(page, '25', '15', 'Medicare Part B', 'Hospital outpatient');
  await page.getByRole('textbox', { name: 'Patient reference' }).fill('R 4711');
  await openDrawer(page, 'Price of a visit');
  await field(page, 'Date of service').fill('1/14/2027');
  await field(page, 'Deductible left, in dollars').fill('283.00');
  await price(page).getByText('Procedures of the day').click();
  await price(page)
    .getByRole('checkbox', { name: /^62370/ })
    .check();
  await price(page)
    .getByRole('checkbox', { name: /^A4220/ })
    .check();
  const sheet = await printSheet(page);
  for (const text of [
    'Reference R 4711.',
    'Day of the visit: Thu Jan 14, 2027.',
    '25 mg to be given, and 15 mg to be thrown away',
    'Drug wasted, 1 unit (J0475-JW)',
    'Medicare allows in all',
    'The patient owes',
    'Not included:',
    'A4220, refill kit: it is not paid by itself here.',
    'Tables used. Medicare payment rates: 10/01/2026 to 12/31/2026, older than the day of the visit',
    'This is an estimate, and no bill.',
  ])
    await expect(sheet).toContainText(text);
  await expect(page.locator('#root')).toBeHidden();
  const height = await sheet.evaluate((each) => {
    // A Letter page between its margins.
    document.body.style.width = '191.9mm';
    const inMm = (each.getBoundingClientRect().height * 25.4) / 96;
    document.body.style.width = '';
    return inMm;
  });
  // Half of a Letter page, less its upper margin.
  expect(height).toBeLessThan(139.7 - 11);
  for (const format of ['Letter', 'A4'] as const) {
    await page.emulateMedia({ media: 'screen' });
    await printSheet(page);
    const pdf = await printed(page, { format });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  }
});

test('a new claim forgets what was typed for the last patient, and so does leaving the page', async ({ page }) => {
  await open(page);
  for (const leave of ['claim', 'page']) {
    await openDrawer(page, 'Price of a visit');
    await field(page, 'Patient reference').fill('Q7zebra');
    await page.keyboard.press('Escape');
    if (leave === 'claim') await newClaim(page);
    else await page.evaluate(() => void window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    await openDrawer(page, 'Price of a visit');
    await expect(field(page, 'Patient reference')).toHaveValue('');
    await page.keyboard.press('Escape');
  }
});
