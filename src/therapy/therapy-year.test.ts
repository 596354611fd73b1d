import { describe, expect, it } from 'vitest';
import type { WorksheetText } from '../answers/worksheet-text';
import type { KeptClaim } from '../records/clinic-records';
import { kept, keptRefill, read, today } from '../records/kept.fixture';
import { fillsOf } from '../records/patient-fills';
import { nextOfClinic, nextOfPatient, yearSays } from './therapy-year';

const told = (course: Partial<WorksheetText['course']>) => ({ course: { ...kept('').course, ...course } });
const all = { allowed: '744.42', paid: '600', patientOwes: '144.42' };
const say = (claims: readonly KeptClaim[]) => yearSays(fillsOf(claims, read), today, false);

describe('what a therapy cost in a year', () => {
  // Today is 11/20/2026: 11/20/2025 is the day before the twelve months.
  it.each<[string, KeptClaim[], string[]]>([
    [
      'all of it told',
      [kept('2025-11-20', told(all)), kept('2026-02-20', told(all)), kept('2026-08-03', told(all))],
      ['In the last twelve months this therapy cost $1,488.84, with 2 fills.', 'The patient’s part of it is $288.84.'],
    ],
    [
      'records that go back less than a year',
      [kept('2026-08-03', told(all))],
      [
        'Since 08/03/2026, when the records begin, this therapy cost $744.42, with 1 fill.',
        'The patient’s part of it is $144.42.',
      ],
    ],
    [
      'the first day of the year and today',
      [kept('2025-11-20'), kept('2025-11-21', told(all)), kept('2026-11-20', told(all))],
      ['In the last twelve months this therapy cost $1,488.84, with 2 fills.', 'The patient’s part of it is $288.84.'],
    ],
    [
      'a fill dated after today',
      [kept('2026-08-03', told(all)), kept('2026-11-21', told(all))],
      [
        'Since 08/03/2026, when the records begin, this therapy cost $744.42, with 1 fill.',
        'The patient’s part of it is $144.42.',
      ],
    ],
    [
      'one fill without its amounts',
      [kept('2025-05-05'), kept('2026-02-09', told(all)), kept('2026-08-03')],
      [
        'In the last twelve months this therapy cost $744.42, as far as 1 of 2 fills tells what was allowed or paid.',
        'What was allowed or paid is not known for 1 fill.',
        'Its drug comes to $744.42 at Medicare’s limit or the plan’s fee.',
        'The patient’s part is $144.42 for 1 fill, and not known for 1.',
      ],
    ],
    [
      'nothing told, and no limit of one day',
      [kept('2025-05-05'), kept('2026-02-09'), kept('2026-05-04'), kept('2026-08-03', { setting: '' })],
      [
        'What this therapy cost in the last twelve months is not known.',
        'What was allowed or paid is not known for 3 fills.',
        // 4 × 181.466 of the first quarter and 4 × 178.052 of the second, each to the cent.
        expect.stringMatching(
          /^Their drug comes to \$1,4\d\d\.\d\d \(2 of 3\) at Medicare’s limit or the plan’s fee\.$/,
        ),
        'The patient’s part is not known.',
      ],
    ],
    [
      'paid and owed for allowed',
      [kept('2026-08-03', told({ paid: '600', patientOwes: '144.42' }))],
      [
        'Since 08/03/2026, when the records begin, this therapy cost $744.42, with 1 fill.',
        'The patient’s part of it is $144.42.',
      ],
    ],
    [
      'paid alone, which is not the whole',
      [kept('2026-08-03', told({ paid: '600' }))],
      [
        'Since 08/03/2026, when the records begin, this therapy cost $600.00, with 1 fill.',
        'Only what was paid is told for 1 fill: what the patient owes comes on top.',
        'The patient’s part is not known.',
      ],
    ],
    [
      'one fill that came back unpaid',
      [kept('2026-05-04', told(all)), kept('2026-08-03', told({ paid: '0' }))],
      [
        'Since 05/04/2026, when the records begin, this therapy cost $744.42, with 2 fills, 1 of them unpaid.',
        'The patient’s part is $144.42 for 1 fill, and not known for 1.',
      ],
    ],
    [
      'one fill that came back unpaid, and one of which nothing is told',
      [kept('2026-05-04'), kept('2026-08-03', told({ allowed: '0', paid: '0', patientOwes: '0' }))],
      [
        'Since 05/04/2026, when the records begin, this therapy cost $0.00, ' +
          'as far as 1 of 2 fills tells what was allowed or paid, 1 of them unpaid.',
        'What was allowed or paid is not known for 1 fill.',
        expect.stringMatching(/^Its drug comes to /),
        'The patient’s part is $0.00 for 1 fill, and not known for 1.',
      ],
    ],
    [
      'allowed nothing, which is not the same as not told',
      [kept('2026-08-03', told({ allowed: '0' }))],
      [
        'Since 08/03/2026, when the records begin, this therapy cost $0.00, with 1 fill.',
        'The patient’s part is not known.',
      ],
    ],
    [
      'a claim that was voided, and one that replaces another',
      [
        kept('2026-02-09', told(all)),
        kept('2026-02-09', { frequency: '7', ...told({ allowed: '500', patientOwes: '100' }) }),
        kept('2026-08-03', told(all)),
        kept('2026-08-03', { frequency: '8' }),
      ],
      [
        'Since 02/09/2026, when the records begin, this therapy cost $500.00, with 1 fill.',
        'The patient’s part of it is $100.00.',
        '1 voided claim is not counted.',
      ],
    ],
    [
      'claims of one day of which nobody knows which stands',
      ['1', '7', '7'].map((frequency) =>
        kept('2026-08-03', { frequency: frequency as '1' | '7', ...told({ allowed: '500' }) }),
      ),
      [
        'What this therapy cost since 08/03/2026, when the records begin, is not known.',
        'What was allowed or paid is not known for 3 fills.',
        'The patient’s part is not known.',
      ],
    ],
    ['no fill of the year', [kept('2025-08-03', told(all))], ['No fill of the last twelve months is kept.']],
    ['only voided claims', [kept('2026-08-03', { frequency: '8' })], ['No fill of the last twelve months is kept.']],
    ['no fill at all', [], []],
  ])('%s', (_, claims, says) => {
    expect(say(claims)).toEqual(says);
  });
});

it('of the clinic it is said of all therapies, and of what its patients owe', () => {
  const fills = fillsOf(
    [kept('2026-02-09', told(all)), kept('2026-08-03', { ...told(all), patientReference: 'PT-2' })],
    read,
  );
  expect(yearSays(fills, today, true)).toEqual([
    'Since 02/09/2026, when the records begin, all therapies together cost $1,488.84, with 2 fills.',
    'The patients’ part of it is $288.84.',
  ]);
});

describe('when the next refill is due', () => {
  it.each<[string, KeptClaim[], string]>([
    ['to come', [keptRefill('2026-11-02')], 'The next refill is due on 01/16/2027.'],
    ['passed', [keptRefill('2026-08-03')], 'The next refill was due on 10/17/2026, and no later fill is kept.'],
    [
      'by the average of the fills alone',
      [kept('2026-08-03'), kept('2026-11-02')],
      'By the average of the fills before, the next refill is due about 02/01/2027. The programmer tells the day.',
    ],
    [
      'passed, by the average of the fills alone',
      [kept('2026-05-04'), kept('2026-08-03')],
      'By the average of the fills before, the next refill was due about 11/02/2026, and no later fill is kept.',
    ],
    ['not known', [kept('2026-08-03')], 'When the next refill is due is not known.'],
  ])('%s', (_, claims, says) => {
    expect(nextOfPatient(fillsOf(claims, read), today)).toBe(says);
  });

  const of = (patientReference: string, on: string) => keptRefill(on, { patientReference });
  it.each<[string, KeptClaim[], string[]]>([
    [
      'the first of two',
      [of('PT-1', '2026-11-09'), of('PT-2', '2026-11-02')],
      ['The next refill is due on 01/16/2027, of PT-2.'],
    ],
    [
      'two of one day, one passed, and one not known',
      [
        of('PT-1', '2026-11-02'),
        of('PT-2', '2026-11-02'),
        of('PT-3', '2026-08-03'),
        kept('2026-08-03', { patientReference: 'PT-4' }),
      ],
      [
        'The next refill is due on 01/16/2027, of PT-1 and PT-2.',
        'For PT-3 the day has passed.',
        'When the next refill of 1 patient is due is not known.',
      ],
    ],
    [
      'five that passed',
      ['1', '2', '3', '4', '5'].map((number) => of(`PT-${number}`, '2026-08-03')),
      ['For PT-1, PT-2, PT-3 and 2 more the day of the next refill has passed.'],
    ],
    [
      'one by the average of its fills alone',
      [kept('2026-08-03', { patientReference: 'PT-1' }), kept('2026-11-02', { patientReference: 'PT-1' })],
      ['The next refill is due on 02/01/2027, of PT-1 (by average).'],
    ],
    [
      'claims without a reference',
      [keptRefill('2026-11-02', { patientReference: '' })],
      ['When the next refill is due is not known.'],
    ],
  ])('in the clinic: %s', (_, claims, says) => {
    expect(nextOfClinic(claims, fillsOf(claims, read), today)).toEqual(says);
  });
});
