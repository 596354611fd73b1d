import { expect, it } from 'vitest';
import { forgetDraftsOf, type DraftName } from './drafts';

it('what the clinic’s system takes stays for the next claim, and what is typed of this one goes', () => {
  const drafts = new Map<DraftName, unknown>([
    ['system:takers', { professional: '837P' }],
    ['system:asked', true],
    ['price:typed', { doseGiven: '36' }],
    ['vials:receiving', { count: '2' }],
  ]);
  forgetDraftsOf(drafts, ['handover', 'price', 'denials']);
  expect([...drafts.keys()]).toEqual(['system:takers', 'system:asked', 'vials:receiving']);
});
