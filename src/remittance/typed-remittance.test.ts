import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { formatMoney } from '../engine/quantity';
import { read835 } from './read-835';
import { procedureWords } from './remittance';
import { noTypedLine, noTypedRemittance, textOfTyped, type TypedLine, type TypedRemittance } from './typed-remittance';

const line = (change: Partial<TypedLine> = {}): TypedLine => ({
  ...noTypedLine,
  code: 'j0475-jz',
  units: '4',
  charge: '1,200.00',
  allowed: '725.86',
  paid: '$569.08',
  adjustments: 'CO-45 474.14, co 253 11.61; PR-2 145.17',
  ...change,
});
const typed = (change: Partial<TypedRemittance> = {}): TypedRemittance => ({
  ...noTypedRemittance,
  payer: 'SAMPLE*PAYER',
  trace: '77',
  answeredOn: '11/20/2026',
  controlNumber: 'WS-1',
  payersNumber: 'A1',
  last: 'Onesample',
  first: 'Pat',
  memberId: 'M1',
  serviceOn: '11/02/2026',
  charge: '1200',
  paid: '569.08',
  lines: [line(), noTypedLine],
  ...change,
});
const textOf = (change: Partial<TypedRemittance> = {}) => textOfTyped(typed(change), day('2026-11-25'));
const readOf = (change: Partial<TypedRemittance> = {}) => {
  const text = textOf(change);
  const read = 'text' in text ? read835(text.text) : { refused: JSON.stringify(text.problems) };
  if ('refused' in read) throw new Error(read.refused);
  const [remittance] = read.remittances;
  const [claim] = remittance?.claims ?? [];
  if (!remittance || !claim) throw new Error('No claim');
  return { remittance, claim };
};

describe('a paper remittance that is typed', () => {
  it('is read as a file is', () => {
    const { remittance, claim } = readOf();
    expect([remittance.payer, remittance.trace, remittance.producedOn]).toEqual(['SAMPLE PAYER', '77', '2026-11-20']);
    expect([claim.controlNumber, claim.payerNumber, claim.patient?.last, claim.patient?.id, claim.from]).toEqual([
      'WS-1',
      'A1',
      'Onesample',
      'M1',
      '2026-11-02',
    ]);
    const [only, ...others] = claim.lines;
    expect(others).toEqual([]);
    expect(
      only && [procedureWords(only.procedure), only.units?.units, only.allowed && formatMoney(only.allowed)],
    ).toEqual(['J0475-JZ', 4, '$725.86']);
    expect(only?.adjustments.map(({ group, reason, amount }) => `${group}-${reason} ${formatMoney(amount)}`)).toEqual([
      'CO-45 $474.14',
      'CO-253 $11.61',
      'PR-2 $145.17',
    ]);
    expect([...claim.holds, ...(only?.holds ?? [])]).toEqual([]);
  });

  it.each<[string, Partial<TypedRemittance>, RegExp]>([
    ['a cut that was left out', { lines: [line({ adjustments: 'CO-45 474.14; PR-2 145.17' })] }, /\$11\.61 out of bal/],
    ['what was paid, left blank', { lines: [line({ paid: '' })] }, /SVC03, is missing.*Missing is not zero/],
    ['what was paid in all, left blank', { paid: '' }, /CLP04, is missing/],
  ])('is held with %s', (_, change, says) => {
    const { claim } = readOf(change);
    const holds = [...claim.holds, ...claim.lines.flatMap((each) => each.holds)];
    expect(holds.map((each) => each.says).join(' ')).toMatch(says);
  });

  it.each<[Partial<TypedRemittance>, string]>([
    [{ charge: 'x' }, 'charge'],
    [{ paid: '1.2.3' }, 'paid'],
    [{ answeredOn: '13/40/2026' }, 'answeredOn'],
    [{ serviceOn: 'soon' }, 'serviceOn'],
    [{ lines: [line({ code: '' })] }, 'lines.0.code'],
    [{ lines: [line(), line({ units: '1.5' })] }, 'lines.1.units'],
    [{ lines: [line({ allowed: '-' })] }, 'lines.0.allowed'],
    [{ lines: [line({ adjustments: '45 474.14' })] }, 'lines.0.adjustments'],
    [{ lines: [line({ adjustments: 'CO-45' })] }, 'lines.0.adjustments'],
  ])('%o is told at its field', (change, field) => {
    const text = textOf(change);
    expect('problems' in text && text.problems.map((each) => each.field)).toEqual([field]);
  });

  it('takes amounts with commas, and those below nothing', () => {
    const { claim } = readOf({ lines: [line({ adjustments: 'CO-45 1,474.14, OA-23 -5' })] });
    expect(claim.lines[0]?.adjustments.map(({ amount }) => formatMoney(amount))).toEqual(['$1,474.14', '-$5.00']);
  });
});
