import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { confidenceWords } from '../engine/citation';
import { citations } from './citations';

const file = fileURLToPath(new URL('README.md', import.meta.url));
const [start, end] = ['<!-- rows -->', '<!-- end of rows -->'];

const cell = (text: string): string => text.replaceAll('|', '\\|');
const rows = Object.values(citations).map(
  ({ row, says, confidence, source, asOf }) =>
    `| ${cell(row)} | ${cell(says)} | ${confidence.join(', ')} | ${cell(source)} | ${asOf ?? ''} |`,
);
const table = ['| row | what it says | confidence | source | speaks for |', '|---|---|---|---|---|', ...rows].join(
  '\n',
);

/** `UPDATE=1 npx vitest run src/rules/readme.test.ts` writes the rows anew. */
it('the README of the rules holds every row as it is on file', () => {
  const text = readFileSync(file, 'utf8');
  const [before, after] = [text.slice(0, text.indexOf(start)), text.slice(text.indexOf(end))];
  const current = `${before}${start}\n\n${table}\n\n${after}`;
  if (process.env.UPDATE) writeFileSync(file, current);
  expect(readFileSync(file, 'utf8')).toBe(current);
});

it('the README of the rules explains every letter of confidence', () => {
  const text = readFileSync(file, 'utf8');
  for (const [letter, words] of Object.entries(confidenceWords)) expect(text).toContain(`| ${letter} | ${words} |`);
});
