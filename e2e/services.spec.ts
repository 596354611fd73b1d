import { expect } from '@playwright/test';
import { test } from './warm';
import { answerPanel, fillLeast, openDrawer, openUnfolded } from './worksheet';

test('a trial beside the pump fill: its own line, its own container, and what is wrong with it leads to its field', async ({
  page,
}) => {
  await openUnfolded(page);
  await fillLeast(page, '40', '0');
  const claim = answerPanel(page);
  const row = (code: string) => claim.getByRole('row').filter({ hasText: code });
  await expect(page.getByRole('textbox', { name: 'Second dose given' })).toHaveCount(0);
  await page
    .getByRole('combobox', { name: 'Another drug of this day' })
    .selectOption({ label: 'A screening trial by lumbar puncture' });
  const second = page.getByRole('group', { name: 'About the second drug' });
  await second.getByRole('textbox', { name: 'Second dose given' }).fill('50 mcg');
  await second.getByRole('textbox', { name: 'Second dose wasted' }).fill('0');
  await expect(second.getByText('50 mcg = 1 unit of 50 mcg')).toBeVisible();
  await second.getByRole('textbox', { name: 'NDC or barcode' }).first().fill('66794015101');
  await second.getByRole('textbox', { name: 'NDC or barcode' }).first().press('Enter');
  await expect(second.getByRole('group', { name: 'Next container' })).toBeVisible();
  await expect(row('J0475')).toContainText('JZ');
  await expect(row('J0476')).toContainText('66794015101 1 mL');
  await expect(row('In all')).toContainText('In all');
  // Another syringe whose drug is neither given nor wasted holds the claim, tells which drug, and leads to its field.
  await second.getByRole('textbox', { name: 'Count' }).fill('2');
  await expect(claim).toContainText('J0476: 100 mcg was opened. 50 mcg of it is neither given nor recorded as wasted.');
  await claim.getByRole('button', { name: 'Go to the answer: Drug that is not accounted for' }).first().click();
  await expect(second.getByRole('textbox', { name: 'Second dose wasted' })).toBeFocused();
  // Out of the first containers nothing of its own is asked any more, and what was typed of it counts no more.
  await second.getByRole('checkbox', { name: 'Drawn out of the containers of the first' }).check();
  await expect(second.getByRole('textbox', { name: 'Second dose wasted' })).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Another drug of this day' }).selectOption({ label: 'None' });
  await expect(row('J0476')).toHaveCount(0);
});

test('procedures, a visit and a kit beside the drug: lines, total, what is left off, and the clinic’s charges', async ({
  page,
}) => {
  await openUnfolded(page);
  const profiles = await openDrawer(page, 'Payer profiles');
  const charges = profiles.getByRole('textbox', { name: 'One code and its charge' });
  await charges.fill('62370 350\n95991');
  await profiles.getByRole('button', { name: 'Keep the charges' }).click();
  await expect(charges).toHaveAccessibleDescription(/Line 2: 95991 has no charge/);
  await charges.fill('62370 350\n95991 290\nA4220 90\nJ0475 200');
  await profiles.getByRole('button', { name: 'Keep the charges' }).click();
  await expect(profiles.getByText('4 charges kept in this page.')).toBeVisible();
  await page.keyboard.press('Escape');

  await fillLeast(page, '30', '10');
  await page.getByRole('textbox', { name: 'Date of service' }).fill('8/15/2024');
  for (const code of ['62370', '95991', 'A4220'])
    await page.getByRole('checkbox', { name: new RegExp(`^${code}`) }).check();
  const claim = answerPanel(page);
  const row = (code: string) => claim.getByRole('row').filter({ hasText: code });
  await expect(row('62370')).toContainText('$350.00');
  await expect(row('In all')).toContainText('$1,150.00');
  const left = claim.getByRole('list', { name: 'Not on this claim' });
  await expect(left).toContainText('95991 is left off. It is part of 62370, by both lists');
  await expect(left).toContainText('A4220 is left off. Medicare does not pay A4220 on its own');
  await expect(claim.getByRole('row').filter({ hasText: /95991|A4220/ })).toHaveCount(0);

  // Any other code is typed; the row shows what it lacks, and the total waits for it.
  await page.getByRole('button', { name: 'Add another code' }).click();
  await page.keyboard.type('99213');
  await page.keyboard.press('Tab');
  await expect(row('In all')).toContainText('no total yet');
  const visit = page.getByRole('group', { name: '99213' });
  await visit.getByRole('textbox', { name: 'Charge of one' }).fill('120');
  await visit.getByText('More of 99213').click();
  await visit.getByRole('textbox', { name: 'Modifiers' }).fill('25 59 RT LT GA');
  await visit.getByRole('textbox', { name: 'Diagnoses, by letter' }).focus();
  await expect(visit.getByText('A line has room for 4 modifiers, and 99213 has 5')).toBeVisible();
  await visit.getByRole('textbox', { name: 'Modifiers' }).fill('25');
  await expect(row('99213')).toContainText('25');
  await expect(row('In all')).toContainText('$1,270.00');
  await expect(claim.getByText(/^Estimate, if nothing is denied/)).toContainText('$470.00 of it by the charge entered');

  // The hospital bills the drug: it is held, and the procedures stay.
  await page.getByRole('combobox', { name: 'Setting' }).selectOption('Other, by its two digits');
  await page.getByRole('textbox', { name: 'Place of service' }).fill('22');
  await expect(left).toContainText('The drug is held: J0475 × 3. At place of service 22');
  await expect(row('In all')).toContainText('$760.00');
  const files = await openDrawer(page, 'Claim forms and files');
  await expect(files.getByRole('list', { name: 'Not on this claim' })).toContainText('The drug is held');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Remove 99213' }).click();
  await expect(page.getByRole('button', { name: 'Add another code' })).toBeFocused();
  await page.getByRole('checkbox', { name: /^62370/ }).uncheck();
  await expect(page.getByRole('group', { name: '62370' })).toHaveCount(0);
});
