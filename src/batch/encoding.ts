import { isUtf16 } from '../clinic/read-file';

export type Encoding = 'UTF-8' | 'Windows-1252';

/** How the bytes of a file are written, and where its text begins; or why it is no text that is read. */
export type TextOfFile = { readonly encoding: Encoding; readonly start: number } | { readonly refused: string };

/** The most that is read: a million rows of two hundred characters, and some. */
export const mostBytes = 256 * 1024 * 1024;
export const tooLarge = 'This file has more than 256 MB. Cut it into files of a year or a month.';

/** What a file is by its first bytes, where it is none of text. */
const otherFiles: readonly (readonly [first: readonly number[], words: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'This is a spreadsheet file or another archive. Save it as CSV UTF-8, and open that.'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'This is an old spreadsheet file. Save it as CSV UTF-8, and open that.'],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF. Have the system write a CSV instead.'],
];

const utf8Mark = [0xef, 0xbb, 0xbf];
const startsWith = (bytes: Uint8Array, first: readonly number[]): boolean =>
  first.every((byte, place) => bytes[place] === byte);

const slice = 1 << 22;

/** UTF-8 where every byte of the file is of it, else Windows-1252, which has a character for every byte. */
export function textOfFile(bytes: Uint8Array): TextOfFile {
  if (bytes.length > mostBytes) return { refused: tooLarge };
  const other = otherFiles.find(([first]) => startsWith(bytes, first));
  if (other) return { refused: other[1] };
  if (isUtf16(bytes)) return { refused: 'This file is saved as UTF-16. Save it as CSV UTF-8, and open that.' };
  const start = startsWith(bytes, utf8Mark) ? utf8Mark.length : 0;
  const zero = bytes.indexOf(0);
  if (zero >= 0) return { refused: `Line ${lineOf(bytes, zero)} holds a byte that no text has. This is no CSV file.` };
  return { encoding: isUtf8(bytes) ? 'UTF-8' : 'Windows-1252', start };
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let from = 0; from < bytes.length; from += slice)
      decoder.decode(bytes.subarray(from, from + slice), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function lineOf(bytes: Uint8Array, place: number): number {
  let line = 1;
  for (let at = 0; at < place; at += 1) if (bytes[at] === 0x0a) line += 1;
  return line;
}
