import { expect, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import {
  answerPanel,
  fillLeast,
  linesOf,
  loadExample,
  newClaim,
  openDrawer,
  openUnfolded,
  recordRefill,
  statusOf,
} from './worksheet';
import { test } from './warm';

const finding = (page: Page, title: string) =>
  answerPanel(page)
    .locator('.finding')
    .filter({ has: page.getByRole('heading', { name: title }) });

/** A profile of the clinic's own, typed into the drawer; the drawer stays open. */
async function makeProfile(
  page: Page,
  name: string,
  typed: Readonly<Record<string, string>>,
  chosen: Readonly<Record<string, string>> = {},
): Promise<void> {
  const drawer = await openDrawer(page, 'Payer profiles');
  await drawer.getByRole('button', { name: 'New profile' }).click();
  await drawer.getByRole('textbox', { name: 'Name of the payer' }).fill(name);
  await drawer.getByRole('combobox', { name: 'Payer type' }).selectOption('Commercial');
  for (const [label, text] of Object.entries(typed)) await drawer.getByRole('textbox', { name: label }).fill(text);
  for (const [label, option] of Object.entries(chosen))
    await drawer.getByRole('combobox', { name: label }).selectOption(option);
  await drawer.getByRole('button', { name: 'Keep this profile' }).click();
  await expect(drawer.getByRole('heading', { name, exact: true })).toBeVisible();
}
const closeDrawer = (page: Page) => page.keyboard.press('Escape');
const today = '05/20/2026';

test('a commercial claim above the plan’s cap: the units at risk and what they are worth', async ({ page }) => {
  await openUnfolded(page);
  await makeProfile(page, 'Prairie Health', {
    'Units per fill': '3',
    'Minimum days between fills': '30',
    'Units per period': '8',
    'Days in the period': '90',
    'Fee per unit': '181.50',
    'Verified on': '11/01/2026',
    'Verified by': 'AB',
  });
  await closeDrawer(page);
  await fillLeast(page, '36', '4', 'Commercial');
  await expect(page.getByRole('textbox', { name: 'Date of the last fill' })).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Payer profile' }).selectOption('Prairie Health');
  await expect(finding(page, 'Units in one fill')).toContainText('1 unit is at risk, worth $181.50 at the plan’s fee');
  await expect(finding(page, 'Units in one fill')).toContainText('CARC 153');
  await expect(finding(page, 'Days between fills')).toContainText('The date of the last fill is missing');
  await finding(page, 'Days between fills').getByRole('button', { name: 'Go to the answer' }).click();
  await expect(page.getByRole('textbox', { name: 'Date of the last fill' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Date of service' }).fill(today);
  await page.getByRole('textbox', { name: 'Date of the last fill' }).fill('05/01/2026');
  await expect(finding(page, 'Days between fills')).toContainText(
    '19 days have passed since the last fill of 05/01/2026',
  );
  await page.getByRole('textbox', { name: 'Units billed before' }).fill('5');
  await expect(finding(page, 'Units in the plan’s period')).toContainText('5 billed before and 4 now make 9');
  await page.getByRole('textbox', { name: 'Date of the last fill' }).fill('04/20/2026');
  await page.getByRole('textbox', { name: 'Units billed before' }).fill('4');
  await expect(finding(page, 'Days between fills')).toHaveCount(0);
  await expect(finding(page, 'Units in the plan’s period')).toHaveCount(0);
  await page.getByText('Estimate, if nothing is denied: $726.00 allowed').click();
  await expect(answerPanel(page).getByRole('table', { name: 'Estimate' })).toContainText('$726.00');
});

test('a Medicaid claim: the NDC is asked for, and stands on the lines with its milliliters', async ({ page }) => {
  await openUnfolded(page);
  await fillLeast(page, '25', '15', 'Medicaid');
  await expect(finding(page, 'NDC of the container')).toContainText('It is required with the drug line: Medicaid');
  await expect(finding(page, 'NDC of the container')).toContainText('CARC 16 with RARC M119');
  await page.getByRole('textbox', { name: 'NDC of the container' }).fill('66794-157-02');
  await page.getByRole('textbox', { name: 'Strength' }).fill('2000');
  await expect(answerPanel(page).locator('.service-lines tbody tr')).toHaveText([
    /66794015702 12\.5 mL/,
    /66794015702 7\.5 mL/,
  ]);
  await page.getByRole('combobox', { name: 'Payer profile' }).selectOption('UnitedHealthcare Community Plan Maryland');
  await expect(answerPanel(page)).toContainText(
    'Item 24 shaded (NUCC): line 1 N466794015702 ML12.5 line 2 N466794015702 ML7.5',
  );
  await expect(finding(page, 'Payer profile')).toContainText(
    'UnitedHealthcare Community Plan Maryland: these rules come from the plan’s published policy.',
  );
  // Another payer type has other profiles: the one chosen does not stay behind, and the claim does not vanish.
  await page.getByRole('combobox', { name: 'Payer type' }).selectOption('Medicare Part B');
  await expect.poll(() => linesOf(page)).toEqual(['J0475 x3', 'J0475-JW x1']);
});

test('an expired authorization is to be fixed first, and a new date settles it', async ({ page }) => {
  await openUnfolded(page);
  await fillLeast(page, '36', '4', 'Commercial');
  await page.getByRole('textbox', { name: 'Date of service' }).fill(today);
  await page.getByRole('combobox', { name: 'Preauthorization status' }).selectOption('Approved');
  await page.getByRole('textbox', { name: 'Preauthorization number' }).fill('PA-1');
  await page.getByRole('textbox', { name: 'First valid date' }).fill('01/01/2026');
  await page.getByRole('textbox', { name: 'Last valid date' }).fill('05/19/2026');
  await expect.poll(() => statusOf(page)).toBe('Fix first');
  await expect(finding(page, 'Days that the preauthorization covers')).toContainText(
    'May come back: preauthorization expired before the service (CARC 302)',
  );
  await page.getByRole('textbox', { name: 'Last valid date' }).fill(today);
  await expect.poll(() => statusOf(page)).toBe('Review');
});

test('save profiles, leave, open them: the same claim, to the letter', async ({ page }) => {
  const claimWith = async () => {
    await fillLeast(page, '25', '15', 'Commercial');
    await page.getByRole('textbox', { name: 'Date of service' }).fill(today);
    await page.getByRole('combobox', { name: 'Payer profile' }).selectOption('Prairie Health');
    await page.getByRole('textbox', { name: 'Date of the last fill' }).fill('05/01/2026');
    await expect.poll(() => linesOf(page)).toEqual(['J0475-KD x3', 'J0475-JW-KD x1']);
    await page.getByText(/^Estimate, if nothing is denied/).click();
    await expect(answerPanel(page)).toContainText('The fee for one unit stands in the profile Prairie Health.');
    return answerPanel(page).textContent();
  };
  await openUnfolded(page);
  await makeProfile(
    page,
    'Prairie Health',
    {
      'Minimum days between fills': '30',
      'Units per fill': '3',
      'Order of modifiers': 'JW, JZ, KD',
      'Fee per unit': '178.052',
      'Verified on': '11/01/2026',
      'Verified by': 'AB',
      'Review by': '11/01/2027',
    },
    { JW: 'Required: put it on', 'KD on pump fills': 'Yes', 'A4220 beside a refill': 'Not paid' },
  );
  const drawer = page.getByRole('dialog', { name: 'Payer profiles' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    drawer.getByRole('button', { name: 'Save to a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('baclofen-payer-profiles.json');
  const saved = await readFile(await download.path(), 'utf8');
  await closeDrawer(page);
  const before = await claimWith();

  await newClaim(page);
  await page.reload();
  await openUnfolded(page);
  await page.getByRole('combobox', { name: 'Payer type' }).selectOption('Commercial');
  await expect(
    page.getByRole('combobox', { name: 'Payer profile' }).getByRole('option', { name: 'Prairie Health' }),
  ).toHaveCount(0);
  const again = await openDrawer(page, 'Payer profiles');
  const file = again.getByLabel('Open a file');
  await file.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(saved) });
  await expect(again.getByText('1 profile and 0 tables came from the file.')).toBeVisible();
  // A broken file and one of another version are refused with the line and the reason, and what is there stays.
  await file.setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from(saved.replace('"unitsPerFill": 3', '"unitsPerFill": 3.5')),
  });
  await expect(again.getByText(/what is here stays\. Line \d+: .*units per fill.*Prairie Health/)).toBeVisible();
  await file.setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from(saved.replace(/"version": \d+/, '"version": 99')),
  });
  await expect(again.getByText(/version 99/)).toBeVisible();
  await expect(again.getByRole('heading', { name: 'Prairie Health', exact: true })).toBeVisible();
  await closeDrawer(page);
  expect(await claimWith()).toBe(before);
});

test('a profile that is wrong is told beside its fields, and nothing typed is lost when the drawer closes', async ({
  page,
}) => {
  await openUnfolded(page);
  const drawer = await openDrawer(page, 'Payer profiles');
  await drawer.getByRole('button', { name: 'New profile' }).click();
  await drawer.getByRole('textbox', { name: 'Units per fill' }).fill('eight');
  await drawer.getByRole('button', { name: 'Keep this profile' }).click();
  await expect(drawer.getByRole('group', { name: 'There is a problem' })).toBeFocused();
  await expect(drawer.getByRole('textbox', { name: 'Units per fill' })).toHaveAccessibleDescription(
    /Units per fill must be a whole number/,
  );
  await closeDrawer(page);
  await expect(drawer).toBeHidden();
  await expect(page.locator('.menu > summary')).toBeFocused();
  await openDrawer(page, 'Payer profiles');
  await expect(drawer.getByRole('textbox', { name: 'Units per fill' })).toHaveValue('eight');
});

test('a profile that is deleted while a claim uses it is asked for, never silently replaced', async ({ page }) => {
  await openUnfolded(page);
  await makeProfile(page, 'Prairie Health', {});
  await closeDrawer(page);
  await fillLeast(page, '36', '4', 'Commercial');
  await page.getByRole('combobox', { name: 'Payer profile' }).selectOption('Prairie Health');
  const drawer = await openDrawer(page, 'Payer profiles');
  await drawer.getByRole('button', { name: /^Delete.*Prairie Health/ }).click();
  await drawer.getByRole('button', { name: 'Delete it' }).click();
  await closeDrawer(page);
  await expect(answerPanel(page)).toContainText('The payer profile that was chosen is not there for this payer type');
  await expect(page.getByRole('combobox', { name: 'Payer profile' })).toContainText('One that is no longer here');
  await page.getByRole('combobox', { name: 'Payer profile' }).selectOption('None: the payer type alone');
  await expect.poll(() => linesOf(page)).toEqual(['J0475-JZ x4']);
});

test('340B, custody and a notice put their modifiers on, in order, and the fifth is told', async ({ page }) => {
  await openUnfolded(page);
  await fillLeast(page);
  await page.getByRole('checkbox', { name: 'The drug was bought under the 340B program' }).check();
  await page.getByRole('combobox', { name: 'Patient in custody' }).selectOption('Yes, and 42 CFR 411.4(b) is met');
  await page.getByRole('combobox', { name: 'What the patient was told' }).selectOption('GA');
  await expect.poll(() => linesOf(page)).toEqual(['J0475-JZ-TB-QJ-GA x4']);
  await page.getByRole('checkbox', { name: 'Put KD on the drug line' }).check();
  await expect.poll(() => linesOf(page)).toEqual(['J0475-KD-JZ-TB-QJ x4']);
  await expect(finding(page, 'Four modifiers on a line')).toContainText('Left off: GA.');
});

test(
  'a hospital department off campus puts PO or PN on both lines, and before 2025 the kind of 340B hospital is ' +
    'asked for',
  async ({ page }) => {
    await openUnfolded(page);
    await fillLeast(page, '25', '15');
    await page.getByRole('combobox', { name: 'Setting' }).selectOption('Hospital outpatient');
    await page.getByRole('checkbox', { name: 'The drug was bought under the 340B program' }).check();
    const department = page.getByRole('combobox', { name: 'Hospital department off campus' });
    await department.selectOption('Yes, excepted: PO');
    await expect.poll(() => linesOf(page)).toEqual(['J0475-TB-PO x3', 'J0475-JW-TB-PO x1']);
    await department.selectOption('Yes, not excepted: PN');
    await expect.poll(() => linesOf(page)).toEqual(['J0475-TB-PN x3', 'J0475-JW-TB-PN x1']);
    const kind = page.getByRole('combobox', { name: 'Kind of 340B hospital' });
    await expect(kind).toHaveCount(0);
    await page.getByRole('textbox', { name: 'Date of service' }).fill('03/10/2022');
    await department.selectOption('Yes, excepted: PO');
    await expect.poll(() => linesOf(page)).toEqual(['J0475-PO x3', 'J0475-JW-PO x1']);
    await finding(page, 'TB or JG')
      .getByRole('button', { name: /Go to the answer/ })
      .click();
    await expect(kind).toBeFocused();
    await kind.selectOption({ index: 1 });
    await expect.poll(() => linesOf(page)).toEqual(['J0475-JG-PO x3', 'J0475-JW-JG-PO x1']);
  },
);

test('the place decides who bills the drug: a nurse alone at home, a Part A stay, another place by digits', async ({
  page,
}) => {
  await openUnfolded(page);
  await fillLeast(page, '40', '0', 'Medicare Part B', 'Patient’s home');
  await expect.poll(() => statusOf(page)).toBe('On hold');
  await finding(page, 'Place of the service')
    .getByRole('button', { name: /Go to the answer/ })
    .click();
  const whoWasThere = page.getByRole('combobox', { name: 'Who was there' });
  await expect(whoWasThere).toBeFocused();
  await whoWasThere.selectOption('A nurse alone');
  await expect(finding(page, 'Place of the service')).toContainText(
    'A nurse was there alone. In the home Medicare is understood to pay for the drug only if the physician was there',
  );
  await whoWasThere.selectOption('The physician');
  await expect.poll(() => statusOf(page)).toBe('Review');
  expect(await linesOf(page)).toEqual(['J0475-JZ x4']);

  const setting = page.getByRole('combobox', { name: 'Setting' });
  await setting.selectOption('Skilled nursing facility (SNF), Part A stay');
  await expect.poll(() => statusOf(page)).toBe('On hold');
  await expect(whoWasThere).toHaveCount(0);
  await expect(finding(page, 'Whether the drug is paid on its own line')).toContainText(
    'The procedure stays yours to bill.',
  );

  await setting.selectOption('Other, by its two digits');
  const digits = page.getByRole('textbox', { name: 'Place of service' });
  await digits.fill('11');
  await page.getByRole('button', { name: 'Check the worksheet' }).press('Enter');
  await expect(digits).toHaveAccessibleDescription(/Place of service 11 has its own setting: choose “Office”/);
  await digits.fill('65');
  await expect(finding(page, 'Place of the service')).toContainText('Place of service 65 is none of those on file.');
  const drawer = await openDrawer(page, 'Claim forms and files');
  await expect(
    drawer.getByRole('list', { name: 'Line 1' }).getByRole('listitem').filter({ hasText: '24B' }),
  ).toContainText('65');
});

test('codes of the same day that exclude each other are told, in plain words', async ({ page }) => {
  await openUnfolded(page);
  await fillLeast(page);
  await page.getByRole('checkbox', { name: '62370: refill and programming' }).check();
  await page.getByRole('checkbox', { name: '95991: refill without programming' }).check();
  await page.getByRole('checkbox', { name: 'A4220: refill kit' }).check();
  await expect(finding(page, 'Codes that exclude each other')).toContainText(
    'Keep 62370. Drop 95991, unless that quarter’s list allows it.',
  );
  await expect(finding(page, 'Refill kit (A4220)')).toContainText('CARC 97 or 234 or 236 with RARC M15');
  await page.getByRole('checkbox', { name: '95991' }).uncheck();
  await page.getByRole('checkbox', { name: 'A4220' }).uncheck();
  await expect(finding(page, 'Codes that exclude each other')).toHaveCount(0);
  await expect(finding(page, 'Procedure and drug on one claim')).toHaveCount(0);
});

test('a diagnosis is picked from the list of the day of service, with the keyboard', async ({ page }) => {
  await openUnfolded(page);
  await page.getByText('Pick a diagnosis from a list').click();
  const picker = page.getByRole('combobox', { name: 'Diagnosis of the date of service' });
  await expect(picker.getByRole('option', { name: /^G35:/ })).toHaveCount(0);
  await picker.selectOption('G35.A');
  await page.getByRole('button', { name: 'Add the code' }).press('Enter');
  await picker.selectOption('G80.1');
  await page.getByRole('button', { name: 'Add the code' }).press('Enter');
  await page.getByRole('button', { name: 'Add the code' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Diagnosis codes' })).toHaveValue('G35.A, G80.1');
  await expect(page.getByText('G80.1 is there already.')).toBeVisible();
});

const limits = [
  'Payment Allowance Limits for Medicare Part B Drugs,,,,',
  '"Effective October 1, 2026 through December 31, 2026",,,,',
  'HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Co-insurance Percentage',
  'J0475,Baclofen 10 mg injection,10 MG,182.500,20.000',
  'J0476,Baclofen intrathecal trial,50 MCG,60.125,20.000',
  'J0480,Basiliximab,20 MG,4000.000,20.000',
  '',
].join('\r\n');

test('a CMS file that is opened gives the limit of its quarter, and a wrong one is refused by name', async ({
  page,
}) => {
  await openUnfolded(page);
  await fillLeast(page);
  await page.getByRole('textbox', { name: 'Date of service' }).fill('11/20/2026');
  await expect(
    answerPanel(page).getByText(
      /^Estimate, if nothing is denied: \$747\.98 allowed; Medicare pays \$586\.41, the patient \$149\.60$/,
    ),
  ).toBeVisible();
  const drawer = await openDrawer(page, 'Tables and dates');
  await drawer.getByLabel('Open a CMS file').setInputFiles([
    { name: 'patients.csv', mimeType: 'text/csv', buffer: Buffer.from('name,date\nx,y') },
    { name: 'october.csv', mimeType: 'text/csv', buffer: Buffer.from(limits) },
  ]);
  await expect(drawer.getByText(/“patients\.csv” is neither the CMS payment limit file nor/)).toBeVisible();
  await expect(drawer.getByText(/J0475 \$182\.50/).first()).toBeVisible();
  await closeDrawer(page);
  await page.getByText(/^Estimate, if nothing is denied: \$[\d.]+ allowed; Medicare pays/).click();
  await expect(answerPanel(page)).toContainText(
    'Medicare’s payment rate for one unit of J0475 is $182.50, from 10/01/2026 to 12/31/2026. J0475-JZ: ' +
      '4 units × $182.50 come to $730.00.',
  );
  await page.locator('summary', { hasText: 'Passed:' }).press('Enter');
  await expect(answerPanel(page)).toContainText('What was read is the HCPCS release of October 2026.');
  await page.locator('summary', { hasText: 'Sources and dates' }).press('Enter');
  await expect(answerPanel(page)).toContainText(
    'Medicare payment rates: 10/01/2026 to 12/31/2026, good for the date of service',
  );
  await page.getByRole('textbox', { name: 'Date of service' }).fill('05/20/2026');
  await expect(answerPanel(page)).toContainText(
    'Daily maximum units (MUE): 07/01/2024 to 09/30/2024, older than the date of service, so not checked',
  );
});

test('a container that is new in a CMS crosswalk can be picked in a refill, and its NDC is known', async ({ page }) => {
  await openUnfolded(page);
  const drawer = await openDrawer(page, 'Tables and dates');
  const crosswalk = [
    'October 2026 ASP NDC - HCPCS Crosswalk for Medicare Part B Drugs,,',
    '"     Effective October 1, 2026 through December 31, 2026",,',
    '_2026_CODE,Short Description,LABELER NAME,NDC2,Drug Name,HCPCS dosage,PKG SIZE,PKG QTY,BILLUNITS,BILLUNITSPKG',
    'J0475,Baclofen 10 mg injection,Somebody New,12345-0678-90,New baclofen,10 MG,20,1,4,4',
    'J0476,Baclofen intrathecal trial,Somebody New,12345-0679-90,New baclofen,50 MCG,1,1,1,1',
    'J0480,Basiliximab,Somebody Else,12345-0680-90,Simulect,20 MG,1,1,1,1',
    '',
  ].join('\n');
  await drawer
    .getByLabel('Open a CMS file')
    .setInputFiles({ name: 'crosswalk.csv', mimeType: 'text/csv', buffer: Buffer.from(crosswalk) });
  await expect(drawer.getByText(/12345-0678-90/).first()).toBeVisible();
  await closeDrawer(page);
  await recordRefill(page);
  await page.getByRole('textbox', { name: 'Date of service' }).fill('11/20/2026');
  await page
    .getByRole('combobox', { name: 'Product' })
    .selectOption('New baclofen 2000 mcg/mL, 12345-0678-90, 20 mL, Somebody New');
  await page.getByRole('radio', { name: '20 mL' }).check();
  await expect(page.getByText('compare them with the label')).toBeVisible();
  await page.getByRole('textbox', { name: 'Instilled' }).fill('20');
  await page.getByRole('combobox', { name: 'Payer type' }).selectOption('Medicaid');
  await page.getByRole('combobox', { name: 'Setting' }).selectOption('Office');
  await expect.poll(() => linesOf(page)).toEqual(['J0475-JZ x4']);
  await expect(finding(page, 'NDC of the container')).toContainText('New baclofen');
  await expect(finding(page, 'NDC of the container')).not.toContainText('not on file');
});

test('the denial helper says what a code on the remittance may mean for this claim, and leads to the answer', async ({
  page,
}) => {
  await openUnfolded(page);
  await fillLeast(page, '36', '4', 'Commercial');
  const drawer = await openDrawer(page, 'A claim came back');
  await drawer.getByRole('textbox', { name: 'Code on the remittance' }).fill('CO-197');
  await expect(drawer).toContainText('Nobody has checked yet whether this plan wants preauthorization');
  await drawer
    .getByRole('button', { name: /Go to the answer/ })
    .first()
    .click();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Preauthorization status' })).toBeFocused();
  await openDrawer(page, 'A claim came back');
  await drawer.getByRole('textbox', { name: 'Code on the remittance' }).fill('16 N362');
  await expect(drawer).toContainText('If the units were right, appeal with records');
  await drawer.getByRole('textbox', { name: 'Code on the remittance' }).fill('RUC CO*45*100 OA-22 MA04');
  await expect(drawer).toContainText('CO 45, amount 100; OA 22');
  await expect(drawer).toContainText('22 with MA04: Another payer pays first');
  await expect(drawer).toContainText('CO-45: The provider bears it. The patient is not billed.');
  await expect(drawer).toContainText('RUC is not on file here');
  await drawer.getByRole('textbox', { name: 'Code on the remittance' }).fill('CO-45 '.repeat(40));
  await expect(drawer).toContainText('Enter at most 200 characters');
  await drawer.getByRole('textbox', { name: 'Code on the remittance' }).fill('Z999');
  await expect(drawer.getByRole('status')).toContainText('Z999 is not on file here. The list read is of June 2024.');
  await drawer.getByRole('textbox', { name: 'Code on the remittance' }).fill('CO-15');
  await expect(drawer).toContainText('It left the list on 05/01/2018');
});

test('the denial helper says what to do for this claim and its payer, and by when', async ({ page }) => {
  await openUnfolded(page);
  await fillLeast(page, '36', '4');
  const drawer = await openDrawer(page, 'A claim came back');
  const code = drawer.getByRole('textbox', { name: 'Code on the remittance' });
  await code.fill('CO-16 N822 MA130');
  await expect(drawer.getByRole('heading', { level: 3 })).toHaveText([
    'What it says',
    'Who owes it',
    'On this claim',
    'What to do',
  ]);
  await expect(drawer).toContainText('Line 1 is J0475-JZ, 4 units. Was it so on what was sent?');
  await expect(drawer).toContainText('Send a new claim. Put on the modifier that fits what was wasted.');
  await expect(drawer).toContainText(/Medicare takes it up to \d\d\/\d\d\/\d{4}\. 36[56] days are left\./);
  await code.fill('CO-16 N822');
  await expect(drawer).toContainText('Ask for a reopening, or appeal.');
  await expect(drawer).toContainText(
    'within 120 days after you got the notice. [8 redetermination: official text, read',
  );
  await code.fill('CO-197');
  await expect(drawer).toContainText(
    'A pump maker says that it preauthorizes no trial, implant or refill. Was it the right payer?',
  );
  await drawer.getByRole('button', { name: /^Close/ }).click();
  await page.getByRole('combobox', { name: 'Payer type' }).selectOption('Commercial');
  await openDrawer(page, 'A claim came back');
  await expect(code).toHaveValue('CO-197');
  await expect(drawer).toContainText('Send a replacement (7) with the payer’s own claim number');
  await expect(drawer).not.toContainText('a new claim needs MA130');
  await code.fill('CO-29');
  await expect(drawer).toContainText('Appeal with proof, else write it off.');
});

test('the denial helper without a claim tells every payer’s way, by keyboard too', async ({ page }) => {
  await openUnfolded(page);
  const drawer = await openDrawer(page, 'A claim came back');
  await drawer.getByRole('combobox', { name: 'Or pick one' }).selectOption('50');
  await expect(drawer).toContainText('Enter the encounter on the worksheet');
  const advantage = drawer.locator('summary', { hasText: 'Medicare Advantage' });
  await advantage.focus();
  await page.keyboard.press('Enter');
  await expect(drawer.getByText('An appeal is open for 65 days from the notice')).toBeVisible();
});

test('the reference finds codes, modifiers and what is not confirmed', async ({ page }) => {
  await openUnfolded(page);
  const drawer = await openDrawer(page, 'Reference');
  const search = drawer.getByRole('searchbox');
  await search.fill('J1950');
  await expect(drawer).toContainText('leuprolide');
  await search.fill('QJ');
  await expect(drawer).toContainText('The article says');
  await search.fill('xyzzy');
  await expect(drawer.getByRole('status')).toHaveText('0 entries');
});

test('every finding of a claim says who says so, when asked', async ({ page }) => {
  await openUnfolded(page);
  await loadExample(page, 1);
  const kd = finding(page, 'KD: drug given through an implanted pump');
  await kd.getByText('Who says so: modifier/kd').click();
  await expect(kd).toContainText('Novitas A54100 (2023 copy)');
  expect(await answerPanel(page).locator('.finding:not(:has(.denial))').count()).toBe(0);
});
