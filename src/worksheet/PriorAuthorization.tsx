import { useWatch } from 'react-hook-form';
import { isApproval } from '../answers/read-worksheet';
import { DateAnswer, SelectAnswer, TextAnswer } from '../fields/fields';
import { useWorksheetForm } from '../fields/form';

/** What was asked of the payer before, and the approval where there is one. */
export function PriorAuthorization() {
  const { control } = useWorksheetForm();
  const [status, payer] = useWatch({ control, name: ['priorAuthorization', 'payer'] });
  return (
    <>
      {payer === 'medicare-part-b' ? (
        <p className="section-note">Medicare Part B does not preauthorize this drug: leave it at “Not checked”.</p>
      ) : null}
      <SelectAnswer name="priorAuthorization" />
      {isApproval(status) ? <Approval late={status === 'approved-after-service'} /> : null}
    </>
  );
}

function Approval({ late }: { late: boolean }) {
  return (
    <fieldset className="follow-up">
      <legend>The approval</legend>
      <TextAnswer name="priorAuthorizationNumber" size="medium" />
      <div className="row">
        <DateAnswer name="firstDay" />
        <DateAnswer name="lastDay" />
      </div>
      <div className="row">
        <TextAnswer name="unitsApproved" hint="From the letter." size="small" digits />
        <TextAnswer name="unitsUsed" hint="By earlier claims." size="small" digits />
      </div>
      {late ? (
        <DateAnswer name="askedOn" optional hint="Held against the plan’s window, where a profile has one." />
      ) : null}
    </fieldset>
  );
}
