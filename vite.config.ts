import purgeCSSPlugin from '@fullhuman/postcss-purgecss';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { batchWorker } from './.build/batch-worker.ts';
import { hostHeaders } from './.build/host-headers.ts';
import { offline } from './.build/offline.ts';
import { inlineScript, inlineStyles, oneFile } from './.build/one-file.ts';
import { passphraseOnly } from './.build/passphrase-only.ts';
import { drawnShell, importWithoutPreloads, policyOnlyInBuild, preloadLaterParts } from './.build/page.ts';

/** `--mode file` makes the one file that needs no server; else the page is built that a web server serves. */
export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    passphraseOnly(),
    batchWorker(),
    drawnShell(),
    importWithoutPreloads(),
    inlineStyles(mode === 'file' ? ['index'] : ['first', 'claim', 'late', 'drawers']),
    ...(mode === 'file' ? [inlineScript(), oneFile()] : [preloadLaterParts(), offline()]),
    policyOnlyInBuild(),
    hostHeaders(),
  ],
  // What is not there is not found, instead of the page once more.
  appType: 'mpa',
  publicDir: mode === 'file' ? false : 'public',
  css: {
    postcss: {
      plugins: [
        purgeCSSPlugin({
          content: ['index.html', 'src/**/*.{ts,tsx}'],
          fontFace: true,
          safelist: ['html', 'body', /^ds-c-(field|choice|label|hint|inline-error)--(small|medium|error)$/, /^column-/],
        }),
      ],
    },
  },
  build: {
    outDir: mode === 'file' ? 'dist-file' : 'dist',
    modulePreload: mode === 'file' ? false : { polyfill: false, resolveDependencies: () => [] },
    assetsInlineLimit: 0,
    // The licenses of what is bundled ask for their notices in every copy: they stand beside the page, which never asks
    // for them.
    license: { fileName: 'licenses.md' },
    // What the page takes at once is a few files, and so is what comes after that: they pack better than the many that
    // they would be cut into.
    rolldownOptions: {
      output: {
        codeSplitting: mode !== 'file' && {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|react-hook-form|scheduler)[\\/]/, priority: 5 },
            { name: 'first', test: /src[\\/]main\.tsx$/, priority: 4 },
            { name: 'rules', test: /src[\\/]rules[\\/]index/, priority: 3.5 },
            { name: 'claim', test: /src[\\/]page[\\/]claim-part/, priority: 3 },
            { name: 'late', test: /src[\\/](page[\\/]late-parts|fields[\\/]worksheet-resolver)/, priority: 2 },
            { name: 'age', test: /node_modules[\\/](age-encryption|@noble|@scure)[\\/]/, priority: 1 },
            { name: 'batch-worker', test: /src[\\/]batch[\\/]worker-script/, priority: 1 },
            {
              name: 'drawers',
              test: /src[\\/](batch|clinic|handover|parties|quote|records|therapy|reference|remittance)[\\/]/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  // Properties are held against hundreds of cases: a slow machine is no failure. No module keeps a state that a test
  // changes, so the files share one.
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    isolate: false,
    maxWorkers: 2,
  },
}));
