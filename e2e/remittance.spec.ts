import { expect } from '@playwright/test';
import { axe } from './axe';
import { tellPatient } from './day';
import { keep, keepClaim, ofToday } from './keep';
import { test } from './warm';
import { open, openDrawer, unfold } from './worksheet';

const claims = [
  'CLP*WS-Onesample*1*800*400*100*MB*ICN1',
  'SVC*HC:J0475*600*300**3',
  'CAS*CO*45*225',
  'CAS*PR*2*75',
  'SVC*HC:J0475*200*100**1',
  'CAS*CO*45*75',
  'CAS*PR*2*25',
  'CLP*2*1*75*0**12*ICN2',
  'SVC*HC:62370*75*0**0**1',
  'CAS*CO*197*75',
]
  .map((segment) => `${segment}~`)
  .join('');

test('a remittance is read, matched, worked and kept with its claim', async ({ page }) => {
  await open(page);
  await unfold(page);
  await keepClaim(page, { ...ofToday, patient: 'PT-1' });
  await tellPatient(page, 'Onesample');
  await keep(page);
  const drawer = await openDrawer(page, 'Remittances (835)');
  const pasted = drawer.getByRole('textbox', { name: 'Or paste a part of one' });

  await pasted.fill('ISA*00*');
  await drawer.getByRole('button', { name: 'Read what was pasted' }).click();
  await expect(drawer.getByText('Pasted: Segment 1, ISA, is cut or damaged.')).toBeVisible();
  await expect(pasted).toHaveValue('ISA*00*');

  await pasted.fill(claims);
  await drawer.getByRole('button', { name: 'Read what was pasted' }).click();
  await expect(drawer.getByText('2 answers read, 1 matched to a kept claim.')).toBeVisible();
  const paid = drawer.getByRole('article').filter({ hasText: 'WS-Onesample' });
  await expect(paid).toContainText('By control number WS-Onesample.');
  await expect(paid.getByRole('group', { name: 'Line 2, J0475' })).toContainText(
    /By code, charge and units: the payer changed or dropped modifiers.*Bill the patient/,
  );
  const denied = drawer.getByRole('article').filter({ hasText: '62370' });
  await expect(denied).toContainText(/Denied.*Preauthorization is missing/);

  await drawer.getByRole('button', { name: 'Keep what is matched' }).click();
  await expect(drawer.getByText('1 answer kept with 1 claim.')).toBeVisible();
  await expect(paid).toContainText('It is kept with its claim.');
  await page.keyboard.press('Escape');
  const day = await openDrawer(page, 'Claims of the day');
  await expect(day.getByRole('table', { name: 'Claims' })).toContainText('CO-45, PR-2');

  // What it asks for is on the worklist until somebody settles it.
  await day.getByRole('button', { name: 'Worklist: the most urgent first' }).click();
  await expect(day.getByRole('table', { name: 'Claims' })).toContainText('Bill the patient, or the next payer');
  await day.getByRole('button', { name: /^Look at PT-1/ }).click();
  await day.getByRole('button', { name: 'Settled: nothing more to do' }).click();
  await expect(day.getByText(/^Settled on /)).toBeVisible();
  await day.getByRole('button', { name: 'Back to all claims' }).click();
  await expect(day.getByText('0 claims shown')).toBeVisible();
});

const denial = [
  'CLP*WS-Twosample*1*800*0**12*ICN5',
  'SVC*HC:J0475*600*0**0**3',
  'CAS*CO*4*600',
  'SVC*HC:J0475:JW*200*0**0**1',
  'CAS*CO*4*200',
]
  .map((segment) => `${segment}~`)
  .join('');

test('an answer leads to the next claim, filled in and opened in the form', async ({ page }) => {
  await open(page);
  await unfold(page);
  for (const [patient, payer, last] of [
    ['PT-1', 'Medicare Part B', 'Onesample'],
    ['PT-2', 'Commercial', 'Twosample'],
  ] as const) {
    await keepClaim(page, { ...ofToday, patient, payer });
    await page.getByRole('textbox', { name: 'NDC of the container' }).fill('66794-0157-02');
    await tellPatient(page, last);
    await keep(page);
  }
  const drawer = await openDrawer(page, 'Remittances (835)');
  await drawer.getByRole('textbox', { name: 'Or paste a part of one' }).fill(`${claims}${denial}`);
  await drawer.getByRole('button', { name: 'Read what was pasted' }).click();

  // What is not kept of the form is asked for before another claim takes its place.
  await page.keyboard.press('Escape');
  const dose = page.getByRole('textbox', { name: 'Dose given' });
  await dose.fill('24');
  await openDrawer(page, 'Remittances (835)');
  await drawer.getByRole('button', { name: 'Make the claim to the next payer: PT-1' }).click();
  const question = page.getByRole('dialog').filter({ hasText: 'The claim of PT-2' });
  await expect(question).toContainText('in the form was changed since it was kept.');
  await question.getByRole('button', { name: 'Begin without keeping' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const mark = page.locator('.example-mark').filter({ hasText: 'Filled in from the remittance' });
  await expect(mark).toContainText('payer’s number ICN1. This is the claim to the next payer');
  await unfold(page);
  await expect(page.getByRole('textbox', { name: 'Patient reference' })).toHaveValue('PT-1');
  const payer = page.getByRole('combobox', { name: 'Payer type' });
  await expect(payer).toHaveValue('');
  await payer.selectOption('Commercial');
  const forms = await openDrawer(page, 'Claim forms and files');
  await forms.getByRole('radio', { name: '837P' }).check();
  const amounts = forms.getByRole('group', { name: 'Line 1: J0475' });
  await expect(amounts.getByRole('textbox', { name: 'Paid' })).toHaveValue('300.00');
  await page.keyboard.press('Escape');
  await keep(page);

  // One dose stands once among the kept claims: nothing is told of a duplicate.
  const day = await openDrawer(page, 'Claims of the day');
  await expect(day.getByRole('table', { name: 'Claims' })).toHaveAttribute('aria-rowcount', '4');
  await expect(day).not.toContainText('comes back as a duplicate');
  await page.keyboard.press('Escape');

  await openDrawer(page, 'Remittances (835)');
  const first = drawer.getByRole('group', { name: 'Next claim of PT-1' });
  await expect(first).toContainText('One is kept among the clinic’s claims already.');
  await drawer.getByRole('button', { name: 'Make the corrected claim: PT-2' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(mark).toContainText('payer’s number ICN5. This is the corrected claim');
  await expect(mark).toContainText('Nothing is changed yet.');
  await unfold(page);
  await page.getByRole('textbox', { name: 'Diagnosis codes' }).fill('G80.0');
  await expect(mark).toContainText('Diagnoses: G80.1 → G80.0');
  expect((await axe(page)).violations).toEqual([]);

  // What fits no claim is chosen by hand, and the choice is taken back.
  await openDrawer(page, 'Remittances (835)');
  const strange = drawer.getByRole('article').filter({ hasText: '62370' });
  await strange.getByRole('combobox', { name: 'Kept claim of 2' }).selectOption({ index: 1 });
  await expect(strange).toContainText('You chose it.');
  await strange.getByRole('button', { name: 'Undo the choice' }).click();
  await expect(strange.getByRole('combobox')).toBeFocused();
  await expect(strange).toContainText('No claim that is kept here fits it.');
  expect((await axe(page)).violations).toEqual([]);
});

test('a rejection before the payer is told in words, with the way to the field to mend', async ({ page }) => {
  await open(page);
  await unfold(page);
  await keepClaim(page, { ...ofToday, patient: 'PT-2' });
  await tellPatient(page, 'Twosample');
  await keep(page);
  const drawer = await openDrawer(page, 'Remittances (835)');
  const pasted = drawer.getByRole('textbox', { name: 'Or paste a part of one' });
  await pasted.fill('NM1*QC*1*Twosample~TRN*2*WS-Twosample~STC*A7:218~STC*A7:562:85~');
  await drawer.getByRole('button', { name: 'Read what was pasted' }).click();
  await expect(drawer.getByText('1 claim, 1 rejected.')).toBeVisible();
  const rejected = drawer.getByRole('article').filter({ hasText: 'Rejected: it was never filed.' });
  await expect(rejected).toContainText('A7:218: Something is not valid. NDC.');
  expect((await axe(page)).violations).toEqual([]);
  await rejected.getByRole('button', { name: 'Mend: NDC of the container, PT-2' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'NDC of the container' })).toBeFocused();
  await openDrawer(page, 'Remittances (835)');
  await rejected.getByRole('button', { name: 'Mend: Who bills, PT-2' }).click();
  await expect(page.getByRole('dialog', { name: 'Claim forms and files' })).toBeVisible();
  await page.keyboard.press('Escape');

  // A paper remittance is typed into the same table, and its balance is checked.
  await openDrawer(page, 'Remittances (835)');
  await drawer.getByText('Type what a paper remittance says of a claim').click();
  const line = drawer.getByRole('group', { name: 'Line 1 of the remittance' });
  const adjustments = line.getByRole('textbox', { name: 'Adjustments' });
  for (const [name, text] of Object.entries({
    'Control number': 'WS-7',
    'Charged in all': '600',
    'Paid in all': '300',
  }))
    await drawer.getByRole('textbox', { name, exact: true }).fill(text);
  await line.getByRole('textbox', { name: 'Code and modifiers' }).fill('J0475');
  await line.getByRole('textbox', { name: 'Charged' }).fill('600');
  await line.getByRole('textbox', { name: 'Paid', exact: true }).fill('300');
  const read = drawer.getByRole('button', { name: 'Read what was typed' });
  await adjustments.fill('45 225');
  await read.click();
  await expect(adjustments).toBeFocused();
  await expect(adjustments).toHaveAccessibleDescription(/is not read. Write each as CO-45/);
  await adjustments.fill('CO-45 225');
  await read.click();
  const paper = drawer.getByRole('article').filter({ hasText: 'WS-7' });
  await expect(paper).toContainText('$75.00 out of balance. Do not post it.');
  await adjustments.fill('CO-45 225; PR-2 75');
  await read.click();
  await expect(paper).not.toContainText('out of balance');
  await expect(paper).toContainText('Line 1, J0475: Paid');
  expect((await axe(page)).violations).toEqual([]);
});
