import type { ReactNode } from 'react';
import { useForm, type FieldErrors, type UseFormReturn } from 'react-hook-form';
import type { IsoDate } from '../engine/dated';
import type { Payer } from '../engine/encounter';
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
import { TypedField } from '../worksheet/TypedField';

type PartyFormProps = { form: UseFormReturn<Parties>; payer: Payer; onComplete: (parties: Parties) => void };

export const partyFieldId = (field: string) => `party-${field}`;

/** What is typed of the parties; held by the drawer, so that it outlasts a look at another format, until the worksheet is cleared or left. */
export const usePartyForm = (dateOfService: IsoDate | undefined): UseFormReturn<Parties> =>
  useForm<Parties>({
    defaultValues: blank,
    shouldFocusError: false,
    resolver: (parties) => {
      const refused = reasonsAgainstParties(parties, dateOfService);
      const errors = Object.fromEntries(refused.map(({ field, says }) => [field, { type: 'party', message: says }])) as FieldErrors<Parties>;
      return refused.length > 0 ? { values: {}, errors } : { values: parties, errors: {} };
    },
  });

/** Who sends, who gets, who was treated: typed for one file. */
export function PartyForm({ form: { register, handleSubmit, formState }, payer, onComplete }: PartyFormProps) {
  const { errors, submitCount, isSubmitSuccessful } = formState;
  const problems = fieldsInOrder.flatMap((field) => {
    const message = errors[field]?.message;
    return message ? [{ fieldId: partyFieldId(field), message }] : [];
  });
  const choice = (field: Exclude<keyof Parties, PartyField>, label: string, words: Readonly<Record<string, string>>, unchosen?: string) => (
    <SelectField id={partyFieldId(field)} label={label} choices={choicesOf(words)} unchosen={unchosen} hint={undefined} problem={errors[field]?.message} field={register(field)} />
  );
  const choicesIn: Partial<Record<PartyGroup, ReactNode>> = {
    File: choice('usage', 'Test or production', usages),
    'Subscriber, who is the patient': choice('sex', 'Sex', sexes, 'Choose'),
    'Payer and claim': (
      <>
        {choice('filingIndicator', 'Kind of payer (claim filing indicator)', indicatorWords, `By payer type: ${indicatorWords[usualIndicator[payer]]}`)}
        {choice('acceptsAssignment', 'Assignment', assignments)}
        {choice('benefitsAssigned', 'Benefits assigned to the provider', benefitAssignments)}
        {choice('release', 'Release of information', releases)}
      </>
    ),
  };
  return (
    <form aria-label="Who sends the claim, to whom, for whom" noValidate autoComplete="off" onSubmit={(event) => void handleSubmit(onComplete)(event)}>
      <FormProblems titleId="party-problems-title" problems={problems} submitCount={submitCount} isSubmitSuccessful={isSubmitSuccessful} />
      {partyGroups.map((group) => (
        <fieldset key={group} className="part">
          <legend>{group}</legend>
          <div className="two-columns">
            {partyFields
              .filter((field) => partySpecs[field].group === group)
              .map((field) => (
                <TypedField
                  key={field}
                  id={partyFieldId(field)}
                  label={partySpecs[field].label}
                  hint={hintOf(field)}
                  optional={'mayBeBlank' in partySpecs[field]}
                  problem={errors[field]?.message}
                  field={register(field)}
                />
              ))}
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

const hintOf = (field: PartyField): string | undefined => {
  const spec = partySpecs[field];
  return 'hint' in spec ? spec.hint : undefined;
};

/** As they stand on the screen: the sex behind the patient’s other answers. */
const fieldsInOrder = partyFields.flatMap((field): (PartyField | 'sex')[] => (field === 'subscriberZip' ? [field, 'sex'] : [field]));

const indicatorWords: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(filingIndicators).map(([code, words]) => [code, `${code}: ${words}`]));

/** Nothing is known yet; where one answer is nearly always right, it stands there to be seen. */
const blank: Parties = {
  ...(Object.fromEntries(partyFields.map((field) => [field, ''])) as Record<PartyField, string>),
  senderQualifier: 'ZZ',
  receiverQualifier: 'ZZ',
  usage: 'T',
  sex: '',
  filingIndicator: '',
  acceptsAssignment: 'A',
  benefitsAssigned: 'Y',
  release: 'Y',
};
