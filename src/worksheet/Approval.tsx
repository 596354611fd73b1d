import { DateAnswer, TextAnswer } from '../fields/fields';

/** What the letter of the plan says; `late` where it came after the service. */
export function Approval({ late }: { late: boolean }) {
  return (
    <>
      <TextAnswer name="priorAuthorizationNumber" size="medium" needed />
      <div className="row">
        <DateAnswer name="firstDay" needed />
        <DateAnswer name="lastDay" needed />
      </div>
      <div className="row">
        <TextAnswer name="unitsApproved" hint="From the letter." size="small" digits needed />
        <TextAnswer name="unitsUsed" hint="By earlier claims." size="small" digits needed />
      </div>
      {late ? <DateAnswer name="askedOn" hint="Held against the plan’s window, where a profile has one." /> : null}
    </>
  );
}
