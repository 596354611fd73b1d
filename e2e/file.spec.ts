import { expect, test, type Locator, type Page } from '@playwright/test';
import { Decrypter, Encrypter } from 'age-encryption';
import { mkdtemp, open as openOnDisk, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { billNursesRefill, keepMorning, row, sameAgain, sendMorning, table } from './day';
import {
  backupName,
  downloaded,
  fileName,
  filesIn,
  giveFolder,
  giveFolderOfTest,
  keepLeast,
  openFileDrawer,
  openFromFolder,
  passphrase,
  saveInFolder,
  takePickerAway,
  typePassphrase,
} from './clinics-file';
import { useUpAuthorization } from './keep';
import { allOn, inChromium, open, openDrawer, openUnfolded, unfold } from './worksheet';

type Told = { readonly claims: { readonly patientReference: string; readonly doseGiven: string }[] };

/** The claims of an encrypted file: "PT-1 36". */
async function claimsOf(bytes: Uint8Array, words = passphrase): Promise<string[]> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(words);
  const { claims } = JSON.parse(await decrypter.decrypt(bytes, 'text')) as Told;
  return claims.map(({ patientReference, doseGiven }) => `${patientReference} ${doseGiven}`);
}
/** The one file, opened from a disk. */
async function openFromDisk(page: Page): Promise<void> {
  await page.goto(new URL('../dist-file/baclofen-billing-worksheet.html', import.meta.url).href);
  await expect(page.locator('#not-started')).toHaveCount(0);
  await unfold(page);
}
const kept = async (page: Page, name = fileName) => claimsOf(Buffer.from((await filesIn(page))[name] ?? '', 'latin1'));
const mark = (page: Page) => page.locator('.page-header').getByRole('button', { name: /not saved$/ });
const patient = (page: Page) => page.getByRole('textbox', { name: 'Patient reference' });
const stateOf = (page: Page) =>
  page
    .getByRole('form', { name: 'Worksheet' })
    .evaluate((form: HTMLFormElement) => JSON.stringify([...new FormData(form)]));
const choose = (drawer: Locator, name: string, content: string | Uint8Array) =>
  drawer
    .getByLabel('Open a file')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });

/** Each key of a passphrase takes its time. */
test.describe.configure({ timeout: 120_000 });

test.describe('in the clinic’s folder', () => {
  test.beforeEach(({ context }) => test.skip(!inChromium(context), 'Chromium alone gives a page a folder'));

  test('saved, opened the next day, corrected and saved again: the version before stays beside it', async ({
    page,
    context,
  }) => {
    await giveFolder(page);
    await openUnfolded(page);
    await expect(mark(page)).toHaveCount(0);
    await keepLeast(page, 'PT-1');
    await expect(mark(page)).toHaveText('1 change not saved');
    await saveInFolder(page);
    await expect(mark(page)).toHaveCount(0);
    expect(Object.keys(await filesIn(page))).toEqual([fileName]);

    const next = await context.newPage();
    await giveFolder(next);
    await openUnfolded(next);
    const drawer = await openFromFolder(next);
    await expect(drawer.getByText('Opened: 1 claim and 0 receipts of vials.')).toBeVisible();
    await next.keyboard.press('Escape');
    await keepLeast(next, 'PT-2', '25', '15');
    await expect(mark(next)).toHaveText('1 change not saved');
    await next.getByRole('textbox', { name: 'Dose given' }).fill('26');
    await next.getByRole('button', { name: 'Keep this claim' }).click();
    await expect(mark(next)).toHaveText('1 change not saved');
    await openFileDrawer(next);
    await drawer.getByRole('button', { name: 'Save in “Clinic”' }).click();
    await expect(drawer.getByText(/^Saved in “Clinic” at .*: 2 claims/)).toBeVisible();
    await expect(drawer.getByText('All of it is saved.')).toBeVisible();
    expect(await kept(next)).toEqual(['PT-1 36', 'PT-2 26']);
    expect(await kept(next, backupName)).toEqual(['PT-1 36']);
  });

  test('two windows that save the same file lose nothing of each other', async ({ page, context }) => {
    await giveFolder(page);
    await openUnfolded(page);
    await keepLeast(page, 'PT-1');
    await saveInFolder(page);
    const other = await context.newPage();
    await giveFolder(other);
    await openUnfolded(other);
    const there = await openFromFolder(other);
    await expect(there.getByText('Opened: 1 claim and 0 receipts of vials.')).toBeVisible();
    await other.keyboard.press('Escape');
    await keepLeast(other, 'PT-2');
    await openFileDrawer(other);
    await there.getByRole('button', { name: 'Save in “Clinic”' }).click();
    await expect(there.getByText(/It was read back and is the same/)).toBeVisible();

    await page.getByRole('textbox', { name: 'Dose given' }).fill('35');
    await page.getByRole('button', { name: 'Keep this claim' }).click();
    const here = await openFileDrawer(page);
    await here.getByRole('button', { name: 'Save in “Clinic”' }).click();
    await expect(
      here.getByText('Somebody else saved this file since you opened it. Both are put together.'),
    ).toBeVisible();
    expect(await kept(page)).toEqual(['PT-1 35', 'PT-2 36']);
    await expect(here.getByText('All of it is saved.')).toBeVisible();
  });

  test('a download is not what the folder holds: nothing of it is lost by the next save', async ({ page }) => {
    await giveFolder(page);
    await openUnfolded(page);
    await keepLeast(page, 'PT-1');
    await saveInFolder(page);
    await page.getByRole('button', { name: 'New claim' }).click();
    await unfold(page);
    await keepLeast(page, 'PT-2');
    const drawer = await openFileDrawer(page);
    await downloaded(page, () => drawer.getByRole('button', { name: 'Download the file instead' }).click());
    await drawer.getByRole('button', { name: 'The file is there' }).click();
    await expect(drawer.getByText('All of it is saved.')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'New claim' }).click();
    await unfold(page);
    await keepLeast(page, 'PT-3');
    await openFileDrawer(page);
    await drawer.getByRole('button', { name: 'Save in “Clinic”' }).click();
    await expect(drawer.getByText(/^Saved in “Clinic” at .*: 3 claims/)).toBeVisible();
    expect(await kept(page)).toEqual(['PT-1 36', 'PT-2 36', 'PT-3 36']);
  });

  test('the version before, opened to mend the file, stays beside it', async ({ page }) => {
    await giveFolder(page);
    await openUnfolded(page);
    await keepLeast(page, 'PT-1');
    await saveInFolder(page);
    await keepLeast(page, 'PT-1', '30', '10');
    const drawer = await openFileDrawer(page);
    await drawer.getByRole('button', { name: 'Save in “Clinic”' }).click();
    await expect(drawer.getByText('All of it is saved.')).toBeVisible();
    const before = (await filesIn(page))[backupName] ?? '';
    await choose(drawer, backupName, Buffer.from(before, 'latin1'));
    await drawer.getByLabel('Passphrase of this file').fill(passphrase);
    await drawer.getByRole('button', { name: 'Open it' }).click();
    await expect(drawer.getByText('Is older in this file than it was here: PT-1')).toBeVisible();
    await drawer.getByRole('button', { name: 'Save in “Clinic”' }).click();
    await expect(drawer.getByText(/^The file in this folder was not the one that you opened/)).toBeVisible();
    expect(await kept(page)).toEqual(['PT-1 30', 'PT-1 36']);
    expect((await filesIn(page))[backupName]).toBe(before);
  });

  test('the passphrase is changed: the old one is asked, the file written anew, and the lock takes the new', async ({
    page,
  }) => {
    await giveFolder(page);
    await openUnfolded(page);
    await keepLeast(page, 'PT-1');
    await saveInFolder(page);
    await keepLeast(page, 'PT-1', '30', '10');
    const drawer = await openFileDrawer(page);
    const change = drawer.getByRole('button', { name: 'Change the passphrase' });
    const next = 'walnut river 12 coal';
    const now = drawer.getByLabel('The passphrase that it has now');
    const save = drawer.getByRole('button', { name: 'Save in “Clinic” with the new one' });
    await change.press('Enter');
    await expect(now).toBeFocused();
    await now.fill(next);
    await typePassphrase(drawer, next);
    await save.press('Enter');
    await expect(now).toBeFocused();
    await expect(now).toHaveAccessibleDescription(/This is not the passphrase\./);
    await now.fill(passphrase);
    await typePassphrase(drawer, passphrase);
    await save.press('Enter');
    await expect(drawer.getByLabel('New passphrase')).toBeFocused();
    await expect(drawer.getByLabel('New passphrase')).toHaveAccessibleDescription(/the passphrase that it has now/);
    await typePassphrase(drawer, next);
    await save.press('Enter');
    await expect(drawer.getByText('The passphrase is changed:')).toBeVisible();
    await expect(drawer.getByText('All of it is saved.')).toBeVisible();
    const bytesOf = async (name: string) => Buffer.from((await filesIn(page))[name] ?? '', 'latin1');
    expect(await claimsOf(await bytesOf(fileName), next)).toEqual(['PT-1 30']);
    expect(await claimsOf(await bytesOf(backupName))).toEqual(['PT-1 36']);
    expect(await allOn(page)).not.toContain(next);
    await drawer.getByRole('button', { name: 'Lock now' }).click();
    const field = page.getByLabel('Passphrase', { exact: true });
    await field.fill(passphrase);
    await field.press('Enter');
    await expect(page.getByText('This is not the passphrase.')).toBeVisible();
    await field.fill(next);
    await field.press('Enter');
    await expect(page.locator('#page-title')).toBeFocused();
  });

  test('a file that opens with another passphrase is never written over', async ({ page, context }) => {
    await giveFolder(page);
    await openUnfolded(page);
    await keepLeast(page, 'PT-1');
    await saveInFolder(page);
    const before = await filesIn(page);
    const other = await context.newPage();
    await giveFolder(other);
    await openUnfolded(other);
    await keepLeast(other, 'PT-2');
    const drawer = await openFromFolder(other, 'walnut river 12 coal');
    await expect(drawer.getByText('This passphrase does not open the file').first()).toBeVisible();
    await drawer.getByRole('button', { name: 'Leave it closed' }).click();
    await typePassphrase(drawer, 'walnut river 12 coal');
    await drawer.getByRole('button', { name: 'Save in “Clinic”' }).click();
    await expect(drawer.getByText(/^Nothing was saved\. There is a file in this folder/)).toBeVisible();
    await expect(drawer.getByText('1 change is not saved.')).toBeVisible();
    expect(await filesIn(other)).toEqual(before);
  });

  test('what was typed before the file was opened is put together with it, once that is said', async ({
    page,
    context,
  }) => {
    await giveFolder(page);
    await openUnfolded(page);
    await keepLeast(page, 'PT-1');
    await saveInFolder(page);
    const next = await context.newPage();
    await giveFolder(next);
    await openUnfolded(next);
    await keepLeast(next, 'PT-9');
    const drawer = await openFromFolder(next);
    const question = drawer.getByRole('group', {
      name: '1 change here is not saved. Put them together with the file?',
    });
    await expect(question).toBeFocused();
    await question.getByRole('button', { name: 'Put them together' }).click();
    await expect(drawer.getByText('1 change is not saved.')).toBeVisible();
    await drawer.getByRole('button', { name: 'Save in “Clinic”' }).click();
    await expect(drawer.getByText(/: 2 claims/)).toBeVisible();
    expect(await kept(next)).toEqual(['PT-1 36', 'PT-9 36']);
  });

  test('a locked page shows no patient; the passphrase brings all of it back', async ({ page }) => {
    await giveFolder(page);
    await openUnfolded(page);
    await page.clock.install();
    await keepLeast(page, 'PT-canary');
    await saveInFolder(page);
    await keepLeast(page, 'PT-canary', '30', '10');
    await page.getByRole('textbox', { name: 'Account' }).fill('ACC-canary');
    const state = await stateOf(page);
    await expect(mark(page)).toHaveText('1 change not saved');
    const vials = await openDrawer(page, 'Vials');
    await vials.getByRole('textbox', { name: 'Lot' }).fill('LOT-canary');
    await page.keyboard.press('Escape');
    const field = page.getByLabel('Passphrase', { exact: true });
    for (const lock of [
      async () => (await openFileDrawer(page)).getByRole('button', { name: 'Lock now' }).click(),
      () => page.clock.fastForward('10:01'),
    ]) {
      await lock();
      await expect(field).toBeFocused();
      expect(await allOn(page)).not.toContain('canary');
      expect(await page.title()).toBe('Baclofen billing worksheet');
      await field.fill('Lantern moss 47 tide');
      await page.getByRole('button', { name: 'Unlock' }).click();
      await expect(page.getByText('This is not the passphrase.')).toBeVisible();
      await expect(field).toBeFocused();
      await field.fill(passphrase);
      await field.press('Enter');
      await expect(page.locator('#page-title')).toBeFocused();
      await unfold(page);
      expect(await stateOf(page)).toBe(state);
      await expect(mark(page)).toHaveText('1 change not saved');
      await expect(page.getByText('Changed since it was kept.')).toBeVisible();
    }
    // A drawer that is open then is open again, with what is half typed in it.
    const profiles = await openDrawer(page, 'Payer profiles');
    await profiles.getByRole('button', { name: 'New profile' }).click();
    await profiles.getByRole('textbox', { name: 'Name of the payer' }).fill('Plan canary');
    await page.clock.fastForward('10:01');
    await expect(field).toBeFocused();
    expect(await allOn(page)).not.toContain('canary');
    await field.fill(passphrase);
    await field.press('Enter');
    await expect(profiles.getByRole('textbox', { name: 'Name of the payer' })).toHaveValue('Plan canary');
    await profiles.getByRole('button', { name: 'Cancel' }).click();
    await expect(profiles.getByRole('group', { name: /^Leave this profile/ })).toBeFocused();
    await page.keyboard.press('Escape');
    await openDrawer(page, 'Vials');
    await expect(vials.getByRole('textbox', { name: 'Lot' })).toHaveValue('LOT-canary');
    await page.keyboard.press('Escape');
    const drawer = await openFileDrawer(page);
    await drawer.getByRole('button', { name: 'Save in “Clinic”' }).click();
    await expect(drawer.getByText('All of it is saved.')).toBeVisible();
    expect(await kept(page)).toEqual(['PT-canary 30']);
  });

  test('a locked page asks before it is left with what is not saved, and forgets all of it then', async ({ page }) => {
    await giveFolder(page);
    await openUnfolded(page);
    await keepLeast(page, 'PT-1');
    await saveInFolder(page);
    await keepLeast(page, 'PT-1', '30', '10');
    await (await openFileDrawer(page)).getByRole('button', { name: 'Lock now' }).click();
    await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
    await page.keyboard.type('x');
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
    await open(page);
    await expect(mark(page)).toHaveCount(0);
  });
});

test.describe('where the browser gives no folder', () => {
  test.beforeEach(({ page }) => takePickerAway(page));

  test('the file goes to the downloads, and is saved once it was seen on the disk', async ({ page }) => {
    await openUnfolded(page);
    await keepLeast(page, 'PT-1');
    const drawer = await openFileDrawer(page);
    await expect(drawer.getByRole('button', { name: /folder/ })).toHaveCount(0);
    const button = drawer.getByRole('button', { name: 'Download the file' });
    await typePassphrase(drawer, 'password1234567');
    await button.click();
    await expect(drawer.getByLabel('New passphrase')).toBeFocused();
    await expect(drawer.getByLabel('New passphrase')).toHaveAccessibleDescription(
      /It is made of what is guessed first/,
    );
    await drawer.getByLabel('New passphrase').fill(passphrase);
    await button.click();
    await expect(drawer.getByLabel('The same passphrase again')).toBeFocused();
    await typePassphrase(drawer);
    const { download, bytes } = await downloaded(page, () => button.click());
    expect(download.suggestedFilename()).toBe(fileName);
    expect(await claimsOf(bytes)).toEqual(['PT-1 36']);
    await expect(drawer.getByText('1 claim and 0 receipts of vials went to your downloads')).toBeVisible();
    await expect(drawer.getByText('1 change is not saved.')).toBeVisible();
    await choose(drawer, fileName, bytes);
    await expect(drawer.getByText('The file on the disk is just what was downloaded. It is saved.')).toBeVisible();
    await expect(drawer.getByText('All of it is saved.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(mark(page)).toHaveCount(0);

    await keepLeast(page, 'PT-1', '30', '10');
    await openFileDrawer(page);
    await downloaded(page, () => button.click());
    await drawer.getByRole('button', { name: 'The file is there' }).click();
    await expect(drawer.getByText('You said that it is there.')).toBeVisible();
    await expect(drawer.getByText('All of it is saved.')).toBeVisible();
  });

  test('a plain copy is asked about first, opens again, and does not count as saved', async ({ page }) => {
    await openUnfolded(page);
    await keepLeast(page, 'PT-1');
    const drawer = await openFileDrawer(page);
    await drawer.getByRole('button', { name: 'Save a plain copy' }).click();
    const question = drawer.getByRole('group', { name: /that anybody who has the file can read/ });
    await expect(question).toBeFocused();
    const { download, bytes } = await downloaded(page, () =>
      question.getByRole('button', { name: 'Save it unencrypted' }).click(),
    );
    expect(download.suggestedFilename()).toBe('baclofen-clinic-records.json');
    expect((JSON.parse(bytes.toString()) as Told).claims.map(({ patientReference }) => patientReference)).toEqual([
      'PT-1',
    ]);
    await expect(drawer.getByText('1 change is not saved.')).toBeVisible();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await openUnfolded(page);
    await openFileDrawer(page);
    await choose(drawer, 'copy.json', bytes);
    await expect(drawer.getByText('Opened: 1 claim and 0 receipts of vials.')).toBeVisible();
    // The way to the claims leaves this drawer, and its closing closes no other.
    await drawer.getByRole('button', { name: 'To the claims of the day' }).click();
    await expect(page.getByRole('dialog', { name: 'Claims of the day' })).toContainText('1 claim kept on this page.');
    await page.keyboard.press('Escape');
    await openFileDrawer(page);

    const of = (id: string) => bytes.toString().replace(/"id": "\w+"/, `"id": "${id}"`);
    await choose(drawer, 'other.json', of('a'.repeat(32)));
    const other = drawer.getByRole('group', { name: /^This is another clinic’s file/ });
    await expect(other).toBeFocused();
    await other.getByRole('button', { name: 'Keep what is here' }).click();
    await expect(drawer.getByText('What is on this page stays as it was.')).toBeVisible();

    // In its place: nothing of the clinic before stays, neither in the form nor behind Undo nor in a drawer.
    await page.keyboard.press('Escape');
    await keepLeast(page, 'PT-2');
    await page.getByRole('button', { name: 'New claim' }).click();
    await unfold(page);
    await patient(page).fill('PT-3');
    await expect(page.getByRole('button', { name: /^Undo/ })).toHaveCount(0);
    const vials = await openDrawer(page, 'Vials');
    await vials.getByRole('textbox', { name: 'Lot' }).fill('LOT-canary');
    await page.keyboard.press('Escape');
    await openFileDrawer(page);
    await choose(drawer, 'other.json', of('a'.repeat(32)));
    await expect(
      other.getByText(/Lost would be: 1 change and the claim in the form, which is not kept\.$/),
    ).toBeVisible();
    await other.getByRole('button', { name: 'Put it in its place' }).click();
    await expect(drawer.getByText('Opened: 1 claim and 0 receipts of vials.')).toBeVisible();
    expect(await allOn(page)).not.toMatch(/PT-|canary/);
    await expect(page.getByRole('button', { name: /^Undo/ })).toHaveCount(0);
  });

  test('a file that cannot be opened says why, and what is on the page stays', async ({ page }) => {
    await openUnfolded(page);
    await keepLeast(page, 'PT-1');
    const drawer = await openFileDrawer(page);
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(4);
    const whole = await encrypter.encrypt('{}');
    const text = (value: object) => JSON.stringify({ format: 'baclofen-clinic-records', ...value });
    const cases: [string | Uint8Array, string][] = [
      ['', 'The file is empty.'],
      ['%PDF-1.7', 'The file is damaged or cut off. Line 1: this is not JSON.'],
      [text({ version: 99 }), 'This file is of version 99, and this page reads version 4.'],
      ['{"format":"baclofen-billing-worksheet","version":1}', 'This file holds payer profiles alone, and no claims.'],
      [whole.slice(0, 40), 'The file is damaged or cut off.'],
      ['age-encryption.org/v1\n-> scrypt AAAA 40\n', 'The file asks for far more work than any'],
      ['age-encryption.org/v1\n-> X25519 AAAA\n', 'The file is encrypted to a key.'],
    ];
    for (const [content, because] of cases) {
      await choose(drawer, 'x.age', content);
      await expect(drawer.getByText(`The file was not opened. ${because}`)).toBeVisible();
    }
    await choose(drawer, 'x.age', whole);
    const words = drawer.getByLabel('Passphrase of this file');
    await words.fill('wrong');
    await words.press('Enter');
    await expect(words).toHaveAccessibleDescription(/This passphrase does not open the file/);
    await words.fill(passphrase);
    await words.press('Enter');
    await expect(
      drawer.getByText('The file was not opened. This is not a clinic’s file saved by this page.'),
    ).toBeVisible();
    const folder = await mkdtemp(join(tmpdir(), 'large-'));
    try {
      const large = join(folder, 'large.age');
      await writeFile(large, 'age-encryption.org/v1\n');
      const handle = await openOnDisk(large, 'r+');
      await handle.truncate(200_000_000);
      await handle.close();
      await drawer.getByLabel('Open a file').setInputFiles(large);
      await expect(drawer.getByText('This file is far larger than a clinic’s file.')).toBeVisible();
    } finally {
      await rm(folder, { recursive: true });
    }
    await expect(drawer.getByText('1 change is not saved.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(patient(page)).toHaveValue('PT-1');
    await expect(page.getByText('Kept among the clinic’s claims.')).toBeVisible();
  });

  test('the one file, opened from a disk, saves, opens and locks as well', async ({ page }) => {
    await openFromDisk(page);
    await keepLeast(page, 'PT-1');
    const drawer = await openFileDrawer(page);
    await typePassphrase(drawer);
    const { bytes } = await downloaded(page, () => drawer.getByRole('button', { name: 'Download the file' }).click());
    expect(await claimsOf(bytes)).toEqual(['PT-1 36']);
    await choose(drawer, fileName, bytes);
    await expect(drawer.getByText('All of it is saved.')).toBeVisible();
    await drawer.getByRole('button', { name: 'Lock now' }).click();
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(page.locator('#page-title')).toBeFocused();
    await unfold(page);
    await expect(patient(page)).toHaveValue('PT-1');
  });
});

test('the morning in the one file from a disk: saved, opened the next day, sent, locked, and in two windows', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const files = await giveFolderOfTest(context);
  const inFile = () => claimsOf(Buffer.from(files.get(fileName) ?? '', 'latin1'));
  const five = [1, 2, 3, 4, 5].map((number) => `PT-${number} 25`);
  await openFromDisk(page);
  await keepMorning(page);
  await saveInFolder(page);
  expect(await inFile()).toEqual(five);

  const next = await context.newPage();
  await openFromDisk(next);
  const drawer = await openFromFolder(next);
  await expect(drawer.getByText('Opened: 5 claims and 0 receipts of vials.')).toBeVisible();
  await next.keyboard.press('Escape');
  await sendMorning(next);
  await next.keyboard.press('Escape');
  await openFileDrawer(next);
  await drawer.getByRole('button', { name: 'Save in “Clinic”' }).click();
  await expect(drawer.getByText(/It was read back and is the same/)).toBeVisible();

  // The first window still stands as it was, and adds one.
  await page.getByRole('button', { name: 'New claim' }).click();
  await keepLeast(page, 'PT-6');
  const first = await openFileDrawer(page);
  await first.getByRole('button', { name: 'Save in “Clinic”' }).click();
  await expect(first.getByText('Somebody else saved this file since you opened it.')).toBeVisible();
  expect(await inFile()).toEqual([...five, 'PT-6 36']);
  await first.getByRole('button', { name: 'Lock now' }).click();
  const field = page.getByLabel('Passphrase', { exact: true });
  await expect(field).toBeFocused();
  expect(await allOn(page)).not.toContain('PT-');
  await field.fill(passphrase);
  await field.press('Enter');
  await expect(page.locator('#page-title')).toBeFocused();
  await openDrawer(page, 'Claims of the day');
  await expect(table(page)).toHaveAttribute('aria-rowcount', '7');
  for (const sent of ['PT-1', 'PT-2', 'PT-3']) await expect(row(page, sent)).toContainText('837P file');
});

test('in the one file from a disk: a nurse’s refill billed, the same patient again, an authorization used up', async ({
  context,
}) => {
  test.setTimeout(180_000);
  for (const work of [billNursesRefill, sameAgain, useUpAuthorization]) {
    const page = await context.newPage();
    await openFromDisk(page);
    await work(page);
  }
});
