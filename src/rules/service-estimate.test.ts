import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { prepareClaim } from '../engine/prepare-claim';
import { formatMoney, unitsOf, type Money } from '../engine/quantity';
import { beside, commercial, elsewhere, own, pumpFill, trial } from './encounter.fixture';
import { ruleBook } from './index';

const cents = (tenthsOfCent: number): Money => ({ tenthsOfCent });
const on = (date: string) => ({ dateOfService: day(date), preparedOn: day('2027-01-02') });
const money = (of: Money | null | undefined) => (of ? formatMoney(of) : 'none');
/** "1 fee-schedule $97.20", "2 none: why": each line; then what is allowed, and the shares. */
function told(encounter: Encounter): readonly string[] {
  const { whole } = prepareClaim(encounter, ruleBook).estimate;
  if (!whole) return ['the drug alone'];
  return [
    ...whole.lines.map(({ lineNumber, by, allowed }) => `${lineNumber} ${by} ${money(allowed)}`),
    ...whole.unpriced.map(({ lineNumber, because }) => `${lineNumber} none: ${because}`),
    `${money(whole.total?.allowed)}: patient ${money(whole.total?.coinsurance)}, payer ${money(whole.total?.medicare)}`,
  ];
}

describe('what every line may be paid', () => {
  it.each<[what: string, encounter: Encounter, ...told: string[]]>([
    ['the drug alone', pumpFill, 'the drug alone'],
    ['a patient who pays', { ...pumpFill, payer: 'self-pay', ...beside('62370') }, 'the drug alone'],
    [
      'office, first quarter of 2026: by the fee schedule of the day',
      { ...pumpFill, ...on('2026-02-10'), ...beside('62370') },
      '1 fee-schedule $97.20',
      '2 payment-limit $725.86',
      '$823.06: patient $164.61, payer $645.28',
    ],
    [
      'the charge entered where it is lower, and each unit',
      { ...pumpFill, ...on('2026-02-10'), ...beside({ chargePerUnit: cents(50_000), units: unitsOf(2) }) },
      '1 fee-schedule $100.00',
      '2 payment-limit $725.86',
      '$825.86: patient $165.17, payer $647.48',
    ],
    [
      'office, a day whose schedule was not read: no neighbor’s figure, but the charge',
      { ...pumpFill, ...on('2026-11-20'), ...beside({ chargePerUnit: cents(350_000) }) },
      '1 own-charge $350.00',
      '2 payment-limit $747.98',
      '$1,097.98: patient $219.60, payer $860.81',
    ],
    [
      'the same without a charge: no price, and why',
      { ...pumpFill, ...on('2026-11-20'), ...beside('62370') },
      '2 payment-limit $747.98',
      '1 none: Medicare’s rate of 62370 for 11/20/2026 is not on file. ' +
        'Another was read of 01/01/2026 to 03/31/2026. No charge is entered either.',
      '$747.98: patient $149.60, payer $586.41',
    ],
    [
      'hospital outpatient: by its rates, and a kit that is packaged',
      { ...pumpFill, ...on('2026-05-20'), setting: 'hospital-outpatient', ...beside('62370', 'A4220') },
      '1 outpatient-rate $313.79',
      '2 payment-limit $712.21',
      '3 none: A4220: It is packaged into the payment for the procedure.',
      '$1,026.00: patient $205.20, payer $804.38',
    ],
    [
      'trial in a hospital: the drug is packaged, the procedure is paid',
      { ...trial, ...on('2026-05-20'), setting: 'hospital-outpatient', ...beside('62323') },
      '1 outpatient-rate $721.17',
      '2 none: J0476 has the outpatient status N: packaged, not paid on its own line. ' +
        'So the drug has no price of its own here.',
      '$721.17: patient $144.23, payer $565.40',
    ],
    [
      'a physician at a hospital: the facility’s fee, and the drug is held',
      { ...elsewhere('22'), ...on('2026-02-10'), ...beside('62370') },
      '1 fee-schedule $39.41',
      '$39.41: patient $7.88, payer $30.90',
    ],
    [
      'a code of no table',
      { ...pumpFill, ...on('2026-02-10'), ...beside('99213') },
      '2 payment-limit $725.86',
      '1 none: No rate of 99213 is on file. No charge is entered either.',
      '$725.86: patient $145.17, payer $569.08',
    ],
    [
      'a plan: the fee of its profile for the drug, the charge for the procedure, and no shares',
      own({ feePerUnit: cents(150_000) }, beside({ chargePerUnit: cents(350_000) })),
      '1 own-charge $350.00',
      '2 plan-fee $600.00',
      '$950.00: patient none, payer none',
    ],
    [
      'a plan of which nothing is known',
      { ...commercial, ...beside('62370') },
      '1 none: What this plan pays for 62370 is not on file. No charge is entered either.',
      '2 none: This plan’s fee is not on file. Put it into a payer profile, or enter the charge per unit.',
      'none: patient none, payer none',
    ],
  ])('%s', (_what, encounter, ...lines) => {
    expect(told(encounter)).toEqual(lines);
  });

  it('says by which table, and what is left out of it', () => {
    const says = (encounter: Encounter) =>
      prepareClaim(encounter, ruleBook)
        .estimate.how.map((step) => step.says)
        .join(' ');
    const office = says({ ...pumpFill, ...on('2026-02-10'), ...beside('62370', '62322') });
    expect(office).toMatch(/^62370: \$97\.20 by the physician fee schedule, 01\/01\/2026 to 03\/31\/2026\. /);
    expect(office).toMatch(/Your place in the country is left out\..*less each/);
    expect(says({ ...pumpFill, ...on('2026-05-20'), setting: 'hospital-outpatient', ...beside('62362') })).toMatch(
      /62362 is paid together with all that goes with it\. The drug may be part of that\./,
    );
    expect(says({ ...elsewhere('22'), ...on('2026-02-10'), ...beside('62370') })).toMatch(/coinsurance.*sequestration/);
  });
});
