// @ts-check
import { chromium } from '@playwright/test';
import { execFileSync } from 'node:child_process';
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
const mappingLookedAt = 4000;
const batchRows = [1000, 10_000, 100_000, ...(process.env.MILLION ? [1_000_000] : [])];

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
  await part('batch', () => batches(browser));
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
  const { PARTS: only } = process.env;
  if (only && !name.includes(only)) return;
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
 * A CSV from being chosen to its claims and its audit, in the worker; what a key waits for meanwhile, and the memory.
 * @param {Browser} browser
 */
async function batches(browser) {
  console.log('\nA batch from a CSV, in its worker; processor time of the page with it, all its threads');
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    for (const rows of batchRows) {
      const file = join(folder, `${rows}.csv`);
      await writeFile(file, csvOfYear(rows));
      const { opened, run, audit, processor, keys, before, most } = await oneBatch(browser, file, rows, 0);
      const perRow = ((opened + run) / rows) * 1000;
      const name = `${rows.toLocaleString('en-US')} rows`;
      const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(2)} s`;
      const aim = rows === 100_000 ? ['aim 2 s', met(opened + run, 2000)] : [];
      row(`  ${name}: read and computed`, `${seconds(opened + run)}, ${perRow.toFixed(1)} µs a row`, ...aim);
      row('    Rows a second', Math.round(1_000_000 / perRow).toLocaleString('en-US'));
      row('    Processor time of that', `${seconds(processor)}, ${((processor / rows) * 1000).toFixed(1)} µs a row`);
      if (rows >= 100_000) {
        const looked = await oneBatch(browser, file, rows, mappingLookedAt);
        row(`    From the button, pressed after ${mappingLookedAt / 1000} s`, seconds(looked.run));
      }
      row('    Then the audit', seconds(audit));
      row('    Memory of the page, before and most', `${before} and ${most} MB`);
      if (keys.length === 0) continue;
      const p95 = quantile(keys, 0.95);
      row(`    ${keys.length} keys meanwhile, to the paint: median`, `${medianOf(keys)} ms`);
      row('      95th percentile', `${p95.toFixed(1)} ms`, 'aim 32 ms', met(p95, 32));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {Browser} browser
 * @param {string} file
 * @param {number} rows
 * @param {number} wait milliseconds that somebody looks at the mapping
 */
async function oneBatch(browser, file, rows, wait) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  page.setDefaultTimeout(600_000);
  await page.goto(url, { waitUntil: 'networkidle' });
  await fromMenu(page, 'Claims from a CSV');
  const drawer = page.getByRole('dialog');
  const process = await processOf(browser, page);
  const before = process.memory();
  const begun = await process.processor();
  let start = performance.now();
  await drawer.getByLabel('Open a CSV of encounters').setInputFiles(file);
  const make = drawer.getByRole('button', { name: 'Make the claims' });
  await make.waitFor();
  const opened = performance.now() - start;
  await page.evaluate(watchPresses);
  await make.focus();
  await page.waitForTimeout(wait);
  start = performance.now();
  await page.keyboard.press('Enter');
  let most = before;
  const told = { isOver: false };
  const heading = `${rows.toLocaleString('en-US')} rows`;
  // Told by the page: to ask for it again and again takes a third of a processor.
  const ended = page.evaluate(untilHeading, heading).then(() => {
    told.isOver = true;
    return performance.now() - start;
  });
  for (let press = 0; !told.isOver; press += 1) {
    await page.keyboard.press(press % 2 === 0 ? 'Tab' : 'Shift+Tab');
    most = Math.max(most, process.memory());
    await page.waitForTimeout(50);
  }
  const run = await ended;
  const processor = (await process.processor()) - begun;
  const keys = await page.evaluate(() => /** @type {number[]} */ (/** @type {any} */ (window).presses));
  start = performance.now();
  await drawer.getByRole('button', { name: 'Audit what was billed' }).press('Enter');
  await drawer.getByText('What was found stands below.').waitFor();
  const audit = performance.now() - start;
  most = Math.max(most, process.memory());
  await page.close();
  return { opened, run, audit, processor, keys, before, most };
}

/**
 * Runs in the page: until a heading stands there.
 * @param {string} words
 */
function untilHeading(words) {
  return new Promise((resolve) => {
    const observer = new MutationObserver(look);
    function look() {
      const isThere = [...document.querySelectorAll('h2, h3, h4')].some((each) => each.textContent.trim() === words);
      if (!isThere) return;
      observer.disconnect();
      resolve(null);
    }
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    look();
  });
}

/** Runs in the page: how long each key waits until the frame after it is painted. */
function watchPresses() {
  /** @type {number[]} */
  const presses = [];
  window.addEventListener(
    'keydown',
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => presses.push(performance.now() - timeStamp));
        port1.start();
        port2.postMessage(null);
      }),
    { capture: true },
  );
  Object.assign(window, { presses });
}

/**
 * The process of a page, which its workers share: milliseconds of processor that it took, and megabytes it holds.
 * @param {Browser} browser
 * @param {Page} page
 */
async function processOf(browser, page) {
  const session = await browser.newBrowserCDPSession();
  /** @returns {Promise<Map<number, number>>} */
  const times = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return new Map(
      processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime * 1000]),
    );
  };
  const before = await times();
  await page.evaluate(() => {
    const until = performance.now() + 300;
    while (performance.now() < until);
  });
  const after = await times();
  const took = (/** @type {number} */ id) => (after.get(id) ?? 0) - (before.get(id) ?? 0);
  const [id = 0] = [...after.keys()].sort((one, other) => took(other) - took(one));
  const told = () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(id)], { encoding: 'utf8' }));
  return {
    processor: async () => (await times()).get(id) ?? Number.NaN,
    memory: () => Math.round(told() / 1000),
  };
}

/**
 * A year as a billing system writes it: made up, the same each time.
 * @param {number} rows
 */
function csvOfYear(rows) {
  let state = 18;
  const any = (/** @type {readonly unknown[]} */ of) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return of[Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * of.length)];
  };
  const from = (/** @type {number} */ count) => Array.from({ length: count }, (_, place) => place);
  const doses = ['40,0,40,4', '20,0,20,2', '10,0,10,1', '80,0,80,8', '39.6,0.4,40,4', '19.7,0.3,20,2', '60,0,60,6'];
  const payers = ['Medicare Part B', 'Medicare Part B', 'Medicare Advantage', 'Medicaid', 'Commercial'];
  const two = (/** @type {unknown} */ number) => String(Number(number) + 1).padStart(2, '0');
  const [months, days, paid] = [from(12), from(28), from(300)];
  const lines = [
    'patient id,dos,given,wasted,opened mg,units,dx,payer,pos,hcpcs,modifiers,charge,paid,claim no,billed by',
    ...from(rows).map((place) =>
      [
        `PT-${place}`,
        `${two(any(months))}/${two(any(days))}/2025`,
        place % 20 === 0 ? '25,15,40,4' : any(doses),
        any(['G80.1', 'G80.1', 'G82.21', 'M62.838']),
        any(payers),
        any(['11', '11', '11', '22']),
        'J0475,JZ,1200.00',
        `${500 + Number(any(paid))}.08`,
        `C-${place}`,
        any(['AB', 'CD', 'EF']),
      ].join(','),
    ),
  ];
  return `${lines.join('\r\n')}\r\n`;
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
