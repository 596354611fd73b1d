import { TextField } from '@cmsgov/design-system';
import type { ReactNode } from 'react';
import { useForm, type FieldErrors, type Resolver } from 'react-hook-form';
import type { PreparedClaim } from '../engine/claim';
import {
  assignments,
  benefitAssignments,
  filingIndicators,
  partyFields,
  partyGroups,
  partySpecs,
  reasonsAgainstParties,
  releases,
  sexes,
  usages,
  usualIndicator,
  type Parties,
  type PartyField,
  type PartyGroup,
} from '../formats/parties';
import { SelectField } from '../worksheet/fields';
import { FormProblems } from '../worksheet/FormProblems';
import { choicesOf } from '../worksheet/labels';

type PartyFormProps = { claim: PreparedClaim; onComplete: (parties: Parties) => void };

const idOf = (field: string) => `party-${field}`;

/** Who sends, who gets, who was treated: typed for one file. What is typed stays in this form until the worksheet is cleared or left. */
export function PartyForm({ claim, onComplete }: PartyFormProps) {
  const { register, handleSubmit, formState } = useForm<Parties>({ defaultValues: blank(claim), resolver, shouldFocusError: false });
  const { errors, submitCount, isSubmitSuccessful } = formState;
  const order = [...partyFields, 'sex'] as const;
  const problems = order.flatMap((field) => {
    const message = errors[field]?.message;
    return message ? [{ fieldId: idOf(field), message }] : [];
  });
  const choice = (field: Exclude<keyof Parties, PartyField>, label: string, words: Readonly<Record<string, string>>, unchosen?: string) => (
    <SelectField id={idOf(field)} label={label} choices={choicesOf(words)} unchosen={unchosen} hint={undefined} problem={errors[field]?.message} field={register(field)} />
  );
  const choicesIn: Partial<Record<PartyGroup, ReactNode>> = {
    File: choice('usage', 'Test or production', usages),
    'Subscriber, who is the patient': choice('sex', 'Sex', sexes, 'Choose'),
    'Payer and claim': (
      <>
        {choice('filingIndicator', 'Kind of payer (claim filing indicator)', indicatorWords)}
        {choice('acceptsAssignment', 'Assignment', assignments)}
        {choice('benefitsAssigned', 'Benefits assigned to the provider', benefitAssignments)}
        {choice('release', 'Release of information', releases)}
      </>
    ),
  };
  return (
    <form aria-label="Who sends the claim, to whom, for whom" noValidate autoComplete="off" onSubmit={(event) => void handleSubmit(onComplete)(event)}>
      <p className="section-note">
        Asked for this file alone and kept nowhere: clearing or leaving the worksheet forgets it. For a patient who is the subscriber, a payer who pays first, and a billing
        provider that is an organization.
      </p>
      <FormProblems titleId="party-problems-title" problems={problems} submitCount={submitCount} isSubmitSuccessful={isSubmitSuccessful} />
      {partyGroups.map((group) => (
        <fieldset key={group} className="part">
          <legend>{group}</legend>
          <div className="two-columns">
          {partyFields
            .filter((field) => partySpecs[field].group === group)
            .map((field) => {
              const { ref, ...input } = register(field);
              const message = errors[field]?.message;
              return (
                <div className="answer" key={field}>
                  <TextField
                    id={idOf(field)}
                    label={partySpecs[field].label}
                    requirementLabel={'mayBeBlank' in partySpecs[field] ? 'Optional' : undefined}
                    {...(message ? { errorMessage: message } : {})}
                    inputRef={ref}
                    autoComplete="off"
                    autoCapitalize="off"
                    spellCheck={false}
                    {...input}
                  />
                </div>
              );
            })}
          {choicesIn[group]}
          </div>
        </fieldset>
      ))}
      <button type="submit" className="ds-c-button ds-c-button--solid">
        Download the 837P file
      </button>
    </form>
  );
}

const indicatorWords = Object.fromEntries(Object.entries(filingIndicators).map(([code, words]) => [code, `${code}: ${words}`]));

const resolver: Resolver<Parties> = (parties) => {
  const refused = reasonsAgainstParties(parties);
  const errors = Object.fromEntries(refused.map(({ field, says }) => [field, { type: 'party', message: says }])) as FieldErrors<Parties>;
  return refused.length > 0 ? { values: {}, errors } : { values: parties, errors: {} };
};

/** Nothing is known yet; where one answer is nearly always right, it stands there to be seen. */
const blank = ({ encounter }: PreparedClaim): Parties => ({
  ...(Object.fromEntries(partyFields.map((field) => [field, ''])) as Record<PartyField, string>),
  controlNumber: '1',
  senderQualifier: 'ZZ',
  receiverQualifier: 'ZZ',
  usage: 'T',
  sex: '',
  filingIndicator: usualIndicator[encounter.payer],
  acceptsAssignment: 'A',
  benefitsAssigned: 'Y',
  release: 'Y',
});
