import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

/** Which folders a folder may import from, besides itself. No screen imports another; `page` joins them all. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  rules: ['engine'],
  answers: ['engine', 'rules'],
  controls: [],
  fields: ['engine', 'answers', 'controls'],
  worksheet: ['engine', 'rules', 'answers', 'fields'],
  refill: ['engine', 'rules', 'answers', 'fields', 'results'],
  results: ['engine', 'controls'],
  paper: ['engine', 'rules', 'answers', 'formats', 'results'],
  formats: ['engine'],
  remittance: ['engine', 'rules', 'answers', 'formats'],
  parties: ['engine', 'answers', 'controls', 'fields', 'formats'],
  handover: ['engine', 'answers', 'controls', 'fields', 'formats', 'parties', 'results'],
  quote: ['engine', 'rules', 'answers', 'controls', 'fields', 'results'],
  clinic: ['engine', 'rules', 'answers', 'controls', 'fields', 'results'],
  therapy: ['engine', 'rules', 'answers', 'controls', 'fields', 'results', 'records'],
  batch: ['engine', 'rules', 'answers', 'controls', 'fields', 'formats', 'parties', 'results', 'clinic'],
  records: [
    'engine',
    'rules',
    'answers',
    'controls',
    'fields',
    'formats',
    'remittance',
    'parties',
    'results',
    'clinic',
  ],
  reference: ['engine', 'rules', 'controls', 'results'],
  offline: [],
  page: [
    'engine',
    'rules',
    'answers',
    'controls',
    'fields',
    'worksheet',
    'refill',
    'results',
    'paper',
    'formats',
    'remittance',
    'parties',
    'handover',
    'quote',
    'clinic',
    'reference',
    'records',
    'therapy',
    'batch',
    'offline',
  ],
};
const pure = ['engine', 'rules', 'answers', 'formats', 'remittance'];
/** Pure as well, and well kept: quoting of CSV, and the schema where text becomes facts. */
const purePackages: Readonly<Record<string, readonly string[]>> = { formats: ['d3-dsv'], answers: ['zod/mini'] };
/** All that stands beside the folders. */
const besides = ['imports.test.ts', 'main.tsx'];

/** Tests and what they share may look at the rules from anywhere, and use any package. */
const isForTests = (name: string) => /\.(test|fixture)\.tsx?$/.test(name);

const importsOf = (name: string): string[] =>
  [...readFileSync(join(source, name), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^'\s]+)'/g)].map(
    (match) => match[1] ?? '',
  );
const folderOf = (path: string) => path.split(/[\\/]/)[0] ?? '';

describe('who imports whom', () => {
  const inFolders = files.filter((name) => /[\\/]/.test(name));

  it('nothing stands beside the folders but where the page starts, and this', () => {
    expect(files.filter((name) => !/[\\/]/.test(name)).sort()).toEqual(besides);
  });

  it('knows every folder', () => {
    expect([...new Set(inFolders.map(folderOf))].sort()).toEqual(Object.keys(mayImport).sort());
  });

  it.each(inFolders)('%s', (name) => {
    const own = folderOf(name);
    const allowed = [own, ...(mayImport[own] ?? []), ...(isForTests(name) ? ['engine', 'rules', 'answers'] : [])];
    const folders = importsOf(name)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => folderOf(relative(source, join(source, dirname(name), specifier))));
    expect(folders.filter((folder) => !allowed.includes(folder))).toEqual([]);
  });

  const pureFiles = inFolders.filter((name) => pure.includes(folderOf(name)) && !isForTests(name));

  it.each(pureFiles)('%s uses no package but pure ones, no clock, no console and no page', (name) => {
    expect(
      importsOf(name).filter(
        (specifier) => !specifier.startsWith('.') && !purePackages[folderOf(name)]?.includes(specifier),
      ),
    ).toEqual([]);
    expect(readFileSync(join(source, name), 'utf8')).not.toMatch(
      /new Date\(\)|Date\.now|performance\.|console\.|\bdocument\b|\bwindow\b|parseFloat/,
    );
  });
});

/** What the page runs at once: all that `main.tsx` imports, and what that imports, but for types and `import()`. */
function runAtOnce(): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    const imports = readFileSync(join(source, name), 'utf8').matchAll(
      /^(?:import|export)\s(?!type\b)(?:[^'";]*\sfrom\s)?'(\.[^']+)'/gm,
    );
    for (const [, specifier = ''] of imports) {
      const path = relative(source, join(source, dirname(name), specifier));
      const file = [`${path}.ts`, `${path}.tsx`, join(path, 'index.ts')].find((each) => files.includes(each));
      if (file) follow(file);
    }
  };
  follow('main.tsx');
  return found;
}

it('what makes the claim is not run before the page stands', () => {
  const atOnce = runAtOnce();
  expect(atOnce).toContain(join('page', 'Desk.tsx'));
  expect(
    [
      'engine/prepare-claim.ts',
      'rules/index.ts',
      'rules/denials.ts',
      'answers/read-worksheet.ts',
      'results/ClaimPanel.tsx',
    ]
      .map((name) => join(...(name.split('/') as [string, ...string[]])))
      .filter((name) => atOnce.has(name)),
  ).toEqual([]);
});

it('no line is longer than 120 columns', () => {
  const long = files.flatMap((name) =>
    readFileSync(join(source, name), 'utf8')
      .split('\n')
      .flatMap((line, at) => (line.length > 120 ? [`${name}:${at + 1}`] : [])),
  );
  expect(long).toEqual([]);
});
