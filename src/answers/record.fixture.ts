import fc from 'fast-check';
import type { Answer, Answers } from './answer';
import { worksheetAnswers } from './worksheet-answers';
import type { WorksheetText } from './worksheet-text';

/** Any answers that these declarations allow. */
const anyOf = (answers: Answers): fc.Arbitrary<object> =>
  fc.record(Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, anyAnswer(answer)])));
function anyAnswer(answer: Answer): fc.Arbitrary<unknown> {
  switch (answer.kind) {
    case 'text':
      return fc.oneof(
        { weight: 2, arbitrary: fc.constant(answer.empty) },
        {
          weight: 1,
          arbitrary: fc.string({ unit: 'binary', maxLength: 200 }).map((text) => text.slice(0, 200)),
        },
      );
    case 'choice':
      return fc.constantFrom(answer.empty, ...answer.choices.map(({ value }) => value));
    case 'flag':
      return fc.boolean();
    case 'several':
      return fc.array(
        answer.choices ? fc.constantFrom(...answer.choices.map(({ value }) => value)) : fc.string({ maxLength: 30 }),
        { maxLength: 5 },
      );
    case 'group':
      return anyOf(answer.answers);
    case 'rows':
      return fc.array(anyOf(answer.answers), { maxLength: 4 });
  }
}
/** Any record that can be kept. */
export const anyRecord = anyOf(worksheetAnswers) as fc.Arbitrary<WorksheetText>;
