import { matching } from '../src/engine/matching.fixture';
import { expect, type Locator } from '@playwright/test';
import { answerPanel, fillLeast, open, openDrawer } from './worksheet';
import { test } from './warm';

type Told = { days?: string; fill?: string; trial?: string };

/** A payment limit file with the shape of those of CMS. */
const limits = ({
  days = 'October 1, 2026 through December 31, 2026',
  fill = '182.500',
  trial = '60.125',
}: Told = {}): string =>
  [
    'Payment Allowance Limits for Medicare Part B Drugs,,,,,',
    `"Effective ${days}",,,,,`,
    'HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Co-insurance Percentage,Notes',
    'J0470,Dimecaprol injection,100 MG,60.000,20.000,',
    `J0475,Baclofen 10 mg injection,10 MG,${fill},20.000,`,
    `J0476,Baclofen intrathecal trial,50 MCG,${trial},20.000,`,
    'J0480,Basiliximab,20 MG,4000.000,20.000,',
    '',
  ].join('\r\n');
const addendum =
  ',Addendum B.-- OPPS Payment by HCPCS Code,,,,\n,HCPCS Code,Short Descriptor,SI,APC,Payment ' +
  'Rate\n,J0475,Baclofen 10 mg injection,K,9032,$99.00\n';

const csv = (name: string, text: string | Buffer) => ({
  name,
  mimeType: 'text/csv',
  buffer: typeof text === 'string' ? Buffer.from(text) : text,
});
const choose = (drawer: Locator, ...files: ReturnType<typeof csv>[]) =>
  drawer.getByLabel('Open a CMS file').setInputFiles(files);
const opened = (drawer: Locator) => drawer.locator('.finding');

test('a file that was cut, an addendum and text in UTF-16 are refused, and the earlier table stays', async ({
  page,
}) => {
  await open(page);
  const drawer = await openDrawer(page, 'Tables and dates');
  await choose(drawer, csv('october.csv', limits()));
  await expect(opened(drawer)).toContainText(['J0475 $182.50, J0476 $60.125']);
  const whole = limits();
  await choose(
    drawer,
    csv('within.csv', whole.slice(0, whole.indexOf('60.125'))),
    csv('after.csv', whole.slice(0, whole.indexOf('J0480'))),
    csv('addendum.csv', addendum),
    csv('two bytes.csv', Buffer.from(`\uFEFF${whole}`, 'utf16le')),
    csv('others.csv', whole.replace('Payment Allowance Limits for Medicare Part B Drugs', 'Example Fee Watch')),
  );
  await expect(drawer.getByText('“within.csv” breaks off: its last line has no end. Download it again.')).toBeVisible();
  await expect(
    drawer.getByText('“after.csv” breaks off at baclofen: no later code follows. Download it again.'),
  ).toBeVisible();
  await expect(
    drawer.getByText(
      '“addendum.csv” is a table of hospital outpatient rates (OPPS Addendum B), not the payment limit file.',
    ),
  ).toBeVisible();
  await expect(drawer.getByText('“two bytes.csv” is saved as UTF-16: save it as CSV UTF-8.')).toBeVisible();
  await expect(
    drawer.getByText('“others.csv” does not carry CMS’s title: its first line reads “Example Fee Watch”.'),
  ).toBeVisible();
  await expect(drawer.getByRole('status')).toHaveText('5 files were refused; why stands above.');
  await expect(drawer.getByLabel('Open a CMS file')).toHaveAccessibleDescription(
    /“addendum\.csv” is a table of hospital outpatient rates/,
  );
  await expect(opened(drawer)).toHaveCount(1);
  await expect(opened(drawer)).toContainText('From “october.csv”.');
});

test('limits that moved by more than half are asked about in turn, and not taken before the answer', async ({
  page,
}) => {
  await open(page);
  await fillLeast(page);
  await page.getByRole('textbox', { name: 'Date of service' }).fill('11/20/2026');
  const drawer = await openDrawer(page, 'Tables and dates');
  await choose(
    drawer,
    csv('january.csv', limits({ days: 'January 1, 2027 through March 31, 2027', trial: '6.012' })),
    csv('october.csv', limits({ fill: '18.250' })),
    csv('july.csv', limits({ days: 'July 1, 2026 through September 30, 2026' })),
  );
  await expect(drawer.getByRole('status')).toHaveText('Opened: payment limits, 07/01/2026 to 09/30/2026.');
  const first = drawer.getByRole('group', {
    name: matching(
      /In “october\.csv”, J0475 moved by more than half, from \$186\.996 \(10\/01\/2026 to 12\/31\/2026\) to /,
      /\$18\.25 \(10\/01\/2026 to 12\/31\/2026\)\. Take this file\?/,
    ),
  });
  await expect(first).toBeFocused();
  await expect(opened(drawer)).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(first.getByRole('button', { name: 'Take it' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(first.getByRole('button', { name: 'Leave it' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(drawer.getByRole('status')).toHaveText('Not taken: “october.csv”. What was on file stays.');
  await expect(opened(drawer)).toHaveCount(1);

  const second = drawer.getByRole('group', {
    name: /In “january\.csv”, J0476 moved by more than half, from \$46\.539 .* to \$6\.012/,
  });
  await expect(second).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(drawer.getByRole('status')).toHaveText('Opened: payment limits, 01/01/2027 to 03/31/2027.');
  await expect(drawer.getByRole('group')).toHaveCount(0);
  await expect(drawer.getByLabel('Open a CMS file')).toBeFocused();
  await expect(opened(drawer)).toContainText(['07/01/2026 to 09/30/2026', 'J0475 $182.50, J0476 $6.012']);

  // The question stays while the drawer is closed, and the claim knows nothing of the file before the answer.
  await choose(drawer, csv('october again.csv', limits({ fill: '18.250' })));
  await expect(drawer.getByRole('group', { name: /october again/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(
    answerPanel(page).getByText(
      /^Estimate, if nothing is denied: \$747\.98 allowed; Medicare pays \$586\.41, the patient \$149\.60$/,
    ),
  ).toBeVisible();
  await openDrawer(page, 'Tables and dates');
  await drawer
    .getByRole('group', { name: /october again/ })
    .getByRole('button', { name: 'Take it' })
    .press('Space');
  await page.keyboard.press('Escape');
  await expect(
    answerPanel(page).getByText(/^Estimate, if nothing is denied: \$73\.00 allowed; Medicare pays/),
  ).toBeVisible();
});

test('each table stands as a strip, and one that the claim rests on is told where it ends before the day', async ({
  page,
}) => {
  await open(page);
  await fillLeast(page);
  await page.getByRole('textbox', { name: 'Date of service' }).fill('02/01/2027');
  const drawer = await openDrawer(page, 'Tables and dates');
  const strips = drawer.getByRole('list', { name: 'Tables on file' }).getByRole('listitem');
  await expect(drawer.getByText('The line stands at the date of service, 02/01/2027.')).toBeVisible();
  await expect(strips.first()).toContainText('Out of date for this claim: it ends on 12/31/2026.');
  await choose(drawer, csv('january.csv', limits({ days: 'January 1, 2027 through March 31, 2027' })));
  const rates = strips.filter({ hasText: 'Medicare payment rates, J0475' });
  await expect(rates).toContainText('opened here: 01/01/2027 to 03/31/2027. Covers the date of service.');
});
