// @ts-check
import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const onLinuxAsRoot = process.platform === 'linux' && process.getuid?.() === 0;
const chromiums = [
  'chromium-headless-shell',
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'msedge',
];
const installTimeLimit = 5 * 60_000;

/**
 * Finds a Chromium-family browser, installing one if there is none. One without windows comes first: it runs the same
 * pages in
 * about half the time.
 * @returns {{ executablePath: string | undefined, how: string }} without a path where Playwright finds its own
 */
export function findBrowser() {
  const forced = process.env.BROWSER_PATH;
  if (forced) {
    if (existsSync(forced)) return { executablePath: forced, how: 'BROWSER_PATH' };
    throw new Error(`BROWSER_PATH names no file: ${forced}`);
  }
  const browser = playwrightsOwn() ?? installed() ?? installPlaywrights() ?? installDebians();
  if (browser) return browser;
  throw new Error('No browser found: install Chrome, Chromium or Edge, or set BROWSER_PATH to one.');
}

/** What Playwright needs to start it headless, on a machine without a display too. */
export function launchOptions() {
  const { executablePath } = findBrowser();
  return {
    ...(executablePath && { executablePath }),
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...(onLinuxAsRoot ? ['--no-sandbox'] : []),
    ],
  };
}

function playwrightsOwn() {
  return existsSync(chromium.executablePath())
    ? { executablePath: undefined, how: 'Playwright’s own Chromium' }
    : undefined;
}

/** A Firefox on the PATH; Debian names its own for its long support. */
export function findFirefox() {
  return onPath(['firefox-esr', 'firefox']).find((path) => existsSync(path));
}

function installed() {
  const executablePath = [...onPath(chromiums), ...usualPlaces()].find((path) => existsSync(path));
  return executablePath ? { executablePath, how: 'installed browser' } : undefined;
}

/** @param {string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const ending = process.platform === 'win32' ? '.exe' : '';
  return names.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  return ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/usr/bin/chromium', '/snap/bin/chromium'];
}

function installPlaywrights() {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  run(process.execPath, [cli, 'install', 'chromium']);
  const browser = playwrightsOwn();
  if (browser && onLinuxAsRoot) run(process.execPath, [cli, 'install-deps', 'chromium']);
  return browser;
}

function installDebians() {
  if (!onLinuxAsRoot || !existsSync('/etc/debian_version')) return undefined;
  run('apt-get', ['update']);
  for (const name of ['chromium-headless-shell', 'chromium']) {
    run('apt-get', ['-o', 'DPkg::Lock::Timeout=60', 'install', '-y', name], { DEBIAN_FRONTEND: 'noninteractive' });
    const browser = installed();
    if (browser) return browser;
  }
  return undefined;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
function run(command, args, env = {}) {
  console.log(`No browser yet: ${command} ${args.join(' ')}`);
  spawnSync(command, args, { stdio: 'inherit', timeout: installTimeLimit, env: { ...process.env, ...env } });
}
