import { isoDate, type IsoDate } from '../engine/dated';
import type { Payer } from '../engine/encounter';
import type { Refusal } from './written';
import { foreignCharacter } from './x12';

type Spec = {
  readonly group: PartyGroup;
  readonly label: string;
  /** The most characters that the element takes, and the fewest where that is more than one (row form 837 lines). */
  readonly most: number;
  readonly least?: number;
  readonly mayBeBlank?: boolean;
  readonly fits?: (text: string) => boolean;
  /** What it must be, where `fits` asks for something. */
  readonly mustBe?: string;
};

export const partyGroups = ['File', 'Submitter', 'Receiver', 'Billing provider', 'Rendering provider', 'Subscriber, who is the patient', 'Payer and claim'] as const;
export type PartyGroup = (typeof partyGroups)[number];

const like = (shape: RegExp) => (text: string) => shape.test(text);
const state = { fits: like(/^[A-Z]{2}$/), mustBe: 'must be two capital letters, like ND' } as const;
const npi = { fits: isNpi, mustBe: 'must be the ten digits of an NPI, with its check digit' } as const;

/** What a whole 837P needs besides the claim, and how its elements take it (row form 837). */
export const partySpecs = {
  controlNumber: { group: 'File', label: 'Control number', most: 9, fits: like(/^[1-9]\d{0,8}$/), mustBe: 'must be 1 to 9 digits, not starting with 0' },
  senderQualifier: { group: 'File', label: 'Sender qualifier', most: 2, fits: like(/^[A-Z0-9]{2}$/), mustBe: 'must be two characters, like ZZ' },
  senderId: { group: 'File', label: 'Sender ID', least: 2, most: 15 },
  receiverQualifier: { group: 'File', label: 'Receiver qualifier', most: 2, fits: like(/^[A-Z0-9]{2}$/), mustBe: 'must be two characters, like ZZ' },
  receiverId: { group: 'File', label: 'Receiver ID', least: 2, most: 15 },
  submitterName: { group: 'Submitter', label: 'Submitter name', most: 60 },
  submitterId: { group: 'Submitter', label: 'Submitter ID (ETIN)', least: 2, most: 80 },
  contactName: { group: 'Submitter', label: 'Contact name', most: 60 },
  contactPhone: { group: 'Submitter', label: 'Contact phone', most: 10, fits: like(/^\d{10}$/), mustBe: 'must be ten digits' },
  receiverName: { group: 'Receiver', label: 'Receiver name', most: 60 },
  receiverEtin: { group: 'Receiver', label: 'Receiver ID (ETIN)', least: 2, most: 80 },
  providerName: { group: 'Billing provider', label: 'Provider name', most: 60 },
  providerNpi: { group: 'Billing provider', label: 'Provider NPI', most: 10, ...npi },
  providerTaxId: { group: 'Billing provider', label: 'Provider tax ID (EIN)', most: 9, fits: like(/^\d{9}$/), mustBe: 'must be nine digits, without a hyphen' },
  providerStreet: { group: 'Billing provider', label: 'Provider street', most: 55 },
  providerCity: { group: 'Billing provider', label: 'Provider city', least: 2, most: 30 },
  providerState: { group: 'Billing provider', label: 'Provider state', most: 2, ...state },
  providerZip: { group: 'Billing provider', label: 'Provider ZIP', most: 9, fits: like(/^\d{9}$/), mustBe: 'must be nine digits (ZIP+4), without a hyphen' },
  renderingLast: { group: 'Rendering provider', label: 'Rendering provider’s last name', most: 60, mayBeBlank: true },
  renderingFirst: { group: 'Rendering provider', label: 'Rendering provider’s first name', most: 35, mayBeBlank: true },
  renderingNpi: { group: 'Rendering provider', label: 'Rendering provider’s NPI', most: 10, mayBeBlank: true, ...npi },
  subscriberLast: { group: 'Subscriber, who is the patient', label: 'Patient’s last name', most: 60 },
  subscriberFirst: { group: 'Subscriber, who is the patient', label: 'Patient’s first name', most: 35 },
  memberId: { group: 'Subscriber, who is the patient', label: 'Member ID', least: 2, most: 80 },
  groupNumber: { group: 'Subscriber, who is the patient', label: 'Group number', most: 50, mayBeBlank: true },
  birthDate: { group: 'Subscriber, who is the patient', label: 'Date of birth', most: 10, fits: isDay, mustBe: 'must be a date like 05/31/1960' },
  subscriberStreet: { group: 'Subscriber, who is the patient', label: 'Patient’s street', most: 55 },
  subscriberCity: { group: 'Subscriber, who is the patient', label: 'Patient’s city', least: 2, most: 30 },
  subscriberState: { group: 'Subscriber, who is the patient', label: 'Patient’s state', most: 2, ...state },
  subscriberZip: { group: 'Subscriber, who is the patient', label: 'Patient’s ZIP', most: 9, fits: like(/^(\d{5}|\d{9})$/), mustBe: 'must be five or nine digits, without a hyphen' },
  payerName: { group: 'Payer and claim', label: 'Payer name', most: 60 },
  payerId: { group: 'Payer and claim', label: 'Payer ID', least: 2, most: 80 },
  accountNumber: { group: 'Payer and claim', label: 'Patient control number', most: 20 },
} as const satisfies Record<string, Spec>;

export type PartyField = keyof typeof partySpecs;
export const partyFields = Object.keys(partySpecs) as PartyField[];

/** Claim filing indicators of SBR09, of those that the payer types of the worksheet come to; general knowledge of the code list. */
export const filingIndicators = { MB: 'Medicare Part B', '16': 'Medicare Advantage (HMO Medicare risk)', MC: 'Medicaid', CI: 'Commercial', BL: 'Blue Cross Blue Shield', HM: 'HMO', '12': 'PPO', CH: 'TRICARE', VA: 'Veterans Affairs', OF: 'Other federal program', WC: 'Workers’ compensation', ZZ: 'Other' } as const;
export type FilingIndicator = keyof typeof filingIndicators;

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

/** Who sends the claim, to whom, for whom: typed for one file and kept nowhere. Blank is not told. */
export type Parties = Readonly<Record<PartyField, string>> & {
  readonly usage: keyof typeof usages;
  readonly sex: keyof typeof sexes | '';
  /** '' is the usual one of the payer type. */
  readonly filingIndicator: FilingIndicator | '';
  readonly acceptsAssignment: keyof typeof assignments;
  readonly benefitsAssigned: keyof typeof benefitAssignments;
  readonly release: keyof typeof releases;
};

export type PartyRefusal = Refusal & { readonly field: PartyField | 'sex' };

/** What keeps each field from going into the file, in the order of the form. */
export function reasonsAgainstParties(parties: Parties, dateOfService: IsoDate | undefined): readonly PartyRefusal[] {
  const named = partyFields.flatMap((field): PartyRefusal[] => {
    const says = problemOf(field, parties[field].trim());
    return says === undefined ? [] : [{ field, says }];
  });
  const rendering = (['renderingLast', 'renderingFirst', 'renderingNpi'] as const).filter((field) => parties[field].trim() !== '');
  const half = rendering.length > 0 && (parties.renderingLast.trim() === '' || parties.renderingNpi.trim() === '');
  const born = compactDay(parties.birthDate.trim());
  return [
    ...named,
    ...(born !== undefined && dateOfService !== undefined && born > dateOfService.replaceAll('-', '') ? [{ field: 'birthDate' as const, says: 'Date of birth must not be after the service' }] : []),
    ...(half ? [{ field: 'renderingLast' as const, says: 'Enter last name and NPI of the rendering provider, or leave all three blank' }] : []),
    ...(parties.sex === '' ? [{ field: 'sex' as const, says: 'Choose the sex as the payer has it' }] : []),
  ];
}

function problemOf(field: PartyField, text: string): string | undefined {
  const { label, most, least = 1, mayBeBlank, fits, mustBe }: Spec = partySpecs[field];
  if (text === '') return mayBeBlank ? undefined : `Enter the ${inSentence(label)}`;
  const foreign = foreignCharacter(text);
  if (foreign !== undefined) return `${label} holds “${foreign}”, which an 837 cannot carry: leave it out or write it otherwise`;
  if (text.length < least) return `${label} must be ${least} characters or more`;
  if (text.length > most) return `${label} must be ${most} characters or fewer`;
  if (fits && !fits(text)) return `${label} ${mustBe}`;
  return undefined;
}

const inSentence = (label: string): string => (/^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label);

/** Ten digits of which the last is the check digit: Luhn’s, with 80840 before the number; general knowledge, not read. */
function isNpi(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  const sum = [...`80840${text}`].toReversed().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** "20261120" from "11/20/2026"; undefined where it is no day of the calendar. */
export function compactDay(text: string): string | undefined {
  const [, month = '', dayOfMonth = '', year = ''] = /^(\d\d)\/(\d\d)\/((?:19|20)\d\d)$/.exec(text) ?? [];
  return isoDate(Number(year), Number(month), Number(dayOfMonth))?.replaceAll('-', '');
}

function isDay(text: string): boolean {
  return compactDay(text) !== undefined;
}
