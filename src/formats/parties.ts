import { asciiUpper } from '../engine/ascii';
import type { Office } from '../engine/clinic-file';
import { isControlNumber } from '../engine/control-number';
import type { IsoDate } from '../engine/dated';
import type { Payer } from '../engine/payer-profile';
import { tooLong } from '../engine/typed';
import { readDate } from '../engine/typed-date';
import { isNpi } from './npi';
import type { Reason } from './written';
import { compactDate, foreignCharacter } from './x12';

type Spec = {
  readonly group: PartyGroup;
  readonly label: string;
  /** Said beside the field before anything is typed. */
  readonly hint?: string;
  /** The most characters that the element takes, and the fewest where that is more than one (row form 837 details). */
  readonly most: number;
  readonly least?: number;
  readonly mayBeBlank?: boolean;
  /** What goes into the file, of what was typed without spaces at its ends. */
  readonly carried?: (text: string) => string;
  readonly fits?: (carried: string) => boolean;
  /** What it must be, where `fits` asks for something. */
  readonly mustBe?: string;
  /** What is wrong with the way in which it is written, where that tells more than `mustBe`. */
  readonly miswritten?: (text: string) => string | undefined;
};

export const partyGroups = [
  'File',
  'Submitter',
  'Receiver',
  'Billing provider',
  'Rendering provider',
  'Subscriber, who is the patient',
  'Payer and claim',
] as const;
export type PartyGroup = (typeof partyGroups)[number];

const like = (shape: RegExp) => (text: string) => shape.test(text);
/** Digits as people group them: with spaces, hyphens, points or brackets. */
const digitsOf = (text: string) => text.replace(/[\s\p{Pd}.()]/gu, '');

/** Nine digits in the groups of another number are that number. */
const groupsOf = {
  '2-7': { name: 'an EIN', like: '12-3456789' },
  '5-4': { name: 'a ZIP code', like: '58102-0001' },
  '3-2-4': { name: 'a Social Security number', like: '' },
} as const;
const inGroups = (own: '2-7' | '5-4') => (text: string) => {
  const groups = text.split(/[\s\p{Pd}.()]+/u).flatMap((digits) => (digits === '' ? [] : digits.length));
  const other = new Map(Object.entries(groupsOf)).get(groups.join('-'));
  const { name, like: example } = groupsOf[own];
  return other && other.name !== name
    ? `${name.replace(/^a/, 'A')} is written ${example}; this is written like ${other.name}`
    : undefined;
};

/** What is told beside `mustBe` begins with the text or with what to do, not with the field. */
const unclearBirthDate = (text: string) => {
  const reading = birthDateOf(text);
  return 'problem' in reading && !reading.problem.startsWith('Date of birth') ? reading.problem : undefined;
};
const birthDateOf = (text: string) =>
  readDate(text, 'Date of birth', { from: 1900, through: 2099, wholeYear: true, example: '05/31/1960' });
const compactDay = (text: string): string => {
  const reading = birthDateOf(text);
  return 'value' in reading ? compactDate(reading.value) : '';
};

const state = {
  carried: asciiUpper,
  fits: like(/^[A-Z]{2}$/),
  hint: 'Two letters, like ND.',
  mustBe: 'must be two letters, like ND',
  most: 2,
} as const;
const npi = {
  carried: digitsOf,
  fits: isNpi,
  hint: 'Ten digits.',
  mustBe: 'must be the ten digits of an NPI, with its check digit',
  most: 10,
} as const;
const qualifier = {
  group: 'File',
  carried: asciiUpper,
  fits: like(/^[A-Z0-9]{2}$/),
  hint: 'ZZ unless your clearinghouse says otherwise.',
  mustBe: 'must be two characters, like ZZ',
  most: 2,
} as const;
const patient = { group: 'Subscriber, who is the patient' } as const;

/** What a whole 837P needs besides the claim, and how its elements take it (rows form 837, form 837 details). */
export const partySpecs = {
  senderQualifier: { ...qualifier, label: 'Sender qualifier' },
  senderId: { group: 'File', label: 'Sender ID', least: 2, most: 15 },
  receiverQualifier: { ...qualifier, label: 'Receiver qualifier' },
  receiverId: { group: 'File', label: 'Receiver ID', least: 2, most: 15 },
  controlNumber: {
    group: 'File',
    label: 'Control number',
    hint: 'Up to nine digits, not used before. Each file counts it on by one.',
    most: 9,
    fits: isControlNumber,
    mustBe: 'must be 1 to 9 digits, not starting with 0',
  },
  submitterName: { group: 'Submitter', label: 'Submitter name', most: 60 },
  submitterId: { group: 'Submitter', label: 'Submitter ID (ETIN)', least: 2, most: 80 },
  contactName: { group: 'Submitter', label: 'Contact name', most: 60 },
  contactPhone: {
    group: 'Submitter',
    label: 'Contact phone',
    hint: 'Ten digits.',
    most: 10,
    carried: digitsOf,
    fits: like(/^\d{10}$/),
    mustBe: 'must be ten digits',
  },
  receiverName: { group: 'Receiver', label: 'Receiver name', most: 60 },
  receiverEtin: { group: 'Receiver', label: 'Receiver ID (ETIN)', least: 2, most: 80 },
  providerName: { group: 'Billing provider', label: 'Provider name', most: 60 },
  providerNpi: { group: 'Billing provider', label: 'Provider NPI', ...npi },
  providerTaxId: {
    group: 'Billing provider',
    label: 'Provider tax ID (EIN)',
    hint: 'Nine digits.',
    most: 9,
    carried: digitsOf,
    fits: like(/^\d{9}$/),
    mustBe: 'must be nine digits',
    miswritten: inGroups('2-7'),
  },
  providerStreet: { group: 'Billing provider', label: 'Provider street', most: 55 },
  providerCity: { group: 'Billing provider', label: 'Provider city', least: 2, most: 30 },
  providerState: { group: 'Billing provider', label: 'Provider state', ...state },
  providerZip: {
    group: 'Billing provider',
    label: 'Provider ZIP',
    hint: 'Nine digits (ZIP+4).',
    most: 9,
    carried: digitsOf,
    fits: like(/^\d{9}$/),
    mustBe: 'must be nine digits (ZIP+4)',
    miswritten: inGroups('5-4'),
  },
  renderingLast: { group: 'Rendering provider', label: 'Rendering provider’s last name', most: 60, mayBeBlank: true },
  renderingFirst: { group: 'Rendering provider', label: 'Rendering provider’s first name', most: 35, mayBeBlank: true },
  renderingNpi: { group: 'Rendering provider', label: 'Rendering provider’s NPI', mayBeBlank: true, ...npi },
  subscriberLast: { ...patient, label: 'Patient’s last name', most: 60 },
  subscriberFirst: { ...patient, label: 'Patient’s first name', most: 35 },
  memberId: { ...patient, label: 'Member ID', least: 2, most: 80 },
  groupNumber: { ...patient, label: 'Group number', most: 50, mayBeBlank: true },
  birthDate: {
    ...patient,
    label: 'Date of birth',
    hint: 'Month, day and year.',
    most: 10,
    carried: compactDay,
    fits: like(/^\d{8}$/),
    mustBe: 'must be a date like 05/31/1960',
    miswritten: unclearBirthDate,
  },
  subscriberStreet: { ...patient, label: 'Patient’s street', most: 55 },
  subscriberCity: { ...patient, label: 'Patient’s city', least: 2, most: 30 },
  subscriberState: { ...patient, label: 'Patient’s state', ...state },
  subscriberZip: {
    ...patient,
    label: 'Patient’s ZIP',
    hint: 'Five or nine digits.',
    most: 9,
    carried: digitsOf,
    fits: like(/^(\d{5}|\d{9})$/),
    mustBe: 'must be five or nine digits',
    miswritten: inGroups('5-4'),
  },
  payerName: { group: 'Payer and claim', label: 'Payer name', most: 60 },
  payerId: { group: 'Payer and claim', label: 'Payer ID', least: 2, most: 80 },
  accountNumber: {
    group: 'Payer and claim',
    label: 'Patient control number',
    hint: 'Your own number of the patient or visit.',
    most: 20,
  },
} as const satisfies Record<string, Spec>;

export type PartyField = keyof typeof partySpecs;
export const partyFields = Object.keys(partySpecs) as PartyField[];

/** Claim filing indicators of SBR09, of those that the payer types of the worksheet come to (row form 837 details). */
export const filingIndicators = {
  MB: 'Medicare Part B',
  '16': 'Medicare Advantage (HMO Medicare risk)',
  MC: 'Medicaid',
  CI: 'Commercial',
  BL: 'Blue Cross Blue Shield',
  HM: 'HMO',
  '12': 'PPO',
  CH: 'TRICARE',
  VA: 'Veterans Affairs',
  OF: 'Other federal program',
  WC: 'Workers’ compensation',
  ZZ: 'Other',
} as const;
type FilingIndicator = keyof typeof filingIndicators;

/** The indicator that is usual for a payer type; the user may know better. */
export const usualIndicator = {
  'medicare-part-b': 'MB',
  'medicare-advantage': '16',
  medicaid: 'MC',
  commercial: 'CI',
  'other-government': 'OF',
  'workers-compensation': 'WC',
  'self-pay': 'ZZ',
} as const satisfies Record<Payer, FilingIndicator>;

export const sexes = { F: 'Female', M: 'Male', U: 'Unknown' } as const;
export const usages = { T: 'Test', P: 'Production' } as const;
export const assignments = { A: 'Assigned', C: 'Not assigned' } as const;
export const benefitAssignments = { Y: 'Yes', N: 'No', W: 'Not applicable: the patient refuses to assign' } as const;
export const releases = { Y: 'Signed statement on file', I: 'Informed consent, no signature wanted by law' } as const;

/**
 * Who sends the claim, to whom, for whom: what the clinic and the claim record tell of it, joined. Blank is not told.
 */
export type Parties = Readonly<Record<PartyField, string>> & {
  readonly usage: keyof typeof usages;
  readonly sex: keyof typeof sexes | '';
  /** '' is the usual one of the payer type. */
  readonly filingIndicator: FilingIndicator | '';
  readonly acceptsAssignment: keyof typeof assignments;
  readonly benefitsAssigned: keyof typeof benefitAssignments;
  readonly release: keyof typeof releases;
};

export type PartyReason = Reason & { readonly field: PartyField | 'sex' };

type OfOffice = Omit<Office, 'payers'>;
/** What a claim record tells of its patient and payer; `typedFor` is the reference that the patient was typed under. */
export type Sending = Omit<Parties, keyof OfOffice | 'filingIndicator'> & {
  readonly filingIndicator: string;
  readonly typedFor: string;
};

/** The clinic’s part and the patient’s, joined. */
export const partiesOf = (
  { payers: _payers, ...ours }: Office,
  { typedFor: _typedFor, filingIndicator, ...patient }: Sending,
): Parties => ({ ...ours, ...patient, filingIndicator: filingIndicator as Parties['filingIndicator'] });

const clinicGroups: readonly PartyGroup[] = ['File', 'Submitter', 'Receiver', 'Billing provider', 'Rendering provider'];
/** Whether a reason is about the clinic’s own answers, which are the same for every claim of a file. */
export const isOfClinic = ({ field }: PartyReason): boolean =>
  field !== 'sex' && clinicGroups.includes(partySpecs[field].group);

/** A reference that was overwritten since the patient was typed is of another patient. */
export const reasonsAgainstOther = (typedFor: string, reference: string): readonly PartyReason[] =>
  typedFor === '' || typedFor === reference
    ? []
    : [
        {
          field: 'subscriberLast',
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

/** One field as it goes into the file; blank where it is too long to be read. */
export function carried(field: PartyField, typed: string): string {
  const { label, carried: carry = (text) => text }: Spec = partySpecs[field];
  return tooLong(typed, label) ? '' : carry(typed.trim());
}

/** What keeps each field from going into the file, in the order of the fields; sex comes last. */
export function reasonsAgainstParties(typed: Parties, dateOfService: IsoDate | undefined): readonly PartyReason[] {
  const parties = asCarried(typed);
  const named = partyFields.flatMap((field): PartyReason[] => {
    const says =
      problemOf(field, typed[field], parties[field]) ??
      (field === 'birthDate' && dateOfService !== undefined && parties.birthDate > compactDate(dateOfService)
        ? 'Date of birth must not be after the service'
        : undefined);
    return says === undefined ? [] : [{ field, says }];
  });
  const isBlank = (field: PartyField) => typed[field].trim() === '';
  const half =
    parties.renderingLast + parties.renderingFirst + parties.renderingNpi !== '' &&
    (isBlank('renderingLast') || isBlank('renderingNpi'));
  return [
    ...named,
    ...(half
      ? [
          {
            field: isBlank('renderingLast') ? ('renderingLast' as const) : ('renderingNpi' as const),
            says: 'Enter last name and NPI of the rendering provider, or leave all three blank',
          },
        ]
      : []),
    ...(parties.sex === '' ? [{ field: 'sex' as const, says: 'Choose the sex as the payer has it' }] : []),
  ];
}

function problemOf(field: PartyField, typed: string, text: string): string | undefined {
  const { label, most, least = 1, mayBeBlank, fits, mustBe, miswritten }: Spec = partySpecs[field];
  const long = tooLong(typed, label);
  if (long) return long.problem;
  if (typed.trim() === '') return mayBeBlank ? undefined : `Enter the ${inSentence(label)}`;
  const foreign = foreignCharacter(typed.trim());
  if (foreign !== undefined && !fits?.(text))
    return `${label} holds “${foreign}”, which an 837 cannot carry: leave it out or write it otherwise`;
  const wrong = miswritten?.(typed.trim());
  if (wrong !== undefined) return wrong;
  if (fits && !fits(text)) return `${label} ${mustBe}`;
  if (!/[A-Za-z0-9]/.test(text)) return `${label} must hold letters or digits`;
  if (text.length < least) return `${label} must be ${least} characters or more`;
  return text.length > most ? `${label} must be ${most} characters or fewer` : undefined;
}

const inSentence = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
