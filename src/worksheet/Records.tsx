import { use, useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { recordFacts, recordFactsBeside, recordFactsOf } from '../answers/record-facts';
import type { WorksheetText } from '../answers/worksheet-text';
import { Checklist } from '../fields/fields';
import { RefillContext, useWorksheetForm } from '../fields/form';
import { documentationFor } from '../rules/documentation-items';

const factsOf = (worksheet: WorksheetText) => recordFacts(worksheet, null);

/** What was seen in the patient's record. */
export function Records() {
  const { control } = useWorksheetForm();
  const entry = useWatch({ control, name: 'entry' });
  const facts = useWatch({ control, compute: factsOf });
  const beside = useWatch({ control, compute: recordFactsBeside });
  const refill = use(RefillContext);
  const { purpose, brainInjury, container, hasWaste } =
    entry === 'refill' ? { ...facts, ...recordFactsOf(refill) } : facts;
  // Made anew when the facts are others, not whenever the refill was read.
  const choices = useMemo(
    () =>
      documentationFor({ purpose, brainInjury, container, hasWaste }, ...(beside ? [beside] : [])).map(
        ({ id, label, askedBy }) => ({
          value: id,
          label,
          hint: askedBy,
        }),
      ),
    [purpose, brainInjury, container, hasWaste, beside],
  );
  return (
    <Checklist name="records" className="two-columns" hint="Tick what you have seen in the record." choices={choices} />
  );
}
