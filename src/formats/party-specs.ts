import { asciiUpper } from '../engine/ascii';
import type { Facility, PayerAddress, Provider } from '../engine/clinic-file';
import { isControlNumber } from '../engine/control-number';
import * as codes from '../engine/party-codes';
import type { PreparedClaim } from '../engine/prepared-claim';
import { digitsOfMoney, moneyFromDigits } from '../engine/quantity';
import { ungrouped } from '../engine/typed';
import { readDate } from '../engine/typed-date';
import { isNpi } from './npi';
import { asksForDepartment } from './revenue-codes';
import { compactDate } from './x12';

/*
 * What a whole claim needs besides its lines, one entry a field: what it is called, where it stands on the screen, how
 * an element takes it, and which claims ask for it (rows form 837, form 837 details; whole claim, sections 2, 3, 5, 7).
 */

/** What is written: the electronic claim of an office or a hospital, or the paper form of either. */
export const claimForms = ['837P', '837I', 'CMS-1500', 'UB-04'] as const;
export type ClaimForm = (typeof claimForms)[number];

/** What a field is asked for; without a claim, what every claim of the clinic asks. */
export type Asking = { readonly claim: PreparedClaim | null; readonly form: ClaimForm };
type When = (parties: Deciding, asking: Asking) => boolean;

/** Who takes part in a claim and is chosen from the clinic’s lists. */
export const roles = ['billing', 'rendering', 'supervising', 'referring', 'ordering', 'attending'] as const;
export type Role = (typeof roles)[number];

/** What of the parties decides what else is asked. */
type Deciding = Readonly<
  Record<Role | 'facility' | 'payToStreet' | `other${'Street' | 'City' | 'State' | 'Zip'}`, string>
> & {
  readonly behind: codes.PayerBehind | '';
  readonly paperworkType: codes.PaperworkType | '';
  readonly paperworkBy: codes.PaperworkWay | '';
  readonly providerKind: codes.ProviderKind;
  readonly providerTaxIdKind: codes.TaxIdKind;
  readonly relationship: codes.Relationship;
  readonly order: codes.PayerOrder;
  readonly filingIndicator: codes.FilingIndicator | '';
  readonly otherRelationship: codes.Relationship;
  readonly relatedTo: codes.Cause | '';
  readonly admissionType: keyof typeof codes.admissionTypes;
};

export const partyGroups = [
  'File',
  'Submitter',
  'Receiver',
  'Billing provider',
  'Rendering provider',
  'Supervising provider',
  'Referring provider',
  'Ordering provider',
  'Attending provider',
  'Place of the service',
  'Patient',
  'Subscriber',
  'Payer and claim',
  'Payer before this one',
  'Payer after this one',
  'Paperwork sent apart',
  'Accident or injury',
  'Hospital visit',
] as const;
export type PartyGroup = (typeof partyGroups)[number];

/** The entry of the clinic’s lists that holds a field, and its part there. */
export type InEntry =
  | { readonly of: Role; readonly part: Exclude<keyof Provider, 'id'> }
  | { readonly of: 'facility'; readonly part: Exclude<keyof Facility, 'id'> };

type Common = {
  readonly group: PartyGroup;
  readonly label: string;
  /** Said beside the field before anything is typed. */
  readonly hint?: string | ((parties: Deciding) => string | undefined);
  /** Which claims ask for it; without it, all. */
  readonly asked?: When;
  readonly mayBeBlank?: true | When;
  readonly entry?: InEntry;
};

export type Spec = Common & {
  /** The most characters that the element takes, and the fewest where that is more than one (row form 837 details). */
  readonly most: number;
  readonly least?: number;
  /** What goes into the file, of what was typed without spaces at its ends. */
  readonly carried?: (text: string) => string;
  readonly fits?: (carried: string) => boolean;
  /** What it must be, where `fits` asks for something. */
  readonly mustBe?: string;
  /** What is wrong with the way in which it is written, where that tells more than `mustBe`. */
  readonly miswritten?: (text: string, parties: Deciding) => string | undefined;
  /** Whether it may not lie behind the service, as a birth or an injury. */
  readonly notAfterService?: true;
  /** Whether it may not lie before the service, as a payment for it. */
  readonly notBeforeService?: true;
};

export type ChoiceSpec = Common & {
  readonly words: Readonly<Record<string, string>>;
  /** What no choice is called; without it, one is always chosen. */
  readonly unchosen?: string;
  /** Whether it stands above the fields of its group, which hang on it. */
  readonly leads?: true;
};

const like = (shape: RegExp) => (text: string) => shape.test(text);
/** Digits as people group them: with spaces, hyphens, points or brackets. */
const digitsOf = (text: string) => text.replace(/[\s\p{Pd}.()]/gu, '');

/** Nine digits in the groups of another number are that number. */
const groupsOf = {
  '2-7': { name: 'an EIN', like: '12-3456789' },
  '5-4': { name: 'a ZIP code', like: '58102-0001' },
  '3-2-4': { name: 'a Social Security number', like: '123-45-6789' },
} as const;
const inGroups = (own: keyof typeof groupsOf) => (text: string) => {
  const groups = text.split(/[\s\p{Pd}.()]+/u).flatMap((digits) => (digits === '' ? [] : digits.length));
  const other = new Map(Object.entries(groupsOf)).get(groups.join('-'));
  const { name, like: example } = groupsOf[own];
  return other && other.name !== name
    ? `${name.replace(/^a/, 'A')} is written ${example}; this is written like ${other.name}`
    : undefined;
};

const electronic: When = (_, { form }) => form === '837P' || form === '837I';
const onPaper: When = (_, { form }) => form === 'CMS-1500' || form === 'UB-04';
const onCms1500: When = (_, { form }) => form === 'CMS-1500';
export const isProfessional = (form: ClaimForm): boolean => form === '837P' || form === 'CMS-1500';
const professional: When = (_, { form }) => isProfessional(form);
const institutional: When = (_, { form }) => !isProfessional(form);
const all =
  (...conditions: readonly When[]): When =>
  (parties, asking) =>
    conditions.every((holds) => holds(parties, asking));

/** Whether the patient is covered through somebody else, who is the subscriber. */
export const isDependent = ({ relationship }: Pick<Deciding, 'relationship'>): boolean => relationship !== '18';
const dependent: When = (parties) => isDependent(parties);
/** Of an employee the subscriber is the employer, an organization. */
export const isEmployer = ({ relationship }: Pick<Deciding, 'relationship'>): boolean => relationship === '20';
/** Whether another payer paid before this one. */
export const isSecondary = ({ order }: Pick<Deciding, 'order'>): boolean => order === 'S';
const secondary: When = (parties) => isSecondary(parties);
const otherSubscriber: When = (parties) => isSecondary(parties) && parties.otherRelationship !== '18';

/** The indicator of SBR09: the one chosen, else the usual one of the payer type. */
export const indicatorOf = (
  { filingIndicator }: Pick<Deciding, 'filingIndicator'>,
  claim: PreparedClaim,
  form: ClaimForm = '837P',
): codes.FilingIndicator => {
  const { payer } = claim.encounter;
  // Original Medicare takes a hospital’s claim as Part A, also of what Part B pays (whole claim, section 5).
  if (filingIndicator === '' && payer === 'medicare-part-b' && !isProfessional(form)) return 'MA';
  return filingIndicator || usualIndicator[payer];
};

/** The indicator that is usual for a payer type; the user may know better. */
export const usualIndicator = {
  'medicare-part-b': 'MB',
  'medicare-advantage': '16',
  medicaid: 'MC',
  commercial: 'CI',
  'other-government': 'OF',
  'workers-compensation': 'WC',
  'self-pay': 'ZZ',
} as const satisfies Record<PreparedClaim['encounter']['payer'], codes.FilingIndicator>;

/**
 * The indicator of a payer of the clinic's list for the claim that goes to it: '' where it is the usual one of its
 * type, which is another one on a hospital's claim.
 */
export const indicatorChosen = ({ payer, indicator }: Pick<PayerAddress, 'payer' | 'indicator'>): string =>
  indicator === usualIndicator[payer] || (payer === 'medicare-part-b' && indicator === 'MA') ? '' : indicator;

/** Its indicator where it paid before: told, also where its type alone was. */
export const indicatorBefore = ({ payer, indicator }: Pick<PayerAddress, 'payer' | 'indicator'>): string =>
  indicator === '' ? usualIndicator[payer] : indicator;

/** Whether original Medicare pays this claim, so that its type of secondary payer is told where it pays second. */
export const isMedicare = (parties: Pick<Deciding, 'filingIndicator'>, claim: PreparedClaim): boolean =>
  ['MB', 'MA'].includes(indicatorOf(parties, claim));

const hasGroups: When = (parties, { claim }) => claim === null || !isMedicare(parties, claim);

/** What the condition comes from: told, or by the payer of workers’ compensation. */
export const causeOf = ({ relatedTo }: Pick<Deciding, 'relatedTo'>, claim: PreparedClaim | null): codes.Cause | '' =>
  relatedTo !== '' ? relatedTo : claim?.encounter.payer === 'workers-compensation' ? 'EM' : '';
const ofInjury: When = (parties, { claim }) => causeOf(parties, claim) !== '';
const ofWork: When = (parties, { claim }) => causeOf(parties, claim) === 'EM';
const ofAutomobile: When = (parties, { claim }) => causeOf(parties, claim) === 'AA';

/** Places away from the address of the practice; a home (12) is the patient’s own address (whole claim, item 32). */
const elsewhere = ['13', '19', '21', '22', '23', '24', '31', '32', '33', '51', '61'];
export const placeOf = ({ formItems }: PreparedClaim): string => formItems.placeOfService.code ?? '';
export const isAtHome = (claim: PreparedClaim): boolean => placeOf(claim) === '12';
/** Whether the place of the claim tells that it is away from the practice: its name and address are needed then. */
export const isElsewhere = ({ claim, form }: Asking): boolean =>
  claim !== null && (isProfessional(form) ? elsewhere.includes(placeOf(claim)) : isOffCampus(claim));
/** A department of the hospital that lies elsewhere: its address is told on the 837I. */
export const isOffCampus = ({ encounter: { setting, offCampus } }: PreparedClaim): boolean =>
  setting === 'hospital-outpatient' && offCampus !== 'no';
/** Whether a form tells a place besides the billing address; the UB-04 has no locator for one. */
export const hasPlace = (form: ClaimForm): boolean => form !== 'UB-04';
const atFacility: When = ({ facility: chosen }, asking) =>
  hasPlace(asking.form) && (chosen !== '' || isElsewhere(asking));

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
const taxonomy = {
  carried: asciiUpper,
  fits: like(/^[A-Z0-9]{9}X$/),
  hint: 'Ten characters, ending in X. Only where the payer wants it.',
  mustBe: 'must be ten letters and digits, ending in X',
  most: 10,
  mayBeBlank: true,
} as const;
const phone = {
  hint: 'Ten digits.',
  most: 10,
  carried: digitsOf,
  fits: like(/^\d{10}$/),
  mustBe: 'must be ten digits',
} as const;
const zip = {
  hint: 'Five or nine digits.',
  most: 9,
  carried: digitsOf,
  fits: like(/^(\d{5}|\d{9})$/),
  mustBe: 'must be five or nine digits',
  miswritten: inGroups('5-4'),
} as const;
const qualifier = {
  group: 'File',
  asked: electronic,
  carried: asciiUpper,
  fits: like(/^[A-Z0-9]{2}$/),
  hint: 'ZZ unless your clearinghouse says otherwise.',
  mustBe: 'must be two characters, like ZZ',
  most: 2,
} as const;
const wholeName = 'Or the whole name, like Doe, Jane M.';
/** Of those who are named without a middle name. */
const lastAndFirst = 'Or last and first name, like Doe, Jane.';
/** A comma is where the last name ends: behind it stands what has a field of its own, or a title. */
const withComma = (text: string): string | undefined =>
  text.includes(',')
    ? 'A last name has no comma: put the first name into its own field, and Jr behind the last name'
    : undefined;
const last = { most: 60, hint: wholeName, miswritten: withComma } as const;
const first = { most: 35 } as const;
const middle = { most: 25, mayBeBlank: true } as const;
const wholeAddress = 'Or the whole address, with commas.';
const street = { most: 55, hint: wholeAddress } as const;
const city = { least: 2, most: 30 } as const;

/** A day, carried as eight digits; what is told beside `mustBe` begins with the text or with what to do. */
function dayOf(label: string, example: string, from: number) {
  const read = (text: string) => readDate(text, label, { from, through: 2099, wholeYear: true, example });
  return {
    label,
    hint: 'Month, day and year.',
    most: 10,
    carried: (text: string): string => {
      const reading = read(text);
      return 'value' in reading ? compactDate(reading.value) : '';
    },
    fits: like(/^\d{8}$/),
    mustBe: `must be a date like ${example}`,
    miswritten: (text: string) => {
      const reading = read(text);
      return 'problem' in reading && !reading.problem.startsWith(label) ? reading.problem : undefined;
    },
  } as const;
}
const birth = (label: string) => ({ ...dayOf(label, '05/31/1960', 1900), notAfterService: true }) as const;
const laterDay = (label: string) => dayOf(label, '12/10/2026', 1990);

/** Dollars with two digits of cents; '' where they cannot be read. */
const dollarsOf = (text: string): string => {
  const money = moneyFromDigits(ungrouped(text.replace(/^\$\s*/, '')));
  return money ? digitsOfMoney(money) : '';
};

const isChosen =
  (role: Role): When =>
  (parties) =>
    !['', 'none', 'choose'].includes(parties[role]);

/** Last name, first name and NPI of a person with a role. */
const personOf = <R extends Exclude<Role, 'billing'>>(role: R, group: PartyGroup, asked: When) => {
  const common = { group, asked } as const;
  return {
    last: { ...common, ...last, hint: lastAndFirst, label: `${group}’s last name`, entry: { of: role, part: 'name' } },
    first: {
      ...common,
      ...first,
      label: `${group}’s first name`,
      mayBeBlank: true,
      entry: { of: role, part: 'first' },
    },
    npi: { ...common, ...npi, label: `${group}’s NPI`, entry: { of: role, part: 'npi' } },
  } as const;
};

const rendering = personOf('rendering', 'Rendering provider', all(professional, isChosen('rendering')));
const supervising = personOf('supervising', 'Supervising provider', all(professional, isChosen('supervising')));
const referring = personOf('referring', 'Referring provider', isChosen('referring'));
const ordering = personOf('ordering', 'Ordering provider', all(professional, isChosen('ordering')));
const attending = personOf('attending', 'Attending provider', institutional);

const billing = { group: 'Billing provider' } as const;
const facility = { group: 'Place of the service', asked: atFacility } as const;
const patient = { group: 'Patient' } as const;
const insured = { group: 'Subscriber', asked: dependent } as const;
const insuredOnPaper = { group: 'Subscriber', asked: all(dependent, onPaper) } as const;
const claimGroup = { group: 'Payer and claim' } as const;
const payerOnPaper = { ...claimGroup, asked: onPaper, mayBeBlank: true } as const;
const other = { group: 'Payer before this one', asked: secondary } as const;
/** Where Medicare pays second, the form has the address of the plan’s subscriber, or SAME (row form 1500 second). */
const otherAddress = {
  ...other,
  hint: 'Blank where it is the patient’s.',
  asked: all(otherSubscriber, onCms1500, (parties, { claim }) => claim !== null && isMedicare(parties, claim)),
  mayBeBlank: ({ otherStreet, otherCity, otherState, otherZip }: Deciding) =>
    otherStreet + otherCity + otherState + otherZip === '',
} as const;
/** Whether the form tells of the payer behind this one: a supplement of Medicare, or the further plan of a plan. */
export const tellsPayerBehind = (
  { behind, order }: Pick<Deciding, 'behind' | 'order'>,
  goesToMedicare: boolean,
): boolean => (goesToMedicare ? behind === 'medigap' : behind === 'plan' && order === 'P');
const behindOnPaper = {
  group: 'Payer after this one',
  asked: all(
    onCms1500,
    (parties, { claim }) => claim !== null && tellsPayerBehind(parties, isMedicare(parties, claim)),
  ),
} as const;
const payTo = {
  ...billing,
  asked: all(electronic, ({ payToStreet }) => payToStreet.trim() !== ''),
} as const;
const paperwork = { group: 'Paperwork sent apart' } as const;
const hasPaperwork: When = ({ paperworkType }) => paperworkType !== '';
const hospital = { group: 'Hospital visit', asked: institutional } as const;

/** Every field that is typed, in the order of the screen. */
export const partySpecs = {
  senderQualifier: { ...qualifier, label: 'Sender qualifier' },
  senderId: { group: 'File', asked: electronic, label: 'Sender ID', least: 2, most: 15 },
  receiverQualifier: { ...qualifier, label: 'Receiver qualifier' },
  receiverId: { group: 'File', asked: electronic, label: 'Receiver ID', least: 2, most: 15 },
  controlNumber: {
    group: 'File',
    asked: electronic,
    label: 'Control number',
    hint: 'Up to nine digits, not used before. Each file counts it on by one.',
    most: 9,
    fits: isControlNumber,
    mustBe: 'must be 1 to 9 digits, not starting with 0',
  },
  submitterName: { group: 'Submitter', asked: electronic, label: 'Submitter name', most: 60 },
  submitterId: { group: 'Submitter', asked: electronic, label: 'Submitter ID (ETIN)', least: 2, most: 80 },
  contactName: { group: 'Submitter', asked: electronic, label: 'Contact name', most: 60 },
  contactPhone: { group: 'Submitter', asked: electronic, label: 'Contact phone', ...phone },
  receiverName: { group: 'Receiver', asked: electronic, label: 'Receiver name', most: 60 },
  receiverEtin: { group: 'Receiver', asked: electronic, label: 'Receiver ID (ETIN)', least: 2, most: 80 },
  providerName: {
    ...billing,
    ...last,
    label: 'Provider name',
    hint: ({ providerKind }: Deciding) => (providerKind === 'person' ? `The last name. ${lastAndFirst}` : undefined),
    miswritten: (text: string, { providerKind }: Deciding) => (providerKind === 'person' ? withComma(text) : undefined),
    entry: { of: 'billing', part: 'name' },
  },
  providerFirst: {
    ...billing,
    ...first,
    asked: (parties: Deciding) => parties.providerKind === 'person',
    label: 'Provider’s first name',
    entry: { of: 'billing', part: 'first' },
  },
  providerNpi: { ...billing, ...npi, label: 'Provider NPI', entry: { of: 'billing', part: 'npi' } },
  providerTaxonomy: { ...billing, ...taxonomy, label: 'Provider taxonomy', entry: { of: 'billing', part: 'taxonomy' } },
  providerTaxId: {
    ...billing,
    label: 'Provider tax ID',
    hint: 'Nine digits.',
    most: 9,
    carried: digitsOf,
    fits: like(/^\d{9}$/),
    mustBe: 'must be nine digits',
    miswritten: (text: string, { providerTaxIdKind }: Deciding) =>
      inGroups(providerTaxIdKind === 'EI' ? '2-7' : '3-2-4')(text),
    entry: { of: 'billing', part: 'taxId' },
  },
  providerStreet: {
    ...billing,
    ...street,
    label: 'Provider street',
    hint: `Where the practice is: no PO box. ${wholeAddress}`,
    fits: (text: string) => !/^p\.? ?o\.? ?box\b/i.test(text),
    mustBe: 'must be where the practice is: a PO box is no billing address',
    entry: { of: 'billing', part: 'street' },
  },
  providerCity: { ...billing, ...city, label: 'Provider city', entry: { of: 'billing', part: 'city' } },
  providerState: { ...billing, label: 'Provider state', ...state, entry: { of: 'billing', part: 'state' } },
  providerZip: {
    ...billing,
    ...zip,
    label: 'Provider ZIP',
    hint: 'Nine digits (ZIP+4).',
    fits: like(/^\d{9}$/),
    mustBe: 'must be nine digits (ZIP+4)',
    entry: { of: 'billing', part: 'zip' },
  },
  providerPhone: {
    ...billing,
    ...phone,
    label: 'Provider phone',
    asked: onPaper,
    mayBeBlank: true,
    entry: { of: 'billing', part: 'phone' },
  },
  payToStreet: {
    ...billing,
    ...street,
    asked: electronic,
    label: 'Street for payments',
    hint: 'Only where payments go to another address, like a PO box.',
    mayBeBlank: true,
    entry: { of: 'billing', part: 'payToStreet' },
  },
  payToCity: { ...payTo, ...city, label: 'City for payments', entry: { of: 'billing', part: 'payToCity' } },
  payToState: { ...state, ...payTo, label: 'State for payments', entry: { of: 'billing', part: 'payToState' } },
  payToZip: { ...zip, ...payTo, label: 'ZIP for payments', entry: { of: 'billing', part: 'payToZip' } },
  renderingLast: rendering.last,
  renderingFirst: rendering.first,
  renderingNpi: rendering.npi,
  renderingTaxonomy: {
    ...taxonomy,
    group: 'Rendering provider',
    asked: rendering.last.asked,
    label: 'Rendering provider’s taxonomy',
    entry: { of: 'rendering', part: 'taxonomy' },
  },
  supervisingLast: supervising.last,
  supervisingFirst: supervising.first,
  supervisingNpi: supervising.npi,
  referringLast: referring.last,
  referringFirst: referring.first,
  referringNpi: referring.npi,
  orderingLast: ordering.last,
  orderingFirst: ordering.first,
  orderingNpi: ordering.npi,
  attendingLast: attending.last,
  attendingFirst: attending.first,
  attendingNpi: attending.npi,
  facilityName: { ...facility, most: 60, label: 'Name of the place', entry: { of: 'facility', part: 'name' } },
  facilityNpi: {
    ...facility,
    ...npi,
    label: 'NPI of the place',
    mayBeBlank: true,
    entry: { of: 'facility', part: 'npi' },
  },
  facilityStreet: { ...facility, ...street, label: 'Street of the place', entry: { of: 'facility', part: 'street' } },
  facilityCity: { ...facility, ...city, label: 'City of the place', entry: { of: 'facility', part: 'city' } },
  facilityState: { ...facility, label: 'State of the place', ...state, entry: { of: 'facility', part: 'state' } },
  facilityZip: { ...facility, label: 'ZIP of the place', ...zip, entry: { of: 'facility', part: 'zip' } },
  patientLast: { ...patient, ...last, label: 'Patient’s last name' },
  patientFirst: { ...patient, ...first, label: 'Patient’s first name' },
  patientMiddle: { ...patient, ...middle, label: 'Patient’s middle name' },
  birthDate: { ...patient, ...birth('Date of birth') },
  patientStreet: { ...patient, ...street, label: 'Patient’s street' },
  // A ZIP that is known tells city and state.
  patientZip: { ...patient, label: 'Patient’s ZIP', ...zip },
  patientCity: { ...patient, ...city, label: 'Patient’s city' },
  patientState: { ...patient, label: 'Patient’s state', ...state },
  patientPhone: { ...patient, ...phone, label: 'Patient’s phone', asked: onPaper, mayBeBlank: true },
  insuredLast: {
    ...insured,
    ...last,
    label: 'Subscriber’s last name',
    miswritten: (text: string, parties: Deciding) => (isEmployer(parties) ? undefined : withComma(text)),
    hint: (parties: Deciding) => (isEmployer(parties) ? 'Of an employer, its name.' : wholeName),
  },
  insuredFirst: {
    ...insured,
    ...first,
    asked: (parties: Deciding) => isDependent(parties) && !isEmployer(parties),
    label: 'Subscriber’s first name',
  },
  insuredMiddle: {
    ...insured,
    ...middle,
    asked: (parties: Deciding) => isDependent(parties) && !isEmployer(parties),
    label: 'Subscriber’s middle name',
  },
  insuredBirthDate: {
    ...birth('Subscriber’s date of birth'),
    group: 'Subscriber',
    asked: all(dependent, onPaper, (parties) => !isEmployer(parties)),
  },
  insuredStreet: { ...insuredOnPaper, ...street, label: 'Subscriber’s street' },
  insuredZip: { ...insuredOnPaper, label: 'Subscriber’s ZIP', ...zip },
  insuredCity: { ...insuredOnPaper, ...city, label: 'Subscriber’s city' },
  insuredState: { ...insuredOnPaper, label: 'Subscriber’s state', ...state },
  payerName: { ...claimGroup, label: 'Payer name', most: 60 },
  payerId: { ...claimGroup, label: 'Payer ID', least: 2, most: 80 },
  payerStreet: { ...payerOnPaper, ...street, label: 'Payer street' },
  payerCity: { ...payerOnPaper, ...city, label: 'Payer city' },
  payerState: { ...payerOnPaper, label: 'Payer state', ...state },
  payerZip: { ...payerOnPaper, label: 'Payer ZIP', ...zip },
  memberId: { ...claimGroup, label: 'Member ID', least: 2, most: 80 },
  groupNumber: { ...claimGroup, asked: hasGroups, label: 'Group number', most: 50, mayBeBlank: true },
  planName: { ...claimGroup, label: 'Plan name', most: 60, mayBeBlank: true, asked: onPaper },
  accountNumber: {
    ...claimGroup,
    label: 'Account number',
    hint: 'Your own number of the patient or visit: item 26 and CLM01.',
    most: 20,
  },
  referralNumber: {
    ...claimGroup,
    asked: (_: Deciding, { form }: Asking) => form !== 'UB-04',
    label: 'Referral number',
    hint: 'Only where the payer wants a referral.',
    most: 50,
    mayBeBlank: true,
  },
  patientPaid: {
    ...claimGroup,
    asked: onCms1500,
    label: 'Patient paid, in dollars',
    hint: 'What the patient paid for these lines, not what a plan paid.',
    most: 9,
    mayBeBlank: true,
    carried: dollarsOf,
    fits: like(/^\d+\.\d\d$/),
    mustBe: 'must be dollars, like 20.00',
  },
  signedBy: {
    ...claimGroup,
    asked: onCms1500,
    label: 'Signature in item 31',
    hint: 'A name, or SOF where it is on file. Blank: somebody signs by hand.',
    most: 20,
    mayBeBlank: true,
  },
  signedOn: { ...laterDay('Date of the signature'), ...claimGroup, asked: onCms1500, mayBeBlank: true },
  otherPayerName: { ...other, label: 'Name of the payer before', most: 60 },
  otherPayerId: { ...other, label: 'ID of the payer before', least: 2, most: 80 },
  otherMemberId: { ...other, label: 'Member ID there', least: 2, most: 80 },
  otherGroup: { ...other, label: 'Group number there', most: 50, mayBeBlank: true },
  otherPlan: { ...other, label: 'Plan name there', most: 60, mayBeBlank: true },
  otherLast: { ...other, ...last, asked: otherSubscriber, label: 'Last name of the subscriber there' },
  otherFirst: { ...other, ...first, asked: otherSubscriber, label: 'First name of the subscriber there' },
  otherMiddle: { ...other, ...middle, asked: otherSubscriber, label: 'Middle name of the subscriber there' },
  otherBirthDate: {
    ...other,
    ...birth('Date of birth of the subscriber there'),
    asked: all(otherSubscriber, onPaper),
  },
  otherStreet: { ...street, ...otherAddress, label: 'Street of the subscriber there' },
  otherCity: { ...otherAddress, ...city, label: 'City of the subscriber there' },
  otherState: { ...state, ...otherAddress, label: 'State of the subscriber there' },
  otherZip: { ...zip, ...otherAddress, label: 'ZIP of the subscriber there' },
  otherPaidOn: { ...other, ...laterDay('Date on which it paid'), notBeforeService: true },
  otherClaimNumber: { ...other, label: 'Its claim number', most: 50, mayBeBlank: true },
  behindName: {
    ...behindOnPaper,
    label: 'Name of the insured there',
    hint: 'Blank where it is the patient.',
    most: 28,
    mayBeBlank: true,
  },
  behindPolicy: { ...behindOnPaper, label: 'Policy number there', most: 20 },
  behindPlan: {
    ...behindOnPaper,
    label: 'Plan there',
    hint: 'Of Medigap its COBA ID, else the name of the plan.',
    most: 28,
  },
  paperworkNumber: {
    ...paperwork,
    asked: all(electronic, hasPaperwork, ({ paperworkBy }) => paperworkBy !== '' && paperworkBy !== 'AA'),
    label: 'Control number of the paperwork',
    hint: 'Your own number, written on the paperwork too.',
    least: 2,
    most: 80,
  },
  injuryDate: {
    ...laterDay('Date of the injury'),
    group: 'Accident or injury',
    asked: ofInjury,
    notAfterService: true,
  },
  injuryClaimNumber: {
    group: 'Accident or injury',
    asked: ofWork,
    label: 'Claim number of the injury',
    hint: 'The number that workers’ compensation gave it.',
    most: 50,
  },
  accidentState: { ...state, group: 'Accident or injury', asked: ofAutomobile, label: 'State of the accident' },
  reasonForVisit: {
    ...hospital,
    asked: all(institutional, (parties) => parties.admissionType !== '3'),
    label: 'Reason for the visit',
    hint: 'A diagnosis code, only for a visit that was not planned.',
    most: 7,
    mayBeBlank: true,
    carried: (text: string) => asciiUpper(text).replaceAll('.', ''),
    fits: like(/^[A-Z]\d[A-Z0-9]{1,5}$/),
    mustBe: 'must be a diagnosis code, like R25.2',
  },
} as const satisfies Record<string, Spec>;

const numbered = (words: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(words).map(([code, name]) => [code, `${code}: ${name}`]));
const indicatorWords = numbered(codes.filingIndicators);

export const usages = { T: 'Test', P: 'Production' } as const;
export const assignments = { A: 'Assigned', C: 'Not assigned' } as const;
export const benefitAssignments = { Y: 'Yes', N: 'No', W: 'Not applicable: the patient refuses to assign' } as const;
export const releases = { Y: 'Signed statement on file', I: 'Informed consent, no signature wanted by law' } as const;

const mspAsked: When = (parties, { claim }) => claim !== null && isSecondary(parties) && isMedicare(parties, claim);

/** Every field that is chosen, in the order of the screen. */
export const partyChoices = {
  usage: { group: 'File', asked: electronic, label: 'Test or production', words: usages },
  providerKind: {
    ...billing,
    leads: true,
    label: 'Person or organization',
    words: codes.providerKinds,
    entry: { of: 'billing', part: 'kind' },
  },
  providerTaxIdKind: {
    ...billing,
    label: 'Kind of tax ID',
    words: codes.taxIdKinds,
    entry: { of: 'billing', part: 'taxIdKind' },
  },
  sex: { ...patient, label: 'Sex', words: codes.sexes, unchosen: 'Choose' },
  relationship: { ...patient, label: 'Patient is to the subscriber', words: codes.relationships },
  insuredSex: {
    group: 'Subscriber',
    asked: all(dependent, onPaper, (parties) => !isEmployer(parties)),
    label: 'Subscriber’s sex',
    words: codes.sexes,
    unchosen: 'Choose',
  },
  order: { ...claimGroup, leads: true, label: 'Order of payers', words: codes.payerOrders },
  behind: {
    ...claimGroup,
    leads: true,
    asked: (parties, { claim }) => !isSecondary(parties) || (claim !== null && isMedicare(parties, claim)),
    label: 'Who pays after this payer',
    words: codes.payersBehind,
    unchosen: 'Not told',
    mayBeBlank: true,
  },
  filingIndicator: {
    ...claimGroup,
    label: 'Kind of payer (claim filing indicator)',
    words: indicatorWords,
    unchosen: 'By payer type',
    mayBeBlank: true,
  },
  mspType: {
    ...claimGroup,
    asked: mspAsked,
    label: 'Why Medicare pays second',
    words: numbered(codes.mspTypes),
    unchosen: 'Choose',
  },
  acceptsAssignment: { ...claimGroup, label: 'Assignment', words: assignments },
  benefitsAssigned: { ...claimGroup, label: 'Benefits assigned to the provider', words: benefitAssignments },
  release: { ...claimGroup, label: 'Release of information', words: releases },
  otherIndicator: {
    ...other,
    label: 'Kind of the payer before',
    words: indicatorWords,
    unchosen: 'Choose',
  },
  otherRelationship: { ...other, label: 'Patient is to the subscriber there', words: codes.relationships },
  otherSex: {
    ...other,
    asked: all(otherSubscriber, onPaper),
    label: 'Sex of the subscriber there',
    words: codes.sexes,
    unchosen: 'Choose',
  },
  paperworkType: {
    ...paperwork,
    leads: true,
    asked: electronic,
    label: 'What is sent apart from the claim',
    words: numbered(codes.paperworkTypes),
    unchosen: 'Nothing',
    mayBeBlank: true,
  },
  paperworkBy: {
    ...paperwork,
    leads: true,
    asked: all(electronic, hasPaperwork),
    label: 'How it gets there',
    words: numbered(codes.paperworkWays),
    unchosen: 'Choose',
  },
  relatedTo: {
    group: 'Accident or injury',
    leads: true,
    label: 'Condition comes from',
    words: codes.causes,
    unchosen: 'No accident or injury',
    mayBeBlank: true,
  },
  admissionType: { ...hospital, label: 'Priority of the visit', words: numbered(codes.admissionTypes) },
  admissionSource: { ...hospital, label: 'Where the patient came from', words: numbered(codes.admissionSources) },
  patientStatus: { ...hospital, label: 'Where the patient went', words: numbered(codes.patientStatuses) },
  procedureRevenue: {
    ...hospital,
    asked: all(institutional, (_, { claim }) => claim !== null && asksForDepartment(claim)),
    label: 'Department of the procedure (revenue code)',
    words: numbered(codes.procedureRevenues),
    unchosen: 'Choose',
  },
} as const satisfies Record<string, ChoiceSpec>;

export type PartyField = keyof typeof partySpecs;
export const partyFields = Object.keys(partySpecs) as PartyField[];
export type PartyChoice = keyof typeof partyChoices;
export const partyChoiceFields = Object.keys(partyChoices) as PartyChoice[];

/** What an item of a form is taken from: a field of the parties, or who has a role, or where it was. */
export type PartySource = PartyField | PartyChoice | Role | 'facility';

/** The spec of a field, with everything that one may have. */
export const specOf = (field: PartyField): Spec => partySpecs[field] as Spec;
export const choiceSpecOf = (field: PartyChoice): ChoiceSpec => partyChoices[field];

/** The group of each field, typed or chosen. */
export const groupsByField: Readonly<Record<string, PartyGroup>> = Object.fromEntries(
  [...Object.entries(partySpecs), ...Object.entries(partyChoices)].map(([field, { group }]) => [field, group]),
);
