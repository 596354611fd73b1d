import { expect, type Page } from '@playwright/test';
import { answerPanel, newClaim, openDrawer } from './worksheet';

type Told = { readonly on: string; readonly given?: string; readonly wasted?: string; readonly patient?: string };

/** Keeps a claim through the page: the least of one, of a commercial plan under the authorization PA-1. */
export async function keepClaim(page: Page, told: Told): Promise<void> {
  await typeClaim(page, told);
  await keep(page);
}

export async function typeClaim(
  page: Page,
  { on, given = '36', wasted = '4', patient = 'PT-1' }: Told,
  unitsApproved = '10',
): Promise<void> {
  await newClaim(page);
  await page.getByRole('textbox', { name: 'Dose given' }).fill(given);
  await page.getByRole('textbox', { name: 'Dose wasted' }).fill(wasted);
  await page.getByRole('textbox', { name: 'Date of service' }).fill(on);
  await page.getByRole('textbox', { name: 'Diagnosis codes' }).fill('G80.1');
  await page.getByRole('combobox', { name: 'Payer type' }).selectOption('Commercial');
  await page.getByRole('combobox', { name: 'Setting' }).selectOption('Office');
  await page.getByRole('combobox', { name: 'Preauthorization status' }).selectOption('Approved');
  await page.getByRole('textbox', { name: 'Preauthorization number' }).fill('PA-1');
  await page.getByRole('textbox', { name: 'First valid date' }).fill('01/01/2026');
  await page.getByRole('textbox', { name: 'Last valid date' }).fill('12/31/2026');
  await page.getByRole('textbox', { name: 'Units approved' }).fill(unitsApproved);
  await page.getByRole('textbox', { name: 'Patient reference' }).fill(patient);
  await page.getByRole('textbox', { name: 'Patient reference' }).blur();
}

/** A refill of one 20 mL vial of that lot, 18 mL of it in, as the nurse records it; nothing else is told. */
export async function typeRefill(page: Page, lot: string): Promise<void> {
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  await newClaim(page);
  await field('NDC or barcode').first().fill('66794-0157-02');
  await field('NDC or barcode').first().blur();
  await field('Lot').first().fill(lot);
  await page.getByRole('radio', { name: '20 mL', exact: true }).check();
  await field('Instilled, in mL').fill('18');
}

export async function keep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keep this claim among the clinic’s' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Kept among the clinic’s claims.' })).toBeVisible();
}

export const used = (page: Page) => page.getByRole('textbox', { name: 'Units already used', exact: true });

/** Three fills of one authorization, of which the third goes beyond it. */
export async function useUpAuthorization(page: Page): Promise<void> {
  await typeClaim(page, { on: '02/02/2026' });
  await expect(used(page)).toHaveValue('');
  await used(page).fill('0');
  await keep(page);
  await typeClaim(page, { on: '05/04/2026' });
  await expect(used(page)).toHaveValue('4');
  await expect(used(page)).toHaveAccessibleDescription(
    /From the record of 02\/02\/2026: 6 of 10 units are left before this claim/,
  );
  await keep(page);
  await typeClaim(page, { on: '08/03/2026' });
  await expect(used(page)).toHaveValue('8');
  await expect(used(page)).toHaveAccessibleDescription(/From the records of 02\/02\/2026 and 05\/04\/2026/);
  await expect(answerPanel(page)).toContainText('Billed: 4 units. Left of the 10 approved: 2. Not covered: 2 units');
  await keep(page);
  const drawer = await openDrawer(page, 'Therapy over time');
  await expect(drawer).toContainText('PA-1, 01/01/2026 to 12/31/2026: 12 units used of 10 approved, 3 claims.');
  await expect(drawer).toContainText('The fill of 08/03/2026 goes 2 units beyond the 10 approved.');
  await page.keyboard.press('Escape');
  // The first one, opened again, is told as well: the later ones count against it.
  const beyond =
    '12 units are billed under PA-1, 2 units beyond the 10 approved: 4 here, and 8 of 05/04/2026 and 08/03/2026.';
  const day = await openDrawer(page, 'Claims of the day');
  const first = day.getByRole('row').filter({ hasText: beyond });
  await first.getByRole('button', { name: 'Open:' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.warning').filter({ hasText: beyond })).toBeVisible();
}
