import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { matching } from '../engine/matching.fixture';
import { type PayerProfile, unknownProfile } from '../engine/payer-profile';
import { prepareClaim } from '../engine/prepare-claim';
import type { CrosswalkRow, OpenedTables } from '../engine/published-tables';
import { formatMl, massFromDigits, mcg, mcgPerMl, mg, ml, noMass, remainder } from '../engine/quantity';
import type { Outcome } from '../engine/verdict';
import { commercial, containers, namedCode, ndc, opened, own, pumpFill, trial, under } from './encounter.fixture';
import { ruleBook, ruleBookWith } from './index';
import { ndcRules } from './ndc';
import { productOf } from './products';
import { holdToTable, holdToWords } from './rule-table.fixture';

const twoNdcs: Encounter = {
  ...opened(containers({}), containers({ ndc: ndc('70121-2502-2'), volume: ml(5) })),
  payer: 'commercial',
};
const { opened: twoOpened, ndcs: twoNdcList, labeled: twoLabeled, given: twoGiven } = twoNdcs;
const twoNdcFacts = { opened: twoOpened, ndcs: twoNdcList, labeled: twoLabeled, given: twoGiven };
/** 12.12555 mL at 2000 mcg/mL: below a microliter. */
const odd = massFromDigits('24.2511', 'mg') ?? noMass;

describe('the NDC and its quantity', () => {
  holdToTable(ndcRules, {
    'claim/ndc': [
      '9.5, 9.1, products, products crosswalk, products listing',
      ['not-applicable', { ...namedCode('J7999'), ndcs: [ndc('66794-157-02')] }, /no NDC of its own/],
      ['pass', { ...pumpFill, ndcs: [ndc('66794-157-02')], dateOfService: day('2026-03-31') }, /fits J0475\.$/],
      ['pass', { ...pumpFill, ndcs: [ndc('66794-157-02')], dateOfService: day('2026-11-20') }, /fits J0475\.$/],
      ['pass', { ...pumpFill, ndcs: [ndc('14789-161-05')], dateOfService: day('2024-07-01') }, /fits J0475\.$/],
      [
        'needs-review',
        { ...pumpFill, ndcs: [ndc('14789-161-05')], dateOfService: day('2024-06-30') },
        matching(
          /fits J0475\. It is not in the CMS crosswalk of 04\/01\/2024 to 06\/30\/2024\. /,
          /It is in the CMS crosswalk of October 2026\.$/,
        ),
        'ndc, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, ndcs: [ndc('66794-157-02')], dateOfService: day('2026-04-01') },
        matching(
          /fits J0475\. The CMS crosswalk for 04\/01\/2026 was not read, so the NDC is not checked\. /,
          /It is in the CMS crosswalk of October 2026\.$/,
        ),
        'ndc, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, ndcs: [ndc('67457-562-20')], dateOfService: day('2026-09-30') },
        /fits J0475\. Its label was not read/,
        'container, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, ndcs: [ndc('67457-562-20')], dateOfService: day('2026-10-01') },
        /It is not in the newest CMS crosswalk read\. It was last in that of July 2026\./,
        'container, tick',
      ],
      [
        'needs-review',
        { ...trial, ndcs: [ndc('70257-562-55')], dateOfService: day('2026-11-20') },
        /It is not in the newest CMS crosswalk read\. It was last in that of January 2026\.$/,
        'ndc, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, ndcs: [ndc('70511-122-10')] },
        matching(
          /was not read, so the NDC is not checked\. It is in no CMS crosswalk read, so its code comes from its /,
          /strength\. Its label of 2023 was read\.$/,
        ),
        'ndc, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, ndcs: [ndc('70121-2504-2')], dateOfService: day('2027-01-01') },
        /not checked\. .* Its FDA listing, as read, runs to 12\/31\/2026\. That may be the yearly renewal alone\.$/,
        'ndc, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, ndcs: [ndc('67457-564-20')] },
        /not checked\..*single-dose is not confirmed\.$/,
        'container, tick',
      ],
      [
        'fail',
        { ...pumpFill, payer: 'medicaid' },
        /^No NDC was entered\. It is required with the drug line: Medicaid\.$/,
        'ndc',
      ],
      ['needs-review', commercial, /^No NDC was entered\. Most plans read require it/, 'ndc'],
      ['needs-review', { ...pumpFill, ndcs: [ndc('00000-0000-00')] }, /none of the 35/, 'ndc, tick'],
      ['fail', { ...pumpFill, ndcs: [ndc('66794-151-01')] }, /belongs to J0476/, 'ndc'],
      ['fail', { ...pumpFill, ndcs: [ndc('68055-002-01')] }, /never billed/, 'ndc'],
      [
        'needs-review',
        { ...pumpFill, ndcs: [ndc('67457-564-20')], dateOfService: day('2026-03-31') },
        /so single-dose is not confirmed\.$/,
        'container, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, ndcs: [ndc('66794-157-02')], strength: mcgPerMl(500) },
        /holds 2000 mcg\/mL, but 500/,
        'strength, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, ndcs: [ndc('70257-563-01')], dateOfService: day('2026-03-31') },
        matching(
          /It is not in the CMS crosswalk of 01\/01\/2026 to 03\/31\/2026\. /,
          /It is not in the newest CMS crosswalk read\. /,
          /It was last in that of October 2025\.$/,
        ),
        'ndc, tick',
      ],
      ['not-applicable', pumpFill, /no Medicare text/i],
      ['needs-review', twoNdcs, /66794015702.*70121250202/, 'ndc, tick'],
      [
        'fail',
        { ...opened(containers({ ndc: null }), containers({})), payer: 'medicaid', dateOfService: day('2026-03-31') },
        /^One container has no NDC\. It is required/,
        'ndc',
      ],
      [
        'fail',
        { ...twoNdcs, ndcs: [ndc('66794-157-02'), ndc('66794-151-01')] },
        /belongs to J0476, but J0475 is on the line\.$/,
        'ndc',
      ],
      ['fail', under('lifewise-premera'), /It is required with the drug line: LifeWise and Premera/, 'ndc'],
      ['not-applicable', own({ ndc: 'not-required' }), /none is needed/],
    ],
    'claim/ndc-quantity': [
      '9.2, 9.6, 9.7',
      ['pass', { ...opened(containers({})), payer: 'commercial' }, /^Line 1 says 20 mL of 66794015702\.$/],
      [
        'pass',
        { ...opened(containers({})), given: mg(25), wasted: mg(15), payer: 'commercial' },
        /^Line 1 says 12\.5 mL of 66794015702\. Line 2 says 7\.5 mL of 66794015702\.$/,
      ],
      [
        'needs-review',
        { ...opened(containers({})), given: mg(36), wasted: mg(4), payer: 'commercial' },
        /^Line 1 says 18 mL of 66794015702\. That is what was given\. 4 mg was thrown away/,
        'tick',
      ],
      ['needs-review', { ...commercial, ndcs: [ndc('66794-157-02')] }, /without the strength/, 'strength'],
      [
        'pass',
        { ...opened(containers({})), given: odd, wasted: remainder(mg(40), odd), payer: 'commercial' },
        /12\.126 mL \(rounded from 12\.12555 mL\) of 66794015702\. Line 2 says 7\.874 mL \(rounded from 7\.87445 mL\)/,
      ],
      [
        'pass',
        {
          ...opened(containers({})),
          payer: 'commercial',
          profile: own({ ndcDecimals: 2 }).profile,
          given: mg(25),
          wasted: mg(15),
        },
        /12\.5 mL of 66794015702\. Line 2 says 7\.5 mL/,
      ],
      [
        'needs-review',
        own(
          { ndcDecimals: 0 },
          { ndcs: [ndc('66794-157-02')], strength: mcgPerMl(2000), given: mcg(400), wasted: noMass },
        ),
        /round to 0 with 0 decimals/,
        'profile, tick',
      ],
      [
        'needs-review',
        { ...commercial, ndcs: [ndc('66794-151-01')], strength: mcgPerMl(2000) },
        /^Line 1 says 20 mL of 66794015101\. But the NDC does not fit the line\.$/,
        'ndc',
      ],
      [
        'needs-review',
        { ...commercial, ndcs: [ndc('66794-157-02')], strength: mcgPerMl(2) },
        /^20,000 mL of the NDC is more than the 40 mL of the largest pump on file\.$/,
        'strength',
      ],
      ['pass', { ...commercial, ndcs: [ndc('66794-157-02')], strength: mcgPerMl(1000) }, /^Line 1 says 40 mL/],
      ['not-applicable', twoNdcs, /^Line 1 says .* Line 1 says .* First settle which NDC goes on the line\.$/],
      ['not-applicable', opened(containers({})), /No Medicare text/],
      ['not-applicable', { ...opened(containers({})), payer: 'self-pay' }, /self-pay/],
      ['not-applicable', commercial, /No NDC/],
      [
        'needs-review',
        {
          ...pumpFill,
          ndcs: [ndc('66794-157-02')],
          profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), ndc: 'required' },
        },
        /without the strength/,
        'strength',
      ],
    ],
    'claim/lines-per-ndc': [
      '2.21, 9.6',
      ['not-applicable', { ...namedCode('J7999'), ...twoNdcFacts }, /no NDC of its own/],
      [
        'needs-review',
        twoNdcs,
        matching(
          /66794-0157-02 and 70121-2502-02 are on this claim\. Line 1 has more than one\. /,
          /The claim form has room for one NDC on a line\.$/,
        ),
        'linePerNdc, switch linePerNdc, tick',
      ],
      [
        'needs-review',
        { ...twoNdcs, mixed: true, given: mg(30), wasted: mg(20) },
        /Lines 1 and 2 each have more than one\./,
        'linePerNdc, switch linePerNdc, tick',
      ],
      [
        'needs-review',
        { ...twoNdcs, linePerNdc: true },
        /No line has two of them\. Lines were made for each NDC/,
        'linePerNdc, tick',
      ],
      ['not-applicable', opened(containers({})), /not several/],
      ['not-applicable', { ...twoNdcs, payer: 'self-pay' }, /self-pay/],
      ['pass', { ...under('unitedhealthcare-maryland'), ...twoNdcFacts }, /wants a line for each NDC, and has them/],
      [
        'needs-review',
        {
          ...under('unitedhealthcare-maryland'),
          ...opened(
            containers({ ndc: ndc('66794-155-02'), strength: mcgPerMl(500) }),
            containers({ ndc: ndc('25021-678-20'), strength: mcgPerMl(500) }),
          ),
          payer: 'medicaid',
          profile: under('unitedhealthcare-maryland').profile,
          given: mg(5),
          wasted: mg(15),
        },
        /no whole unit of its own/,
        'ndc, tick',
      ],
      [
        'needs-review',
        { ...under('blue-cross-north-carolina'), ...twoNdcFacts },
        /pays one line without JW/,
        'profile, tick',
      ],
    ],
  });
});

describe('an NDC quantity that is rounded is told (row 9.3)', () => {
  const vial = { ...opened(containers({})), payer: 'commercial' } as const;
  it.each<[profile: Partial<PayerProfile>, given: string, written: string, says: RegExp]>([
    [
      {},
      '34.2511',
      '17.126 mL',
      matching(
        /^17\.12555 mL is written as 17\.126 mL\. An NDC quantity has at most 3 decimals\. /,
        /It is rounded to the nearest, a half up\.$/,
      ),
    ],
    [
      {},
      '24.2511',
      '12.126 mL, 7.874 mL',
      matching(
        /^12\.12555 mL is written as 12\.126 mL\. 7\.87445 mL is written as 7\.874 mL\. /,
        /An NDC quantity has at most 3 decimals\. It is rounded to the nearest, a half up\.$/,
      ),
    ],
    [{}, '34.25', '17.125 mL', /^not told$/],
    [{ ndcDecimals: 3 }, '34.25', '17.125 mL', /^not told$/],
    [{ ndcDecimals: 3 }, '34.2511', '17.126 mL', /Prairie Health takes 3 decimals of an NDC quantity/],
    [{ ndcDecimals: 2 }, '34.25', '17.13 mL', /^17\.125 mL is written as 17\.13 mL\. Prairie Health takes 2 decimals/],
    [
      { ndcDecimals: 2 },
      '24.25',
      '12.13 mL, 7.87 mL',
      /^12\.125 mL is written as 12\.13 mL\. 7\.875 mL is written as 7\.87 mL\. Prairie Health takes 2 decimals/,
    ],
    [{ ndcDecimals: 1 }, '34.25', '17.1 mL', /takes 1 decimal of/],
    [
      { ndcDecimals: 0 },
      '25',
      '13 mL, 7 mL',
      /^12\.5 mL is written as 13 mL\. 7\.5 mL is written as 7 mL\. .* takes 0 decimals/,
    ],
    [{ ndcDecimals: 0 }, '20', '10 mL, 10 mL', /^not told$/],
  ])('%o, %s of 40 mg: %s', (profile, given, written, says) => {
    const dose = massFromDigits(given, 'mg') ?? noMass;
    const claim = prepareClaim(
      { ...vial, profile: own(profile).profile, given: dose, wasted: remainder(mg(40), dose) },
      ruleBook,
    );
    const volumes = claim.lines.flatMap(({ ndcQuantities }) =>
      ndcQuantities.map(({ volume }) => volume && formatMl(volume)),
    );
    expect(volumes.join(', ')).toBe(written);
    const step = claim.how.find(({ says: said }) => said.includes('is written as'))?.says ?? 'not told';
    expect(step).toMatch(says);
  });

  it('drug of an NDC that rounds to nothing is told, and the others make up the total', () => {
    const two = opened(containers({}), containers({ ndc: ndc('70121-2503-1') }));
    const claim = prepareClaim(
      {
        ...two,
        payer: 'commercial',
        profile: own({ ndcDecimals: 0 }).profile,
        given: mcg(41_600),
        wasted: mcg(38_400),
        mixed: false,
      },
      ruleBook,
    );
    expect(claim.how.map(({ says }) => says)).toContainEqual(expect.stringMatching(/^0\.8 mL is written as 1 mL/));
    const less = prepareClaim(
      {
        ...two,
        payer: 'commercial',
        profile: own({ ndcDecimals: 0 }).profile,
        given: mcg(40_600),
        wasted: mcg(39_400),
        mixed: false,
      },
      ruleBook,
    );
    expect(less.how.map(({ says }) => says)).toContain(
      '600 mcg given from NDC 70121-2503-01 rounds to 0 mL with 0 decimals. ' +
        'No quantity of it is written, because that must be more than 0.',
    );
    expect(less.lines[0]?.ndcQuantities.map(({ volume }) => volume && formatMl(volume))).toEqual(['20 mL']);
  });

  it('without an NDC nothing is written, so nothing is told', () => {
    const { how } = prepareClaim({ ...vial, opened: [], ndcs: [], labeled: null, given: odd }, ruleBook);
    expect(how.some(({ says }) => says.includes('is written as'))).toBe(false);
  });
});

describe('crosswalks that were opened decide like those that came with the page', () => {
  const later = day('2027-01-01');
  const find = (encounter: Encounter, id: string, tables: OpenedTables) =>
    prepareClaim(encounter, ruleBookWith(tables)).findings.find(({ rule }) => rule.id === id)?.verdict;

  it('a container that only an opened crosswalk names is known, and one that it no longer names is asked about', () => {
    const rowOf = (ndc: string) =>
      ({
        ndc,
        hcpcs: 'J0475',
        name: 'New baclofen',
        labeler: 'Somebody',
        volume: { uL: 20_000 },
        labeled: mg(40),
        strength: { mcgPerMl: 2000 },
        containersPerNdc: 1,
      }) as OpenedTables['crosswalks'][number]['rows'][number];
    const tables: OpenedTables = {
      paymentLimits: [],
      crosswalks: [{ from: later, through: day('2027-03-31'), file: 'crosswalk.csv', rows: [rowOf('12345678901')] }],
    };
    const withNdc = (ndc: string, change: Partial<Encounter> = {}): Encounter => ({
      ...pumpFill,
      dateOfService: later,
      ndcs: [rowOf(ndc).ndc],
      ...change,
    });
    expect(find(withNdc('12345678901'), 'claim/ndc', tables)?.because).toMatch(/New baclofen.*Its label was not read/);
    expect(
      find(withNdc('12345678901', { given: mg(38), wasted: mg(1) }), 'amounts/marketed-containers', tables)?.because,
    ).toMatch(/of NDC 12345678901.*40 mg/);
    expect(find(withNdc('66794015702'), 'claim/ndc', tables)?.because).toMatch(
      /not in the CMS crosswalk of 01\/01\/2027 to 03\/31\/2027 that was opened/,
    );
    expect(find(withNdc('12345678901'), 'claim/ndc', { paymentLimits: [], crosswalks: [] })?.because).toMatch(
      /none of the 35/,
    );
  });

  it.each<[what: string, row: Partial<CrosswalkRow>, outcome: Outcome, because: RegExp]>([
    ['as it is on file', {}, 'pass', /fits J0475\.$/],
    [
      'with another size',
      { volume: ml(20) },
      'needs-review',
      /The CMS crosswalk that was opened has another size or strength for it\.$/,
    ],
    [
      'with another amount',
      { labeled: mg(20) },
      'needs-review',
      /The CMS crosswalk that was opened has another size or strength for it\.$/,
    ],
    [
      'for the other code',
      { hcpcs: 'J0476' },
      'needs-review',
      /It is not in the CMS crosswalk of 01\/01\/2027 to 03\/31\/2027 that was opened\.$/,
    ],
  ])('a container on file that it has %s', (_what, row, outcome, because) => {
    const onFile = productOf(ndc('70257-561-02'))!;
    const rows = [{ ...onFile, hcpcs: 'J0475' as const, ...row }];
    const tables: OpenedTables = {
      paymentLimits: [],
      crosswalks: [{ from: later, through: day('2027-03-31'), file: 'crosswalk.csv', rows }],
    };
    const verdict = find({ ...pumpFill, dateOfService: later, ndcs: [onFile.ndc] }, 'claim/ndc', tables);
    expect(verdict?.because).toMatch(because);
    expect(verdict?.outcome).toBe(outcome);
  });
});

describe('several containers', () => {
  const three = opened(
    containers({ ndc: ndc('14789-161-01'), name: null }),
    containers({}),
    containers({ ndc: ndc('66794-157-01') }),
  );
  holdToWords([
    [
      'are named in a row',
      three,
      'claim/lines-per-ndc',
      'needs-review',
      /^14789-0161-01, 66794-0157-02 and 66794-0157-01 are on this claim\./,
    ],
    [
      'what to do is told of each',
      opened(containers({ ndc: ndc('66794-157-01') }), containers({ ndc: ndc('67457-564-20') })),
      'claim/ndc',
      'needs-review',
      /Look the NDC up .* Or open that file here\. Read the label: JW and JZ are for single-dose containers only\.$/,
    ],
  ]);
});
