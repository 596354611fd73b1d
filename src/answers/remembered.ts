import type { IsoDate } from '../engine/dated';
import type { Answers, Read } from './answer';

/** Days, codes and amounts are few; patients and accounts are not, and soon remembered no more. */
const mostTexts = 4_000;

/** Remembers what a text was read as: a file has few days, codes and amounts, and many rows. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const reading = read(text);
    if (known.size < mostTexts) known.set(text, reading);
    return reading;
  };
}

/** The same answers for many records of one day, each text read once. */
export function rememberingAnswers<D extends Answers>(
  answers: D,
  labelOf: (name: string) => string,
  today: IsoDate,
): D {
  const entries = Object.entries(answers).map(([name, answer]) => {
    const read: Read<unknown> | null = 'read' in answer ? answer.read : null;
    return [name, read ? { ...answer, read: remembered((text) => read(text, labelOf(name), today)) } : answer] as const;
  });
  return Object.fromEntries(entries) as unknown as D;
}
