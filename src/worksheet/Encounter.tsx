import { AmountAnswer, Checklist, ChoiceAnswer, DateAnswer, TextAnswer } from '../fields/fields';
import { Folded } from '../fields/Folded';
import { RefillQuestions } from '../fields/RefillQuestions';
import { Compound, Confirmation } from './Confirmation';
import { DiagnosisPicker } from './DiagnosisPicker';

/** When, why and how the drug was given, what it was, and what was done besides. */
export function Encounter({ isRefill }: { isRefill: boolean }) {
  return (
    <>
      <DateAnswer name="dateOfService" hint="Month, day and year; t is today, t-1 yesterday." withToday />
      <ChoiceAnswer name="purpose" />
      <ChoiceAnswer name="route" />
      <Confirmation />
      {isRefill ? (
        <p className="section-note">Container, labeled amount and NDC come from the containers opened.</p>
      ) : (
        <Label />
      )}
      <ChoiceAnswer name="drugSource" />
      <Compound />
      <div className="row">
        {isRefill ? null : <TextAnswer name="ndc" optional hint="11 digits, or with hyphens." size="medium" />}
        <TextAnswer name="diagnoses" hint="ICD-10-CM, such as G80.1. Several with commas." />
      </div>
      <Folded summary="Pick a diagnosis from a list">
        <DiagnosisPicker />
      </Folded>
      <SameDay isRefill={isRefill} />
      <ChargeSlip />
    </>
  );
}

function SameDay({ isRefill }: { isRefill: boolean }) {
  return (
    <Folded summary="Procedures and supplies of the same day" holds={['companions', 'reprogrammed', 'skillNeeded']}>
      <Checklist
        name="companions"
        className="two-columns"
        hint="Tick what is billed besides the drug; the page says what excludes what."
      />
      {isRefill ? null : <RefillQuestions />}
    </Folded>
  );
}

/** What the labels say, where the containers themselves are not recorded. */
function Label() {
  return (
    <>
      <ChoiceAnswer name="container" />
      <AmountAnswer name="labeledAmount" optional hint="All containers. Left blank: given + wasted." />
    </>
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
      />
    </Folded>
  );
}
