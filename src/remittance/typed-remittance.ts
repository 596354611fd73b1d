import { readDay } from '../answers/claim-readers';
import { compactDate } from '../formats/x12';
import type { IsoDate } from '../engine/dated';
import { digitsOfMoney, moneyFromDigits, type Money } from '../engine/quantity';
import { mostTyped, ungrouped } from '../engine/typed';
import { segmentText } from './write-835';

/*
 * What a paper remittance says of one claim, as it is typed: put into segments of an 835, so that the one reader reads
 * and adds up both.
 */

export const typedLineLabels = {
  code: 'Code and modifiers',
  units: 'Units paid',
  charge: 'Charged',
  allowed: 'Allowed',
  paid: 'Paid',
  adjustments: 'Adjustments',
  remarks: 'Remark codes',
} as const;
export const typedClaimLabels = {
  payer: 'Payer on the remittance',
  trace: 'Check or payment number',
  answeredOn: 'Date of the remittance',
  controlNumber: 'Control number',
  payersNumber: 'Payer’s claim number',
  last: 'Last name of the patient',
  first: 'First name of the patient',
  memberId: 'Member number on the remittance',
  serviceOn: 'Day of service',
  charge: 'Charged in all',
  paid: 'Paid in all',
  remarks: 'Remark codes of the claim',
} as const;
export type TypedLineField = keyof typeof typedLineLabels;
export type TypedClaimField = keyof typeof typedClaimLabels;
export type TypedLine = Readonly<Record<TypedLineField, string>>;
export type TypedRemittance = Readonly<Record<TypedClaimField, string>> & { readonly lines: readonly TypedLine[] };

const blank = <Name extends string>(labels: Readonly<Record<Name, string>>): Record<Name, string> =>
  Object.fromEntries(Object.keys(labels).map((name) => [name, ''])) as Record<Name, string>;
export const noTypedLine: TypedLine = blank(typedLineLabels);
export const noTypedRemittance: TypedRemittance = { ...blank(typedClaimLabels), lines: [noTypedLine] };

/** Where something typed cannot be read: `charge`, or `lines.0.charge` of the first line. */
export type TypedProblem = { readonly field: string; readonly says: string };

/** The text as segments, or all that cannot be read. An amount that is left blank stays missing, and is never zero. */
export function textOfTyped(
  typed: TypedRemittance,
  today: IsoDate,
): { readonly text: string } | { readonly problems: readonly TypedProblem[] } {
  const problems: TypedProblem[] = [];
  const refuse = (field: string, says: string) => {
    problems.push({ field, says });
    return '';
  };
  const day = (field: 'answeredOn' | 'serviceOn'): string => {
    if (typed[field].trim() === '') return '';
    const read = readDay(typed[field], typedClaimLabels[field], today);
    return 'value' in read ? compactDate(read.value) : refuse(field, read.problem);
  };
  const amount = (text: string, field: string): string => {
    if (text.trim() === '') return '';
    const read = moneyIn(text);
    return read ? digitsOfMoney(read) : refuse(field, 'Enter dollars, such as 1200.00.');
  };
  const [answeredOn, serviceOn] = [day('answeredOn'), day('serviceOn')];
  const segments = [
    ...ofPayment(typed, answeredOn),
    segmentText(
      'CLP',
      typed.controlNumber,
      '1',
      amount(typed.charge, 'charge'),
      amount(typed.paid, 'paid'),
      '',
      '',
      typed.payersNumber,
    ),
    ...ofPatient(typed),
    ...(codesIn(typed.remarks).length > 0 ? [segmentText('MOA', '', '', ...codesIn(typed.remarks))] : []),
    ...(serviceOn === '' ? [] : [segmentText('DTM', '232', serviceOn)]),
    ...typed.lines.flatMap((line, place) => segmentsOfLine(line, `lines.${place}`, amount, refuse)),
  ];
  return problems.length > 0 ? { problems } : { text: segments.map((each) => `${each}~`).join('') };
}

const ofPayment = ({ trace, payer }: TypedRemittance, answeredOn: string): readonly string[] => [
  ...(trace.trim() === '' ? [] : [segmentText('TRN', '1', trace)]),
  ...(answeredOn === '' ? [] : [segmentText('DTM', '405', answeredOn)]),
  ...(payer.trim() === '' ? [] : [segmentText('N1', 'PR', payer)]),
];

const ofPatient = ({ last, first, memberId }: TypedRemittance): readonly string[] =>
  `${last}${first}${memberId}`.trim() === ''
    ? []
    : [segmentText('NM1', 'QC', '1', last, first, '', '', '', 'MI', memberId)];

type Refuse = (field: string, says: string) => string;

/** A line of which nothing was typed is none. */
function segmentsOfLine(line: TypedLine, at: string, amount: Refuse, refuse: Refuse): readonly string[] {
  if (Object.values(line).every((text) => text.trim() === '')) return [];
  const procedure = line.code
    .toUpperCase()
    .split(/[\s,:-]+/)
    .filter(Boolean);
  if (procedure.length === 0) refuse(`${at}.code`, 'Enter the code of the line, such as J0475-JZ.');
  if (line.units.trim() !== '' && !/^\d{1,9}$/.test(line.units.trim()))
    refuse(`${at}.units`, 'Enter whole units, such as 4.');
  const allowed = amount(line.allowed, `${at}.allowed`);
  return [
    segmentText(
      'SVC',
      ['HC', ...procedure].join(':'),
      amount(line.charge, `${at}.charge`),
      amount(line.paid, `${at}.paid`),
      '',
      line.units,
    ),
    ...adjustmentsIn(line.adjustments, `${at}.adjustments`, refuse),
    ...(allowed === '' ? [] : [segmentText('AMT', 'B6', allowed)]),
    ...codesIn(line.remarks).map((code) => segmentText('LQ', 'HE', code)),
  ];
}

/** "N362, MA130". */
const codesIn = (text: string): readonly string[] =>
  text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean);

const adjustment = /^(CO|PR|OA|PI)\s*-?\s*([A-Z]?\d{1,3})[\s:=]+(-?)\$?([\d,]+(?:\.\d*)?|\.\d+)$/i;

/** "CO-45 474.14; PR-2 145.17": group, reason and amount of each. */
function adjustmentsIn(text: string, field: string, refuse: Refuse): readonly string[] {
  const each = text.split(/[;\n]|,(?!\d{3}(?:\D|$))/).map((one) => one.trim());
  return each.filter(Boolean).map((one) => {
    const [, group = '', reason = '', minus = '', digits = ''] = adjustment.exec(one) ?? [];
    const money = digits === '' ? undefined : moneyIn(digits);
    if (!money) return refuse(field, `“${one.slice(0, 30)}” is not read. Write each as CO-45 474.14; PR-2 145.17.`);
    return segmentText('CAS', group.toUpperCase(), reason.toUpperCase(), `${minus}${digitsOfMoney(money)}`);
  });
}

const moneyIn = (text: string): Money | undefined =>
  text.length > mostTyped ? undefined : moneyFromDigits(ungrouped(text.trim().replace(/^\$\s*/, '')));
