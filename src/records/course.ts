import type { AskedName, Read } from '../answers/answer';
import { readDay } from '../answers/claim-readers';
import { courseAnswers } from '../answers/worksheet-answers';
import type { WorksheetText } from '../answers/worksheet-text';
import { formatDate, type IsoDate } from '../engine/dated';
import { isMoreMoney, sumOfMoney, type Money } from '../engine/quantity';
import { tooLong } from '../engine/typed';
import { notOnFile, readRemittanceCode } from '../rules/read-remittance';

export type CourseText = WorksheetText['course'];
export type CourseField = AskedName<typeof courseAnswers> | 'remittanceCode';

/** What became of a claim after it left, as far as it was told and can be read; money in tenths of a cent. */
export type Course = {
  readonly sentOn: IsoDate | null;
  readonly cameBackOn: IsoDate | null;
  readonly allowed: Money | null;
  readonly paid: Money | null;
  readonly patientOwes: Money | null;
  /** From when on nothing more is to be done. */
  readonly settledOn: IsoDate | null;
  /** What is wrong with each answer, in a sentence. */
  readonly problems: Readonly<Partial<Record<CourseField, string>>>;
};

type Told = Pick<WorksheetText, 'course' | 'dateOfService' | 'remittanceCode'>;

/** Reads what was told of a claim's course; `today` is the day after which nothing can have happened. */
export function readCourse({ course, dateOfService, remittanceCode }: Told, today: IsoDate): Course {
  const problems: Partial<Record<CourseField, string>> = {};
  const note = (field: CourseField, says: string | null | undefined) => {
    if (says) problems[field] ??= says;
  };
  const read = <Fact>(field: Exclude<CourseField, 'remittanceCode' | 'sentAs'>): Fact | null => {
    const typed = course[field];
    const answer = courseAnswers[field];
    if (typed.trim() === '') return null;
    const reading = tooLong(typed, answer.label) ?? (answer.read as unknown as Read<Fact>)(typed, answer.label, today);
    if ('value' in reading) return reading.value;
    note(field, reading.problem);
    return null;
  };
  const told = {
    sentOn: read<IsoDate>('sentOn'),
    cameBackOn: read<IsoDate>('cameBackOn'),
    allowed: read<Money>('allowed'),
    paid: read<Money>('paid'),
    patientOwes: read<Money>('patientOwes'),
    settledOn: read<IsoDate>('settledOn'),
  };
  const service = readDay(dateOfService, '', today);
  note('sentOn', wrongDay('Date sent', told.sentOn, today, 'value' in service ? service.value : null, 'the service'));
  if (course.sentAs !== '' && course.sentOn.trim() === '') note('sentOn', 'Enter the date on which it was sent');
  note('cameBackOn', wrongDay('Date of the remittance', told.cameBackOn, today, told.sentOn, 'the claim was sent'));
  note('settledOn', wrongDay('Settled on', told.settledOn, today, told.sentOn, 'the claim was sent'));
  note('paid', tooMuch('Paid', told.paid, told.allowed));
  note('patientOwes', tooMuch('Patient owes', told.patientOwes, told.allowed));
  if (told.paid && told.patientOwes)
    note(
      'patientOwes',
      tooMuch('Paid and what the patient owes, together,', sumOfMoney([told.paid, told.patientOwes]), told.allowed),
    );
  note('remittanceCode', remittanceProblem(remittanceCode));
  return { ...told, problems };
}

function remittanceProblem(typed: string): string | null {
  if (typed.trim() === '') return null;
  const { problem, unknown } = readRemittanceCode(typed);
  return problem ?? (unknown.length > 0 ? notOnFile(unknown) : null);
}

function wrongDay(
  what: string,
  on: IsoDate | null,
  today: IsoDate,
  earliest: IsoDate | null,
  when: string,
): string | null {
  if (on === null) return null;
  if (on > today) return `${what} is after today`;
  return earliest !== null && on < earliest ? `${what} is before ${when}, ${formatDate(earliest)}` : null;
}

const tooMuch = (what: string, amount: Money | null, allowed: Money | null): string | null =>
  amount && allowed && isMoreMoney(amount, allowed) ? `${what} cannot be more than what was allowed` : null;

/** The record with this said of its course. */
export const withCourse = (
  record: WorksheetText,
  { remittanceCode = record.remittanceCode, ...course }: Partial<CourseText> & { readonly remittanceCode?: string },
): WorksheetText => ({ ...record, remittanceCode, course: { ...record.course, ...course } });

/** Marked as sent today, in this way. */
export const sentOn = (record: WorksheetText, today: IsoDate, sentAs: CourseText['sentAs']): WorksheetText =>
  withCourse(record, { sentOn: formatDate(today), sentAs });
