import type { IsoDate } from '../engine/dated';
import { isMoreMoney, negatedMoney, noMoney, sumOfMoney, type Money } from '../engine/quantity';
import type { Remittance, RemittanceFile, RemittedClaim } from './remittance';

/** What a payer answered to one claim, and in which payment. */
export type Answer = {
  readonly payer: string;
  readonly payerId: string;
  readonly trace: string;
  readonly paidOn: IsoDate | null;
  readonly producedOn: IsoDate | null;
  readonly claim: RemittedClaim;
};

export const answerOf = ({ payer, payerId, trace, paidOn, producedOn }: Remittance, claim: RemittedClaim): Answer => ({
  payer,
  payerId,
  trace,
  paidOn,
  producedOn,
  claim,
});

/** When the payer gave notice: when the remittance was made, else when it was paid; null where neither is told. */
export const noticeOf = ({ producedOn, paidOn }: Answer): IsoDate | null => producedOn ?? paidOn;

/** All answers of several files, in their order; the same one of a file that was opened twice stands once. */
export function answersOf(files: readonly RemittanceFile[]): readonly Answer[] {
  const byKey = new Map<string, Answer>();
  for (const { remittances } of files)
    for (const remittance of remittances)
      for (const claim of remittance.claims) {
        const answer = answerOf(remittance, claim);
        const key = answerKey(answer);
        if (!byKey.has(key)) byKey.set(key, answer);
      }
  return [...byKey.values()];
}

/** A part that was pasted does not tell its payer, and may be of any. */
export const isSamePayer = (one: Answer, other: Answer): boolean => {
  const [own, theirs] = [payerOf(one), payerOf(other)];
  return own === theirs || own === '' || theirs === '';
};
const payerOf = ({ payer, payerId }: Answer): string => payerId.trim().toUpperCase() || payer.trim().toUpperCase();

/** What makes an answer the same one wherever it stands: its payment, its numbers, and every amount. */
export const answerKey = (answer: Answer): string =>
  JSON.stringify([payerOf(answer), answer.trace.trim(), ...contentOf(answer)]);

function contentOf({ claim }: Answer): readonly unknown[] {
  const { controlNumber, payerNumber, status, charge, paid, adjustments, lines } = claim;
  return [
    controlNumber.trim(),
    payerNumber.trim(),
    status,
    charge?.tenthsOfCent ?? null,
    paid?.tenthsOfCent ?? null,
    adjustments,
    lines.map((line) => [line.procedure, line.charge, line.paid, line.adjustments]),
  ];
}

/** The answers with those added that are not among them yet. */
export function withAnswers(
  known: readonly Answer[],
  added: readonly Answer[],
): { readonly answers: readonly Answer[]; readonly again: number } {
  const keys = new Set(known.map(answerKey));
  const fresh = added.filter((each) => {
    const key = answerKey(each);
    const isNew = !keys.has(key);
    keys.add(key);
    return isNew;
  });
  return { answers: [...known, ...fresh], again: added.length - fresh.length };
}

/**
 * What became of an answer among the answers to its claim: it stands; it was taken back, or takes one back; it was sent
 * again under another payment; a later one stands in its place.
 */
export type Standing = 'stands' | 'reversed' | 'reversal' | 'reversal-alone' | 'sent-again' | 'replaced';
export type StandingAnswer = {
  readonly answer: Answer;
  readonly standing: Standing;
  /** The answer that takes it back, is taken back, stands in its place, or was there before. */
  readonly by: Answer | null;
};

export const isReversal = ({ status }: RemittedClaim): boolean => status === '22';
const compareText = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
/** A part that tells no day was pasted last. */
const dayOf = (answer: Answer): string => noticeOf(answer) ?? '9999';

/** How all answers to one claim stand to each other: each payment counts once. Oldest first. */
export function standingAnswers(answers: readonly Answer[]): readonly StandingAnswer[] {
  const ordered = answers
    .map((answer, place) => ({ answer, place }))
    .toSorted((one, other) => compareText(dayOf(one.answer), dayOf(other.answer)) || one.place - other.place)
    .map(({ answer }) => answer);
  const found = new Map<Answer, StandingAnswer>();
  const settle = (answer: Answer, standing: Standing, by: Answer | null) => found.set(answer, { answer, standing, by });
  for (const reversal of ordered.filter(({ claim }) => isReversal(claim))) {
    const taken = ordered.find((each) => !found.has(each) && isTakenBackBy(each, reversal));
    settle(reversal, taken ? 'reversal' : 'reversal-alone', taken ?? null);
    if (taken) settle(taken, 'reversed', reversal);
  }
  const left = ordered.filter((each) => !found.has(each));
  for (const [place, answer] of left.entries()) {
    const before = left.slice(0, place).find((each) => isSentAgain(each, answer));
    if (before) settle(answer, 'sent-again', before);
  }
  const once = left.filter((each) => !found.has(each));
  for (const [place, answer] of once.entries()) {
    const later = once.slice(place + 1).findLast((each) => isSamePayer(each, answer));
    settle(answer, later && paidNothing(answer) ? 'replaced' : 'stands', later && paidNothing(answer) ? later : null);
  }
  return ordered.flatMap((answer) => found.get(answer) ?? []);
}

const paidNothing = ({ claim }: Answer): boolean => claim.paid !== null && claim.paid.tenthsOfCent === 0;

const isSameNumber = ({ claim: one }: Answer, { claim: other }: Answer): boolean =>
  one.payerNumber.trim() !== '' && other.payerNumber.trim() !== ''
    ? one.payerNumber.trim() === other.payerNumber.trim()
    : one.controlNumber.trim() === other.controlNumber.trim();

/** A reversal repeats the amounts below nothing (835, reversal and correction). */
function isTakenBackBy(answer: Answer, reversal: Answer): boolean {
  const [was, back] = [answer.claim, reversal.claim];
  return (
    !isReversal(was) &&
    isSamePayer(answer, reversal) &&
    isSameNumber(answer, reversal) &&
    isOpposite(was.charge, back.charge) &&
    isOpposite(was.paid, back.paid)
  );
}
const isOpposite = (one: Money | null, other: Money | null): boolean =>
  one !== null && other !== null && one.tenthsOfCent === negatedMoney(other).tenthsOfCent;

/** The same numbers and amounts under another payment: a copy, and no second payment. */
const isSentAgain = (one: Answer, other: Answer): boolean =>
  isSamePayer(one, other) &&
  one.claim.payerNumber.trim() !== '' &&
  JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(other));

/** Whose turn a payer had, by the status of the claim (CLP02). */
const turns: Readonly<Record<string, number>> = { '1': 1, '19': 1, '2': 2, '20': 2, '3': 3, '21': 3 };
/** That an earlier payer’s part stands in it (OA-23) tells it as well: row 8 secondary. */
function turnOf({ claim }: Answer): number | null {
  const isBehind = [claim, ...claim.lines].some(({ adjustments }) =>
    adjustments.some(({ group, reason }) => group === 'OA' && reason === '23'),
  );
  const told = turns[claim.status] ?? null;
  return isBehind ? Math.max(2, told ?? 2) : told;
}

/**
 * Of the answers that stand, in the order of their days, those of the last payer: what they leave to the patient is
 * asked for, and what those before left is answered by them.
 */
export function ofLastPayer(standing: readonly Answer[]): readonly Answer[] {
  const isAfter = (one: Answer, place: number, other: Answer, otherPlace: number): boolean => {
    const [own, theirs] = [turnOf(one), turnOf(other)];
    if (own !== null && theirs !== null && own !== theirs) return own > theirs;
    return !isSamePayer(one, other) && place > otherPlace;
  };
  return standing.filter((each, at) => !standing.some((other, place) => isAfter(other, place, each, at)));
}

/** Whether a payment that `answer` takes back was set right: an answer of this payer stands, with it or behind it. */
export function isCorrectedAmong(answer: Answer, all: readonly StandingAnswer[]): boolean {
  const place = all.findIndex((each) => each.answer === answer);
  return all.some(
    (each, at) =>
      each.standing === 'stands' &&
      isSamePayer(each.answer, answer) &&
      (at > place || (answer.trace !== '' && each.answer.trace === answer.trace)),
  );
}

/** What all answers come to, each counted once; null without an answer, and where an amount is missing. */
export function paidTogether(answers: readonly Answer[]): Money | null {
  if (answers.length === 0) return null;
  const counted = standingAnswers(answers).filter(({ standing }) =>
    ['stands', 'replaced', 'reversal-alone'].includes(standing),
  );
  const paid = counted.flatMap(({ answer }) => answer.claim.paid ?? []);
  return paid.length < counted.length ? null : sumOfMoney(paid);
}

/** Whether one payer paid a claim twice without taking the first payment back. */
export function isPaidTwice(answers: readonly Answer[]): boolean {
  const paid = standingAnswers(answers).filter(
    ({ standing, answer }) => standing === 'stands' && isMoreMoney(answer.claim.paid ?? noMoney, noMoney),
  );
  return new Set(paid.map(({ answer }) => payerOf(answer))).size < paid.length;
}
