import { expect, it } from 'vitest';
import { emptyWorksheet } from '../answers/worksheet-text';
import { day } from '../engine/dated';
import { prepared, withWaste } from '../formats/claims.fixture';
import type { Warning } from '../records/duplicates';
import { standsBesides } from './stands-besides';

const today = day('2026-11-28');
const claim = { ...prepared(withWaste), status: 'ready' as const };
const denied = {
  ...emptyWorksheet,
  remittanceCode: 'CO-50',
  course: { ...emptyWorksheet.course, sentOn: '11/25/2026', cameBackOn: '11/27/2026', paid: '0' },
};
const warning = (kind: Warning['kind']): Warning => ({ kind, says: '', other: 'x' });

it('a claim that came back denied does not stand as ready', () => {
  expect(standsBesides(denied, claim, [], today)).toEqual({
    stands: { as: 'fix-first', words: 'Came back denied' },
    says: 'Paid: $0.00. Code: CO-50.',
    isBack: true,
  });
});

it.each([
  ['beyond-authorization', 'review', 'Still to be checked: the units of its authorization. See above.'],
  ['units-used', 'review', 'Still to be checked: the units already used. See above.'],
  ['sent-before', 'fix-first', 'The claim that it corrects was sent: this one is a duplicate. See above.'],
] as const)('one that the kept claims speak against is not ready: %s', (kind, as, says) => {
  expect(standsBesides(emptyWorksheet, claim, [warning(kind)], today)).toMatchObject({
    stands: { as },
    says,
  });
});

it('another warning, or a claim that is not ready by itself, leaves the status alone', () => {
  expect(standsBesides(emptyWorksheet, claim, [warning('same-day')], today)).toBeNull();
  const held = { ...claim, status: 'on-hold' as const };
  expect(standsBesides(emptyWorksheet, held, [warning('beyond-authorization')], today)).toBeNull();
});
