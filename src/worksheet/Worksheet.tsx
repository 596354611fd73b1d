import { memo, use, type ClipboardEvent, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { markLineBreaks } from '../answers/read-answers';
import { recordFacts, recordFactsOf } from '../answers/read-worksheet';
import type { WorksheetText } from '../answers/worksheet-text';
import { AmountAnswer, Checklist, ChoiceAnswer, TextAnswer } from '../fields/fields';
import { RefillContext, useWorksheetForm } from '../fields/form';
import { ProblemSummary } from '../fields/ProblemSummary';
import { Waste } from '../fields/Waste';
import { documentationFor } from '../rules/documentation';
import { Encounter } from './Encounter';
import { Payer } from './Payer';
import { PriorAuthorization } from './PriorAuthorization';
import { Section } from './Section';
import './worksheet.css';

type Slots = { onCheck: () => void; refill: ReactNode; opened: ReactNode };

/** The form, in the order in which a biller meets the facts. */
export const Worksheet = memo(function Worksheet({ onCheck, refill, opened }: Slots) {
  const { control, handleSubmit } = useWorksheetForm();
  const isRefill = useWatch({ control, name: 'entry' }) === 'refill';
  return (
    <form
      className="worksheet"
      aria-label="Worksheet"
      noValidate
      autoComplete="off"
      onSubmit={handleSubmit(onCheck)}
      onPaste={keepLineBreaks}
    >
      <ProblemSummary />
      <EntrySwitch />
      <Section number={1} title={isRefill ? 'Pump refill or trial' : 'Dose'}>
        {isRefill ? refill : <Dose />}
        {opened}
      </Section>
      <Section number={2} title="Encounter">
        <Encounter isRefill={isRefill} />
      </Section>
      <Section number={3} title="Payer">
        <Payer />
      </Section>
      <Section number={4} title="Preauthorization">
        <PriorAuthorization />
      </Section>
      <Section number={5} title="Records">
        <Records />
      </Section>
      <Section number={6} title="For the paper, forms and files">
        <WhoseClaim />
      </Section>
      <button type="submit" className="ds-c-button ds-c-button--solid">
        Check the worksheet
      </button>
    </form>
  );
});

/** Whether the dose is entered, or a refill recorded. */
function EntrySwitch() {
  const { clearErrors } = useWorksheetForm();
  return (
    <div className="entry-switch">
      <ChoiceAnswer name="entry" hint="A screening trial is recorded like a refill." onChosen={clearErrors} />
    </div>
  );
}

/** The biller's amounts. */
function Dose() {
  return (
    <>
      <div className="row">
        <AmountAnswer name="doseGiven" hint="Into the patient or the pump." />
        <AmountAnswer name="doseWasted" hint="Thrown away; 0 if none." />
        <TextAnswer name="strength" optional hint="Needed for mL." size="small" digits />
      </div>
      <Waste otherwise={<p className="section-note">No waste is entered, so nothing is asked about it.</p>} />
    </>
  );
}

const factsOf = (worksheet: WorksheetText) => recordFacts(worksheet, null);

function Records() {
  const { control } = useWorksheetForm();
  const entry = useWatch({ control, name: 'entry' });
  const facts = useWatch({ control, compute: factsOf });
  const refill = use(RefillContext);
  const items = documentationFor(entry === 'refill' ? { ...facts, ...recordFactsOf(refill) } : facts);
  return (
    <Checklist
      name="records"
      className="two-columns"
      hint="Tick what you have seen in the record."
      choices={items.map(({ id, label, askedBy }) => ({ value: id, label, hint: askedBy }))}
    />
  );
}

/** Whose claim it is, and what it charges. */
function WhoseClaim() {
  return (
    <>
      <p className="section-note">
        Patient reference and account tell whose claim it is, on paper and beside each file; initials stand on paper.
        The charge goes onto forms and files too.
      </p>
      <div className="row">
        <TextAnswer name="patientReference" optional hint="Your own reference, not a name." size="medium" />
        <TextAnswer name="account" optional size="medium" />
        <TextAnswer name="initials" optional size="small" />
        <TextAnswer name="chargePerUnit" optional size="small" digits />
      </div>
    </>
  );
}

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
