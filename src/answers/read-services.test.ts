import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { decisionsToSettle } from './decisions';
import { knownCodesIn, serviceOf, withoutRow, withTicked } from './service-rows';
import { readWorksheet } from './read-worksheet';
import { emptyService, emptyWorksheet, type ServiceText, type WorksheetText } from './worksheet-text';

const today = day('2026-11-27');
const base: WorksheetText = {
  ...emptyWorksheet,
  doseGiven: '40',
  doseWasted: '0',
  dateOfService: '11/20/2026',
  payer: 'commercial',
  setting: 'office',
  diagnoses: 'G80.1, G35.D',
};
const row = (change: Partial<ServiceText>): ServiceText => ({ ...emptyService, code: '62370', ...change });
const reading = (...services: ServiceText[]) => readWorksheet({ ...base, services }, today);
const told = (...services: ServiceText[]) =>
  reading(...services).problems.map(({ field, message }) => `${field}: ${message}`);

describe('what is billed beside the drug', () => {
  it('is read row by row, and the codes that rules know are told apart', () => {
    const { encounter, problems } = reading(
      row({ charge: '350' }),
      row({ code: ' g2211 ', units: '2 units', charge: '$12.50', modifiers: 'rt-59', pointers: 'ba' }),
    );
    expect(problems).toEqual([]);
    expect(encounter?.services).toEqual([
      { code: '62370', modifiers: [], units: { units: 1 }, chargePerUnit: { tenthsOfCent: 350_000 }, pointers: null },
      {
        code: 'G2211',
        modifiers: ['RT', '59'],
        units: { units: 2 },
        chargePerUnit: { tenthsOfCent: 12_500 },
        pointers: [2, 1],
      },
    ]);
    expect(encounter?.companions).toEqual(['62370']);
  });

  it('a row that was added and not filled is none', () => {
    expect(reading(emptyService, row({})).encounter?.services.map(({ code }) => code)).toEqual(['62370']);
    expect(reading(row({ code: '', units: '' })).encounter?.services).toEqual([]);
  });

  it.each<[ServiceText, string]>([
    [row({ code: '', charge: '5' }), 'services.0.code: Enter the code'],
    [row({ code: '6237' }), 'services.0.code: A CPT or HCPCS code has five characters, like 62370'],
    [row({ code: 'refill' }), 'services.0.code: A CPT or HCPCS code has five characters, like 62370'],
    [row({ code: 'j0475' }), 'services.0.code: J0475 is the drug itself: its line is made from the dose'],
    [row({ units: '' }), 'services.0.units: Enter the units of 62370'],
    [row({ units: '0' }), 'services.0.units: Units of 62370 must be 1 or more'],
    [row({ units: '1.5' }), 'services.0.units: Units of 62370 must be a whole number, like 2'],
    [row({ units: '10000' }), 'services.0.units: Units of 62370 must be 9999 or less'],
    [row({ charge: '1.234' }), 'services.0.charge: Charge of 62370 can have at most 2 decimals'],
    [row({ modifiers: '59 RT LT 25 GA' }), 'services.0.modifiers: A line has room for 4 modifiers, and 62370 has 5'],
    [row({ modifiers: '591' }), 'services.0.modifiers: “591” is no modifier of 62370: it has two characters, like 59'],
    [row({ pointers: ',' }), 'services.0.pointers: 62370 points to its diagnoses by letters, like AB'],
    [row({ modifiers: '59 59' }), 'services.0.modifiers: A modifier of 62370 stands twice'],
    [row({ pointers: 'C' }), 'services.0.pointers: 62370 points to diagnosis C, which is not entered'],
    [row({ pointers: 'AA' }), 'services.0.pointers: 62370 points to a diagnosis twice'],
    [row({ pointers: '1' }), 'services.0.pointers: 62370 points to its diagnoses by letters, like AB'],
    [row({ pointers: 'ABCDE' }), 'services.0.pointers: 62370 can point to 4 diagnoses at most'],
  ])('%o: %s', (service, problem) => {
    expect(told(service)).toEqual([problem]);
    expect(reading(service).encounter).toBeNull();
  });

  it('the code that the payer named for a compound is the drug as well', () => {
    const { problems } = readWorksheet({ ...base, confirmedCode: 'J7999', services: [row({ code: 'J7999' })] }, today);
    expect(problems.map(({ field }) => field)).toEqual(['services.0.code']);
  });

  it('49 fit beside the drug, and one more does not', () => {
    const many = Array.from({ length: 50 }, () => row({}));
    expect(told(...many.slice(1))).toEqual([]);
    expect(told(...many)).toEqual(['services: At most 49 codes go on one claim beside the drug']);
  });

  it('a letter of no diagnosis is not blamed while the diagnoses cannot be read', () => {
    const { problems } = readWorksheet({ ...base, diagnoses: '?', services: [row({ pointers: 'B' })] }, today);
    expect(problems.map(({ field }) => field)).toEqual(['diagnoses']);
  });
});

describe('the boxes and the rows', () => {
  it('are the same: ticking adds a row, and no longer ticking takes it away', () => {
    const rows = withTicked(withTicked([], '62370', true), 'A4220', true);
    expect(rows).toEqual([serviceOf('62370'), serviceOf('A4220')]);
    expect(knownCodesIn([...rows, row({ code: '99213' })])).toEqual(['62370', 'A4220']);
    expect(withTicked([...rows, row({ code: ' 62370 ' })], '62370', false)).toEqual([serviceOf('A4220')]);
    expect(withoutRow(rows, 0)).toEqual([serviceOf('A4220')]);
  });
});

it('a decision stands through a charge, and falls with a modifier that was not there', () => {
  const record = (services: ServiceText[], facts = ''): WorksheetText => ({
    ...base,
    services,
    ticks: { patient: [], facts, keys: ['x'] },
    overrides: [{ finding: 'x', who: 'AB', on: '11/20/2026', why: 'asked' }],
  });
  const factsOf = (services: ServiceText[]) => {
    const { encounter } = readWorksheet({ ...base, services }, today);
    const settled = encounter && decisionsToSettle({ ...record(services), patientReference: 'PT-1' }, encounter);
    return settled?.ticks.facts ?? '';
  };
  const plain = factsOf([row({})]);
  expect(JSON.parse(plain)).not.toHaveProperty('services');
  expect(factsOf([row({ charge: '350' })])).toBe(plain);
  expect(factsOf([row({ modifiers: '59' })])).not.toBe(plain);
  expect(factsOf([row({ code: '99213' })])).toContain('99213');
});
