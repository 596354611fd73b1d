import { Fragment, useCallback, useState, type FormEvent } from 'react';
import { SelectField } from '../controls/SelectField';
import type { Office, PayerAddress } from '../engine/clinic-file';
import type { PreparedClaim } from '../engine/prepared-claim';
import { FormProblems } from '../fields/FormProblems';
import { useWorksheetForm } from '../fields/form';
import { isAsked, reasonsAgainstParties, type Parties, type Sending } from '../formats/parties';
import {
  groupsByField,
  hasPlace,
  indicatorBefore,
  indicatorChosen,
  isElsewhere,
  isProfessional,
  isSecondary,
  partyChoiceFields,
  partyGroups,
  type ClaimForm,
  type PartyGroup,
} from '../formats/party-specs';
import type { PaymentText } from '../engine/payment-text';
import { FirstPayments } from '../parties/FirstPayments';
import type { PartyAnswers } from '../parties/party-answers';
import { ChosenEntry, FoldedWhereComplete, PartyGroupOf, RoleGroup } from '../parties/PartyGroups';
import { useProposed } from '../parties/use-proposed';
import { usePartyChanges, useTypedParties, type OnOfficeChange } from '../parties/use-parties';

export type { OnOfficeChange } from '../parties/use-parties';

type PartyFormProps = {
  claim: PreparedClaim;
  form?: ClaimForm;
  /** What its button does, where it downloads no file. */
  action?: string;
  /** Whose file it becomes, said beside the button. */
  whose: string;
  office: Office;
  onOfficeChange: OnOfficeChange;
  onComplete: (parties: Parties) => void;
};

export const partyFieldId = (field: string) => `party-${field}`;
export const partyFormId = 'party-form';

/**
 * Who sends, who gets, who was treated: only what this claim asks. The clinic’s part stays for the next claim, the
 * patient’s belongs to this one.
 */
export function PartyForm({ claim, form = '837P', action, whose, office, onOfficeChange, onComplete }: PartyFormProps) {
  const { parties, refused, change, choose, take, proposed } = useParties(claim, form, office, onOfficeChange);
  const [checks, setChecks] = useState(0);
  const said = new Map<string, string>(checks === 0 ? [] : refused.map(({ field, says }) => [field, says] as const));
  const complete = (event: FormEvent) => {
    event.preventDefault();
    setChecks(refused.length === 0 ? 0 : checks + 1);
    if (refused.length === 0) onComplete(parties);
  };
  const lacking = new Set(refused.map(({ field }) => field));
  const ways = { idOf: partyFieldId, onChange: change, onChoose: choose, onTake: take };
  return (
    <form
      id={partyFormId}
      aria-label="Who sends the claim, to whom, for whom"
      noValidate
      autoComplete="off"
      onSubmit={complete}
    >
      <FormProblems
        titleId="party-problems-title"
        problems={problemsIn(said)}
        submitCount={checks}
        isSubmitSuccessful={refused.length === 0}
      />
      <PartyParts {...{ parties, office, claim, form, said, lacking, proposed }} {...ways} />
      <p className="whose">{whose}</p>
      <button type="submit" className="ds-c-button ds-c-button--solid">
        {action ?? `Download the ${form} file`}
      </button>
    </form>
  );
}

const problemsIn = (said: ReadonlyMap<string, string>) =>
  [...said].map(([field, message]) => ({ fieldId: partyFieldId(field), message }));

type OfThisClaim = Omit<PartyAnswers, 'claim'> & {
  readonly claim: PreparedClaim;
  readonly onTake: (changed: Partial<Sending>) => void;
};

const clinicGroups: readonly PartyGroup[] = ['File', 'Submitter', 'Receiver', 'Billing provider'];
const claimGroups: readonly PartyGroup[] = [
  'Patient',
  'Subscriber',
  'Payer and claim',
  'Payer before this one',
  'Payer after this one',
  'Paperwork sent apart',
  'Accident or injury',
  'Hospital visit',
];

/** Groups that few claims need: folded until something of them is told. */
const foldedGroups: Readonly<Partial<Record<PartyGroup, (parties: Parties) => boolean>>> = {
  'Paperwork sent apart': ({ paperworkType }) => paperworkType === '',
  'Accident or injury': ({ relatedTo }) => relatedTo === '',
};

/** All parts in the order of the screen. */
function PartyParts(answers: OfThisClaim) {
  const { parties, claim, form, said, lacking } = answers;
  const isIn = (group: PartyGroup) => (field: string) => groupsByField[field] === group;
  const isAskedOf = (group: PartyGroup) =>
    partyChoiceFields.filter(isIn(group)).some((field) => isAsked(field, parties, claim, form));
  return (
    <>
      <OfClinic {...answers} />
      <PartyRoles {...answers} />
      {claimGroups.map((group) => {
        const isUntold = foldedGroups[group];
        if (isUntold && !isAskedOf(group)) return null;
        return isUntold ? (
          <FoldedWhereComplete
            key={group}
            isComplete={isUntold(parties) && ![...lacking].some(isIn(group))}
            isRefused={[...said.keys()].some(isIn(group))}
            summary={group}
          >
            <PartyGroupOf group={group} {...answers} />
          </FoldedWhereComplete>
        ) : (
          <Fragment key={group}>
            <PartyGroupOf group={group} {...answers}>
              {answers.office.payers.length > 0 && isOfPayer(group) ? <InGroup group={group} {...answers} /> : null}
            </PartyGroupOf>
            {group === 'Payer before this one' ? <PaymentsBefore {...answers} /> : null}
          </Fragment>
        );
      })}
    </>
  );
}

/** What the payer before paid, below what is asked of it. */
function PaymentsBefore({ parties, claim, said, idOf, onTake }: OfThisClaim) {
  if (!isSecondary(parties)) return null;
  return (
    <FirstPayments
      claim={claim}
      payments={parties.payments}
      said={said}
      idOf={idOf}
      onChange={(payments: readonly PaymentText[]) => onTake({ payments })}
    />
  );
}

const isOfPayer = (group: PartyGroup) => group === 'Payer and claim' || group === 'Payer before this one';

/** The payers that a group can take from the clinic’s list. */
function InGroup({ group, parties, claim, office, onTake }: OfThisClaim & { group: PartyGroup }) {
  if (group === 'Payer and claim') {
    return (
      <KnownPayer
        id="known"
        label="Payer, from the clinic’s list"
        payers={office.payers.filter(({ payer }) => payer === claim.encounter.payer)}
        name={parties.payerName}
        payerId={parties.payerId}
        onTake={({ name, id, street, city, state, zip, ...kind }) =>
          onTake({
            payerName: name,
            payerId: id,
            filingIndicator: indicatorChosen(kind),
            payerStreet: street,
            payerCity: city,
            payerState: state,
            payerZip: zip,
          })
        }
      />
    );
  }
  return isSecondary(parties) ? <KnownBefore {...{ parties, office, onTake }} /> : null;
}

/** A payer before, of those that the clinic knows. */
function KnownBefore({ parties, office, onTake }: Pick<OfThisClaim, 'parties' | 'office' | 'onTake'>) {
  return (
    <KnownPayer
      id="known-before"
      label="Payer before, from the clinic’s list"
      payers={office.payers}
      name={parties.otherPayerName}
      payerId={parties.otherPayerId}
      onTake={({ name, id, ...kind }) =>
        onTake({
          otherPayerName: name,
          otherPayerId: id,
          otherIndicator: indicatorBefore(kind) as Parties['otherIndicator'],
        })
      }
    />
  );
}

/** What is the clinic’s own and the same for every claim: folded where nothing of it is missing. */
function OfClinic(answers: OfThisClaim) {
  const { parties, office, said, lacking } = answers;
  const isOwn = (field: string) => clinicGroups.some((group) => groupsByField[field] === group);
  return (
    <FoldedWhereComplete
      isComplete={![...lacking].some(isOwn)}
      isRefused={[...said.keys()].some(isOwn)}
      summary={`Sender, receiver and provider: ${parties.providerName.trim()}`}
    >
      {clinicGroups.map((group) => (
        <PartyGroupOf key={group} group={group} {...answers}>
          {group === 'Billing provider' && office.providers.length > 0 ? (
            <ChosenEntry of="billing" label="Who bills" {...answers} />
          ) : null}
        </PartyGroupOf>
      ))}
    </FoldedWhereComplete>
  );
}

const others = {
  referring: { group: 'Referring provider', label: 'Who referred the patient' },
  ordering: { group: 'Ordering provider', label: 'Who ordered the service' },
  supervising: { group: 'Supervising provider', label: 'Who supervised' },
} as const;
const otherRoles = Object.keys(others) as (keyof typeof others)[];

/** Who treated, and who else is named; where it was. */
function PartyRoles(answers: OfThisClaim) {
  const { parties, claim, form, said } = answers;
  if (!isProfessional(form)) return <HospitalRoles {...answers} />;
  const where = isElsewhere({ claim, form }) ? {} : { none: 'At the address of the provider' };
  return (
    <>
      <RoleGroup
        of="rendering"
        group="Rendering provider"
        label="Who treated the patient"
        none={parties.providerKind === 'person' ? 'The one who bills' : 'Nobody is named'}
        {...answers}
      />
      <RoleGroup of="facility" group="Place of the service" label="Where it was" {...where} {...answers} />
      <FoldedWhereComplete
        isComplete={otherRoles.every((role) => parties[role] === '')}
        isRefused={otherRoles.some((role) => [...said.keys()].some((field) => field.startsWith(role)))}
        summary="Who referred, ordered or supervised"
      >
        {otherRoles.map((role) => (
          <RoleGroup key={role} of={role} {...others[role]} none="Nobody is named" {...answers} />
        ))}
      </FoldedWhereComplete>
    </>
  );
}

/** Who attended the outpatient, the department that lies elsewhere, and who referred. */
function HospitalRoles(answers: OfThisClaim) {
  const { parties, claim, form, said } = answers;
  const where = isElsewhere({ claim, form }) ? {} : { none: 'At the address of the hospital' };
  return (
    <>
      <RoleGroup of="attending" group="Attending provider" label="Who attended the patient" {...answers} />
      {hasPlace(form) ? (
        <RoleGroup of="facility" group="Place of the service" label="Where it was" {...where} {...answers} />
      ) : null}
      <FoldedWhereComplete
        isComplete={parties.referring === ''}
        isRefused={[...said.keys()].some((field) => field.startsWith('referring'))}
        summary="Who referred"
      >
        <RoleGroup of="referring" {...others.referring} none="Nobody is named" {...answers} />
      </FoldedWhereComplete>
    </>
  );
}

/** The parties as typed, of the clinic and of the record; what is against them; and the ways to change one. */
function useParties(claim: PreparedClaim, form: ClaimForm, office: Office, onOfficeChange: OnOfficeChange) {
  const { getValues, setValue } = useWorksheetForm();
  const { parties, ofAnother } = useTypedParties(office);
  const placeOnScreen = (field: string) => partyGroups.indexOf(groupsByField[field] ?? 'Payer before this one');
  const refused = [
    ...ofAnother,
    ...reasonsAgainstParties(parties, claim, form).toSorted(
      (one, other) => placeOnScreen(one.field) - placeOnScreen(other.field),
    ),
  ];
  const getSending = useCallback(() => getValues('sending') as Sending, [getValues]);
  const take = useCallback(
    (changed: Partial<Sending>) => {
      // The account and the number of the claim are one answer: typed in either place, it stands in both.
      const { accountNumber } = changed;
      const account = getValues('account').trim();
      if (accountNumber !== undefined && (account === '' || account === getValues('sending.accountNumber')))
        setValue('account', isReference(accountNumber, getValues('patientReference')) ? account : accountNumber);
      for (const [field, value] of Object.entries(changed)) setValue(`sending.${field as 'memberId'}`, value as string);
      if (Object.keys(changed).some((field) => groupsByField[field] === 'Patient' || field === 'memberId'))
        setValue('sending.typedFor', getValues('patientReference').trim());
    },
    [getValues, setValue],
  );
  const proposed = useProposed(claim, office, partyFieldId, take);
  return { parties, refused, take, proposed, ...usePartyChanges(office, onOfficeChange, getSending, take) };
}

/** The reference stands for the account where there is none, and is none. */
const isReference = (number: string, reference: string): boolean => number === reference.trim();

type KnownPayerProps = {
  id: string;
  label: string;
  payers: readonly PayerAddress[];
  name: string;
  payerId: string;
  onTake: (address: PayerAddress) => void;
};

/** A payer of the clinic’s list, with all that is kept of it, where there is one. */
function KnownPayer({ id: fieldId, label, payers, name: ownName, payerId, onTake }: KnownPayerProps) {
  if (payers.length === 0) return null;
  const standing = payers.findIndex(({ name, id }) => name === ownName && id === payerId);
  return (
    <SelectField
      id={partyFieldId(fieldId)}
      label={label}
      choices={payers.map(({ name, id }, place) => ({ value: String(place), label: `${name}, ${id}` }))}
      unchosen="Another, typed below"
      hint={undefined}
      problem={undefined}
      field={{
        name: fieldId,
        value: standing < 0 ? '' : String(standing),
        onChange: ({ target }) => onTake(payers[target.value === '' ? -1 : Number(target.value)] ?? noPayer),
      }}
    />
  );
}
const noPayer: PayerAddress = {
  payer: 'commercial',
  name: '',
  id: '',
  indicator: '',
  street: '',
  city: '',
  state: '',
  zip: '',
};
