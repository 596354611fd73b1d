import type { WorksheetText } from '../answers/worksheet-text';
import { inWords } from '../engine/typed';
import { isOfOwnPayer } from '../remittance/answering-payer';
import { claimToNextPayer, madeFrom, withPayersNumber, type Filled } from '../remittance/next-claim';
import { nextStepWords, type StepKind } from '../remittance/next-steps';
import type { AnsweredPart } from '../remittance/answered-parts';
import type { AnsweredRow } from './answered-rows';
import type { KeptClaim } from './clinic-records';
import { correctedClaim } from './sent-claim';

/** As which claim a record is made from an answer. */
export type MadeAs = Exclude<WorksheetText['madeFrom']['as'], ''>;

export const makeWords = {
  'next-payer': 'Make the claim to the next payer',
  corrected: 'Make the corrected claim',
  new: 'Make a new claim',
} as const satisfies Record<MadeAs, string>;

/** One claim that the next steps of an answer allow. */
export type NextClaim = {
  readonly as: MadeAs;
  /** What is to be known before it is made. */
  readonly says: readonly string[];
  /** The kept claim that was answered as the record of the next one, or why it cannot be filled in. */
  readonly fill: (record: WorksheetText) => Filled;
};

export type NextClaims = {
  readonly claims: readonly NextClaim[];
  /** Why no corrected claim is made, and what leads on instead. */
  readonly refused: readonly string[];
};

const kindsOf: Readonly<Record<MadeAs, readonly StepKind[]>> = {
  'next-payer': ['next-payer', 'bill-patient'],
  corrected: ['corrected-claim', 'adjustment-claim'],
  new: ['new-claim'],
};
const asks = (as: MadeAs, { next: { steps } }: AnsweredPart): boolean =>
  steps.some(({ kind }) => kindsOf[as].includes(kind));

const none: NextClaims = { claims: [], refused: [] };

/**
 * The claims that are made from an answer that stands and is of one of the clinic’s `kept` claims, by the next steps of
 * its lines.
 */
export function nextClaimsOf({ own, standing, answer, parts }: AnsweredRow, kept: readonly KeptClaim[]): NextClaims {
  if (!own || standing !== 'stands') return none;
  const all = parts();
  const as = (Object.keys(makeWords) as MadeAs[]).filter(
    (each) => all.some((part) => asks(each, part)) && !(each === 'next-payer' && all.some(isRefusedNext)),
  );
  const { claim } = own.reading;
  if (claim && as.length > 0 && !isOfOwnPayer(answer.claim, claim)) return { claims: [], refused: [ofAnotherPayer] };
  const fills: Readonly<Record<MadeAs, NextClaim['fill']>> = {
    'next-payer': (record) =>
      claim
        ? claimToNextPayer(record, claim, answer, kept)
        : { refused: ['The kept claim makes no claim as it stands. Open and mend it first.'] },
    corrected: (record) => ({
      record: {
        ...withPayersNumber(correctedClaim(record), answer),
        frequency: '7',
        madeFrom: madeFrom('corrected', record, answer),
      },
    }),
    new: (record) => ({
      record: {
        ...correctedClaim(record),
        frequency: '1',
        originalReference: '',
        madeFrom: madeFrom('new', record, answer),
      },
    }),
  };
  return {
    claims: as.map((each) => ({ as: each, says: toKnow(each, all, answer.claim.payerNumber), fill: fills[each] })),
    refused: as.includes('corrected') ? [] : noCorrected(all),
  };
}

/** Its number and amounts are of a claim to another payer than this record is for. */
const ofAnotherPayer =
  'No claim is made from this: another payer answered than the one that this claim is for. ' +
  'Keep the claim that was sent to it, and match the answer to that one.';

/** A line that was sent on already is not sent again with the others. */
const isRefusedNext = ({ next: { wrong } }: AnsweredPart): boolean => wrong.some(({ kind }) => kind === 'next-payer');

function toKnow(as: MadeAs, parts: readonly AnsweredPart[], payersNumber: string): readonly string[] {
  const others = parts.filter((part) => part.line && !asks(as, part)).map(({ name }) => name);
  switch (as) {
    case 'next-payer':
      return [];
    case 'corrected':
      return payersNumber.trim() === '' ? ['The remittance has no payer’s number of this claim. Ask for it.'] : [];
    case 'new':
      return others.length === 0
        ? []
        : [`${inWords(others)} came back otherwise. Leave it off the new claim, or it comes back as a duplicate.`];
  }
}

const insteadOf: readonly StepKind[] = ['new-claim', 'reopening', 'appeal', 'next-appeal', 'exception'];

/** Each reason against a corrected claim once, with the ways that lead on. */
function noCorrected(parts: readonly AnsweredPart[]): readonly string[] {
  const reasons = parts.flatMap(({ next }) =>
    next.wrong.filter(({ kind }) => kind === 'corrected-claim').map(({ says }) => says),
  );
  const ways = parts
    .filter(({ next }) => next.wrong.some(({ kind }) => kind === 'corrected-claim'))
    .flatMap(({ next }) => next.steps.filter(({ kind }) => insteadOf.includes(kind)).map(({ kind }) => kind));
  const instead = [...new Set(ways)].map((kind) => nextStepWords[kind].toLowerCase());
  return [...new Set(reasons)].map(
    (says) => `No corrected claim: ${says}${instead.length > 0 ? ` Instead: ${instead.join(', or ')}.` : ''}`,
  );
}
