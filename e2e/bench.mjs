// @ts-check
import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { launchOptions } from './browser.mjs';

/** @typedef {{ type: string, body: Buffer, gzipped: boolean }} Served */
/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const cpuSlowdown = 4;

if (!existsSync(join(dist, 'index.html'))) {
  console.log('No dist/index.html: run npm run bench, which builds first.');
  process.exit(1);
}

await part('engine', engine);

const files = await distFiles();
const server = createServer(answer).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const address = /** @type {import('node:net').AddressInfo} */ (server.address());
const url = `http://127.0.0.1:${address.port}/`;
const browser = await chromium.launch(launchOptions());
console.log(`\nBrowser: Chromium ${browser.version()}`);
try {
  await part('first view', () => firstView(browser));
  await part('keystrokes', () =>
    keystrokes(browser, 'Dose given', [(page) => example(page, 0), (page) => example(page, 1)]),
  );
  await part('keystrokes of a refill', () => keystrokes(browser, 'Instilled', [refillExample]));
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
  return measured < aim ? 'met' : 'not met';
}

/**
 * @param {number[]} values
 * @param {number} share
 */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** @param {number[]} values */
function spread(values) {
  return `${quantile(values, 0).toFixed(1)}..${quantile(values, 1).toFixed(1)}`;
}

async function engine() {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const { prepareClaim, ruleBook, encounters } = await bundled(folder);
    /** @param {number} calls */
    const timed = (calls) => {
      const start = performance.now();
      for (let i = 0; i < calls; i += 1) prepareClaim(encounters[i % encounters.length], ruleBook);
      return ((performance.now() - start) * 1000) / calls;
    };
    timed(5000);
    const batches = Array.from({ length: 15 }, () => timed(2000));
    const median = quantile(batches, 0.5);
    row(
      `One prepareClaim, ${encounters.length} examples in turn`,
      `${median.toFixed(1)} µs (${spread(batches)})`,
      'aim 20 µs',
      met(median, 20),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function bundled(folder) {
  const entry = 'virtual:bench';
  const source = [
    `export { prepareClaim } from '/src/engine/prepare-claim.ts';`,
    `export { ruleBook } from '/src/rules/index.ts';`,
    `import { examples } from '/src/answers/examples.ts';`,
    `import { readWorksheet } from '/src/answers/read-worksheet.ts';`,
    `import { day } from '/src/engine/dated.ts';`,
    `const today = day(new Date().toISOString().slice(0, 10));`,
    `export const encounters = examples.flatMap(({ worksheet }) => readWorksheet(worksheet(today), today).encounter ?? []);`,
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
  const aim = 180;
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
  row('  The page in all', kilobytes(sum(paths)));
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/**
 * @param {Page} page
 * @param {number} place
 */
async function example(page, place) {
  await page
    .getByRole('button', { name: /^Example/ })
    .nth(place)
    .click();
}

/** @param {Page} page */
async function refillExample(page) {
  await page.getByRole('radio', { name: 'I am recording a pump refill' }).check();
  await example(page, 0);
  // An amount thrown away stands whatever is left, so that every keystroke makes another claim.
  await page.getByRole('radio', { name: 'Less of it' }).check();
  await page
    .getByLabel(/^Thrown away/)
    .first()
    .fill('0');
  await page.getByLabel(/^What became of the rest/).fill('Not known');
}

/**
 * @param {Browser} browser
 * @param {string} label of the field that is typed into
 * @param {readonly ((page: Page) => Promise<void>)[]} starts what the page holds before
 */
async function keystrokes(browser, label, starts) {
  const aim = 50;
  /** @type {Timing[]} */
  const timings = [];
  for (const start of starts) {
    const page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(url);
    await start(page);
    await slowDown(page);
    timings.push(...(await typed(page, label)));
    await page.close();
  }
  const painted = timings.map(({ painted }) => painted).filter((each) => each !== null);
  const events = timings.map(({ event }) => event).filter((each) => each !== null);
  const unchanged = timings.length - painted.length;
  console.log(
    `\nKeystroke in '${label}' to painted result, ${painted.length} keystrokes, ${cpuSlowdown}x slower processor`,
  );
  if (unchanged > 0) console.log(`  ${unchanged} keystrokes changed nothing in the result`);
  row('  Median', `${quantile(painted, 0.5).toFixed(1)} ms`);
  row(
    '  95th percentile',
    `${quantile(painted, 0.95).toFixed(1)} ms`,
    `aim ${aim} ms`,
    met(quantile(painted, 0.95), aim),
  );
  row('  Longest', `${quantile(painted, 1).toFixed(1)} ms`);
  if (events.length === 0) console.log('  No key press was long enough for the browser’s own event timing (16 ms)');
  else
    row(
      `  Browser’s own event timing, ${events.length} over 16 ms`,
      `median ${quantile(events, 0.5)}, longest ${quantile(events, 1)} ms`,
    );
}

/** @typedef {{ painted: number | null, event: number | null }} Timing */

/**
 * Types two-digit amounts over one another, one digit at a time.
 * @param {Page} page
 * @param {string} label
 * @returns {Promise<Timing[]>}
 */
async function typed(page, label) {
  const field = page.getByLabel(new RegExp(`^${label}`)).first();
  const result = await page.getByRole('region', { name: 'Claim', exact: true }).elementHandle();
  const durations = await page.evaluateHandle(() => {
    /** @type {Map<number, number>} */
    const found = new Map();
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        found.set(entry.startTime, Math.max(entry.duration, found.get(entry.startTime) ?? 0));
    }).observe(/** @type {any} */ ({ type: 'event', durationThreshold: 16 }));
    return found;
  });
  /** @type {{ start: number, painted: number | null }[]} */
  const seen = [];
  for (let amount = 11; amount <= 40; amount += 1) {
    await field.selectText();
    for (const digit of String(amount)) {
      const timing = await page.evaluateHandle((region) => {
        const seen = new Promise((resolve) => {
          let start = 0;
          window.addEventListener('keydown', (event) => (start = event.timeStamp), { capture: true, once: true });
          const observer = new MutationObserver(() => {
            observer.disconnect();
            // The frame with the change is painted between its animation callback and the message sent from there.
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.addEventListener('message', () => resolve({ start, painted: performance.now() - start }));
              port1.start();
              port2.postMessage(null);
            });
          });
          if (region)
            observer.observe(region, { subtree: true, childList: true, characterData: true, attributes: true });
          setTimeout(() => resolve({ start, painted: null }), 1500);
        });
        return { seen };
      }, result);
      await page.keyboard.press(digit);
      seen.push(await timing.evaluate(({ seen }) => /** @type {Promise<any>} */ (seen)));
    }
  }
  await page.waitForTimeout(500);
  const events = await durations.evaluate((found) => [...found]);
  const durationAt = new Map(events);
  return seen.map(({ start, painted }) => ({ painted, event: durationAt.get(start) ?? null }));
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
  for (let i = 0; i < 5; i += 1) loads.push(await oneLoad(browser));
  const paints = loads.map(({ paint }) => paint);
  const blockings = loads.map(({ blocking }) => blocking);
  console.log(
    `\nPage load, ${loads.length} times: ${cpuSlowdown}x slower processor, 1.6 Mbit/s, 150 ms round trip, empty cache`,
  );
  row(
    '  First contentful paint',
    `${quantile(paints, 0.5).toFixed(0)} ms (${spread(paints)})`,
    'aim 1000 ms',
    met(quantile(paints, 0.5), 1000),
  );
  row(
    '  Total blocking time',
    `${quantile(blockings, 0.5).toFixed(0)} ms (${spread(blockings)})`,
    'aim 150 ms',
    met(quantile(blockings, 0.5), 150),
  );
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
