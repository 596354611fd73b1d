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
const wordsAround = [...remarkWords, 'CARC', 'REASON', 'ADJUSTMENT', 'ADJ', 'CODE', 'CODES', 'GROUP', 'AND', 'WITH', 'CAS', 'LQ', 'HE', 'MOA', 'MIA'];
/** What a number behind these words counts is no code. */
const countedWords = ['LINE', 'LN', 'ITEM', 'UNIT', 'UNITS', 'QTY', 'CLAIM', 'PAGE', 'DAYS'];
/** A word before which a number counts something, and is no code. */
const countedThing = /\s{0,3}(?:UNITS?|DAYS?|LINES?|MG|MCG|ML|VIALS?)(?![A-Z0-9])/y;
/** Letters that a code begins with; they belong to the digits behind them whatever stands between. */
const remarkLetters = ['M', 'MA', 'N'];

const date = /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)|\d{4}-\d{1,2}-\d{1,2}(?!\d)|(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])\/\d{2}(?![\d/])|(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])-\d{2}(?![\dA-Z-])/y;
const month = 'J(?:AN|UN|UL)[A-Z]{0,6}|FEB[A-Z]{0,5}|MA(?:R|RCH|Y)|A(?:PR|UG)[A-Z]{0,5}|(?:SEP|OCT|NOV|DEC)[A-Z]{0,6}';
const dateInWords = new RegExp(`(?:${month})\\.? \\d{1,2},? (?:\\d{4}|\\d{2})(?![\\dA-Z])|\\d{1,2} (?:${month})\\.?,? (?:\\d{4}|\\d{2})(?![\\dA-Z])`, 'y');
const amount = /\$ ?-?[\d,]*\.?\d+|-?(?:\d{1,3}(?:,\d{3})+|\d+)?\.\d{1,2}(?![\dA-Z])/y;
const casGroup = /(CO|CR|OA|PI|PR)\*/y;
/** Segments of an 835 that hold amounts, units and numbers, and no code; of MOA and MIA only the remarks are codes. */
const otherSegment = /(?:CLP|SVC|BPR|TRN|AMT|QTY|DTM|REF|NM1|PLB|TS3|LX|MOA|MIA)\*[^~\n]*/y;
const word = /[A-Z]+/y;
const number = /\d+/y;

/**
 * Reads “CO-197”, “PR 50”, “CARC 16”, “n822”, “16/N822”, “RUC CO4”, “CO*45*100” and the like, several at once. A code that
 * is not on file is told, never guessed. Goes over the text once.
 */
export function readRemittanceCode(typed: string): RemittanceReading {
  if (typed.length > mostTyped) {
    return { problem: `Enter at most ${mostTyped} characters: the codes of one line`, groups: [], codes: [], adjustments: [], unknown: [], notCodes: [] };
  }
  const text = asciiUpper(typed.normalize('NFKC')).replace(/[\p{Pd}\u2212\u00AD]/gu, '-');
  const groups = new Set<GroupCode>();
  const codes = new Set<RemittanceCode>();
  const adjustments: Adjustment[] = [];
  const unknown = new Set<string>();
  const notCodes = new Set<string>();

  let at = 0;
  /** What stands at this place, and goes on behind it. */
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  /** The group that the next reason belongs to, the letters that the next number belongs to, and the word before it. */
  let group: GroupCode | null = null;
  let letters = '';
  let before = '';

  const add = (name: string, sum: string | null = null): void => {
    const found = codesByName.get(name);
    if (!found) {
      unknown.add(name);
      return;
    }
    codes.add(found);
    if (found.kind === 'CARC' && !adjustments.some((each) => each.group === group && each.code === name && each.amount === sum)) adjustments.push({ group, code: name, amount: sum });
    group = null;
  };
  const drop = (): void => {
    if (letters !== '') unknown.add(letters);
    letters = '';
  };

  while (at < text.length) {
    const glued = at > 0 && /[A-Z0-9]/.test(text[at - 1] ?? '');
    const segment = glued ? null : take(otherSegment);
    if (segment) {
      drop();
      if (segment.startsWith('M')) for (const remark of segment.match(/(?<=\*)(?:MA|M|N)\d+(?=\*|$)/g) ?? []) add(remark);
      else notCodes.add(segment.slice(0, segment.indexOf('*')));
      continue;
    }
    const told = !glued || text[at] === '$' ? (take(date) ?? take(dateInWords) ?? take(amount)) : null;
    if (told) {
      drop();
      notCodes.add(told.trim());
      continue;
    }
    const cas = glued ? null : take(casGroup);
    if (cas) {
      drop();
      group = cas.slice(0, 2) as GroupCode;
      groups.add(group);
      readSegment(group);
      continue;
    }
    const run = take(word);
    if (run !== null) {
      drop();
      readLetters(run);
      continue;
    }
    const digits = take(number);
    if (digits !== null) {
      readDigits(digits, glued);
      continue;
    }
    at += 1;
  }
  drop();
  return { problem: null, groups: [...groups], codes: [...codes], adjustments, unknown: [...unknown], notCodes: [...notCodes] };

  function readLetters(run: string): void {
    const bare = run.replace(/^(?:CARC|RARC)(?=.)/, '');
    const [head, rest] = [bare.slice(0, 2), bare.slice(2)];
    if (isGroup(head) && (rest === '' || (/^(?:[A-Z]|MA)$/.test(rest) && /\d/.test(text[at] ?? '')))) {
      group = head;
      groups.add(head);
      letters = rest;
      before = '';
      return;
    }
    if (wordsAround.includes(bare) || countedWords.includes(bare)) before = bare;
    else {
      letters = bare;
      before = '';
    }
  }

  function readDigits(digits: string, glued: boolean): void {
    // A remark code begins with a letter: a bare number behind RARC is none, whatever reason has that number.
    const remark = remarkWords.includes(before);
    const joined = letters + digits;
    const belongs = letters !== '' && ((glued && letters.length <= 2) || remarkLetters.includes(letters) || codesByName.has(joined));
    const isCounted = countedWords.includes(before) || (!belongs && group === null && before === '' && take(countedThing) !== null);
    if (!belongs) drop();
    const name = belongs ? joined : remark ? `RARC ${digits}` : withoutZeros(digits);
    [letters, before] = ['', ''];
    if (isCounted && !belongs) notCodes.add(digits);
    else add(name);
  }

  /** The segment CAS of an 835 behind its group: reason, amount and quantity, up to six times. Stops where it is none. */
  function readSegment(of: GroupCode): void {
    while (at < text.length) {
      const reason = take(/[A-Z]{0,2}\d{1,4}(?![A-Z0-9.])/y);
      if (reason === null) return;
      const sum = take(/\*-?(?:\d+\.?\d*|\.\d+)(?![A-Z0-9])/y)?.slice(1) ?? null;
      group = of;
      add(withoutZeros(reason), sum);
      if (sum === null) return;
      take(/\*(?:\d+\.?\d*)?(?![A-Z0-9.])/y);
      if (take(/\*(?=[A-Z]{0,2}\d{1,4}\*)/y) === null) return;
    }
  }
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
    `The list read is of June 2024. Look ${one ? 'it' : 'them'} up in X12’s own code lists (x12.org), or ask the payer.`,
    ...(wrong.length > 0 ? [`Some other public lists have a wrong text for ${wrong.join(', ')}.`] : []),
  ].join(' ');
}

/** "CO 45, amount 100; PR 1": what was read, where there is more than a code to say. */
export function readAs({ adjustments, notCodes }: RemittanceReading): string {
  const told = adjustments.map(({ group, code, amount: sum }) => `${group ?? 'without group'} ${code}${sum === null ? '' : `, amount ${sum}`}`);
  return [told.join('; '), ...(notCodes.length > 0 ? [`not read as codes: ${notCodes.join(', ')}`] : [])].filter((each) => each !== '').join('; ');
}
