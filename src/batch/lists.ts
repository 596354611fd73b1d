import { habitModifierLabels } from '../answers/choice-labels';
import { emptyContainer, emptyService, type ContainerText, type ServiceText } from '../answers/worksheet-text';
import { asciiUpper } from '../engine/ascii';
import type { HabitModifier } from '../engine/encounter';
import { problem, type Reading } from '../engine/typed';
import { documentationItems } from '../rules/documentation-items';
import { shown, wordKey } from './choices';

/*
 * Cells that hold a list. Each part is taken apart into the answers that the form has for it; what these say is read
 * and judged where the form’s is.
 */

/** Reads each part of a list, or hands on the first problem. */
function eachOf<T>(parts: readonly string[], read: (part: string) => Reading<T>): Reading<T[]> {
  const found: T[] = [];
  for (const part of parts.map((each) => each.trim()).filter((each) => each !== '')) {
    const reading = read(part);
    if ('problem' in reading) return reading;
    found.push(reading.value);
  }
  return { value: found };
}

const service = /^([A-Z0-9]{5})((?:-[A-Z0-9]{2})*)(?:\s*x\s*(\S+))?(?:\s*(?:at|@)\s*(\S+))?$/i;

/** "62370; 95991-59 x 1 at 350.00": with modifiers, units and the charge of one. A comma parts them as well. */
export const readServices = (text: string): Reading<ServiceText[]> =>
  eachOf(text.split(/;|,(?!\d{3}(?:\D|$))/), (part) => {
    const [, code, modifiers = '', units = emptyService.units, charge = ''] = service.exec(part) ?? [];
    return code === undefined
      ? problem(`${shown(part)} is no service: write it like 62370 or 95991-59 x 1 at 350.00`)
      : { value: { ...emptyService, code, modifiers: modifiers.replaceAll('-', ' ').trim(), units, charge } };
  });

const container = /^(.+?)\s*x\s*(\d+)(?:\s+lot\s+(\S+))?(?:\s+exp\s+(.+))?$/i;

/** "66794-157-02 x 1 lot A1 exp 12/2027; 66794-156-02 x 1": the count is never left to be guessed. */
export const readContainers = (text: string): Reading<ContainerText[]> =>
  eachOf(text.split(';'), (part) => {
    const [, ndc, count = '', lot = '', expiry = ''] = container.exec(part) ?? [];
    return ndc === undefined
      ? problem(
          `${shown(part)} is no container: write its NDC and how many were opened, like 66794-157-02 x 1. ` +
            'Where the column only tells how many, take it for “Number of containers opened”',
        )
      : { value: { ...emptyContainer, ndc, count, lot, expiry } };
  });

const recordIds: ReadonlyMap<string, string> = new Map(
  documentationItems.flatMap(({ id, label }) => [id, label].map((each) => [wordKey(each), id] as const)),
);

/** Items of the record by their id or their words in the form. */
export const readRecords = (text: string): Reading<string[]> =>
  eachOf(text.split(';'), (part) => {
    const id = recordIds.get(wordKey(part));
    return id === undefined ? problem(`${shown(part)} is no item of the patient’s record in the form`) : { value: id };
  });

const habits = Object.keys(habitModifierLabels) as HabitModifier[];

export const readAskedModifiers = (text: string): Reading<HabitModifier[]> =>
  eachOf(asciiUpper(text).split(/[\s,;/-]+/), (part) => {
    const habit = habits.find((each) => each === part);
    return habit ? { value: habit } : problem(`${shown(part)} is none of ${habits.join(', ')}`);
  });
