import { unitsOf } from '../engine/quantity';
import { codesByName, groupWords } from '../rules/remittance-codes';
import { withBalances } from './balances';
import {
  amountAt,
  dateAt,
  elementAt,
  inShort,
  neededAmountAt,
  placeWords,
  procedureIn,
  unitsAt,
  type ElementReading,
} from './elements';
import type { Adjustment, Person, Remittance, RemittanceFile, RemittedClaim, RemittedLine } from './remittance';
import { readSegments, type Interchange, type Note, type ReadSegment, type Refused } from './segments';
import { transactionWords } from './transactions';

/** As it is while it is read: lists that still grow. */
type Draft<T> = { -readonly [Name in keyof T]: T[Name] extends readonly (infer Each)[] ? Each[] : T[Name] };
type LineDraft = Draft<RemittedLine>;
type ClaimDraft = Omit<Draft<RemittedClaim>, 'lines'> & { lines: LineDraft[] };
type RemittanceDraft = Omit<Draft<Remittance>, 'claims'> & { claims: ClaimDraft[] };

/** Where the reading stands. */
type Reading = {
  readonly isPart: boolean;
  component: string;
  remittance: RemittanceDraft | null;
  claim: ClaimDraft | null;
  line: LineDraft | null;
  /** Loop 1000A or 1000B, whose numbers follow it. */
  party: 'PR' | 'PE' | null;
  /** The transaction that is open, and whether it is one that is read. */
  transaction: { readonly segment: ReadSegment; readonly isRead: boolean } | null;
  group: { readonly segment: ReadSegment; transactions: number } | null;
  envelope: { readonly segment: ReadSegment; groups: number } | null;
  readonly remittances: RemittanceDraft[];
  /** What was refused within the file, in words. */
  readonly refused: string[];
  readonly notes: Note[];
  /** What was told once already: an unknown code or segment is told where it stands first. */
  readonly told: Set<string>;
};

/**
 * Reads an 835, whole or a part of it. What can be read is read, and the rest is told by its segment: nothing is
 * guessed, and an amount that is not there is null. Refused where nothing of a remittance is in it.
 */
export function read835(text: string): RemittanceFile | Refused {
  const read = readSegments(text);
  if ('refused' in read) return read;
  const reading = begin(read.isPart);
  for (const interchange of read.interchanges) readInterchange(interchange, reading);
  if (read.endsAfter !== null) tellTheCut(reading, read.endsAfter);
  const remittances = reading.remittances.map(withBalances);
  const isNothing = remittances.every(({ at, claims, amount }) => at === null && claims.length === 0 && !amount);
  if (isNothing) return { refused: reading.refused[0] ?? nothingOfIt(read.endsAfter) };
  return { remittances, isPart: read.isPart, notes: [...read.notes, ...reading.notes] };
}

const nothingOfIt = (endsAfter: number | null): string =>
  endsAfter === null
    ? 'No remittance is in it: neither a payment (BPR) nor a claim (CLP).'
    : `The file ends after segment ${endsAfter}, before its first payment. Ask for the file again.`;

const begin = (isPart: boolean): Reading => ({
  isPart,
  component: ':',
  remittance: null,
  claim: null,
  line: null,
  party: null,
  transaction: null,
  group: null,
  envelope: null,
  remittances: [],
  refused: [],
  notes: [],
  told: new Set(),
});

function readInterchange({ separators, segments }: Interchange, reading: Reading): void {
  reading.component = separators.component;
  reading.transaction = null;
  reading.group = null;
  reading.envelope = null;
  closeRemittance(reading);
  for (const segment of segments) readSegment(segment, reading);
}

function readSegment(segment: ReadSegment, reading: Reading): void {
  const { name } = segment;
  const isOfEnvelope = Object.hasOwn(envelopeSegments, name);
  const read = isOfEnvelope ? envelopeSegments[name] : remittanceSegments[name];
  if (!isOfEnvelope && reading.transaction && !reading.transaction.isRead) return;
  if (read) read(segment, reading);
  else if (!leftOut.includes(name))
    tellOnce(reading, `segment ${name}`, segment.at, `${inShort(name)} is unknown here and was left out.`);
}

/** Segments that tell nothing that is needed here. */
const leftOut = ['N2', 'N3', 'N4', 'PER', 'RDM', 'CUR', 'LX', 'TS3', 'TS2', 'QTY', 'TA1'];

const note = (reading: Reading, at: number | null, says: string): void => {
  reading.notes.push({ at, says });
};
function tellOnce(reading: Reading, key: string, at: number, says: string): void {
  if (reading.told.has(key)) return;
  reading.told.add(key);
  note(reading, at, `Segment ${at}: ${says}`);
}

/** What was read of an element; where it cannot be read, that holds what it belongs to. */
function valueOf<T>(reading: ElementReading<T>, holds: Note[], { at }: ReadSegment): T | null {
  if ('value' in reading) return reading.value;
  holds.push({ at, says: reading.unread });
  return null;
}
/** The same of what nothing hangs on: it is told, and holds nothing. */
const noted = <T>(found: ElementReading<T>, reading: Reading, segment: ReadSegment): T | null =>
  valueOf(found, reading.notes, segment);

type ReadOne = (segment: ReadSegment, reading: Reading) => void;

const envelopeSegments: Readonly<Record<string, ReadOne>> = {
  ISA: (segment, reading) => {
    reading.envelope = { segment, groups: 0 };
  },
  GS: (segment, reading) => {
    if (reading.envelope) reading.envelope.groups += 1;
    reading.group = { segment, transactions: 0 };
    const release = elementAt(segment, 8);
    if (!reading.isPart && elementAt(segment, 1) === 'HP' && !release.startsWith('005010X221'))
      note(
        reading,
        segment.at,
        `${placeWords(segment, 8)}, names the guide “${inShort(release)}”. It is read like 005010X221A1.`,
      );
  },
  ST: openTransaction,
  SE: closeTransaction,
  GE: closeGroup,
  IEA: closeEnvelope,
};

function openTransaction(segment: ReadSegment, reading: Reading): void {
  tellOpen(reading, segment);
  closeRemittance(reading);
  if (reading.group) reading.group.transactions += 1;
  const name = elementAt(segment, 1);
  const isRead = name === '835';
  reading.transaction = { segment, isRead };
  if (isRead) {
    remittanceOf(reading).at = segment.at;
    return;
  }
  const says = `${placeWords(segment, 1)}: this is ${transactionWords(name)}. Open the 835 that the payer sent.`;
  reading.refused.push(says);
  note(reading, segment.at, says);
}

/** That a transaction before this segment has no end of its own. */
function tellOpen(reading: Reading, { at, name }: ReadSegment): void {
  const { transaction } = reading;
  if (transaction)
    note(
      reading,
      at,
      `Segment ${at}, ${name}: the transaction of segment ${transaction.segment.at} has no end (SE). ` +
        'Something may be missing.',
    );
  reading.transaction = null;
}

function closeTransaction(segment: ReadSegment, reading: Reading): void {
  const { transaction, remittance } = reading;
  reading.transaction = null;
  if (!transaction) {
    if (!reading.isPart) note(reading, segment.at, `Segment ${segment.at}, SE, ends a transaction that did not begin.`);
    closeRemittance(reading);
    return;
  }
  const counted = segment.at - transaction.segment.at + 1;
  const told = elementAt(segment, 1);
  const isCounted = Number(told) === counted;
  if (!isCounted)
    note(
      reading,
      segment.at,
      `${placeWords(segment, 1)}, counts ${told || 'no'} segments, and ${counted} are there. Something may be missing.`,
    );
  sameNumber(reading, segment, transaction.segment);
  if (remittance && transaction.isRead) remittance.isWhole = isCounted && remittance.amount !== null;
  closeRemittance(reading);
}

/** Control numbers of beginning and end: ST02 and SE02, GS06 and GE02, ISA13 and IEA02. */
function sameNumber(reading: Reading, end: ReadSegment, start: ReadSegment): void {
  const places: Readonly<Record<string, number>> = { ST: 2, GS: 6, ISA: 13 };
  const begun = elementAt(start, places[start.name] ?? 2);
  const ended = elementAt(end, 2);
  if (begun.replace(/^0+/, '') !== ended.replace(/^0+/, ''))
    note(
      reading,
      end.at,
      `${placeWords(end, 2)}, has the number “${inShort(ended)}”, and ${start.name} has “${inShort(begun)}”.`,
    );
}

function closeGroup(segment: ReadSegment, reading: Reading): void {
  tellOpen(reading, segment);
  closeRemittance(reading);
  const { group } = reading;
  reading.group = null;
  if (!group) return;
  counts(reading, segment, group.transactions, 'transactions');
  sameNumber(reading, segment, group.segment);
}

function closeEnvelope(segment: ReadSegment, reading: Reading): void {
  tellOpen(reading, segment);
  closeRemittance(reading);
  const { envelope, group } = reading;
  if (group)
    note(reading, segment.at, `Segment ${segment.at}, IEA: the group of segment ${group.segment.at} has no end.`);
  reading.envelope = null;
  reading.group = null;
  if (!envelope) return;
  counts(reading, segment, envelope.groups, 'groups');
  sameNumber(reading, segment, envelope.segment);
}

function counts(reading: Reading, segment: ReadSegment, count: number, what: string): void {
  const told = elementAt(segment, 1);
  if (Number(told) !== count)
    note(reading, segment.at, `${placeWords(segment, 1)}, counts ${told || 'no'} ${what}, and ${count} are there.`);
}

const emptyRemittance = (): RemittanceDraft => ({
  at: null,
  payer: '',
  payerId: '',
  payee: '',
  payeeId: '',
  amount: null,
  method: '',
  trace: '',
  paidOn: null,
  producedOn: null,
  claims: [],
  providerAdjustments: [],
  isWhole: false,
  holds: [],
});

/** The payment that is being read; one begins where none does. */
function remittanceOf(reading: Reading): RemittanceDraft {
  if (reading.remittance) return reading.remittance;
  const remittance = emptyRemittance();
  reading.remittance = remittance;
  reading.remittances.push(remittance);
  return remittance;
}

function closeRemittance(reading: Reading): void {
  reading.remittance = null;
  reading.claim = null;
  reading.line = null;
  reading.party = null;
}

/** A claim of which nothing is told yet. */
export const emptyClaim = (at: number | null): ClaimDraft => ({
  at,
  controlNumber: '',
  status: '',
  charge: null,
  paid: null,
  patientOwes: null,
  filing: '',
  payerNumber: '',
  frequency: '',
  patient: null,
  insured: null,
  corrected: null,
  sentOnTo: '',
  rightPayer: '',
  from: null,
  through: null,
  received: null,
  adjustments: [],
  remarks: [],
  references: [],
  lines: [],
  holds: [],
  isCut: false,
});

/** The claim that is being read; a part may begin within one, and a file whose CLP is lost is told so. */
function claimOf(reading: Reading, segment: ReadSegment): ClaimDraft {
  if (reading.claim) return reading.claim;
  if (!reading.isPart)
    note(reading, segment.at, `Segment ${segment.at}, ${segment.name}, belongs to a claim whose CLP is missing.`);
  const claim = emptyClaim(null);
  reading.claim = claim;
  remittanceOf(reading).claims.push(claim);
  return claim;
}

function openClaim(segment: ReadSegment, reading: Reading): void {
  if (!reading.isPart && !reading.transaction)
    note(reading, segment.at, `Segment ${segment.at}, CLP, stands outside a transaction. It is read all the same.`);
  const claim = emptyClaim(segment.at);
  claim.controlNumber = elementAt(segment, 1);
  claim.status = elementAt(segment, 2);
  claim.charge = valueOf(neededAmountAt(segment, 3, 'the charge of the claim'), claim.holds, segment);
  claim.paid = valueOf(neededAmountAt(segment, 4, 'what was paid of the claim'), claim.holds, segment);
  claim.patientOwes = valueOf(amountAt(segment, 5), claim.holds, segment);
  claim.filing = elementAt(segment, 6);
  claim.payerNumber = elementAt(segment, 7);
  claim.frequency = elementAt(segment, 9);
  reading.claim = claim;
  reading.line = null;
  reading.party = null;
  remittanceOf(reading).claims.push(claim);
}

function openLine(segment: ReadSegment, reading: Reading): void {
  const claim = claimOf(reading, segment);
  const { component } = reading;
  const holds: Note[] = [];
  const line: LineDraft = {
    at: segment.at,
    procedure: procedureIn(elementAt(segment, 1), component),
    submitted: elementAt(segment, 6) === '' ? null : procedureIn(elementAt(segment, 6), component),
    revenueCode: elementAt(segment, 4),
    charge: valueOf(neededAmountAt(segment, 2, 'the charge of the line'), holds, segment),
    paid: valueOf(neededAmountAt(segment, 3, 'what was paid of the line'), holds, segment),
    units: null,
    submittedUnits: null,
    unitsTold: elementAt(segment, 5),
    submittedUnitsTold: elementAt(segment, 7),
    from: null,
    through: null,
    allowed: null,
    adjustments: [],
    remarks: [],
    references: [],
    holds,
  };
  line.units = line.unitsTold === '' ? unitsOf(1) : unitsAt(segment, 5);
  line.submittedUnits = line.submittedUnitsTold === '' ? line.units : unitsAt(segment, 7);
  reading.line = line;
  claim.lines.push(line);
}

/** CAS: a group, then reason, amount and quantity, up to six times. */
function readAdjustments(segment: ReadSegment, reading: Reading): void {
  const { adjustments, holds } = reading.line ?? claimOf(reading, segment);
  const group = elementAt(segment, 1);
  tellGroup(segment, group, reading);
  for (let place = 2; place < segment.elements.length; place += 3) {
    const reason = elementAt(segment, place).replace(/^0+(?=\d)/, '');
    if (reason === '' && elementAt(segment, place + 1) === '') continue;
    if (reason === '') holds.push({ at: segment.at, says: `${placeWords(segment, place)}, is missing: the reason.` });
    const amount = valueOf(neededAmountAt(segment, place + 1, `the amount of ${group} ${reason}`), holds, segment);
    if (!amount) continue;
    adjustments.push({ group, reason, amount, quantity: elementAt(segment, place + 2) } satisfies Adjustment);
    if (reason !== '' && codesByName.get(reason)?.kind !== 'CARC')
      tellOnce(reading, `reason ${reason}`, segment.at, `reason ${inShort(reason)} is not on file here. Look it up.`);
  }
}

function tellGroup(segment: ReadSegment, group: string, reading: Reading): void {
  if (group === 'CR') tellOnce(reading, 'group CR', segment.at, groupWords.CR);
  else if (!Object.hasOwn(groupWords, group))
    tellOnce(reading, `group ${group}`, segment.at, `group “${inShort(group)}” is unknown. Ask who bears it.`);
}

function addRemarks(places: readonly number[], segment: ReadSegment, reading: Reading): void {
  const { remarks } = reading.line ?? claimOf(reading, segment);
  for (const place of places) {
    const remark = elementAt(segment, place);
    if (remark === '' || remarks.includes(remark)) continue;
    remarks.push(remark);
    if (codesByName.get(remark)?.kind !== 'RARC')
      tellOnce(reading, `remark ${remark}`, segment.at, `remark ${inShort(remark)} is not on file here. Look it up.`);
  }
}

const personIn = (segment: ReadSegment): Person => ({
  last: elementAt(segment, 3),
  first: elementAt(segment, 4),
  middle: elementAt(segment, 5),
  id: elementAt(segment, 9),
});

/** NM1: only the roles that matter here; the others are left out. */
function readPerson(segment: ReadSegment, reading: Reading): void {
  const claim = claimOf(reading, segment);
  switch (elementAt(segment, 1)) {
    case 'QC':
      claim.patient = personIn(segment);
      return;
    case 'IL':
      claim.insured = personIn(segment);
      return;
    case '74':
      claim.corrected = personIn(segment);
      return;
    case 'TT':
      claim.sentOnTo = elementAt(segment, 3);
      return;
    case 'PR':
      claim.rightPayer = elementAt(segment, 3);
  }
}

function readDate(segment: ReadSegment, reading: Reading): void {
  const kind = elementAt(segment, 1);
  const on = noted(dateAt(segment, 2), reading, segment);
  const { line, claim } = reading;
  if (!claim) {
    if (kind === '405') remittanceOf(reading).producedOn = on;
    return;
  }
  const of = line ?? claim;
  if (kind === '472' || kind === '150' || kind === '232') of.from = on;
  if (kind === '472' || kind === '151' || kind === '233') of.through = on;
  if (kind === '050') claim.received = on;
}

function readParty(segment: ReadSegment, reading: Reading): void {
  const kind = elementAt(segment, 1);
  if (reading.claim) {
    note(reading, segment.at, `Segment ${segment.at}, N1, stands between claims and was left out.`);
    return;
  }
  const remittance = remittanceOf(reading);
  const [name, id] = [elementAt(segment, 2), elementAt(segment, 4)];
  if (kind === 'PR') Object.assign(remittance, { payer: name, payerId: id });
  else if (kind === 'PE') Object.assign(remittance, { payee: name, payeeId: id });
  reading.party = kind === 'PR' || kind === 'PE' ? kind : null;
}

function readReference(segment: ReadSegment, reading: Reading): void {
  const reference = { kind: elementAt(segment, 1), number: elementAt(segment, 2) };
  const of = reading.line ?? reading.claim;
  if (of) of.references.push(reference);
  else if (reading.party === 'PR' && reading.remittance?.payerId === '') reading.remittance.payerId = reference.number;
  else if (reading.isPart && !reading.remittance) claimOf(reading, segment).references.push(reference);
}

/** PLB: whose, of which year, then reason with its number and amount, up to six times. */
function readProviderAdjustments(segment: ReadSegment, reading: Reading): void {
  const remittance = remittanceOf(reading);
  reading.claim = null;
  reading.line = null;
  for (let place = 3; place < segment.elements.length; place += 2) {
    const told = elementAt(segment, place);
    if (told === '' && elementAt(segment, place + 1) === '') continue;
    const [reason = '', ...reference] = told.split(reading.component);
    const amount = valueOf(neededAmountAt(segment, place + 1, `the amount of ${reason}`), remittance.holds, segment);
    if (!amount) continue;
    if (amount.tenthsOfCent === 0)
      note(reading, segment.at, `${placeWords(segment, place + 1)}, is 0, which an 835 should not have.`);
    remittance.providerAdjustments.push({
      at: segment.at,
      provider: elementAt(segment, 1),
      reason,
      reference: reference.join(reading.component),
      amount,
    });
  }
}

const remittanceSegments: Readonly<Record<string, ReadOne>> = {
  BPR: (segment, reading) => {
    const remittance = remittanceOf(reading);
    remittance.amount = valueOf(neededAmountAt(segment, 2, 'the amount of the payment'), remittance.holds, segment);
    remittance.method = elementAt(segment, 4);
    remittance.paidOn = noted(dateAt(segment, 16), reading, segment);
  },
  TRN: (segment, reading) => {
    remittanceOf(reading).trace = elementAt(segment, 2);
  },
  N1: readParty,
  REF: readReference,
  DTM: readDate,
  CLP: openClaim,
  SVC: openLine,
  CAS: readAdjustments,
  NM1: readPerson,
  MOA: (segment, reading) => addRemarks([3, 4, 5, 6, 7], segment, reading),
  MIA: (segment, reading) => addRemarks([5, 20, 21, 22, 23], segment, reading),
  LQ: (segment, reading) => {
    if (elementAt(segment, 1) === 'HE') addRemarks([2], segment, reading);
  },
  AMT: (segment, reading) => {
    if (reading.line && elementAt(segment, 1) === 'B6')
      reading.line.allowed = noted(amountAt(segment, 2), reading, segment);
  },
  PLB: readProviderAdjustments,
};

/** What the cut left: the claim in which the file ends is not whole, and its payment cannot be added up. */
function tellTheCut(reading: Reading, endsAfter: number): void {
  const { claim, remittance } = reading;
  if (claim) claim.isCut = true;
  if (remittance) remittance.isWhole = false;
  const where = claim ? `, within the claim ${claim.controlNumber || 'without a number'}` : '';
  note(
    reading,
    endsAfter,
    `The file ends after segment ${endsAfter}${where}. What follows is missing: ask for the file again.`,
  );
}
