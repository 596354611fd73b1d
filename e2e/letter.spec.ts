import { expect } from '@playwright/test';
import axeCore from 'axe-core';
import { tellPatient } from './day';
import { keep, keepClaim, ofToday } from './keep';
import { textsOfPages } from './pdf-texts';
import { test } from './warm';
import { inChromium, open, openDrawer, printed, unfold } from './worksheet';

type Kind = readonly [codes: string, next: RegExp, letter: string | null, says: RegExp];

/** A denial of each kind of section 8: its codes, its next step, its letter, and what that or the way says. */
const ofMedicare: readonly Kind[] = [
  ['50 N386', /Appeal\./, 'Appeal', /The diagnosis on the claim is G80\.1\./],
  ['151 N362', /Appeal\./, 'Appeal', /25 mg ÷ 10 mg = 2\.5, rounded up to 3 units\./],
  ['153', /Appeal\./, 'Appeal', /the dose that was given on that day, 25 mg\./],
  ['119 N640', /Appeal\./, 'Appeal', /\[not in the record: day of the fill before\]/],
  ['16 N822', /Ask for a reopening/, 'Request for a reopening', /Given and wasted: 25 mg \+ 15 mg = 40 mg/],
  ['4 N519', /Ask for a reopening/, 'Request for a reopening', /J0475 with 3 units and J0475-JW with 1 unit/],
  ['181 M20', /Ask for a reopening/, 'Request for a reopening', /The code of the drug is J0475\./],
  ['189', /Ask for a reopening/, 'Request for a reopening', /The code of the drug is J0475\./],
  ['16 M119', /Ask for a reopening/, 'Request for a reopening', /not in the record: NDC of the container/],
  ['16 M53', /Ask for a reopening/, 'Request for a reopening', /J0475 with 3 units and J0475-JW with 1 unit/],
  ['11 M76', /Ask for a reopening/, 'Request for a reopening', /The diagnosis on the claim is G80\.1\./],
  ['252 M127', /Send what was asked for/, 'The records that you asked for', /You asked for the record\./],
  ['16 N822 MA130', /Send a new claim/, null, /nothing to appeal\. No letter is the way here\./],
  ['29', /Look for an exception/, null, /No letter is the way here\./],
  ['109', /Find the right payer/, null, /No letter is the way here\./],
  ['18', /Find the first claim/, null, /No letter is the way here\./],
  ['97 M15', /Write it off/, 'Request for a reopening', /Why the two services were separate/],
];
const ofPlan: readonly Kind[] = [
  ['197 M62', /Ask the plan/, 'Appeal', /\[to add: its number, or why none was asked for before\]/],
  ['198', /Ask the plan/, 'Appeal', /J0475 with 3 units/],
  ['210 N54', /Ask the plan/, 'Appeal', /\[to add: what proves the day on which it was asked for\]/],
  ['151', /Appeal\./, 'Appeal', /\[to check: “More units .*” or “More, or more often, .*”\]/],
  ['29', /Appeal\./, 'Appeal', /\[not in the record: day on which it was sent\]/],
];

/** One answer with a line for each kind, to one claim. */
const remittanceOf = (kinds: readonly Kind[], number: string, filing: string) =>
  [
    `CLP*${number}*4*${600 * kinds.length}*0**${filing}*ICN1`,
    ...kinds.flatMap(([codes]) => {
      const [reason, ...remarks] = codes.split(' ');
      return ['SVC*HC:J0475*600*0**3', `CAS*CO*${reason}*600`, ...remarks.map((remark) => `LQ*HE*${remark}`)];
    }),
  ]
    .map((segment) => `${segment}~`)
    .join('');

test('a denial of each kind leads to its next step and its letter', async ({ page, context }) => {
  test.slow();
  await open(page);
  await unfold(page);
  for (const [payer, last, kinds, filing] of [
    ['Commercial', 'Twosample', ofPlan, 'CI'],
    ['Medicare Part B', 'Onesample', ofMedicare, 'MB'],
  ] as const) {
    await keepClaim(page, { ...ofToday, payer, patient: `PT-${last}` });
    await tellPatient(page, last);
    await keep(page);
    const drawer = await openDrawer(page, 'Remittances (835)');
    await drawer
      .getByRole('textbox', { name: 'Or paste a part of one' })
      .fill(remittanceOf(kinds, `WS-${last}`, filing));
    await drawer.getByRole('button', { name: 'Read what was pasted' }).click();
    const article = drawer.getByRole('article').filter({ hasText: `WS-${last}` });
    for (const [place, [codes, next, letter, says]] of kinds.entries()) {
      const line = `Line ${place + 1}, J0475`;
      await expect(article.getByRole('group', { name: line, exact: true }), codes).toContainText(next);
      if (letter === null) {
        await expect(article.getByText(`Letter about ${line}:`), codes).toContainText(says);
        continue;
      }
      await article.getByRole('button', { name: `Draft the letter: ${letter}, ${line}`, exact: true }).click();
      const field = article.getByRole('textbox', { name: `${letter}, ${line}`, exact: true });
      await expect(field, codes).toBeFocused();
      await expect(field, codes).toHaveValue(says);
    }
    await page.keyboard.press('Escape');
  }

  // What is open outlives its drawer; edited, it is drafted anew only after a question, and kept with its claim.
  const drawer = await openDrawer(page, 'Remittances (835)');
  const article = drawer
    .getByRole('article')
    .filter({ hasText: 'WS-Onesample' })
    .getByRole('group', { name: 'Appeal, Line 3, J0475', exact: true });
  const field = article.getByRole('textbox');
  await field.fill('Dear payer,\n\n[to add: the reason]');
  await article.getByRole('button', { name: '[to add: the reason]' }).click();
  await expect(field).toBeFocused();
  await article.getByRole('button', { name: 'Keep the letter with its claim' }).click();
  await expect(article).toContainText('The letter is kept with its claim.');
  await article.getByRole('button', { name: 'Draft anew' }).click();
  await article.getByRole('button', { name: 'Draft anew, and lose the changes' }).click();
  await expect(field).toHaveValue(/the dose that was given on that day, 25 mg\./);
  await page.evaluate(axeCore.source);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof axeCore };
    return (await axe.run('dialog[open] .remitted-claim:has(.letter)')).violations.map(({ id }) => id);
  });
  expect(violations).toEqual([]);
  if (!inChromium(context)) return;
  // The sheet is there while it prints, and goes after.
  await page.evaluate(() => {
    window.print = () => {};
  });
  await article.getByRole('button', { name: 'Print the letter' }).click();
  const pages = await textsOfPages(await printed(page));
  const words = pages
    .flat()
    .map(({ text }) => text)
    .join(' ');
  expect(pages.length).toBeLessThanOrEqual(2);
  expect(words).toMatch(/Patient: .*Onesample/i);
  expect(words).not.toContain('Twosample');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await drawer.getByRole('button', { name: 'Print this claim alone' }).last().click();
  const sheet = (await textsOfPages(await printed(page)))
    .flat()
    .map(({ text }) => text)
    .join(' ');
  expect(sheet).toContain('CO-153 $600.00');
  expect(sheet).not.toMatch(/CO-197|Twosample/);
});
