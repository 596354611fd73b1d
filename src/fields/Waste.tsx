import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { DateAnswer, TextAnswer } from './fields';
import { useWorksheetForm } from './form';
import { hasWaste } from '../answers/read-worksheet';

/** What the record tells about the waste; `otherwise` while none is entered. Changes only when that does, not at every keystroke. */
export function Waste({ otherwise = null }: { otherwise?: ReactNode }) {
  const { control } = useWorksheetForm();
  if (!useWatch({ control, compute: hasWaste })) return otherwise;
  return (
    <fieldset className="follow-up">
      <legend>About the waste</legend>
      <TextAnswer name="wasteReason" optional />
      <div className="row">
        <DateAnswer name="wasteDate" optional hint="Month, day and year." />
        <TextAnswer name="wasteTime" optional hint="Like 14:30." size="small" />
      </div>
    </fieldset>
  );
}
