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
  refill: ['engine', 'rules', 'worksheet', 'results'],
  results: ['engine'],
  summary: ['engine', 'formats'],
  formats: ['engine'],
  payers: ['engine', 'rules', 'worksheet', 'results'],
  tables: ['engine', 'rules', 'results'],
  reference: ['engine', 'rules', 'results'],
  handover: ['engine', 'formats', 'worksheet', 'results'],
};
const pure = ['engine', 'rules', 'formats'];
/** Pure as well, and well kept: quoting of CSV. */
const purePackages: Readonly<Record<string, readonly string[]>> = { formats: ['d3-dsv'] };

/** Tests and what they share may look at the rules from anywhere, and use any package. */
const isForTests = (name: string) => /\.(test|fixture)\.tsx?$/.test(name);

const importsOf = (name: string): string[] =>
  [...readFileSync(join(source, name), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^'\s]+)'/g)].map((match) => match[1] ?? '');
const folderOf = (path: string) => path.split(/[\\/]/)[0] ?? '';

describe('who imports whom', () => {
  const inFolders = files.filter((name) => /[\\/]/.test(name));

  it('knows every folder', () => {
    expect([...new Set(inFolders.map(folderOf))].sort()).toEqual(Object.keys(mayImport).sort());
  });

  it.each(inFolders)('%s', (name) => {
    const own = folderOf(name);
    const allowed = [own, ...(mayImport[own] ?? []), ...(isForTests(name) ? ['engine', 'rules'] : [])];
    const folders = importsOf(name).filter((specifier) => specifier.startsWith('.')).map((specifier) => folderOf(relative(source, join(source, dirname(name), specifier))));
    expect(folders.filter((folder) => !allowed.includes(folder))).toEqual([]);
  });

  const pureFiles = inFolders.filter((name) => pure.includes(folderOf(name)) && !isForTests(name));

  it.each(pureFiles)('%s uses no package but pure ones, no clock, no console and no page', (name) => {
    expect(importsOf(name).filter((specifier) => !specifier.startsWith('.') && !purePackages[folderOf(name)]?.includes(specifier))).toEqual([]);
    expect(readFileSync(join(source, name), 'utf8')).not.toMatch(/new Date\(\)|Date\.now|performance\.|console\.|\bdocument\b|\bwindow\b|parseFloat/);
  });
});
