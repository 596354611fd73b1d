import type { WorksheetText } from '../answers/worksheet-text';
import { mostTyped } from '../engine/typed';
import type { Answer } from './answers';
import { letterTitles, type LetterKind } from './letter';

/*
 * Letters belong to the record of their claim, each once for its line and step. A record takes no text longer than a
 * field does, so that a letter stands there in pieces.
 */

/** Characters of a piece: half of what a record takes, for those that count twice. */
const ofPiece = /[\s\S]{1,100}/gu;

/** What a letter is about: the claim and the payment by their numbers, the line, and the step. */
export const letterAbout = ({ trace, claim }: Answer, name: string, kind: LetterKind): string =>
  JSON.stringify([claim.controlNumber.trim(), claim.payerNumber.trim(), trace.trim(), name, kind]).slice(0, mostTyped);

/** All letters that a record keeps, the last one first, with what each is about: "Appeal, Line 1, J0475". */
export const lettersIn = ({ letters }: Pick<WorksheetText, 'letters'>) =>
  letters.toReversed().map(({ about, keptOn, pieces }) => ({
    about,
    name: nameOf(about),
    keptOn,
    text: pieces.join(''),
  }));

/** What it is about tells its name last, before the kind; one that was cut tells none. */
function nameOf(about: string): string {
  try {
    const [kind, name] = (JSON.parse(about) as readonly string[]).toReversed();
    return [letterTitles[kind as LetterKind], name].filter(Boolean).join(', ');
  } catch {
    return 'to the payer';
  }
}

/** The letter that the record keeps; null where it keeps none. */
export function keptLetter({ letters }: Pick<WorksheetText, 'letters'>, about: string): string | null {
  const found = letters.find((each) => each.about === about);
  return found ? found.pieces.join('') : null;
}

/** The record with this letter in the place of an earlier one; null where it is longer than a record takes. */
export function withLetter(
  record: WorksheetText,
  { about, text, keptOn }: { readonly about: string; readonly text: string; readonly keptOn: string },
): WorksheetText | null {
  const pieces = [...(text.match(ofPiece) ?? [])];
  const others = record.letters.filter((each) => each.about !== about);
  if (pieces.length > mostTyped || others.length >= mostTyped) return null;
  return { ...record, letters: [...others, { about, keptOn, pieces }] };
}
