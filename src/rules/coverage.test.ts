import { describe } from 'vitest';
import { day } from '../engine/dated';
import { coverageRules } from './coverage';
import { outpatient, pumpFill, supplied } from './encounter.fixture';
import { holdToTable, holdToWords } from './rule-table.fixture';

describe('the diagnosis', () => {
  holdToTable(coverageRules, {
    'coverage/diagnosis': [
      '6c, 6c list, 6c 2027, 6c headings, 6c MS, 6c symptoms, 6c encounter, form line',
      [
        'needs-review',
        { ...pumpFill, diagnoses: ['G35', 'G80.1'], dateOfService: day('2025-09-30') },
        /not checked against one/,
        'tick',
      ],
      ['needs-review', pumpFill, /not checked against one/, 'tick'],
      ['fail', { ...pumpFill, diagnoses: [] }, /No diagnosis code/, 'diagnoses, certain'],
      ['fail', { ...outpatient, diagnoses: [] }, /^No diagnosis code was entered for FL 67\.$/, 'diagnoses, certain'],
      [
        'fail',
        { ...pumpFill, setting: 'rhc', diagnoses: [] },
        /^No diagnosis code was entered for item 21 or FL 67\.$/,
        'diagnoses, certain',
      ],
      ['fail', { ...pumpFill, diagnoses: ['G35'], dateOfService: day('2025-10-01') }, /heading/, 'diagnoses, certain'],
      [
        'needs-review',
        { ...pumpFill, diagnoses: ['G35'], dateOfService: day('2025-09-30') },
        /not checked against one/,
        'tick',
      ],
      ['needs-review', { ...pumpFill, diagnoses: ['R25.2'] }, /names no cause/, 'diagnoses'],
      [
        'needs-review',
        { ...pumpFill, diagnoses: ['Z45.1', 'M62.838'] },
        /^Z45\.1 and M62\.838 name no cause/,
        'diagnoses',
      ],
      ['fail', { ...pumpFill, diagnoses: ['G35.B'] }, /^G35\.B is a heading/, 'diagnoses, certain'],
      [
        'fail',
        { ...pumpFill, diagnoses: ['G35', 'G80', 'S14'] },
        /^G35, G80 and S14 are headings/,
        'diagnoses, certain',
      ],
      [
        'fail',
        { ...pumpFill, diagnoses: ['G35.A'], dateOfService: day('2025-09-30') },
        /began on 10\/01\/2025/,
        'diagnoses, certain',
      ],
      [
        'needs-review',
        { ...pumpFill, diagnoses: ['S06.2X5S', 'S14.101S', 'G95.89'] },
        /not checked against one\.$/,
        'tick',
      ],
      ['needs-review', { ...pumpFill, diagnoses: ['S06.2X5A', 'G80.1'] }, /S06\.2X5A is on none/, 'tick'],
      [
        'needs-review',
        { ...pumpFill, diagnoses: ['T85.610A', 'Z46.2'] },
        /^T85\.610A and Z46\.2 name no cause: only a symptom, the visit, or trouble with the device/,
        'diagnoses',
      ],
      ['not-applicable', supplied, /no drug line/],
      ['not-applicable', { ...pumpFill, payer: 'self-pay' }, /self-pay/],
      [
        'needs-review',
        { ...pumpFill, diagnoses: ['A00.0'] },
        /A00\.0 is on none of the lists.* No line points to a cause of spasticity on this page’s list\.$/,
        'diagnoses, tick',
      ],
      ['needs-review', { ...pumpFill, diagnoses: ['G80.4'] }, /No line points to a cause/, 'diagnoses, tick'],
      [
        'needs-review',
        { ...pumpFill, diagnoses: ['G80.1'], dateOfService: day('2026-11-20'), preparedOn: day('2026-11-27') },
        /^No payer’s list of diagnosis codes for baclofen could be read\. So G80\.1 is not checked against one\.$/,
        'tick',
      ],
      [
        'needs-review',
        { ...pumpFill, dateOfService: day('2027-03-31'), preparedOn: day('2027-03-31') },
        /not checked against one\.$/,
        'tick',
      ],
      [
        'needs-review',
        { ...pumpFill, dateOfService: day('2027-04-01'), preparedOn: day('2027-04-01') },
        /The code changes after 03\/31\/2027 were not read\.$/,
        'tick',
      ],
    ],
    'coverage/palsy': [
      '6c palsy, 6a',
      [
        'needs-review',
        { ...pumpFill, diagnoses: ['G80.1', 'G80.3'] },
        /^G80\.3 is a kind of cerebral palsy that is not spastic/,
        'diagnoses, tick',
      ],
      ['not-applicable', pumpFill, /No kind/],
      ['not-applicable', { ...pumpFill, payer: 'self-pay', diagnoses: ['G80.4'] }, /self-pay/],
      [
        'needs-review',
        { ...pumpFill, diagnoses: ['G80.4', 'G80.3'] },
        /^G80\.4 and G80\.3 are kinds of cerebral palsy that are not spastic/,
        'diagnoses, tick',
      ],
    ],
    'coverage/late-effect': [
      '6c late effect, 6c list',
      ['not-applicable', { ...pumpFill, diagnoses: ['I69.351', 'T85.610A'] }, /No late effect/],
      ['not-applicable', { ...pumpFill, payer: 'self-pay', diagnoses: ['S14.109S'] }, /self-pay/],
      [
        'needs-review',
        { ...pumpFill, diagnoses: ['S14.109S', 'M62.838'] },
        /^S14\.109S tells of a past injury\. No code of a paralysis \(G81 or G82\) stands with it/,
        'diagnoses, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, diagnoses: ['S06.2X9S', 'S14.109S'] },
        /^S06\.2X9S and S14\.109S tell of a past injury/,
        'diagnoses, tick',
      ],
      [
        'needs-review',
        { ...outpatient, diagnoses: ['S14.109S', 'G82.52'] },
        /^S14\.109S stands before G82\.52 in FL 67/,
        'diagnoses, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, diagnoses: ['S14.109S', 'G82.52'] },
        /^S14\.109S stands before G82\.52 in item 21/,
        'diagnoses, tick',
      ],
      ['needs-review', { ...pumpFill, diagnoses: ['G35.A', 'S14.109S'] }, /No code of a paralysis/, 'diagnoses, tick'],
      ['pass', { ...pumpFill, diagnoses: ['G82.52', 'S14.109S'] }, /^G82\.52 stands before S14\.109S/],
    ],
    'coverage/ended-code': [
      '6c ended, 6c headings',
      ['not-applicable', pumpFill, /known to have ended/],
      [
        'not-applicable',
        { ...pumpFill, diagnoses: ['G80.1', 'M54.5'], dateOfService: day('2021-09-30') },
        /known to have ended/,
      ],
      ['not-applicable', { ...pumpFill, payer: 'self-pay', diagnoses: ['M54.5'] }, /self-pay/],
      [
        'needs-review',
        { ...pumpFill, diagnoses: ['G80.1', 'M54.5'], dateOfService: day('2021-10-01') },
        /^Coding pages say that M54\.5 ended on 09\/30\/2021\. They name M54\.50, M54\.51 and M54\.59/,
        'diagnoses, tick',
      ],
    ],
  });
});

describe('a hospital’s claim has no pointers', () => {
  holdToWords([
    [
      'a code on no list',
      { ...outpatient, diagnoses: ['G89.4'] },
      'coverage/diagnosis',
      'needs-review',
      /The claim names no cause of spasticity on this page’s list\./,
      /points to/,
    ],
    [
      'nor is it known of a rural health clinic’s',
      { ...pumpFill, setting: 'rhc', diagnoses: ['G89.4'] },
      'coverage/diagnosis',
      'needs-review',
      /The claim names no cause of spasticity on this page’s list\./,
      /points to/,
    ],
    [
      'which has no code at all',
      { ...pumpFill, setting: 'rhc', diagnoses: [] },
      'coverage/diagnosis',
      'fail',
      /^No diagnosis code was entered for item 21 or FL 67\. /,
    ],
  ]);
});
