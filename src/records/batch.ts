import { resubmissionOf } from '../answers/resubmission';
import type { Office } from '../engine/clinic-file';
import { formatDate } from '../engine/dated';
import { fileForms, formOfClaim, type FileForm } from '../formats/file-form';
import { linesCsvOfAll, reasonsAgainstCsv, type ClaimOfCsv } from '../formats/lines-csv';
import {
  entryIdOf,
  isOfClinic,
  partiesOf,
  reasonsAgainstOther,
  reasonsAgainstParties,
  type PartyReason,
  type Sending,
} from '../formats/parties';
import { groupsByField } from '../formats/party-specs';
import { institutional837OfAll, reasonsAgainst837I } from '../formats/institutional-837';
import { professional837OfAll, reasonsAgainst837, type ClaimOfFile } from '../formats/professional-837';
import { meaningOf } from '../results/words';
import { warningsAmong } from './duplicates';
import { inFewWords, rowStatusWords, type DayRow } from './day-rows';
import { emptyWorksheet } from '../answers/worksheet-text';

/** When a file is written: its day, and hours and minutes as `HHMM`. */
export type WrittenAt = Parameters<typeof professional837OfAll>[2];

export { fileForms, type FileForm };
const guides = {
  '837P': { reasonsAgainst: reasonsAgainst837, writeAll: professional837OfAll },
  '837I': { reasonsAgainst: reasonsAgainst837I, writeAll: institutional837OfAll },
} as const;

/** The file that a claim belongs in; null where there is no claim yet. */
export const fileFormOf = ({ reading: { claim } }: Pick<DayRow, 'reading'>): FileForm | null =>
  claim && formOfClaim(claim);

/** Why a claim goes into no file, whoever sends it; `isAll` where nothing else is looked at then. */
type OfClaim = { readonly says: readonly string[]; readonly isAll: boolean };
const ofClaims = new WeakMap<DayRow, OfClaim>();

/**
 * Why a claim goes into no 837P or 837I of this clinic, whichever it belongs in: all of it, or nothing where it may go.
 * What the clinic lacks for every claim is not among it. A claim in review may go; the user says whether it does.
 */
export function whyNotInFile(row: DayRow, office: Office): readonly string[] {
  const ofOffice = ofOffices.get(office) ?? new WeakMap<DayRow, readonly string[]>();
  ofOffices.set(office, ofOffice);
  const why = ofOffice.get(row) ?? workedOut(row, office);
  ofOffice.set(row, why);
  return why;
}
const ofOffices = new WeakMap<Office, WeakMap<DayRow, readonly string[]>>();

function workedOut(row: DayRow, office: Office): readonly string[] {
  const known = ofClaims.get(row) ?? reasonsAgainst(row);
  ofClaims.set(row, known);
  return known.isAll ? known.says : [...new Set([...known.says, ...reasonsOfParties(row, office)])];
}

function reasonsAgainst(row: DayRow): OfClaim {
  const { record, course } = row;
  const { claim } = row.reading;
  const form = fileFormOf(row);
  if (!claim || !form) return { says: [`There is no claim yet. ${row.reason}`], isAll: true };
  if (record.course.sentOn.trim() !== '') {
    const says = course.sentOn
      ? `It was sent on ${formatDate(course.sentOn)}. To send it again, take away that date and how it was sent.`
      : 'A date sent is told that cannot be read. Mend it or take it away.';
    return { says: [says], isAll: true };
  }
  const says = guides[form].reasonsAgainst(claim, resubmissionOf(record)).map((reason) => reason.says);
  if (says.length > 0) return { says, isAll: false };
  if (claim.status === 'fix-first') return { says: [`${row.reason} ${meaningOf(claim)}`], isAll: true };
  return row.status === 'fix-first' ? { says: [row.reason], isAll: true } : { says: [], isAll: false };
}

/** What keeps the patient, the payers and the roles of one claim from a file. */
function reasonsOfParties(row: DayRow, office: Office): readonly string[] {
  const { record, reading } = row;
  const form = fileFormOf(row) ?? undefined;
  const sending = record.sending as Sending;
  const usual = entryIdOf(office, emptyWorksheet.sending, 'billing');
  const billsAsUsual = entryIdOf(office, sending, 'billing') === usual;
  const isForAll = (reason: PartyReason) =>
    isOfClinic(reason) && (billsAsUsual || groupsByField[reason.field] !== 'Billing provider');
  return [
    ...reasonsAgainstOther(sending.typedFor, record.patientReference.trim()),
    ...reasonsAgainstParties(partiesOf(office, sending), reading.claim, form).filter((reason) => !isForAll(reason)),
  ].map(({ says }) => `${says}.`);
}

/** What the clinic itself has not told for such a file, or not rightly. */
export const clinicLacks = (office: Office, form: FileForm): readonly PartyReason[] =>
  reasonsAgainstParties(partiesOf(office, emptyWorksheet.sending), null, form).filter(isOfClinic);

/** What goes into a file of those chosen, and what does not, with every reason. */
export type Parted = { readonly ready: readonly DayRow[]; readonly others: readonly LeftOut[] };
export type LeftOut = { readonly row: DayRow; readonly why: readonly string[] };

function parted(rows: readonly DayRow[], whyNot: (row: DayRow) => readonly string[]): Parted {
  const each = rows.map((row) => ({ row, why: whyNot(row) }));
  return {
    ready: each.flatMap(({ row, why }) => (why.length === 0 ? [row] : [])),
    others: each.filter(({ why }) => why.length > 0),
  };
}

/**
 * Those that go into such a file; claims in which something is still to be checked only `withReview`, and none that
 * stands twice among them. Claims that belong in the other file are not among the others.
 */
export function partedForFile(form: FileForm, rows: readonly DayRow[], office: Office, withReview: boolean): Parted {
  const own = rows.filter((row) => (fileFormOf(row) ?? form) === form);
  const whyNot = (row: DayRow): readonly string[] => {
    const why = whyNotInFile(row, office);
    return why.length > 0 || row.status === 'ready' || withReview ? why : [`${standingOf(row)}. ${row.reason}`];
  };
  const warnings = warningsAmong(parted(own, whyNot).ready);
  const isTwice = ({ id }: DayRow) => warnings.get(id)?.some(({ kind }) => kind === 'same-code') ?? false;
  return parted(own, (row) => (isTwice(row) ? [twice] : whyNot(row)));
}
const standingOf = ({ status }: DayRow): string => (status === 'review' ? 'Still in review' : rowStatusWords[status]);
const twice = 'Another of the chosen claims bills the same code for this patient and day: choose one of them.';

/** Those whose lines can be written at all. */
export const partedForCsv = (rows: readonly DayRow[]): Parted =>
  parted(rows, (row) => {
    const { record, reading } = row;
    return reading.claim
      ? reasonsAgainstCsv(reading.claim, resubmissionOf(record)).map(({ says }) => says)
      : [`There is no claim yet. ${row.reason}`];
  });

export const writeFile = (form: FileForm, rows: readonly DayRow[], office: Office, writtenAt: WrittenAt) =>
  guides[form].writeAll(
    rows.flatMap((row): readonly ClaimOfFile[] =>
      row.reading.claim
        ? [
            {
              whose: inFewWords(row),
              claim: row.reading.claim,
              sending: row.record.sending,
              resubmission: resubmissionOf(row.record),
            },
          ]
        : [],
    ),
    office,
    writtenAt,
  );

export const writeCsv = (rows: readonly DayRow[]) =>
  linesCsvOfAll(
    rows.flatMap(({ reference, record, reading: { claim } }): readonly ClaimOfCsv[] =>
      claim
        ? [
            {
              reference,
              account: record.account.trim(),
              claim,
              resubmission: resubmissionOf(record),
              department: record.sending.procedureRevenue,
            },
          ]
        : [],
    ),
  );
