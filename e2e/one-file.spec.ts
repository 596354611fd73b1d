import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { fillLeast, inChromium, linesOf, loadRefillExample, newClaim, openDrawer } from './worksheet';

/** `npm run build:file` writes it. */
const file = new URL('../dist-file/baclofen-billing-worksheet.html', import.meta.url);

test('one file, opened from a disk, makes a claim, a paper, a file and a refill, and asks for nothing', async ({
  page,
  context,
}) => {
  const requests: string[] = [];
  const messages: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  await page.goto(file.href);
  await expect(page.locator('#not-started')).toHaveCount(0);

  await fillLeast(page);
  await expect.poll(() => linesOf(page)).toEqual(['J0475-JZ x4']);
  const reference = await openDrawer(page, 'Reference');
  await expect(reference.getByRole('searchbox')).toBeVisible();
  await page.keyboard.press('Escape');
  const forms = await openDrawer(page, 'Claim forms and files');
  await forms.getByRole('radio', { name: 'CSV, JSON or FHIR' }).check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    forms.getByRole('button', { name: 'Download the CSV' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain('J0475');
  await page.keyboard.press('Escape');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.claim-summary')).toContainText('J0475');
  if (inChromium(context)) expect((await page.pdf()).length).toBeGreaterThan(10_000);
  await page.emulateMedia({ media: 'screen' });
  await newClaim(page);
  await loadRefillExample(page);

  expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([file.href]);
  expect(messages).toEqual([]);
});

test('one file names no other, allows its own script and styles by their hashes alone, and keeps no copy', async () => {
  const text = await readFile(fileURLToPath(file), 'utf8');
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(text)?.[1] ?? '';
  expect(policy).toMatch(/script-src 'sha256-[^ ;]+'; style-src 'sha256-[^ ;]+'; img-src data:;/);
  expect(policy).not.toMatch(/'self'|unsafe|https?:/);
  expect(text).not.toMatch(/<(?:script|img|iframe)[^>]* src=|<link[^>]* href="(?!data:)|url\(["']?https?:|@import/);
  expect(text).not.toMatch(/serviceWorker|\bcaches\b|localStorage|sessionStorage|indexedDB|XMLHttpRequest/);
  expect(text).not.toContain('does not run from a file');
  for (const name of ['react', 'react-hook-form', 'zod', '@cmsgov/design-system'])
    expect(text).toContain(`## ${name} - `);
});
