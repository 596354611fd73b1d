import { unitsSum, noUnits } from '../engine/quantity';
import type { BilledLine } from './audit-line';
import type { Due, Question } from './audit-due';

/** A row whose billed line could be read; `due` is null where no claim could be made of the row’s facts. */
export type AuditEntry = { readonly billed: BilledLine; readonly due: Due | null };

/** Lines of one claim that stand: neither taken back nor replaced nor sent again. */
export type StandingClaim = {
  readonly number: string;
  readonly lines: readonly BilledLine[];
  readonly due: Due;
  readonly questions: readonly Question[];
};

/** The claims of one patient, day, payer and drug: `kept` is the one that is held against what was due. */
export type DayOfPatient = {
  readonly kept: StandingClaim;
  /** Paid beside it. */
  readonly surplus: readonly StandingClaim[];
  /** Numbers of the claims that `kept` was put together from, where one day’s lines stand on several. */
  readonly spread: readonly string[];
};

export type Netted = {
  readonly days: readonly DayOfPatient[];
  /** Rows that a reversal takes back, the reversals, and claims that were replaced or sent again. */
  readonly netted: number;
  /** Rows without facts of their own whose claim has none elsewhere. */
  readonly loose: readonly BilledLine[];
};

type OpenClaim = {
  readonly number: string;
  readonly due: Due;
  lines: readonly BilledLine[];
  reversals: readonly BilledLine[];
  questions: readonly Question[];
};

const entriesAtOnce = 256;

/**
 * Puts lines together by claim and by day, takes off what was taken back, replaced or sent again; linear. `progress`
 * makes of the entries done what is said meanwhile.
 */
export function* netted<Said>(
  entries: readonly AuditEntry[],
  progress: (done: number) => Said,
): Generator<Said, Netted> {
  const { ofPatients, loose } = yield* claimsOf(entries, progress);
  const days: DayOfPatient[] = [];
  let count = 0;
  for (const claims of ofPatients.values()) {
    for (const group of claims.length === 1 ? [claims] : byPayerAndDrug(claims)) {
      const left = standingIn(group);
      count += left.netted;
      if (left.day) days.push(left.day);
    }
  }
  return { days, netted: count, loose };
}

const isSameGroup = (one: Due, other: Due): boolean => one.payerName === other.payerName && one.code === other.code;

/** The few claims of one patient and day, those of each payer and drug apart. */
function byPayerAndDrug(claims: readonly OpenClaim[]): readonly OpenClaim[][] {
  const groups: OpenClaim[][] = [];
  for (const claim of claims) {
    const group = groups.find(([first]) => first && isSameGroup(first.due, claim.due));
    if (group) group.push(claim);
    else groups.push([claim]);
  }
  return groups;
}

/** The claims of each patient and day: lines of one number, or without one of one payer and drug. */
function* claimsOf<Said>(entries: readonly AuditEntry[], progress: (done: number) => Said) {
  const ofPatients = new Map<string, OpenClaim[]>();
  const bare: BilledLine[] = [];
  for (const [done, { billed, due }] of entries.entries()) {
    if (done % entriesAtOnce === 0) yield progress(done);
    if (!due) {
      bare.push(billed);
      continue;
    }
    const { patient, claimNumber, line } = billed;
    const key = `${patient === '' ? `\n${claimNumber || line}` : patient.toLowerCase()}\n${due.day}`;
    const claims = ofPatients.get(key);
    if (!claims) {
      ofPatients.set(key, [withLine(newClaim(claimNumber, due), billed)]);
      continue;
    }
    const found = claims.find((claim) => isItsLine(claim, billed, due));
    const claim = found ?? newClaim(claimNumber, due);
    if (!found) claims.push(claim);
    else if (claim.questions.length === 0 && !isSameDue(claim.due, due)) claim.questions = [rowsDiffer];
    withLine(claim, billed);
  }
  return { ofPatients, loose: bare.length === 0 ? bare : withoutFacts(bare, ofPatients) };
}

const none: readonly never[] = [];
const newClaim = (number: string, due: Due): OpenClaim => ({
  number,
  due,
  lines: none,
  reversals: none,
  questions: none,
});

/**
 * Two drugs of one claim are held apart, each against its own dose. Without a number the same line once more is another
 * claim.
 */
const isItsLine = ({ number, due: own, lines }: OpenClaim, billed: BilledLine, due: Due): boolean =>
  number === billed.claimNumber &&
  isSameGroup(own, due) &&
  (number !== '' || billed.isReversal || !lines.some((each) => isSameLine(each, billed)));

/**
 * Rows without facts of their own join the one claim of their number and patient, else what is known of their patient
 * and day: a reversal takes back, another number is another claim of that day. The others are given back.
 */
function withoutFacts(bare: readonly BilledLine[], ofPatients: Map<string, OpenClaim[]>): readonly BilledLine[] {
  const byNumber = new Map<string, OpenClaim | null>();
  const keyOf = (number: string, patient: string) => `${number}\n${patient.toLowerCase()}`;
  for (const claims of ofPatients.values())
    for (const claim of claims) {
      const patient = (claim.lines[0] ?? claim.reversals[0])?.patient ?? '';
      const key = keyOf(claim.number, patient);
      if (claim.number !== '') byNumber.set(key, byNumber.has(key) ? null : claim);
    }
  return bare.filter((billed) => {
    const { patient, claimNumber, day } = billed;
    const ofNumber = byNumber.get(keyOf(claimNumber, patient));
    const ofDay = patient !== '' && day ? ofPatients.get(`${patient.toLowerCase()}\n${day}`) : undefined;
    if (ofNumber) withLine(ofNumber, billed);
    else if (ofDay) joinDay(ofDay, billed);
    return !ofNumber && !ofDay;
  });
}

function joinDay(claims: OpenClaim[], billed: BilledLine): void {
  const [first] = claims;
  const own = claims.find(({ number }) => number === billed.claimNumber);
  const like = claims.find(({ lines }) => lines.some((line) => isSameLine(line, billed)));
  if (!first) return;
  if (billed.isReversal) withLine(own ?? like ?? first, billed);
  else if (own && billed.claimNumber !== '') withLine(own, billed);
  else if (own && own !== like) withLine(own, billed);
  else claims.push(withLine(newClaim(billed.claimNumber, first.due), billed));
}

function withLine(claim: OpenClaim, billed: BilledLine): OpenClaim {
  if (billed.isReversal) claim.reversals = [...claim.reversals, billed];
  else claim.lines = [...claim.lines, billed];
  return claim;
}

const isSameLine = (one: BilledLine, other: BilledLine): boolean =>
  one.code === other.code && one.units.units === other.units.units && one.modifiers.join() === other.modifiers.join();

const isSameDue = (one: Due, other: Due): boolean =>
  one === other ||
  (one.given.units === other.given.units &&
    one.discarded.units === other.discarded.units &&
    one.code === other.code &&
    one.labeled?.units === other.labeled?.units);

const rowsDiffer: Question = {
  kind: 'rows-differ',
  says: 'The rows of this claim tell different doses.',
  rows: ['5 same claim'],
};
const reversalAlone: Question = {
  kind: 'reversal-alone',
  says: 'A row takes back a line that is not in the file.',
  rows: ['8 texts'],
};
const paymentNotTold: Question = {
  kind: 'payment-not-told',
  says: 'Two claims of this day are in the file. Whether both were paid is not told.',
  rows: ['8 reopening'],
};

type Left = { readonly day: DayOfPatient | null; readonly netted: number };

function standingIn(group: OpenClaim[]): Left {
  const [only] = group;
  if (only && group.length === 1 && only.reversals.length === 0) {
    const all = only.lines.length;
    only.lines = withoutDenied(only);
    return { day: { kept: only, surplus: none, spread: none }, netted: all - only.lines.length };
  }
  const rows = group.reduce((sum, { lines, reversals }) => sum + lines.length + reversals.length, 0);
  const alone = takeBack(group);
  for (const claim of group) claim.lines = withoutDenied(claim);
  const claims = withoutSentAgain(withoutReplaced(group.filter(({ lines }) => lines.length > 0)));
  const day = withQuestions(dayOf(claims), group);
  const left = claims.reduce((sum, { lines }) => sum + lines.length, 0);
  if (alone === 0 || day) return { day, netted: rows - left - alone };
  const [first] = group;
  return { day: first ? { kept: { ...first, lines: first.reversals }, surplus: [], spread: [] } : null, netted: 0 };
}

/** A claim that replaces another takes it off: the one that it names, else the only other one of the day. */
function withoutReplaced(claims: readonly OpenClaim[]): readonly OpenClaim[] {
  const replacing = claims.filter(({ lines }) => lines.some((line) => line.replaces));
  if (replacing.length === 0) return claims;
  const named = new Set(replacing.flatMap(({ lines }) => lines.map(({ original }) => original)));
  const left = claims.filter(({ number }) => number === '' || !named.has(number));
  const [only] = replacing;
  return left.length === claims.length && claims.length === 2 && only && replacing.length === 1 ? [only] : left;
}

/** Lines of one claim number that were denied stand beside those that were paid when it was sent again. */
function withoutDenied({ lines, due }: OpenClaim): readonly BilledLine[] {
  if (lines.length < 2 || unitsOf(lines) <= due.given.units + due.wasted.units) return lines;
  const paid = lines.filter((line) => paymentOf([line]) !== 'nothing');
  return paid.length > 0 ? paid : lines;
}

/** What is open of any claim of the day is open of the one that stands for it. */
function withQuestions(day: DayOfPatient | null, group: readonly OpenClaim[]): DayOfPatient | null {
  const questions = group.flatMap((each) => each.questions);
  if (!day || questions.length === 0) return day;
  return { ...day, kept: { ...day.kept, questions: [...day.kept.questions, ...questions] } };
}

/** Takes each line off that a reversal takes back; says how many reversals found none, and leaves a question there. */
function takeBack(group: readonly OpenClaim[]): number {
  let alone = 0;
  for (const claim of group) {
    for (const reversal of claim.reversals) {
      const isNamed = ({ number }: OpenClaim) => number !== '' && number === reversal.original;
      const order = [claim, ...group.filter(isNamed), ...group];
      const from = order.find(({ lines }) => lines.some((line) => isSameLine(line, reversal)));
      if (from)
        from.lines = from.lines.filter((line) => line !== from.lines.find((each) => isSameLine(each, reversal)));
      else {
        alone += 1;
        claim.questions = [...claim.questions, reversalAlone];
      }
    }
  }
  return alone;
}

type Payment = 'nothing' | 'paid' | 'not-told';

/** What was paid on lines together; not told while one of them does not tell. */
export function paymentOf(lines: readonly BilledLine[]): Payment {
  if (lines.some(({ paid }) => paid !== null && paid.tenthsOfCent > 0)) return 'paid';
  return lines.every(({ paid }) => paid !== null) ? 'nothing' : 'not-told';
}

/** Of several claims of a day those that paid nothing were sent again, all but the last where none paid. */
function withoutSentAgain(claims: readonly OpenClaim[]): readonly OpenClaim[] {
  if (claims.length < 2) return claims;
  const others = claims.filter(({ lines }) => paymentOf(lines) !== 'nothing');
  return others.length > 0 ? others : claims.slice(-1);
}

const unitsOf = (lines: readonly BilledLine[]) => lines.reduce((sum, { units }) => unitsSum(sum, units), noUnits).units;

function dayOf(claims: readonly OpenClaim[]): DayOfPatient | null {
  const [first, ...others] = claims;
  if (!first) return null;
  if (others.length === 0) return { kept: { ...first, questions: [] }, surplus: [], spread: [] };
  const due = first.due.given.units + first.due.wasted.units;
  const all = claims.flatMap(({ lines }) => lines);
  if (unitsOf(all) <= due) {
    const numbers = [...new Set(claims.map(({ number }) => number))].filter((number) => number !== '');
    return { kept: { ...first, lines: all, questions: [] }, surplus: [], spread: numbers.length > 1 ? numbers : [] };
  }
  if (claims.some(({ lines }) => paymentOf(lines) === 'not-told'))
    return { kept: { ...first, lines: all, questions: [paymentNotTold] }, surplus: [], spread: [] };
  const found = claims.find(({ lines }) => unitsOf(lines) === due) ?? first;
  return { kept: { ...found, questions: [] }, surplus: claims.filter((each) => each !== found), spread: [] };
}
