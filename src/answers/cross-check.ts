import { labelOf, type FieldName } from './field-names';
import { isMixed, type RefillReading } from './read-refill';
import type { WorksheetText } from './worksheet-text';

/** What the cross-check of a refill waits for, as a sentence; null where it can be made. */
export function crossCheckWaits(
  { refill, dateOfService }: Pick<WorksheetText, 'refill' | 'dateOfService'>,
  { opened, pumpFill, on }: Pick<RefillReading, 'opened' | 'pumpFill' | 'on'>,
): string | null {
  if (pumpFill && on) return null;
  const blank: readonly (readonly [FieldName, string, boolean?])[] = [
    ['refill.reservoir', refill.reservoir],
    ['refill.reservoirOther', refill.reservoirOther, refill.reservoir === 'other'],
    ['refill.instilled', refill.instilled],
    ['refill.concentration', refill.concentration, isMixed(refill, opened)],
    ['refill.alarmVolume', refill.alarmVolume],
    ['refill.stabilityDays', refill.stabilityDays],
    ['dateOfService', dateOfService],
  ];
  const missing = [
    ...(opened.length === 0 ? ['the containers'] : []),
    ...blank.flatMap(([name, typed, asked = true]) => (asked && typed.trim() === '' ? [inSentence(name)] : [])),
  ];
  const last = missing.at(-1);
  if (last === undefined) return 'The cross-check appears once all that was typed for it can be read.';
  const others = missing.slice(0, -1);
  const all = others.length > 0 ? `${others.join(', ')} and ${last}` : last;
  const are = others.length > 0 || last === 'the containers' || last === 'the mL instilled' ? 'are' : 'is';
  return `The cross-check appears once ${all} ${are} entered.`;
}

/** "the alarm volume", "the mL instilled": a label as a sentence has it. */
const inSentence = (name: FieldName): string => {
  const [label = ''] = labelOf(name).split(', in ');
  return name === 'refill.instilled' ? 'the mL instilled' : `the ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
};
