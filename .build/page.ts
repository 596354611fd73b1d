import react from '@vitejs/plugin-react';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';

/** Draws the page into index.html at build time, so that it is on the screen before the script has run. */
export function drawnShell(): Plugin {
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

/**
 * Names the parts that run later as module preloads: they come with the page, after its own script, and nothing is
 * requested once it has loaded.
 */
export function preloadLaterParts(): Plugin {
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

/**
 * Vite's own loading of a part's files before the part: here they all come with the page, so that an import is only an
 * import, and the first view is 1.3 kB less.
 */
export function importWithoutPreloads(): Plugin {
  return {
    name: 'import-without-preloads',
    apply: 'build',
    enforce: 'pre',
    load: {
      order: 'pre',
      filter: { id: /^\0vite\/preload-helper\.js$/ },
      handler: () => 'export const __vitePreload = (run) => run();',
    },
  };
}

/** The development server patches modules over a socket and inline script, which the page's own policy forbids. */
export function policyOnlyInBuild(): Plugin {
  return {
    name: 'policy-only-in-build',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
  };
}
