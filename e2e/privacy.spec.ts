import { expect, test, type Locator, type Page } from '@playwright/test';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloaded, keepLeast, openFileDrawer, takePickerAway, typePassphrase } from './clinics-file';
import {
  allOn,
  checkWorksheet,
  inChromium,
  loadExample,
  newClaim,
  openDrawer,
  openUnfolded,
  unfold,
} from './worksheet';

const canary = 'Q7zebra';

/** What the page says to the console from now on, and what fails in it. */
function messagesOf(page: Page): readonly string[] {
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  return messages;
}

async function everythingStored(page: Page) {
  return page.evaluate(async () => ({
    cookies: document.cookie,
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
}
const nothing = { cookies: '', local: [], session: [], databases: [], caches: [], workers: 0 };

test('after a full run: no request, nothing stored, and what was typed is in no URL, title or message', async ({
  page,
  context,
}) => {
  const requests: string[] = [];
  const messages = messagesOf(page);
  await openUnfolded(page);
  context.on('request', (request) => requests.push(request.url()));
  page.on('websocket', (socket) => requests.push(socket.url()));

  await page.getByRole('textbox', { name: 'Dose given' }).fill('36');
  await page.getByRole('textbox', { name: 'Dose wasted' }).fill('4');
  await page.getByRole('combobox', { name: 'Payer type' }).selectOption('Commercial');
  await page.getByRole('combobox', { name: 'Setting' }).selectOption('Office');
  await page.getByRole('combobox', { name: 'Preauthorization status' }).selectOption('Approved only after the service');
  await page.getByRole('radio', { name: 'Intravenous' }).check();
  await expect(page.getByRole('textbox', { name: 'Code on the charge slip' })).toBeVisible();
  const names = await page
    .getByRole('textbox')
    .evaluateAll((all) => all.map((each) => each.getAttribute('name') ?? ''));
  expect(names).toEqual([
    'doseGiven',
    'doseWasted',
    'confirmedBy',
    'confirmedOn',
    'confirmationReference',
    'dateOfService',
    'diagnoses',
    'priorAuthorizationNumber',
    'firstDay',
    'lastDay',
    'unitsApproved',
    'unitsUsed',
    'askedOn',
    'labeledAmount',
    'strength',
    'ndc',
    'wasteReason',
    'wasteDate',
    'wasteTime',
    'askedCode',
    'patientReference',
    'account',
    'initials',
    'chargePerUnit',
  ]);
  // The dose wasted last: the questions about the waste go when it can no longer be read.
  for (const name of names.toSorted((a, b) => Number(a === 'doseWasted') - Number(b === 'doseWasted'))) {
    await page.locator(`input[name="${name}"]`).fill(canary);
  }
  await checkWorksheet(page);
  await page.getByRole('radio', { name: 'Compounded' }).check();
  await page.getByRole('combobox', { name: 'Setting' }).selectOption('Other, by its two digits');
  for (const name of ['otherDrugs', 'placeOfService']) await page.locator(`input[name="${name}"]`).fill(canary);
  await checkWorksheet(page);
  await newClaim(page);
  await loadExample(page, 1);
  for (const name of ['Reason for the waste', 'Patient reference', 'Account', 'Initials'])
    await page.getByRole('textbox', { name }).fill(canary);
  await page.getByRole('button', { name: 'Copy lines' }).click();
  await page.getByText('Sources and dates', { exact: true }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.claim-summary').getByText(canary).first()).toBeVisible();
  if (inChromium(context)) await page.pdf();

  expect(requests).toEqual([]);
  expect(await everythingStored(page)).toEqual(nothing);
  expect(await context.cookies()).toEqual([]);
  expect(messages).toEqual([]);
  expect(`${page.url()} ${await page.title()}`).not.toContain(canary);
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain(canary);
});

test('a refill: everything is there once the page has loaded, and nothing that is typed leaves it', async ({
  page,
  context,
}) => {
  const messages = messagesOf(page);
  await openUnfolded(page);
  await context.setOffline(true);
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  await page.getByRole('radio', { name: 'I am recording a pump refill' }).check();
  await loadExample(page, 3);
  await page.locator('details:not(.menu)').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
  await page.getByRole('radio', { name: 'Less of it' }).check();
  for (const name of ['refill.thrownAway', 'refill.correction'])
    await page.locator(`input[name="${name}"]`).fill(canary);
  await page.getByRole('combobox', { name: 'Product' }).last().selectOption('Other, from the label');
  await page.getByRole('radio', { name: 'Other', exact: true }).first().check();
  await page.getByRole('checkbox', { name: 'Diluted' }).check();
  const names = await page
    .getByRole('textbox')
    .evaluateAll((all) =>
      all.map((each) => each.getAttribute('name') ?? '').filter((name) => name.startsWith('refill.')),
    );
  expect(names).toEqual([
    ...[
      '0.ndc',
      '0.count',
      '0.lot',
      '0.expiry',
      '1.ndc',
      '1.count',
      '1.lot',
      '1.expiry',
      '2.ndc',
      '2.strength',
      '2.volume',
      '2.count',
      '2.lot',
      '2.expiry',
      '3.ndc',
    ].map((name) => `refill.containers.${name}`),
    ...[
      'reservoirOther',
      'expected',
      'aspirated',
      'tolerance',
      'lastFilled',
      'lastFilledOn',
      'concentrationBefore',
      'dailyDoseBefore',
      'pumpModel',
    ].map((name) => `refill.${name}`),
    ...[
      'instilled',
      'diluent',
      'concentration',
      'dailyDose',
      'alarmVolume',
      'leadDays',
      'stabilityDays',
      'programmerAlarmDate',
    ].map((name) => `refill.${name}`),
  ]);
  for (const name of names) await page.locator(`input[name="${name}"]`).fill(canary);
  await checkWorksheet(page);
  await newClaim(page);
  await loadExample(page, 3);
  for (const name of ['Reason for the waste', 'Patient reference'])
    await page.getByRole('textbox', { name }).fill(canary);
  await page.getByRole('textbox', { name: 'Lot' }).first().fill(canary);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.refill-note')).toContainText(canary);
  if (inChromium(context)) await page.pdf();

  expect(requests).toEqual([]);
  expect(await everythingStored(page)).toEqual(nothing);
  expect(messages).toEqual([]);
  expect(`${page.url()} ${await page.title()}`).not.toContain(canary);
});

test('what stands beside the worksheet is there once the page has loaded, asks for nothing, and keeps nothing', async ({
  page,
  context,
}) => {
  const messages = messagesOf(page);
  await openUnfolded(page);
  await context.setOffline(true);
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const profiles = await openDrawer(page, 'Payer profiles');
  await profiles.getByRole('button', { name: 'New profile' }).click();
  for (const field of await profiles.getByRole('textbox').all()) await field.fill(canary);
  await profiles.getByRole('button', { name: 'Keep this profile' }).click();
  await expect(profiles.getByRole('group', { name: 'There is a problem' })).toBeVisible();
  for (const field of await profiles.getByRole('textbox').all()) await field.fill('');
  for (const name of ['Name of the payer', 'Verified by', 'Reference of the verification'])
    await profiles.getByRole('textbox', { name }).fill(canary);
  await profiles.getByRole('combobox', { name: 'Payer type' }).selectOption('Commercial');
  await profiles.getByRole('button', { name: 'Keep this profile' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    profiles.getByRole('button', { name: 'Save to a file' }).click(),
  ]);
  expect(download.suggestedFilename()).not.toContain(canary);
  await page.keyboard.press('Escape');
  const tables = await openDrawer(page, 'Tables and dates');
  await tables
    .getByLabel('Open a CMS file')
    .setInputFiles({ name: `${canary}.csv`, mimeType: 'text/csv', buffer: Buffer.from(canary) });
  await expect(tables.getByText(canary).first()).toBeVisible();
  await page.keyboard.press('Escape');
  const denials = await openDrawer(page, 'A claim came back');
  await denials.getByRole('textbox').fill(canary);
  await page.keyboard.press('Escape');
  const reference = await openDrawer(page, 'Reference');
  await reference.getByRole('searchbox').fill(canary);
  await reference.getByRole('button', { name: 'Close: Reference' }).click();
  await loadExample(page, 2);
  const forms = await openDrawer(page, 'Claim forms and files');
  await forms.getByRole('radio', { name: /^Replaces/ }).check();
  for (const name of ['Payer’s number of the earlier claim', 'Distance to the right, in mm', 'Distance down, in mm'])
    await forms.getByRole('textbox', { name }).fill(canary);
  await forms.getByText('Who says so').click();
  await forms.getByRole('radio', { name: '837P' }).check();
  await forms.getByRole('button', { name: 'Make a whole 837P file' }).click();
  for (const field of await forms.getByRole('textbox').all()) await field.fill(canary);
  await forms.getByRole('button', { name: 'Download the 837P file' }).click();
  await expect(forms.getByRole('group', { name: 'There is a problem' })).toBeVisible();
  await page.keyboard.press('Escape');

  expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([]);
  expect(await everythingStored(page)).toEqual(nothing);
  expect(messages).toEqual([]);
  expect(`${page.url()} ${await page.title()}`).not.toContain(canary);
});

test('after the clinic’s file is saved, opened and locked: patients and passphrase are in it alone, encrypted', async ({
  page,
  context,
}) => {
  const messages = messagesOf(page);
  await takePickerAway(page);
  await openUnfolded(page);
  await context.setOffline(true);
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const words = `${canary} lantern moss tide`;
  await keepLeast(page, `PT-${canary}`);
  const drawer = await openFileDrawer(page);
  await typePassphrase(drawer, words);
  const { download, bytes } = await downloaded(page, () =>
    drawer.getByRole('button', { name: 'Download the file' }).click(),
  );
  expect(download.suggestedFilename()).toBe('baclofen-clinic.age');
  expect(bytes.toString('latin1')).not.toContain(canary);
  await drawer
    .getByLabel('Open a file')
    .setInputFiles({ name: `${canary}.age`, mimeType: 'application/octet-stream', buffer: bytes });
  await expect(drawer.getByText('All of it is saved.')).toBeVisible();
  await expect(drawer.getByText(canary)).toHaveCount(0);
  await drawer.getByRole('button', { name: 'Lock now' }).click();
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  expect(await allOn(page)).not.toContain(canary);
  expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([]);
  expect(await everythingStored(page)).toEqual(nothing);
  expect(await page.evaluate(async () => (await navigator.storage.estimate()).usage)).toBe(0);
  expect(messages).toEqual([]);
  expect(`${page.url()} ${await page.title()}`).not.toContain(canary);
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain(canary);
  expect(page.workers()).toEqual([]);
});

/** The labels of the text fields that are asked. */
const textboxes = (drawer: Locator): Promise<string[]> =>
  drawer
    .getByRole('textbox')
    .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).labels?.[0]?.firstChild?.textContent ?? ''));

test('what leaves the worksheet has no name of the patient, and holds what was typed only where it was put', async ({
  page,
}) => {
  await openUnfolded(page);
  await loadExample(page, 2);
  for (const [name, text] of [
    ['Preauthorization number', 'Q7approval'],
    ['Reason for the waste', 'Q7waste'],
    ['Patient reference', 'Q7reference'],
    ['Account', 'Q7account'],
    ['Initials', 'Q7initials'],
  ] as const) {
    await page.getByRole('textbox', { name, exact: true }).fill(text);
  }
  const forms = await openDrawer(page, 'Claim forms and files');
  const held = async (button: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      forms.getByRole('button', { name: button }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^baclofen-claim[a-z0-9-]*\.(csv|json|txt)$/);
    return [...new Set((await readFile(await download.path(), 'utf8')).match(/Q7\w+/g))].sort();
  };
  await forms.getByRole('radio', { name: 'CSV, JSON or FHIR' }).check();
  expect(await held('Download the CSV')).toEqual(['Q7approval']);
  expect(await held('Download the JSON')).toEqual(['Q7approval', 'Q7waste']);
  expect(await held('Download the FHIR Claim')).toEqual(['Q7approval', 'Q7waste']);
  await forms.getByRole('radio', { name: '837P' }).check();
  await forms.getByRole('button', { name: 'Make a whole 837P file' }).click();
  const shaped = {
    'Control number': '7',
    'Contact phone': '7015550100',
    'Provider NPI': '1234567893',
    'Provider tax ID': '123456789',
    'Provider taxonomy': '261QP3300X',
    'Provider state': 'ND',
    'Provider ZIP': '581020001',
    'Patient’s state': 'ND',
    'Patient’s ZIP': '58102',
    'Date of birth': '01/02/1960',
    'Sender qualifier': 'ZZ',
    'Receiver qualifier': 'ZZ',
    'Rendering provider’s NPI': '1234567893',
    'State for payments': 'ND',
    'ZIP for payments': '581020001',
  };
  // What is typed may ask for more: until there is no field that was not filled.
  const free: string[] = [];
  for (let filled: string[] = [], asked = await textboxes(forms); asked.length > 0;) {
    for (const name of asked) {
      if (!(name in shaped)) free.push(name);
      await forms
        .getByRole('textbox', { name, exact: true })
        .fill(name in shaped ? shaped[name as keyof typeof shaped] : `Q7x${free.length - 1}`);
    }
    filled = [...filled, ...asked];
    asked = (await textboxes(forms)).filter((name) => !filled.includes(name));
  }
  await forms.getByRole('combobox', { name: 'Sex' }).selectOption('Male');
  expect(await held('Download the 837P file')).toEqual(['Q7approval', ...free.map((_, place) => `Q7x${place}`)].sort());
  expect(free.length).toBeGreaterThan(15);
  await page.keyboard.press('Escape');
  await newClaim(page);
  await expect(page.getByText('Q7x')).toHaveCount(0);
  const again = await openDrawer(page, 'Claim forms and files');
  await expect(again.getByText('There is no claim yet')).toBeVisible();
});

test(
  'what was typed beside the worksheet is gone when the page is left; ' +
    'a new claim keeps what is the clinic’s and nothing of the claim',
  async ({ page }) => {
    await openUnfolded(page);
    for (const leave of ['the page', 'the claim']) {
      const profiles = await openDrawer(page, 'Payer profiles');
      await profiles.getByRole('button', { name: 'New profile' }).click();
      await profiles.getByRole('textbox', { name: 'Name of the payer' }).fill(canary);
      await page.keyboard.press('Escape');
      const denials = await openDrawer(page, 'A claim came back');
      await denials.getByRole('textbox').fill(canary);
      await page.keyboard.press('Escape');
      if (leave === 'the page') {
        await page.evaluate(() => void window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
        await expect(page.locator('dialog')).toHaveCount(0);
      } else {
        await newClaim(page);
        await expect((await openDrawer(page, 'A claim came back')).getByRole('textbox')).toHaveValue('');
        await page.keyboard.press('Escape');
        await expect(
          (await openDrawer(page, 'Payer profiles')).getByRole('textbox', { name: 'Name of the payer' }),
        ).toHaveValue(canary);
      }
    }
  },
);

test('the policy forbids every request that a script could make, and every text that could become script', async ({
  page,
}) => {
  await openUnfolded(page);
  const refused = await page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      violations.push(effectiveDirective),
    );
    await fetch('/').catch(() => {});
    navigator.sendBeacon('/', 'x');
    const image = new Image();
    image.src = 'https://example.com/x.png';
    const form = document.createElement('form');
    form.action = '/elsewhere';
    document.body.append(form);
    form.submit();
    await new Promise((resolve) => setTimeout(resolve, 200));
    return [...new Set(violations)].sort();
  });
  expect(refused).toEqual(['connect-src', 'form-action', 'img-src']);
  const thrown = await page.evaluate(async () => {
    const { trustedTypes } = window as { trustedTypes?: { createPolicy: (name: string, policy: object) => unknown } };
    const attempts: Record<string, () => unknown> = {
      markup: () => (document.createElement('div').innerHTML = '<b>x</b>'),
      'script address': () => (document.createElement('script').src = '/sw.js'),
      'trusted policy': () => trustedTypes?.createPolicy('any', {}),
      worker: () => navigator.serviceWorker.register('/sw.js'),
    };
    const names: string[] = [];
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        await attempt();
      } catch {
        names.push(name);
      }
    }
    return names;
  });
  expect(thrown).toEqual(['markup', 'script address', 'trusted policy', 'worker']);
});

test('the server sends what a host is asked to send, and what is not there is not found', async ({ request }) => {
  const headersOf = async (path: string) => (await request.get(path)).headers();
  const ofPage = await headersOf('/');
  expect(ofPage).toMatchObject({
    'content-security-policy': "frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  expect(ofPage['permissions-policy']).toContain('camera=()');
  expect((await headersOf('/sw.js'))['content-security-policy']).toBe(
    "frame-ancestors 'none', default-src 'none'; connect-src 'self'",
  );
  expect((await request.get('/nothing-here')).status()).toBe(404);
});

test('clearing clears everything, and so does leaving the page and coming back', async ({ page }) => {
  await openUnfolded(page);
  const state = () =>
    page
      .getByRole('form', { name: 'Worksheet' })
      .evaluate((form: HTMLFormElement) => JSON.stringify([...new FormData(form)]));
  const empty = await state();
  for (const leave of [
    () => newClaim(page),
    () => page.reload(),
    // Kept alive for the way back: the page clears itself when it is left.
    () => page.evaluate(() => void window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))),
    async () => {
      await page.goto('/?away');
      await page.goBack();
    },
  ]) {
    await page.getByRole('textbox', { name: 'Patient reference' }).fill(canary);
    await page.getByRole('combobox', { name: 'Payer type' }).selectOption('Medicaid');
    await page.getByRole('radio', { name: 'Intramuscular' }).check();
    expect(await state()).not.toBe(empty);
    await leave();
    // The page opens folded again.
    await expect(async () => {
      await unfold(page);
      expect(await state()).toBe(empty);
    }).toPass();
    await expect(page.getByText(canary)).toHaveCount(0);
  }
});

test(
  'the built page names no way to a network or a store but fetch, which the policy refuses, ' +
    'and the copy of itself that somebody may ask for; and no foreign address',
  async () => {
    const dist = fileURLToPath(new URL('../dist', import.meta.url));
    const files = (await readdir(dist, { recursive: true })).filter((name) => /\.(js|css|html)$/.test(name));
    expect([...new Set(files.map((name) => extname(name)))].sort()).toEqual(['.css', '.html', '.js']);
    for (const name of files) {
      const text = await readFile(join(dist, name), 'utf8');
      for (const reach of [
        'XMLHttpRequest',
        'WebSocket',
        'EventSource',
        'sendBeacon',
        'localStorage',
        'sessionStorage',
        'indexedDB',
        'document.cookie',
      ]) {
        expect(text.includes(reach), `${name}: ${reach}`).toBe(false);
      }
      // What tells of the copy, the page on which it is asked for, and the worker: no other script reaches it, and the
      // worksheet can look at it and remove it but not start it.
      if (!/^(assets[\\/]KeptCopy-.*|offline|sw)\.(js|html)$/.test(name))
        expect(text, name).not.toMatch(/serviceWorker|\bcaches\b/);
      if (name !== 'offline.html') expect(text, name).not.toMatch(/serviceWorker\.register/);
      expect(text.match(/(?:src|href)="https?:|url\(["']?https?:|@import/), name).toBeNull();
    }
  },
);

test('the license notices of what is built in stand beside the page', async ({ request }) => {
  const notices = await (await request.get('/licenses.md')).text();
  for (const name of ['react', 'react-hook-form', 'zod', '@cmsgov/design-system'])
    expect(notices).toContain(`## ${name} - `);
  expect(notices).toContain('Permission is hereby granted');
});
