import { build, type Plugin } from 'vite';

/**
 * The script of the batch’s worker as a text within the page: a worker made from it needs no request, also from a disk
 * or without a net, and has the page’s own policy. Without a build there is none, and a batch runs on the page.
 */
export function batchWorker(): Plugin {
  let script = '';
  return {
    name: 'batch-worker',
    apply: 'build',
    // Before the page: two builds at once would take each other’s style sheet.
    config: async () => {
      script = await workerScript();
    },
    load: (id) =>
      /[\\/]src[\\/]batch[\\/]worker-script\.ts$/.test(id) ? `export const script = ${JSON.stringify(script)};` : null,
  };
}

async function workerScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: 'src/batch/worker/worker.ts', output: { format: 'iife' } },
    },
  });
  const [chunk] = 'output' in built ? built.output : [];
  if (chunk?.type !== 'chunk') throw new Error('The worker of the batch was not built');
  return chunk.code;
}
