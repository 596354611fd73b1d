import { expect } from '@playwright/test';
import { test } from './warm';
import {
  allowClipboard,
  answer,
  answerPanel,
  checkOffAll,
  fillLeast,
  linesOf,
  loadExample,
  newClaim,
  open,
  openDrawer,
  openUnfolded,
  statusOf,
  unfold,
} from './worksheet';

test('an example is loaded with one click, is marked, and gives back the claim that it replaced', async ({ page }) => {
  await openUnfolded(page);
  await loadExample(page, 1);
  await expect(page.getByText('This is an example, not a real claim.')).toBeVisible();
  expect(await linesOf(page)).toEqual(['J0475-JZ x4']);
  await loadExample(page, 2);
  expect(await linesOf(page)).toEqual(['J0475 x3', 'J0475-JW x1']);
  await page.getByRole('textbox', { name: 'Account' }).fill('1');
  await loadExample(page, 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await linesOf(page)).toEqual(['J0475 x3', 'J0475-JW x1']);
  await expect(page.getByRole('textbox', { name: 'Account' })).toHaveValue('1');
  await newClaim(page);
  await expect(page.getByText('This is an example')).toHaveCount(0);
  await page.getByRole('button', { name: 'show waste below one unit' }).click();
  expect(await linesOf(page)).toEqual(['J0475-JZ x4']);
  await newClaim(page);
  await page.getByRole('textbox', { name: 'Dose given' }).fill('7');
  await loadExample(page, 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('textbox', { name: 'Dose given' })).toHaveValue('7');
});

test('the page says back what it understood, in units', async ({ page }) => {
  await openUnfolded(page);
  const given = page.getByRole('textbox', { name: 'Dose given' });
  await given.fill('36000 mcg');
  await expect(given).toHaveAccessibleDescription(/36 mg = 3.6 units of 10 mg/);
  await expect(page.getByRole('combobox', { name: 'Unit of dose given' })).toHaveValue('mcg');
  await page.getByRole('textbox', { name: 'Strength' }).fill('2000');
  await given.fill('18 mL');
  await page.getByRole('textbox', { name: 'Dose wasted' }).fill('2 mL');
  await page.getByRole('textbox', { name: 'Date of service' }).fill('Mar 10 2026');
  await expect(page.getByRole('textbox', { name: 'Date of service' })).toHaveAccessibleDescription(
    /= Tue Mar 10, 2026/,
  );
  await page.getByRole('combobox', { name: 'Payer type' }).selectOption('Medicare Part B');
  await page.getByRole('combobox', { name: 'Setting' }).selectOption('Office');
  await expect(answerPanel(page)).toContainText('18 mL given × 2000 mcg/mL = 36 mg.');
});

test('KD goes on the line in one step from its finding, and comes off again', async ({ page }) => {
  await openUnfolded(page);
  await fillLeast(page);
  await answerPanel(page).getByRole('button', { name: 'Put KD on the line' }).click();
  await expect.poll(() => linesOf(page)).toEqual(['J0475-KD-JZ x4']);
  await page.getByRole('checkbox', { name: 'Put KD on the drug line' }).uncheck();
  await expect.poll(() => linesOf(page)).toEqual(['J0475-JZ x4']);
});

test('a finding leads to the answer that settles it', async ({ page }) => {
  await openUnfolded(page);
  await fillLeast(page, '36', '4', 'Commercial');
  await answerPanel(page).getByRole('button', { name: 'Go to the answer: Preauthorization', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Preauthorization status' })).toBeFocused();
});

test('a finding about the charge slip unfolds it and leads into it', async ({ page }) => {
  await openUnfolded(page);
  await fillLeast(page);
  await page.getByRole('textbox', { name: 'Code on the charge slip' }).fill('J1950');
  await answerPanel(page).getByRole('button', { name: 'Go to the answer: Code on the charge slip' }).click();
  await expect(page.getByRole('textbox', { name: 'Code on the charge slip' })).toBeFocused();
});

test('what was checked outside is ticked off, and opens again when its reason changes', async ({ page }) => {
  await openUnfolded(page);
  await loadExample(page, 1);
  await checkOffAll(page);
  await expect.poll(() => statusOf(page)).toBe('Ready');
  await page.getByRole('textbox', { name: 'Dose given' }).fill('35');
  await page.getByRole('textbox', { name: 'Dose wasted' }).fill('5');
  await expect.poll(() => statusOf(page)).toBe('Ready');
  await page.getByRole('textbox', { name: 'Dose given' }).fill('30');
  await page.getByRole('textbox', { name: 'Dose wasted' }).fill('10');
  await expect.poll(() => statusOf(page)).toBe('Review');
});

test('lines are copied as tab-separated text', async ({ page }) => {
  await allowClipboard(page.context());
  await openUnfolded(page);
  await loadExample(page, 2);
  await page.getByRole('button', { name: 'Copy lines' }).click();
  await expect(page.getByText('Copied, tab-separated.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'Line\tHCPCS\tModifiers\tUnits\tNDC\tQuantity\tCharge\n1\tJ0475\t\t3\t\t\t$600.00\n2\tJ0475\tJW\t1\t\t\t$200.00',
  );
});

test('a hold for IV is lifted only by who, when and reference', async ({ page }) => {
  await openUnfolded(page);
  await fillLeast(page, '10', '0');
  await answer(page, 'Route', 'Intravenous');
  await page.getByRole('textbox', { name: 'Who at the payer confirmed it' }).fill('Claims desk');
  await page.getByRole('textbox', { name: 'Date of the confirmation' }).fill('11/20/2026');
  await expect.poll(() => statusOf(page)).toBe('On hold');
  await page.getByRole('textbox', { name: 'Reference number of the confirmation' }).fill('R-1');
  await expect.poll(() => statusOf(page)).not.toBe('On hold');
});

test('what is typed before the script has run is kept', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  await page.getByRole('textbox', { name: 'Dose given' }).fill('36');
  await page.getByRole('radio', { name: 'Screening trial' }).check();
  release();
  await expect(page.locator('#not-started')).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Dose given' })).toHaveAccessibleDescription(/36 mg/);
  await expect(page.getByRole('textbox', { name: 'Dose given' })).toHaveValue('36');
  await expect(page.getByRole('radio', { name: 'Screening trial' })).toBeChecked();
});

test('a part of the page that cannot be loaded is told, and what was typed stays', async ({ page }) => {
  await page.route('**/assets/drawers-*.js', (route) => route.abort());
  await page.goto('/');
  await fillLeast(page);
  const reference = await openDrawer(page, 'Reference');
  await expect(reference.getByText('This part of the page could not be loaded.')).toBeVisible();
  await reference.getByRole('button', { name: 'Close: Reference' }).click();
  await expect(page.getByRole('textbox', { name: 'Dose given' })).toHaveValue('36');
  await expect.poll(() => statusOf(page)).toBe('Review');
});

test('what is typed before the claim can be made is read once it can', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/assets/claim-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/');
  await fillLeast(page);
  await expect(answerPanel(page)).toContainText('The claim appears here');
  release();
  await expect.poll(() => statusOf(page)).toBe('Review');
  await expect.poll(() => linesOf(page)).toEqual(['J0475-JZ x4']);
  await expect(page.getByRole('textbox', { name: 'Dose given' })).toHaveAccessibleDescription(/36 mg/);
});

test('where what makes the claim cannot be loaded, the page says so in its place', async ({ page }) => {
  await page.route('**/assets/claim-*.js', (route) => route.abort());
  await page.goto('/');
  await fillLeast(page);
  await expect(answerPanel(page)).toContainText('This part of the page could not be loaded.');
  await expect(page.getByRole('textbox', { name: 'Dose given' })).toHaveValue('36');
});

test('the bar at the foot of a narrow screen leads to the claim', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 667 });
  await openUnfolded(page);
  await loadExample(page, 1);
  await page.getByRole('button', { name: 'Review: J0475-JZ × 4' }).click();
  await expect(page.locator('#answer-title')).toBeInViewport();
});

test('what was opened is drawn once there is a claim, and no field that it needs moves for it', async ({ page }) => {
  await open(page);
  const vials = page.locator('.worksheet .vials');
  // On the page, wherever it is scrolled to.
  const place = () =>
    page
      .getByRole('textbox', { name: 'Diagnosis codes' })
      .evaluate((field) => Math.round(field.getBoundingClientRect().top + window.scrollY));
  const before = await place();
  await fillLeast(page);
  await expect(vials.getByRole('listitem')).toHaveText([
    'Given 36 mg: 4 units',
    'Wasted 4 mg: already in the rounded unit',
  ]);
  expect(await place()).toBe(before);
  await unfold(page);
  await page.getByRole('textbox', { name: 'Labeled amount opened' }).fill('50');
  await expect(vials).toContainText('50 mg opened');
  await expect(vials).toContainText('Not accounted for: 10 mg');
});
