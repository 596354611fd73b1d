import { use } from 'react';
import { companionChoices } from '../answers/choice-labels';
import { feeText } from '../answers/fees-filled-in';
import { labelOf } from '../answers/field-names';
import { knownCodesIn, withTicked } from '../answers/service-rows';
import { Choices } from '../controls/Choices';
import { fieldId } from './fields';
import { ClinicContext, useAnswer } from './form';

/** The boxes show which rows there are: ticking one adds its row, and the other way round. */
export function ServiceBoxes() {
  const { fees } = use(ClinicContext);
  const { value, change, problem } = useAnswer('services');
  const known: readonly string[] = knownCodesIn(value);
  return (
    <Choices
      type="checkbox"
      id={fieldId('services')}
      name="services"
      className="two-columns"
      label={labelOf('services')}
      hint="Tick what is billed besides the drug. It becomes a line of the claim, unless a rule leaves it out."
      problem={problem}
      choices={companionChoices.map((choice) => ({ ...choice, checked: known.includes(choice.value) }))}
      onChange={({ target }) => change(withTicked(value, target.value, target.checked, feeText(fees, target.value)))}
    />
  );
}
