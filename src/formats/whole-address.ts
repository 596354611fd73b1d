import { asciiUpper } from '../engine/ascii';
import { lineBreakMark, mostTyped, trimmed } from '../engine/typed';
import type { Apart } from './whole-name';

/*
 * A whole address where the street is asked: “12 Main St, Apt 4, Springfield, IL 62701-1234”, or over several lines. It
 * is taken apart where only one reading exists; a town or a ZIP that is not there is never made up.
 */

export type AddressParts = {
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
};

const states = new Set(
  (
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK ' +
    'OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI AA AE AP'
  ).split(' '),
);

/** What is read off the end of an address, and what is left of it. */
type Ending = { readonly pieces: readonly string[]; readonly state: string; readonly zip: string };

export function readWholeAddress(typed: string): Apart<AddressParts> {
  if (typed.length > mostTyped) return null;
  const pieces = trimmed(typed)
    .split(/[,⏎\n\r]/)
    .map((piece) => piece.trim().replace(/\s+/g, ' '))
    .filter((piece) => piece !== '');
  const { pieces: before, state, zip } = endingOf(withoutCountry(pieces));
  if (pieces.length < 2) return isRunTogether(before, state, zip) ? { left: needsComma } : null;
  if (state === '' && zip === '') return hasOnlyUnits(pieces) ? null : { left: leftForm };
  // Without a state the piece before the ZIP may be a town or a part of the street.
  const city = state === '' ? '' : (before.at(-1) ?? '');
  const street = state === '' ? before : before.slice(0, -1);
  if (!isStreet(street) || (state !== '' && !isCity(city))) return { left: leftForm };
  return { parts: { street: street.join(' '), city, state, zip } };
}

const leftForm =
  'Left as it was typed. An address is read like 12 Main St, Springfield, IL 62701, where all else is blank.';
const needsComma = 'Left as it was typed. Put a comma before the city: it may begin in more than one place.';

/** A street and a town in one piece, with the state or the ZIP behind them. */
const isRunTogether = ([only = '']: readonly string[], state: string, zip: string): boolean =>
  zip !== '' && state !== '' && /^\d/.test(only);

const withoutCountry = (pieces: readonly string[]): readonly string[] => {
  const last = pieces.at(-1) ?? '';
  const rest = last.replace(/(?:^| )(?:USA|U\.S\.A\.|US|United States)$/i, '').trim();
  return rest === last ? pieces : rest === '' ? pieces.slice(0, -1) : [...pieces.slice(0, -1), rest];
};

/** ZIP and state at the end, each a piece of its own or behind the town. */
function endingOf(pieces: readonly string[]): Ending {
  const withZip = splitOff(pieces, /^(?:(.*) )?(\d{5}(?: ?[-‐-―] ?\d{4}|\d{4})?)$/);
  const held = withZip ?? { pieces, end: '' };
  const withState = splitOff(held.pieces, /^(?:(.*) )?([A-Za-z]\.?[A-Za-z]\.?)$/);
  const state = asciiUpper(withState?.end ?? '').replaceAll('.', '');
  // Behind a town, and with no ZIP after it, two letters may be a part of the town or of the street.
  const isOwn = withState !== null && withState.pieces.length < held.pieces.length;
  const zip = held.end.replace(/[^\d]/g, '');
  return withState && states.has(state) && (zip !== '' || isOwn)
    ? { pieces: withState.pieces, state, zip: zipText(zip) }
    : { pieces: held.pieces, state: '', zip: zipText(zip) };
}
const zipText = (digits: string): string => (digits.length === 9 ? `${digits.slice(0, 5)}-${digits.slice(5)}` : digits);

function splitOff(pieces: readonly string[], shape: RegExp): { pieces: readonly string[]; end: string } | null {
  const found = shape.exec(pieces.at(-1) ?? '');
  if (!found) return null;
  const [, before = '', end = ''] = found;
  return { pieces: before === '' ? pieces.slice(0, -1) : [...pieces.slice(0, -1), before.trim()], end };
}

/** Parts of a building, with the number or letter behind them, and those that stand alone. */
const numbered = 'apt apartment unit ste suite fl floor bldg building rm room lot spc space trlr trailer dept ph slip';
const alone = 'bsmt basement frnt front rear lowr lower uppr upper side lbby lobby ofc office penthouse';
const anyOf = (words: string): string => `(?:${words.replaceAll(' ', '|')})`;
const unit = new RegExp(`^(?:#|${anyOf(numbered)}\\b|(?:p\\.? ?o\\.? ?)?box \\d|${anyOf(alone)}$)`, 'i');
const isUnit = (piece: string): boolean => unit.test(piece);
const hasOnlyUnits = ([, ...others]: readonly string[]): boolean => others.length === 1 || others.every(isUnit);

/** A house number or a box in the first piece, and nothing but units behind it. */
const isStreet = ([first = '', ...others]: readonly string[]): boolean => /\d/.test(first) && others.every(isUnit);
/** A town: letters, and the signs that names of towns hold. */
const isCity = (piece: string): boolean =>
  /^\p{L}[\p{L}\p{M}'’. -]+$/u.test(piece) && !isUnit(piece) && !/ (?:fl|floor)$/i.test(piece);

/** The lines of what was pasted; typed text has none. */
export const linesIn = (text: string): readonly string[] =>
  text
    .split(lineBreakMark)
    .map((line) => line.trim())
    .filter((line) => line !== '');
