import { expect, type Page } from '@playwright/test';
import { answerPanel, newClaim, openDrawer } from './worksheet';

type Told = {
  readonly on: string;
  readonly given?: string;
  readonly wasted?: string;
  readonly patient?: string;
  readonly payer?: string;
  /** For a unit, in dollars; none where it is left out. */
  readonly charge?: string;
};

/** A claim of today for Medicare, with its charge and without an authorization. */
export const ofToday = { on: 't', given: '25', wasted: '15', payer: 'Medicare Part B', charge: '200' } as const;

/** Keeps a claim through the page: the least of one, for a commercial plan under the authorization PA-1. */
export async function keepClaim(page: Page, told: Told): Promise<void> {
  await typeClaim(page, told);
  await keep(page);
}

/** Types it; a claim with a charge has no authorization. */
export async function typeClaim(
  page: Page,
  { on, given = '36', wasted = '4', patient = 'PT-1', payer = 'Commercial', charge }: Told,
  unitsApproved = '10',
): Promise<void> {
  await newClaim(page);
  await page.getByRole('textbox', { name: 'Dose given' }).fill(given);
  await page.getByRole('textbox', { name: 'Dose wasted' }).fill(wasted);
  await page.getByRole('textbox', { name: 'Date of service' }).fill(on);
  await page.getByRole('textbox', { name: 'Diagnosis codes' }).fill('G80.1');
  await page.getByRole('combobox', { name: 'Payer type' }).selectOption(payer);
  await page.getByRole('combobox', { name: 'Setting' }).selectOption('Office');
  if (charge === undefined) await typeApproval(page, unitsApproved);
  else await page.getByRole('textbox', { name: 'Charge per unit' }).fill(charge);
  await page.getByRole('textbox', { name: 'Patient reference' }).fill(patient);
  await page.getByRole('textbox', { name: 'Patient reference' }).blur();
}

async function typeApproval(page: Page, units: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Preauthorization status' }).selectOption('Approved');
  await page.getByRole('textbox', { name: 'Preauthorization number' }).fill('PA-1');
  await page.getByRole('textbox', { name: 'First valid date' }).fill('01/01/2026');
  await page.getByRole('textbox', { name: 'Last valid date' }).fill('12/31/2026');
  await page.getByRole('textbox', { name: 'Units approved' }).fill(units);
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

export const keepButton = (page: Page) => page.getByRole('button', { name: 'Keep this claim among the clinic’s' });

export async function keep(page: Page): Promise<void> {
  await keepButton(page).click();
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
    '12 units of J0475 are billed under PA-1, 2 units beyond the 10 approved: 4 here, and 8 of 05/04/2026 and 08/03/2026.';
  const day = await openDrawer(page, 'Claims of the day');
  const first = day.getByRole('row').filter({ hasText: beyond });
  await first.getByRole('button', { name: 'Open:' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.warning').filter({ hasText: beyond })).toBeVisible();
}
