import { describe, expect, it } from 'vitest';
import { massFromDigits, noMass, sumOfMasses, remainder, type Mass } from './quantity';
import { serviceLines } from './service-lines';
import { unitsOfService } from './units-of-service';

/**
 * Worked examples that contractors, payers and X12 published for other drugs. Unit, containers and dose in mg (drug
 * units where the code counts those). `lines` is what was published, with the JZ that Medicare wants today.
 */
const examples: readonly (readonly [
  id: string,
  unit: string,
  containers: readonly string[] | null,
  given: string,
  lines: string,
])[] = [
  ['MAC-01 Noridian, infliximab', '10', ['100', '100', '100', '100'], '350', '35, JW 5'],
  ['MAC-02 Noridian, infliximab', '10', ['100', '100', '100', '100'], '400', 'JZ 40'],
  ['MAC-03 Noridian DME', '100', ['100'], '70', 'JZ 1'],
  ['MAC-04 CGS', '10', ['400'], '305', '31, JW 9'],
  ['MAC-05 CGS, right vials', '10', ['100', '100', '100'], '300', 'JZ 30'],
  ['MAC-06 First Coast, unit of 1 mg', '1', ['100'], '95', '95, JW 5'],
  ['MAC-07 CMS manual, quoted', '1', ['100'], '95', '95, JW 5'],
  ['MAC-08 Noridian', '10', null, '700', '70'],
  ['MAC-09 Noridian, sincalide', '0.005', null, '0.005', '1'],
  ['MAC-10 Noridian, fulvestrant', '25', null, '250', '10'],
  ['MAC-11 Noridian, leuprolide (arithmetic only)', '3.75', null, '45', '12'],
  ['MAC-12 NGS', '100', null, '200', '2'],
  ['MAC-14 Palmetto, tocilizumab', '1', ['80', '200'], '280', 'JZ 280'],
  ['MAC-15 CMS transmittal, trastuzumab', '10', null, '140', '14'],
  ['PAY-04 Medi-Cal, abatacept', '10', null, '6000', '600'],
  ['PAY-05 Medi-Cal, mcg', '0.1', null, '0.4', '4'],
  ['X12-02 ceftriaxone', '250', null, '14000', '56'],
  // table 12c, rows 5 to 9
  ['12c-6', '10', ['10'], '7', 'JZ 1'],
  ['12c-7 First Coast', '6', null, '10', '2'],
  ['12c-8 First Coast', '50', null, '200', '4'],
  ['12c-9 tocilizumab, 360 mg opened', '1', ['360'], '331', '331, JW 29'],
];

const mass = (text: string): Mass => {
  const found = massFromDigits(text, 'mg');
  if (!found) throw new Error(text);
  return found;
};

/** What the engine makes of an example; without containers only the given units are compared. */
function compute(unit: string, containers: readonly string[] | null, given: string): string {
  const labeled = containers && sumOfMasses(containers.map(mass));
  const told = { given: mass(given), wasted: labeled ? remainder(labeled, mass(given)) : noMass, labeled };
  const amounts = unitsOfService(told, mass(unit));
  if (!containers) return String(amounts.administeredUnits.units);
  const { lines } = serviceLines({
    code: { hcpcs: 'J0000' },
    amounts,
    container: 'single-dose',
    wasteModifiers: { jw: true, jz: true, jwSettled: true, jzSettled: true, step: { says: '', rows: [] } },
    withWaste: (waste) => waste,
    opened: [],
    fills: [{ ...told, opened: [], ndcs: [], strength: null, mixed: false }],
    linePerNdc: false,
    mixed: false,
    ndcDecimals: 3,
    decimalsBy: null,
    givenVolume: null,
    chargePerUnit: null,
  });
  return lines.map(({ modifiers, unitsOfService: { units } }) => [...modifiers, units].join(' ')).join(', ');
}

describe('published examples of other drugs run through the same functions', () => {
  it.each(examples)('%s', (_id, unit, containers, given, lines) => {
    expect(compute(unit, containers, given)).toBe(lines);
  });

  it('MAC-13 NGS: rounded units given and wasted never pass the containers', () => {
    for (let given = 1; given <= 400; given += 1) {
      const { administeredUnits, discardedUnits } = unitsOfService(
        { given: mass(String(given)), wasted: mass(String(400 - given)), labeled: mass('400') },
        mass('10'),
      );
      expect(administeredUnits.units + discardedUnits.units).toBe(40);
    }
  });
});
