import { expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { prepareClaim } from '../engine/prepare-claim';
import { unitsOf } from '../engine/quantity';
import { ruleBook } from '../rules';
import { allRecords, commercial, intravenous, pumpFill } from '../rules/encounter.fixture';
import { inShort, meaningOf, reasonInShort, worstOf } from './words';

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

const long =
  'Whoever reads this far knows that it goes on for longer than a banner has room, ' +
  'and it goes on all the same, to here.';
const ofApproval =
  'Billed: 4 units. Left of the 6 approved: 2. ' +
  'Not covered: 2 units, worth $356.10 at Medicare’s payment rate. JW counts.';
it.each([
  ['', ''],
  ['No sentence', 'No sentence'],
  ['No diagnosis code was entered.', 'No diagnosis code was entered.'],
  [ofApproval, ofApproval],
  [`82.5 mg was opened. 24.75 mg of it is not told. ${long}`, '82.5 mg was opened. 24.75 mg of it is not told.'],
  [`${long} This is the point. This is not.`, `${long} This is the point.`],
])('of “%s” a banner has the point', (says, short) => expect(inShort(says)).toBe(short));

it('the banner of units beyond an authorization says how many are not covered', () => {
  const priorAuthorization = { ...expired.priorAuthorization, lastDay: day('2026-12-31'), unitsApproved: unitsOf(2) };
  const claim = prepareClaim({ ...expired, priorAuthorization }, ruleBook);
  const worst = worstOf(claim);
  expect(worst && reasonInShort(claim, worst)).toMatch(/Not covered: \d+ units?/);
});
