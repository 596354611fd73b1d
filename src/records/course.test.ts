import { describe, expect, it } from 'vitest';
import { emptyWorksheet, type WorksheetText } from '../answers/worksheet-text';
import { day } from '../engine/dated';
import { readCourse, sentOn, withCourse, type CourseText } from './course';
import { asKept, isToBill } from './to-bill';

const today = day('2026-11-25');
const told = (course: Partial<CourseText>, more: Partial<WorksheetText> = {}): WorksheetText => ({
  ...emptyWorksheet,
  dateOfService: '11/20/2026',
  ...more,
  course: { ...emptyWorksheet.course, ...course },
});

describe('what became of a claim', () => {
  it('is not known while nothing is told: never zero', () => {
    expect(readCourse(told({}), today)).toEqual({
      sentOn: null,
      cameBackOn: null,
      allowed: null,
      paid: null,
      patientOwes: null,
      settledOn: null,
      problems: {},
    });
  });

  it('is read to the cent, and a day told from today as that day', () => {
    expect(
      readCourse(
        told({
          sentOn: 't-3',
          cameBackOn: '11/25/2026',
          allowed: '$724.80',
          paid: '579.84',
          patientOwes: '144.96',
          settledOn: 't',
        }),
        today,
      ),
    ).toEqual({
      sentOn: '2026-11-22',
      cameBackOn: '2026-11-25',
      allowed: { tenthsOfCent: 724_800 },
      paid: { tenthsOfCent: 579_840 },
      patientOwes: { tenthsOfCent: 144_960 },
      settledOn: today,
      problems: {},
    });
  });

  it.each<[Partial<CourseText>, Partial<WorksheetText>, object]>([
    [{ sentOn: 'x' }, {}, { sentOn: 'Date sent must be a date, like 11/23/2026' }],
    [{ sentOn: '11/26/2026' }, {}, { sentOn: 'Date sent is after today' }],
    [{ sentOn: '11/19/2026' }, {}, { sentOn: 'Date sent is before the service, 11/20/2026' }],
    [{ sentOn: '11/20/2026' }, {}, {}],
    [{ sentOn: '11/19/2026' }, { dateOfService: 'x' }, {}],
    [{ sentAs: '837P' }, {}, { sentOn: 'Enter the date on which it was sent' }],
    [
      { sentOn: '11/22/2026', cameBackOn: '11/21/2026' },
      {},
      { cameBackOn: 'Date of the remittance is before the claim was sent, 11/22/2026' },
    ],
    [{ cameBackOn: '11/26/2026' }, {}, { cameBackOn: 'Date of the remittance is after today' }],
    [{ allowed: '1.234' }, {}, { allowed: 'Allowed can have at most 2 decimals' }],
    [{ allowed: '-5' }, {}, { allowed: 'Allowed cannot be negative' }],
    [{ allowed: '10', paid: '10.01' }, {}, { paid: 'Paid cannot be more than what was allowed' }],
    [{ allowed: '10', patientOwes: '11' }, {}, { patientOwes: 'Patient owes cannot be more than what was allowed' }],
    [
      { allowed: '10', paid: '8', patientOwes: '2.01' },
      {},
      { patientOwes: 'Paid and what the patient owes, together, cannot be more than what was allowed' },
    ],
    [{ allowed: '10', paid: '8', patientOwes: '2' }, {}, {}],
    [{ paid: '8', patientOwes: '2' }, {}, {}],
    [{ allowed: '9'.repeat(201) }, {}, { allowed: 'Allowed can have at most 200 characters; this is 201' }],
    [{}, { remittanceCode: 'CO-197' }, {}],
  ])('%o %o', (course, more, problems) => {
    expect(readCourse(told(course, more), today).problems).toEqual(problems);
  });

  it.each([
    ['CO-N999', /N999/],
    ['x'.repeat(2000), /./],
  ])('a code that is not on file is told at its field', (remittanceCode, says) => {
    expect(readCourse(told({}, { remittanceCode }), today).problems.remittanceCode).toMatch(says);
  });
});

describe('a refill for the biller', () => {
  const refill: WorksheetText = { ...emptyWorksheet, entry: 'refill' };
  it('is to bill once it is kept, and stays so when it is kept again', () => {
    expect(isToBill(asKept(refill))).toBe(true);
    expect(isToBill(asKept({ ...refill, recordId: 'a', toBill: true }))).toBe(true);
  });
  it('is not put back by keeping it again once it was billed', () =>
    expect(isToBill(asKept({ ...refill, recordId: 'a', toBill: false }))).toBe(false));
  it('a dose that a biller keeps is not to bill', () => expect(isToBill(asKept(emptyWorksheet))).toBe(false));
  it('is billed once a day sent is told, and to bill again when that is taken away', () => {
    const kept = { ...asKept(refill), recordId: 'a' };
    const sent = sentOn(kept, today, '837P');
    expect(sent.course).toEqual({ ...emptyWorksheet.course, sentOn: '11/25/2026', sentAs: '837P' });
    expect(isToBill(sent)).toBe(false);
    expect(isToBill(withCourse(sent, { sentOn: '' }))).toBe(true);
  });
});

it('one answer of the course is changed and all else stays', () => {
  const record = told({ sentOn: '11/22/2026', paid: '1' }, { remittanceCode: 'CO-45' });
  expect(withCourse(record, { paid: '2' })).toEqual({ ...record, course: { ...record.course, paid: '2' } });
  expect(withCourse(record, { remittanceCode: 'CO-16' })).toEqual({ ...record, remittanceCode: 'CO-16' });
});
