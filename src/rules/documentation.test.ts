import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { matching } from '../engine/matching.fixture';
import { mg } from '../engine/quantity';
import { documentationRules } from './documentation';
import { allRecords, fill, fixOf, pumpFill, supplied, under, verdictOf } from './encounter.fixture';
import { holdToTable } from './rule-table.fixture';

describe('what the record must show', () => {
  holdToTable(documentationRules, {
    'records/need': [
      '6a, 6b, 11',
      ['pass', { ...pumpFill, records: allRecords }, /holds/],
      [
        'needs-review',
        { ...pumpFill, records: ['spasticity'] },
        matching(
          /^The texts read ask the record to show these 4 things\. None is ticked yet\. /,
          /Less invasive treatment failed, or was not tolerated, for at least 6 weeks\. The trial dose helped.*\. /,
          /The order names/,
        ),
        'records',
      ],
      ['not-applicable', supplied, /no drug line/],
      [
        'needs-review',
        { ...pumpFill, diagnoses: ['S06.2X9S'], records: allRecords },
        matching(
          /^The texts read ask the record to show this\. It is not ticked yet\. /,
          /At least a year has passed since the brain injury\.$/,
        ),
        'records',
      ],
    ],
    'records/dose': [
      '11, 1.11',
      ['pass', { ...pumpFill, records: allRecords }, /holds/],
      ['needs-review', fill(mg(36), mg(4)), /The exact dose wasted is written down\./, 'records'],
      ['not-applicable', { ...pumpFill, payer: 'self-pay' }, /self-pay/],
      [
        'needs-review',
        pumpFill,
        matching(
          /these 2 things\. None is ticked yet\. The exact dose given is written down\. /,
          /The containers opened and the total on their labels are written down\.$/,
        ),
        'records',
      ],
      ...(['bcbs-north-dakota', 'lifewise-premera'] as const).map(
        (id) =>
          [
            'needs-review',
            under(id, { records: ['dose', 'opened'] }),
            /show this\. It is not ticked yet\. The whole container was given\.$/,
          ] as const,
      ),
    ],
    'records/waste': [
      '11',
      [
        'pass',
        { ...fill(mg(36), mg(4)), wasteDate: day('2026-05-20'), wasteTime: '10:20', wasteReason: 'rest' },
        /are entered/,
      ],
      ['needs-review', fill(mg(36), mg(4)), /without its date and time/, 'wasteDate'],
      [
        'pass',
        { ...fill(mg(36), mg(4)), wasteDate: day('2026-05-20'), wasteTime: '10:20' },
        /No rule read asks for its reason/,
      ],
      ['needs-review', { ...fill(mg(36), mg(4)), wasteDate: day('2026-05-20') }, /without its time\.$/, 'wasteTime'],
      ['not-applicable', pumpFill, /No waste/],
    ],
  });
});

describe('the way to the record', () => {
  it.each<[rule: string, records: readonly string[], box: string]>([
    ['records/need', [], 'spasticity'],
    ['records/need', ['spasticity', 'six-weeks'], 'trial-response'],
    ['records/dose', [], 'dose'],
    ['records/dose', ['dose'], 'opened'],
  ])('%s leads to what is not ticked of it', (rule, records, box) => {
    expect(verdictOf({ ...pumpFill, records }, rule)).toMatchObject({ goTo: 'records', goToItem: box });
  });
});

describe('what to do is no more certain than what was read', () => {
  it('one item is found alone', () =>
    expect(fixOf({ ...pumpFill, records: ['opened'] }, 'records/dose')).toMatch(
      /^Find it in the record and tick it\./,
    ));
});
