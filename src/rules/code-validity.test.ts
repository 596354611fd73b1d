import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { matching } from '../engine/matching.fixture';
import { prepareClaim } from '../engine/prepare-claim';
import type { OpenedTables } from '../engine/published-tables';
import { mcg, mcgPerMl } from '../engine/quantity';
import { codeRules } from './code-validity';
import { compoundRules } from './compounded';
import {
  compound,
  confirmation,
  intravenous,
  namedCode,
  pumpFill,
  supplied,
  trial,
  verdictOf,
} from './encounter.fixture';
import { ruleBookWith } from './index';
import { products } from './products';
import { holdToTable, holdToWords } from './rule-table.fixture';

/** The file lists the rules of compounded drugs among its own; they have their own table. */
const ownRules = codeRules.filter((rule) => !compoundRules.includes(rule));

describe('the code', () => {
  holdToTable(ownRules, {
    'code/valid': [
      '1.2, 1.3, 1.3 releases, 1.3 July 2026, 2b outpatient, 10 opened',
      ['pass', pumpFill, /J0475 is in the CMS files/],
      [
        'needs-review',
        { ...pumpFill, dateOfService: day('2016-12-31') },
        /No CMS file before 01\/01\/2017 was read, so this day is not checked/,
        'dateOfService, tick',
      ],
      ['pass', { ...pumpFill, dateOfService: day('2026-07-01') }, /payment limit file of July 2026\.$/],
      [
        'pass',
        { ...trial, dateOfService: day('2026-12-31') },
        /J0476 is in the CMS files read for this day\. What was read is the HCPCS release of October 2026\.$/,
      ],
      ...['2020-07-01', '2020-09-30', '2021-07-01', '2021-09-30', '2022-01-01', '2022-06-30'].map(
        (date) =>
          [
            'needs-review',
            { ...pumpFill, dateOfService: day(date) },
            matching(
              /^No CMS file of that quarter was read, so this day is not checked\. /,
              /The files before and after it have J0475\.$/,
            ),
          ] as const,
      ),
      ['pass', { ...trial, dateOfService: day('2020-10-01') }, /the HCPCS file of October 2020\.$/],
      ['pass', { ...trial, dateOfService: day('2022-07-01') }, /\(OPPS Addendum B\) of the quarter\.$/],
      [
        'needs-review',
        { ...pumpFill, dateOfService: day('2027-01-01') },
        /through 12\/31\/2026\. The date of service is later, so it is not checked\.$/,
        'tick',
      ],
      ['fail', { ...trial, dateOfService: day('1998-12-31') }, /began on 01\/01\/1999/, 'dateOfService, certain'],
      ['not-applicable', intravenous, /Neither J0475 nor J0476/],
    ],
    'code/iv-im': [
      '1.12, 1.1, 1.5, 1.6, 1.7',
      ['on-hold', intravenous, /no HCPCS list/, 'confirmedBy'],
      [
        'needs-review',
        { ...intravenous, payerConfirmation: confirmation },
        /Claims desk confirmed it on 05\/19\/2026, reference R-1/,
        'tick',
      ],
      [
        'on-hold',
        { ...intravenous, payerConfirmation: { ...confirmation, code: 'J7999' } },
        /The confirmation on the sheet was given for J7999, so it does not count here\.$/,
        'confirmedCode',
      ],
      ['not-applicable', pumpFill, /No line with J0428/],
    ],
    'code/route': [
      '1.5, 1.6, 1.7',
      ['on-hold', { ...pumpFill, route: 'other' }, /another route/, 'route'],
      ['not-applicable', pumpFill, /route/],
      ['not-applicable', { ...supplied, route: 'other' }, /did not buy a marketed product/],
    ],
    'code/drug-not-bought': [
      '5 supplied, 5 pharmacy',
      ['needs-review', supplied, /no drug line/, 'drugSource, tick'],
      ['not-applicable', pumpFill, /bought/],
    ],
    'code/asked-for': [
      '1.4, 1.8, 1.3, 1.1, 1.9',
      ['pass', { ...pumpFill, askedCode: 'J0475' }, /agree on J0475/],
      ['fail', { ...pumpFill, askedCode: 'J1950' }, /leuprolide/, 'askedCode'],
      ['fail', { ...pumpFill, askedCode: 'J0428' }, /in no HCPCS list/, 'askedCode'],
      ['fail', { ...pumpFill, askedCode: 'J0476' }, /200 times smaller/, 'askedCode'],
      ['fail', { ...trial, askedCode: 'J0475' }, /units of 50 mcg/, 'askedCode'],
      ['fail', { ...pumpFill, askedCode: 'J3490' }, /code of their own/, 'askedCode'],
      ['fail', { ...pumpFill, askedCode: '62370' }, /not a code for this drug/, 'askedCode'],
      ['fail', { ...intravenous, askedCode: 'J0475' }, /Nothing read tells which code/, 'route'],
      ['not-applicable', { ...compound, askedCode: 'J7999' }, /The payer has to say so first/],
      [
        'fail',
        { ...compound, askedCode: 'J0475' },
        /J0475 is not for a compounded drug\. The payer has not named a code yet/,
        'confirmedCode',
      ],
      [
        'fail',
        { ...namedCode('J7999'), askedCode: 'J0476' },
        /J0476 is not for a compounded drug\. The payer named J7999/,
        'askedCode',
      ],
      [
        'fail',
        { ...namedCode('J7999'), askedCode: 'J3490' },
        /The charge slip says J3490\. The payer named J7999/,
        'askedCode',
      ],
      ['pass', { ...namedCode('J7999'), askedCode: 'J7999' }, /agree on J7999/],
      ['fail', { ...supplied, askedCode: 'J0475' }, /select no code/, 'askedCode'],
      ['not-applicable', pumpFill, /No code from a charge slip/],
    ],
    'code/facts-agree': [
      '1.3, products 6, label trial',
      ['pass', pumpFill, /fit together/],
      ['needs-review', { ...trial, strength: mcgPerMl(500), given: mcg(500) }, /J0475 was picked/, 'strength, tick'],
      ['needs-review', { ...pumpFill, strength: mcgPerMl(50) }, /CMS lists the 50 mcg/, 'purpose, tick'],
      ['needs-review', { ...trial, route: 'intrathecal-pump' }, /before any implant/, 'route, tick'],
      ['needs-review', { ...trial, route: 'intravenous' }, /before any implant/, 'route, tick'],
      ['needs-review', { ...pumpFill, route: 'intrathecal-lumbar-puncture' }, /not the implanted pump/, 'route, tick'],
      ['not-applicable', supplied, /No code/],
    ],
  });
});

describe('what to do is no more certain than what was read', () => {
  it.each([
    ['medicare-part-b', /Under Medicare Part B the pharmacy may not bill the drug either \(CR 7397\)/],
    ['commercial', /so the claim has no drug line\.$/],
  ] as const)('supplied drug, %s', (payer, says) =>
    expect(verdictOf({ ...supplied, payer }, 'code/drug-not-bought').because).toMatch(says),
  );
});

describe('tables that were opened decide like those that came with the page', () => {
  const later = day('2027-01-01');
  const find = (encounter: Encounter, id: string, tables: OpenedTables) =>
    prepareClaim(encounter, ruleBookWith(tables)).findings.find(({ rule }) => rule.id === id)?.verdict;

  it('a code in an opened file is in force on its days', () => {
    const tables: OpenedTables = {
      paymentLimits: [
        { from: later, through: day('2027-03-31'), file: 'limits.csv', J0475: { tenthsOfCent: 180_000 }, J0476: null },
      ],
      crosswalks: [],
    };
    expect(find({ ...pumpFill, dateOfService: later }, 'code/valid', tables)).toMatchObject({
      outcome: 'pass',
      because: 'J0475 is in “limits.csv”, 01/01/2027 to 03/31/2027, which was opened here.',
    });
    expect(find({ ...trial, dateOfService: later }, 'code/valid', tables)?.outcome).toBe('needs-review');
    expect(find({ ...pumpFill, dateOfService: day('2027-04-01') }, 'code/valid', tables)?.outcome).toBe('needs-review');
  });

  it('so is one in an opened crosswalk', () => {
    const row = { ...products[0]!, hcpcs: 'J0476' as const };
    const tables: OpenedTables = {
      paymentLimits: [],
      crosswalks: [{ from: later, through: day('2027-03-31'), file: 'crosswalk.csv', rows: [row] }],
    };
    expect(find({ ...trial, dateOfService: later }, 'code/valid', tables)).toEqual({
      outcome: 'pass',
      because: 'J0476 is in “crosswalk.csv”, 01/01/2027 to 03/31/2027, which was opened here.',
    });
    expect(find({ ...pumpFill, dateOfService: later }, 'code/valid', tables)?.outcome).toBe('needs-review');
    expect(find({ ...trial, dateOfService: day('2027-04-01') }, 'code/valid', tables)?.outcome).toBe('needs-review');
  });
});

describe('what a wrong code comes back as, and who bought the drug', () => {
  it.each<[what: string, encounter: Encounter, denial: string]>([
    [
      'a code of another drug',
      { ...pumpFill, askedCode: 'J1950' },
      'what was done and what is billed do not fit together',
    ],
    ['the refill kit', { ...pumpFill, askedCode: 'A4220' }, 'what was done and what is billed do not fit together'],
    ['the other code of this drug', { ...pumpFill, askedCode: 'J0476' }, 'units missing or not fitting'],
    ['J0428', { ...pumpFill, askedCode: 'J0428' }, 'procedure code invalid'],
    [
      'a code for unlisted drugs',
      { ...pumpFill, askedCode: 'J3490' },
      'unlisted code used wrongly or without a description',
    ],
    [
      'a valid code of drug that was supplied',
      { ...supplied, askedCode: 'J0475' },
      'nothing is paid for a line that should not be there',
    ],
    ['a code by another route', { ...pumpFill, route: 'other', askedCode: 'J0475' }, 'procedure code invalid'],
  ])('%s', (_what, encounter, denial) => {
    expect(verdictOf(encounter, 'code/asked-for').denial?.means).toBe(denial);
  });

  holdToWords([
    ['a compound', namedCode('J7999'), 'code/drug-not-bought', 'not-applicable', /^The drug was compounded\.$/],
    ['a vial', pumpFill, 'code/drug-not-bought', 'not-applicable', /^The practice bought the drug\.$/],
  ]);
});
