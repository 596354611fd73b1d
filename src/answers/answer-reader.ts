import type { IsoDate } from '../engine/dated';
import { tooLong, type Reading } from '../engine/typed';
import type { Answers, FactOf, Read, ReadName, TextOf } from './answer';
import { labelOf, type ContainersPath, type FieldName } from './field-names';

export type Problem = { readonly field: FieldName; readonly message: string };
export type Report = (field: FieldName, message: string) => void;

/** Reads answers one by one and reports what is wrong with each; remembers whether anything was. */
export type AnswerReader = {
  readonly refuse: Report;
  /** Null for a blank answer, and for one with a problem, which is then reported. */
  readonly optional: <T>(
    field: FieldName,
    typed: string,
    read: (typed: string, label: string) => Reading<T>,
  ) => T | null;
  /** The same, where a blank answer is a problem too. */
  readonly required: <T>(
    field: FieldName,
    typed: string,
    read: (typed: string, label: string) => Reading<T>,
    missing: string,
  ) => T | null;
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

/** Reads the answers of one part of the record as they are declared. */
export type DeclaredReader<D extends Answers> = {
  readonly optional: <Name extends ReadName<D>>(name: Name) => FactOf<D[Name]> | null;
  readonly required: <Name extends ReadName<D>>(name: Name, missing: string) => FactOf<D[Name]> | null;
};

/** `path` is where that part stands in the form. */
export function declaredReader<D extends Answers>(
  reader: Pick<AnswerReader, 'optional' | 'required'>,
  answers: D,
  typed: TextOf<D>,
  path: '' | 'refill.' | 'drugBeside.' | `${ContainersPath}.${number}.` | `overrides.${number}.`,
  today?: IsoDate,
): DeclaredReader<D> {
  const field = (name: string) => `${path}${name}` as FieldName;
  const read =
    <Name extends ReadName<D>>(name: Name) =>
    (text: string, label: string) =>
      (answers[name] as unknown as { read: Read<FactOf<D[Name]>> }).read(text, label, today);
  return {
    optional: (name) => reader.optional(field(name), typed[name] as string, read(name)),
    required: (name, missing) => reader.required(field(name), typed[name] as string, read(name), missing),
  };
}
