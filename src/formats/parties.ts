import {
  emptyFacility,
  emptyOffice,
  emptyProvider,
  type Facility,
  type Office,
  type Provider,
} from '../engine/clinic-file';
import type * as codes from '../engine/party-codes';
import type { PreparedClaim } from '../engine/prepared-claim';
import { tooLong } from '../engine/typed';
import { reasonsAgainstPayments, type PaymentReason } from '../engine/first-payer';
import { type PaymentText } from '../engine/payment-text';
import {
  choiceSpecOf,
  isDependent,
  isMedicare,
  isProfessional,
  isSecondary,
  partyChoiceFields,
  partyChoices,
  partyFields,
  partySpecs,
  roles,
  specOf,
  type assignments,
  type benefitAssignments,
  type ClaimForm,
  type InEntry,
  type PartyChoice,
  type PartyField,
  type releases,
  type Role,
  type Spec,
  type usages,
} from './party-specs';
import type { Reason } from './written';
import { hasValueCode } from './value-codes';
import { compactDate, foreignCharacter } from './x12';

/**
 * Who sends the claim, to whom, for whom: what the clinic and the claim record tell of it, joined. Blank is not told.
 * Each role and the place hold the id of their entry in the clinic’s lists: '' where there is none, `none` where none
 * is wanted, `choose` where there are several to choose from.
 */
export type Parties = Readonly<Record<PartyField | Role | 'facility', string>> & {
  readonly usage: keyof typeof usages;
  readonly providerKind: codes.ProviderKind;
  readonly providerTaxIdKind: codes.TaxIdKind;
  readonly sex: codes.Sex | '';
  readonly relationship: codes.Relationship;
  readonly insuredSex: codes.Sex | '';
  readonly order: codes.PayerOrder;
  /** '' where it was not told. */
  readonly behind: codes.PayerBehind | '';
  readonly paperworkType: codes.PaperworkType | '';
  readonly paperworkBy: codes.PaperworkWay | '';
  /** '' is the usual one of the payer type. */
  readonly filingIndicator: codes.FilingIndicator | '';
  readonly mspType: codes.MspType | '';
  readonly acceptsAssignment: keyof typeof assignments;
  readonly benefitsAssigned: keyof typeof benefitAssignments;
  readonly release: keyof typeof releases;
  readonly otherIndicator: codes.FilingIndicator | '';
  readonly otherRelationship: codes.Relationship;
  readonly otherSex: codes.Sex | '';
  readonly relatedTo: codes.Cause | '';
  readonly admissionType: keyof typeof codes.admissionTypes;
  readonly admissionSource: keyof typeof codes.admissionSources;
  readonly patientStatus: keyof typeof codes.patientStatuses;
  readonly procedureRevenue: keyof typeof codes.procedureRevenues | '';
  /** What the payer before this one did with each line. */
  readonly payments: readonly PaymentText[];
};

/** What stands in an entry of the clinic’s lists. */
type OfEntry<Specs> = { [F in keyof Specs]: Specs[F] extends { readonly entry: InEntry } ? F : never }[keyof Specs];
type EntryField = OfEntry<typeof partySpecs> | OfEntry<typeof partyChoices>;
type RecordedField = Exclude<keyof Parties, EntryField | keyof Office>;

/** What a claim record tells of its patient and payer; `typedFor` is the reference that the patient was typed under. */
export type Sending = Pick<Parties, Exclude<RecordedField, 'filingIndicator'>> & {
  readonly filingIndicator: string;
  readonly typedFor: string;
};

/** A field that is said something of: of the parties, or of a line of the remittance. */
export type PartyReason = (Reason & { readonly field: PartyField | PartyChoice | Role | 'facility' }) | PaymentReason;

/** What the entry of a role is, in the clinic’s lists; '', `none` and `choose` name none. */
export function entryIdOf(office: Office, sending: Pick<Sending, Role | 'facility'>, of: Role | 'facility'): string {
  const chosen = sending[of];
  if (chosen !== '' || of === 'facility') return chosen;
  const { providers } = office;
  const billing =
    sending.billing !== ''
      ? sending.billing
      : ((providers.find(({ taxId }) => taxId.trim() !== '') ?? providers.find(isOrganization) ?? providers[0])?.id ??
        '');
  if (of === 'billing') return billing;
  if (of !== 'rendering' && of !== 'attending') return '';
  // A person who bills is the one who treats, unless another is chosen.
  if (of === 'rendering' && providers.find(({ id }) => id === billing)?.kind === 'person') return '';
  const [only, ...others] = providers.filter((each) => !isOrganization(each));
  return others.length > 0 ? 'choose' : (only?.id ?? '');
}
const isOrganization = ({ kind }: Provider): boolean => kind === 'organization';

/** Where an entry of a role stands: those who refer or order may be of elsewhere. */
const isFromElsewhere = (role: Role): boolean => role === 'referring' || role === 'ordering';
const providerOf = ({ providers, referrers }: Office, id: string): Provider | undefined =>
  [...providers, ...referrers].find((each) => each.id === id);

/** Those of the clinic’s lists who can have a role. */
export const candidatesFor = ({ providers, referrers }: Office, role: Role): readonly Provider[] => {
  if (role === 'billing') return providers.filter((each) => isOrganization(each) || each.taxId.trim() !== '');
  const persons = providers.filter((each) => !isOrganization(each));
  return isFromElsewhere(role) ? [...persons, ...referrers] : persons;
};

/** Whether a field is typed; the others are chosen. */
export const isTyped = (field: string): field is PartyField => Object.hasOwn(partySpecs, field);

const noEntry = { ...emptyProvider, id: '' };
/** A person who was typed for a role is no organization. */
const emptyFor = (role: Role): Omit<Provider, 'id'> =>
  role === 'billing' ? emptyProvider : { ...emptyProvider, kind: 'person' };

const inEntries: readonly (readonly [PartyField | PartyChoice, InEntry])[] = [
  ...partyFields,
  ...partyChoiceFields,
].flatMap((field) => {
  const entry = entryOf(field);
  return entry ? [[field, entry] as const] : [];
});
function entryOf(field: PartyField | PartyChoice): InEntry | undefined {
  return isTyped(field) ? specOf(field).entry : choiceSpecOf(field).entry;
}

/** The clinic’s part and the patient’s, joined. */
export function partiesOf(office: Office, { typedFor: _typedFor, ...sending }: Sending): Parties {
  const ids = Object.fromEntries(
    ([...roles, 'facility'] as const).map((of) => [of, entryIdOf(office, sending, of)]),
  ) as Record<Role | 'facility', string>;
  const place = office.facilities.find(({ id }) => id === ids.facility) ?? { ...emptyFacility, id: '' };
  const fromEntries = inEntries.map(([field, { of, part }]) => {
    const entry: Readonly<Record<string, string>> =
      of === 'facility' ? place : (providerOf(office, ids[of]) ?? noEntry);
    return [field, entry[part]];
  });
  const { providers: _own, referrers: _others, facilities: _places, payers: _payers, ...ours } = office;
  return { ...ours, ...sending, ...ids, ...Object.fromEntries(fromEntries) } as Parties;
}

/** The clinic and the record with one field typed or chosen anew; `newId` names an entry that begins with it. */
export function withParty(
  office: Office,
  sending: Sending,
  field: keyof Parties,
  text: string,
  newId: string,
): { readonly office: Office; readonly sending: Sending } {
  const entry = isTyped(field) || Object.hasOwn(partyChoices, field) ? entryOf(field as PartyField) : undefined;
  if (!entry) {
    return Object.hasOwn(emptyOffice, field)
      ? { office: { ...office, [field]: text }, sending }
      : { office, sending: { ...sending, [field]: text } };
  }
  const known = entryIdOf(office, sending, entry.of);
  const id = ['', 'none', 'choose'].includes(known) ? newId : known;
  return {
    office: withEntry(office, entry, id, text),
    sending: known === id ? sending : { ...sending, [entry.of]: id },
  };
}

/** The clinic’s lists with a part of one entry; one of which nothing is told any more is none. */
function withEntry(office: Office, { of, part }: InEntry, id: string, text: string): Office {
  if (of === 'facility')
    return { ...office, facilities: changedIn(office.facilities, { ...emptyFacility, id }, { [part]: text }) };
  const list = office.referrers.some((each) => each.id === id)
    ? 'referrers'
    : isFromElsewhere(of) && !office.providers.some((each) => each.id === id)
      ? 'referrers'
      : 'providers';
  return { ...office, [list]: changedIn(office[list], { ...emptyFor(of), id }, { [part]: text }) };
}

function changedIn<T extends Provider | Facility>(list: readonly T[], blank: T, change: object): readonly T[] {
  const entries = list.some(({ id }) => id === blank.id) ? list : [...list, blank];
  return entries
    .map((entry) => (entry.id === blank.id ? { ...entry, ...change } : entry))
    .filter((entry) => !isSameBut(entry, blank));
}
const textParts = Object.keys({ ...emptyProvider, ...emptyFacility }).filter(
  (part) => part !== 'kind' && part !== 'taxIdKind',
);
const isSameBut = (entry: object, blank: object): boolean =>
  'id' in entry &&
  'id' in blank &&
  entry.id === blank.id &&
  Object.entries(entry).every(([part, text]) => !textParts.includes(part) || text === '');

const clinicGroups: readonly string[] = ['File', 'Submitter', 'Receiver', 'Billing provider'];
/** Whether a reason is about the clinic’s own answers, which are the same for every claim of a file. */
export const isOfClinic = ({ field }: PartyReason): boolean =>
  isTyped(field) && clinicGroups.includes(partySpecs[field].group);

/** A reference that was overwritten since the patient was typed is of another patient. */
export const reasonsAgainstOther = (typedFor: string, reference: string): readonly PartyReason[] =>
  typedFor === '' || typedFor === reference
    ? []
    : [
        {
          field: 'patientLast',
          says:
            `The patient was typed for ${typedFor}, and the reference is ${reference === '' ? 'blank' : reference} ` +
            'now: type the patient again, or begin a new claim',
        },
      ];

/** Every field as it goes into the file; nothing of one that is too long to be read. */
export const asCarried = (parties: Parties): Parties => ({
  ...parties,
  ...Object.fromEntries(partyFields.map((field) => [field, carried(field, parties[field])])),
});

/** Every field as it goes onto this form of this claim: what it does not ask for is blank, whatever was typed. */
export const asCarriedFor = (claim: PreparedClaim, parties: Parties, form: ClaimForm): Parties => ({
  ...parties,
  ...Object.fromEntries(
    partyFields.map((field) => [field, isAsked(field, parties, claim, form) ? carried(field, parties[field]) : '']),
  ),
});

/** One field as it goes into the file; blank where it is too long to be read. */
export function carried(field: PartyField, typed: string): string {
  const { label, carried: carry = (text) => text } = specOf(field);
  return tooLong(typed, label) ? '' : carry(typed.trim());
}

/** Whether this claim, written on this form, asks for a field; without a claim, whether every one does. */
export const isAsked = (
  field: PartyField | PartyChoice,
  parties: Parties,
  claim: PreparedClaim | null,
  form: ClaimForm,
): boolean => {
  const { asked } = isTyped(field) ? specOf(field) : choiceSpecOf(field);
  return asked === undefined || asked(parties, { claim, form });
};

/**
 * What keeps each field that this claim asks for from going onto the form: what is typed in the order of the fields,
 * then what is chosen, then the payers together. Without a claim, of what every claim of the clinic asks.
 */
export function reasonsAgainstParties(
  typed: Parties,
  claim: PreparedClaim | null,
  form: ClaimForm = '837P',
): readonly PartyReason[] {
  const parties = asCarried(typed);
  const texts = partyFields.flatMap((field): PartyReason[] => {
    if (!isAsked(field, typed, claim, form)) return [];
    const says = problemOf(field, typed, parties, { claim, form });
    return says === undefined ? [] : [{ field, says }];
  });
  const choices = partyChoiceFields.flatMap((field): PartyReason[] => {
    const { label, mayBeBlank } = choiceSpecOf(field);
    if (typed[field] !== '' || mayBeBlank || !isAsked(field, typed, claim, form)) return [];
    return [{ field, says: field === 'sex' ? 'Choose the sex as the payer has it' : `Choose: ${inSentence(label)}` }];
  });
  return [
    ...texts,
    ...choices,
    ...reasonsAgainstRoles(typed, form),
    ...(claim ? reasonsAgainstReferral(parties, claim, form) : []),
    ...(claim ? [...reasonsAgainstMedicare(typed, claim), ...reasonsAgainstPayers(typed, claim)] : []),
    ...(claim && !isProfessional(form) ? reasonsAgainstHospital(typed, claim, form) : []),
  ];
}

/** Several of the clinic could have treated the patient: nobody is taken by chance. */
const reasonsAgainstRoles = (parties: Parties, form: ClaimForm): readonly PartyReason[] =>
  (form === '837P' || form === 'CMS-1500' ? (['rendering'] as const) : (['attending'] as const)).flatMap((field) =>
    parties[field] === 'choose' ? [{ field, says: 'Choose who treated the patient: the clinic has several' }] : [],
  );

/** A referral is no preauthorization (row 7.2), and item 23 takes one number (row 7.1). */
function reasonsAgainstReferral(
  { referralNumber }: Parties,
  { formItems: { authorizationNumber } }: PreparedClaim,
  form: ClaimForm,
): readonly PartyReason[] {
  if (referralNumber === '' || authorizationNumber === null) return [];
  if (referralNumber === authorizationNumber)
    return [
      { field: 'referralNumber', says: 'A referral has another number than the preauthorization: enter its own' },
    ];
  return form === 'CMS-1500'
    ? [
        {
          field: 'referralNumber',
          says: 'Item 23 takes one number, and the preauthorization stands there: take the referral off the paper form',
        },
      ]
    : [];
}

/** The lines follow the payer type: one that names another payer than the file is of another claim. */
function reasonsAgainstMedicare(parties: Parties, claim: PreparedClaim): readonly PartyReason[] {
  const goesToMedicare = isMedicare(parties, claim);
  const isPreparedForIt = claim.encounter.payer === 'medicare-part-b';
  if (goesToMedicare !== isPreparedForIt) {
    const says = isPreparedForIt
      ? 'The payer type of the claim is original Medicare: choose “By payer type”, or correct the payer type'
      : 'The payer type of the claim is not original Medicare: choose another kind, or correct the payer type';
    return [{ field: 'filingIndicator', says }];
  }
  if (!goesToMedicare && parties.behind === 'medigap' && !isSecondary(parties))
    return [
      { field: 'behind', says: 'Medigap is a supplement of original Medicare: choose another payer after this one' },
    ];
  return goesToMedicare && isDependent(parties)
    ? [{ field: 'relationship', says: 'Medicare insures the patient alone: choose “Self”' }]
    : [];
}

/** What a hospital’s claim cannot tell: a person who bills, Medicare as Part B, a reason without its value code. */
function reasonsAgainstHospital(parties: Parties, claim: PreparedClaim, form: ClaimForm): readonly PartyReason[] {
  const { providerKind, providerTaxIdKind, filingIndicator, mspType } = parties;
  const isPerson = providerKind === 'person';
  return [
    ...(isPerson
      ? [{ field: 'providerKind', says: 'A person cannot bill a hospital’s claim: choose an organization' } as const]
      : []),
    ...(providerTaxIdKind === 'SY' && !isPerson
      ? [{ field: 'providerTaxIdKind', says: 'A hospital’s claim takes an EIN' } as const]
      : []),
    ...(filingIndicator === 'MB'
      ? [
          {
            field: 'filingIndicator',
            says: 'A hospital’s claim goes to Medicare as Part A: choose MA, or “By payer type”',
          } as const,
        ]
      : []),
    ...(mspType !== '' && isAsked('mspType', parties, claim, form) && !hasValueCode(mspType)
      ? [
          {
            field: 'mspType',
            says: `Which value code a hospital’s claim has for ${mspType} was not read: ask the payer`,
          } as const,
        ]
      : []),
  ];
}

/** What is wrong between two payers: the same one twice, or amounts that do not balance. */
function reasonsAgainstPayers(parties: Parties, claim: PreparedClaim): readonly PartyReason[] {
  if (!isSecondary(parties)) return [];
  const [own, before] = [carried('payerId', parties.payerId), carried('otherPayerId', parties.otherPayerId)];
  const isSame = own !== '' && own.toUpperCase() === before.toUpperCase();
  const medicareTwice = isMedicare(parties, claim) && ['MA', 'MB'].includes(parties.otherIndicator);
  return [
    ...(isSame || medicareTwice
      ? [
          {
            field: 'otherPayerId' as const,
            says: 'The payer before must be another one: a payer is not its own second',
          },
        ]
      : []),
    ...reasonsAgainstPayments(parties.payments, claim),
  ];
}

function problemOf(
  field: PartyField,
  all: Parties,
  carriedAll: Parties,
  asking: { claim: PreparedClaim | null; form: ClaimForm },
): string | undefined {
  const [typed, text] = [all[field], carriedAll[field]];
  const { label, most, least = 1, mayBeBlank, fits, mustBe, miswritten } = specOf(field);
  const long = tooLong(typed, label);
  if (long) return long.problem;
  if (typed.trim() === '') {
    const blank = mayBeBlank === true || mayBeBlank?.(all, asking);
    return blank ? undefined : `Enter the ${inSentence(label)}`;
  }
  const foreign = foreignCharacter(text) ?? (fits?.(text) ? undefined : foreignCharacter(typed.trim()));
  if (foreign !== undefined)
    return `${label} holds “${foreign}”, which an 837 cannot carry: leave it out or write it otherwise`;
  const wrong = miswritten?.(typed.trim(), all);
  if (wrong !== undefined) return wrong;
  if (fits && !fits(text)) return `${label} ${mustBe}`;
  if (!/[A-Za-z0-9]/.test(text)) return `${label} must hold letters or digits`;
  if (text.length < least) return `${label} must be ${least} characters or more`;
  if (text.length > most) return `${label} must be ${most} characters or fewer`;
  return asking.claim
    ? besideService(specOf(field), text, compactDate(asking.claim.encounter.dateOfService))
    : undefined;
}

/** What is wrong with a day beside that of the service, both as eight digits. */
function besideService({ label, notAfterService, notBeforeService }: Spec, text: string, service: string) {
  if (notAfterService && text > service) return `${label} must not be after the service`;
  return notBeforeService && text < service ? `${label} must not be before the service` : undefined;
}

const inSentence = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
