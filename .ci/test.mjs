// @ts-check
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser, findFirefox } from '../e2e/browser.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const root = fileURLToPath(new URL('..', import.meta.url));
const success = { passed: 1, failed: 0, skipped: 0 };
const failure = { passed: 0, failed: 1, skipped: 0 };
const total = { passed: 0, failed: 0, skipped: 0 };
const reports = await mkdtemp(join(tmpdir(), 'test-reports-'));

try {
  // Each of these takes one core; what the last two print waits for its own step.
  const aside = { format: captured('npx', ['prettier', '--check', '.']), types: types() };
  await step('lint', () => one('npx', ['oxlint', '--deny-warnings']));
  await step('types', () => aside.types);
  await step('format', async () => (await aside.format)());
  await step('unit tests', unitTests);
  const built = await step('build', builds);
  await step('browser tests', built ? browserTests : notRun);
  await step('firefox', built ? firefox : notRun);
} finally {
  await rm(reports, { recursive: true, force: true });
}
console.log(`\n${inWords(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/**
 * @param {string} name
 * @param {() => Promise<Counts>} work
 * @returns {Promise<boolean>} whether nothing failed
 */
async function step(name, work) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const counts = await work().catch((error) => {
    console.log(error instanceof Error ? error.message : String(error));
    return failure;
  });
  console.log(`== ${name}: ${inWords(counts)} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  return counts.failed === 0;
}

/** One test for each tsconfig.json, two at a time. */
async function types() {
  const queue = await tsconfigs();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const worker = async () => {
    for (let project = queue.shift(); project; project = queue.shift()) {
      const { code, output } = await run('npx', ['tsc', '--noEmit', '-p', project], { capture: true });
      console.log(`${code === 0 ? 'ok' : 'FAILED'} ${project}\n${output}`.trim());
      counts[code === 0 ? 'passed' : 'failed'] += 1;
    }
  };
  await Promise.all([worker(), worker()]);
  return counts;
}

async function tsconfigs() {
  const below = await Promise.all(
    ['src', 'e2e']
      .map((folder) => join(root, folder))
      .filter((folder) => existsSync(folder))
      .map(async (folder) => (await readdir(folder, { recursive: true })).map((name) => join(folder, name))),
  );
  return [join(root, 'tsconfig.json'), ...below.flat().filter((path) => /[\\/]tsconfig\.json$/.test(path))].map(
    (path) => relative(root, path),
  );
}

/** The page for a server and the one file, side by side. */
async function builds() {
  const both = await Promise.all(['build', 'build:file'].map((script) => one('npm', ['run', script])));
  return {
    ...success,
    passed: both.filter((each) => each === success).length,
    failed: both.filter((each) => each === failure).length,
  };
}

async function unitTests() {
  const file = join(reports, 'unit.json');
  const { code } = await run('npx', [
    'vitest',
    'run',
    '--allowOnly=false',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = JSON.parse(await readFile(file, 'utf8'));
  const unreadable = report.testResults.filter(
    (/** @type {any} */ each) => each.status === 'failed' && each.assertionResults.length === 0,
  );
  return checked(code, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unreadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

async function browserTests() {
  findBrowser();
  const file = join(reports, 'browser.json');
  const { code } = await run('npx', ['playwright', 'test', '-c', 'e2e'], { env: { E2E_REPORT: file } });
  const { stats } = JSON.parse(await readFile(file, 'utf8'));
  return checked(code, { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped });
}

async function firefox() {
  if (findFirefox()) return one('node', ['e2e/firefox.mjs']);
  console.log('Firefox was not found: the smoke test did not run');
  return { passed: 0, failed: 0, skipped: 1 };
}

async function notRun() {
  console.log('not run: there is no build');
  return failure;
}

/**
 * A runner that failed without a failed test, or that ran no test, is itself a failure.
 * @param {number} code
 * @param {Counts} counts
 */
function checked(code, counts) {
  if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) {
    console.log(code === 0 ? 'no test ran' : `the runner ended with exit code ${code}`);
    return { ...counts, failed: 1 };
  }
  return counts;
}

/**
 * @param {string} command
 * @param {string[]} args
 */
async function one(command, args) {
  const { code } = await run(command, args);
  return code === 0 ? success : failure;
}

/**
 * As one, printed when it has ended.
 * @param {string} command
 * @param {string[]} args
 */
async function captured(command, args) {
  const { code, output } = await run(command, args, { capture: true });
  return () => {
    console.log(output.trim());
    return code === 0 ? success : failure;
  };
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ capture?: boolean, env?: Record<string, string> }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(command, args, { capture = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** @param {Counts} counts */
function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
