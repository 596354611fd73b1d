// @ts-check
import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { Engine } from 'json-rules-engine';
import { build } from 'vite';
import { launchOptions } from './browser.mjs';

/** @typedef {{ type: string, body: Buffer, gzipped: boolean }} Served */
/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const cpuSlowdown = 4;
const runs = 5;
const clinicsClaims = 5000;
const claimsOfTheDay = 500;

if (!existsSync(join(dist, 'index.html'))) {
  console.log('No dist/index.html: run npm run bench, which builds first.');
  process.exit(1);
}

await part('engine', engine);
await part('clinic’s file', clinicsFile);

const files = await distFiles();
const server = createServer(answer).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const address = /** @type {import('node:net').AddressInfo} */ (server.address());
const url = `http://127.0.0.1:${address.port}/`;
const browser = await chromium.launch(launchOptions());
console.log(`\nBrowser: Chromium ${browser.version()}`);
try {
  await part('first view', () => firstView(browser));
  await part('keys of the dose', () => keys(browser, 'Dose', doseExample));
  await part('keys of a refill', () => keys(browser, 'Refill', refillExample));
  await part('claims of the day', () => claimsOfDay(browser));
  await part('page load', () => pageLoad(browser));
} finally {
  await browser.close();
  server.close();
}

/**
 * @param {string} name
 * @param {() => Promise<void>} work
 */
async function part(name, work) {
  await work().catch((error) =>
    console.log(`${name}: could not be measured: ${String(error?.message ?? error).split('\n')[0]}`),
  );
}

/** @param {string[]} cells what, measured, aim, whether met */
function row(...cells) {
  console.log(
    cells
      .map((cell, column) => cell.padEnd([46, 34, 16][column] ?? 0))
      .join('')
      .trimEnd(),
  );
}

/**
 * @param {number} measured
 * @param {number} aim
 */
function met(measured, aim) {
  return measured <= aim ? 'met' : 'not met';
}

/**
 * @param {number[]} values
 * @param {number} share
 */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/**
 * The median of several runs, and the range.
 * @param {number[]} values
 */
function medianOf(values, decimals = 1) {
  const [median, least, most] = [0.5, 0, 1].map((share) => quantile(values, share).toFixed(decimals));
  return `${median} (${least} to ${most})`;
}

async function engine() {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const { prepareClaim, ruleBook, encounters } = await bundled(folder);
    const facts = encounters.map((/** @type {object} */ each) => leavesOf(each));
    const other = otherEngine(facts, ruleBook.rules.length);
    const ours = () => timed(2000, (i) => prepareClaim(encounters[i % encounters.length], ruleBook));
    const theirs = () => timed(200, (i) => other.run(facts[i % facts.length]));
    await ours();
    await theirs();
    /** @type {{ ours: number, theirs: number }[]} */
    const measured = [];
    for (let run = 0; run < runs; run += 1) measured.push({ ours: await ours(), theirs: await theirs() });
    const claim = measured.map(({ ours }) => ours);
    row(
      `One prepareClaim, ${encounters.length} examples in turn`,
      `${medianOf(claim)} µs`,
      'aim 20 µs',
      met(quantile(claim, 0.5), 20),
    );
    const rules = `json-rules-engine, ${ruleBook.rules.length} rules of 3 conditions`;
    row(rules, `${medianOf(measured.map(({ theirs }) => theirs))} µs`);
    const times = measured.map(({ ours, theirs }) => theirs / ours);
    row('  Times as long', medianOf(times));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Opening and saving a clinic's file of many claims: with the encryption, and the key by itself. */
async function clinicsFile() {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const { claims, noRecords, writeRecordsFile, readRecordsFile, encrypt, decrypt } = await bundled(folder);
    const records = { ...noRecords, claims: claims(clinicsClaims) };
    const id = '0'.repeat(32);
    const words = 'lantern moss 47 tide';
    const save = (/** @type {number | undefined} */ work) =>
      encrypt(new TextEncoder().encode(writeRecordsFile({ id, records })), words, work);
    const open = async (/** @type {Uint8Array} */ bytes) => readRecordsFile((await decrypt(bytes, words)).plain);
    const bytes = await save(1);
    if ((await open(bytes)).records.claims.length !== clinicsClaims) throw new Error('The file did not open');
    /** @type {{ save: number, open: number, key: number }[]} */
    const measured = [];
    for (let run = 0; run < runs; run += 1) {
      measured.push({
        save: (await timed(1, () => save(1))) / 1000,
        open: (await timed(1, () => open(bytes))) / 1000,
        key: (await timed(1, () => encrypt(new Uint8Array(), words))) / 1000,
      });
    }
    const name = `A clinic’s file of ${clinicsClaims} claims, ${(bytes.length / 1e6).toFixed(1)} MB`;
    for (const { what, label, aim } of /** @type {const} */ ([
      { what: 'save', label: `${name}: saved`, aim: 1000 },
      { what: 'open', label: '  Opened', aim: 1000 },
      { what: 'key', label: '  The key of its passphrase, each time', aim: 1000 },
    ])) {
      const times = measured.map((each) => each[what]);
      row(label, `${medianOf(times, 0)} ms`, `aim ${aim} ms`, met(quantile(times, 0.5), aim));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {number} calls
 * @param {(call: number) => unknown} work
 * @returns {Promise<number>} microseconds a call
 */
async function timed(calls, work) {
  const start = performance.now();
  for (let call = 0; call < calls; call += 1) await work(call);
  return ((performance.now() - start) * 1000) / calls;
}

/**
 * A general engine with as many rules, each of three comparisons of facts of the same encounters.
 * @param {Record<string, string | number | boolean>[]} facts
 * @param {number} count
 */
function otherEngine(facts, count) {
  const names = [...new Set(facts.flatMap((each) => Object.keys(each)))];
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (let i = 0; i < count; i += 1) {
    const all = [0, 1, 2].map((part) => {
      const fact = names[(i * 3 + part) % names.length] ?? '';
      return {
        fact,
        operator: part === 2 ? 'notEqual' : 'equal',
        value: facts[(i + part) % facts.length]?.[fact] ?? '',
      };
    });
    engine.addRule({ conditions: { all }, event: { type: `rule-${i}` } });
  }
  return engine;
}

/**
 * What an encounter says, one fact a leaf: `given.ng`.
 * @param {object} facts
 * @param {string} path
 * @returns {Record<string, string | number | boolean>}
 */
function leavesOf(facts, path = '') {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => {
      if (value === null || value === undefined) return [];
      return typeof value === 'object'
        ? Object.entries(leavesOf(value, `${path}${name}.`))
        : [[`${path}${name}`, value]];
    }),
  );
}

/** @param {string} folder */
async function bundled(folder) {
  const entry = 'virtual:bench';
  const source = [
    `export { prepareClaim } from '/src/engine/prepare-claim.ts';`,
    `export { ruleBook } from '/src/rules/index.ts';`,
    `export { noRecords } from '/src/records/clinic-records.ts';`,
    `export { readRecordsFile, writeRecordsFile } from '/src/records/records-file.ts';`,
    `export { decrypt, encrypt } from '/src/records/encrypted-file.ts';`,
    `import { examples } from '/src/answers/examples.ts';`,
    `import { readWorksheet } from '/src/answers/read-worksheet.ts';`,
    `import { day } from '/src/engine/dated.ts';`,
    `const today = day(new Date().toISOString().slice(0, 10));`,
    `const kept = (place) => ({ recordId: 'r' + place, keptAt: '2026-11-27T10:00:00.000Z' });`,
    `export const claims = (count) => Array.from({ length: count }, (_, place) => ({`,
    `  ...examples[place % examples.length].worksheet(today), ...kept(place) }));`,
    `export const encounters = examples.flatMap(`,
    `  ({ worksheet }) => readWorksheet(worksheet(today), today).encounter ?? []);`,
  ].join('\n');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'bench',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
    ],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { input: entry, output: { entryFileNames: 'bench.mjs' } },
    },
  });
  return import(pathToFileURL(join(folder, 'bench.mjs')).href);
}

/**
 * A page that keeps many claims: a key in the worksheet, a press on a heading of their table, and frames while it
 * scrolls.
 * @param {Browser} browser
 */
async function claimsOfDay(browser) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  /** @type {{ keys: number[], sorts: number[], frames: number[] }} */
  const measured = { keys: [], sorts: [], frames: [] };
  try {
    const { claims, noRecords, writeRecordsFile } = await bundled(folder);
    const file = join(folder, 'claims.json');
    await writeFile(
      file,
      writeRecordsFile({ id: '0'.repeat(32), records: { ...noRecords, claims: claims(claimsOfTheDay) } }),
    );
    for (let run = 0; run < runs; run += 1) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
      page.setDefaultTimeout(20_000);
      await page.goto(url, { waitUntil: 'networkidle' });
      await doseExample(page);
      await fromMenu(page, 'The clinic’s file');
      await page.getByRole('dialog').getByLabel('Open a file').setInputFiles(file);
      await page.getByText(`${claimsOfTheDay} claims`).first().waitFor();
      await page.keyboard.press('Escape');
      await page.evaluate(watchKeys);
      await slowDown(page);
      for (const { typed } of await typedInto(page, 'answer-doseGiven')) measured.keys.push(typed ?? Number.NaN);
      await fromMenu(page, 'Claims of the day');
      const heading = page.getByRole('table', { name: 'Claims' }).getByRole('button', { name: /^Status/ });
      await heading.waitFor();
      for (let press = 0; press < 4; press += 1) measured.sorts.push(await heading.evaluate(pressedUntilPainted));
      measured.frames.push(...(await heading.evaluate(framesWhileScrolled)));
      await page.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log(`\n${claimsOfTheDay} claims of the day, ${runs} times, ${cpuSlowdown}x slower processor`);
  for (const { what, words, aim } of /** @type {const} */ ([
    { what: 'keys', words: 'Key in the dose to what was typed', aim: 32 },
    { what: 'sorts', words: 'Heading to the sorted table', aim: 200 },
    { what: 'frames', words: 'A frame while the table scrolls', aim: 50 },
  ])) {
    const p95 = quantile(measured[what], 0.95);
    row(`  ${words}: median`, `${medianOf(measured[what])} ms`);
    row('    95th percentile', `${p95.toFixed(1)} ms`, `aim ${aim} ms`, met(p95, aim));
  }
}

/**
 * @param {Page} page
 * @param {string} item
 */
async function fromMenu(page, item) {
  await page.locator('.menu > summary').press('Enter');
  await page.locator('.menu').getByRole('button', { name: item, exact: true }).press('Enter');
}

/**
 * Runs in the page: milliseconds from a press until the frame that follows it is painted.
 * @param {Element} button
 * @returns {Promise<number>}
 */
function pressedUntilPainted(button) {
  const start = performance.now();
  /** @type {HTMLElement} */ (button).click();
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start))));
}

/**
 * Runs in the page: how long each frame took while what holds the table is scrolled by a screen a frame.
 * @param {Element} within
 * @returns {Promise<number[]>}
 */
async function framesWhileScrolled(within) {
  let scroller = within.parentElement;
  while (
    scroller &&
    !(scroller.scrollHeight > scroller.clientHeight + 1 && getComputedStyle(scroller).overflowY !== 'visible')
  )
    scroller = scroller.parentElement;
  const holder = scroller ?? document.documentElement;
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  /** @type {number[]} */
  const frames = [];
  await nextFrame();
  for (let frame = 0; frame < 30; frame += 1) {
    const start = performance.now();
    holder.scrollBy(0, 400);
    await nextFrame();
    frames.push(performance.now() - start);
  }
  return frames;
}

/** Everything in dist, compressed once, as a web server with gzip would send it. */
async function distFiles() {
  /** @type {Record<string, string>} */
  const types = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.svg': 'image/svg+xml',
    '.json': 'application/json',
    '.txt': 'text/plain; charset=utf-8',
  };
  /** @type {Map<string, Served>} */
  const found = new Map();
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const text = types[extname(path)];
    const raw = await readFile(path);
    found.set(`/${relative(dist, path).split(sep).join('/')}`, {
      type: text ?? (path.endsWith('.woff2') ? 'font/woff2' : 'application/octet-stream'),
      body: text ? gzipSync(raw, { level: 9 }) : raw,
      gzipped: text !== undefined,
    });
  }
  return found;
}

/** @param {string} requested */
function served(requested) {
  const { pathname } = new URL(requested, 'http://localhost');
  return files.get(pathname === '/' ? '/index.html' : pathname);
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function answer(request, response) {
  const file = served(request.url ?? '/');
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': file.body.length,
    ...(file.gzipped ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(file.body);
}

/** @param {Browser} browser */
async function firstView(browser) {
  const aim = 150;
  const aimInAll = 300;
  const page = await browser.newPage();
  /** @type {Set<string>} */
  const requested = new Set();
  page.on('request', (request) => requested.add(request.url()));
  await page.goto(url, { waitUntil: 'networkidle' });
  /** Parts that the page names for later: they come last, and none is needed for what is seen first. */
  const later = new Set(
    await page
      .locator('link[rel=modulepreload][fetchpriority=low]')
      .evaluateAll((links) => links.map((link) => /** @type {HTMLLinkElement} */ (link).href)),
  );
  await page.close();
  const paths = [...requested].filter((each) => each.startsWith('http'));
  /** @param {string[]} list */
  const sum = (list) => list.reduce((total, path) => total + (served(path)?.body.length ?? 0), 0);
  const first = paths.filter((path) => !later.has(path));
  const last = paths.filter((path) => later.has(path));
  /** @param {string[]} list */
  const rows = (list) => {
    for (const path of list) row(`  ${path.replace(url, '/')}`, served(path) ? kilobytes(sum([path])) : 'not in dist');
  };
  console.log('\nFirst view, as sent (gzip level 9; fonts as they are)');
  rows(first);
  row('  First view in all', kilobytes(sum(first)), `aim ${aim} kB`, met(sum(first) / 1000, aim));
  console.log('\nComes with the page after that, for what is opened later');
  rows(last);
  row('  The page in all', kilobytes(sum(paths)), `aim ${aimInAll} kB`, met(sum(paths) / 1000, aimInAll));
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** @param {Page} page */
async function doseExample(page) {
  await page.locator('.menu > summary').click();
  await page
    .getByRole('button', { name: /^Example/ })
    .first()
    .click();
}

/** @param {Page} page */
async function refillExample(page) {
  await page.getByRole('radio', { name: 'I am recording a pump refill' }).check();
  await doseExample(page);
  // An amount thrown away stands whatever is left, so that every key makes another claim.
  await page.getByRole('radio', { name: 'Less of it' }).check();
  await page
    .getByLabel(/^Thrown away/)
    .first()
    .fill('0');
  await page.getByLabel(/^What became of the rest/).fill('Not known');
}

/** @typedef {{ field: string, typed: number | null, claim: number | null }} Timing milliseconds from the key */

/**
 * Types into every field of an entry, in several runs: until what was typed is painted, and until the claim is.
 * @param {Browser} browser
 * @param {string} entry
 * @param {(page: Page) => Promise<void>} start what the page holds before
 */
async function keys(browser, entry, start) {
  /** @type {Timing[][]} */
  const all = [];
  for (let run = 0; run < runs; run += 1) all.push(await oneRun(browser, start));
  const fields = new Set(all.flat().map(({ field }) => field));
  const count = `${all[0]?.length} keys in ${fields.size} fields, ${runs} times`;
  console.log(`\n${entry}, until it is painted: ${count}, ${cpuSlowdown}x slower processor`);
  for (const { what, words, aim } of /** @type {const} */ ([
    { what: 'typed', words: 'Key to what was typed', aim: 32 },
    { what: 'claim', words: 'Key to the claim that follows', aim: 50 },
  ])) {
    /** @param {Timing[]} timings */
    const of = (timings) => timings.flatMap((each) => each[what] ?? []);
    const p95 = all.map((timings) => quantile(of(timings), 0.95));
    row(`  ${words}: median`, `${medianOf(all.map((timings) => quantile(of(timings), 0.5)))} ms`);
    row('    95th percentile', `${medianOf(p95)} ms`, `aim ${aim} ms`, met(quantile(p95, 0.5), aim));
    const slow = [...fields]
      .map((field) => ({ field, p95: quantile(of(all.flat().filter((each) => each.field === field)), 0.95) }))
      .filter((each) => each.p95 > aim)
      .sort((a, b) => b.p95 - a.p95);
    if (slow.length > 0) {
      const worst = slow.slice(0, 4).map(({ field, p95 }) => `${field} ${p95.toFixed(0)} ms`);
      console.log(`    Above it by their own 95th percentile: ${slow.length} fields; ${worst.join(', ')}`);
    }
  }
}

/**
 * @param {Browser} browser
 * @param {(page: Page) => Promise<void>} start
 */
async function oneRun(browser, start) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  page.setDefaultTimeout(10_000);
  await page.goto(url, { waitUntil: 'networkidle' });
  await start(page);
  await page.locator('.worksheet details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
  await page.waitForTimeout(500);
  const fields = await page
    .locator('.worksheet :is(input, select)[name]:not([type=radio]):not([id$=picker])')
    .evaluateAll((all) => all.filter((each) => each.checkVisibility()).map(({ id }) => id));
  await page.evaluate(watchKeys);
  await slowDown(page);
  /** @type {Timing[]} */
  const timings = [];
  for (const field of fields) timings.push(...(await typedInto(page, field)));
  await page.close();
  return timings;
}

/**
 * A few keys in one field, which then holds again what it held.
 * @param {Page} page
 * @param {string} field
 */
async function typedInto(page, field) {
  const control = page.locator(`[id="${field}"]`);
  if (!(await control.isVisible())) return [];
  await control.focus();
  const kind = await control.evaluate((each) => each.getAttribute('type') ?? 'select');
  const before = kind === 'checkbox' ? '' : await control.inputValue();
  if (kind === 'text') await page.keyboard.press('ControlOrMeta+A');
  const pressed = { text: ['1', '2', '5'], checkbox: ['Space', 'Space'], select: ['ArrowDown', 'ArrowUp'] }[kind] ?? [];
  /** @type {Timing[]} */
  const timings = [];
  for (const key of pressed) {
    const timing = await page.evaluateHandle(() => ({ seen: /** @type {any} */ (window).nextKey() }));
    await page.keyboard.press(key);
    timings.push({ field, ...(await timing.evaluate(({ seen }) => seen)) });
    await timing.dispose();
  }
  if (kind === 'text' && (await control.isVisible())) await control.fill(before);
  await page.waitForTimeout(100);
  return timings;
}

/** Runs in the page: `nextKey` tells when what the next key typed was painted, and when the claim that follows was. */
function watchKeys() {
  /** @param {number} start */
  const painted = (start) =>
    // The frame with a change is painted between its animation callback and the message sent from there.
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(performance.now() - start));
        port1.start();
        port2.postMessage(null);
      }),
    );
  const once = { capture: true, once: true };
  const nextKey = async () => {
    let start = 0;
    /** @type {Promise<number> | null} */
    let claim = null;
    window.addEventListener('keydown', (event) => (start = event.timeStamp), once);
    const observer = new MutationObserver(() => (claim ??= painted(start)));
    observer.observe(/** @type {Element} */ (document.querySelector('.answer-panel')), {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    const typed = await new Promise((resolve) => {
      window.addEventListener('input', () => resolve(painted(start)), once);
      setTimeout(() => resolve(null), 1000);
    });
    // Behind all that still has to follow.
    await /** @type {any} */ (window).scheduler.postTask(() => {}, { priority: 'background' });
    observer.disconnect();
    return { typed, claim: await claim };
  };
  Object.assign(window, { nextKey });
}

/** @param {Page} page */
async function slowDown(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  return session;
}

/** @param {Browser} browser */
async function pageLoad(browser) {
  const loads = [];
  for (let run = 0; run < runs; run += 1) loads.push(await oneLoad(browser));
  const paints = loads.map(({ paint }) => paint);
  const blockings = loads.map(({ blocking }) => blocking);
  console.log(
    `\nPage load, ${loads.length} times: ${cpuSlowdown}x slower processor, 1.6 Mbit/s, 150 ms round trip, empty cache`,
  );
  row('  First contentful paint', `${medianOf(paints, 0)} ms`, 'aim 444 ms', met(quantile(paints, 0.5), 444));
  row('  Total blocking time', `${medianOf(blockings, 0)} ms`, 'aim 72 ms', met(quantile(blockings, 0.5), 72));
}

/** @param {Browser} browser */
async function oneLoad(browser) {
  const page = await browser.newPage();
  const session = await slowDown(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  await page.goto(url);
  const load = await page.evaluate(async () => {
    /** @param {string} type */
    const entries = (type) =>
      /** @type {Promise<PerformanceEntryList>} */ (
        new Promise((resolve) =>
          new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true }),
        )
      );
    const paint =
      (await entries('paint')).find(({ name }) => name === 'first-contentful-paint')?.startTime ?? Number.NaN;
    const end = paint + 5000;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, end - performance.now())));
    const tasks = await Promise.race([
      entries('longtask'),
      new Promise((resolve) => setTimeout(() => resolve([]), 500)),
    ]);
    let blocking = 0;
    for (const { startTime, duration } of tasks) {
      const within = Math.min(startTime + duration, end) - Math.max(startTime, paint);
      blocking += Math.max(0, within - 50);
    }
    return { paint, blocking };
  });
  await page.close();
  return load;
}
