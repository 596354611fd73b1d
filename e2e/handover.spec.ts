import { matching } from '../src/engine/matching.fixture';
import { expect, type Download, type Locator, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { test } from './warm';
import {
  allowClipboard,
  answerPanel,
  fillLeast,
  linesOf,
  loadExample,
  openUnfolded,
  openDrawer,
  printed,
  recordRefill,
  statusOf,
} from './worksheet';
import { billing, office, patient } from './parties';
import { textsOfPages, type PdfText } from './pdf-texts';

const textOf = async (download: Download) => readFile(await download.path(), 'utf8');
const handover = (page: Page) => openDrawer(page, 'Claim forms and files');

/** 25 of 40 mg for a commercial plan, with NDC, charge, diagnosis and approval: everything that a form wants. */
async function wholeClaim(page: Page) {
  await loadExample(page, 2);
  await page.getByRole('textbox', { name: 'NDC of the container' }).fill('66794-0157-02');
  return handover(page);
}

/** Fills in whom the paper form names: then it can be printed. */
async function nameAll(drawer: Locator) {
  await drawer.getByRole('button', { name: 'Fill in whom the claim names' }).click();
  for (const [name, text] of Object.entries({ ...billing, ...patient }))
    await drawer.getByRole('textbox', { name, exact: true }).fill(text);
  await drawer.getByRole('combobox', { name: 'Sex', exact: true }).selectOption('Female');
}

const parties = { 'Control number': '1', ...office, ...patient } as const;

test('CMS-1500: every item by its number, copied with the keyboard, and it says so', async ({ page }) => {
  await allowClipboard(page.context());
  await openUnfolded(page);
  const drawer = await wholeClaim(page);
  const line = drawer.getByRole('list', { name: 'Line 2' });
  await expect(line.getByRole('listitem')).toHaveText([
    /24A shaded.*N466794015702 ML7\.5/,
    /24A from.*\d\d \d\d \d\d/,
    /24A to/,
    /24B.*11/,
    /24C.*blank/,
    /24D.*J0475/,
    /24D mod\..*JW/,
    /24E.*A/,
    /24F.*200\.00/,
    /24G.*1/,
    /24H.*blank/,
    /24J.*blank: nobody is named/,
  ]);
  await expect(drawer.getByText('The shaded half has the layout of NUCC.')).toBeVisible();
  const copy = line.getByRole('button', { name: /^Cop(y|ied) 24G, line 2$/ });
  await copy.focus();
  await page.keyboard.press('Enter');
  await expect(copy).toHaveText('Copied');
  await expect(drawer.getByRole('status').first()).toHaveText('Copied 24G, line 2: 1');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('1');
  await drawer.getByRole('button', { name: 'Copy 24A shaded, line 2' }).press('Space');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('N466794015702 ML7.5');
  await expect(copy).toHaveText('Copy');
});

test('item 24E points to the cause of the spasticity first, wherever it was typed', async ({ page }) => {
  await openUnfolded(page);
  await loadExample(page, 2);
  await page.getByRole('textbox', { name: 'Diagnosis codes' }).fill('M62.838, Z45.1, R25.2, Z46.2, G35.D');
  const drawer = await handover(page);
  await expect(
    drawer.getByRole('list', { name: 'Line 2' }).getByRole('listitem').filter({ hasText: '24E' }),
  ).toContainText('EABC');
});

test('a claim that replaces another asks for its number, and fills item 22', async ({ page }) => {
  await openUnfolded(page);
  const drawer = await wholeClaim(page);
  await drawer.getByRole('radio', { name: 'Replaces an earlier claim (7)' }).check();
  await expect(
    drawer.getByText('Enter the payer’s number of the claim that this one replaces or voids.'),
  ).toBeVisible();
  await drawer.getByRole('textbox', { name: 'Payer’s number of the earlier claim' }).fill('ICN 99');
  await expect(drawer.getByRole('list', { name: 'Diagnoses and numbers' })).toContainText('ICN 99');
  await drawer.getByRole('radio', { name: '837P' }).check();
  await expect(drawer.getByRole('region', { name: 'Loops 2300, 2400 and 2410' })).toContainText('REF*F8*ICN 99~');
  await expect(drawer.getByText('Replaces the payer’s claim ICN 99.')).toBeVisible();
  await drawer.getByRole('radio', { name: 'Voids an earlier claim (8)' }).check();
  await drawer.getByRole('radio', { name: 'CSV, JSON or FHIR' }).check();
  await expect(drawer.getByRole('group', { name: 'The FHIR Claim is not written' })).toContainText(
    'A void is no new FHIR Claim',
  );
});

test('a hospital outpatient 837I with PO, and the UB-04 by form locator', async ({ page }) => {
  await openUnfolded(page);
  await fillLeast(page, '25', '15', 'Medicare Part B', 'Hospital outpatient');
  await page.getByRole('combobox', { name: 'Hospital department off campus' }).selectOption({ index: 1 });
  await page.getByRole('textbox', { name: 'Charge per unit, in dollars' }).fill('200');
  const drawer = await handover(page);
  await expect(drawer.getByRole('list', { name: 'Line 2', exact: true }).getByRole('listitem')).toHaveText([
    /42.*0636/,
    /43.*Baclofen 10 mg injection/,
    /43 NDC.*no NDC is entered/,
    /44.*J0475 JW PO/,
    /45.*\d{6}/,
    /46.*1/,
    /47.*200\.00/,
    /48.*blank/,
  ]);
  const visit = drawer.getByRole('list', { name: 'Hospital and bill' });
  await expect(visit).toContainText('0131');
  // A locator that nothing fills leads to its question, and shows what is typed there.
  await visit.getByRole('button', { name: 'Go to the answer: 1 name' }).click();
  await expect(drawer.getByRole('textbox', { name: 'Provider name' })).toBeFocused();
  await page.keyboard.type('Sample Hospital');
  await expect(visit).toContainText('Sample Hospital');
  await drawer.getByRole('radio', { name: 'CMS-1500, by item number' }).check();
  await expect(drawer.getByRole('group', { name: 'The CMS-1500 is not written' })).toContainText(
    'A hospital bills its drug on the UB-04 or the 837I',
  );
  await expect(drawer.getByRole('radio', { name: '837P' })).toHaveCount(0);
  await drawer.getByRole('radio', { name: '837I' }).check();
  await expect(drawer.getByRole('region', { name: 'Loops 2300, 2400 and 2410' })).toContainText(
    'SV2*0636*HC:J0475:JW:PO*200*UN*1~',
  );
  const told = {
    'Control number': '1',
    ...office,
    'Attending provider’s last name': 'Roe',
    'Attending provider’s NPI': '1245319599',
    'Name of the place': 'Sample Pump Department',
    'Street of the place': '9 Example Street',
    'City of the place': 'Fargo',
    'State of the place': 'ND',
    'ZIP of the place': '581020009',
    ...patient,
  };
  for (const [name, text] of Object.entries(told)) await drawer.getByRole('textbox', { name, exact: true }).fill(text);
  await drawer.getByRole('combobox', { name: 'Sex' }).selectOption('Female');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    drawer.getByRole('button', { name: 'Download the 837I file' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('baclofen-claim-837i.txt');
  const text = await textOf(file);
  for (const segment of ['CL1*3*1*01', 'CLM*WS-1*800***13:A:1**A*Y*Y', 'NM1*77*2*Sample Pump Department'])
    expect(text).toContain(`${segment}~`);

  // The same on plain paper, for the file.
  await page.evaluate(() => {
    window.print = () => {};
  });
  await drawer.getByRole('radio', { name: 'UB-04, by form locator' }).check();
  await drawer.getByRole('button', { name: 'Print a copy for the file' }).click();
  const pages = await textsOfPages(await printed(page, { preferCSSPageSize: true }));
  expect(pages).toHaveLength(1);
  const onPaper = pages.flat().map((each) => each.text);
  for (const words of ['Copy for the file, not for sending', 'Page 1 of 1', '0131', 'J0475 JW PO', '0001', '800.00'])
    expect(onPaper.join(' ')).toContain(words);
  for (const { x, end, text: words } of pages.flat()) expect(x > 15 && end < 597, words).toBe(true);
});

test('what would certainly come back is copied and written only once somebody decided that, by name', async ({
  page,
}) => {
  await openUnfolded(page);
  await fillLeast(page);
  const diagnosis = page.getByRole('textbox', { name: 'Diagnosis codes' });
  await diagnosis.fill('');
  const panel = answerPanel(page);
  await expect.poll(() => statusOf(page)).toBe('Fix first');
  expect(await linesOf(page)).toEqual(['J0475-JZ x4']);
  await expect(
    panel.getByText('A claim that would certainly come back is not copied. Diagnosis: No diagnosis code was entered'),
  ).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Copy lines' })).toHaveCount(0);
  const drawer = await handover(page);
  for (const taker of ['CMS-1500, by item number', 'UB-04, by form locator', '837P', 'CSV, JSON or FHIR']) {
    await drawer.getByRole('radio', { name: taker }).check();
    await expect(drawer.getByRole('group', { name: 'This claim is not written' })).toContainText(
      'The claim would certainly come back. See “Diagnosis”. No diagnosis code',
    );
    await expect(drawer.getByRole('button', { name: /^(Copy|Download|Print|Make)/, disabled: false })).toHaveCount(0);
  }
  await drawer.getByRole('button', { name: /^Go to the answer: The claim would certainly come back/ }).click();
  await expect(diagnosis).toBeFocused();

  const finding = panel.getByRole('listitem', { name: /Diagnosis$/ });
  await finding.getByText('Send it all the same').click();
  await finding.getByRole('textbox', { name: 'Who decided' }).fill('AB');
  // The day is today's unless another is told, and what is still missing is not scolded.
  await expect(finding.getByRole('textbox', { name: 'Date of the decision' })).not.toHaveValue('');
  await expect(finding.getByText('Enter the reason to send it all the same')).toHaveCount(0);
  await finding.getByRole('textbox', { name: 'Date of the decision' }).fill('11/20/2026');
  await expect.poll(() => statusOf(page)).toBe('Fix first');
  await finding.getByRole('textbox', { name: 'Reason to send it all the same' }).fill('the plan asked for it');
  await expect.poll(() => statusOf(page)).toBe('Review');
  await expect(panel).toContainText('1 overridden');
  await expect(finding).toContainText('Overridden: AB, 11/20/2026: the plan asked for it');
  await expect(panel.getByRole('button', { name: 'Copy lines' })).toBeVisible();
  await handover(page);
  await drawer.getByRole('radio', { name: 'CSV, JSON or FHIR' }).check();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    drawer.getByRole('button', { name: 'Download the JSON' }).click(),
  ]);
  expect(await textOf(file)).toContain('"why": "the plan asked for it"');
});

test('a whole 837P is asked for, refused field by field, downloaded, and forgotten', async ({ page }) => {
  await openUnfolded(page);
  const drawer = await wholeClaim(page);
  await drawer.getByRole('radio', { name: '837P' }).check();
  await expect(drawer.getByRole('region', { name: 'Loops 2300, 2400 and 2410' })).toContainText('CTP****7.5*ML~');
  await expect(drawer.getByRole('textbox')).toHaveCount(0);
  await drawer.getByRole('button', { name: 'Make a whole 837P file' }).click();
  const download = drawer.getByRole('button', { name: 'Download the 837P file' });
  await download.click();
  const problems = drawer.getByRole('group', { name: 'There is a problem' });
  await expect(problems).toBeFocused();
  await expect(problems.getByRole('listitem')).toHaveCount(Object.keys(parties).length + 1);
  for (const [name, text] of Object.entries(parties))
    await drawer.getByRole('textbox', { name, exact: true }).fill(text);
  await drawer.getByRole('textbox', { name: 'Payer name' }).fill('Plan*of~the:State');
  await drawer.getByRole('combobox', { name: 'Sex' }).selectOption('Female');
  await download.click();
  await expect(problems.getByRole('listitem')).toHaveText([
    'Payer name holds “*”, which an 837 cannot carry: leave it out or write it otherwise',
  ]);
  await problems.getByRole('button').click();
  await expect(drawer.getByRole('textbox', { name: 'Payer name' })).toBeFocused();
  await expect(drawer.getByRole('textbox', { name: 'Payer name' })).toHaveValue('Plan*of~the:State');
  await drawer.getByRole('textbox', { name: 'Payer name' }).fill('Example Plan');
  const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
  expect(file.suggestedFilename()).toBe('baclofen-claim-837p.txt');
  const text = await textOf(file);
  expect(text).toMatch(
    matching(
      /^ISA\*00\* {10}\*00\* {10}\*ZZ\*SENDER1 {8}\*ZZ\*RECEIVER1 {6}/,
      /\*\d{6}\*\d{4}\*\^\*00501\*000000001\*0\*T\*:~\nGS\*HC\*/,
    ),
  );
  expect(text).toContain('SV1*HC:J0475:JW*200*UN*1***1~');
  expect(text).toMatch(/SE\*\d+\*0001~\nGE\*1\*1~\nIEA\*1\*000000001~\n$/);
  await expect(drawer.getByText('The file went to your downloads as baclofen-claim-837p.txt')).toBeVisible();
  await expect(drawer.getByRole('textbox', { name: 'Control number', exact: true })).toHaveValue('2');
  // It outlasts a look at another format and a closed drawer; an example and a new claim have another payer and
  // patient, and the same provider.
  const payerName = drawer.getByRole('textbox', { name: 'Payer name' });
  await drawer.getByRole('radio', { name: 'CSV, JSON or FHIR' }).check();
  await drawer.getByRole('radio', { name: '837P' }).check();
  await expect(payerName).toHaveValue('Example Plan');
  await page.keyboard.press('Escape');
  await handover(page);
  await expect(payerName).toHaveValue('Example Plan');
  for (const forget of ['New claim', 'Example 2']) {
    await page.keyboard.press('Escape');
    await (forget === 'New claim' ? page.getByRole('button', { name: forget }).click() : loadExample(page, 2));
    await expect(page.locator('dialog')).toHaveCount(0);
    await loadExample(page, 2);
    await handover(page);
    // What the clinic's system takes is remembered, and its only payer of that type; the patient is not.
    await expect(drawer.getByRole('radio', { name: '837P' })).toBeChecked();
    await expect(payerName).toHaveValue('Example Plan');
    await expect(drawer.getByRole('textbox', { name: 'Patient’s last name' })).toHaveValue('');
    await expect(drawer.getByText('Sender, receiver and provider: Example Clinic')).toBeVisible();
    await payerName.fill('Example Plan');
  }
});

test('CSV, JSON and FHIR are downloaded and copied', async ({ page }) => {
  await allowClipboard(page.context());
  await openUnfolded(page);
  const drawer = await wholeClaim(page);
  await drawer.getByRole('radio', { name: 'CSV, JSON or FHIR' }).check();
  for (const [what, name, holds] of [
    ['CSV', 'baclofen-claim-lines.csv', '\r\n2,discarded,'],
    ['JSON', 'baclofen-claim.json', '"format": "baclofen-prepared-claim"'],
    ['FHIR Claim', 'baclofen-claim-fhir.json', '"resourceType": "Claim"'],
  ] as const) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      drawer.getByRole('button', { name: `Download the ${what}` }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(name);
    const text = await textOf(file);
    expect(text).toContain(holds);
    await expect(drawer.getByText(`Went to your downloads as ${name}.`)).toBeVisible();
    await drawer.getByRole('button', { name: `Copy the ${what}` }).press('Enter');
    await expect(drawer.getByRole('button', { name: `Copied the ${what}` })).toBeVisible();
    expect((await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r\n', '\n')).toBe(
      text.replaceAll('\r\n', '\n'),
    );
  }
});

test('a browser that does not let be copied is told of, and nothing is called copied', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
  });
  await openUnfolded(page);
  const drawer = await wholeClaim(page);
  await drawer.getByRole('button', { name: 'Copy 23', exact: true }).click();
  await expect(drawer.getByText('The browser did not allow copying. Select the text and copy it.')).toBeVisible();
  await expect(drawer.getByRole('button', { name: /^Copied/ })).toHaveCount(0);
  await expect(drawer.getByRole('button', { name: 'Not copied 23' })).toBeVisible();
  await expect(drawer.getByRole('status').first()).toHaveText('The browser did not allow copying 23.');
});

test('a held claim is written to no format, and the buttons say why', async ({ page }) => {
  await openUnfolded(page);
  await loadExample(page, 2);
  await page.getByRole('radio', { name: 'Intravenous' }).check();
  const drawer = await handover(page);
  const reasons = drawer.getByRole('group', { name: 'This claim is not written' });
  await expect(reasons).toContainText('The claim is on hold.');
  for (const format of ['CMS-1500, by item number', 'UB-04, by form locator', '837P']) {
    await drawer.getByRole('radio', { name: format }).check();
    await expect(drawer.getByRole('button', { name: /Copy|Download|Print|Make/ })).toHaveCount(0);
  }
  await drawer.getByRole('radio', { name: 'CSV, JSON or FHIR' }).check();
  const buttons = await drawer.getByRole('button', { name: /^(Copy|Download)/ }).all();
  expect(buttons).toHaveLength(6);
  const downloads: Download[] = [];
  page.on('download', (download) => downloads.push(download));
  for (const button of buttons) {
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await expect(button).toHaveAccessibleDescription(/The claim is on hold\. .*J0428/);
    await button.press('Enter');
    await expect(reasons).toBeFocused();
  }
  expect(downloads).toEqual([]);
  await reasons.getByRole('button', { name: /Go to the answer/ }).click();
  await expect(drawer).toBeHidden();
  await expect(page.locator('[name=confirmedBy]')).toBeFocused();
});

test(
  'a compounded drug: the codes that contractors have named, then the one the payer named, with what it is in item ' +
    '19',
  async ({ page }) => {
    await openUnfolded(page);
    await loadExample(page, 1);
    await page.getByRole('textbox', { name: 'Strength, in mcg/mL' }).fill('4000');
    await page.getByRole('textbox', { name: 'Dose given' }).fill('40');
    await page.getByRole('textbox', { name: 'Dose wasted' }).fill('0');
    await page.getByRole('radio', { name: 'Compounded' }).check();
    const asked = page.getByRole('group', { name: 'The payer’s code for the compound' });
    await expect(asked.getByRole('listitem')).toHaveText([
      /^J7999 .* 01\/01\/2016.*official text, read; looked for and not found/,
      /^TrailBlazer, then Novitas, named J7799 .* 11\/21\/2019.*contractor’s or payer’s page/,
      /^First Coast .* J3490 .*2013.*third party only/,
    ]);
    await expect.poll(() => statusOf(page)).toBe('On hold');
    expect(await linesOf(page)).toEqual([]);
    await asked.getByRole('combobox', { name: 'Code that the payer named' }).selectOption('J7999: compounded drug');
    await asked.getByRole('textbox', { name: 'Who at the payer confirmed it' }).fill('Claims desk');
    await asked.getByRole('textbox', { name: 'Date of the confirmation' }).fill('t');
    await expect.poll(() => statusOf(page)).toBe('On hold');
    await asked.getByRole('textbox', { name: 'Reference number of the confirmation' }).fill('R-1');
    await expect.poll(() => linesOf(page)).toEqual(['J7999 x1']);
    await asked.getByRole('textbox', { name: 'Other drugs in the compound' }).fill('morphine 5 ug/mL');
    await page.getByRole('button', { name: 'Check the worksheet' }).click();
    await expect(asked.getByText('Write mcg for micrograms in other drugs in the compound').first()).toBeVisible();
    await asked.getByRole('textbox', { name: 'Other drugs in the compound' }).fill('morphine 5 mg/mL');
    await expect.poll(() => statusOf(page)).toBe('Review');
    const drawer = await handover(page);
    const narrative = 'Compounded baclofen 4000 mcg/mL, 10 mL, dose 40 mg; morphine 5 mg/mL';
    await expect(drawer.getByText(narrative)).toBeVisible();
    await expect(drawer.getByText('a compound has no NDC of its own')).toBeVisible();
    await drawer.getByRole('radio', { name: '837P' }).check();
    await expect(drawer.getByText(`SV1*HC:J7999:::::${narrative}*200*UN*1`)).toBeVisible();
  },
);

const millimeter = 72 / 25.4;
/** From the upper edge of a line of 12 points to its baseline, in the fonts that stand in for Courier. */
const toBaseline = 9.2;

test.describe('the print onto a pre-printed form', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => {};
    });
    await openUnfolded(page);
  });

  /** What stands where, by line and column of the form’s own raster: row form grid. */
  const grid = [
    ['Plan', 2, 49],
    ['M1', 8, 50],
    ['Sample,', 10, 1],
    ['1960', 10, 37],
    ['Street', 12, 11],
    ['58102', 16, 1],
    ['SOF', 29, 7],
    ['SOF', 29, 55],
    ['0', 37, 42],
    ['G35D', 38, 3],
    ['PAEXAMPLE1', 40, 50],
    ['N466794015702', 43, 1],
    ['ML12.5', 43, 15],
    ['N466794015702', 45, 1],
    ['ML7.5', 45, 15],
    ['11', 44, 19],
    ['J0475', 44, 25],
    ['J0475', 46, 25],
    ['JW', 46, 33],
    ['A', 44, 45],
    ['600', 44, 52],
    ['00', 44, 56],
    ['200', 46, 52],
    ['00', 46, 56],
    ['3', 44, 59],
    ['1', 46, 59],
    ['800', 56, 54],
    ['00', 56, 58],
  ] as const;

  /** The words of a text in type of one width: what stands close together comes as one. */
  const wordsOf = ({ text, x, end, baseline }: PdfText) =>
    [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => {
      const width = (end - x) / text.length;
      return { text: word, x: x + width * index, end: x + width * (index + word.length), baseline };
    });

  for (const [right, down, height] of [
    ['0', '0', '100'],
    ['5', '-2.5', '99'],
  ] as const) {
    test(`stands within 1 mm of the grid, moved by ${right} and ${down} mm, ${height} % high`, async ({ page }) => {
      const drawer = await wholeClaim(page);
      await expect(drawer.getByText(/^Of whom the claim names, \d+ answers are missing or wrong\./)).toBeVisible();
      await expect(drawer.getByRole('button', { name: 'Print onto the form' })).toHaveCount(0);
      await nameAll(drawer);
      await drawer.getByRole('textbox', { name: 'Distance to the right, in mm' }).fill(right);
      await drawer.getByRole('textbox', { name: 'Distance down, in mm' }).fill(down);
      await drawer.getByRole('textbox', { name: 'Height of the form, in percent' }).fill(height);
      await drawer.getByRole('button', { name: 'Print onto the form' }).click();
      const pages = await textsOfPages(await printed(page, { preferCSSPageSize: true }));
      expect(pages).toHaveLength(1);
      const texts = pages.flat().flatMap(wordsOf);
      expect(pages.flat()[0]).toMatchObject({ width: 612, height: 792 });
      for (const [text, line, column] of grid) {
        const x = 21 + 7.2 * (column - 1) + Number(right) * millimeter;
        // Item 1, at 110 points, is what the height is counted from.
        const y = 110 + ((12 * (line - 8)) / 100) * Number(height) + Number(down) * millimeter;
        const near = texts.filter(
          (each) =>
            each.text === text &&
            Math.abs(each.x - x) < millimeter &&
            Math.abs(each.baseline - y - toBaseline) < millimeter,
        );
        expect(
          near,
          `${text} at ${x}, ${y}: ${JSON.stringify(texts.filter((each) => each.text === text))}`,
        ).toHaveLength(1);
        // Ten characters an inch.
        expect(Math.abs((near[0]?.end ?? 0) - x - 7.2 * text.length)).toBeLessThan(millimeter);
      }
      // Item 33 ends the text: nothing is printed below line 61.
      expect(Math.max(...texts.map(({ baseline }) => baseline))).toBeLessThan(26 + 12 * 61 + 10);
    });
  }

  test('the copy for the file says what it is, and has every item in its box on one page', async ({ page }) => {
    const drawer = await wholeClaim(page);
    await drawer.getByRole('button', { name: 'Go to the answer: 29' }).click();
    const paid = drawer.getByRole('textbox', { name: 'Patient paid, in dollars' });
    await expect(paid).toBeFocused();
    await paid.fill('20');
    await drawer.getByRole('button', { name: 'Check what is missing' }).click();
    await expect(drawer.getByRole('group', { name: 'There is a problem' })).toBeFocused();
    await drawer.getByRole('button', { name: 'Go to the answer: 2', exact: true }).click();
    await expect(drawer.getByRole('textbox', { name: 'Patient’s last name' })).toBeFocused();
    for (const [name, text] of Object.entries({ ...billing, ...patient }))
      await drawer.getByRole('textbox', { name, exact: true }).fill(text);
    await drawer.getByRole('combobox', { name: 'Sex', exact: true }).selectOption('Female');
    await drawer.getByRole('button', { name: 'Check what is missing' }).click();
    await expect(drawer.getByText('All that the form asks for is told.')).toBeVisible();
    await drawer.getByRole('button', { name: 'Print a copy for the file' }).click();
    const pages = await textsOfPages(await printed(page, { preferCSSPageSize: true }));
    expect(pages).toHaveLength(1);
    const texts = pages.flat();
    const all = texts.map(({ text }) => text).join(' ');
    for (const words of ['Copy for the file, not for sending', 'Form 1 of 1', '33 Billing provider', 'Example Clinic'])
      expect(all).toContain(words);
    expect(all).toMatch(/800\s+00\s+20\s+00/);
    for (const { x, end, text } of texts) expect(x > 15 && end < 597, text).toBe(true);
  });

  test('nine lines stand on two forms, each with its own total, on screen and on paper', async ({ page }) => {
    await loadExample(page, 2);
    await recordRefill(page);
    const labels = ['66794-157-01', '66794-157-02', '70121-2503-1', '70121-2505-2', '70257-563-01', '70257-563-02'];
    for (const ndc of [...labels, '25021-679-20', '67457-564-20', '14789-161-05']) {
      await page.getByRole('textbox', { name: 'NDC or barcode' }).last().fill(ndc);
      await page.getByRole('textbox', { name: 'NDC or barcode' }).last().press('Enter');
      await page.getByRole('textbox', { name: 'Count', exact: true }).last().fill('1');
    }
    await page.getByRole('radio', { name: 'Other', exact: true }).first().check();
    await page.getByRole('textbox', { name: 'Other size, in mL' }).fill('100');
    // Five vials go in, and four are thrown away.
    await page.getByRole('textbox', { name: 'Instilled, in mL' }).fill('100');
    await page.getByRole('radio', { name: 'All of it was thrown away' }).check();
    await page.getByRole('checkbox', { name: 'One line for each NDC' }).check();
    await expect.poll(async () => (await linesOf(page)).length).toBe(9);
    const drawer = await handover(page);
    await drawer.getByRole('radio', { name: 'CMS-1500, by item number' }).check();
    for (const [form, total] of [
      ['1', '4800.00'],
      ['2', '2400.00'],
    ] as const)
      await expect(
        drawer
          .getByRole('list', { name: `Total of form ${form}` })
          .getByRole('listitem')
          .first(),
      ).toContainText(total);
    await nameAll(drawer);
    await drawer.getByRole('button', { name: 'Print a copy for the file' }).click();
    const pages = await textsOfPages(await printed(page, { preferCSSPageSize: true }));
    expect(pages.map((texts) => texts.filter(({ text }) => /\bJ0475\b/.test(text) && !/×/.test(text)).length)).toEqual([
      6, 3,
    ]);
  });

  test('the test sheet names the places, and nothing of the claim', async ({ page }) => {
    const drawer = await wholeClaim(page);
    await drawer.getByRole('button', { name: 'Print a test sheet' }).click();
    const pages = await textsOfPages(await printed(page, { preferCSSPageSize: true }));
    expect(pages).toHaveLength(1);
    const texts = pages.flat();
    const all = texts.map(({ text }) => text).join(' ');
    for (const item of ['1a', '7 city', '19', '21L', '22 ref.', '23', '33', '24A shaded', 'M4', '123 45', '100.5'])
      expect(all).toContain(item);
    expect(all).not.toMatch(/J0475|G35D|PAEXAMPLE/);
    // Rulers in true millimeters: across from the left of item 1, and down from its upper edge.
    const marked = (millimeters: string) => texts.filter(({ text, size }) => text === millimeters && size < 10);
    const across = marked('190')[0];
    expect(Math.abs(((across?.x ?? 0) + (across?.end ?? 0)) / 2 - 21 - 190 * millimeter)).toBeLessThan(1);
    const down = marked('230')[0];
    expect(Math.abs((down?.baseline ?? 0) - 110 - 230 * millimeter)).toBeLessThan(8);
  });

  test('an offset that is none is told beside its field, and keeps the printer waiting', async ({ page }) => {
    const drawer = await wholeClaim(page);
    const right = drawer.getByRole('textbox', { name: 'Distance to the right, in mm' });
    for (const wrong of ['x', '21', '1.25', '']) {
      await right.fill(wrong);
      await drawer.getByRole('button', { name: 'Print a test sheet' }).click();
      await expect(
        drawer.getByText(
          'Distance to the right must be a number from -20 to 20 with at most one decimal, like 1.5 or -0.5',
        ),
      ).toBeVisible();
      await expect(right).toBeFocused();
      await expect(page.locator('.form-sheets')).toHaveCount(0);
    }
  });

  test('afterwards the paper is the claim summary again, and the offset is kept with the profiles', async ({
    page,
  }) => {
    const drawer = await wholeClaim(page);
    await nameAll(drawer);
    await drawer.getByRole('textbox', { name: 'Distance down, in mm' }).fill('-1.5');
    await drawer.getByRole('button', { name: 'Print onto the form' }).click();
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect(page.locator('.form-sheets')).toHaveCount(0);
    await page.keyboard.press('Escape');
    const texts = (await textsOfPages(await printed(page))).flat();
    expect(texts.map(({ text }) => text).join(' ')).toContain('Baclofen claim summary');
    const profiles = await openDrawer(page, 'Payer profiles');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      profiles.getByRole('button', { name: 'Save to a file' }).click(),
    ]);
    const kept = await textOf(file);
    expect(JSON.parse(kept).printOffset).toEqual({ rightTenthsMm: 0, downTenthsMm: -15, heightPerMille: 1000 });
    await profiles.getByLabel('Open a file').setInputFiles({
      name: 'kept.json',
      mimeType: 'application/json',
      buffer: Buffer.from(kept.replace('-15', '25')),
    });
    await expect(profiles.getByText('came from the file')).toBeVisible();
    await page.keyboard.press('Escape');
    await handover(page);
    await expect(drawer.getByRole('textbox', { name: 'Distance down, in mm' })).toHaveValue('2.5');
  });
});
