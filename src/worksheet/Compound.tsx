import { useWatch } from 'react-hook-form';
import { confidenceWords } from '../engine/citation';
import { SelectAnswer, TextAnswer } from '../fields/fields';
import { useWorksheetForm } from '../fields/form';
import { compoundCodes } from '../rules/hcpcs';
import { ConfirmationFields } from './Confirmation';

/**
 * What only a compound makes necessary: the payer's code, after those that contractors have named, and what else is in
 * it.
 */
export function Compound() {
  const { control } = useWorksheetForm();
  if (useWatch({ control, name: 'drugSource' }) !== 'compounded') return null;
  return (
    <fieldset className="follow-up">
      <legend>The payer’s code for the compound</legend>
      <p className="section-note">J0475 and J0476 are not for a compound. Contractors have named these codes:</p>
      <ul className="named-codes">
        {compoundCodes.map(({ hcpcs, named, confidence }) => (
          <li key={hcpcs}>
            {named.says}{' '}
            <span className="confidence">({confidence.map((each) => confidenceWords[each]).join('; ')})</span>
          </li>
        ))}
      </ul>
      <p className="section-note">
        Ask yours which it wants today, and whether with KD. The claim is on hold until code, name, date and reference
        are recorded.
      </p>
      <SelectAnswer name="confirmedCode" unchosen="Not asked yet" />
      <ConfirmationFields />
      <TextAnswer
        name="otherDrugs"
        hint="For item 19, such as morphine 10 mg/mL. Baclofen, strength and dose come from above."
      />
    </fieldset>
  );
}
