import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/**
 * Names that have no plainer word: of payers, contractors, programs, makers and drugs, and the owner’s own word for an
 * answer.
 */
const names = new Set(
  [
    'Medicare Medicaid Advantage Novitas Noridian Palmetto First Coast TrailBlazer Aetna Horizon LifeWise ' +
      'Premera UnitedHealthcare Regence Humana eviCore',
    'Blue Cross BlueCross North South Carolina Dakota Maryland Texas Jersey Prairie Health Community Plan ' +
      'Gablofen Lioresal Sagent Mylan Nexus Piramal Amneal Saol MAIA Advagen',
    'Sintetica baclofen preauthorization leuprolide basiliximab dimercaprol brompheniramine',
  ].flatMap((line) => line.split(' ').map((word) => word.toLowerCase())),
);

/** Codes, abbreviations and figures: anything with a digit, or of capitals alone. */
const isCode = (word: string): boolean => /\d/.test(word) || /^[A-Z][A-Z*-]+$/.test(word);

/** The sentences of a text; a point within a figure, a code or an address ends none. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.?!][”’)]*)\s+(?=[\p{Lu}\p{N}“(])/u)
    .map((each) => each.trim())
    .filter(Boolean);

/** An official wording, or what a button is called: a name as well. */
const quoted = /“[^”]*”/g;

const wordsOf = (sentence: string): readonly string[] =>
  sentence.match(/[\p{L}\p{N}$%][\p{L}\p{N}$%.,’'/()*-]*/gu)?.map((word) => word.replace(/[.,’'()]+$/u, '')) ?? [];

/** Words that make a sentence at the least; fewer are a label, of which a reading grade says nothing. */
const wordsOfASentence = 4;

/**
 * What a reader meets in a sentence: how many words, and its reading grade (Flesch and Kincaid) with codes and names
 * left out.
 */
export function plainnessOf(sentence: string): { readonly words: number; readonly grade: number } {
  const words = wordsOf(sentence);
  const plain = wordsOf(sentence.replace(quoted, '')).filter(
    (word) => !isCode(word) && !names.has(word.replace(/’s$/, '').toLowerCase()),
  );
  if (plain.length < wordsOfASentence) return { words: words.length, grade: 0 };
  return {
    words: words.length,
    grade: fleschKincaid({
      sentence: 1,
      word: plain.length,
      syllable: plain.reduce((sum, word) => sum + syllable(word), 0),
    }),
  };
}

export type Worded = { readonly where: string; readonly text: string };
const named = (all: readonly Worded[]): readonly string[] => all.map(({ where, text }) => `${where}: ${text}`);

/** Texts with a placeholder, two blanks, a blank before a point, or no end. */
export const notWhole = (texts: readonly Worded[]): readonly string[] =>
  named(
    texts.filter(
      ({ text }) => /undefined|null|NaN|\[object|\$\{|\s\s| [.,;]|^\s|\s$/.test(text) || !/[.?!][”’)]?$/.test(text),
    ),
  );

const wrongNumbers = [
  /(?<![\w.,/-])1 (units|lines|days|containers|weeks|years|codes|vials|digits)\b/,
  /(?<![\w.,/-])(?!1\b)\d+ (unit|day|container|week|vial|digit)\b(?!s|-)/,
  /\bline \d+ and \d/,
  /(?<!(?:number|estimate) of[^.]{0,20})\b(lines|units|codes|days) (has|is|was)\b/,
];
/** Texts with a singular where a plural belongs, or the other way round. */
export const ofWrongNumber = (texts: readonly Worded[]): readonly string[] =>
  named(texts.filter(({ text }) => wrongNumbers.some((wrong) => wrong.test(text))));

/** Sentences that differ in figures and codes alone are one. */
const alike = (sentence: string): string => sentence.replace(/\p{Lu}*\d[\w.,/-]*/gu, '#');
/** The sentences of texts, each once, with what a reader meets in them. */
export const sentencesIn = (texts: readonly Worded[]) => [
  ...new Map(
    texts.flatMap(({ where, text }) =>
      sentencesOf(text).map((sentence) => [alike(sentence), { where, text: sentence, ...plainnessOf(sentence) }]),
    ),
  ).values(),
];
type Sentence = ReturnType<typeof sentencesIn>[number];
export const tooLong = (sentences: readonly Sentence[]): readonly string[] =>
  named(sentences.filter(({ words }) => words > 25));
export const tooHard = (sentences: readonly Sentence[]): readonly string[] =>
  named(sentences.filter(({ grade }) => grade > 12));
export const shareOfPlain = (sentences: readonly Sentence[]): number =>
  sentences.filter(({ grade }) => grade <= 8).length / sentences.length;

/** Each fault of texts: not whole, of the wrong number, too long or too hard; or that not nine of ten are plain. */
export function faultsIn(texts: readonly Worded[], mayBeHard = (_where: string): boolean => false): readonly string[] {
  const sentences = sentencesIn(texts);
  const share = shareOfPlain(sentences);
  return [
    ...notWhole(texts).map((each) => `Not whole: ${each}`),
    ...ofWrongNumber(texts).map((each) => `Of the wrong number: ${each}`),
    ...tooLong(sentences).map((each) => `Of more than 25 words: ${each}`),
    ...tooHard(sentences.filter(({ where }) => !mayBeHard(where))).map((each) => `Above grade 12: ${each}`),
    ...(share > 0.9 ? [] : [`At grade 8 or below are only ${share} of them`]),
  ];
}
