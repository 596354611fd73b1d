import * as z from 'zod/mini';
import { payers } from '../engine/payer-profile';
import { mostTyped } from '../engine/typed';
import { emptyOffice, type Office } from '../engine/clinic-file';
import { eachOnce, lineOfText, mustBeList, mustBeObject, oneOf } from './json-values';

/** What the keys of the clinic's details are called. */
export const officeLabels = {
  office: 'details of the clinic',
  usage: 'test or production',
  payers: 'payers of earlier files',
  payer: 'payer type',
  id: 'payer ID',
  senderQualifier: 'sender qualifier',
  senderId: 'sender ID',
  receiverQualifier: 'receiver qualifier',
  receiverId: 'receiver ID',
  controlNumber: 'control number',
  submitterName: 'submitter name',
  submitterId: 'submitter ID',
  contactName: 'contact name',
  contactPhone: 'contact phone',
  receiverName: 'receiver name',
  receiverEtin: 'receiver’s ETIN',
  providerName: 'provider name',
  providerNpi: 'provider NPI',
  providerTaxId: 'provider tax ID',
  providerStreet: 'provider street',
  providerCity: 'provider city',
  providerState: 'provider state',
  providerZip: 'provider ZIP',
  renderingLast: 'rendering provider’s last name',
  renderingFirst: 'rendering provider’s first name',
  renderingNpi: 'rendering provider’s NPI',
} as const;

type TypedField = Exclude<keyof Office, 'usage' | 'payers'>;
const typedFields = (Object.keys(emptyOffice) as (keyof Office)[]).filter(
  (field): field is TypedField => field !== 'usage' && field !== 'payers',
);

/** A text as it was typed; what is wrong with it is said where it is used. */
const typed = lineOfText(mostTyped);
/** A field whose usual answer was taken away stays blank. */
const typedOrBlank = z.union([z.literal(''), typed]);
const address = z.strictObject({ payer: oneOf(payers), name: typed, id: typed }, mustBeObject);

export const officeSchema = z.pipe(
  z.strictObject(
    {
      ...(Object.fromEntries(typedFields.map((field) => [field, z.optional(typedOrBlank)])) as Record<
        TypedField,
        z.ZodMiniOptional<typeof typedOrBlank>
      >),
      usage: z.optional(oneOf(['T', 'P'] as const)),
      payers: z.optional(
        z.array(address, mustBeList).check(
          z.maxLength(200, 'must hold at most 200 entries'),
          eachOnce(({ payer, name, id }) => JSON.stringify([payer, name, id]), 'name', 'stands there twice'),
        ),
      ),
    },
    mustBeObject,
  ),
  z.transform((told): Office => ({
    ...emptyOffice,
    ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)),
  })),
);

/** What differs from a clinic of which nothing is told, without spaces at the ends; null where nothing does. */
export function officeJson(office: Office): object | null {
  const told = Object.entries(office).flatMap(([field, value]): [string, unknown][] => {
    const kept = typeof value === 'string' ? value.trim() : value;
    return JSON.stringify(kept) === JSON.stringify(emptyOffice[field as keyof Office]) ? [] : [[field, kept]];
  });
  return told.length === 0 ? null : Object.fromEntries(told);
}
