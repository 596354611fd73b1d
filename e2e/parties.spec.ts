import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { askForParties, office, patient } from './parties';
import { test } from './warm';
import { fillLeast, loadExample, openDrawer, openUnfolded } from './worksheet';

test('a child on a parent’s plan, behind another payer, of a clinic that is filled in', async ({ page }) => {
  await openUnfolded(page);
  await loadExample(page, 2);
  await page.getByRole('textbox', { name: 'NDC of the container' }).fill('66794-0157-02');
  const drawer = await openDrawer(page, 'Claim forms and files');
  await drawer.getByRole('radio', { name: '837P' }).check();
  await drawer.getByRole('button', { name: 'Make a whole 837P file' }).click();
  const field = (name: string) => drawer.getByRole('textbox', { name, exact: true });
  const choice = (name: string) => drawer.getByRole('combobox', { name, exact: true });

  // The clinic, once: who bills, and a physician who is typed below the choice and kept.
  for (const [name, text] of Object.entries({ ...office, 'Control number': '1' })) await field(name).fill(text);
  await expect(choice('Who bills')).toHaveValue(/./);
  await choice('Who treated the patient').selectOption('Another, typed below');
  for (const [name, text] of Object.entries({
    'Rendering provider’s last name': 'Roe',
    'Rendering provider’s first name': 'Ann',
    'Rendering provider’s NPI': '1245319599',
  }))
    await field(name).fill(text);
  await expect(field('Rendering provider’s NPI')).toBeFocused();
  await page.keyboard.press('Escape');
  await openDrawer(page, 'Claim forms and files');
  await drawer.getByRole('radio', { name: '837P' }).check();

  // Nothing of the clinic is asked again; only what this claim needs is.
  await expect(choice('Who treated the patient')).toContainText('Roe, Ann, NPI 1245319599');
  const before = await drawer.getByRole('textbox').count();
  for (const [name, text] of Object.entries({
    'Patient’s last name': 'Sample',
    'Patient’s first name': 'Kid',
    'Date of birth': '05/31/2015',
    'Patient’s street': '2 Example Street',
    'Patient’s city': 'Fargo',
    'Patient’s state': 'ND',
    'Patient’s ZIP': '58102',
    'Payer name': 'Second Plan',
    'Payer ID': 'P2',
    'Member ID': 'M2',
    'Account number': 'WS-1',
  }))
    await field(name).fill(text);
  await choice('Sex').selectOption('Female');
  await choice('Patient is to the subscriber').selectOption('Child');
  await field('Subscriber’s last name').fill('Sample');
  await field('Subscriber’s first name').fill('Parent');
  await choice('Order of payers').selectOption('Another payer has paid before it');
  for (const [name, text] of Object.entries({
    'Name of the payer before': 'First Plan',
    'ID of the payer before': 'P1',
    'Member ID there': 'M1',
    'Date on which it paid': '12/10/2026',
  }))
    await field(name).fill(text);
  await choice('Kind of the payer before').selectOption('CI: Commercial');
  expect(await drawer.getByRole('textbox').count()).toBeGreaterThan(before);

  // Amounts that do not balance are told with the difference, and nothing is lost.
  const line = (number: number) => drawer.getByRole('group', { name: new RegExp(`^Line ${number}: J0475`) });
  await line(1).getByRole('textbox', { name: 'Paid' }).fill('500');
  await line(1).getByRole('textbox', { name: 'CO 45' }).fill('95');
  await line(2).getByRole('textbox', { name: 'Paid' }).fill('200');
  await expect(line(1).getByRole('status')).toHaveText(
    'Paid and adjusted are 595.00, 5.00 less than the charge of 600.00.',
  );
  const download = drawer.getByRole('button', { name: 'Download the 837P file' });
  await download.click();
  const problems = drawer.getByRole('group', { name: 'There is a problem' });
  await expect(problems.getByRole('listitem')).toHaveText([
    /^Line 1, J0475: paid and adjusted are 595\.00, 5\.00 less/,
  ]);
  await problems.getByRole('button').click();
  await expect(line(1).getByRole('textbox', { name: 'Paid' })).toBeFocused();
  await line(1).getByRole('textbox', { name: 'PR 2, coinsurance' }).fill('5');
  const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
  const text = await readFile(await file.path(), 'utf8');
  for (const segment of [
    'SBR*S********CI~',
    'NM1*IL*1*Sample*Parent****MI*M2~',
    'PAT*19~',
    'NM1*QC*1*Sample*Kid~',
    'NM1*82*1*Roe*Ann****XX*1245319599~',
    'SVD*P1*500*HC:J0475**3~\nCAS*CO*45*95~\nCAS*PR*2*5~\nDTP*573*D8*20261210~',
  ])
    expect(text).toContain(segment);

  // What both payers and the patient owe follows from the same answers, beside the claim.
  await page.keyboard.press('Escape');
  const summary = page.getByText(/^Estimate, if nothing is denied/);
  await expect(summary).toContainText(
    'the patient owes $0.00 to $5.00, Commercial pays $700.00, This plan $0.00 to $5.00',
  );
  await summary.click();
  const shares = page.getByRole('table', { name: 'Shares of two payers' });
  await expect(shares.getByRole('row')).toHaveText([
    'Line 1Line 2In all',
    'Patient owes$0.00 to $5.00$0.00$0.00 to $5.00',
    'Commercial, first$500.00$200.00$700.00',
    'This plan, second$0.00 to $5.00$0.00$0.00 to $5.00',
  ]);
});

test('Medicaid after Medicare: what Medicare paid of each line stands in the 837P, and decides what Medicaid may owe', async ({
  page,
}) => {
  await openUnfolded(page);
  await fillLeast(page, '25', '15', 'Medicaid');
  await page.getByRole('textbox', { name: 'Date of service' }).fill('05/20/2026');
  await page.getByRole('textbox', { name: 'NDC of the container' }).fill('66794-0157-02');
  await page.getByRole('textbox', { name: 'Charge per unit' }).fill('200');
  const drawer = await openDrawer(page, 'Claim forms and files');
  await drawer.getByRole('radio', { name: '837P' }).check();
  await askForParties(drawer);
  const field = (name: string) => drawer.getByRole('textbox', { name, exact: true });
  const choice = (name: string) => drawer.getByRole('combobox', { name, exact: true });
  for (const [name, text] of Object.entries({ ...office, 'Control number': '1', ...patient }))
    await field(name).fill(text);
  await choice('Sex').selectOption('Female');
  await choice('Order of payers').selectOption('Another payer has paid before it');
  await choice('Kind of the payer before').selectOption('MB: Medicare Part B');
  for (const [name, text] of Object.entries({
    'Name of the payer before': 'Medicare',
    'ID of the payer before': 'MCARE',
    'Member ID there': '1EG4TE5MK73',
    'Date on which it paid': '06/10/2026',
  }))
    await field(name).fill(text);
  const paidOf = async (number: number, amounts: Readonly<Record<string, string>>) => {
    const line = drawer.getByRole('group', { name: new RegExp(`^Line ${number}: J0475`) });
    for (const [name, text] of Object.entries(amounts))
      await line.getByRole('textbox', { name, exact: true }).fill(text);
  };
  await paidOf(1, { Paid: '426.79', 'CO 45': '55.61', 'CO 253': '8.72', 'PR 2, coinsurance': '108.88' });
  await paidOf(2, { Paid: '142.26', 'CO 45': '18.54', 'CO 253': '2.91', 'PR 2, coinsurance': '36.29' });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    drawer.getByRole('button', { name: 'Download the 837P file' }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  for (const segment of [
    'SBR*S*18*******MC~',
    'SBR*P*18*******MB~',
    'AMT*D*569.05~',
    'NM1*PR*2*Medicare*****PI*MCARE~',
    'SVD*MCARE*426.79*HC:J0475**3~\nCAS*CO*45*55.61**253*8.72~\nCAS*PR*2*108.88~\nDTP*573*D8*20260610~',
    'SVD*MCARE*142.26*HC:J0475:JW**1~',
  ])
    expect(text).toContain(segment);
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^Estimate, if nothing is denied/)).toContainText(
    'the patient owes $0.00, Medicare Part B pays $569.05, Medicaid $0.00 to $145.17',
  );
});
