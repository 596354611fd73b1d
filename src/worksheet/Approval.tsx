import { DateAnswer, TextAnswer } from '../fields/fields';

/**
 * What the letter of the plan says; `late` where it came after the service. Only without the number does the claim come
 * back for certain: days and units that are missing are told as not compared.
 */
export function Approval({ late }: { late: boolean }) {
  return (
    <>
      <TextAnswer name="priorAuthorizationNumber" size="medium" needed />
      <div className="row">
        <DateAnswer name="firstDay" />
        <DateAnswer name="lastDay" />
      </div>
      <div className="row">
        <TextAnswer name="unitsApproved" hint="From the letter." size="small" digits />
        <TextAnswer name="unitsUsed" hint="By earlier claims." size="small" digits />
      </div>
      {late ? <DateAnswer name="askedOn" hint="Held against the plan’s window, where a profile has one." /> : null}
    </>
  );
}
