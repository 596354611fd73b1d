import { containerOf } from '../engine/encounter';
import { isBrainInjury } from '../rules/diagnoses';
import type { RecordFacts } from '../rules/documentation-items';
import { readDiagnoses } from './read-answers';
import type { RefillReading } from './read-refill';
import { isWaste, wastesBeside, wastesFirst } from './told-amounts';
import { purposeBeside } from './what-is-asked';
import type { WorksheetText } from './worksheet-text';

/**
 * What decides which documentation is asked for; container and waste are told in the amounts, or in what was read of a
 * refill.
 */
export function recordFacts(worksheet: WorksheetText, refill: RefillReading | null): RecordFacts {
  const told = { purpose: worksheet.purpose, brainInjury: isOfBrainInjury(worksheet) };
  if (worksheet.entry === 'refill') return { ...told, ...recordFactsOf(refill) };
  return { ...told, container: worksheet.container, hasWaste: wastesFirst(worksheet, null) };
}

function isOfBrainInjury({ diagnoses }: WorksheetText): boolean {
  const codes = readDiagnoses(diagnoses);
  return 'value' in codes && codes.value.some(isBrainInjury);
}

/** The same of a second drug of the day; null where there is none. */
export function recordFactsBeside(worksheet: WorksheetText): RecordFacts | null {
  const purpose = purposeBeside(worksheet);
  if (purpose === null) return null;
  const { containers } = worksheet.drugBeside;
  return {
    purpose,
    brainInjury: isOfBrainInjury(worksheet),
    container: containers.some(({ container }) => container === 'multi-dose') ? 'multi-dose' : 'single-dose',
    hasWaste: wastesBeside(worksheet),
  };
}

/** What a refill tells of its documentation; drug that was left counts as waste until it is said what became of it. */
export const recordFactsOf = (refill: RefillReading | null): Pick<RecordFacts, 'container' | 'hasWaste'> => ({
  container: containerOf(refill?.opened ?? []),
  hasWaste: isWaste(refill?.left ?? null),
});
