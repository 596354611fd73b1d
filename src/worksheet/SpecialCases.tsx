import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { asksHospital340b } from '../answers/what-is-asked';
import { Checklist, SelectAnswer, SwitchAnswer, TextAnswer } from '../fields/fields';
import { useWorksheetForm } from '../fields/form';
import { RefillQuestions } from '../fields/RefillQuestions';
import { Kd, LinePerNdc } from './PayerProfile';
import { Services } from './Services';

/** What was done besides, a second drug of the day (`beside`), what somebody asked for, and what few claims need. */
export function SpecialCases({ beside }: { beside: ReactNode }) {
  const { control } = useWorksheetForm();
  return (
    <>
      <Services />
      {useWatch({ control, name: 'entry' }) === 'refill' ? null : <RefillQuestions />}
      {beside}
      <Kd />
      <LinePerNdc />
      <ChargeSlip />
      <Circumstances />
    </>
  );
}

function ChargeSlip() {
  return (
    <fieldset className="part">
      <legend>
        <h3>Compare with a charge slip or order</h3>
      </legend>
      <TextAnswer name="askedCode" hint="The code that somebody asked for." size="small" />
      <Checklist
        name="askedModifiers"
        className="inline-choices"
        hint="Tick what was asked for; the page says what becomes of it."
      />
    </fieldset>
  );
}

/** What puts a modifier on a Medicare line. */
function Circumstances() {
  return (
    <fieldset className="part">
      <legend>
        <h3>340B, custody, notice of non-coverage</h3>
      </legend>
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
    </fieldset>
  );
}

/** Asked only where it decides between JG and TB. */
function Hospital340b() {
  const { control } = useWorksheetForm();
  const asked = useWatch({ control, compute: asksHospital340b });
  return asked ? (
    <SelectAnswer name="hospital340b" unchosen="Not told" hint="Before 2025 it decides between JG and TB." />
  ) : null;
}
