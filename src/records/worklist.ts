import type { WorksheetText } from '../answers/worksheet-text';
import { daysAfter, daysBetween, formatDate, formatDays, type IsoDate } from '../engine/dated';
import { linesOf } from '../engine/claim-lines';
import { paymentRows, soundPayment } from '../engine/first-payer';
import type { PaymentText } from '../engine/payment-text';
import type { PreparedClaim, Status } from '../engine/prepared-claim';
import { formatMoney, isMoreMoney, moneyLeft, noMoney, sumOfMoney, type Money } from '../engine/quantity';
import { inWords } from '../engine/typed';
import { answeredParts, askWords, type AnsweredPart, type PartAsk } from '../remittance/answered-parts';
import { isCorrectedAmong, noticeOf, ofLastPayer, standingAnswers, type Answer } from '../remittance/answers';
import { compareDeadlines, deadlineOf, firstOpen, type Deadline, type Timed } from '../remittance/deadlines';
import { answersIn } from '../remittance/kept-answers';
import { letterAbout } from '../remittance/kept-letters';
import { lettersFor, togetherInLetters } from '../remittance/letter';
import { nextStepsOf, nextStepWords, type Ask } from '../remittance/next-steps';
import { shareOf, type Share } from '../remittance/outcome';
import { emptyClaim } from '../remittance/read-835';
import { wayOf } from '../rules/denial-on-claim';
import { readRemittanceCode } from '../rules/read-remittance';
import { cameBackShort } from './came-back';
import type { Course } from './course';
import { tellingCodes } from './telling-codes';

/**
 * What a claim waits for: to be sent; for its answer, which may be late; or for what its answer asks. What waits for
 * the payer is no work until it is late.
 */
export type ToDoKind = 'send' | 'wait' | 'late' | 'answered';

export type ToDo = {
  readonly kind: ToDoKind;
  /** What to do, in a sentence. */
  readonly says: string;
  /** The money that hangs on it, in tenths of a cent; null where it is not known. */
  readonly atStake: Money | null;
  /** By when; null where nothing of it runs out. */
  readonly deadline: Deadline | null;
};

/** A kept claim, with what was read of it, and what other kept claims are of it. */
export type Worked = {
  readonly record: WorksheetText;
  readonly claim: PreparedClaim | null;
  readonly on: IsoDate | null;
  readonly course: Course;
  /** Whether the claim to the next payer was made. */
  readonly hasNext: boolean;
};

/** Whether it is work for today, and not the payer’s. */
export const isWork = ({ kind }: ToDo): boolean => kind !== 'wait';

/** What is to be done about a claim as of `today`; null where nothing is, as far as it was told. */
export function toDoOf(worked: Worked, today: IsoDate): ToDo | null {
  const { record, course } = worked;
  const answers = answersIn(record);
  if (isSettled(course, answers)) return null;
  if (answers.length > 0) return answeredToDo(worked, answers, today);
  if (course.cameBackOn || course.paid || cameBackShort(record, course)) return typedToDo(worked, today);
  return course.sentOn ? waitingToDo(worked, course.sentOn, today) : sendToDo(worked, today);
}

/** What came back after it was settled is not settled, nor is what never left. */
function isSettled({ settledOn, sentOn, cameBackOn, problems }: Course, answers: readonly Answer[]): boolean {
  if (!settledOn || problems.settledOn || !(sentOn || cameBackOn || answers.length > 0)) return false;
  return [cameBackOn, ...answers.map(noticeOf)].every((day) => day === null || day <= settledOn);
}

const noCodes = readRemittanceCode('');
/** By when something must be there, by the payer of the claim; null where no claim tells it. */
function limitOf({ claim, on, course }: Worked, timed: Timed, today: IsoDate): Deadline | null {
  if (!claim) return null;
  return deadlineOf(timed, wayOf(noCodes, claim).id, { service: on, notice: course.cameBackOn, today }, claim);
}

const chargeOf = ({ claim }: Worked): Money | null => {
  if (!claim) return null;
  const { totalCharge, encounter } = claim;
  const { otherPayer } = encounter;
  return otherPayer.pays === 'before' ? leftBehind(otherPayer.payments, claim) : totalCharge;
};

/** What the payer before left to the patient, or to another payer; null where that is not known. */
function leftBehind(payments: readonly PaymentText[], claim: PreparedClaim): Money | null {
  const lines = linesOf(claim);
  const { rows } = paymentRows(payments, lines);
  const told = lines.map((line, place) => {
    const row = rows[place];
    const payment = row && soundPayment(row, line);
    if (!payment || 'because' in payment) return null;
    return sumOfMoney(payment.adjustments.filter((each) => isLeftToNext(shareOf(each))).map(({ amount }) => amount));
  });
  const known = told.filter((each) => each !== null);
  return known.length < told.length ? null : sumOfMoney(known);
}
const isLeftToNext = (share: Share): boolean => share === 'patient' || share === 'elsewhere';
/** What the claim to the next payer asks for; what this one may be asked again, as by an appeal, stays here. */
const isAskedOfNext = ({ share, kind }: Pick<PartAsk, 'share' | 'kind'>): boolean =>
  share === 'elsewhere' || (share === 'patient' && ['bill-patient', 'next-payer', 'wait'].includes(kind));

const sendWords: Readonly<Record<Status, string>> = {
  'on-hold': 'Settle what it is on hold for, and send it.',
  'fix-first': 'Mend it and send it.',
  review: 'Check it and send it.',
  ready: 'Send it.',
};

/** Who pays himself is billed by no limit, and a claim that voids another one asks for no money. */
function sendToDo(worked: Worked, today: IsoDate): ToDo {
  const { claim, record } = worked;
  const isSelfPay = claim?.encounter.payer === 'self-pay';
  return {
    kind: 'send',
    says: isSelfPay ? 'Bill the patient.' : claim ? sendWords[claim.status] : 'Finish it and send it.',
    atStake: record.frequency === '8' ? noMoney : chargeOf(worked),
    deadline: isSelfPay ? null : limitOf(worked, record.frequency === '1' ? 'new-claim' : 'corrected-claim', today),
  };
}

/** Sent, and no answer: late by the days that the profile of the payer tells, which no publisher does. */
function waitingToDo(worked: Worked, sentOn: IsoDate, today: IsoDate): ToDo {
  const days = worked.claim?.encounter.profile?.answerDays ?? null;
  const ago = daysBetween(sentOn, today);
  const since = ago === 0 ? 'Sent today.' : `Sent ${formatDays(ago)} ago, and no answer.`;
  const expected = days === null ? null : (daysAfter(sentOn, days) ?? null);
  const isLate = expected !== null && today > expected;
  const says =
    expected === null
      ? `${since} How long this payer takes is not told in its profile.`
      : isLate
        ? `${since} It was expected by ${formatDate(expected)}. Ask the payer.`
        : `${since} It is expected by ${formatDate(expected)}.`;
  return { kind: isLate ? 'late' : 'wait', says, atStake: chargeOf(worked), deadline: null };
}

/** What was typed of an answer: its codes ask for what those of a remittance do. */
function typedToDo(worked: Worked, today: IsoDate): ToDo | null {
  const { record, course, claim } = worked;
  const { paid, allowed, patientOwes } = course;
  const short = cameBackShort(record, course);
  if (short) {
    const told = sumOfMoney([paid ?? noMoney, patientOwes ?? noMoney]);
    const asks = claim && tellingCodes(record.remittanceCode).length > 0 ? typedAsks(worked, claim, today) : null;
    const [ask] = asks ?? [];
    if (asks && !ask) return null;
    const outcome = short.kind === 'denied' ? 'Denied' : 'Paid short';
    return {
      kind: ask?.step.kind === 'wait' ? 'wait' : 'answered',
      says: ask ? `${outcome}. ${nextStepWords[ask.step.kind]}.` : `${outcome}: ask the payer why.`,
      atStake: allowed ? moneyLeft(allowed, told) : isMoreMoney(told, noMoney) ? null : chargeOf(worked),
      deadline: ask ? ask.step.deadline : limitOf(worked, 'appeal', today),
    };
  }
  if (!paid) return { kind: 'answered', says: 'Tell what was paid.', atStake: chargeOf(worked), deadline: null };
  if (!patientOwes || !isMoreMoney(patientOwes, noMoney) || worked.hasNext) return null;
  return { kind: 'answered', says: `${nextStepWords['bill-patient']}.`, atStake: patientOwes, deadline: null };
}

/** Stands for an amount that is above nothing and not told. */
const some: Money = { tenthsOfCent: 10 };

/** What the codes that were typed ask for, but for what the next payer is asked. */
function typedAsks({ record, course, hasNext }: Worked, own: PreparedClaim, today: IsoDate): readonly Ask[] {
  const { codes, adjustments } = readRemittanceCode(record.remittanceCode);
  const groups = new Map(adjustments.map(({ group, code }) => [code, group]));
  const judged = {
    charge: some,
    paid: course.paid ?? noMoney,
    adjustments: codes
      .filter(({ kind }) => kind === 'CARC')
      .map(({ code }) => ({ group: groups.get(code) ?? 'CO', reason: code, amount: some, quantity: '' })),
    remarks: codes.filter(({ kind }) => kind === 'RARC').map(({ code }) => code),
    holds: [],
  };
  const { asks } = nextStepsOf({
    judged,
    claim: emptyClaim(null),
    own,
    notice: course.cameBackOn,
    today,
    isCorrected: false,
  });
  const open = asks.filter(({ share, step }) => !(hasNext && isAskedOfNext({ share, kind: step.kind })));
  return [...open.filter(({ share }) => share !== 'patient'), ...open.filter(({ share }) => share === 'patient')];
}

type Open = PartAsk & {
  readonly name: string;
  /** Whether it is of the claim as a whole, and of no line. */
  readonly isWhole: boolean;
  /** When a letter about it was kept; blank where none was. */
  readonly letterOn: string;
};

/** What the answers that stand ask for: of all their lines the most urgent first, with the money of all of them. */
function answeredToDo(worked: Worked, answers: readonly Answer[], today: IsoDate): ToDo | null {
  const standing = standingAnswers(answers);
  const stand = standing.filter((each) => each.standing === 'stands').map(({ answer }) => answer);
  const last = ofLastPayer(stand);
  const open = standing
    .filter((each) => ['stands', 'reversal', 'reversal-alone'].includes(each.standing))
    .flatMap(({ answer }) => {
      const isCorrected = isCorrectedAmong(answer, standing);
      const parts = answeredParts(answer, worked.claim, { isCorrected, today, cameBackOn: worked.course.cameBackOn });
      // What one payer left is asked for where the next one answered, or by its claim.
      const hasNext = worked.hasNext || (stand.includes(answer) && !last.includes(answer));
      const letters = keptLetters(parts, answer, worked.record);
      return parts.flatMap((part) => openIn(part, letters.get(part) ?? '', hasNext));
    })
    .toSorted(mostUrgent);
  const [first] = open;
  if (!first) return null;
  // What does not add up as a whole is told of its lines again.
  const held = open.find(({ kind, isWhole }) => kind === 'hold' && isWhole);
  const counting = held ? [held] : open;
  const amounts = counting.flatMap(({ amount }) => amount ?? []);
  const alike = open.filter(({ kind }) => kind === first.kind);
  const others = [...new Set(open.map(({ kind }) => kind))].filter((kind) => kind !== first.kind);
  const more = others.length > 0 ? ` Also: ${others.map((kind) => askWords[kind]).join('; ')}.` : '';
  return {
    kind: open.every(({ kind }) => kind === 'wait') ? 'wait' : 'answered',
    says: `${askWords[first.kind]}: ${namesOf(alike)}.${lettersOf(alike)}${more}`,
    atStake: amounts.length < counting.length ? null : sumOfMoney(amounts),
    deadline: first.deadline,
  };
}

/** Each by its name, as many as a row has room for. */
function namesOf(alike: readonly Open[]): string {
  const names = [...new Set(alike.map(({ name }) => name))];
  return names.length - 1 > mostNamed ? `${names[0]} and ${names.length - 1} more` : inWords(names);
}
const mostNamed = 2;

/** When the letter was kept that speaks of them; or of which line, where it does not speak of all. */
function lettersOf(alike: readonly Open[]): string {
  const days = new Set(alike.map(({ letterOn }) => letterOn));
  const [day = ''] = days;
  if (days.size === 1) return day === '' ? '' : ` Its letter was kept on ${day}.`;
  return alike
    .filter(({ letterOn }) => letterOn !== '')
    .map(({ name, letterOn }) => ` The letter about ${name} was kept on ${letterOn}.`)
    .join('');
}

/** When a letter about each part was kept, by whichever way: a reopening may be asked for instead of an appeal. */
function keptLetters(
  parts: readonly AnsweredPart[],
  answer: Answer,
  { letters }: WorksheetText,
): ReadonlyMap<AnsweredPart, string> {
  if (letters.length === 0) return new Map();
  return new Map(
    togetherInLetters(parts).flatMap(({ name, parts: alike }) => {
      const abouts = lettersFor(alike[0].next).kinds.map((kind) => letterAbout(answer, name, kind));
      const keptOn = letters.find(({ about }) => abouts.includes(about))?.keptOn ?? '';
      return alike.map((part) => [part, keptOn] as const);
    }),
  );
}

/** What each amount of a line asks for; nothing of what is asked for by a claim that was made. */
const openIn = ({ name, line, asks }: AnsweredPart, letterOn: string, hasNext: boolean): readonly Open[] =>
  asks
    .filter((ask) => !(hasNext && isAskedOfNext(ask)))
    .map((ask) => ({ ...ask, name, isWhole: line === null, letterOn }));

/** By the day that runs out first, then by the money; what waits for the payer last. */
function mostUrgent(one: Open, other: Open): number {
  const waits = Number(one.kind === 'wait') - Number(other.kind === 'wait');
  const money = (other.amount?.tenthsOfCent ?? 0) - (one.amount?.tenthsOfCent ?? 0);
  return waits || compareDeadlines(one.deadline, other.deadline) || money;
}

/** Days to the last one from which on it is told apart: row 8 filing near. */
const soonDays = 30;
export const isSoon = ({ deadline }: ToDo): boolean => (deadline?.left ?? Infinity) <= soonDays;

/**
 * What work is sorted by: first what runs out soon, then what nobody knows the last day of, then the rest by its day.
 * Null for what waits for the payer.
 */
export function urgencyOf(toDo: ToDo): string | null {
  if (!isWork(toDo)) return null;
  const last = toDo.deadline?.last ?? '';
  return `${isSoon(toDo) ? 1 : last === '' ? 2 : 3} ${last}`.trim();
}

/** "By 11/28/2027, 365 days left."; that it has run out; blank where no day is known. */
export function byWhen({ deadline }: ToDo): string {
  if (!deadline?.last || deadline.left === null) return '';
  const { last, left } = deadline;
  return left < 0 ? `It ran out on ${formatDate(last)}.` : `By ${formatDate(last)}, ${formatDays(left)} left.`;
}

/** How many rows wait for somebody, the money of those whose money is known, and the first day that runs out. */
export type Worklist = {
  readonly count: number;
  /** Of how many nobody knows until when. */
  readonly undated: number;
  readonly atStake: Money;
  readonly unknown: number;
  readonly first: Deadline | null;
};

export function worklistOf(all: readonly ToDo[]): Worklist {
  const work = all.filter(isWork);
  return {
    count: work.length,
    undated: work.filter(({ deadline }) => !deadline?.last).length,
    atStake: sumOfMoney(work.flatMap(({ atStake }) => atStake ?? [])),
    unknown: work.filter(({ atStake }) => atStake === null).length,
    first: firstOpen(work.map(({ deadline }) => deadline)),
  };
}

/** "12 to do, $4,300.00 at stake; the first by 12/01/2026, 3 days left." */
export function worklistSays({ count, undated, atStake, unknown, first }: Worklist): string {
  if (count === 0) return 'Nothing to do, as far as it was told.';
  const money = isMoreMoney(atStake, noMoney) ? `, ${formatMoney(atStake)} at stake` : '';
  const more = unknown === 0 ? '' : `${money === '' ? ', money' : ', and more'} not known of ${unknown}`;
  const day = first?.last
    ? ` The first must be there by ${formatDate(first.last)}, ${formatDays(first.left ?? 0)} left.${
        undated > 0 ? ` Of ${undated} no last day is known.` : ''
      }`
    : '';
  return `${count} to do${money}${more}.${day}`;
}
