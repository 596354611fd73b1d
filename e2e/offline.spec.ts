import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import axeCore from 'axe-core';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerPanel, linesOf, loadExample, newClaim, openDrawer, recordRefill, unfold } from './worksheet';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const canary = 'Q7zebra';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
};

type Files = Readonly<Record<string, Buffer>>;

/** What was built, by the path at which a host has it. */
async function built(): Promise<Files> {
  const names = (await readdir(dist, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = await Promise.all(
    names.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return [`/${relative(dist, path).split(sep).join('/')}`, await readFile(path)] as const;
    }),
  );
  const byPath = Object.fromEntries(files);
  return { ...byPath, '/': byPath['/index.html'] ?? Buffer.alloc(0) };
}

const hashOf = (content: Buffer | string) => `sha256-${createHash('sha256').update(content).digest('base64')}`;

/** The same page with another description, as a later build would make it. */
function laterVersion(files: Files, version: string): Files {
  const page = Buffer.from(String(files['/']).replace(/(name="description"\s+content=")[^"]*/, `$1${version}`));
  const worker = String(files['/sw.js'])
    .replace(hashOf(files['/'] ?? ''), hashOf(page))
    .replaceAll(/baclofen-worksheet-[0-9a-f]{16}/g, `baclofen-worksheet-${version}`);
  return { ...files, '/': page, '/index.html': page, '/sw.js': Buffer.from(worker) };
}

/** A host of the page that can go away, and come back with other files. */
class Host {
  files: Files;
  readonly asked: string[] = [];
  #server: Server | undefined;
  #port = 0;

  constructor(files: Files) {
    this.files = files;
  }

  get address() {
    return `http://127.0.0.1:${this.#port}/`;
  }

  async start() {
    const server = createServer(({ url = '/' }, response) => {
      const { pathname } = new URL(url, 'http://localhost');
      this.asked.push(pathname);
      const file = this.files[pathname];
      response.writeHead(file ? 200 : 404, { 'content-type': types[extname(pathname) || '.html'] ?? 'text/plain' });
      response.end(file);
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
  }

  async stop() {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => (this.#server ? this.#server.close(resolve) : resolve(undefined)));
  }
}

let host: Host;
test.beforeEach(async () => {
  host = new Host(await built());
  await host.start();
});
test.afterEach(() => host.stop());

const description = (page: Page) => page.locator('meta[name=description]');
const footer = (page: Page) => page.getByRole('contentinfo');
const removal = (page: Page) => page.getByRole('button', { name: 'Remove the copy kept for use without a net' });
const kept = (page: Page) =>
  page.evaluate(async () => ({
    copies: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));

const isWhole = (page: Page, cacheName: string) =>
  page.evaluate(async (cacheName) => (await caches.match('/', { cacheName })) !== undefined, cacheName);

const violations = async (page: Page) => {
  await page.evaluate(axeCore.source);
  return page.evaluate(async () => (await (window as unknown as { axe: typeof axeCore }).axe.run()).violations);
};

/** Opens the worksheet and waits until it says what is kept of it. */
async function opened(page: Page) {
  await page.goto(host.address);
  await expect(footer(page)).toContainText('for use without a net');
}

/** Asks for a copy as a person does, on the page that keeps it. */
async function keepCopy(context: BrowserContext, page: Page) {
  const [keeping] = await Promise.all([
    context.waitForEvent('page'),
    footer(page)
      .getByRole('link', { name: /^Keep a copy of this page/ })
      .press('Enter'),
  ]);
  await keeping.getByRole('button', { name: 'Keep a copy' }).click();
  await expect(keeping.getByRole('status')).not.toHaveText(/^$|moment/);
  return keeping;
}

test('nothing is kept until somebody asks; then the page opens without a net, and holds nothing typed', async ({
  page,
  context,
}) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await opened(page);
  expect(await kept(page)).toEqual({ copies: [], workers: 0 });
  const keeping = await keepCopy(context, page);
  await expect(keeping.getByRole('status')).toHaveText(/^The copy is kept/);
  await expect(removal(keeping)).toBeFocused();
  for (const colorScheme of ['light', 'dark'] as const) {
    await keeping.emulateMedia({ colorScheme });
    expect(await violations(keeping), colorScheme).toEqual([]);
  }
  await keeping.close();

  await page.reload();
  await loadExample(page, 1);
  await unfold(page);
  for (const name of ['Patient reference', 'Account', 'Initials'])
    await page.getByRole('textbox', { name }).fill(canary);
  await host.stop();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText(canary)).toHaveCount(0);
  await loadExample(page, 1);
  await expect.poll(() => linesOf(page)).toEqual(['J0475-JZ x4']);
  const reference = await openDrawer(page, 'Reference');
  await expect(reference.getByRole('searchbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await newClaim(page);
  await recordRefill(page);
  await page.goto(`${host.address}index.html`);
  await expect(footer(page)).toContainText('This browser keeps a copy of the page itself');

  const held = await page.evaluate(async () => {
    const texts: [string, string][] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        texts.push([new URL(request.url).pathname, await (await cache.match(request))!.text()]);
    }
    return texts;
  });
  const parts = Object.keys(host.files).filter((path) => /^\/(assets\/.*|licenses\.md)?$/.test(path));
  expect(Object.fromEntries(held)).toEqual(Object.fromEntries(parts.map((path) => [path, String(host.files[path])])));
  expect(held).toHaveLength(parts.length);
  expect(errors).toEqual([]);
});

test('a new version is told, is taken when somebody says so, and not where it did not come whole', async ({
  page,
  context,
}) => {
  await opened(page);
  await (await keepCopy(context, page)).close();
  const first = host.files;
  const load = page.getByRole('button', { name: 'Load the new version' });

  // What the server has is not what the worker was told: nothing of it is taken.
  host.files = { ...laterVersion(first, 'broken'), '/': first['/'] ?? Buffer.alloc(0) };
  host.asked.length = 0;
  await page.reload();
  await expect.poll(() => host.asked).toContain('/');
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.installing))
    .toBeNull();
  expect((await kept(page)).copies).toEqual([expect.stringMatching(/-[0-9a-f]{16}$/)]);
  await expect(load).toHaveCount(0);

  for (const version of ['second', 'third']) {
    host.files = laterVersion(first, version);
    await page.reload();
    await expect.poll(() => isWhole(page, `baclofen-worksheet-${version}`)).toBe(true);
    await expect(load).toBeVisible();
    await expect(description(page)).toHaveAttribute('content', /^Turns a dose/);
  }
  expect((await kept(page)).copies).toHaveLength(2);

  await load.click();
  await expect(description(page)).toHaveAttribute('content', 'third');
  await expect(footer(page)).toContainText('This browser keeps a copy of the page itself');
  await expect(load).toHaveCount(0);
  expect((await kept(page)).copies).toEqual(['baclofen-worksheet-third']);
  await expect(answerPanel(page)).toBeVisible();
});

test('the copy is removed from the worksheet, and can be kept again while the page stays open', async ({
  page,
  context,
}) => {
  await opened(page);
  await (await keepCopy(context, page)).close();
  await page.reload();
  await removal(page).press('Enter');
  await expect(footer(page)).toContainText('The copy was removed');
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  expect(await kept(page)).toEqual({ copies: [], workers: 0 });

  const keeping = await keepCopy(context, page);
  await expect(keeping.getByRole('status')).toHaveText(/^The copy is kept/);
  expect(await kept(page)).toEqual({ copies: [expect.stringContaining('baclofen-worksheet-')], workers: 1 });
  await removal(keeping).click();
  await expect(keeping.getByRole('status')).toHaveText(/^The copy was removed/);
  expect(await kept(page)).toEqual({ copies: [], workers: 0 });

  host.files = { ...host.files, '/licenses.md': Buffer.from('changed on the way') };
  await keeping.getByRole('button', { name: 'Keep a copy' }).click();
  await expect(keeping.getByRole('status')).toHaveText(/^Nothing was kept/);
  expect((await kept(page)).copies).toEqual([]);
});
