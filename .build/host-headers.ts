import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The preview server sends what public/_headers asks of a host, path by path. */
export function hostHeaders(): Plugin {
  return {
    name: 'host-headers',
    configurePreviewServer({ config, middlewares }) {
      const rules = rulesOf(readFileSync(join(config.root, 'public/_headers'), 'utf8'));
      middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname;
        for (const { pattern, name, value } of rules) {
          if (covers(pattern, path)) response.appendHeader(name, value);
        }
        next();
      });
    },
  };
}

/** A path of its own, or all that begins with what stands before the star. */
const covers = (pattern: string, path: string): boolean =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path;

/** A line with a path names what the indented lines below it are for. */
function rulesOf(text: string): { pattern: string; name: string; value: string }[] {
  let pattern = '';
  return text.split('\n').flatMap((line) => {
    const [, name, value] = /^\s+([\w-]+):\s*(.+)$/.exec(line) ?? [];
    if (name && value) return [{ pattern, name, value }];
    pattern = line.trim();
    return [];
  });
}
