import { describe, expect, it } from 'vitest';
import { linesOf } from '../engine/claim-lines';
import { day } from '../engine/dated';
import { noTables } from '../engine/published-tables';
import { unknownProfile } from '../engine/payer-profile';
import { columns, noCells, type Column } from './columns';
import { outcomeReader, type Outcome } from './outcome';

const today = day('2026-11-28');
const own = {
  ...unknownProfile('own-Prairie', 'Prairie Health', 'commercial'),
  jw: 'required',
  jz: 'required',
} as const;
const outcomeOf = outcomeReader(columns, { profiles: [own], tables: noTables }, today);

/** A row of 25 of 40 mg, Medicare Part B in the office, with what is changed in it. */
const row = (change: Partial<Record<Column, string>> = {}): Outcome =>
  outcomeOf({
    line: 2,
    cells: {
      ...noCells,
      date_of_service: '5/20/2026',
      dose_given: '25',
      dose_wasted: '15',
      payer: 'Medicare Part B',
      setting: 'Office',
      diagnoses: 'G80.1',
      ...change,
    },
  });

const said = (outcome: Outcome): string =>
  'claim' in outcome
    ? linesOf(outcome.claim)
        .map(({ hcpcs, modifiers, unitsOfService }) =>
          [[hcpcs, ...modifiers].join('-'), `x${unitsOfService.units}`].join(' '),
        )
        .join(', ')
    : outcome.problems.map(({ column, words }) => `${column}: ${words}`).join(' | ');

describe('a row becomes its claim', () => {
  it.each<[string, Partial<Record<Column, string>>, string]>([
    ['25 of 40 mg', {}, 'J0475 x3, J0475-JW x1'],
    ['units in the cell', { dose_given: '36 mg', dose_wasted: '4 mg' }, 'J0475-JZ x4'],
    ['units in a column', { dose_given: '36000', dose_given_unit: 'ug', dose_wasted: '4' }, 'J0475-JZ x4'],
    ['digits of a place', { setting: '11' }, 'J0475 x3, J0475-JW x1'],
    ['a payer profile by its name', { payer: 'prairie health' }, 'J0475 x3, J0475-JW x1'],
    ['a built-in profile by its name', { payer: 'BCBS North Dakota', dose_given: '40', dose_wasted: '0' }, 'J0475 x4'],
    [
      'a trial',
      { purpose: 'trial', route: 'lumbar puncture', dose_given: '75 mcg', dose_wasted: '25 mcg' },
      'J0476-JZ x2',
    ],
    ['services', { services: '62370; A4220-59 x 2 at 1,350.00' }, '62370 x1, J0475 x3, J0475-JW x1'],
    [
      'containers and what was instilled',
      {
        dose_given: '',
        dose_wasted: '',
        containers: '66794-157-02 x 1 lot A1 exp 12/2027',
        reservoir: '20',
        instilled: '18',
        leftover: 'discarded',
      },
      'J0475-JZ x4',
    ],
    [
      'a count of containers of the NDC, which tells the labeled amount',
      { dose_given: '65', dose_wasted: '15', ndc: '66794-157-02', container_count: '2' },
      'J0475 x7, J0475-JW x1',
    ],
    [
      'containers beside a dose, which tell what was opened for it',
      { dose_given: '65', dose_wasted: '15', containers: '66794-157-02 x 2' },
      'J0475 x7, J0475-JW x1',
    ],
    ['a formula is text', { patient_reference: '=1+1' }, 'J0475 x3, J0475-JW x1'],
  ])('%s', (_name, change, lines) => {
    expect(said(row(change))).toBe(lines);
  });
});

describe('a row tells its problems with their columns', () => {
  it.each<[string, Partial<Record<Column, string>>, string]>([
    [
      'a date of two readings',
      { date_of_service: '3.4.2026' },
      'date_of_service: 3.4.2026 can be March 4 or April 3: write 03/04/2026 for March 4',
    ],
    ['no date', { date_of_service: '' }, 'date_of_service: Enter the date of service'],
    ['a negative dose', { dose_given: '-36' }, 'dose_given: Dose given cannot be negative'],
    [
      'a decimal comma',
      { dose_given: '36,5' },
      'dose_given: Write dose given without commas and with a point for decimals, like 36 or 36.5',
    ],
    [
      'a formula where a number belongs',
      { dose_given: '=A1' },
      'dose_given: Dose given must be a number, like 36 or 36.5',
    ],
    [
      'a unit in the cell and another in its column',
      { dose_given: '36 mg', dose_given_unit: 'mcg' },
      'dose_given: “36 mg” is in mg, and its unit says mcg',
    ],
    [
      'a payer of two readings',
      { payer: 'Medicare' },
      'payer: “Medicare” can be “Medicare Part B” or “Medicare Advantage”: write which, ' +
        'or choose it under “Payers of the file”',
    ],
    [
      'a payer that nobody knows',
      { payer: 'Blue Sky' },
      'payer: “Blue Sky” is no payer type and no payer profile: choose what it is under “Payers of the file”, ' +
        'or write the type',
    ],
    [
      'a hospital’s place',
      { setting: '22' },
      'setting: “22” can be the claim of the hospital or of a physician there: ' +
        'write “Hospital outpatient”, “Inpatient” or “other 22”',
    ],
    [
      'an NDC of two readings',
      { ndc: '6679415702' },
      'ndc: NDC of the container has 10 digits, so it is not clear where a zero is missing: enter it with its hyphens',
    ],
    [
      'an approval that is not said',
      { authorization_number: 'PA-1' },
      'authorization_status: A preauthorization number is told, and not whether it was approved: write Approved, ' +
        'or choose it for every row',
    ],
    ['neither yes nor no', { kd: 'maybe' }, 'kd: “maybe” is neither yes nor no'],
    [
      'a count of containers that are not on file',
      { ndc: '66794-999-02', container_count: '1' },
      'container_count: 66794-0999-02 is none of the 35 baclofen containers on file, so what one holds is not known: ' +
        'check the NDC, or tell the labeled amount',
    ],
    [
      'a count of nothing',
      { ndc: '66794-157-02', container_count: '0' },
      'container_count: Number of containers opened must be 1 or more',
    ],
    [
      'a count, and not of what',
      { container_count: '1' },
      'container_count: How many were opened is told, and not of which NDC: tell it, or the labeled amount',
    ],
    [
      'a count beside another labeled amount',
      { ndc: '66794-157-02', container_count: '2', labeled_amount: '40' },
      'container_count: These containers hold 80 mg, and “Labeled amount opened” says 40 mg',
    ],
    [
      'containers of several NDCs beside a dose',
      { containers: '66794-157-02 x 1; 66794-156-02 x 1' },
      'containers: Of a dose one NDC can be told: tell what was instilled, as of a refill',
    ],
    [
      'containers without a count',
      { dose_given: '', containers: '66794-157-02' },
      'containers: “66794-157-02” is no container: write its NDC and how many were opened, like 66794-157-02 x 1. ' +
        'Where the column only tells how many, take it for “Number of containers opened”',
    ],
  ])('%s', (_name, change, words) => {
    expect(said(row(change)).split(' | ')).toContain(words);
  });

  it('all that a refill lacks at once', () => {
    const lacks = row({ dose_given: '', dose_wasted: '', containers: '66794-157-02 x 1', payer: '', setting: '' });
    const columnsOf = 'problems' in lacks ? lacks.problems.map(({ column }) => column) : [];
    expect(columnsOf.toSorted()).toEqual(['instilled', 'leftover', 'payer', 'reservoir', 'setting']);
  });

  it('all of them, one for each column', () => {
    const outcome = row({ dose_given: '', dose_wasted: 'x', payer: '' });
    expect('problems' in outcome && outcome.problems.map(({ column }) => column)).toEqual([
      'dose_given',
      'dose_wasted',
      'payer',
    ]);
  });
});
