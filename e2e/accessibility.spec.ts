import { expect, type Page } from '@playwright/test';
import { axe, everyRule, layOut } from './axe';
import {
  checkOffAll,
  unfold,
  answerPanel,
  checkWorksheet,
  fillLeast,
  loadExample,
  loadRefillExample,
  open,
  openDrawer,
  recordRefill,
  sendAllTheSame,
  tabTo,
} from './worksheet';
import { keepClaim } from './keep';
import { keepLeast, openFileDrawer, typePassphrase } from './clinics-file';
import { test } from './warm';

/** Every state that a person can bring the page into. */
const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  empty: async () => {},
  'half filled': async (page) => page.getByRole('textbox', { name: 'Dose given' }).fill('36'),
  problems: async (page) => {
    await page.getByRole('textbox', { name: 'Dose given' }).fill('abc');
    await checkWorksheet(page);
    await expect(page.getByRole('group', { name: 'There is a problem' })).toBeVisible();
  },
  'example 1': (page) => loadExample(page, 1),
  'example 2, all unfolded': async (page) => {
    await loadExample(page, 2);
    await page.locator('details:not(.menu)').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
    await page.getByRole('checkbox', { name: 'I have checked this' }).first().check();
  },
  'example 1, all unfolded': async (page) => {
    await loadExample(page, 1);
    await page.locator('details:not(.menu)').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
    await expect(page.getByRole('table', { name: 'Estimate' })).toBeVisible();
  },
  ready: async (page) => {
    await loadExample(page, 1);
    await checkOffAll(page);
    await expect(page.locator('#answer-title')).toHaveText('Ready');
  },
  'fix first': (page) => fillLeast(page, '0', '15'),
  'certain to come back, an override half typed': async (page) => {
    await fillLeast(page);
    await page.getByRole('textbox', { name: 'Diagnosis codes' }).fill('');
    await sendAllTheSame(page, 'Diagnosis', 'AB', 'x', '');
    await expect(page.getByText('Date of the decision must be a date')).toBeVisible();
  },
  overridden: async (page) => {
    await fillLeast(page);
    await page.getByRole('textbox', { name: 'Diagnosis codes' }).fill('');
    await sendAllTheSame(page, 'Diagnosis', 'AB', '11/20/2026', 'the plan asked for it');
    await expect(answerPanel(page)).toContainText('1 overridden');
  },
  'refill, empty': recordRefill,
  'refill, problems': async (page) => {
    await recordRefill(page);
    await page.getByRole('textbox', { name: 'NDC or barcode' }).fill('6679415702');
    await checkWorksheet(page);
    await expect(page.getByRole('group', { name: 'There is a problem' })).toBeVisible();
  },
  'refill, all unfolded': async (page) => {
    await loadRefillExample(page);
    await page.getByRole('radio', { name: 'Less of it' }).check();
    await page.getByRole('textbox', { name: 'Thrown away' }).fill('1');
    await page.getByRole('combobox', { name: 'Preauthorization status' }).selectOption('Approved');
    await page.getByRole('textbox', { name: 'Last valid date' }).fill('t');
    await page.locator('details:not(.menu)').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
  },
  'payer profile, all unfolded': async (page) => {
    await fillLeast(page, '36', '4', 'Commercial');
    await page.getByRole('combobox', { name: 'Payer profile' }).selectOption('BCBS North Dakota');
    await page.locator('details:not(.menu)').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
    await page
      .getByRole('combobox', { name: 'Preauthorization status' })
      .selectOption('Approved only after the service');
    await expect(page.getByRole('combobox', { name: 'Diagnosis of the date of service' })).toBeVisible();
  },
  'the clinic’s file, nothing in it': async (page) => {
    await openFileDrawer(page);
  },
  'the clinic’s file, a weak passphrase and a file that was refused': async (page) => {
    await keepLeast(page, 'PT-1');
    const drawer = await openFileDrawer(page);
    await typePassphrase(drawer, 'password1234567');
    await drawer.getByRole('button', { name: 'Download the file' }).click();
    await drawer
      .getByLabel('Open a file')
      .setInputFiles({ name: 'x.age', mimeType: 'application/octet-stream', buffer: Buffer.from('x') });
    await expect(drawer.getByText('The file was not opened.')).toBeVisible();
    await drawer.getByRole('button', { name: 'Save a plain copy' }).click();
    await expect(drawer.getByRole('group', { name: /that anybody who has the file can read/ })).toBeFocused();
  },
  'the clinic’s file, not yet seen on the disk': async (page) => {
    await keepLeast(page, 'PT-1');
    const drawer = await openFileDrawer(page);
    await typePassphrase(drawer);
    await drawer.getByRole('button', { name: 'Download the file' }).click();
    await expect(drawer.getByRole('button', { name: 'The file is there' })).toBeVisible();
  },
  'locked, a wrong passphrase': async (page) => {
    const drawer = await openFileDrawer(page);
    await typePassphrase(drawer);
    await drawer.getByRole('button', { name: 'Download the file' }).click();
    await drawer.getByRole('button', { name: 'Lock now' }).click();
    await page.getByLabel('Passphrase', { exact: true }).fill('x');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(page.getByText('This is not the passphrase.')).toBeVisible();
  },
  'claims of the day, none': async (page) => {
    await openDrawer(page, 'Claims of the day');
  },
  'claims of the day, some chosen': async (page) => {
    await keepTwo(page);
    const drawer = await openDrawer(page, 'Claims of the day');
    await drawer.getByRole('checkbox', { name: 'Choose all that are shown' }).check();
    await drawer.getByRole('checkbox', { name: 'Take claims in review as well' }).check();
    await drawer.getByText('Sender, receiver and provider').click();
    await expect(drawer.getByRole('textbox', { name: 'Provider NPI' })).toBeVisible();
  },
  'a claim of the day, a problem in its course': async (page) => {
    await keepTwo(page);
    const drawer = await openDrawer(page, 'Claims of the day');
    await drawer.getByRole('button', { name: 'Look at PT-1' }).first().click();
    await drawer.getByRole('textbox', { name: 'Date sent' }).fill('x');
    await expect(drawer.getByText('Date sent must be a date')).toBeVisible();
  },
  'payer profiles': async (page) => {
    await openDrawer(page, 'Payer profiles');
  },
  'payer profile, problems': async (page) => {
    const drawer = await openDrawer(page, 'Payer profiles');
    await drawer.getByRole('button', { name: 'New profile' }).click();
    await drawer.getByRole('button', { name: 'Keep this profile' }).click();
    await expect(drawer.getByRole('group', { name: 'There is a problem' })).toBeVisible();
  },
  'price of a visit, nothing told': async (page) => {
    await openDrawer(page, 'Price of a visit');
  },
  'price of a visit, on hold, all unfolded': async (page) => {
    await fillLeast(page, '36', '4', 'Medicare Part B', 'Patient’s home');
    const drawer = await openDrawer(page, 'Price of a visit');
    await drawer.getByRole('textbox', { name: 'Deductible left, in dollars' }).fill('300');
    await drawer.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
    await expect(drawer.getByText('Such a claim would be on hold.')).toBeVisible();
  },
  'price of a visit, problems': async (page) => {
    const drawer = await openDrawer(page, 'Price of a visit');
    for (const name of ['Dose given', 'Date of service', 'Charge per unit, in dollars'])
      await drawer.getByRole('textbox', { name, exact: true }).fill('x');
    await expect(drawer.getByText('Date of service must be a date').first()).toBeVisible();
  },
  'therapy, empty': async (page) => {
    await openDrawer(page, 'Therapy over time');
  },
  'therapy, with fills': async (page) => {
    await unfold(page);
    for (const on of ['02/02/2026', '05/04/2026', '08/03/2026'])
      await keepClaim(page, { on, given: '25', wasted: '15' });
    const drawer = await openDrawer(page, 'Therapy over time');
    await expect(drawer.getByRole('table', { name: 'Each fill' })).toBeVisible();
  },
  'vials, empty': async (page) => {
    await openDrawer(page, 'Vials');
  },
  'vials, with a lot and a problem': async (page) => {
    const drawer = await openDrawer(page, 'Vials');
    const field = (name: string) => drawer.getByRole('textbox', { name, exact: true });
    await field('NDC or barcode').fill('66794-157-02');
    await field('Lot').fill('LOTA');
    await field('Expiry').fill('01/31/2020');
    await field('Containers received').fill('3');
    await drawer.getByRole('button', { name: 'Add', exact: true }).click();
    await drawer.getByRole('button', { name: 'Add', exact: true }).click();
    await drawer.getByText('1 receipt').click();
    await expect(drawer.getByText('Enter the lot from the label')).toBeVisible();
  },
  tables: async (page) => {
    const drawer = await openDrawer(page, 'Tables and dates');
    await drawer
      .getByLabel('Open a CMS file')
      .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('x') });
    await expect(drawer.getByText('“x.csv”').first()).toBeVisible();
  },
  'tables, a limit asked about': async (page) => {
    const drawer = await openDrawer(page, 'Tables and dates');
    const limits = [
      'Payment Allowance Limits for Medicare Part B Drugs,,,,',
      '"Effective October 1, 2026 through December 31, 2026",,,,',
      'HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Co-insurance Percentage',
      'J0475,Baclofen 10 mg injection,10 MG,18.250,20.000',
      'J0476,Baclofen intrathecal trial,50 MCG,60.125,20.000',
      'J0480,Basiliximab,20 MG,4000.000,20.000\n',
    ];
    await drawer
      .getByLabel('Open a CMS file')
      .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from(limits.join('\n')) });
    await expect(drawer.getByRole('group', { name: /J0475 moved by more than half/ })).toBeFocused();
  },
  'denial helper': async (page) => {
    await fillLeast(page, '90', '0');
    const drawer = await openDrawer(page, 'A claim came back');
    await drawer.getByRole('textbox', { name: 'Code on the remittance' }).fill('CO-151 N362');
  },
  reference: async (page) => {
    const drawer = await openDrawer(page, 'Reference');
    await drawer.getByText('Sources').first().click();
  },
  'claim on the CMS-1500': async (page) => {
    await loadExample(page, 2);
    await unfold(page);
    await page.getByRole('textbox', { name: 'NDC of the container' }).fill('66794-0157-02');
    const drawer = await openDrawer(page, 'Claim forms and files');
    await drawer.getByRole('radio', { name: 'Replaces an earlier claim (7)' }).check();
    await drawer.getByRole('textbox', { name: 'Payer’s number of the earlier claim' }).fill('ICN 99');
    await drawer.getByRole('textbox', { name: 'Distance down, in mm' }).fill('x');
    await drawer.getByRole('button', { name: 'Print a test sheet' }).click();
    await expect(drawer.getByText('Distance down must be a number')).toBeVisible();
    await drawer.getByText('Who says so').click();
    await expect(drawer.getByText('Item 24 has six lines')).toBeVisible();
  },
  'providers and payers, one begun': async (page) => {
    const drawer = await openDrawer(page, 'Providers and payers');
    await drawer.getByRole('button', { name: 'Add a payer' }).click();
    await drawer.getByRole('button', { name: 'Add who bills' }).click();
    // What was added has the focus, and is told once it is left.
    await expect(drawer.getByRole('combobox', { name: 'Person or organization' })).toBeFocused();
    await drawer.getByRole('textbox', { name: 'Provider NPI' }).fill('1');
    await drawer.getByRole('textbox', { name: 'Provider NPI' }).press('Tab');
    await expect(drawer.getByText('Provider NPI must be the ten digits')).toBeVisible();
  },
  'claim on the UB-04': async (page) => {
    await fillLeast(page, '25', '15', 'Medicare Part B', 'Hospital outpatient');
    await openDrawer(page, 'Claim forms and files');
  },
  'claim as 837P, problems': async (page) => {
    await loadExample(page, 2);
    const drawer = await openDrawer(page, 'Claim forms and files');
    await drawer.getByRole('radio', { name: '837P' }).check();
    await drawer.getByRole('button', { name: 'Make a whole 837P file' }).click();
    await drawer.getByRole('button', { name: 'Download the 837P file' }).click();
    await expect(drawer.getByRole('group', { name: 'There is a problem' })).toBeVisible();
  },
  'claim as files': async (page) => {
    await loadExample(page, 2);
    const drawer = await openDrawer(page, 'Claim forms and files');
    await drawer.getByRole('radio', { name: 'CSV, JSON or FHIR' }).check();
    await drawer.getByRole('button', { name: 'Copy the CSV' }).click();
  },
  'claim as files, on hold': async (page) => {
    await fillLeast(page, '10', '0');
    await page.getByRole('radio', { name: 'Intravenous' }).check();
    const drawer = await openDrawer(page, 'Claim forms and files');
    await drawer.getByRole('radio', { name: 'CSV, JSON or FHIR' }).check();
  },
  'on hold': async (page) => {
    await fillLeast(page, '10', '0');
    await page.getByRole('radio', { name: 'Intravenous' }).check();
  },
};

/** Two claims of one patient and day, kept, and a warning of it above the second. */
async function keepTwo(page: Page): Promise<void> {
  for (const given of ['25', '36']) {
    await page.getByRole('button', { name: 'New claim' }).click();
    await fillLeast(page, given, '4');
    await unfold(page);
    await page.getByRole('textbox', { name: 'Patient reference' }).fill('PT-1');
    await page.getByRole('button', { name: 'Keep this claim among the clinic’s' }).click();
  }
  await expect(answerPanel(page)).toContainText('also stands on another claim');
}

/** What a width between two others, with the same parts shown as on one of them, and other colors can change. */
const rulesOfLooks = ['color-contrast', 'link-in-text-block', 'target-size'];

/**
 * The bar at the foot covers what scrolls below it, and a drawer ends with the window: no target is looked at while
 * such an edge cuts it in two. Gives the least height of the window from 900 px on with which none is cut.
 */
const heightWithoutCut = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const dialog = document.querySelector('dialog[open]');
    dialog?.scrollTo(0, 0);
    const bar = dialog ? undefined : document.querySelector('.answer-bar')?.getBoundingClientRect();
    const within = dialog ?? document;
    const targets = [...within.querySelectorAll('button:not(.answer-bar), input, select, summary, a')]
      .map((target) => target.getBoundingClientRect())
      .filter(({ height }) => height > 0);
    let height = 900;
    const cuts = ({ top, bottom }: DOMRect) => top < height && bottom > height - (bar?.height ?? 0);
    while (height < 1400 && targets.some(cuts)) height += 4;
    return height;
  });

/** What scrolls sideways, of the page and the drawer that is open. */
const sideways = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('dialog[open]')]
      .filter((each) => each.scrollWidth > each.clientWidth)
      .map(({ tagName, scrollWidth }) => `${tagName} ${scrollWidth}`),
  );

for (const [name, reach] of Object.entries(states)) {
  test(
    'axe finds nothing on three widths, in light and dark, and nothing is cut or scrolls sideways at 320 px or 200 ' +
      `% text: ${name}`,
    async ({ page }) => {
      test.setTimeout(60_000);
      await page.setViewportSize({ width: 1440, height: 900 });
      await open(page);
      await reach(page);
      for (const [width, colorScheme, rules] of [
        [1440, 'light', everyRule],
        [768, 'dark', rulesOfLooks],
        [320, 'light', everyRule],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await layOut(page);
        await page.setViewportSize({ width, height: await heightWithoutCut(page) });
        const { violations } = await axe(page, rules);
        expect(
          violations.map(
            ({ id, nodes }) =>
              `${width} px, ${colorScheme}: ${id}: ` +
              `${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
          ),
        ).toEqual([]);
      }
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await sideways(page)).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      expect(await sideways(page)).toEqual([]);
    },
  );
}

test('the printed page has no accessibility problems either', async ({ page }) => {
  await open(page);
  await loadExample(page, 2);
  await page.emulateMedia({ media: 'print' });
  expect((await axe(page)).violations.map(({ id }) => id)).toEqual([]);
});

test('nor has the printed refill', async ({ page }) => {
  await open(page);
  await loadRefillExample(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.refill-note')).toBeVisible();
  expect((await axe(page)).violations.map(({ id }) => id)).toEqual([]);
});

/** Targets that are lower or narrower than 24 px; a box and its label are one target. */
const smallTargets = (page: Page) =>
  page.locator(':is(button, input, select, summary):visible:not(.skip-links > :not(:focus))').evaluateAll((all) =>
    all
      .filter((target) => {
        const label =
          target instanceof HTMLInputElement && ['radio', 'checkbox'].includes(target.type) ? target.labels?.[0] : null;
        const [own, beside] = [target.getBoundingClientRect(), (label ?? target).getBoundingClientRect()];
        const height = Math.max(own.bottom, beside.bottom) - Math.min(own.top, beside.top);
        const width = Math.max(own.right, beside.right) - Math.min(own.left, beside.left);
        return height < 24 || width < 24;
      })
      .map((target) => target.outerHTML.slice(0, 120)),
  );

test('every target is at least 24 px high and wide, or stands in a label that is', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 900 });
  await open(page);
  await loadExample(page, 2);
  await page.getByRole('combobox', { name: 'Preauthorization status' }).selectOption('Approved');
  expect(await smallTargets(page)).toEqual([]);
});

test('so is every target of the claim forms', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await open(page);
  await loadExample(page, 2);
  await openDrawer(page, 'Claim forms and files');
  expect(await smallTargets(page)).toEqual([]);
});

test('so is every target of a refill on a tablet held upright', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await open(page);
  await loadRefillExample(page);
  await page.getByRole('combobox', { name: 'Product' }).last().selectOption('Other, from the label');
  await page.locator('details:not(.menu)').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
  expect(await smallTargets(page)).toEqual([]);
  const fields = await page
    .locator('.worksheet :is(input[type=text], select):visible')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
  expect(Math.min(...fields)).toBeGreaterThanOrEqual(44);
});

test('the claim is told to a screen reader as it changes', async ({ page }) => {
  await open(page);
  await fillLeast(page);
  await expect(page.getByRole('status').filter({ hasText: 'Review: J0475-JZ × 4' })).toHaveCount(1);
  await page.getByRole('textbox', { name: 'Dose given' }).fill('25');
  await page.getByRole('textbox', { name: 'Dose wasted' }).fill('15');
  await expect(page.getByRole('status').filter({ hasText: 'Review: J0475 × 3, J0475-JW × 1' })).toHaveCount(1);
});

test('focus is always to be seen, and never under the bar at the foot', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 667 });
  await open(page);
  await loadExample(page, 2);
  await tabTo(page, 'Dose given');
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const covered = () =>
      page.evaluate(() => {
        const field = document.activeElement;
        const bar = document.querySelector('.answer-bar');
        if (!field || !bar || field.matches('.answer-bar, .bar-keep, body')) return '';
        const { bottom, top } = field.getBoundingClientRect();
        return top >= bar.getBoundingClientRect().top || bottom <= 0 ? field.outerHTML.slice(0, 120) : '';
      });
    // The page may still be scrolling there.
    await expect.poll(covered).toBe('');
  }
});

test('forced colors keep status, shapes and fields visible', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page);
  await loadExample(page, 1);
  await expect(page.locator('#answer-title')).toHaveText('Review');
  const shape = await page.locator('.status .shape').evaluate((each) => getComputedStyle(each).backgroundColor);
  const background = await page.locator('.status').evaluate((each) => getComputedStyle(each).backgroundColor);
  expect(shape).not.toBe(background);
});
