import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { asEntered } from '../answers/as-entered';
import { examples } from '../answers/examples';
import { readWorksheet } from '../answers/read-worksheet';
import { serviceOf } from '../answers/service-rows';
import { readRefill } from '../answers/read-refill';
import type { RefillText, WorksheetText } from '../answers/worksheet-text';
import { noteSections } from './note-rows';

const today = day('2026-11-24');
const sheet = (refill: Partial<RefillText>, change: Partial<WorksheetText> = {}): WorksheetText => {
  const example = examples.find(({ entry }) => entry === 'refill')?.worksheet(today);
  if (!example) throw new Error('There is no example of a refill');
  const worksheet = { ...example, ...change, refill: { ...example.refill, ...refill } };
  const { left } = readRefill(worksheet, today, () => {});
  return { ...worksheet, refill: { ...worksheet.refill, leftoverOf: left ? String(left.ng) : '' } };
};
const note = (worksheet: WorksheetText) => {
  const rows = noteSections(
    worksheet,
    readRefill(worksheet, today, () => {}),
  ).flatMap((section) => section.rows);
  return Object.fromEntries(rows.map(({ label, value }) => [label, value]));
};
const paper = (worksheet: WorksheetText) =>
  Object.fromEntries(
    asEntered(worksheet, readWorksheet(worksheet, today).refill, today).map(({ label, value }) => [label, value]),
  );

describe('the refill note', () => {
  it('holds what was read, in its own units', () => {
    expect(note(sheet({ instilled: '70 mg' }))).toMatchObject({
      'Container 1': '1 × Gablofen vial 2000 mcg/mL, 20 mL, NDC 66794-0157-02, lot EXAMPLE1, expires 12/31/2028',
      'Opened in all': '40 mL, 80 mg',
      Given: '35 mL = 70 mg',
      Route: 'Intrathecal, through an implanted pump',
      'Discarded, all of it new drug': '5 mL = 10 mg of 80 mg',
      'Date and time of the waste': '11/24/2026, 10:20',
      'Expected; aspirated; difference': '3.2 mL; 3.5 mL; 0.3 mL more than expected',
      'Alarm volume; alarm date': '2 mL; 05/08/2027 computed',
      'Latest refill': '05/03/2027',
      'Next appointment': null,
    });
  });
  it.each<[Partial<WorksheetText>, string | null]>([
    [{ services: ['62370', 'A4220'].map(serviceOf) }, 'Billed: 62370; The record supports: 62369'],
    [{ services: ['62368'].map(serviceOf) }, 'Billed: 62368; The record supports: 62369'],
    [{ services: [].map(serviceOf) }, 'The record supports: 62369'],
  ])('holds the refill code that was ticked: %o', (change, says) => {
    expect(note(sheet({}, change))['Programming and refill codes']).toBe(says);
  });
  it('holds day and time of the waste as they were read', () => {
    const change = { wasteDate: '112426', wasteTime: '1430' };
    expect(note(sheet({}, change))['Date and time of the waste']).toBe('11/24/2026, 14:30');
    expect(paper(sheet({}, { ...change, lastFillOn: '' }))).toMatchObject({
      'Date of the waste': '11/24/2026',
      'Time of the waste': '14:30',
    });
    expect(paper(sheet({}, { wasteTime: '25:00' }))['Time of the waste']).toBe('25:00');
  });
  it('says that a container had expired', () => {
    expect(note(sheet({}, { dateOfService: '01/01/2029' }))['Container 1']).not.toContain('EXPIRED');
    const worksheet = sheet({});
    const reading = readRefill(worksheet, day('2029-01-01'), () => {});
    expect(noteSections(worksheet, reading)[0]?.rows[0]?.value).toContain('EXPIRED at the service');
  });
  it('keeps answers about the waste to itself where there was none', () => {
    const rows = note(sheet({ instilled: '40' }, { wasteDate: 'garbage' }));
    expect(rows['Discarded, all of it new drug']).toBe('none');
    expect(rows).not.toHaveProperty('Date and time of the waste');
  });
  it('tells the rest that is not accounted for apart from what was thrown away', () => {
    const worksheet = sheet({ leftover: 'other', thrownAway: '4', thrownAwayUnit: 'mL', correction: 'Spilled' });
    expect(note(worksheet)).toMatchObject({
      'Discarded, all of it new drug': '4 mL = 8 mg of 80 mg',
      'Not accounted for': '2 mg: Spilled',
    });
    expect(paper(worksheet)).toMatchObject({
      'Thrown away': '8 mg',
      'Not accounted for': '2 mg: Spilled',
      Instilled: '35 mL = 70 mg',
    });
  });
  it('compares with the residual that the arithmetic expects where no other is entered', () => {
    const before = {
      expected: '',
      lastFilled: '40',
      lastFilledOn: '09/01/2026',
      dailyDoseBefore: '400',
      concentrationBefore: '2000',
    };
    expect(note(sheet({ ...before, aspirated: '23.2' }))).toMatchObject({
      'Expected; aspirated; difference': '23.2 mL (computed); 23.2 mL; as expected',
      'Before: concentration, daily dose': '2000 mcg/mL, 400 mcg a day',
      'Daily dose after': '400 mcg a day, as before',
    });
  });
  it.each([
    ['440', '400', '440 mcg a day, 10 % more than before'],
    ['380', '400', '380 mcg a day, 5 % less than before'],
    ['400.3', '400', '400.3 mcg a day, less than 0.1 % more than before'],
    ['421', '400', '421 mcg a day, 5.2 % more than before'],
  ])('a daily dose of %s after %s: %s', (dailyDose, dailyDoseBefore, words) => {
    expect(note(sheet({ dailyDose, dailyDoseBefore }))['Daily dose after']).toBe(words);
  });
  it('names the mixture, with or without diluent', () => {
    const diluted = sheet({ instilled: '30', diluted: true, diluent: '10', concentration: '1.6 mg/mL' });
    expect(note(diluted)['Diluted or mixed; final concentration']).toBe('10 mL of diluent; 1600 mcg/mL');
    expect(paper(diluted)['Diluted or mixed']).toBe('10 mL of diluent, 1600 mcg/mL');
  });
  it('asks nothing about a pump after a trial', () => {
    const trial = note(sheet({}, { purpose: 'screening-trial', route: 'intrathecal-lumbar-puncture' }));
    expect(trial).toHaveProperty('Response, and how long it was watched', null);
    expect(trial).not.toHaveProperty('Reservoir');
  });
});
