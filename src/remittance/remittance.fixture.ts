import { compactDate } from '../formats/x12';
import type { RemittanceFile, Remittance } from './remittance';
import { read835 } from './read-835';
import { amountText, claimSegments, lineSegments, segmentText } from './write-835';

/** What stands around the payments of a made-up file, and how it is laid out. */
export type Layout = {
  readonly element?: string;
  readonly component?: string;
  readonly segment?: string;
  readonly lineEnd?: string;
};

const isa = (component: string): string =>
  [
    'ISA',
    '00',
    ' '.repeat(10),
    '00',
    ' '.repeat(10),
    'ZZ',
    'PAYERSAMPLE'.padEnd(15),
    'ZZ',
    'CLINICSAMPLE'.padEnd(15),
    '261231',
    '0800',
    '^',
    '00501',
    '000000007',
    '0',
    'T',
    component,
  ].join('*');

/** One payment: what stands before its claims, the claims, and what follows them. */
export const transactionOf = (inner: readonly string[], number = 1): readonly string[] => {
  const control = String(number).padStart(4, '0');
  return [`ST*835*${control}`, ...inner, `SE*${inner.length + 2}*${control}`];
};

export const headOf = (amount: string): readonly string[] => [
  `BPR*I*${amount}*C*ACH************20261231`,
  'TRN*1*EFT-1*1512345678',
  'DTM*405*20261230',
  'N1*PR*SAMPLE MEDICARE',
  'REF*2U*12345',
  'N1*PE*SAMPLE CLINIC*XX*1234567893',
];

/** A whole file of such transactions. */
export function fileOf(transactions: readonly (readonly string[])[], layout: Layout = {}): string {
  const { element = '*', component = ':', segment = '~', lineEnd = '' } = layout;
  const segments = [
    isa(component),
    'GS*HP*PAYERSAMPLE*CLINICSAMPLE*20261231*0800*7*X*005010X221A1',
    ...transactions.flat(),
    `GE*${transactions.length}*7`,
    'IEA*1*000000007',
  ];
  return segments
    .map((each, place) => (place === 0 ? each : each.replaceAll(':', component)).replaceAll('*', element))
    .map((each) => `${each}${segment}${lineEnd}`)
    .join('');
}

/** The text of segments without an envelope. */
export const partOf = (...segments: readonly string[]): string => segments.map((each) => `${each}~`).join('');

/** What is read of a text that must be readable. */
export function fileRead(text: string): RemittanceFile {
  const read = read835(text);
  if ('refused' in read) throw new Error(read.refused);
  return read;
}

/** The payments of a table written as a file again. */
export const writtenAgain = (remittances: readonly Remittance[], layout: Layout = {}): string =>
  fileOf(
    remittances.map((remittance, place) =>
      transactionOf(
        [
          segmentText(
            'BPR',
            'I',
            amountText(remittance.amount),
            'C',
            remittance.method,
            ...Array.from({ length: 11 }, () => ''),
            remittance.paidOn === null ? '' : compactDate(remittance.paidOn),
          ),
          segmentText('TRN', '1', remittance.trace),
          ...(remittance.producedOn === null ? [] : [`DTM*405*${compactDate(remittance.producedOn)}`]),
          segmentText('N1', 'PR', remittance.payer, remittance.payerId === '' ? '' : 'XV', remittance.payerId),
          segmentText('N1', 'PE', remittance.payee, 'XX', remittance.payeeId),
          ...remittance.claims.flatMap((claim) => [
            ...claimSegments(claim),
            ...claim.lines.flatMap((line) => lineSegments(line)),
          ]),
          ...remittance.providerAdjustments.map(({ provider, reason, reference, amount }) =>
            segmentText(
              'PLB',
              provider,
              '20261231',
              reference === '' ? reason : `${reason}:${reference}`,
              amountText(amount),
            ),
          ),
        ],
        place + 1,
      ),
    ),
    layout,
  );
