import { TextAnswer } from '../fields/fields';

/** Whose claim it is, and what it charges. */
export function WhoseClaim() {
  return (
    <>
      <p className="section-note">
        Patient reference and account tell whose claim it is, on paper and beside each file; initials stand on paper.
        The charge goes onto forms and files too.
      </p>
      <div className="row">
        <TextAnswer name="patientReference" hint="Your own reference, not a name." size="medium" />
        <TextAnswer name="account" size="medium" />
        <TextAnswer name="initials" size="small" />
        <TextAnswer name="chargePerUnit" size="small" digits />
      </div>
    </>
  );
}
