import { formatDate, type IsoDate } from '../engine/dated';
import type { Override } from '../engine/encounter';
import { answerReader, declaredReader, type Problem } from './answer-reader';
import { overrideAnswers } from './worksheet-answers';
import type { OverrideText } from './worksheet-text';

/**
 * Overrides as far as they are whole: who, when and why, and not after today. One that is partly filled overrides
 * nothing, and what it lacks is a problem beside its own field; it holds nothing else back, because its finding stays
 * as it was.
 */
export function readOverrides(
  typed: readonly OverrideText[],
  today: IsoDate,
): { readonly overrides: readonly Override[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const overrides = typed.flatMap((row, place): readonly Override[] => {
    const { finding, who, on, why } = row;
    if ([who, on, why].every((each) => each.trim() === '')) return [];
    const reader = answerReader((field, message) => problems.push({ field, message }));
    const { required } = declaredReader(reader, overrideAnswers, row, `overrides.${place}.`);
    const told = {
      who: required('who', 'Enter who decided'),
      on: required('on', `Enter the date of the decision, like ${formatDate(today)}`),
      why: required('why', 'Enter the reason to send it all the same'),
    };
    if (told.on && told.on > today)
      reader.refuse(`overrides.${place}.on`, 'Date of the decision must not be after today');
    return reader.isSound() && told.who && told.on && told.why
      ? [{ finding, who: told.who, on: told.on, why: told.why }]
      : [];
  });
  return { overrides, problems };
}
