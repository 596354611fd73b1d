import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { copyPrefix } from '../src/offline/copies.ts';
import { inlineScript, inlineStyles } from './one-file.ts';

type Part = { readonly path: string; readonly integrity: string };

/** Builds what keeps a copy of the page for use without a net: the worker that holds it, the page that starts it. */
export function offline(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }) {
        if (!dir) throw new Error('The page was written into no folder');
        const { parts, bytes } = await partsIn(dir);
        await writeFile(join(dir, 'sw.js'), await workerWith(parts));
        await buildKeepingPage(dir, `${parts.length} files, ${(bytes / 1e6).toFixed(1)} MB`);
      },
    },
  };
}

/** The page's own parts as they were built, each with the hash of its content. */
async function partsIn(folder: string): Promise<{ parts: readonly Part[]; bytes: number }> {
  const assets = (await readdir(join(folder, 'assets'))).sort().map((name) => `assets/${name}`);
  const parts: Part[] = [];
  let bytes = 0;
  for (const name of ['index.html', ...assets, 'licenses.md']) {
    const content = await readFile(join(folder, name));
    bytes += content.length;
    const integrity = `sha256-${createHash('sha256').update(content).digest('base64')}`;
    parts.push({ path: name === 'index.html' ? '/' : `/${name}`, integrity });
  }
  return { parts, bytes };
}

/** The worker's script. The version is the hash of all parts: another content is another copy. */
async function workerWith(parts: readonly Part[]): Promise<string> {
  const list = JSON.stringify(parts);
  const version = createHash('sha256').update(list).digest('hex').slice(0, 16);
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { PARTS: list, COPY_NAME: JSON.stringify(`${copyPrefix}${version}`) },
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: 'src/offline/worker/worker.ts', output: { format: 'iife' } },
    },
  });
  const [chunk] = 'output' in built ? built.output : [];
  if (chunk?.type !== 'chunk') throw new Error('The worker was not built');
  return chunk.code;
}

async function buildKeepingPage(folder: string, size: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: 'src/offline',
    publicDir: false,
    plugins: [
      inlineStyles(['keep']),
      inlineScript(),
      { name: 'size', transformIndexHtml: (html) => html.replace('<!--parts-->', size) },
    ],
    build: {
      outDir: folder,
      emptyOutDir: false,
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: { input: 'src/offline/offline.html' },
    },
  });
}
