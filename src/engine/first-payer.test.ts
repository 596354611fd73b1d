import { describe, expect, it } from 'vitest';
import type { ServiceLine } from './claim';
import { keysOfLines, movedTo, paymentRows } from './first-payer';
import { emptyPayment, type PaymentText } from './payment-text';
import { ndc11 } from './ndc';
import { moneyFromDigits, unitsOf } from './quantity';

const line = (lineNumber: number, code: string, charge = '100.00', ndc?: string): ServiceLine => {
  const [hcpcs = '', ...modifiers] = code.split('-');
  return {
    lineNumber,
    hcpcs,
    modifiers,
    unitsOfService: unitsOf(1),
    ndcQuantities: ndc ? [{ ndc: ndc11(ndc), volume: null, roundedFrom: null }] : [],
    charge: moneyFromDigits(charge) ?? null,
    of: modifiers.includes('JW') ? 'discarded' : hcpcs.startsWith('J') ? 'administered' : 'service',
    pointers: null,
  };
};
const row = (of: string, paid: string): PaymentText => ({ ...emptyPayment, of, paid });
/** A row of a record that was kept before lines had keys. */
const older = (at: number, code: string, paid: string): PaymentText => ({
  ...emptyPayment,
  line: String(at),
  code,
  paid,
});

/** "1 62370 40.00": what each line has, and what is of no line. */
function told(payments: readonly PaymentText[], lines: readonly ServiceLine[]): readonly string[] {
  const { rows, strayed } = paymentRows(payments, lines);
  return [
    ...rows.map(({ line: at, of, paid }) => `${at} ${of} ${paid || 'blank'}`),
    ...strayed.map(({ of, code, paid }) => `strayed ${of || code} ${paid}`),
  ];
}

describe('what the payer before did with each line', () => {
  const drug = [line(1, '62370'), line(2, 'J0475', '600.00'), line(3, 'J0475-JW', '200.00')];
  const paid = [row('62370', '40.00'), row('J0475', '500.00'), row('J0475-JW', '150.00')];

  it.each<[what: string, lines: readonly ServiceLine[], ...told: string[]]>([
    ['as typed', drug, '1 62370 40.00', '2 J0475 500.00', '3 J0475-JW 150.00'],
    [
      'a visit comes before them',
      [line(1, '99213-25'), line(2, '62370'), line(3, 'J0475', '600.00'), line(4, 'J0475-JW', '200.00')],
      '1 99213-25 blank',
      '2 62370 40.00',
      '3 J0475 500.00',
      '4 J0475-JW 150.00',
    ],
    [
      'the procedure goes: what it had is kept and told',
      [line(1, 'J0475', '600.00'), line(2, 'J0475-JW', '200.00')],
      '1 J0475 500.00',
      '2 J0475-JW 150.00',
      'strayed 62370 40.00',
    ],
    [
      'no drug is wasted any more: the drug does not take what its JW line had',
      [line(1, '62370'), line(2, 'J0475-JZ', '800.00')],
      '1 62370 40.00',
      '2 J0475-JZ blank',
      'strayed J0475 500.00',
      'strayed J0475-JW 150.00',
    ],
    ['the drug goes', [line(1, '62370')], '1 62370 40.00', 'strayed J0475 500.00', 'strayed J0475-JW 150.00'],
  ])('%s', (_what, lines, ...expected) => {
    expect(told(paid, lines)).toEqual(expected);
  });

  it('tells lines of one code apart by their NDCs, and alike lines by their order', () => {
    const lines = [
      line(1, 'J0475-JZ', '400.00', '66794015702'),
      line(2, 'J0475-JZ', '200.00', '66794015602'),
      line(3, '62370-76'),
      line(4, '62370-76'),
    ];
    const keys = keysOfLines(lines);
    expect(keys).toEqual(['J0475-JZ 66794015702', 'J0475-JZ 66794015602', '62370-76', '62370-76 (2)']);
    expect(told([row(keys[1] ?? '', '5.00')], lines.slice(1))).toEqual([
      '2 J0475-JZ 66794015602 5.00',
      '3 62370-76 blank',
      '4 62370-76 (2) blank',
    ]);
  });

  it.each<[what: string, payments: readonly PaymentText[], lines: readonly ServiceLine[], ...told: string[]]>([
    ['one line of the code', [older(1, '62370', '40')], [line(2, '62370')], '2 62370 40'],
    [
      'drug and JW, each balanced by one line alone',
      [older(2, 'J0475', '600'), older(3, 'J0475', '200')],
      drug,
      '1 62370 blank',
      '2 J0475 600',
      '3 J0475-JW 200',
    ],
    [
      'the same after a line came before them',
      [older(2, 'J0475', '600'), older(3, 'J0475', '200')],
      [line(1, '99213'), line(2, '62370'), line(3, 'J0475', '600.00'), line(4, 'J0475-JW', '200.00')],
      '1 99213 blank',
      '2 62370 blank',
      '3 J0475 600',
      '4 J0475-JW 200',
    ],
    [
      'drug and JW of one charge: nobody guesses which',
      [older(2, 'J0475', '200')],
      [line(1, 'J0475', '200.00'), line(2, 'J0475-JW', '200.00')],
      '1 J0475 blank',
      '2 J0475-JW blank',
      'strayed J0475 200',
    ],
  ])('an older record, %s', (_what, payments, lines, ...expected) => {
    expect(told(payments, lines)).toEqual(expected);
  });

  it('puts amounts that strayed to the line that the user names', () => {
    const lines = [line(1, 'J0475-JZ', '800.00')];
    const { rows, strayed } = paymentRows(paid, lines);
    const moved = movedTo(paid, strayed[1] ?? emptyPayment, rows[0] ?? emptyPayment);
    expect(told(moved, lines)).toEqual(['1 J0475-JZ 500.00', 'strayed 62370 40.00', 'strayed J0475-JW 150.00']);
  });

  it('finds the rows of 999 lines at once', () => {
    const lines = Array.from({ length: 999 }, (_, place) => line(place + 1, place % 2 === 0 ? '62370' : 'A4220'));
    const payments = keysOfLines(lines).map((of, place) => row(of, String(place)));
    const { rows, strayed } = paymentRows(payments, lines);
    expect(rows.map((each) => each.paid)).toEqual(payments.map((each) => each.paid));
    expect(strayed).toEqual([]);
  });
});
