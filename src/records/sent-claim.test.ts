import { describe, expect, it } from 'vitest';
import type { WorksheetText } from '../answers/worksheet-text';
import { emptyWorksheet } from '../answers/worksheet-text';
import { keptClaim, rowsOf } from './day.fixture';
import { correctedClaim, sentAndChanged, wasSentSays, withWhatWasSent } from './sent-claim';

const course = { ...emptyWorksheet.course, sentOn: '11/25/2026', sentAs: '837P' } as const;
const sent = keptClaim(1, { course });

describe('a claim in the form that was marked as sent', () => {
  it.each<[string, Partial<WorksheetText>, boolean]>([
    ['as it was sent', {}, false],
    ['of another dose', { doseGiven: '30' }, true],
    ['of another day', { dateOfService: '11/24/2026' }, true],
    ['of another member', { sending: { ...sent.sending, memberId: 'M9' } }, true],
    ['that came back since', { course: { ...course, cameBackOn: '11/25/2026', paid: '0' } }, false],
    ['with the code of its remittance', { remittanceCode: 'CO-16' }, false],
    ['with a check ticked', { ticks: { patient: [], facts: 'x', keys: ['y'] } }, false],
    ['with units typed over', { unitsUsed: '6' }, true],
  ])('%s', (_, changed, isChanged) => {
    const found = sentAndChanged([keptClaim(2), sent], { ...sent, ...changed });
    expect(found).toBe(isChanged ? sent : null);
  });

  it('does not count what the records filled in anew', () => {
    const before = { ...sent, unitsUsed: '4', filledIn: filled('4') };
    expect(sentAndChanged([before], { ...before, unitsUsed: '6', filledIn: filled('6') })).toBeNull();
    expect(sentAndChanged([before], { ...before, unitsUsed: '6' })).toBe(before);
    const beside = (unitsUsed: string, unitsUsedBeside: string) => ({
      ...sent,
      drugBeside: { ...sent.drugBeside, unitsUsed },
      filledIn: { ...emptyWorksheet.filledIn, unitsUsedBeside },
    });
    expect(sentAndChanged([beside('1', '1')], beside('2', '2'))).toBeNull();
    expect(sentAndChanged([beside('1', '1')], beside('2', '1'))).not.toBeNull();
  });

  it('counts for one that was not sent, was never kept or is deleted as any other', () => {
    const changed = { ...sent, doseGiven: '30' };
    expect(sentAndChanged([keptClaim(1)], changed)).toBeNull();
    expect(sentAndChanged([sent], { ...changed, recordId: '' })).toBeNull();
    expect(sentAndChanged([], changed)).toBeNull();
  });
});

const filled = (unitsUsed: string) => ({ ...emptyWorksheet.filledIn, unitsUsed });

describe('a corrected claim', () => {
  const denied = { ...sent, doseGiven: '30', remittanceCode: 'CO-16', toBill: true };
  it('is a claim of its own that was never sent, replaces, and names the one that was sent', () =>
    expect(correctedClaim(denied)).toEqual({
      ...denied,
      recordId: '',
      keptAt: '',
      toBill: false,
      course: emptyWorksheet.course,
      remittanceCode: '',
      frequency: '7',
      corrects: 'id-1',
      wasSent: [],
    }));
  it('goes to Medicare Part B as a first one, which takes no replacement', () =>
    expect(correctedClaim({ ...denied, payer: 'medicare-part-b' }).frequency).toBe('1'));
  it('of a hospital goes to Medicare as an adjustment', () =>
    expect(correctedClaim({ ...denied, payer: 'medicare-part-b', setting: 'hospital-outpatient' }).frequency).toBe(
      '7',
    ));
  it('goes on voiding where it voids', () => expect(correctedClaim({ ...denied, frequency: '8' }).frequency).toBe('8'));
});

describe('what was sent', () => {
  const lines = (claim: WorksheetText) => rowsOf(claim)[0]!.lines;
  it('stays in the record that is changed knowingly: its day, lines and charge', () => {
    const changed = withWhatWasSent({ ...sent, doseGiven: '30' }, rowsOf(sent)[0]!);
    expect(changed.wasSent).toEqual([
      { sentOn: '11/25/2026', dateOfService: '11/25/2026', lines: lines(sent), charge: '$800.00' },
    ]);
    expect(changed.doseGiven).toBe('30');
    expect(wasSentSays(changed)).toEqual([
      'Changed since it was sent on 11/25/2026. Sent then: J0475 × 3, J0475-JW × 1, of 11/25/2026. Charge: $800.00.',
    ]);
    expect(wasSentSays(sent)).toEqual([]);
  });
  it('stays as it was at first, however often the record is changed after', () => {
    const once = withWhatWasSent({ ...sent, doseGiven: '30' }, rowsOf(sent)[0]!);
    const twice = withWhatWasSent({ ...once, doseGiven: '35' }, rowsOf(once)[0]!);
    expect(twice.wasSent).toEqual(once.wasSent);
  });
  it('is told anew of a claim that was sent anew', () => {
    const once = withWhatWasSent({ ...sent, doseGiven: '30' }, rowsOf(sent)[0]!);
    const again = { ...once, course: { ...course, sentOn: '11/26/2026' } };
    expect(withWhatWasSent(again, rowsOf(again)[0]!).wasSent.map(({ sentOn }) => sentOn)).toEqual([
      '11/25/2026',
      '11/26/2026',
    ]);
  });
});
