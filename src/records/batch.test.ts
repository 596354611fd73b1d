import { describe, expect, it } from 'vitest';
import { emptyWorksheet, type WorksheetText } from '../answers/worksheet-text';
import { emptyOffice } from '../engine/clinic-file';
import { day } from '../engine/dated';
import { clinicLacks, partedFor837, partedForCsv, whyNotIn837, write837, writeCsv } from './batch';
import { rowMaker } from './day-rows';
import { keptClaim, office, readKept, rowsOf, today } from './day.fixture';

const writtenAt = { date: day('2026-11-25'), time: '0915' };

/** The claim with every open finding ticked off. */
function ticked(record: WorksheetText): WorksheetText {
  const { claim } = readKept(record);
  const patient = [
    record.patientReference,
    record.account,
    record.sending.patientLast,
    record.sending.patientFirst,
    record.sending.memberId,
    record.sending.birthDate,
    record.sending.accountNumber,
  ];
  return { ...record, ticks: { patient, facts: '', keys: claim?.findings.map(({ checkKey }) => checkKey) ?? [] } };
}
const inRecord = ['spasticity', 'six-weeks', 'trial-response', 'age', 'order', 'dose', 'opened', 'discarded'];
const ready = (number: number) =>
  ticked(
    keptClaim(number, {
      records: inRecord,
      wasteReason: 'Rest of the vial',
      wasteDate: '11/25/2026',
      wasteTime: '10:20',
    }),
  );

it('of two copies of one claim neither goes into an 837P, and one that replaces the other does', () => {
  const rows = rowsOf(ready(1), { ...ready(1), recordId: 'copy' }, ready(2));
  expect(partedFor837(rows, office, false).ready.map(({ id }) => id)).toEqual(['id-2']);
  const replacing = { ...ready(1), recordId: 'copy', frequency: '7' as const, originalReference: 'ICN1' };
  expect(partedFor837(rowsOf(ready(1), replacing), office, true).ready.map(({ id }) => id)).toContain('id-1');
});

describe('why a claim goes into no 837P', () => {
  it('nothing keeps back one that is ready, nor one in review', () => {
    const [one, review] = rowsOf(ready(1), keptClaim(2));
    expect([one!.status, whyNotIn837(one!, office)]).toEqual(['ready', []]);
    expect([review!.status, whyNotIn837(review!, office)]).toEqual(['review', []]);
  });

  const course = { ...emptyWorksheet.course };
  it.each<[string, Partial<WorksheetText>, RegExp]>([
    ['no claim', { doseGiven: '' }, /^There is no claim yet. Enter the dose given/],
    ['on hold', { route: 'intravenous' }, /^The claim is on hold/],
    ['certain to come back', { diagnoses: '' }, /^The claim would certainly come back/],
    ['no charge', { chargePerUnit: '' }, /^Enter the charge for a unit/],
    ['a hospital', { setting: 'hospital-outpatient' }, /./],
    ['sent', { course: { ...course, sentOn: '11/25/2026' } }, /^It was sent on 11\/25\/2026/],
    ['sent on some day', { course: { ...course, sentOn: 'soon' } }, /^A date sent is told that cannot be read/],
    ['no patient', { sending: emptyWorksheet.sending }, /^Enter the patient’s last name\.$/],
    [
      'somebody who treated and whom the clinic does not hold',
      { sending: { ...keptClaim(1).sending, rendering: 'gone' } },
      /^Enter the rendering provider’s last name\.$/,
    ],
    [
      'a child without subscriber',
      { sending: { ...keptClaim(1).sending, relationship: '19' } },
      /^Enter the subscriber’s last name\.$/,
    ],
    [
      'typed for another patient',
      { sending: { ...keptClaim(1).sending, typedFor: 'PT-9' } },
      /^The patient was typed for PT-9, and the reference is PT-1 now/,
    ],
  ])('%s', (_, changed, says) => expect(whyNotIn837(rowsOf(keptClaim(1, changed))[0]!, office)[0]).toMatch(says));

  it('tells every answer of the patient that is missing, and none of the clinic', () => {
    const why = whyNotIn837(rowsOf(keptClaim(1, { sending: emptyWorksheet.sending }))[0]!, emptyOffice);
    expect(why).toContain('Enter the member ID.');
    expect(why).toContain('Choose the sex as the payer has it.');
    expect(why.join(' ')).not.toMatch(/sender|provider/i);
  });

  it('what the clinic has not told is told once, for all', () => {
    expect(clinicLacks(office)).toEqual([]);
    expect(clinicLacks(emptyOffice).map(({ field }) => field)).toContain('providerNpi');
    expect(clinicLacks({ ...office, controlNumber: '' })).toEqual([
      { field: 'controlNumber', says: 'Enter the control number' },
    ]);
  });
});

describe('what of a selection goes into a file', () => {
  const rows = rowsOf(
    ready(1),
    keptClaim(2),
    keptClaim(3, { diagnoses: '' }),
    ready(4),
    keptClaim(5, { doseGiven: '' }),
  );
  const names = (of: readonly { reference: string }[]) => of.map(({ reference }) => reference);

  it('an 837P takes those that are ready, and those in review where that is wanted', () => {
    const { ready: own, others } = partedFor837(rows, office, false);
    expect([names(own), names(others)]).toEqual([
      ['PT-1', 'PT-4'],
      ['PT-2', 'PT-3', 'PT-5'],
    ]);
    expect(names(partedFor837(rows, office, true).ready)).toEqual(['PT-1', 'PT-2', 'PT-4']);
  });
  it('a CSV takes every claim that may leave', () => {
    const { ready: own, others } = partedForCsv(rows);
    expect([names(own), names(others)]).toEqual([
      ['PT-1', 'PT-2', 'PT-4'],
      ['PT-3', 'PT-5'],
    ]);
  });

  it('the 837P holds those claims and no other', () => {
    const result = write837(partedFor837(rows, office, true).ready, office, writtenAt);
    expect('written' in result ? result.written.match(/^CLM\*[^*]+/gm) : result).toEqual([
      'CLM*WS-1',
      'CLM*WS-2',
      'CLM*WS-4',
    ]);
  });
  it('is refused as a whole, by name, where one is not ready after all', () => {
    const lacking = rowMaker(readKept, today)(keptClaim(6, {}, { memberId: '' }));
    expect(write837([rows[0]!, lacking], office, writtenAt)).toEqual({
      refused: [{ field: 'memberId', says: 'Enter the member ID', whose: 'PT-6, 11/25/2026' }],
    });
  });
  it('the CSV holds the lines of each, behind its reference', () => {
    const result = writeCsv(partedForCsv(rows).ready);
    const lines = 'written' in result ? result.written.trim().split('\r\n').slice(1) : [];
    expect(lines.map((line) => line.slice(0, 4))).toEqual(['PT-1', 'PT-1', 'PT-2', 'PT-2', 'PT-4', 'PT-4']);
  });
});
