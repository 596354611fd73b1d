import type { Payer, PayerProfile } from './payer-profile';
import { noTables, type OpenedTables } from './published-tables';

/**
 * How far the clinic’s printer must move the text of a pre-printed form, in tenths of a millimeter; to the left and up
 * is below 0. And how high the form must be printed, in tenths of a percent of its height.
 */
export type PrintOffset = {
  readonly rightTenthsMm: number;
  readonly downTenthsMm: number;
  readonly heightPerMille: number;
};

/** A payer as an 837P names it, kept once a file went to it. */
export type PayerAddress = { readonly payer: Payer; readonly name: string; readonly id: string };

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
  'providerName',
  'providerNpi',
  'providerTaxId',
  'providerStreet',
  'providerCity',
  'providerState',
  'providerZip',
  'renderingLast',
  'renderingFirst',
  'renderingNpi',
] as const;

/** Who sends claims and for whom they are paid, as typed: the clinic’s, whoever the patient is. Blank is not told. */
export type Office = Readonly<Record<(typeof officeFields)[number], string>> & {
  readonly usage: 'T' | 'P';
  readonly payers: readonly PayerAddress[];
};

/** What is the clinic’s and not a patient’s: no patient fact is in it. */
export type ClinicFile = {
  readonly profiles: readonly PayerProfile[];
  readonly tables: OpenedTables;
  readonly printOffset: PrintOffset;
  readonly office: Office;
};

export const noOffset: PrintOffset = { rightTenthsMm: 0, downTenthsMm: 0, heightPerMille: 1000 };
/** Nothing is known yet; where one answer is nearly always right, it stands there to be seen. */
export const emptyOffice: Office = {
  ...(Object.fromEntries(officeFields.map((field) => [field, ''])) as Record<(typeof officeFields)[number], string>),
  senderQualifier: 'ZZ',
  receiverQualifier: 'ZZ',
  usage: 'T',
  payers: [],
};
export const emptyClinicFile: ClinicFile = {
  profiles: [],
  tables: noTables,
  printOffset: noOffset,
  office: emptyOffice,
};

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
