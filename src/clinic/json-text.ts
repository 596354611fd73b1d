import { createScanner, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { withHiddenShown } from './json-values';

/** Why a file is not taken. The line is counted from 1, and null where the whole file is meant. */
export type JsonFault = { readonly line: number | null; readonly reason: string };

/** The file itself, a list, its entry, the rows of a crosswalk, a row; and some to spare. */
const deepest = 10;

/** The values of a JSON text with their places in it: strict JSON, not nested deep, each key once in its object. */
export function readJsonText(text: string): { readonly root: Node } | { readonly refused: JsonFault } {
  const refused = (offset: number, reason: string) => ({ refused: { line: lineAt(text, offset), reason } });
  const tooDeep = offsetBelow(text, deepest);
  if (tooDeep !== undefined) return refused(tooDeep, 'braces or brackets are nested too deep');
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const [wrong] = errors;
  if (wrong || !root) return refused(wrong?.offset ?? 0, wrong ? syntaxWords(wrong) : notJson);
  const unsure = numberUnlike(root, text);
  if (unsure) return refused(unsure.offset, 'a number is written in digits here, at most 15, and without an exponent');
  const twice = keyTwice(root);
  return twice ? refused(twice.offset, `${quoted(String(twice.value))} stands twice in the same braces`) : { root };
}

export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split(/\r\n|[\n\r]/).length;

/** Text of a file as it can stand in a message: short, and with nothing in it that hides or turns what follows. */
export const quoted = (text: string): string => `“${withHiddenShown(text.slice(0, 60))}${text.length > 60 ? '…' : ''}”`;

/**
 * Where the text is nested deeper than `most`: seen before it is parsed, because the parser calls itself at each level.
 */
function offsetBelow(text: string, most: number): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const first = text.charAt(scanner.getTokenOffset());
    depth += '{['.includes(first) ? 1 : '}]'.includes(first) ? -1 : 0;
    if (depth > most) return scanner.getTokenOffset();
  }
  return undefined;
}

const notJson = 'this is not JSON';
const expected: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'a key in double quotes is expected here',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a colon is expected here',
  CommaExpected: 'a comma is expected here',
  CloseBraceExpected: 'a closing } is expected here',
  CloseBracketExpected: 'a closing ] is expected here',
  EndOfFileExpected: 'nothing may follow here',
  InvalidCommentToken: 'comments are not read',
  UnexpectedEndOfString: 'a text is not closed with a double quote',
  InvalidNumberFormat: 'this is not a number',
};
const syntaxWords = ({ error }: ParseError): string => expected[printParseErrorCode(error)] ?? notJson;

/**
 * A number that could be read as another than the one written: 7.99999999999999999 is 8 to a computer, and 1e-400 is 0.
 */
function numberUnlike({ type, offset, length, children = [] }: Node, text: string): Node | undefined {
  for (const child of children) {
    const below = numberUnlike(child, text);
    if (below) return below;
  }
  return type === 'number' && !/^\d{1,15}$/.test(text.slice(offset, offset + length).replace(/[-.]/g, ''))
    ? { type, offset, length }
    : undefined;
}

/** The key of a property whose object has it already. */
function keyTwice({ type, children = [] }: Node): Node | undefined {
  const seen = new Set<unknown>();
  for (const child of children) {
    const key = child.children?.[0];
    if (type === 'object' && key) {
      if (seen.has(key.value)) return key;
      seen.add(key.value);
    }
    const below = keyTwice(child);
    if (below) return below;
  }
  return undefined;
}
