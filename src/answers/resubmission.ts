import type { Resubmission } from '../engine/claim';
import { readReference } from './read-answers';
import type { WorksheetText } from './worksheet-text';

export const originalLabel = 'Payer’s number of the earlier claim';
export const readOriginal = (typed: string) => readReference(typed, originalLabel, 50);

/**
 * Whether the claim is a first one, or replaces or voids the payer's claim of that number; blank where the number
 * cannot be read.
 */
export function resubmissionOf({
  frequency: code,
  originalReference,
}: Pick<WorksheetText, 'frequency' | 'originalReference'>): Resubmission {
  if (code === '1') return { code };
  const reading = readOriginal(originalReference);
  return { code, original: 'value' in reading ? reading.value : '' };
}
