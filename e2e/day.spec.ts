import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { emptyWorksheet } from '../src/answers/worksheet-text';
import { noRecords } from '../src/records/clinic-records';
import { writeRecordsFile } from '../src/records/records-file';
import { billNursesRefill, day, keepMorning, reference, row, sameAgain, sendMorning, table, tellPatient } from './day';
import { keep, keepButton, keepClaim, ofToday } from './keep';
import { textsOfPages } from './pdf-texts';
import { test } from './warm';
import {
  answer,
  checkOffAll,
  fillLeast,
  newClaim,
  open,
  openDrawer,
  openUnfolded,
  printed,
  statusOf,
  unfold,
} from './worksheet';

test('a morning of five patients with two payers: one corrected, three sent in one file', async ({ page }) => {
  test.setTimeout(180_000);
  await openUnfolded(page);
  await keepMorning(page);
  await sendMorning(page);
});

test('a refill that the nurse keeps is to bill until the biller keeps it as billed', async ({ page }) => {
  await openUnfolded(page);
  await billNursesRefill(page);
});

test('same patient again brings what stays, and nothing of the last visit', async ({ page }) => {
  await openUnfolded(page);
  await sameAgain(page);
});

test('a claim that is not kept as it stands is asked about before another takes its place', async ({ page }) => {
  await openUnfolded(page);
  await keepClaim(page, { ...ofToday, patient: 'PT-1' });
  await keepClaim(page, { ...ofToday, patient: 'PT-2', payer: 'Commercial' });
  const given = page.getByRole('textbox', { name: 'Dose given' });
  const question = page.getByRole('dialog', { name: /^The claim of PT-\d.* in the form/ });
  const say = (name: string) => question.getByRole('button', { name, exact: true });
  const openRow = async (patient: string) => {
    await day(page);
    await row(page, patient).getByRole('button', { name: 'Open:' }).click();
  };

  // Stay: the row has the focus again, and what was typed stands; Escape says the same.
  await given.fill('26');
  await openRow('PT-1');
  await expect(question).toHaveAccessibleName(/of PT-2, .*, in the form was changed since it was kept\.$/);
  await expect(say('Keep and open')).toBeFocused();
  await say('Stay').press('Enter');
  await expect(question).toHaveCount(0);
  await expect(row(page, 'PT-1').getByRole('button', { name: 'Open:' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(page.getByRole('dialog', { name: 'Claims of the day' })).toBeVisible();
  await expect(given).toHaveValue('26');

  // Kept, and the other opened.
  await row(page, 'PT-1').getByRole('button', { name: 'Open:' }).click();
  await say('Keep and open').press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(reference(page)).toHaveValue('PT-1');
  await expect(page.locator('#worksheet')).toBeFocused();

  // The very claim in the form, kept: its changes stay, and are what is copied.
  await unfold(page);
  await given.fill('27');
  await openRow('PT-1');
  await say('Keep and open').press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(given).toHaveValue('27');
  await page.getByRole('textbox', { name: 'NDC of the container' }).fill('66794-0157-02');
  await day(page);
  await row(page, 'PT-1').getByRole('button', { name: 'Same patient again' }).click();
  await say('Keep and begin').press('Enter');
  await expect(given).toHaveValue('');
  await expect(page.getByRole('textbox', { name: 'NDC of the container' })).toHaveValue('66794-0157-02');

  // The copy is not kept: put away without, it comes back by Undo.
  await openRow('PT-2');
  await expect(question).toHaveAccessibleName(/of PT-1 in the form is not kept yet\.$/);
  await say('Open without keeping').press('Enter');
  await expect(given).toHaveValue('26');
  await page.getByRole('button', { name: 'Undo: bring the last claim back' }).click();
  await expect(given).toHaveValue('');

  // What cannot be kept says why, and nothing is put away.
  const account = page.getByRole('textbox', { name: 'Account', exact: true });
  await unfold(page);
  await account.fill('x'.repeat(201));
  await page.getByRole('button', { name: 'New claim' }).click();
  await say('Keep and begin').press('Enter');
  await expect(question.getByText(/It was not kept: “Account” must have at most 200/)).toBeVisible();
  await say('Stay').press('Enter');
  await expect(page.getByRole('button', { name: 'New claim' })).toBeFocused();
  await expect(account).toHaveValue('x'.repeat(201));
});

test('the same code on the same day is told in both rows and above the claim, with the way to the other', async ({
  page,
}) => {
  await openUnfolded(page);
  await keepClaim(page, { ...ofToday, patient: 'PT-1' });
  await keepClaim(page, { ...ofToday, patient: 'PT-1', given: '36', wasted: '4' });
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
  await keepClaim(page, { ...ofToday, patient: 'PT-1' });
  await tellPatient(page, 'Onesample');
  await keep(page);
  await keepClaim(page, { ...ofToday, patient: 'PT-1', payer: 'Commercial' });
  await page.getByRole('textbox', { name: 'Date of service' }).fill('t-1');
  await page.getByRole('textbox', { name: 'Date of service' }).press('Tab');
  await tellPatient(page, 'Twosample');
  await expect(page.getByText(/Two names stand under PT-1: TWOSAMPLE, SAM and ONESAMPLE, SAM/)).toBeVisible();
});

test('a deleted claim is brought back to its place, and the focus goes with it', async ({ page }) => {
  await openUnfolded(page);
  for (const patient of ['PT-1', 'PT-2', 'PT-3']) await keepClaim(page, { ...ofToday, patient });
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
  await keepClaim(page, { ...ofToday, patient: 'PT-1' });
  const drawer = await day(page);
  await drawer.getByRole('button', { name: 'Status', exact: true }).click();
  await row(page, 'PT-1')
    .getByRole('button', { name: /Look at PT-1/ })
    .click();
  await expect(drawer.getByRole('heading', { name: /The claim of PT-1/ })).toBeFocused();
  await expect(drawer.getByRole('button', { name: 'Back to all claims' })).toBeInViewport({ ratio: 1 });
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
  await expect(drawer.getByText(/^Kept in the record of this claim: sent on .*, came back on .*paid/)).toBeVisible();
  await drawer.getByRole('button', { name: 'Back to all claims' }).click();
  await expect(row(page, 'PT-1').getByRole('button', { name: /Look at PT-1/ })).toBeFocused();
  await expect(drawer.getByRole('columnheader', { name: 'Status' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(row(page, 'PT-1')).toContainText('CO-45');
  await expect(row(page, 'PT-1')).toContainText('paid $579.84');
  // 144.96 of what was allowed is neither paid nor owed: it is no claim that is done, in the row or in the form.
  await expect(row(page, 'PT-1')).toContainText('Came back paid short');
  await row(page, 'PT-1')
    .getByRole('button', { name: /What the remittance means/ })
    .click();
  await expect(page.getByRole('dialog', { name: 'A claim came back' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.status')).toContainText('$144.96 of what was allowed is not told as paid or owed.');
  // The claim in the form holds it as well, so that keeping it again loses nothing.
  await expect(page.getByText('Kept among the clinic’s claims.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Charge per unit' }).fill('201');
  // Whose it is and how it stands is in view wherever somebody looks.
  const standing = page.locator('.status .claim-standing');
  await page.locator('.page-footer').scrollIntoViewIfNeeded();
  await expect(standing).toHaveText(/^PT-1, .* · changed since it was sent · sent .* · came back /);
  await expect(standing).toBeInViewport();
  // What was sent is not written over in silence.
  const keepIt = page.getByRole('button', { name: 'Keep this claim among the clinic’s' });
  const asked = page.getByRole('dialog', { name: 'This claim was changed since it was sent. What is it now?' });
  await keepIt.click();
  await page.keyboard.press('Escape');
  await expect(asked).toHaveCount(0);
  await expect(keepIt).toBeFocused();
  await expect(standing).toContainText('changed since it was sent');
  await keepIt.click();
  await asked.getByRole('button', { name: 'The same claim, changed here' }).click();
  await expect(standing).toHaveText(/^PT-1, .* · sent .* · came back .* · kept at \d+:\d\d [AP]M$/);
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(page.locator('.answer-bar .claim-standing')).toHaveText(/^PT-1 · came back \d/);
  await expect(page.locator('.answer-bar .claim-standing')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('.answer-bar')).toContainText('Came back paid short: J0475');
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole('textbox', { name: 'Charge per unit' }).fill('202');
  await keepIt.click();
  await asked.getByRole('button', { name: 'A corrected claim' }).click();
  await expect(standing).toHaveText(/^PT-1, [\d/]* · kept at /);
  await expect(page.getByText(/^Corrects the claim of .*, sent on /)).toBeVisible();
  await day(page);
  await expect(row(page, 'PT-1')).toHaveCount(2);
  const ofSent = row(page, 'PT-1').filter({ hasText: 'CO-45' });
  await expect(ofSent).toHaveCount(1);
  await ofSent.getByRole('button', { name: /Look at PT-1/ }).click();
  await expect(drawer.getByText(/^Changed since it was sent on .*\. Sent then: J0475/)).toBeVisible();
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

test('while 60 claims scroll, a row in view stays the same element, and the focus stays in its row', async ({
  page,
}) => {
  await openUnfolded(page);
  const claims = Array.from({ length: 60 }, (_, place) => ({
    ...emptyWorksheet,
    patientReference: `PT-${place}`,
    recordId: `r${place}`,
    keptAt: '2026-11-27T10:00:00.000Z',
  }));
  const buffer = Buffer.from(writeRecordsFile({ id: '0'.repeat(32), records: { ...noRecords, claims } }));
  const file = await openDrawer(page, 'The clinic’s file');
  await file.getByLabel('Open a file').setInputFiles({ name: 'claims.json', mimeType: 'application/json', buffer });
  await expect(file.getByText('60 claims').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await day(page);
  const focused = row(page, 'PT-3').getByRole('checkbox');
  await focused.focus();
  const before = await row(page, 'PT-6').elementHandle();
  const scroll = (by: number) => page.locator('.day-table').evaluate((each, top) => each.scrollBy(0, top), by);
  await scroll(600);
  await expect(row(page, 'PT-0')).toHaveCount(0);
  expect(await before?.evaluate((each) => each.isConnected)).toBe(true);
  await scroll(3000);
  await expect(row(page, 'PT-6')).toHaveCount(0);
  await expect(focused).toBeFocused();
});

test('chosen claims are printed, each on its own pages with its own foot, and their lines go into one CSV', async ({
  page,
}) => {
  await openUnfolded(page);
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await keepClaim(page, { ...ofToday, patient: 'PT-1' });
  await keepClaim(page, { ...ofToday, patient: 'PT-2', payer: 'Commercial' });
  await keepClaim(page, { ...ofToday, patient: 'PT-3' });
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
  await keepClaim(page, { ...ofToday, patient: 'PT-2', given: '40', wasted: '0' });
  await keepClaim(page, { ...ofToday, patient: 'PT-1', given: '40', wasted: '0' });
  await checkOffAll(page);
  await keep(page);
  await expect.poll(() => statusOf(page)).toBe('Ready');
  await day(page);
  await expect(row(page, 'PT-1')).toContainText('Ready');
  await expect(row(page, 'PT-2')).toContainText(/Review.*Still to be checked/s);
});

test('on a narrow screen Keep stands in the bar at the foot, asks whose claim it is, and the bar says it whole', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  await fillLeast(page);
  const bar = page.locator('.answer-bar');
  const { height } = (await bar.boundingBox())!;
  await expect(keepButton(page)).toBeInViewport({ ratio: 1 });
  await keepButton(page).click();
  const question = page.getByRole('dialog', { name: 'Whose claim is it?' });
  const field = question.getByRole('textbox', { name: 'Patient reference' });
  await expect(field).toBeFocused();
  await expect(question.getByRole('button', { name: 'Keep without a reference' })).toBeVisible();

  // Nothing is kept, and what was typed stays.
  await field.fill('PT-1');
  await page.keyboard.press('Escape');
  await expect(keepButton(page)).toBeFocused();
  await expect(page.getByText('Kept among the clinic’s claims.')).toHaveCount(0);
  await unfold(page);
  await expect(reference(page)).toHaveValue('PT-1');
  await reference(page).fill('');

  await keepButton(page).click();
  await field.fill('PT-2');
  await field.press('Enter');
  await expect(question).toHaveCount(0);
  await expect(page.getByText('Kept among the clinic’s claims.')).toBeVisible();
  const standing = bar.locator('.claim-standing');
  await expect(standing).toHaveText(/^PT-2 · kept at \d+:\d\d [AP]M$/);
  expect(await standing.evaluate((line) => line.scrollWidth - line.clientWidth)).toBe(0);
  expect((await bar.boundingBox())!.height).toBeLessThanOrEqual(height + 20);

  // Another claim that is begun asks it as well.
  await newClaim(page);
  await fillLeast(page);
  await page.getByRole('button', { name: 'New claim' }).click();
  const leaving = page.getByRole('dialog', { name: /^The claim of a patient without a reference/ });
  await leaving.getByRole('textbox', { name: 'Patient reference' }).fill('PT-3');
  await leaving.getByRole('button', { name: 'Keep and begin' }).click();
  await day(page);
  await expect(row(page, 'PT-3')).toBeVisible();
});
