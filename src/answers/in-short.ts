import { choicesFor, labelOf, type FieldName, type WorksheetField } from './field-names';
import { besideLabels } from './choice-labels';
import { codeOf } from './service-rows';
import { worksheetAnswers } from './worksheet-answers';
import type { WorksheetText } from './worksheet-text';

/**
 * What a folded part of the form holds, in a line: its answers as they were chosen or typed. What is as on an empty
 * worksheet is left out, but for the answers that always tell something.
 */
export const inShort = (
  worksheet: WorksheetText,
  names: readonly WorksheetField[],
  always: readonly WorksheetField[] = [],
): string =>
  names
    .filter((name) => always.includes(name) || isTold(worksheet, name))
    .flatMap((name) => said(worksheet, name) || [])
    .join(' · ');

/** What is told of a second drug of the day stands with what is billed for the same day. */
const isTold = (worksheet: WorksheetText, name: WorksheetField): boolean =>
  worksheet[name] !== worksheetAnswers[name].empty || (name === 'services' && worksheet.drugBeside.use !== '');

function said(worksheet: WorksheetText, name: WorksheetField): string {
  const value = worksheet[name];
  if (typeof value === 'boolean') return value ? labelOf(name) : '';
  if (name === 'services' && worksheet.drugBeside.use !== '')
    return [besideLabels[worksheet.drugBeside.use], ...worksheet.services.map(codeOf).filter(Boolean)].join(', ');
  if (name === 'services') return worksheet.services.map(codeOf).filter(Boolean).join(', ');
  if (Array.isArray(value)) return value.length > 0 ? `${labelOf(name)}: ${value.length} ticked` : '';
  const typed = value.trim();
  if (typed === '') return '';
  const choice = choicesFor(name as FieldName).find((each) => each.value === value)?.label;
  return choice ?? `${labelOf(name)} ${typed}${unitOf(worksheet, name, typed)}`;
}

/** The unit beside an amount that was typed without one. */
function unitOf(worksheet: WorksheetText, name: WorksheetField, typed: string): string {
  const unitName = `${name}Unit`;
  if (!(unitName in worksheet) || /\p{L}/u.test(typed)) return '';
  return ` ${String(worksheet[unitName as keyof WorksheetText])}`;
}
