import type { WorksheetText } from '../answers/worksheet-text';
import { formatMoney, isMoreMoney, moneyLeft, noMoney, sumOfMoney, type Money } from '../engine/quantity';
import type { Course } from './course';
import { tellingCodes } from './telling-codes';

/** That a claim came back and was not paid, or not all of it, and what is told of that. */
export type CameBack = { readonly kind: 'denied' | 'short'; readonly says: string };
export const cameBackWords = { denied: 'Came back denied', short: 'Came back paid short' } as const satisfies Record<
  CameBack['kind'],
  string
>;

/** Null where it was neither sent nor came back, or where nothing that is told of it speaks against its being paid. */
export function cameBackShort(
  { remittanceCode }: Pick<WorksheetText, 'remittanceCode'>,
  course: Course,
): CameBack | null {
  const { sentOn, cameBackOn, allowed, paid, patientOwes } = course;
  // A code that is only looked up is of no claim that was sent.
  if (!sentOn && !cameBackOn && !paid) return null;
  const told = sumOfMoney([paid ?? noMoney, patientOwes ?? noMoney]);
  const isNothing = paid !== null && !isMoreMoney(told, noMoney);
  const isDenied = isNothing || (paid === null && isDenying(remittanceCode));
  const missing = paid && allowed && isMoreMoney(allowed, told) ? moneyLeft(allowed, told) : null;
  if (!isDenied && !missing && !isDenying(remittanceCode)) return null;
  const code = remittanceCode.trim();
  const says = [
    `Paid: ${paid ? formatMoney(paid) : 'not told'}.`,
    ...(missing && !isDenied ? [`${formatMoney(missing)} of what was allowed is not told as paid or owed.`] : []),
    ...(code === '' ? [] : [`Code: ${code}.`]),
  ];
  return { kind: isDenied ? 'denied' : 'short', says: says.join(' ') };
}

const isDenying = (remittanceCode: string): boolean => tellingCodes(remittanceCode).length > 0;

/** What came back in money, as far as it was told: "allowed $724.80, paid $579.84". */
export const paidInWords = ({ allowed, paid, patientOwes }: Course): string =>
  (
    [
      ['allowed', allowed],
      ['paid', paid],
      ['patient owes', patientOwes],
    ] as [string, Money | null][]
  )
    .flatMap(([what, amount]) => (amount ? [`${what} ${formatMoney(amount)}`] : []))
    .join(', ');
