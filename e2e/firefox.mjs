// @ts-check
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import puppeteer from 'puppeteer-core';
import { preview } from 'vite';
import { findFirefox } from './browser.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * What a biller and a nurse do most, once, in an installed Firefox: a claim, its paper, a file of it, a refill; on the
 * served page, and in the one file from a disk. It expects both builds, in dist and dist-file, and drives Firefox by
 * WebDriver BiDi, since Playwright drives no Firefox but its own build.
 */
const executablePath = findFirefox();
if (!executablePath) throw new Error('Firefox was not found: put firefox-esr or firefox on the PATH');

const root = fileURLToPath(new URL('..', import.meta.url));
const file = new URL('../dist-file/baclofen-billing-worksheet.html', import.meta.url).href;
const server = await preview({
  root,
  logLevel: 'error',
  preview: { host: '127.0.0.1', port: Number(process.env.E2E_PORT ?? 4317) },
});
const address = server.resolvedUrls?.local[0];
assert(address, 'dist is not served');
/** @type {unknown[]} */
const errors = [];
const browser = await puppeteer.launch({ browser: 'firefox', executablePath });
try {
  console.log(await browser.version());
  await smoke('served', address);
  await smoke('from a disk', file);
  assert.deepEqual(errors, []);
} finally {
  await browser.close();
  await server.close();
}

/**
 * @param {string} where
 * @param {string} url
 */
async function smoke(where, url) {
  const downloads = await mkdtemp(join(tmpdir(), 'firefox-downloads-'));
  const context = await browser.createBrowserContext({
    downloadBehavior: { policy: 'allow', downloadPath: downloads },
  });
  try {
    const claim = await opened(context, url);
    await step(`${where}: a claim`, () => fillClaim(claim));
    await step(`${where}: its paper`, () => print(claim));
    await step(`${where}: a file of it`, () => download(claim, downloads));
    await step(`${where}: a refill`, async () => recordRefill(await opened(context, url)));
  } finally {
    await context.close();
    await rm(downloads, { recursive: true });
  }
}

/**
 * @param {string} name
 * @param {() => Promise<void>} work
 */
async function step(name, work) {
  await work();
  console.log(`ok ${name}`);
}

/**
 * A page of its own, which has taken over the drawn shell.
 * @param {import('puppeteer-core').BrowserContext} context
 * @param {string} url
 */
async function opened(context, url) {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => errors.push(error));
  await page.goto(url);
  await page.waitForFunction(() => !document.querySelector('#not-started'));
  return page;
}

/** @param {Page} page */
async function fillClaim(page) {
  await click(page, 'Today: date of service');
  await fill(page, 'Dose given', '36');
  await fill(page, 'Dose wasted', '4');
  await fill(page, 'Diagnosis codes', 'G80.1');
  await choose(page, 'Payer type', 'Medicare Part B');
  await choose(page, 'Setting', 'Office');
  await eventually(() => linesOf(page), ['J0475 JZ x4']);
}

/**
 * Firefox has no boxes in the margins of a page: it repeats the reference itself, on every page.
 * @param {Page} page
 */
async function print(page) {
  // What is not on the screen yet has no text to be found by.
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('.folded-section > details')) fold.setAttribute('open', '');
  });
  await page.waitForSelector('[name=patientReference]');
  await page.type('[name=patientReference]', 'MRN-7');
  const pdf = await getDocument({ data: Uint8Array.from(await page.pdf({ format: 'letter' })) }).promise;
  assert.equal(pdf.numPages, 2);
  const pages = await Promise.all([1, 2].map(async (number) => textOf(await pdf.getPage(number))));
  for (const text of pages) assert.match(text, /Patient reference MRN-7, service of \d\d\/\d\d\/\d{4}/);
  for (const part of ['J0475', 'JZ', '36 mg', 'G801', 'Working', 'Sources'])
    assert(pages.join(' ').includes(part), `${part} is not on the paper: ${pages.join(' ')}`);
}

/** @param {import('pdfjs-dist').PDFPageProxy} sheet */
async function textOf(sheet) {
  const { items } = await sheet.getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}

/**
 * @param {Page} page
 * @param {string} downloads the folder that they come to
 */
async function download(page, downloads) {
  await fromMenu(page, 'Claim forms and files');
  await click(page, 'CSV, JSON or FHIR');
  await click(page, 'Download the CSV');
  await eventually(async () => (await readdir(downloads)).map((name) => name.replace(/^.*\./, '')), ['csv']);
  const [name = ''] = await readdir(downloads);
  assert.match(await readFile(join(downloads, name), 'utf8'), /J0475/);
}

/** @param {Page} page */
async function recordRefill(page) {
  await click(page, 'I am recording a pump refill');
  await fromMenu(page, 'Example 3: a refill of 35 mL');
  await eventually(() => linesOf(page), ['62369 none x1', 'J0475 none x7', 'J0475 JW x1']);
}

/**
 * The control of that name, once it can be seen. Puppeteer's own search by role reads the whole tree for each and takes
 * seconds.
 * @param {Page} page
 * @param {string} name
 */
async function control(page, name) {
  const found = await page.waitForFunction(
    (wanted) => {
      /** @type {NodeListOf<HTMLButtonElement | HTMLInputElement | HTMLSelectElement>} */
      const controls = document.querySelectorAll('button, input, select');
      // A star is for the eye alone.
      const nameOf = (/** @type {(typeof controls)[number]} */ each) =>
        each.ariaLabel ?? (each.labels?.[0] ?? each).innerText.replace(/\*$/, '').trim();
      return [...controls].find((each) => each.checkVisibility() && nameOf(each) === wanted);
    },
    {},
    name,
  );
  const element = found.asElement();
  assert(element, name);
  return /** @type {import('puppeteer-core').ElementHandle<HTMLElement>} */ (element);
}

/**
 * @param {Page} page
 * @param {string} name
 */
async function click(page, name) {
  await (await control(page, name)).click();
}

/**
 * @param {Page} page
 * @param {string} name
 */
async function fromMenu(page, name) {
  await page.click('.menu > summary');
  await click(page, name);
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {string} text
 */
async function fill(page, name, text) {
  await (await control(page, name)).type(text);
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {string} option as a person reads it
 */
async function choose(page, name, option) {
  const list = await control(page, name);
  const value = await list.evaluate(
    (select, text) => [.../** @type {HTMLSelectElement} */ (select).options].find((each) => each.text === text)?.value,
    option,
  );
  assert(value, `${name} has no “${option}”`);
  await list.select(value);
}

/**
 * The service lines as they stand on the screen.
 * @param {Page} page
 */
function linesOf(page) {
  return page.$$eval('.answer-panel table.service-lines tbody tr', (rows) =>
    rows.map((row) => {
      const [hcpcs, modifiers, units] = ['hcpcs', 'modifiers', 'units'].map((column) =>
        // Without a modifier a dash is seen, and “none” is said.
        row.querySelector(`.column-${column}`)?.textContent?.trim().replace(/^–/, ''),
      );
      return `${hcpcs} ${modifiers} x${units}`;
    }),
  );
}

/**
 * @param {() => Promise<string[]>} read
 * @param {string[]} expected
 */
async function eventually(read, expected) {
  const until = performance.now() + 10_000;
  while (performance.now() < until && String(await read()) !== String(expected)) await pause(50);
  assert.deepEqual(await read(), expected);
}
