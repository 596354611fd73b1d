/** What an answer says, or what is wrong with it in one plain sentence. Never a guess, and never thrown. */
export type Reading<T> = { readonly value: T } | { readonly problem: string };
export const problem = (text: string) => ({ problem: text });

/** What a text says; null where it is blank or cannot be read. */
export const valueIn = <T>(typed: string, read: (typed: string, label: string) => Reading<T>): T | null => {
  const reading = typed.trim() === '' ? null : read(typed, '');
  return reading && 'value' in reading ? reading.value : null;
};

/**
 * The most characters that any typed answer can have: far above what an answer needs, and far below what is slow to
 * read.
 */
export const mostTyped = 200;

/** The problem of an answer that is too long to be read; told from its length alone. */
export const tooLong = (typed: string, label: string) =>
  typed.length > mostTyped
    ? problem(`${withoutUnit(label)} can have at most ${mostTyped} characters; this is ${typed.length}`)
    : undefined;

/** A reader that is never given more than `mostTyped` characters. Every exported reader is made by it. */
export const bounded =
  <T, Rest extends readonly unknown[]>(read: (typed: string, label: string, ...rest: Rest) => Reading<T>) =>
  (typed: string, label: string, ...rest: Rest): Reading<T> =>
    tooLong(typed, label) ?? read(typed, label, ...rest);

/** A pasted line break, made visible: a text field would drop it and turn "36⏎40" into 3640. */
export const lineBreakMark = '⏎';
export const hasLineBreak = (text: string): boolean => /[⏎\n\r\u2028\u2029\u0085\v\f]/.test(text);

/** What was pasted, on one line: each line break inside becomes the mark, those at the ends go. */
export const markLineBreaks = (pasted: string): string =>
  pasted
    .split(/[\n\r\u2028\u2029\u0085\v\f]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(` ${lineBreakMark} `);

/**
 * Without the invisible characters that pasting brings along and that carry no meaning, and without spaces at the ends.
 */
export const trimmed = (text: string): string => text.replace(/[\u200B-\u200F\u2060\uFEFF]/g, '').trim();

/** "Strength, in mcg/mL" as it begins a sentence. */
export const withoutUnit = (label: string): string => label.replace(/, in .*/, '');
/** The label within a sentence. */
export const inSentence = (label: string): string => `${label.charAt(0).toLowerCase()}${label.slice(1)}`;

/** Digits whose commas stand between thousands ("1,200.50"), without them; anything else as it is. */
export const ungrouped = (text: string): string =>
  /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/.test(text) ? text.replaceAll(',', '') : text;

/** "62367", "62367 and 62368", "62367, 62368 and 62369". */
export const inWords = (names: readonly string[], joined: 'and' | 'or' = 'and'): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} ${joined} ${names.at(-1)}` : names.join('');

/** "1 claim", "3 claims"; `more` where a word has a plural of its own. */
export const counted = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;
