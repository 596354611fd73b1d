import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import {
  answerPanel,
  checkOffAll,
  fillLeast,
  linesOf,
  loadExample,
  newClaim,
  openDrawer,
  openUnfolded,
  statusOf,
} from './worksheet';
import { askForParties, office as madeUpOffice, patient } from './parties';

const given = (page: Page) => page.getByRole('textbox', { name: 'Dose given' });
const dateOfService = (page: Page) => page.getByRole('textbox', { name: 'Date of service' });

test('after a new claim the unit boxes show what is computed with, and an example reads as it is', async ({ page }) => {
  await openUnfolded(page);
  for (const unit of ['Unit of dose given', 'Unit of dose wasted', 'Unit of labeled amount opened'])
    await page.getByRole('combobox', { name: unit }).selectOption('mL');
  await newClaim(page);
  for (const unit of ['Unit of dose given', 'Unit of dose wasted', 'Unit of labeled amount opened'])
    await expect(page.getByRole('combobox', { name: unit })).toHaveValue('mg');
  await fillLeast(page, '18', '2');
  await page.getByRole('textbox', { name: 'Strength' }).fill('2000');
  await page.getByRole('combobox', { name: 'Unit of dose given' }).selectOption('mL');
  await page.getByRole('combobox', { name: 'Unit of dose wasted' }).selectOption('mL');
  await expect.poll(() => linesOf(page)).toEqual(['J0475-JZ x4']);
  await page.getByRole('combobox', { name: 'Unit of dose given' }).selectOption('mcg');
  await loadExample(page, 1);
  await expect(page.getByRole('combobox', { name: 'Unit of dose given' })).toHaveValue('mg');
  await expect(given(page)).toHaveAccessibleDescription(/36 mg = 3\.6 units/);
  expect(await linesOf(page)).toEqual(['J0475-JZ x4']);
});

test('a unit chosen takes the place of one that was typed', async ({ page }) => {
  await openUnfolded(page);
  await given(page).fill('36000 mcg');
  await expect(page.getByRole('combobox', { name: 'Unit of dose given' })).toHaveValue('mcg');
  await page.getByRole('combobox', { name: 'Unit of dose given' }).selectOption('mg');
  await expect(given(page)).toHaveValue('36000');
  await expect(given(page)).toHaveAccessibleDescription(/36,000 mg = 3600 units/);
});

test('undo brings the last claim back to the letter, until something is typed', async ({ page }) => {
  await openUnfolded(page);
  const undo = page.getByRole('button', { name: 'Undo: bring the last claim back' });
  const state = () =>
    page
      .getByRole('form', { name: 'Worksheet' })
      .evaluate((form: HTMLFormElement) => JSON.stringify([...new FormData(form)]));
  await newClaim(page);
  await expect(undo).toHaveCount(0);
  await fillLeast(page, '25 mg', '15');
  await page.getByRole('textbox', { name: 'Patient reference' }).fill('MRN-1');
  await answerPanel(page).getByRole('checkbox', { name: 'I have checked this' }).first().check();
  const typed = await state();
  await newClaim(page);
  await expect(page.getByRole('textbox', { name: 'Patient reference' })).toHaveValue('');
  await undo.click();
  await expect.poll(state).toBe(typed);
  await expect(answerPanel(page).getByRole('checkbox', { name: 'I have checked this' }).first()).toBeChecked();
  await loadExample(page, 2);
  await undo.click();
  await expect.poll(state).toBe(typed);
  await newClaim(page);
  await newClaim(page);
  await undo.click();
  await expect.poll(state).toBe(typed);
  await newClaim(page);
  await given(page).fill('7');
  await expect(undo).toHaveCount(0);
});

test(
  'a tick is of one patient: it falls with another, and ' +
    'stands when the patient of the same facts is named at last',
  async ({ page }) => {
    await openUnfolded(page);
    await loadExample(page, 1);
    await checkOffAll(page);
    await expect.poll(() => statusOf(page)).toBe('Ready');
    await page.getByRole('textbox', { name: 'Patient reference' }).fill('MRN-1');
    await page.getByRole('textbox', { name: 'Account' }).fill('ACC-1');
    await expect.poll(() => statusOf(page)).toBe('Ready');
    await page.getByRole('textbox', { name: 'Dose given' }).fill('35');
    await page.getByRole('textbox', { name: 'Dose wasted' }).fill('5');
    await expect.poll(() => statusOf(page)).toBe('Ready');
    await page.getByRole('textbox', { name: 'Patient reference' }).fill('MRN-2');
    await expect.poll(() => statusOf(page)).toBe('Review');
    await expect(page.getByRole('checkbox', { name: 'I have checked this', checked: true })).toHaveCount(0);
  },
);

test('an answer overwritten for the next patient takes the ticks away', async ({ page }) => {
  await openUnfolded(page);
  await loadExample(page, 1);
  await checkOffAll(page);
  await expect.poll(() => statusOf(page)).toBe('Ready');
  await given(page).fill('35');
  await page.getByRole('textbox', { name: 'Dose wasted' }).fill('5');
  await page.getByRole('textbox', { name: 'Patient reference' }).fill('MRN-2');
  await expect.poll(() => statusOf(page)).toBe('Review');
});

const office = { ...madeUpOffice, 'Provider tax ID': '12-3456789' };

/** Made-up people: every text is of one of them alone. */
const patients = [
  {
    reference: 'REFONE',
    last: 'Onesample',
    first: 'Ann',
    member: 'MEMBERONE',
    payer: 'Medicare Part B',
    plan: 'Planone',
    planId: 'PIDONE',
    given: '36',
    wasted: '4',
    lines: 'J0475-JZ × 4',
    segments: ['SV1*HC:J0475:JZ*800*UN*4*'],
  },
  {
    reference: 'REFTWO',
    last: 'Twosample',
    first: 'Bob',
    member: 'MEMBERTWO',
    payer: 'Commercial',
    plan: 'Plantwo',
    planId: 'PIDTWO',
    given: '25 mg',
    wasted: '15 mg',
    lines: 'J0475 × 3, J0475-JW × 1',
    segments: ['SV1*HC:J0475*600*UN*3*', 'SV1*HC:J0475:JW*200*UN*1*'],
  },
  {
    reference: 'REFTRE',
    last: 'Threesample',
    first: 'Cy',
    member: 'MEMBERTRE',
    payer: 'Medicaid',
    plan: 'Plantre',
    planId: 'PIDTRE',
    given: '20000 mcg',
    wasted: '0',
    lines: 'J0475-JZ × 2',
    segments: ['SV1*HC:J0475:JZ*400*UN*2*'],
  },
  {
    reference: 'REFFOR',
    last: 'Foursample',
    first: 'Di',
    member: 'MEMBERFOR',
    payer: 'Medicare Advantage',
    plan: 'Planfor',
    planId: 'PIDFOR',
    given: '18 mL',
    wasted: '2 mL',
    lines: 'J0475-JZ × 4',
    segments: ['SV1*HC:J0475:JZ*800*UN*4*'],
  },
  {
    reference: 'REFFIV',
    last: 'Fivesample',
    first: 'Ed',
    member: 'MEMBERFIV',
    payer: 'Commercial',
    plan: 'Planfiv',
    planId: 'PIDFIV',
    given: '10',
    wasted: '0',
    lines: 'J0475-JZ × 1',
    segments: ['SV1*HC:J0475:JZ*200*UN*1*'],
  },
] as const;

test('five patients in a row, of different payers and units, a file for each: none holds anything of another', async ({
  page,
}) => {
  test.setTimeout(90_000);
  await openUnfolded(page);
  const files: string[] = [];
  for (const [place, patient] of patients.entries()) {
    if (place > 0) await newClaim(page);
    await fillLeast(page, patient.given, patient.wasted, patient.payer);
    await page.getByRole('textbox', { name: 'Strength' }).fill('2000');
    await page.getByRole('textbox', { name: 'Patient reference' }).fill(patient.reference);
    await page.getByRole('textbox', { name: 'Charge per unit' }).fill('200');
    const drawer = await openDrawer(page, 'Claim forms and files');
    await drawer.getByRole('radio', { name: '837P' }).check();
    await askForParties(drawer);
    const field = (name: string) => drawer.getByRole('textbox', { name, exact: true });
    if (place === 0) for (const [name, text] of Object.entries(office)) await field(name).fill(text);
    for (const name of [
      'Patient’s last name',
      'Patient’s first name',
      'Member ID',
      'Date of birth',
      'Patient’s street',
    ])
      await expect(field(name)).toHaveValue('');
    // Proposed from the patient's own reference, never from the last patient's.
    await expect(field('Account number')).toHaveValue(patient.reference);
    if (place > 0) await drawer.getByText('Sender, receiver and provider: Example Clinic').click();
    await expect(field('Control number')).toHaveValue(place === 0 ? '' : String(901 + place));
    for (const [name, text] of Object.entries(office)) await expect(field(name)).toHaveValue(text);
    for (const [name, text] of [
      ['Control number', String(901 + place)],
      ['Patient’s last name', patient.last],
      ['Patient’s first name', patient.first],
      ['Member ID', patient.member],
      ['Date of birth', '01/02/1960'],
      ['Patient’s street', `${place + 1} ${patient.last} Street`],
      ['Patient’s city', 'Fargo'],
      ['Patient’s state', 'ND'],
      ['Patient’s ZIP', '58102'],
      ['Payer name', patient.plan],
      ['Payer ID', patient.planId],
      ['Account number', `ACC${patient.reference}`],
    ] as const) {
      await field(name).fill(text);
    }
    await drawer.getByRole('combobox', { name: 'Sex' }).selectOption('Unknown');
    await expect(drawer.locator('.whose').last()).toContainText(
      `${patient.reference}; ${patient.last}, ${patient.first}; ACC${patient.reference}, service of`,
    );
    await expect(drawer.locator('.whose').last()).toContainText(patient.lines);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      drawer.getByRole('button', { name: 'Download the 837P file' }).click(),
    ]);
    files.push(await readFile(await download.path(), 'utf8'));
    await expect(drawer.getByText('The file went to your downloads')).toBeVisible();
    await expect(drawer.getByRole('group', { name: 'There is a problem' })).toHaveCount(0);
    await page.keyboard.press('Escape');
  }
  for (const [place, file] of files.entries()) {
    const { last, first, member, plan, planId, reference, segments } = patients[place] ?? patients[0];
    for (const own of [
      `NM1*IL*1*${last}*${first}*`,
      member,
      `NM1*PR*2*${plan}*`,
      planId,
      `CLM*ACC${reference}*`,
      'NM1*85*2*Example Clinic*',
      ...segments,
    ])
      expect(file, own).toContain(own);
    expect(file.match(/SV1\*/g)).toHaveLength(segments.length);
    for (const other of patients.filter((_, index) => index !== place)) {
      for (const foreign of [other.reference, other.last, other.member, other.plan, other.planId])
        expect(file).not.toContain(foreign);
    }
  }
});

test('a reference that is overwritten takes the 837P’s patient along only once it is typed again', async ({ page }) => {
  await openUnfolded(page);
  await loadExample(page, 2);
  const reference = page.getByRole('textbox', { name: 'Patient reference' });
  await reference.fill('REF-A');
  let drawer = await openDrawer(page, 'Claim forms and files');
  await drawer.getByRole('radio', { name: '837P' }).check();
  await askForParties(drawer);
  await drawer.getByRole('textbox', { name: 'Patient’s last name' }).fill('Onesample');
  await page.keyboard.press('Escape');
  await reference.fill('REF-B');
  drawer = await openDrawer(page, 'Claim forms and files');
  await drawer.getByRole('button', { name: 'Download the 837P file' }).click();
  const problem = drawer
    .getByRole('group', { name: 'There is a problem' })
    .getByRole('button', { name: 'The patient was typed for REF-A, and the reference is REF-B now' });
  await problem.click();
  await expect(drawer.getByRole('textbox', { name: 'Patient’s last name' })).toBeFocused();
  await page.keyboard.type('Twosample');
  await expect(problem).toHaveCount(0);
});

test('what is typed of the patient stays on the screen where a decision falls with it', async ({ page }) => {
  await openUnfolded(page);
  await loadExample(page, 2);
  await page.getByRole('textbox', { name: 'Charge per unit' }).fill('0');
  const finding = answerPanel(page).getByRole('listitem').filter({ hasText: 'Send it all the same' });
  await finding.getByText('Send it all the same').click();
  await finding.getByRole('textbox', { name: 'Who decided' }).fill('AB');
  await finding.getByRole('textbox', { name: 'Reason to send it all the same' }).fill('free drug');
  await page.getByRole('textbox', { name: 'Patient reference' }).fill('REF-A');
  const drawer = await openDrawer(page, 'Claim forms and files');
  await drawer.getByRole('radio', { name: '837P' }).check();
  await askForParties(drawer);
  const member = drawer.getByRole('textbox', { name: 'Member ID' });
  await member.fill('Z9');
  await drawer.getByRole('textbox', { name: 'Patient’s last name' }).fill('Onesample');
  await member.press('End');
  await member.press('Backspace');
  await expect(member).toHaveValue('Z');
  await expect(member).toBeFocused();
  await expect(
    drawer.getByText('What was decided of the findings was for another patient or other facts'),
  ).toBeVisible();
  await expect(drawer.getByRole('group', { name: 'This claim is not written' })).toBeVisible();
});

test('a payer of the clinic’s list is offered to the next patient of that payer type, and only then', async ({
  page,
}) => {
  await openUnfolded(page);
  await loadExample(page, 2);
  await page.getByRole('textbox', { name: 'NDC of the container' }).fill('66794-0157-02');
  let drawer = await openDrawer(page, 'Claim forms and files');
  const toParties = async () => {
    drawer = await openDrawer(page, 'Claim forms and files');
    await drawer.getByRole('radio', { name: '837P' }).check();
    await askForParties(drawer);
  };
  await page.keyboard.press('Escape');
  await toParties();
  await expect(drawer.getByRole('combobox', { name: 'Payer, from the clinic’s list' })).toHaveCount(0);
  for (const [name, text] of Object.entries({
    ...office,
    ...patient,
    'Control number': '1',
  })) {
    await drawer.getByRole('textbox', { name, exact: true }).fill(text);
  }
  await drawer.getByRole('combobox', { name: 'Sex' }).selectOption('Female');
  await Promise.all([
    page.waitForEvent('download'),
    drawer.getByRole('button', { name: 'Download the 837P file' }).click(),
  ]);
  await page.keyboard.press('Escape');
  await loadExample(page, 1);
  await toParties();
  await expect(drawer.getByRole('combobox', { name: 'Payer, from the clinic’s list' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await loadExample(page, 2);
  await toParties();
  // The only one of its type is chosen by itself; another can be typed.
  const known = drawer.getByRole('combobox', { name: 'Payer, from the clinic’s list' });
  await expect(drawer.getByRole('textbox', { name: 'Payer name' })).toHaveValue('Example Plan');
  await known.selectOption('Another, typed below');
  await expect(drawer.getByRole('textbox', { name: 'Payer name' })).toHaveValue('');
  await known.selectOption('Example Plan, P1');
  await expect(drawer.getByRole('textbox', { name: 'Payer ID' })).toHaveValue('P1');
});

test('leaving with something typed asks, in the browser’s own words; an empty page and an example do not', async ({
  page,
}) => {
  await openUnfolded(page);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await loadExample(page, 1);
  await page.reload();
  await openUnfolded(page);
  expect(asked).toEqual([]);
  await given(page).click();
  await page.keyboard.type('3');
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
});

test('a page left open overnight changes nothing that was typed', async ({ page }) => {
  await openUnfolded(page);
  const wakeUp = async (time: string) => {
    await page.clock.setFixedTime(new Date(time));
    await page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));
  };
  await wakeUp('2026-03-10T23:58:00-04:00');
  await fillLeast(page);
  await expect(dateOfService(page)).toHaveValue('03/10/2026');
  await dateOfService(page).fill('t-1');
  await expect(dateOfService(page)).toHaveAccessibleDescription(/Mon Mar 9, 2026/);
  await wakeUp('2026-03-11T00:03:00-04:00');
  await expect(dateOfService(page)).toHaveValue('03/09/2026');
  await dateOfService(page).fill('t');
  await expect(dateOfService(page)).toHaveAccessibleDescription(/Wed Mar 11, 2026/);
  await dateOfService(page).press('Tab');
  await expect(dateOfService(page)).toHaveValue('03/11/2026');
  await wakeUp('2026-03-12T09:00:00-04:00');
  await expect(dateOfService(page)).toHaveValue('03/11/2026');
  expect(await linesOf(page)).toEqual(['J0475-JZ x4']);
});

const notice = (page: Page) => page.getByText('This page is not working: its script did not start');

test('where the script does not start, the page says so: blocked, at a file address, or with no script at all', async ({
  page: blocked,
  browser,
  baseURL,
}) => {
  const [fromDisk, without] = await Promise.all([
    browser.newPage(),
    browser.newPage({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) }),
  ]);
  await blocked.route('**/*.js', (route) => route.abort());
  // It is told after some seconds: the three wait side by side.
  await Promise.all([
    blocked.goto('/'),
    fromDisk.goto(new URL('../dist/index.html', import.meta.url).href),
    without.goto('/'),
  ]);
  await Promise.all([blocked, fromDisk, without].map((page) => expect(notice(page)).toBeVisible()));
  await Promise.all([fromDisk, without].map((page) => page.close()));
});

test('that the script did not start is not told where it starts', async ({ page }) => {
  await openUnfolded(page);
  await expect(notice(page)).toHaveCount(0);
});
