import type { WorksheetText } from '../answers/worksheet-text';
import { linesOf, totalChargeOf } from '../engine/claim-lines';
import { formatDate, type IsoDate } from '../engine/dated';
import type { PreparedClaim } from '../engine/prepared-claim';
import { isSameMoney } from '../engine/quantity';
import { inWords } from '../engine/typed';
import { matchLines } from './match-lines';
import type { RemittedClaim, RemittedLine } from './remittance';

/** A kept claim that may have been answered: its record, its day of service, and the claim that it makes. */
export type Candidate = {
  readonly id: string;
  readonly record: WorksheetText;
  readonly on: IsoDate | null;
  readonly claim: PreparedClaim | null;
};

/**
 * Which kept claim a claim of the remittance answers. Only what is certain is taken; of the rest a person chooses, or
 * says that none is meant.
 */
export type ClaimMatch = {
  readonly certain: boolean;
  /** One where it is certain; those that may be meant where it is not. */
  readonly among: readonly Candidate[];
  /** By what, or why not. */
  readonly says: string;
};

/** Two texts that are alike in this are taken for one. */
export const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toUpperCase();
const plainId = (text: string): string => plain(text).replace(/[\s-]/g, '');

type Numbered = Pick<WorksheetText, 'sending' | 'account' | 'patientReference' | 'madeFrom'>;

/**
 * The number that a claim was sent under; where none is told, what would have been proposed: nothing for a claim to the
 * next payer, since the first one has that. Blank where there is none.
 */
export function controlNumberOf({ sending, account, patientReference, madeFrom }: Numbered): string {
  const told = madeFrom.as === 'next-payer' ? [] : [account, patientReference];
  return [sending.accountNumber, ...told].map((each) => each.trim()).find((each) => each !== '') ?? '';
}
const controlNumbers = (record: Numbered): readonly string[] =>
  [plain(controlNumberOf(record))].filter((each) => each !== '');

/** What is compared of a claim that came back. */
export type ClaimAsked = Pick<
  RemittedClaim,
  'controlNumber' | 'payerNumber' | 'patient' | 'insured' | 'corrected' | 'from' | 'frequency' | 'charge' | 'lines'
>;

/** Looks up claims of a remittance among the kept ones; the kept ones are put in order once. */
export function claimMatcher(candidates: readonly Candidate[]): (claim: ClaimAsked) => ClaimMatch {
  const byNumber = groupedBy(candidates, ({ record }) => controlNumbers(record));
  const byDay = groupedBy(candidates, ({ on }) => (on === null ? [] : [on]));
  return (claim) => {
    const number = plain(claim.controlNumber);
    const numbered = (number === '' ? [] : (byNumber.get(number) ?? [])).filter((each) => !isMadeFrom(claim, each));
    if (numbered.length > 0) return amongNumbered(claim, numbered);
    const on = dayOf(claim);
    const ofDay = on === null ? [] : (byDay.get(on) ?? []);
    return byFacts(
      claim,
      ofDay.filter((each) => !isMadeFrom(claim, each)),
      on,
    );
  };
}

/** Whether a candidate was filled in from this very answer, so that it is not the claim that was answered. */
const isMadeFrom = ({ payerNumber }: ClaimAsked, { record: { madeFrom } }: Candidate): boolean =>
  madeFrom.as !== '' && madeFrom.payersNumber !== '' && plain(madeFrom.payersNumber) === plain(payerNumber);

function groupedBy(
  candidates: readonly Candidate[],
  keysOf: (candidate: Candidate) => readonly string[],
): ReadonlyMap<string, readonly Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates)
    for (const key of keysOf(candidate)) {
      const group = groups.get(key);
      if (group) group.push(candidate);
      else groups.set(key, [candidate]);
    }
  return groups;
}

/** The first day of service that the claim or one of its lines tells. */
export const dayOf = ({ from, lines }: Pick<RemittedClaim, 'from' | 'lines'>): IsoDate | null =>
  lines.find((line) => line.from !== null)?.from ?? from;

function amongNumbered(claim: ClaimAsked, numbered: readonly Candidate[]): ClaimMatch {
  const number = claim.controlNumber.trim();
  const fitting = numbered.filter((each) => againstIt(claim, each).length === 0);
  const [only] = fitting;
  if (only && fitting.length === 1) return { certain: true, among: [only], says: `By control number ${number}.` };
  if (only) {
    const narrowed = fitting.filter((each) => isAsSent(claim, each));
    const [one, ...others] = narrowed;
    return one && others.length === 0
      ? { certain: true, among: [one], says: `By control number ${number}, frequency and charge.` }
      : {
          certain: false,
          among: narrowed.length > 0 ? narrowed : fitting,
          says: `Several claims have control number ${number}. Choose the one that is meant.`,
        };
  }
  const [first] = numbered;
  const why = first ? inWords(againstIt(claim, first)) : '';
  return {
    certain: false,
    among: numbered,
    says: `Control number ${number} fits, but another ${why} is told. Confirm it, or say that it is none.`,
  };
}

/** What a candidate tells otherwise than the remittance; what one of them does not tell speaks against nothing. */
function againstIt(claim: ClaimAsked, candidate: Candidate): readonly string[] {
  const [day, own] = [dayOf(claim), candidate.on];
  const codes = candidate.claim ? linesOf(candidate.claim).map(({ hcpcs }) => hcpcs) : [];
  const told = claim.lines.map(codeSent).filter((code) => code !== '');
  const isOtherCode = codes.length > 0 && told.length > 0 && !told.some((code) => codes.includes(code));
  return [
    ...(day !== null && own !== null && day !== own ? ['day of service'] : []),
    ...(patientAgrees(claim, candidate) === 'other' ? ['patient'] : []),
    ...(isOtherCode ? ['code'] : []),
  ];
}

const codeSent = ({ submitted, procedure }: RemittedLine): string => (submitted ?? procedure).code;

type Agreement = 'by-number' | 'by-name' | 'other' | 'not-told';

/** Whether it is the same patient: by the member’s number, else by last and first name. */
function patientAgrees(claim: ClaimAsked, { record: { sending } }: Candidate): Agreement {
  const numbers = [claim.patient?.id, claim.insured?.id, claim.corrected?.id].flatMap((id) =>
    id ? [plainId(id)] : [],
  );
  const own = plainId(sending.memberId);
  if (own !== '' && numbers.includes(own)) return 'by-number';
  const { last = '', first = '' } = claim.patient ?? {};
  const name = [sending.patientLast, sending.patientFirst].map(plain);
  if (last === '' || name[0] === '') return 'not-told';
  // A payer may cut a long name, or leave the first one out.
  const isName = plain(last) === name[0] && (first === '' || name[1] === '' || plain(first) === name[1]);
  return isName ? 'by-name' : 'other';
}

/** Whether frequency, the payer’s earlier number and charge are those of the claim as it was sent. */
function isAsSent(claim: ClaimAsked, { record, claim: own }: Candidate): boolean {
  const frequency = claim.frequency === '' ? record.frequency : claim.frequency;
  const charge = own && totalChargeOf(linesOf(own));
  return frequency === record.frequency && (!claim.charge || !charge || isSameMoney(claim.charge, charge));
}

/** Patient, day, code and units. Only the member’s number makes it certain: names can be alike. */
function byFacts(claim: ClaimAsked, ofDay: readonly Candidate[], on: IsoDate | null): ClaimMatch {
  const none = 'No claim that is kept here fits it.';
  if (on === null) return { certain: false, among: [], says: `${none} It tells no day of service.` };
  const ofPatient = ofDay.filter((each) => ['by-number', 'by-name'].includes(patientAgrees(claim, each)));
  if (ofPatient.length === 0) return { certain: false, among: [], says: none };
  const fitting = ofPatient.filter((each) => linesAgree(claim, each));
  const [only, ...others] = fitting;
  const day = formatDate(on);
  if (only && others.length === 0) {
    const certain = patientAgrees(claim, only) === 'by-number';
    const says = certain
      ? `By member number, day ${day}, codes and units. The control number is another one.`
      : `By name, day ${day}, codes and units. Confirm that it is this patient.`;
    return { certain, among: [only], says };
  }
  if (fitting.length > 0)
    return { certain: false, among: fitting, says: `Several claims of this patient and day ${day} fit. Choose one.` };
  const why = claim.lines.length === 0 ? 'and no code is told' : 'codes or units do not';
  return { certain: false, among: ofPatient, says: `Patient and day ${day} fit, ${why}. Confirm it.` };
}

/** Whether each line of the remittance answers lines of the claim, by code and units, and all of them are answered. */
function linesAgree(claim: ClaimAsked, { claim: own }: Candidate): boolean {
  if (!own || claim.lines.length === 0) return false;
  const { matches, unanswered } = matchLines(claim.lines, linesOf(own));
  return (
    unanswered.length === 0 &&
    matches.every(({ line, of }) => {
      const units = of.reduce((sum, { unitsOfService }) => sum + unitsOfService.units, 0);
      return of.length > 0 && line.submittedUnits?.units === units;
    })
  );
}
