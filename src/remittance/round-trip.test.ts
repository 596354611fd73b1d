import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAfter, day } from '../engine/dated';
import { moneyBetween, noMoney, sumOfMoney, unitsOf, type Money } from '../engine/quantity';
import { adjusted, chargeBalance, claimBalance, lineBalance, paymentBalance } from './balances';
import { read835 } from './read-835';
import type { Adjustment, Person, Remittance, RemittedClaim, RemittedLine } from './remittance';
import { fileOf, fileRead, headOf, transactionOf, writtenAgain } from './remittance.fixture';
import { vectors } from './vectors.fixture';

const cents = (min: number, max: number): fc.Arbitrary<Money> =>
  fc.integer({ min, max }).map((whole) => ({ tenthsOfCent: whole * 10 }));
const date = fc.option(
  fc.nat(900).map((days) => daysAfter(day('2025-01-01'), days) ?? day('2025-01-01')),
  { nil: null },
);
const word = fc.stringMatching(/^[A-Z0-9]{1,12}$/);
const adjustments: fc.Arbitrary<readonly Adjustment[]> = fc.array(
  fc.record({
    group: fc.constantFrom('CO', 'PR', 'OA', 'PI'),
    reason: fc.constantFrom('45', '253', '2', '1', '16', '97', '23', '151', 'B7', '999'),
    amount: cents(-200_000, 200_000),
    quantity: fc.constantFrom('', '3', '1.5'),
  }),
  { maxLength: 7 },
);
const procedure = fc.record({
  qualifier: fc.constant('HC'),
  code: fc.constantFrom('J0475', 'J0476', '62370', '95991', '99213'),
  modifiers: fc.uniqueArray(fc.constantFrom('JW', 'JZ', 'TB', 'KD', '25'), { maxLength: 4 }),
});
const remarks = fc.uniqueArray(fc.constantFrom('MA01', 'MA130', 'N822', 'N362', 'MA18', 'N115', 'M53'), {
  maxLength: 7,
});
const references = fc.array(fc.record({ kind: fc.constantFrom('6R', 'G1', '0K'), number: word }), { maxLength: 2 });
const person: fc.Arbitrary<Person | null> = fc.option(
  fc.record({ last: word, first: word, middle: fc.constantFrom('', 'Q'), id: fc.oneof(fc.constant(''), word) }),
  { nil: null },
);

/** A line that adds up: what was paid is the charge less the adjustments. */
const line: fc.Arbitrary<RemittedLine> = fc
  .record({
    procedure,
    submitted: fc.option(procedure, { nil: null }),
    revenueCode: fc.constantFrom('', '0636'),
    charge: cents(-500_000, 500_000),
    unitsTold: fc.constantFrom('', '0', '1', '4', '10'),
    submittedUnitsTold: fc.constantFrom('', '4', '8'),
    on: date,
    through: date,
    allowed: fc.option(cents(0, 100_000), { nil: null }),
    adjustments,
    remarks,
    references,
  })
  .map(({ on, ...told }) => {
    const units = unitsOf(told.unitsTold === '' ? 1 : Number(told.unitsTold));
    const submittedUnits = told.submittedUnitsTold === '' ? units : unitsOf(Number(told.submittedUnitsTold));
    const paid = moneyBetween(told.charge, adjusted(told.adjustments));
    return { ...told, at: 0, from: on, paid, units, submittedUnits, holds: [] };
  });

const claim: fc.Arbitrary<RemittedClaim> = fc
  .record({
    controlNumber: word,
    status: fc.constantFrom('1', '2', '3', '4', '19', '22'),
    charge: cents(-500_000, 500_000),
    patientOwes: fc.option(cents(0, 100_000), { nil: null }),
    filing: fc.constantFrom('MB', '12', 'MC'),
    payerNumber: word,
    frequency: fc.constantFrom('', '1', '7'),
    patient: person,
    insured: person,
    corrected: person,
    sentOnTo: fc.oneof(fc.constant(''), word),
    rightPayer: fc.oneof(fc.constant(''), word),
    from: date,
    through: date,
    received: date,
    adjustments,
    remarks,
    references,
    lines: fc.array(line, { maxLength: 3 }),
  })
  .map((told) => {
    const { lines } = told;
    const charge = lines.length === 0 ? told.charge : sumOfMoney(lines.map((each) => each.charge ?? noMoney));
    const all = [...told.adjustments, ...lines.flatMap((each) => each.adjustments)];
    return { ...told, at: 0, charge, paid: moneyBetween(charge, adjusted(all)), holds: [], isCut: false };
  });

const remittance: fc.Arbitrary<Remittance> = fc
  .record({
    payer: word,
    payerId: word,
    payee: word,
    payeeId: word,
    method: fc.constantFrom('ACH', 'CHK', 'NON'),
    trace: word,
    paidOn: date,
    producedOn: date,
    claims: fc.array(claim, { maxLength: 3 }),
    providerAdjustments: fc.array(
      fc.record({
        at: fc.constant(0),
        provider: fc.constant('1234567893'),
        reason: fc.constantFrom('WO', 'FB', 'L6', 'CS', '72'),
        reference: fc.oneof(fc.constant(''), word),
        amount: cents(-50_000, 50_000).filter(({ tenthsOfCent }) => tenthsOfCent !== 0),
      }),
      { maxLength: 3 },
    ),
  })
  .map((told) => ({
    ...told,
    at: 0,
    amount: moneyBetween(
      sumOfMoney(told.claims.map(({ paid }) => paid ?? noMoney)),
      sumOfMoney(told.providerAdjustments.map(({ amount }) => amount)),
    ),
    isWhole: true,
    holds: [],
  }));

/** Without the places in the file, which the table of a generated one does not have. */
const withoutPlaces = (remittances: readonly Remittance[]): unknown =>
  JSON.parse(JSON.stringify(remittances, (key, value: unknown) => (key === 'at' ? 0 : value)));
const isBalanced = (balance: { readonly expected: Money; readonly told: Money } | null): boolean =>
  balance === null || balance.expected.tenthsOfCent === balance.told.tenthsOfCent;
const isOutOfBalance = (remittances: readonly Remittance[]): boolean =>
  remittances.some(
    (each) =>
      !isBalanced(paymentBalance(each)) ||
      each.claims.some(
        (one) =>
          !isBalanced(claimBalance(one)) ||
          !isBalanced(chargeBalance(one)) ||
          one.lines.some((single) => !isBalanced(lineBalance(single))),
      ),
  );

describe('any remittance', () => {
  it('of 2,000 is read to the table that it was written from, and adds up again', () => {
    fc.assert(
      fc.property(
        fc.array(remittance, { minLength: 1, maxLength: 2 }),
        fc.constantFrom({}, { lineEnd: '\n' }, { element: '|', component: '>', segment: '!' }),
        (remittances, layout) => {
          const file = fileRead(writtenAgain(remittances, layout));
          expect(withoutPlaces(file.remittances)).toEqual(withoutPlaces(remittances));
          expect(file.notes.filter(({ says }) => !says.includes('reason 999'))).toEqual([]);
          expect(isOutOfBalance(file.remittances)).toBe(false);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('with one amount changed is held', () => {
    fc.assert(
      fc.property(remittance, cents(1, 1_000), fc.nat(9), ({ claims, ...told }, more, which) => {
        const changed = claims.flatMap((each) => each.lines).length === 0 ? null : which;
        fc.pre(changed !== null);
        const [first, ...rest] = claims.filter(({ lines }) => lines.length > 0);
        fc.pre(first !== undefined);
        const [single, ...others] = first?.lines ?? [];
        if (!first || !single) return;
        const wrong = { ...single, paid: sumOfMoney([single.paid ?? noMoney, more]) };
        const text = writtenAgain([{ ...told, claims: [{ ...first, lines: [wrong, ...others] }, ...rest] }]);
        expect(fileRead(text).remittances[0]?.claims[0]?.lines[0]?.holds).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });

  it('throws on no text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc
            .array(
              fc.constantFrom('ISA', 'CLP', 'SVC', 'CAS', '*', '~', '1', ':', 'PLB', 'ST', '835', 'BPR', '\n', '-'),
            )
            .map((parts) => parts.join('')),
        ),
        (text) => {
          expect(() => read835(text)).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('files as they are published for trying, made up anew', () => {
  const claims = (text: string): readonly string[] => text.split('~').filter(Boolean);
  const sums = (text: string) =>
    fileRead(text).remittances.map((each) => [
      each.claims.length,
      each.amount?.tenthsOfCent,
      each.holds.length + each.claims.flatMap(({ holds }) => holds).length,
    ]);

  it.each([
    [
      'three payments',
      [
        ['569.08', vectors[1]],
        ['569.09', vectors[2]],
        ['0', vectors[3]],
      ],
      [
        [1, 569_080, 0],
        [1, 569_090, 0],
        [1, 0, 0],
      ],
    ],
    ['an unbalanced claim', [['569.08', vectors[6]]], [[1, 569_080, 1]]],
    ['an unbalanced payment', [['569', vectors[1]]], [[1, 569_000, 1]]],
    [
      'money taken and given beside the claims',
      [['566.08', `${vectors[1]}PLB*1*20261231*72:A*5.5*FB:B*-2.5~`]],
      [[1, 566_080, 0]],
    ],
    ['nothing but money beside claims', [['2.5', 'PLB*1*20261231*L6*-2.5~']], [[0, 2_500, 0]]],
    ['a reversal and its correction', [['-142.27', vectors[7]]], [[2, -142_270, 0]]],
    ['no adjustment', [['75', 'CLP*1*1*75*75~SVC*HC:62322*75*75~']], [[1, 75_000, 0]]],
    ['a claim without lines', [['80', 'CLP*1*1*100*80~CAS*CO*45*20~']], [[1, 80_000, 0]]],
    ['an amount without which nothing adds up', [['80', vectors[8]]], [[1, 80_000, 1]]],
  ] as const)('%s', (_, payments, expected) => {
    expect(
      sums(
        fileOf(payments.map(([amount, text], place) => transactionOf([...headOf(amount), ...claims(text)], place + 1))),
      ),
    ).toEqual(expected);
  });
});

it('10,000 lines take less than a second of the processor', () => {
  const claimText = (number: number): readonly string[] => [
    `CLP*WS-${number}*1*2400*1138.16*290.34*MB*ICN${number}`,
    'NM1*QC*1*SAMPLE*PAT',
    ...[1, 2].flatMap(() => [
      'SVC*HC:J0475:JZ*1200*569.08**4',
      'DTM*472*20261120',
      'CAS*CO*45*474.14**253*11.61',
      'CAS*PR*2*145.17',
      'AMT*B6*725.86',
    ]),
  ];
  const all = Array.from({ length: 5_000 }, (_, number) => claimText(number)).flat();
  const text = fileOf([transactionOf([...headOf('5690800'), ...all])]);
  const began = process.cpuUsage();
  const { remittances } = fileRead(text);
  const { user, system } = process.cpuUsage(began);
  expect(remittances[0]?.claims.flatMap(({ lines }) => lines)).toHaveLength(10_000);
  expect(remittances[0]?.holds).toEqual([]);
  expect((user + system) / 1_000).toBeLessThan(1_000);
});
