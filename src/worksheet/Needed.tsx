import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { asksStrength } from '../answers/what-is-asked';
import { AmountAnswer, ChoiceAnswer, DateAnswer, SelectAnswer, TextAnswer } from '../fields/fields';
import { Folded } from '../fields/Folded';
import { useWorksheetForm } from '../fields/form';
import { attendanceDecides } from '../rules/asked-for';
import { Confirmation } from './Confirmation';
import { ProfileChoice } from './PayerProfile';

type NeededProps = { isRefill: boolean; opened: ReactNode; picker: ReactNode };

/** What every claim needs, in the order in which the Tab key goes straight through it. */
export function Needed({ isRefill, opened, picker }: NeededProps) {
  return (
    <>
      <p className="section-note">
        <span className="needed">*</span> Every claim needs it.
      </p>
      {isRefill ? null : <Dose />}
      <ChoiceAnswer name="purpose" needed />
      <ChoiceAnswer name="route" needed />
      <Confirmation />
      <div className="row even">
        <PayerType />
        <SelectAnswer name="setting" unchosen="Choose a setting" needed />
        <Place />
      </div>
      <ProfileChoice />
      <div className="row even">
        <DateAnswer name="dateOfService" hint="t is today, t-1 yesterday." withToday needed />
        <PriorAuthorization />
      </div>
      <Attendance />
      <TextAnswer name="diagnoses" hint="ICD-10-CM, such as G80.1. Several with commas." needed />
      <Folded summary="Pick a diagnosis from a list">{picker}</Folded>
      {isRefill ? null : opened}
    </>
  );
}

/** The biller's amounts. */
function Dose() {
  return (
    <div className="row even">
      <AmountAnswer name="doseGiven" hint="Like 36, 36 mg or 18 mL." needed />
      <AmountAnswer name="doseWasted" hint="Thrown away; 0 if none." needed />
      <Strength />
    </div>
  );
}

/** Asked in the first block only where an amount in milliliters hangs on it. */
function Strength(): ReactNode {
  const { control } = useWorksheetForm();
  return useWatch({ control, compute: asksStrength }) ? (
    <TextAnswer name="strength" hint="Needed for mL." size="small" digits />
  ) : null;
}

/** Another payer type has other profiles: the one chosen before does not stay. */
function PayerType() {
  const { setValue } = useWorksheetForm();
  const forget = () => {
    setValue('profile', '');
    setValue('filledIn.profile', '');
  };
  return <SelectAnswer name="payer" unchosen="Choose a payer type" needed onChosen={forget} />;
}

/** The digits of a place that has no setting of its own. */
function Place() {
  const { control } = useWorksheetForm();
  return useWatch({ control, name: 'setting' }) === 'other' ? (
    <TextAnswer name="placeOfService" hint="Two digits, as item 24B takes them." size="small" digits needed />
  ) : null;
}

/** Below the date, so that nothing slides in between where somebody types on. */
function Attendance() {
  const { control } = useWorksheetForm();
  const [payer, setting] = useWatch({ control, name: ['payer', 'setting'] });
  return attendanceDecides({ payer, setting }) ? (
    <SelectAnswer
      name="attendance"
      unchosen="Not told"
      hint="From the practice, while the drug was given. It decides whether Medicare pays."
    />
  ) : null;
}

function PriorAuthorization() {
  const { control } = useWorksheetForm();
  const payer = useWatch({ control, name: 'payer' });
  return (
    <SelectAnswer
      name="priorAuthorization"
      hint={payer === 'medicare-part-b' ? 'Medicare Part B asks for none.' : 'What the plan said.'}
    />
  );
}
