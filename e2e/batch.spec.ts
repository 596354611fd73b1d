import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { axe } from './axe';
import { office } from './parties';
import { open, openDrawer } from './worksheet';

/** `npm run build:file` writes it. */
const oneFile = new URL('../dist-file/baclofen-billing-worksheet.html', import.meta.url);

const csvOf = (rows: readonly string[]) => ({
  name: 'encounters.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['Chart,DOS,Dose,Rest,Payer', ...rows].join('\r\n')),
});
const row = (place: number, dose = '36 mg', payer = 'Medicare Part B') =>
  `PT-${place},05/${10 + (place % 18)}/2026,${dose},4 mg,${payer}`;
const few = csvOf([row(1), row(2, '-36'), row(3, '25 mg', 'Medicare')]);
/** No two of them alike, so that each takes its time. */
const many = csvOf(Array.from({ length: 60_000 }, (_, place) => row(place, `${1000 + place} mcg`)));

/** Two claims as they were billed, the second with a unit too many. */
const billed = {
  ...few,
  buffer: Buffer.from(
    [
      'patient,dos,given,wasted,opened mg,payer,pos,hcpcs,units,mod 1,paid',
      'PT-1,05/20/2026,36,4,40,Medicare Part B,11,J0475,4,JZ,560.00',
      'PT-2,05/21/2026,36,4,40,Medicare Part B,11,J0475,5,JZ,700.00',
    ].join('\r\n'),
  ),
};

const expectNoViolations = async (page: Page) =>
  expect((await axe(page)).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

async function mapped(page: Page) {
  const drawer = await openDrawer(page, 'Claims from a CSV');
  const chosen = (file: typeof few) => drawer.getByLabel('Open a CSV of encounters').setInputFiles(file);
  await chosen({ ...few, buffer: Buffer.from('Chart,DOS\r\nPT-1,"05/20/2026\r\n') });
  await drawer.getByRole('button', { name: 'Make the claims' }).click();
  await expect(drawer.getByRole('status').first()).toContainText('missing');
  await chosen(few);
  await drawer.getByRole('combobox', { name: 'Rest', exact: true }).selectOption('Dose wasted');
  await drawer.getByRole('textbox', { name: 'Setting of every row' }).fill('Office');
  return { drawer, chosen, start: () => drawer.getByRole('button', { name: 'Make the claims' }).click() };
}

for (const from of ['the server, without a net', 'a disk'] as const)
  test(`from ${from}: columns are mapped, rows become claims or problems, a long run is cancelled, and nothing is asked for`, async ({
    page,
    context,
  }) => {
    const requests: string[] = [];
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    if (from === 'a disk') await page.goto(oneFile.href);
    else await open(page);
    await context.setOffline(true);
    context.on('request', (request) => requests.push(request.url()));
    const { drawer, chosen, start } = await mapped(page);
    await start();
    const table = drawer.getByRole('table', { name: 'Rows' });
    await expect(table.locator('tbody tr')).toContainText([/J0475-JZ × 4/, /cannot be negative/, /write which/]);
    await expectNoViolations(page);
    await drawer.getByRole('combobox', { name: 'Status' }).selectOption('problem');
    await expect(table.locator('tbody tr')).toHaveCount(2);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      drawer.getByRole('button', { name: 'Download the file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('baclofen-batch-rows.csv');
    expect((await readFile(await download.path(), 'utf8')).split('\r\n')[1]).toMatch(/^PT-2,.*,problem,/);

    // The mapping is kept: the same headings are known again.
    await chosen(many);
    await expect(drawer.getByRole('textbox', { name: 'Setting of every row' })).toHaveValue('Office');
    await start();
    await expect(drawer.getByRole('progressbar')).toBeVisible();
    await expectNoViolations(page);
    await drawer.getByRole('button', { name: 'Cancel' }).click();
    await expect(drawer.getByRole('progressbar')).toHaveCount(0);
    await expect(drawer.getByText('Stopped. Nothing of the file was taken.')).toBeVisible();
    await expect(table).toHaveCount(0);

    await chosen(billed);
    await start();
    await drawer.getByRole('button', { name: 'Audit what was billed' }).click();
    await expect(drawer.getByRole('article')).toHaveText([/PT-2.*Billed J0475-JZ x5, due J0475-JZ x4/]);
    expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([]);
    expect(messages).toEqual([]);
  });

test('an audit that is cancelled leaves its file as it is, and an 837P takes its control number from the clinic', async ({
  page,
}) => {
  await open(page);
  const clinic = await openDrawer(page, 'Providers and payers');
  await clinic.getByRole('button', { name: 'Add who bills', exact: true }).click();
  for (const [name, text] of Object.entries({ ...office, 'Control number': '41' }))
    await clinic.getByRole('textbox', { name, exact: true }).fill(text);
  await page.keyboard.press('Escape');

  const drawer = await openDrawer(page, 'Claims from a CSV');
  const rows = Array.from({ length: 20_000 }, (_, place) =>
    [
      `PT-${place},05/20/2026,40,0,40,66794-157-02,2000,${place < 3 ? 'G80.1' : ''},Medicare Part B,11,200,J0475,${4 + (place % 2)},JZ,700.00`,
      `Sample,Sam,01/02/1960,F,2 Example Street,Fargo,ND,58102,M${place},Medicare,MCARE,WS-${place}`,
    ].join(),
  );
  const headings = [
    'patient,dos,given,wasted,opened mg,ndc,strength,dx,payer,pos,charge_per_unit,hcpcs,units,mod 1,paid',
    'patient_last,patient_first,birth_date,sex,patient_street,patient_city,patient_state,patient_zip,member_id',
    'payer_name,payer_id,patient_control_number',
  ];
  await drawer
    .getByLabel('Open a CSV of encounters')
    .setInputFiles({ ...few, buffer: Buffer.from([headings.join(), ...rows].join('\n')) });
  await drawer.getByRole('button', { name: 'Make the claims' }).click();
  await expect(drawer.getByRole('heading', { name: '20,000 rows' })).toBeVisible();

  // Cancelled as soon as it can be.
  await drawer.evaluate((at) => {
    const button = (name: string) => [...at.querySelectorAll('button')].find((each) => each.textContent === name);
    const observer = new MutationObserver(() => {
      if (!at.querySelector('progress')) return;
      observer.disconnect();
      button('Cancel the audit')?.click();
    });
    observer.observe(at, { subtree: true, childList: true });
    button('Audit what was billed')?.click();
  });
  await expect(drawer.getByText('Stopped. Nothing was compared.')).toBeVisible();
  await expect(drawer.getByRole('progressbar').or(drawer.getByRole('article'))).toHaveCount(0);
  await expect(drawer.getByRole('table', { name: 'Rows' })).toBeVisible();
  await drawer.getByRole('button', { name: 'Audit what was billed' }).click();
  await expect(
    drawer.getByRole('heading', { name: 'All 20,000 claims were decided: 10,000 have findings.' }),
  ).toBeVisible();

  await drawer.getByRole('combobox', { name: 'Write the rows shown to a file' }).selectOption('837P');
  const download = drawer.getByRole('button', { name: 'Download the file' });
  const written = drawer.getByRole('status').filter({ hasText: /837p/i });
  await download.click();
  await expect(written).toHaveText('No 837P was written: none of these rows is ready for it.');
  await drawer.getByRole('checkbox', { name: 'Take claims in review as well' }).check();
  for (const number of ['41', '42']) {
    const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
    expect(await readFile(await file.path(), 'utf8')).toMatch(new RegExp(`^ISA.*\\*0*${number}\\*[01]\\*`));
    await expect(written).toContainText(`Its control number is ${number}, and the next file has the next number.`);
  }
});
