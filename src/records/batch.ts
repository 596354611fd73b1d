import { resubmissionOf } from '../answers/resubmission';
import { emptyOffice, type Office } from '../engine/clinic-file';
import { formatDate } from '../engine/dated';
import { linesCsvOfAll, reasonsAgainstCsv, type ClaimOfCsv } from '../formats/lines-csv';
import {
  isOfClinic,
  partiesOf,
  reasonsAgainstOther,
  reasonsAgainstParties,
  type PartyReason,
} from '../formats/parties';
import { professional837OfAll, reasonsAgainst837, type ClaimOfFile } from '../formats/professional-837';
import { meaningOf } from '../results/words';
import { warningsAmong } from './duplicates';
import { inFewWords, type DayRow } from './day-rows';
import { emptyWorksheet } from '../answers/worksheet-text';

/** When a file is written: its day, and hours and minutes as `HHMM`. */
export type WrittenAt = Parameters<typeof professional837OfAll>[2];

const against = new WeakMap<DayRow, readonly string[]>();

/**
 * Why a claim goes into no 837P, whoever sends it: all of it, or nothing where it may go. A claim in review may; the
 * user says whether it does.
 */
export function whyNotIn837(row: DayRow): readonly string[] {
  const known = against.get(row);
  if (known) return known;
  const why = [...new Set(reasonsAgainst(row))];
  against.set(row, why);
  return why;
}

function reasonsAgainst(row: DayRow): readonly string[] {
  const { record, course } = row;
  const { claim } = row.reading;
  if (!claim) return [`There is no claim yet. ${row.reason}`];
  const { status } = claim;
  if (record.course.sentOn.trim() !== '')
    return [
      course.sentOn
        ? `It was sent on ${formatDate(course.sentOn)}. Take that date away to send it again.`
        : 'A date sent is told that cannot be read. Mend it or take it away.',
    ];
  const own = reasonsAgainst837(claim, resubmissionOf(record)).map(({ says }) => says);
  if (own.length === 0 && status === 'fix-first') return [`${row.reason} ${meaningOf(claim)}`];
  return [
    ...own,
    ...[
      ...reasonsAgainstOther(record.sending.typedFor, record.patientReference.trim()),
      ...reasonsAgainstParties(partiesOf(emptyOffice, record.sending), claim).filter((reason) => !isOfClinic(reason)),
    ].map(({ says }) => `${says}.`),
  ];
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
export function partedFor837(rows: readonly DayRow[], withReview: boolean): Parted {
  const { ready } = parted(rows, (row) => whyNotIn837(row).length === 0 && (row.status === 'ready' || withReview));
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
