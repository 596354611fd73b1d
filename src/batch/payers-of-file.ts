import { choicesFor } from '../answers/field-names';
import type { PayerOfText } from '../engine/clinic-file';
import type { Payer, PayerProfile } from '../engine/payer-profile';
import { namedProfiles } from '../rules/payers';
import { payerKey, payerReader, payerTypeWithin } from './choices';
import type { TextOfFile } from './column-texts';

/*
 * What a file calls its payers: each text once. Those that can be read stand for themselves; of the others the clinic
 * says what they are.
 */

export type PayerAsked = TextOfFile & {
  /** What the clinic said that it is; null while nothing was said. */
  readonly said: PayerOfText | null;
  /** The payer type that the text holds. */
  readonly within: Payer | undefined;
};

/** The texts that nothing can be read from by themselves, with what was said of them. */
export function payersAsked(
  texts: readonly TextOfFile[],
  own: readonly PayerProfile[],
  told: readonly PayerOfText[],
): readonly PayerAsked[] {
  const [read, readTold] = [payerReader(own), payerReader(own, told)];
  const said = new Map(told.map((each) => [payerKey(each.text), each]));
  return texts.flatMap(({ text, rows }) => {
    const reading = read(text);
    if ('value' in reading) return [];
    const isSaid = 'value' in readTold(text);
    const within = payerTypeWithin(text);
    return [{ text, rows, within, said: (isSaid && said.get(payerKey(text))) || null }];
  });
}

/** Of each text that holds one payer type, and that nothing was said of, that type. */
export const proposedPayers = (
  texts: readonly TextOfFile[],
  own: readonly PayerProfile[],
  told: readonly PayerOfText[],
): readonly PayerOfText[] =>
  payersAsked(texts, own, told).flatMap(({ text, said, within }) =>
    said || !within ? [] : [{ text, payer: within, profile: '' }],
  );

/** What was said with one more text, or with nothing said of it. */
export const withPayer = (
  told: readonly PayerOfText[],
  text: string,
  chosen: Pick<PayerOfText, 'payer' | 'profile'> | null,
): readonly PayerOfText[] => [
  ...told.filter((each) => payerKey(each.text) !== payerKey(text)),
  ...(chosen ? [{ text, payer: chosen.payer, profile: chosen.profile }] : []),
];

/** A payer type or a profile, as it is chosen from a list. */
export type PayerChoice = Pick<PayerOfText, 'payer' | 'profile'> & {
  readonly value: string;
  readonly label: string;
  readonly group: string;
};
const types: readonly PayerChoice[] = choicesFor('payer').map(({ value, label }) => ({
  value: `type ${value}`,
  label,
  group: 'Payer types',
  payer: value as Payer,
  profile: '',
}));
const ofProfile =
  (group: string) =>
  ({ id, name, payer }: PayerProfile): PayerChoice => ({
    value: `profile ${id}`,
    label: name,
    group,
    payer,
    profile: id,
  });

export const payerChoices = (own: readonly PayerProfile[]): readonly PayerChoice[] => [
  ...types,
  ...own.map(ofProfile('Your payer profiles')),
  ...namedProfiles.map(ofProfile('Policies on file')),
];
