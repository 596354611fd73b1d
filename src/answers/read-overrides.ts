import { formatDate, type IsoDate } from '../engine/dated';
import type { Override } from '../engine/encounter';
import { answerReader, type Problem } from './answer-reader';
import { claimYears, readDate, readReference } from './read-answers';
import type { OverrideText } from './worksheet-text';

/**
 * Overrides as far as they are whole: who, when and why, and not after today. One that is partly filled overrides nothing, and
 * what it lacks is a problem beside its own field; it holds nothing else back, because its finding stays as it was.
 */
export function readOverrides(typed: readonly OverrideText[], today: IsoDate): { readonly overrides: readonly Override[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const overrides = typed.flatMap(({ finding, who, on, why }, place): readonly Override[] => {
    if ([who, on, why].every((each) => each.trim() === '')) return [];
    const reader = answerReader((field, message) => problems.push({ field, message }));
    const told = {
      who: reader.required(`overrides.${place}.who`, who, (text, label) => readReference(text, label, 60), 'Enter who decided'),
      on: reader.required(`overrides.${place}.on`, on, (text, label) => readDate(text, label, claimYears), `Enter the date of the decision, like ${formatDate(today)}`),
      why: reader.required(`overrides.${place}.why`, why, (text, label) => readReference(text, label, 120), 'Enter the reason to send it all the same'),
    };
    if (told.on && told.on > today) reader.refuse(`overrides.${place}.on`, 'Date of the decision must not be after today');
    return reader.isSound() && told.who && told.on && told.why ? [{ finding, who: told.who, on: told.on, why: told.why }] : [];
  });
  return { overrides, problems };
}
