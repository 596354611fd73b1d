import type { WorksheetText } from '../answers/worksheet-text';
import { formatDate, isoDate, type IsoDate } from '../engine/dated';
import { digitsOfMoney, isMoreMoney, noMoney, sumOfMoney, type Money } from '../engine/quantity';
import { mostTyped } from '../engine/typed';
import { compactDate } from '../formats/x12';
import {
  answerKey,
  isReversal,
  noticeOf,
  ofLastPayer,
  paidTogether,
  standingAnswers,
  withAnswers,
  type Answer,
} from './answers';
import { allowedOf } from './expected';
import { judgedOf, ofPatient, outcomeOf } from './outcome';
import { read835 } from './read-835';
import type { RemittedClaim } from './remittance';
import { claimSegments, lineSegments } from './write-835';

/*
 * What came back belongs to the record of its claim: each answer stands there as segments of an 835, and is read from
 * them again.
 */

type RemittanceText = WorksheetText['remittances'][number];

const dayText = (date: IsoDate | null): string => (date === null ? '' : compactDate(date));
const dayIn = (text: string): IsoDate | null =>
  isoDate(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))) ?? null;

/** As a record keeps it; null where a text or a list is longer than a record takes. */
export function keptAnswer({ payer, payerId, trace, paidOn, producedOn, claim }: Answer): RemittanceText | null {
  const kept: RemittanceText = {
    payer,
    payerId,
    trace,
    paidOn: dayText(paidOn),
    producedOn: dayText(producedOn),
    claim: [...claimSegments(claim)],
    lines: claim.lines.map((line) => ({ segments: [...lineSegments(line)] })),
  };
  const lists = [kept.claim, kept.lines, ...kept.lines.map(({ segments }) => segments)];
  const texts = [payer, payerId, trace, ...kept.claim, ...kept.lines.flatMap(({ segments }) => segments)];
  const fits = lists.every(({ length }) => length <= mostTyped) && texts.every(({ length }) => length <= mostTyped);
  return fits ? kept : null;
}

/** The answers that a record keeps, read again; one that somebody damaged is left out. */
export const answersIn = ({ remittances }: Pick<WorksheetText, 'remittances'>): readonly Answer[] =>
  remittances.flatMap(({ payer, payerId, trace, paidOn, producedOn, claim, lines }) => {
    const text = [...claim, ...lines.flatMap(({ segments }) => segments)].map((each) => `${each}~`).join('');
    const read = read835(text);
    const found = 'refused' in read ? undefined : read.remittances[0]?.claims[0];
    return found ? [{ payer, payerId, trace, paidOn: dayIn(paidOn), producedOn: dayIn(producedOn), claim: found }] : [];
  });

export type KeptAnswers = {
  readonly record: WorksheetText;
  /** How many were there already. */
  readonly again: number;
  /** What is to be said: an answer that cannot be kept, or an amount that was typed otherwise and stays. */
  readonly says: readonly string[];
};

/**
 * The record with these answers to its claim, each once, and with what they come to: day, amounts and codes. What was
 * typed there otherwise stays, and that is told.
 */
export function withAnswersKept(record: WorksheetText, added: readonly Answer[]): KeptAnswers {
  const before = answersIn(record);
  const { answers, again } = withAnswers(before, added);
  const known = new Set(before.map(answerKey));
  const fresh = answers.filter((each) => !known.has(answerKey(each)));
  const kept = fresh.flatMap((each) => keptAnswer(each) ?? []);
  const tooLong = fresh.length - kept.length;
  const remittances = [...record.remittances, ...kept];
  const { filled, says } = filledCourse(record, comesTo(before), comesTo(answersIn({ remittances })));
  return {
    record: { ...record, ...filled, remittances },
    again,
    says: [...(tooLong > 0 ? [`${tooLong} of the answers are too long to be kept with the claim.`] : []), ...says],
  };
}

type ComesTo = Pick<WorksheetText['course'], 'cameBackOn' | 'allowed' | 'paid' | 'patientOwes'> & {
  readonly remittanceCode: string;
};
const labels = {
  cameBackOn: 'the date of the remittance',
  allowed: 'what was allowed',
  paid: 'what was paid',
  patientOwes: 'what the patient owes',
  remittanceCode: 'the codes',
} as const satisfies Record<keyof ComesTo, string>;

/** What the answers that stand come to, as it is typed of a claim; blank where it is not known or is below nothing. */
function comesTo(answers: readonly Answer[]): ComesTo {
  const standing = standingAnswers(answers).flatMap(({ standing, answer }) => (standing === 'stands' ? [answer] : []));
  const [days, judged] = [
    standing.flatMap((each) => noticeOf(each) ?? []),
    standing.flatMap(({ claim }) => judgedOf(claim)),
  ];
  const isHeld = judged.some((each) => outcomeOf(each) === 'held');
  const last = days.toSorted().at(-1);
  return {
    cameBackOn: last === undefined ? '' : formatDate(last),
    paid: isHeld ? '' : typedMoney(paidTogether(answers)),
    allowed: isHeld ? '' : typedMoney(allowedTogether(standing)),
    patientOwes: isHeld ? '' : typedMoney(patientTogether(ofLastPayer(standing))),
    remittanceCode: codesOf(standing),
  };
}

const typedMoney = (amount: Money | null): string =>
  amount === null || isMoreMoney(noMoney, amount) ? '' : digitsOfMoney(amount);

function allowedTogether(standing: readonly Answer[]): Money | null {
  const lines = standing.flatMap(({ claim }) => claim.lines);
  const allowed = lines.flatMap((line) => allowedOf(line) ?? []);
  return lines.length === 0 || allowed.length < lines.length ? null : sumOfMoney(allowed);
}

/** What the payer says that the patient owes, else what group PR comes to where any reason is told. */
function patientTogether(standing: readonly Answer[]): Money | null {
  const each = standing.flatMap(({ claim }) => patientOf(claim) ?? []);
  return standing.length === 0 || each.length < standing.length ? null : sumOfMoney(each);
}
function patientOf({ patientOwes, adjustments, lines }: RemittedClaim): Money | null {
  const all = [...adjustments, ...lines.flatMap((line) => line.adjustments)];
  return patientOwes ?? (all.length === 0 ? null : ofPatient(all));
}

/** "CO-16, MA130, N822": each once, as many as an answer takes. */
function codesOf(standing: readonly Answer[]): string {
  const names = standing
    .filter(({ claim }) => !isReversal(claim))
    .flatMap(({ claim }) => [claim, ...claim.lines])
    .flatMap(({ adjustments, remarks }) => [
      ...adjustments.map(({ group, reason }) => `${group}-${reason}`),
      ...remarks,
    ]);
  return [...new Set(names)].reduce((text, name) => {
    const longer = text === '' ? name : `${text}, ${name}`;
    return longer.length > mostTyped ? text : longer;
  }, '');
}

/** What is filled in: where nothing was typed, or where what stands there is what earlier answers came to. */
function filledCourse(
  record: WorksheetText,
  before: ComesTo,
  now: ComesTo,
): { readonly filled: Pick<WorksheetText, 'course' | 'remittanceCode'>; readonly says: readonly string[] } {
  const stands: ComesTo = { ...record.course, remittanceCode: record.remittanceCode };
  const names = Object.keys(labels) as (keyof ComesTo)[];
  const isTyped = (name: keyof ComesTo): boolean => stands[name].trim() !== '' && stands[name] !== before[name];
  const filled = Object.fromEntries(names.map((name) => [name, isTyped(name) ? stands[name] : now[name]])) as ComesTo;
  const says = names
    .filter((name) => isTyped(name) && now[name] !== '' && stands[name].trim() !== now[name])
    .map((name) => `Of ${labels[name]} “${stands[name].trim()}” was typed, and the remittance has “${now[name]}”.`);
  const { remittanceCode, ...course } = filled;
  return { filled: { course: { ...record.course, ...course }, remittanceCode }, says };
}
