import { emptyWorksheet, type SendingText, type WorksheetText } from '../answers/worksheet-text';
import type { ServiceLine } from '../engine/claim';
import { linesOf } from '../engine/claim-lines';
import { formatDate } from '../engine/dated';
import { adjustmentGroups, filingIndicators } from '../engine/party-codes';
import type { PreparedClaim } from '../engine/prepared-claim';
import { digitsOfMoney, formatMoney, formatUnits, isMoreMoney, noMoney, sumOfMoney } from '../engine/quantity';
import { mostTyped } from '../engine/typed';
import { paymentRows, reasonsAgainstPayments } from '../engine/first-payer';
import { type PaymentText } from '../engine/payment-text';
import { partySpecs } from '../formats/party-specs';
import { noticeOf, type Answer } from './answers';
import { controlNumberOf, plain } from './match-claims';
import { matchLines } from './match-lines';
import type { Adjustment, RemittedLine } from './remittance';

export type Filled = { readonly record: WorksheetText } | { readonly refused: readonly string[] };

/** Amounts that have a field of their own on a claim to the next payer. */
const ownFields: Readonly<Record<string, 'co45' | 'co253' | 'pr1' | 'pr2' | 'pr3'>> = {
  'CO-45': 'co45',
  'CO-253': 'co253',
  'PR-1': 'pr1',
  'PR-2': 'pr2',
  'PR-3': 'pr3',
};
const nameOf = ({ group, reason }: Adjustment): string => `${group}-${reason}`;

/**
 * The claim to the next payer, filled in from what the first one answered: each line’s amounts, balanced, and the payer
 * that answered as the one before. Who is asked next is left open. Refused where an amount has no place on such a
 * claim, or where it does not add up. Its account number is none of the `kept` claims’.
 */
export function claimToNextPayer(
  record: WorksheetText,
  claim: PreparedClaim,
  answer: Answer,
  kept: readonly WorksheetText[],
): Filled {
  const lines = linesOf(claim);
  const { matches, unanswered } = matchLines(answer.claim.lines, lines);
  const doubtful = matches.filter(({ certain, of }) => !certain || of.length !== 1);
  const refused = [
    ...unanswered.map(({ lineNumber, hcpcs }) => `Line ${lineNumber}, ${hcpcs}, is not in the remittance.`),
    ...doubtful.map(({ line }) => `${line.procedure.code} of the remittance is not one line of the claim.`),
    ...(answer.claim.adjustments.length > 0
      ? ['The remittance adjusts the claim as a whole. Share that out to the lines by hand.']
      : []),
    ...matches.flatMap(({ line }) => withoutPlace(line)),
  ];
  if (refused.length > 0) return { refused };
  const empty = paymentRows([], lines).rows;
  const payments = matches.flatMap(({ line, of: [own] }) =>
    empty.filter((row) => row.line === String(own?.lineNumber)).map((row) => paymentOf(line, row)),
  );
  const against = reasonsAgainstPayments(payments, claim).map(({ says }) => `${says}.`);
  return against.length > 0 ? { refused: against } : { record: toNextPayer(record, answer, payments, kept) };
}

/** Beside its own fields a line takes one more amount, and none below nothing. */
function withoutPlace({ procedure, adjustments, holds }: RemittedLine): readonly string[] {
  const others = adjustments.filter((each) => !Object.hasOwn(ownFields, nameOf(each)));
  const kinds = new Set(others.map(nameOf));
  return [
    ...holds.map(({ says }) => says),
    ...adjustments
      .filter(({ amount }) => isMoreMoney(noMoney, amount))
      .map(
        (each) => `${procedure.code}: ${nameOf(each)} is ${formatMoney(each.amount)}. Such a claim takes none below 0.`,
      ),
    ...(kinds.size > 1
      ? [`${procedure.code}: ${[...kinds].join(', ')} are more than the one further amount that a line takes.`]
      : []),
    ...others
      .filter(({ group }) => !Object.hasOwn(adjustmentGroups, group))
      .map((each) => `${procedure.code}: the group of ${nameOf(each)} is unknown.`),
  ];
}

/** The empty row of a line of the claim, with the amounts that the payer told of it. */
function paymentOf({ allowed, paid, adjustments }: RemittedLine, row: PaymentText): PaymentText {
  const sumOf = (isOf: (adjustment: Adjustment) => boolean): string => {
    const own = adjustments.filter(isOf);
    return own.length === 0 ? '' : digitsOfMoney(sumOfMoney(own.map(({ amount }) => amount)));
  };
  const isOther = (each: Adjustment): boolean => !Object.hasOwn(ownFields, nameOf(each));
  const other = adjustments.find(isOther);
  return {
    ...row,
    allowed: allowed ? digitsOfMoney(allowed) : '',
    paid: paid ? digitsOfMoney(paid) : '',
    ...Object.fromEntries(
      Object.entries(ownFields).map(([name, field]) => [field, sumOf((each) => nameOf(each) === name)]),
    ),
    ...(other ? { otherAmount: sumOf(isOther), otherGroup: other.group, otherReason: other.reason } : {}),
  };
}

/** What belongs to one payer, and is asked anew of the next one. */
const ofOnePayer = [
  'payerName',
  'payerId',
  'payerStreet',
  'payerCity',
  'payerState',
  'payerZip',
  'memberId',
  'groupNumber',
  'planName',
  'filingIndicator',
  'mspType',
  'insuredLast',
  'insuredFirst',
  'insuredMiddle',
  'insuredBirthDate',
  'insuredSex',
  'insuredStreet',
  'insuredCity',
  'insuredState',
  'insuredZip',
  'relationship',
] as const satisfies readonly (keyof SendingText)[];
const ofOneClaim = [
  'payer',
  'profile',
  'priorAuthorization',
  'priorAuthorizationNumber',
  'firstDay',
  'lastDay',
  'unitsApproved',
  'unitsUsed',
  'askedOn',
  'frequency',
  'originalReference',
  'remittanceCode',
  'remittances',
  'filledIn',
  'course',
  'ticks',
  'overrides',
  'recordId',
  'keptAt',
  'toBill',
  'wasSent',
  'corrects',
] as const satisfies readonly (keyof WorksheetText)[];

/** Lists of their own: nothing that is typed later may stand in the empty ones. */
const emptied = <T extends object, Name extends keyof T>(empty: T, names: readonly Name[]): Pick<T, Name> =>
  JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, empty[name]])))) as Pick<T, Name>;

/** Who takes part in a claim, without the payer that it went to and the member that the patient is with it. */
export const withoutPayer = (sending: SendingText): SendingText => ({
  ...sending,
  ...emptied(emptyWorksheet.sending, ofOnePayer),
});

function toNextPayer(
  record: WorksheetText,
  answer: Answer,
  payments: readonly PaymentText[],
  kept: readonly WorksheetText[],
): WorksheetText {
  const { claim, paidOn } = answer;
  const { sending } = record;
  const indicator = [claim.filing, sending.filingIndicator].find((each) => Object.hasOwn(filingIndicators, each)) ?? '';
  return {
    ...record,
    ...emptied(emptyWorksheet, ofOneClaim),
    madeFrom: madeFrom('next-payer', record, answer),
    sending: {
      ...withoutPayer(sending),
      accountNumber: numberBehind(record, kept),
      order: 'S',
      otherPayerName: sending.payerName,
      otherPayerId: sending.payerId,
      otherIndicator: indicator as SendingText['otherIndicator'],
      otherMemberId: sending.memberId,
      otherGroup: sending.groupNumber,
      otherPlan: sending.planName,
      otherRelationship: sending.relationship,
      otherLast: sending.insuredLast,
      otherFirst: sending.insuredFirst,
      otherMiddle: sending.insuredMiddle,
      otherBirthDate: sending.insuredBirthDate,
      otherSex: sending.insuredSex,
      otherStreet: sending.insuredStreet,
      otherCity: sending.insuredCity,
      otherState: sending.insuredState,
      otherZip: sending.insuredZip,
      otherPaidOn: paidOn ? formatDate(paidOn) : '',
      otherClaimNumber: claim.payerNumber,
      payments: payments.map((payment) => ({ ...payment })),
    },
  };
}

/**
 * A number of its own, so that the next payer’s answer is never taken for that to another claim: the one behind which
 * it is made with the first ending that no kept claim has, cut where it would be too long; blank behind none.
 */
function numberBehind(record: WorksheetText, kept: readonly WorksheetText[]): string {
  const before = controlNumberOf(record);
  if (before === '') return '';
  const taken = new Set(kept.map((each) => plain(controlNumberOf(each))));
  for (let ending = 2; ; ending += 1) {
    const number = `${before.slice(0, partySpecs.accountNumber.most - `-${ending}`.length)}-${ending}`;
    if (!taken.has(plain(number))) return number;
  }
}

/** What a record says of the answer that it was filled in from. */
export const madeFrom = (
  as: WorksheetText['madeFrom']['as'],
  { recordId }: Pick<WorksheetText, 'recordId'>,
  answer: Answer,
): WorksheetText['madeFrom'] => {
  const on = noticeOf(answer);
  return {
    as,
    claim: recordId,
    payer: answer.payer.trim().slice(0, mostTyped),
    answeredOn: on ? formatDate(on) : '',
    payersNumber: answer.claim.payerNumber.trim().slice(0, mostTyped),
  };
};

/** The record with the payer’s number of the claim that a corrected one replaces; blank where it is not told. */
export const withPayersNumber = (record: WorksheetText, { claim }: Answer): WorksheetText => ({
  ...record,
  originalReference: claim.payerNumber.trim(),
});

/** What a corrected claim has otherwise than the one that was sent, each in a few words. */
export function whatChanged(sent: PreparedClaim, now: PreparedClaim): readonly string[] {
  const [before, after] = [linesOf(sent), linesOf(now)];
  const most = Math.max(before.length, after.length);
  const lines = Array.from({ length: most }, (_, place) => {
    const [was, is] = [before[place], after[place]].map((line) => (line ? lineWords(line) : 'none'));
    return was === is ? [] : [`Line ${place + 1}: ${was} → ${is}`];
  }).flat();
  const facts: readonly (readonly [string, string, string])[] = [
    ['Date of service', formatDate(sent.encounter.dateOfService), formatDate(now.encounter.dateOfService)],
    ['Diagnoses', sent.encounter.diagnoses.join(', '), now.encounter.diagnoses.join(', ')],
    ['Place of service', placeOf(sent), placeOf(now)],
    ['Preauthorization', numberOf(sent), numberOf(now)],
  ];
  return [...lines, ...facts.flatMap(([what, was, is]) => (was === is ? [] : [`${what}: ${was} → ${is}`]))];
}

const lineWords = ({ hcpcs, modifiers, unitsOfService, charge, ndcQuantities, pointers }: ServiceLine): string =>
  [
    [hcpcs, ...modifiers].join('-'),
    formatUnits(unitsOfService),
    charge ? formatMoney(charge) : 'no charge',
    ...ndcQuantities.flatMap(({ ndc }) => (ndc ? [`NDC ${ndc}`] : [])),
    ...(pointers ? [`diagnoses ${pointers.join(' ')}`] : []),
  ].join(', ');
const placeOf = ({ formItems }: PreparedClaim): string => formItems.placeOfService.code ?? 'none';
const numberOf = ({ formItems }: PreparedClaim): string => formItems.authorizationNumber ?? 'none';
