import { expect, type Page } from '@playwright/test';
import { keep, keepClaim, typeClaim, typeRefill, used, useUpAuthorization } from './keep';
import { linesOf, newClaim, openDrawer, openUnfolded, printed, recordRefill } from './worksheet';
import { textsOfPages } from './pdf-texts';
import { test } from './warm';

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

/** Has the printed sheet made, and leaves it there. */
async function printSheet(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.print = () => {};
  });
  await page.getByRole('button', { name: 'Print on one page' }).click();
}

test('an authorization runs out on the third fill, from the records alone', async ({ page }) => {
  await openUnfolded(page);
  await useUpAuthorization(page);
});

test('what is typed wins, is never overwritten, and is said where the records say otherwise', async ({ page }) => {
  await openUnfolded(page);
  await keepClaim(page, { on: '02/02/2026' });
  await typeClaim(page, { on: '05/04/2026' });
  await expect(used(page)).toHaveValue('4');
  await used(page).fill('3');
  await field(page, 'Date of service').fill('05/05/2026');
  await field(page, 'Date of service').blur();
  await expect(used(page)).toHaveValue('3');
  await expect(used(page)).toHaveAccessibleDescription(/The record of 02\/02\/2026 says 4. Check which is right/);
  await used(page).fill('4 units');
  await expect(used(page)).toHaveAccessibleDescription(/From the record of 02\/02\/2026/);
});

test('what was filled in goes when it turns out to be another patient', async ({ page }) => {
  await openUnfolded(page);
  await typeClaim(page, { on: '02/02/2026' });
  const charge = field(page, 'Charge per unit, in dollars');
  await charge.fill('210');
  await keep(page);
  await typeClaim(page, { on: '05/04/2026' });
  await expect(used(page)).toHaveValue('4');
  await expect(charge).toHaveValue('210.00');
  await expect(charge).toHaveAccessibleDescription(/From the last kept claim of this code and payer \(02\/02\/2026\)/);
  await charge.fill('');
  await field(page, 'Patient reference').fill('PT-2');
  await field(page, 'Patient reference').blur();
  await expect(used(page)).toHaveValue('');
  // Taken out by hand, it stays out.
  await expect(charge).toHaveValue('');
});

test('what was filled in goes with its patient also after a new claim was undone', async ({ page }) => {
  await openUnfolded(page);
  await keepClaim(page, { on: '02/02/2026' });
  await typeClaim(page, { on: '05/04/2026' });
  await expect(used(page)).toHaveValue('4');
  await newClaim(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(used(page)).toHaveValue('4');
  await field(page, 'Patient reference').fill('PT-2');
  await field(page, 'Patient reference').blur();
  await expect(used(page)).toHaveValue('');
});

test('the last fill of the pump is filled in, said, and computed with', async ({ page }) => {
  await openUnfolded(page);
  await recordRefill(page);
  const refill = async (on: string, lot: string) => {
    await typeRefill(page, lot);
    await field(page, 'Daily dose, in mcg/day').fill('200');
    await field(page, 'Date of service').fill(on);
    await field(page, 'Patient reference').fill('PT-1');
    await field(page, 'Patient reference').blur();
  };
  await refill('05/04/2026', 'LOTA');
  await keep(page);
  await refill('08/03/2026', 'LOTB');
  await page.locator('.worksheet details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
  for (const [name, value] of [
    ['Filled last time, in mL', '18'],
    ['Date of the last fill', '05/04/2026'],
    ['Concentration before, in mcg/mL', '2000'],
    ['Daily dose before, in mcg/day', '200'],
  ] as const) {
    await expect(field(page, name)).toHaveValue(value);
    await expect(field(page, name)).toHaveAccessibleDescription(/From the record of 05\/04\/2026/);
  }
  // 18 mL less 91 days of 0.1 mL.
  await expect(page.getByText('= 8.9 mL expected at a constant flow').first()).toBeVisible();
});

test('a later fill, another of the day, and another patient under the reference are said', async ({ page }) => {
  await openUnfolded(page);
  await typeClaim(page, { on: '05/04/2026' });
  await field(page, 'Account').fill('A-1');
  await keep(page);
  await typeClaim(page, { on: '02/02/2026' });
  const day = field(page, 'Date of service');
  await expect(day).toHaveAccessibleDescription(/A later fill is kept, of 05\/04\/2026/);
  await day.fill('05/04/2026');
  await expect(day).toHaveAccessibleDescription(/Another fill of this day is kept for this patient/);
  await day.fill('08/03/2026');
  await field(page, 'Account').fill('A-2');
  await field(page, 'Account').blur();
  await expect(field(page, 'Patient reference')).toHaveAccessibleDescription(
    /The record of 05\/04\/2026 under this reference has another account. It is not counted./,
  );
  await expect(used(page)).toHaveValue('');
});

test('therapy over a year: by fill, month and year, of one patient and of the clinic', async ({ page }) => {
  test.setTimeout(60_000);
  await openUnfolded(page);
  await keepClaim(page, { on: '11/10/2025' });
  await keepClaim(page, { on: '02/09/2026', given: '25', wasted: '15' });
  await keepClaim(page, { on: '05/11/2026' });
  await keepClaim(page, { on: '05/12/2026', patient: 'PT-2' });
  await typeClaim(page, { on: '08/10/2026' });
  const drawer = await openDrawer(page, 'Therapy over time');
  await expect(drawer.getByRole('combobox', { name: 'Patient reference' }).locator('option')).toHaveText([
    'PT-1',
    'PT-2',
    'The whole clinic',
  ]);
  await expect(drawer.getByRole('heading', { name: 'PT-1: 3 fills from 11/10/2025 to 05/11/2026' })).toBeVisible();
  const year = drawer.locator('.therapy-year');
  await expect(year.locator('strong')).toHaveText(/^What this therapy cost .* is not known\.$/);
  await expect(year).toContainText(/not known for \d fills\. Their drug comes to \$.* next refill .* 08\/10\/2026/);
  const rows = (name: string) => drawer.getByRole('table', { name }).locator('tbody tr');
  await expect(rows('Each fill')).toHaveText([/^11\/10\/2025/, /^02\/09\/2026.*25 mg.*15 mg/, /^05\/11\/2026/]);
  await expect(drawer.getByRole('row', { name: /^In all, 3 fills/ })).toContainText('97 mg');
  await expect(drawer.getByRole('row', { name: /^In all, 3 fills/ })).toContainText('not known');
  await drawer.getByRole('radio', { name: 'Year' }).check();
  await expect(rows('Each year')).toHaveText([/^20251/, /^20262/]);
  await expect(drawer).toContainText('Units wasted: 1. They cost $181.47.');
  await expect(drawer.getByRole('heading', { name: 'Next refill: about 08/10/2026, an estimate' })).toBeVisible();
  await expect(drawer).toContainText('A year of such refills: about 4 refills, 144 mg, 16 units, drug cost $2,848.84.');
  await drawer.getByRole('combobox', { name: 'Patient reference' }).selectOption('The whole clinic');
  await expect(drawer.getByRole('heading', { name: 'The whole clinic: 4 fills' })).toBeVisible();
  await expect(year).toContainText(/all therapies together .*(of|For) PT-1/);
  await expect(drawer).toContainText('0 of 4 claims have a code of the remittance.');
  expect(await linesOf(page)).toEqual(['J0475-JZ x4']);
});

for (const format of ['Letter', 'A4'] as const) {
  test(`therapy prints on one ${format} page, and nothing beside it`, async ({ page }) => {
    test.setTimeout(60_000);
    await openUnfolded(page);
    for (const on of ['11/10/2025', '02/09/2026', '05/11/2026'])
      await keepClaim(page, { on, given: '25', wasted: '15' });
    const drawer = await openDrawer(page, 'Therapy over time');
    await printSheet(page);
    const [texts, ...others] = await textsOfPages(await printed(page, { format }));
    expect(others).toEqual([]);
    for (const { text, size } of texts ?? []) expect(size, text).toBeGreaterThan(8.9);
    const all = (texts ?? []).map(({ text }) => text).join(' ');
    for (const said of [
      'Therapy over time',
      '05/11/2026',
      'PA-1',
      'Waste',
      'Next refill',
      '8 units used of 10 approved',
    ])
      expect(all).toContain(said);
    expect(all).not.toContain('Baclofen claim summary');
    await page.emulateMedia({ media: 'screen' });
    await expect(drawer).toBeVisible();
  });
}
