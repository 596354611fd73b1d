import { tooLong, type Reading } from '../engine/typed';
import { labelOf, type FieldName } from './labels';

export type Problem = { readonly field: FieldName; readonly message: string };
export type Report = (field: FieldName, message: string) => void;

/** Reads answers one by one and reports what is wrong with each; remembers whether anything was. */
export type AnswerReader = {
  readonly refuse: Report;
  /** Null for a blank answer, and for one with a problem, which is then reported. */
  readonly optional: <T>(field: FieldName, typed: string, read: (typed: string, label: string) => Reading<T>) => T | null;
  /** The same, where a blank answer is a problem too. */
  readonly required: <T>(field: FieldName, typed: string, read: (typed: string, label: string) => Reading<T>, missing: string) => T | null;
  readonly isSound: () => boolean;
};

export function answerReader(report: Report): AnswerReader {
  let sound = true;
  const refuse: Report = (field, message) => {
    sound = false;
    report(field, message);
  };
  const optional: AnswerReader['optional'] = (field, typed, read) => {
    const long = tooLong(typed, labelOf(field));
    if (!long && typed.trim() === '') return null;
    const reading = long ?? read(typed, labelOf(field));
    if ('value' in reading) return reading.value;
    refuse(field, reading.problem);
    return null;
  };
  const required: AnswerReader['required'] = (field, typed, read, missing) => {
    if (!tooLong(typed, '') && typed.trim() === '') refuse(field, missing);
    return optional(field, typed, read);
  };
  return { refuse, optional, required, isSound: () => sound };
}
