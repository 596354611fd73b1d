import purgeCSSPlugin from '@fullhuman/postcss-purgecss';
import react from '@vitejs/plugin-react';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Draws the page into index.html at build time, so that it is on the screen before the script has run. */
function drawnShell(): Plugin {
  return {
    name: 'drawn-shell',
    apply: 'build',
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        const folder = await mkdtemp(join(tmpdir(), 'shell-'));
        try {
          await build({
            configFile: false,
            logLevel: 'error',
            plugins: [react()],
            ssr: { noExternal: true },
            build: {
              ssr: 'src/page/shell.tsx',
              outDir: folder,
              emptyOutDir: false,
              rollupOptions: { output: { entryFileNames: 'shell.mjs' } },
            },
          });
          const { shell } = await import(pathToFileURL(join(folder, 'shell.mjs')).href);
          return html.replace('<!--shell-->', () => String(shell()));
        } finally {
          await rm(folder, { recursive: true });
        }
      },
    },
  };
}

/** Puts the style sheet into index.html, and its hash into the policy: the first paint waits for one answer less. */
function inlineStyles(): Plugin {
  return {
    name: 'inline-styles',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const sheet = Object.values(bundle).find((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
        if (sheet?.type !== 'asset') throw new Error('The build made no style sheet');
        const css = String(sheet.source);
        const hash = createHash('sha256').update(css).digest('base64');
        delete bundle[sheet.fileName];
        return html
          .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${css}</style>`)
          .replace("style-src 'self'", `style-src 'sha256-${hash}'`);
      },
    },
  };
}

/**
 * Names the parts that run later as module preloads: they come with the page, after its own script, and nothing is
 * requested once it has loaded.
 */
function preloadLaterParts(): Plugin {
  return {
    name: 'preload-later-parts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        /** What the page's own script imports at once is no later part. */
        const atOnce = new Set<string>();
        const follow = (names: readonly string[]): void => {
          for (const name of names.filter((each) => !atOnce.has(each))) {
            atOnce.add(name);
            follow(chunks.find(({ fileName }) => fileName === name)?.imports ?? []);
          }
        };
        follow(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
        return chunks
          .filter(({ fileName }) => !atOnce.has(fileName))
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', href: `/${fileName}`, fetchpriority: 'low' },
            injectTo: 'body' as const,
          }));
      },
    },
  };
}

/** Of the design system's words, the English ones of the parts that the page uses. */
function wordsInUse(): Plugin {
  return {
    name: 'words-in-use',
    enforce: 'pre',
    async load(id) {
      if (!/design-system.*[\\/]locale[\\/](en|es)\.json$/.test(id)) return undefined;
      const { inlineError, icons } = JSON.parse(await readFile(id.replace(/es\.json$/, 'en.json'), 'utf8'));
      return JSON.stringify({ inlineError, icons });
    },
  };
}

/** The development server patches modules over a socket and inline script, which the page's own policy forbids. */
function policyOnlyInBuild(): Plugin {
  return {
    name: 'policy-only-in-build',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
  };
}

/** The parts of the design system that the page uses; its style sheet is cut down to them. */
const designSystemParts = ['ChoiceList', 'TextField', 'Label', 'Hint', 'InlineError', 'Icons'].map(
  (part) => `node_modules/@cmsgov/design-system/dist/react-components/esm/${part}/*.js`,
);

export default defineConfig({
  plugins: [react(), wordsInUse(), drawnShell(), inlineStyles(), preloadLaterParts(), policyOnlyInBuild()],
  css: {
    postcss: {
      plugins: [
        purgeCSSPlugin({
          content: ['index.html', 'src/**/*.{ts,tsx}', ...designSystemParts],
          fontFace: true,
          safelist: ['html', 'body', /^ds-c-(field|choice|label|hint|inline-error)--(small|medium|error)$/, /^column-/],
        }),
      ],
    },
  },
  build: {
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // One style sheet, that of late parts included: it stands in index.html.
    cssCodeSplit: false,
    // The licenses of what is bundled ask for their notices in every copy: they stand beside the page, which never asks
    // for them.
    license: { fileName: 'licenses.md' },
    // What the page takes at once is a few files: they pack better than the many that it would be cut into.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'reading', test: /src[\\/]answers[\\/]read-worksheet/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|react-hook-form|scheduler)[\\/]/ },
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
});
