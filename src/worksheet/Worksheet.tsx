import { Choice } from '@cmsgov/design-system';
import { memo, Suspense, type ClipboardEvent, type ReactNode } from 'react';
import { useController, useWatch } from 'react-hook-form';
import { useWorksheetForm } from './form';
import { isNone } from '../engine/quantity';
import { documentationFor } from '../rules/documentation';
import { AmountAnswer, Checklist, ChoiceAnswer, fieldId, SelectAnswer, TextAnswer } from './fields';
import {
  choicesOf,
  containerLabels,
  drugSourceLabels,
  fieldLabels,
  habitModifierLabels,
  payerLabels,
  priorAuthorizationLabels,
  purposeLabels,
  routeLabels,
  settingLabels,
} from './labels';
import { ProblemSummary } from './ProblemSummary';
import { markLineBreaks } from './read-answers';
import { needsConfirmation, wasteRead } from './read-worksheet';
import type { WorksheetText } from './worksheet-text';

/** The form, in the order in which a biller meets the facts. */
export const Worksheet = memo(function Worksheet({ onCheck }: { onCheck: () => void }) {
  const { handleSubmit } = useWorksheetForm();
  return (
    <form className="worksheet" aria-label="Worksheet" noValidate autoComplete="off" onSubmit={handleSubmit(onCheck)} onPaste={keepLineBreaks}>
      <ProblemSummary />
      <Section number={1} title="Dose">
        <div className="row">
          <AmountAnswer name="doseGiven" hint="Into the patient or the pump." />
          <AmountAnswer name="doseWasted" hint="Thrown away; 0 if none." />
          <TextAnswer name="strength" optional hint="Needed for mL." size="small" digits />
        </div>
        <Waste />
      </Section>
      <Section number={2} title="Encounter">
        <TextAnswer name="dateOfService" hint="Month, day and year." size="medium" digits />
        <ChoiceAnswer name="purpose" choices={choicesOf(purposeLabels)} />
        <ChoiceAnswer name="route" choices={choicesOf(routeLabels)} />
        <Confirmation />
        <ChoiceAnswer name="container" choices={choicesOf(containerLabels)} />
        <AmountAnswer name="labeledAmount" optional hint="All containers. Left blank: given + wasted." />
        <ChoiceAnswer name="drugSource" choices={choicesOf(drugSourceLabels)} />
        <div className="row">
          <TextAnswer name="ndc" optional hint="11 digits, or with hyphens." size="medium" />
          <TextAnswer name="diagnoses" optional hint="ICD-10-CM, such as G80.1. Several with commas." size="medium" />
        </div>
        <ChargeSlip />
      </Section>
      <Section number={3} title="Payer">
        <div className="row">
          <SelectAnswer name="payer" choices={choicesOf(payerLabels)} unchosen="Choose a payer type" />
          <SelectAnswer name="setting" choices={choicesOf(settingLabels)} unchosen="Choose a setting" />
        </div>
        <Kd />
      </Section>
      <Section number={4} title="Preauthorization">
        <PriorAuthorization />
      </Section>
      <Section number={5} title="Records">
        <Records />
      </Section>
      <Section number={6} title="For the paper only">
        <p className="section-note">For the printed summary; the charge also fills item 24F. It stays in this page until you clear or leave it.</p>
        <div className="row">
          <TextAnswer name="patientReference" optional hint="Your own reference, not a name." size="medium" />
          <TextAnswer name="account" optional size="medium" />
          <TextAnswer name="initials" optional size="small" />
          <TextAnswer name="chargePerUnit" optional size="small" digits />
        </div>
      </Section>
      <button type="submit" className="ds-c-button ds-c-button--solid">
        Check the worksheet
      </button>
    </form>
  );
});

/** A text field drops pasted line breaks and would join two numbers into one; here they stay, visibly. */
function keepLineBreaks(event: ClipboardEvent<HTMLFormElement>): void {
  const pasted = event.clipboardData.getData('text/plain');
  const marked = markLineBreaks(pasted);
  const field = event.target;
  if (!(field instanceof HTMLInputElement) || field.type !== 'text' || marked === pasted) return;
  event.preventDefault();
  field.setRangeText(marked, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Each section takes over its drawn markup in a task of its own, so that an old machine is never busy for long. */
function Section({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  const id = `section-${number}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        <span className="section-number">{number}</span> {title}
      </h2>
      <Suspense fallback={null}>{children}</Suspense>
    </section>
  );
}

/** Whether waste is entered; changes only when that answer does, not at every keystroke. */
function useHasWaste(): boolean {
  const { control } = useWorksheetForm();
  return useWatch({ control, compute: (worksheet: WorksheetText) => !isNone(wasteRead(worksheet)) });
}

function Waste() {
  if (!useHasWaste()) return <p className="section-note">No waste is entered, so nothing is asked about it.</p>;
  return (
    <fieldset className="follow-up">
      <legend>About the waste</legend>
      <TextAnswer name="wasteReason" optional />
      <div className="row">
        <TextAnswer name="wasteDate" optional hint="Month, day and year." size="medium" digits />
        <TextAnswer name="wasteTime" optional hint="Like 14:30." size="small" />
      </div>
    </fieldset>
  );
}

function Confirmation() {
  const { control } = useWorksheetForm();
  const route = useWatch({ control, name: 'route' });
  if (!needsConfirmation({ route })) return null;
  return (
    <fieldset className="follow-up">
      <legend>The payer’s confirmation of the code</legend>
      <p className="section-note">No code list read holds a code for this route. The claim is on hold until all three are recorded.</p>
      <TextAnswer name="confirmedBy" optional />
      <div className="row">
        <TextAnswer name="confirmedOn" optional size="medium" digits />
        <TextAnswer name="confirmationReference" optional size="medium" />
      </div>
    </fieldset>
  );
}

function ChargeSlip() {
  return (
    <details className="charge-slip">
      <summary>Compare with a charge slip or order</summary>
      <TextAnswer name="askedCode" optional hint="The code that somebody asked for." size="small" />
      <Checklist
        name="askedModifiers"
        className="inline-choices"
        hint="Tick what was asked for; the page says what becomes of it."
        choices={choicesOf(habitModifierLabels)}
      />
    </details>
  );
}

function Kd() {
  const { control } = useWorksheetForm();
  const { field } = useController({ control, name: 'kd' });
  return (
    <Choice
      type="checkbox"
      size="small"
      id={fieldId('kd')}
      name="kd"
      value="kd"
      label={fieldLabels.kd}
      hint="Off unless your Medicare contractor asks for it on pump fills."
      checked={field.value}
      onChange={({ target }) => field.onChange(target.checked)}
    />
  );
}

function PriorAuthorization() {
  const { control } = useWorksheetForm();
  const [status, payer] = useWatch({ control, name: ['priorAuthorization', 'payer'] });
  const approved = status === 'approved' || status === 'approved-after-service';
  return (
    <>
      {payer === 'medicare-part-b' ? (
        <p className="section-note">Medicare Part B does not preauthorize this drug: leave it at “Not checked”.</p>
      ) : null}
      <SelectAnswer name="priorAuthorization" choices={choicesOf(priorAuthorizationLabels)} />
      {approved ? (
        <fieldset className="follow-up">
          <legend>The approval</legend>
          <TextAnswer name="priorAuthorizationNumber" size="medium" />
          <div className="row">
            <TextAnswer name="firstDay" size="medium" digits />
            <TextAnswer name="lastDay" size="medium" digits />
          </div>
          <div className="row">
            <TextAnswer name="unitsApproved" hint="From the letter." size="small" digits />
            <TextAnswer name="unitsUsed" hint="By earlier claims." size="small" digits />
          </div>
        </fieldset>
      ) : null}
    </>
  );
}

function Records() {
  const { control } = useWorksheetForm();
  const [purpose, container] = useWatch({ control, name: ['purpose', 'container'] });
  const items = documentationFor({ purpose, container, hasWaste: useHasWaste() });
  return (
    <Checklist
      name="records"
      className="two-columns"
      hint="Tick what you have seen in the record."
      choices={items.map(({ id, label, askedBy }) => ({ value: id, label, hint: askedBy }))}
    />
  );
}
