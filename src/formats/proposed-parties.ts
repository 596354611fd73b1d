import type { Address, Office } from '../engine/clinic-file';
import type { PreparedClaim } from '../engine/prepared-claim';
import type { Sending } from './parties';
import { indicatorChosen, partySpecs } from './party-specs';

/*
 * What of a claim’s parties need not be asked: the clinic’s lists, the patient’s earlier claims and the claim itself
 * tell it. It is shown, says where it is from, and can be changed.
 */

/** What goes in together, and only where nothing of it was typed. */
const groups = {
  account: ['accountNumber'],
  payer: ['payerName', 'payerId', 'filingIndicator', 'payerStreet', 'payerCity', 'payerState', 'payerZip'],
  patient: [
    'patientLast',
    'patientFirst',
    'patientMiddle',
    'birthDate',
    'sex',
    'patientStreet',
    'patientZip',
    'patientCity',
    'patientState',
    'patientPhone',
  ],
  member: [
    'memberId',
    'groupNumber',
    'planName',
    'relationship',
    'insuredLast',
    'insuredFirst',
    'insuredMiddle',
    'insuredBirthDate',
    'insuredSex',
    'insuredStreet',
    'insuredZip',
    'insuredCity',
    'insuredState',
  ],
  town: ['patientCity', 'patientState'],
  subscriberName: ['insuredLast'],
  subscriberAddress: ['insuredStreet', 'insuredZip', 'insuredCity', 'insuredState'],
  subscriberTown: ['insuredCity', 'insuredState'],
} as const satisfies Record<string, readonly (keyof Sending)[]>;
type Group = keyof typeof groups;
type ProposedField = (typeof groups)[Group][number];
export type Proposed = Readonly<Partial<Record<ProposedField, string>>>;
/** What is proposed of a group, and where it is from. */
type Proposal = { readonly told: Proposed; readonly from: string };
export type Proposals = Readonly<Partial<Record<Group, Proposal>>>;

/** What the kept claims of the same patient tell, and of which record; without what only one claim has. */
export type KnownOfPatient = {
  readonly patient: Partial<Sending>;
  /** Of the same payer type; null where none is kept. */
  readonly member: Partial<Sending> | null;
  readonly from: string;
};

type Told = {
  readonly record: {
    readonly account: string;
    readonly patientReference: string;
    /** Made from what the first payer answered: the account is the number of that claim. */
    readonly isToNextPayer: boolean;
  };
  readonly office: Pick<Office, 'payers' | 'providers' | 'facilities'>;
  readonly payer: PreparedClaim['encounter']['payer'];
  readonly sending: Sending;
  readonly known: KnownOfPatient | null;
  /** Of other patients: a town stands under its ZIP in each. */
  readonly addresses: readonly Address[];
};

/** All that can be proposed for a claim as it is typed so far. */
export function proposalsFor(told: Told): Proposals {
  const { sending, known } = told;
  const towns = [...told.office.providers, ...told.office.facilities, ...told.addresses];
  const of = (group: Group, from: Partial<Sending>): Proposed =>
    Object.fromEntries(groups[group].flatMap((field) => (from[field] === undefined ? [] : [[field, from[field]]])));
  return {
    ...numberOf(told.record),
    ...payerOf(told),
    ...(known ? { patient: { told: of('patient', known.patient), from: known.from } } : {}),
    ...(known?.member ? { member: { told: of('member', known.member), from: known.from } } : {}),
    ...townOf('town', sending.patientZip, towns, (city, state) => ({ patientCity: city, patientState: state })),
    ...(livesTogether(sending)
      ? subscriberOf(sending)
      : townOf('subscriberTown', sending.insuredZip, towns, (city, state) => ({
          insuredCity: city,
          insuredState: state,
        }))),
  };
}

/** The account, else the reference, where it is short enough. */
function numberOf({ account, patientReference, isToNextPayer }: Told['record']): Proposals {
  if (isToNextPayer) return {};
  const isAccount = account.trim() !== '';
  const accountNumber = (isAccount ? account : patientReference).trim();
  return accountNumber === '' || accountNumber.length > partySpecs.accountNumber.most
    ? {}
    : { account: { told: { accountNumber }, from: isAccount ? 'As the account.' : 'As the patient reference.' } };
}

/** The only payer of that type that the clinic knows. */
function payerOf({ office, payer: type }: Told): Proposals {
  const [only, ...others] = office.payers.filter(({ payer }) => payer === type);
  if (!only || others.length > 0) return {};
  return {
    payer: {
      told: {
        payerName: only.name,
        payerId: only.id,
        filingIndicator: indicatorChosen(only),
        payerStreet: only.street,
        payerCity: only.city,
        payerState: only.state,
        payerZip: only.zip,
      },
      from: 'The only payer of this type in the clinic’s list.',
    },
  };
}

/** A spouse or a child, whose subscriber lives at the same address more often than not. */
const livesTogether = ({ relationship }: Sending): boolean => relationship === '01' || relationship === '19';

const subscriberOf = ({ patientLast, ...sending }: Sending): Proposals => ({
  ...(patientLast.trim() === ''
    ? {}
    : { subscriberName: { told: { insuredLast: patientLast }, from: 'As the patient’s.' } }),
  ...(sending.patientStreet.trim() === ''
    ? {}
    : {
        subscriberAddress: {
          told: {
            insuredStreet: sending.patientStreet,
            insuredZip: sending.patientZip,
            insuredCity: sending.patientCity,
            insuredState: sending.patientState,
          },
          from: 'As the patient’s.',
        },
      }),
});

const zipOf = (typed: string): string | null => /^\s*(\d{5})(?:[\s-]*\d{4})?\s*$/.exec(typed)?.[1] ?? null;

/** City and state of a ZIP, where the addresses that the clinic knows have one town under it. */
function townOf(
  group: 'town' | 'subscriberTown',
  typed: string,
  addresses: readonly Address[],
  told: (city: string, state: string) => Proposed,
): Proposals {
  const zip = zipOf(typed);
  const there = addresses.filter(
    ({ zip: other, city, state }) => zip !== null && zipOf(other) === zip && city && state,
  );
  const names = new Set(there.map(({ city, state }) => `${city.trim()}|${state.trim()}`.toUpperCase()));
  const [first] = there;
  return first && names.size === 1
    ? { [group]: { told: told(first.city.trim(), first.state.trim()), from: 'Known by its ZIP.' } }
    : {};
}

/** Nothing is told of it: what is chosen from the start is no answer yet. */
const isBlank = (sending: Sending, field: ProposedField): boolean =>
  sending[field].trim() === '' || (field === 'relationship' && sending.relationship === '18');

/**
 * The fields to change so that what is proposed stands where nothing was typed; `before` is what was proposed last. A
 * group goes in whole, and only where nothing of it was typed; what somebody took out stays out.
 */
export const partiesToFill = (sending: Sending, before: Proposals, now: Proposals): Partial<Sending> =>
  (Object.keys(groups) as Group[]).reduce<Partial<Sending>>(
    (changed, group) => ({
      ...changed,
      ...groupToFill({ ...sending, ...changed }, groups[group], before[group]?.told ?? {}, now[group]?.told ?? {}),
    }),
    {},
  );

function groupToFill(
  sending: Sending,
  fields: readonly ProposedField[],
  before: Proposed,
  now: Proposed,
): Partial<Sending> {
  const isOpen = (field: ProposedField) => isBlank(sending, field) || sending[field] === before[field];
  const isUntyped = (field: ProposedField) =>
    isBlank(sending, field) ? now[field] !== before[field] : sending[field] === before[field];
  const standing = (field: ProposedField) =>
    now[field] ?? (before[field] === undefined ? sending[field] : field === 'relationship' ? '18' : '');
  return fields.every(isOpen) && fields.some(isUntyped)
    ? Object.fromEntries(
        fields.filter((field) => sending[field] !== standing(field)).map((field) => [field, standing(field)]),
      )
    : {};
}

/** Where each field is from that stands as it is proposed. */
export function saidOfProposals(sending: Sending, proposals: Proposals): ReadonlyMap<string, string> {
  return new Map(
    Object.values(proposals).flatMap(({ told, from }) =>
      Object.entries(told).flatMap(([field, text]) =>
        text !== '' && sending[field as ProposedField] === text ? [[field, from] as const] : [],
      ),
    ),
  );
}
