import type { ServiceLine } from './claim';
import { linesOf } from './claim-lines';
import type { PreparedClaim } from './prepared-claim';
import { adjustmentGroups, type AdjustmentGroup } from './party-codes';
import {
  adjusted,
  emptyPayment,
  paymentFields,
  type Adjusted,
  type PaymentText,
  paymentLabels,
  type PaymentField,
} from './payment-text';
import { digitsOfMoney, isMoreMoney, isSameMoney, moneyFromDigits, noMoney, sumOfMoney, type Money } from './quantity';
import { mostTyped, ungrouped } from './typed';

/*
 * What the payer before this one did with each line: coordination of benefits (whole claim, sections 3 and 7). A line's
 * charge is what was paid and what was adjusted, to the cent.
 */

export type Adjustment = { readonly group: AdjustmentGroup; readonly reason: string; readonly amount: Money };
/** What the payer before did with one line. */
export type LinePayment = {
  readonly lineNumber: number;
  readonly hcpcs: string;
  readonly allowed: Money | null;
  readonly paid: Money;
  /** Only amounts above 0, CO before PR before the others. */
  readonly adjustments: readonly Adjustment[];
};

export type PaymentReason = { readonly field: `payments.${number}.${PaymentField}`; readonly says: string };

const codeWithModifiers = ({ hcpcs, modifiers }: ServiceLine): string => [hcpcs, ...modifiers].join('-');

/** Code, modifiers and the NDC: what a line is, wherever it stands. */
function nameOfLine(line: ServiceLine): string {
  const [only, ...further] = line.ndcQuantities.flatMap(({ ndc }) => ndc ?? []);
  return [codeWithModifiers(line), ...(only !== undefined && further.length === 0 ? [only] : [])].join(' ');
}

/**
 * By what the amounts of each line are kept: "J0475-JW 66794015702". It does not hang on the place of the line, so that
 * no line takes the amounts of another where lines are added or go. Lines alike in all of it are told apart by order.
 */
export function keysOfLines(lines: readonly ServiceLine[]): readonly string[] {
  const met = new Map<string, number>();
  return lines.map((line) => {
    const name = nameOfLine(line);
    const place = (met.get(name) ?? 0) + 1;
    met.set(name, place);
    return place === 1 ? name : `${name} (${place})`;
  });
}

/**
 * The line of a row of an older record, which tells the code alone: the only one of that code, else the only one whose
 * charge it balances. Nobody guesses.
 */
function lineOfOlder(row: PaymentText, lines: readonly ServiceLine[]): ServiceLine | undefined {
  const ofCode = lines.filter(({ hcpcs }) => hcpcs === row.code);
  const fitting = ofCode.length === 1 ? ofCode : ofCode.filter(({ charge }) => charge && !balanceOf(row, charge).off);
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The rows of the claim’s lines, in their order: as typed, or empty; and those of lines that it no longer has. */
export function paymentRows(
  payments: readonly PaymentText[],
  lines: readonly ServiceLine[],
): { readonly rows: readonly PaymentText[]; readonly strayed: readonly PaymentText[] } {
  const keys = keysOfLines(lines);
  const older = new Map(payments.filter(({ of }) => of === '').map((row) => [lineOfOlder(row, lines), row] as const));
  const keyed = new Map(payments.filter(({ of }) => of !== '').map((row) => [row.of, row] as const));
  const taken = lines.map((line, place) => keyed.get(keys[place] ?? '') ?? older.get(line));
  const rows = lines.map((line, place): PaymentText => ({
    ...(taken[place] ?? emptyPayment),
    of: keys[place] ?? '',
    line: String(line.lineNumber),
    code: codeWithModifiers(line),
  }));
  return { rows, strayed: payments.filter((row) => !isBlankPayment(row) && !taken.includes(row)) };
}

/** The rows with the amounts of one, which no line has any more, put to another, which has none yet. */
export const movedTo = (
  payments: readonly PaymentText[],
  strayed: PaymentText,
  { of, line, code }: PaymentText,
): readonly PaymentText[] =>
  payments.filter((row) => row.of !== of).map((row) => (row === strayed ? { ...row, of, line, code } : row));

export const isBlankPayment = (row: PaymentText): boolean => paymentFields.every((field) => row[field].trim() === '');

/** Dollars as typed, with sign and commas or without; undefined where they cannot be read. */
const dollarsIn = (typed: string): Money | undefined =>
  typed.length > mostTyped ? undefined : moneyFromDigits(ungrouped(typed.trim().replace(/^\$\s*/, '')));

const amounts = ['allowed', 'paid', 'co45', 'co253', 'pr1', 'pr2', 'pr3', 'otherAmount'] as const;

/** An amount of a row; nothing where it is blank or cannot be read, which `reasonsAgainstPayments` tells. */
const amountIn = (row: PaymentText, field: (typeof amounts)[number]): Money => dollarsIn(row[field]) ?? noMoney;

function adjustmentsIn(row: PaymentText): readonly Adjustment[] {
  const named = (Object.keys(adjusted) as Adjusted[]).map((field): Adjustment => {
    const { group, reason } = adjusted[field];
    return { group, reason, amount: amountIn(row, field) };
  });
  const group = row.otherGroup as AdjustmentGroup;
  const further: readonly Adjustment[] = Object.hasOwn(adjustmentGroups, group)
    ? [{ group, reason: row.otherReason.trim().toUpperCase(), amount: amountIn(row, 'otherAmount') }]
    : [];
  return [...named, ...further].filter(({ amount }) => isMoreMoney(amount, noMoney));
}

/** What the payer before did with each line, of rows against which there is no reason. */
export const paymentsOf = (
  payments: readonly PaymentText[],
  claim: Pick<PreparedClaim, 'lines' | 'beside' | 'services'>,
): readonly LinePayment[] => {
  const lines = linesOf(claim);
  return paymentRows(payments, lines).rows.map((row, place) => paymentIn(row, lines[place]));
};

const paymentIn = (row: PaymentText, line: ServiceLine | undefined): LinePayment => ({
  lineNumber: line?.lineNumber ?? 0,
  hcpcs: line?.hcpcs ?? '',
  allowed: row.allowed.trim() === '' ? null : amountIn(row, 'allowed'),
  paid: amountIn(row, 'paid'),
  adjustments: adjustmentsIn(row),
});

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What the payer before did with one line, or why that is not known: not told, unreadable, or not balanced. */
export function soundPayment(row: PaymentText, line: ServiceLine): LinePayment | { readonly because: string } {
  if (isBlankPayment(row)) return { because: 'What the payer before did with it was not told.' };
  const [unread] = reasonsAgainstRow(row, 0);
  if (unread) return { because: `${unread.says}.` };
  const { off, says } = balanceOf(row, line.charge);
  return off || !line.charge ? { because: `${capital(says)}.` } : paymentIn(row, line);
}

/** What the payer before paid, over all lines. */
export const totalPaid = (payments: readonly LinePayment[]): Money => sumOfMoney(payments.map(({ paid }) => paid));

/** What it left to the patient, over all lines. */
export const leftToPatient = (payments: readonly LinePayment[]): Money =>
  sumOfMoney(payments.flatMap(({ adjustments }) => adjustments.filter(isOfPatient).map(({ amount }) => amount)));
export const isOfPatient = ({ group }: Adjustment): boolean => group === 'PR';

/** What is wrong with the amounts: of each line what cannot be read, else by how much it does not balance. */
export function reasonsAgainstPayments(
  payments: readonly PaymentText[],
  claim: PreparedClaim,
): readonly PaymentReason[] {
  const lines = linesOf(claim);
  const { rows, strayed } = paymentRows(payments, lines);
  return [
    ...rows.flatMap((row, place) => {
      const unread = reasonsAgainstRow(row, place);
      const against = unread.length > 0 ? unread : reasonsAgainstBalance(row, place, lines[place]?.charge ?? null);
      return against;
    }),
    ...strayed.map(({ code }, place): PaymentReason => ({
      field: `payments.${rows.length + place}.paid`,
      says: `Amounts stand for ${code}, which this claim no longer has: put them to their line, or take them out`,
    })),
  ];
}

function reasonsAgainstRow(row: PaymentText, place: number): readonly PaymentReason[] {
  const of = (field: PaymentField, says: string): PaymentReason => ({ field: `payments.${place}.${field}`, says });
  const line = `Line ${row.line}, ${row.code}`;
  const unread = amounts.flatMap((field) =>
    row[field].trim() === '' || dollarsIn(row[field])
      ? []
      : [of(field, `${line}: “${paymentLabels[field]}” must be dollars, like 181.50`)],
  );
  if (unread.length > 0) return unread;
  if (row.paid.trim() === '') return [of('paid', `${line}: enter what the payer before paid, 0 where it paid nothing`)];
  if (row.otherAmount.trim() === '') return [];
  if (!Object.hasOwn(adjustmentGroups, row.otherGroup))
    return [of('otherGroup', `${line}: choose the group of the other amount`)];
  const reason = row.otherReason.trim();
  if (!/^[A-Za-z]?\d{1,3}$/.test(reason))
    return [of('otherReason', `${line}: enter the reason code of the other amount, like 97`)];
  const own = Object.values(adjusted).find((each) => each.group === row.otherGroup && each.reason === reason);
  return own ? [of('otherReason', `${line}: ${own.group} ${own.reason} has a field of its own, enter it there`)] : [];
}

function reasonsAgainstBalance(row: PaymentText, place: number, charge: Money | null): readonly PaymentReason[] {
  const { off, says } = balanceOf(row, charge);
  return off ? [{ field: `payments.${place}.paid`, says: `Line ${row.line}, ${row.code}: ${says}` }] : [];
}

/** Whether what was paid and adjusted of a line is its charge, and that in words; by how much it is off, else null. */
export function balanceOf(
  row: PaymentText,
  charge: Money | null,
): { readonly off: Money | null; readonly says: string } {
  const told = sumOfMoney([amountIn(row, 'paid'), ...adjustmentsIn(row).map(({ amount }) => amount)]);
  const words = `paid and adjusted are ${digitsOfMoney(told)}`;
  if (!charge) return { off: null, says: `${words}, and the line has no charge yet` };
  if (isSameMoney(told, charge)) return { off: null, says: `${words}: the charge of the line` };
  const off = { tenthsOfCent: Math.abs(charge.tenthsOfCent - told.tenthsOfCent) };
  const way = isMoreMoney(charge, told) ? 'less' : 'more';
  return { off, says: `${words}, ${digitsOfMoney(off)} ${way} than the charge of ${digitsOfMoney(charge)}` };
}
