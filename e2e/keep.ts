import { expect, type Page } from '@playwright/test';
import { newClaim } from './worksheet';

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
