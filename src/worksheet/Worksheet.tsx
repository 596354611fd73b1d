import { memo, Suspense, use, useLayoutEffect, useRef, type ClipboardEvent, type ReactNode, type RefObject } from 'react';
import { useWatch } from 'react-hook-form';
import { DiagnosisPicker } from './DiagnosisPicker';
import { Folded } from '../fields/Folded';
import { ClinicContext, useWorksheetForm } from '../fields/form';
import { confidenceWords } from '../engine/citation';
import { documentationFor } from '../rules/documentation';
import { attendanceDecides } from '../rules/payment-status';
import { compoundCodes } from '../rules/hcpcs';
import { AmountAnswer, Checklist, ChoiceAnswer, DateAnswer, SelectAnswer, SwitchAnswer, TextAnswer, type TextName } from '../fields/fields';
import {
  attendanceLabels,
  choicesOf,
  companionChoices,
  containerLabels,
  custodyLabels,
  drugSourceLabels,
  entryLabels,
  habitModifierLabels,
  hospital340bLabels,
  noticeLabels,
  offCampusLabels,
  payerLabels,
  priorAuthorizationLabels,
  purposeLabels,
  routeLabels,
  settingLabels,
  unlistedCodeLabels,
} from '../answers/labels';
import { ProblemSummary } from '../fields/ProblemSummary';
import { RefillQuestions } from '../fields/RefillQuestions';
import { Waste } from '../fields/Waste';
import type { WorksheetText } from '../answers/worksheet-text';
import { markLineBreaks } from '../answers/read-answers';
import { hasSeveralNdcs } from '../answers/read-refill';
import { wasRead, type PayerProfile } from '../engine/payer-profile';
import { asksHospital340b, chosenProfile, confirmsOtherCode, isApproval, needsConfirmation, profilesFor, recordFacts } from '../answers/read-worksheet';
import './worksheet.css';

/** The form, in the order in which a biller meets the facts. */
export const Worksheet = memo(function Worksheet({ onCheck, refill }: { onCheck: () => void; refill: ReactNode }) {
  const { clearErrors, control, handleSubmit } = useWorksheetForm();
  const isRefill = useWatch({ control, name: 'entry' }) === 'refill';
  return (
    <form className="worksheet" aria-label="Worksheet" noValidate autoComplete="off" onSubmit={handleSubmit(onCheck)} onPaste={keepLineBreaks}>
      <ProblemSummary />
      <div className="entry-switch">
        <ChoiceAnswer name="entry" choices={choicesOf(entryLabels)} hint="A screening trial is recorded like a refill." onChosen={clearErrors} />
      </div>
      <Section number={1} title={isRefill ? 'Pump refill or trial' : 'Dose'}>
        {isRefill ? refill : <Dose />}
      </Section>
      <Section number={2} title="Encounter">
        <DateAnswer name="dateOfService" hint="Month, day and year; t is today, t-1 yesterday." withToday />
        <ChoiceAnswer name="purpose" choices={choicesOf(purposeLabels)} />
        <ChoiceAnswer name="route" choices={choicesOf(routeLabels)} />
        <Confirmation />
        {isRefill ? <p className="section-note">Container, labeled amount and NDC come from the containers opened.</p> : <Label />}
        <ChoiceAnswer name="drugSource" choices={choicesOf(drugSourceLabels)} />
        <Compound />
        <div className="row">
          {isRefill ? null : <TextAnswer name="ndc" optional hint="11 digits, or with hyphens." size="medium" />}
          <TextAnswer name="diagnoses" hint="ICD-10-CM, such as G80.1. Several with commas." />
        </div>
        <Folded summary="Pick a diagnosis from a list">
          <DiagnosisPicker />
        </Folded>
        <Folded summary="Procedures and supplies of the same day" holds={['companions', 'reprogrammed', 'skillNeeded']}>
          <Checklist name="companions" className="two-columns" hint="Tick what is billed besides the drug; the page says what excludes what." choices={companionChoices} />
          {isRefill ? null : <RefillQuestions />}
        </Folded>
        <ChargeSlip />
      </Section>
      <Section number={3} title="Payer">
        <div className="row">
          <PayerType />
          <SelectAnswer name="setting" choices={choicesOf(settingLabels)} unchosen="Choose a setting" />
        </div>
        <Place />
        <ProfileChoice />
        <Kd />
        <LinePerNdc />
        <Folded summary="340B, custody, notice of non-coverage" holds={['bought340b', 'hospital340b', 'offCampus', 'custody', 'notice']}>
          <SwitchAnswer name="bought340b" hint="Puts TB on a Medicare line; before 2025 also JG." />
          <Hospital340b />
          <SelectAnswer name="offCampus" choices={choicesOf(offCampusLabels)} hint="On the hospital’s own Medicare claim. An emergency department, remote location or satellite: No." />
          <div className="row">
            <SelectAnswer
              name="custody"
              choices={choicesOf(custodyLabels)}
              hint="In prison, or in state or local custody. Since 2025 not parole or probation. Puts QJ on a Medicare Part B line."
            />
            <SelectAnswer name="notice" choices={choicesOf(noticeLabels)} hint="Medicare Part B only. Puts the modifier on the line." />
          </div>
        </Folded>
      </Section>
      <Section number={4} title="Preauthorization">
        <PriorAuthorization />
      </Section>
      <Section number={5} title="Records">
        <Records />
      </Section>
      <Section number={6} title="For the paper, forms and files">
        <p className="section-note">Patient reference and account tell whose claim it is, on paper and beside each file; initials stand on paper. The charge goes onto forms and files too.</p>
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

/** What the labels say, where the containers themselves are not recorded. */
function Label() {
  return (
    <>
      <ChoiceAnswer name="container" choices={choicesOf(containerLabels)} />
      <AmountAnswer name="labeledAmount" optional hint="All containers. Left blank: given + wasted." />
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

/** Each section takes over its drawn markup in a task of its own, so that an old machine is never busy for long. */
function Section({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  const id = `section-${number}`;
  const part = useRef<HTMLElement>(null);
  return (
    <section aria-labelledby={id} ref={part}>
      <h2 id={id}>
        <span className="section-number">{number}</span> {title}
      </h2>
      <Suspense fallback={null}>
        {children}
        <TypedMeanwhile within={part} />
      </Suspense>
    </section>
  );
}

/** Takes over what was typed into the drawn markup before this part of it was taken over: what a control shows is what the record holds. */
function TypedMeanwhile({ within }: { within: RefObject<HTMLElement | null> }) {
  const { getValues, setValue } = useWorksheetForm();
  useLayoutEffect(() => {
    for (const field of within.current?.querySelectorAll<HTMLInputElement | HTMLSelectElement>(':is(input, select)[name]') ?? []) {
      const name = field.name as TextName;
      const held: unknown = getValues(name);
      if (field instanceof HTMLInputElement && field.type === 'checkbox') {
        const others = Array.isArray(held) ? held.filter((each) => each !== field.value) : null;
        if (field.checked !== (others ? others.length < (held as unknown[]).length : held === true)) {
          setValue(name, (others ? [...others, ...(field.checked ? [field.value] : [])] : field.checked) as unknown as string);
        }
      } else if (held !== field.value && (field.type !== 'radio' || (field as HTMLInputElement).checked)) setValue(name, field.value);
    }
  }, [getValues, setValue, within]);
  return null;
}

function Confirmation() {
  const { control } = useWorksheetForm();
  const [route, drugSource, confirmedCode] = useWatch({ control, name: ['route', 'drugSource', 'confirmedCode'] });
  if (drugSource === 'compounded' || !needsConfirmation({ route, drugSource })) return null;
  return (
    <fieldset className="follow-up">
      <legend>The payer’s confirmation of the code</legend>
      <p className="section-note">No code list read holds a code for this route. The claim is on hold until all three are recorded.</p>
      {confirmsOtherCode({ route, drugSource, confirmedCode }) ? (
        <SelectAnswer name="confirmedCode" choices={choicesOf(unlistedCodeLabels)} unchosen="None of these" />
      ) : null}
      <ConfirmationFields />
    </fieldset>
  );
}

function ConfirmationFields() {
  return (
    <>
      <TextAnswer name="confirmedBy" optional />
      <div className="row">
        <DateAnswer name="confirmedOn" optional />
        <TextAnswer name="confirmationReference" optional size="medium" />
      </div>
    </>
  );
}

/** What only a compound makes necessary: the payer's code, after those that contractors have named, and what else is in it. */
function Compound() {
  const { control } = useWorksheetForm();
  if (useWatch({ control, name: 'drugSource' }) !== 'compounded') return null;
  return (
    <fieldset className="follow-up">
      <legend>The payer’s code for the compound</legend>
      <p className="section-note">J0475 and J0476 are not for a compound. Contractors have named these codes:</p>
      <ul className="named-codes">
        {compoundCodes.map(({ hcpcs, named, confidence }) => (
          <li key={hcpcs}>
            {named.says} <span className="confidence">({confidence.map((each) => confidenceWords[each]).join('; ')})</span>
          </li>
        ))}
      </ul>
      <p className="section-note">Ask yours which it wants today, and whether with KD. The claim is on hold until code, name, date and reference are recorded.</p>
      <SelectAnswer name="confirmedCode" choices={choicesOf(unlistedCodeLabels)} unchosen="Not asked yet" />
      <ConfirmationFields />
      <TextAnswer name="otherDrugs" optional hint="For item 19, such as morphine 10 mg/mL. Baclofen, strength and dose come from above." />
    </fieldset>
  );
}

function ChargeSlip() {
  return (
    <Folded summary="Compare with a charge slip or order" holds={['askedCode', 'askedModifiers']}>
      <TextAnswer name="askedCode" optional hint="The code that somebody asked for." size="small" />
      <Checklist
        name="askedModifiers"
        className="inline-choices"
        hint="Tick what was asked for; the page says what becomes of it."
        choices={choicesOf(habitModifierLabels)}
      />
    </Folded>
  );
}

/** Another payer type has other profiles: the one chosen before does not stay. */
function PayerType() {
  const { setValue } = useWorksheetForm();
  return <SelectAnswer name="payer" choices={choicesOf(payerLabels)} unchosen="Choose a payer type" onChosen={() => setValue('profile', '')} />;
}

/** What the setting alone does not tell: the digits of another place, and who was there. */
function Place() {
  const { control } = useWorksheetForm();
  const [payer, setting] = useWatch({ control, name: ['payer', 'setting'] });
  if (setting === 'other') return <TextAnswer name="placeOfService" hint="Two digits, as item 24B takes them." size="small" digits />;
  return attendanceDecides({ payer, setting }) ? (
    <SelectAnswer
      name="attendance"
      choices={choicesOf(attendanceLabels)}
      unchosen="Not told"
      hint="From the practice, while the drug was given. It decides whether Medicare pays."
    />
  ) : null;
}

/** The payer's profile, and the questions that only it makes necessary. */
function ProfileChoice() {
  const { control } = useWorksheetForm();
  const { profiles: own, onOpen } = use(ClinicContext);
  const [payer, profile, purpose] = useWatch({ control, name: ['payer', 'profile', 'purpose'] });
  const choices = profilesFor(payer, own);
  const chosen = useChosenProfile();
  const groups = [
    ...choices.map((each) => ({ value: each.id, label: each.name, group: wasRead(each) ? 'Policy was read' : 'Your own' })),
    // So that what stands in the form is what is shown, and can be changed.
    ...(profile !== '' && !chosen ? [{ value: profile, label: 'One that is no longer here', group: 'Choose another' }] : []),
  ];
  const asks = chosen !== null && purpose === 'pump-fill';
  return (
    <>
      {payer === '' || (choices.length === 0 && profile === '') ? null : <SelectAnswer name="profile" choices={groups} unchosen="None: the payer type alone" />}
      {asks && (chosen.minimumDaysBetweenFills !== null || chosen.unitsPerPeriod) ? (
        <div className="row">
          {chosen.minimumDaysBetweenFills === null ? null : <DateAnswer name="lastFillOn" optional hint={`${chosen.name} wants ${chosen.minimumDaysBetweenFills} days between fills.`} />}
          {chosen.unitsPerPeriod ? <TextAnswer name="unitsInPeriod" optional hint={`In the ${chosen.periodDays} days before; 0 if none.`} size="small" digits /> : null}
        </div>
      ) : null}
      <p className="section-note">
        <button type="button" className="link" onClick={() => onOpen('profiles')}>
          Payer profiles: see, make, save, open
        </button>
      </p>
    </>
  );
}

/** The payer profile that the claim is held against; null while only the payer type is told. */
function useChosenProfile(): PayerProfile | null {
  const { control } = useWorksheetForm();
  const { profiles: own } = use(ClinicContext);
  const [payer, profile] = useWatch({ control, name: ['payer', 'profile'] });
  return chosenProfile({ payer, profile }, own);
}

function Kd() {
  const decided = useChosenProfile()?.kd ?? null;
  if (decided === true) return <p className="section-note">KD: the payer profile puts it on the line of a pump fill.</p>;
  return <SwitchAnswer name="kd" hint={decided === false ? 'The payer profile says that it is not wanted.' : 'Off unless your Medicare contractor asks for it on pump fills.'} />;
}

function LinePerNdc() {
  const { control } = useWorksheetForm();
  const several = useWatch({ control, compute: hasSeveralNdcs });
  const lines = useChosenProfile()?.lines ?? null;
  if (!several) return null;
  if (lines !== null) return <p className="section-note">{lines === 'one' ? 'The payer profile wants one line of the drug.' : 'The payer profile wants a line for each NDC.'}</p>;
  return <SwitchAnswer name="linePerNdc" hint="Some payers want a line for each NDC, others one line only: ask." />;
}

/** Asked only where it decides between JG and TB. */
function Hospital340b() {
  const { control } = useWorksheetForm();
  const asked = useWatch({ control, compute: asksHospital340b });
  return asked ? <SelectAnswer name="hospital340b" choices={choicesOf(hospital340bLabels)} unchosen="Not told" hint="Before 2025 it decides between JG and TB." /> : null;
}

function PriorAuthorization() {
  const { control } = useWorksheetForm();
  const [status, payer] = useWatch({ control, name: ['priorAuthorization', 'payer'] });
  return (
    <>
      {payer === 'medicare-part-b' ? (
        <p className="section-note">Medicare Part B does not preauthorize this drug: leave it at “Not checked”.</p>
      ) : null}
      <SelectAnswer name="priorAuthorization" choices={choicesOf(priorAuthorizationLabels)} />
      {isApproval(status) ? (
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
          {status === 'approved-after-service' ? <DateAnswer name="askedOn" optional hint="Held against the plan’s window, where a profile has one." /> : null}
        </fieldset>
      ) : null}
    </>
  );
}

const documentationOf = (worksheet: WorksheetText) => documentationFor(recordFacts(worksheet));

function Records() {
  const { control } = useWorksheetForm();
  const items = useWatch({ control, compute: documentationOf });
  return (
    <Checklist
      name="records"
      className="two-columns"
      hint="Tick what you have seen in the record."
      choices={items.map(({ id, label, askedBy }) => ({ value: id, label, hint: askedBy }))}
    />
  );
}
