import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { axe } from './axe';
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
