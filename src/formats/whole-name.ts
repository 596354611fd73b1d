import { asciiLower } from '../engine/ascii';
import { hasLineBreak, mostTyped, trimmed } from '../engine/typed';

/*
 * A person’s whole name where the last name is asked. It is taken apart where only one reading exists; else it stays as
 * it was typed.
 */

export type NameParts = { readonly last: string; readonly first: string; readonly middle: string };
/** The parts of it, or why it stays as it was typed; null where there is nothing to take apart. */
export type Apart<Parts> = { readonly parts: Parts } | { readonly left: string } | null;

/** Several words that may be a last name alone: told, never guessed. */
const byCommas = 'Left as the last name. A whole name is read with commas, like Doe, Jane, M.';

/** “Doe, Jane M”, “Doe, Jane, Marie”, “Jane M Doe”. */
export function readWholeName(typed: string): Apart<NameParts> {
  if (typed.length > mostTyped) return null;
  const text = trimmed(typed).replace(/\s+/g, ' ');
  if (text === '' || hasLineBreak(text)) return null;
  const parts = text.split(',').map((part) => part.trim());
  return parts.length === 1 ? inOrderOfSpeech(text) : byComma(parts);
}

/** Letters with the signs that names hold; no digit, no bracket. */
const isWords = (text: string): boolean => /^\p{L}[\p{L}\p{M}'’. -]*$/u.test(text);
const isInitial = (word: string): boolean => /^\p{L}\.?$/u.test(word);
const initialOf = (word: string): string => word.replace(/\.$/, '');

const titles = new Set(
  (
    'jr sr junior senior ii iii iv esq mr mrs ms miss mx dr prof md do np pa rn phd dnp crna aprn arnp crnp fnp agnp ' +
    'anp pnp cnp cns lpn msn bsn pac fnpc agnpc dpm dds dmd pharmd mbbs dpt facs llc inc pllc llp ltd pc corp'
  ).split(' '),
);
const plain = (word: string): string => asciiLower(word).replaceAll('.', '');
/** Also with what certifies it: “FNP-BC”. */
const isTitle = (word: string): boolean => titles.has(plain(word).replace(/-(?:c|bc)$/, ''));
const hasBesides = (text: string): boolean => text.split(' ').some(isTitle);

function byComma([last = '', given = '', middle = '', ...more]: readonly string[]): Apart<NameParts> {
  if (last === '' || given === '') return null;
  if (more.length > 0 || ![last, given, middle].filter(Boolean).every(isWords))
    return { left: 'Left as it was typed: it is no last name, first name and middle name.' };
  if (hasBesides(given) || hasBesides(middle))
    return { left: 'Left as it was typed: a title or Jr is no first or middle name. Type it behind the last name.' };
  const [first = '', second = '', ...others] = given.split(' ');
  // A middle name behind a second comma tells where the first name ends.
  if (second === '' || middle !== '') return { parts: { last, first: given, middle: initialOf(middle) } };
  if (others.length === 0 && !isInitial(first) && isInitial(second))
    return { parts: { last, first, middle: initialOf(second) } };
  return {
    left: `Left as it was typed: “${given}” can be a first name, or a first and a middle name. Put a comma between.`,
  };
}

/** Small words and clipped ones that stand within last names: “Silva e Costa”, “Jane O Neill”. */
const withinLastNames = ['d', 'e', 'l', 'o', 'y'];

function inOrderOfSpeech(text: string): Apart<NameParts> {
  const words = text.split(' ');
  if (words.length < 2 || !isWords(text)) return null;
  const [first = '', initial = '', last = ''] = words;
  const isOne =
    words.length === 3 &&
    !isInitial(first) &&
    isInitial(initial) &&
    !isInitial(last) &&
    !withinLastNames.includes(plain(initial)) &&
    !hasBesides(text);
  return isOne ? { parts: { last, first, middle: initialOf(initial) } } : { left: byCommas };
}
