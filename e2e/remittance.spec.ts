import { expect } from '@playwright/test';
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
});
