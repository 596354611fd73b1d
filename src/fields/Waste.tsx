import { use, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { DateAnswer, TextAnswer } from './fields';
import { RefillContext, useWorksheetForm } from './form';
import { isNone } from '../engine/quantity';
import { hasWaste } from '../answers/told-amounts';
import type { WorksheetText } from '../answers/worksheet-text';

/**
 * What the record tells about the waste; `otherwise` while none is entered. Changes only when that does, not at every
 * keystroke.
 */
export function Waste({ otherwise = null }: { otherwise?: ReactNode }) {
  const { control } = useWorksheetForm();
  const refill = use(RefillContext);
  const isEntered = useWatch({ control, compute: isWasteEntered });
  const isLeft = refill?.wasted && !isNone(refill.wasted);
  if (!isEntered && !isLeft) return otherwise;
  return (
    <fieldset className="follow-up">
      <legend>About the waste</legend>
      <TextAnswer name="wasteReason" />
      <div className="row">
        <DateAnswer name="wasteDate" hint="Month, day and year." />
        <TextAnswer name="wasteTime" hint="Like 14:30." size="small" />
      </div>
    </fieldset>
  );
}

const isWasteEntered = (worksheet: WorksheetText): boolean => hasWaste(worksheet, null);
