import type { PreparedClaim } from '../engine/prepared-claim';
import { asCarriedFor, reasonsAgainstParties, type Parties, type PartyReason } from './parties';
import { indicatorOf, isDependent, isMedicare, isSecondary, type ClaimForm, type PartySource } from './party-specs';
import type { FormField } from './written';

/** Whom the claim names, as far as it is told, for a form that shows what is there and says what is missing. */
export type ToldParties = {
  readonly claim: PreparedClaim;
  /** As they go onto the form; what it does not ask for is blank. */
  readonly parties: Parties;
  /** Every reason why a field cannot stand on it. */
  readonly against: readonly PartyReason[];
  readonly problems: ReadonlyMap<string, string>;
};

/** The parties as a form of this claim has them. */
export function toldFor(claim: PreparedClaim, typed: Parties, form: ClaimForm): ToldParties {
  const against = reasonsAgainstParties(typed, claim, form);
  return {
    claim,
    parties: asCarriedFor(claim, typed, form),
    against,
    problems: new Map(against.map(({ field, says }) => [field, says])),
  };
}

/**
 * For whom the form is filled (row form 1500 situations): original Medicare as first payer or as second, Medicaid after
 * another payer, or any other insured.
 */
export type Situation = 'medicare' | 'medicare-second' | 'medicaid-second' | 'insured';

export function situationOf({ claim, parties }: ToldParties): Situation {
  if (isMedicare(parties, claim)) return isSecondary(parties) ? 'medicare-second' : 'medicare';
  return indicatorOf(parties, claim) === 'MC' && isSecondary(parties) && !isDependent(parties)
    ? 'medicaid-second'
    : 'insured';
}

/** The number of an item, and its name. */
export type Item = readonly [item: string, label: string];

/** An item that this claim leaves blank, and why. */
export const blankItem = ([item, label]: Item, says: string): FormField => ({ item, label, text: '', says });

/**
 * An item that answers of the parties fill: blank with what is wrong where one of them cannot stand, and with `blank`
 * where nothing is told. The first answer is the way to fill it.
 */
export function partyItem(
  { problems }: ToldParties,
  [item, label]: Item,
  from: readonly PartySource[],
  text: string,
  blank = 'blank: nothing is told',
): FormField {
  const wrong = from.find((field) => problems.has(field));
  if (wrong) return { item, label, text: '', says: problems.get(wrong) ?? '', party: wrong };
  const [way] = from;
  return text === '' ? { item, label, text, says: blank, ...(way ? { party: way } : {}) } : { item, label, text };
}

/** "01 02 1960" from "19600102", as items 3 and 11a have it. */
export const wholeDate = (digits: string): string =>
  digits === '' ? '' : `${digits.slice(4, 6)} ${digits.slice(6)} ${digits.slice(0, 4)}`;
/** "01 02 60" from "19600102": every other date of the form, in one style. */
export const shortDate = (digits: string): string =>
  digits === '' ? '' : `${digits.slice(4, 6)} ${digits.slice(6)} ${digits.slice(2, 4)}`;
/** "58102-0001" from nine digits, "58102" from five. */
export const zipOnPaper = (digits: string): string =>
  digits.length > 5 ? `${digits.slice(0, 5)}-${digits.slice(5)}` : digits;
/** "701 5550100" from ten digits. */
export const phoneOnPaper = (digits: string): string =>
  digits === '' ? '' : `${digits.slice(0, 3)} ${digits.slice(3)}`;
/** "Fargo ND 58102-0001". */
export const cityOnPaper = (city: string, state: string, zip: string): string =>
  [city, state, zipOnPaper(zip)].filter(Boolean).join(' ');
