import { readDate } from '../answers/read-answers';
import type { WorksheetText } from '../answers/worksheet-text';
import { formatDate } from '../engine/dated';
import { valueIn } from '../engine/typed';

/** Who a patient is besides the reference, as far as it was told: what it is called, and what stands there. */
export type Identity = Readonly<Record<string, string>>;

/** A text as it is held against another: without its capitals, and with one space where there are several. */
export const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toUpperCase();

/**
 * What a record tells of its patient. What is typed for files belongs to the reference that stood there then; a member
 * ID belongs to one payer; a birth date that cannot be read tells nothing.
 */
export function identityOf({ patientReference, account, payer, sending }: WorksheetText): Identity {
  const isOwn = sending.typedFor === '' || plain(sending.typedFor) === plain(patientReference);
  const birth = valueIn(sending.birthDate, (typed, label) =>
    readDate(typed, label, { from: 1900, through: 2099, wholeYear: true }),
  );
  const told: readonly (readonly [string, string])[] = [
    ['account', plain(account)],
    ...(isOwn
      ? ([
          ['birth date', birth ? formatDate(birth) : ''],
          ['last name', plain(sending.patientLast)],
          ['first name', plain(sending.patientFirst)],
          [`member ID ${payer}`, plain(sending.memberId).replace(/[\s-]/g, '')],
        ] as const)
      : []),
  ];
  return Object.fromEntries(told.filter(([, text]) => text !== ''));
}

/** What a part of an identity is called, without the payer of a member ID. */
export const partName = (name: string): string => name.replace(/^member ID .*/, 'member ID');

/** What both tell, and tell otherwise. */
export const differing = (one: Identity, other: Identity): readonly string[] =>
  Object.keys(one)
    .filter((name) => other[name] !== undefined && other[name] !== one[name])
    .map(partName);
