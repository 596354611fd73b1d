import { expect, it } from 'vitest';
import { lacksReference } from './use-whose';

it.each([
  ['a claim that is kept for the first time without one', '', '', true],
  ['spaces alone', '  ', '', true],
  ['one that was kept without', '', 'r-1', false],
  ['one that tells it', 'PT-1', '', false],
])('whose claim it is, is asked: %s', (_what, patientReference, recordId, asked) =>
  expect(lacksReference({ patientReference, recordId })).toBe(asked),
);
