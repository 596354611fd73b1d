import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { launchOptions } from './browser.mjs';

const port = Number(process.env.E2E_PORT ?? 4317);
const baseURL = `http://127.0.0.1:${port}`;
const report = process.env.E2E_REPORT;
/** Chromium may be any that is installed; of Firefox and WebKit Playwright drives its own build alone. */
const browserName = (['chromium', 'firefox', 'webkit'] as const).find(
  (name) => name === (process.env.E2E_BROWSER ?? 'chromium'),
);
if (!browserName) throw new Error('E2E_BROWSER names none of chromium, firefox, webkit');

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
  reporter: [
    ['list'],
    ...(report ? [['json', { outputFile: report }] as const] : []),
    ...(process.env.CI ? [['html', { open: 'never' }] as const] : []),
  ],
  use: {
    baseURL,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    browserName,
    ...(browserName === 'chromium' && { launchOptions: launchOptions() }),
  },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    url: baseURL,
    reuseExistingServer: false,
  },
});
