import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { keepingBack, prepareClaim } from '../engine/prepare-claim';
import { ruleBook } from '../rules';
import { asEntered } from './as-entered';
import { readWorksheet } from './read-worksheet';
import { worksheetSchema } from './worksheet-schema';
import { worksheetOn } from './worksheet.fixture';
import type { WorksheetText } from './worksheet-text';

const today = day('2026-03-10');
const sheet = (change: Partial<WorksheetText>): WorksheetText => ({
  ...worksheetOn(today),
  doseGiven: '40',
  doseWasted: '0',
  diagnoses: 'G80.1',
  payer: 'medicare-part-b',
  ...change,
});
const claimOf = (worksheet: WorksheetText) => {
  const { encounter } = readWorksheet(worksheet, today);
  return encounter && prepareClaim(encounter, ruleBook);
};
const heldBy = (worksheet: WorksheetText): string[] =>
  keepingBack(claimOf(worksheet)?.findings ?? []).map(({ rule }) => rule.id);

const compounded = {
  drugSource: 'compounded',
  confirmedCode: 'J7999',
  confirmedBy: 'Ann',
  confirmedOn: '03/09/2026',
  confirmationReference: 'R1',
} as const;

describe('a word of the payer on another code', () => {
  it('lifts no hold, is told, and is shown on paper', () => {
    const changed = sheet({
      setting: 'office',
      ...compounded,
      drugSource: 'bought',
      route: 'intravenous',
      purpose: 'other-injection',
    });
    const held = keepingBack(claimOf(changed)?.findings ?? []);
    expect(held.map(({ rule, verdict }) => [rule.id, verdict.because, verdict.goTo])).toEqual([
      ['code/iv-im', expect.stringContaining('The confirmation on the sheet was given for J7999'), 'confirmedCode'],
    ]);
    expect(asEntered(changed, null, today)).toContainEqual({
      label: 'Code that the payer named',
      value: expect.stringContaining('J7999'),
    });
    expect(heldBy({ ...changed, confirmedCode: '' })).toEqual([]);
  });
});

describe('where the drug was given, as answered', () => {
  it.each<[row: string, change: Partial<WorksheetText>, held: string[], place: string]>([
    ['home, the physician there', { setting: 'home', attendance: 'physician' }, [], '12'],
    ['home, a nurse alone', { setting: 'home', attendance: 'nurse-alone' }, ['payment/place'], '12'],
    ['home, not told', { setting: 'home' }, ['payment/place'], '12'],
    ['home, a nurse, commercial', { setting: 'home', attendance: 'nurse-alone', payer: 'commercial' }, [], '12'],
    ['assisted living, the physician there', { setting: 'assisted-living', attendance: 'physician' }, [], '13'],
    ['custodial care, not told', { setting: 'custodial-care' }, ['payment/place'], '33'],
    ['nursing facility', { setting: 'nursing-facility' }, ['payment/place'], '32'],
    ['Part A stay', { setting: 'skilled-nursing-facility' }, ['payment/separate'], '31'],
    ['emergency room', { setting: 'emergency-room' }, ['payment/separate'], '23'],
    ['Part A stay, commercial', { setting: 'skilled-nursing-facility', payer: 'commercial' }, [], '31'],
    ['independent clinic', { setting: 'independent-clinic' }, [], '49'],
    [
      'hospital off campus, the physician’s claim',
      { setting: 'other', placeOfService: '19' },
      ['payment/separate'],
      '19',
    ],
    ['a psychiatric hospital', { setting: 'other', placeOfService: '51' }, ['payment/separate'], '51'],
    [
      'in a Part A stay a compound is held for the place as well',
      { setting: 'skilled-nursing-facility', ...compounded },
      ['payment/separate'],
      '31',
    ],
    ['another place', { setting: 'other', placeOfService: ' 65 ' }, [], '65'],
    [
      'who was there is kept, but decides nothing in the office',
      { setting: 'office', attendance: 'nurse-alone' },
      [],
      '11',
    ],
  ])('%s', (_row, change, held, place) => {
    const worksheet = sheet(change);
    const claim = claimOf(worksheet);
    expect(heldBy(worksheet)).toEqual(held);
    expect(claim?.formItems.placeOfService.code).toBe(place);
    expect(worksheetSchema(today).safeParse(worksheet).success).toBe(true);
  });

  it.each([
    ['', 'Enter the two digits of the place of service'],
    ['6', 'Place of service must be two digits, such as 65'],
    ['655', 'Place of service must be two digits, such as 65'],
    ['AB', 'Place of service must be two digits, such as 65'],
    ['٦٥', 'Place of service must be two digits, such as 65'],
    ['00', 'Place of service 00 is no place of service code'],
    ['11', 'Place of service 11 has its own setting: choose “Office”'],
    ['12', 'Place of service 12 has its own setting: choose “Patient’s home”'],
    ['31', 'Place of service 31 has its own setting: choose “Skilled nursing facility (SNF), Part A stay”'],
  ])('another place by its digits: “%s” is refused', (placeOfService, message) => {
    expect(readWorksheet(sheet({ setting: 'other', placeOfService }), today).problems).toEqual([
      { field: 'placeOfService', message },
    ]);
  });

  it('the digits are asked for nowhere else', () => {
    expect(readWorksheet(sheet({ setting: 'office', placeOfService: 'AB' }), today).problems).toEqual([]);
  });

  it('paper tells who was there, and the digits, where they were asked for', () => {
    const told = (change: Partial<WorksheetText>) =>
      asEntered(sheet(change), null, today).flatMap(({ label, value }) =>
        label === 'Who was there' || label === 'Place of service' ? `${label}: ${value}` : [],
      );
    expect(told({ setting: 'home' })).toEqual(['Who was there: not entered']);
    expect(told({ setting: 'home', attendance: 'nurse-alone' })).toEqual(['Who was there: A nurse alone']);
    expect(told({ setting: 'other', placeOfService: '65' })).toEqual(['Place of service: 65']);
    expect(told({ setting: 'office', attendance: 'physician', placeOfService: '65' })).toEqual([]);
  });
});
