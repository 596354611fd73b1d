import type { WorksheetText } from '../answers/worksheet-text';

/** Whether a refill that the nurse kept waits for the biller: until it is kept as billed, or a day sent is told. */
export const isToBill = ({ toBill, course }: Pick<WorksheetText, 'toBill' | 'course'>): boolean =>
  toBill && course.sentOn.trim() === '';

/** A refill that is kept for the first time is to bill; after that, only the biller takes it off. */
export const asKept = (record: WorksheetText): WorksheetText =>
  record.recordId === '' && record.entry === 'refill' ? { ...record, toBill: true } : record;
