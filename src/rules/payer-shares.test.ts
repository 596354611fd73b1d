import { describe, expect, it } from 'vitest';
import type { MoneySpan } from '../engine/claim';
import { day } from '../engine/dated';
import type { Encounter, OtherPayer } from '../engine/encounter';
import { emptyPayment, type PaymentText } from '../engine/payment-text';
import type { FilingIndicator } from '../engine/party-codes';
import { prepareClaim } from '../engine/prepare-claim';
import { formatMoney, moneyFromDigits, type Money } from '../engine/quantity';
import { beside, commercial, own, pumpFill, secondDrug, trial } from './encounter.fixture';
import { ruleBook } from './index';
import { medicareAfter } from './payer-shares';

const dollars = (digits: string): Money => {
  const money = moneyFromDigits(digits);
  if (!money) throw new Error(digits);
  return money;
};
const inWords = (span: MoneySpan | null | undefined): string => {
  if (!span) return 'not known';
  const [least, most] = [formatMoney(span.least), formatMoney(span.most)];
  return least === most ? most : `${least} to ${most}`;
};
const sharesOf = (encounter: Encounter) => prepareClaim(encounter, ruleBook).estimate.shares;

/** "1: patient $1.00, first $2.00, second $3.00": each line, what is not known, and all of it. */
function told(encounter: Encounter): readonly string[] {
  const shares = sharesOf(encounter);
  if (!shares) return ['one payer'];
  const { lines, total, unknown } = shares;
  const say = ({ patient, first, second }: NonNullable<typeof total>) =>
    `patient ${inWords(patient)}, first ${inWords(first)}, second ${inWords(second)}`;
  return [
    ...lines.map((line) => `${line.lineNumber}: ${say(line)}`),
    ...unknown.map(({ lineNumber, because }) => `${lineNumber} not known: ${because}`),
    ...(total ? [`all: ${say(total)}`] : []),
  ];
}

const behind = (who: Extract<OtherPayer, { pays: 'after' }>['behind']) =>
  ({ otherPayer: { pays: 'after', behind: who } }) as const;
const after = (kind: FilingIndicator | '', ...payments: readonly PaymentText[]) =>
  ({ otherPayer: { pays: 'before', kind, payments } }) as const;
const paid = (of: string, row: Partial<PaymentText>): PaymentText => ({ ...emptyPayment, of, ...row });
const february = { dateOfService: day('2026-02-10'), preparedOn: day('2027-01-02') } as const;
const refill = { ...pumpFill, ...february, ...beside({ chargePerUnit: dollars('350') }) };
const charged = { ...refill, chargePerUnit: dollars('200') };

describe('the shares of two payers, line by line', () => {
  it.each<[what: string, encounter: Encounter, ...told: string[]]>([
    ['nobody pays behind Medicare', { ...refill, ...behind('none') }, 'one payer'],
    ['a patient who pays alone', { ...refill, payer: 'self-pay', ...behind('plan') }, 'one payer'],
    [
      'Medicaid behind Medicare, QMB: the patient owes nothing, Medicaid from nothing to all of the coinsurance',
      { ...refill, ...behind('qmb') },
      '1: patient $0.00, first $76.20, second $0.00 to $19.44',
      '2: patient $0.00, first $569.08, second $0.00 to $145.17',
      'all: patient $0.00, first $645.28, second $0.00 to $164.61',
    ],
    [
      'Medicaid without QMB: what it leaves is the patient’s',
      { ...refill, ...behind('medicaid') },
      '1: patient $0.00 to $19.44, first $76.20, second $0.00 to $19.44',
      '2: patient $0.00 to $145.17, first $569.08, second $0.00 to $145.17',
      'all: patient $0.00 to $164.61, first $645.28, second $0.00 to $164.61',
    ],
    [
      'a supplement, with the drug alone on the claim',
      { ...pumpFill, ...february, ...behind('medigap') },
      '1: patient $0.00 to $145.17, first $569.08, second $0.00 to $145.17',
      'all: patient $0.00 to $145.17, first $569.08, second $0.00 to $145.17',
    ],
    [
      'a trial and a fill of one day: every line of both drugs',
      {
        ...pumpFill,
        ...february,
        drugBeside: { ...secondDrug(), ...trial, ...february, sameContainers: false },
        ...behind('qmb'),
      },
      '1: patient $0.00, first $569.08, second $0.00 to $145.17',
      '2: patient $0.00, first $46.66, second $0.00 to $11.90',
      'all: patient $0.00, first $615.74, second $0.00 to $157.07',
    ],
    [
      'a line without a figure stays not known',
      { ...pumpFill, ...february, ...beside('99213'), ...behind('qmb') },
      '2: patient $0.00, first $569.08, second $0.00 to $145.17',
      '1 not known: No rate of 99213 is on file. No charge is entered either.',
      'all: patient $0.00, first $569.08, second $0.00 to $145.17',
    ],
    [
      'a plan, and another behind it: nothing of either share is known',
      own({ feePerUnit: dollars('150') }, behind('plan')),
      '1: patient not known, first not known, second not known',
      'all: patient not known, first not known, second not known',
    ],
    [
      'Medicare second, in an office: the least of three by line, and what the plan left less that',
      {
        ...charged,
        ...after(
          'CI',
          paid('62370', { paid: '200', co45: '100', pr2: '50' }),
          paid('J0475-JZ', { paid: '500', co45: '175', pr2: '125' }),
        ),
      },
      '1: patient $0.00, first $200.00, second $50.00',
      '2: patient $0.00, first $500.00, second $125.00',
      'all: patient $0.00, first $700.00, second $175.00',
    ],
    [
      'the plan allowed less than the charge: Medicare pays up to its own allowed amount',
      {
        ...charged,
        ...beside(),
        ...after('CI', paid('J0475-JZ', { allowed: '700', paid: '600', pr2: '200' })),
      },
      '1: patient $0.00 to $74.14, first $600.00, second $125.86',
      'all: patient $0.00 to $74.14, first $600.00, second $125.86',
    ],
    [
      'Medicare second, with its figure not on file: at most what the charge leaves',
      {
        ...charged,
        ...beside({ code: '99213', chargePerUnit: null }),
        ...after('CI', paid('J0475-JZ', { paid: '500', co45: '175', pr2: '125' })),
      },
      '2: patient $0.00, first $500.00, second $125.00',
      '1 not known: What the payer before did with it was not told.',
      'all: patient $0.00, first $500.00, second $125.00',
    ],
    [
      'Medicare second, by the charge entered: its part may be less',
      {
        ...charged,
        dateOfService: day('2026-11-20'),
        ...after('CI', paid('62370', { paid: '200', co45: '100', pr2: '50' }), paid('J0475-JZ', { paid: '800' })),
      },
      '1: patient $0.00 to $50.00, first $200.00, second $0.00 to $50.00',
      '2: patient $0.00, first $800.00, second $0.00',
      'all: patient $0.00 to $50.00, first $1,000.00, second $0.00 to $50.00',
    ],
    [
      'Medicare second, hospital: its gross amount less what was paid',
      {
        ...charged,
        ...beside(),
        setting: 'hospital-outpatient',
        ...after('CI', paid('J0475-JZ', { paid: '600', pr2: '200' })),
      },
      '1: patient $0.00 to $74.14, first $600.00, second $125.86',
      'all: patient $0.00 to $74.14, first $600.00, second $125.86',
    ],
    [
      'Medicaid after Medicare, its fee not known: from nothing to all that Medicare left',
      {
        ...charged,
        ...beside(),
        payer: 'medicaid',
        ...after('MB', paid('J0475-JZ', { paid: '569.07', co45: '74.14', co253: '11.62', pr2: '145.17' })),
      },
      '1: patient $0.00, first $569.07, second $0.00 to $145.17',
      'all: patient $0.00, first $569.07, second $0.00 to $145.17',
    ],
    [
      'Medicaid after Medicare, its fee told: at least what the fee has left',
      own(
        { payer: 'medicaid', feePerUnit: dollars('150') },
        {
          ...february,
          payer: 'medicaid',
          chargePerUnit: dollars('200'),
          ...after('MB', paid('J0475-JZ', { paid: '569.07', co45: '74.14', co253: '11.62', pr2: '145.17' })),
        },
      ),
      '1: patient $0.00, first $569.07, second $30.93 to $145.17',
      'all: patient $0.00, first $569.07, second $30.93 to $145.17',
    ],
    [
      'a plan after another: how they share what was left was not read',
      {
        ...commercial,
        chargePerUnit: dollars('200'),
        ...after('BL', paid('J0475-JZ', { paid: '500', co45: '175', pr2: '125' })),
      },
      '1: patient $0.00 to $125.00, first $500.00, second $0.00 to $125.00',
      'all: patient $0.00 to $125.00, first $500.00, second $0.00 to $125.00',
    ],
    [
      'amounts that do not balance are not counted with',
      { ...charged, ...beside(), ...after('CI', paid('J0475-JZ', { paid: '500', co45: '175', pr2: '120' })) },
      '1 not known: Paid and adjusted are 795.00, 5.00 less than the charge of 800.00.',
    ],
    [
      'amounts that cannot be read',
      { ...charged, ...beside(), ...after('CI', paid('J0475-JZ', { paid: '5x' })) },
      '1 not known: Line 1, J0475-JZ: “Paid” must be dollars, like 181.50.',
    ],
  ])('%s', (_what, encounter, ...lines) => {
    expect(told(encounter)).toEqual(lines);
  });

  it('follows the example of the regulation: charged 175, plan allowed 150 and paid 120, Medicare’s fee 125', () => {
    const paysAfter = medicareAfter({
      owed: dollars('175'),
      paid: dollars('120'),
      allowedBefore: dollars('150'),
      allowed: dollars('125'),
      coinsurance: dollars('25'),
    });
    expect(formatMoney(paysAfter)).toBe('$30.00');
  });

  it('says what is not known, and what to do', () => {
    const says = (encounter: Encounter) =>
      sharesOf(encounter)
        ?.how.map((step) => step.says)
        .join(' ');
    expect(says(refill)).toBe(
      'Whether another payer pays after Medicare was not told. It may pay the patient’s share. ' +
        'Choose it with those who take part, when you copy or send the claim.',
    );
    expect(sharesOf(refill)?.total).toBeNull();
    expect(says({ ...refill, ...behind('qmb') })).toMatch(/QMB .* never billed/);
    expect(says({ ...refill, ...behind('medigap') })).toMatch(/What the supplement pays was not read/);
    expect(says({ ...charged, ...after('CI') })).toMatch(/lowest of three amounts\..*cut \(sequestration\)/);
    expect(sharesOf({ ...refill, ...behind('medigap') })?.names).toEqual({ first: 'Medicare', second: 'Medigap' });
    expect(sharesOf({ ...charged, ...after('CI') })?.names).toEqual({ first: 'Commercial', second: 'Medicare' });
  });
});
