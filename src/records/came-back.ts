import { readDay } from '../answers/claim-readers';
import type { WorksheetText } from '../answers/worksheet-text';
import { formatMoney, isMoreMoney, moneyLeft, noMoney, percentOf, sumOfMoney, type Money } from '../engine/quantity';
import { sequestrationOn } from '../rules/payment-limits';
import { readRemittanceCode } from '../rules/read-remittance';
import type { Course } from './course';
import { tellingCodes } from './telling-codes';

/** That a claim came back and was not paid, or not all of it, and what is told of that. */
export type CameBack = { readonly kind: 'denied' | 'short'; readonly says: string };
export const cameBackWords = { denied: 'Came back denied', short: 'Came back paid short' } as const satisfies Record<
  CameBack['kind'],
  string
>;

type Told = Pick<WorksheetText, 'remittanceCode' | 'dateOfService'>;

/** Null where it was neither sent nor came back, or where nothing that is told of it speaks against its being paid. */
export function cameBackShort(record: Told, course: Course): CameBack | null {
  const { remittanceCode } = record;
  const { sentOn, cameBackOn, allowed, paid, patientOwes } = course;
  // A code that is only looked up is of no claim that was sent.
  if (!sentOn && !cameBackOn && !paid) return null;
  const told = sumOfMoney([paid ?? noMoney, patientOwes ?? noMoney]);
  const isNothing = paid !== null && !isMoreMoney(told, noMoney);
  const isDenied = isNothing || (paid === null && isDenying(remittanceCode));
  const left = paid && allowed && isMoreMoney(allowed, told) ? moneyLeft(allowed, told) : null;
  const missing = left && !isMoreMoney(left, cutOf(record, course)) ? null : left;
  if (!isDenied && !missing && !isDenying(remittanceCode)) return null;
  const code = remittanceCode.trim();
  const says = [
    `Paid: ${paid ? formatMoney(paid) : 'not told'}.`,
    ...(missing && !isDenied ? [`${formatMoney(missing)} of what was allowed is not told as paid or owed.`] : []),
    ...(code === '' ? [] : [`Code: ${code}.`]),
  ];
  return { kind: isDenied ? 'denied' : 'short', says: says.join(' ') };
}

/** Each line of a remittance rounds its cut by itself. */
const roundingOfLines: Money = { tenthsOfCent: 50 };

/** The most that sequestration (253) takes of what Medicare itself pays; nothing where no code tells of it. */
function cutOf({ remittanceCode, dateOfService }: Told, { allowed, patientOwes }: Course): Money {
  const service = readDay(dateOfService, '');
  if (!allowed || !('value' in service)) return noMoney;
  if (!readRemittanceCode(remittanceCode).codes.some(({ code }) => code === '253')) return noMoney;
  const percent = sequestrationOn(service.value)?.value ?? 0;
  return sumOfMoney([percentOf(moneyLeft(allowed, patientOwes ?? noMoney), percent), roundingOfLines]);
}

/** That it was paid, by the payer or through the patient’s share, with what each is; null where neither is told. */
export function cameBackPaid({ paid, patientOwes }: Course): { readonly kind: 'paid'; readonly says: string } | null {
  if (!paid || !isMoreMoney(sumOfMoney([paid, patientOwes ?? noMoney]), noMoney)) return null;
  const share =
    patientOwes && isMoreMoney(patientOwes, noMoney) ? ` The patient owes ${formatMoney(patientOwes)}.` : '';
  return { kind: 'paid', says: `Paid: ${formatMoney(paid)}.${share}` };
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
