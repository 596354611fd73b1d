/** Why a file is refused, as a sentence that begins with its name. */
export class FileRefused extends Error {}
export const refuse = (because: string): never => {
  throw new FileRefused(because);
};

/** On one line, without what cannot be seen, and not endless. */
export function shown(text: string, longest: number): string {
  const seen = text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFD]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  // A character outside the basic plane may be cut in two; its half goes.
  return seen.length > longest ? `${seen.slice(0, longest - 1).replace(/\p{Cs}/gu, '')}…` : seen;
}
export const shownName = (name: string): string => shown(name, 60) || 'The file';
export const quoted = (cell: string): string => `“${shown(cell, 20)}”`;
