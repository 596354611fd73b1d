import { expect, test, type Page } from '@playwright/test';
import axeCore from 'axe-core';
import { readFile } from 'node:fs/promises';
import { textsOfPages } from './pdf-texts';
import { inChromium, open, openDrawer } from './worksheet';

/** As billing systems write it: nothing of it is there for this page. */
const headings =
  'Acct,Visit Dt,Insurance,Auth No,POS,Drug amt mg,Discarded mg,Vial NDC,# vials,CPT/HCPCS,Qty,Mod,Ins Paid,ICN,By';
const billed = (place: number, [given, wasted]: readonly [number, number], units: number, payer = 'Medicare,') =>
  `PT-${place},10/${String(place).padStart(2, '0')}/2026,${payer},11,${given},${wasted},66794-0157-02,1,` +
  `J0475,${units},JZ,900.00,C-${place},AB`;
/** Eleven claims of 4 units with 1 to 11 too many, one whose waste is not billed, and two as they should be. */
const lastYear = [
  headings,
  ...Array.from({ length: 11 }, (_, place) => billed(place + 1, [40, 0], 5 + place)),
  billed(12, [25, 15], 3),
  billed(13, [40, 0], 4),
  billed(14, [40, 0], 4, 'UHC Medicare Advantage,PA-1'),
].join('\r\n');

async function expectNoViolations(page: Page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof axeCore };
    return (await axe.run(document, { resultTypes: ['violations'] })).violations.map(({ id, nodes }) => ({
      id,
      at: nodes.map(({ html }) => html),
    }));
  });
  expect(found).toEqual([]);
}

const csv = (text: string | Buffer, name = 'export.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

test('last year’s export is mapped and audited: the ten claims with their worth, the findings, one page, nothing kept', async ({
  page,
  context,
}) => {
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  page.on('pageerror', (error) => told.push(error.message));
  await open(page);
  context.on('request', (request) => (request.url().startsWith('blob:') ? undefined : told.push(request.url())));
  const drawer = await openDrawer(page, 'Claims from a CSV');
  const file = drawer.getByLabel('Open a CSV of encounters');
  await expectNoViolations(page);

  // A file that cannot be read says what it is and where, and the next one is taken.
  for (const [broken, says] of [
    [csv(Buffer.from(`\ufeff${lastYear}`, 'utf16le')), 'saved as UTF-16'],
    [csv(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14]), 'export.xlsx'), 'This is a spreadsheet file'],
    [csv(''), 'This file is empty.'],
  ] as const) {
    await file.setInputFiles(broken);
    await expect(drawer.getByText(says)).toBeVisible();
  }
  await file.setInputFiles(csv(`${lastYear}\r\nPT-15,"10/14/2026,40`));
  // What the headings do not tell is chosen once: a column, a payer of two readings, an approval for all rows.
  const list = (name: string) => drawer.getByRole('combobox', { name, exact: true });
  await list('By').selectOption('Biller’s initials');
  const make = drawer.getByRole('button', { name: 'Make the claims' });
  await make.click();
  const approval = drawer.getByRole('combobox', { name: 'Preauthorization status of every row that has a number' });
  await expect(approval).toBeFocused();
  await approval.selectOption('Approved');
  await expect(list('UHC Medicare Advantage')).toHaveValue('type medicare-advantage');
  await list('Medicare').selectOption('Medicare Part B');
  await make.click();
  await expect(drawer.getByText('Line 16, column 2 opens a quote that is never closed.')).toBeVisible();

  await file.setInputFiles(csv(lastYear));
  await expect(list('# vials')).toHaveValue('container_count');
  await expect(list('Medicare')).toHaveValue('type medicare-part-b');
  const checks = drawer.getByRole('table', { name: 'What these columns let an audit check' });
  const far = (check: string) => checks.getByRole('row', { name: check }).getByRole('cell').first();
  await expect(far('Two claims of one patient and day')).toHaveText('in whole');
  await expect(far('Money of what is found')).toHaveText('in part');
  await expect(far('NDC of another strength')).toHaveText('not at all');
  await expectNoViolations(page);

  await make.click();
  await drawer.getByRole('button', { name: 'Audit what was billed' }).click();
  await expect(
    drawer.getByRole('heading', { name: '13 of 14 claims were decided: 12 have findings. 1 waits for a person.' }),
  ).toBeVisible();
  // Of $900.00 the part of the units too many: of 15 units 11, of 14 units 10, … of 7 units 3.
  await expect(drawer).toContainText(
    'The first 10 of 12 claims with findings: $4,974.38 to return, $187.00 to collect, $900.00 at stake.',
  );
  const claims = drawer.getByRole('article');
  // Ten of them, and one of a plan whose rule is not known.
  await expect(claims).toHaveCount(11);
  await expect(claims.nth(1)).toContainText(
    /\$660\.00 to return.*the part of what was paid.*PT-11.*Billed J0475-JZ x15, due J0475-JZ x4/,
  );
  await expect(claims.first().filter({ hasText: 'PT-12' })).toContainText('$187.00 to collect, $900.00 at stake');
  await drawer.getByRole('button', { name: 'Show 2 more' }).click();
  await expect(claims.nth(10)).toBeInViewport();
  await expectNoViolations(page);

  const byPayer = drawer.getByRole('radio', { name: 'Payer', exact: true });
  await byPayer.check();
  await expect(byPayer).toBeChecked();
  await expect(drawer.getByRole('table', { name: 'By payer' })).toContainText('$5,');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    drawer.getByRole('button', { name: 'Download findings and what is open (CSV)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('audit-findings.csv');
  const rows = (await readFile(await download.path(), 'utf8')).split('\r\n');
  expect(rows[3]).toMatch(
    /,PT-11,C-11,2026-10-11,Medicare Part B,AB,finding,.*,660\.00,0\.00,0\.00,the part of what was paid,/,
  );
  // Twelve claims, one of them with two findings, and one that waits for a person; headings, and the last line break.
  expect(rows).toHaveLength(16);

  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectNoViolations(page);
  await page.evaluate(() => {
    window.print = () => {};
  });
  await drawer.getByRole('button', { name: 'Print one page' }).click();
  if (inChromium(context)) {
    const pages = await textsOfPages(await page.pdf({ preferCSSPageSize: true }));
    expect(pages).toHaveLength(1);
    const words = pages[0]?.map(({ text }) => text).join(' ');
    expect(words).toMatch(
      /13 of 14 claims were decided: 12 have findings.*By month: .*By initials: AB.*\$4,974\.38 to return.*12; PT-11; claim C-\s?11; 10\/11\/2026.*SHA-256/s,
    );
  }
  const kept = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()),
    ...(await caches.keys()),
    document.cookie,
    document.title.includes('export'),
  ]);
  expect(kept).toEqual(['', false]);
  expect(told).toEqual([]);
});
