import { expect, it } from 'vitest';
import { emptyWorksheet, type WorksheetText } from '../answers/worksheet-text';
import { day } from '../engine/dated';
import { claimStanding, standingInShort } from './claim-standing';
import type { Keeping } from './use-keeping';

const today = day('2026-11-28');
const at = (...when: [number, number, number, number, number]) => new Date(...when).toISOString();
const kept: WorksheetText = {
  ...emptyWorksheet,
  patientReference: ' PT-1 ',
  dateOfService: '11/20/2026',
  recordId: 'r-1',
  keptAt: at(2026, 10, 28, 10, 42),
};
const sent = { ...kept, course: { ...kept.course, sentOn: '11/21/2026' } };

it.each<[string, WorksheetText, ReturnType<Keeping['standingOf']>, string]>([
  ['never kept', { ...kept, recordId: '' }, 'deleted', ''],
  ['kept today', kept, 'kept', 'PT-1, 11/20/2026 · kept at 10:42 AM'],
  [
    'kept before, by the local day',
    { ...kept, keptAt: at(2026, 10, 27, 23, 59) },
    'kept',
    'PT-1, 11/20/2026 · kept on 11/27/2026',
  ],
  ['changed', kept, 'changed', 'PT-1, 11/20/2026 · changed since it was kept'],
  ['deleted', kept, 'deleted', 'PT-1, 11/20/2026 · deleted from the clinic’s claims'],
  ['sent', sent, 'kept', 'PT-1, 11/20/2026 · sent 11/21/2026 · kept at 10:42 AM'],
  ['sent and changed', sent, 'changed-after-sent', 'PT-1, 11/20/2026 · changed since it was sent · sent 11/21/2026'],
  [
    'sent, came back and changed',
    { ...sent, course: { ...sent.course, cameBackOn: '11/27/2026' } },
    'changed',
    'PT-1, 11/20/2026 · changed since it was kept · sent 11/21/2026 · came back 11/27/2026',
  ],
  ['to bill', { ...kept, toBill: true }, 'kept', 'PT-1, 11/20/2026 · to bill · kept at 10:42 AM'],
  [
    'of nobody',
    { ...kept, patientReference: '', dateOfService: ' ' },
    'kept',
    'No reference, no day · kept at 10:42 AM',
  ],
])('a claim %s', (_what, record, standing, words) => {
  expect(claimStanding(record, standing, today)).toBe(words);
});

it.each<[string, WorksheetText, ReturnType<Keeping['standingOf']>, string]>([
  ['never kept', { ...kept, recordId: '' }, 'deleted', ''],
  ['kept', kept, 'kept', 'PT-1 · kept at 10:42 AM'],
  ['changed', kept, 'changed', 'PT-1 · changed'],
  ['sent', sent, 'kept', 'PT-1 · sent 11/21/2026'],
  ['sent and changed', sent, 'changed', 'PT-1 · changed · sent 11/21/2026'],
  [
    'came back',
    { ...sent, course: { ...sent.course, cameBackOn: '11/27/2026' } },
    'kept',
    'PT-1 · came back 11/27/2026',
  ],
  ['to bill', { ...kept, toBill: true }, 'kept', 'PT-1 · to bill'],
  ['of nobody', { ...kept, patientReference: '' }, 'deleted', 'No reference · deleted'],
])('at the foot of a narrow screen its last word stands whole: %s', (_what, record, standing, words) => {
  expect(standingInShort(record, standing, today)).toBe(words);
});
