import { useCallback, useState, type FormEvent } from 'react';
import { useWatch } from 'react-hook-form';
import { SelectField } from '../controls/SelectField';
import type { Office, PayerAddress } from '../engine/clinic-file';
import type { PreparedClaim } from '../engine/prepared-claim';
import { FormProblems } from '../fields/FormProblems';
import { useWorksheetForm } from '../fields/form';
import { partiesOf, reasonsAgainstOther, reasonsAgainstParties, type Parties, type Sending } from '../formats/parties';
import {
  isElsewhere,
  isProfessional,
  groupsByField,
  partyGroups,
  type ClaimForm,
  type PartyGroup,
} from '../formats/party-specs';
import { ChosenEntry, FoldedWhereComplete, PartyGroupOf, type PartyAnswers } from '../parties/PartyGroups';
import { usePartyChanges, type OnOfficeChange } from '../parties/use-parties';

export type { OnOfficeChange } from '../parties/use-parties';

type PartyFormProps = {
  claim: PreparedClaim;
  form?: ClaimForm;
  /** Whose file it becomes, said beside the button. */
  whose: string;
  office: Office;
  onOfficeChange: OnOfficeChange;
  onComplete: (parties: Parties) => void;
};

export const partyFieldId = (field: string) => `party-${field}`;

/**
 * Who sends, who gets, who was treated. The clinic’s part stays for the next claim, the patient’s belongs to this one.
 */
export function PartyForm({ claim, form = '837P', whose, office, onOfficeChange, onComplete }: PartyFormProps) {
  const { parties, refused, change, choose } = useParties(claim, form, office, onOfficeChange);
  const [checks, setChecks] = useState(0);
  const said = new Map<string, string>(checks === 0 ? [] : refused.map(({ field, says }) => [field, says] as const));
  const problems = [...said].map(([field, message]) => ({ fieldId: partyFieldId(field), message }));
  const complete = (event: FormEvent) => {
    event.preventDefault();
    setChecks(refused.length === 0 ? 0 : checks + 1);
    if (refused.length === 0) onComplete(parties);
  };
  const answers: PartyAnswers = {
    parties,
    office,
    claim,
    form,
    said,
    idOf: partyFieldId,
    onChange: change,
    onChoose: choose,
  };
  return (
    <form aria-label="Who sends the claim, to whom, for whom" noValidate autoComplete="off" onSubmit={complete}>
      <FormProblems
        titleId="party-problems-title"
        problems={problems}
        submitCount={checks}
        isSubmitSuccessful={refused.length === 0}
      />
      <OfClinic {...answers} lacking={refused.map(({ field }) => field)} />
      <PartyRoles {...answers} />
      {ofClaim.map((group) => (
        <PartyGroupOf key={group} group={group} {...answers}>
          {group === 'Payer and claim' ? (
            <KnownPayer payer={claim.encounter.payer} payers={office.payers} parties={parties} />
          ) : null}
        </PartyGroupOf>
      ))}
      <p className="whose">{whose}</p>
      <button type="submit" className="ds-c-button ds-c-button--solid">
        Download the {form} file
      </button>
    </form>
  );
}

const clinicGroups: readonly PartyGroup[] = ['File', 'Submitter', 'Receiver', 'Billing provider'];
const roleGroups: readonly PartyGroup[] = [
  'Rendering provider',
  'Supervising provider',
  'Referring provider',
  'Ordering provider',
  'Attending provider',
  'Place of the service',
];
const ofClaim = partyGroups.filter((group) => ![...clinicGroups, ...roleGroups].includes(group));

/** What is the clinic’s own and the same for every claim: folded where nothing of it is missing. */
function OfClinic({ lacking, ...answers }: PartyAnswers & { lacking: readonly string[] }) {
  const isOwn = (field: string) =>
    Object.hasOwn(groupsByField, field) && clinicGroups.includes(groupsByField[field] as PartyGroup);
  const { parties, office } = answers;
  return (
    <FoldedWhereComplete
      isComplete={!lacking.some(isOwn)}
      isRefused={[...answers.said.keys()].some(isOwn)}
      summary={`Sender, receiver and provider: ${parties.providerName.trim()}`}
    >
      {clinicGroups.map((group) => (
        <PartyGroupOf key={group} group={group} {...answers}>
          {group === 'Billing provider' && office.providers.length > 1 ? (
            <ChosenEntry of="billing" label="Who bills" {...answers} />
          ) : null}
        </PartyGroupOf>
      ))}
    </FoldedWhereComplete>
  );
}

/** Who treated, and who else is named; where it was. */
function PartyRoles(answers: PartyAnswers) {
  const { parties, claim, form } = answers;
  const isOffice = isProfessional(form);
  const others = ['referring', 'ordering', 'supervising'] as const;
  return (
    <>
      {isOffice && parties.providerKind === 'organization' ? (
        <PartyGroupOf group="Rendering provider" {...answers}>
          <ChosenEntry of="rendering" label="Who treated the patient" none="Nobody is named" {...answers} />
        </PartyGroupOf>
      ) : null}
      {isOffice ? (
        <PartyGroupOf group="Place of the service" {...answers}>
          <ChosenEntry
            of="facility"
            label="Where it was"
            {...(isElsewhere({ claim, form }) ? {} : { none: 'At the address of the provider' })}
            {...answers}
          />
        </PartyGroupOf>
      ) : (
        <PartyGroupOf group="Attending provider" {...answers}>
          <ChosenEntry of="attending" label="Who attended the patient" {...answers} />
        </PartyGroupOf>
      )}
      <FoldedWhereComplete
        isComplete={others.every((role) => parties[role] === '')}
        isRefused={others.some((role) => [...answers.said.keys()].some((field) => field.startsWith(role)))}
        summary="Who referred, ordered or supervised"
      >
        {others.map((role) => (
          <PartyGroupOf key={role} group={roleNames[role].group} {...answers}>
            <ChosenEntry of={role} label={roleNames[role].label} none="Nobody is named" {...answers} />
          </PartyGroupOf>
        ))}
      </FoldedWhereComplete>
    </>
  );
}

const roleNames = {
  referring: { group: 'Referring provider', label: 'Who referred the patient' },
  ordering: { group: 'Ordering provider', label: 'Who ordered the service' },
  supervising: { group: 'Supervising provider', label: 'Who supervised' },
} as const;

/** The parties as typed, of the clinic and of the record; what is against them; and the ways to change one. */
function useParties(claim: PreparedClaim, form: ClaimForm, office: Office, onOfficeChange: OnOfficeChange) {
  const { control, getValues, setValue } = useWorksheetForm();
  const [sending, reference] = useWatch({ control, name: ['sending', 'patientReference'] });
  const parties = partiesOf(office, sending as Sending);
  const refused = [
    ...reasonsAgainstOther(sending.typedFor, reference.trim()),
    ...reasonsAgainstParties(parties, claim, form),
  ];
  const getSending = useCallback(() => getValues('sending') as Sending, [getValues]);
  const setSending = useCallback(
    (changed: Partial<Sending>) => {
      for (const [field, value] of Object.entries(changed)) setValue(`sending.${field as 'memberId'}`, value as string);
      if (Object.keys(changed).some((field) => groupsByField[field] === 'Patient' || field === 'memberId'))
        setValue('sending.typedFor', getValues('patientReference').trim());
    },
    [getValues, setValue],
  );
  return { parties, refused, ...usePartyChanges(office, onOfficeChange, getSending, setSending) };
}

type KnownPayerProps = { payer: PayerAddress['payer']; payers: readonly PayerAddress[]; parties: Parties };

/** A payer of an earlier file, with all that is kept of it, where there is one. */
function KnownPayer({ payer, payers, parties: { payerName, payerId } }: KnownPayerProps) {
  const { setValue } = useWorksheetForm();
  const known = payers.filter((each) => each.payer === payer);
  if (known.length === 0) return null;
  const standing = known.findIndex(({ name, id }) => name === payerName && id === payerId);
  const take = (place: number) => {
    const { name = '', id = '', indicator = '', street = '', city = '', state = '', zip = '' } = known[place] ?? {};
    setValue('sending.payerName', name);
    setValue('sending.payerId', id);
    setValue('sending.filingIndicator', indicator);
    setValue('sending.payerStreet', street);
    setValue('sending.payerCity', city);
    setValue('sending.payerState', state);
    setValue('sending.payerZip', zip);
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
