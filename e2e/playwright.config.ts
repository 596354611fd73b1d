import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { launchOptions } from './browser.mjs';

const port = Number(process.env.E2E_PORT ?? 4317);
const baseURL = `http://127.0.0.1:${port}`;
const report = process.env.E2E_REPORT;

/** Expects a built page in dist. */
export default defineConfig({
  testDir: '.',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  globalTimeout: 40 * 60_000,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  fullyParallel: true,
  reporter: report ? [['list'], ['json', { outputFile: report }]] : 'list',
  use: { baseURL, locale: 'en-US', timezoneId: 'America/New_York', launchOptions: launchOptions() },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    url: baseURL,
    reuseExistingServer: false,
  },
});
