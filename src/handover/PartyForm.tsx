import { memo, useCallback, useState, type FormEvent } from 'react';
import { useWatch } from 'react-hook-form';
import type { PreparedClaim } from '../engine/prepared-claim';
import { formatDay, isoDate, type IsoDate } from '../engine/dated';
import { emptyOffice, type Office, type PayerAddress } from '../engine/clinic-file';
import {
  asCarried,
  assignments,
  benefitAssignments,
  filingIndicators,
  partyFields,
  partyGroups,
  partiesOf,
  partySpecs,
  reasonsAgainstOther,
  reasonsAgainstParties,
  releases,
  sexes,
  usages,
  usualIndicator,
  type Parties,
  type PartyField,
  type PartyGroup,
  type PartyReason,
} from '../formats/parties';
import { SelectField } from '../controls/SelectField';
import { useWorksheetForm } from '../fields/form';
import { FormProblems } from '../fields/FormProblems';
import { choicesOf } from '../answers/answer';
import { TextField } from '../controls/TextField';
import type { SendingText } from '../answers/worksheet-text';

export type OnOfficeChange = (change: (before: Office) => Office) => void;

type PartyFormProps = {
  claim: PreparedClaim;
  /** Whose file it becomes, said beside the button. */
  whose: string;
  office: Office;
  onOfficeChange: OnOfficeChange;
  onComplete: (parties: Parties) => void;
};

export const partyFieldId = (field: string) => `party-${field}`;

/** What of the parties is the clinic's; all else stands in the claim record. */
const isOffice = (field: keyof Parties): field is keyof Parties & keyof Office => Object.hasOwn(emptyOffice, field);

/**
 * Who sends, who gets, who was treated. The clinic's part stays for the next claim, the patient's belongs to this one.
 */
export function PartyForm({ claim, whose, office, onOfficeChange, onComplete }: PartyFormProps) {
  const { parties, reasonsAgainst, change } = useParties(office, onOfficeChange);
  const [checks, setChecks] = useState(0);
  const refused = reasonsAgainst(claim.encounter.dateOfService);
  const said = new Map<string, string>(checks === 0 ? [] : refused.map(({ field, says }) => [field, says] as const));
  const problems = fieldsInOrder.flatMap((field) =>
    said.has(field) ? [{ fieldId: partyFieldId(field), message: said.get(field) ?? '' }] : [],
  );
  const complete = (event: FormEvent) => {
    event.preventDefault();
    setChecks(refused.length === 0 ? 0 : checks + 1);
    if (refused.length === 0) onComplete(parties);
  };
  return (
    <form aria-label="Who sends the claim, to whom, for whom" noValidate autoComplete="off" onSubmit={complete}>
      <FormProblems
        titleId="party-problems-title"
        problems={problems}
        submitCount={checks}
        isSubmitSuccessful={refused.length === 0}
      />
      {partyGroups.map((group) => (
        <fieldset key={group} className="part">
          <legend>{group}</legend>
          {group === 'Payer and claim' ? (
            <KnownPayer payer={claim.encounter.payer} payers={office.payers} parties={parties} />
          ) : null}
          <div className="two-columns">
            <GroupTexts group={group} parties={parties} said={said} onChange={change} />
            <GroupChoices group={group} payer={claim.encounter.payer} parties={parties} said={said} onChange={change} />
          </div>
        </fieldset>
      ))}
      <p className="whose">{whose}</p>
      <button type="submit" className="ds-c-button ds-c-button--solid">
        Download the 837P file
      </button>
    </form>
  );
}

type ChangeParty = (field: keyof Parties, text: string) => void;

/** The parties as typed, of the clinic and of the record; what is against them on a day; and the way to change one. */
function useParties(office: Office, onOfficeChange: OnOfficeChange) {
  const { control, getValues, setValue } = useWorksheetForm();
  const [sending, reference] = useWatch({ control, name: ['sending', 'patientReference'] });
  const parties = partiesOf(office, sending);
  const reasonsAgainst = (on: IsoDate): readonly PartyReason[] => [
    ...reasonsAgainstOther(sending.typedFor, reference.trim()),
    ...reasonsAgainstParties(parties, on),
  ];
  const change = useCallback<ChangeParty>(
    (field, text) => {
      if (isOffice(field)) onOfficeChange((before) => ({ ...before, [field]: text }));
      else {
        setValue(`sending.${field as keyof SendingText}`, text);
        if (partySpecs[field as PartyField]?.group === patientGroup)
          setValue('sending.typedFor', getValues('patientReference').trim());
      }
    },
    [getValues, onOfficeChange, setValue],
  );
  return { parties, reasonsAgainst, change };
}

type KnownPayerProps = { payer: PayerAddress['payer']; payers: readonly PayerAddress[]; parties: Parties };

/** A payer of an earlier file, with name and number, where there is one. */
function KnownPayer({ payer, payers, parties: { payerName, payerId } }: KnownPayerProps) {
  const { setValue } = useWorksheetForm();
  const known = payers.filter((each) => each.payer === payer);
  if (known.length === 0) return null;
  const standing = known.findIndex(({ name, id }) => name === payerName && id === payerId);
  const take = (place: number) => {
    const { name = '', id = '' } = known[place] ?? {};
    setValue('sending.payerName', name);
    setValue('sending.payerId', id);
  };
  return (
    <SelectField
      id={partyFieldId('known')}
      label="A payer of an earlier file"
      choices={known.map(({ name, id }, place) => ({ value: String(place), label: `${name}, ${id}` }))}
      unchosen="Another, typed below"
      hint={undefined}
      problem={undefined}
      field={{
        name: 'known',
        value: standing < 0 ? '' : String(standing),
        onChange: ({ target }) => take(target.value === '' ? -1 : Number(target.value)),
      }}
    />
  );
}

type GroupProps = { group: PartyGroup; parties: Parties; said: ReadonlyMap<string, string>; onChange: ChangeParty };

function GroupTexts({ group, parties, said, onChange }: GroupProps) {
  return partyFields
    .filter((field) => partySpecs[field].group === group)
    .map((field) => (
      <PartyText
        key={field}
        field={field}
        value={parties[field]}
        problem={said.get(field)}
        understood={field === 'birthDate' ? bornOn(parties) : undefined}
        onChange={onChange}
      />
    ));
}

type ChoiceSpec = {
  readonly field: Exclude<keyof Parties, PartyField>;
  readonly label: string;
  readonly words: Readonly<Record<string, string>>;
  readonly unchosen?: string;
};

/** The choices of a group, behind what is typed of it. */
function choicesIn(group: PartyGroup, payer: PayerAddress['payer']): readonly ChoiceSpec[] {
  if (group === 'File') return [{ field: 'usage', label: 'Test or production', words: usages }];
  if (group === patientGroup) return [{ field: 'sex', label: 'Sex', words: sexes, unchosen: 'Choose' }];
  if (group !== 'Payer and claim') return [];
  return [
    {
      field: 'filingIndicator',
      label: 'Kind of payer (claim filing indicator)',
      words: indicatorWords,
      unchosen: `By payer type: ${indicatorWords[usualIndicator[payer]]}`,
    },
    { field: 'acceptsAssignment', label: 'Assignment', words: assignments },
    { field: 'benefitsAssigned', label: 'Benefits assigned to the provider', words: benefitAssignments },
    { field: 'release', label: 'Release of information', words: releases },
  ];
}

function GroupChoices({ group, payer, parties, said, onChange }: GroupProps & { payer: PayerAddress['payer'] }) {
  return choicesIn(group, payer).map(({ field, label, words, unchosen }) => (
    <SelectField
      key={field}
      id={partyFieldId(field)}
      label={label}
      choices={choicesOf(words)}
      unchosen={unchosen}
      hint={undefined}
      problem={said.get(field)}
      field={{ name: field, value: parties[field], onChange: ({ target }) => onChange(field, target.value) }}
    />
  ));
}

const patientGroup = 'Subscriber, who is the patient' satisfies PartyGroup;

/** The day of birth as it was read, with its weekday, where it was. */
function bornOn(parties: Parties): string | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(asCarried(parties).birthDate) ?? [];
  const born = isoDate(Number(year), Number(month), Number(day));
  return born && `= ${formatDay(born)}`;
}

type PartyTextProps = {
  field: PartyField;
  value: string;
  problem: string | undefined;
  understood: string | undefined;
  onChange: (field: PartyField, text: string) => void;
};

const PartyText = memo(function PartyText({ field, value, problem, understood, onChange }: PartyTextProps) {
  const spec = partySpecs[field];
  return (
    <TextField
      id={partyFieldId(field)}
      label={spec.label}
      hint={'hint' in spec ? spec.hint : undefined}
      needed={!('mayBeBlank' in spec)}
      problem={problem}
      said={understood}
      field={{ name: field, value, onChange: ({ target }) => onChange(field, target.value) }}
    />
  );
});

/** As they stand on the screen: the sex behind the patient’s other answers. */
const fieldsInOrder = partyFields.flatMap((field): (PartyField | 'sex')[] =>
  field === 'subscriberZip' ? [field, 'sex'] : [field],
);

const indicatorWords: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(filingIndicators).map(([code, words]) => [code, `${code}: ${words}`]),
);
