import type { IsoDate } from '../engine/dated';
import { dateAt, elementAt, placeWords, procedureIn } from './elements';
import type { Person, Procedure } from './remittance';
import { readSegments, type Note, type ReadSegment, type Refused } from './segments';
import { categoryOf, statusOf, type FieldToMend, type Verdict } from './status-codes';
import { transactionWords } from './transactions';

/** One status of a claim or line: what it says, and the field that is to be mended. */
export type StatusTold = {
  readonly at: number;
  /** "A7:562:85". */
  readonly code: string;
  readonly verdict: Verdict;
  readonly says: string;
  readonly field: FieldToMend | null;
};

export type AcknowledgedLine = { readonly procedure: Procedure; readonly statuses: readonly StatusTold[] };

/** What the clearinghouse or the payer says of one claim before it is decided. */
export type AcknowledgedClaim = {
  readonly at: number;
  readonly controlNumber: string;
  readonly payerNumber: string;
  readonly patient: Person | null;
  readonly from: IsoDate | null;
  readonly statuses: readonly StatusTold[];
  readonly lines: readonly AcknowledgedLine[];
};

export type Acknowledgment = {
  readonly claims: readonly AcknowledgedClaim[];
  /** What is said of the whole file, or of all claims of a provider. */
  readonly ofAll: readonly StatusTold[];
  readonly notes: readonly Note[];
};

type Draft<T> = { -readonly [Name in keyof T]: T[Name] extends readonly (infer Each)[] ? Each[] : T[Name] };
type LineDraft = Draft<AcknowledgedLine>;
type ClaimDraft = Omit<Draft<AcknowledgedClaim>, 'lines'> & { lines: LineDraft[] };
type Reading = {
  component: string;
  isRead: boolean;
  claim: ClaimDraft | null;
  line: LineDraft | null;
  readonly claims: ClaimDraft[];
  readonly ofAll: StatusTold[];
  readonly notes: Note[];
  readonly refused: string[];
};

/** Reads a claim acknowledgment (277CA, 005010X214); refused where it is something else. */
export function read277ca(text: string): Acknowledgment | Refused {
  const read = readSegments(text);
  if ('refused' in read) return read;
  const reading: Reading = {
    component: ':',
    isRead: read.isPart,
    claim: null,
    line: null,
    claims: [],
    ofAll: [],
    notes: [...read.notes],
    refused: [],
  };
  for (const { separators, segments } of read.interchanges) {
    reading.component = separators.component;
    for (const segment of segments)
      if (segment.name === 'ST' || reading.isRead) segmentReaders[segment.name]?.(segment, reading);
  }
  const { claims, ofAll, notes, refused } = reading;
  if (claims.length === 0 && ofAll.length === 0) return { refused: refused[0] ?? 'No claim’s status (STC) is in it.' };
  if (read.endsAfter !== null)
    notes.push({
      at: read.endsAfter,
      says: `The file ends after segment ${read.endsAfter}. What follows is missing: ask for the file again.`,
    });
  return { claims, ofAll, notes };
}

type ReadOne = (segment: ReadSegment, reading: Reading) => void;
const segmentReaders: Readonly<Record<string, ReadOne>> = {
  ST: openTransaction,
  SE: (_, reading) => {
    reading.isRead = false;
  },
  // Whoever comes next, the claim before is at its end.
  HL: (_, reading) => {
    reading.claim = null;
    reading.line = null;
  },
  NM1: (segment, reading) => {
    if (elementAt(segment, 1) === 'QC') openClaim(segment, reading);
  },
  TRN: (segment, reading) => {
    if (reading.claim && elementAt(segment, 1) === '2') reading.claim.controlNumber = elementAt(segment, 2);
  },
  REF: (segment, reading) => {
    if (reading.claim && elementAt(segment, 1) === '1K') reading.claim.payerNumber = elementAt(segment, 2);
  },
  DTP: readDay,
  SVC: (segment, reading) => {
    if (!reading.claim) return;
    reading.line = { procedure: procedureIn(elementAt(segment, 1), reading.component), statuses: [] };
    reading.claim.lines.push(reading.line);
  },
  STC: readStatuses,
};

function openTransaction(segment: ReadSegment, reading: Reading): void {
  const name = elementAt(segment, 1);
  reading.isRead = name === '277';
  reading.claim = null;
  reading.line = null;
  if (reading.isRead) return;
  const says = `${placeWords(segment, 1)}: this is ${transactionWords(name)}, and no acknowledgment of claims (277CA).`;
  reading.refused.push(says);
  reading.notes.push({ at: segment.at, says });
}

function openClaim(segment: ReadSegment, reading: Reading): void {
  const claim: ClaimDraft = {
    at: segment.at,
    controlNumber: '',
    payerNumber: '',
    patient: {
      last: elementAt(segment, 3),
      first: elementAt(segment, 4),
      middle: elementAt(segment, 5),
      id: elementAt(segment, 9),
    },
    from: null,
    statuses: [],
    lines: [],
  };
  reading.claim = claim;
  reading.line = null;
  reading.claims.push(claim);
}

/** DTP*472*D8 has one day, and RD8 two with a hyphen between. */
function readDay(segment: ReadSegment, reading: Reading): void {
  if (!reading.claim || elementAt(segment, 1) !== '472') return;
  const first = elementAt(segment, 3).slice(0, 8);
  const on = dateAt({ ...segment, elements: ['DTP', '', '', first] }, 3);
  if ('value' in on) reading.claim.from = on.value;
  else reading.notes.push({ at: segment.at, says: on.unread });
}

/** STC01, STC10 and STC11, and what STC12 says in the sender’s own words. */
function readStatuses(segment: ReadSegment, reading: Reading): void {
  const told = [1, 10, 11].flatMap((place) => statusIn(elementAt(segment, place), segment, reading.component));
  const message = elementAt(segment, 12);
  const [first, ...others] = told;
  if (!first) return;
  const all = message === '' ? told : [{ ...first, says: `${first.says} The sender says: “${message}”.` }, ...others];
  (reading.line ?? reading.claim)?.statuses.push(...all);
  if (!reading.claim) reading.ofAll.push(...all);
}

function statusIn(text: string, { at }: ReadSegment, component: string): readonly StatusTold[] {
  const [category = '', code = '', entity = ''] = text.split(component).map((each) => each.trim());
  if (category === '' || code === '') return [];
  const { verdict, means } = categoryOf(category);
  const { says, field } = statusOf(code, entity);
  return [{ at, code: text, verdict, says: `${means} ${says}`, field }];
}

/** The worst of what is said of a claim and its lines: one rejected line keeps the claim from being filed. */
export function verdictOf({ statuses, lines }: AcknowledgedClaim): Verdict {
  const all = [...statuses, ...lines.flatMap((line) => line.statuses)].map(({ verdict }) => verdict);
  return worstFirst.find((verdict) => all.includes(verdict)) ?? 'other';
}
const worstFirst: readonly Verdict[] = ['rejected', 'system', 'not-found', 'waiting', 'accepted', 'other'];
