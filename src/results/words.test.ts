import { expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { prepareClaim } from '../engine/prepare-claim';
import { unitsOf } from '../engine/quantity';
import { ruleBook } from '../rules';
import { allRecords, commercial, intravenous, pumpFill } from '../rules/encounter.fixture';
import { meaningOf } from './words';

const expired: Encounter = {
  ...commercial,
  priorAuthorization: {
    status: 'approved',
    number: 'PA-1',
    firstDay: day('2026-01-01'),
    lastDay: day('2026-05-19'),
    unitsApproved: unitsOf(12),
    unitsUsed: unitsOf(0),
    askedOn: null,
  },
};

it.each([
  ['an expired preauthorization', expired, 'Sent as it is, it may come back.'],
  [
    'a day that is still to come',
    { ...pumpFill, dateOfService: day('2026-05-21') },
    'Sent as it is, it would come back.',
  ],
  ['a hold', intravenous, 'Do not send this claim.'],
  [
    'what is still to check',
    { ...pumpFill, records: allRecords },
    'The lines stand; something is still to be checked.',
  ],
] as const satisfies readonly (readonly [string, Encounter, string])[])(
  'a status means of %s',
  (_what, encounter, says) => {
    expect(meaningOf(prepareClaim(encounter, ruleBook))).toBe(says);
  },
);
