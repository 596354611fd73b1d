import { asciiUpper } from '../engine/ascii';
import { mostTyped } from '../engine/typed';
import { codesByName, groupWords, type GroupCode, type RemittanceCode } from './remittance-codes';

/** A reason with the group typed before it, and the amount of an 835 that followed. */
export type Adjustment = { readonly group: GroupCode | null; readonly code: string; readonly amount: string | null };

/** What was typed of a remittance, read. */
export type RemittanceReading = {
  /** Why nothing was read; null while all of it was. */
  readonly problem: string | null;
  readonly groups: readonly GroupCode[];
  readonly codes: readonly RemittanceCode[];
  readonly adjustments: readonly Adjustment[];
  /** Words and codes that are not on file, as typed but in capitals. */
  readonly unknown: readonly string[];
  /** Amounts, dates and line numbers, which are no codes. */
  readonly notCodes: readonly string[];
};

const isGroup = (text: string): text is GroupCode => Object.hasOwn(groupWords, text);
const remarkWords = ['RARC', 'REMARK', 'REMARKS'];
const wordsAround = [
  ...remarkWords,
  'CARC',
  'REASON',
  'ADJUSTMENT',
  'ADJ',
  'CODE',
  'CODES',
  'GROUP',
  'AND',
  'WITH',
  'CAS',
  'LQ',
  'HE',
  'MOA',
  'MIA',
];
/** What a number behind these words counts is no code. */
const countedWords = ['LINE', 'LN', 'ITEM', 'UNIT', 'UNITS', 'QTY', 'CLAIM', 'PAGE', 'DAYS'];
/** A word before which a number counts something, and is no code. */
const countedThing = /\s{0,3}(?:UNITS?|DAYS?|LINES?|MG|MCG|ML|VIALS?)(?![A-Z0-9])/y;
/** Letters that a code begins with; they belong to the digits behind them whatever stands between. */
const remarkLetters = ['M', 'MA', 'N'];

const monthThenDay = (mark: string): string => `(?:0?[1-9]|1[0-2])${mark}(?:0?[1-9]|[12]\\d|3[01])${mark}`;
const date = new RegExp(
  [
    '\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}(?!\\d)',
    '\\d{4}-\\d{1,2}-\\d{1,2}(?!\\d)',
    `${monthThenDay('/')}\\d{2}(?![\\d/])`,
    `${monthThenDay('-')}\\d{2}(?![\\dA-Z-])`,
  ].join('|'),
  'y',
);
const month = 'J(?:AN|UN|UL)[A-Z]{0,6}|FEB[A-Z]{0,5}|MA(?:R|RCH|Y)|A(?:PR|UG)[A-Z]{0,5}|(?:SEP|OCT|NOV|DEC)[A-Z]{0,6}';
const dateInWords = new RegExp(
  `(?:${month})\\.? \\d{1,2},? (?:\\d{4}|\\d{2})(?![\\dA-Z])|\\d{1,2} (?:${month})\\.?,? (?:\\d{4}|\\d{2})(?![\\dA-Z])`,
  'y',
);
const amount = /\$ ?-?[\d,]*\.?\d+|-?(?:\d{1,3}(?:,\d{3})+|\d+)?\.\d{1,2}(?![\dA-Z])/y;
const casGroup = /(CO|CR|OA|PI|PR)\*/y;
/** Segments of an 835 that hold amounts, units and numbers, and no code; of MOA and MIA only the remarks are codes. */
const otherSegment = /(?:CLP|SVC|BPR|TRN|AMT|QTY|DTM|REF|NM1|PLB|TS3|LX|MOA|MIA)\*[^~\n]*/y;
/** Behind its group: a reason, its amount, its quantity, and the star before the next reason. */
const casReason = /[A-Z]{0,2}\d{1,4}(?![A-Z0-9.])/y;
const casAmount = /\*-?(?:\d+\.?\d*|\.\d+)(?![A-Z0-9])/y;
const casQuantity = /\*(?:\d+\.?\d*)?(?![A-Z0-9.])/y;
const casNext = /\*(?=[A-Z]{0,2}\d{1,4}\*)/y;
const word = /[A-Z]+/y;
const number = /\d+/y;

/**
 * A text that is read from its beginning: how far, what the next letters and digits belong to, and what was found.
 * Every part below reads what it can at `at`, moves it behind that, and says whether it found anything.
 */
type Scan = {
  readonly text: string;
  at: number;
  /** The group that the next reason belongs to. */
  group: GroupCode | null;
  /** The letters that the next number belongs to, and the word before it. */
  letters: string;
  before: string;
  readonly groups: Set<GroupCode>;
  readonly codes: Set<RemittanceCode>;
  readonly adjustments: Adjustment[];
  readonly unknown: Set<string>;
  readonly notCodes: Set<string>;
};

const scanOf = (text: string): Scan => ({
  text,
  at: 0,
  group: null,
  letters: '',
  before: '',
  groups: new Set(),
  codes: new Set(),
  adjustments: [],
  unknown: new Set(),
  notCodes: new Set(),
});

/**
 * Reads “CO-197”, “PR 50”, “CARC 16”, “n822”, “16/N822”, “RUC CO4”, “CO*45*100” and the like, several at once. A code
 * that is not on file is told, never guessed. Goes over the text once.
 */
export function readRemittanceCode(typed: string): RemittanceReading {
  if (typed.length > mostTyped) {
    const problem = `Enter at most ${mostTyped} characters: the codes of one line`;
    return { problem, groups: [], codes: [], adjustments: [], unknown: [], notCodes: [] };
  }
  const scan = scanOf(asciiUpper(typed.normalize('NFKC')).replace(/[\p{Pd}\u2212\u00AD]/gu, '-'));
  while (scan.at < scan.text.length) {
    if (!readNext(scan)) scan.at += 1;
  }
  dropLetters(scan);
  const { groups, codes, adjustments, unknown, notCodes } = scan;
  return {
    problem: null,
    groups: [...groups],
    codes: [...codes],
    adjustments,
    unknown: [...unknown],
    notCodes: [...notCodes],
  };
}

function readNext(scan: Scan): boolean {
  const glued = scan.at > 0 && /[A-Z0-9]/.test(scan.text[scan.at - 1] ?? '');
  if (!glued && readOtherSegment(scan)) return true;
  if ((!glued || scan.text[scan.at] === '$') && readFigure(scan)) return true;
  if (!glued && readAdjustments(scan)) return true;
  return readLetters(scan) || readDigits(scan, glued);
}

/** What stands at this place, and goes on behind it. */
function take(scan: Scan, pattern: RegExp): string | null {
  pattern.lastIndex = scan.at;
  const found = pattern.exec(scan.text)?.[0] ?? null;
  if (found !== null) scan.at += found.length;
  return found;
}

/** Letters that no number followed: no code on file. */
function dropLetters(scan: Scan): void {
  if (scan.letters !== '') scan.unknown.add(scan.letters);
  scan.letters = '';
}

function add(scan: Scan, name: string, sum: string | null = null): void {
  const found = codesByName.get(name);
  if (!found) {
    scan.unknown.add(name);
    return;
  }
  const { group, adjustments } = scan;
  const isTold = adjustments.some((each) => each.group === group && each.code === name && each.amount === sum);
  scan.codes.add(found);
  if (found.kind === 'CARC' && !isTold) adjustments.push({ group, code: name, amount: sum });
  scan.group = null;
}

function readOtherSegment(scan: Scan): boolean {
  const segment = take(scan, otherSegment);
  if (segment === null) return false;
  dropLetters(scan);
  if (!segment.startsWith('M')) scan.notCodes.add(segment.slice(0, segment.indexOf('*')));
  else for (const remark of segment.match(/(?<=\*)(?:MA|M|N)\d+(?=\*|$)/g) ?? []) add(scan, remark);
  return true;
}

/** A date or an amount. */
function readFigure(scan: Scan): boolean {
  const figure = take(scan, date) ?? take(scan, dateInWords) ?? take(scan, amount);
  if (figure === null) return false;
  dropLetters(scan);
  scan.notCodes.add(figure.trim());
  return true;
}

/** The segment CAS of an 835: its group, then reason, amount and quantity, up to six times. Stops where it is none. */
function readAdjustments(scan: Scan): boolean {
  const begun = take(scan, casGroup);
  if (begun === null) return false;
  dropLetters(scan);
  const group = begun.slice(0, 2) as GroupCode;
  scan.group = group;
  scan.groups.add(group);
  while (scan.at < scan.text.length) {
    const reason = take(scan, casReason);
    if (reason === null) return true;
    const sum = take(scan, casAmount)?.slice(1) ?? null;
    scan.group = group;
    add(scan, withoutZeros(reason), sum);
    if (sum === null) return true;
    take(scan, casQuantity);
    if (take(scan, casNext) === null) return true;
  }
  return true;
}

function readLetters(scan: Scan): boolean {
  const run = take(scan, word);
  if (run === null) return false;
  dropLetters(scan);
  const bare = run.replace(/^(?:CARC|RARC)(?=.)/, '');
  const [head, rest] = [bare.slice(0, 2), bare.slice(2)];
  if (isGroup(head) && (rest === '' || (/^(?:[A-Z]|MA)$/.test(rest) && /\d/.test(scan.text[scan.at] ?? '')))) {
    scan.group = head;
    scan.groups.add(head);
    scan.letters = rest;
    scan.before = '';
    return true;
  }
  const isAround = wordsAround.includes(bare) || countedWords.includes(bare);
  if (!isAround) scan.letters = bare;
  scan.before = isAround ? bare : '';
  return true;
}

function readDigits(scan: Scan, glued: boolean): boolean {
  const digits = take(scan, number);
  if (digits === null) return false;
  const { letters, before, group } = scan;
  // A remark code begins with a letter: a bare number behind RARC is none, whatever reason has that number.
  const remark = remarkWords.includes(before);
  const joined = letters + digits;
  const isOfCode = (glued && letters.length <= 2) || remarkLetters.includes(letters) || codesByName.has(joined);
  const belongs = letters !== '' && isOfCode;
  const countsNext = !belongs && group === null && before === '';
  const isCounted = countedWords.includes(before) || (countsNext && take(scan, countedThing) !== null);
  if (!belongs) dropLetters(scan);
  const name = belongs ? joined : remark ? `RARC ${digits}` : withoutZeros(digits);
  scan.letters = '';
  scan.before = '';
  if (isCounted && !belongs) scan.notCodes.add(digits);
  else add(scan, name);
  return true;
}

const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

/** Codes that are not on file, and whose meaning public lists have wrong: row 8 lists. */
const misprinted = ['290', '291', '293'];

/** What is said of codes that are not on file. */
export function notOnFile(unknown: readonly string[]): string {
  const one = unknown.length === 1;
  const wrong = unknown.filter((code) => misprinted.includes(code));
  return [
    `${unknown.join(', ')} ${one ? 'is' : 'are'} not on file here.`,
    `The list read is of June 2024. Look ${one ? 'it' : 'them'} up in X12’s own code lists (x12.org), or ask the ` +
      'payer.',
    ...(wrong.length > 0 ? [`Some other public lists have a wrong text for ${wrong.join(', ')}.`] : []),
  ].join(' ');
}

/** "CO 45, amount 100; PR 1": what was read, where there is more than a code to say. */
export function readAs({ adjustments, notCodes }: RemittanceReading): string {
  const told = adjustments.map(
    ({ group, code, amount: sum }) => `${group ?? 'without group'} ${code}${sum === null ? '' : `, amount ${sum}`}`,
  );
  return [told.join('; '), ...(notCodes.length > 0 ? [`not read as codes: ${notCodes.join(', ')}`] : [])]
    .filter((each) => each !== '')
    .join('; ');
}
