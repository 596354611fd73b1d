import { describe, expect, it } from 'vitest';
import { emptyWorksheet, type WorksheetText } from '../answers/worksheet-text';
import { emptyOffice } from '../engine/clinic-file';
import { day } from '../engine/dated';
import { clinicLacks, fileFormOf, partedForCsv, partedForFile, whyNotInFile, writeCsv, writeFile } from './batch';
import { physician } from '../formats/parties.fixture';
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
  expect(partedForFile('837P', rows, office, false).ready.map(({ id }) => id)).toEqual(['id-2']);
  const replacing = { ...ready(1), recordId: 'copy', frequency: '7' as const, originalReference: 'ICN1' };
  expect(partedForFile('837P', rowsOf(ready(1), replacing), office, true).ready.map(({ id }) => id)).toContain('id-1');
});

describe('claims of an office and of a hospital, chosen together', () => {
  const hospital = { ...office, providers: [...office.providers, physician] };
  const ofHospital = (number: number, changed: Partial<WorksheetText> = {}) =>
    keptClaim(number, {
      setting: 'hospital-outpatient',
      payer: 'commercial',
      wasteReason: 'Rest of the vial',
      ...changed,
    });
  const rows = rowsOf(
    keptClaim(1),
    ofHospital(2),
    ofHospital(3, { sending: { ...keptClaim(3).sending, memberId: '' } }),
    keptClaim(4, { doseGiven: '' }),
    ofHospital(5),
  );
  const whose = (of: readonly { reference: string }[]) => of.map(({ reference }) => reference);
  const left = (form: '837P' | '837I', withReview = true) =>
    partedForFile(form, rows, hospital, withReview).others.map(({ row, why }) => [row.reference, why[0]]);

  it('each belongs in one file; a clinic that bills on either sends Medicare the hospital’s', () => {
    expect(rows.map(fileFormOf)).toEqual(['837P', '837I', '837I', null, '837I']);
    const either = (payer: WorksheetText['payer']) => fileFormOf(rowsOf(keptClaim(6, { setting: 'rhc', payer }))[0]!);
    expect([either('medicare-part-b'), either('commercial')]).toEqual(['837I', '837P']);
  });

  it('each file takes its own, and tells why each other is not in it', () => {
    expect(whose(partedForFile('837P', rows, hospital, true).ready)).toEqual(['PT-1']);
    expect(whose(partedForFile('837I', rows, hospital, true).ready)).toEqual(['PT-2', 'PT-5']);
    expect(left('837P')).toEqual([['PT-4', expect.stringMatching(/^There is no claim yet\. Enter the dose given/)]]);
    expect(left('837I')).toEqual([
      ['PT-3', 'Enter the member ID.'],
      ['PT-4', expect.stringMatching(/^There is no claim yet/)],
    ]);
    expect(left('837I', false).map(([name, why]) => `${name}: ${why}`)).toEqual([
      expect.stringMatching(/^PT-2: Still in review\. Still to be checked/),
      'PT-3: Enter the member ID.',
      expect.stringMatching(/^PT-4/),
      expect.stringMatching(/^PT-5: Still in review/),
    ]);
  });

  it('of two copies each tells that the other is chosen as well', () => {
    const copies = rowsOf(ofHospital(1), { ...ofHospital(1), recordId: 'copy' });
    const { ready: none, others } = partedForFile('837I', copies, hospital, true);
    expect(none).toEqual([]);
    expect(others.map(({ why }) => why)).toEqual(copies.map(() => [expect.stringMatching(/^Another of the chosen/)]));
  });

  it('who attended is asked of a hospital’s claim, and nobody who treated', () => {
    expect(whyNotInFile(rowsOf(ofHospital(2))[0]!, office)).toEqual([
      'Enter the attending provider’s last name.',
      'Enter the attending provider’s NPI.',
    ]);
  });

  it('the 837I has right counts and each patient’s own loops', () => {
    const result = writeFile('837I', partedForFile('837I', rows, hospital, true).ready, hospital, writtenAt);
    const text = 'written' in result ? result.written : JSON.stringify(result);
    const segments = text.replaceAll('\r\n', '').replaceAll('\n', '').split('~').filter(Boolean);
    const from = segments.findIndex((each) => each.startsWith('ST*'));
    const to = segments.findIndex((each) => each.startsWith('SE*'));
    expect(segments[from]).toBe('ST*837*0001*005010X223A2');
    expect(segments[to]).toBe(`SE*${to - from + 1}*0001`);
    expect(
      segments.filter((each) => /^(HL|NM1\*IL|CLM|NM1\*71)\*/.test(each)).map((each) => each.slice(0, 21)),
    ).toEqual([
      'HL*1**20*1',
      'HL*2*1*22*0',
      'NM1*IL*1*Onesample2*S',
      expect.stringMatching(/^CLM\*WS-2\*/),
      expect.stringMatching(/^NM1\*71\*1\*ROE/),
      'HL*3*1*22*0',
      'NM1*IL*1*Onesample5*S',
      expect.stringMatching(/^CLM\*WS-5\*/),
      expect.stringMatching(/^NM1\*71\*1\*ROE/),
    ]);
  });
});

describe('why a claim goes into no file', () => {
  it('nothing keeps back one that is ready, nor one in review', () => {
    const [one, review] = rowsOf(ready(1), keptClaim(2));
    expect([one!.status, whyNotInFile(one!, office)]).toEqual(['ready', []]);
    expect([review!.status, whyNotInFile(review!, office)]).toEqual(['review', []]);
  });

  const course = { ...emptyWorksheet.course };
  it.each<[string, Partial<WorksheetText>, RegExp]>([
    ['no claim', { doseGiven: '' }, /^There is no claim yet. Enter the dose given/],
    ['on hold', { route: 'intravenous' }, /^The claim is on hold/],
    ['certain to come back', { diagnoses: '' }, /^The claim would certainly come back/],
    ['no charge', { chargePerUnit: '' }, /^Enter the charge for a unit/],
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
  ])('%s', (_, changed, says) => expect(whyNotInFile(rowsOf(keptClaim(1, changed))[0]!, office)[0]).toMatch(says));

  it('tells every answer of the patient that is missing, and none of the clinic', () => {
    const why = whyNotInFile(rowsOf(keptClaim(1, { sending: emptyWorksheet.sending }))[0]!, emptyOffice);
    expect(why).toContain('Enter the member ID.');
    expect(why).toContain('Choose the sex as the payer has it.');
    expect(why.join(' ')).not.toMatch(/sender|provider/i);
  });

  it('what the clinic has not told is told once, for all', () => {
    expect(clinicLacks(office, '837P')).toEqual([]);
    expect(clinicLacks(emptyOffice, '837P').map(({ field }) => field)).toContain('providerNpi');
    expect(clinicLacks({ ...office, controlNumber: '' }, '837P')).toEqual([
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
    const { ready: own, others } = partedForFile('837P', rows, office, false);
    expect([names(own), names(others.map(({ row }) => row))]).toEqual([
      ['PT-1', 'PT-4'],
      ['PT-2', 'PT-3', 'PT-5'],
    ]);
    expect(names(partedForFile('837P', rows, office, true).ready)).toEqual(['PT-1', 'PT-2', 'PT-4']);
  });
  it('a CSV takes every claim that may leave', () => {
    const { ready: own, others } = partedForCsv(rows);
    expect([names(own), names(others.map(({ row }) => row))]).toEqual([
      ['PT-1', 'PT-2', 'PT-4'],
      ['PT-3', 'PT-5'],
    ]);
  });

  it('the 837P holds those claims and no other', () => {
    const result = writeFile('837P', partedForFile('837P', rows, office, true).ready, office, writtenAt);
    expect('written' in result ? result.written.match(/^CLM\*[^*]+/gm) : result).toEqual([
      'CLM*WS-1',
      'CLM*WS-2',
      'CLM*WS-4',
    ]);
  });
  it('is refused as a whole, by name, where one is not ready after all', () => {
    const lacking = rowMaker(readKept, today)(keptClaim(6, {}, { memberId: '' }));
    expect(writeFile('837P', [rows[0]!, lacking], office, writtenAt)).toEqual({
      refused: [{ field: 'memberId', says: 'Enter the member ID', whose: 'PT-6, 11/25/2026' }],
    });
  });
  it('the CSV holds the lines of each, behind its reference', () => {
    const result = writeCsv(partedForCsv(rows).ready);
    const lines = 'written' in result ? result.written.trim().split('\r\n').slice(1) : [];
    expect(lines.map((line) => line.slice(0, 4))).toEqual(['PT-1', 'PT-1', 'PT-2', 'PT-2', 'PT-4', 'PT-4']);
  });
});
