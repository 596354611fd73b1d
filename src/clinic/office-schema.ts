import * as z from 'zod/mini';
import { payers } from '../engine/payer-profile';
import { mostTyped } from '../engine/typed';
import {
  emptyFacility,
  emptyOffice,
  emptyProvider,
  noAddress,
  type Office,
  type Provider,
} from '../engine/clinic-file';
import { eachOnce, lineOfText, mustBeList, mustBeObject, oneOf } from './json-values';

/** What the keys of the clinic's details are called. */
export const officeLabels = {
  office: 'details of the clinic',
  usage: 'test or production',
  payers: 'payers of the clinic',
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
  providers: 'providers of the clinic',
  referrers: 'providers of elsewhere',
  facilities: 'places',
  kind: 'person or organization',
  name: 'name',
  first: 'first name',
  npi: 'NPI',
  taxonomy: 'taxonomy',
  taxIdKind: 'kind of tax ID',
  taxId: 'tax ID',
  phone: 'phone',
  payToStreet: 'street for payments',
  payToCity: 'city for payments',
  payToState: 'state for payments',
  payToZip: 'ZIP for payments',
  street: 'street',
  city: 'city',
  state: 'state',
  zip: 'ZIP',
  indicator: 'claim filing indicator',
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

type Listed = 'usage' | 'payers' | 'providers' | 'referrers' | 'facilities';
type TypedField = Exclude<keyof Office, Listed>;
const typedFields = (Object.keys(emptyOffice) as (keyof Office)[]).filter(
  (field): field is TypedField => typeof emptyOffice[field] === 'string' && field !== 'usage',
);

/** A text as it was typed; what is wrong with it is said where it is used. */
const typed = lineOfText(mostTyped);
/** A field whose usual answer was taken away stays blank. */
const typedOrBlank = z.union([z.literal(''), typed]);
const text = z.optional(typedOrBlank);
const address = { street: text, city: text, state: text, zip: text };
const payerAddress = z.strictObject(
  { payer: oneOf(payers), name: typed, id: typed, indicator: text, ...address },
  mustBeObject,
);
const provider = z.strictObject(
  {
    id: typed,
    kind: z.optional(oneOf(['organization', 'person'] as const)),
    name: text,
    first: text,
    npi: text,
    taxonomy: text,
    taxIdKind: z.optional(oneOf(['EI', 'SY'] as const)),
    taxId: text,
    phone: text,
    payToStreet: text,
    payToCity: text,
    payToState: text,
    payToZip: text,
    ...address,
  },
  mustBeObject,
);
const facility = z.strictObject({ id: typed, name: text, npi: text, ...address }, mustBeObject);

const mostListed = z.maxLength(200, 'must hold at most 200 entries');
const byId = eachOnce<{ id: string }>(({ id }) => id, 'id', 'stands there twice');

/** One provider and one person who treats, as files of version 1 tell them. */
const ofVersion1 = {
  providerName: text,
  providerNpi: text,
  providerTaxId: text,
  providerStreet: text,
  providerCity: text,
  providerState: text,
  providerZip: text,
  renderingLast: text,
  renderingFirst: text,
  renderingNpi: text,
};
type OfVersion1 = { readonly [Field in keyof typeof ofVersion1]?: string | undefined };

/** The first entries of the lists: the provider that bills, and the person who treats, where they are told. */
function firstProviders(told: OfVersion1): readonly Provider[] {
  const of = (field: keyof OfVersion1) => told[field] ?? '';
  const billing: Provider = {
    ...emptyProvider,
    id: 'billing',
    name: of('providerName'),
    npi: of('providerNpi'),
    taxId: of('providerTaxId'),
    street: of('providerStreet'),
    city: of('providerCity'),
    state: of('providerState'),
    zip: of('providerZip'),
  };
  const rendering: Provider = {
    ...emptyProvider,
    id: 'rendering',
    kind: 'person',
    name: of('renderingLast'),
    first: of('renderingFirst'),
    npi: of('renderingNpi'),
  };
  return [
    ...(Object.entries(told).some(([field, value]) => field.startsWith('provider') && value) ? [billing] : []),
    ...(Object.entries(told).some(([field, value]) => field.startsWith('rendering') && value) ? [rendering] : []),
  ];
}

export const officeSchema = z.pipe(
  z.strictObject(
    {
      ...(Object.fromEntries(typedFields.map((field) => [field, text])) as Record<TypedField, typeof text>),
      ...ofVersion1,
      usage: z.optional(oneOf(['T', 'P'] as const)),
      providers: z.optional(z.array(provider, mustBeList).check(mostListed, byId)),
      referrers: z.optional(z.array(provider, mustBeList).check(mostListed, byId)),
      facilities: z.optional(z.array(facility, mustBeList).check(mostListed, byId)),
      payers: z.optional(
        z.array(payerAddress, mustBeList).check(
          mostListed,
          eachOnce(({ payer, name, id }) => JSON.stringify([payer, name, id]), 'name', 'stands there twice'),
        ),
      ),
    },
    mustBeObject,
  ),
  z.transform((held): Office => {
    const { providers = [], referrers = [], facilities = [], payers: addresses = [], ...told } = held;
    const texts = Object.entries(told).filter(
      ([field, value]) => value !== undefined && !Object.hasOwn(ofVersion1, field),
    );
    return {
      ...emptyOffice,
      ...Object.fromEntries(texts),
      providers: [...firstProviders(told), ...providers.map((each) => whole(emptyProvider, each))],
      referrers: referrers.map((each) => whole({ ...emptyProvider, kind: 'person' as const }, each)),
      facilities: facilities.map((each) => whole(emptyFacility, each)),
      payers: addresses.map((each) => whole({ indicator: '', ...noAddress }, each)),
    };
  }),
);

/** An entry with blanks where it is told nothing. */
const whole = <Blank extends object, Told extends object>(blank: Blank, told: Told) =>
  ({ ...blank, ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) }) as Blank &
    Required<Told> & { readonly [Part in keyof Told]-?: Exclude<Told[Part], undefined> };

/** What differs from a clinic of which nothing is told, without spaces at the ends; null where nothing does. */
export function officeJson(office: Office): object | null {
  const told = Object.entries(office).flatMap(([field, value]): [string, unknown][] => {
    const kept = Array.isArray(value) ? value.map(onlyTold) : typeof value === 'string' ? value.trim() : value;
    return JSON.stringify(kept) === JSON.stringify(emptyOffice[field as keyof Office]) ? [] : [[field, kept]];
  });
  return told.length === 0 ? null : Object.fromEntries(told);
}

/** An entry without what is blank in it. */
const onlyTold = (entry: object): object =>
  Object.fromEntries(
    Object.entries(entry).flatMap(([part, value]) => {
      const kept: unknown = typeof value === 'string' ? value.trim() : value;
      return kept === '' ? [] : [[part, kept]];
    }),
  );
