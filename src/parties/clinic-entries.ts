import { emptyWorksheet } from '../answers/worksheet-text';
import {
  emptyFacility,
  emptyOffice,
  emptyProvider,
  type Facility,
  type Office,
  type PayerAddress,
  type Provider,
} from '../engine/clinic-file';
import type { FilingIndicator } from '../engine/party-codes';
import {
  isTyped,
  partiesOf,
  reasonsAgainstParties,
  type Parties,
  type PartyReason,
  type Sending,
} from '../formats/parties';
import {
  choiceSpecOf,
  partyChoiceFields,
  partyFields,
  specOf,
  type PartyChoice,
  type PartyField,
  type Role,
} from '../formats/party-specs';

/*
 * The entries of the clinic’s lists by themselves, before any claim names one: what is asked of each, and what is
 * against it. Labels, widths and checks are those of the claims that will name it.
 */

/** What an entry is in: who bills, who treats, who refers from elsewhere, a place, or a payer. */
export type EntryKind = 'bills' | 'treats' | 'elsewhere' | 'place' | 'payer';
export type Entry = Provider | Facility | PayerAddress;

const roleOf = {
  bills: 'billing',
  treats: 'rendering',
  elsewhere: 'referring',
  place: 'facility',
} as const satisfies Record<Exclude<EntryKind, 'payer'>, Role | 'facility'>;

/** Where each answer of a payer stands in its entry. */
const payerParts = {
  payerName: 'name',
  payerId: 'id',
  filingIndicator: 'indicator',
  payerStreet: 'street',
  payerCity: 'city',
  payerState: 'state',
  payerZip: 'zip',
} as const satisfies Partial<Record<PartyField | PartyChoice, keyof PayerAddress>>;

/** On paper more is asked of the clinic than in a file. */
const form = 'CMS-1500';
const untold = emptyWorksheet.sending as Sending;

export const blankProvider = (kind: Provider['kind'], id: string): Provider => ({ ...emptyProvider, kind, id });
export const blankFacility = (id: string): Facility => ({ ...emptyFacility, id });
export const blankPayer = (payer: PayerAddress['payer']): PayerAddress => ({
  payer,
  name: '',
  id: '',
  indicator: '',
  street: '',
  city: '',
  state: '',
  zip: '',
});

/** What only tells what kind an entry is, and not who. */
const kindParts: readonly string[] = ['kind', 'taxIdKind', 'payer', 'indicator'];
/** Whether nothing is told of it yet. The `id` of a provider or place is given; that of a payer is told. */
export const isBlankEntry = (entry: Entry): boolean =>
  Object.entries(entry).every(
    ([part, text]) => kindParts.includes(part) || (part === 'id' && !('payer' in entry)) || text.trim() === '',
  );

/** Whether what stands of a provider is asked only of one that bills. */
export const isBiller = ({ kind, taxId, street }: Provider): boolean =>
  kind === 'organization' || taxId.trim() !== '' || street.trim() !== '';

/** The clinic with this entry alone, as a claim would name it. */
export function partiesOfEntry(kind: EntryKind, entry: Entry): Parties {
  if (kind === 'payer') {
    const told = Object.entries(payerParts).map(([field, part]) => [field, (entry as PayerAddress)[part]]);
    return partiesOf(emptyOffice, { ...untold, ...Object.fromEntries(told) });
  }
  const { id } = entry;
  const office: Office = {
    ...emptyOffice,
    ...(kind === 'place'
      ? { facilities: [entry as Facility] }
      : kind === 'elsewhere'
        ? { referrers: [entry as Provider] }
        : { providers: [entry as Provider] }),
  };
  return partiesOf(office, { ...untold, [roleOf[kind]]: id });
}

/** Asked once payments go to a street of their own. */
const restOfPayTo: readonly string[] = ['payToCity', 'payToState', 'payToZip'];

/** The answers that stand in an entry of that kind, in the order of the screen. */
export function fieldsOfEntry(
  kind: EntryKind,
  { kind: provider, payToStreet = '' }: Partial<Pick<Provider, 'kind' | 'payToStreet'>>,
): { readonly texts: readonly PartyField[]; readonly choices: readonly PartyChoice[] } {
  const isOwn = (field: PartyField | PartyChoice): boolean => {
    if (kind === 'payer') return Object.hasOwn(payerParts, field);
    const { entry } = isTyped(field) ? specOf(field) : choiceSpecOf(field);
    if (restOfPayTo.includes(field) && payToStreet.trim() === '') return false;
    return entry?.of === roleOf[kind] && (field !== 'providerFirst' || provider === 'person');
  };
  return { texts: partyFields.filter(isOwn), choices: partyChoiceFields.filter(isOwn) };
}

/** The entry with one answer changed. */
export function withAnswer<E extends Entry>(kind: EntryKind, entry: E, field: string, text: string): E {
  if (kind === 'payer') return { ...entry, [payerParts[field as keyof typeof payerParts]]: text };
  const { entry: place } = isTyped(field) ? specOf(field) : choiceSpecOf(field as PartyChoice);
  return place ? { ...entry, [place.part]: text } : entry;
}

/** What is missing of an entry, or wrong in it. */
export function reasonsAgainstEntry(kind: EntryKind, entry: Entry): readonly PartyReason[] {
  const { texts, choices } = fieldsOfEntry(kind, 'kind' in entry ? entry : {});
  const own: readonly string[] = [...texts, ...choices];
  return reasonsAgainstParties(partiesOfEntry(kind, entry), null, form).filter(({ field }) => own.includes(field));
}

/** A payer under another type keeps no indicator of the one before. */
export const withPayerType = (entry: PayerAddress, payer: PayerAddress['payer']): PayerAddress => ({
  ...entry,
  payer,
  indicator: '' satisfies FilingIndicator | '',
});
