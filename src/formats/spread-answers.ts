import { inWords } from '../engine/typed';
import type { Parties } from './parties';
import { isEmployer, type PartyField } from './party-specs';
import { linesIn, readWholeAddress, type AddressParts } from './whole-address';
import { readWholeName, type NameParts } from './whole-name';

/*
 * A whole name or address that was typed or pasted into one field, spread over the fields that its parts belong to. It
 * goes only into blank ones, and stays where it is if it has more than one reading.
 */

type PersonFields = { readonly first: PartyField; readonly middle?: PartyField };
type AddressFields = Readonly<Record<keyof AddressParts, PartyField>>;

/** The rest of a person’s name, by the field of the last name. */
const persons: Readonly<Partial<Record<PartyField, PersonFields>>> = {
  patientLast: { first: 'patientFirst', middle: 'patientMiddle' },
  insuredLast: { first: 'insuredFirst', middle: 'insuredMiddle' },
  otherLast: { first: 'otherFirst', middle: 'otherMiddle' },
  providerName: { first: 'providerFirst' },
  renderingLast: { first: 'renderingFirst' },
  supervisingLast: { first: 'supervisingFirst' },
  referringLast: { first: 'referringFirst' },
  orderingLast: { first: 'orderingFirst' },
  attendingLast: { first: 'attendingFirst' },
};

const addressOf = <P extends 'patient' | 'insured' | 'other' | 'provider' | 'payTo' | 'facility' | 'payer'>(of: P) =>
  ({ street: `${of}Street`, city: `${of}City`, state: `${of}State`, zip: `${of}Zip` }) as const;
const addresses: readonly AddressFields[] = [
  addressOf('patient'),
  addressOf('insured'),
  addressOf('other'),
  addressOf('provider'),
  addressOf('payTo'),
  addressOf('facility'),
  addressOf('payer'),
];
/** Whose address stands below a name that is pasted with it. */
const addressBelow: Readonly<Partial<Record<PartyField, AddressFields>>> = {
  patientLast: addressOf('patient'),
  insuredLast: addressOf('insured'),
  otherLast: addressOf('other'),
  providerName: addressOf('provider'),
  facilityName: addressOf('facility'),
  payerName: addressOf('payer'),
};

/** The fields that a text in one of them may be spread over. */
export const isSpread = (field: PartyField): boolean =>
  field in persons || field in addressBelow || addresses.some(({ street }) => street === field);

export type SpreadFields = Readonly<Partial<Record<PartyField, string>>>;
/** What each field becomes, and how it is said; or why the text stays whole; null where there is nothing to spread. */
export type Spread = { readonly fields: SpreadFields; readonly says: string } | { readonly left: string } | null;

type PartName = keyof NameParts | keyof AddressParts | 'name';
const partNames = {
  name: 'name',
  last: 'last name',
  first: 'first name',
  middle: 'middle name',
  street: 'street',
  city: 'city',
  state: 'state',
  zip: 'ZIP',
} as const satisfies Record<PartName, string>;
type Part = { readonly name: PartName; readonly field: PartyField | undefined; readonly text: string };

/** What stands in a field, spread; `isOpen` tells the fields that are shown and hold nothing that somebody typed. */
export function spreadOf(field: PartyField, parties: Parties, isOpen: (field: PartyField) => boolean): Spread {
  const read = partsOf(field, parties);
  if (read === null || 'left' in read) return read;
  const told = read.parts.filter(({ text }) => text !== '');
  const fits = ({ field: to, text }: Part): boolean =>
    to !== undefined && (to === field || parties[to] === text || isOpen(to));
  const without = told.filter((part) => !fits(part));
  if (without.length > 0) {
    const names = inWords(without.map(({ name }) => partNames[name]));
    return { left: `Left as it was typed: there is no blank field for the ${names}.` };
  }
  return {
    fields: Object.fromEntries(told.flatMap(({ field: to, text }) => (to ? [[to, text] as const] : []))),
    says: `Read as ${told.map(({ name, text }) => `${partNames[name]} ${text}`).join(', ')}.`,
  };
}

type Parts = { readonly parts: readonly Part[] } | { readonly left: string } | null;

function partsOf(field: PartyField, parties: Parties): Parts {
  const address = addresses.find(({ street }) => street === field);
  if (address) return addressParts(address, parties[field]);
  const [first = '', ...others] = linesIn(parties[field]);
  const name = nameParts(field, parties, first);
  if (others.length === 0) return name;
  const below = addressBelow[field];
  const rest = below ? addressParts(below, others.join(',')) : null;
  if (name !== null && 'left' in name) return name;
  if (rest === null || 'left' in rest || name === null)
    return { left: 'Left as it was typed: several lines are read as a name with its address below it.' };
  return { parts: [...name.parts, ...rest.parts] };
}

function addressParts(to: AddressFields, text: string): Parts {
  const read = readWholeAddress(text);
  if (read === null || 'left' in read) return read;
  const { parts } = read;
  const names = ['street', 'city', 'state', 'zip'] as const;
  return { parts: names.map((name) => ({ name, field: to[name], text: parts[name] })) };
}

function nameParts(field: PartyField, parties: Parties, line: string): Parts {
  const to = persons[field];
  if (!to || isOrganization(field, parties))
    return linesIn(parties[field]).length > 1 ? { parts: [{ name: 'name', field, text: line }] } : null;
  const read = readWholeName(line);
  if (read === null || 'left' in read) return read;
  const { last, first, middle } = read.parts;
  return {
    parts: [
      { name: 'last', field, text: last },
      { name: 'first', field: to.first, text: first },
      { name: 'middle', field: to.middle, text: middle },
    ],
  };
}

const isOrganization = (field: PartyField, parties: Parties): boolean =>
  (field === 'providerName' && parties.providerKind === 'organization') ||
  (field === 'insuredLast' && isEmployer(parties));
