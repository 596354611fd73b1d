import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { noTables } from '../engine/published-tables';
import { formatMoney, mg, noMass, unitsOf } from '../engine/quantity';
import { containers, ndc, opened, own, pumpFill, trial, under } from '../rules/encounter.fixture';
import { auditOf, type AuditRow } from './audit';
import { ofForty, rowsOf, today, type Told } from './audit.fixture';

const audit = (...rows: (readonly AuditRow[])[]) => auditOf(rows.flat(), { tables: noTables, today });

/** "units-over return $186.11": each finding with its money, and each question. */
const said = (...rows: (readonly AuditRow[])[]): string => {
  const { findings, forPersons } = audit(...rows);
  const money = (risk: (typeof findings)[number]['risk']) =>
    risk
      ? Object.entries({ return: risk.toReturn, collect: risk.toCollect, atStake: risk.atStake })
          .filter(([, { tenthsOfCent }]) => tenthsOfCent > 0)
          .map(([way, amount]) => ` ${way} ${formatMoney(amount)}`)
          .join('')
      : ' unknown';
  return [
    ...findings.map(({ cause, risk }) => `${cause}${money(risk)}`),
    ...forPersons.flatMap(({ questions }) => questions.map(({ kind }) => `? ${kind}`)),
  ].join(', ');
};

it('says of what the money is told: of what was paid, or an estimate, and of other payers at Medicare’s limit', () => {
  const { payer, profile } = own({ jw: 'required', jz: 'required' });
  const pricedBy = (encounter: Encounter, told: Told) =>
    audit(rowsOf(encounter, 'J0475-JZ x5', told)).findings.map((finding) => finding.pricedBy);
  expect(pricedBy(all, {})).toEqual(['payment-limit']);
  expect(pricedBy({ ...all, payer, profile }, {})).toEqual(['measure']);
  expect(pricedBy({ ...all, payer, profile }, { paid: '600.00' })).toEqual(['paid']);
});

const all = ofForty(40);
const wasting = ofForty(25);
const two = 'PT-SAME';
const { dateOfService, preparedOn } = all;
const vial: Encounter = { ...opened(containers({})), dateOfService, preparedOn };

// The limit of J0475 in the last quarter of 2026 is $186.996: 1 unit 187.00, 2 373.99, 3 560.99, 4 747.98.
describe('one claim, held against what was due', () => {
  const cases: readonly (readonly [string, Encounter, string, string, Told?])[] = [
    ['as it should be, no waste', all, 'J0475-JZ x4', ''],
    ['as it should be, waste', wasting, 'J0475 x3; J0475-JW x1', ''],
    ['waste below a unit', ofForty(36), 'J0475-JZ x4', ''],
    ['one unit too many, in no container', all, 'J0475-JZ x5', 'over-containers return $187.00'],
    ['milligrams as units', all, 'J0475-JZ x40', 'over-containers return $6,731.86'],
    ['one unit too many, in the container', ofForty(20), 'J0475 x3; J0475-JW x2', 'over-containers return $187.00'],
    ['too few', all, 'J0475-JZ x2', 'units-under collect $373.99'],
    ['waste not billed', wasting, 'J0475 x3', 'waste-not-billed collect $187.00'],
    [
      'waste not billed, and JZ',
      wasting,
      'J0475-JZ x3',
      'waste-not-billed collect $187.00, jz-beside-waste atStake $560.99',
    ],
    ['waste on the line of the dose with JZ', wasting, 'J0475-JZ x4', 'jz-beside-waste atStake $747.98'],
    ['waste on the line of the dose', wasting, 'J0475 x4', 'modifier-missing atStake $747.98'],
    ['waste on both lines', wasting, 'J0475 x4; J0475-JW x1', 'waste-twice return $187.00'],
    ['JW for what the rounding holds', ofForty(36), 'J0475 x4; J0475-JW x1', 'waste-twice return $187.00'],
    ['JW taken out of the rounded dose', ofForty(36), 'J0475 x3; J0475-JW x1', 'modifier-wrong atStake $747.98'],
    ['more waste than was due', wasting, 'J0475 x3; J0475-JW x2', 'waste-twice return $187.00'],
    ['less waste than was due', ofForty(15), 'J0475 x2; J0475-JW x1', 'waste-not-billed collect $187.00'],
    ['JZ beside JW', wasting, 'J0475-JZ x3; J0475-JW x1', 'jz-beside-waste atStake $747.98'],
    ['JZ missing', all, 'J0475 x4', 'modifier-missing atStake $747.98'],
    ['a modifier that no drug takes', all, 'J0475-JZ-59 x4', 'modifier-wrong atStake $747.98'],
    ['one that the facts may call for', all, 'J0475-JZ-TB x4', '? modifier-not-told'],
    [
      'TB is due',
      ofForty(40, { bought340b: true, setting: 'hospital-outpatient' }),
      'J0475-JZ x4',
      'modifier-missing atStake $747.98',
    ],
    ['the code of the trial', all, 'J0476-JZ x4', 'code collect $561.82'],
    ['a code without a price', all, 'J0428 x4', 'code unknown'],
    ['nothing was paid', all, 'J0475 x4', 'modifier-missing collect $747.98', { paid: '0' }],
    ['charged below the limit', all, 'J0475-JZ x5', 'over-containers return $100.00', { charge: '500.00' }],
    [
      'of what was paid, the part of one unit',
      all,
      'J0475-JZ x5',
      'over-containers return $120.00',
      { paid: '600.00' },
    ],
    ['never more than was paid', all, 'J0475-JZ x40', 'over-containers return $540.00', { paid: '600.00' }],
    ['what the line with JW paid', wasting, 'J0475 x4; J0475-JW x1', 'waste-twice return $75.50', { paid: '75.50' }],
    ['a part of a cent', all, 'J0475-JZ x6', 'over-containers return $33.33', { paid: '100.00' }],
    [
      'of what was paid for the other code, the part beyond what was due',
      { ...trial, labeled: trial.given, dateOfService, preparedOn },
      'J0475-JZ x4',
      // $701.44 of $747.98, of $300.00.
      'code return $281.33',
      { paid: '300.00' },
    ],
    ['whether it was paid is not told', all, 'J0475-JZ x5', 'over-containers return $187.00', { paid: null }],
    ['waste alone', ofForty(0), 'J0475-JW x4', 'units-over return $747.98'],
    [
      'above the daily limit, and right',
      { ...ofForty(40), given: mg(90), wasted: noMass, labeled: mg(90) },
      'J0475-JZ x9',
      'over-limit atStake $1,682.96',
    ],
    ['an NDC of another strength', vial, 'J0475-JZ x4', 'ndc-strength atStake $747.98', { ndc: ndc('66794-155-02') }],
    ['an NDC of another maker', vial, 'J0475-JZ x4', 'ndc-other atStake $747.98', { ndc: ndc('25021-679-20') }],
    ['the NDC of the container', vial, 'J0475-JZ x4', '', { ndc: ndc('66794-157-02') }],
    ['a trial', { ...trial, labeled: trial.given, dateOfService, preparedOn }, 'J0476-JZ x1', ''],
    [
      'no limit on file for the day',
      ofForty(40, { dateOfService: day('2019-05-05'), preparedOn: day('2019-05-06') }),
      'J0475 x5',
      'over-containers unknown',
    ],
    [
      'no limit, but what was paid is told',
      ofForty(40, { dateOfService: day('2019-05-05'), preparedOn: day('2019-05-06') }),
      'J0475 x5',
      'over-containers return $100.00',
      { paid: '500.00' },
    ],
  ];
  it.each(cases.map(([name, ...of]) => ({ name, of })))('$name', ({ of: [encounter, billed, expected, told] }) => {
    expect(said(rowsOf(encounter, billed, { patient: two, claimNumber: 'C-1', ...told }))).toBe(expected);
  });
});

describe('what needs a person is not decided', () => {
  const plan = ofForty(25, { payer: 'commercial' });
  it.each<readonly [string, Encounter, string, string]>([
    ['no container told', { ...all, labeled: null }, 'J0475-JZ x4', '? no-container'],
    ['no container told, and too many units', { ...all, labeled: null }, 'J0475-JZ x5', '? no-container'],
    ['a plan whose rule is not known', plan, 'J0475 x3; J0475-JW x1', '? plan-rule'],
    [
      'its units are decided all the same',
      plan,
      'J0475 x7; J0475-JW x1',
      'over-containers return $747.98, ? plan-rule',
    ],
    ['its waste on both lines', plan, 'J0475 x4; J0475-JW x1', 'waste-twice return $187.00, ? plan-rule'],
    ['more waste than there was', plan, 'J0475 x3; J0475-JW x2', 'waste-twice return $187.00, ? plan-rule'],
    ['a route without a code', { ...all, route: 'intravenous', purpose: 'other-injection' }, 'J0475 x4', '? held'],
    ['drug that is not accounted for', { ...all, given: mg(35) }, 'J0475-JZ x4', '? held'],
    ['a service after today', { ...all, preparedOn: day('2026-10-04') }, 'J0475-JZ x5', '? facts'],
    [
      'a plan that takes JZ without wanting it',
      under('unitedhealthcare-maryland', { labeled: mg(40), dateOfService, preparedOn }),
      'J0475 x4',
      '? plan-rule',
    ],
  ])('%s', (_, encounter, billed, expected) => {
    expect(said(rowsOf(encounter, billed, { patient: two, claimNumber: 'C-1' }))).toBe(expected);
  });

  it.each([
    ['JZ', all, 'J0475-JZ x5', 'J0475 x4; JZ is open'],
    ['JW', wasting, 'J0475 x7; J0475-JW x1', 'J0475 x3; J0475-JW x1 is open'],
  ] as const)('%s of a plan whose rule is not known is not told as due', (_, of, billed, due) => {
    const { findings, forPersons } = audit(
      rowsOf({ ...of, payer: 'commercial' }, billed, { patient: two, claimNumber: 'C-1' }),
    );
    for (const each of [...findings, ...forPersons]) expect(each.due).toBe(due);
    expect([findings.length, forPersons.length]).toEqual([1, 1]);
  });

  it('rows of one claim that tell different doses', () => {
    const told = { patient: two, claimNumber: 'C-1' };
    expect(said(rowsOf(wasting, 'J0475 x3', told), rowsOf(ofForty(20), 'J0475-JW x1', told))).toBe('? rows-differ');
  });
});

describe('preauthorization', () => {
  const { payer, profile } = own({ jw: 'required', jz: 'required' });
  const ofPlan: Encounter = { ...all, payer, profile };
  const approved = {
    status: 'approved',
    number: 'PA-1',
    firstDay: day('2026-10-01'),
    lastDay: day('2026-12-31'),
    unitsApproved: unitsOf(10),
    unitsUsed: null,
    askedOn: null,
  } as const;
  const ended = { ...approved, lastDay: day('2026-10-04') };

  it.each<readonly [string, Encounter['priorAuthorization'], string]>([
    ['within it', approved, ''],
    ['a day after it', ended, 'outside-authorization atStake $747.98'],
    ['too few units left', { ...approved, unitsUsed: unitsOf(8) }, 'outside-authorization atStake $373.99'],
    ['denied', { status: 'denied' }, 'outside-authorization atStake $747.98'],
    ['still asked for', { status: 'pending' }, '? authorization'],
    ['not told', { status: 'not-checked' }, ''],
  ])('%s', (_, priorAuthorization, expected) => {
    const rows = rowsOf({ ...ofPlan, priorAuthorization }, 'J0475-JZ x4', { patient: two, claimNumber: 'C-1' });
    expect(said(rows)).toBe(expected);
  });

  it('whether the plan counts JW is a question', () => {
    const wasteful: Encounter = {
      ...wasting,
      payer,
      profile,
      priorAuthorization: { ...approved, unitsApproved: unitsOf(3) },
    };
    expect(said(rowsOf(wasteful, 'J0475 x3; J0475-JW x1', { patient: two, claimNumber: 'C-1' }))).toBe(
      '? authorization',
    );
  });

  it('claims of earlier days use its units up', () => {
    const days = ['2026-12-01', '2026-10-05', '2026-11-02'];
    const rows = days.map((on, place) =>
      rowsOf({ ...ofPlan, dateOfService: day(on), preparedOn: day(on), priorAuthorization: approved }, 'J0475-JZ x4', {
        patient: two,
        claimNumber: `C-${place}`,
      }),
    );
    const { findings } = audit(...rows);
    expect(findings.map(({ day: on, cause, why }) => `${on} ${cause}: ${why}`)).toEqual([
      '2026-12-01 outside-authorization: Left of the 10 units approved: 2. Billed: 4.',
    ]);
  });
});

describe('reversals, claims sent again, and two claims of a day', () => {
  const first = { patient: two, claimNumber: 'C-1', paid: '747.98' };
  const second = { patient: two, claimNumber: 'C-2', paid: '600.00' };
  it.each<readonly [string, readonly (readonly AuditRow[])[], string, number]>([
    [
      'a line taken back and billed right',
      [
        rowsOf(all, 'J0475-JZ x5', first),
        rowsOf(all, 'J0475-JZ x5', { ...first, isReversal: true }),
        rowsOf(all, 'J0475-JZ x4', second),
      ],
      '',
      2,
    ],
    [
      'a claim taken back under a number of its own',
      [rowsOf(all, 'J0475-JZ x4', first), rowsOf(all, 'J0475-JZ x4', { ...second, isReversal: true, original: 'C-1' })],
      '',
      2,
    ],
    [
      'a reversal before its claim',
      [rowsOf(all, 'J0475-JZ x4', { ...first, isReversal: true }), rowsOf(all, 'J0475-JZ x4', first)],
      '',
      2,
    ],
    ['a reversal of nothing', [rowsOf(all, 'J0475-JZ x4', { ...first, isReversal: true })], '? reversal-alone', 0],
    [
      'sent again after it paid nothing',
      [rowsOf(all, 'J0475 x4', { ...first, paid: '0' }), rowsOf(all, 'J0475-JZ x4', second)],
      '',
      1,
    ],
    [
      'replaced by another',
      [rowsOf(all, 'J0475-JZ x5', first), rowsOf(all, 'J0475-JZ x4', { ...second, replaces: true, original: 'C-1' })],
      '',
      1,
    ],
    [
      'paid twice',
      [rowsOf(all, 'J0475-JZ x4', first), rowsOf(all, 'J0475-JZ x4', second)],
      'two-claims return $600.00',
      0,
    ],
    [
      'paid twice, without claim numbers',
      [
        rowsOf(all, 'J0475-JZ x4', { ...first, claimNumber: '' }),
        rowsOf(all, 'J0475-JZ x4', { ...first, claimNumber: '' }),
      ],
      'two-claims return $747.98',
      0,
    ],
    [
      'whether it was paid twice is not told',
      [rowsOf(all, 'J0475-JZ x4', { ...first, paid: null }), rowsOf(all, 'J0475-JZ x4', { ...second, paid: null })],
      '? payment-not-told',
      0,
    ],
    [
      'dose and JW on two claims',
      [rowsOf(wasting, 'J0475 x3', first), rowsOf(wasting, 'J0475-JW x1', second)],
      'two-claims',
      0,
    ],
    [
      'two payers of one day',
      [
        rowsOf(all, 'J0475-JZ x4', first),
        rowsOf(
          own(
            { jw: 'required', jz: 'required' },
            { ...all, payer: 'commercial', profile: own({ jw: 'required', jz: 'required' }).profile },
          ),
          'J0475-JZ x4',
          second,
        ),
      ],
      '',
      0,
    ],
    [
      'dose and JW without a number, on rows of their own',
      [
        rowsOf(wasting, 'J0475 x3', { ...first, claimNumber: '' }),
        rowsOf(wasting, 'J0475-JW x1', { ...first, claimNumber: '' }),
      ],
      '',
      0,
    ],
  ])('%s', (_, rows, expected, taken) => {
    expect(said(...rows)).toBe(expected);
    expect(audit(...rows).counts.netted).toBe(taken);
  });

  it.each<readonly [string, readonly (readonly AuditRow[])[], string]>([
    [
      'a reversal without a dose or a number',
      [
        rowsOf(all, 'J0475-JZ x5', first),
        rowsOf(null, 'J0475-JZ x5', { patient: two, claimNumber: '', isReversal: true, day: dateOfService }),
        rowsOf(all, 'J0475-JZ x4', second),
      ],
      '',
    ],
    [
      'a second claim without a dose, paid as well',
      [rowsOf(all, 'J0475-JZ x4', first), rowsOf(null, 'J0475-JZ x4', { ...second, day: dateOfService })],
      'two-claims return $600.00',
    ],
    [
      'a JW line without a dose or a number',
      [
        rowsOf(wasting, 'J0475 x3', { ...first, claimNumber: '' }),
        rowsOf(null, 'J0475-JW x1', { ...first, claimNumber: '', day: dateOfService }),
      ],
      '',
    ],
    [
      'sent again under the same number',
      [rowsOf(all, 'J0475 x4', { ...first, paid: '0' }), rowsOf(all, 'J0475-JZ x4', first)],
      '',
    ],
    [
      'replaced by one that names the payer’s number',
      [rowsOf(all, 'J0475-JZ x5', first), rowsOf(all, 'J0475-JZ x4', { ...second, replaces: true, original: 'ICN-9' })],
      '',
    ],
  ])('%s', (_, rows, expected) => {
    expect(said(...rows)).toBe(expected);
  });

  it('trial and pump fill of one claim are each held against their own dose', () => {
    const bolus = { ...trial, labeled: trial.given, dateOfService, preparedOn };
    expect(said(rowsOf(all, 'J0475-JZ x4', first), rowsOf(bolus, 'J0476-JZ x1', first))).toBe('');
    expect(said(rowsOf(all, 'J0475-JZ x4', first), rowsOf(bolus, 'J0476-JZ x2', first))).toBe(
      'over-containers return $373.99',
    );
  });

  it('a row without a dose belongs to the claim of its number, and is told apart where there is none', () => {
    const found = audit(
      rowsOf(wasting, 'J0475 x3', first),
      rowsOf(null, 'J0475-JW x1', first),
      rowsOf(null, 'J0475-JW x1', second),
    );
    expect(found.findings).toEqual([]);
    expect(found.counts).toMatchObject({ rows: 3, claims: 1, same: 1 });
    expect(found.unread.map(({ problem }) => problem)).toEqual(['No dose is told for what this row bills.']);
  });

  it('other codes of a claim are not audited', () => {
    expect(audit(rowsOf(pumpFill, '62370 x1')).counts).toMatchObject({ rows: 1, otherCodes: 1, claims: 0 });
  });
});
