const enormous = 100_000;
/** That many characters of a piece, again and again. */
const filled = (piece: string): string => piece.repeat(Math.ceil(enormous / piece.length)).slice(0, enormous);
/** What may be pasted by mistake, 100,000 characters of each kind. */
export const pastes: readonly (readonly [what: string, text: string])[] = [
  ['spaces', filled(' ')],
  ['spaces before a letter', `${filled(' ')}x`],
  ['spaces between two numbers', `36${filled(' ')}40`],
  ['tabs and spaces', filled('\t ')],
  ['no-break spaces', filled('\u00A0')],
  ['digits', filled('9')],
  ['zeros', filled('0')],
  ['groups of digits', filled('1,000')],
  ['commas', filled(',')],
  ['points', filled('.')],
  ['letters', filled('a')],
  ['units', filled('mg ')],
  ['newlines', filled('\n')],
  ['marked newlines', filled(' ⏎ ')],
  ['newlines and spaces', filled('\r\n  ')],
  ['hyphens', filled('-')],
  ['dashes', filled('—')],
  ['slashes', filled('/')],
  ['plus signs', filled('5+')],
  ['emoji', filled('👩‍⚕️')],
  ['combining marks', filled('e\u0301\u0302\u0303')],
  ['brackets', filled('([{<')],
  ['markup', filled('<b>')],
  ['zero-width', filled('\u200B\u2060')],
  ['lone surrogates', filled('\uD800')],
  ['mixed', filled('36 mg\n-,.+/⏎\u200Bé🧪(01)')],
];
