import type { Answers, ReadName } from './answer';
import { readDay } from './claim-readers';
import { refillAnswers, worksheetAnswers } from './worksheet-answers';

const daysOf = <D extends Answers>(answers: D) =>
  Object.entries(answers).flatMap(([name, answer]) =>
    answer.kind === 'text' && answer.read === readDay ? [name as ReadName<D>] : [],
  );

/** The days among the answers. */
export const dayAnswers = daysOf(worksheetAnswers);
export const refillDayAnswers = daysOf(refillAnswers);
/** Where a day of the claim is told, in the form. */
export const dayFields = [...dayAnswers, ...refillDayAnswers.map((name) => `refill.${name}` as const)];
