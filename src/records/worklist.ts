import type { WorksheetText } from '../answers/worksheet-text';
import { daysAfter, daysBetween, formatDate, formatDays, type IsoDate } from '../engine/dated';
import { linesOf } from '../engine/claim-lines';
import { paymentRows, soundPayment, type Adjustment } from '../engine/first-payer';
import type { PaymentText } from '../engine/payment-text';
import type { PreparedClaim, Status } from '../engine/prepared-claim';
import { formatMoney, isMoreMoney, moneyLeft, noMoney, sumOfMoney, type Money } from '../engine/quantity';
import { counted, inWords } from '../engine/typed';
import { answeredParts, type AnsweredPart } from '../remittance/answered-parts';
import { isSamePayer, noticeOf, standingAnswers, type Answer, type StandingAnswer } from '../remittance/answers';
import { deadlineOf, type Deadline, type Timed } from '../remittance/deadlines';
import { tooLittleOf } from '../remittance/expected';
import { answersIn } from '../remittance/kept-answers';
import { letterAbout } from '../remittance/kept-letters';
import { lettersFor, togetherInLetters } from '../remittance/letter';
import { nextStepWords, type NextStep, type StepKind } from '../remittance/next-steps';
import { stillOpen } from '../remittance/outcome';
import { wayOf } from '../rules/denial-on-claim';
import { readRemittanceCode } from '../rules/read-remittance';
import { cameBackShort } from './came-back';
import type { Course } from './course';

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
  const { settledOn } = course;
  // What came back after it was settled is not settled.
  if (settledOn && answers.every((each) => (noticeOf(each) ?? settledOn) <= settledOn)) return null;
  if (answers.length > 0) return answeredToDo(worked, answers, today);
  if (course.cameBackOn || course.paid) return typedToDo(worked, today);
  return course.sentOn ? waitingToDo(worked, course.sentOn, today) : sendToDo(worked, today);
}

const noCodes = readRemittanceCode('');
/** By when something must be there, by the payer of the claim; null where no claim tells it. */
function limitOf({ claim, on, record, course }: Worked, timed: Timed | null, today: IsoDate): Deadline | null {
  if (!claim) return null;
  const reading = course.cameBackOn ? readRemittanceCode(record.remittanceCode) : noCodes;
  const way = wayOf(reading, claim);
  const meant = timed ?? (way.id === 'returned' ? 'new-claim' : way.appeals ? 'appeal' : 'corrected-claim');
  return deadlineOf(meant, way.id, { service: on, notice: course.cameBackOn, today }, claim);
}

const chargeOf = ({ claim }: Worked): Money | null => {
  if (!claim) return null;
  const { totalCharge, encounter } = claim;
  const { otherPayer } = encounter;
  return otherPayer.pays === 'before' ? leftBehind(otherPayer.payments, claim) : totalCharge;
};

/** What the payer before neither paid nor wrote off; null where that is not known. */
function leftBehind(payments: readonly PaymentText[], claim: PreparedClaim): Money | null {
  const lines = linesOf(claim);
  const { rows } = paymentRows(payments, lines);
  const told = lines.map((line, place) => {
    const row = rows[place];
    const payment = row && soundPayment(row, line);
    if (!payment || 'because' in payment || !line.charge) return null;
    const isWrittenOff = ({ group, reason }: Adjustment): boolean =>
      group === 'CO' && (reason === '45' || reason === '253');
    const off = payment.adjustments.filter(isWrittenOff).map(({ amount }) => amount);
    return moneyLeft(line.charge, sumOfMoney([payment.paid, ...off]));
  });
  const known = told.filter((each) => each !== null);
  return known.length < told.length ? null : sumOfMoney(known);
}

const sendWords: Readonly<Record<Status, string>> = {
  'on-hold': 'Settle what it is on hold for, and send it.',
  'fix-first': 'Mend it and send it.',
  review: 'Check it and send it.',
  ready: 'Send it.',
};

const sendToDo = (worked: Worked, today: IsoDate): ToDo => ({
  kind: 'send',
  says: worked.claim ? sendWords[worked.claim.status] : 'Finish it and send it.',
  atStake: chargeOf(worked),
  deadline: limitOf(worked, 'new-claim', today),
});

/** Sent, and no answer: late by the days that the profile of the payer tells, which no publisher does. */
function waitingToDo(worked: Worked, sentOn: IsoDate, today: IsoDate): ToDo {
  const days = worked.claim?.encounter.profile?.answerDays ?? null;
  const since = `Sent ${formatDays(daysBetween(sentOn, today))} ago, and no answer.`;
  const expected = days === null ? null : (daysAfter(sentOn, days) ?? null);
  const isLate = expected !== null && today > expected;
  const says =
    expected === null
      ? `${since} How long this payer takes is not told in its profile.`
      : isLate
        ? `${since} It was expected by ${formatDate(expected)}. Ask the payer.`
        : `${since} It is expected by ${formatDate(expected)}.`;
  return {
    kind: isLate ? 'late' : 'wait',
    says,
    atStake: chargeOf(worked),
    deadline: limitOf(worked, 'new-claim', today),
  };
}

/** What was typed of an answer tells no line: it leads to what its codes mean. */
function typedToDo(worked: Worked, today: IsoDate): ToDo | null {
  const { record, course } = worked;
  const { paid, allowed, patientOwes } = course;
  const short = cameBackShort(record, course);
  if (short) {
    const told = sumOfMoney([paid ?? noMoney, patientOwes ?? noMoney]);
    return {
      kind: 'answered',
      says: short.kind === 'denied' ? 'Denied: see what its codes ask for.' : 'Paid short: see what its codes ask for.',
      atStake: allowed ? moneyLeft(allowed, told) : paid ? null : chargeOf(worked),
      deadline: limitOf(worked, null, today),
    };
  }
  if (!paid) return { kind: 'answered', says: 'Tell what was paid.', atStake: chargeOf(worked), deadline: null };
  if (!patientOwes || !isMoreMoney(patientOwes, noMoney) || worked.hasNext) return null;
  return { kind: 'answered', says: `${nextStepWords['bill-patient']}.`, atStake: patientOwes, deadline: null };
}

type Open = {
  readonly kind: StepKind | 'short';
  readonly name: string;
  /** Whether it is of the claim as a whole, and of no line. */
  readonly isWhole: boolean;
  readonly amount: Money | null;
  readonly deadline: Deadline | null;
  /** When a letter about it was kept; blank where none was. */
  readonly letterOn: string;
};

const done: readonly StepKind[] = ['nothing', 'write-off'];
/** What one payer left to the next; who waits with no amount waits for the payer that answered. */
const isLeftToNext = ({ kind, amount }: NextStep): boolean =>
  kind === 'bill-patient' || kind === 'next-payer' || (kind === 'wait' && amount !== null);

/** What the answers that stand ask for: of all their lines the most urgent first, with the money of all of them. */
function answeredToDo(worked: Worked, answers: readonly Answer[], today: IsoDate): ToDo | null {
  const standing = standingAnswers(answers);
  const isCorrected = standing.some((each) => each.standing === 'stands');
  const counts = standing.filter((each) => each.standing === 'stands' || each.standing === 'reversal-alone');
  const open = counts
    .flatMap(({ answer }, place) => {
      const hasNext = worked.hasNext || isAnsweredByNext(answer, counts.slice(place + 1));
      const parts = answeredParts(withDay(answer, worked.course), worked.claim, { isCorrected, today });
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
  const what = first.kind === 'short' ? 'Ask why it was paid too little' : nextStepWords[first.kind];
  const alike = open.filter(({ kind }) => kind === first.kind);
  const rest = open.length - alike.length;
  const more = rest > 0 ? ` And ${counted(rest, 'other step')}.` : '';
  return {
    kind: open.every(({ kind }) => kind === 'wait') ? 'wait' : 'answered',
    says: `${what}: ${namesOf(alike)}.${lettersOf(alike)}${more}`,
    atStake: amounts.length < counting.length ? null : sumOfMoney(amounts),
    deadline: first.deadline,
  };
}

/** Whether another payer answered after it: what this one left to the next is told, and asked for, there. */
const isAnsweredByNext = (answer: Answer, later: readonly StandingAnswer[]): boolean =>
  later.some((each) => each.standing === 'stands' && !isSamePayer(each.answer, answer));

/** Each by its name, as many as a row has room for. */
const namesOf = ([first, ...others]: readonly Open[]): string =>
  others.length > mostNamed
    ? `${first?.name} and ${others.length} more`
    : inWords([first, ...others].flatMap((each) => each?.name ?? []));
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

/** A part that was pasted tells no day of its own: the day that was typed stands for it. */
const withDay = (answer: Answer, { cameBackOn }: Course): Answer => ({
  ...answer,
  producedOn: noticeOf(answer) ?? cameBackOn,
});

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

/** What one line asks for first; nothing where all is paid, written off, or asked for by a claim that was made. */
function openIn({ name, line, judged, allowed, next }: AnsweredPart, letterOn: string, hasNext: boolean): Open[] {
  const step = next.steps.find((each) => !(hasNext && isLeftToNext(each)));
  if (!step || done.includes(step.kind)) return tooLittle(name, allowed);
  const amount = step.amount ?? (step.kind === 'hold' ? judged.charge : stillOpen(judged.adjustments));
  return [{ kind: step.kind, name, isWhole: line === null, amount, deadline: step.deadline, letterOn }];
}

function tooLittle(name: string, allowed: AnsweredPart['allowed']): Open[] {
  const amount = tooLittleOf(allowed);
  return amount === null ? [] : [{ kind: 'short', name, isWhole: false, amount, deadline: null, letterOn: '' }];
}

/** By the day that runs out first, then by the money; what waits for the payer last. */
function mostUrgent(one: Open, other: Open): number {
  const waits = Number(one.kind === 'wait') - Number(other.kind === 'wait');
  const days = (one.deadline?.left ?? Infinity) - (other.deadline?.left ?? Infinity);
  const money = (other.amount?.tenthsOfCent ?? 0) - (one.amount?.tenthsOfCent ?? 0);
  return waits || (Number.isNaN(days) ? 0 : days) || money;
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
  readonly atStake: Money;
  readonly unknown: number;
  readonly first: Deadline | null;
};

export function worklistOf(all: readonly ToDo[]): Worklist {
  const work = all.filter(isWork);
  const open = work.flatMap(({ deadline }) => (deadline?.last && (deadline.left ?? -1) >= 0 ? deadline : []));
  return {
    count: work.length,
    atStake: sumOfMoney(work.flatMap(({ atStake }) => atStake ?? [])),
    unknown: work.filter(({ atStake }) => atStake === null).length,
    first: open.toSorted((one, other) => (one.left ?? 0) - (other.left ?? 0))[0] ?? null,
  };
}

/** "12 to do, $4,300.00 at stake; the first by 12/01/2026, 3 days left." */
export function worklistSays({ count, atStake, unknown, first }: Worklist): string {
  if (count === 0) return 'Nothing to do, as far as it was told.';
  const money = isMoreMoney(atStake, noMoney) ? `, ${formatMoney(atStake)} at stake` : '';
  const more = unknown === 0 ? '' : `${money === '' ? ', money' : ', and more'} not known of ${unknown}`;
  const day = first?.last
    ? ` The first must be there by ${formatDate(first.last)}, ${formatDays(first.left ?? 0)} left.`
    : '';
  return `${count} to do${money}${more}.${day}`;
}
