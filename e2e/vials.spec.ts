import { expect, type Locator, type Page } from '@playwright/test';
import { keep, keepClaim, typeClaim, typeRefill } from './keep';
import { openDrawer, openUnfolded, printed, recordRefill } from './worksheet';
import { textsOfPages } from './pdf-texts';
import { test } from './warm';

const field = (within: Page | Locator, name: string) => within.getByRole('textbox', { name, exact: true });

async function receive(drawer: Locator, lot: string, expiry: string, count: string): Promise<void> {
  await field(drawer, 'NDC or barcode').fill('66794-157-02');
  await field(drawer, 'Lot').fill(lot);
  await field(drawer, 'Expiry').fill(expiry);
  await field(drawer, 'Containers received').fill(count);
  await drawer.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(drawer.getByRole('status')).toHaveText(`Added: ${count} of NDC 66794-0157-02, lot ${lot}.`);
}

async function keepRefill(page: Page, patient: string, lot: string): Promise<void> {
  await typeRefill(page, lot);
  await page.getByRole('button', { name: 'Today: date of service' }).click();
  await field(page, 'Patient reference').fill(patient);
  await keep(page);
}

test('the vials of a morning: received, opened, left over, and not billed yet', async ({ page }) => {
  test.setTimeout(60_000);
  await openUnfolded(page);
  await recordRefill(page);
  const drawer = await openDrawer(page, 'Vials');
  await expect(drawer).toContainText('No container was received or opened yet.');
  await receive(drawer, 'LOTA', '12/31/2099', '3');
  await receive(drawer, 'LOTB', '01/31/2020', '2');
  await page.keyboard.press('Escape');
  await keepRefill(page, 'PT-1', 'LOTA');
  await keepRefill(page, 'PT-2', 'lota');
  await keepRefill(page, 'PT-3', 'LOTX');
  await openDrawer(page, 'Vials');
  const rows = drawer.getByRole('table', { name: 'Lots' }).locator('tbody tr');
  await expect(rows).toHaveText([
    /lot LOTA, NDC 66794-0157-02.*321$/,
    /lot LOTB.*Expired on 01\/31\/2020. Do not use it.*202$/,
    /lot LOTX.*never received.*01not known$/,
  ]);
  const notBilled = drawer.getByRole('heading', { name: 'Used and not billed: 3' }).locator('..');
  await expect(notBilled.getByRole('listitem')).toHaveText([
    /^PT-1,.*lot LOTA/,
    /^PT-2,.*lot lota/,
    /^PT-3,.*lot LOTX/,
  ]);
  await page.keyboard.press('Escape');

  // By dose: one tells its vial, the other does not.
  await page.getByRole('radio', { name: 'I have the dose' }).check();
  await typeClaim(page, { on: '08/03/2026', patient: 'PT-4' });
  await page.locator('.worksheet details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
  await field(page, 'NDC of the container').fill('66794-0157-02');
  await keep(page);
  await keepClaim(page, { on: '08/03/2026', patient: 'PT-5' });
  await openDrawer(page, 'Vials');
  await expect(rows.filter({ hasText: 'LOTA' })).toHaveText(/Up to 1 fewer may be left.*321$/);
  await expect(rows.filter({ hasText: 'no lot told' })).toContainText('1 opened by claims entered by dose');
  const notCountable = drawer.getByRole('heading', { name: 'Not countable: 1' }).locator('..');
  await expect(notCountable.getByRole('listitem')).toHaveText([
    'PT-5, 08/03/2026: No NDC is told. Enter that of the container.',
  ]);
});

test('a scan tells NDC, lot and expiry; a carton asks for its containers; problems stand at their fields', async ({
  page,
}) => {
  await openUnfolded(page);
  const drawer = await openDrawer(page, 'Vials');
  const code = field(drawer, 'NDC or barcode');
  await drawer.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(code).toBeFocused();
  await expect(code).toHaveAccessibleDescription(/Enter the NDC, or scan the container/);
  await expect(field(drawer, 'Lot')).toHaveAccessibleDescription(/Enter the lot from the label/);
  await code.fill('(01)00366794157024(17)271231(10)LOTA');
  await code.press('Enter');
  await expect(field(drawer, 'Containers received')).toBeFocused();
  await expect(code).toHaveValue('66794-0157-02');
  await expect(field(drawer, 'Lot')).toHaveValue('LOTA');
  await expect(field(drawer, 'Expiry')).toHaveValue('12/31/2027');
  await field(drawer, 'Containers received').fill('2.5');
  await drawer.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(field(drawer, 'Containers received')).toHaveAccessibleDescription(/must be a whole number/);
  await expect(field(drawer, 'Lot')).toHaveValue('LOTA');
  await field(drawer, 'Containers received').fill('2');
  await field(drawer, 'Containers received').press('Enter');
  await expect(code).toBeFocused();
  await code.fill('70121-2504-2');
  await code.blur();
  await expect(field(drawer, 'Containers received')).toHaveAccessibleDescription(/carton of 2: count the containers/);
  await expect(field(drawer, 'Containers received')).toHaveValue('');
  await field(drawer, 'Lot').fill('lota');
  await field(drawer, 'Expiry').fill('06/2027');
  await expect(field(drawer, 'Expiry')).toHaveAccessibleDescription(/This lot was received with 12\/31\/2027 before/);
});

test('a receipt is corrected in its place, and stands until then', async ({ page }) => {
  await openUnfolded(page);
  const drawer = await openDrawer(page, 'Vials');
  await receive(drawer, 'LOTA', '12/31/2099', '30');
  await drawer.getByText('1 receipt').click();
  await drawer.getByRole('button', { name: /^Correct: 30 of NDC/ }).click();
  await expect(field(drawer, 'NDC or barcode')).toBeFocused();
  await expect(drawer.getByRole('table', { name: 'Lots' }).locator('tbody tr')).toHaveText([/30030$/]);
  await field(drawer, 'Containers received').fill('3');
  await drawer.getByRole('button', { name: 'Keep the correction' }).click();
  await expect(drawer.getByRole('table', { name: 'Lots' }).locator('tbody tr')).toHaveText([/303$/]);
});

test('the count is printed on its own page, with a column to tick and a line to sign', async ({ page }) => {
  await openUnfolded(page);
  const drawer = await openDrawer(page, 'Vials');
  await receive(drawer, 'LOTA', '12/31/2099', '3');
  await page.evaluate(() => {
    window.print = () => {};
  });
  await drawer.getByRole('button', { name: 'Print for the count' }).click();
  const pages = await textsOfPages(await printed(page));
  expect(pages).toHaveLength(1);
  const all = (pages[0] ?? []).map(({ text }) => text).join(' ');
  for (const said of ['Count of baclofen containers', 'lot LOTA', 'Should be there', 'Counted', '☐', 'Signature'])
    expect(all).toContain(said);
});
