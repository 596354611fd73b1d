import { useWatch } from 'react-hook-form';
import { confirmsOtherCode, needsConfirmation } from '../answers/read-worksheet';
import { confidenceWords } from '../engine/citation';
import { DateAnswer, SelectAnswer, TextAnswer } from '../fields/fields';
import { useWorksheetForm } from '../fields/form';
import { compoundCodes } from '../rules/hcpcs';
import './worksheet.css';

/** Where no code list names the code: who of the payer confirmed it. */
export function Confirmation() {
  const { control } = useWorksheetForm();
  const [route, drugSource, confirmedCode] = useWatch({ control, name: ['route', 'drugSource', 'confirmedCode'] });
  if (drugSource === 'compounded' || !needsConfirmation({ route, drugSource })) return null;
  return (
    <fieldset className="follow-up">
      <legend>The payer’s confirmation of the code</legend>
      <p className="section-note">
        No code list read holds a code for this route. The claim is on hold until all three are recorded.
      </p>
      {confirmsOtherCode({ route, drugSource, confirmedCode }) ? (
        <SelectAnswer name="confirmedCode" unchosen="None of these" />
      ) : null}
      <ConfirmationFields />
    </fieldset>
  );
}

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
        optional
        hint="For item 19, such as morphine 10 mg/mL. Baclofen, strength and dose come from above."
      />
    </fieldset>
  );
}

function ConfirmationFields() {
  return (
    <>
      <TextAnswer name="confirmedBy" optional />
      <div className="row">
        <DateAnswer name="confirmedOn" optional />
        <TextAnswer name="confirmationReference" optional size="medium" />
      </div>
    </>
  );
}
