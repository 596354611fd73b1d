import { resubmissionOf } from '../answers/resubmission';
import type { Office } from '../engine/clinic-file';
import { formatDate } from '../engine/dated';
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
import { professional837OfAll, reasonsAgainst837, type ClaimOfFile } from '../formats/professional-837';
import { meaningOf } from '../results/words';
import { warningsAmong } from './duplicates';
import { inFewWords, type DayRow } from './day-rows';
import { emptyWorksheet } from '../answers/worksheet-text';

/** When a file is written: its day, and hours and minutes as `HHMM`. */
export type WrittenAt = Parameters<typeof professional837OfAll>[2];

/** Why a claim goes into no 837P, whoever sends it; `isAll` where nothing else is looked at then. */
type OfClaim = { readonly says: readonly string[]; readonly isAll: boolean };
const ofClaims = new WeakMap<DayRow, OfClaim>();

/**
 * Why a claim goes into no 837P of this clinic: all of it, or nothing where it may go. What the clinic lacks for every
 * claim is not among it. A claim in review may go; the user says whether it does.
 */
export function whyNotIn837(row: DayRow, office: Office): readonly string[] {
  const known = ofClaims.get(row) ?? reasonsAgainst(row);
  ofClaims.set(row, known);
  return known.isAll ? known.says : [...new Set([...known.says, ...reasonsOfParties(row, office)])];
}

function reasonsAgainst(row: DayRow): OfClaim {
  const { record, course } = row;
  const { claim } = row.reading;
  if (!claim) return { says: [`There is no claim yet. ${row.reason}`], isAll: true };
  if (record.course.sentOn.trim() !== '') {
    const says = course.sentOn
      ? `It was sent on ${formatDate(course.sentOn)}. Take that date away to send it again.`
      : 'A date sent is told that cannot be read. Mend it or take it away.';
    return { says: [says], isAll: true };
  }
  const says = reasonsAgainst837(claim, resubmissionOf(record)).map((reason) => reason.says);
  return says.length === 0 && claim.status === 'fix-first'
    ? { says: [`${row.reason} ${meaningOf(claim)}`], isAll: true }
    : { says, isAll: false };
}

/** What keeps the patient, the payers and the roles of one claim from a file. */
function reasonsOfParties({ record, reading: { claim } }: DayRow, office: Office): readonly string[] {
  const sending = record.sending as Sending;
  const usual = entryIdOf(office, emptyWorksheet.sending, 'billing');
  const billsAsUsual = entryIdOf(office, sending, 'billing') === usual;
  const isForAll = (reason: PartyReason) =>
    isOfClinic(reason) && (billsAsUsual || groupsByField[reason.field] !== 'Billing provider');
  return [
    ...reasonsAgainstOther(sending.typedFor, record.patientReference.trim()),
    ...reasonsAgainstParties(partiesOf(office, sending), claim).filter((reason) => !isForAll(reason)),
  ].map(({ says }) => `${says}.`);
}

/** What the clinic itself has not told for an 837P, or not rightly. */
export const clinicLacks = (office: Office): readonly PartyReason[] =>
  reasonsAgainstParties(partiesOf(office, emptyWorksheet.sending), null).filter(isOfClinic);

/** What goes into a file of those chosen, and what does not. */
export type Parted = { readonly ready: readonly DayRow[]; readonly others: readonly DayRow[] };

const parted = (rows: readonly DayRow[], isReady: (row: DayRow) => boolean): Parted => ({
  ready: rows.filter(isReady),
  others: rows.filter((row) => !isReady(row)),
});

/**
 * Those that go into an 837P; claims in which something is still to be checked only `withReview`, and none that stands
 * twice among them.
 */
export function partedFor837(rows: readonly DayRow[], office: Office, withReview: boolean): Parted {
  const { ready } = parted(
    rows,
    (row) => whyNotIn837(row, office).length === 0 && (row.status === 'ready' || withReview),
  );
  const warnings = warningsAmong(ready);
  const isTwice = ({ id }: DayRow) => warnings.get(id)?.some(({ kind }) => kind === 'same-code') ?? false;
  return parted(rows, (row) => ready.includes(row) && !isTwice(row));
}

/** Those whose lines can be written at all. */
export const partedForCsv = (rows: readonly DayRow[]): Parted =>
  parted(rows, ({ record, reading: { claim } }) =>
    claim ? reasonsAgainstCsv(claim, resubmissionOf(record)).length === 0 : false,
  );

export const write837 = (rows: readonly DayRow[], office: Office, writtenAt: WrittenAt) =>
  professional837OfAll(
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
      claim ? [{ reference, account: record.account.trim(), claim, resubmission: resubmissionOf(record) }] : [],
    ),
  );
