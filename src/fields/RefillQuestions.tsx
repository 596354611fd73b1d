import { useWatch } from 'react-hook-form';
import { SelectAnswer } from './fields';
import { fillsPump } from '../answers/what-is-asked';
import { useWorksheetForm } from './form';

/** The two answers that decide which refill code the record supports. */
export function RefillQuestions() {
  const { control } = useWorksheetForm();
  if (!useWatch({ control, compute: fillsPump })) return null;
  return (
    <div className="refill-questions">
      <p className="section-note">The claim shows which refill code the record supports. It puts none on the claim.</p>
      <div className="row">
        <SelectAnswer name="reprogrammed" unchosen="Not told" hint="Dose, concentration, bolus or mode." />
        <SelectAnswer name="skillNeeded" unchosen="Not told" hint="Or that of another qualified professional." />
      </div>
    </div>
  );
}
