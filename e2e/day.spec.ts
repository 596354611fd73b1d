import { expect, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { office, patient } from './parties';
import { textsOfPages } from './pdf-texts';
import { test } from './warm';
import {
  answer,
  checkOffAll,
  fillLeast,
  linesOf,
  loadRefillExample,
  newClaim,
  openDrawer,
  openUnfolded,
  printed,
  statusOf,
  unfold,
} from './worksheet';

const keepButton = (page: Page) => page.getByRole('button', { name: 'Keep this claim among the clinic’s' });
const keep = async (page: Page) => {
  await keepButton(page).click();
  await expect(page.getByText('Kept among the clinic’s claims.')).toBeVisible();
};
const day = (page: Page) => openDrawer(page, 'Claims of the day');
const table = (page: Page) => page.getByRole('table', { name: 'Claims' });
const row = (page: Page, patient: string) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: `Look at ${patient},` }) });
const reference = (page: Page) => page.getByRole('textbox', { name: 'Patient reference' });

/** Types a claim of that patient and keeps it. */
async function keepClaim(page: Page, patient: string, payer = 'Medicare Part B', given = '25', wasted = '15') {
  await newClaim(page);
  await fillLeast(page, given, wasted, payer);
  await reference(page).fill(patient);
  await page.getByRole('textbox', { name: 'Charge per unit' }).fill('200');
  await keep(page);
}

/** Tells the patient of the claim in the form as an 837P names one. */
async function tellPatient(page: Page, last: string) {
  const drawer = await openDrawer(page, 'Claim forms and files');
  await drawer.getByRole('radio', { name: '837P' }).check();
  await drawer.getByRole('button', { name: 'Make a whole 837P file' }).click();
  for (const [name, text] of Object.entries({
    ...patient,
    'Patient’s last name': last,
    'Member ID': `M${last}`,
    'Patient control number': `WS-${last}`,
  }))
    await drawer.getByRole('textbox', { name, exact: true }).fill(text);
  await drawer.getByRole('combobox', { name: 'Sex' }).selectOption('Female');
  await page.keyboard.press('Escape');
}

test('a morning of five patients with two payers: one corrected, three sent in one file', async ({ page }) => {
  test.setTimeout(180_000);
  await openUnfolded(page);
  for (const [patient, payer, last] of [
    ['PT-1', 'Medicare Part B', 'Onesample'],
    ['PT-2', 'Commercial', 'Twosample'],
    ['PT-3', 'Medicare Part B', 'Threesample'],
    ['PT-4', 'Commercial', ''],
    ['PT-5', 'Commercial', ''],
  ] as const) {
    await keepClaim(page, patient, payer);
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
  await expect(drawer.getByText('0 of 5 claims can go into it')).toBeVisible();
  await drawer.getByRole('checkbox', { name: 'Take claims in review as well' }).check();
  await expect(drawer.getByText('3 of 5 claims can go into it')).toBeVisible();

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
});

test('a refill that the nurse keeps is to bill until the biller keeps it as billed', async ({ page }) => {
  await openUnfolded(page);
  await loadRefillExample(page);
  await unfold(page);
  await reference(page).fill('PT-1');
  await keep(page);
  await expect(page.getByText('To bill: the nurse kept this refill for the biller.')).toBeVisible();
  await page.getByRole('button', { name: 'New claim' }).click();
  await expect(page.getByText('To bill:')).toHaveCount(0);
  const drawer = await day(page);
  await drawer.getByRole('button', { name: 'To bill: 1' }).click();
  await expect(row(page, 'PT-1')).toContainText('To bill');
  await row(page, 'PT-1').getByRole('button', { name: 'Open:' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await unfold(page);
  await expect.poll(() => linesOf(page)).toEqual(['J0475 x7', 'J0475-JW x1']);
  // Kept again with a charge, it is still to bill; only as billed it is not.
  await page.getByRole('textbox', { name: 'Charge per unit' }).fill('210');
  await keep(page);
  await expect(page.getByText('To bill: the nurse')).toBeVisible();
  await page.getByRole('button', { name: 'Keep it as billed' }).click();
  await expect(page.getByText('To bill: the nurse')).toHaveCount(0);
  await day(page);
  await drawer.getByRole('button', { name: 'Show all' }).click();
  await expect(row(page, 'PT-1')).toContainText('$1,680.00');
  await expect(row(page, 'PT-1')).not.toContainText('To bill');
});

test('same patient again brings what stays, and nothing of the last visit', async ({ page }) => {
  await openUnfolded(page);
  await keepClaim(page, 'PT-1', 'Commercial', '36', '4');
  await page.getByRole('textbox', { name: 'NDC of the container' }).fill('66794-0157-02');
  await keep(page);
  await day(page);
  await row(page, 'PT-1').getByRole('button', { name: 'Same patient again' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
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
});

test('the same code on the same day is told in both rows and above the claim, with the way to the other', async ({
  page,
}) => {
  await openUnfolded(page);
  await keepClaim(page, 'PT-1');
  await keepClaim(page, 'PT-1', 'Medicare Part B', '36', '4');
  const warning = page.getByText(/J0475 of PT-1 of .* also stands on another claim/);
  await expect(warning).toBeVisible();
  await day(page);
  await expect(row(page, 'PT-1').filter({ hasText: 'also stands on another claim' })).toHaveCount(2);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Open the other claim' }).click();
  await unfold(page);
  await expect(page.getByRole('textbox', { name: 'Dose given' })).toHaveValue('25');
  // Another patient after all: nothing is left to warn of.
  await reference(page).fill('PT-2');
  await expect(warning).toHaveCount(0);
});

test('two patients under one reference are told', async ({ page }) => {
  await openUnfolded(page);
  await keepClaim(page, 'PT-1');
  await tellPatient(page, 'Onesample');
  await keep(page);
  await keepClaim(page, 'PT-1', 'Commercial');
  await page.getByRole('textbox', { name: 'Date of service' }).fill('t-1');
  await page.getByRole('textbox', { name: 'Date of service' }).press('Tab');
  await tellPatient(page, 'Twosample');
  await expect(page.getByText(/Two names stand under PT-1: TWOSAMPLE, SAM and ONESAMPLE, SAM/)).toBeVisible();
});

test('a deleted claim is brought back to its place, and the focus goes with it', async ({ page }) => {
  await openUnfolded(page);
  for (const patient of ['PT-1', 'PT-2', 'PT-3']) await keepClaim(page, patient);
  const drawer = await day(page);
  const order = () => table(page).getByRole('rowheader').allInnerTexts();
  expect(await order()).toEqual(['PT-1', 'PT-2', 'PT-3']);
  await row(page, 'PT-2').getByRole('button', { name: 'Delete:' }).click();
  await expect(drawer.getByText(/The claim of PT-2, .* was deleted/)).toBeVisible();
  expect(await order()).toEqual(['PT-1', 'PT-3']);
  const undo = drawer.getByRole('button', { name: 'Undo: bring it back' });
  await expect(undo).toBeFocused();
  await undo.press('Enter');
  await expect(row(page, 'PT-2').getByRole('button', { name: /Look at PT-2/ })).toBeFocused();
  expect(await order()).toEqual(['PT-1', 'PT-2', 'PT-3']);
  // The one that stands in the form is said to be deleted, and is not lost.
  await row(page, 'PT-3').getByRole('button', { name: 'Delete:' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Deleted from the clinic’s claims.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Dose given' })).toHaveValue('25');
  await keep(page);
  await day(page);
  await expect(row(page, 'PT-3')).toHaveCount(1);
});

test('what became of a claim is told beside it, problems at their fields, and stands in the open claim too', async ({
  page,
}) => {
  await openUnfolded(page);
  await keepClaim(page, 'PT-1');
  const drawer = await day(page);
  await row(page, 'PT-1')
    .getByRole('button', { name: /Look at PT-1/ })
    .click();
  await expect(drawer.getByRole('heading', { name: /The claim of PT-1/ })).toBeFocused();
  const field = (name: string) => drawer.getByRole('textbox', { name, exact: true });
  await field('Date sent').fill('t');
  await field('Date sent').press('Tab');
  await expect(field('Date sent')).toHaveValue(/^\d\d\/\d\d\/\d{4}$/);
  await field('Date of the remittance').fill('t-1');
  await expect(field('Date of the remittance')).toHaveAccessibleDescription(/before the claim was sent/);
  await field('Date of the remittance').fill('t');
  await field('Allowed, in dollars').fill('724.80');
  await field('Paid, in dollars').fill('900');
  await expect(field('Paid, in dollars')).toHaveAccessibleDescription(/Paid cannot be more than what was allowed/);
  await field('Paid, in dollars').fill('579.84');
  await field('Code on the remittance').fill('CO-45');
  await drawer.getByRole('button', { name: 'Back to all claims' }).click();
  await expect(row(page, 'PT-1').getByRole('button', { name: /Look at PT-1/ })).toBeFocused();
  await expect(row(page, 'PT-1')).toContainText('CO-45');
  await page.keyboard.press('Escape');
  // The claim in the form holds it as well, so that keeping it again loses nothing.
  await expect(page.getByText('Kept among the clinic’s claims.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Charge per unit' }).fill('201');
  await keep(page);
  await day(page);
  await expect(row(page, 'PT-1')).toContainText('CO-45');
});

test('by key alone: kept, opened, sorted, chosen and looked at', async ({ page }) => {
  await openUnfolded(page);
  for (const [given, patient] of [
    ['25', 'PT-2'],
    ['10', 'PT-1'],
  ] as const) {
    await page.getByRole('button', { name: 'New claim' }).press('Enter');
    await answer(page, 'Dose given', given);
    await answer(page, 'Dose wasted', '0');
    await answer(page, 'Payer type', 'Medicare Part B');
    await answer(page, 'Setting', 'Office');
    await answer(page, 'Date of service', 't');
    await answer(page, 'Patient reference', patient);
    await keepButton(page).press('Enter');
  }
  const drawer = await day(page);
  const heading = (name: string) => table(page).getByRole('columnheader', { name });
  await heading('Units').getByRole('button').press('Enter');
  await expect(heading('Units')).toHaveAttribute('aria-sort', 'ascending');
  await expect(table(page).getByRole('rowheader')).toHaveText(['PT-1', 'PT-2']);
  await heading('Units').getByRole('button').press('Enter');
  await expect(heading('Units')).toHaveAttribute('aria-sort', 'descending');
  await expect(table(page).getByRole('rowheader')).toHaveText(['PT-2', 'PT-1']);
  await row(page, 'PT-2').getByRole('checkbox').focus();
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 'PT-1').getByRole('checkbox')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(drawer.getByRole('heading', { name: 'Chosen: 1 claim' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(drawer.getByRole('heading', { name: /The claim of PT-1/ })).toBeFocused();
});

test('chosen claims are printed, each on its own pages with its own foot, and their lines go into one CSV', async ({
  page,
}) => {
  await openUnfolded(page);
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await keepClaim(page, 'PT-1');
  await keepClaim(page, 'PT-2', 'Commercial');
  await keepClaim(page, 'PT-3');
  const drawer = await day(page);
  for (const patient of ['PT-1', 'PT-2']) await row(page, patient).getByRole('checkbox').check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    drawer.getByRole('button', { name: 'Download a CSV of the lines' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(lines.map((line) => line.split(',')[0])).toEqual(['patient_reference', 'PT-1', 'PT-1', 'PT-2', 'PT-2']);
  await drawer.getByRole('button', { name: 'Print the summaries' }).click();
  const textOf = async () =>
    (await textsOfPages(await printed(page, { format: 'Letter' }))).map((texts) =>
      texts.map(({ text }) => text).join(' '),
    );
  const pages = await textOf();
  const of = (patient: string) => pages.filter((text) => text.includes(`Patient reference ${patient}, service of`));
  expect(of('PT-1').length).toBeGreaterThan(0);
  expect(of('PT-2').length).toBeGreaterThan(0);
  expect(of('PT-1').length + of('PT-2').length).toBe(pages.length);
  expect(pages.join(' ')).not.toContain('PT-3');
  // Closed, the page prints the claim in its form again.
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  expect((await textOf()).join(' ')).toContain('PT-3');
});

test('a claim of which every check is ticked is ready in its row, and one in review says what is open', async ({
  page,
}) => {
  await openUnfolded(page);
  await keepClaim(page, 'PT-2', 'Medicare Part B', '40', '0');
  await keepClaim(page, 'PT-1', 'Medicare Part B', '40', '0');
  await checkOffAll(page);
  await keep(page);
  await expect.poll(() => statusOf(page)).toBe('Ready');
  await day(page);
  await expect(row(page, 'PT-1')).toContainText('Ready');
  await expect(row(page, 'PT-2')).toContainText(/Review.*Still to be checked/s);
});
