import { expect, type Page } from '@playwright/test';
import {
  answer,
  answerPanel,
  checkWorksheet,
  fillLeast,
  linesOf,
  loadRefillExample,
  newClaim,
  openUnfolded,
  printed,
  recordRefill,
  statusOf,
  tabTo,
} from './worksheet';
import { test } from './warm';

const pagesIn = (pdf: Buffer) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
const note = (page: Page) => page.locator('.refill-note');
const claimPaper = (page: Page) => page.locator('.claim-summary:not(.refill-note)');
const gablofen = 'Gablofen 2000 mcg/mL, 66794-0157-02, 20 mL vial';
/** GTIN of that vial with its check digit, expiry and lot. */
const gtin = '00366794157024';

test('a refill from two lots, with the keyboard alone, in 20 key groups', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await openUnfolded(page);
  const groups = [
    ['How the dose is entered', 'I am recording a pump refill'],
    ['Product', gablofen],
    ['Lot', 'A1'],
    ['Expiry', '03/2098'],
    ['Product', gablofen],
    ['Lot', 'B2'],
    ['Expiry', '04/2098'],
    ['Reservoir size', '40 mL'],
    ['Expected, in mL', '3.2'],
    ['Aspirated, in mL', '3.5'],
    ['Instilled, in mL', '35'],
    ['What became of it', 'All of it was thrown away'],
    ['Date of the waste', 't'],
    ['Time of the waste', '10:20'],
    ['Daily dose, in mcg/day', '400'],
    ['Lead days', '5'],
    ['Date of service', 't'],
    ['Diagnosis codes', 'G80.1'],
    ['Payer type', 'Medicare Part B'],
    ['Setting', 'Office'],
  ] as const;
  expect(groups.length).toBeLessThanOrEqual(25);
  for (const [name, value] of groups) await answer(page, name, value);

  await expect.poll(() => linesOf(page)).toEqual(['J0475 x7', 'J0475-JW x1']);
  expect(await statusOf(page)).toBe('Review');
  await expect(page.getByText('5 mL of the 40 mL opened: 80 mg opened − 70 mg given = 10 mg')).toBeVisible();
  await expect(answerPanel(page).locator('tbody td.column-ndc')).toHaveText([
    /66794015702\s*35 mL/,
    /66794015702\s*5 mL/,
  ]);
  for (const format of ['Letter', 'A4']) expect(pagesIn(await printed(page, { format }))).toBe(4);
});

test('a refill by scanner: item, expiry and lot come out of the code, the same code counts up', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await openUnfolded(page);
  await recordRefill(page);
  await tabTo(page, 'NDC or barcode');
  const scan = async (...parts: string[]) => {
    for (const [place, part] of parts.entries()) {
      // Some scanners send the separator of a GS1 code as Ctrl+].
      if (place > 0) await page.keyboard.press('Control+]');
      await page.keyboard.type(part);
    }
    await page.keyboard.press('Enter');
  };
  await scan(`]d201${gtin}10AB1`, '17980331');
  await expect(page.getByRole('textbox', { name: 'Lot' })).toHaveValue('AB1');
  await expect(page.getByRole('textbox', { name: 'Expiry' })).toHaveValue('03/31/2098');
  await expect(page.getByRole('combobox', { name: 'Product' }).first()).toHaveValue('66794015702');
  await scan(`01${gtin}1798033110AB1`);
  await expect(page.getByRole('textbox', { name: 'Count', exact: true })).toHaveValue('2');
  await expect(page.getByText('2 containers: 80 mg, 8 units.')).toBeVisible();
  await scan(gtin.slice(2));
  await expect(page.getByRole('textbox', { name: 'Count', exact: true })).toHaveCount(2);
  await page.getByRole('button', { name: 'Remove container 2' }).click();
  await expect(page.getByRole('textbox', { name: 'Count', exact: true })).toHaveCount(1);
  await expect(page.getByRole('textbox', { name: 'NDC or barcode' }).last()).toBeFocused();
  await answer(page, 'Reservoir size', '40 mL');
  await answer(page, 'Instilled, in mL', '40');
  await answer(page, 'Date of service', 't');
  await answer(page, 'Payer type', 'Commercial');
  await answer(page, 'Setting', 'Office');
  await expect.poll(() => linesOf(page)).toEqual(['J0475-JZ x8']);
  expect(pagesIn(await printed(page, { format: 'Letter' }))).toBe(4);
});

test('a row that is removed takes its answers along, and the others keep theirs', async ({ page }) => {
  await openUnfolded(page);
  await loadRefillExample(page);
  await page.getByRole('textbox', { name: 'Count', exact: true }).first().fill('0');
  await checkWorksheet(page);
  await page.getByRole('button', { name: 'Remove container 1' }).click();
  await expect(page.getByRole('textbox', { name: 'Lot' })).toHaveValue('EXAMPLE2');
  await expect(page.getByRole('textbox', { name: 'Count', exact: true })).not.toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('textbox', { name: 'NDC or barcode' }).last().pressSequentially(gtin);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Lot' }).last()).toHaveValue('');
  await expect(page.getByRole('textbox', { name: 'NDC or barcode' }).last()).toBeFocused();
  await expect(
    page.getByRole('status').filter({ hasText: 'Container 2: 1 × Gablofen 2000 mcg/mL, 20 mL vial' }),
  ).toHaveCount(1);
  await expect.poll(() => linesOf(page)).toEqual(['62369 x1', 'J0475 x7', 'J0475-JW x1']);
});

test('a barcode of something else does not trap the keyboard, and the next scan takes its place', async ({ page }) => {
  await openUnfolded(page);
  await recordRefill(page);
  const field = page.getByRole('textbox', { name: 'NDC or barcode' }).first();
  await field.pressSequentially('9781234567897');
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.type(gtin);
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('66794-0157-02');
  const next = page.getByRole('textbox', { name: 'NDC or barcode' }).last();
  await expect(next).toBeFocused();
  await page.keyboard.type('9781234567897');
  await page.keyboard.press('Tab');
  await expect(next).not.toBeFocused();
});

test('ten bare digits ask which NDC; the answer fills the row', async ({ page }) => {
  await openUnfolded(page);
  await recordRefill(page);
  const field = page.getByRole('textbox', { name: 'NDC or barcode' });
  await field.fill('7012125052');
  await expect(page.getByText('Ten digits can be more than one NDC. Choose which:')).toBeVisible();
  await page.getByRole('button', { name: '70121-2505-02: Lioresal Intrathecal 2000 mcg/mL, 20 mL ampule' }).click();
  await expect(field.first()).toHaveValue('70121-2505-02');
  await expect(field.first()).toBeFocused();
  await expect(page.getByText('This NDC is a carton of 2: count the containers opened, each 40 mg.')).toBeVisible();
});

test('an NDC of another drug is named as such, and asks for its label', async ({ page }) => {
  await openUnfolded(page);
  await recordRefill(page);
  await page.getByRole('textbox', { name: 'NDC or barcode' }).fill('0409-6509-01');
  await page.keyboard.press('Tab');
  const field = page.getByRole('textbox', { name: 'NDC or barcode' }).first();
  await expect(field).toHaveAccessibleDescription(
    /00409-6509-01 is none of the 35 baclofen containers on file: check it, or choose “Other, from the label”/,
  );
  await page.getByRole('combobox', { name: 'Product' }).first().selectOption('Other, from the label');
  await page.getByRole('textbox', { name: 'Strength, in mcg/mL' }).fill('2');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Strength, in mcg/mL' })).toHaveAccessibleDescription(
    /if the label says 2 mg\/mL, enter 2000/,
  );
  await expect(field).toHaveValue('00409-6509-01');
});

test('bad input stands beside its field, leads there from the summary, and loses nothing', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await openUnfolded(page);
  await loadRefillExample(page);
  for (const [name, text, message] of [
    ['Instilled, in mL', '45', 'Instilled 45 mL is more than the 40 mL reservoir holds'],
    ['Count', '0', 'Container 1: count must be 1 or more'],
    ['NDC or barcode', '9781234567897', 'Container 1: this barcode is of no US drug: there is no NDC in it'],
    ['Expiry', '01/1066', 'Container 1: expiry must be in 2000 or later'],
    ['Daily dose, in mcg/day', '60 mcg/hour', 'Daily dose must be of a day, not of an hour'],
  ] as const) {
    const field = page.getByRole('textbox', { name, exact: true }).first();
    const before = await field.inputValue();
    await field.fill(text);
    await field.press('Tab');
    await checkWorksheet(page);
    const summary = page.getByRole('group', { name: 'There is a problem' });
    await summary.getByRole('button', { name: message }).click();
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveValue(text);
    await field.fill(before);
    await field.press('Tab');
    await expect.poll(() => linesOf(page)).toEqual(['62369 x1', 'J0475 x7', 'J0475-JW x1']);
  }
  expect(errors).toEqual([]);
});

test('switching keeps what was typed in either entry', async ({ page }) => {
  await openUnfolded(page);
  await page.getByRole('textbox', { name: 'Dose given' }).fill('12');
  await recordRefill(page);
  await page.getByRole('textbox', { name: 'Instilled, in mL' }).fill('18');
  await page.getByRole('combobox', { name: 'Product' }).selectOption(gablofen);
  await page.getByRole('radio', { name: 'I have the dose' }).check();
  await expect(page.getByRole('textbox', { name: 'Dose given' })).toHaveValue('12');
  await recordRefill(page);
  await expect(page.getByRole('textbox', { name: 'Instilled, in mL' })).toHaveValue('18');
  await expect(page.getByRole('combobox', { name: 'Product' }).first()).toHaveValue('66794015702');
  await newClaim(page);
  await expect(page.getByRole('textbox', { name: 'Instilled, in mL' })).toHaveValue('');
  await expect(page.getByRole('combobox', { name: 'Product' })).toHaveValue('');
});

test('what was left is confirmed, or corrected with a reason; an unexplained rest holds the claim', async ({
  page,
}) => {
  await openUnfolded(page);
  await loadRefillExample(page);
  await page.getByRole('textbox', { name: 'Instilled, in mL' }).fill('38');
  // What was said of 10 mg does not stand for 4 mg.
  await expect(
    answerPanel(page).getByRole('button', { name: 'Say again what became of it: 4 mg is left now' }),
  ).toBeVisible();
  await expect(page.getByRole('radio', { name: 'All of it was thrown away' })).not.toBeChecked();
  await page.getByRole('radio', { name: 'All of it was thrown away' }).check();
  await expect.poll(() => linesOf(page)).toEqual(['62369 x1', 'J0475-JZ x8']);
  await page.getByRole('radio', { name: 'Less of it' }).check();
  await page.getByRole('textbox', { name: 'Thrown away' }).fill('1');
  await page.getByRole('textbox', { name: 'What became of the rest' }).fill('Spilled');
  await expect(page.getByText('2 mg is then neither given nor thrown away:')).toBeVisible();
  await expect.poll(() => statusOf(page)).toBe('On hold');
  await answerPanel(page).getByRole('button', { name: 'Go to the answer: Drug that is not accounted for' }).click();
  await expect(page.getByRole('radio', { name: 'Less of it' })).toBeFocused();
});

test('the cross-check says what to look at again, and the warning stands where the date is', async ({ page }) => {
  await openUnfolded(page);
  await loadRefillExample(page);
  await expect(
    page.getByText('Fits: Expected and aspirated. 0.3 mL more was aspirated than expected, within the clinic’s 1 mL.'),
  ).toBeVisible();
  await page.getByRole('textbox', { name: 'Daily dose, in mcg/day' }).fill('20');
  await expect(page.getByText('Look again: Daily dose. Check the unit')).toBeVisible();
  await page.getByText('The pump before this refill').click();
  await page.getByRole('textbox', { name: 'Concentration before' }).fill('500');
  await expect(page.getByText('Was a bridge bolus programmed?')).toBeVisible();
  await page.getByRole('radio', { name: 'Yes' }).check();
  await expect(page.getByText('a bridge bolus was programmed.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Daily dose, in mcg/day' }).fill('400');
  await expect(page.locator('.timeline')).toContainText('Latest refill');
  await expect(page.locator('.cross-check .warning')).toContainText('Boxed warning of the label.');
  await expect(
    page.getByRole('img', {
      name: /Reservoir of 40 mL: expected 3\.2 mL, aspirated 3\.5 mL, after the fill 35 mL, alarm at 2 mL/,
    }),
  ).toBeVisible();
});

test('vials are drawn by lot; an authorization that ends before the next refill is a gap, on screen and paper', async ({
  page,
}) => {
  await openUnfolded(page);
  await loadRefillExample(page);
  await page.getByRole('combobox', { name: 'Payer type' }).selectOption('Commercial');
  await page.getByRole('combobox', { name: 'Preauthorization status' }).selectOption('Approved');
  await page.getByRole('textbox', { name: 'Last valid date' }).fill('t');
  const vials = ['40 mg, lot EXAMPLE1: 40 mg given', '40 mg, lot EXAMPLE2: 30 mg given, 10 mg JW'];
  const papers = page.getByRole('article');
  const gap = /Gap: the preauthorization ends on [\d/]+\. The latest refill on [\d/]+ is not covered\./;
  await expect(page.locator('.worksheet .vials div p')).toHaveText(vials);
  await expect(page.locator('.cross-check .timeline')).toContainText(gap);
  await expect(page.locator('.cross-check')).toContainText('The band is what the clinic tolerates: 2.2 mL to 4.2 mL.');
  await page.emulateMedia({ media: 'print' });
  await expect(papers.filter({ hasText: 'Baclofen claim summary' }).locator('.vials div p')).toHaveText(vials);
  await expect(papers.filter({ hasText: 'Baclofen pump refill note' }).locator('.timeline')).toContainText(gap);
});

test('a screening trial follows from its product', async ({ page }) => {
  await openUnfolded(page);
  await recordRefill(page);
  await page
    .getByRole('combobox', { name: 'Product' })
    .selectOption('Gablofen 50 mcg/mL, 66794-0151-01, 1 mL prefilled syringe');
  await expect(page.getByRole('radio', { name: 'Screening trial' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Intrathecal, by lumbar puncture' })).toBeChecked();
  await expect(page.getByText('Only a pump fill has a reservoir')).toBeVisible();
  await page.getByRole('textbox', { name: 'Count', exact: true }).fill('2');
  await page.getByRole('textbox', { name: 'Instilled, in mL' }).fill('1.5');
  await page.getByRole('radio', { name: 'All of it was thrown away' }).check();
  await page.getByRole('button', { name: 'Today: date of service' }).click();
  await page.getByRole('combobox', { name: 'Payer type' }).selectOption('Medicare Part B');
  await page.getByRole('combobox', { name: 'Setting' }).selectOption('Office');
  await expect.poll(() => linesOf(page)).toEqual(['J0476-JZ x2']);
  for (const format of ['Letter', 'A4']) expect(pagesIn(await printed(page, { format }))).toBe(3);
});

test('two NDCs share a line until the payer wants one for each', async ({ page }) => {
  await openUnfolded(page);
  await loadRefillExample(page);
  await page
    .getByRole('combobox', { name: 'Product' })
    .last()
    .selectOption('Lioresal Intrathecal 2000 mcg/mL, 70121-2502-02, 5 mL ampule, 2 in a carton');
  await page.getByRole('textbox', { name: 'Count', exact: true }).last().fill('1');
  await page.getByRole('textbox', { name: 'Instilled, in mL' }).fill('40');
  await page.getByRole('radio', { name: 'All of it was thrown away' }).check();
  await expect.poll(() => linesOf(page)).toEqual(['62369 x1', 'J0475 x8', 'J0475-JW x1']);
  await answerPanel(page).getByRole('button', { name: 'Make a line for each NDC' }).click();
  await expect(page.getByRole('checkbox', { name: 'One line for each NDC' })).toBeChecked();
  await expect.poll(() => linesOf(page)).toEqual(['62369 x1', 'J0475 x8', 'J0475-JW x1']);
  await page.getByRole('textbox', { name: 'Instilled, in mL' }).fill('45');
  await page.getByRole('radio', { name: 'Other', exact: true }).first().check();
  await page.getByRole('textbox', { name: 'Other size, in mL' }).fill('50');
  await expect.poll(() => linesOf(page)).toEqual(['62369 x1', 'J0475-JZ x8', 'J0475-JZ x1']);
});

test('the paper is the claim, the refill note, or both; the note needs no payer', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
  });
  await openUnfolded(page);
  await loadRefillExample(page);
  await page.getByRole('combobox', { name: 'Payer type' }).selectOption('Choose a payer type');
  const choice = page.getByRole('combobox', { name: 'On paper' });
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.getByRole('group', { name: 'There is a problem' })).toBeFocused();
  await choice.selectOption('Refill note');
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
  for (const format of ['Letter', 'A4']) expect(pagesIn(await printed(page, { format }))).toBe(2);

  await page.getByRole('combobox', { name: 'Payer type' }).selectOption('Medicare Part B');
  await page.emulateMedia({ media: 'print' });
  await expect(claimPaper(page)).toHaveCount(0);
  for (const text of [
    'Baclofen pump refill note',
    'lot EXAMPLE1',
    'lot EXAMPLE2',
    '40 mL, 80 mg',
    '35 mL = 70 mg',
    '5 mL = 10 mg of 80 mg',
    'asked for: CMS policy',
    'good practice',
    'Refill by',
    'Boxed warning',
    'Performed by',
  ]) {
    await expect(note(page)).toContainText(text);
  }
  await page.emulateMedia({ media: 'screen' });
  await choice.selectOption('Claim summary');
  await page.emulateMedia({ media: 'print' });
  await expect(note(page)).toHaveCount(0);
  await expect(claimPaper(page)).toContainText('Opened');
});

test('a refill of many lots prints on five pages', async ({ page }) => {
  await openUnfolded(page);
  await loadRefillExample(page);
  for (let more = 0; more < 4; more += 1) {
    await page
      .getByRole('combobox', { name: 'Product' })
      .last()
      .selectOption('Lioresal Intrathecal 2000 mcg/mL, 70121-2502-02, 5 mL ampule, 2 in a carton');
    await page.getByRole('textbox', { name: 'Count', exact: true }).last().fill('1');
    await page.getByRole('textbox', { name: 'Lot' }).last().fill(`LOT-OF-TWENTY-CHAR-${more}`);
  }
  await page.locator('details:not(.menu)').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
  for (const [name, text] of [
    ['Filled last time', '40'],
    ['Date of the last fill', '05/01/2020'],
    ['Concentration before', '500'],
    ['Daily dose before', '380'],
    ['Pump maker and model', 'Model '.repeat(10)],
    ['Programmer’s alarm date', '12/31/2098'],
  ] as const) {
    await page.getByRole('textbox', { name }).fill(text);
  }
  await page.getByRole('radio', { name: 'All of it was thrown away' }).check();
  await expect.poll(() => linesOf(page)).toEqual(['62369 x1', 'J0475 x7', 'J0475-JW x5']);
  for (const format of ['Letter', 'A4']) expect(pagesIn(await printed(page, { format }))).toBe(5);
});

test('a scan is read in any order, with any separator, and says what it cannot tell', async ({ page }) => {
  await openUnfolded(page);
  await recordRefill(page);
  const scan = async (code: string) => {
    await page.getByRole('textbox', { name: 'NDC or barcode' }).last().focus();
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
  };
  const [lot, expiry] = [page.getByRole('textbox', { name: 'Lot' }), page.getByRole('textbox', { name: 'Expiry' })];
  await scan(`]d210AB12~01${gtin}17980331`);
  await expect(lot).toHaveValue('AB12');
  await expect(expiry).toHaveValue('03/31/2098');

  await scan(`01${gtin}10AB117980331`);
  await expect(lot).toHaveCount(2);
  await expect(lot.last()).toHaveValue('');
  await expect(lot.last()).toHaveAccessibleDescription(
    /^Lot and expiry could not be told from this code: enter them from the label/,
  );
  await expect(page.getByRole('status').filter({ hasText: 'Lot and expiry could not be told' })).toHaveCount(1);
  await lot.last().fill('AB1');
  await expect(
    page.getByText('Lot and expiry could not be told from this code: enter them from the label'),
  ).toHaveCount(1);
  await expect(lot.last()).not.toHaveAccessibleDescription(/could not be told/);

  await scan(`01${gtin}1798033110AB121SER9`);
  await expect(lot).toHaveCount(3);
  await expect(expiry.last()).toHaveValue('03/31/2098');
  await expect(lot.last()).toHaveAccessibleDescription(
    /^The lot could not be told from this code: enter it from the label/,
  );
  await expect(page.getByRole('textbox', { name: 'Count', exact: true })).toHaveCount(3);
});

test('the code of a carton asks how many containers were opened, however often it is scanned', async ({ page }) => {
  await openUnfolded(page);
  await recordRefill(page);
  const count = page.getByRole('textbox', { name: 'Count', exact: true });
  await tabTo(page, 'NDC or barcode');
  for (let scans = 0; scans < 2; scans += 1) {
    await page.keyboard.type('010037012125052410C1');
    await page.keyboard.press('Enter');
    await expect(count).toHaveCount(1);
    await expect(count).toHaveValue('');
    await expect(count).toHaveAccessibleDescription(
      /This is the code of a carton of 2: enter how many containers were opened/,
    );
    // Scanned into the count, it is the next container's code all the same.
    await expect(count).toBeFocused();
  }
  await count.fill('2');
  await expect(count).not.toHaveAccessibleDescription(/carton of 2/);
  // A case of vials: the packing level stands in front of the same number.
  await page.getByRole('textbox', { name: 'NDC or barcode' }).last().fill('(01)50366794157029(10)C2');
  await page.keyboard.press('Enter');
  await expect(count).toHaveCount(2);
  await expect(count.last()).toHaveAccessibleDescription(
    /This is the code of a carton: enter how many containers were opened/,
  );
  await expect(count.first()).toHaveValue('2');
  await page
    .getByRole('combobox', { name: 'Product' })
    .last()
    .selectOption('Lioresal Intrathecal 500 mcg/mL, 70121-2504-02, 20 mL ampule, 2 in a carton');
  await expect(count.last()).toHaveValue('');
  await checkWorksheet(page);
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText(
    'Container 3: this is the code of a carton of 2: enter how many containers were opened',
  );
});

test('the NDC of the dose entry takes a scan, says it back and holds its expiry against the service', async ({
  page,
}) => {
  await openUnfolded(page);
  await fillLeast(page);
  const ndc = page.getByRole('textbox', { name: 'NDC of the container' });
  await ndc.pressSequentially(`10AB12~01${gtin}17240229`);
  await expect(ndc).toHaveAccessibleDescription(
    /NDC 66794-0157-02: Gablofen 2000 mcg\/mL, 20 mL vial; expiry Thu Feb 29, 2024/,
  );
  await expect(answerPanel(page)).toContainText('The container that was scanned expired on 02/29/2024');
  await ndc.fill(`01${gtin}`);
  await expect(ndc).toHaveAccessibleDescription(/NDC 66794-0157-02: Gablofen 2000 mcg\/mL, 20 mL vial(?!; expiry)/);
  await expect(answerPanel(page)).not.toContainText('expired on');
});

test('sixty rows of containers are the most, and the sixtieth is drawn alone', async ({ page }) => {
  test.slow();
  await openUnfolded(page);
  await recordRefill(page);
  const field = (row: number, name: string) => page.locator(`#answer-refill-containers-${row - 1}-${name}`);
  // In the page itself: sixty scans by way of the keyboard take a minute.
  await page.evaluate(async (code) => {
    for (let row = 1; row <= 60; row += 1) {
      const input = document.getElementById(`answer-refill-containers-${row - 1}-ndc`) as HTMLInputElement;
      input.focus();
      document.execCommand('insertText', false, `${code}${row}X`);
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      await new Promise(requestAnimationFrame);
    }
  }, `01${gtin}1798033110LOT`);
  await expect(page.locator('.container-row')).toHaveCount(60);
  await expect(
    page.getByText('At most 60 rows: put containers of the same lot together by their count.'),
  ).toBeVisible();
  await expect(field(60, 'lot')).toHaveValue('LOT60X');

  // What is written into the page for a keystroke in the last row stays in that row.
  await page.evaluate(() => {
    const rows = [...document.querySelectorAll('.container-row')];
    new MutationObserver((changes) => {
      const touched = changes
        .map(({ target }) => rows.findIndex((row) => row.contains(target)) + 1)
        .filter((row) => row > 0 && row < 60);
      if (touched.length > 0) document.body.dataset.touched = touched.join();
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await field(60, 'lot').press('End');
  await page.keyboard.type('Y');
  await expect(field(60, 'lot')).toHaveValue('LOT60XY');
  expect(await page.locator('body').getAttribute('data-touched')).toBeNull();

  // One more scan is not lost, and is refused with what to do.
  await field(60, 'ndc').fill(`01${gtin}1798033110ONEMORE`);
  await page.keyboard.press('Enter');
  await expect(page.locator('.container-row')).toHaveCount(61);
  await expect(field(61, 'ndc')).toHaveAccessibleDescription(
    /At most 60 rows: put containers of the same lot together by their count/,
  );
  await page.getByRole('button', { name: 'Remove container 61' }).click();
  await page.getByRole('button', { name: 'Remove container 60' }).click();
  await expect(page.getByText('At most 60 rows')).toHaveCount(0);
  await expect(page.locator('.container-row').last()).toContainText('Next container');
});

test(
  'which refill code the record supports: what was changed and whose skill was needed decide, and none is put on ' +
    'the claim',
  async ({ page }) => {
    await openUnfolded(page);
    await loadRefillExample(page);
    const summary = answerPanel(page).getByText(/^Refill code that the record supports: /);
    await expect(summary).toHaveText('Refill code that the record supports: 62369');
    await summary.click();
    const table = answerPanel(page).getByRole('table', { name: 'Which refill code the record supports' });
    const rowOf = (code: string) =>
      table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${code}`) }) });
    await expect(rowOf('62369')).toContainText(
      'Supported. The daily dose went from 380 mcg to 400 mcg. No physician’s skill was needed.',
    );
    await expect(rowOf('62370')).toContainText(/Not supported\..*Missing: A need for a physician’s skill\./);
    await expect(rowOf('95990')).toContainText('Missing: A refill without programming.');
    await expect(answerPanel(page).getByText('Contractors differ')).toHaveCount(0);

    await page.getByRole('checkbox', { name: /^62369/ }).uncheck();
    await page.getByRole('checkbox', { name: /^62370/ }).check();
    const finding = answerPanel(page)
      .getByRole('listitem')
      .filter({ hasText: 'Refill code, and whose skill was needed' });
    await expect(finding).toContainText('The record does not support 62370: no physician’s skill was needed.');

    await page.getByRole('combobox', { name: 'Was the pump reprogrammed?' }).selectOption('Not told');
    await page.getByText('The pump before this refill').click();
    await page.getByRole('textbox', { name: 'Daily dose before, in mcg/day' }).fill('400');
    await expect(summary).toHaveText('Refill code that the record supports: contractors differ on 62369 and 95990');
    await expect(rowOf('62369')).toContainText(
      'Contractors differ. Nothing was changed: 400 mcg a day and 2000 mcg/mL, before and after.',
    );
    await expect(
      answerPanel(page).getByText('Contractors differ on a refill where nothing was changed.').first(),
    ).toBeVisible();

    await page.getByRole('combobox', { name: 'Was the pump reprogrammed?' }).selectOption('No');
    await expect(summary).toHaveText('Refill code that the record supports: 95990');
    await expect(page.getByRole('checkbox', { name: /^95990/ })).not.toBeChecked();
    await expect(page.getByRole('checkbox', { name: /^62370/ })).toBeChecked();
    expect(await linesOf(page)).toEqual(['62370 x1', 'J0475 x7', 'J0475-JW x1']);

    for (const format of ['Letter', 'A4']) expect(pagesIn(await printed(page, { format }))).toBe(4);
  },
);
