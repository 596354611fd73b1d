import { expect, type Locator, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { office } from './parties';
import { textsOfPages } from './pdf-texts';
import { test } from './warm';
import { fillLeast, newClaim, openDrawer, openUnfolded, printed } from './worksheet';

/** The clinic, filled in before any claim: who bills, who treats, two payers, the sender, and what it charges. */
async function fillInClinic(page: Page) {
  const drawer = await openDrawer(page, 'Providers and payers');
  const field = (name: string) => drawer.getByRole('textbox', { name, exact: true });
  const add = (words: string) => drawer.getByRole('button', { name: words, exact: true }).click();
  await add('Add who bills');
  for (const [name, text] of Object.entries(office)) if (name.startsWith('Provider')) await field(name).fill(text);
  await add('Add who treats');
  await expect(field('Rendering provider’s last name')).toBeFocused();
  await field('Rendering provider’s last name').fill('Roe');
  await field('Rendering provider’s first name').fill('Ann');
  await field('Rendering provider’s NPI').fill('1245319599');
  for (const [payer, name] of [
    ['Medicare Part B', 'Medicare'],
    ['Commercial', 'Example Plan'],
  ] as const) {
    await add('Add a payer');
    await drawer.getByRole('combobox', { name: 'Payer type' }).last().selectOption(payer);
    await field('Payer name').last().fill(name);
    await field('Payer ID').last().fill(name.slice(0, 4).toUpperCase());
  }
  for (const [name, text] of Object.entries({ ...office, 'Control number': '1' }))
    if (!name.startsWith('Provider')) await field(name).fill(text);
  await expect(drawer.getByText('All that a file asks of the clinic is told.')).toBeVisible();
  for (const name of ['Example Clinic, NPI', 'Roe, Ann, NPI', 'Medicare, Medicare Part B', 'Example Plan, Commercial'])
    await expect(drawer.locator('summary', { hasText: name })).not.toContainText('to answer');
  await page.keyboard.press('Escape');
  const profiles = await openDrawer(page, 'Payer profiles');
  await profiles.getByRole('textbox', { name: 'One code and its charge' }).fill('62370 350\nJ0475 200');
  await profiles.getByRole('button', { name: 'Keep the charges' }).click();
  await page.keyboard.press('Escape');
}

/** Counts what is answered beyond the drug. */
function counting(page: Page) {
  let answers = 0;
  return {
    count: () => answers,
    type: async (where: Page | Locator, told: Readonly<Record<string, string>>) => {
      for (const [name, text] of Object.entries(told)) {
        await where.getByRole('textbox', { name, exact: true }).fill(text);
        await page.keyboard.press('Tab');
        answers += 1;
      }
    },
    choose: async (where: Locator, told: Readonly<Record<string, string>>) => {
      for (const [name, text] of Object.entries(told)) {
        await where.getByRole('combobox', { name, exact: true }).selectOption(text);
        answers += 1;
      }
    },
    paste: async (field: Locator, text: string) => {
      await field.evaluate((at: HTMLInputElement, pasted) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', pasted);
        at.focus();
        at.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, text);
      await page.keyboard.press('Tab');
      answers += 1;
    },
    tick: async (name: RegExp) => {
      await page.getByRole('checkbox', { name }).check();
      answers += 1;
    },
  };
}

test('with the clinic filled in before any claim, two whole claims take at most twelve answers beyond the drug', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await openUnfolded(page);
  await page.evaluate(() => {
    window.print = () => {};
  });
  await fillInClinic(page);

  // Medicare, 62370 with the drug, on the CMS-1500.
  await newClaim(page);
  await fillLeast(page, '30', '10');
  await page.getByRole('textbox', { name: 'NDC of the container' }).fill('66794-0157-02');
  const medicare = counting(page);
  await medicare.tick(/^62370/);
  await medicare.type(page, { 'Patient reference': 'PT-1' });
  const drawer = await openDrawer(page, 'Claim forms and files');
  await drawer.getByRole('radio', { name: 'CMS-1500, by item number' }).check();
  // What will be filled in is not counted as missing.
  await expect(drawer.getByText('Of whom the claim names, 9 answers are missing or wrong.')).toBeVisible();
  await drawer.getByRole('button', { name: 'Fill in whom the claim names' }).click();
  // The town is known by its ZIP, the payer by its type, the number by the reference; each says so.
  const field = (name: string) => drawer.getByRole('textbox', { name, exact: true });
  await expect(field('Patient’s last name')).toBeFocused();
  const ofPatient = drawer.getByRole('group', { name: 'Patient', exact: true });
  await medicare.type(drawer, {
    'Patient’s last name': 'Sample, Sam Q',
    'Patient’s street': '2 Example Street, 58102',
  });
  await expect(ofPatient.getByRole('status')).toHaveText('Read as street 2 Example Street, ZIP 58102.');
  await medicare.type(drawer, { 'Date of birth': '01/02/1950', 'Member ID': '1EG4TE5MK73' });
  await medicare.choose(drawer, { Sex: 'Female' });
  await expect(field('Patient’s city')).toHaveValue('Fargo');
  await expect(field('Patient’s city')).toHaveAccessibleDescription(/Known by its ZIP\./);
  await expect(field('Payer name')).toHaveAccessibleDescription(/The only payer of this type/);
  await expect(field('Account number')).toHaveAccessibleDescription(/As the patient reference\./);
  await drawer.getByRole('button', { name: 'Check what is missing' }).click();
  await expect(drawer.getByText('All that the form asks for is told.')).toBeVisible();
  await expect(drawer.getByText(/^For PT-1; Sample, Sam, service of /)).toHaveCount(3);
  await drawer.getByRole('button', { name: 'Print a copy for the file' }).click();
  const [sheet = []] = await textsOfPages(await printed(page, { preferCSSPageSize: true }));
  const onPaper = sheet.map(({ text }) => text).join(' ');
  for (const words of ['62370', 'J0475', 'SAMPLE', '1EG4TE5MK73', '1245319599', 'PT-1', 'FARGO'])
    expect(onPaper.toUpperCase()).toContain(words);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(medicare.count()).toBeLessThanOrEqual(12);
  // A replacement is refused for Medicare once, with what to do instead.
  await drawer.getByRole('radio', { name: 'Replaces an earlier claim (7)' }).check();
  await expect(drawer.getByText(/ask for a reopening/)).toHaveCount(1);
  await page.keyboard.press('Escape');

  // A child on a parent’s plan, as 837P.
  await newClaim(page);
  await fillLeast(page, '30', '10', 'Commercial');
  await page.getByRole('textbox', { name: 'NDC of the container' }).fill('66794-0157-02');
  const child = counting(page);
  await child.tick(/^62370/);
  await child.type(page, { 'Patient reference': 'PT-2' });
  await openDrawer(page, 'Claim forms and files');
  await drawer.getByRole('radio', { name: '837P' }).check();
  // A whole name of two readings stays as it was typed; one that was read can be taken back.
  const name = field('Patient’s last name');
  await name.fill('Sample, Kid Lee');
  await name.press('Tab');
  await expect(name).toHaveAccessibleDescription(/can be a first name, or a first and a middle name/);
  await child.type(drawer, { 'Patient’s last name': 'Sample, Kid' });
  await expect(field('Patient’s first name')).toHaveValue('Kid');
  await ofPatient.getByRole('button', { name: 'Undo' }).click();
  await expect(name).toHaveValue('Sample, Kid');
  await expect(name).toBeFocused();
  await name.fill('Sample, Kid, ');
  await name.press('Tab');
  await expect(name).toHaveValue('Sample');
  await child.paste(field('Patient’s street'), '3 Example Street\nApt 4\nMoorhead MN 56560-1234');
  await child.type(drawer, { 'Date of birth': '05/31/2015', 'Member ID': 'M2' });
  await child.choose(drawer, { Sex: 'Male', 'Patient is to the subscriber': 'Child' });
  await expect(field('Subscriber’s last name')).toHaveAccessibleDescription(/As the patient’s\./);
  await child.type(drawer, { 'Subscriber’s first name': 'Pam' });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    drawer.getByRole('button', { name: 'Download the 837P file' }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  for (const segment of [
    'NM1*IL*1*Sample*Pam****MI*M2~',
    'NM1*QC*1*Sample*Kid~',
    'N3*3 Example Street Apt 4~\nN4*Moorhead*MN*565601234~',
    'NM1*PR*2*Example Plan*****PI*EXAM~',
    'NM1*82*1*Roe*Ann****XX*1245319599~',
  ])
    expect(text).toContain(segment);
  expect(text).toMatch(/CLM\*PT-2\*1150\*/);
  // The paper form asks the subscriber’s birth date and sex besides.
  await drawer.getByRole('radio', { name: 'CMS-1500, by item number' }).check();
  await child.type(drawer, { 'Subscriber’s date of birth': '03/04/1985' });
  await child.choose(drawer, { 'Subscriber’s sex': 'Female' });
  await drawer.getByRole('button', { name: 'Check what is missing' }).click();
  await expect(drawer.getByText('All that the form asks for is told.')).toBeVisible();
  expect(child.count()).toBeLessThanOrEqual(12);
});
