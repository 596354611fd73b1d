import { useWatch } from 'react-hook-form';
import { proposedContainers, type ProposedContainers as Proposed } from '../answers/propose-containers';
import { fieldId } from '../fields/fields';
import { useWorksheetForm } from '../fields/form';

/** What may have been opened, to be taken over in one step; the labels have the last word. */
export function ProposedContainers() {
  const { control, setValue } = useWorksheetForm();
  const proposed = useWatch({ control, compute: proposedContainers });
  if (proposed.length === 0) return null;
  const take = ({ answers }: Proposed) => {
    setValue('container', answers.container);
    setValue('strength', answers.strength);
    setValue('labeledAmountUnit', answers.labeledAmountUnit);
    setValue('labeledAmount', answers.labeledAmount);
    document.getElementById(fieldId('labeledAmount'))?.focus();
  };
  return (
    <div role="group" aria-label="Containers that hold just this" className="proposed">
      <p className="section-note">
        Marketed containers that hold just dose and waste. Compare with the label, then take over:
      </p>
      {proposed.map((each) => (
        <button key={each.words} type="button" className="ds-c-button ds-c-button--small" onClick={() => take(each)}>
          {each.words}
        </button>
      ))}
    </div>
  );
}
