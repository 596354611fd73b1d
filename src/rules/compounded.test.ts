import { describe } from 'vitest';
import { day } from '../engine/dated';
import { mcg, mcgPerMl, mg, ml, noMass } from '../engine/quantity';
import { compoundRules } from './compounded';
import { compound, confirmation, namedCode, ndc, pumpFill } from './encounter.fixture';
import { holdToTable, holdToWords } from './rule-table.fixture';

describe('a compounded drug', () => {
  holdToTable(compoundRules, {
    'code/compounded': [
      '1.9, 1.9 J7999, 1.9 J7799, 1.9 J3490, 1.9 units, 1.4',
      [
        'on-hold',
        compound,
        /never billed with J0475 or J0476\. Older texts of contractors named J7799 or J3490/,
        'confirmedCode',
      ],
      ['on-hold', { ...compound, payerConfirmation: confirmation }, /the payer has to say which/, 'confirmedCode'],
      [
        'needs-review',
        namedCode('J7999'),
        /Claims desk named J7999 on 05\/19\/2026, reference R-1\.$/,
        'confirmedCode, tick',
      ],
      [
        'needs-review',
        { ...namedCode('J7799'), route: 'intrathecal-lumbar-puncture' },
        /J7799 is for a drug given through equipment, but the route is not the pump/,
        'confirmedCode, tick',
      ],
      [
        'fail',
        { ...namedCode('J7999'), dateOfService: day('2015-12-31') },
        /J7999 began on 01\/01\/2016/,
        'dateOfService, certain',
      ],
      [
        'needs-review',
        { ...namedCode('J7999'), dateOfService: day('2016-01-01') },
        /named J7999/,
        'confirmedCode, tick',
      ],
      [
        'needs-review',
        { ...namedCode('J3490'), otherDrugs: 'morphine 10 mg/mL' },
        /reference R-1\. WPS is quoted with one unit more for each other drug\. The line has one unit\.$/,
        'confirmedCode, tick',
      ],
      ['needs-review', namedCode('J3490'), /reference R-1\.$/, 'confirmedCode, tick'],
      [
        'needs-review',
        { ...namedCode('J7799'), otherDrugs: 'morphine 10 mg/mL' },
        /reference R-1\.$/,
        'confirmedCode, tick',
      ],
      [
        'needs-review',
        { ...namedCode('J7799'), dateOfService: day('2015-12-31') },
        /named J7799/,
        'confirmedCode, tick',
      ],
      ['not-applicable', pumpFill, /marketed product/],
    ],
    'compounded/narrative': [
      '1.9 narrative, form NOC, form SV101-7, form widths',
      ['pass', compound, /“Compounded baclofen 4000 mcg\/mL, 10 mL, dose 40 mg”/],
      [
        'pass',
        { ...compound, given: mcg(400), givenVolume: ml(1), concentration: mcgPerMl(400) },
        /“Compounded baclofen 400 mcg\/mL, 1 mL, dose 400 mcg”/,
      ],
      ['pass', { ...compound, otherDrugs: 'morphine 10 mg/mL' }, /dose 40 mg; morphine 10 mg\/mL”/],
      ['fail', { ...compound, concentration: null }, /not complete: the strength is not entered\.$/, 'strength'],
      ['fail', { ...compound, given: noMass, wasted: mg(40) }, /no dose was given\.$/, 'doseGiven'],
      ['fail', { ...compound, concentration: mcgPerMl(3000) }, /the volume does not come out even/, 'doseGiven'],
      [
        'needs-review',
        { ...compound, otherDrugs: 'hydromorphone 10 mg/mL' },
        /has 74 characters\. On paper there is room for 71\. It fits the 837P, which takes 80\. It is not cut/,
        'otherDrugs, tick',
      ],
      [
        'needs-review',
        { ...compound, otherDrugs: 'morphine 10 mg/mL, bupivacaine 5 mg/mL' },
        /has 90 characters.*It does not fit the 837P either, which takes 80/,
        'otherDrugs, tick',
      ],
      [
        'needs-review',
        { ...compound, setting: 'hospital-outpatient' },
        /^A hospital claim has no item 19\. .* “Compounded baclofen/,
        'tick',
      ],
      [
        'fail',
        { ...compound, setting: 'hospital-outpatient', concentration: null },
        /^The text that names the drug is not complete/,
        'strength',
      ],
      ...[71, 72, 80, 81].map((length) => {
        // “Compounded baclofen 4000 mcg/mL, 10 mL, dose 40 mg; ” takes 52.
        const says =
          length === 71
            ? /^Item 19 reads/
            : length === 81
              ? /has 81 characters.*It does not fit the 837P either/
              : new RegExp(`has ${length} characters.*It fits the 837P`);
        return [
          length === 71 ? 'pass' : 'needs-review',
          { ...compound, otherDrugs: 'm'.repeat(length - 52) },
          says,
        ] as const;
      }),
      ['not-applicable', pumpFill, /marketed product/],
      ['not-applicable', { ...compound, payer: 'self-pay' }, /goes to no payer/],
    ],
    'compounded/invoice': [
      '1.9 invoice, 1.9 price',
      ['needs-review', compound, /Palmetto is quoted as asking for the invoice/, 'tick'],
      ['not-applicable', pumpFill, /marketed product/],
      ['not-applicable', { ...compound, payer: 'self-pay' }, /goes to no payer/],
    ],
    'compounded/ingredients': [
      '9.8, 9.1',
      ['needs-review', compound, /no NDC of its own.*NDC of each ingredient\.$/, 'ndc, tick'],
      ['needs-review', { ...compound, ndcs: [ndc('66794-157-02')] }, /Entered: 66794-0157-02/, 'ndc, tick'],
      ['not-applicable', pumpFill, /marketed product/],
      ['not-applicable', { ...compound, payer: 'self-pay' }, /needs no NDC/],
    ],
  });
});

describe('who sets the price of a compound', () => {
  holdToWords([
    [
      'Medicare',
      compound,
      'compounded/invoice',
      'needs-review',
      /no list price\. The contractor sets its price\. Palmetto/,
    ],
    [
      'a plan',
      { ...compound, payer: 'commercial' },
      'compounded/invoice',
      'needs-review',
      /no list price\. Medicare’s contractors set its price\. How this payer does was not read\. Palmetto/,
    ],
  ]);
});
