import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { crossCheckWaits } from './cross-check';
import { examples } from './examples';
import { readWorksheet } from './read-worksheet';
import { emptyWorksheet, type RefillText } from './worksheet-text';

const today = day('2026-11-24');
const example = examples.find(({ entry }) => entry === 'refill')?.worksheet(today) ?? emptyWorksheet;

/** What the cross-check says it waits for, with these answers of the worked refill. */
function waits(refill: Partial<RefillText>, dateOfService = '11/24/2026'): string | null {
  const worksheet = { ...example, dateOfService, refill: { ...example.refill, ...refill } };
  const { refill: reading } = readWorksheet(worksheet, today);
  return reading && crossCheckWaits(worksheet, reading);
}

describe('the cross-check says what it waits for', () => {
  it.each<[Partial<RefillText>, string, string | null]>([
    [{}, '11/24/2026', null],
    [{}, '', 'The cross-check appears once the date of service is entered.'],
    [{ instilled: '' }, '11/24/2026', 'The cross-check appears once the mL instilled are entered.'],
    [{ reservoir: '' }, '', 'The cross-check appears once the reservoir size and the date of service are entered.'],
    [{ reservoir: 'other' }, '11/24/2026', 'The cross-check appears once the other size is entered.'],
    [
      { containers: emptyWorksheet.refill.containers },
      '11/24/2026',
      'The cross-check appears once the containers are entered.',
    ],
    [
      { ...emptyWorksheet.refill, stabilityDays: '' },
      '',
      'The cross-check appears once the containers, the reservoir size, the mL instilled, the stability limit and ' +
        'the date of service are entered.',
    ],
    [{ alarmVolume: '' }, '11/24/2026', 'The cross-check appears once the alarm volume is entered.'],
    [{ diluted: true }, '11/24/2026', 'The cross-check appears once the final concentration is entered.'],
    [{ instilled: 'abc' }, '11/24/2026', 'The cross-check appears once all that was typed for it can be read.'],
    [{}, 'abc', 'The cross-check appears once all that was typed for it can be read.'],
  ])('%o on %s', (refill, dateOfService, says) => {
    expect(waits(refill, dateOfService)).toBe(says);
  });
});
