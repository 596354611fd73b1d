/** The fewest characters that a passphrase may have; a file that is stolen can be tried at leisure. */
const fewestCharacters = 12;
const longest = 200;

type Strength = { readonly enough: boolean; readonly words: string };

const no = (words: string): Strength => ({ enough: false, words });

/** Whether a passphrase is taken for a new file, and what is told of it. */
export function strengthOf(passphrase: string): Strength {
  const length = [...passphrase].length;
  if (length < fewestCharacters) return no(`Use at least ${fewestCharacters} characters, such as four words.`);
  if (length > longest) return no(`Use at most ${longest} characters.`);
  if (passphrase.trim() !== passphrase) return no('Leave out the spaces at its ends: they are easily forgotten.');
  if (/^[\d\s.,/+-]+$/.test(passphrase)) return no('Numbers alone are guessed soon. Use words.');
  if (isRepeated(passphrase)) return no('It repeats itself, and is guessed soon. Use different words.');
  if (leftOf(passphrase) < fewestLeft) return no('It is made of what is guessed first. Use words of your own.');
  return { enough: true, words: told(length) };
}

const told = (length: number): string => {
  if (length < 16) return `${length} characters: enough. Four words or more are better.`;
  return length < 24 ? `${length} characters: good.` : `${length} characters: strong.`;
};

/** A few characters over and over, or one part written again and again. */
function isRepeated(passphrase: string): boolean {
  const lower = passphrase.toLowerCase();
  return new Set(lower).size < 6 || /^(.{1,8}?)\1+.{0,3}$/u.test(lower);
}

/** What people take first, and what anybody would try on this file. */
const common = (
  'password passwort passphrase letmein welcome iloveyou monkey dragon football baseball sunshine princess superman ' +
  'master admin login secret access changeme summer winter spring autumn january february december monday friday ' +
  'trustno baclofen lioresal gablofen clinic medicare medicaid hospital billing worksheet pump refill claim patient ' +
  'doctor nurse office health hello test correct horse battery staple abc qwerty qwertz azerty asdf zxcv'
)
  .split(' ')
  .toSorted((a, b) => b.length - a.length);
const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
];
const lookAlikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};
const fewestLeft = 6;

/** How many letters and digits are neither part of a common word nor the next of their row. */
function leftOf(passphrase: string): number {
  const lower = passphrase.toLowerCase();
  const bare = withoutRows(withoutCommon(lower));
  const read = withoutCommon(lower.replace(/[013457@$]/g, (sign) => lookAlikes[sign] ?? sign));
  return Math.min(lengthOf(bare), lengthOf(read));
}
const withoutCommon = (text: string): string => common.reduce((left, word) => left.replaceAll(word, ' '), text);
const lengthOf = (text: string): number => [...text.replace(/[^\p{L}\p{N}]/gu, '')].length;

/** Leaves of "1234" and "lkjh" the first sign. */
const withoutRows = (text: string): string =>
  [...text].filter((sign, place, all) => place === 0 || !areNeighbors(all[place - 1] ?? '', sign)).join('');
const areNeighbors = (one: string, next: string): boolean =>
  one === next || rows.some((row) => row.includes(one + next) || row.includes(next + one));
