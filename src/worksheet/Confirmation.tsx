import { useWatch } from 'react-hook-form';
import { confirmsOtherCode, needsConfirmation } from '../answers/what-is-asked';
import { DateAnswer, SelectAnswer, TextAnswer } from '../fields/fields';
import { useWorksheetForm } from '../fields/form';
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

/** Who at the payer said so, when, and under which number. */
export function ConfirmationFields() {
  return (
    <>
      <TextAnswer name="confirmedBy" />
      <div className="row">
        <DateAnswer name="confirmedOn" />
        <TextAnswer name="confirmationReference" size="medium" />
      </div>
    </>
  );
}
