import type { Payer, PayerProfile } from './payer-profile';
import type { ProviderKind, TaxIdKind } from './party-codes';
import { noTables, type OpenedTables } from './published-tables';
import type { Money } from './quantity';

/**
 * How far the clinic’s printer must move the text of a pre-printed form, in tenths of a millimeter; to the left and up
 * is below 0. And how high the form must be printed, in tenths of a percent of its height.
 */
export type PrintOffset = {
  readonly rightTenthsMm: number;
  readonly downTenthsMm: number;
  readonly heightPerMille: number;
};

/** Where somebody is, as typed. */
export type Address = { readonly street: string; readonly city: string; readonly state: string; readonly zip: string };

/** A payer as a claim names it, kept once a file went to it; what is not told of it is blank. */
export type PayerAddress = Address & {
  readonly payer: Payer;
  readonly name: string;
  readonly id: string;
  /** Claim filing indicator; '' is the usual one of the payer type. */
  readonly indicator: string;
};

/**
 * Who bills, treats, refers or orders, as typed. `id` names the entry in claim records and never changes. An
 * organization has its name in `name`, a person the last name there and the first one in `first`.
 */
export type Provider = Address & {
  readonly id: string;
  readonly kind: ProviderKind;
  readonly name: string;
  readonly first: string;
  readonly npi: string;
  readonly taxonomy: string;
  readonly taxIdKind: TaxIdKind;
  /** Only of one that bills. */
  readonly taxId: string;
  readonly phone: string;
  /** Where payments go, of one that bills; blank where that is its own address. */
  readonly payToStreet: string;
  readonly payToCity: string;
  readonly payToState: string;
  readonly payToZip: string;
};

/** A place where patients are treated and that is not the billing address, as typed. */
export type Facility = Address & { readonly id: string; readonly name: string; readonly npi: string };

export const noAddress: Address = { street: '', city: '', state: '', zip: '' };
export const emptyProvider: Omit<Provider, 'id'> = {
  kind: 'organization',
  name: '',
  first: '',
  npi: '',
  taxonomy: '',
  taxIdKind: 'EI',
  taxId: '',
  phone: '',
  payToStreet: '',
  payToCity: '',
  payToState: '',
  payToZip: '',
  ...noAddress,
};
export const emptyFacility: Omit<Facility, 'id'> = { name: '', npi: '', ...noAddress };

const officeFields = [
  'senderQualifier',
  'senderId',
  'receiverQualifier',
  'receiverId',
  'controlNumber',
  'submitterName',
  'submitterId',
  'contactName',
  'contactPhone',
  'receiverName',
  'receiverEtin',
] as const;

/** Who sends claims and for whom they are paid, as typed: the clinic’s, whoever the patient is. Blank is not told. */
export type Office = Readonly<Record<(typeof officeFields)[number], string>> & {
  readonly usage: 'T' | 'P';
  /** Those of the clinic: they bill, treat and supervise. */
  readonly providers: readonly Provider[];
  /** Those of elsewhere who refer or order. */
  readonly referrers: readonly Provider[];
  readonly facilities: readonly Facility[];
  readonly payers: readonly PayerAddress[];
};

/** What the clinic charges for one unit of a code, of the drug or beside it. */
export type Fee = { readonly code: string; readonly perUnit: Money };

/** What a text stands for where a payer is told: a payer type, and a profile of it by its id; '' for none. */
export type PayerOfText = { readonly text: string; readonly payer: Payer; readonly profile: string };

/**
 * Which headings of a file of encounters stand for which columns, by the names that the batch has for them; `always` is
 * one text for every row instead.
 */
export type KeptMapping = {
  /** Headings that were left out on purpose; not told in files of before they were kept. */
  readonly unused?: readonly string[];
  /** What texts of its payer column stand for, where they do not say so themselves. */
  readonly payers: readonly PayerOfText[];
  readonly columns: readonly {
    readonly column: string;
    readonly headings: readonly string[];
    readonly always?: string;
  }[];
};

/** What is the clinic’s and not a patient’s: no patient fact is in it. */
export type ClinicFile = {
  readonly profiles: readonly PayerProfile[];
  readonly tables: OpenedTables;
  readonly printOffset: PrintOffset;
  readonly office: Office;
  /** Each code once. */
  readonly fees: readonly Fee[];
  /** Of files that were opened as a batch, the last one first. */
  readonly mappings: readonly KeptMapping[];
};

export const noOffset: PrintOffset = { rightTenthsMm: 0, downTenthsMm: 0, heightPerMille: 1000 };
/** Nothing is known yet; where one answer is nearly always right, it stands there to be seen. */
export const emptyOffice: Office = {
  ...(Object.fromEntries(officeFields.map((field) => [field, ''])) as Record<(typeof officeFields)[number], string>),
  senderQualifier: 'ZZ',
  receiverQualifier: 'ZZ',
  usage: 'T',
  providers: [],
  referrers: [],
  facilities: [],
  payers: [],
};
export const emptyClinicFile: ClinicFile = {
  profiles: [],
  tables: noTables,
  printOffset: noOffset,
  office: emptyOffice,
  fees: [],
  mappings: [],
};

export const feeOf = (fees: readonly Fee[], code: string): Money | null =>
  fees.find((fee) => fee.code === code)?.perUnit ?? null;

/** Whether two tell the same, so that nothing of one is unsaved beside the other. */
export const isSameClinic = (one: ClinicFile, other: ClinicFile): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The furthest that a text is moved: two centimeters. */
export const mostOffsetTenthsMm = 200;
/** The most that a form is shrunk or stretched: five percent. */
export const heightsPerMille = { least: 950, most: 1050 } as const;

/** "-1.5" from -15 tenths. */
export const inTenths = (tenths: number): string => String(tenths / 10);

/** Whether a printer needs nothing moved or stretched. */
export const isNoOffset = ({ rightTenthsMm, downTenthsMm, heightPerMille }: PrintOffset): boolean =>
  rightTenthsMm === 0 && downTenthsMm === 0 && heightPerMille === 1000;
