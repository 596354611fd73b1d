import { expect, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { keep, keepClaim, ofToday } from './keep';
import { askForParties, office, patient } from './parties';
import { linesOf, loadRefillExample, openDrawer, unfold } from './worksheet';

export const day = (page: Page) => openDrawer(page, 'Claims of the day');
export const table = (page: Page) => page.getByRole('table', { name: 'Claims' });
export const row = (page: Page, patient: string) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: `Look at ${patient},` }) });
export const reference = (page: Page) => page.getByRole('textbox', { name: 'Patient reference' });

/** Tells the patient of the claim in the form as an 837P names one. */
export async function tellPatient(page: Page, last: string) {
  const drawer = await openDrawer(page, 'Claim forms and files');
  await drawer.getByRole('radio', { name: '837P' }).check();
  await askForParties(drawer);
  for (const [name, text] of Object.entries({
    ...patient,
    'Patient’s last name': last,
    'Member ID': `M${last}`,
    'Account number': `WS-${last}`,
  }))
    await drawer.getByRole('textbox', { name, exact: true }).fill(text);
  await drawer.getByRole('combobox', { name: 'Sex' }).selectOption('Female');
  await page.keyboard.press('Escape');
}

/** Five patients with two payers, kept; three of them told as an 837P names them, the last without its diagnosis. */
export async function keepMorning(page: Page): Promise<void> {
  for (const [patient, payer, last] of [
    ['PT-1', 'Medicare Part B', 'Onesample'],
    ['PT-2', 'Commercial', 'Twosample'],
    ['PT-3', 'Medicare Part B', 'Threesample'],
    ['PT-4', 'Commercial', ''],
    ['PT-5', 'Commercial', ''],
  ] as const) {
    await keepClaim(page, { ...ofToday, patient, payer });
    if (last !== '') {
      await page.getByRole('textbox', { name: 'NDC of the container' }).fill('66794-0157-02');
      await tellPatient(page, last);
      await keep(page);
    }
  }
  // PT-5 was typed without its diagnosis.
  await page.getByRole('textbox', { name: 'Diagnosis codes' }).fill('');
  await expect(page.getByText('Changed since it was kept.')).toBeVisible();
  await keep(page);
}

/** What is left of that morning: one claim is corrected, and three go in one file and are marked as sent. */
export async function sendMorning(page: Page): Promise<void> {
  const drawer = await day(page);
  await expect(table(page)).toHaveAttribute('aria-rowcount', '6');
  await expect(row(page, 'PT-1')).toContainText(/Medicare Part B.*J0475 × 3.*J0475-JW × 1.*4.*\$800\.00.*Review/);
  await expect(row(page, 'PT-4')).toContainText('Not for an 837P: Enter the patient’s last name.');
  await expect(row(page, 'PT-5')).toContainText(/Fix first.*Diagnosis: No diagnosis code was entered/);

  // Corrected: opened, mended and kept again, in its own row.
  await row(page, 'PT-5').getByRole('button', { name: 'Open:' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await unfold(page);
  await expect(page.getByRole('textbox', { name: 'Patient reference' })).toHaveValue('PT-5');
  await page.getByRole('textbox', { name: 'Diagnosis codes' }).fill('G80.1');
  await keep(page);
  await day(page);
  await expect(table(page)).toHaveAttribute('aria-rowcount', '6');
  await expect(row(page, 'PT-5')).toContainText('Review');

  await drawer.getByRole('checkbox', { name: 'Choose all that are shown' }).check();
  await expect(drawer.getByRole('heading', { name: 'Chosen: 5 claims' })).toBeVisible();
  await expect(drawer.getByText('0 of 5 claims can go into the 837P')).toBeVisible();
  await drawer.getByRole('checkbox', { name: 'Take claims in review as well' }).check();
  await expect(drawer.getByText('3 of 5 claims can go into the 837P')).toBeVisible();

  // What the clinic has not told is told at its fields, and no file is written.
  const save = drawer.getByRole('button', { name: 'Download the 837P file' });
  await save.click();
  await expect(drawer.getByRole('group', { name: 'There is a problem' })).toBeFocused();
  for (const [name, text] of Object.entries({ ...office, 'Control number': '77' }))
    await drawer.getByRole('textbox', { name, exact: true }).fill(text);
  await drawer.getByRole('combobox', { name: 'Test or production' }).selectOption('Production');
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(download.suggestedFilename()).toBe('baclofen-claims-837p.txt');
  const text = await readFile(await download.path(), 'utf8');
  expect(text.match(/^NM1\*IL\*1\*[^*]+/gm)).toEqual(
    ['Onesample', 'Twosample', 'Threesample'].map((last) => `NM1*IL*1*${last}`),
  );
  expect(text.match(/^HL\*.*~/gm)).toEqual(['HL*1**20*1~', 'HL*2*1*22*0~', 'HL*3*1*22*0~', 'HL*4*1*22*0~']);
  await expect(drawer.getByText('Not in it: PT-4')).toBeVisible();

  // Nothing is marked by itself.
  await expect(row(page, 'PT-1')).not.toContainText('837P file');
  await drawer.getByRole('button', { name: 'Mark as sent today' }).click();
  for (const patient of ['PT-1', 'PT-2', 'PT-3']) await expect(row(page, patient)).toContainText('837P file');
  await expect(drawer.getByRole('button', { name: 'Mark as sent today' })).toHaveCount(0);
  await expect(row(page, 'PT-4')).not.toContainText('837P file');
  await drawer.getByRole('combobox', { name: 'Work' }).selectOption('Not sent');
  await expect(drawer.getByText('2 claims shown')).toBeVisible();
  await drawer.getByRole('combobox', { name: 'Payer' }).selectOption('Medicare Part B');
  await expect(drawer.getByText('0 claims shown')).toBeVisible();
  await drawer.getByRole('button', { name: 'Show all' }).click();
  await expect(drawer.getByText('5 claims shown')).toBeVisible();
}

/** The nurse keeps a refill; it is to bill until the biller keeps it as billed. */
export async function billNursesRefill(page: Page) {
  const drawer = page.getByRole('dialog', { name: 'Claims of the day' });
  await loadRefillExample(page);
  await unfold(page);
  await reference(page).fill('PT-1');
  await keep(page);
  await expect(page.getByText('To bill: the nurse kept this refill for the biller.')).toBeVisible();
  await page.getByRole('button', { name: 'New claim' }).click();
  await expect(page.getByText('To bill:')).toHaveCount(0);
  await day(page);
  await drawer.getByRole('button', { name: 'To bill: 1' }).click();
  await expect(row(page, 'PT-1')).toContainText('To bill');
  await row(page, 'PT-1').getByRole('button', { name: 'Open:' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await unfold(page);
  await expect.poll(() => linesOf(page)).toEqual(['62369 x1', 'J0475 x7', 'J0475-JW x1']);
  // Kept again with a charge, it is still to bill; only as billed it is not.
  await page.getByRole('textbox', { name: 'Charge per unit' }).fill('210');
  await keep(page);
  await expect(page.getByText('To bill: the nurse')).toBeVisible();
  await page.getByRole('button', { name: 'Keep it as billed' }).click();
  await expect(page.getByText('To bill: the nurse')).toHaveCount(0);
  // Nothing is to bill any more: the list opens with all that is kept.
  await day(page);
  await expect(drawer.getByRole('button', { name: 'Show all' })).toHaveCount(0);
  await expect(row(page, 'PT-1')).toContainText('$2,030.00');
  await expect(row(page, 'PT-1')).not.toContainText('To bill');
}

/** The same patient comes again: what stays is brought, and nothing of the last visit. */
export async function sameAgain(page: Page) {
  await keepClaim(page, { ...ofToday, patient: 'PT-1', payer: 'Commercial', given: '36', wasted: '4' });
  await page.getByRole('textbox', { name: 'NDC of the container' }).fill('66794-0157-02');
  await keep(page);
  await day(page);
  await row(page, 'PT-1').getByRole('button', { name: 'Same patient again' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // All of the header is in view, from which the last claim is brought back.
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await unfold(page);
  await expect(reference(page)).toHaveValue('PT-1');
  await expect(page.getByRole('combobox', { name: 'Payer type' })).toHaveValue('commercial');
  await expect(page.getByRole('textbox', { name: 'NDC of the container' })).toHaveValue('66794-0157-02');
  for (const name of ['Dose given', 'Dose wasted', 'Date of service'])
    await expect(page.getByRole('textbox', { name })).toHaveValue('');
  await expect(page.getByText('Kept among the clinic’s claims.')).toHaveCount(0);
  // The claim that stood there can be brought back.
  await page.getByRole('button', { name: 'Undo: bring the last claim back' }).click();
  await expect(page.getByRole('textbox', { name: 'Dose given' })).toHaveValue('36');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
}
