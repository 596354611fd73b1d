import { useWatch } from 'react-hook-form';
import { asksHospital340b } from '../answers/read-worksheet';
import { SelectAnswer, SwitchAnswer, TextAnswer } from '../fields/fields';
import { Folded } from '../fields/Folded';
import { useWorksheetForm } from '../fields/form';
import { attendanceDecides } from '../rules/payment-status';
import { Kd, LinePerNdc, ProfileChoice } from './PayerProfile';

/** Who pays, and where the drug was given. */
export function Payer() {
  return (
    <>
      <div className="row">
        <PayerType />
        <SelectAnswer name="setting" unchosen="Choose a setting" />
      </div>
      <Place />
      <ProfileChoice />
      <Kd />
      <LinePerNdc />
      <Circumstances />
    </>
  );
}

/** What few claims need, and what puts a modifier on a Medicare line. */
function Circumstances() {
  return (
    <Folded
      summary="340B, custody, notice of non-coverage"
      holds={['bought340b', 'hospital340b', 'offCampus', 'custody', 'notice']}
    >
      <SwitchAnswer name="bought340b" hint="Puts TB on a Medicare line; before 2025 also JG." />
      <Hospital340b />
      <SelectAnswer
        name="offCampus"
        hint="On the hospital’s own Medicare claim. An emergency department, remote location or satellite: No."
      />
      <div className="row">
        <SelectAnswer
          name="custody"
          hint={
            'In prison, or in state or local custody. Since 2025 not parole or probation. ' +
            'Puts QJ on a Medicare Part B line.'
          }
        />
        <SelectAnswer name="notice" hint="Medicare Part B only. Puts the modifier on the line." />
      </div>
    </Folded>
  );
}

/** Another payer type has other profiles: the one chosen before does not stay. */
function PayerType() {
  const { setValue } = useWorksheetForm();
  return <SelectAnswer name="payer" unchosen="Choose a payer type" onChosen={() => setValue('profile', '')} />;
}

/** What the setting alone does not tell: the digits of another place, and who was there. */
function Place() {
  const { control } = useWorksheetForm();
  const [payer, setting] = useWatch({ control, name: ['payer', 'setting'] });
  if (setting === 'other')
    return <TextAnswer name="placeOfService" hint="Two digits, as item 24B takes them." size="small" digits />;
  return attendanceDecides({ payer, setting }) ? (
    <SelectAnswer
      name="attendance"
      unchosen="Not told"
      hint="From the practice, while the drug was given. It decides whether Medicare pays."
    />
  ) : null;
}

/** Asked only where it decides between JG and TB. */
function Hospital340b() {
  const { control } = useWorksheetForm();
  const asked = useWatch({ control, compute: asksHospital340b });
  return asked ? (
    <SelectAnswer name="hospital340b" unchosen="Not told" hint="Before 2025 it decides between JG and TB." />
  ) : null;
}
