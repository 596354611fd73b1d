import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

/** Which folders a folder may import from, besides itself. `App.tsx` and what stands beside it join them all. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  rules: ['engine'],
  worksheet: ['engine', 'rules'],
  results: ['engine'],
  summary: ['engine'],
};
const pure = ['engine', 'rules'];

const importsOf = (name: string): string[] =>
  [...readFileSync(join(source, name), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
const folderOf = (path: string) => path.split(/[\\/]/)[0] ?? '';

describe('who imports whom', () => {
  const inFolders = files.filter((name) => /[\\/]/.test(name));

  it('knows every folder', () => {
    expect([...new Set(inFolders.map(folderOf))].sort()).toEqual(Object.keys(mayImport).sort());
  });

  it.each(inFolders)('%s', (name) => {
    const own = folderOf(name);
    const isTest = /\.(test|fixture)\.tsx?$/.test(name);
    for (const specifier of importsOf(name)) {
      if (specifier.startsWith('.')) {
        const target = folderOf(relative(source, join(source, dirname(name), specifier)));
        expect([own, ...(mayImport[own] ?? [])], `${name} imports ${specifier}`).toContain(target);
      } else if (pure.includes(own) && !isTest) {
        expect.fail(`${name} imports ${specifier}: the pure folders use no package`);
      }
    }
  });

  it('the pure folders never look at the clock, the console or the page', () => {
    for (const name of inFolders.filter((each) => pure.includes(folderOf(each)) && !/\.test\.ts$/.test(each))) {
      expect(readFileSync(join(source, name), 'utf8'), name).not.toMatch(/new Date\(\)|Date\.now|performance\.|console\.|\bdocument\b|\bwindow\b|parseFloat/);
    }
  });
});
