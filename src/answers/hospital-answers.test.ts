import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { prepareClaim } from '../engine/prepare-claim';
import { ruleBook } from '../rules';
import { asEntered } from './as-entered';
import { readWorksheet } from './read-worksheet';
import { asksHospital340b } from './what-is-asked';
import { worksheetSchema } from './worksheet-schema';
import { worksheetOn } from './worksheet.fixture';
import type { WorksheetText } from './worksheet-text';

const today = day('2026-03-10');
const hospital: WorksheetText = {
  ...worksheetOn(today),
  doseGiven: '25',
  doseWasted: '15',
  payer: 'medicare-part-b',
  setting: 'hospital-outpatient',
  bought340b: true,
};
const linesOf = (worksheet: WorksheetText) => {
  const { encounter } = readWorksheet(worksheet, today);
  return (
    encounter &&
    prepareClaim(encounter, ruleBook)
      .lines.map(
        ({ hcpcs, modifiers, unitsOfService }) => `${[hcpcs, ...modifiers].join('-')} x${unitsOfService.units}`,
      )
      .join(', ')
  );
};

describe('a department off campus and the kind of 340B hospital, as answered', () => {
  it.each<[row: string, change: Partial<WorksheetText>, lines: string]>([
    ['on campus', {}, 'J0475-TB x3, J0475-JW-TB x1'],
    ['excepted', { offCampus: 'excepted' }, 'J0475-TB-PO x3, J0475-JW-TB-PO x1'],
    ['not excepted', { offCampus: 'non-excepted' }, 'J0475-TB-PN x3, J0475-JW-TB-PN x1'],
    [
      'before 2025, kind not told',
      { dateOfService: '03/10/2022', offCampus: 'excepted' },
      'J0475-PO x3, J0475-JW-PO x1',
    ],
    [
      'before 2025, JG',
      { dateOfService: '03/10/2022', hospital340b: 'jg', offCampus: 'excepted' },
      'J0475-JG-PO x3, J0475-JW-JG-PO x1',
    ],
    ['before 2025, TB', { dateOfService: '03/10/2022', hospital340b: 'tb' }, 'J0475-TB x3, J0475-JW-TB x1'],
    ['a kind told for another date decides nothing', { hospital340b: 'jg' }, 'J0475-TB x3, J0475-JW-TB x1'],
  ])('%s', (_row, change, lines) => {
    const worksheet = { ...hospital, ...change };
    expect(linesOf(worksheet)).toBe(lines);
    expect(worksheetSchema(today).safeParse(worksheet).success).toBe(true);
  });

  it.each<[row: string, change: Partial<WorksheetText>, asked: boolean]>([
    ['2025', { dateOfService: '01/01/2025' }, false],
    ['2024', { dateOfService: '12/31/2024' }, true],
    ['2018', { dateOfService: '01/01/2018' }, true],
    ['2017', { dateOfService: '12/31/2017' }, false],
    ['no 340B', { dateOfService: '12/31/2024', bought340b: false }, false],
    ['office', { dateOfService: '12/31/2024', setting: 'office' }, false],
    ['commercial', { dateOfService: '12/31/2024', payer: 'commercial' }, false],
    ['a date that is none', { dateOfService: '12/32/2024' }, false],
    ['nothing chosen yet', { dateOfService: '12/31/2024', setting: '', payer: '' }, false],
  ])('the kind is asked for where it decides: %s', (_row, change, asked) => {
    const worksheet: WorksheetText = { ...hospital, hospital340b: 'jg', ...change };
    expect(asksHospital340b(worksheet)).toBe(asked);
    expect(asEntered(worksheet, null, today).some(({ label }) => label === 'Kind of 340B hospital')).toBe(asked);
  });

  it('paper names the department only where there is one', () => {
    const department = (offCampus: WorksheetText['offCampus']) =>
      asEntered({ ...hospital, offCampus }, null, today).find(({ label }) => label === 'Hospital department off campus')
        ?.value;
    expect(department('no')).toBeUndefined();
    expect(department('excepted')).toBe('Yes, excepted: PO');
  });
});
