import { memo, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { isApproval, isDiagnosisMissing } from '../answers/what-is-asked';
import { ChoiceAnswer } from '../fields/fields';
import { useWorksheetForm } from '../fields/form';
import { keepLineBreaks } from '../fields/keep-line-breaks';
import { ProblemSummary } from '../fields/ProblemSummary';
import { Approval } from './Approval';
import { alwaysTold, drugAnswers, recordAnswers, specialCases, whoseClaim } from './folded-answers';
import { Needed } from './Needed';
import { Section, FoldedSection } from './Section';
import './worksheet.css';

/** What is drawn when it is first unfolded, and comes later than the rest. */
type Unfolded = { drug: ReactNode; special: ReactNode; records: ReactNode; whose: ReactNode };
type Slots = { refill: ReactNode; opened: ReactNode; picker: ReactNode; unfolded: Unfolded };
type WorksheetProps = Slots & { onCheck: () => void };

/** The form: first what every claim needs, in one block, then what refines it, folded. */
export const Worksheet = memo(function Worksheet({ onCheck, ...slots }: WorksheetProps) {
  const { getValues, handleSubmit, setError } = useWorksheetForm();
  const lacksDiagnosis = () => {
    const isMissing = isDiagnosisMissing(getValues());
    if (isMissing) setError('diagnoses', { message: 'Enter the diagnosis code' });
    return isMissing;
  };
  const check = handleSubmit(() => {
    if (!lacksDiagnosis()) onCheck();
  }, lacksDiagnosis);
  return (
    <form
      id="worksheet"
      className="worksheet"
      aria-label="Worksheet"
      tabIndex={-1}
      noValidate
      autoComplete="off"
      onSubmit={check}
      onPaste={keepLineBreaks}
    >
      <ProblemSummary />
      <EntrySwitch />
      <Sections {...slots} />
      <button type="submit" className="ds-c-button ds-c-button--solid">
        Check the worksheet
      </button>
    </form>
  );
});

function Sections({ refill, opened, picker, unfolded }: Slots) {
  const { control } = useWorksheetForm();
  const [entry, priorAuthorization] = useWatch({ control, name: ['entry', 'priorAuthorization'] });
  const isRefill = entry === 'refill';
  const before = (isRefill ? 1 : 0) + (isApproval(priorAuthorization) ? 1 : 0);
  return (
    <>
      {isRefill ? (
        <Section number={1} title="Pump refill or trial">
          {refill}
          {opened}
        </Section>
      ) : null}
      <Section number={isRefill ? 2 : 1} title="The claim">
        <Needed isRefill={isRefill} {...{ opened, picker }} />
      </Section>
      {isApproval(priorAuthorization) ? (
        <Section number={isRefill ? 3 : 2} title="The approval">
          <Approval late={priorAuthorization === 'approved-after-service'} />
        </Section>
      ) : null}
      <Refining isRefill={isRefill} first={before + 2} unfolded={unfolded} />
    </>
  );
}

type RefiningProps = Pick<Slots, 'unfolded'> & { isRefill: boolean; first: number };

/** What refines a claim that stands without it. */
function Refining({ isRefill, first, unfolded }: RefiningProps) {
  return (
    <>
      <FoldedSection
        number={first}
        title={isRefill ? 'Drug' : 'Drug and containers'}
        holds={drugAnswers(isRefill)}
        always={alwaysTold}
      >
        {unfolded.drug}
      </FoldedSection>
      <FoldedSection number={first + 1} title="Same day and special cases" holds={specialCases} holdsBeside>
        {unfolded.special}
      </FoldedSection>
      <FoldedSection number={first + 2} title="The patient’s record" holds={recordAnswers}>
        {unfolded.records}
      </FoldedSection>
      <FoldedSection number={first + 3} title="For the paper, forms and files" holds={whoseClaim}>
        {unfolded.whose}
      </FoldedSection>
    </>
  );
}

/** Whether the dose is entered, or a refill recorded. */
function EntrySwitch() {
  const { clearErrors } = useWorksheetForm();
  return (
    <div className="entry-switch">
      <ChoiceAnswer name="entry" onChosen={clearErrors} />
    </div>
  );
}
