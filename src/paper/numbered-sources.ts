import type { Citation, Confidence } from '../engine/citation';
import { formatDate } from '../engine/dated';

/** The sources of a paper, each once, and the numbers under which rows of the rules find theirs. */
export type NumberedSources = {
  readonly sources: readonly string[];
  readonly numbersOf: (rows: readonly string[]) => readonly number[];
};

/**
 * Numbers the sources in the order in which a paper comes to their rows; rows of one source share a number, and a row
 * without a citation, like one of an opened table, has none.
 */
export function numberedSources(
  rows: readonly string[],
  citations: Readonly<Record<string, Citation>>,
): NumberedSources {
  const numbers = new Map<string, number>();
  const wordsOf = (row: string) => (citations[row] ? [sourceInWords(citations[row])] : []);
  for (const words of rows.flatMap(wordsOf)) if (!numbers.has(words)) numbers.set(words, numbers.size + 1);
  return {
    sources: [...numbers.keys()],
    numbersOf: (asked) =>
      [...new Set(asked.flatMap(wordsOf).flatMap((words) => numbers.get(words) ?? []))].sort(
        (one, other) => one - other,
      ),
  };
}

/** How well a source is known, in a word or two: a paper has no room for more. */
const inShort = {
  A: 'official',
  'A*': 'official, by a copy',
  B: 'contractor or payer',
  C: 'third party',
  D: 'worked out',
  M: 'general knowledge',
  N: 'not found',
  U: 'your own',
} as const satisfies Record<Confidence, string>;

/**
 * "CGS, as of 06/27/2023 (third party)"; a source that names its year needs no other. What was worked out is said
 * without the rows that it was worked out from: nobody has them beside the paper.
 */
function sourceInWords({ source, asOf, confidence }: Citation): string {
  if (confidence.every((each) => each === 'N')) return 'Looked for, and not found';
  const words = confidence.map((each) => inShort[each]).join('; ');
  if (/\brows?\b/.test(source)) return capital(`${words} from other sources`);
  return `${source}${asOf && !/\b20\d\d\b/.test(source) ? `, as of ${formatDate(asOf)}` : ''} (${words})`;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
